//! Which pairs are compared, and which first.

use crate::{
    error::{Error, Result, nearest},
    story::{Article, ArticleId, PairId, Story},
};

/// Every pair of `story`, the one that `chosen` (the value of `--pair`) names first and with its first article as the base.
///
/// # Errors
/// When `chosen` does not name two different articles.
pub fn pairs(story: &Story, chosen: Option<&str>) -> Result<Vec<PairId>> {
    let all = story.pairs();
    let Some(value) = chosen else { return Ok(all.collect()) };
    let first = pair(story, value)?;
    let swapped = PairId { left: first.right, right: first.left };
    Ok(std::iter::once(first).chain(all.filter(|pair| *pair != first && *pair != swapped)).collect())
}

/// The pair that `value` names: two numbers from 1, labels, or parts of file names, joined by a comma.
fn pair(story: &Story, value: &str) -> Result<PairId> {
    let refuse = |reason: String, candidates| Error::Pair { value: value.to_owned(), reason, candidates };
    // A file name may hold commas: the first comma that leaves two names is the one meant.
    let cuts =
        value.match_indices(',').filter_map(|(at, _)| Some((value.get(..at)?.trim(), value.get(at + 1..)?.trim())));
    let mut first_refusal = None;
    for (one, other) in cuts {
        match (article(story, one), article(story, other)) {
            (Ok(left), Ok(right)) if left == right => {
                first_refusal.get_or_insert_with(|| {
                    refuse(format!("both name the article {}", name(story, left)), names(story))
                });
            }
            (Ok(left), Ok(right)) => return Ok(PairId { left, right }),
            (Err((reason, candidates)), _) | (_, Err((reason, candidates))) => {
                first_refusal.get_or_insert_with(|| refuse(reason, candidates));
            }
        }
    }
    Err(first_refusal.unwrap_or_else(|| refuse("two articles joined by a comma are needed".into(), Vec::new())))
}

/// The article that `part` names, or why it names none and which there are.
fn article(story: &Story, part: &str) -> Result<ArticleId, (String, Vec<String>)> {
    let articles = &story.articles;
    if let Ok(number) = part.parse::<usize>()
        && (1..=articles.len()).contains(&number)
    {
        return Ok(ArticleId::new(number - 1));
    }
    if let Some((id, _)) = articles.iter().find(|(_, article)| article.label.eq_ignore_ascii_case(part)) {
        return Ok(id);
    }
    let wanted = part.to_lowercase();
    let fitting = |test: &dyn Fn(&Article) -> bool| -> Vec<ArticleId> {
        articles.iter().filter(|(_, article)| test(article)).map(|(id, _)| id).collect()
    };
    let exact = fitting(&|article| article.path == part || article.file_name().to_lowercase() == wanted);
    let fits = match exact.len() {
        0 if part.is_empty() => Vec::new(),
        0 => match fitting(&|article| article.file_name().to_lowercase().contains(&wanted)) {
            none if none.is_empty() => fitting(&|article| article.path.to_lowercase().contains(&wanted)),
            some => some,
        },
        _ => exact,
    };
    match fits.as_slice() {
        [id] => Ok(*id),
        [] if part.is_empty() => Err(("a name is missing beside the comma".into(), names(story))),
        [] if part.bytes().all(|byte| byte.is_ascii_digit()) => {
            Err((format!("there is no article {part}, only 1 to {}", articles.len()), names(story)))
        }
        [] => {
            let paths: Vec<String> = articles.iter().map(|(_, article)| article.file_name().to_lowercase()).collect();
            let near = nearest(&wanted, paths.iter().map(String::as_str));
            let near = near.map(|near| format!(", but there is '{near}'")).unwrap_or_default();
            Err((format!("no article is named '{part}'{near}"), names(story)))
        }
        several => Err((
            format!("'{part}' fits {} articles", several.len()),
            several.iter().map(|id| name(story, *id)).collect(),
        )),
    }
}

fn names(story: &Story) -> Vec<String> {
    const SHOWN: usize = 12;
    let mut names: Vec<String> = story.articles.iter().take(SHOWN).map(|(id, _)| name(story, id)).collect();
    if story.articles.len() > SHOWN {
        names.push(format!("and {} more", story.articles.len() - SHOWN));
    }
    names
}

fn name(story: &Story, id: ArticleId) -> String {
    format!("{} '{}'", id.index() + 1, story.articles[id].file_name())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(value: &str) -> String {
        let names = [("A", "news/wire.txt"), ("B", "news/paper.txt"), ("C", "blog/paper,two.html")];
        let articles =
            names.map(|(label, path)| Article { label: label.into(), path: path.into(), ..Article::default() });
        let story = Story { articles: articles.into_iter().collect(), ..Story::default() };
        match pairs(&story, Some(value)) {
            Ok(pairs) => {
                pairs.iter().map(|pair| format!("{}{} ", pair.left.index() + 1, pair.right.index() + 1)).collect()
            }
            Err(error) => format!("{error}; {}", error.hint().unwrap_or_default()),
        }
    }

    #[test]
    fn the_chosen_pair_comes_first() {
        assert_eq!(said("1,3"), "13 12 23 ");
        assert_eq!(said("3, 1"), "31 12 23 ");
        assert_eq!(said("wire,b"), "12 13 23 ");
        assert_eq!(said("WIRE,blog/"), "13 12 23 ");
        assert_eq!(said("wire,paper,two"), "13 12 23 ");
    }

    #[test]
    fn a_wrong_pair_is_refused_by_name() {
        let all = "the articles are 1 'wire.txt', 2 'paper.txt', 3 'paper,two.html'";
        assert_eq!(
            said("wire,paper"),
            "--pair 'wire,paper': 'paper' fits 2 articles; the articles are 2 'paper.txt', 3 'paper,two.html'"
        );
        assert_eq!(said("1,4"), format!("--pair '1,4': there is no article 4, only 1 to 3; {all}"));
        assert_eq!(said("1,1"), format!("--pair '1,1': both name the article 1 'wire.txt'; {all}"));
        assert_eq!(said("wire,"), format!("--pair 'wire,': a name is missing beside the comma; {all}"));
        assert_eq!(
            said("wire,wirf.txt"),
            format!("--pair 'wire,wirf.txt': no article is named 'wirf.txt', but there is 'wire.txt'; {all}")
        );
        assert_eq!(
            said("wire"),
            "--pair 'wire': two articles joined by a comma are needed; give two numbers, as in '--pair 1,3', or two parts of file names"
        );
    }
}

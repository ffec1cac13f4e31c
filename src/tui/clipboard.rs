//! What is copied: a passage as it stands, or a pair of them with their sources, fit to be pasted into a note. Makes the text;
//! `terminal` sends it.

use crate::{
    story::{Article, SentenceId},
    text::visible::stand_in,
};

/// Bytes that may be sent to a terminal's clipboard: terminals take about 100,000 of the encoded text, which is a third longer.
pub const MOST: usize = 74_000;

/// What is said when a copy was sent. Whether the terminal took it cannot be known.
pub const SENT: &str = "sent to the terminal's clipboard";

/// The sentences `ids` of `article`, with the text between neighbours.
#[must_use]
pub fn passage(article: &Article, ids: &[SentenceId]) -> String {
    let mut out = String::new();
    let mut before: Option<SentenceId> = None;
    for id in ids {
        match before {
            Some(before) if before.index() + 1 == id.index() => out.push(' '),
            Some(_) => out.push_str(" […] "),
            None => {}
        }
        out.push_str(article.sentence_text(*id).trim());
        before = Some(*id);
    }
    safe(&out)
}

/// Passages of several articles, each with its source; an article without one is said to have none.
#[must_use]
pub fn with_sources(passages: &[(&Article, Vec<SentenceId>)]) -> String {
    let entries = passages.iter().map(|(article, ids)| {
        let place =
            ids.first().map(|id| format!(", ¶{}", article.sentence(*id).paragraph.index() + 1)).unwrap_or_default();
        let text = if ids.is_empty() { "(no counterpart found)".to_owned() } else { passage(article, ids) };
        format!("{}{place}:\n{text}\n", source(article))
    });
    entries.collect::<Vec<_>>().join("\n")
}

/// What is said instead of copying `text`, when it is too long for a terminal.
#[must_use]
pub fn refusal(text: &str) -> Option<String> {
    (text.len() > MOST).then(|| {
        format!(
            "not copied: {} kB are more than terminals take ({} kB); export it instead",
            text.len().div_ceil(1000),
            MOST / 1000
        )
    })
}

/// `A, Outlet, “Headline”, 2018-07-13 (path)`, as far as it is known.
#[must_use]
pub fn source(article: &Article) -> String {
    let mut parts = vec![article.label.clone()];
    parts.extend(article.source.clone());
    parts.extend(article.title.as_ref().map(|title| format!("“{}”", title.trim())));
    parts.extend(article.date.clone());
    safe(&format!("{} ({})", parts.join(", "), article.path))
}

/// Pasted into a shell or an editor, control characters would act; they are replaced by the signs the screen shows for them.
fn safe(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\n' | '\t') { c } else { stand_in(c).unwrap_or(c) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{ParagraphId, Sentence};

    /// An article of one-sentence paragraphs.
    fn article(label: &str, sentences: &[&str]) -> Article {
        let mut article = Article { label: label.into(), path: format!("{label}.txt"), ..Article::default() };
        for (index, sentence) in sentences.iter().enumerate() {
            let start = u32::try_from(article.text.len()).unwrap_or_default();
            article.text += sentence;
            let end = u32::try_from(article.text.len()).unwrap_or_default();
            article.sentences.push(Sentence { start, end, paragraph: ParagraphId::new(index), tokens: 0..0 });
        }
        article
    }

    fn ids(numbers: &[usize]) -> Vec<SentenceId> {
        numbers.iter().copied().map(SentenceId::new).collect()
    }

    #[test]
    fn a_pair_is_copied_with_its_sources() {
        let a = Article {
            source: Some("The Times".into()),
            title: Some("Rain".into()),
            date: Some("2018-07-13".into()),
            ..article("A", &["It rains. ", "It pours. "])
        };
        let b = article("B", &["Dry. "]);
        insta::assert_snapshot!(with_sources(&[(&a, ids(&[1])), (&b, vec![])]), @"
        A, The Times, “Rain”, 2018-07-13 (A.txt), ¶2:
        It pours.

        B (B.txt):
        (no counterpart found)
        ");
    }

    #[test]
    fn sentences_that_do_not_follow_one_another_are_set_apart() {
        let a = article("A", &["One. ", "Two. ", "Three. ", "Four. "]);
        assert_eq!(passage(&a, &ids(&[0, 1, 3])), "One. Two. […] Four.");
    }

    #[test]
    fn what_a_shell_would_obey_is_not_copied() {
        assert_eq!(safe("rm\x1b[0m\u{202e}\nx"), "rm\u{241b}[0m⇄\nx");
    }

    #[test]
    fn what_no_terminal_takes_is_refused_with_its_size() {
        assert_eq!(refusal("short"), None);
        assert_eq!(
            refusal(&"x".repeat(80_001)).as_deref(),
            Some("not copied: 81 kB are more than terminals take (74 kB); export it instead")
        );
    }
}

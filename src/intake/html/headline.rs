//! Which of the titles that a page gives itself is the headline: without the name of the outlet, which parts equal headlines.

use crate::text::{bare::bare, fold::fold};

/// The most words of an outlet's name behind an upright stroke.
const NAME: usize = 5;
/// A word of so many letters says something.
const LONG: usize = 4;

/// The headline of a page with the title `title`: the heading that its article stands under, if the title speaks of the same; else the
/// part of the title that others of its `headings` repeat, which are surely titles if so marked. `site` is the outlet's name.
pub(super) fn headline<'a>(
    title: &'a str,
    own: Option<&str>,
    headings: impl Iterator<Item = (&'a str, bool)>,
    site: Option<&str>,
) -> String {
    let words: Vec<&str> = title.split_whitespace().collect();
    let site: Option<Vec<String>> = site.map(|site| keys(site).collect());
    let is_site = |name: &[String]| site.as_deref().is_some_and(|site| site == name);
    if let Some(own) = own.filter(|own| !is_site(&keys(own).collect::<Vec<_>>()) && agrees(title, own)) {
        return own.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let mut best: Option<&[&str]> = None;
    for (heading, sure) in headings {
        let key: Vec<String> = keys(heading).collect();
        if !is_site(&key)
            && let Some(part) = part(&words, &key, sure)
        {
            best = Some(part);
            break;
        }
    }
    let mut part = best.unwrap_or(&words);
    // "Ferry sails again | News | The Daily" has the outlet's name last, and the section before it.
    while let Some(at) = part.iter().rposition(|word| is_separator(word)).filter(|at| *at >= 2) {
        let (before, after) = part.split_at_checked(at).unwrap_or((part, &[]));
        let behind: Vec<String> = keys(&after.join(" ")).collect();
        let named = is_site(&behind) || behind.concat() == site.as_ref().map_or(String::new(), |site| site.concat());
        let stroke = after.first() == Some(&"|") && is_name(after.get(1..).unwrap_or_default());
        if !(named && !behind.is_empty() || stroke) {
            break;
        }
        part = before;
    }
    part.join(" ")
}

/// Whether the `heading` of an article and the `title` of its page are about the same: half of the longer words of the shorter one are in
/// the other, or one begins with the other.
pub(super) fn agrees(title: &str, heading: &str) -> bool {
    let (title_keys, heading_keys): (Vec<String>, Vec<String>) = (keys(title).collect(), keys(heading).collect());
    if title_keys.is_empty() || heading_keys.is_empty() {
        return title_keys.is_empty() && !heading_keys.is_empty();
    }
    let words: Vec<&str> = title.split_whitespace().collect();
    let part = part(&words, &heading_keys, true).is_some_and(|part| words.starts_with(part));
    let long = |keys: &[String]| keys.iter().filter(|key| key.chars().count() >= LONG).cloned().collect::<Vec<_>>();
    let (title, heading) = (long(&title_keys), long(&heading_keys));
    let shared = heading.iter().filter(|key| title.contains(key)).count();
    part || title_keys == heading_keys || shared >= 2 && shared * 2 >= title.len().min(heading.len())
}

/// Whether two lines are the same words.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    keys(one).eq(keys(other))
}

/// The outlet that the title of a page names behind its `headline`.
pub(super) fn outlet(title: &str, headline: &str) -> Option<String> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let at = words.iter().rposition(|word| is_separator(word)).filter(|at| *at > 0)?;
    let (before, after) = words.split_at_checked(at)?;
    let name = after.get(1..)?;
    let same = keys(&before.join(" ")).zip(keys(headline)).all(|(one, other)| one == other);
    let inside = keys(headline).count() > keys(&before.join(" ")).count()
        && keys(headline).any(|key| key == fold(name.first().unwrap_or(&"")));
    (same && !inside && is_name(name)).then(|| name.join(" "))
}

/// Whether `words` may be an outlet's name: few, and all but the small ones with a capital.
fn is_name(words: &[&str]) -> bool {
    let begins = |word: &&str| !word.starts_with(char::is_lowercase) || word.contains('.');
    let plain = |word: &&str| word.chars().count() < LONG || begins(word);
    words.first().is_some_and(begins) && words.len() <= NAME && words.iter().all(plain)
}

/// The part of a title in which a heading says the same, if a separator stands before what is left, and less is left than taken
/// or the heading is `sure` to be a title.
fn part<'a, 'b>(words: &'b [&'a str], heading: &[String], sure: bool) -> Option<&'b [&'a str]> {
    let at = words.iter().position(|word| is_separator(word))?;
    let last = words.iter().rposition(|word| is_separator(word))?;
    let same = |part: &[&str]| {
        let taken: Vec<String> = keys(&part.join(" ")).collect();
        taken == heading && (sure || taken.len() * 2 > words.len() - 1)
    };
    let inner = || words.iter().enumerate().filter(|(_, word)| is_separator(word)).map(|(at, _)| at).take(8);
    let front = inner().filter_map(|at| words.get(..at));
    let back = [at, last].into_iter().filter_map(|at| words.get(at + 1..));
    front.chain(back).find(|part| same(part))
}

fn keys(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace().map(|word| fold(bare(word))).filter(|word| !word.is_empty())
}

fn is_separator(word: &str) -> bool {
    matches!(word, "|" | "-" | "–" | "—" | "·" | "•" | "»" | "«" | "::" | ">" | "/" | "||")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_outlet_is_no_part_of_the_headline() {
        for (title, headings, site, found) in [
            ("Ferry sails again | The Daily", vec![], None, "Ferry sails again"),
            ("Mayor quits | The Daily Post", vec![], None, "Mayor quits"),
            ("Ferry sails again - BBC News", vec!["Ferry sails again"], None, "Ferry sails again"),
            ("Ferry sails again - BBC News", vec!["BBC", "Other"], Some("BBC News"), "Ferry sails again"),
            ("Ferry sails again - minister", vec!["Harbour"], Some("BBC News"), "Ferry sails again - minister"),
            ("Ferry sails again | but not on Sundays", vec![], None, "Ferry sails again | but not on Sundays"),
            ("The Daily – Ferry “sails” again", vec!["The Daily", "Ferry 'sails' again"], None, "Ferry “sails” again"),
            ("Ferry sails again | News | The Daily", vec![], Some("The Daily"), "Ferry sails again"),
            ("Ferry | The Daily", vec!["The Daily"], Some("The Daily"), "Ferry | The Daily"),
            ("Strike - what we know - The Daily", vec!["Strike - what we know"], None, "Strike - what we know"),
            ("Ferry sails again", vec![], None, "Ferry sails again"),
            ("", vec![""], Some(""), ""),
        ] {
            let headings = headings.into_iter().map(|heading| (heading, false));
            assert_eq!(headline(title, None, headings, site), found, "{title}");
        }
    }

    #[test]
    fn the_heading_of_the_article_is_the_headline_if_the_title_speaks_of_the_same() {
        for (title, own, found, outlet) in [
            ("Mayor quits - BBC News", "Mayor quits", "Mayor quits", Some("BBC News")),
            (
                "Council closes bridge | The Daily Post",
                "Council closes bridge",
                "Council closes bridge",
                Some("The Daily Post"),
            ),
            (
                "Bridge shut over cracks - The New York Times",
                "Bridge shut over cracks",
                "Bridge shut over cracks",
                Some("The New York Times"),
            ),
            ("Bridge shut — RT World News", "Bridge shut", "Bridge shut", Some("RT World News")),
            (
                "Council closes bridge | The Daily Post",
                "Council closes bridge over cracks",
                "Council closes bridge over cracks",
                Some("The Daily Post"),
            ),
            (
                "Bridge shut: council names cracks",
                "Council names cracks after bridge is shut",
                "Council names cracks after bridge is shut",
                None,
            ),
            ("Ferry sails again - minister", "Ferry sails again - minister", "Ferry sails again - minister", None),
            ("Ferry sails again", "Politics", "Ferry sails again", None),
            ("橋が閉鎖 - 日刊新聞", "橋が閉鎖", "橋が閉鎖", Some("日刊新聞")),
        ] {
            assert_eq!(headline(title, Some(own), std::iter::empty(), None), found, "{title}");
            assert_eq!(super::outlet(title, found).as_deref(), outlet, "{title}");
        }
    }
}

//! Which of the titles that a page gives itself is the headline: without the name of the outlet, which parts equal headlines.

use crate::text::fold::fold;

/// The most words of an outlet's name behind an upright stroke.
const NAME: usize = 4;

/// The headline of a page with the title `title`, by its `headings` of the first level and other titles, and the name of the `site`.
pub(super) fn headline<'a>(title: &'a str, headings: impl Iterator<Item = &'a str>, site: Option<&str>) -> String {
    let words: Vec<&str> = title.split_whitespace().collect();
    let site: Option<Vec<String>> = site.map(|site| keys(site).collect());
    let is_site = |name: &[String]| site.as_deref().is_some_and(|site| site == name);
    let mut best: Option<&[&str]> = None;
    for heading in headings {
        let key: Vec<String> = keys(heading).collect();
        if !is_site(&key)
            && let Some(part) = part(&words, &key)
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
        let stroke = after.first() == Some(&"|") && behind.len() <= NAME && before.len() > behind.len();
        if !(named && !behind.is_empty() || stroke) {
            break;
        }
        part = before;
    }
    part.join(" ")
}

/// The part of a title in which a heading says the same, if a separator stands before what is left, and less is left than taken.
fn part<'a, 'b>(words: &'b [&'a str], heading: &[String]) -> Option<&'b [&'a str]> {
    let at = words.iter().position(|word| is_separator(word))?;
    let last = words.iter().rposition(|word| is_separator(word))?;
    let same = |part: &[&str]| {
        let taken: Vec<String> = keys(&part.join(" ")).collect();
        taken == heading && taken.len() * 2 > words.len() - 1
    };
    let inner = || words.iter().enumerate().filter(|(_, word)| is_separator(word)).map(|(at, _)| at).take(8);
    let front = inner().filter_map(|at| words.get(..at));
    let back = [at, last].into_iter().filter_map(|at| words.get(at + 1..));
    front.chain(back).find(|part| same(part))
}

fn keys(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace()
        .map(|word| fold(word.trim_matches(|c: char| !c.is_alphanumeric())))
        .filter(|word| !word.is_empty())
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
            ("Ferry sails again - BBC News", vec!["Ferry sails again"], None, "Ferry sails again"),
            ("Ferry sails again - BBC News", vec!["BBC", "Other"], Some("BBC News"), "Ferry sails again"),
            ("Ferry sails again - minister", vec!["Harbour"], Some("BBC News"), "Ferry sails again - minister"),
            ("The Daily – Ferry “sails” again", vec!["The Daily", "Ferry 'sails' again"], None, "Ferry “sails” again"),
            ("Ferry sails again | News | The Daily", vec![], Some("The Daily"), "Ferry sails again"),
            ("Ferry | The Daily", vec!["The Daily"], Some("The Daily"), "Ferry | The Daily"),
            ("Strike - what we know - The Daily", vec!["Strike - what we know"], None, "Strike - what we know"),
            ("Ferry sails again", vec![], None, "Ferry sails again"),
            ("", vec![""], Some(""), ""),
        ] {
            assert_eq!(headline(title, headings.into_iter(), site), found, "{title}");
        }
    }
}

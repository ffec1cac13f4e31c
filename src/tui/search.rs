//! Finding words in all articles at once, case, accents and typography aside. May be asked for the places of a query; reads only.
//!
//! A text is folded once, with a record of where each folded letter stands in the original: offsets found in a lower-cased copy
//! do not fit the text it was made from. What is found lies within one paragraph, and `^` and `$` are the ends of one.

mod folded;

use std::sync::Arc;

use regex::RegexBuilder;
use serde::{Deserialize, Serialize};

use self::folded::Folded;
use crate::{
    page::Hits,
    progress::{Progress, Stage},
    story::{Article, ArticleId, Story},
    text::{fold::fold_into, span::Span},
};

/// The articles, folded for searching.
#[derive(Clone, Debug, Default)]
pub struct Searchable {
    texts: Vec<Folded>,
}

/// What to search for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Query {
    /// Words, or a regular expression.
    pub text: String,
    /// Whether it is a regular expression (the syntax of the crate regex).
    pub regex: bool,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Where, in each article by index, in reading order, never overlapping.
    pub places: Arc<Vec<Vec<Span>>>,
    /// Why nothing could be searched for: what is wrong with the regular expression.
    pub fault: Option<String>,
}

impl Searchable {
    /// Folds the articles of `story`.
    #[must_use]
    pub fn new(story: &Story) -> Self {
        Self::watched(story, &Progress::default())
    }

    /// As [`Searchable::new`], while somebody waits for it. Stopped, it ends soon, and what it gives is to be thrown away.
    #[must_use]
    pub fn watched(story: &Story, progress: &Progress) -> Self {
        progress.enter(Stage::Searching);
        progress.begin(story.articles.iter().map(|(_, article)| article.text.len()).sum());
        let folded = |article: &Article| {
            let starts = article.paragraphs.iter().map(|paragraph| paragraph.start as usize);
            Folded::watched(&article.text, starts, progress)
        };
        Self { texts: story.articles.iter().map(|(_, article)| folded(article)).collect() }
    }

    /// Every place of `query`, while `progress` says that somebody waits for it. An empty one is found nowhere.
    #[must_use]
    pub fn find(&self, query: &Query, progress: &Progress) -> Found {
        let found = |places: Vec<Vec<Span>>, fault| Found { places: Arc::new(places), fault };
        let nowhere = |fault| found(vec![Vec::new(); self.texts.len()], fault);
        let waits = || !progress.is_stopped();
        if query.text.is_empty() {
            return nowhere(None);
        }
        if !query.regex {
            let folded = Folded::new(&query.text);
            let wanted = folded.text();
            let places = |text: &Folded| {
                let inside = |(start, paragraph): (usize, &str)| {
                    let all = paragraph.match_indices(wanted).take_while(|_| waits());
                    all.map(|(at, found)| text.original(start + at, start + at + found.len())).collect::<Vec<_>>()
                };
                text.paragraphs().flat_map(inside).collect()
            };
            if wanted.trim().is_empty() {
                return nowhere(None);
            }
            return found(self.texts.iter().map(places).collect(), None);
        }
        match RegexBuilder::new(&folded_pattern(&query.text)).case_insensitive(true).size_limit(1 << 20).build() {
            Err(error) => nowhere(Some(in_one_line(&error.to_string()))),
            Ok(pattern) => {
                let places = |text: &Folded| {
                    let inside = |(start, paragraph): (usize, &str)| {
                        let all =
                            pattern.find_iter(paragraph).take_while(|_| waits()).filter(|found| !found.is_empty());
                        all.map(|found| text.original(start + found.start(), start + found.end())).collect::<Vec<_>>()
                    };
                    text.paragraphs().flat_map(inside).collect()
                };
                found(self.texts.iter().map(places).collect(), None)
            }
        }
    }
}

impl Found {
    /// How many places there are in each article.
    #[must_use]
    pub fn counts(&self) -> Vec<usize> {
        self.places.iter().map(Vec::len).collect()
    }

    /// How many places there are in all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.places.iter().map(Vec::len).sum()
    }

    /// The places, for a page to mark, with the one the reader is at.
    #[must_use]
    pub fn hits(&self, current: Option<(ArticleId, Span)>) -> Hits {
        Hits { spans: Arc::clone(&self.places), current }
    }
}

/// A pattern with its letters beyond ASCII folded, as the text is; its syntax is ASCII and stays.
fn folded_pattern(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut letter = [0; 4];
    for c in pattern.chars() {
        if c.is_ascii() { out.push(c) } else { fold_into(c.encode_utf8(&mut letter), &mut out) }
    }
    out
}

/// The last line of the crate's message, which says what is wrong without drawing the pattern.
fn in_one_line(message: &str) -> String {
    let last = message.lines().rfind(|line| !line.trim().is_empty()).unwrap_or(message);
    last.trim().trim_start_matches("error: ").to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn story(texts: &[&str]) -> Story {
        let article = |text: &&str| Article { text: (*text).to_owned(), ..Article::default() };
        Story { articles: texts.iter().map(article).collect(), ..Story::default() }
    }

    /// What is found of `query` in `text`, in brackets.
    fn marked(text: &str, query: &str, regex: bool) -> String {
        let found =
            Searchable::new(&story(&[text])).find(&Query { text: query.to_owned(), regex }, &Progress::default());
        let mut out = String::new();
        let mut at = 0;
        for place in &found.places[0] {
            out += text.get(at..place.start as usize).unwrap();
            out += &format!("[{}]", place.of(text));
            at = place.end as usize;
        }
        out + text.get(at..).unwrap()
    }

    #[test]
    fn case_accents_and_typography_are_set_aside() {
        assert_eq!(marked("Le Café, le CAFE", "café", false), "Le [Café], le [CAFE]");
        assert_eq!(marked("cafe\u{301} ouvert", "cafe", false), "[cafe\u{301}] ouvert");
        assert_eq!(marked("“We’re ready” – he said", "we're ready\" -", false), "“[We’re ready” –] he said");
        assert_eq!(marked("STRASSE Straße", "straße", false), "[STRASSE] [Straße]");
        assert_eq!(marked("İstanbul and ISTANBUL", "istanbul", false), "[İstanbul] and [ISTANBUL]");
        assert_eq!(marked("co\u{ad}operate", "cooperate", false), "[co\u{ad}operate]");
    }

    #[test]
    fn a_phrase_is_found_across_line_breaks_and_double_blanks() {
        assert_eq!(marked("Bahram\nGhasemi  told", "bahram ghasemi told", false), "[Bahram\nGhasemi  told]");
        assert_eq!(marked("a volun-\n tary recall", "voluntary re", false), "a [volun-\n tary re]call");
    }

    #[test]
    fn a_part_of_a_ligature_marks_the_whole_of_it() {
        assert_eq!(marked("ﬁnal", "f", false), "[ﬁ]nal");
        assert_eq!(marked("ﬁnal", "in", false), "[ﬁn]al");
    }

    #[test]
    fn regular_expressions_work_on_the_folded_text() {
        assert_eq!(
            marked("Netanyahu met Putin in 2018.", r"\b[a-z]+u\b|\d{4}", true),
            "[Netanyahu] met Putin in [2018]."
        );
        assert_eq!(marked("Élysée", "^ÉLY", true), "[Ély]sée");
        assert_eq!(marked("abc", "x*", true), "abc");
    }

    #[test]
    fn nothing_reaches_from_one_paragraph_into_the_next() {
        let story = crate::intake::from_bytes([("a", "The news\n\nRussia spoke.\n\nIran of Syria\n\nin Russia")]);
        let found = |query: &str, regex: bool| {
            let found = Searchable::new(&story).find(&Query { text: query.to_owned(), regex }, &Progress::default());
            let article = &story.articles[ArticleId::new(0)];
            found.places[0].iter().map(|place| place.of(&article.text)).collect::<Vec<_>>().join("|")
        };
        insta::assert_snapshot!(found("^russia", true), @"Russia");
        insta::assert_snapshot!(found(".*ia$", true), @"Iran of Syria|in Russia");
        insta::assert_snapshot!(found("news russia", false), @"");
    }

    #[test]
    fn a_wrong_expression_is_explained_in_one_line() {
        let found = Searchable::new(&story(&["a", "b"]))
            .find(&Query { text: "(a".to_owned(), regex: true }, &Progress::default());
        assert_eq!(found.fault.as_deref(), Some("unclosed group"));
        assert_eq!(found.counts(), [0, 0]);
    }

    #[test]
    fn nothing_and_blanks_are_found_nowhere_and_all_articles_are_searched() {
        let searchable = Searchable::new(&story(&["Russia, russia", "no", "RUSSIA"]));
        let counts =
            |text: &str| searchable.find(&Query { text: text.to_owned(), regex: false }, &Progress::default()).counts();
        assert_eq!(counts("russia"), [2, 0, 1]);
        assert_eq!(counts(""), [0, 0, 0]);
        assert_eq!(counts("  "), [0, 0, 0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn places_are_whole_letters_in_order(text in "[ aeéßİﬁ日\u{301}\u{ad}\n”]{0,30}", query in "[aeéßiﬁ ]{1,3}") {
            let found = Searchable::new(&story(&[&text])).find(&Query { text: query, regex: false }, &Progress::default());
            let mut before = 0;
            for place in &found.places[0] {
                prop_assert!(text.get(place.range()).is_some(), "{place:?} cuts a letter");
                prop_assert!(place.start >= before && !place.is_empty());
                before = place.end.min(place.start + 1);
            }
        }
    }
}

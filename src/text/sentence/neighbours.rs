//! What stands before and after a stop.

use crate::text::span::boundary_before;

/// What follows a stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next<'a> {
    /// The first character behind white space, opening quotation marks, brackets and dashes.
    pub first: Option<char>,
    /// The word that begins with it.
    pub word: &'a str,
    /// Whether white space follows the stop.
    pub gap: bool,
    /// Whether an opening sign stands before the word.
    pub opened: bool,
    /// Whether it is a quotation mark.
    pub opened_by_quote: bool,
    /// Whether the word is followed by a stop that is followed by a letter, as in a file name.
    pub dotted: bool,
    /// Whether it is a capital with a stop: the next of several initials.
    pub initial: bool,
}

impl<'a> Next<'a> {
    /// What follows byte `end` of `text`.
    pub(super) fn after(text: &'a str, end: usize) -> Self {
        let rest = text.get(end..).unwrap_or_default();
        let gap = rest.starts_with(char::is_whitespace);
        let trimmed = rest.trim_start();
        let word_start = trimmed.trim_start_matches(|c: char| is_opener(c) || is_dash(c) || c.is_whitespace());
        let lead = trimmed.get(..trimmed.len() - word_start.len()).unwrap_or_default();
        // A sign alone, such as a bullet or an emoji, counts as what it is.
        let target = if word_start.is_empty() { trimmed } else { word_start };
        let length =
            target.find(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-')).unwrap_or(target.len());
        let (word, after) = target.split_at_checked(length).unwrap_or((target, ""));
        let dotted =
            after.strip_prefix(['.', '(', '/', '_']).is_some_and(|a| a.starts_with(|c: char| !c.is_whitespace()));
        let mut letters = word.chars();
        let initial =
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && after.starts_with('.');
        Self {
            initial,
            first: target.chars().next(),
            word,
            gap,
            opened: lead.contains(is_opener),
            opened_by_quote: lead.contains(is_quote),
            dotted,
        }
    }

    /// Whether a word follows that is written small. `iPhone` and `al-Assad` count as capital: they keep their small letter
    /// at the beginning of a sentence.
    pub(super) fn is_small(&self) -> bool {
        self.first.is_some_and(char::is_lowercase)
            && !self.opened_by_quote
            && !(self.word.chars().any(char::is_uppercase) && self.word.chars().nth(1).is_some())
    }

    /// Whether a figure follows.
    pub(super) fn is_figure(&self) -> bool {
        self.first.is_some_and(|c| c.is_numeric() || matches!(c, '#' | '§' | '$' | '€' | '£'))
    }
}

/// The word that ends at byte `at` of `text`, with the stops inside it: `U.S` before the last stop of "the U.S.".
pub(super) fn word_before(text: &str, at: usize) -> &str {
    let lead = text.get(..at).unwrap_or_default();
    // No abbreviation is longer; the limit keeps a text without white space from being searched again at every stop.
    let near = lead.get(boundary_before(lead, at.saturating_sub(48))..).unwrap_or_default();
    let start = near
        .rfind(|c: char| c.is_whitespace() || is_opener(c) || matches!(c, '/' | '—' | '–' | ',' | ';' | ':'))
        .map_or(0, |sign| sign + near.get(sign..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    near.get(start..).unwrap_or_default()
}

/// Whether `c` is a quotation mark.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』')
}

fn is_opener(c: char) -> bool {
    is_quote(c) || matches!(c, '(' | '[' | '{' | '¿' | '¡' | '（' | '【' | '《' | '〈' | '*' | '_')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}')
}

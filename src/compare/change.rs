//! A word-level difference inside a link, and what links say of their wording.

use serde::Serialize;

use super::names;
use crate::{story::Side, text::span::Span};

/// A word-level difference inside a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The wording on the left; none where the right inserts.
    pub left: Option<Span>,
    /// The wording on the right; none where the left's wording was left out.
    pub right: Option<Span>,
    /// What kind of change it is.
    pub class: ChangeClass,
    /// Whether both sides have these words, each at another place of the sentence: nothing was left out or put in.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub moved: bool,
}

/// What kind of change it is, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeClass {
    /// A figure has another value.
    Number,
    /// A name is another one, or spelt otherwise.
    Name,
    /// Other words.
    Word,
    /// Accents only: a slip, or another word (*schon*, *schön*). Written as typography, of which the JSON contract knows no other kinds, with
    /// `accents` beside it.
    #[serde(rename = "typography")]
    Accent,
    /// Other punctuation.
    Punctuation,
    /// Capital letters only.
    Case,
    /// Curly and straight quotes, dashes, hyphens, white space only; or one figure in two spellings (`5%`, `five per cent`).
    Typography,
}

impl Change {
    /// The wording on `side`.
    #[must_use]
    pub fn on(&self, side: Side) -> Option<Span> {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    /// The same change with the sides exchanged.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self { left: self.right, right: self.left, ..self }
    }

    /// The change as it is written for other programs, which cannot tell another spelling from another name by the class; `texts` are those of
    /// the left and of the right article. What is not `shared` lies outside the shared part of a partial link.
    #[must_use]
    pub fn written(self, [left, right]: [&str; 2], shared: bool) -> impl Serialize + use<> {
        let words = self.left.zip(self.right).filter(|_| self.class == ChangeClass::Name);
        let same_name = words.is_some_and(|(l, r)| names::is_respelt(l.of(left), r.of(right)));
        Written { change: self, same_name, accents: self.class == ChangeClass::Accent, shared }
    }

    /// By place on the left, then on the right; what the right inserts stands behind all that has a place on the left.
    pub(super) fn place(&self) -> (u32, u32) {
        (self.left.map_or(u32::MAX, |span| span.start), self.right.map_or(u32::MAX, |span| span.start))
    }
}

/// A change with what its class leaves open.
#[derive(Serialize)]
struct Written {
    #[serde(flatten)]
    change: Change,
    /// Of a change of name: that it is the same name, spelt otherwise, as far as the letters tell.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    same_name: bool,
    /// Of typography: that accents alone differ, which may make two words.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    accents: bool,
    /// False of what lies outside the shared part of a partial link: words that only one of the passages holds, and no change.
    #[serde(skip_serializing_if = "is_true")]
    shared: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_true(value: &bool) -> bool {
    *value
}

/// What a link says of its wording.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LinkWording {
    /// The stretches that the two sides hold against each other, left and right, in reading order of the left. In a `same` or
    /// `reworded` link that is everything; in a `partial` one what they share: all that lies outside, on either side, is not
    /// changed but only here.
    pub shared: Vec<(Span, Span)>,
    /// The differences inside these stretches, by their place.
    #[serde(skip)]
    pub changes: Vec<Change>,
    /// Whether so little is kept that the passage counts as replaced whole.
    pub replaced: bool,
}

impl LinkWording {
    /// The same with the sides exchanged.
    #[must_use]
    pub fn swapped(mut self) -> Self {
        self.shared.iter_mut().for_each(|(left, right)| std::mem::swap(left, right));
        self.shared.sort();
        self.changes.iter_mut().for_each(|change| *change = change.swapped());
        self.changes.sort_by_key(Change::place);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_spelling_of_a_name_can_be_told_from_another_name() {
        let written = |left: &str, right: &str| {
            let span = |text: &str| Some(Span::new(0, text.len()));
            let change = Change { left: span(left), right: span(right), class: ChangeClass::Name, moved: false };
            serde_json::to_string(&change.written([left, right], true)).unwrap_or_default()
        };
        assert_eq!(
            written("Mohammed Ghasemi", "Mohammed Qassemi"),
            r#"{"left":[0,16],"right":[0,16],"class":"name","same_name":true}"#
        );
        assert_eq!(written("Oslo", "Turku"), r#"{"left":[0,4],"right":[0,5],"class":"name"}"#);
    }
}

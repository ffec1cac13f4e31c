//! What a speaker is, and when two are the same as far as their names tell.

use serde::Serialize;

use crate::{
    compare::names::{one_letter_apart, same_name},
    text::{fold::fold, span::Span},
};

/// Who is said to speak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Speaker {
    /// The words that say so.
    pub span: Span,
    /// The name these words give or stand for, the longest the article has for that speaker; none when the article leaves it open.
    pub name: Option<String>,
    /// What these words are.
    pub kind: SpeakerKind,
}

/// What kind of words names a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SpeakerKind {
    /// A name, or several at once, which have no name of their own: "Keller and Steiner".
    Named,
    /// `he`, `she`, `they`.
    Pronoun,
    /// An office: "the ministry spokesman".
    Office,
    /// A body: "the foreign ministry".
    Institution,
    /// A collective or a source without a name: "critics", "an Israeli source"; also several at once: "Keller and her lawyers".
    Unnamed,
}

impl Speaker {
    /// Whether the two are the same speaker as far as their names tell: the same last name, in whatever spelling, or the same
    /// words.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        match (&self.name, &other.name) {
            (Some(a), Some(b)) => same_speaker(a, b),
            _ => false,
        }
    }
}

/// Whether two names end in the same last name, in whatever spelling; one letter may differ where the first names are the same.
#[must_use]
pub(in crate::compare) fn same_speaker(a: &str, b: &str) -> bool {
    let (l, r) = (last_name(a), last_name(b));
    let beside = || first_name(a).is_some_and(|first| Some(first) == first_name(b));
    l == r || same_name(&l, &r) || (one_letter_apart(&l, &r) && beside())
}

/// The folded last word of `name`.
pub(in crate::compare) fn last_name(name: &str) -> String {
    name.split_whitespace().next_back().map(fold).unwrap_or_default()
}

/// The folded first word of `name`, if it has several.
pub(in crate::compare) fn first_name(name: &str) -> Option<String> {
    name.split_once(' ').map(|(first, _)| fold(first))
}

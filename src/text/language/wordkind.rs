//! What the lists of `assets/abbreviations` say of a word. Shared with `build.rs`, which takes the lists apart; so it names nothing outside the
//! standard library.

/// What a list says of a word. It may say several things, each of which is one bit of the word's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// An abbreviation: a name or more of the sentence follows.
    Title,
    /// An abbreviation: the sentence goes on when a figure or a month follows.
    Number,
    /// An abbreviation: the sentence ends only before a word that begins sentences.
    Inner,
    /// An abbreviation: the sentence ends unless a time zone or a day follows.
    Time,
    /// A day, a month or a time zone that may follow an hour.
    Zone,
    /// A word that begins sentences and is no name.
    Starter,
    /// A verb that follows a quotation.
    Said,
    /// What a company is called behind its name.
    Company,
}

impl WordKind {
    /// The bit that stands for the kind in a word's number.
    #[must_use]
    pub const fn bit(self) -> u16 {
        1 << self as u16
    }
}

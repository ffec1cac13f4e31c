//! The number that is typed before a key. Where its first digits are keys of their own, what they did can be taken back.

use super::Before;

/// The most that is counted.
const MOST: u32 = 9_999;

/// The number that is being typed before a key.
#[derive(Debug, Default)]
pub struct Count {
    number: Option<u32>,
    /// How things were shown before the digits acted as keys of their own; none when they did not.
    before: Option<Box<Before>>,
}

impl Count {
    /// A number that is nothing else.
    #[must_use]
    pub fn plain(number: u32) -> Self {
        Self { number: Some(number), before: None }
    }

    /// A number whose digits acted as keys; `before` that, things were shown so.
    #[must_use]
    pub fn begun(number: u32, before: Box<Before>) -> Self {
        Self { number: Some(number), before: Some(before) }
    }

    /// The number typed so far, if any.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        self.number
    }

    /// Whether its digits acted as keys, so that it is no number unless a key follows at once.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        self.before.is_some()
    }

    /// The number with `digit` behind it; at most 9,999.
    #[must_use]
    pub fn with(&self, digit: u32) -> u32 {
        (self.number.unwrap_or(0) * 10 + digit).min(MOST)
    }

    /// Forgets the number; gives it, and how things were shown before its digits acted.
    pub fn take(&mut self) -> (Option<u32>, Option<Box<Before>>) {
        let Self { number, before } = std::mem::take(self);
        (number, before)
    }
}

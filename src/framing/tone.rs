//! How charged an article's words are as a whole. Where hardly any word is, a mild one is the language of the trade, and what a source is
//! reported to say is plain news.
//!
//! Measured on invented stories with labels: of the mild cues in articles with fewer than one clear word of the writer's in seven
//! sentences three in ten were marked by readers, of the same cues in articles with one in three sentences or more eight in ten.

use super::{cue::Cue, reading::Reading};
use crate::compare::FindingKind;

/// How charged an article's words are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tone {
    /// Clear words of the writer's own that judge.
    clear: usize,
    /// Sentences that tell the news.
    sentences: usize,
}

impl Tone {
    /// A text of fewer sentences shows no tone.
    const SHORTEST: usize = 8;
    /// A plain text has fewer than one clear word in so many sentences, besides the one that is asked about.
    const PLAIN: usize = 7;
    /// A sober one, in so many.
    const SOBER: usize = 3;

    /// The tone of the article with these `cues`.
    pub fn of(reading: &Reading<'_>, cues: &[Cue]) -> Self {
        let clear = cues.iter().filter(|cue| is_clear(cue)).count();
        Self { clear, sentences: reading.told().count() }
    }

    /// Whether, but for `cue`, hardly any word is charged.
    pub fn is_plain_beside(self, cue: &Cue) -> bool {
        self.is_below(Self::PLAIN, cue)
    }

    /// Whether, but for `cue`, few words are.
    pub fn is_sober_beside(self, cue: &Cue) -> bool {
        self.is_below(Self::SOBER, cue)
    }

    fn is_below(self, within: usize, cue: &Cue) -> bool {
        let others = self.clear - usize::from(is_clear(cue)).min(self.clear);
        self.sentences >= Self::SHORTEST && others * within < self.sentences
    }
}

/// Whether it is a clear word of the writer's own that judges.
fn is_clear(cue: &Cue) -> bool {
    use FindingKind::{Evaluation, Hedge, Interpretation, Loaded, Naming};
    cue.strength > 1 && !cue.reported && matches!(cue.kind, Evaluation | Hedge | Interpretation | Loaded | Naming)
}

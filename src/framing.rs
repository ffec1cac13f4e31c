//! The cues of framing: what a writer's choice of words does, stated as facts of wording. Word lists come from
//! `assets/words` and from the reader's own folder, as values; cannot fail.

mod cue;

pub use cue::cues;

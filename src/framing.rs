//! The cues of framing: what a writer's choice of words does, stated as facts of wording, never as a verdict. May be asked which
//! cues of two aligned articles differ. The words come from the lists of [`crate::lexicon`], the rest from a few patterns; words
//! inside a source's quotation are not the writer's and are never a cue, except scare quotes. Cannot fail.
//!
//! ```text
//! article → Reading → listed + patterned → Cue …  ┐
//! article → Reading → listed + patterned → Cue …  ┴ differing(links) → Finding …
//! ```

mod bare;
mod certainty;
mod clauses;
mod counterpart;
mod cue;
mod differing;
mod dropped;
mod fitting;
mod labels;
mod literal;
mod pattern;
mod patterns;
mod productive;
mod reading;
mod sentences;
mod shape;
mod telling;
#[cfg(test)]
mod tests;
mod verbs;
mod voices;
mod weighing;
mod why;

pub use differing::cues;

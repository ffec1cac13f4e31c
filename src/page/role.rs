//! What a stretch of text is on a page; a theme turns roles into colours, last.

use crate::compare::FindingKind;

/// What a stretch of text is on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The article's words, unchanged.
    Plain,
    /// Words that only the left article has, inside a link.
    Removed,
    /// Words that only the right article has, inside a link.
    Added,
    /// A cue of framing.
    Cue(FindingKind),
    /// Numbers and signs beside the text.
    Gutter,
    /// Lines between columns and rows.
    Rule,
}

//! How wide text is on a terminal. The only user of `unicode-width`; text is cut at grapheme and column borders through here
//! alone.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A number of terminal columns. Never a byte offset and never an index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Columns(pub u16);

/// How many columns `text` takes. Text wider than 65,535 columns counts as that.
#[must_use]
pub fn columns(text: &str) -> Columns {
    if text.is_ascii() && !text.bytes().any(|b| b.is_ascii_control()) {
        return Columns(u16::try_from(text.len()).unwrap_or(u16::MAX));
    }
    Columns(u16::try_from(text.width()).unwrap_or(u16::MAX))
}

/// The extended grapheme clusters of `text`, each with its byte offset and its width.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str, Columns)> {
    text.grapheme_indices(true).map(|(at, cluster)| (at, cluster, columns(cluster)))
}

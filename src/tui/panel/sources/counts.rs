//! How much a speaker says in one article, as columns of a table: as many as there is room for, the first ones first.

use std::fmt::Write as _;

use crate::{page::Glyphs, tui::fit::cut};

/// How much a speaker says in one article.
#[derive(Clone, Debug)]
pub(super) struct Counts {
    /// Where first: `A ¶5`.
    pub place: String,
    /// The same, as a share of the article.
    pub early: String,
    /// Quotations.
    pub quoted: usize,
    /// Words in them.
    pub words: usize,
    /// Sentences that report.
    pub reported: usize,
    /// The verbs of saying.
    pub verbs: String,
}

/// From this width on the heads of columns say more.
const WIDE_FROM: usize = 72;

/// Fewer columns than this tell nothing of the verbs.
const FEWEST_VERBS: usize = 12;

/// The columns before the verbs: the head of each where there is room and where there is little, with its width.
const COLUMNS: [[(&str, usize); 2]; 5] = [
    [("   first in", 12), ("   in", 10)],
    [("how early", 10), ("early", 6)],
    [("quoted", 8), ("quoted", 8)],
    [("in words", 10), ("words", 7)],
    [("reported", 10), ("reported", 10)],
];

/// What stands above the counts in a panel of `width` columns.
pub(super) fn heads(width: usize) -> String {
    let narrow = usize::from(width < WIDE_FROM);
    row(width, COLUMNS.map(|head| head[narrow].0.to_owned()), |_| "verbs".to_owned())
}

impl Counts {
    /// The counts in a panel of `width` columns.
    pub(super) fn line(&self, width: usize, glyphs: Glyphs) -> String {
        let place = format!("   {}", self.place);
        let counts = [self.quoted, self.words, self.reported].map(|count| count.to_string());
        let [quoted, words, reported] = counts;
        row(width, [place, self.early.clone(), quoted, words, reported], |room| {
            cut(&self.verbs, room, glyphs.ellipsis())
        })
    }
}

/// `cells` under one another, as many as fit, and the verbs if they do; no blanks at the end.
fn row(width: usize, cells: [String; 5], verbs: impl Fn(usize) -> String) -> String {
    let narrow = usize::from(width < WIDE_FROM);
    let mut line = String::new();
    let mut used = 0;
    for (index, (cell, column)) in cells.iter().zip(COLUMNS).enumerate() {
        let wide = column[narrow].1;
        used += wide;
        if used > width {
            return line;
        }
        // What is counted stands right in its column, the place left.
        let _ = if index == 0 { write!(line, "{cell:<wide$}") } else { write!(line, "{cell:>wide$}") };
    }
    let room = width.saturating_sub(used + 3);
    if room >= FEWEST_VERBS {
        line.push_str("  ");
        line.push_str(&verbs(room));
    }
    line.truncate(line.trim_end().len());
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_stand_under_their_heads_at_any_width_and_nothing_is_cut_but_verbs() {
        let verbs = "told reporters, said, charged that, insisted".to_owned();
        let counts = Counts { place: "A ¶7".into(), early: "26 %".into(), quoted: 3, words: 80, reported: 0, verbs };
        let picture = |width| format!("{}\n{}", heads(width), counts.line(width, Glyphs::UNICODE));
        insta::assert_snapshot!(picture(100), @"
           first in  how early  quoted  in words  reported  verbs
           A ¶7           26 %       3        80         0  told reporters, said, charged that, insisted
        ");
        insta::assert_snapshot!(picture(60), @"
           in      early  quoted  words  reported  verbs
           A ¶7     26 %       3     80         0  told reporters…
        ");
        insta::assert_snapshot!(picture(40), @"
           in      early  quoted  words
           A ¶7     26 %       3     80
        ");
    }
}

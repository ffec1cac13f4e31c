//! A line of a terminal, as far as the places of letters go, with a measure of its own.

use std::sync::LazyLock;

use regex::Regex;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthChar as _;

/// How a terminal measures what it is sent.
#[derive(Clone, Copy, Debug)]
pub(super) enum Measure {
    /// Each letter by itself; vowel signs and other marks take no column (VTE, kitty).
    Letters,
    /// Each letter by itself; what is not over or under a letter takes a column of its own (xterm, and old tables).
    Apart,
    /// Whole clusters, as wide as their first letter (terminals that know clusters).
    Clusters,
    /// Each letter by itself, by tables that know no pictures.
    Old,
}

/// Marks and strokes that take no column (categories M, Hangul vowels and finals, Thai SARA AM), and those of them that may.
static MARKS: LazyLock<[Regex; 2]> = LazyLock::new(|| {
    [r"^[\p{M}\u{1160}-\u{11ff}\u{e33}]$", r"^[\p{Mc}\u{1160}-\u{11ff}\u{e33}]$"]
        .map(|class| Regex::new(class).unwrap())
});

impl Measure {
    pub(super) const ALL: [Self; 4] = [Self::Letters, Self::Apart, Self::Clusters, Self::Old];

    fn pieces(self, text: &str) -> Vec<(&str, usize)> {
        let first = |piece: &str| piece.chars().next().and_then(char::width).unwrap_or_default();
        if let Self::Clusters = self {
            return text.graphemes(true).map(|piece| (piece, first(piece).max(1))).collect();
        }
        let letters = text.char_indices().map(|(at, c)| &text[at..at + c.len_utf8()]);
        let wide = |piece: &str| match self {
            Self::Letters if MARKS[0].is_match(piece) => 0,
            Self::Apart if MARKS[1].is_match(piece) => 1,
            Self::Old if piece.chars().any(|c| c > '\u{1f000}') => 1,
            _ => first(piece),
        };
        letters.map(|piece| (piece, wide(piece))).collect()
    }
}

/// A line of a terminal.
pub(super) struct Emulator {
    measure: Measure,
    /// What stands in each column; the second half of a wide letter is empty.
    cells: Vec<String>,
    at: usize,
}

impl Emulator {
    pub(super) fn new(width: usize, measure: Measure) -> Self {
        Self { measure, cells: vec![" ".to_owned(); width], at: 0 }
    }

    /// Takes what a program sends: letters, places (CUP), and sequences of other kinds, which do nothing here.
    pub(super) fn hear(&mut self, sent: &str) {
        let mut rest = sent;
        while !rest.is_empty() {
            let (text, sequence) = rest.split_at(rest.find('\x1b').unwrap_or(rest.len()));
            for (piece, wide) in self.measure.pieces(text) {
                self.put(piece, wide);
            }
            let end = sequence.find(|c: char| c.is_ascii_alphabetic()).map_or(sequence.len(), |end| end + 1);
            if let Some(place) = sequence[..end].strip_prefix("\x1b[").and_then(|place| place.strip_suffix('H')) {
                self.at = place.split(';').nth(1).map_or(0, |column| column.parse::<usize>().unwrap() - 1);
            }
            rest = &sequence[end..];
        }
    }

    fn put(&mut self, piece: &str, wide: usize) {
        if wide == 0 {
            if let Some(cell) = self.cells[..self.at].iter_mut().rfind(|cell| !cell.is_empty()) {
                cell.push_str(piece);
            }
            return;
        }
        for at in self.at..(self.at + wide).min(self.cells.len()) {
            self.clear(at);
        }
        for (more, at) in (self.at..(self.at + wide).min(self.cells.len())).enumerate() {
            self.cells[at] = if more == 0 { piece.to_owned() } else { String::new() };
        }
        self.at = (self.at + wide).min(self.cells.len());
    }

    /// Empties a column, and the other half of what stands there.
    fn clear(&mut self, at: usize) {
        if self.cells[at].is_empty() {
            self.cells[at - 1] = " ".to_owned();
        }
        if let Some(half) = self.cells.get_mut(at + 1).filter(|half| half.is_empty()) {
            *half = " ".to_owned();
        }
        self.cells[at] = " ".to_owned();
    }

    pub(super) fn screen(&self) -> String {
        self.cells.concat()
    }
}

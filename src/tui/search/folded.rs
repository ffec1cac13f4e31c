//! A text folded for searching, with where each of its letters comes from.

use crate::{
    progress::Progress,
    text::{broken::goes_on, fold::fold_into, span::Span},
};

/// Bytes between two looks at whether anybody still waits.
const CHUNK: usize = 64 * 1024;

/// A folded text and where it comes from.
#[derive(Clone, Debug)]
pub(super) struct Folded {
    text: String,
    /// Where each paragraph ends in it, without the blank behind it; at least one.
    ends: Vec<usize>,
    /// Where runs begin in which folded and original offsets move in step, in order; and single letters that changed length.
    segments: Vec<Segment>,
    /// Length of the original, in bytes.
    length: usize,
}

#[derive(Clone, Copy, Debug)]
struct Segment {
    folded: u32,
    original: u32,
    /// Whether every folded byte of it is a byte of the original.
    in_step: bool,
}

impl Folded {
    /// `text` as one paragraph.
    pub(super) fn new(text: &str) -> Self {
        Self::watched(text, std::iter::empty(), &Progress::default())
    }

    /// `text`, while somebody waits for it; its paragraphs begin at `starts`, in bytes.
    pub(super) fn watched(text: &str, starts: impl Iterator<Item = usize>, progress: &Progress) -> Self {
        let (length, mut starts) = (text.len(), starts.skip(1).peekable());
        let mut folded = Self { text: String::with_capacity(length), ends: Vec::new(), segments: Vec::new(), length };
        let mut letter = [0; 4];
        let mut in_step = false;
        let mut blank = false;
        let mut told = 0;
        // Where the word goes on that the end of a line broke: it is found without its hyphen.
        let mut below = 0;
        for (at, c) in text.char_indices() {
            if at >= told + CHUNK {
                if !progress.advance(at - told) {
                    break;
                }
                told = at;
            }
            let start = folded.text.len();
            if starts.next_if(|first| *first <= at).is_some() {
                folded.ends.push(start - usize::from(blank && start > 0));
            }
            if matches!(c, '-' | '\u{2010}' | '\u{ad}') {
                below = goes_on(text, at).unwrap_or(below);
            }
            if at < below {
                blank = false;
            } else if c.is_whitespace() {
                // A line break inside a sentence is a blank, and several blanks are one.
                if !blank {
                    folded.text.push(' ');
                }
                blank = true;
            } else {
                // Letter by letter, so that every letter's place is known.
                fold_into(c.encode_utf8(&mut letter), &mut folded.text);
                blank = blank && folded.text.len() == start;
            }
            let fits = folded.text.len() - start == c.len_utf8() && c.is_ascii();
            if !fits || !in_step {
                let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                folded.segments.push(Segment { folded: offset(start), original: offset(at), in_step: fits });
            }
            in_step = fits;
        }
        folded.ends.push(folded.text.len());
        folded
    }

    /// All of it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Its paragraphs, each with where it begins.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let whole = self.text.get(start..*end).unwrap_or_default();
            let (paragraph, begins) = (whole.trim_start(), start + whole.len() - whole.trim_start().len());
            start = *end;
            (begins, paragraph)
        })
    }

    /// The span of the original that the folded bytes `start..end` come from: whole letters, with the accents that follow them.
    pub(super) fn original(&self, start: usize, end: usize) -> Span {
        Span::new(self.place(start, false), self.place(end, true))
    }

    /// The original offset of a folded one: where the letter there begins; as the end of a span, after the letter before it when
    /// the offset falls inside one.
    fn place(&self, folded: usize, end: bool) -> usize {
        let index = self.segments.partition_point(|segment| segment.folded as usize <= folded);
        let Some(segment) = index.checked_sub(1).and_then(|index| self.segments.get(index)) else { return 0 };
        if folded >= self.text.len() {
            return self.length;
        }
        let within = folded - segment.folded as usize;
        match (segment.in_step, within, end) {
            (true, ..) => segment.original as usize + within,
            (false, 0, _) | (false, _, false) => segment.original as usize,
            (false, _, true) => self.segments.get(index).map_or(self.length, |next| next.original as usize),
        }
    }
}

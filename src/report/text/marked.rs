//! The words of a paragraph with their marks in plain ASCII: `[-only on the left-]`, `{+only on the right+}`, `[~elsewhere in the sentence~]`, and `^3` where what
//! the finding 3 is about ends.

use std::fmt::Write as _;

use super::flow::push_visible;
use crate::{
    report::{level::Piece, marks::Marks},
    story::{SentenceId, Side},
    text::span::Span,
};

/// The brackets of what stands on `side` only.
fn brackets(side: Side) -> (&'static str, &'static str) {
    match side {
        Side::Left => ("[-", "-]"),
        Side::Right => ("{+", "+}"),
    }
}

/// The brackets of words that both sides have, each at another place of its sentence.
const MOVED: (&str, &str) = ("[~", "~]");

/// What is marked.
#[derive(Clone, Copy, Debug)]
pub struct Marking {
    /// Whether passages that stand here only are in brackets as a whole; not where the whole paragraph stands alone, as its row
    /// says so.
    pub passages: bool,
    /// Whether findings are marked with their numbers.
    pub findings: bool,
}

/// Adds a paragraph on `side` to `buffer`, or the whole sentences of it that the piece holds, with their marks.
pub fn push_marked(buffer: &mut String, marks: &Marks<'_>, side: Side, (id, within): Piece, marking: Marking) {
    let article = marks.article(side);
    let mut pen = Pen { buffer, text: &article.text, at: within.start, ends: Vec::new(), next: 0 };
    if marking.findings {
        pen.ends = marks.finding_ends(side, within);
    }
    let (open, close) = brackets(side);
    let is_within = |id: &SentenceId| (within.start..within.end).contains(&article.sentence(*id).start);
    for sentence in article.paragraph(id).sentence_ids().filter(is_within) {
        let span = article.sentence(sentence).span();
        if marking.passages && marks.is_only(side, sentence) {
            pen.mark(span, open, close);
        } else {
            for (change, moved) in marks.changed(side, span) {
                let (open, close) = if moved { MOVED } else { (open, close) };
                pen.mark(change, open, close);
            }
        }
        pen.write_to(span.end);
    }
    pen.write_to(within.end);
}

/// Writes the text on from where it is.
struct Pen<'a> {
    buffer: &'a mut String,
    text: &'a str,
    at: u32,
    /// Where findings end, ascending, with their numbers.
    ends: Vec<(u32, usize)>,
    next: usize,
}

impl Pen<'_> {
    fn mark(&mut self, span: Span, open: &str, close: &str) {
        self.write_to(span.start);
        self.buffer.push_str(open);
        self.write_to(span.end);
        self.buffer.push_str(close);
    }

    fn write_to(&mut self, end: u32) {
        while let Some((at, number)) = self.ends.get(self.next).copied().filter(|(at, _)| *at <= end) {
            self.push(at);
            let _ = write!(self.buffer, "^{number}");
            self.next += 1;
        }
        self.push(end);
    }

    fn push(&mut self, end: u32) {
        if end > self.at {
            push_visible(self.buffer, Span { start: self.at, end }.of(self.text));
            self.at = end;
        }
    }
}

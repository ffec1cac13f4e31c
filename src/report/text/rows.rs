//! The rows of a pair in reading order: side by side, or one below the other.

use std::{fmt::Write as _, ops::Range};

use super::{
    flow::{pad, paragraph, wrap},
    marked::{Marking, push_marked},
};
use crate::{
    align::{Cell, Row},
    page::Standing,
    report::{
        form::{Form, Layout, Section},
        level::{self, Piece},
        marks::{Marks, grade_name, role_name},
    },
    story::Side,
    text::width::columns,
};

/// A width below which two columns are too narrow to read.
const NARROW: usize = 60;

/// Adds the rows of the pair to `out`.
pub fn rows(out: &mut String, marks: &Marks<'_>, form: &Form) {
    let (layout, width, findings) = (form.layout, usize::from(form.width), form.wants(Section::Findings));
    let mut columns = (layout == Layout::Columns && width >= NARROW).then(|| Columns::new(marks, width, findings));
    let mut folded = [0, 0];
    for (number, row) in (1..).zip(&marks.pair.alignment.rows) {
        if is_folded(marks, row) {
            for (count, cell) in folded.iter_mut().zip(&row.cells) {
                *count += cell.paragraphs.len();
            }
            continue;
        }
        fold_line(out, marks, &mut folded, width);
        match &mut columns {
            Some(columns) => columns.row(out, marks, row),
            None => linear(out, marks, number, row, width, findings),
        }
    }
    fold_line(out, marks, &mut folded, width);
}

/// Whether the row holds nothing but furniture of the page that stands alone.
pub fn is_folded(marks: &Marks<'_>, row: &Row) -> bool {
    row.grade.is_none()
        && Side::BOTH.into_iter().zip(&row.cells).all(|(side, cell)| {
            cell.pointers.is_empty() && cell.paragraphs.iter().all(|id| marks.is_furniture(side, *id))
        })
}

fn fold_line(out: &mut String, marks: &Marks<'_>, folded: &mut [usize; 2], width: usize) {
    for (side, count) in Side::BOTH.into_iter().zip(folded) {
        if *count > 0 {
            let plural = if *count == 1 { "" } else { "s" };
            let label = &marks.article(side).label;
            let line = format!("[{count} paragraph{plural} of page furniture in {label}, folded: in full at the end]");
            paragraph(out, &line, "", "", width);
            out.push('\n');
            *count = 0;
        }
    }
}

/// Whether the paragraphs of `cell` stand quite alone: the other article has no part in them.
fn is_alone(marks: &Marks<'_>, side: Side, cell: &Cell, other: &Cell) -> bool {
    let article = marks.article(side);
    let linked = || {
        cell.paragraphs
            .iter()
            .flat_map(|id| article.paragraph(*id).sentence_ids())
            .any(|id| !matches!(marks.standing(side, id), Standing::Only { .. } | Standing::Furniture { .. }))
    };
    other.paragraphs.is_empty() && other.pointers.is_empty() && !linked()
}

fn linear(out: &mut String, marks: &Marks<'_>, number: usize, row: &Row, width: usize, findings: bool) {
    let [Some(left), Some(right)] = [0, 1].map(|at| row.cells.get(at)) else { return };
    let both = [(Side::Left, left, right), (Side::Right, right, left)];
    let _ = write!(out, "Row {number}: ");
    match row.grade {
        Some(grade) => out.push_str(grade_name(grade)),
        None => {
            let alone = both
                .iter()
                .find(|(side, cell, other)| !cell.paragraphs.is_empty() && is_alone(marks, *side, cell, other));
            match alone {
                Some((side, ..)) => {
                    let _ = write!(out, "only in {}", marks.article(*side).label);
                }
                None => out.push_str("counterparts elsewhere"),
            }
        }
    }
    out.push('\n');
    let mut buffer = String::new();
    for (side, cell, other) in both {
        let article = marks.article(side);
        let alone = is_alone(marks, side, cell, other);
        for id in &cell.paragraphs {
            let mut first = format!("{} {}{}", article.label, marks.glyphs.paragraph(), id.index() + 1);
            if let Some(role) = role_name(article.paragraph(*id).role) {
                let _ = write!(first, " ({role})");
            }
            first.push_str(": ");
            buffer.clear();
            buffer.push_str(&first);
            let piece = (*id, article.paragraph(*id).span());
            push_marked(&mut buffer, marks, side, piece, Marking { passages: !alone, findings });
            paragraph(out, &buffer, "", "", width);
        }
        for place in marks.elsewhere(side, cell) {
            let pointer = format!("{}'s counterpart: {}", article.label, marks.pointer(side, place));
            paragraph(out, &pointer, "", "", width);
        }
    }
    out.push('\n');
}

/// Two columns with the paragraphs' numbers beside them; its buffers serve all rows.
struct Columns {
    /// Columns of a number.
    number: usize,
    /// What stands before a number, one column.
    sign: &'static str,
    /// Columns of text, on each side.
    text: usize,
    cells: [Lines; 2],
}

/// The lines of one cell.
#[derive(Default)]
struct Lines {
    /// Whether findings are marked.
    findings: bool,
    buffer: String,
    /// The number before a line, if it is a paragraph's first, and the line in `buffer`.
    lines: Vec<(Option<usize>, Range<usize>)>,
    scratch: Vec<Range<usize>>,
}

impl Columns {
    fn new(marks: &Marks<'_>, width: usize, findings: bool) -> Self {
        let most = Side::BOTH.map(|side| marks.article(side).paragraphs.len()).into_iter().max().unwrap_or(0);
        let number = most.to_string().len() + 1;
        // Number, space, text, space, sign, space, number, space, text.
        let text = width.saturating_sub(2 * number + 5) / 2;
        Self {
            number,
            sign: marks.glyphs.paragraph(),
            text: text.max(8),
            cells: [0, 1].map(|_| Lines { findings, ..Lines::default() }),
        }
    }

    fn row(&mut self, out: &mut String, marks: &Marks<'_>, row: &Row) {
        let [Some(left), Some(right)] = [0, 1].map(|at| row.cells.get(at)) else { return };
        let sign = match row.grade {
            Some(grade) => marks.grade(grade),
            None if right.paragraphs.is_empty() && marks.stands_alone(Side::Left, left) => "-",
            None if left.paragraphs.is_empty() && marks.stands_alone(Side::Right, right) => "+",
            None => "",
        };
        let sides = [(Side::Left, left, right), (Side::Right, right, left)];
        let parts = level::parts(marks, left, right, self.text);
        for (number, part) in parts.iter().enumerate() {
            let next = parts.get(number + 1);
            for ((lines, (side, cell, other)), pieces) in self.cells.iter_mut().zip(sides).zip(part) {
                lines.set(marks, side, pieces, is_alone(marks, side, cell, other), self.text);
                if next.is_none() {
                    lines.point(marks, side, other, self.text);
                }
            }
            self.part(out, if number == 0 { sign } else { "" });
            // A paragraph that goes on in both columns goes on in the next line.
            if next.is_none_or(|part| level::begins_paragraph(marks, part)) {
                out.push('\n');
            }
        }
    }

    /// Adds the lines that are set, with the `sign` beside the first of them.
    fn part(&self, out: &mut String, sign: &str) {
        let height = self.cells.iter().map(|lines| lines.lines.len()).max().unwrap_or(0);
        for at in 0..height {
            let text = self.cell(out, 0, at);
            let used = text.map_or(0, |text| self.number + 1 + usize::from(columns(text).0).min(self.text));
            pad(out, self.number + 1 + self.text - used);
            out.push(' ');
            out.push_str(if at == 0 { sign } else { "" });
            pad(out, 2 - usize::from(at == 0 && !sign.is_empty()));
            self.cell(out, 1, at);
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
        }
    }

    /// Adds line `at` of a cell, if it has so many, and gives its text.
    fn cell(&self, out: &mut String, cell: usize, at: usize) -> Option<&str> {
        let lines = self.cells.get(cell)?;
        let (number, line) = lines.lines.get(at)?;
        match number {
            Some(number) => {
                let digits = number.to_string();
                pad(out, self.number.saturating_sub(digits.len() + 1));
                out.push_str(self.sign);
                out.push_str(&digits);
                out.push(' ');
            }
            None => pad(out, self.number + 1),
        }
        let text = lines.buffer.get(line.clone())?;
        out.push_str(text);
        Some(text)
    }
}

impl Lines {
    /// Sets the `pieces` of a cell, which the other article has a part in unless it is `alone`, an empty line between two of them.
    fn set(&mut self, marks: &Marks<'_>, side: Side, pieces: &[Piece], alone: bool, width: usize) {
        self.buffer.clear();
        self.lines.clear();
        for (id, within) in pieces {
            let from = self.gap();
            let marking = Marking { passages: !alone, findings: self.findings };
            push_marked(&mut self.buffer, marks, side, (*id, *within), marking);
            self.add(from, level::is_beginning(marks, side, (*id, *within)).then_some(id.index() + 1), width);
        }
    }

    /// Says where the counterparts of passages of the `other` cell stand.
    fn point(&mut self, marks: &Marks<'_>, side: Side, other: &Cell, width: usize) {
        let places = marks.elsewhere(side.other(), other);
        let mut from = if places.is_empty() { 0 } else { self.gap() };
        for place in places {
            self.buffer.push_str(&marks.pointer(side.other(), place));
            self.add(from, None, width);
            from = self.buffer.len();
        }
    }

    /// An empty line after what is set, if anything is; gives the place in the buffer where it goes on.
    fn gap(&mut self) -> usize {
        let from = self.buffer.len();
        if !self.lines.is_empty() {
            self.lines.push((None, from..from));
        }
        from
    }

    /// Cuts what `buffer` holds from `from` on into lines.
    fn add(&mut self, from: usize, number: Option<usize>, width: usize) {
        wrap(self.buffer.get(from..).unwrap_or_default(), width, &mut self.scratch);
        for (at, line) in self.scratch.drain(..).enumerate() {
            self.lines.push((number.filter(|_| at == 0), from + line.start..from + line.end));
        }
    }
}

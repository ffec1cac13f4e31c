//! The rows as a table, and the text in its cells with changes and findings marked.

use std::fmt::Write as _;

use super::{escape::escape, lang};
use crate::{
    align::Cell,
    page::is_long,
    report::{
        level::{self, Piece},
        marks::{Marks, grade_name, role_name},
    },
    story::Side,
    text::{overlapping::Overlapping, span::Span},
};

/// The findings of a pair by their place, with the numbers they are told by.
pub struct Numbered<'a> {
    labels: [&'a str; 2],
    /// Where each finding stands, with its number from 1, left and right.
    places: [Overlapping<usize>; 2],
    /// Those that are about a place as a whole, and not about its words; ascending.
    wholes: Vec<usize>,
}

impl<'a> Numbered<'a> {
    /// The findings of `marks`.
    pub fn new(marks: &Marks<'a>) -> Self {
        let labels = Side::BOTH.map(|side| marks.article(side).label.as_str());
        let places = Side::BOTH.map(|side| {
            let mine = marks.findings().filter(|(_, finding)| finding.side == side);
            Overlapping::new(mine.map(|(number, finding)| (finding.span.into(), number)).collect())
        });
        let wholes = marks.findings().filter(|(_, finding)| is_long(finding.kind));
        Self { labels, places, wholes: wholes.map(|(number, _)| number).collect() }
    }

    /// The id of the pair's heading.
    pub fn id(&self) -> String {
        self.labels.concat()
    }

    /// The id of the finding `number` in the list.
    pub fn finding(&self, number: usize) -> String {
        format!("f-{}-{number}", self.id())
    }

    /// The id of the finding `number` in the text.
    pub fn mark(&self, number: usize) -> String {
        format!("m-{}-{number}", self.id())
    }

    /// Whether the words of the finding `number` are underlined.
    fn is_underlined(&self, number: usize) -> bool {
        self.wholes.binary_search(&number).is_err()
    }

    /// The findings that touch `span` on `side`.
    fn inside(&self, side: Side, span: Span) -> impl Iterator<Item = &(Span, usize)> {
        let [left, right] = &self.places;
        if side == Side::Left { left } else { right }.meeting(span)
    }
}

/// About how many letters stand in a line of a column; a guess, as a browser sets it.
const LINE: usize = 60;

/// Adds the rows of the pair as a table.
pub fn rows(out: &mut String, marks: &Marks<'_>, numbered: &Numbered<'_>) {
    out.push_str("<table class=\"rows\">\n<thead><tr>");
    for (side, sign) in [(Side::Left, "<th class=\"sign\"></th>"), (Side::Right, "")] {
        out.push_str("<th>");
        escape(out, &marks.article(side).label);
        let _ = write!(out, "</th>{sign}");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &marks.pair.alignment.rows {
        let [Some(left), Some(right)] = [0, 1].map(|at| row.cells.get(at)) else { continue };
        let (sign, name) = match row.grade {
            Some(grade) => (marks.grade(grade), grade_name(grade)),
            None if right.paragraphs.is_empty() && marks.stands_alone(Side::Left, left) => {
                ("\u{2212}", "only on the left")
            }
            None if left.paragraphs.is_empty() && marks.stands_alone(Side::Right, right) => ("+", "only on the right"),
            None => ("", ""),
        };
        // Paragraphs that share a row are set level where their counterparts begin, in a line of the table for each.
        let parts = level::parts(marks, left, right, LINE);
        let last = parts.len().saturating_sub(1);
        for (number, [left_pieces, right_pieces]) in parts.into_iter().enumerate() {
            out.push_str(if number == last { "<tr>" } else { "<tr class=\"goes-on\">" });
            cell(out, marks, numbered, Side::Left, &left_pieces, (number == last).then_some(right));
            let (sign, name) = if number == 0 { (sign, name) } else { ("", "") };
            let _ = write!(out, "<td class=\"sign\" title=\"{name}\">{sign}</td>");
            cell(out, marks, numbered, Side::Right, &right_pieces, (number == last).then_some(left));
            out.push_str("</tr>\n");
        }
    }
    out.push_str("</tbody>\n</table>\n");
}

/// A cell of the table with some `pieces` of `side`, and where the counterparts of passages of the `other` cell stand.
fn cell(
    out: &mut String,
    marks: &Marks<'_>,
    numbered: &Numbered<'_>,
    side: Side,
    pieces: &[Piece],
    other: Option<&Cell>,
) {
    let article = marks.article(side);
    let _ = write!(out, "<td{}>", lang(article));
    for (id, within) in pieces {
        let role = role_name(article.paragraph(*id).role);
        let furniture = if marks.is_furniture(side, *id) { " furniture" } else { "" };
        let role = role.map(|role| format!(" class=\"{role}{furniture}\" title=\"{role}\"")).unwrap_or_default();
        // The letter is shown where the articles stand one below the other; as text it would make any paragraph go from left to right.
        let _ = write!(out, "<p dir=\"auto\"{role}>");
        if level::is_beginning(marks, side, (*id, *within)) {
            let _ = write!(out, "<span class=\"number\" data-of=\"{}\">", article.label);
            let _ = write!(out, "<bdi>\u{b6}{}</bdi></span> ", id.index() + 1);
        }
        words(out, marks, numbered, side, (*id, *within));
        out.push_str("</p>");
    }
    for place in other.map(|other| marks.elsewhere(side.other(), other)).unwrap_or_default() {
        out.push_str("<p class=\"moved\">");
        escape(out, &marks.pointer(side.other(), place));
        out.push_str("</p>");
    }
    out.push_str("</td>");
}

/// What the words are that only one side has: the attributes of their element.
const CHANGED: &str = "";
const MOVED: &str = " class=\"moved\" title=\"moved inside the sentence\"";
const UNSHARED: &str = " class=\"unshared\" title=\"outside of what the two share\"";

/// The text of a piece, cut wherever a mark begins or ends, so that marks may overlap.
fn words(out: &mut String, marks: &Marks<'_>, numbered: &Numbered<'_>, side: Side, (id, whole): Piece) {
    let article = marks.article(side);
    let mut changed: Vec<(Span, &str)> = Vec::new();
    for sentence in article.paragraph(id).sentence_ids() {
        let span = article.sentence(sentence).span();
        if !(whole.start..whole.end).contains(&span.start) {
            continue;
        }
        if marks.is_only(side, sentence) {
            changed.push((span, CHANGED));
        } else {
            let changes = marks.changed(side, span).map(|(at, moved)| (at, if moved { MOVED } else { CHANGED }));
            changed.extend(changes.chain(marks.unshared(side, span).map(|at| (at, UNSHARED))));
        }
    }
    changed.sort_unstable();
    let cues: Vec<(Span, usize)> = numbered.inside(side, whole).copied().collect();
    let mut cuts: Vec<u32> = vec![whole.start, whole.end];
    let spans = changed.iter().map(|(span, _)| span);
    cuts.extend(spans.chain(cues.iter().map(|(span, _)| span)).flat_map(|span| [span.start, span.end]));
    cuts.retain(|cut| (whole.start..=whole.end).contains(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let mark = if side == Side::Left { "del" } else { "ins" };
    let (mut next_change, mut next_cue) = (changed.iter().peekable(), cues.iter().peekable());
    let mut open: Vec<(Span, usize)> = Vec::new();
    for piece in cuts.windows(2) {
        let &[start, end] = piece else { continue };
        while next_change.next_if(|(span, _)| span.end <= start).is_some() {}
        let change = next_change.peek().filter(|(span, _)| span.start <= start);
        let is_changed = change.is_some();
        if let Some((_, what)) = change {
            let _ = write!(out, "<{mark}{what}>");
        }
        while let Some((span, number)) = next_cue.next_if(|(span, _)| span.start <= start) {
            // What begins in the piece above has its id there.
            if whole.start <= span.start {
                let _ = write!(out, "<span id=\"{}\"></span>", numbered.mark(*number));
            }
            open.push((*span, *number));
        }
        let underlined = open.iter().any(|(_, number)| numbered.is_underlined(*number));
        if underlined {
            out.push_str("<span class=\"cue\">");
        }
        escape(out, Span { start, end }.of(&article.text));
        if underlined {
            out.push_str("</span>");
        }
        if is_changed {
            let _ = write!(out, "</{mark}>");
        }
        let mut before = "<sup>";
        open.retain(|(span, number)| {
            let ends = span.end <= end;
            if ends {
                let _ = write!(out, "{before}<a href=\"#{}\">{number}</a>", numbered.finding(*number));
                before = ",";
            }
            !ends
        });
        if before == "," {
            out.push_str("</sup>");
        }
    }
}

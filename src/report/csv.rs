//! CSV (RFC 4180, lines ended by a line feed): every difference as a row with its offsets, for counting and coding elsewhere.
//!
//! The column `record` tells what a row is: `link`, `change`, `only`, `furniture` (a dateline, caption or boilerplate of one page, which is
//! no difference; kind: which of them), `finding`, `quotation` (kind: what became of it; why: who
//! speaks, and the words that one side alone has) or `source` (kind: `named` or `unnamed`; rule: who speaks; the spans: where each
//! article first names the speaker; why: how often and with which verbs).
//!
//! Offsets are bytes of the article's text as JSON gives it. Text is kept whole; only a cell that a spreadsheet would take for a
//! formula gets an apostrophe before it, since the text is a stranger's.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use super::{
    form::{Form, Section},
    ledger,
    marks::{Marks, class_name, grade_name, is_difference, role_name},
};
use crate::{
    comparison::Comparison,
    story::{SentenceId, Side},
    text::span::Span,
};

/// The columns.
const HEADER: &str = "left,right,record,kind,score,moved,left_paragraph,left_start,left_end,left_text,right_paragraph,\
                      right_start,right_end,right_text,strength,rule,why\n";

/// Writes every difference of `comparison`: links that are not the same or not in place, passages with no counterpart, changes,
/// findings; and its quotations and sources.
pub fn write(comparison: &Comparison, form: &Form, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(HEADER.as_bytes())?;
    let mut table = Table { line: String::new(), out };
    for pair in comparison.each_pair() {
        let marks = Marks::new(&comparison.story, &pair, form);
        if form.wants(Section::Rows) {
            links(&marks, &mut table)?;
            changes(&marks, &mut table)?;
        }
        if form.wants(Section::OnlyHere) {
            only(&marks, &mut table)?;
            if !form.kinds.is_on() {
                furniture(&marks, &mut table)?;
            }
        }
        if form.wants(Section::Findings) {
            findings(&marks, &mut table)?;
        }
        if form.wants(Section::Quotations) {
            quotations(comparison, &marks, &mut table)?;
        }
        if form.wants(Section::Sources) {
            sources(comparison, &marks, &mut table)?;
        }
    }
    Ok(())
}

fn links(marks: &Marks<'_>, table: &mut Table<'_>) -> io::Result<()> {
    for link in marks.pair.alignment.links.iter().filter(|link| is_difference(link) && marks.admits_link(link)) {
        let [left, right] = Side::BOTH.map(|side| cover(marks, side, link.on(side)));
        table.row(
            marks,
            &Record {
                record: "link",
                kind: grade_name(link.grade),
                score: Some(link.score),
                moved: link.moved,
                left,
                right,
                ..Record::default()
            },
        )?;
    }
    Ok(())
}

fn changes(marks: &Marks<'_>, table: &mut Table<'_>) -> io::Result<()> {
    for change in marks.pair.changes.iter().filter(|change| marks.admits_change(change)) {
        let kind = if change.moved { "moved" } else { class_name(change.class) };
        table.row(
            marks,
            &Record { record: "change", kind, left: change.left, right: change.right, ..Record::default() },
        )?;
    }
    Ok(())
}

fn only(marks: &Marks<'_>, table: &mut Table<'_>) -> io::Result<()> {
    for side in Side::BOTH {
        for only in marks.only(side) {
            let here = Some(marks.article(side).sentence(only.sentence).span());
            let near = only.nearest.map(|nearest| marks.article(side.other()).sentence(nearest.sentence).span());
            let (left, right, kind) = match side {
                Side::Left => (here, near, "left"),
                Side::Right => (near, here, "right"),
            };
            let why = marks.why_unlinked(side, only);
            let score = only.nearest.map(|nearest| nearest.score);
            table.row(marks, &Record { record: "only", kind, score, left, right, why: &why, ..Record::default() })?;
        }
    }
    Ok(())
}

fn furniture(marks: &Marks<'_>, table: &mut Table<'_>) -> io::Result<()> {
    for side in Side::BOTH {
        let article = marks.article(side);
        for id in article.paragraph_ids().filter(|id| marks.is_furniture(side, *id)) {
            let paragraph = article.paragraph(id);
            let (here, kind) = (Some(paragraph.span()), role_name(paragraph.role).unwrap_or_default());
            let (left, right) = if side == Side::Left { (here, None) } else { (None, here) };
            table.row(marks, &Record { record: "furniture", kind, left, right, ..Record::default() })?;
        }
    }
    Ok(())
}

fn findings(marks: &Marks<'_>, table: &mut Table<'_>) -> io::Result<()> {
    for (_, finding) in marks.findings() {
        let here = Some(Span::from(finding.span));
        let (left, right) = match finding.side {
            Side::Left => (here, finding.counterpart),
            Side::Right => (finding.counterpart, here),
        };
        let strength = Some(finding.strength);
        table.row(
            marks,
            &Record {
                record: "finding",
                kind: finding.kind.name(),
                left,
                right,
                strength,
                rule: &finding.rule,
                why: &finding.why_with_order(),
                ..Record::default()
            },
        )?;
    }
    Ok(())
}

fn quotations(comparison: &Comparison, marks: &Marks<'_>, table: &mut Table<'_>) -> io::Result<()> {
    for row in ledger::quotations(comparison, marks) {
        let ([left, right], why) = (row.spans, row.lines.join("; "));
        table.row(
            marks,
            &Record { record: "quotation", kind: &row.fate, left, right, why: &why, ..Record::default() },
        )?;
    }
    Ok(())
}

fn sources(comparison: &Comparison, marks: &Marks<'_>, table: &mut Table<'_>) -> io::Result<()> {
    for row in ledger::pair_sources(comparison, marks) {
        let kind = if row.named { "named" } else { "unnamed" };
        let ([left, right], why) = (row.spans, row.lines.join(". "));
        let record = Record { record: "source", kind, left, right, rule: row.name, why: &why, ..Record::default() };
        table.row(marks, &record)?;
    }
    Ok(())
}

/// From the first to the last of `sentences`.
fn cover(marks: &Marks<'_>, side: Side, sentences: &[SentenceId]) -> Option<Span> {
    let span = |id: &SentenceId| marks.article(side).sentence(*id).span();
    Some(span(sentences.first()?).join(span(sentences.last()?)))
}

/// One row, before it is written.
#[derive(Default)]
struct Record<'a> {
    record: &'a str,
    kind: &'a str,
    score: Option<f32>,
    moved: bool,
    left: Option<Span>,
    right: Option<Span>,
    strength: Option<u8>,
    rule: &'a str,
    why: &'a str,
}

struct Table<'a> {
    line: String,
    out: &'a mut dyn Write,
}

impl Table<'_> {
    fn row(&mut self, marks: &Marks<'_>, record: &Record<'_>) -> io::Result<()> {
        let line = &mut self.line;
        line.clear();
        for side in Side::BOTH {
            cell(line, &marks.article(side).label);
        }
        cell(line, record.record);
        cell(line, record.kind);
        if let Some(score) = record.score {
            let _ = write!(line, "{score:.3}");
        }
        let _ = write!(line, ",{},", u8::from(record.moved));
        for (side, span) in [(Side::Left, record.left), (Side::Right, record.right)] {
            let Some(span) = span else {
                line.push_str(",,,,");
                continue;
            };
            let paragraph = marks.paragraph_at(side, span.start).map_or(0, |id| id.index() + 1);
            let _ = write!(line, "{paragraph},{},{},", span.start, span.end);
            cell(line, span.of(&marks.article(side).text));
        }
        if let Some(strength) = record.strength {
            let _ = write!(line, "{strength}");
        }
        line.push(',');
        cell(line, record.rule);
        cell(line, record.why);
        line.pop();
        line.push('\n');
        self.out.write_all(line.as_bytes())
    }
}

/// Adds `text` as a cell, with the comma after it.
fn cell(line: &mut String, text: &str) {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if !formula && !text.contains([',', '"', '\n', '\r']) {
        line.push_str(text);
    } else {
        line.push('"');
        if formula {
            line.push('\'');
        }
        for (number, part) in text.split('"').enumerate() {
            if number > 0 {
                line.push_str("\"\"");
            }
            line.push_str(part);
        }
        line.push('"');
    }
    line.push(',');
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{cell, write};
    use crate::{
        comparison::{Comparison, Settings},
        intake,
        lexicon::Lexicon,
        page::{Kind, Kinds},
        report::Form,
        story::Side,
    };

    #[test]
    fn where_kinds_are_chosen_neither_typography_nor_furniture_is_written() {
        let left = "Schools shut\n\nBy Ann Lee\n\n“Schools are closed,” the minister said.\n\nA ferry sank near the old harbour.\n";
        let right = "\"Schools are closed,\" the minister said.\n\nRain is expected on Sunday in the north.\n";
        let story = Arc::new(intake::from_bytes([("a.txt", left), ("b.txt", right)]));
        let pairs: Vec<_> = story.pairs().collect();
        let comparison = Comparison::new(story, &pairs, Settings::default(), &Lexicon::bundled());
        let records = |kinds| {
            let mut table = Vec::new();
            let written = write(&comparison, &Form { kinds, ..Form::default() }, &mut table);
            assert!(written.is_ok());
            let table = String::from_utf8_lossy(&table).into_owned();
            let kind = |line: &str| line.split(',').skip(2).take(2).collect::<Vec<_>>().join(" ");
            table.lines().skip(1).map(kind).collect::<Vec<_>>().join("\n")
        };
        insta::assert_snapshot!(records(Kinds::default()), @"
        change typography
        change typography
        only left
        only left
        only right
        furniture boilerplate
        source unnamed
        ");
        insta::assert_snapshot!(records(Kinds::default().toggled(Kind::Only(Side::Left))), @"
        only left
        only left
        ");
    }

    #[test]
    fn a_cell_is_quoted_where_it_must_be() {
        let said = |text| {
            let mut line = String::new();
            cell(&mut line, text);
            line
        };
        assert_eq!(said("plain"), "plain,");
        assert_eq!(said("a, \"b\""), "\"a, \"\"b\"\"\",");
        assert_eq!(said("two\nlines"), "\"two\nlines\",");
        assert_eq!(said("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\",");
    }
}

//! The quotations and the sources as lists.

use std::fmt::Write as _;

use super::flow::{paragraph, push_visible};
use crate::report::ledger::{QuotationRow, SourceRow};

/// Adds the quotations of a pair.
pub fn quotations(out: &mut String, rows: &[QuotationRow], width: usize) {
    let _ = writeln!(out, "Quotations ({})\n", rows.len());
    for row in rows {
        list(out, &row.fate, &row.lines, width);
    }
    out.push('\n');
}

/// Adds the sources of a story.
pub fn sources(out: &mut String, rows: &[SourceRow], width: usize) {
    let _ = writeln!(out, "Sources ({})\n", rows.len());
    for row in rows {
        list(out, &row.name, &row.lines, width);
    }
    out.push('\n');
}

fn list(out: &mut String, heading: &str, lines: &[String], width: usize) {
    let mut buffer = String::new();
    push_visible(&mut buffer, heading);
    paragraph(out, &buffer, "  ", "  ", width);
    for line in lines {
        buffer.clear();
        push_visible(&mut buffer, line);
        paragraph(out, &buffer, "     ", "       ", width);
    }
}

//! The findings, the most telling first, each with its place, its counterpart and its why.

use std::fmt::Write as _;

use super::flow::{paragraph, push_visible};
use crate::{
    page::Glyphs,
    report::marks::{Marks, shortened},
    story::Side,
    text::span::Span,
};

/// Adds the findings of the pair.
pub fn findings(out: &mut String, marks: &Marks<'_>, width: usize) {
    let count = marks.findings().count();
    let _ = writeln!(out, "Findings ({count})\n");
    let indent = " ".repeat(count.to_string().len() + 2);
    let mut buffer = String::new();
    for (number, finding) in marks.findings() {
        buffer.clear();
        let _ = write!(buffer, "{}: ", finding.kind.name());
        push_place(&mut buffer, marks, finding.side, finding.span.into());
        if let Some(counterpart) = finding.counterpart {
            buffer.push_str(" | ");
            push_place(&mut buffer, marks, finding.side.other(), counterpart);
        }
        let first = format!("{number:>digits$}. ", digits = indent.len() - 2);
        paragraph(out, &buffer, &first, &indent, width);
        buffer.clear();
        push_visible(&mut buffer, &marks.own(&finding.why));
        let rule = finding.short_rule();
        let order = finding.order.map_or_else(String::new, |order| format!("ranked by: {order}"));
        let reasons: Vec<&str> = [rule.as_str(), &order].into_iter().filter(|reason| !reason.is_empty()).collect();
        if !reasons.is_empty() {
            buffer.push_str(" [");
            push_visible(&mut buffer, &marks.own(&reasons.join("; ")));
            buffer.push(']');
        }
        paragraph(out, &buffer, &indent, &indent, width);
    }
    out.push('\n');
}

/// Adds `A ¶5 "insisted"`.
fn push_place(buffer: &mut String, marks: &Marks<'_>, side: Side, span: Span) {
    let article = marks.article(side);
    buffer.push_str(&article.label);
    if let Some(paragraph) = marks.paragraph_at(side, span.start) {
        let _ = write!(buffer, " {}{}", marks.glyphs.paragraph(), paragraph.index() + 1);
    }
    let words = span.of(&article.text);
    // A quotation brings its own marks.
    let (open, close) = Glyphs::ASCII.quotes(words);
    buffer.push(' ');
    buffer.push_str(open);
    push_visible(buffer, &shortened(words));
    buffer.push_str(close);
}

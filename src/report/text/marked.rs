//! The words of a paragraph with their marks in plain ASCII: `[-only on the left-]`, `{+only on the right+}`.

use super::flow::push_visible;
use crate::{
    report::marks::Marks,
    story::{ParagraphId, Side},
    text::span::Span,
};

/// The brackets of what stands on `side` only.
pub fn brackets(side: Side) -> (&'static str, &'static str) {
    match side {
        Side::Left => ("[-", "-]"),
        Side::Right => ("{+", "+}"),
    }
}

/// Adds the paragraph `id` on `side` to `buffer`, changed wording in brackets; passages that stand here only are in brackets as
/// a whole when `alone` is false (where the whole paragraph stands alone, its row says so).
pub fn push_marked(buffer: &mut String, marks: &Marks<'_>, side: Side, id: ParagraphId, alone: bool) {
    let article = marks.article(side);
    let paragraph = article.paragraph(id);
    let (open, close) = brackets(side);
    let mut at = paragraph.start;
    for sentence in paragraph.sentence_ids() {
        let span = article.sentence(sentence).span();
        push_visible(buffer, Span { start: at, end: span.start.max(at) }.of(&article.text));
        at = span.end.max(at);
        if !alone && marks.is_only(side, sentence) {
            buffer.push_str(open);
            push_visible(buffer, span.of(&article.text));
            buffer.push_str(close);
        } else {
            push_changed(buffer, marks, side, span);
        }
    }
    push_visible(buffer, Span { start: at, end: paragraph.end.max(at) }.of(&article.text));
}

/// Adds what `span` covers on `side`, changed wording in brackets.
fn push_changed(buffer: &mut String, marks: &Marks<'_>, side: Side, span: Span) {
    let text = &marks.article(side).text;
    let (open, close) = brackets(side);
    let mut at = span.start;
    for change in marks.changed(side, span) {
        push_visible(buffer, Span { start: at, end: change.start }.of(text));
        buffer.push_str(open);
        push_visible(buffer, change.of(text));
        buffer.push_str(close);
        at = change.end;
    }
    push_visible(buffer, Span { start: at, end: span.end }.of(text));
}

//! What the page's furniture is called.

use crate::story::ParagraphRole;

/// What furniture of `role` is called, one piece of it or several; `paragraph` for what is no furniture.
#[must_use]
pub fn furniture_name(role: ParagraphRole, count: usize) -> &'static str {
    match (role, count) {
        (ParagraphRole::Dateline, 1) => "dateline",
        (ParagraphRole::Dateline, _) => "datelines",
        (ParagraphRole::Caption, 1) => "caption",
        (ParagraphRole::Caption, _) => "captions",
        (ParagraphRole::Boilerplate, 1) => "byline or notice",
        (ParagraphRole::Boilerplate, _) => "bylines or notices",
        (ParagraphRole::Headline | ParagraphRole::Body, 1) => "paragraph",
        (ParagraphRole::Headline | ParagraphRole::Body, _) => "paragraphs",
    }
}

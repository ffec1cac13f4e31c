//! What a report says of an article itself.

use std::borrow::Cow;

use crate::{
    page::{Glyphs, beginning},
    story::{Article, ParagraphRole},
};

/// The headline, or that there is none and how the text begins.
pub fn headline(article: &Article, glyphs: Glyphs) -> Cow<'_, str> {
    if let Some(title) = &article.title {
        return Cow::Borrowed(title);
    }
    let body = article.paragraphs.iter().find(|paragraph| paragraph.role == ParagraphRole::Body);
    let Some(body) = body else { return Cow::Borrowed("(no headline)") };
    let words = beginning(body.span().of(&article.text), 60, glyphs);
    Cow::Owned(format!("(no headline) {}", glyphs.quoted(&words)))
}

/// Outlet and date, path and size, fingerprint, and what intake had to do; a line each, as the article has it and not yet made
/// safe.
pub fn facts(article: &Article) -> Vec<String> {
    let known: Vec<&str> = [&article.source, &article.date].into_iter().filter_map(Option::as_deref).collect();
    let known = (!known.is_empty()).then(|| known.join(", "));
    let file = [format!("{}, {} bytes", article.path, article.bytes), format!("sha256 {}", article.sha256)];
    let notes = article.notes.iter().map(|note| format!("note: {note}"));
    known.into_iter().chain(file).chain(notes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_takes_no_line() {
        let bare = Article { path: "a.txt".into(), bytes: 9, sha256: "12ab".into(), ..Article::default() };
        assert_eq!(
            (headline(&bare, Glyphs::UNICODE), facts(&bare)),
            (Cow::Borrowed("(no headline)"), vec!["a.txt, 9 bytes".into(), "sha256 12ab".into()])
        );
        let known = Article { date: Some("2024-01-06".into()), notes: vec!["decoded".into()], ..bare };
        assert_eq!(facts(&known), ["2024-01-06", "a.txt, 9 bytes", "sha256 12ab", "note: decoded"]);
    }
}

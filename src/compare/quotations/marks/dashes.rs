//! Speech that a dash opens, as in Spanish, Portuguese, French and Italian: "—Empezamos hoy —dijo Anna Weber—. Nadie tendrá que mudarse." A dash after
//! a space sets the writer's words apart; the next one, or the end of the paragraph, ends them.

use crate::{story::Article, text::span::Span};

/// The languages whose papers do so. In others a dash at the head of a paragraph is a point of a list.
const LANGUAGES: [&str; 4] = ["es", "pt", "fr", "it"];

/// More pieces than this are no speech.
const MOST: usize = 16;

/// Whether a dash may open speech in `article`.
pub(super) fn are_used(article: &Article) -> bool {
    article.language.as_deref().is_some_and(|language| LANGUAGES.contains(&language))
}

/// The pieces of speech of a paragraph that a dash opens, with the dash and without it; none of any other.
pub(super) fn spoken(text: &str, paragraph: Span) -> impl Iterator<Item = (Span, Span)> {
    let opened = paragraph.trim(text);
    let words =
        opened.of(text).strip_prefix(is_dash).filter(|rest| rest.trim_start().starts_with(opens)).unwrap_or_default();
    let mut edges: Vec<usize> = Vec::new();
    let start = opened.end as usize - words.len();
    let mut previous = ' ';
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let parts = is_dash(c) && edges.len() < MOST;
        // The first of two stands behind a space, the second before one or before a sign.
        let first = edges.len().is_multiple_of(2) && previous.is_whitespace() && next.is_some_and(char::is_alphabetic);
        let second = !edges.len().is_multiple_of(2)
            && !previous.is_whitespace()
            && next.is_none_or(|next| !next.is_alphabetic());
        if at > 0 && parts && (first || second) {
            edges.push(start + at);
        }
        previous = c;
    }
    let ends: Vec<usize> = if words.is_empty() {
        Vec::new()
    } else {
        std::iter::once(start).chain(edges).chain([opened.end as usize]).collect()
    };
    let pieces: Vec<(Span, Span)> = ends
        .chunks(2)
        .filter_map(|piece| {
            let (from, to) = (*piece.first()?, *piece.get(1)?);
            let inner = Span::new(from, to);
            let skipped = inner.of(text).find(|c: char| c.is_alphanumeric() || opens(c))?;
            let inner = Span::new(from + skipped, to).trim(text);
            let outer = if from == start { Span::new(opened.start as usize, to).trim(text) } else { inner };
            Some((outer, inner))
        })
        .collect();
    pieces.into_iter()
}

fn is_dash(c: char) -> bool {
    matches!(c, '\u{2014}' | '\u{2015}')
}

fn opens(c: char) -> bool {
    c.is_uppercase() || matches!(c, '\u{bf}' | '\u{a1}' | '\u{2026}')
}

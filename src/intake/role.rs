//! What a paragraph is in its article. May be asked for the roles of all paragraphs; folds nothing away and drops nothing: a
//! dateline glued to the first sentence becomes a paragraph of its own, everything else stays as it was cut.
//!
//! A role is told by the wording of a line (`assets/roles`), by its form, and by its place: titles and dates stand before the first
//! paragraph that tells something, comment forms and authors' biographies behind the last one.

mod dateline;
mod header;
pub(super) mod lists;

use super::date::day_in;
use crate::{
    story::ParagraphRole,
    text::{language::Language, span::Span},
};
use lists::{LineKind, normal};

/// Lines longer than this, in bytes, are never furniture of the page.
const LONGEST_LINE: usize = 320;
/// How many paragraphs at either end are held against every pattern.
const EDGE: usize = 60;
/// How many paragraphs at the end may be the author's biography or the date.
const TAIL: usize = 4;

/// The paragraphs of an article with their roles, and what they say of the article.
#[derive(Debug, Default)]
pub(super) struct Roles {
    /// In reading order.
    pub paragraphs: Vec<(Span, ParagraphRole)>,
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The day of publication, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The agency that the dateline names.
    pub source: Option<String>,
}

/// The roles of `paragraphs`. When the first one is known to be the title, because the page said so, `titled` is true.
pub(super) fn roles(text: &str, paragraphs: &[Span], titled: bool, language: &Language) -> Roles {
    let count = paragraphs.len();
    let line = |(index, span): (usize, &Span)| {
        Line::new(span.of(text), *span, index < EDGE || index + EDGE >= count, language)
    };
    let lines: Vec<Line> = paragraphs.iter().enumerate().map(line).collect();
    let mut roles: Vec<ParagraphRole> = lines.iter().map(Line::role).collect();
    tail(&lines, &mut roles, language);
    let lead = header::header(text, &lines, &mut roles, titled, language);
    captions(&lines, &mut roles);
    if !roles.contains(&ParagraphRole::Body) {
        // A page of nothing but furniture is what the reader came for.
        roles.iter_mut().filter(|role| **role != ParagraphRole::Headline).for_each(|role| *role = ParagraphRole::Body);
    }
    collect(text, &lines, &roles, lead, language)
}

/// A paragraph with what its wording says.
#[derive(Debug)]
struct Line<'a> {
    text: &'a str,
    span: Span,
    kind: Option<LineKind>,
}

impl<'a> Line<'a> {
    fn new(text: &'a str, span: Span, edge: bool, language: &Language) -> Self {
        let short = text.len() <= LONGEST_LINE;
        let kind = if short { kind(text, edge, language) } else { None };
        Self { text, span, kind }
    }

    /// The role that the wording alone gives it.
    fn role(&self) -> ParagraphRole {
        match self.kind {
            Some(LineKind::Page) => ParagraphRole::Boilerplate,
            Some(LineKind::Credit) => ParagraphRole::Caption,
            // Rules and stars between parts, and lines of invisible characters.
            _ if is_rule(self.text) => ParagraphRole::Boilerplate,
            _ => ParagraphRole::Body,
        }
    }

    /// Whether it ends as sentences end.
    fn is_ended(&self) -> bool {
        let end = self.text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '」', '』']);
        end.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '؟', '۔', '।'])
    }

    fn words(&self) -> usize {
        self.text.split_whitespace().take(64).count()
    }
}

fn kind(text: &str, edge: bool, language: &Language) -> Option<LineKind> {
    // In the midst of a long text only what begins like furniture is looked at more closely.
    let first = normal(text.split_whitespace().next()?);
    if !edge && !lists::of(language.code).any(|lists| lists.may_begin(&first)) {
        return None;
    }
    let line = normal(text);
    let kind = lists::of(language.code).find_map(|lists| lists.kind(&line))?;
    let words = text.split_whitespace().count();
    match kind {
        // "By land and sea they came …" is told, "By A. Smith and B. Jones, Reuters" is not.
        LineKind::Byline => {
            let name = text
                .split_whitespace()
                .nth(1)
                .is_some_and(|word| word.starts_with(|c: char| c.is_uppercase() || c == '@'));
            ((name || words <= 2) && words <= 10 && !text.ends_with('.')).then_some(kind)
        }
        // The lines of a promo are short; what is long and ends in a stop may be told.
        LineKind::Page | LineKind::Credit => (words <= 40).then_some(kind),
        LineKind::AuthorHeading => (words <= 5).then_some(kind),
        LineKind::Bio => Some(kind),
    }
}

fn is_rule(text: &str) -> bool {
    text.len() <= LONGEST_LINE
        && text.chars().all(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    '-' | '*' | '_' | '=' | '~' | '#' | '•' | '·' | '—' | '–' | '\u{200b}'
                        ..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
                )
        })
}

/// The end of the page: the author's biography, a last date.
fn tail(lines: &[Line<'_>], roles: &mut [ParagraphRole], language: &Language) {
    for (index, line) in lines.iter().enumerate() {
        let left = lines.len() - index - 1;
        if line.kind == Some(LineKind::AuthorHeading) && index > 0 {
            roles[index] = ParagraphRole::Boilerplate;
            let following = if left < TAIL { left } else { 1 };
            for role in &mut roles[index + 1..=index + following] {
                *role = ParagraphRole::Boilerplate;
            }
        }
        if left < TAIL && index > 0 {
            if line.kind == Some(LineKind::Bio)
                && line.text.starts_with(|c: char| !c.is_lowercase() && c != '"' && c != '“')
            {
                roles[index] = ParagraphRole::Boilerplate;
            } else if line.text.len() <= LONGEST_LINE && dateline::is_date_line(line.text, language.code) {
                roles[index] = ParagraphRole::Dateline;
            }
        }
    }
}

/// Captions told by their form: positions in the picture, or the photographer in brackets at the end.
fn captions(lines: &[Line<'_>], roles: &mut [ParagraphRole]) {
    for (line, role) in lines.iter().zip(roles) {
        let plain = *role == ParagraphRole::Body && line.text.len() <= 2 * LONGEST_LINE;
        if plain
            && !line.text.ends_with(['.', '!', '?', '”', '"'])
            && (has_position(line.text) || has_credit(line.text))
        {
            *role = ParagraphRole::Caption;
        }
    }
}

fn has_position(text: &str) -> bool {
    ["(R)", "(L)", "(C)", "(right)", "(left)", "(centre)", "(center)"].iter().any(|mark| text.contains(mark))
}

fn has_credit(text: &str) -> bool {
    let open = if text.ends_with(']') {
        '['
    } else if text.ends_with(')') {
        '('
    } else {
        return false;
    };
    let Some((before, credit)) = text.rsplit_once(open) else { return false };
    let words = normal(credit);
    let named = words.split(|c: char| !c.is_alphanumeric()).any(|word| lists::all().any(|lists| lists.is_agency(word)));
    named && credit.len() <= 80 && before.split_whitespace().count() >= 3
}

/// Splits a glued dateline off and gathers what the roles say of the article.
fn collect(text: &str, lines: &[Line<'_>], roles: &[ParagraphRole], lead: usize, language: &Language) -> Roles {
    let mut found = Roles::default();
    for (index, (line, role)) in lines.iter().zip(roles).enumerate() {
        let mut span = line.span;
        match role {
            ParagraphRole::Headline if found.title.is_none() => {
                found.title = Some(line.text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            ParagraphRole::Boilerplate if line.kind == Some(LineKind::Byline) => {
                found.byline =
                    found.byline.or_else(|| Some(line.text.split_whitespace().collect::<Vec<_>>().join(" ")));
            }
            ParagraphRole::Dateline => found.date = found.date.or_else(|| day_in(line.text)),
            ParagraphRole::Body if index == lead => {
                if let Some(glued) = dateline::glued(line.text, language.code) {
                    let cut = span.start as usize + glued.end;
                    let prefix = Span::new(span.start as usize, cut).trim(text);
                    found.date = found.date.or_else(|| day_in(prefix.of(text)));
                    found.source = glued.agency;
                    found.paragraphs.push((prefix, ParagraphRole::Dateline));
                    span = Span::new(cut, span.end as usize).trim(text);
                }
            }
            _ => {}
        }
        found.paragraphs.push((span, *role));
    }
    found
}

#[cfg(test)]
mod tests;

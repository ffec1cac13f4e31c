//! What a paragraph is in its article. May be asked for the roles of all paragraphs; folds nothing away and drops nothing: a
//! dateline glued to the first sentence becomes a paragraph of its own, everything else stays as it was cut.
//!
//! A role is told by the wording of a line (`assets/roles`), by its form, and by its place: titles and dates stand before the first
//! paragraph that tells something, comment forms and authors' biographies behind the last one.

mod belief;
mod caption;
mod dateline;
mod form;
mod header;
mod kinds;
pub(super) mod lists;

use super::date::day_in;
use crate::{
    story::ParagraphRole,
    text::{broken::one_line, language::Language, span::Span},
};
use lists::LineKind;

/// Lines longer than this, in bytes, are never furniture of the page.
const LONGEST_LINE: usize = 320;
/// How many paragraphs at either end are held against every pattern.
const EDGE: usize = 60;
/// How many paragraphs that tell something are looked at for a dateline before them.
const DATELINES: usize = 3;
/// Above a heading for what readers say so many paragraphs are told.
const TOLD_BEFORE: usize = 3;
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

/// What the page that an article was taken from says of its text.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Whether the first paragraph is the headline.
    pub titled: bool,
    /// Stretches of text, in reading order, and the role of each.
    pub roles: Vec<(Span, ParagraphRole)>,
}

impl Said {
    /// The role of the paragraph at `span`, if it is said.
    fn role(&self, span: Span) -> Option<ParagraphRole> {
        let at = self.roles.partition_point(|(said, _)| said.end <= span.start);
        self.roles.get(at).filter(|(said, _)| said.covers(span)).map(|(_, role)| *role)
    }
}

/// The roles of `paragraphs`, with what is `said` of them where they were taken from.
pub(super) fn roles(text: &str, paragraphs: &[Span], said: &Said, language: &Language) -> Roles {
    let count = paragraphs.len();
    let line = |(index, span): (usize, &Span)| {
        Line::new(span.of(text), *span, index < EDGE || index + EDGE >= count, language)
    };
    let lines: Vec<Line> = paragraphs.iter().enumerate().map(line).collect();
    let sure: Vec<Option<ParagraphRole>> = paragraphs.iter().map(|span| said.role(*span)).collect();
    let mut roles: Vec<ParagraphRole> =
        lines.iter().zip(&sure).map(|(line, sure)| sure.unwrap_or_else(|| line.role())).collect();
    tail(&lines, &mut roles, language);
    readers(&lines, &mut roles, language);
    caption::captions(&lines, &mut roles, true);
    let lead = header::header(text, &lines, &mut roles, said.titled, language);
    caption::captions(&lines, &mut roles, false);
    for (role, sure) in roles.iter_mut().zip(sure) {
        *role = sure.unwrap_or(*role);
    }
    if !roles.contains(&ParagraphRole::Body) {
        // A page of nothing but furniture is what the reader came for, but for its dates and names.
        let told = |role: ParagraphRole, line: &Line<'_>| {
            !matches!(role, ParagraphRole::Headline | ParagraphRole::Dateline) && line.kind != Some(LineKind::Byline)
        };
        let all = roles.iter_mut().zip(&lines).filter(|(role, line)| told(**role, line));
        all.for_each(|(role, _)| *role = ParagraphRole::Body);
    }
    collect(text, &lines, &roles, lead, language)
}

/// A paragraph with what its wording says.
#[derive(Debug)]
struct Line<'a> {
    text: &'a str,
    span: Span,
    kind: Option<LineKind>,
    language: &'static str,
}

impl<'a> Line<'a> {
    fn new(text: &'a str, span: Span, edge: bool, language: &Language) -> Self {
        let short = text.len() <= LONGEST_LINE;
        let kind = if short { belief::kind(text, edge, language) } else { None };
        Self { text, span, kind, language: language.code }
    }

    /// The role that the wording alone gives it.
    fn role(&self) -> ParagraphRole {
        match self.kind {
            Some(LineKind::Page) => ParagraphRole::Boilerplate,
            Some(LineKind::Credit) => ParagraphRole::Caption,
            // Rules and stars between parts, and lines of invisible characters.
            _ if is_rule(self.text) => ParagraphRole::Boilerplate,
            _ if self.text.len() <= LONGEST_LINE && form::is_pointer(self.text) => ParagraphRole::Boilerplate,
            _ if dateline::is_clock_line(self.text, self.language) => ParagraphRole::Dateline,
            _ => ParagraphRole::Body,
        }
    }

    /// Whether it ends as sentences end.
    fn is_ended(&self) -> bool {
        self.unquoted().ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '؟', '۔', '।'])
    }

    /// It, without the quotation marks and brackets that close at its end.
    fn unquoted(&self) -> &str {
        self.text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '」', '』'])
    }

    fn words(&self) -> usize {
        self.text.split_whitespace().take(64).count()
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
            // The initials of those who wrote and edited it, and a byline below the article.
            let signed = form::is_signature(line.text)
                || line.text.len() <= LONGEST_LINE
                    && (form::is_contact(line.text, language)
                        || form::is_contributors(line.text, language)
                        || line.kind.is_none() && form::is_agency_line(line.text));
            let introduced = line.kind == Some(LineKind::Bio)
                && line.text.starts_with(|c: char| !c.is_lowercase() && c != '"' && c != '“');
            if signed || introduced || line.kind == Some(LineKind::Byline) {
                roles[index] = ParagraphRole::Boilerplate;
            } else if line.text.len() <= LONGEST_LINE
                && (dateline::is_date_line(line.text, language.code)
                    || dateline::is_time_line(line.text, language.code))
            {
                roles[index] = ParagraphRole::Dateline;
            }
        }
    }
}

/// What readers say below the article, where the page puts a heading above it and a date, or means to answer, beside it: `3 comments`, `Jane D., 2
/// hours ago`, `Reply`.
fn readers(lines: &[Line<'_>], roles: &mut [ParagraphRole], language: &Language) {
    let told = |role: &&ParagraphRole| **role == ParagraphRole::Body;
    let heads = |(index, line): &(usize, &Line<'_>)| {
        line.kind == Some(LineKind::Page)
            && lists::of(language.code).any(|lists| lists.heads_comments(&lists::normal(line.text)))
            && roles[..*index].iter().filter(told).count() >= TOLD_BEFORE
    };
    let Some((heading, _)) = lines.iter().enumerate().find(heads) else { return };
    let beside = |line: &&Line<'_>| {
        line.kind == Some(LineKind::Page)
            || line.text.len() <= LONGEST_LINE && dateline::ends_in_a_time(line.text, language.code)
    };
    let below = &lines[heading + 1..];
    let marks = below.iter().filter(beside).count();
    if marks >= 2 && marks * 8 >= below.len() {
        roles[heading..].fill(ParagraphRole::Boilerplate);
    }
}

/// Splits a glued dateline off and gathers what the roles say of the article.
fn collect(text: &str, lines: &[Line<'_>], roles: &[ParagraphRole], lead: usize, language: &Language) -> Roles {
    let mut found = Roles::default();
    // A caption or a line of the page may have been taken for the first thing told.
    let mut tries = DATELINES;
    let bodies = || roles.iter().enumerate().filter(|(_, role)| **role == ParagraphRole::Body).map(|(index, _)| index);
    let last = bodies().next_back();
    // In a very short article nothing is long enough to be sure that it tells something.
    let lead = if lead < lines.len() { lead } else { bodies().next().unwrap_or(lead) };
    for (index, (line, role)) in lines.iter().zip(roles).enumerate() {
        let mut span = line.span;
        match role {
            ParagraphRole::Headline if found.title.is_none() => {
                found.title = Some(one_line(line.text));
            }
            ParagraphRole::Boilerplate if line.kind == Some(LineKind::Byline) => {
                found.byline = found.byline.or_else(|| Some(one_line(line.text)));
            }
            ParagraphRole::Dateline => found.date = found.date.or_else(|| day_in(line.text)),
            ParagraphRole::Body if index >= lead && tries > 0 => {
                tries -= 1;
                let told = |(at, line): &(usize, &Line<'_>)| *at != index && line.kind.is_none();
                let others = || lines.iter().enumerate().filter(told).map(|(_, line)| line.text);
                let placed = |glued: &dateline::Glued| {
                    let (prefix, told) = line.text.split_at_checked(glued.end).unwrap_or_default();
                    !dateline::is_label(prefix, told, others().take(EDGE), language.code)
                };
                if let Some(glued) = dateline::glued(line.text, language.code).filter(placed) {
                    let cut = span.start as usize + glued.end;
                    let prefix = Span::new(span.start as usize, cut).trim(text);
                    found.date = found.date.or_else(|| day_in(prefix.of(text)));
                    found.source = glued.agency;
                    tries = 0;
                    found.paragraphs.push((prefix, ParagraphRole::Dateline));
                    span = Span::new(cut, span.end as usize).trim(text);
                }
            }
            _ => {}
        }
        // "… on Tuesday. Enditem"
        let signed = Some(index) == last && *role == ParagraphRole::Body;
        if let Some(cut) = form::sign_off(span.of(text), language).filter(|_| signed) {
            let cut = span.start as usize + cut;
            found.paragraphs.push((Span::new(span.start as usize, cut).trim(text), *role));
            found.paragraphs.push((Span::new(cut, span.end as usize), ParagraphRole::Boilerplate));
            continue;
        }
        found.paragraphs.push((span, *role));
    }
    found
}

#[cfg(test)]
mod tests;

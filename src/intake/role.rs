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
use lists::{LineKind, Lists, Match, normal};

/// Lines longer than this, in bytes, are never furniture of the page.
const LONGEST_LINE: usize = 320;
/// How many paragraphs at either end are held against every pattern.
const EDGE: usize = 60;
/// How many paragraphs that tell something are looked at for a dateline before them.
const DATELINES: usize = 3;
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
    captions(&lines, &mut roles, true);
    let lead = header::header(text, &lines, &mut roles, titled, language);
    captions(&lines, &mut roles, false);
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
    language: &'static str,
}

impl<'a> Line<'a> {
    fn new(text: &'a str, span: Span, edge: bool, language: &Language) -> Self {
        let short = text.len() <= LONGEST_LINE;
        let kind = if short { kind(text, edge, language) } else { None };
        Self { text, span, kind, language: language.code }
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
    // "Credit...Jane Doe" is set like "Credit: Jane Doe".
    let spelt = text.get(..crate::text::span::boundary_before(text, 16)).and_then(|head| head.split_once("..."));
    let line = match spelt.filter(|(head, _)| !head.contains(' ')) {
        Some((head, _)) => normal(&format!("{head}: {}", text.get(head.len() + 3..).unwrap_or_default())),
        None => normal(text),
    };
    let found = lists::of(language.code).find_map(|lists| lists.kind(&line))?;
    let words = text.split_whitespace().count();
    let believed = match found.kind {
        // "By land and sea they came …" is told, "By A. Smith and B. Jones, Reuters" is not.
        LineKind::Byline => {
            let name = word_at(text, found.pattern.split(' ').count());
            (name.is_some_and(is_name) || words <= 2) && words <= 16 && !is_sentence(text)
        }
        // The lines of a promo are short; what is long and ends in a stop may be told.
        LineKind::Page | LineKind::Credit => words <= 40 && is_furniture(text, &found, words, language),
        LineKind::AuthorHeading => words <= 5,
        LineKind::Bio => is_bio(text, &found, words, language),
    };
    believed.then_some(found.kind)
}

/// Whether a line that reads like furniture is furniture, and not a sentence of the news that happens to begin or go on like it. In
/// doubt it is news: furniture that is shown costs a glance.
fn is_furniture(text: &str, found: &Match<'_>, words: usize, language: &Language) -> bool {
    // What a name must follow is not said of things: "Photo by Jane Doe", not "Picture by picture".
    let named = ["by", "of", "courtesy", "screenshot"].iter().any(|last| found.pattern.split(' ').next_back() == Some(last));
    let placed = found.before.is_empty() && !found.pattern.is_empty();
    if named && placed && !word_at(text, found.pattern.split(' ').count()).is_none_or(is_name) {
        return false;
    }
    let labelled = found.pattern.ends_with([':', '?', '|']);
    if found.pattern.is_empty() || !is_sentence(text) || labelled && found.kind == LineKind::Credit {
        return true;
    }
    if has_word(found, language, Lists::is_telling) {
        return false;
    }
    // A few common words begin many sentences; a page that means itself says so.
    let common = placed && !labelled && found.pattern.split(' ').count() <= 3 && words > 6;
    !common || found.kind == LineKind::Credit || has_word(found, language, Lists::is_site_word)
}

/// Whether a line introduces its author: a name, what that person is, and nothing that is told.
fn is_bio(text: &str, found: &Match<'_>, words: usize, language: &Language) -> bool {
    let behind = found.pattern.split(' ').count();
    if found.before.is_empty() {
        // "Reporting by Jane Doe; editing by John Roe".
        return found.pattern.is_empty()
            || word_at(text, behind).is_some_and(is_name) && !has_word(found, language, Lists::is_telling);
    }
    // "The dead man is the author of …" has a subject, but no name.
    let subject = found.before.split(' ').filter(|word| !word.is_empty()).count();
    let small = text.split_whitespace().take(subject).filter(|word| word.starts_with(char::is_lowercase)).count();
    let article = subject > 1 && small > 0 && text.split_whitespace().take(subject).count() == subject;
    let past = found.after.split(' ').any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        !is_pronoun(bare) && lists::of(language.code).any(|lists| lists.is_telling(bare))
    });
    !past && words <= 60 && (!article || found.before.contains(',') || found.before.contains(" and "))
}

/// Whether `word` stands for a person; an author's introduction speaks of "her work".
fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "him" | "her" | "them" | "his" | "their")
}

/// Whether a word of the line outside of the pattern `is` one of a kind.
fn has_word(found: &Match<'_>, language: &Language, is: impl Fn(&Lists, &str) -> bool) -> bool {
    [found.before, found.after].iter().flat_map(|part| part.split(' ')).any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        lists::of(language.code).any(|lists| is(lists, bare))
    })
}

/// The word of `text` at `index`, without the brackets before it.
fn word_at(text: &str, index: usize) -> Option<&str> {
    text.trim_start_matches(['[', '*', '•', '>', '|', '-', ' ', '(']).split_whitespace().nth(index)
}

fn is_name(word: &str) -> bool {
    word.trim_start_matches(['(', '[', '/']).starts_with(|c: char| c.is_uppercase() || c == '@')
}

/// Whether `text` ends in a full stop, or in a mark, perhaps behind what closes.
fn is_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    end.ends_with(['.', '!', '?', '。', '！', '？', '؟', '۔', '।'])
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
            let initials = left == 0
                && line.text.len() <= 12
                && line.text.contains('/')
                && line.text.chars().all(|c| c.is_uppercase() || c == '/');
            if initials || line.kind == Some(LineKind::Byline) {
                roles[index] = ParagraphRole::Boilerplate;
            } else if line.kind == Some(LineKind::Bio)
                && line.text.starts_with(|c: char| !c.is_lowercase() && c != '"' && c != '“')
            {
                roles[index] = ParagraphRole::Boilerplate;
            } else if line.text.len() <= LONGEST_LINE && dateline::is_date_line(line.text, language.code) {
                roles[index] = ParagraphRole::Dateline;
            }
        }
    }
}

/// Captions told by their form: positions in the picture, or the photographer at the end. Before the headline is known, only those
/// count that no headline looks like.
fn captions(lines: &[Line<'_>], roles: &mut [ParagraphRole], sure: bool) {
    for (line, role) in lines.iter().zip(roles) {
        let plain = *role == ParagraphRole::Body && line.text.len() <= 2 * LONGEST_LINE;
        if plain
            && !line.text.ends_with(['.', '!', '?', '”', '"'])
            && (has_credit(line.text, sure)
                || has_slash(line.text)
                || has_label(line.text, line.language)
                || !sure && has_position(line.text))
        {
            *role = ParagraphRole::Caption;
        }
    }
}

fn has_position(text: &str) -> bool {
    ["(R)", "(L)", "(C)", "(right)", "(left)", "(centre)", "(center)"].iter().any(|mark| text.contains(mark))
}

/// Whether `text` ends in brackets that name an agency, `full` with more than its name; or is nothing but such brackets.
fn has_credit(text: &str, full: bool) -> bool {
    let open = if text.ends_with(']') {
        '['
    } else if text.ends_with(')') {
        '('
    } else {
        return false;
    };
    let Some((before, credit)) = text.rsplit_once(open) else { return false };
    if credit.len() > 80 {
        return false;
    }
    let words = normal(credit);
    let words = || words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let named = words().any(|word| lists::all().any(|lists| lists.is_agency(word)));
    let count = words().count();
    let alone = before.trim().is_empty();
    // "(Jane Doe/The Post)" on a line of its own names its outlet behind a stroke.
    let outlet = alone && credit.split_once('/').is_some_and(|(name, outlet)| is_name(name) && is_name(outlet.trim()));
    (named && (!full || count >= 2) && (alone || before.split_whitespace().count() >= 3)) || outlet && count <= 10
}

/// Whether `text` ends in a photographer behind a word for pictures: `… Photo: Jane Doe`.
fn has_label(text: &str, language: &str) -> bool {
    let Some((before, name)) = text.rsplit_once(": ") else { return false };
    let Some(label) = before.split_whitespace().next_back() else { return false };
    let label = normal(&format!("{label}: x"));
    let credit = |found: Match<'_>| found.kind == LineKind::Credit && found.before.is_empty();
    is_name(name)
        && name.split_whitespace().count() <= 6
        && lists::of(language).any(|lists| lists.kind(&label).is_some_and(credit))
}

/// Whether `text` ends in a photographer and an agency with a stroke between them: `Jane Doe / Getty Images`, `UPI/Jane Doe`.
fn has_slash(text: &str) -> bool {
    let Some((before, after)) = text.rsplit_once('/') else { return false };
    let is = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        is_name(word) && lists::all().any(|lists| lists.is_agency(&crate::text::fold::fold(bare)))
    };
    let (before, after) = (before.trim_end(), after.trim_start());
    let near = before.split_whitespace().next_back().is_some_and(is) || after.split_whitespace().take(2).any(is);
    near && after.split_whitespace().count() <= 6 && is_name(after)
}

/// Splits a glued dateline off and gathers what the roles say of the article.
fn collect(text: &str, lines: &[Line<'_>], roles: &[ParagraphRole], lead: usize, language: &Language) -> Roles {
    let mut found = Roles::default();
    // A caption or a line of the page may have been taken for the first thing told.
    let mut tries = DATELINES;
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
            ParagraphRole::Body if index >= lead && tries > 0 => {
                tries -= 1;
                if let Some(glued) = dateline::glued(line.text, language.code) {
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
        found.paragraphs.push((span, *role));
    }
    found
}

#[cfg(test)]
mod tests;

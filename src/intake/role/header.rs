//! What stands above the telling: site, headline, date, author, picture.

use rustc_hash::FxHashSet;

use super::{
    Line,
    dateline::{is_date_line, is_place_and_day, is_place_line},
    form,
    lists::LineKind,
};
use crate::{
    story::ParagraphRole,
    text::{bare::bare, fold::fold, language::Language},
};

/// A headline may have this many words.
const LONGEST_TITLE: usize = 30;
/// How many paragraphs from the top may be the header.
const DEEPEST: usize = 15;
/// How many paragraphs a summary and what stands below it may take.
const STANDFIRST: usize = 5;
/// How many paragraphs of the telling a title is held against.
const SAMPLE: usize = 40;

/// Gives the paragraphs above the telling their roles and returns the index of the first one that tells something, or the number of
/// lines if none does.
pub(super) fn header(
    text: &str,
    lines: &[Line<'_>],
    roles: &mut [ParagraphRole],
    titled: bool,
    language: &Language,
) -> usize {
    let lead = lines.iter().zip(roles.iter()).position(|(line, role)| *role == ParagraphRole::Body && tells(line));
    let lead = lead.map(|lead| if titled { lead } else { below_notice(text, lines, roles, lead) });
    let Some(lead) = lead.filter(|lead| *lead <= DEEPEST) else {
        // A date and a name alone are none the less what they are.
        for (line, role) in lines.iter().zip(roles.iter_mut()).take(if lead.is_none() { DEEPEST } else { 0 }) {
            if is_date_line(line.text, language.code) {
                *role = ParagraphRole::Dateline;
            } else if line.kind == Some(LineKind::Byline) {
                *role = ParagraphRole::Boilerplate;
            }
        }
        if titled && let Some(first) = roles.first_mut() {
            *first = ParagraphRole::Headline;
        }
        return lead.unwrap_or(lines.len());
    };
    below_standfirst(lines, roles, lead, language);
    let mut candidates = Vec::new();
    for (index, line) in lines.iter().enumerate().take(lead) {
        let stamped = || index > 0 && (is_place_line(line.text) || form::is_stamp(line.text, language));
        if is_date_line(line.text, language.code) || is_place_and_day(line.text) || stamped() {
            roles[index] = ParagraphRole::Dateline;
        } else if line.kind == Some(LineKind::Byline) && index > 0 {
            // The name is kept on the article; the line tells nothing more.
            roles[index] = ParagraphRole::Boilerplate;
        } else if index > 0 && (form::is_contact(line.text, language) || form::is_contributors(line.text, language)) {
            roles[index] = ParagraphRole::Boilerplate;
        } else if roles[index] == ParagraphRole::Body
            && !line.unquoted().ends_with(['.', '。', ';', ':'])
            && line.words() <= LONGEST_TITLE
        {
            candidates.push(index);
        }
    }
    bylines(lines, roles, &mut candidates, titled, language);
    if titled {
        candidates.retain(|index| *index > 0);
        roles[0] = ParagraphRole::Headline;
        before_credit(lines, roles, &candidates);
        return lead;
    }
    let pictured: Vec<usize> = candidates.iter().copied().filter(|index| is_before_credit(lines, *index)).collect();
    let free: Vec<usize> = candidates.iter().copied().filter(|index| !pictured.contains(index)).collect();
    let headline = match (free.as_slice(), pictured.as_slice()) {
        // A lone line above a credit is a headline if it is long enough to say something.
        ([], [only, ..]) if lines[*only].words() >= 4 => Some(*only),
        ([], _) => None,
        ([only], _) => Some(*only),
        (many, _) => best(text, lines, many, lead),
    };
    for index in candidates {
        roles[index] = match headline {
            Some(chosen) if index == chosen => ParagraphRole::Headline,
            // Said twice, as pages do below a picture.
            Some(chosen) if lines[index].text == lines[chosen].text => ParagraphRole::Boilerplate,
            _ if pictured.contains(&index) => ParagraphRole::Caption,
            // What stands above the headline names the site or the section.
            Some(chosen) if index < chosen => ParagraphRole::Boilerplate,
            _ => ParagraphRole::Body,
        };
    }
    lead
}

/// Where the telling begins if the page says something before its headline that the article does not speak of, such as what it asks
/// of browsers: those lines become furniture. `lead` if it does not.
fn below_notice(text: &str, lines: &[Line<'_>], roles: &mut [ParagraphRole], lead: usize) -> usize {
    if lead > 2 {
        return lead;
    }
    let is_body = |index: usize, roles: &[ParagraphRole]| roles.get(index) == Some(&ParagraphRole::Body);
    for index in lead + 1..lines.len().min(lead + 4) {
        let line = &lines[index];
        let begins = line.text.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '‘' | '\''));
        if !is_body(index, roles) || !begins || line.is_ended() || !(4..=20).contains(&line.words()) {
            continue;
        }
        let next = (index + 1..lines.len().min(index + 8)).find(|next| is_body(*next, roles) && tells(&lines[*next]));
        let Some(next) = next else { continue };
        let told: FxHashSet<String> =
            lines.iter().skip(next).take(SAMPLE).flat_map(|line| long_words(line.span.of(text))).collect();
        let share = |line: &Line<'_>| {
            let words: Vec<String> = long_words(line.text).collect();
            words.iter().filter(|word| told.contains(*word)).count() * 100 / words.len().max(1)
        };
        if share(line) >= 50 && lines[..index].iter().all(|before| share(before) * 2 <= share(line)) {
            for role in roles.iter_mut().take(index).filter(|role| **role == ParagraphRole::Body) {
                *role = ParagraphRole::Boilerplate;
            }
            return next;
        }
    }
    lead
}

/// Takes names of authors without "by" out of the `candidates`: `Jane Doe, Political Editor`, `Jane Doe in London`. There must be
/// another line for the headline.
fn bylines(
    lines: &[Line<'_>],
    roles: &mut [ParagraphRole],
    candidates: &mut Vec<usize>,
    titled: bool,
    language: &Language,
) {
    let Some(first) = candidates.first().copied() else { return };
    // From the last to the first: a name is known by what stands below it.
    let mut kept = Vec::new();
    for index in candidates.iter().copied().rev() {
        let (line, next) = (lines[index].text, lines.get(index + 1).map_or("", |next| next.text));
        let below = index > 0 && (titled || index > first);
        let agency = form::is_agency_line(line);
        let author = names_author(line, language) || form::is_person_and(line) || form::is_office_line(line, language);
        let followed = roles.get(index + 1) == Some(&ParagraphRole::Dateline)
            || form::is_office_line(next, language)
            || form::is_contact(next, language)
            || form::is_agency_line(next);
        let place = line.split_whitespace().count() <= 2 && form::is_agency_line(next);
        if below && (agency || author || form::is_person(line) && followed) {
            roles[index] = ParagraphRole::Boilerplate;
        } else if below && place && line.starts_with(char::is_uppercase) {
            roles[index] = ParagraphRole::Dateline;
        } else {
            kept.insert(0, index);
        }
    }
    *candidates = kept;
}

/// Dates and names of authors that stand below a first paragraph which is no more than a summary.
fn below_standfirst(lines: &[Line<'_>], roles: &mut [ParagraphRole], lead: usize, language: &Language) {
    for index in lead + 1..lines.len().min(lead + STANDFIRST) {
        let line = &lines[index];
        if roles[index] != ParagraphRole::Body || line.text.len() > 120 {
            continue;
        }
        if is_date_line(line.text, language.code) || is_place_line(line.text) {
            roles[index] = ParagraphRole::Dateline;
        } else if line.kind == Some(LineKind::Byline) || !line.is_ended() && has_office(line.text, language) {
            roles[index] = ParagraphRole::Boilerplate;
        }
    }
}

fn names_author(line: &str, language: &Language) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    if words.len() > 10 || words.len() < 2 || !words.first().is_some_and(capital) {
        return false;
    }
    let small = words.iter().filter(|word| !capital(word)).count();
    if has_office(line, language) {
        return true;
    }
    // Names of two or three words, and a place.
    let Some(place) = words.iter().position(|word| *word == "in") else { return false };
    let (names, behind) = words.split_at_checked(place).unwrap_or((&words, &[]));
    small == 1 + names.iter().filter(|word| **word == "and").count()
        && names.split(|word| *word == "and").all(|name| (2..=3).contains(&name.len()))
        && (2..=4).contains(&behind.len())
}

fn before_credit(lines: &[Line<'_>], roles: &mut [ParagraphRole], candidates: &[usize]) {
    for index in candidates.iter().filter(|index| is_before_credit(lines, **index)) {
        roles[*index] = ParagraphRole::Caption;
    }
}

fn is_before_credit(lines: &[Line<'_>], index: usize) -> bool {
    lines.get(index + 1).is_some_and(|next| next.kind == Some(LineKind::Credit))
}

/// Whether `line` tells something: it is long, or a whole sentence.
fn tells(line: &Line<'_>) -> bool {
    if matches!(line.kind, Some(LineKind::Byline)) {
        return false;
    }
    let words = line.words();
    // Scripts without spaces have one long word.
    words > LONGEST_TITLE
        || line.is_ended() && (words >= 10 || line.text.chars().take(40).count() == 40)
        || line.text.len() > 400
}

/// Whether all words of `line` are names, and one says what its author is: `Jane Doe, Political Editor`.
fn has_office(line: &str, language: &Language) -> bool {
    let mut words = line.split_whitespace();
    let office = |word: &str| {
        let bare = fold(bare(word));
        super::lists::of(language.code).any(|lists| lists.is_office(&bare))
    };
    let named = words.clone().all(|word| word.starts_with(char::is_uppercase));
    named && (2..=10).contains(&words.clone().count()) && words.next().is_some() && words.any(office)
}

/// The candidate that speaks of what the article tells: most of its longer words come again below. A slogan's do not.
fn best(text: &str, lines: &[Line<'_>], candidates: &[usize], lead: usize) -> Option<usize> {
    let told: FxHashSet<String> =
        lines.iter().skip(lead).take(SAMPLE).flat_map(|line| long_words(line.span.of(text))).collect();
    let share = |index: usize| {
        let words: Vec<String> = long_words(lines[index].text).collect();
        let again = words.iter().filter(|word| told.contains(*word)).count();
        // Percent, so that equal shares are equal.
        again * 100 / words.len().max(1)
    };
    let top = candidates.iter().map(|index| share(*index)).max()?;
    candidates
        .iter()
        .copied()
        .find(|index| share(*index) * 2 > top)
        .or_else(|| candidates.iter().copied().max_by_key(|index| lines[*index].words()))
}

fn long_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 4).map(fold)
}

//! Lines of the page that are told by their form: who reports, where to write to, the initials of those who edited it. Each holds names
//! and a few words that go with them, and no others; `assets/roles` has these words.

use super::{
    dateline::{day_shape, is_rule},
    lists::{self, Lists},
};
use crate::{
    intake::date::day_at,
    text::{bare::bare, fold::fold, language::Language},
};

/// A line of names has at most so many words.
const LONGEST: usize = 24;

/// Whether `line` is of names, and says who reported or helped: `Jane Doe reported from Paris, and John Roe from London.`
pub(super) fn is_contributors(line: &str, language: &Language) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() > LONGEST || words.len() < 4 || !starts_upper(line) {
        return false;
    }
    let is = |word: &str| has(word, language, Lists::is_contributing);
    // Two names at least before the first word that says what they did, and nothing but names beside such words.
    // "AP writer Jane Doe": what somebody is goes with the name.
    let office = |word: &str| has(word, language, Lists::is_office);
    let names = words.iter().take_while(|word| is_name(word) || office(word)).count();
    let named =
        names >= 2 || names == 1 && words.first().is_some_and(|word| word.ends_with("’s") || word.ends_with("'s"));
    let verbs = words.iter().filter(|word| has(word, language, Lists::is_reporting)).count();
    named
        && verbs > 0
        && words
            .iter()
            .all(|word| is_name(word) || is(word) || office(word) || has(word, language, Lists::is_reporting))
}

/// Whether `line` says how to reach somebody: nothing but addresses, or a word for writing and an address.
pub(super) fn is_contact(line: &str, language: &Language) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(60).collect();
    let address = |word: &&str| is_mail(word) || is_handle(word) || is_phone(word);
    let invites = |word: &&str| has(word, language, Lists::is_contact);
    // An invitation may stand behind what is said of who is to be reached: "Her book is out now. Follow her on Twitter @jdoe".
    let start = |at: &usize| *at == 0 || words[at - 1].ends_with(['.', '!', '?']);
    let invited = words.iter().enumerate().filter(|(at, word)| start(at) && invites(word)).map(|(at, _)| at).next();
    let reached = words[invited.unwrap_or(0)..].iter().any(address);
    reached && (words.iter().all(address) || invited.is_some() && words.len() <= 40)
}

/// Whether `line` points somewhere else: a few words and web addresses, as in `More on the vote: https://example.org/vote`.
pub(super) fn is_pointer(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(14).collect();
    let is_address = |word: &&str| word.contains("://") || bare(word).starts_with("www.");
    let Some(first) = words.iter().position(is_address) else { return false };
    let (label, addresses) = words.split_at_checked(first).unwrap_or_default();
    let joins = |word: &&str| is_address(word) || matches!(*word, "and" | "&" | "|" | "/" | "or");
    let colons = label.iter().filter(|word| word.ends_with(':')).count();
    let labelled =
        label.is_empty() || label.len() <= 6 && colons == 1 && label.last().is_some_and(|last| last.ends_with(':'));
    labelled && words.len() < 14 && addresses.iter().all(joins)
}

/// Whether `line` is how an agency ends a report: the initials of who wrote and edited it, its number, its name.
pub(super) fn is_signature(line: &str) -> bool {
    if line.len() > 80 || line.is_empty() {
        return false;
    }
    let (head, sources) = line.split_once(" (").map_or((line, None), |(head, rest)| (head, rest.strip_suffix(')')));
    let initials: Vec<&str> = head.split('/').collect();
    let small = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
    let cased = head.bytes().filter(u8::is_ascii_alphabetic).all(|b| b.is_ascii_lowercase())
        || head.bytes().filter(u8::is_ascii_alphabetic).all(|b| b.is_ascii_uppercase());
    let agencies =
        |rest: &str| rest.split(',').all(|name| lists::all().any(|lists| lists.is_agency(&fold(bare(name)))));
    let known = sources.is_none_or(agencies) && (sources.is_some() || !line.contains('('));
    if initials.len() >= 2 && initials.len() <= 5 && initials.iter().all(small) && cased && known {
        return true;
    }
    // "9376**1424"
    line.len() <= 20 && line.contains("**") && line.bytes().all(|b| b.is_ascii_digit() || b == b'*')
}

/// Whether `line` is of names in capitals with an agency among them, and perhaps a place: `BBC News, Paris`, `Le Monde avec AFP`.
pub(super) fn is_agency_line(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(7).collect();
    let agency = |word: &&str| lists::all().any(|lists| lists.is_agency(&fold(bare(word)))) && !is_small(word);
    let joins =
        |word: &&str| matches!(*word, "with" | "and" | "avec" | "et" | "mit" | "und" | "con" | "y" | "/" | "|" | "&");
    // "UPI/Jane Doe" credits a picture.
    let plain = !line.ends_with(['.', '!', '?', ':']) && !words.iter().any(|word| word.len() > 1 && word.contains('/'));
    // The lists of all languages are read last: few lines are names alone.
    plain
        && (1..=6).contains(&words.len())
        && words.iter().all(|word| is_name(word) || joins(word))
        && words.iter().any(agency)
}

/// Whether `line` is a name of two or three words: `Jane Doe`.
pub(super) fn is_person(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(5).collect();
    let whole =
        |word: &&str| is_name(word) && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
    (2..=3).contains(&words.len()) && words.iter().all(whole)
}

/// Whether `line` is a person and an outlet or another person with a stroke between them: `Jane Doe | The Daily Journal`.
pub(super) fn is_person_and(line: &str) -> bool {
    let Some((person, other)) = line.split_once(" | ") else { return false };
    let others: Vec<&str> = other.split_whitespace().take(6).collect();
    is_person(person) && (1..=5).contains(&others.len()) && others.iter().all(|word| is_name(word))
}

/// Whether `line` is what somebody is: `Political correspondent`.
pub(super) fn is_office_line(line: &str, language: &Language) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(6).collect();
    let office = words.last().is_some_and(|word| has(word, language, Lists::is_office));
    office && (2..=4).contains(&words.len()) && starts_upper(line) && !line.ends_with('.')
}

/// Whether `line` is a day with its year beside a few names, strokes between them: `ANI | Updated: Mar 05, 2024 10:12 IST`.
pub(super) fn is_stamp(line: &str, language: &Language) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() > 16
        || line.ends_with('.')
        || !words.iter().any(|word| is_rule(word) || word.ends_with(':') || *word == "/")
    {
        return false;
    }
    let lists: Vec<&Lists> = lists::of(language.code).collect();
    let (mut at, mut dated, mut names) = (0, false, 0);
    while let Some(word) = words.get(at) {
        if let Some(day) = words.get(at..).and_then(day_at) {
            dated |= day.date.is_some();
            at += day.words;
            continue;
        }
        dated |= day_shape(word);
        let with = bare(word).is_empty() || super::dateline::goes_with_date(word, &lists);
        let posted = matches!(*word, "by" | "admin") || has(word, language, Lists::is_site_word);
        if !with && !posted && !is_name(word) {
            return false;
        }
        names += usize::from(!with && !posted);
        at += 1;
    }
    dated && names <= 5
}

/// Where the word begins that an agency ends the last paragraph of a report with: `… on Tuesday. Enditem`.
pub(super) fn sign_off(paragraph: &str, language: &Language) -> Option<usize> {
    let (told, last) = paragraph.trim_end().rsplit_once(char::is_whitespace)?;
    let told = told.trim_end();
    let ended = told.ends_with(['.', '!', '?', '"', '”']);
    (ended && has(last, language, Lists::is_sign_off) && last.starts_with(char::is_uppercase))
        .then(|| paragraph.trim_end().len() - last.len())
}

fn has(word: &str, language: &Language, is: impl Fn(&Lists, &str) -> bool) -> bool {
    let folded = fold(bare(word));
    lists::of(language.code).any(|lists| is(lists, &folded))
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

fn is_name(word: &str) -> bool {
    bare(word).starts_with(char::is_uppercase)
}

fn starts_upper(line: &str) -> bool {
    line.starts_with(|c: char| c.is_uppercase())
}

/// Whether `word` is an e-mail address.
fn is_mail(word: &str) -> bool {
    let Some((name, host)) = bare(word).split_once('@') else { return false };
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+'));
    !name.is_empty() && plain(name) && plain(host) && host.split('.').count() >= 2
}

fn is_handle(word: &str) -> bool {
    let word = word.trim_matches(|c: char| matches!(c, ',' | '.' | ';' | ':' | '(' | ')'));
    word.strip_prefix('@')
        .is_some_and(|name| name.len() >= 2 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'))
}

fn is_phone(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits >= 7
        && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'+' | b'(' | b')' | b'.' | b',' | b'/'))
        && word.contains('-')
}

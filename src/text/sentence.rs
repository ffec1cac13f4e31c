//! Where sentences begin and end inside a paragraph. May be asked for the sentences of a stretch of text; never loses or invents
//! a letter: the sentences cover all but the white space between them.
//!
//! A stop ends a sentence unless what stands around it says that the sentence goes on: a small letter follows, the word before is
//! an abbreviation or an initial, a figure follows `No.`, a reporting verb follows a question in quotation marks. The rules
//! are general, in the manner of Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection" (2006): a stop is judged by the
//! word before it and by whether the word after it is one that begins sentences. The lists behind them are [`Language`]'s.

mod neighbours;
mod stop;

use super::{
    language::{Abbreviation, Language},
    script::is_spaceless,
    span::{Span, boundary_before},
};
use neighbours::{Next, word_before};
use stop::{Stop, StopKind, next_stop};

/// A sentence longer than this many bytes is cut into pieces, so that no later stage meets a sentence of megabytes.
pub const LONGEST: usize = 4_096;
/// No such piece but the last has fewer bytes.
const SHORTEST: usize = LONGEST / 4;
/// So many letters after a place decide whether a sentence is cut there.
const NEAR: usize = 16;

/// The sentences of `paragraph` in `text`, in order, without the white space between them; together they cover all else.
#[must_use]
pub fn sentences(text: &str, paragraph: Span, language: &Language) -> Vec<Span> {
    sentences_and_cuts(text, paragraph, language).0
}

/// The same, and whether one of them was so long that it was cut into pieces.
#[must_use]
pub fn sentences_and_cuts(text: &str, paragraph: Span, language: &Language) -> (Vec<Span>, bool) {
    let mut is_cut = false;
    let within = paragraph.of(text);
    let base = paragraph.start as usize;
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    let semicolons = language.code == "el";
    while let Some(stop) = next_stop(within, at, semicolons) {
        at = stop.end;
        if ends_sentence(within, start, &stop, language) {
            is_cut |= push(text, Span::new(base + start, base + stop.end), &mut found);
            start = stop.end;
        }
    }
    is_cut |= push(text, Span::new(base + start, base + within.len()), &mut found);
    (found, is_cut)
}

/// Adds the sentence `span`, in pieces of at most [`LONGEST`] bytes; whether it had to be cut.
fn push(text: &str, span: Span, found: &mut Vec<Span>) -> bool {
    let mut rest = span.trim(text);
    let is_cut = rest.len() > LONGEST;
    while rest.len() > LONGEST {
        let end = rest.start as usize + place_to_cut(rest.of(text));
        found.push(Span::new(rest.start as usize, end).trim(text));
        rest = Span::new(end, rest.end as usize).trim(text);
    }
    if !rest.is_empty() {
        found.push(rest);
    }
    is_cut
}

/// Where to cut `text`, which is too long: behind a line, a clause or a word, else between letters that do not belong to one cluster. Of the places
/// that may be chosen it is the one whose next letters have the smallest hash, so that what the text says decides and not how much stands before:
/// words that are put in or left out further up shift only the next places or two (content-defined chunking, as in LBFS, Muthitacharoen, Chen and
/// Mazières 2001, with the least hash in a window in the place of a fixed one).
fn place_to_cut(text: &str) -> usize {
    let (from, to) = (boundary_before(text, SHORTEST), boundary_before(text, LONGEST));
    // A joiner, a mark or a selector belongs to what stands before it.
    let joins = |c: char| unicode_normalization::char::is_combining_mark(c) || ('\u{200c}'..='\u{200d}').contains(&c);
    let mut best: Option<(u8, u64, usize)> = None;
    let mut before = text.get(..from).and_then(|lead| lead.chars().next_back());
    for (at, c) in text.get(from..to).unwrap_or_default().char_indices() {
        let kind = match before {
            Some('\n') => 0,
            Some('，' | '、' | '；' | '：' | ';' | '،' | '؛') => 1,
            Some(before) if before.is_whitespace() => 2,
            _ => 3,
        };
        before = Some(c);
        if joins(c) || c.is_whitespace() || best.is_some_and(|(known, ..)| known < kind) {
            continue;
        }
        let at = from + at;
        let place = (kind, hash(text.get(at..).unwrap_or_default()), at);
        if best.is_none_or(|best| place < best) {
            best = Some(place);
        }
    }
    best.map_or(to.max(1), |(.., at)| at)
}

/// The 64-bit FNV-1a hash (Fowler, Noll, Vo 1991) of the first letters of `text`.
fn hash(text: &str) -> u64 {
    let letters = text.chars().take(NEAR);
    letters.fold(0xcbf2_9ce4_8422_2325, |hash: u64, letter| {
        (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x100_0000_01b3)
    })
}

/// Whether the sentence that begins at `start` ends with `stop`.
fn ends_sentence(text: &str, start: usize, stop: &Stop, language: &Language) -> bool {
    let next = Next::after(text, stop.end);
    let Some(first) = next.first else { return false };
    if stop.kind == StopKind::Full {
        return !stop.closed || !matches!(first, '\u{3041}'..='\u{309f}' | '、' | '，');
    }
    if !next.gap {
        return glued(text, stop, &next);
    }
    if next.is_small() || (matches!(first, ',' | ';' | ':' | '%' | '/' | '&' | '=') && !next.opened) {
        return false;
    }
    match stop.kind {
        StopKind::Ellipsis => !stop.detached || language.begins_sentences(next.word),
        // "Yahoo! Inc."
        StopKind::Mark => {
            !(stop.quoted && reported(text, stop.end, language)) && (stop.closed || !language.is_company(next.word))
        }
        StopKind::Dot => stop.closed || !goes_on(text, start, stop, &next, language),
        StopKind::Full => true,
    }
}

/// Whether a sentence ends where no white space follows the stop: `said.”The` and `said.The`, but not `3.5` or `example.com`.
fn glued(text: &str, stop: &Stop, next: &Next<'_>) -> bool {
    let capital = next.first.is_some_and(char::is_uppercase);
    if stop.quoted || next.opened {
        return capital;
    }
    let before = word_before(text, stop.at);
    let prose = |word: &str| word.chars().count() > 1 && word.chars().skip(1).all(char::is_lowercase);
    capital && before.len() > 2 && before.chars().all(char::is_lowercase) && prose(next.word) && !next.dotted
}

/// Whether the sentence goes on after the stop at `stop.at`, because the word before it is short for something.
fn goes_on(text: &str, start: usize, stop: &Stop, next: &Next<'_>, language: &Language) -> bool {
    let before = word_before(text, stop.at);
    if before.is_empty() {
        return false;
    }
    let starter = next.opened_by_quote || language.begins_sentences(next.word);
    let first_word = text.get(start..stop.at - before.len()).is_some_and(|lead| !lead.contains(char::is_alphanumeric));
    if first_word && is_enumerator(before) {
        return true;
    }
    match language.abbreviation(before) {
        Some(Abbreviation::Title) => return true,
        Some(Abbreviation::Number) => return next.is_figure() || is_number_word(next.word, language),
        Some(Abbreviation::Inner) => return !starter,
        Some(Abbreviation::Time) => return language.is_zone(next.word),
        None => {}
    }
    if before.bytes().all(|b| b.is_ascii_digit()) {
        return language.ordinals && before.len() <= 2 && !starter;
    }
    // "Karel IV. Lucemburský", "im XX. Jahrhundert".
    if language.ordinals && before.len() <= 5 && before.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) {
        return !starter;
    }
    let mut letters = before.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) if only.is_uppercase() => next.initial || !(starter || only == 'I' && language.code == "en"),
        // A letter of a script without capitals, alone: an initial.
        (Some(only), None) if only.is_alphabetic() && !only.is_lowercase() && !is_spaceless(only) => true,
        // "z. B." is one abbreviation in two words.
        (Some(only), None) if only.is_lowercase() => {
            next.is_figure()
                || next.word.chars().count() == 1
                || (!starter && follows_a_letter(text, stop.at - before.len()))
        }
        _ => is_initialism(before) && !starter,
    }
}

/// Whether a single letter with a stop stands before byte `at`, as in "h. c. Müller".
fn follows_a_letter(text: &str, at: usize) -> bool {
    let lead = text.get(..at).unwrap_or_default().trim_end();
    let letter = lead.strip_suffix('.').unwrap_or_default();
    let mut chars = letter.chars().rev();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none_or(char::is_whitespace)
}

/// `1`, `12`, `b` or `iv` at the beginning of a sentence: the number of an item.
fn is_enumerator(word: &str) -> bool {
    let digits = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    let letter = word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphabetic());
    let roman = word.len() <= 5
        && (word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
            || word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')));
    digits || letter || roman
}

/// `U.S`, `p.m`, `J.-P`: single letters with stops between them.
fn is_initialism(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.trim_start_matches('-').chars().count() == 1)
}

fn is_number_word(word: &str, language: &Language) -> bool {
    language.is_zone(word) || language.abbreviation(word) == Some(Abbreviation::Number)
}

/// Whether what follows a quotation that ends at `end` says who asked: one to four words, the last a reporting verb.
fn reported(text: &str, end: usize, language: &Language) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let mut words = rest.split_whitespace().take(4).map(|word| word.trim_end_matches([',', ':', '.']));
    if words.clone().next().is_some_and(|word| language.begins_sentences(word) && !word.chars().all(char::is_lowercase))
    {
        return false;
    }
    words.any(|word| language.is_said(word))
}

#[cfg(test)]
mod tests;

//! Lines of place and date, on their own or glued to the first sentence.

use super::lists::{self, Lists};
use crate::{
    intake::date::{NamedDay, day_at, month},
    text::{
        bare::bare,
        fold::fold,
        span::{Span, boundary_before},
    },
};

/// A dateline is at most this many bytes long when it is glued to a sentence.
const GLUED: usize = 120;
/// What follows a dateline is at least this many bytes long.
const SENTENCE: usize = 14;

/// Whether `line` says when, and perhaps where or by whom, but tells nothing: every word is part of a date or goes with one.
pub(super) fn is_date_line(line: &str, language: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.is_empty() || words.len() > 14 {
        return false;
    }
    let lists: Vec<&Lists> = lists::of(language).collect();
    let mut dated = false;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some(day) = words.get(at..).and_then(day_at) {
            dated = true;
            at += day.words;
        } else if day_shape(word) {
            dated = true;
            at += 1;
        } else if goes_with_date(word, &lists) {
            // "5 hours ago"
            let bare = fold(bare(word));
            dated |= at > 0 && lists.iter().any(|list| list.is_relative(&bare));
            at += 1;
        } else {
            return false;
        }
    }
    dated
}

/// Whether `line` says at what time something was done to the text, and nothing else: `Updated at 1:23 p.m.`
pub(super) fn is_time_line(line: &str, language: &str) -> bool {
    let lists: Vec<&Lists> = lists::of(language).collect();
    let words: Vec<&str> = line.split_whitespace().take(9).collect();
    let clock = |word: &&str| {
        word.split_once([':', '.']).is_some_and(|(hour, rest)| is_figure(hour, 2) && is_figure(bare(rest), 2))
    };
    let first = words
        .first()
        .is_some_and(|word| word.starts_with(char::is_uppercase) && !word.starts_with(|c: char| c.is_ascii_digit()));
    first
        && (2..=8).contains(&words.len())
        && words.iter().any(clock)
        && words.iter().all(|word| goes_with_date(word, &lists))
}

fn is_figure(word: &str, most: usize) -> bool {
    (1..=most).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the last words of `line`, or all, say when: `Jane D. 2 hours ago`, `Jane D., March 5, 2024`.
pub(super) fn ends_in_a_time(line: &str, language: &str) -> bool {
    let starts = line.match_indices(char::is_whitespace).map(|(at, _)| at).chain([0]);
    let mut tails: Vec<usize> = starts.collect();
    tails.sort_unstable();
    tails.len() <= 12 && tails.into_iter().any(|at| line.get(at..).is_some_and(|tail| is_date_line(tail, language)))
}

/// Whether `word` is a day in figures, though it may be open which of them is the month: `05/03/2024`.
pub(super) fn day_shape(word: &str) -> bool {
    let parts: Vec<&str> = bare(word).split('/').collect();
    let figures = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    matches!(parts.as_slice(), [a, b, c] if a.len() <= 2 && b.len() <= 2 && matches!(c.len(), 2 | 4))
        && parts.iter().all(figures)
}

pub(super) fn goes_with_date(word: &str, lists: &[&Lists]) -> bool {
    let bare = bare(word);
    let folded = fold(bare);
    bare.is_empty()
        || month(bare).is_some()
        || lists.iter().any(|list| list.is_date_word(&folded))
        || (bare.starts_with(|c: char| c.is_ascii_digit()) && bare.len() <= 10 && !bare.contains(['$', '%']))
}

/// A dateline at the beginning of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glued {
    /// Offset after it, in bytes of the paragraph.
    pub end: usize,
    /// The agency it names, if any.
    pub agency: Option<String>,
}

/// The dateline that `paragraph` begins with before it starts to tell: `date 2019-03-05 TEHRAN – `, `MOSCOW, March 1 (Reuters) - `.
pub(super) fn glued(paragraph: &str, language: &str) -> Option<Glued> {
    let head = paragraph.get(..boundary_before(paragraph, GLUED)).unwrap_or(paragraph);
    let dated = leading_date(head, language);
    let rest = head.get(dated..).unwrap_or_default();
    let placed = leading_place(rest, dated > 0);
    // "On March 1, 2019, Russia" and "March 1, 2019, was" go on behind the comma.
    if placed.is_none() && head.get(..dated).is_some_and(|date| date.trim_end().ends_with(',')) {
        return None;
    }
    let stopped = if dated == 0 && placed.is_none() { stopped(head, language) } else { 0 };
    let end = dated + placed.as_ref().map_or(stopped, |(end, _)| *end);
    let told = paragraph.get(end..).unwrap_or_default().trim_start();
    // What is told must begin as sentences begin, and there must be enough of it to be one.
    let begins = told.starts_with(|c: char| !c.is_lowercase() && !matches!(c, ',' | ';' | ')' | '.'));
    (end > 0 && begins && told.len() >= SENTENCE).then(|| Glued { end, agency: placed.and_then(|(_, agency)| agency) })
}

/// How many bytes of `head` are a date and what goes with it; 0 unless the year is named.
fn leading_date(head: &str, language: &str) -> usize {
    let lists: Vec<&Lists> = lists::of(language).collect();
    let spans = word_spans(head);
    let words: Vec<&str> = spans.iter().map(|span| span.of(head)).collect();
    // A few words such as "Published on" or the hour may stand before the date.
    let lead = words.iter().enumerate().take(6).take_while(|(index, word)| {
        let figure = word.starts_with(|c: char| c.is_ascii_digit());
        goes_with_date(word, &lists) && (!figure || *index > 0 && word.contains(':')) && month(word).is_none()
    });
    let mut at = lead.count();
    let Some(day) = words.get(at..).and_then(day_at).filter(|day| day.date.is_some()) else { return 0 };
    at += day.words;
    // The hour behind it.
    while let Some(word) = words.get(at) {
        let hour = word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(':');
        let small = word.starts_with(char::is_lowercase) && goes_with_date(word, &lists);
        let zone =
            word.len() <= 4 && goes_with_date(word, &lists) && word.chars().all(|c| c.is_uppercase() || c == ',');
        if !(hour || small || zone || matches!(*word, "|" | "-" | "–" | "—")) {
            break;
        }
        at += 1;
    }
    spans.get(at).map_or(0, |span| span.start as usize)
}

/// How many bytes of `head` are a place and a day up to a full stop: "KATO, 4 October. ", "London, March 1, 2019. "; 0 if they are not. The place
/// has up to three words with capitals and a comma behind it.
fn stopped(head: &str, language: &str) -> usize {
    const PLACE: usize = 3;
    let spans = word_spans(head);
    let words: Vec<&str> = spans.iter().map(|span| span.of(head)).collect();
    let lists: Vec<&Lists> = lists::of(language).collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase) && !goes_with_date(word, &lists);
    let place = words.iter().take(PLACE).take_while(capital).count();
    let comma = place.checked_sub(1).and_then(|last| words.get(last)).is_some_and(|last| last.ends_with(','));
    let Some(day) = words.get(place..).and_then(day_at).filter(|_| comma) else { return 0 };
    let last = place + day.words;
    let ended = last.checked_sub(1).and_then(|last| words.get(last)).is_some_and(|last| last.ends_with('.'));
    if ended { next_start(&spans, last - 1, head) } else { 0 }
}

/// How many bytes of `head` name a place, a day and an agency, up to and with the sign that ends them; and the agency. Without such a
/// sign only what stands in capitals before an agency or a day with a full stop counts.
fn leading_place(head: &str, dated: bool) -> Option<(usize, Option<String>)> {
    if let Some(wired) = wired(head) {
        return Some(wired);
    }
    let spans = word_spans(head);
    let words: Vec<&str> = spans.iter().map(|span| span.of(head)).collect();
    // Words in capitals, and words that begin with one.
    let (mut capitals, mut titles) = (0, 0);
    let mut agency: Option<String> = None;
    let mut day_named = dated;
    let mut index = 0;
    while let Some(word) = words.get(index).copied().filter(|_| index < 14) {
        let named = capitals > 0 || agency.is_some() || (1..=6).contains(&titles);
        if is_rule(word) {
            // "Nairobi, Kenya | AFP | Officials"
            let between = words.get(index + 1).filter(|name| words.get(index + 2) == Some(&word) && is_agency(name));
            let (last, agency) = match between {
                Some(name) if agency.is_none() => (index + 2, Some((*name).to_owned())),
                _ => (index, agency),
            };
            return (index > 0 && named).then(|| (next_start(&spans, last, head), agency));
        }
        // "KABUL—Officials" and "(AP)—Officials" have no spaces around the dash.
        if let Some(dash) = word.find(['—', '–']).filter(|dash| *dash > 0) {
            let before = word.get(..dash).unwrap_or_default();
            let known = is_capital(before) || (before.starts_with('(') && before.ends_with(')'));
            let sign = word.get(dash..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let bracketed = before.strip_prefix('(').and_then(|inside| inside.strip_suffix(')')).map(str::to_owned);
            return known.then(|| (spans[index].start as usize + dash + sign, agency.or(bracketed)));
        }
        // "(Reuters)", "(EFE).-", "/TASS/."
        let marked = |open: char, close: char| word.strip_prefix(open).and_then(|rest| rest.split_once(close));
        if let Some((inside, behind)) = marked('(', ')').or_else(|| marked('/', '/')) {
            let ruled = words.get(index + 1).is_some_and(|next| is_rule(next));
            // "(CNN) Officials", "Nairobi (CNN)Officials": no sign and perhaps no blank follows an agency that is known.
            let known = is_capital(inside) && is_agency(inside) && agency.is_none();
            let glued = behind.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
            if known && word.starts_with('(') && (glued || index == 0 && !ruled && behind.is_empty()) {
                let end = spans[index].start as usize + inside.len() + 2;
                let end = if glued { end } else { next_start(&spans, index, head) };
                return Some((end, Some(inside.to_owned())));
            }
            // "Paris (France) (AFP) -" names the country in brackets, too.
            let second = words.get(index + 1).is_some_and(|next| next.starts_with('(')) && index > 0;
            if second && agency.is_none() && is_title(inside) {
                index += 1;
                continue;
            }
            if agency.is_some() || index == 0 && !ruled || inside.is_empty() {
                return None;
            }
            agency = Some(inside.to_owned());
            if behind.ends_with(['-', '–', '—', ':']) || behind == "." && word.starts_with('/') && !ruled {
                return Some((next_start(&spans, index, head), agency));
            }
            // "Washington (CNN) Officials": no dash follows.
            if !ruled && is_capital(inside) && inside.len() >= 2 && (capitals > 0 || day_named || index <= 2) {
                return Some((next_start(&spans, index, head), agency));
            }
            index += 1;
            continue;
        }
        // A month may end a place's name: "RIO DE JANEIRO, 5 mar" has its own.
        let own = |day: &NamedDay| words.get(index + day.words).is_none_or(|next| month(next).is_none());
        if index > 0
            && let Some(day) = words.get(index..).and_then(day_at).filter(own)
        {
            index += day.words;
            day_named = true;
            // "KATO, 4 October. The", but not "Kyiv. March 5. Interfax - The".
            let stopped = words.get(index - 1).is_some_and(|last| last.ends_with('.'));
            let ruled = || words.iter().skip(index).take(2).any(|next| is_rule(next) || next.starts_with(['/', '(']));
            if stopped && capitals > 0 && !ruled() {
                return Some((next_start(&spans, index - 1, head), agency));
            }
            continue;
        }
        let place = word.strip_suffix(':').unwrap_or(word);
        // "Paris [France], March 5 (ANI):"
        let place = place.strip_prefix('[').filter(|_| index > 0).unwrap_or(place);
        if is_capital(place) {
            capitals += 1;
        } else if place.starts_with(char::is_uppercase) {
            titles += 1;
        } else if !word.starts_with(|c: char| c.is_ascii_digit()) || index == 0 {
            return None;
        }
        if word.ends_with(':') {
            // Somebody's words follow a colon, too: in quotation marks, or behind a letter ("Q: What was it like?").
            let is_speaker = place.chars().count() < 2;
            let quoted = words.get(index + 1).is_some_and(|next| next.starts_with(['"', '“', '\'', '‘']));
            return (index <= 2 && !quoted && !is_speaker).then(|| (next_start(&spans, index, head), agency));
        }
        index += 1;
    }
    None
}

/// How many bytes of `head` are a place and the service that sends out what is told, in brackets between dashes: `NEW YORK--(BUSINESS WIRE)--`; and
/// the service.
fn wired(head: &str) -> Option<(usize, Option<String>)> {
    const LONGEST: usize = 30;
    let (place, rest) = head.split_once("--(")?;
    let (service, told) = rest.split_once(")--")?;
    let named = place.split_whitespace().next().is_some_and(is_capital) && service.split_whitespace().all(is_capital);
    (named && service.len() <= LONGEST).then(|| (head.len() - told.len(), Some(service.to_owned())))
}

fn is_agency(word: &str) -> bool {
    let folded = fold(bare(word));
    lists::all().any(|lists| lists.is_agency(&folded))
}

/// Whether `line` is nothing but a place, its first word in capitals, and a day: `KESH, Tarsan, Oct. 22`.
pub(super) fn is_place_and_day(line: &str) -> bool {
    const LONGEST: usize = 12;
    let words: Vec<&str> = line.split_whitespace().take(LONGEST).collect();
    let place = words.iter().position(|word| word.ends_with(',')).filter(|last| *last < 4);
    let Some(place) = place.filter(|_| words.len() < LONGEST && words.first().is_some_and(|first| is_capital(first)))
    else {
        return false;
    };
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    (place + 1..words.len()).any(|at| {
        let day = words.get(at..).and_then(day_at);
        day.is_some_and(|day| at + day.words == words.len()) && words[..at].iter().all(capital)
    })
}

/// Whether `line` is the time of day and nothing else, as it stands above each part of a report that goes on: `10:12`, `11.15 GMT`.
pub(super) fn is_clock_line(line: &str, language: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(5).collect();
    let Some((first, rest)) = words.split_first().filter(|(_, rest)| rest.len() <= 3) else { return false };
    let time = |sign: char| {
        first
            .split_once(sign)
            .is_some_and(|(hour, minute)| is_figure(hour, 2) && minute.len() == 2 && is_figure(minute, 2))
    };
    let lists: Vec<&Lists> = lists::of(language).collect();
    let goes = |word: &&str| {
        !word.starts_with(|c: char| c.is_ascii_digit()) && goes_with_date(word, &lists) && !bare(word).is_empty()
    };
    (time(':') || !rest.is_empty() && time('.')) && rest.iter().all(goes)
}

/// Whether `prefix`, the dateline that `told` was cut from, is no place but says who speaks, or what follows: `Police:`, `Analysis:`. `others` are
/// the other paragraphs of the article.
pub(super) fn is_label<'a>(
    prefix: &str,
    told: &str,
    others: impl IntoIterator<Item = &'a str>,
    language: &str,
) -> bool {
    let Some(label) = prefix.trim().strip_suffix(':').filter(|label| !label.contains([',', '(', '/'])) else {
        return false;
    };
    let says = |word: &str, kind: fn(&Lists, &str) -> bool| {
        let folded = fold(bare(word));
        lists::of(language).any(|lists| kind(lists, &folded))
    };
    let speaks = told.split_whitespace().next().is_some_and(|first| says(first, Lists::is_speaking));
    // One more such label, set alike, makes it a conversation.
    let labelled = |other: &str| {
        let mut words = other.split_whitespace();
        let all: Vec<&str> = words.by_ref().take(3).collect();
        let last = all.iter().position(|word| word.ends_with(':'));
        let alike = |word: &&str| word.starts_with(char::is_uppercase) && is_capital(word) == is_capital(label);
        last.is_some_and(|last| all.iter().take(last + 1).all(alike)) && words.next().is_some()
    };
    label.split_whitespace().any(|word| says(word, Lists::is_label)) || speaks || others.into_iter().any(labelled)
}

/// Whether `word` is a sign that ends a dateline.
pub(super) fn is_rule(word: &str) -> bool {
    matches!(word, "-" | "–" | "—" | "--" | "―" | ":" | ".-" | "|" | "_")
}

/// Whether `line` is a place in capitals and who reports from there: `KATHMANDU – Reuters`.
pub(super) fn is_place_line(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(8).collect();
    let Some(at) = words.iter().position(|word| is_rule(word)) else { return false };
    let (place, behind) = words.split_at_checked(at).unwrap_or((&words, &[]));
    let known = |word: &&str| {
        let bare = fold(bare(word));
        lists::all().any(|lists| lists.is_agency(&bare))
    };
    !place.is_empty()
        && place.iter().all(|word| is_capital(word))
        && (2..=4).contains(&behind.len())
        && behind.iter().any(known)
}

fn next_start(spans: &[Span], index: usize, head: &str) -> usize {
    spans.get(index + 1).map_or(head.len(), |span| span.start as usize)
}

/// Whether `word` begins with a capital and goes on in small letters.
fn is_title(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// Whether `word` is written in capitals: at least two, and no small letter.
fn is_capital(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() >= 2 && !word.chars().any(char::is_lowercase)
}

fn word_spans(text: &str) -> Vec<Span> {
    let base = text.as_ptr() as usize;
    text.split_whitespace()
        .map(|word| word.as_ptr() as usize - base)
        .zip(text.split_whitespace())
        .map(|(at, word)| Span::new(at, at + word.len()))
        .collect()
}

#[cfg(test)]
mod tests;

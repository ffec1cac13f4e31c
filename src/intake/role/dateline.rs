//! Lines of place and date, on their own or glued to the first sentence.

use super::lists::{self, Lists};
use crate::{
    intake::date::{day_at, month},
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
            return (index > 0 && named).then(|| (next_start(&spans, index, head), agency));
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
        if index > 0
            && let Some(day) = words.get(index..).and_then(day_at)
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
mod tests {
    #![allow(clippy::string_slice)]
    use super::*;

    #[test]
    fn date_lines_tell_nothing() {
        for line in [
            "Thu. Nov 21st, 2024",
            "March 1, 2019 at 1:45 pm",
            "Published 5 March 2019 | Updated 10:30 GMT",
            "2019-03-05",
            "Last updated on Monday, March 4, 2019",
            "5 hours ago",
            "Updated 1405 GMT (2205 HKT) March 5, 2019",
            "4:22 PM, Jan 14, 2012 | comments",
            "Issued on: 05/03/2024 - 10:12",
        ] {
            assert!(is_date_line(line, "en"), "{line}");
        }
        for line in ["In March 2019 he went", "March 1, 2019 was a cold day in Moscow", "at last", "12 million", ""] {
            assert!(!is_date_line(line, "en"), "{line}");
        }
    }

    #[test]
    fn a_line_of_a_place_and_an_agency_tells_nothing() {
        assert!(is_place_line("KATHMANDU – Reuters") && is_place_line("NEW DELHI - AFP"));
        assert!(!is_place_line("KATHMANDU – Rescue goes on") && !is_place_line("Reuters – AFP"));
    }

    /// The paragraph with `‖` behind its dateline.
    fn split(paragraph: &str) -> String {
        match glued(paragraph, "en") {
            Some(found) => format!("{}‖{}", &paragraph[..found.end], &paragraph[found.end..]),
            None => paragraph.to_owned(),
        }
    }

    #[test]
    fn datelines_are_split_from_what_is_told() {
        for picture in [
            "date 2019-03-05 TEHRAN – ‖Iranian foreign ministry spokesman explained.",
            "date 2019-03-05 ‖Iran's foreign ministry insisted Monday.",
            "March 1, 2019 at 1:45 pm ‖Russian President Vladimir Putin wants it.",
            "MOSCOW, March 1 (Reuters) - ‖Russia said on Friday it would.",
            "TEHRAN, Iran (AP) — ‖Iran said on Friday it would not.",
            "KABUL—‖Officials said on Friday they would not.",
            "Washington (CNN) ‖Officials said on Friday they would.",
            "WEST PALM BEACH, Fla. — ‖The president said on Friday.",
            "MOSCOW, March 5. /TASS/. ‖The minister resigned on Friday.",
            "(CNN) — ‖The minister resigned on Friday.",
            "New Delhi: ‖The minister resigned on Friday.",
            "MOSCOW: ‖The minister resigned on Friday.",
            "Rome - ‖The minister resigned on Friday.",
            "Kabul, Afghanistan — ‖The minister resigned on Friday.",
            "Geneva, Switzerland, 5 March 2019 – ‖The minister resigned on Friday.",
            "Caracas, 5 mar (EFE).- ‖The minister resigned on Friday.",
            "Kyiv. March 5. Interfax - ‖The minister resigned on Friday.",
            "Brussels | ‖The minister resigned on Friday.",
            "By Jane Doe, London - ‖The minister resigned on Friday.",
            "Updated 3:15 p.m. ET, Tue March 5, 2019 ‖The minister resigned on Friday.",
            "KATO, 4 October. ‖The minister resigned on Friday.",
            "New Orvia, March 1, 2019. ‖The council met on Friday.",
            "WASHINGTON (AP) _ ‖The minister resigned on Friday.",
            "Paris (France) (AFP) - ‖The minister resigned on Friday.",
            "Paris [France], March 5 (ANI): ‖The minister resigned on Friday.",
            "New Delhi, Mar 5 (PTI) ‖The minister resigned on Friday.",
            "PARIS (AP) — ‖The council voted.",
        ] {
            assert_eq!(split(&picture.replace('‖', "")), picture);
        }
        for told in [
            "The UN – which had been warned – did nothing at all.",
            "US officials said – on Friday – that they would not go.",
            "On March 1, 2019, Russia said that it would go.",
            "March 1, 2019 was a cold day in Moscow, he said.",
            "Paris, 4 October was a cold day for the council.",
            "On Monday, 4 October. It was the day of the vote.",
            "NATO (the alliance) said on Friday it would not go.",
            "2019-03-05",
            "Washington, March 5 (when it snowed) was not like this, he said.",
            "Paris (France) (and not Paris in Texas) is where they met.",
            "The Port - which is old - was closed on Monday, he said.",
            "Boris Johnson: \"I will go to the harbour and tell the men.\"",
            "London buses - and trains - were late on Monday, he said.",
            "Angela Merkel (CDU) said on Monday that she would not go.",
        ] {
            assert_eq!(split(told), told);
        }
    }
}

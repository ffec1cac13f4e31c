//! Whether a line that reads like furniture is to be believed: news begins with the same words.

use super::lists::{self, LineKind, Lists, Match, normal};
use crate::text::{bare::bare, language::Language, span::boundary_before};

/// What `text` is by its wording; away from the `edge` of a long article only what begins like furniture is looked at more closely.
pub(super) fn kind(text: &str, edge: bool, language: &Language) -> Option<LineKind> {
    let first = normal(text.split_whitespace().next()?);
    if !edge && !lists::of(language.code).any(|lists| lists.may_begin(&first)) {
        return None;
    }
    // "Credit...Jane Doe" is set like "Credit: Jane Doe".
    let spelt = text.get(..boundary_before(text, 16)).and_then(|head| head.split_once("..."));
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
            // "… on Monday, 5 March, at 11:08 a.m." ends in no full stop.
            let ended = is_sentence(text) && !text.ends_with(".m.");
            (name.is_some_and(is_name) || words <= 2) && words <= 16 && !ended
        }
        // The lines of a promo are short; what is long and ends in a stop may be told.
        LineKind::Page | LineKind::Credit => words <= 48 && is_furniture(text, &found, words, language),
        LineKind::AuthorHeading => words <= 5,
        LineKind::Bio => is_bio(text, &found, words, language),
    };
    believed.then_some(found.kind)
}

/// Whether a line that reads like furniture is furniture, and not a sentence of the news that happens to begin or go on like it. In
/// doubt it is news: furniture that is shown costs a glance.
fn is_furniture(text: &str, found: &Match<'_>, words: usize, language: &Language) -> bool {
    // What a name must follow is not said of things: "Photo by Jane Doe", not "Picture by picture".
    let named =
        ["by", "of", "courtesy", "screenshot"].iter().any(|last| found.pattern.split(' ').next_back() == Some(last));
    let placed = found.before.is_empty() && !found.pattern.is_empty();
    if named && placed && !word_at(text, found.pattern.split(' ').count()).is_none_or(is_name) {
        return false;
    }
    let labelled = found.pattern.ends_with([':', '?', '|']);
    if found.pattern.is_empty() || !is_sentence(text) {
        return true;
    }
    if labelled && found.kind == LineKind::Credit {
        // "Credit: that is what families want." is told: what is credited begins with a capital, and a credit is mostly names.
        let behind = text.split_whitespace().skip(found.pattern.split(' ').count());
        let (names, count) =
            behind.fold((0, 0), |(names, count), word| (names + usize::from(is_name(word)), count + 1));
        // "Photos: The police showed them" is told.
        let credit = found.pattern.starts_with("credit") || has_word(found, language, Lists::is_telling);
        return word_at(text, found.pattern.split(' ').count())
            .is_some_and(|word| !word.starts_with(char::is_lowercase))
            && (!credit || names * 2 >= count);
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
    let told =
        |word: &&str| word.starts_with(char::is_lowercase) && !matches!(*word, "in" | "of" | "for" | "from" | "at");
    let small = text.split_whitespace().take(subject).filter(told).count();
    let article = subject > 1 && small > 0 && text.split_whitespace().take(subject).count() == subject;
    let past = found.after.split(' ').any(|word| {
        let bare = bare(word);
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
        let bare = bare(word);
        lists::of(language.code).any(|lists| is(lists, bare))
    })
}

/// The word of `text` at `index`, without the brackets before it.
fn word_at(text: &str, index: usize) -> Option<&str> {
    text.trim_start_matches(['[', '*', '•', '>', '|', '-', ' ', '(']).split_whitespace().nth(index)
}

pub(super) fn is_name(word: &str) -> bool {
    word.trim_start_matches(['(', '[', '/']).starts_with(|c: char| c.is_uppercase() || c == '@')
}

/// Whether `text` ends in a full stop, or in a mark, perhaps behind what closes.
fn is_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    end.ends_with(['.', '!', '?', '。', '！', '？', '؟', '۔', '।'])
}

//! Whom pronouns and last names stand for, in languages of which only small classes of words are known: the one person whom the nearest sentence
//! names, if it is one.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Finder,
    phrase::{Gender, Phrase},
};
use crate::{
    compare::quotations::{
        attribution::Attribution,
        speaker::{SpeakerKind, last_name},
    },
    lexicon::Speech,
    text::vocabulary::WordId,
};

/// How many sentences back a pronoun looks for its person.
const REACH: usize = 3;

/// A person where the article names him.
struct Mention {
    token: usize,
    sentence: usize,
    last: String,
    gender: Option<Gender>,
}

/// Gives the speakers of `found` their names.
pub(super) fn name(finder: &Finder, found: &mut [Attribution]) {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut names: FxHashMap<String, String> = FxHashMap::default();
    let mut genders: FxHashMap<String, Gender> = FxHashMap::default();
    let mut take = |name: &str| {
        let last = last_name(name);
        let known = names.entry(last.clone()).or_default();
        if known.len() < name.len() && (known.is_empty() || name.contains(' ')) {
            name.clone_into(known);
        }
        last
    };
    for phrase in persons(finder) {
        let Some(name) = &phrase.speaker.name else { continue };
        let last = take(name);
        if let Some(gender) = phrase.gender {
            genders.entry(last.clone()).or_insert(gender);
        }
        let token = finder.reading.token_at(phrase.speaker.span.start);
        mentions.push(Mention {
            token,
            sentence: finder.reading.sentence_of[token].index(),
            last,
            gender: phrase.gender,
        });
    }
    for attribution in found.iter() {
        if let Some(name) = &attribution.speaker.name {
            let last = take(name);
            let token = finder.reading.token_at(attribution.speaker.span.start);
            mentions.push(Mention { token, sentence: finder.reading.sentence_of[token].index(), last, gender: None });
        }
    }
    for name in full_names(finder, found) {
        take(&name);
    }
    mentions.sort_by_key(|mention| mention.token);
    for mention in &mut mentions {
        mention.gender = mention.gender.or_else(|| genders.get(&mention.last).copied());
    }
    for attribution in found {
        let speaker = &mut attribution.speaker;
        match speaker.kind {
            SpeakerKind::Named => {
                let full = speaker.name.as_ref().and_then(|name| names.get(&last_name(name)));
                if let Some(full) = full {
                    speaker.name = Some(full.clone());
                }
            }
            SpeakerKind::Pronoun => {
                let token = finder.reading.token_at(speaker.span.start);
                let bits = finder.bits(token);
                if bits & Speech::They.bit() != 0 && bits & Speech::Woman.bit() == 0 {
                    continue;
                }
                let wanted = match (bits & Speech::Man.bit() != 0, bits & Speech::Woman.bit() != 0) {
                    (true, false) => Some(Gender::Man),
                    (false, true) => Some(Gender::Woman),
                    _ => None,
                };
                let sentence = finder.reading.sentence_of[token].index();
                let before = &mentions[..mentions.partition_point(|mention| mention.token < token)];
                let fits =
                    |mention: &&Mention| wanted.is_none() || mention.gender.is_none() || mention.gender == wanted;
                let near: Vec<&Mention> = before
                    .iter()
                    .rev()
                    .take_while(|mention| mention.sentence + REACH >= sentence)
                    .filter(fits)
                    .collect();
                let Some(nearest) = near.first() else { continue };
                let alone = near
                    .iter()
                    .take_while(|mention| mention.sentence == nearest.sentence)
                    .all(|mention| mention.last == nearest.last);
                if alone {
                    speaker.name = names.get(&nearest.last).cloned();
                }
            }
            _ => {}
        }
    }
}

/// The persons whom the article names with an office or a trade, or by two names, in its own words.
fn persons<'a>(finder: &'a Finder) -> impl Iterator<Item = Phrase> + use<'a> {
    let tokens = &finder.reading.article.tokens;
    let person = Speech::Office.bit() | Speech::People.bit();
    let mut next = 0;
    (0..tokens.len()).filter_map(move |at| {
        if at < next || finder.inside(at).is_some() || !finder.any(at, person) {
            return None;
        }
        // The article before it tells the gender.
        let article =
            at.checked_sub(1).filter(|before| finder.any(*before, Speech::Determiner.bit() | Speech::Indefinite.bit()));
        let phrase = finder.chain(article.unwrap_or(at)).filter(Phrase::named)?;
        next = phrase.to;
        Some(phrase)
    })
}

/// For speakers who go by one word the first name before it, where the article has it.
fn full_names(finder: &Finder, found: &[Attribution]) -> Vec<String> {
    let tokens = &finder.reading.article.tokens;
    let single = |attribution: &Attribution| {
        let alone = attribution.speaker.name.as_ref().is_some_and(|name| !name.contains(' '));
        alone
            .then(|| tokens.get(finder.reading.token_at(attribution.speaker.span.start)).map(|token| token.word))
            .flatten()
    };
    let wanted: FxHashSet<WordId> = found.iter().filter_map(single).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let beside = |at: &usize| {
        wanted.contains(&tokens[*at].word)
            && finder.is_first_name(*at - 1)
            && finder.reading.sentence_of[*at] == finder.reading.sentence_of[*at - 1]
    };
    let text = &finder.reading.article.text;
    (1..tokens.len()).filter(beside).map(|at| tokens[at - 1].span.join(tokens[at].span).of(text).to_owned()).collect()
}

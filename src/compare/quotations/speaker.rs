//! Who the speakers are: names, and the names that pronouns and offices stand for. Resolves only what the text makes plain.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::{Attribution, Reading};
use crate::{
    compare::{
        names::{one_letter_apart, same_name},
        weights::Weights,
    },
    lexicon::{WordSet, Words},
    story::SentenceId,
    text::{
        fold::fold,
        name_key::name_key,
        span::Span,
        token::{Token, TokenKind},
    },
};

/// Who is said to speak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Speaker {
    /// The words that say so.
    pub span: Span,
    /// The name these words give or stand for, the longest the article has for that speaker; none when the article leaves it open.
    pub name: Option<String>,
    /// What these words are.
    pub kind: SpeakerKind,
}

/// What kind of words names a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SpeakerKind {
    /// A name.
    Named,
    /// `he`, `she`, `they`.
    Pronoun,
    /// An office: "the ministry spokesman".
    Office,
    /// A body: "the foreign ministry".
    Institution,
    /// A collective or a source without a name: "critics", "an Israeli source".
    Unnamed,
}

impl Speaker {
    /// Whether the two are the same speaker as far as their names tell: the same last name, in whatever spelling, or the same
    /// words.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        match (&self.name, &other.name) {
            (Some(a), Some(b)) => same_speaker(a, b),
            _ => false,
        }
    }
}

/// Whether two names end in the same last name, in whatever spelling; one letter may differ where the first names are the same.
#[must_use]
pub(in crate::compare) fn same_speaker(a: &str, b: &str) -> bool {
    let (l, r) = (last_name(a), last_name(b));
    let beside = || first_name(a).is_some_and(|first| Some(first) == first_name(b));
    l == r || same_name(&l, &r) || (one_letter_apart(&l, &r) && beside())
}

/// The folded last word of `name`.
pub(in crate::compare) fn last_name(name: &str) -> String {
    name.split_whitespace().next_back().map(fold).unwrap_or_default()
}

/// The folded first word of `name`, if it has several.
pub(in crate::compare) fn first_name(name: &str) -> Option<String> {
    name.split_once(' ').map(|(first, _)| fold(first))
}

/// Persons by their last names, so that a long text with thousands of them is not searched for each.
#[derive(Default)]
struct Directory {
    /// The first person of each folded last name.
    exact: FxHashMap<String, usize>,
    /// Last names and their persons by the key that spellings of one name share.
    alike: FxHashMap<String, Vec<(String, usize)>>,
}

/// So many last names of one key are looked at; more are no spellings of one name.
const MOST_SPELLINGS: usize = 32;

impl Directory {
    fn add(&mut self, last: String, person: usize) {
        if !self.exact.contains_key(&last) {
            self.alike.entry(name_key(&last)).or_default().push((last.clone(), person));
            self.exact.insert(last, person);
        }
    }

    /// The first person who goes by the folded last name `last`, in whatever spelling.
    fn find(&self, last: &str) -> Option<usize> {
        let alike = self.alike.get(&name_key(last)).into_iter().flatten().take(MOST_SPELLINGS);
        let alike = alike.filter(|(other, _)| same_name(other, last)).map(|(_, person)| *person).min();
        self.exact.get(last).copied().into_iter().chain(alike).min()
    }
}

/// The persons who speak in an article, and where they are mentioned.
pub(super) struct People {
    persons: Vec<Person>,
    directory: Directory,
    /// Mentions in the article's own words, in reading order.
    mentions: Vec<Mention>,
}

struct Person {
    /// The longest form of the name.
    name: String,
    /// Words for offices that stand beside the name somewhere.
    offices: Vec<String>,
}

struct Mention {
    person: usize,
    token: usize,
    sentence: SentenceId,
    possessive: bool,
}

/// How many sentences back a pronoun or an office looks for its person.
const REACH: usize = 4;

impl People {
    /// The persons that `found` names, and every mention of them.
    pub fn of(reading: &Reading, words: &Words, weights: &Weights, found: &[Attribution]) -> Self {
        let mut persons: Vec<Person> = Vec::new();
        let mut directory = Directory::default();
        for attribution in found {
            let Some(name) = attribution.speaker.as_ref().and_then(|speaker| speaker.name.as_ref()) else { continue };
            let last = last_name(name);
            let words = |name: &str| name.split_whitespace().count();
            match directory.find(&last) {
                Some(person) => {
                    if words(&persons[person].name) < words(name) {
                        persons[person].name.clone_from(name);
                        directory.add(last, person);
                    }
                }
                None => {
                    directory.add(last, persons.len());
                    persons.push(Person { name: name.clone(), offices: Vec::new() });
                }
            }
        }
        for last in beside_an_office(reading, words, weights) {
            let name = full_name(reading, last);
            let key = last_name(&name);
            if directory.find(&key).is_none() {
                directory.add(key, persons.len());
                persons.push(Person { name, offices: Vec::new() });
            }
        }
        let mut people = Self { persons, directory, mentions: Vec::new() };
        people.find_mentions(reading, words, weights);
        people
    }

    fn find_mentions(&mut self, reading: &Reading, words: &Words, weights: &Weights) {
        // A word of the vocabulary is looked at once, however often it occurs.
        let mut known: FxHashMap<u32, Option<usize>> = FxHashMap::default();
        for (at, token) in reading.article.tokens.iter().enumerate() {
            if token.kind != TokenKind::Word || reading.inside[at].is_some() || !weights.may_be_name(token.word) {
                continue;
            }
            let word = u32::try_from(token.word.index()).unwrap_or(u32::MAX);
            let person = *known.entry(word).or_insert_with(|| self.directory.find(bare(reading.form(token))));
            let Some(person) = person else { continue };
            let raw = reading.raw(token);
            let possessive = raw.ends_with("'s")
                || raw.ends_with("\u{2019}s")
                || matches!(reading.article.tokens.get(at + 1), Some(next) if matches!(reading.raw(next), "'" | "\u{2019}"));
            for office in offices_beside(reading, words, weights, at) {
                if !self.persons[person].offices.contains(&office) {
                    self.persons[person].offices.push(office);
                }
            }
            self.mentions.push(Mention { person, token: at, sentence: reading.sentence_of[at], possessive });
            self.lengthen(reading, weights, person, at);
        }
    }

    /// Takes first names that stand before a mention into the name.
    fn lengthen(&mut self, reading: &Reading, weights: &Weights, person: usize, at: usize) {
        let tokens = &reading.article.tokens;
        if self.persons[person].name.contains(' ') {
            return;
        }
        let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return };
        let first = reading.raw(before);
        if before.kind == TokenKind::Word
            && first.chars().next().is_some_and(char::is_uppercase)
            && weights.is_name(before.word)
            && reading.sentence_of[at - 1] == reading.sentence_of[at]
            && !is_title(first)
        {
            let last = self.persons[person].name.clone();
            self.persons[person].name = format!("{first} {last}");
        }
    }

    /// Gives the speakers of `found` their names.
    pub fn name(&self, reading: &Reading, found: &mut [Attribution]) {
        for attribution in found {
            let Some(speaker) = &mut attribution.speaker else { continue };
            let person = match speaker.kind {
                SpeakerKind::Named => speaker.name.as_ref().and_then(|name| self.directory.find(&last_name(name))),
                SpeakerKind::Pronoun if is_one(speaker.span.of(&reading.article.text)) => {
                    self.before(reading, speaker.span, |_| true)
                }
                SpeakerKind::Office => {
                    let words = speaker.span.of(&reading.article.text);
                    let head = words.split_whitespace().next_back().map(fold).unwrap_or_default();
                    if words.starts_with(['a', 'A'])
                        && words.split_whitespace().next().is_some_and(|word| matches!(fold(word).as_str(), "a" | "an"))
                    {
                        None
                    } else {
                        self.before(reading, speaker.span, |person| person.offices.contains(&head))
                    }
                }
                _ => None,
            };
            if let Some(person) = person {
                speaker.name = Some(self.persons[person].name.clone());
            }
        }
    }

    /// The person whom the nearest sentence before `span` names first, among those that `fits`; its own sentence counts up to there.
    fn before(&self, reading: &Reading, span: Span, fits: impl Fn(&Person) -> bool) -> Option<usize> {
        let at = reading.token_at(span.start);
        let sentence = reading.sentence_of[at].index();
        let candidates: Vec<&Mention> = self.mentions[..self.mentions.partition_point(|mention| mention.token < at)]
            .iter()
            .rev()
            .take_while(|mention| mention.sentence.index() + REACH >= sentence)
            .filter(|mention| !mention.possessive && fits(&self.persons[mention.person]))
            .collect();
        let nearest = candidates.first()?.sentence;
        candidates.iter().take_while(|mention| mention.sentence == nearest).last().map(|mention| mention.person)
    }
}

/// The last tokens of full names that stand beside a word for an office, in the article's own words: persons, whether they are said to
/// speak or only to have done something.
fn beside_an_office(reading: &Reading, words: &Words, weights: &Weights) -> Vec<usize> {
    let tokens = &reading.article.tokens;
    let name = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && reading.inside[at].is_none()
                && weights.is_name(token.word)
                && reading.raw(token).chars().next().is_some_and(char::is_uppercase)
                && !words.is(token.word, WordSet::Office)
                && !words.is(token.word, WordSet::Day)
        })
    };
    let two = |at: &usize| *at > 0 && name(*at) && name(*at - 1) && !name(*at + 1);
    let ends = (0..tokens.len()).filter(two).filter(|at| reading.sentence_of[*at] == reading.sentence_of[*at - 1]);
    ends.filter(|at| !offices_beside(reading, words, weights, *at).is_empty()).collect()
}

/// The name that ends at the token `last`, with one first name.
fn full_name(reading: &Reading, last: usize) -> String {
    let tokens = &reading.article.tokens;
    let name = tokens[last - 1].span.join(tokens[last].span).of(&reading.article.text);
    bare(name).strip_suffix("\u{2019}s").unwrap_or(bare(name)).to_owned()
}

fn is_one(pronoun: &str) -> bool {
    matches!(fold(pronoun).as_str(), "he" | "she" | "him" | "her")
}

fn is_title(word: &str) -> bool {
    matches!(fold(word).as_str(), "mr" | "mrs" | "ms" | "dr" | "sir" | "minister" | "president" | "premier")
}

fn bare(form: &str) -> &str {
    form.strip_suffix("'s").unwrap_or(form)
}

/// Words for offices beside the name whose last word is the token `at`: "ministry spokesman X", "spokesman, X,", "X, the spokesman".
fn offices_beside(reading: &Reading, words: &Words, weights: &Weights, at: usize) -> Vec<String> {
    let tokens = &reading.article.tokens;
    let is_office = |token: &&Token| words.is(token.word, WordSet::Office);
    let first_name = |token: &Token| token.kind == TokenKind::Word && weights.may_be_name(token.word);
    let mut start = at;
    while start > 0 && first_name(&tokens[start - 1]) && !is_office(&&tokens[start - 1]) && at - start < 4 {
        start -= 1;
    }
    let before = start.checked_sub(1).map(|before| {
        let comma = reading.raw(&tokens[before]) == ",";
        before.saturating_sub(usize::from(comma))
    });
    let mut found: Vec<String> = Vec::new();
    found.extend(
        before.and_then(|before| tokens.get(before)).filter(is_office).map(|token| reading.form(token).to_owned()),
    );
    if tokens.get(at + 1).is_some_and(|token| reading.raw(token) == ",") {
        let after = tokens.iter().skip(at + 2).take(6).take_while(|token| token.kind == TokenKind::Word);
        found.extend(after.filter(is_office).map(|token| reading.form(token).to_owned()).take(1));
    }
    found
}

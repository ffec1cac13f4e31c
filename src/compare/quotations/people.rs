//! The persons of an article, and whom its pronouns and offices stand for. Resolves only what the text makes plain: a pronoun goes to the
//! subject of the nearest sentence that has anybody it fits, and to nobody where that one may be somebody else. After Lappin and Leass (1994),
//! "An algorithm for pronominal anaphora resolution": subjects first, the nearest sentence first, no one of another gender.

use rustc_hash::FxHashMap;

use super::{
    Reading,
    attribution::{Attribution, Finder},
    phrase::Kind,
    speaker::{SpeakerKind, last_name},
};
use crate::{
    compare::names::same_name,
    lexicon::{SetBits, WordSet},
    story::SentenceId,
    text::{
        fold::fold,
        name_key::name_key,
        span::Span,
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

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
        // Spellings of one name were made one person when they were added.
        self.exact.get(last).copied().or_else(|| {
            let alike = self.alike.get(&name_key(last)).into_iter().flatten().take(MOST_SPELLINGS);
            alike.filter(|(other, _)| same_name(other, last)).map(|(_, person)| *person).min()
        })
    }
}

/// `he` or `she`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Man,
    Woman,
}

/// The persons of an article, and where they are mentioned.
pub(super) struct People<'a, 'b> {
    finder: &'b Finder<'a>,
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
    gender: Option<Gender>,
    /// Whether something but capitals says that it is a person: speech, an office, a title, a first name.
    sure: bool,
}

/// Somebody whom a pronoun may stand for.
#[derive(Clone, Copy)]
struct Mention {
    /// None: somebody without a name ("a witness").
    person: Option<usize>,
    gender: Option<Gender>,
    token: usize,
    sentence: SentenceId,
    possessive: bool,
    /// Whether a clause begins with it.
    subject: bool,
}

/// How many sentences back a pronoun or an office looks for its person.
const REACH: usize = 4;
const PERSON: SetBits = 1 << WordSet::Office as u32 | 1 << WordSet::Trade as u32;

impl<'a, 'b> People<'a, 'b> {
    /// The persons of the article, whether `found` has them speak or they only act, and every mention of them.
    pub fn of(finder: &'b Finder<'a>, found: &[Attribution]) -> Self {
        let mut people = Self { finder, persons: Vec::new(), directory: Directory::default(), mentions: Vec::new() };
        for attribution in found {
            if let Some(name) = &attribution.speaker.name {
                people.add(name, true);
            }
        }
        // A name is taken up once, however often it stands there, and again only for what shows that it is a person's.
        let mut known: FxHashMap<(WordId, WordId), bool> = FxHashMap::default();
        let tokens = people.tokens();
        for last in people.full_names() {
            let words = (tokens[last - 1].word, tokens[last].word);
            if known.get(&words) == Some(&true) {
                continue;
            }
            let title = finder.any(last - 1, PERSON) || finder.raw(last - 1) == ".";
            let sure = title
                || people.is_first_name(last - 1)
                || people.is_described(last)
                || !people.offices_beside(last).is_empty();
            if sure || !known.contains_key(&words) {
                known.insert(words, sure);
                let name = people.named(if title { last } else { last - 1 }, last);
                people.add(&name, sure);
            }
        }
        people.find_mentions();
        people.find_unnamed();
        people
    }

    fn reading(&self) -> &'b Reading<'a> {
        self.finder.reading
    }

    fn tokens(&self) -> &'b [Token] {
        &self.finder.reading.article.tokens
    }

    fn add(&mut self, name: &str, sure: bool) {
        let last = last_name(name);
        let words = |name: &str| name.split_whitespace().count();
        match self.directory.find(&last) {
            Some(person) => {
                if words(&self.persons[person].name) < words(name) {
                    name.clone_into(&mut self.persons[person].name);
                    self.directory.add(last, person);
                }
                self.persons[person].sure |= sure;
            }
            None => {
                self.directory.add(last, self.persons.len());
                self.persons.push(Person { name: name.to_owned(), offices: Vec::new(), gender: None, sure });
            }
        }
    }

    fn is_first_name(&self, at: usize) -> bool {
        self.finder.any(at, WordSet::Woman.bit() | WordSet::Man.bit())
    }

    /// "Paul Steiner, 54," and "Paul Steiner, who": what is said of persons.
    fn is_described(&self, last: usize) -> bool {
        self.finder.raw(last + 1) == ","
            && (self.finder.form(last + 2) == "who"
                || (self.tokens().get(last + 2).is_some_and(|token| token.kind == TokenKind::Figure)
                    && self.finder.raw(last + 3) == ","))
    }

    /// The last tokens of names of two words and more, or with a title, in the article's own words, but for names of bodies.
    fn full_names(&self) -> Vec<usize> {
        let finder = self.finder;
        let name = |at: usize| {
            !finder.is_quoted(at) && finder.is_name(at) && !finder.any(at, PERSON | WordSet::Institution.bit())
        };
        let same = |at: usize| self.reading().sentence_of[at] == self.reading().sentence_of[at - 1];
        let title = |at: usize| finder.any(at, WordSet::Office.bit()) && finder.is_capital(at) && !finder.is_quoted(at);
        let two = |at: &usize| {
            let before = *at - 1;
            let stop = finder.raw(before) == "." && before > 0 && title(before - 1);
            same(*at)
                && !finder.is_possessive(before)
                && !finder.is_name(*at + 1)
                && (name(before) || title(before) || stop)
        };
        (1..self.tokens().len()).filter(|at| name(*at)).filter(two).collect()
    }

    /// The name from the token `first` to the token `last`.
    fn named(&self, first: usize, last: usize) -> String {
        let text = &self.reading().article.text;
        let name = self.tokens()[first].span.join(self.tokens()[last].span).of(text);
        bare(name).strip_suffix("\u{2019}s").unwrap_or(bare(name)).to_owned()
    }

    fn find_mentions(&mut self) {
        // A word of the vocabulary is looked at once, however often it occurs.
        let (reading, finder) = (self.reading(), self.finder);
        let mut known: Vec<Option<Option<usize>>> = vec![None; reading.story.vocabulary.len()];
        for (at, token) in self.tokens().iter().enumerate() {
            if !finder.is_word(at) || finder.is_quoted(at) || !finder.weights.may_be_name(token.word) {
                continue;
            }
            let Some(slot) = known.get_mut(token.word.index()) else { continue };
            let person = slot.get_or_insert_with(|| self.directory.find(bare(reading.form(token))));
            let Some(person) = *person else { continue };
            let possessive = finder.is_possessive(at) || finder.is_possessive(at + 1);
            for office in self.offices_beside(at) {
                if !self.persons[person].offices.contains(&office) {
                    self.persons[person].offices.push(office);
                }
            }
            let mut first = at;
            while first > 0 && at - first < 5 && !finder.is_quoted(first - 1) && self.is_beside(first - 1) {
                first -= 1;
            }
            let told = self.gender_of(first, at);
            let known = &mut self.persons[person];
            known.gender = known.gender.or(told);
            let subject = !possessive && (first == 0 || !finder.any(first - 1, WordSet::Preposition.bit()));
            let sentence = reading.sentence_of[at];
            self.mentions.push(Mention {
                person: Some(person),
                gender: None,
                token: at,
                sentence,
                possessive,
                subject,
            });
            self.lengthen(person, at);
        }
    }

    /// Whether a token before a last name belongs to it: first names, titles, an article.
    fn is_beside(&self, at: usize) -> bool {
        self.finder.is_name(at)
            || self.finder.is_determiner(at)
            || self.finder.any(at, PERSON)
            || self.finder.raw(at) == "."
    }

    /// The gender that titles, first names and kin tell of the name from `first` to `last`: "Ms Keller", "his sister, Ella Marsh".
    fn gender_of(&self, first: usize, last: usize) -> Option<Gender> {
        let finder = self.finder;
        let before = first.checked_sub(2).filter(|_| finder.raw(first - 1) == ",");
        let after = (finder.raw(last + 1) == ",").then_some(last + 3);
        let told = (first..last).chain(before).chain(after.filter(|at| !finder.is_quoted(*at)));
        told.filter_map(|at| self.gender(at)).next()
    }

    fn gender(&self, at: usize) -> Option<Gender> {
        match (self.finder.any(at, WordSet::Woman.bit()), self.finder.any(at, WordSet::Man.bit())) {
            (true, false) => Some(Gender::Woman),
            (false, true) => Some(Gender::Man),
            _ => None,
        }
    }

    /// Persons without a name with whom a sentence begins: "A witness", "Her brother".
    fn find_unnamed(&mut self) {
        let finder = self.finder;
        let mut unnamed = Vec::new();
        for sentence in self.reading().article.sentence_ids() {
            let range = &self.reading().article.sentence(sentence).tokens;
            let (from, to) = (range.start as usize, range.end as usize);
            if from >= to || !finder.is_determiner(from) {
                continue;
            }
            let Some(phrase) = finder.phrase_on(from, to) else { continue };
            let word = finder.any(phrase.head, PERSON) || self.gender(phrase.head).is_some();
            // "The mayor" may be somebody with a name.
            let definite = finder.form(from) == "the" && finder.any(phrase.head, WordSet::Office.bit());
            if phrase.kind != Kind::Head || !word || definite || finder.form(phrase.head).ends_with('s') {
                continue;
            }
            // "The victim's mother, Jane Holt,"
            let named = finder.chain_on(from, to).is_some_and(|phrase| matches!(phrase.kind, Kind::Name(..)));
            if !named {
                let gender = self.gender(phrase.head);
                unnamed.push(Mention { person: None, gender, token: from, sentence, possessive: false, subject: true });
            }
        }
        unnamed.append(&mut self.mentions);
        unnamed.sort_by_key(|mention| mention.token);
        self.mentions = unnamed;
    }

    /// Takes first names that stand before a mention into the name.
    fn lengthen(&mut self, person: usize, at: usize) {
        let finder = self.finder;
        if self.persons[person].name.contains(' ') {
            return;
        }
        let Some(before) = at.checked_sub(1) else { return };
        let token = &self.tokens()[before];
        if token.kind == TokenKind::Word
            && finder.is_name(before)
            && finder.weights.is_name(token.word)
            && self.reading().sentence_of[before] == self.reading().sentence_of[at]
            && !finder.any(before, PERSON)
            && !finder.is_possessive(before)
        {
            let last = self.persons[person].name.clone();
            self.persons[person].name = format!("{} {last}", finder.raw(before));
        }
    }

    /// Gives the speakers of `found` their names.
    pub fn name(&self, found: &mut [Attribution]) {
        let text = &self.reading().article.text;
        for attribution in found {
            let head = attribution.head;
            let speaker = &mut attribution.speaker;
            let person = match speaker.kind {
                SpeakerKind::Named => speaker.name.as_ref().and_then(|name| self.directory.find(&last_name(name))),
                SpeakerKind::Pronoun => {
                    let gender = match fold(speaker.span.of(text)).as_str() {
                        "he" | "him" => Gender::Man,
                        "she" | "her" => Gender::Woman,
                        _ => continue,
                    };
                    self.before(speaker.span, Some(gender), |_| true)
                }
                SpeakerKind::Office if self.finder.is_word(head) => {
                    let first = fold(speaker.span.of(text).split_whitespace().next().unwrap_or_default());
                    let word = self.finder.form(head);
                    if matches!(first.as_str(), "a" | "an" | "another" | "one") || word.ends_with('s') {
                        continue;
                    }
                    self.before(speaker.span, None, |person| person.offices.iter().any(|office| office == word))
                }
                _ => None,
            };
            if let Some(person) = person {
                speaker.name = Some(self.persons[person].name.clone());
            }
        }
    }

    /// The person with whom the nearest sentence before `span` begins that names anybody of this gender who `fits`; its own sentence counts up
    /// to there. None where it is somebody without a name, or where two may be meant.
    fn before(&self, span: Span, gender: Option<Gender>, fits: impl Fn(&Person) -> bool) -> Option<usize> {
        let at = self.reading().token_at(span.start);
        let sentence = self.reading().sentence_of[at].index();
        let of = |mention: &Mention| mention.person.map_or(mention.gender, |person| self.persons[person].gender);
        let may = |mention: &&Mention| {
            let agrees = match (gender, of(mention)) {
                (Some(wanted), Some(known)) => wanted == known,
                _ => true,
            };
            let meant = match mention.person {
                Some(person) => fits(&self.persons[person]),
                None => gender.is_some(),
            };
            !mention.possessive && agrees && meant
        };
        let candidates: Vec<&Mention> = self.mentions[..self.mentions.partition_point(|mention| mention.token < at)]
            .iter()
            .rev()
            .take_while(|mention| mention.sentence.index() + REACH >= sentence)
            .filter(may)
            .collect();
        let nearest = candidates.first()?.sentence;
        let mut here: Vec<&Mention> =
            candidates.into_iter().take_while(|mention| mention.sentence == nearest).collect();
        here.reverse();
        let first = here.iter().find(|mention| mention.subject).or(here.first())?;
        let person = first.person?;
        // One whom only capitals make a person, or one of two who may be meant and neither begins the clause: left open.
        let alone = here.iter().all(|mention| mention.person == Some(person));
        ((self.persons[person].sure || gender.is_none()) && (first.subject || alone)).then_some(person)
    }

    /// Words for offices beside the name whose last word is the token `at`: "ministry spokesman X", "spokesman, X,", "X, the spokesman".
    fn offices_beside(&self, at: usize) -> Vec<String> {
        let (finder, tokens) = (self.finder, self.tokens());
        let is_office = |at: &usize| finder.any(*at, PERSON);
        let first_name = |at: usize| finder.is_word(at) && finder.weights.may_be_name(tokens[at].word);
        let mut start = at;
        while start > 0
            && at - start < 4
            && !is_office(&(start - 1))
            && (first_name(start - 1) || finder.raw(start - 1) == ".")
        {
            start -= 1;
        }
        let before = start.checked_sub(1).map(|before| before.saturating_sub(usize::from(finder.raw(before) == ",")));
        let mut found: Vec<String> = Vec::new();
        found.extend(before.filter(is_office).map(|at| finder.form(at).to_owned()));
        if finder.raw(at + 1) == "," {
            let after = (at + 2..tokens.len().min(at + 8)).take_while(|at| finder.is_word(*at));
            found.extend(after.filter(is_office).map(|at| finder.form(at).to_owned()).take(1));
        }
        found
    }
}

fn bare(form: &str) -> &str {
    form.strip_suffix("'s").unwrap_or(form)
}

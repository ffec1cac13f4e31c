//! Cues that no list can hold, because they are made of any words: scare quotes, epithets set beside a name, `pro-` and `-backed`
//! labels, relative clauses that look back, reports made into adjectives.

use super::{
    clauses,
    cue::Cue,
    labels,
    pattern::Pattern,
    productive,
    reading::{Reading, Voice},
    sentences,
    shape::Shape,
};
use crate::{
    lexicon::{
        SetBits,
        WordSet::{
            Adverb, Be, Calling, Conjunction, Day, Determiner, Have, Modal, Negation, Number, Opining, Participle,
            Preposition, Pronoun, Reader, ReportedAs, Saying, Trouble, Weight,
        },
    },
    story::SentenceId,
};

/// Adds what the patterns find in a sentence.
pub fn find(reading: &Reading<'_>, sentence: SentenceId, found: &mut Vec<Cue>) {
    let (from, to) = reading.range(sentence);
    let mut finds = Finds { reading, sentence, from, to, found };
    finds.quoted();
    // The shapes of clauses and words are told by the small words of a language.
    if !reading.has_grammar {
        return;
    }
    finds.whole();
    let mut dashed = false;
    for at in from..to {
        let shape = reading.shape(at);
        let behind = std::mem::replace(&mut dashed, shape.has(Shape::HYPHEN));
        let loud = reading.is_loud(at);
        let opens = behind || loud || shape.is_telling() || reading.any(at, HELPS | Weight.bit() | ReportedAs.bit());
        if !opens || reading.voice(at) != Voice::Narration {
            continue;
        }
        if shape.has(Shape::COMMA) {
            finds.behind_comma(at);
        } else if reading.is_dash(at) {
            finds.behind_dash(at);
        } else if reading.is_word(at) {
            finds.at_word(at, shape, (behind, loud));
        }
    }
}

/// The helping verbs that a pattern may begin with.
const HELPS: SetBits = Modal.bit() | Have.bit();

/// What is found in a sentence, which is the tokens `from` to before `to`.
struct Finds<'a, 'r> {
    reading: &'a Reading<'r>,
    sentence: SentenceId,
    from: usize,
    to: usize,
    found: &'a mut Vec<Cue>,
}

impl Finds<'_, '_> {
    fn add(&mut self, pattern: Pattern, place: Option<(usize, usize)>) {
        self.found.extend(place.map(|place| pattern.cue(self.sentence, place)));
    }

    /// Words in quotation marks that nobody has said.
    fn quoted(&mut self) {
        let Self { reading, from, to, .. } = *self;
        let title = reading.is_title_case(self.sentence);
        let first = reading.quotes.partition_point(|quote| quote.end <= from);
        for quote in reading.quotes.iter().skip(first).take_while(|quote| quote.start < to) {
            // Few quotations are in doubt; only those are read.
            if quote.scare && quote.start >= from && (!quote.attributed || is_one_word(reading, quote.start, quote.end))
            {
                let pattern = if quote.attributed { Pattern::QuotedWord } else { Pattern::ScareQuotes };
                self.add(pattern, scare_quotes(reading, quote.start, quote.end, title));
            }
        }
    }

    /// What the sentence is as a whole.
    fn whole(&mut self) {
        let Self { reading, sentence, from, to, .. } = *self;
        let (question, exclamation) = sentences::outcry(reading, sentence);
        self.add(Pattern::Question, question);
        self.add(Pattern::Exclamation, exclamation);
        self.add(Pattern::Contrast, sentences::contrast(reading, (from, to)));
        self.add(Pattern::Verdict, sentences::verdict(reading, (from, to)));
        self.add(Pattern::Denial, sentences::denial(reading, (from, to)));
        // Few sentences have a word of these.
        let sets = reading.sets((from, to));
        if sets & Reader.bit() != 0 {
            self.add(Pattern::Commentary, sentences::commentary(reading, (from, to)));
        }
        if sets & Trouble.bit() != 0 {
            self.add(Pattern::Record, sentences::record(reading, (from, to)));
        }
        self.add(Pattern::WhileOthers, sentences::while_others(reading, sentence));
    }

    /// What the comma at `at` sets apart.
    fn behind_comma(&mut self, at: usize) {
        let Self { reading, to, .. } = *self;
        self.add(Pattern::Apposition, labels::apposition(reading, at, to));
        let back = if clauses::concludes(reading, at + 1) { Pattern::Concluding } else { Pattern::LookingBack };
        self.add(back, looking_back(reading, at, to));
        self.add(Pattern::Aside, clauses::aside(reading, at, to));
        self.add(Pattern::Compared, clauses::compared(reading, at, to));
        self.add(Pattern::Described, clauses::described(reading, at, to));
        self.add(Pattern::Aside, clauses::apposition(reading, at, to));
        self.add(Pattern::Epithet, labels::epithet(reading, at, to));
        self.add(Pattern::SetBeside, clauses::set_beside(reading, at, to));
        self.add(Pattern::SummedUp, clauses::summed_up(reading, at, to));
        self.add(Pattern::Against, clauses::against(reading, at, to));
        self.add(Pattern::Plural, clauses::plural_speakers(reading, at, to));
        let (pattern, tail) = clauses::consequence(reading, at, to);
        self.add(pattern, tail);
    }

    /// What the dash at `at` sets apart.
    fn behind_dash(&mut self, at: usize) {
        let Self { reading, to, .. } = *self;
        self.add(Pattern::LookingBack, looking_back(reading, at, to));
        self.add(Pattern::Epithet, labels::epithet(reading, at, to));
    }

    /// What begins with the word at `at`, or is it; `behind` a hyphen, or in capitals throughout.
    fn at_word(&mut self, at: usize, shape: Shape, (behind, loud): (bool, bool)) {
        let Self { reading, from, to, .. } = *self;
        let joined = behind || shape.has(Shape::HYPHENED);
        if shape.has(Shape::SIDED) {
            self.add(Pattern::Sided, labels::sided(reading, at, to));
        }
        if joined {
            self.add(Pattern::Compound, labels::compound(reading, at, from));
        }
        self.add(Pattern::ReportedNoun, reported_noun(reading, at, (from, to)));
        if shape.has(Shape::WITHOUT) {
            self.add(Pattern::Without, productive::without(reading, at, to));
        }
        self.add(Pattern::WeighedFigure, productive::weighed_figure(reading, at, to));
        if reading.any(at, HELPS) {
            self.add(Pattern::Unsaid, clauses::unsaid(reading, at, (from, to)));
        }
        if shape.has(Shape::MANNER) {
            self.add(Pattern::Manner, productive::manner(reading, at));
        }
        if shape.has(Shape::THE) {
            self.add(Pattern::Superlative, productive::superlative(reading, at, to));
        }
        if loud {
            self.add(Pattern::Shouted, sentences::shouted(reading, at, (from, to)));
        }
        if shape.has(Shape::JUDGING) {
            self.add(Pattern::JudgingAdjective, productive::judging_adjective(reading, at, to));
        }
        if shape.has(Shape::LIKE) {
            self.add(Pattern::Likened, productive::likened(reading, at, to));
        }
        if joined {
            self.add(Pattern::ChargedCompound, productive::charged_compound(reading, at, from));
        }
    }
}

/// How far before the quotation marks a verb that gives a name may stand, in tokens: `called the plan 'cruel'`.
const CALLS: usize = 5;

/// The quotation marks with what they hold, unless that is a name or a title.
fn scare_quotes(reading: &Reading<'_>, start: usize, end: usize, title: bool) -> Option<(usize, usize)> {
    let mut words = (start..end).filter(|at| reading.is_word(*at));
    let named = reading.is_capital(words.next()?) && !title;
    let held = (start.checked_sub(1)?, (end + 1).min(reading.article.tokens.len()));
    // "the word 'climate'": the word is spoken of. "within minutes": nobody doubts a time.
    let before = |back: usize| held.0.checked_sub(back).map_or("", |at| reading.form(at));
    // "the film 'Capote'" and "the song 'Red Rose'" have titles.
    let work = |back: usize| {
        matches!(
            before(back),
            "word"
                | "words"
                | "term"
                | "phrase"
                | "slogan"
                | "name"
                | "named"
                | "titled"
                | "entitled"
                | "film"
                | "movie"
                | "book"
                | "novel"
                | "play"
                | "song"
                | "album"
                | "series"
                | "show"
                | "musical"
                | "painting"
                | "poem"
        )
    };
    let mention = work(1) || reading.is_capital(start) && (2..=3).any(work);
    let time = (start..end).any(|at| {
        let form = reading.form(at);
        reading.is(at, Day)
            || reading.is_figure(at)
            || matches!(form, "minutes" | "hours" | "days" | "weeks" | "months" | "years" | "seconds")
    });
    // "called the plan 'cruel'": a source's word for it, unless it is only "what they call" it.
    let calls = (1..=CALLS).find(|back| held.0.checked_sub(*back).is_some_and(|at| reading.is(at, Calling)));
    let distant = |back: usize| {
        let name = |at: usize| matches!(reading.form(at), "what" | "so");
        held.0.checked_sub(back).is_some_and(|at| (at.saturating_sub(4)..at).any(name))
    };
    let called = calls.is_some_and(|back| back > 1 && !distant(back));
    (!named && !mention && !time && !called && !is_clause(reading, (start, end))).then_some(held)
}

/// Whether one word stands there, perhaps with the stop of its sentence.
fn is_one_word(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    end - start <= 2 && reading.is_word(start) && (start + 1..end).all(|at| reading.is_sign(at))
}

/// `'paying the price'`, `'had deliberately changed course'`: a piece of a statement, with its verb; no word that the writer keeps at a
/// distance.
fn is_clause(reading: &Reading<'_>, (start, end): (usize, usize)) -> bool {
    let gerund = reading.form(start).ends_with("ing") && reading.is(start + 1, Determiner);
    let past = reading.form(start).ends_with("ly") && reading.form(start + 1).ends_with("ed") && start + 2 < end;
    let verb = (start..end).any(|at| reading.any(at, Be.bit() | Have.bit() | Modal.bit()));
    end > start + 1 && (gerund || past || verb)
}

/// `, who has …`, `, which paid …`: a clause set beside a name that tells of an earlier time, or of what the name is known for.
fn looking_back(reading: &Reading<'_>, comma: usize, to: usize) -> Option<(usize, usize)> {
    let relative = comma + 1;
    if !matches!(reading.form(relative), "who" | "which" | "whose") {
        return None;
    }
    let near = relative + 1..to.min(relative + 6);
    let verb = near.into_iter().find(|at| {
        let form = reading.form(*at);
        reading.is_sign(*at)
            || reading.any(*at, Have.bit() | Be.bit() | Modal.bit())
            || form.ends_with("ed")
            || reading.is(*at, Participle)
            || *at == relative + 1 && !reading.any(*at, Adverb.bit() | Determiner.bit())
    })?;
    // "who has two children"
    let kin = matches!(reading.form(verb + 2), "children" | "sons" | "daughters" | "siblings" | "brothers" | "sisters");
    let plain = reading.is(verb, Have) && reading.is(verb + 1, Number) && kin;
    // "which the opposition says was marred": somebody's word for it, and nothing recalled.
    let plain = plain || (relative + 1..verb).any(|at| reading.is(at, Opining));
    let told = reading.is_word(verb)
        && !plain
        && !reading.is(verb, Saying)
        && (!reading.is(verb, Modal) || reading.is(verb + 1, Negation) || clauses::concludes(reading, relative))
        && verb + 1 < to;
    (told && !reading.is_capital(relative + 1)).then_some((relative, verb + 1))
}

/// `reported coordination`: the report made into an adjective.
fn reported_noun(reading: &Reading<'_>, at: usize, (from, to): (usize, usize)) -> Option<(usize, usize)> {
    if !reading.is(at, ReportedAs) || at <= from {
        return None;
    }
    let before = at - 1;
    let describes = reading.any(before, Determiner.bit() | Preposition.bit()) || reading.form(before).ends_with("'s");
    let small =
        Determiner.bit() | Preposition.bit() | Pronoun.bit() | Conjunction.bit() | Be.bit() | Have.bit() | Adverb.bit();
    let noun = reading.is_word(at + 1) && at + 1 < to && !reading.any(at + 1, small);
    (describes && noun).then(|| {
        let mut end = at + 2;
        while end < to && end < at + 5 && (reading.form(end) == "-" || reading.form(end - 1) == "-") {
            end += 1;
        }
        let more = end < to && end < at + 6 && reading.is_word(end) && !reading.any(end, small | Modal.bit());
        (at, if more { end + 1 } else { end })
    })
}

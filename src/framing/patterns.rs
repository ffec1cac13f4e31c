//! Cues that no list can hold, because they are made of any words: scare quotes, epithets set beside a name, `pro-` and `-backed`
//! labels, relative clauses that look back, reports made into adjectives.

use super::{
    clauses,
    cue::{Cue, Origin},
    labels, productive,
    reading::{Reading, Voice},
    sentences,
    shape::Shape,
};
use crate::{
    compare::FindingKind,
    lexicon::{
        Sense,
        WordSet::{
            Adverb, Be, Conjunction, Determiner, Have, Modal, Negation, Number, Participle, Preposition, Pronoun,
            Reader, ReportedAs, Saying, Trouble, Weight,
        },
    },
    story::SentenceId,
};

/// A pattern without a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pattern {
    /// One to three words in quotation marks.
    ScareQuotes,
    /// `, Ruritania's loyal protector,`
    Apposition,
    /// `pro-Ruritanian forces`
    Sided,
    /// `rebel-held`, `state-run`
    Compound,
    /// `, which has long …`
    LookingBack,
    /// `, which would …`
    Concluding,
    /// `reported talks`
    ReportedNoun,
    /// `, fuelling …`
    Consequence,
    /// `, robbing savers …`
    Act,
    /// `only 12`
    WeighedFigure,
    /// A question that nobody is quoted as asking.
    Question,
    /// A sentence of the writer's with an exclamation mark.
    Exclamation,
    /// `debt-ridden`, `ill-considered`
    ChargedCompound,
    /// `Yet …`
    Contrast,
    /// `without lifting`
    Without,
    /// `, many of whom …`, `, a former …`
    Aside,
    /// `, a figure that …`
    SummedUp,
    /// `, paid for with …`
    SetBeside,
    /// `, despite …`
    Against,
    /// `That will be …`
    Verdict,
    /// `could not say where`
    Unsaid,
    /// `cynically`
    Manner,
    /// `the biggest … in`
    Superlative,
    /// `, while shareholders pocket …`
    ChargedClause,
    /// `, guests claimed`
    Plural,
    /// `No board is going to …`
    Denial,
    /// `We stand with them`
    Commentary,
    /// `, less than inflation`
    Compared,
    /// `, one of the architects of …`
    Described,
    /// `was cleared in 2021`
    Record,
    /// `as nation rejoices`
    WhileOthers,
    /// `SIX YEARS`
    Shouted,
    /// `murderous`
    JudgingAdjective,
    /// `like a thief`
    Likened,
    /// A sentence of the writer's own in charged words.
    ChargedSentence,
}

impl Pattern {
    /// Its name in a finding's rule.
    pub fn name(self) -> &'static str {
        match self {
            Self::ScareQuotes => "scare quotes",
            Self::Apposition => "epithet beside a name",
            Self::Sided => "label with pro- or anti-",
            Self::Compound => "label with -backed, -run, …",
            Self::LookingBack => "relative clause that looks back",
            Self::Concluding => "relative clause that draws a conclusion",
            Self::ReportedNoun => "report as an adjective",
            Self::Consequence => "participle of consequence",
            Self::Act => "participle of an act beside the news",
            Self::WeighedFigure => "word that weighs a figure",
            Self::Question => "question in the writer's voice",
            Self::Exclamation => "exclamation in the writer's voice",
            Self::ChargedCompound => "compound with ill-, -ridden, …",
            Self::Without => "what was done without",
            Self::Aside => "remark set beside the news",
            Self::Contrast => "sentence set against the one before",
            Self::SummedUp => "news summed up in a noun",
            Self::SetBeside => "participle set beside the news",
            Self::Against => "clause set against the news",
            Self::Verdict => "sentence about the one before",
            Self::Unsaid => "what was not said or done",
            Self::Manner => "adverb of manner",
            Self::Superlative => "superlative",
            Self::ChargedClause => "clause with a charged word",
            Self::Plural => "speakers in the plural",
            Self::Denial => "denial in the writer's voice",
            Self::Commentary => "the writer speaks to or for the reader",
            Self::Compared => "comparison set beside the news",
            Self::Described => "description beside a name",
            Self::Record => "earlier matter recalled",
            Self::WhileOthers => "headline with as or while",
            Self::Shouted => "words in capitals",
            Self::JudgingAdjective => "adjective that judges",
            Self::Likened => "likening",
            Self::ChargedSentence => "sentence in charged words",
        }
    }

    /// Whether plain news is full of it, so that it tells something only between two tellings of one story.
    pub fn is_usual(self) -> bool {
        !matches!(
            self,
            Self::ScareQuotes
                | Self::Apposition
                | Self::Sided
                | Self::Compound
                | Self::ReportedNoun
                | Self::Question
                | Self::Exclamation
                | Self::ChargedCompound
                | Self::Plural
        )
    }

    /// Whether it speaks for the rest of its clause.
    pub fn speaks_for_clause(self) -> bool {
        matches!(
            self,
            Self::LookingBack
                | Self::Concluding
                | Self::Consequence
                | Self::Act
                | Self::Question
                | Self::Without
                | Self::Aside
        ) || matches!(
            self,
            Self::SummedUp
                | Self::SetBeside
                | Self::Against
                | Self::Verdict
                | Self::Unsaid
                | Self::ChargedClause
                | Self::Denial
                | Self::Commentary
                | Self::ChargedSentence
                | Self::Compared
                | Self::Described
                | Self::WhileOthers
                | Self::Record
                | Self::Likened
        )
    }
}

/// Adds what the patterns find in a sentence.
pub fn find(reading: &Reading<'_>, sentence: SentenceId, found: &mut Vec<Cue>) {
    let (from, to) = reading.range(sentence);
    let title = reading.is_title_case(sentence);
    let mut add = |pattern, kind, sense, strength, range: Option<(usize, usize)>| {
        if let Some((start, end)) = range {
            let origin = Origin::Pattern(pattern);
            found.push(Cue {
                sentence,
                start,
                end,
                reach: end,
                kind,
                sense,
                strength,
                origin,
                shift: pattern.is_usual(),
                as_listed: true,
            });
        }
    };
    let first = reading.quotes.partition_point(|quote| quote.end <= from);
    for quote in reading.quotes.iter().skip(first).take_while(|quote| quote.start < to) {
        let range = scare_quotes(reading, quote.start, quote.end, title)
            .filter(|_| quote.scare && !quote.attributed && quote.start >= from);
        add(Pattern::ScareQuotes, FindingKind::Hedge, Sense::Distance, 2, range);
    }
    // The shapes of clauses and words are told by the small words of a language.
    if !reading.has_grammar {
        return;
    }
    let (question, exclamation) = sentences::outcry(reading, sentence);
    add(Pattern::Question, FindingKind::Interpretation, Sense::Significance, 1, question);
    add(Pattern::Exclamation, FindingKind::Evaluation, Sense::Degree, 1, exclamation);
    let contrast = sentences::contrast(reading, (from, to));
    add(Pattern::Contrast, FindingKind::Interpretation, Sense::Significance, 1, contrast);
    let verdict = sentences::verdict(reading, (from, to));
    add(Pattern::Verdict, FindingKind::Interpretation, Sense::Significance, 1, verdict);
    add(Pattern::Denial, FindingKind::Interpretation, Sense::Significance, 1, sentences::denial(reading, (from, to)));
    // Few sentences have a word of these.
    let sets = reading.sets((from, to));
    if sets & Reader.bit() != 0 {
        let commentary = sentences::commentary(reading, (from, to));
        add(Pattern::Commentary, FindingKind::Interpretation, Sense::Significance, 1, commentary);
    }
    if sets & Trouble.bit() != 0 {
        add(Pattern::Record, FindingKind::Background, Sense::History, 1, sentences::record(reading, (from, to)));
    }
    let others = sentences::while_others(reading, sentence);
    add(Pattern::WhileOthers, FindingKind::Interpretation, Sense::Setting, 1, others);
    let helps = Modal.bit() | Have.bit();
    let mut dashed = false;
    for at in from..to {
        let shape = reading.shape(at);
        let behind = std::mem::replace(&mut dashed, shape.has(Shape::HYPHEN));
        let loud = reading.is_loud(at);
        let opens = behind || loud || shape.is_telling() || reading.any(at, helps | Weight.bit() | ReportedAs.bit());
        if !opens || reading.voice(at) != Voice::Narration {
            continue;
        }
        if shape.has(Shape::COMMA) {
            add(Pattern::Apposition, FindingKind::Naming, Sense::Epithet, 2, labels::apposition(reading, at, to));
            let back = looking_back(reading, at, to);
            if clauses::concludes(reading, at + 1) {
                add(Pattern::Concluding, FindingKind::Interpretation, Sense::Significance, 1, back);
            } else {
                add(Pattern::LookingBack, FindingKind::Background, Sense::History, 1, back);
            }
            let remark = clauses::aside(reading, at, to);
            add(Pattern::Aside, FindingKind::Background, Sense::History, 1, remark);
            let held = clauses::compared(reading, at, to);
            add(Pattern::Compared, FindingKind::Background, Sense::Setting, 1, held);
            let described = clauses::described(reading, at, to);
            add(Pattern::Described, FindingKind::Background, Sense::History, 1, described);
            let besides = clauses::apposition(reading, at, to);
            add(Pattern::Aside, FindingKind::Background, Sense::History, 1, besides);
            let beside = clauses::set_beside(reading, at, to);
            add(Pattern::SetBeside, FindingKind::Background, Sense::History, 1, beside);
            let summed = clauses::summed_up(reading, at, to);
            add(Pattern::SummedUp, FindingKind::Interpretation, Sense::Significance, 1, summed);
            let against = clauses::against(reading, at, to);
            add(Pattern::Against, FindingKind::Background, Sense::Setting, 1, against);
            let plural = clauses::plural_speakers(reading, at, to);
            add(Pattern::Plural, FindingKind::Source, Sense::Vague, 1, plural);
            let (pattern, tail) = clauses::consequence(reading, at, to);
            add(pattern, FindingKind::Interpretation, Sense::Cause, 1, tail);
        } else if reading.is_word(at) {
            if shape.has(Shape::SIDED) {
                add(Pattern::Sided, FindingKind::Naming, Sense::Label, 2, labels::sided(reading, at, to));
            }
            let joined = behind || shape.has(Shape::HYPHENED);
            if joined {
                add(Pattern::Compound, FindingKind::Naming, Sense::Label, 1, labels::compound(reading, at, from));
            }
            let reported = reported_noun(reading, at, (from, to));
            add(Pattern::ReportedNoun, FindingKind::Hedge, Sense::Distance, 2, reported);
            if shape.has(Shape::WITHOUT) {
                let without = productive::without(reading, at, to);
                add(Pattern::Without, FindingKind::Interpretation, Sense::Significance, 1, without);
            }
            let weighed = productive::weighed_figure(reading, at, to);
            add(Pattern::WeighedFigure, FindingKind::Evaluation, Sense::Degree, 1, weighed);
            if reading.any(at, helps) {
                let unsaid = clauses::unsaid(reading, at, (from, to));
                add(Pattern::Unsaid, FindingKind::Background, Sense::History, 1, unsaid);
            }
            if shape.has(Shape::MANNER) {
                add(Pattern::Manner, FindingKind::Evaluation, Sense::Degree, 1, productive::manner(reading, at));
            }
            if shape.has(Shape::THE) {
                let most = productive::superlative(reading, at, to);
                add(Pattern::Superlative, FindingKind::Evaluation, Sense::Degree, 1, most);
            }
            if loud {
                let shouted = sentences::shouted(reading, at, (from, to));
                add(Pattern::Shouted, FindingKind::Loaded, Sense::Emotive, 2, shouted);
            }
            if shape.has(Shape::JUDGING) {
                let judging = productive::judging_adjective(reading, at, to);
                add(Pattern::JudgingAdjective, FindingKind::Evaluation, Sense::Blame, 1, judging);
            }
            if shape.has(Shape::LIKE) {
                let likened = productive::likened(reading, at, to);
                add(Pattern::Likened, FindingKind::Evaluation, Sense::Degree, 1, likened);
            }
            if joined {
                let charged = productive::charged_compound(reading, at, from);
                add(Pattern::ChargedCompound, FindingKind::Evaluation, Sense::Blame, 2, charged);
            }
        }
    }
}

/// The quotation marks with what they hold, unless that is a name or a title.
fn scare_quotes(reading: &Reading<'_>, start: usize, end: usize, title: bool) -> Option<(usize, usize)> {
    let mut words = (start..end).filter(|at| reading.is_word(*at));
    let named = reading.is_capital(words.next()?) && !title;
    let held = (start.checked_sub(1)?, (end + 1).min(reading.article.tokens.len()));
    (!named).then_some(held)
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
    let plain = reading.is(verb, Have) && reading.is(verb + 1, Number);
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

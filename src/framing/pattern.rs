//! The patterns without a list, in one table: the name of each in a finding's rule, what kind of finding it makes, in which sense and how
//! strong, and whether it is usual in plain news or speaks for its clause.

use super::cue::{Cue, Origin};
use crate::{
    compare::FindingKind,
    lexicon::{Form, Sense},
    story::SentenceId,
};

/// What holds for all that a pattern finds.
#[derive(Clone, Copy, Debug)]
struct Traits {
    name: &'static str,
    kind: FindingKind,
    sense: Sense,
    /// 1 mild, 2 clear, 3 any reader would see it.
    strength: u8,
    /// Plain news is full of it, so that it tells something only between two tellings of one story.
    usual: bool,
    /// It speaks for the rest of its clause.
    clause: bool,
}

macro_rules! patterns {
    ($($(#[$doc:meta])* $pattern:ident = $name:literal, $kind:ident $sense:ident $strength:literal $($flag:ident)*;)*) => {
        /// A pattern without a list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Pattern { $($(#[$doc])* $pattern,)* }

        impl Pattern {
            fn traits(self) -> Traits {
                match self {
                    $(Self::$pattern => Traits {
                        name: $name,
                        kind: FindingKind::$kind,
                        sense: Sense::$sense,
                        strength: $strength,
                        usual: [$(stringify!($flag)),*].contains(&"usual"),
                        clause: [$(stringify!($flag)),*].contains(&"clause"),
                    },)*
                }
            }
        }
    };
}

patterns! {
    /// One to three words in quotation marks.
    ScareQuotes = "scare quotes", Hedge Distance 2;
    /// One word in quotation marks behind a plain verb of saying.
    QuotedWord = "one word in quotation marks", Hedge Distance 1;
    /// `, Ruritania's loyal protector,`
    Apposition = "epithet beside a name", Naming Epithet 2;
    /// `, a Ruritanian ally,`
    Epithet = "characterisation beside a name", Naming Epithet 1 usual;
    /// `pro-Ruritanian forces`
    Sided = "label with pro- or anti-", Naming Label 2;
    /// `rebel-held`, `state-run`
    Compound = "label with -backed, -run, …", Naming Label 1;
    /// `, which has long …`
    LookingBack = "relative clause that looks back", Background Remark 1 usual clause;
    /// `, which would …`
    Concluding = "relative clause that draws a conclusion", Interpretation Significance 1 usual clause;
    /// `reported talks`
    ReportedNoun = "report as an adjective", Hedge Distance 2;
    /// `, fuelling …`
    Consequence = "participle of consequence", Interpretation Cause 1 usual clause;
    /// `, robbing savers …`
    Act = "participle of an act beside the news", Interpretation Act 1 usual clause;
    /// `only 12`
    WeighedFigure = "word that weighs a figure", Evaluation Degree 1 usual;
    /// A question that nobody is quoted as asking.
    Question = "question in the writer's voice", Interpretation Significance 1 clause;
    /// A sentence of the writer's with an exclamation mark.
    Exclamation = "exclamation in the writer's voice", Evaluation Degree 1;
    /// `debt-ridden`, `ill-considered`
    ChargedCompound = "compound with ill-, -ridden, …", Evaluation Blame 2;
    /// `Yet …`
    Contrast = "sentence set against the one before", Interpretation Significance 1 usual;
    /// `without lifting`
    Without = "what was done without", Interpretation Omission 1 usual clause;
    /// `, many of whom …`, `, a former …`
    Aside = "remark set beside the news", Background Remark 1 usual clause;
    /// `, a figure that …`
    SummedUp = "news summed up in a noun", Interpretation Significance 1 usual clause;
    /// `, paid for with …`
    SetBeside = "participle set beside the news", Background Remark 1 usual clause;
    /// `, despite …`
    Against = "clause set against the news", Background Setting 1 usual clause;
    /// `That will be …`
    Verdict = "sentence about the one before", Interpretation Significance 1 usual clause;
    /// `could not say where`
    Unsaid = "what was not said or done", Background Omission 1 usual clause;
    /// `cynically`
    Manner = "adverb of manner", Evaluation Degree 1 usual;
    /// `the biggest … in`
    Superlative = "superlative", Evaluation Degree 1 usual;
    /// `, while shareholders pocket …`
    ChargedClause = "clause with a charged word", Interpretation Significance 1 usual clause;
    /// `, guests claimed`
    Plural = "speakers in the plural", Source Vague 1;
    /// `No board is going to …`
    Denial = "denial in the writer's voice", Interpretation Significance 1 usual clause;
    /// `We stand with them`
    Commentary = "the writer speaks to or for the reader", Interpretation Significance 1 usual clause;
    /// `, less than inflation`
    Compared = "comparison set beside the news", Background Setting 1 usual clause;
    /// `, one of the architects of …`
    Described = "description beside a name", Background Remark 1 usual clause;
    /// `was cleared in 2021`
    Record = "earlier matter recalled", Background History 1 usual clause;
    /// `as nation rejoices`
    WhileOthers = "headline with as or while", Interpretation Setting 1 usual clause;
    /// `SIX YEARS`
    Shouted = "words in capitals", Loaded Emotive 2 usual;
    /// `murderous`
    JudgingAdjective = "adjective that judges", Evaluation Blame 1 usual;
    /// `like a thief`
    Likened = "likening", Evaluation Degree 1 usual clause;
    /// A sentence of the writer's own in charged words.
    ChargedSentence = "sentence in charged words", Interpretation Significance 1 usual clause;
}

impl Pattern {
    /// Its name in a finding's rule.
    pub fn name(self) -> &'static str {
        self.traits().name
    }

    /// Whether it speaks for the rest of its clause.
    pub fn speaks_for_clause(self) -> bool {
        self.traits().clause
    }

    /// What it finds in `sentence`, from the token `start` to before `end`.
    pub fn cue(self, sentence: SentenceId, (start, end): (usize, usize)) -> Cue {
        let Traits { kind, sense, strength, usual, .. } = self.traits();
        let origin = Origin::Pattern(self);
        Cue {
            sentence,
            start,
            end,
            reach: end,
            kind,
            sense,
            strength,
            origin,
            shift: usual,
            form: Form::Listed,
            reported: false,
            bare: false,
        }
    }
}

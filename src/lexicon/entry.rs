//! What a list says of a word or phrase.

use std::borrow::Cow;

use serde::Serialize;

pub use super::class::{Class, Form};

/// Which list an entry stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ListKind {
    /// Reporting verbs, the neutral ones too: they are the yardstick.
    Attribution,
    /// Vague or missing sources.
    Source,
    /// Distance and doubt.
    Hedge,
    /// Emotive or one-sided terms.
    Loaded,
    /// Labels for persons, groups, states.
    Naming,
    /// Subjective adjectives, adverbs, intensifiers.
    Evaluation,
    /// Motive, cause, legality, significance.
    Interpretation,
    /// Background that steers the reading.
    Background,
}

impl ListKind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Attribution,
        Self::Source,
        Self::Hedge,
        Self::Loaded,
        Self::Naming,
        Self::Evaluation,
        Self::Interpretation,
        Self::Background,
    ];

    /// Its name: the list's file is called so, too.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Attribution => "attribution",
            Self::Source => "source",
            Self::Hedge => "hedge",
            Self::Loaded => "loaded",
            Self::Naming => "naming",
            Self::Evaluation => "evaluation",
            Self::Interpretation => "interpretation",
            Self::Background => "background",
        }
    }

    /// The list called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

macro_rules! senses {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $means:literal;)*) => {
        /// What an entry does: the group of its list that it stands in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "lowercase")]
        pub enum Sense { $($(#[$doc])* $name,)* }

        impl Sense {
            /// The name it has in the lists' group lines.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// What it does, as words to follow the quoted entry in a sentence for the reader.
            #[must_use]
            pub fn means(self) -> &'static str {
                match self { $(Self::$name => $means,)* }
            }

            /// The sense called `name` in a group line.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

senses! {
    /// A reporting verb that takes no stance.
    Neutral = "neutral", "reports without a stance";
    /// Sets the writer apart from what is reported.
    Doubt = "doubt", "keeps a distance from what is reported";
    /// Makes what is reported look like something to be owned up to.
    Guilt = "guilt", "presents what is reported as something to be owned up to or denied";
    /// Makes the speaker sound angry or loud.
    Heat = "heat", "gives the speaker force or anger";
    /// Takes what is reported for true or weighty.
    Endorsement = "endorsement", "presents what is reported as true or weighty";
    /// A source without a name.
    Vague = "vague", "names no one who could be asked";
    /// A report that nobody is said to have made.
    Agentless = "agentless", "reports without saying who reported it";
    /// Doubt about what is told.
    Distance = "distance", "keeps a distance from what is told";
    /// A matter shown as surer than a report of it would be.
    Certainty = "certainty", "presents the matter as certain";
    /// A figure given as a bound.
    Bound = "bound", "gives a bound and no figure";
    /// A guess at what is so.
    Likelihood = "likelihood", "presents the matter as a guess";
    /// A word that moves or condemns.
    Emotive = "emotive", "is a word of strong feeling";
    /// A word for force and war.
    Violent = "violent", "speaks of the matter in terms of violence";
    /// A word that one side of a dispute uses.
    Partisan = "partisan", "stands in the list of charged terms";
    /// A label for a group or state.
    Label = "label", "is one of several possible labels";
    /// An epithet for a person.
    Epithet = "epithet", "characterises in place of a name or office";
    /// Praise.
    Praise = "praise", "evaluates favourably";
    /// Blame.
    Blame = "blame", "evaluates unfavourably";
    /// Makes more or less of a thing.
    Degree = "degree", "makes more or less of it than the bare fact";
    /// What someone wants.
    Motive = "motive", "states what someone is after, in the writer's own voice";
    /// What leads to what.
    Cause = "cause", "states what led to what, in the writer's own voice";
    /// What is lawful.
    Legality = "legality", "states what is lawful, in the writer's own voice";
    /// What someone did, told for how it looks.
    Act = "act", "tells what was done as a move of those who did it";
    /// What someone did not do.
    Omission = "omission", "tells what was not done or said";
    /// What someone threatens, or what threatens.
    Threat = "threat", "tells of a threat";
    /// What is to come, expected by nobody who is named.
    Expectation = "expectation", "tells what is expected, but not by whom";
    /// What it means.
    Significance = "significance", "states what the matter means, in the writer's own voice";
    /// An earlier trouble of those told of.
    History = "history", "sets an earlier matter beside the news";
    /// What is said of someone or something besides.
    Remark = "remark", "sets a remark beside the news";
    /// What else is going on.
    Setting = "setting", "sets the news beside another matter";
}

/// What holds for all entries of a group of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// What its entries do.
    pub sense: Sense,
    /// 1 mild, 2 clear, 3 any reader would see it; 0 for what is no cue by itself (neutral verbs).
    pub strength: u8,
    /// How they are inflected.
    pub class: Class,
    /// Whether they have other, idle meanings, so that the words around must show that this one is meant.
    pub strict: bool,
    /// Whether they speak for the rest of their clause.
    pub clause: bool,
    /// Whether they are cues only where the linked passage lacks them, never by standing in a passage of one article alone.
    pub shift: bool,
}

/// An entry of a list, as far as it may occur in a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The list.
    pub kind: ListKind,
    /// The group it stands in.
    pub group: Group,
    /// As listed: `shrug off`.
    pub text: Cow<'static, str>,
    /// What a neutral writer would put, if the list says: `say`.
    pub neutral: Option<Cow<'static, str>>,
    /// Whether it comes from the reader's own list.
    pub own: bool,
}

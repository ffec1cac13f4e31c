//! The small classes of words that the rules are told by; which words are of them stands in `grammar.txt`.

/// One bit for each [`WordSet`].
pub type SetBits = u64;

macro_rules! sets {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// A small class of words, listed in `grammar.txt`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum WordSet { $($(#[$doc])* $name,)* }

        impl WordSet {
            /// The set called `name` in `grammar.txt`.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

sets! {
    /// `the`, `a`, `that`.
    Article = "article",
    /// `the`, `this`, `every`, `his`.
    Determiner = "determiner",
    /// `he`, `they`.
    Pronoun = "pronoun",
    /// `in`, `of`.
    Preposition = "preposition",
    /// `and`, `that`, `because`.
    Conjunction = "conjunction",
    /// `who`, `which`.
    Relative = "relative",
    /// `is`, `were`, `been`.
    Be = "be",
    /// `has`, `had`.
    Have = "have",
    /// `will`, `could`.
    Modal = "modal",
    /// `not`, `never`.
    Negation = "negation",
    /// `also`, `then`: adverbs that stand between a verb and its subject.
    Adverb = "adverb",
    /// `Monday`, `yesterday`.
    Day = "day",
    /// `some`, `many`, `numerous`.
    Quantity = "quantity",
    /// `critics`, `observers`: those who are quoted in the mass.
    Speaker = "speaker",
    /// `president`, `spokesman`: offices.
    Office = "office",
    /// `reporters`, `parliament`: those who are told.
    Hearer = "hearer",
    /// `two`, `dozens`.
    Number = "number",
    /// `ministry`, `court`: bodies that speak.
    Institution = "institution",
    /// `said`, `reported`: forms of verbs whose subject may follow them.
    Inverting = "inverting",
    /// `calls`, `described`: verbs that give a name to a thing.
    Calling = "calling",
    /// `say`, `argued`: verbs by which those who are quoted in the mass speak.
    Opining = "opining",
    /// `slew`, `string`: more of a thing than one would count.
    Amount = "amount",
    /// `flood`, `wave`: the same, as a force of nature or of war.
    Flood = "flood",
    /// `charges`, `allegations`: what one may be held to account for.
    Charge = "charge",
    /// `fuelling`, `prompting`: participles that say what came of it.
    Consequence = "consequence",
    /// `criticism`, `fears`: what is in the air.
    Mood = "mood",
    /// `annually`, `locally`: adverbs that judge nothing.
    PlainAdverb = "plain-adverb",
    /// `beginning`, `scored`: verbs of the plain course of events.
    PlainVerb = "plain-verb",
    /// `latest`, `forest`: words on -est that compare nothing.
    PlainSuperlative = "plain-superlative",
    /// `mention`, `explain`: what one can be said not to have done.
    Telling = "telling",
    /// `rose`, `gained`: of a figure that becomes more.
    Rising = "rising",
    /// `fell`, `lost`: of a figure that becomes less.
    Falling = "falling",
    /// `only`, `once`, `still`: what gives a plain clause a slant.
    Slant = "slant",
    /// `we`, `your`, `readers`: those who are spoken for or to.
    Reader = "reader",
    /// `said`, `added`: forms of the plainest verbs of saying.
    Saying = "saying",
    /// `mere`, `whopping`: words that make little or much of a figure.
    Weight = "weight",
    /// `suspected`, `rumoured`: reports made into adjectives.
    ReportedAs = "reported-as",
    /// `paid`, `torn`: participles without -ed.
    Participle = "participle",
    /// `struck`, `met`: past tenses without -ed.
    Past = "past",
    /// `shallow`, `twisted`: words that judge by a sense other than their own, which is of bodies and measures.
    Physical = "physical",
    /// `water`, `metal`, `hillside`: what one can touch or measure.
    Matter = "matter",
    /// `former`, `longtime`: what someone was or has long been.
    Once = "once",
    /// `twice`, `half`, `third`: shares and multiples.
    Share = "share",
    /// `convicted`, `defaulted`: what an earlier matter is told by.
    Trouble = "trouble",
    /// `injured`, `arrested`: what a report may say did not happen.
    Outcome = "outcome",
    /// `reached`, `available`: what a person or a body is said not to have been, as a formula of the desk.
    Formula = "formula",
    /// `irony`, `upshot`: what a sentence sums up the one before as.
    Upshot = "upshot",
    /// `wife`, `village`, `company`: what someone or something plainly is.
    PlainNoun = "plain-noun",
    /// `chief`, `former`: ranks.
    Rank = "rank",
    /// `backed`, `run`: the ends of compounds that say whose side a thing is on.
    BoundEnd = "bound-end",
    /// `ill`, `eco`: the beginnings of compounds that judge.
    ChargedStart = "charged-start",
    /// `long`, `badly`: the beginnings of compounds that judge before a participle.
    ChargedAdverb = "charged-adverb",
    /// `ridden`, `mongering`: the ends of compounds that judge.
    ChargedEnd = "charged-end",
    /// `based`, `lasting`: the ends of compounds that say when, where or how long.
    PlainEnd = "plain-end",
    /// `may`, `reportedly`: what leaves it open whether a thing is so.
    Unsure = "unsure",
    /// `serious`, `useful`: adjectives with an ending that judges, which judge nothing.
    PlainAdjective = "plain-adjective",
    /// `lawyer`, `neighbour`, `brother`: trades, kin and other words for persons who speak.
    Trade = "trade",
    /// `Mary`, `Mrs`, `sister`: first names, titles and kin that tell a woman.
    Woman = "woman",
    /// `John`, `Mr`, `brother`: those that tell a man.
    Man = "man",
    /// `worried`, `proud`: what one says of oneself.
    Feeling = "feeling",
}

impl WordSet {
    /// The sets whose words bind or count: they are no names, whatever their first letter, and tell nothing by themselves.
    pub const SMALL: [Self; 12] = [
        Self::Determiner,
        Self::Pronoun,
        Self::Preposition,
        Self::Conjunction,
        Self::Relative,
        Self::Be,
        Self::Have,
        Self::Modal,
        Self::Negation,
        Self::Adverb,
        Self::Day,
        Self::Quantity,
    ];

    /// Its bit.
    #[must_use]
    pub const fn bit(self) -> SetBits {
        1 << self as u32
    }
}

//! One thing worth telling the reader.

use std::fmt;

use serde::{Serialize, Serializer, ser::SerializeStruct as _};

use crate::{story::Side, text::span::Span};

/// One thing worth telling the reader, with its place, its counterpart and its why. It states a fact of wording, never a
/// judgement of an outlet.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The article it stands in.
    pub side: Side,
    /// Where it stands in that article's text.
    pub span: FindingSpan,
    /// What kind of thing it is.
    pub kind: FindingKind,
    /// The wording of the other article that it answers to, as a span of that article's text.
    pub counterpart: Option<Span>,
    /// 1 mild, 2 clear, 3 any reader would see it.
    pub strength: u8,
    /// The list entry or rule that fired: `words/en/attribution: insist`, `figures: other value`.
    pub rule: String,
    /// One or two sentences for the reader.
    pub why: String,
    /// What its place in the order of all comes from; none before findings are put in order.
    pub order: Option<Order>,
}

/// What a finding's place in the order comes from, besides its kind. Shown as `clear, no counterpart, in narration, 12 % down`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// That of the finding, from 1 to 3.
    pub strength: u8,
    /// A cue without a counterpart.
    pub lone: bool,
    /// Whether it stands inside a quotation; not told of quotations themselves, nor of what is no cue in narration.
    pub quoted: Option<bool>,
    /// How far down its text the finding stands, in hundredths, from 0 to 100.
    pub down: u64,
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.strength {
            3.. => "strong",
            2 => "clear",
            _ => "mild",
        })?;
        f.write_str(if self.lone { ", no counterpart" } else { "" })?;
        f.write_str(match self.quoted {
            Some(true) => ", quoted",
            Some(false) => ", in narration",
            None => "",
        })?;
        write!(f, ", {} % down", self.down)
    }
}

/// As the JSON contract has it: the span as `start` and `end`, the order as the last sentence of the why.
impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Finding", 8)?;
        fields.serialize_field("side", &self.side)?;
        fields.serialize_field("start", &self.span.start)?;
        fields.serialize_field("end", &self.span.end)?;
        fields.serialize_field("kind", &self.kind)?;
        fields.serialize_field("counterpart", &self.counterpart)?;
        fields.serialize_field("strength", &self.strength)?;
        fields.serialize_field("rule", &self.rule)?;
        fields.serialize_field("why", &self.why_with_order())?;
        fields.end()
    }
}

/// Where a finding stands, in bytes of its article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FindingSpan {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Finding {
    /// The why, and behind it what the finding's place in the order comes from: ` Order: clear, in narration, 8 % down.`
    #[must_use]
    pub fn why_with_order(&self) -> String {
        self.order.map_or_else(|| self.why.clone(), |order| format!("{} Order: {order}.", self.why))
    }

    /// Its kind for a reader: names that differ are counted among the figures, and are none.
    #[must_use]
    pub fn name(&self) -> &'static str {
        if self.rule.starts_with("names") { "name" } else { self.kind.name() }
    }

    /// The rule for a reader: a pattern with many alternatives is cut after the first ones. [`Finding::rule`] has it whole.
    #[must_use]
    pub fn short_rule(&self) -> String {
        const LONGEST: usize = 48;
        if self.rule.chars().count() <= LONGEST {
            return self.rule.clone();
        }
        let cut: String = self.rule.chars().take(LONGEST).collect();
        let end = cut.rfind(['|', ' ']).unwrap_or(cut.len());
        format!("{}\u{2026}", cut.get(..end).unwrap_or(&cut))
    }
}

impl From<Span> for FindingSpan {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

impl From<FindingSpan> for Span {
    fn from(span: FindingSpan) -> Self {
        Self { start: span.start, end: span.end }
    }
}

/// What a finding is about. The first eight are cues of framing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FindingKind {
    /// A reporting verb that takes a stance.
    Attribution,
    /// A source that is vague, collective, missing or dropped.
    Source,
    /// Distance, doubt or certainty.
    Hedge,
    /// An emotive or one-sided term.
    Loaded,
    /// A label or epithet chosen for a person, group or state.
    Naming,
    /// A subjective adjective, adverb or intensifier.
    Evaluation,
    /// A claim of motive, cause, legality or significance in the writer's own voice.
    Interpretation,
    /// A background fact placed beside the news.
    Background,
    /// A quotation that is trimmed, altered, merged, split, given to another speaker or only here.
    Quotation,
    /// A figure, date or name that differs.
    Figure,
    /// The same passage much higher or lower.
    Placement,
    /// Headline and lede against one another.
    Headline,
}

impl FindingKind {
    /// All of them, in the order they are listed to a reader.
    pub const ALL: [Self; 12] = [
        Self::Headline,
        Self::Attribution,
        Self::Source,
        Self::Hedge,
        Self::Loaded,
        Self::Naming,
        Self::Evaluation,
        Self::Interpretation,
        Self::Background,
        Self::Quotation,
        Self::Figure,
        Self::Placement,
    ];

    /// Its name for the reader and in JSON.
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
            Self::Quotation => "quotation",
            Self::Figure => "figure",
            Self::Placement => "placement",
            Self::Headline => "headline",
        }
    }
}

//! The one value in the middle: made once, only read after that. Screen, text, HTML and JSON cannot disagree because all of
//! them read it.

mod furniture;

use std::sync::Arc;

use serde::{Serialize, Serializer, ser::SerializeStruct};

pub use self::furniture::furniture;
use crate::{
    align::{self, PairAlignment},
    compare::{self, Change, ChangeClass, Finding, Groundwork, LinkWording, QuotationPair, SourceRow},
    framing,
    lexicon::Lexicon,
    progress::{Progress, Stage},
    story::{ArticleId, PairId, Side, Story},
};

/// Version of the JSON that a comparison is written as (`schema`).
pub const SCHEMA: u32 = 1;

/// Every setting that influences the result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// The word lists of the reader's own, by name.
    pub words: Vec<OwnList>,
    /// Whether the articles are compared in one pair alone that was chosen.
    pub pair_chosen: bool,
}

/// A word list of the reader's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnList {
    /// Language and name: `en/loaded`.
    pub list: String,
    /// SHA-256 of its text, in hexadecimal digits.
    pub sha256: String,
}

/// The settings as they are written: with the parts that were wanted, as these decide what is in the file.
#[derive(Serialize)]
struct WrittenSettings<'a> {
    #[serde(flatten)]
    settings: &'a Settings,
    only: &'a [Section],
}

/// A story and what was found in its pairs.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The settings it was made with.
    pub settings: Settings,
    /// The articles.
    pub story: Arc<Story>,
    /// What was found in each article alone, shared by all pairs.
    pub groundwork: Arc<Groundwork>,
    /// Who speaks in each article.
    pub sources: Vec<SourceRow>,
    /// The pairs compared beforehand, the chosen one first, the others by the order the articles were given. All of them, unless they
    /// are too many to be kept; see [`Comparison::each_pair`].
    pub pairs: Vec<Arc<PairComparison>>,
    /// The other pairs, in their order: each is compared when it is asked for, and forgotten again.
    later: Vec<PairId>,
}

/// Pairs are kept while the texts of their articles have no more bytes than this altogether: what is found in a pair takes some five
/// times as much. A hundred articles make 4,950 pairs, and nobody looks at two of them at a time.
const KEPT: usize = 32 << 20;

/// Two articles, held against each other.
#[derive(Clone, Debug)]
pub struct PairComparison {
    /// Links, passages without one, rows.
    pub alignment: PairAlignment,
    /// The wording of each link: what its two sides share and how they differ there; indexed as `alignment.links`.
    pub wordings: Vec<LinkWording>,
    /// Word-level changes inside the links, all of them, by their place.
    pub changes: Vec<Change>,
    /// The quotations of both, paired, and what became of each.
    pub quotations: Vec<QuotationPair>,
    /// What is worth telling the reader, the most telling first.
    pub findings: Vec<Finding>,
}

impl Comparison {
    /// Compares `pairs` of `story`, in that order.
    #[must_use]
    pub fn new(story: Arc<Story>, pairs: &[PairId], settings: Settings, lexicon: &Lexicon) -> Self {
        Self::watched(story, pairs, settings, lexicon, &Progress::default())
    }

    /// Compares `pairs` of `story` while somebody waits for it. Stopped, it ends soon, and is hollow.
    #[must_use]
    pub fn watched(
        story: Arc<Story>,
        pairs: &[PairId],
        settings: Settings,
        lexicon: &Lexicon,
        progress: &Progress,
    ) -> Self {
        let groundwork = Arc::new(Groundwork::watched(&story, lexicon, progress));
        let (kept, later) = pairs.split_at(kept(&story, pairs));
        let pairs = kept
            .iter()
            .take_while(|_| !progress.is_stopped())
            .map(|pair| Arc::new(PairComparison::watched(&story, &groundwork, *pair, progress)))
            .collect();
        let sources = compare::sources(&story, &groundwork);
        Self { settings, story, groundwork, sources, pairs, later: later.to_vec() }
    }

    /// Every pair in its order. Those that are not kept are compared anew each time, with the same outcome.
    pub fn each_pair(&self) -> impl Iterator<Item = Arc<PairComparison>> {
        let anew = |pair: &PairId| PairComparison::new(&self.story, &self.groundwork, *pair);
        self.pairs.iter().cloned().chain(self.later.iter().map(move |pair| Arc::new(anew(pair))))
    }

    /// Which pairs these are, in their order.
    pub fn pair_ids(&self) -> impl Iterator<Item = PairId> {
        self.pairs.iter().map(|pair| pair.alignment.pair).chain(self.later.iter().copied())
    }

    /// The articles that stand in one of its pairs, in their order.
    #[must_use]
    pub fn shown(&self) -> Vec<ArticleId> {
        let stands = |id: &ArticleId| self.pair_ids().any(|pair| Side::BOTH.iter().any(|side| pair.on(*side) == *id));
        self.story.articles.iter().map(|(id, _)| id).filter(stands).collect()
    }

    /// Whether any two of the articles differ in more than typography, case and punctuation.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.each_pair().any(|pair| pair.differs(&self.story))
    }
}

/// How many of `pairs` are kept: as many as their texts allow, and one at least.
fn kept(story: &Story, pairs: &[PairId]) -> usize {
    let mut bytes = 0;
    let fits = |pair: &&PairId| {
        bytes += Side::BOTH.map(|side| story.articles[pair.on(side)].text.len()).iter().sum::<usize>();
        bytes <= KEPT
    };
    pairs.iter().take_while(fits).count().max(1).min(pairs.len())
}

impl PairComparison {
    /// Whether the two articles, which are of `story`, differ in more than typography, case and punctuation: a passage without a counterpart, but for
    /// the [page's furniture](furniture), or moved, or a word, name, figure or accent that was changed, or stands in one of two linked passages alone. Passages that differ in the writing of
    /// a figure (`5%`, `five per cent`) are graded as reworded, and differ in typography all the same.
    #[must_use]
    pub fn differs(&self, story: &Story) -> bool {
        let alignment = &self.alignment;
        let tells = |change: &Change| {
            matches!(change.class, ChangeClass::Word | ChangeClass::Name | ChangeClass::Number | ChangeClass::Accent)
        };
        Side::BOTH.iter().any(|side| self.tells_more(story, *side))
            || alignment.links.iter().any(|link| link.moved)
            || self.changes.iter().any(tells)
            || !compare::unshared(story, alignment, &self.wordings).is_empty()
    }

    /// Whether a passage of the telling on `side` has no counterpart.
    fn tells_more(&self, story: &Story, side: Side) -> bool {
        let only = self.alignment.only(side);
        if only.is_empty() {
            return false;
        }
        let article = &story.articles[self.alignment.pair.on(side)];
        let furniture = furniture(article, self, side);
        only.iter().any(|passage| !furniture[article.sentence(passage.sentence).paragraph.index()])
    }

    /// Compares one pair of `story`.
    #[must_use]
    pub fn new(story: &Story, groundwork: &Groundwork, pair: PairId) -> Self {
        Self::watched(story, groundwork, pair, &Progress::default())
    }

    /// Compares one pair of `story` while somebody waits for it. Stopped, it ends soon, and is hollow.
    #[must_use]
    pub fn watched(story: &Story, groundwork: &Groundwork, pair: PairId, progress: &Progress) -> Self {
        progress.enter(Stage::Aligning);
        let alignment = align::align(story, pair, progress);
        progress.enter(Stage::Words);
        let wordings = compare::wordings(story, &alignment, groundwork, progress);
        let changes = compare::changes(&wordings);
        if progress.is_stopped() {
            return Self { alignment, wordings, changes, quotations: Vec::new(), findings: Vec::new() };
        }
        progress.enter(Stage::Findings);
        progress.part(0, 3);
        let mut findings = framing::cues(story, &alignment, &changes, groundwork);
        progress.part(1, 3);
        let quotations = compare::quotation_pairs(story, &alignment, &wordings, groundwork);
        progress.part(2, 3);
        findings.extend(compare::findings(story, &alignment, &wordings, &changes, &quotations, groundwork));
        compare::rank(&mut findings, story, &alignment, groundwork);
        Self { alignment, wordings, changes, quotations, findings }
    }
}

/// The parts of a comparison that can be told by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// The articles, row by row: links, changes, rows.
    Rows,
    /// What stands in one article only.
    OnlyHere,
    /// What is worth telling the reader.
    Findings,
    /// Who is quoted, and how the quotations differ.
    Quotations,
    /// Who speaks.
    Sources,
}

impl Comparison {
    /// The comparison as a value to write, with the parts that are `wanted`; the articles and the pairs' ids are always in it.
    #[must_use]
    pub fn parts<'a>(&'a self, wanted: &'a [Section]) -> Parts<'a> {
        Parts { comparison: self, wanted }
    }
}

/// What [`Comparison::parts`] gives: the contract of `JSON.md`, schema 1, as far as it is wanted.
pub struct Parts<'a> {
    comparison: &'a Comparison,
    wanted: &'a [Section],
}

impl Serialize for Parts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { comparison, wanted } = *self;
        let mut object = serializer.serialize_struct("Comparison", 8)?;
        object.serialize_field("parallax", env!("CARGO_PKG_VERSION"))?;
        object.serialize_field("schema", &SCHEMA)?;
        let only = if wanted.len() < Section::ALL.len() { wanted } else { &[] };
        object.serialize_field("settings", &WrittenSettings { settings: &comparison.settings, only })?;
        object.serialize_field("articles", &comparison.story.articles)?;
        object.serialize_field("notes", &comparison.story.notes)?;
        if wanted.contains(&Section::Quotations) {
            object.serialize_field("quotations", &comparison.groundwork.quotations)?;
        }
        if wanted.contains(&Section::Sources) {
            object.serialize_field("sources", &comparison.sources)?;
        }
        object.serialize_field("pairs", &PairsInOrder { comparison, wanted })?;
        object.end()
    }
}

struct PairsInOrder<'a> {
    comparison: &'a Comparison,
    wanted: &'a [Section],
}

impl Serialize for PairsInOrder<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let story = &self.comparison.story;
        let wanted = self.wanted;
        serializer.collect_seq(self.comparison.each_pair().map(|pair| PairOfStory { story, pair, wanted }))
    }
}

/// A pair as JSON; the evidence of its links is gathered from the story while it is written.
struct PairOfStory<'a> {
    story: &'a Story,
    pair: Arc<PairComparison>,
    wanted: &'a [Section],
}

impl Serialize for PairOfStory<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { story, pair, wanted } = self;
        let alignment = &pair.alignment;
        let rows = wanted.contains(&Section::Rows);
        let mut object = serializer.serialize_struct("Pair", 13)?;
        object.serialize_field("left", &alignment.pair.left)?;
        object.serialize_field("right", &alignment.pair.right)?;
        if rows {
            object.serialize_field("links", &alignment.links_with_evidence(story))?;
        }
        if wanted.contains(&Section::OnlyHere) {
            let ids = |side| alignment.only(side).iter().map(|only| only.sentence).collect::<Vec<_>>();
            object.serialize_field("only_left", &ids(Side::Left))?;
            object.serialize_field("only_right", &ids(Side::Right))?;
            object.serialize_field("unlinked_left", &alignment.only_with_reasons(story, Side::Left))?;
            object.serialize_field("unlinked_right", &alignment.only_with_reasons(story, Side::Right))?;
        }
        if rows {
            object.serialize_field("rows", &alignment.rows)?;
            object.serialize_field("wordings", &pair.wordings)?;
            // A reader of the file has the shared stretches of a partial link apart; the rest of its passages is only here.
            let unshared = compare::unshared(story, alignment, &pair.wordings);
            let texts = [alignment.pair.left, alignment.pair.right].map(|id| story.articles[id].text.as_str());
            let changes = pair.changes.iter().map(|change| change.written(texts, true));
            let written: Vec<_> =
                changes.chain(unshared.into_iter().map(|change| change.written(texts, false))).collect();
            object.serialize_field("changes", &written)?;
        }
        if wanted.contains(&Section::Quotations) {
            object.serialize_field("quotations", &pair.quotations)?;
        }
        if wanted.contains(&Section::Findings) {
            object.serialize_field("findings", &pair.findings)?;
        }
        object.serialize_field("notes", &alignment.notes)?;
        object.end()
    }
}

#[cfg(test)]
mod tests;

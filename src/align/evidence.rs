//! Why two passages are linked, and why a passage has no partner: gathered when it is asked, a link at a time.

use serde::{Serialize, Serializer};

use super::{
    alignment::{Evidence, Grade, Link, PairAlignment, SharedWord, Shortfall, Unlinked},
    passage::MOST_TERMS,
};
use crate::{
    story::{Article, ParagraphRole, SentenceId, Side, Story},
    text::token::{Token, TokenKind},
};

/// How many words speak for a link at most.
const WORDS: usize = 12;
/// So many words are named where it is told what a passage shares with the nearest.
const TOLD: usize = 3;
/// A run of so many words is not common to two texts by chance.
const COPIED: usize = 5;

impl PairAlignment {
    /// Why the passages of `link` are linked.
    #[must_use]
    pub fn evidence(&self, story: &Story, link: &Link) -> Evidence {
        let words = self.shared_words(story, &link.left, &link.right);
        let reason = match link.grade {
            Grade::Same => "the same words".to_owned(),
            _ => self.reason(story, link, &words),
        };
        Evidence { words, runner_up: link.next_right, runner_up_left: link.next_left, reason }
    }

    /// What ties the passages of a link that is not word for word the same: the longest run of words, if it is long enough to
    /// be copied, else the figures and the words that both hold.
    fn reason(&self, story: &Story, link: &Link, words: &[SharedWord]) -> String {
        let run = self.longest_run(story, link);
        if run >= COPIED {
            return format!("a run of {run} shared words");
        }
        let text = &story.articles[self.pair.left].text;
        let figures = words.iter().filter(|word| word.left.of(text).starts_with(|c: char| c.is_numeric())).count();
        match (words.len(), figures) {
            (0, _) => "stands between linked sentences".to_owned(),
            (1, 0) => "a shared word".to_owned(),
            (words, 0) => format!("{words} shared words"),
            (words, 1) if words > 1 => format!("{words} shared words, one a figure"),
            (1, _) => "a shared figure".to_owned(),
            (words, figures) => format!("{words} shared words, {figures} of them figures"),
        }
    }

    /// How many words the longest run has that stands in both passages of `link`.
    fn longest_run(&self, story: &Story, link: &Link) -> usize {
        let ours = tokens(&story.articles[self.pair.left], &link.left);
        let theirs = tokens(&story.articles[self.pair.right], &link.right);
        let mut longest = 0;
        let mut ending = vec![0_usize; theirs.len() + 1];
        for token in &ours {
            for at in (0..theirs.len()).rev() {
                ending[at + 1] = if theirs[at].word == token.word { ending[at] + 1 } else { 0 };
                longest = longest.max(ending[at + 1]);
            }
        }
        longest
    }

    /// Why the passage `only` on `side` has no partner, as a short phrase for the reader.
    #[must_use]
    pub fn why_unlinked(&self, story: &Story, side: Side, only: &Unlinked) -> String {
        if only.searched == 0 {
            let article = &story.articles[self.pair.on(side)];
            return match article.role_of(only.sentence) {
                ParagraphRole::Dateline => "a dateline is looked for in the same words alone",
                _ if self.links.is_empty() => "the other article has no passage to compare",
                _ => "those of the other article have their equals here",
            }
            .to_owned();
        }
        let Some(nearest) = only.nearest else { return "shares no word that counts".to_owned() };
        let (left, right) = match side {
            Side::Left => (only.sentence, nearest.sentence),
            Side::Right => (nearest.sentence, only.sentence),
        };
        let article = &story.articles[self.pair.left];
        let words = self.shared_words(story, &[left], &[right]);
        let quoted: Vec<String> =
            words.iter().take(TOLD).map(|word| format!("“{}”", word.left.of(&article.text))).collect();
        let shares = match words.len().saturating_sub(TOLD) {
            0 if quoted.is_empty() => return "shares no word that counts".to_owned(),
            0 => format!("shares only {}", quoted.join(", ")),
            more => format!("shares {} and {more} more", quoted.join(", ")),
        };
        let has_partner = self.links.iter().any(|link| link.on(side.other()).contains(&nearest.sentence));
        match only.shortfall {
            None => shares,
            Some(Shortfall::Below(least)) => format!("{shares}; links begin at {} here", hundredths(least)),
            Some(Shortfall::Crosses) => format!("{shares}; it stands out of order, across likelier links"),
            Some(Shortfall::Rival) if has_partner => format!("{shares}; that one has a likelier counterpart"),
            Some(Shortfall::Rival) => format!("{shares}; others come as near"),
            Some(Shortfall::SaidAgain) => format!("{shares}; the counterpart of that one has the same words"),
        }
    }

    /// The links with their evidence, for writing.
    #[must_use]
    pub fn links_with_evidence<'a>(&'a self, story: &'a Story) -> impl Serialize + 'a {
        Each(self.links.iter().map(move |link| {
            let direction = link.moved.then_some(if link.down { "down" } else { "up" });
            let passed = link.moved.then_some(link.passed);
            Told { link, direction, passed, evidence: self.evidence(story, link) }
        }))
    }

    /// The passages on `side` without a link, each with the reason, for writing.
    #[must_use]
    pub fn only_with_reasons<'a>(&'a self, story: &'a Story, side: Side) -> impl Serialize + 'a {
        Each(self.only(side).iter().map(move |only| Left { only, reason: self.why_unlinked(story, side, only) }))
    }

    fn shared_words(&self, story: &Story, left: &[SentenceId], right: &[SentenceId]) -> Vec<SharedWord> {
        let ours = tokens(&story.articles[self.pair.left], left);
        let mut theirs = tokens(&story.articles[self.pair.right], right);
        let total: f32 = ours.iter().map(|token| self.weights.of(token.word)).sum::<f32>().max(1.0);
        let mut words = Vec::new();
        // Equal words first, so that none is taken by a word that only may be put for it.
        let mut left_over = Vec::new();
        for token in &ours {
            let equal = theirs.iter().position(|other| other.word == token.word);
            match equal.or_else(|| theirs.iter().position(|other| self.weights.are_one(token.word, other.word))) {
                Some(at) => {
                    let weight = self.weights.of(token.word) / total;
                    words.push(SharedWord { left: token.span, right: theirs.remove(at).span, weight });
                }
                None => left_over.push(token),
            }
        }
        for token in left_over {
            if let Some(at) = theirs.iter().position(|other| self.weights.are_kindred(token.word, other.word)) {
                let weight = self.weights.of(token.word) / total / 2.0;
                words.push(SharedWord { left: token.span, right: theirs.remove(at).span, weight });
            }
        }
        words.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.left.cmp(&b.left)));
        words.truncate(WORDS);
        words
    }
}

/// A score as the reader sees it: `.35`.
fn hundredths(score: f32) -> String {
    format!("{score:.2}").trim_start_matches('0').to_owned()
}

/// The words of passages, as many as are compared.
fn tokens(article: &Article, ids: &[SentenceId]) -> Vec<Token> {
    let all = ids.iter().flat_map(|id| article.sentence_tokens(*id));
    all.filter(|token| token.kind != TokenKind::Sign).take(MOST_TERMS).copied().collect()
}

/// What an iterator yields, written as a list.
struct Each<I>(I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

/// A link written with its evidence.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    link: &'a Link,
    /// `down` or `up`, of what moved, seen from the left article: also of what went past sentences of its own paragraph alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<&'static str>,
    /// How many passages that kept their place it went past.
    #[serde(skip_serializing_if = "Option::is_none")]
    passed: Option<u32>,
    evidence: Evidence,
}

/// A passage without a link, written with the reason.
#[derive(Serialize)]
struct Left<'a> {
    #[serde(flatten)]
    only: &'a Unlinked,
    reason: String,
}

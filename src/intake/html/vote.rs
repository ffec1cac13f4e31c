//! Which blocks of a page an extracted text has. The extractor weighs blocks well, and joins and drops some; how they read is not left
//! to it.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::reading::Reading;

/// So many words in a row are looked for; a block of fewer must be a line of the text.
const RUN: usize = 4;
/// A block is in the text when so many of its runs are, in percent.
const SHARE: usize = 70;
/// No block counts for more than this, in bytes, when the part of the page with most of the text is looked for.
const WEIGHT: usize = 1_000;

/// What an extracted text says of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vote {
    /// It has it.
    Told,
    /// It has its words, but they stand in another part of the page, where there is more of it.
    Repeats,
    /// It does not have it.
    Missing,
}

/// What `extracted` says of each block of `page`.
pub(super) fn votes(page: &Reading<'_>, extracted: &str) -> Vec<Vote> {
    let words: Vec<&str> = words(extracted).collect();
    let known: FxHashSet<u64> = words.windows(RUN).map(hash).collect();
    let lines: FxHashSet<u64> = extracted.lines().filter_map(short).collect();
    let runs: Vec<Vec<u64>> = page.blocks.iter().map(|block| self::runs(&block.text)).collect();
    let has = |runs: &[u64]| is_most(runs.iter().filter(|run| known.contains(run)).count(), runs.len());
    let mut votes: Vec<Vote> = page
        .blocks
        .iter()
        .zip(&runs)
        .map(|(block, runs)| {
            let told =
                if runs.is_empty() { short(&block.text).is_some_and(|line| lines.contains(&line)) } else { has(runs) };
            if told { Vote::Told } else { Vote::Missing }
        })
        .collect();
    // What is said twice belongs where most is said.
    let told = |votes: &[Vote], index: usize| votes.get(index) == Some(&Vote::Told);
    let holders: Vec<usize> = page.blocks.iter().map(|block| page.holder(block.element)).collect();
    let mut weights: FxHashMap<usize, usize> = FxHashMap::default();
    for (index, (block, holder)) in page.blocks.iter().zip(&holders).enumerate() {
        if told(&votes, index) {
            *weights.entry(*holder).or_default() += block.text.len().min(WEIGHT);
        }
    }
    let weight = |holder: &usize| weights.get(holder).copied().unwrap_or(0);
    let mut owners: FxHashMap<u64, usize> = FxHashMap::default();
    for (index, (runs, holder)) in runs.iter().zip(&holders).enumerate() {
        for run in runs.iter().filter(|_| told(&votes, index)) {
            let owner = owners.entry(*run).or_insert(*holder);
            if weight(holder) > weight(owner) {
                *owner = *holder;
            }
        }
    }
    for (index, (runs, holder)) in runs.iter().zip(&holders).enumerate() {
        let others =
            runs.iter().filter(|run| owners.get(run).is_some_and(|owner| weight(owner) > weight(holder))).count();
        if told(&votes, index) && !runs.is_empty() && is_most(others, runs.len()) {
            votes[index] = Vote::Repeats;
        }
    }
    votes
}

fn is_most(count: usize, of: usize) -> bool {
    count * 100 >= of * SHARE
}

/// The hashes of all runs of words of `text`; none if it is too short.
fn runs(text: &str) -> Vec<u64> {
    let words: Vec<&str> = words(text).collect();
    words.windows(RUN).map(hash).collect()
}

/// The hash of a line of few words.
fn short(line: &str) -> Option<u64> {
    let words: Vec<&str> = words(line).take(RUN).collect();
    (!words.is_empty() && words.len() < RUN).then(|| hash(&words))
}

fn hash(words: &[&str]) -> u64 {
    let mut hasher = FxHasher::default();
    words.hash(&mut hasher);
    hasher.finish()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_found_in_a_text_that_joins_it_to_others() {
        use Vote::{Missing, Repeats, Told};
        let html = "<div><p>The council voted on Tuesday to</div><div><p>The council voted on Tuesday to close the bridge.<p>Cars wait\
                    <p>Share<p>A ferry runs from the old quay.</div>";
        let page = Reading::of(html);
        assert_eq!(
            votes(
                &page,
                "The council voted on Tuesday to close the bridge. A ferry runs from the old quay.\nCars wait"
            ),
            [Repeats, Told, Told, Missing, Told]
        );
    }
}

//! Which blocks of a page an extracted text has. The extractor weighs blocks well, and joins and drops some; how they read is not left
//! to it.

use std::{
    hash::{Hash, Hasher},
    ops::Range,
};

use rustc_hash::{FxHashSet, FxHasher};

use super::reading::Reading;

/// So many words in a row are looked for; a block of fewer must be a line of the text.
const RUN: usize = 4;
/// A block is in the text when so many of its runs are, in percent.
const SHARE: usize = 70;
/// No block counts for more than this, in bytes, when the part of the page with most of the text is looked for.
const WEIGHT: usize = 1_000;

/// The part of a page that is most of what is told has so much of it, in percent.
const MAIN: usize = 60;

/// What an extracted text says of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vote {
    /// It has it.
    Told,
    /// It has its words, but they stand in another part of the page, where there is more of it.
    Repeats,
    /// It does not have it.
    Missing,
    /// It has it, but what the page tells machines does not.
    Doubted,
}

/// What a page tells machines is an article if it has so many bytes,
const ACCOUNT: usize = 1_000;
/// and is all of it if it has so much of what the extractor found, in percent; many pages tell the beginning alone.
const AGREES: usize = 90;
/// A block of which so much is links, in percent, leads elsewhere.
const LINKED: usize = 30;

/// `votes` held against `account`, the text of the article as the page tells it to machines: what the extractor missed of it is told, and what it
/// found below it, or beside it with links to elsewhere, is doubted. What stands above or within may be a standfirst or a list, which accounts leave out.
pub(super) fn held_against(page: &Reading<'_>, votes: Vec<Vote>, account: Option<&str>) -> Vec<Vote> {
    let Some(account) = account.filter(|account| account.len() >= ACCOUNT) else { return votes };
    let own = self::votes(page, account);
    let length = |is: &dyn Fn(Vote, Vote) -> bool| -> usize {
        let pairs = page.blocks.iter().zip(votes.iter().zip(&own));
        pairs.filter(|(_, (vote, own))| is(**vote, **own)).map(|(block, _)| block.text.len()).sum()
    };
    let found = length(&|vote, _| vote == Vote::Told);
    if length(&|vote, own| vote == Vote::Told && own == Vote::Told) * 100 < found * AGREES {
        return votes;
    }
    let told = |own: &Vote| *own == Vote::Told;
    let first = own.iter().position(told).unwrap_or(own.len());
    let last = own.iter().rposition(told).unwrap_or(own.len());
    // A sentence that is set apart once more is told already.
    let known = page.blocks.iter().zip(&votes).filter(|(_, vote)| **vote == Vote::Told);
    let known: FxHashSet<u64> = known.flat_map(|(block, _)| runs(&block.text)).collect();
    let is_known = |index: usize| {
        let runs = page.blocks.get(index).map(|block| runs(&block.text)).unwrap_or_default();
        is_most(runs.iter().filter(|run| known.contains(run)).count(), runs.len())
    };
    let linked = |index: usize| page.blocks.get(index).is_some_and(|block| block.linked >= LINKED);
    let held = |(index, (vote, own)): (usize, (&Vote, &Vote))| match (vote, own) {
        (Vote::Missing, Vote::Told) if !is_known(index) => Vote::Told,
        (Vote::Told, Vote::Missing) if index > last || index > first && linked(index) => Vote::Doubted,
        _ => *vote,
    };
    votes.iter().zip(&own).enumerate().map(held).collect()
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
    // A line of few words is in many places.
    let long = |(vote, runs): (&Vote, &Vec<u64>)| *vote == Vote::Told && !runs.is_empty();
    let first = votes.iter().zip(&runs).position(long).unwrap_or(0);
    let last = votes.iter().zip(&runs).rposition(long).unwrap_or(votes.len());
    for (index, vote) in votes.iter_mut().enumerate() {
        if *vote == Vote::Told && !(first..=last).contains(&index) {
            *vote = Vote::Missing;
        }
    }
    // Nor does the extractor join paragraphs to one that is much longer than all of its own.
    let longest = extracted.lines().map(str::len).max().unwrap_or(0);
    for (vote, block) in votes.iter_mut().zip(&page.blocks) {
        if *vote == Vote::Told && block.text.len() > 2 * longest + WEIGHT {
            *vote = Vote::Repeats;
        }
    }
    repeated(page, &runs, &mut votes);
    votes
}

/// Finds the blocks among the `votes` whose `runs` stand in the part of the page, too, where most is told.
fn repeated(page: &Reading<'_>, runs: &[Vec<u64>], votes: &mut [Vote]) {
    let mut sums = vec![0];
    for (block, vote) in page.blocks.iter().zip(votes.iter()) {
        let weight = if *vote == Vote::Told { block.text.len().min(WEIGHT) } else { 0 };
        sums.push(sums.last().copied().unwrap_or(0) + weight);
    }
    let at = |at: usize| sums.get(at).or(sums.last()).copied().unwrap_or(0);
    let holds = |blocks: &Range<usize>| (at(blocks.end) - at(blocks.start)) * 100 >= at(usize::MAX) * MAIN;
    // The last element to begin that holds so much is the innermost.
    let Some(main) = page.elements.iter().rev().find(|element| holds(&element.blocks)) else { return };
    let inside = || runs.iter().zip(votes.iter()).skip(main.blocks.start).take(main.blocks.len());
    let told: FxHashSet<u64> =
        inside().filter(|(_, vote)| **vote == Vote::Told).flat_map(|(runs, _)| runs.iter().copied()).collect();
    // What stands far from it was taken for other reasons.
    let up = |element: usize| page.elements.get(element).map_or(element, |element| element.parent);
    let around = page.elements.get(up(up(main.parent))).map_or(0..votes.len(), |element| element.blocks.clone());
    for (index, (runs, vote)) in runs.iter().zip(votes.iter_mut()).enumerate() {
        if *vote == Vote::Told && !around.contains(&index) {
            *vote = Vote::Missing;
        }
        let again = runs.iter().filter(|run| told.contains(run)).count();
        if *vote == Vote::Told && !main.blocks.contains(&index) && !runs.is_empty() && is_most(again, runs.len()) {
            *vote = Vote::Repeats;
        }
    }
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
        let html = "<div><div><p>The council voted on Tuesday to</p></div></div><div><p>The council voted on Tuesday to close the bridge.</p><p>Cars wait</p><p>Share</p><p>A ferry runs from the old quay.</p></div>";
        let page = Reading::of(html);
        assert_eq!(
            votes(
                &page,
                "The council voted on Tuesday to close the bridge. A ferry runs from the old quay.\nCars wait"
            ),
            [Repeats, Told, Told, Missing, Told]
        );
    }

    #[test]
    #[expect(clippy::string_slice, reason = "ASCII")]
    fn what_a_page_tells_machines_is_held_against_what_the_extractor_found() {
        use Vote::{Doubted, Missing, Told};
        let told: Vec<String> = (0..12)
            .map(|n| {
                format!("On day {n} the council of ward {n} voted to close bridge number {n} to all cars for good.")
            })
            .collect();
        let told = told.join("\n");
        let (prize, ferry) = ("Win two tickets to the match", "A ferry runs from the old quay at noon.");
        let html = format!("<p>{}</p><p>{ferry}</p><p>{prize}</p>", told.replace('\n', "</p><p>"));
        let page = Reading::of(&html);
        let found = votes(&page, &format!("{told}\n{prize}"));
        assert_eq!(found[11..], [Told, Missing, Told]);
        let account = format!("{told} {ferry}");
        assert_eq!(held_against(&page, found.clone(), Some(&account))[11..], [Told, Told, Doubted]);
        // An account that is cut short says nothing of what it leaves out.
        assert_eq!(held_against(&page, found.clone(), Some(&told[..told.len() / 2])), found);
    }
}

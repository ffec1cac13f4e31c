//! Which blocks of a page are its article, and what they are in it. The extractor's choice is held against what the markup says: where
//! it is poorer than the page's own `article`, the page is believed; what it dropped within the article comes back, folded if it is
//! furniture.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{
    headline,
    reading::{Area, Block, Reading},
    sign::Signs,
    vote::Vote,
};
use crate::{intake::date::day_in, story::ParagraphRole};

/// The extractor's choice is poor if the page's own article has so many times as much.
const POORER: usize = 3;
/// So much text, in bytes, is an article, wherever it was found.
const ENOUGH: usize = 1_000;
/// So many blocks above what is told are searched for the heading.
const ABOVE: usize = 60;
/// A real paragraph has so many words.
const REAL: usize = 20;
/// A byline and a date take at most so many bytes.
const LINE: usize = 160;

/// A block is a link when so much of it is, in percent.
const LINK: usize = 80;

/// What stands around articles and is none of them.
const PAGE: Signs = Signs(Signs::FOOTER.0 | Signs::COMMENT.0 | Signs::PAGE.0 | Signs::ASIDE.0 | Signs::PITCH.0);
const PICTURE: Signs = Signs(Signs::FIGURE.0 | Signs::CAPTION.0);

/// The blocks of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    /// Which, in reading order, and the role of each if its markup tells it.
    pub blocks: Vec<(usize, Option<ParagraphRole>)>,
    /// The heading of the first level that the article stands under.
    pub heading: Option<usize>,
    /// Whether these are all blocks because nothing says which are the article.
    pub whole: bool,
}

impl Chosen {
    /// All blocks of `page`, which is called `title`.
    pub(super) fn all(page: &Reading<'_>, title: &str) -> Self {
        // The foot of the page is the article only if there is nothing else.
        let only = page.blocks.iter().all(is_foot);
        let told: Vec<bool> = page.blocks.iter().map(|block| only || !is_foot(block)).collect();
        let chosen = page.blocks.iter().enumerate().zip(&told).filter(|(_, told)| **told);
        let heading = heading(page, &told, title);
        let above = |index: usize| heading.is_some_and(|heading| index < heading);
        let ends = ends(page, &told);
        let role = |index: usize, block: &Block| {
            let folded = if above(index) { label(block) } else { leads_out(index, block, ends) };
            role(block).or(folded)
        };
        Self { blocks: chosen.map(|((index, block), _)| (index, role(index, block))).collect(), heading, whole: false }
    }
}

/// The article of `page`, which is called `title`, and of which an extractor has found the blocks with a vote.
pub(super) fn choose(page: &Reading<'_>, votes: &[Vote], title: &str) -> Chosen {
    let is_told =
        |(block, vote): (&Block, &Vote)| matches!(vote, Vote::Told | Vote::Doubted) && !block.signs.has(Signs::FOOTER);
    let mut told: Vec<bool> = page.blocks.iter().zip(votes).map(is_told).collect();
    let mut whole = false;
    if let Some((own, all)) = own(page, &told) {
        (told, whole) = (own, all);
    }
    let is_told = |index: usize| told.get(index) == Some(&true);
    let Some(first) = told.iter().position(|told| *told) else { return Chosen::default() };
    let last = told.iter().rposition(|told| *told).unwrap_or(first);
    let heading = heading(page, &told, title);
    let (area, article) = around(page, &told);
    let near = Near::of(page, &told);
    let ends = ends(page, &told);
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    let mut blocks = Vec::new();
    for index in heading.map_or(area.start, |heading| heading.min(area.start))..area.end {
        let Some(block) = page.blocks.get(index) else { break };
        let part = match (index < first, index > last, heading.map(|heading| index < heading)) {
            (_, _, Some(true)) => Part::Top,
            (true, _, _) => Part::Head,
            (_, true, _) => Part::Tail,
            _ => Part::Inside,
        };
        let place = Place { part, article, near: near.has(page, index), headed: heading.is_some() };
        let again = !seen.insert(&block.text);
        let repeats = votes.get(index) == Some(&Vote::Repeats) || again && block.signs.has(PICTURE);
        if is_told(index) && !repeats {
            let doubted = votes.get(index) == Some(&Vote::Doubted) && is_doubtful(block);
            let folded = leads_out(index, block, ends).or(doubted.then_some(ParagraphRole::Boilerplate));
            let label = label(block).filter(|_| part == Part::Top);
            blocks.push((index, role(block).or(folded).or(label)));
        } else if let Some(role) = untold(block, place)
            && (heading == Some(index) || !again && !repeats)
        {
            blocks.push((index, role));
        }
    }
    Chosen { blocks, heading, whole }
}

/// Where a block stands that the extractor did not choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    part: Part,
    /// Whether the page says that this is its article.
    article: bool,
    /// Whether it stands among blocks that were chosen, or in a list among them.
    near: bool,
    /// Whether the article has a heading.
    headed: bool,
}

/// A part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Above the heading.
    Top,
    /// Between the heading and what is told.
    Head,
    Inside,
    Tail,
}

/// The elements that hold what is told.
struct Near(FxHashSet<usize>);

impl Near {
    fn of(page: &Reading<'_>, told: &[bool]) -> Self {
        let told = page.blocks.iter().zip(told).filter(|(_, told)| **told);
        Self(told.map(|(block, _)| page.holder(block.element)).collect())
    }

    fn has(&self, page: &Reading<'_>, index: usize) -> bool {
        let Some(block) = page.blocks.get(index) else { return false };
        let holder = page.holder(block.element);
        let around = page.elements.get(holder).map_or(holder, |element| element.parent);
        self.0.contains(&holder) || self.0.contains(&around)
    }
}

/// The role of a block of the article by its markup.
fn role(block: &Block) -> Option<ParagraphRole> {
    let signs = block.signs;
    let short = block.text.len() <= LINE;
    if block.heading > 0 {
        None
    } else if signs.has(Signs::FIGURE) || signs.has(Signs::CAPTION) && !is_real(block) {
        Some(ParagraphRole::Caption)
    } else if signs.has(Signs::DATE) && short {
        Some(if day_in(&block.text).is_some() { ParagraphRole::Dateline } else { ParagraphRole::Boilerplate })
    } else if signs.has(Signs::BYLINE) && short && !is_real(block) || signs.has(Signs::PITCH) {
        Some(ParagraphRole::Boilerplate)
    } else {
        None
    }
}

/// What becomes of a block that was not chosen: its role, or nothing if it is left behind.
fn untold(block: &Block, place: Place) -> Option<Option<ParagraphRole>> {
    const FOLDED: Option<Option<ParagraphRole>> = Some(Some(ParagraphRole::Boilerplate));
    const READ: Option<Option<ParagraphRole>> = Some(None);
    let Place { part, article, near, headed } = place;
    let signs = block.signs;
    let linked = block.linked >= 50;
    let words = block.text.split_whitespace().take(REAL).count();
    // What stands above the heading is the page's, unless it is within the article, or there is no heading.
    let outside = part == Part::Top && !article || part == Part::Head && !article && !headed;
    if block.heading == 1 && part != Part::Top {
        return if linked { FOLDED } else { READ };
    }
    if outside || signs.has(Signs::COMMENT) {
        return None;
    }
    if signs.has(PICTURE) && !linked && !signs.has(Signs(PAGE.0 & !Signs::ASIDE.0)) {
        let kept = part != Part::Tail || article || near;
        return kept.then(|| role(block));
    }
    let named = signs.has(Signs(Signs::BYLINE.0 | Signs::AUTHOR.0 | Signs::ADDRESS.0 | Signs::DATE.0));
    if named && !is_real(block) {
        let role = role(block).or(Some(ParagraphRole::Boilerplate));
        return (part != Part::Tail || article && !signs.has(Signs::DATE)).then_some(role);
    }
    if signs.has(Signs::PITCH) {
        return FOLDED;
    }
    if signs.has(Signs(Signs::FOOTER.0 | Signs::PAGE.0)) {
        return if is_prose(block) && !linked && article { FOLDED } else { None };
    }
    if signs.has(Signs::ASIDE) {
        return match part {
            Part::Inside | Part::Head if is_real(block) => READ,
            Part::Inside => FOLDED,
            _ => None,
        };
    }
    if !linked && words < REAL && !is_prose(block) && part != Part::Tail && day_in(&block.text).is_some() {
        return Some(Some(ParagraphRole::Dateline));
    }
    match part {
        _ if linked && words < 4 => None,
        _ if linked => (article || part == Part::Inside).then_some(Some(ParagraphRole::Boilerplate)),
        Part::Top => is_prose(block).then_some(None),
        Part::Head if words >= 5 => READ,
        Part::Inside if near || is_real(block) && article => READ,
        Part::Tail if near && is_prose(block) => READ,
        Part::Tail if near || article && is_prose(block) => FOLDED,
        Part::Head | Part::Inside if article => FOLDED,
        _ => None,
    }
}

/// The blocks that the page itself says are its article, if the extractor `told` far fewer; and whether that is the whole page.
fn own(page: &Reading<'_>, told: &[bool]) -> Option<(Vec<bool>, bool)> {
    let is_content = |block: &Block| content(block);
    let any = |block: &Block| block.heading != 1 && !is_foot(block) && !block.signs.has(Signs::PAGE);
    // How much of each kind stands before each block.
    let mut sums = vec![[0_usize; 3]];
    for (block, told) in page.blocks.iter().zip(told) {
        let counts = [*told, content(block) && is_prose(block), any(block)];
        let mut sum = sums.last().copied().unwrap_or_default();
        sum.iter_mut().zip(counts).for_each(|(sum, counts)| *sum += if counts { block.text.len() } else { 0 });
        sums.push(sum);
    }
    let at = |at: usize| sums.get(at).or(sums.last()).copied().unwrap_or_default();
    let length = |range: &Range<usize>| {
        let (start, end) = (at(range.start), at(range.end));
        [end[0] - start[0], end[1] - start[1], end[2] - start[2]]
    };
    let mut areas: Vec<Range<usize>> = page
        .elements
        .iter()
        .filter(|element| matches!(element.area, Area::Article | Area::Main))
        .map(|element| element.blocks.clone())
        .take(200)
        .collect();
    // Where no element is the article, it is what follows the heading.
    let heading = page.blocks.iter().position(|block| block.heading == 1 && !is_foot(block));
    if areas.iter().all(|area| length(area)[2] == 0) {
        areas = heading.map(|heading| heading + 1..page.blocks.len()).into_iter().collect();
    }
    let best = areas.iter().max_by_key(|area| (length(area)[1], length(area)[2]));
    let all = 0..page.blocks.len();
    let [found, ..] = length(&all);
    let whole = best.is_none();
    let area = best.cloned().unwrap_or(all);
    let take = |counts: &dyn Fn(&Block) -> bool| -> Vec<bool> {
        page.blocks.iter().enumerate().map(|(index, block)| area.contains(&index) && counts(block)).collect()
    };
    let [inside, prose, some] = length(&area);
    // An article in a page of many is there, and the others are none of it.
    let enough = found >= ENOUGH && (inside * 2 >= found || prose <= found * POORER);
    if prose > inside * POORER && !enough {
        return Some((take(&is_content), whole));
    }
    if found == 0 && some > 0 {
        return Some((take(&any), whole));
    }
    None
}

/// The heading that what is `told` stands under: the nearest above it, or first in it, that speaks of the same as the page's `title`; or
/// the nearest of the first level.
fn heading(page: &Reading<'_>, told: &[bool], title: &str) -> Option<usize> {
    let first = told.iter().position(|told| *told)?;
    let level = |index: &usize, most: u8| {
        page.blocks.get(*index).is_some_and(|block| (1..=most).contains(&block.heading) && !is_foot(block))
    };
    let text = |index: usize| page.blocks.get(index).map_or("", |block| block.text.as_str());
    let agrees = |index: &usize| {
        level(index, 1) && headline::agrees(title, text(*index))
            || level(index, 3) && headline::is_same(title, text(*index))
    };
    let above = || (first.saturating_sub(ABOVE)..=first).rev();
    let below = || first..page.blocks.len().min(first + 6);
    above().find(agrees).or_else(|| below().find(agrees)).or_else(|| above().find(|index| level(index, 1)))
}

/// The blocks of the part of the page that what is `told` stands in, and whether the page says that this is its article.
fn around(page: &Reading<'_>, told: &[bool]) -> (Range<usize>, bool) {
    let mut sum = vec![0];
    let mut prose = vec![0];
    for (block, told) in page.blocks.iter().zip(told) {
        let length = block.text.len();
        sum.push(sum.last().copied().unwrap_or(0) + if *told { length } else { 0 });
        let other = !*told && content(block) && is_prose(block);
        prose.push(prose.last().copied().unwrap_or(0) + if other { length } else { 0 });
    }
    let at = |sum: &[usize], range: &Range<usize>| {
        let at = |at: usize| sum.get(at).or(sum.last()).copied().unwrap_or(0);
        at(range.end) - at(range.start)
    };
    let whole = sum.last().copied().unwrap_or(0);
    let holds = |range: &Range<usize>| at(&sum, range) * 100 >= whole * 95;
    // The last element to begin that holds all is the innermost.
    let inner = page.elements.iter().rposition(|element| holds(&element.blocks)).unwrap_or(0);
    let mut index = inner;
    let mut area = page.elements.get(inner).map_or(0..0, |element| element.blocks.clone());
    let mut article = false;
    while let Some(element) = page.elements.get(index) {
        let named = matches!(element.area, Area::Article | Area::Main);
        if named && at(&prose, &element.blocks) <= whole {
            area = element.blocks.clone();
            article |= element.area == Area::Article;
        }
        if element.parent == index || element.area == Area::Main {
            break;
        }
        index = element.parent;
    }
    // What was told outside of it belongs to it.
    let first = told.iter().position(|told| *told).unwrap_or(0);
    let last = told.iter().rposition(|told| *told).map_or(0, |last| last + 1);
    (area.start.min(first)..area.end.max(last), article)
}

/// Whether `block` may be part of what an article tells.
fn content(block: &Block) -> bool {
    block.heading != 1 && !block.signs.has(PAGE) && block.linked < 50
}

/// Whether `block` belongs to the foot of the page, or to its readers.
fn is_foot(block: &Block) -> bool {
    block.signs.has(Signs(Signs::FOOTER.0 | Signs::COMMENT.0))
}

/// Whether `block` reads like a sentence.
fn is_prose(block: &Block) -> bool {
    let end = block.text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '」', '』']);
    let ended = end.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔', '।']);
    let words = block.text.split_whitespace().take(REAL).count();
    block.heading == 0 && (ended && (words >= 3 || !block.text.is_ascii()) || words >= REAL)
}

/// The last block told that is prose and no link; none where more is told behind it, as on a page of links.
fn ends(page: &Reading<'_>, told: &[bool]) -> Option<usize> {
    let all = || page.blocks.iter().zip(told);
    let ends = all().rposition(|(block, told)| *told && block.linked < LINK && is_prose(block))?;
    let (before, behind) =
        all().enumerate().filter(|(_, (_, told))| **told).fold((0, 0), |sums, (index, (block, _))| {
            let length = block.text.len();
            if index > ends { (sums.0, sums.1 + length) } else { (sums.0 + length, sums.1) }
        });
    (behind <= before).then_some(ends)
}

/// The role of a block that is a link, behind the last that is prose: it leads elsewhere.
fn leads_out(index: usize, block: &Block, ends: Option<usize>) -> Option<ParagraphRole> {
    let behind = ends.is_some_and(|ends| index > ends);
    (behind && block.linked >= LINK && block.heading == 0).then_some(ParagraphRole::Boilerplate)
}

/// The role of a few words above the heading that are no date: the name of a section, a place, a series.
fn label(block: &Block) -> Option<ParagraphRole> {
    (block.heading == 0 && !is_prose(block) && day_in(&block.text).is_none()).then_some(ParagraphRole::Boilerplate)
}

/// Whether `block` may be something else than told, if the page itself does not count it to its text.
fn is_doubtful(block: &Block) -> bool {
    block.heading == 0 && !is_real(block)
}

/// Whether `block` is a real paragraph, whatever its class is called.
fn is_real(block: &Block) -> bool {
    is_prose(block) && block.linked < 30 && block.text.split_whitespace().take(REAL).count() >= REAL
}

//! The article in an HTML page. May be asked whether a text is HTML and for the article in it; what is not the article stays
//! behind, and how much that was is said.

mod bound;
mod choose;
mod data;
mod headline;
mod kind;
mod prune;
mod reading;
mod refer;
mod scan;
mod sign;
mod strip;
mod vote;

use std::path::Path;

use dom_smoothie::{Config, Metadata, Readability, TextMode};

use super::date::day_in;
use crate::{story::ParagraphRole, text::span::Span};
use bound::{Bounded, bounded};
use choose::Chosen;
use data::About;
use reading::Reading;
use vote::Vote;

/// The least share of the text that must be left after pruning, in percent.
const LEAST: usize = 40;

/// Pages that are larger without their scripts and drawings, in bytes, are not searched for an article, because that would take
/// seconds; all their text is taken.
const LARGEST: usize = 8 << 20;
/// So are pages with more tags: each costs some microseconds, and no article has a tenth of them.
const MOST_TAGS: usize = 300_000;
/// And those with more references to signs of the markup, each of which makes the parser copy a text.
const MOST_REFERENCES: usize = 50_000;
/// A page with at most this many bytes of text is too small for its blocks to be weighed against one another: all it says is taken
/// but for its menus.
const SMALL: usize = 2_500;
/// A page with more links is part of a site, and what is in it is not all told.
const FEW_LINKS: usize = 3;
/// A page with fewer bytes of text may say more to browsers without scripts.
const BARE: usize = 400;
/// Pruning more than this share of a page's text, in percent, is held against not pruning.
const DOUBTFUL: usize = 40;
/// An article of fewer bytes is doubtful.
const SHORT: usize = 1_500;

/// An article taken out of a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The headline and the paragraphs, a blank line between them.
    pub text: String,
    /// The headline, if the page has one; the text begins with it.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The day it was published, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The site.
    pub source: Option<String>,
    /// The stretches of text whose role the markup tells, in reading order.
    pub roles: Vec<(Span, ParagraphRole)>,
    /// Why the text is all that the page says, if it is: nothing was found, or nothing was looked for.
    stripped: Option<&'static str>,
    /// Whether elements stood so deep that they were taken to stand less deep.
    flattened: bool,
}

impl Page {
    /// What was done, for the reader; the page had `bytes` bytes.
    pub(super) fn note(&self, bytes: usize) -> String {
        let length = self.text.len();
        let note = match self.stripped {
            Some(why) => format!("all the text of an HTML page, {why}: {length} of {bytes} bytes"),
            None => format!("taken out of an HTML page: {length} of {bytes} bytes"),
        };
        let depth = bound::DEEPEST;
        if self.flattened { format!("{note}; elements nested more than {depth} deep are not told apart") } else { note }
    }
}

/// Whether `text` is an HTML page: it begins like one, or is named like one and has a tag.
pub(super) fn is_html(path: &Path, text: &str) -> bool {
    let head = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let head = head.get(..crate::text::span::boundary_before(head, 1024)).unwrap_or(head).to_ascii_lowercase();
    let begins = ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| head.starts_with(tag));
    let wrapped = (head.starts_with("<?xml") || head.starts_with("<!--")) && head.contains("<html");
    let named = path
        .extension()
        .is_some_and(|ending| ["html", "htm", "xhtml"].iter().any(|known| ending.eq_ignore_ascii_case(known)));
    begins
        || wrapped
        || named && ["<p", "<div", "<h1", "<article", "<span", "<br", "<a "].iter().any(|tag| head.contains(tag))
}

/// The article in the page `html`.
pub(super) fn article(html: &str) -> Page {
    let Bounded { html: page, tags, references, flattened, .. } = bounded(html);
    let reasons = [
        (page.len() > LARGEST, "which is too large to be searched for an article"),
        (tags > MOST_TAGS, "which has too many tags to be searched for an article"),
        (references > MOST_REFERENCES, "which has too many character references to be searched for an article"),
    ];
    let stripped = reasons.into_iter().find_map(|(holds, why)| holds.then_some(why));
    if stripped.is_some() {
        return Page { text: strip::strip(&page), stripped, flattened, ..Page::default() };
    }
    let reading = Reading::of(&page);
    let length = |reading: &Reading<'_>| reading.length(0..reading.blocks.len());
    if length(&reading) < BARE {
        let shown = bound::shown(html).html;
        let more = Reading::of(&shown);
        if length(&more) > 2 * length(&reading) {
            return Page { flattened, ..found(&shown, &more) };
        }
    }
    Page { flattened, ..found(&page, &reading) }
}

/// The article in the page `html`, which reads as `page`.
fn found(html: &str, page: &Reading<'_>) -> Page {
    let about = data::about(page);
    let said = readable(html).map(|page| page.get_article_metadata(None)).unwrap_or_default();
    let title = Some(words(&said.title)).filter(|title| !title.is_empty()).unwrap_or_else(|| words(&page.title));
    if page.length(0..page.blocks.len()) <= SMALL && page.links <= FEW_LINKS {
        return Page::new(said, page, about, &title, &Chosen::all(page, &title));
    }
    let extracted = extract(html);
    let votes = vote::votes(page, &extracted);
    // The extractor may have found the article where it is said to be hidden.
    let told = |votes: &[Vote], page: &Reading<'_>| -> usize {
        let told = page.blocks.iter().zip(votes).filter(|(_, vote)| **vote == Vote::Told);
        told.map(|(block, _)| block.text.len()).sum()
    };
    let all = if told(&votes, page) * 2 < extracted.len() { Some(Reading::of_all(html)) } else { None };
    let more = all.as_ref().map(|all| vote::votes(all, &extracted));
    let (page, votes) = match (&all, more) {
        (Some(all), Some(more)) if told(&more, all) > told(&votes, page) => (all, more),
        _ => (page, votes),
    };
    let votes = vote::held_against(page, votes, about.body.as_deref());
    let chosen = choose::choose(page, &votes, &title);
    if chosen.blocks.is_empty() {
        let stripped = Some("in which no article was found");
        return Page { stripped, text: strip::strip(html), ..Page::default() };
    }
    let stripped = chosen.whole.then_some("in which no article was found");
    Page { stripped, ..Page::new(said, page, about, &title, &chosen) }
}

/// The text that the extractor finds in the page `html`; empty if it finds none.
fn extract(html: &str) -> String {
    let text = |page: &mut Readability| page.parse().map(|found| found.text_content.to_string()).unwrap_or_default();
    let Some(mut page) = readable(html) else { return String::new() };
    let taken = prune::prune(&page);
    let pruned = text(&mut page);
    if taken <= DOUBTFUL && pruned.len() >= SHORT {
        return pruned;
    }
    // What was taken out must not have been the article.
    let whole = readable(html).map(|mut page| text(&mut page)).unwrap_or_default();
    if pruned.len() * 100 >= whole.len() * LEAST { pruned } else { whole }
}

fn readable(html: &str) -> Option<Readability> {
    // JSON-LD is read in `data`: the extractor's own reader makes strings that are no UTF-8 of an escape that is cut short.
    let config = Config { text_mode: TextMode::Formatted, disable_json_ld: true, ..Config::default() };
    Readability::new(html, None, Some(config)).ok()
}

/// The words of `text`, a space between them.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    /// The blocks `chosen` of `page`, of which the parser found what is `said`, and which says `about` itself what it does.
    fn new(said: Metadata, page: &Reading<'_>, about: About, title: &str, chosen: &Chosen) -> Self {
        let filled = |text: &str| Some(words(text)).filter(|text| !text.is_empty());
        let block = |index: usize| page.blocks.get(index).map_or("", |block| block.text.as_str());
        let source = said.site_name.as_deref().and_then(filled).or(about.source);
        let own = chosen.heading.map(|heading| words(block(heading)));
        let first =
            page.blocks.iter().filter(|block| block.heading == 1).take(8).map(|block| (block.text.as_str(), false));
        let titles =
            [about.headline.as_deref(), about.shared.as_deref()].into_iter().flatten().map(|title| (title, true));
        let title = headline::headline(title, own.as_deref(), titles.chain(first), source.as_deref());
        let source = source.or_else(|| headline::outlet(&page.title, &title));
        let mut made = Self {
            title: Some(title.clone()).filter(|title| !title.is_empty()),
            byline: said.byline.as_deref().and_then(filled).or(about.byline),
            date: said.published_time.or(about.published).as_deref().and_then(day_in),
            source,
            text: title.clone(),
            ..Self::default()
        };
        // The heading may be the first thing that the article says, or come behind a line above it.
        let again = |at: usize, index: usize| {
            let same = headline::is_same(block(index), &title);
            same && (at < 6 || page.blocks.get(index).is_some_and(|block| block.heading > 0))
        };
        let mut repeated = title.is_empty();
        for (at, (index, role)) in chosen.blocks.iter().enumerate() {
            if !repeated && again(at, *index) {
                repeated = true;
                continue;
            }
            made.add(block(*index), *role);
        }
        made.text.push('\n');
        made
    }

    /// Adds a block.
    fn add(&mut self, block: &str, role: Option<ParagraphRole>) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(block);
        self.roles.extend(role.map(|role| (Span::new(start, self.text.len()), role)));
    }
}

#[cfg(test)]
mod tests;

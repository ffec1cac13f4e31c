//! The article in an HTML page. May be asked whether a text is HTML and for the article in it; what is not the article stays
//! behind, and how much that was is said.

mod prune;

use std::path::Path;

use dom_smoothie::{Config, Readability, TextMode};

use super::date::day_in;

/// The least share of the text that must be left after pruning, in percent.
const LEAST: usize = 40;

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
}

impl Page {
    /// What was done, for the reader; the page had `bytes` bytes.
    pub(super) fn note(&self, bytes: usize) -> String {
        format!("taken out of an HTML page: {} of {bytes} bytes", self.text.len())
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
    let whole = extract(html, false);
    let pruned = extract(html, true);
    // What was taken out must not have been the article.
    if pruned.text.len() * 100 >= whole.text.len() * LEAST { pruned } else { whole }
}

/// The article in the page `html`, with or without what its markup says is something else.
fn extract(html: &str, prune: bool) -> Page {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let Ok(mut page) = Readability::new(html, None, Some(config)) else { return Page::default() };
    if prune {
        prune::prune(&page);
    }
    let Ok(found) = page.parse() else { return Page::default() };
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = Some(words(&found.title)).filter(|title| !title.is_empty());
    let body = found.text_content.trim();
    let text = match &title {
        Some(title) => format!("{title}\n\n{body}\n"),
        None => format!("{body}\n"),
    };
    Page {
        text,
        title,
        byline: found.byline.map(|byline| words(&byline)).filter(|byline| !byline.is_empty()),
        date: found.published_time.as_deref().and_then(day_in),
        source: found.site_name.map(|site| words(&site)).filter(|site| !site.is_empty()),
    }
}

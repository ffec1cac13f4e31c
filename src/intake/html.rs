//! The article in an HTML page. May be asked whether a text is HTML and for the article in it; what is not the article stays
//! behind, and how much that was is said.

mod bound;
mod headline;
mod kind;
mod prune;
mod refer;
mod scan;
mod strip;

use std::path::Path;

use dom_smoothie::{Article, Config, Metadata, Readability, TextMode};

use super::date::day_in;
use bound::{Bounded, bounded};
use prune::Keep;

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
    /// Whether so much was taken out, or so little found, that it may be wrong.
    doubtful: bool,
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
    let Bounded { html, tags, references, flattened, .. } = bounded(html);
    let reasons = [
        (html.len() > LARGEST, "which is too large to be searched for an article"),
        (tags > MOST_TAGS, "which has too many tags to be searched for an article"),
        (references > MOST_REFERENCES, "which has too many character references to be searched for an article"),
    ];
    let stripped = reasons.into_iter().find_map(|(holds, why)| holds.then_some(why));
    let all = strip::strip(&html);
    if stripped.is_some() {
        return Page { text: all, stripped, flattened, ..Page::default() };
    }
    if all.len() <= SMALL
        && let Some(page) = small(&html)
    {
        return Page { flattened, ..page };
    }
    let pruned = extract(&html, Some(Keep::Article));
    if !pruned.doubtful {
        return Page { flattened, ..pruned };
    }
    // What was taken out must not have been the article.
    let whole = extract(&html, None);
    let page = if pruned.text.len() * 100 >= whole.text.len() * LEAST { pruned } else { whole };
    Page { flattened, ..page }
}

/// The article in the page `html`, with or without what its markup says is something else.
fn extract(html: &str, keep: Option<Keep>) -> Page {
    let Some(mut page) = readable(html) else { return Page::default() };
    let headings = headings(&page);
    let taken = keep.map_or(0, |keep| prune::prune(&page, keep));
    let Ok(found) = page.parse() else {
        return Page {
            doubtful: true,
            stripped: Some("in which no article was found"),
            text: strip::strip(html),
            ..Page::default()
        };
    };
    let Article { title, byline, published_time, site_name, text_content, .. } = found;
    let about = Metadata { title, byline, published_time, site_name, ..Metadata::default() };
    let page = Page::new(about, &headings, text_content.trim());
    Page { doubtful: taken > DOUBTFUL || page.text.len() < SHORT, ..page }
}

/// All that the small page `html` says, but for its menus; nothing if it says nothing.
fn small(html: &str) -> Option<Page> {
    let page = readable(html)?;
    if page.doc.select("a[href]").length() > FEW_LINKS {
        return None;
    }
    let headings = headings(&page);
    let about = page.get_article_metadata(page.parse_json_ld());
    prune::prune(&page, Keep::Page);
    let text = page.doc.select("body").nodes().first()?.formatted_text();
    let page = Page::new(about, &headings, text.trim());
    (!page.text.trim().is_empty()).then_some(page)
}

fn readable(html: &str) -> Option<Readability> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    Readability::new(html, None, Some(config)).ok()
}

/// What the page sets as a heading of the first level, and what it calls itself where it is shared.
fn headings(page: &Readability) -> Vec<String> {
    let first: Vec<String> = page.doc.select("h1").nodes().iter().take(8).map(|node| node.text().to_string()).collect();
    let shared = page.doc.select("meta[property=\"og:title\"]").attr("content").map(|title| title.to_string());
    first.into_iter().chain(shared).collect()
}

impl Page {
    /// A page that says `about` itself what the parser found, and tells `body`.
    fn new(about: Metadata, headings: &[String], body: &str) -> Self {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let source = about.site_name.map(|site| words(&site)).filter(|site| !site.is_empty());
        let title = headline::headline(&about.title, headings.iter().map(String::as_str), source.as_deref());
        let title = Some(title).filter(|title| !title.is_empty());
        let text = match &title {
            Some(title) => {
                // The heading itself may be the first thing that the body says, or come behind a line above it.
                let mut blocks: Vec<&str> = body.split("\n\n").collect();
                if let Some(at) = blocks.iter().take(6).position(|block| words(block) == *title) {
                    blocks.remove(at);
                }
                format!("{title}\n\n{}\n", blocks.join("\n\n").trim())
            }
            None => format!("{body}\n"),
        };
        Self {
            doubtful: false,
            stripped: None,
            flattened: false,
            text,
            title,
            byline: about.byline.map(|byline| words(&byline)).filter(|byline| !byline.is_empty()),
            date: about.published_time.as_deref().and_then(day_in),
            source,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = "The harbour council told reporters on Monday that the ferry would sail again, and that the crew was safe and well.";

    #[test]
    fn a_page_is_known_by_its_beginning_or_its_name() {
        let known = |path: &str, text: &str| is_html(Path::new(path), text);
        assert!(known("a.txt", "\u{feff}\n<!DOCTYPE html><p>x"));
        assert!(known("a", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">"));
        assert!(known("a.HTM", "<p>x</p>"));
        assert!(!known("a.txt", "He said <p> is a tag of HTML."));
        assert!(!known("a.html", "No tag at all."));
    }

    #[test]
    fn an_article_is_taken_out_with_its_title() {
        let body = format!("<p>{TOLD}</p>").repeat(30);
        let page = article(&format!(
            "<html><head><title>Ferry sails again | The Harbour</title><meta property=\"og:site_name\" content=\"The Harbour\">\
             <meta property=\"article:published_time\" content=\"2019-03-05T10:00:00Z\"></head><body><nav><a href=/>Home</a></nav>\
             <article><h1>Ferry sails again</h1><figure><figcaption>A ferry</figcaption></figure>{body}\
             <div class=\"related-links\"><p>Storm hits the coast of the country again</p></div></article></body></html>"
        ));
        assert!(page.title.as_deref().is_some_and(|title| title.starts_with("Ferry sails again")), "{page:?}");
        assert_eq!((page.source.as_deref(), page.date.as_deref()), (Some("The Harbour"), Some("2019-03-05")));
        assert_eq!(page.text.matches(TOLD).count(), 30);
        assert!(!page.text.contains("A ferry") && !page.text.contains("Storm"), "{}", page.text);
    }

    #[test]
    fn a_small_page_says_all_it_says() {
        let page = article(
            "<html><head><title>Minister quits over deal - BBC News</title></head><body><nav>Home</nav><h1>Minister quits over deal</h1>\
             <p class=byline>By Jane Doe</p><figure><figcaption>The port. Photo: John Roe</figcaption></figure><p>She resigned on Monday.</p>\
             <ul><li>One.</li><li>Two.</li></ul><blockquote>I am done.</blockquote><table><tr><td>Malmo</td><td>12</td></tr></table>",
        );
        let blocks: Vec<&str> = page.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(
            blocks,
            [
                "Minister quits over deal",
                "By Jane Doe",
                "The port. Photo: John Roe",
                "She resigned on Monday.",
                "One.",
                "Two.",
                "I am done.",
                "Malmo 12"
            ]
        );
    }

    #[test]
    fn an_article_is_found_in_a_page_that_is_large_for_its_scripts_and_pictures() {
        let body = format!("<p>{TOLD}</p>").repeat(20);
        let picture = format!("<img alt=x src=\"data:image/png;base64,{}\">", "QUJD".repeat(LARGEST / 8));
        let script = format!("<script>var a = '{}';</script>", "<p>x</p>".repeat(LARGEST / 16));
        let page = article(&format!(
            "<html><head><title>Ferry sails again</title><style>p {{}}</style></head><body>{script}<nav>Home</nav><article>{picture}\
             <h1>Ferry sails again</h1>{body}</article></body></html>"
        ));
        assert_eq!(page.note(10_000_000), format!("taken out of an HTML page: {} of 10000000 bytes", page.text.len()));
        assert_eq!(page.title.as_deref(), Some("Ferry sails again"));
        assert_eq!(page.text.matches(TOLD).count(), 20);
        assert!(!page.text.contains("var a") && !page.text.contains("QUJD"));
    }

    #[test]
    fn what_was_not_searched_for_an_article_is_said_to_be_so() {
        let large = format!("<html><body>{}", format!("<p>{TOLD}</p>").repeat(LARGEST / TOLD.len()));
        for (page, note) in [
            (large, "all the text of an HTML page, which is too large to be searched for an article: "),
            (
                format!("<html><p>{TOLD}{}", "<br>".repeat(MOST_TAGS + 1)),
                "all the text of an HTML page, which has too many tags to be searched for an article: ",
            ),
            (
                format!("<html><p>{TOLD}{}", "&".repeat(MOST_REFERENCES + 1)),
                "all the text of an HTML page, which has too many character references to be searched for an article: ",
            ),
        ] {
            assert!(article(&page).note(page.len()).starts_with(note), "{}", article(&page).note(page.len()));
        }
    }

    #[test]
    fn short_and_broken_pages_still_give_their_text() {
        let text = |html: &str| article(html).text.trim().to_owned();
        assert_eq!(text("<html><body><p>One.</p><p>Two &amp; three.</p></body></html>"), "One.\n\nTwo & three.");
        assert_eq!(
            text("<html><p>lone &#xD800; surrogate &#0; and &#x1b;[31m"),
            "lone \u{fffd} surrogate \u{fffd} and \u{1b}[31m"
        );
        assert_eq!(text("<html><head><title></title></head><body></body></html>"), "");
        let deep = article(&format!("<html><body>{}<p>{TOLD}</p>", "<div>".repeat(5_000)));
        assert!(deep.text.contains("ferry would sail"));
        assert!(deep.note(1).ends_with("; elements nested more than 100 deep are not told apart"), "{}", deep.note(1));
    }
}

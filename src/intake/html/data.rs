//! What a page says of itself apart from its text: in JSON-LD (<https://schema.org/Article>) and in its `meta` elements. Pages are read
//! that leave the context out or write one thing where a list belongs.

use serde_json::Value;

use super::{bound::bounded, reading::Reading, strip};

/// So many things that a page tells of in JSON-LD are looked at.
const MOST: usize = 400;

/// What a page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct About {
    pub headline: Option<String>,
    pub byline: Option<String>,
    /// When it was published, as it is written.
    pub published: Option<String>,
    /// The site or the publisher.
    pub source: Option<String>,
    /// What the page calls itself where it is shared.
    pub shared: Option<String>,
    /// The text of the article as the page tells it to machines; often cut short, or without lists and quotations.
    pub body: Option<String>,
}

/// What `page` says of itself.
pub(super) fn about(page: &Reading<'_>) -> About {
    let mut about = About::default();
    for data in &page.data {
        if let Ok(value) = serde_json::from_str::<Value>(data.trim()) {
            linked(&value, &mut about);
        }
    }
    let meta = |names: &[&str]| {
        names.iter().find_map(|wanted| {
            page.metas.iter().find_map(|attributes| {
                let mut pairs = *attributes;
                let named = pairs.any(|(name, value)| {
                    matches!(name, "property" | "name" | "itemprop") && value.eq_ignore_ascii_case(wanted)
                });
                let content = attributes.clone().find(|(name, _)| *name == "content").filter(|_| named)?;
                plain(content.1)
            })
        })
    };
    about.source = meta(&["og:site_name", "application-name"]).or(about.source);
    about.shared = meta(&["og:title", "twitter:title"]);
    let published = ["article:published_time", "datePublished", "pubdate", "dc.date.issued", "parsely-pub-date"];
    about.published = about.published.or_else(|| meta(&published));
    about
}

/// The article among what `value` tells of, wherever it stands.
fn linked(value: &Value, about: &mut About) {
    let mut waiting = vec![value];
    for _ in 0..MOST {
        let Some(value) = waiting.pop() else { return };
        match value {
            Value::Array(values) => waiting.extend(values.iter().rev().take(MOST)),
            Value::Object(object) => {
                if is_article(value) {
                    let text = |name: &str| value.get(name).and_then(Value::as_str).and_then(plain);
                    about.headline = about.headline.take().or_else(|| text("headline"));
                    about.published = about.published.take().or_else(|| text("datePublished"));
                    about.byline = about.byline.take().or_else(|| value.get("author").and_then(names));
                    about.source = about.source.take().or_else(|| value.get("publisher").and_then(names));
                    // Of several the longest: teasers have theirs, too.
                    let body = value.get("articleBody").and_then(Value::as_str).map(told);
                    about.body = about.body.take().into_iter().chain(body).max_by_key(String::len);
                }
                waiting.extend(["mainEntity", "@graph"].iter().filter_map(|inside| object.get(*inside)));
            }
            _ => {}
        }
    }
}

fn is_article(value: &Value) -> bool {
    let is = |kind: &Value| {
        let article = |kind: &str| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report";
        kind.as_str().is_some_and(article)
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}

/// The name of a person or an organisation, or of several.
fn names(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => plain(name).filter(|name| !name.contains("://")),
        Value::Array(values) => {
            let all: Vec<String> = values.iter().take(12).filter_map(names).collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
        Value::Object(object) => object.get("name").and_then(names),
        _ => None,
    }
}

/// `body` line by line, without the tags that some pages leave in it.
fn told(body: &str) -> String {
    // Tags that were written as references come out of them.
    let mut plain = String::new();
    for line in body.lines() {
        strip::text(line, &mut plain);
        plain.push('\n');
    }
    if plain.contains("</") { strip::strip(&bounded(&plain).html) } else { plain }
}

/// The words of `text`, its references resolved; nothing if it has none.
fn plain(text: &str) -> Option<String> {
    let mut out = String::new();
    strip::text(text, &mut out);
    let words = out.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_who_published_it_and_when() {
        let said = |head: &str| {
            let about = about(&Reading::of(head));
            [about.headline, about.byline, about.published, about.source].map(Option::unwrap_or_default).join("; ")
        };
        let data = |json: &str| format!("<script type=\"application/ld+json\">{json}</script>");
        assert_eq!(
            said(&data(
                r#"{"@type":"NewsArticle","headline":"Bridge &amp; quay","datePublished":"2024-03-05","author":{"name":"Jane Doe"},"publisher":{"name":"The Post"}}"#
            )),
            "Bridge & quay; Jane Doe; 2024-03-05; The Post"
        );
        assert_eq!(
            said(&data(
                r#"[{"@type":"WebSite","headline":"No"},{"@graph":[{"@type":["Report","Article"],"author":["Jane Doe",{"name":"John Roe"}]}]}]"#
            )),
            "; Jane Doe, John Roe; ; "
        );
        assert_eq!(said(&data(&"[".repeat(9_000))), "; ; ; ");
        assert_eq!(
            said(
                "<meta property=\"og:site_name\" content=\"The Post\"><meta name=\"pubdate\" content=\"5 March 2024\">"
            ),
            "; ; 5 March 2024; The Post"
        );
    }
    #[test]
    fn a_page_tells_machines_its_text() {
        let page = r#"<script type="application/ld+json">[{"@type":"NewsArticle","articleBody":"A teaser."},
            {"@type":"NewsArticle","articleBody":"The bridge is shut &amp; closed.\n\nA &lt;b&gt;ferry&lt;/b&gt; runs."}]</script>"#;
        let body = about(&Reading::of(page)).body.unwrap_or_default();
        assert_eq!(body.split_whitespace().collect::<Vec<_>>().join(" "), "The bridge is shut & closed. A ferry runs.");
    }
}

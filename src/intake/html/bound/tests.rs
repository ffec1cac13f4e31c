use dom_smoothie::Readability;
use proptest::prelude::*;

use super::*;

fn written(html: &str) -> String {
    bounded(html).html.replacen("<!DOCTYPE html>", "", 1)
}

#[test]
fn a_page_is_written_anew() {
    for (html, anew) in [
        ("<p>a<p>b<div>c</div>", "<p>a</p><p>b</p><div>c</div>"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>d"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"),
        ("<B CLASS=x onclick=y>a</B></i><br/>", "<span class=\"x\">a</span><br>"),
        ("<div title='</div>\"' id=a id=b>c</div>", "<div title id=\"a\">c</div>"),
        ("a<svg><g>b</g></svg>c<svg>d<p>e", "ac<p>e"),
        ("<noscript>a</noscript>b<script>c</script><!-- d -->", "b"),
        // What never ends does not hide the rest.
        ("<noscript><p>a", "<div><p>a"),
        ("<a href=x>a<a href=y>b</a>", "<a href=\"x\">a</a><a href=\"y\">b</a>"),
        ("a &#8211; &amp; &lt;b &#150; < c", "a – &amp; &lt;b &#150; &lt; c"),
        ("<title>a<b</title><title>c</title><xmp>&amp;<p></xmp>", "<title>a&lt;b</title><pre>&amp;amp;&lt;p></pre>"),
        ("<span><div>a</span>b</div></p>", "<span><div>ab</div>"),
    ] {
        // No title attribute is kept.
        assert_eq!(written(html), anew.replace(" title", ""), "{html}");
    }
}

/// How many nodes a parser makes of `html`, and how deeply they are nested.
fn tree(html: &str) -> (usize, usize) {
    let Ok(page) = Readability::new(html, None, None) else { return (0, 0) };
    let root = page.doc.root();
    (
        root.descendants_it().count(),
        root.descendants_it().map(|node| node.ancestors_it(None).count()).max().unwrap_or(0),
    )
}

/// Pieces that make parsers work, each to be repeated and nested.
const NASTY: [&str; 36] = [
    "<svg>",
    "<math>",
    "<g>",
    "</svg>",
    "<noscript>",
    "</noscript>",
    "<template>",
    "<td>",
    "<table>",
    "</table>",
    "<tr>",
    "<p>",
    "</p>",
    "<b class=x>",
    "<b id=y>",
    "</b>",
    "<a href=x>",
    "</a>",
    "<div title=\"</div>\">",
    "</div>",
    "<div",
    "<p a=\"",
    "<span>",
    "</span>",
    "<li>",
    "<ul>",
    "</ul>",
    "<select>",
    "<option>",
    "<h1>",
    "&",
    "&amp",
    "<![CDATA[",
    "<!--",
    "<title>",
    "<script>",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    /// The measure is bytes looked at and elements asked after, so that no clock decides.
    #[test]
    fn work_grows_with_the_page_whatever_is_in_it(
        parts in prop::collection::vec((prop::sample::select(NASTY.to_vec()), 1_usize..200), 1..8),
        times in 1_usize..4,
    ) {
        let once: String = parts.iter().map(|(piece, count)| piece.repeat(*count)).collect();
        let html = format!("<html><body><p>Told.</p>{}", once.repeat(times));
        let found = bounded(&html);
        // Twice over the page, each byte looked at a few times, each tag against the open elements.
        prop_assert!(found.steps <= html.len() * 8 + html.matches('<').count() * 4 * DEEPEST, "{} steps for {} bytes", found.steps, html.len());
        prop_assert!(found.html.len() <= html.len() * 8 + 100, "{} bytes of {}", found.html.len(), html.len());
        let (nodes, depth) = tree(&found.html);
        prop_assert!(nodes <= 4 * (found.tags + found.references) + 20, "{nodes} nodes of {} tags", found.tags);
        // A table brings its body, a page its head.
        prop_assert!(depth <= 2 * DEEPEST, "{depth} levels");
        prop_assert!(found.html.contains("Told."));
    }
}

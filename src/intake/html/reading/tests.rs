#![allow(clippy::unwrap_used)]
use super::*;
use crate::intake::html::bound::bounded;

/// The blocks, bars between them, `/` for a line break.
fn picture(html: &str) -> String {
    let page = bounded(html).html;
    Reading::of(&page).blocks.iter().map(|block| block.text.replace('\n', "/")).collect::<Vec<_>>().join(" | ")
}

#[test]
fn blocks_stand_apart_and_words_do_not_run_together() {
    for (html, blocks) in [
        (
            "<time>March 5, 2024</time><figure><img src=x><figcaption>The bridge. Photo: Max Roe</figcaption></figure><p>The council met.</p>",
            "March 5, 2024 | The bridge. Photo: Max Roe | The council met.",
        ),
        ("<dl><dt>Toll<dd>Two euros</dl>", "Toll | Two euros"),
        ("<details><summary>Sum</summary>Det</details>", "Sum | Det"),
        ("<x-cap>a</x-cap><x-cap>b</x-cap>", "a | b"),
        ("<p>one <x-tip>two</x-tip> three", "one two three"),
        ("<div><span>Jane Doe</span><span>Political correspondent</span></div>", "Jane Doe | Political correspondent"),
        ("<h1><span>Kicker</span><span>Ferry sails</span></h1>", "Kicker Ferry sails"),
        ("<p><span>T</span>he cou<b>nc</b>il", "The council"),
        (
            "<figcaption><span>The bridge.</span><span>Credit...</span><span>Max Roe</span></figcaption>",
            "The bridge. Credit... Max Roe",
        ),
        ("<table><tr><td>Malmo<td>12<tr><td>Lund<td>8</table>", "Malmo 12 | Lund 8"),
        ("<p>one<br>two<br><br>three", "one/two | three"),
        ("<pre>one\ntwo\n\nthree</pre>", "one/two | three"),
        ("<h2></h2>text", "text"),
        ("<p>The <span class=tooltip>quay<span class=tooltip-text>A wall</span></span> fell", "The quay fell"),
        ("<div>Updated Nov 19 <span>2019</span><span>7:05 AM</span></div>", "Updated Nov 19 2019 | 7:05 AM"),
    ] {
        assert_eq!(picture(html), blocks, "{html}");
    }
}

#[test]
fn what_is_hidden_is_left_out_unless_it_is_most() {
    let told = "The council voted on Tuesday to close the bridge.";
    let hidden = "<p style='Display : none'>no<p hidden>no<p aria-hidden=true>no<p>a <b hidden>no</b>b";
    assert_eq!(picture(&format!("<p>{told}{hidden}")), format!("{told} | a b"));
    let shown = format!("<p>Loading</p><div style='visibility:hidden'><p>{told}</div>");
    assert_eq!(picture(&shown), format!("Loading | {told}"));
    assert_eq!(picture("<nav><p>Home</nav><button>Go</button><p>told"), "told");
}

/// The first block with the letters of what is said of it.
fn signs(html: &str) -> String {
    let page = bounded(&format!("{html}<p>{}", "told ".repeat(60))).html;
    let known = [
        (Signs::LINK, 'l'),
        (Signs::FIGURE, 'f'),
        (Signs::CAPTION, 'c'),
        (Signs::BYLINE, 'b'),
        (Signs::AUTHOR, 'a'),
        (Signs::DATE, 'd'),
        (Signs::COMMENT, 'r'),
        (Signs::ASIDE, 's'),
        (Signs::FOOTER, 'o'),
    ];
    let reading = Reading::of(&page);
    let block = reading.blocks.first().unwrap();
    known.into_iter().filter(|(sign, _)| block.signs.has(*sign)).map(|(_, letter)| letter).collect()
}

#[test]
fn blocks_know_what_their_markup_says() {
    for (html, letters) in [
        ("<figure><figcaption>x</figcaption></figure>", "f"),
        ("<a href=u><div><h3>x</h3></div></a>", "l"),
        ("<p>By this and that <a href=u rel=author>x</a></p>", ""),
        ("<p class=byline>By <a href=u>x</a></p>", "b"),
        ("<div class=comments><p>x<p>y</div>", "r"),
        ("<p><time>x</time></p>", "d"),
        ("<footer><article><p>x</article><p>y</footer>", ""),
        ("<footer><p>x</footer>", "o"),
        ("<aside><p>x</aside>", "s"),
    ] {
        assert_eq!(signs(html), letters, "{html}");
    }
}

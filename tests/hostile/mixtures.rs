//! Poison mixed into honest words, and bytes that are hardly text.

use proptest::prelude::*;

use super::texts::POISON;

/// Text of honest words with poison in it.
pub fn poisoned() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-zA-Z]{1,9}",
        2 => prop::sample::select(vec!["said", "Iran's", "“peace”", "12,000", "U.S.", "war.", "– he", "？", "北京", "ไทย", "5%"])
            .prop_map(str::to_owned),
        3 => prop::sample::select(POISON.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let gap =
        prop::sample::select(vec![" ", " ", " ", " ", ". ", "\n", "\n\n", "\r\n", "\t", "", "\u{a0}", "\u{3000}"]);
    prop::collection::vec((word, gap), 0..40)
        .prop_map(|parts| parts.into_iter().flat_map(|(w, g)| [w, g.to_owned()]).collect())
}

/// Text that looks like a file of the reader's own here and there.
pub fn own_file() -> impl Strategy<Value = String> {
    let pieces = vec![
        "[partisan 3 noun]",
        "[doubt 2 verb]",
        "[",
        "]",
        "say",
        "regime",
        " = ",
        "=",
        ",",
        "-",
        "|",
        "*",
        "(",
        ")",
        "<",
        ">",
        "..",
        "#",
        "'",
        "\"",
        "[roles]",
        "base = \"dark\"",
        "body = \"#102030\"",
        "head = \"bold\"",
        "[[places]]",
        "offset = ",
        "4294967296",
        "-1",
        "0",
        "\u{301}",
        "\u{1b}[31m",
        "taught = teach",
        "be: is was",
        "NOUN",
        "VERB",
        "PERSON",
    ];
    let piece = prop_oneof![
        5 => prop::sample::select(pieces).prop_map(str::to_owned),
        2 => "[a-z]{1,7}",
        1 => any::<char>().prop_map(String::from),
    ];
    let gap = prop::sample::select(vec!["", " ", "\n"]);
    prop::collection::vec((piece, gap), 0..60)
        .prop_map(|all| all.into_iter().flat_map(|(p, g)| [p, g.to_owned()]).collect())
}

/// Bytes that are no text, or text in disguise.
pub fn broken() -> Vec<(&'static str, Vec<u8>)> {
    let prose = b"The talks went on for days. Nobody left the room. ";
    vec![
        (
            "invalid UTF-8",
            [&prose[..], b"\xff\xfe\xfd \xc3\x28 \xed\xa0\x80 \xf4\x90\x80\x80 \xc0\xaf", prose].concat(),
        ),
        (
            "a mark in the middle",
            ["The talks".as_bytes(), "\u{feff}".as_bytes(), prose, "\u{feff}".as_bytes()].concat(),
        ),
        ("NUL bytes", [&prose[..], b"\0\0", prose].concat()),
        ("cut inside a letter", [&prose[..], b"\xe2\x80"].concat()),
        ("UTF-16 without its second half", b"\xff\xfeT\0h\0e\0 \0e\0n\0d\0.\0\x3d\xd8".to_vec()),
        ("one long line", prose.repeat(600)),
        ("one long word", b"a".repeat(20_000)),
        ("only signs", b"!?.,;:'\"()-".repeat(500)),
        ("only white space but for a letter", [&b" \t\n\r\x0b\x0c".repeat(500)[..], b"x"].concat()),
        (
            "a page whose data for machines breaks off inside an escape",
            b"<html><head><title>T</title><script type=\"application/ld+json\">{\"@context\":\"http://schema.org\",\
              \"@type\":\"Article\",\"headline\":\"\\u\0\0\"}</script></head><body><article><h1>Head</h1><p>The talks went on \
              for days after a long night, the minister said.</p><p>Nobody left the room, and nobody was hurt.</p></article></body></html>"
                .to_vec(),
        ),
        (
            "a page with poison in its entities",
            b"<html><head><title>T&#27;]0;x&#7; &#xD800; &#x9b;31m</title></head><body><article>\
              <h1>Head &#27;[2J &#xDFFF; &#x202e;</h1><p>The talks &#x1b;[31m went on &#0; for days &#xFFFFFFFF; and \
              &#xE0041; nobody left &#x85; the room.</p><p>He said: \x1b]0;t\x07 never.</p></article></body></html>"
                .to_vec(),
        ),
    ]
}

/// Pages of one sentence and thousands of pieces of markup that parsers nest, open again, or look for the end of.
pub fn pages() -> Vec<(String, String)> {
    let pieces = [
        "<svg>",
        "<noscript>",
        "<td><svg>",
        "<svg><math>",
        "<g>",
        "<template>",
        "<div>",
        "<div title=\"</div>\">",
        "<div></span>",
        "<a \"",
        "<p><b class=x>",
        "<a href=x>",
        "<table><tr><td>",
        "<table><div>x",
        "<select><option>",
        "<ul><li>",
        "<x-a>",
        "<title>",
        "<!--",
        "<![CDATA[",
        "<script>",
        "<plaintext>",
        "&",
        "&x",
        "<",
        "</",
        "<br>",
    ];
    let told = "<html><body><p>The minister resigned on Monday.</p>";
    let mut pages: Vec<(String, String)> =
        pieces.iter().map(|piece| ((*piece).to_owned(), format!("{told}{}", piece.repeat(8_000)))).collect();
    let attributes: String = (0..50_000).map(|n| format!(" a{n}=1")).collect();
    pages.push(("attributes".to_owned(), format!("{told}<p{attributes}>x")));
    let bold: String = (0..150).map(|n| format!("<b class=x{n}>")).collect();
    pages.push(("bold in every paragraph".to_owned(), format!("{told}<p>{bold}{}", "<p>x</p>".repeat(5_000))));
    pages
}

//! What holds for any text whatever, as sentences that stop the run. Shared by the property tests and the fuzz targets.

use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use unicode_normalization::UnicodeNormalization as _;

use parallax::{
    align::Grade,
    comparison::{Comparison, Settings},
    intake,
    lexicon::Lexicon,
    page::{self, Marking, Page, Piece, Role, Spread},
    report::{self, Form, Format, Layout},
    story::{Article, ArticleId, PairId, ParagraphRole, Side, Story},
    text::{bidi::Order, visible::stand_in, width::columns},
    tui::{
        memory::Memory,
        theme::{Depth, Themes},
    },
};

/// The word lists, read once: they take longer than the comparison of two short texts.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::bundled);

/// The whole way from bytes to a comparison of all pairs.
pub fn compare(given: &[(&str, &[u8])]) -> Comparison {
    let story = intake::from_bytes(given.iter().copied());
    let pairs: Vec<PairId> = story.pairs().collect();
    Comparison::new(Arc::new(story), &pairs, Settings::default(), &LEXICON)
}

/// Decoding is a function of the bytes, and text that is UTF-8 comes out as it went in, but for a mark at its beginning.
pub fn decodes(bytes: &[u8]) {
    let (text, notes) = intake::decode(bytes.to_vec());
    assert_eq!((&text, &notes), (&intake::decode(bytes.to_vec()).0, &notes), "the same bytes, the same text");
    if let Ok(plain) = std::str::from_utf8(bytes)
        && notes.is_empty()
    {
        assert_eq!(text, plain.strip_prefix('\u{feff}').unwrap_or(plain), "UTF-8 without a note stays as it is");
    }
}

/// Paragraphs, sentences and tokens stand in reading order on character boundaries, and each kind covers all but white space.
pub fn tiles(article: &Article) {
    let text = &article.text;
    covers(text, 0..text.len(), article.paragraphs.iter().map(|p| p.span().range()), "paragraphs");
    for paragraph in &article.paragraphs {
        let sentences = &article.sentences[paragraph.sentences.start as usize..paragraph.sentences.end as usize];
        covers(text, paragraph.span().range(), sentences.iter().map(|s| s.span().range()), "sentences");
        for sentence in sentences {
            let tokens = &article.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
            covers(text, sentence.span().range(), tokens.iter().map(|t| t.span.range()), "tokens");
        }
    }
}

fn covers(text: &str, within: std::ops::Range<usize>, spans: impl Iterator<Item = std::ops::Range<usize>>, what: &str) {
    let mut at = within.start;
    for span in spans.chain(std::iter::once(within.end..within.end)) {
        let between =
            text.get(at..span.start).unwrap_or_else(|| panic!("{what}: {at}..{} is out of order", span.start));
        assert!(between.trim().is_empty(), "{what}: {between:?} at {at} is in none");
        assert!(text.is_char_boundary(span.end), "{what}: {} is inside a letter", span.end);
        at = span.end;
    }
}

/// Every passage of a pair is linked or said to be alone, never both; every paragraph stands in one row; an offset is where a
/// letter begins.
pub fn accounts(comparison: &Comparison) {
    for pair in &comparison.pairs {
        let alignment = &pair.alignment;
        for side in Side::BOTH {
            let article = &comparison.story.articles[alignment.pair.on(side)];
            let mut linked = vec![false; article.sentences.len()];
            for link in &alignment.links {
                assert!(!link.on(side).is_empty(), "a link has passages on both sides");
                assert!(link.on(side).is_sorted(), "in reading order");
                link.on(side).iter().for_each(|id| linked[id.index()] = true);
            }
            let mut alone = vec![false; article.sentences.len()];
            alignment.only(side).iter().for_each(|only| alone[only.sentence.index()] = true);
            for (index, sentence) in article.sentences.iter().enumerate() {
                let furniture = article.paragraph(sentence.paragraph).role == ParagraphRole::Boilerplate;
                assert!(!(linked[index] && alone[index]), "passage {index} is linked and alone");
                assert!(linked[index] || alone[index] || furniture, "passage {index} is nowhere");
            }
            let column = usize::from(side == Side::Right);
            let mut rows = vec![0; article.paragraphs.len()];
            for row in &alignment.rows {
                row.cells[column].paragraphs.iter().for_each(|id| rows[id.index()] += 1);
            }
            assert!(rows.iter().all(|count| *count == 1), "each paragraph stands in one row: {rows:?}");
            for change in &pair.changes {
                let span = if side == Side::Left { change.left } else { change.right };
                assert!(span.is_none_or(|span| article.text.get(span.range()).is_some()), "{change:?}");
            }
        }
        for finding in &pair.findings {
            let json = serde_json::to_value(finding).unwrap();
            let side = if json["side"] == "left" { Side::Left } else { Side::Right };
            let (start, end) = (json["start"].as_u64().unwrap(), json["end"].as_u64().unwrap());
            let text = &comparison.story.articles[alignment.pair.on(side)].text;
            let range = usize::try_from(start).unwrap()..usize::try_from(end).unwrap();
            assert!(text.get(range).is_some(), "{json} is not in its article");
        }
    }
}

/// An article against itself is all `same`, and nothing of it has moved or changed.
pub fn agrees_with_itself(path: &str, bytes: &[u8]) {
    let comparison = compare(&[(path, bytes), (path, bytes)]);
    accounts(&comparison);
    let pair = &comparison.pairs[0];
    assert!(
        pair.alignment.links.iter().all(|link| link.grade == Grade::Same && !link.moved),
        "{:?}",
        pair.alignment.links
    );
    assert!(pair.alignment.only_left.is_empty() && pair.alignment.only_right.is_empty(), "{:?}", pair.alignment);
    assert_eq!(pair.changes, [], "nothing changed");
}

/// The order in which articles are given mirrors the links and alters nothing else.
pub fn order_is_free(a: &[u8], b: &[u8]) {
    mirrors(&compare(&[("one", a), ("other", b)]), &compare(&[("one", b), ("other", a)]));
}

/// Of two comparisons of the same articles, given in either order, the links of the one mirror those of the other.
pub fn mirrors(one: &Comparison, other: &Comparison) {
    let links = |comparison: &Comparison, mirrored: bool| {
        let mut links: Vec<_> = (comparison.pairs[0].alignment.links.iter())
            .map(|link| {
                let (left, right) = (link.left.clone(), link.right.clone());
                (if mirrored { (right, left) } else { (left, right) }, link.grade)
            })
            .collect();
        links.sort();
        links
    };
    assert_eq!(links(one, false), links(other, true), "the order of the articles changed their links");
}

/// Every form of report is written, JSON holds every byte of the texts, and what goes to a terminal or a page is safe.
pub fn reports(comparison: &Comparison) {
    let written = |form: &Form| {
        let mut bytes = Vec::new();
        report::write(comparison, form, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    let json: serde_json::Value =
        serde_json::from_str(&written(&Form { format: Format::Json, ..Form::default() })).unwrap();
    for (id, article) in comparison.story.articles.iter() {
        let index = id.index();
        assert_eq!(json["articles"][index]["text"], article.text, "JSON keeps the text whole");
    }
    for format in [Format::Html, Format::Csv] {
        written(&Form { format, width: 80, ..Form::default() });
    }
    for layout in Layout::ALL {
        for width in [20, 100] {
            safe(&written(&Form { width, layout, ..Form::default() }));
        }
    }
}

/// Every line of the page of a pair is exactly as wide as the page and safe, at widths where it is stacked, narrow and wide.
pub fn lays_out(comparison: &Comparison) {
    for pair in &comparison.pairs {
        let compared = page::Compared::new(&comparison.story, Arc::clone(pair));
        for base in Side::BOTH {
            let spread = Arc::new(Spread::pair(Arc::clone(&comparison.story), &compared, base));
            for (width, order) in [(20, Order::Logical), (60, Order::Visual), (120, Order::Visual)] {
                let marking = Marking { order, ..Marking::default() };
                let page = Page::new(Arc::clone(&spread), width, false, marking, &[]);
                for line in (0..page.blocks().len()).flat_map(|block| page.lines(block)) {
                    assert_eq!(line.columns(), width, "{:?}", line.text());
                    safe(&line.text());
                }
            }
        }
    }
}

/// Wrapped text is never wider than asked for, is safe, and has lost no letter, in whichever order its letters are drawn.
pub fn wraps(text: &str, width: usize) {
    let piece = Piece { at: Some((ArticleId::new(0), 0)), ..Piece::new(text, Role::Plain) };
    let spoken = page::wrap_in(Order::Logical, &[piece], width).lines;
    let drawn = page::wrap_in(Order::Visual, &[piece], width).lines;
    assert_eq!(spoken.len(), drawn.len(), "lines break alike in any order");
    whole(&spoken, text, width, |letters| letters);
    whole(&drawn, text, width, |letters| {
        let mut letters: Vec<char> = letters.chars().collect();
        letters.sort_unstable();
        letters.into_iter().collect()
    });
}

/// `lines` fit `width` and hold the letters of `text`, as `compared`.
fn whole(lines: &[Vec<page::Run>], text: &str, width: usize, compared: impl Fn(String) -> String) {
    assert!(!lines.is_empty(), "there is always a line");
    for line in lines {
        let drawn: String = line.iter().map(|run| run.text.as_str()).collect();
        assert!(usize::from(columns(&drawn).0) <= width.max(page::NARROWEST), "{drawn:?} is wider than {width}");
        safe(&drawn);
    }
    // A vowel or final of Hangul with nothing to join is shown by a sign, and only its neighbours tell.
    let joins = |c: char| matches!(c, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}');
    // Arabic letters are drawn joined: forms of their own, which this takes apart.
    let letters = |text: &str| {
        let letters = text.nfkc().filter(|c| c.is_alphanumeric() && stand_in(*c).is_none() && !joins(*c));
        letters.collect::<String>()
    };
    let drawn: String = lines.iter().flatten().map(|run| run.text.as_str()).collect();
    assert_eq!(compared(letters(&drawn)), compared(letters(text)), "letters were lost");
}

/// `text` holds nothing a terminal would obey or a reader would not see; line breaks are ours.
pub fn safe(text: &str) {
    if let Some(bad) = text.chars().find(|c| *c != '\n' && stand_in(*c).is_some()) {
        let at = text.find(bad).unwrap_or(0);
        let around: String =
            text.get(..at).unwrap_or_default().chars().rev().take(40).collect::<Vec<_>>().iter().rev().collect();
        panic!("{bad:?} reaches the terminal after {around:?}");
    }
}

/// What the story of `given` must fulfil, all of the above.
pub fn holds(given: &[(&str, &[u8])]) {
    let comparison = compare(given);
    let story: &Story = &comparison.story;
    story.articles.iter().for_each(|(_, article)| tiles(article));
    accounts(&comparison);
    reports(&comparison);
    lays_out(&comparison);
}

/// Any text as a file of the reader's own (a word list of each kind, a theme, what was remembered) is taken or refused in a sentence; what is
/// taken can be used.
pub fn own_files(text: &str) {
    for list in ["attribution", "loaded", "hedge", "grammar", "irregular"] {
        let mut lexicon = Lexicon::bundled();
        match lexicon.with_user("en", list, text) {
            Ok(()) => {
                let story =
                    intake::from_bytes([("a.txt", text.as_bytes()), ("b.txt", b"The mayor said that it failed.")]);
                let pairs: Vec<PairId> = story.pairs().collect();
                drop(Comparison::new(Arc::new(story), &pairs, Settings::default(), &lexicon));
            }
            Err(refusal) => assert!(!refusal.to_string().is_empty()),
        }
    }
    let mut themes = Themes::bundled();
    match themes.add(Path::new("own.toml"), text) {
        Ok(()) => assert!(themes.get("own", Depth::Full, None).is_some(), "a theme that was taken is there"),
        Err(refusal) => assert!(!refusal.to_string().is_empty()),
    }
    if let Some(memory) = Memory::parse(text) {
        assert_eq!(Memory::parse(&memory.text()), Some(memory), "what is remembered is remembered again");
    }
}

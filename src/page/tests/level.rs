//! Long paragraphs: what is linked stays level, and nothing is lost for it.

use super::*;
use crate::{story::SentenceId, text::span::Span};

/// Sentence `n` of a telling; those of one number are linked.
fn said(n: usize, verb: &str) -> String {
    format!("On day {n} envoy number{n} {verb} that {n} ships had left port{n}. ")
}

/// The lines of a page, text alone.
fn lines(page: &Page) -> Vec<Line> {
    (0..page.blocks().len()).flat_map(|block| page.lines(block)).collect()
}

/// The line in which the text at `offset` of column `column` begins.
fn line_of(page: &Page, lines: &[Line], column: usize, offset: u32) -> usize {
    let article = page.spread.columns[column].article;
    let holds = |line: &Line| {
        let sources = line.runs.iter().filter_map(|run| run.source);
        sources.filter(|source| source.article == article).any(|source| source.span.end > offset)
    };
    lines.iter().position(holds).unwrap()
}

/// The text of column `column` as the lines show it, without white space.
fn shown(page: &Page, lines: &[Line], column: usize) -> String {
    let id = page.spread.columns[column].article;
    let text = &page.spread.story.articles[id].text;
    let sources = lines.iter().flat_map(|line| &line.runs).filter_map(|run| run.source);
    let words =
        sources.filter(|source| source.article == id).flat_map(|source| source.span.of(text).split_whitespace());
    words.collect()
}

#[test]
fn a_paragraph_waits_for_what_the_other_has_more_of() {
    let left: String = (1..5).map(|n| said(n, "said")).collect();
    let more = "Nobody in the harbour town believed it, and the mayor laughed at the very idea of such a fleet. \
        Fishermen had seen no sail for weeks, and their wives had counted every mast on the horizon. ";
    let right: String =
        [said(1, "said"), said(2, "claimed"), more.to_owned(), said(3, "said"), said(4, "said")].concat();
    let (story, compared) = compared(&left, &right);
    let spread = Arc::new(Spread::pair(story, &compared, Side::Left));
    let page = |width, stack| Page::new(Arc::clone(&spread), width, stack, Marking::default(), &[]);
    let text: String = lines(&page(80, false)).iter().map(|line| format!("{}\n", line.text().trim_end())).collect();
    insta::assert_snapshot!(text, @"
      1 On day 1 envoy number1 said that  ~    1 On day 1 envoy number1 said that
    ~   1 ships had left port1. On day 2  │  ~   1 ships had left port1. On day 2
        envoy number2 said that 2 ships   │      envoy number2 claimed that 2
        had left port2.                   │  +   ships had left port2. + Nobody in
                                          │      the harbour town believed it, and
                                          │      the mayor laughed at the very
                                          │  +   idea of such a fleet. + Fishermen
                                          │      had seen no sail for weeks, and
                                          │      their wives had counted every
                                          │      mast on the horizon.
    =   On day 3 envoy number3 said that  │  =   On day 3 envoy number3 said that
        3 ships had left port3. On day 4  │      3 ships had left port3. On day 4
        envoy number4 said that 4 ships   │      envoy number4 said that 4 ships
        had left port4.                   │      had left port4.
                                          │
    ");
    let blanks = |page: &Page| lines(page).iter().filter(|line| line.text().trim().is_empty()).count();
    assert_eq!(blanks(&page(80, true)), 1, "nothing waits where one stands above the other");
    // Wider, it is short enough to be seen at once.
    let wide = lines(&page(160, false));
    assert!(wide.iter().filter(|line| line.text().trim() == "│").count() <= 1, "{wide:#?}");
}

/// A telling: which sentences, and how often something of its own stands behind each.
fn telling() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..4_usize, 0..4_usize), 14).prop_map(|more| {
        more.into_iter().enumerate().filter(|(_, (kept, _))| *kept > 0).map(|(n, (_, own))| (n, own)).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_one_has_more_of_linked_passages_stand_level(left in telling(), right in telling(), width in 76..180_usize) {
        let text = |telling: &[(usize, usize)], own: &str, verb: &str| -> String {
            telling.iter().map(|(n, more)| said(*n, verb) + &own.repeat(*more)).collect()
        };
        let left = text(&left, "Gulls circled over the quay. ", "said");
        let right = text(&right, "Prices of bread fell in every market of the old capital. ", "claimed");
        prop_assume!(!left.is_empty() && !right.is_empty());
        let (story, compared) = compared(&left, &right);
        let spread = Arc::new(Spread::pair(Arc::clone(&story), &compared, Side::Left));
        let page = Page::new(spread, width, false, Marking::default(), &[]);
        let lines = lines(&page);
        for (column, (id, article)) in story.articles.iter().enumerate() {
            prop_assert_eq!(page.spread.columns[column].article, id);
            prop_assert_eq!(shown(&page, &lines, column), article.text.split_whitespace().collect::<String>());
        }
        let mut ties = Vec::new();
        for row in 0..page.spread.rows.len() {
            page.spread.ties(row, |tie| ties.push((tie[0].unwrap(), tie[1].unwrap())));
        }
        prop_assert!(ties.is_sorted_by(|one, next| one.0 < next.0 && one.1 < next.1));
        for (here, there) in ties {
            let apart = line_of(&page, &lines, 0, here).abs_diff(line_of(&page, &lines, 1, there));
            // Twelve lines are in sight; in what is longer, less than four and what a line broken anew makes.
            prop_assert!(apart <= 12 && (lines.len() <= 13 || apart < 6), "{} apart of {}: {}", apart, lines.len(), Span { start: here, end: here + 30 }.of(&left));
        }
    }
}

#[test]
fn three_articles_are_set_level_with_the_base() {
    let tell = |own: &[usize], verb: &str| -> String {
        let more = "Nobody in the harbour town believed a word of it, and the mayor laughed aloud at the very idea. ";
        (1..9).map(|n| said(n, verb) + &more.repeat(usize::from(own.contains(&n)) * 3)).collect()
    };
    let texts = [("a", tell(&[], "said")), ("b", tell(&[2], "claimed")), ("c", tell(&[5], "insisted"))];
    let story = Arc::new(intake::from_bytes(texts));
    let pairs: Vec<_> = story.pairs().collect();
    let comparison = Comparison::new(Arc::clone(&story), &pairs, Settings::default(), &Lexicon::default());
    let [one, two] = [0, 1].map(|at| Compared::new(&story, Arc::clone(&comparison.pairs[at])));
    let spread = Arc::new(Spread::three(Arc::clone(&story), pairs[0].left, &one, &two).unwrap());
    let page = Page::new(spread, 150, false, Marking::default(), &[]);
    let lines = lines(&page);
    for n in [2, 5, 7] {
        let stands: Vec<usize> = (0..3)
            .map(|column| {
                let article = page.spread.article(column);
                let id = (0..article.sentences.len()).map(SentenceId::new);
                let id = id.into_iter().find(|id| article.sentence_text(*id).contains(&format!("number{n} "))).unwrap();
                line_of(&page, &lines, column, article.sentence(id).start)
            })
            .collect();
        let [first, last] = [stands.iter().min(), stands.iter().max()].map(|line| *line.unwrap());
        assert!(last - first < 6, "sentence {n} stands in the lines {stands:?}");
    }
    let signs = lines[0].text();
    assert_eq!(signs.matches("~A").count(), 2, "each sign says whom it is about: {signs}");
}

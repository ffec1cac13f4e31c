#![allow(clippy::unwrap_used, clippy::string_slice)]

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::compare::pictures::story;

/// What small articles are made of; `{}` stands for one of two wordings.
const PASSAGES: [(&str, [&str; 2]); 14] = [
    ("The {} voted to close the harbour bridge on Monday.", ["council", "city council"]),
    ("The mayor {} a new ferry for all residents of the eastern district.", ["promised", "pledged"]),
    ("Shops along the quay {} their trade this winter, their union said.", ["fear for", "worry about"]),
    ("Engineers found cracks in two of the northern pillars in {}.", ["May", "June"]),
    ("Repairs will cost {} million euros, officials estimate.", ["four", "five"]),
    ("A petition gathered {} names within days.", ["nine thousand", "9,000"]),
    ("Fishermen {} a lower toll at the lock.", ["asked for", "demanded"]),
    ("\u{201c}We had no other choice than to close the bridge,\u{201d} mayor {} said.", ["Anna Berg", "Ann Berg"]),
    ("\u{201c}We had no other choice,\u{201d} {} Anna Berg.", ["said", "claimed"]),
    ("The bridge was built in {} and renewed in 1978.", ["1931", "1932"]),
    ("The regime of {} insisted that the cracks were harmless.", ["Kiev", "Kyiv"]),
    ("{} police counted 400 protesters at the town hall.", ["On Tuesday, the", "The"]),
    ("Iran{}s foreign ministry said that it knew nothing of the bridge.", ["'", "\u{2019}"]),
    ("{} Netanyahu said that he had seen the bridge himself in the spring.", ["Benjamin", "Binyamin"]),
];

/// Everything that was found in the articles `texts`, of which `order` says in which order they are given; by what the articles are, whatever their
/// order.
fn found(texts: &[String], order: &[usize]) -> String {
    let given: Vec<&str> = order.iter().map(|at| &*texts[*at]).collect();
    let mut story = story(&given);
    for (at, of) in order.iter().enumerate() {
        story.articles[ArticleId::new(at)].label = format!("article {of}");
    }
    let all = || (0..order.len()).flat_map(|l| (l + 1..order.len()).map(move |r| (l, r)));
    let pairs: Vec<PairId> = all().map(|(l, r)| PairId { left: ArticleId::new(l), right: ArticleId::new(r) }).collect();
    let comparison = Comparison::new(Arc::new(story), &pairs, Settings::default(), &Lexicon::bundled());
    let mut lines = Vec::new();
    for pair in comparison.each_pair() {
        let of = |side: Side| order[pair.alignment.pair.on(side).index()];
        let [first, second] =
            if of(Side::Left) < of(Side::Right) { [Side::Left, Side::Right] } else { [Side::Right, Side::Left] };
        let about = format!("{} {}", of(first), of(second));
        for link in &pair.alignment.links {
            let (l, r, grade, moved) = (link.on(first), link.on(second), link.grade, link.moved);
            lines.push(format!("{about} link {l:?} {r:?} {grade:?} {moved} {}", link.distance.abs()));
        }
        for side in [first, second] {
            let only: Vec<_> = pair.alignment.only(side).iter().map(|only| only.sentence).collect();
            lines.push(format!("{about} only in {} {only:?}", of(side)));
        }
        for change in &pair.changes {
            lines.push(format!("{about} change {:?} {:?} {:?}", change.on(first), change.on(second), change.class));
        }
        for finding in &pair.findings {
            let Finding { side, span, kind, counterpart, strength, rule, why, order } = finding;
            lines.push(format!(
                "{about} finding {} {span:?} {kind:?} {counterpart:?} {strength} {rule} {why} {order:?}",
                of(*side)
            ));
        }
        for quotation in &pair.quotations {
            let mut line =
                format!("{about} quotation {:?} {:?} {:?}", quotation.on(first), quotation.on(second), quotation.fate);
            let _ = write!(line, " {:?} {:?}", quotation.words(first), quotation.words(second));
            lines.push(line);
        }
    }
    for row in &comparison.sources {
        let mut of: Vec<String> =
            row.articles.iter().map(|(id, source)| format!("{} {source:?}", order[id.index()])).collect();
        of.sort();
        lines.push(format!("source {} {} {of:?}", row.name, row.named));
    }
    lines.sort();
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// What is found hangs on the articles and never on the order in which they are given.
    #[test]
    fn the_order_of_the_articles_changes_nothing(
        articles in prop::collection::vec(prop::collection::vec((0..PASSAGES.len(), 0..2_usize, any::<bool>()), 4..11), 3..6),
        keys in prop::collection::vec(any::<u32>(), 5),
    ) {
        let text = |passages: &Vec<(usize, usize, bool)>| -> String {
            let passage = |(at, way, ends): &(usize, usize, bool)| {
                let (passage, ways) = PASSAGES[*at];
                passage.replace("{}", ways[*way]) + if *ends { "\n\n" } else { " " }
            };
            passages.iter().map(passage).collect::<String>().trim_end().to_owned()
        };
        let texts: Vec<String> = articles.iter().map(text).collect();
        let given: Vec<usize> = (0..texts.len()).collect();
        let mut order = given.clone();
        order.sort_by_key(|at| keys[*at]);
        prop_assert_eq!(found(&texts, &given), found(&texts, &order));
    }
}

#![allow(clippy::unwrap_used, clippy::string_slice)]

use proptest::prelude::*;

use super::*;
use crate::{
    compare::{
        Groundwork,
        pictures::{listed, story},
    },
    story::ArticleId,
};

fn compared(left: &str, right: &str, grade: Grade) -> (Story, LinkWording) {
    let story = story(&[left, right]);
    let groundwork = Groundwork::of(&story, &crate::lexicon::Lexicon::bundled());
    let (a, b) = (&story.articles[ArticleId::new(0)], &story.articles[ArticleId::new(1)]);
    let all = |article: &Article| article.sentence_ids().collect::<Vec<_>>();
    let quantities = |at| &**groundwork.quantities.get(ArticleId::new(at)).unwrap();
    let (mut l, mut r) = (Passage::of(a, &all(a), quantities(0)), Passage::of(b, &all(b), quantities(1)));
    figures::fold(&mut l, &mut r);
    let comparing = Comparing { story: &story, left: a, right: b, weights: &groundwork.weights };
    let wording = comparing.link(&l, &r, grade);
    (story, wording)
}

fn picture(left: &str, right: &str) -> String {
    let (story, wording) = compared(left, right, Grade::Reworded);
    listed(&story, &wording.changes)
}

#[test]
fn a_changed_word_is_one_change() {
    assert_eq!(
        picture("Iran said Monday that ties are strong.", "Iran insisted Monday that ties are strong."),
        "word: said -> insisted\n"
    );
}

#[test]
fn a_changed_figure_stands_alone() {
    assert_eq!(
        picture(
            "The blast on Friday killed 15 persons in the port.",
            "The blast on Friday wounded 16 servicemen in the port."
        ),
        "word: killed -> wounded\nnumber: 15 -> 16\nword: persons -> servicemen\n"
    );
}

#[test]
fn figures_of_one_value_are_typography_however_they_are_written() {
    for (left, right) in [
        ("5%", "five per cent"),
        ("$1.5bn", "1.5 billion dollars"),
        ("1,200 dollars", "$1,200"),
        ("sixty", "60"),
        ("3rd", "third"),
        ("two-thirds", "2/3"),
        ("3 p.m.", "15:00"),
        ("10-15", "10 to 15"),
        ("March 1, 2019", "1 March 2019"),
    ] {
        assert_eq!(
            picture(
                &format!("The report of Monday has {left} in the first line."),
                &format!("The report of Monday has {right} in the first line.")
            ),
            format!("typography: {left} -> {right}\n")
        );
    }
    assert_eq!(
        picture("The wall is 3 metres high at the port.", "The wall is 3 feet high at the port."),
        "number: metres -> feet\n"
    );
    assert_eq!(
        picture("The storm killed fifteen men at the port.", "The storm killed sixty men at the port."),
        "number: fifteen -> sixty\n"
    );
    assert_eq!(
        picture("A fall of -3 points was seen at noon.", "A fall of 3 points was seen at noon."),
        "number: -3 -> 3\n"
    );
}

#[test]
fn quotes_capitals_and_dashes_have_classes_of_their_own() {
    assert_eq!(
        picture(
            "The minister’s aide said “No” to The Hague – again.",
            "The minister's aide said \"No\" to the Hague - again."
        ),
        "typography: minister’s -> minister's\ntypography: “ -> \"\ntypography: ” -> \"\ncase: The -> the\ntypography: – -> -\n"
    );
}

#[test]
fn another_spelling_of_a_name_is_a_change_of_name() {
    assert_eq!(
        picture("On Monday Bahram Ghasemi told reporters so.", "On Monday Bahram Qassemi told reporters so."),
        "name: Ghasemi -> Qassemi\n"
    );
}

#[test]
fn one_short_word_between_long_changes_is_no_island() {
    assert_eq!(
        picture(
            "The ministry yesterday evening rejected the media reports of some outlets, officials said.",
            "The ministry late on Friday confirmed what had been claimed by the rebels, officials said."
        )
        .lines()
        .count(),
        1
    );
}

#[test]
fn an_ambiguous_insertion_goes_to_the_border_of_a_phrase() {
    assert_eq!(
        picture("He met the king, the queen and the prince.", "He met the king, the duke, the queen and the prince."),
        "word: · -> the duke,\n"
    );
}

#[test]
fn a_passage_that_keeps_next_to_nothing_is_replaced_whole() {
    let (_, wording) =
        compared("Prices rose again in the capital.", "Nobody was hurt when the bridge fell down.", Grade::Reworded);
    assert!(wording.replaced);
    assert_eq!(wording.changes.len(), 1);
}

#[test]
fn a_partial_link_compares_the_shared_part_alone() {
    let (story, wording) = compared(
        "All the 15 persons on board were killed and Russia had threatened to sever cooperation with Israel.",
        "In Moscow, which keeps its own counsel, officials confirmed that all the 14 persons on board were killed.",
        Grade::Partial,
    );
    let shared: Vec<_> = wording
        .shared
        .iter()
        .map(|(l, r)| (l.of(&story.articles[ArticleId::new(0)].text), r.of(&story.articles[ArticleId::new(1)].text)))
        .collect();
    assert_eq!(shared, [("All the 15 persons on board were killed", "all the 14 persons on board were killed")]);
    assert_eq!(listed(&story, &wording.changes), "case: All -> all\nnumber: 15 -> 14\n");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Exchanging the articles exchanges the sides of every change, and no change leaves its article.
    #[test]
    fn sides_exchange(left in "[abc ,.“\"5é]{0,40}", right in "[abc ,.“\"5é]{0,40}") {
        let (story, there) = compared(&left, &right, Grade::Reworded);
        let (_, back) = compared(&right, &left, Grade::Reworded);
        let mut swapped: Vec<Change> = back.changes.iter().map(|change| change.swapped()).collect();
        swapped.sort_by_key(Change::place);
        let mut changes = there.changes.clone();
        changes.sort_by_key(Change::place);
        prop_assert_eq!(&changes, &swapped);
        for change in changes {
            for (side, id) in [(Side::Left, 0), (Side::Right, 1)] {
                if let Some(span) = change.on(side) {
                    prop_assert!(story.articles[ArticleId::new(id)].text.get(span.range()).is_some());
                }
            }
        }
    }
}

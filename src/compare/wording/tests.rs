#![allow(clippy::unwrap_used, clippy::string_slice)]

mod moved;
mod spellings;

use proptest::prelude::*;

use super::*;
use crate::{
    align::align,
    compare::{
        Groundwork,
        pictures::{listed, story},
    },
    story::{ArticleId, PairId},
};

fn compared(left: &str, right: &str, grade: Grade) -> (Story, LinkWording) {
    let story = story(&[left, right]);
    let wording = compared_in(&story, grade);
    (story, wording)
}

fn compared_in(story: &Story, grade: Grade) -> LinkWording {
    let groundwork = Groundwork::of(story, &crate::lexicon::Lexicon::bundled());
    let (a, b) = (&story.articles[ArticleId::new(0)], &story.articles[ArticleId::new(1)]);
    let all = |article: &Article| article.sentence_ids().collect::<Vec<_>>();
    let figures = [0, 1].map(|at| &**groundwork.quantities.get(ArticleId::new(at)).unwrap());
    let pair = PairId { left: ArticleId::new(0), right: ArticleId::new(1) };
    let words = align(story, pair, &Progress::default()).weights;
    let (weights, listed) = (&groundwork.weights, spelt::Listed::of(story));
    let comparing = Comparing { story, left: a, right: b, figures, weights, pair: &words, listed: &listed };
    comparing.link([&all(a), &all(b)], grade)
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
fn accents_alone_are_a_class_of_their_own() {
    assert_eq!(
        picture("Das Haus am Hafen ist schon alt.", "Das Haus am Hafen ist schön alt."),
        "accent: schon -> schön\n"
    );
    assert_eq!(picture("The café at the port is shut.", "The cafe at the port is shut."), "accent: café -> cafe\n");
    assert_eq!(
        picture("The cafe\u{301} at the port is shut.", "The caf\u{e9} at the port is shut."),
        "typography: cafe\u{301} -> caf\u{e9}\n",
        "one letter in two codes"
    );
    assert_eq!(picture("Это мой дом у реки.", "Это мои дом у реки."), "word: мой -> мои\n");
}

#[test]
fn a_hyphen_for_a_blank_is_typography_where_it_stands() {
    assert_eq!(
        picture("The vice-president and the attorney-general met.", "The vice president and the attorney general met."),
        "typography: vice-president -> vice president\ntypography: attorney-general -> attorney general\n"
    );
    assert_eq!(
        picture("A third rate boat sank at the well known port.", "A third-rate boat sank at the well-known port."),
        "typography: third rate -> third-rate\ntypography: well known -> well-known\n"
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
fn a_figure_is_exchanged_with_its_unit_where_the_two_are_built_otherwise() {
    for (left, right) in [("40km/h", "50 km/h"), ("40 million kronor", "45m kronor"), ("a dozen", "two dozen")] {
        assert_eq!(
            picture(
                &format!("The report of Monday has {left} in the first line."),
                &format!("The report of Monday has {right} in the first line.")
            ),
            format!("number: {left} -> {right}\n")
        );
    }
    assert_eq!(
        picture("It cost the port 12 million euros in June.", "It cost the port 21 million euros in June."),
        "number: 12 -> 21\n"
    );
}

#[test]
fn numbers_in_ideographs_are_figures() {
    assert_eq!(
        picture("警方说，港口爆炸造成十五人死亡。", "警方说，港口爆炸造成十八人死亡。"),
        "number: 十五 -> 十八\n"
    );
    assert_eq!(picture("部长将于六月访问莫斯科。", "部长将于七月访问莫斯科。"), "number: 六 -> 七\n");
    assert_eq!(picture("市长星期一在北京表示。", "市长星期日在北京表示。"), "number: 一 -> 日\n");
    assert_eq!(picture("首相は月曜日に会見した。", "首相は火曜日に会見した。"), "number: 月 -> 火\n");
}

#[test]
fn a_figure_for_words_is_a_changed_figure_and_a_name_for_a_figure_is_none() {
    assert_eq!(
        picture("Nobody was hurt in the blast at the harbour.", "Three people were hurt in the blast at the harbour."),
        "number: Nobody -> Three\nword: was -> people were\n"
    );
    assert_eq!(
        picture("He was born in 1961 in Ystad, police said.", "He was born in Ystad in 1962, police said."),
        "number: 1961 in -> ·\nnumber: · -> in 1962\n"
    );
}

#[test]
fn stops_in_an_acronym_and_a_hyphen_in_a_word_are_typography() {
    for (left, right) in [("U.S.", "US"), ("E.U.", "EU"), ("cease-fire", "ceasefire")] {
        assert_eq!(
            picture(&format!("He told the {left} envoy on Monday."), &format!("He told the {right} envoy on Monday.")),
            format!("typography: {left} -> {right}\n")
        );
    }
}

#[test]
fn a_name_in_another_spelling_is_kept_and_is_a_change_of_name() {
    let (left, right) = ("Gaddafi met Ghasemi in Teheran on Monday.", "Qadhafi met Qassemi in Tehran on Monday.");
    let told = "name: Gaddafi -> Qadhafi\nname: Ghasemi -> Qassemi\nname: Teheran -> Tehran\n";
    assert_eq!(picture(left, right), told);
    let (story, wording) = compared(left, right, Grade::Partial);
    assert_eq!(listed(&story, &wording.changes), told);
    assert_eq!(
        picture("Mr. Martin met Mr. Marten on the quay.", "Mr. Marten met Mr. Martin on the quay."),
        "name: Martin -> Marten\nname: Marten -> Martin\n"
    );
}

#[test]
fn a_letter_of_a_script_without_spaces_is_an_island_between_changed_letters() {
    insta::assert_snapshot!(picture("โฆษกกล่าวว่าเรือจม", "โฆษกอ้างว่าเรือจม"), @"word: กล่าว -> อ้าง");
    insta::assert_snapshot!(picture("发言人说船沉了。", "发言人称船沉了。"), @"word: 说 -> 称");
}

#[test]
fn small_words_between_exchanges_are_no_islands() {
    let (left, right) = (
        "The government of the country decided in the end to sell the whole of the fleet to a bank in Oslo.",
        "The owners of the yard agreed at the time to keep the half of the docks for a firm in Turku.",
    );
    for grade in [Grade::Reworded, Grade::Partial] {
        let (_, wording) = compared(left, right, grade);
        assert!(wording.replaced, "{grade:?}");
        assert_eq!(wording.changes.len(), 1, "{grade:?}");
    }
    // Where little is changed they are what the reader holds on to.
    assert_eq!(
        picture(
            "Officials said the king of France would visit the harbour.",
            "Officials said the queen of Spain would visit the harbour."
        ),
        "word: king -> queen\nname: France -> Spain\n"
    );
    assert_eq!(
        picture(
            "Officials said they sold the ferry of the harbour to the bank at noon.",
            "Officials said they lent the wharf of the islands to the firm at dusk."
        ),
        "word: sold the ferry of the harbour to the bank at noon -> lent the wharf of the islands to the firm at dusk\n"
    );
}

/// What two passages share, and the changes in it.
fn shared(left: &str, right: &str) -> String {
    let (story, wording) = compared(left, right, Grade::Partial);
    let text = |at| &story.articles[ArticleId::new(at)].text;
    let held = wording.shared.iter().map(|(l, r)| format!("{} = {}\n", l.of(text(0)), r.of(text(1))));
    held.chain([listed(&story, &wording.changes)]).collect()
}

#[test]
fn a_changed_figure_belongs_to_what_a_partial_link_shares() {
    insta::assert_snapshot!(shared(
        "He paid 300 euros and left the port at noon.",
        "He paid 400 dollars and reached the port at noon.",
    ), @"
    He paid 300 euros and left the port at noon. = He paid 400 dollars and reached the port at noon.
    number: 300 euros -> 400 dollars
    word: left -> reached
    ");
    insta::assert_snapshot!(shared("He died at 81.", "He died at 82."), @"
    He died at 81. = He died at 82.
    number: 81 -> 82
    ");
    insta::assert_snapshot!(shared(
        "The strike began in 2018 and ended on 5 May.",
        "The strike began in 2017 and ended on 6 May.",
    ), @"
    The strike began in 2018 and ended on 5 May. = The strike began in 2017 and ended on 6 May.
    number: 2018 -> 2017
    number: 5 -> 6
    ");
    insta::assert_snapshot!(shared(
        "Two of the three cranes fell in the storm.",
        "Three of the four cranes fell in the gale.",
    ), @"
    Two of the three cranes fell in the storm. = Three of the four cranes fell in the gale.
    number: Two -> Three
    number: three -> four
    word: storm -> gale
    ");
    insta::assert_snapshot!(shared(
        "The strike cost the port 12 million euros, the minister said on Monday in a long speech.",
        "The strike cost the port 21 million euros, according to a report by the auditors.",
    ), @"
    The strike cost the port 12 million euros, = The strike cost the port 21 million euros,
    number: 12 -> 21
    ");
}

#[test]
fn words_put_for_one_another_are_what_a_partial_link_shares_where_it_shares_no_stretch() {
    let mut story =
        story(&["Minister quits over harbour deal.", "The minister of ports, Anna Lund, resigned on Monday."]);
    for at in 0..2 {
        story.articles[ArticleId::new(at)].language = Some("en".to_owned());
    }
    let wording = compared_in(&story, Grade::Partial);
    insta::assert_snapshot!(listed(&story, &wording.changes), @"
    case: Minister -> minister
    word: quits -> resigned
    word: harbour -> ports
    ");
    // Where one of them tells nothing else, they stand for one another whole.
    let mut headlines = crate::compare::pictures::story(&["Plane shot down.", "Aircraft downed."]);
    for at in 0..2 {
        headlines.articles[ArticleId::new(at)].language = Some("en".to_owned());
    }
    let wording = compared_in(&headlines, Grade::Partial);
    insta::assert_snapshot!(listed(&headlines, &wording.changes), @"word: Plane shot down -> Aircraft downed");
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

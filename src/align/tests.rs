#![allow(clippy::unwrap_used, clippy::string_slice)]

mod examples;
mod moved_pieces;
mod rows;
mod writing;

use std::collections::BTreeSet;

use proptest::prelude::*;

use self::rows::level;
use super::{Grade, Link, PairAlignment, Row, align};
use crate::{
    compare::pictures::story,
    intake,
    progress::Progress,
    story::{ArticleId, PairId, Side, Story},
};

/// The links as a picture: `=` same, `~` reworded, `≈` partial, `↕` moved; sentences count from 1.
fn picture(alignment: &PairAlignment) -> String {
    let links = alignment.links.iter().map(|link| {
        let sign = match link.grade {
            Grade::Same => '=',
            Grade::Reworded => '~',
            Grade::Partial => '≈',
        };
        let ids = |side| link.on(side).iter().map(|id| (id.index() + 1).to_string()).collect::<Vec<_>>().join("+");
        format!("L{}{sign}R{}{}", ids(Side::Left), ids(Side::Right), if link.moved { "↕" } else { "" })
    });
    links.collect::<Vec<_>>().join(" ")
}

fn pair(left: usize, right: usize) -> PairId {
    PairId { left: ArticleId::new(left), right: ArticleId::new(right) }
}

fn aligned(left: &str, right: &str) -> (Story, PairAlignment) {
    let story = story(&[left, right]);
    let alignment = align(&story, pair(0, 1), &Progress::default());
    (story, alignment)
}

/// Two sentences of 450 words, just short enough not to be cut, all of some 500, each `step` words on in the list of them; without the `left_out`th.
fn endless(step: usize, left_out: usize) -> String {
    let words = (0..900).filter(|n| *n != left_out).map(|n| format!("bri{}ge", n * step % 499));
    let words: Vec<String> = words.collect();
    [&words[..450], &words[450..]].map(|half| half.join(" ")).join("\n\n")
}

#[test]
fn sentences_without_end_are_linked_where_they_have_words_in_a_row_and_not_for_the_words_alone() {
    let (_, shuffled) = aligned(&endless(7, 0), &endless(11, 0));
    assert_eq!(picture(&shuffled), "", "the same words in another order");
    assert_eq!(
        shuffled.notes,
        [
            "4 sentences have more than 400 words: they were compared by their first 400, and are linked only where both have the \
          same 4 words in a row"
        ]
    );
    let (_, versions) = aligned(&endless(7, 850), &endless(7, 20));
    let links = picture(&versions);
    assert!(links.contains("L1~R1 ") && links.ends_with("L2~R2"), "{links}");
}

#[test]
fn a_moved_paragraph_is_one_move_and_new_text_stays_alone() {
    let (_, alignment) = aligned(
        "The mayor opened the new bridge on Monday.\n\nFishermen complained about the noise of the works.\n\n\
         A ferry had served the harbour since 1921.",
        "A ferry had served the harbour since 1921.\n\nThe mayor opened the new bridge on Monday.\n\n\
         Fishermen complained loudly about the noise of the works.\n\nSchool starts again in autumn.",
    );
    assert_eq!(picture(&alignment), "L1=R2 L2~R3 L3=R1↕");
    assert_eq!(alignment.only_right.len(), 1);
    let rows: Vec<String> = alignment
        .rows
        .iter()
        .map(|row| {
            let side = |at: usize| {
                let cell = &row.cells[at];
                let ids: Vec<String> = cell.paragraphs.iter().map(|id| (id.index() + 1).to_string()).collect();
                let to: Vec<String> =
                    cell.pointers.iter().map(|pointer| format!("→{}", pointer.paragraph.index() + 1)).collect();
                format!("{}{}", ids.join("+"), to.join(""))
            };
            format!("{}|{}", side(0), side(1))
        })
        .collect();
    assert_eq!(rows, ["→3|1", "1|2", "2|3", "3|→1", "|4"]);
}

#[test]
fn quotes_case_and_stops_leave_a_sentence_the_same() {
    let (_, alignment) =
        aligned("“We will rebuild it,” the minister said.", "\"We will rebuild it\", the Minister said");
    assert_eq!(picture(&alignment), "L1=R1");
}

#[test]
fn one_fact_told_in_other_words_is_a_partial_link_with_its_words() {
    let mut story = story(&[
        "Ferry disaster\n\nNinety-four passengers died when the ferry sank near Oban.\n\nThe owner denied that the vessel was too full.\n\n\
         Fishermen have known the strait as a graveyard for generations.",
        "The owner, reached by telephone, rejected claims that too many had been let aboard his boat.\n\n\
         Divers said 94 people were killed off Oban, most of them on their way to a wedding.\n\nFlags flew at half mast in Glasgow.",
    ]);
    for id in [ArticleId::new(0), ArticleId::new(1)] {
        story.articles[id].language = Some("en".to_owned());
    }
    let alignment = align(&story, pair(0, 1), &Progress::default());
    let link = alignment.links.iter().find(|link| link.left[0].index() == 1).unwrap();
    assert_eq!((link.right[0].index(), link.grade), (1, Grade::Partial));
    let [left, right] = [ArticleId::new(0), ArticleId::new(1)].map(|id| &story.articles[id].text);
    let words: Vec<_> = alignment.evidence(&story, link).words;
    let words: BTreeSet<_> = words.iter().map(|word| (word.left.of(left), word.right.of(right))).collect();
    assert!(words.contains(&("Ninety-four", "94")) && words.contains(&("died", "killed")), "{words:?}");
}

#[test]
fn a_lost_minus_and_another_emoji_are_no_sameness() {
    let fell = |to: &str| format!("The temperature in the valley fell to {to} degrees on the night.");
    let (_, alignment) = aligned(&fell("-5"), &fell("5"));
    assert_eq!(picture(&alignment), "L1~R1");
    let (_, alignment) = aligned(&fell("-5"), &fell("\u{2212}5"));
    assert_eq!(picture(&alignment), "L1=R1", "a minus is written in two ways");
    let posted = |what: &str| format!("He posted {what} after the vote in the lower house today.");
    assert_eq!(picture(&aligned(&posted("👍"), &posted("👎")).1), "L1~R1");
}

#[test]
fn a_block_went_past_as_many_paragraphs_whichever_side_it_is_seen_from() {
    let one = [
        "The mayor opened the bridge.",
        "Fishermen feared for herring.",
        "A ferry served since 1921.",
        "Schools begin in autumn.",
        "Oil cost forty crowns.",
    ];
    let other = [one[3], one[4], one[0], one[1], one[2]];
    let distances = |left: &[&str], right: &[&str]| {
        let (_, alignment) = aligned(&left.join("\n\n"), &right.join("\n\n"));
        alignment.links.iter().filter(|link| link.moved).map(|link| link.distance).collect::<Vec<_>>()
    };
    assert_eq!((distances(&one, &other), distances(&other, &one)), (vec![-3, -3], vec![3, 3]));
}

#[test]
fn a_move_went_past_as_many_paragraphs_whichever_article_is_named_first() {
    let said = [
        "The mayor opened the bridge.",
        "Fishermen feared for herring.",
        "A ferry served since 1921.",
        "Schools begin in autumn.",
    ];
    let one = format!("{}\n\n{} {}\n\n{}", said[0], said[1], said[2], said[3]);
    let other = [said[1], said[2], said[3], said[0]].join("\n\n");
    let moves = |left: &str, right: &str| {
        let (_, alignment) = aligned(left, right);
        let moved = alignment.links.iter().filter(|link| link.moved);
        moved.map(|link| (link.distance, link.down)).collect::<Vec<_>>()
    };
    assert_eq!((moves(&one, &other), moves(&other, &one)), (vec![(2, true)], vec![(-2, false)]));
    // Inside a paragraph it goes past none.
    let inside = |order: [usize; 3]| order.map(|at| said[at]).join(" ");
    let (one, other) = (inside([0, 1, 2]), inside([1, 2, 0]));
    assert_eq!((moves(&one, &other), moves(&other, &one)), (vec![(0, true)], vec![(0, false)]));
}

#[test]
fn of_equal_sentences_one_has_a_counterpart_and_none_of_them_loses_its_equal() {
    let shut = ["The harbour was shut."; 8].join("\n\n");
    let (_, alignment) =
        aligned(&shut, &format!("{}\n\nThe harbour was open.", ["The harbour was shut."; 3].join("\n\n")));
    let same = alignment.links.iter().filter(|link| link.grade == Grade::Same).count();
    let others: Vec<_> = alignment.links.iter().filter(|link| link.grade != Grade::Same).collect();
    assert_eq!((same, alignment.only_left.len() + others.len()), (3, 5));
    assert!(others.iter().all(|link| link.left.len() == 1), "{}", picture(&alignment));
    let (_, alignment) = aligned(
        "He said no. He said no. He said yes.",
        "He said no.\n\nThe harbour was open. Ferries sailed on Tuesday. He said yes.",
    );
    assert!(alignment.links.iter().filter(|link| link.grade == Grade::Same).count() >= 2, "{}", picture(&alignment));
}

#[test]
fn typography_alone_leaves_a_sentence_the_same_and_changed_figures_leave_it_reworded() {
    let only = |left: &str, right: &str| {
        let mut story = story(&[left, right]);
        for id in [ArticleId::new(0), ArticleId::new(1)] {
            story.articles[id].language = Some("en".to_owned());
        }
        picture(&align(&story, pair(0, 1), &Progress::default()))
    };
    for (left, right) in [
        ("U.S. officials said so.", "US officials said so."),
        ("The firm hired 1,000 dockers.", "The firm hired 1000 dockers."),
        ("The cease-fire holds.", "The ceasefire holds."),
        ("The ship left at 3 p.m. on Monday.", "The ship left at 3pm on Monday."),
    ] {
        assert_eq!(only(left, right), "L1=R1", "{left}");
    }
    for (left, right) in [
        ("The vote was 5-4 in favour of the deal.", "The vote was 6-3 in favour of the deal."),
        ("He died at 81.", "He died at 82."),
        ("The repair cost $5m.", "The repair cost $5 million."),
        ("Turnout was 5%.", "Turnout was five per cent."),
        ("Sales grew 12% to €3.4bn.", "Sales grew 12 percent to 3.4 billion euros."),
        ("Mohammed Husseini spoke to dockers on Monday.", "Muhammad Hosseini spoke to dockers on Monday."),
    ] {
        assert_eq!(only(left, right), "L1~R1", "{left}");
    }
}

#[test]
fn scripts_without_spaces_are_compared_by_pairs_of_characters() {
    let (_, alignment) = aligned(
        "总统星期一访问了莫斯科。\n\n渔民抱怨噪音太大。",
        "渔民抱怨噪音太大。\n\n总统星期一抵达并访问了莫斯科。",
    );
    let grades: BTreeSet<(usize, usize)> =
        alignment.links.iter().map(|link| (link.left[0].index(), link.right[0].index())).collect();
    assert!(grades.contains(&(1, 0)), "{}", picture(&alignment));
}

#[test]
fn empty_articles_align() {
    let (_, alignment) = aligned("", "One sentence stands here alone.");
    assert_eq!((alignment.links.len(), alignment.only_right.len()), (0, 1));
}

#[test]
fn equal_sentences_without_end_are_paired_in_order() {
    let many = "All work and no play makes a dull boy indeed. ".repeat(3000);
    let (_, alignment) = aligned(&many, &many);
    assert!(alignment.links.iter().all(|link| link.grade == Grade::Same && link.left == link.right));
    assert_eq!(alignment.links.len(), 3000);
}

fn article() -> impl Strategy<Value = String> {
    let word =
        prop::sample::select(vec!["bridge", "mayor", "opened", "the", "harbour", "1921", "ferry", "said", "noise"]);
    let sentence = prop::collection::vec(word, 1..8).prop_map(|words| format!("A {}.", words.join(" ")));
    let paragraph = prop::collection::vec(sentence, 1..4).prop_map(|sentences| sentences.join(" "));
    prop::collection::vec(paragraph, 1..6).prop_map(|paragraphs| paragraphs.join("\n\n"))
}

/// One telling of a story: some of its sentences, in any order and in paragraphs of any length, each with some of its words.
fn telling() -> impl Strategy<Value = String> {
    const SENTENCES: [&str; 9] = [
        "The Harlow bridge was shut on Tuesday night after inspectors found cracks in two of its pillars.",
        "So you are here?",
        "A ferry will carry passengers across the river from Friday, mayor Anna Weber said.",
        "The council met.",
        "Repairs may take five months and cost 2.4 million euros, an engineer told the council.",
        "Nobody was hurt.",
        "Shop owners on both banks fear for their trade and ask for help from the state.",
        "The bridge was built in 1931 and renewed in 1978.",
        "She added that pupils would travel free of charge.",
    ];
    let sentence = (prop::sample::select(&SENTENCES[..]), prop::collection::vec(prop::bool::weighted(0.8), 20));
    let some = |(sentence, kept): (&str, Vec<bool>)| {
        let words = sentence.trim_end_matches(['.', '?']).split(' ').zip(kept);
        let words: Vec<&str> = words.filter(|(_, kept)| *kept).map(|(word, _)| word).collect();
        format!("A {}.", words.join(" "))
    };
    let gap = prop::sample::select(vec![" ", "\n\n"]);
    prop::collection::vec((sentence.prop_map(some), gap), 1..16)
        .prop_map(|parts| parts.into_iter().flat_map(|(sentence, gap)| [sentence, gap.to_owned()]).collect())
}

#[test]
fn of_equal_chains_of_equal_sentences_neither_side_has_its_own() {
    let one = "A Nobody. A So you here. A So you here. A . ";
    let other = "A So you are here. A So you are here. A Nobody hurt. ";
    let (there, back) = (aligned(one, other).1, aligned(other, one).1);
    assert_eq!(links(&there, Side::BOTH), links(&back, [Side::Right, Side::Left]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn two_tellings_have_the_same_links_in_either_order(one in telling(), other in telling()) {
        let (there, back) = (aligned(&one, &other).1, aligned(&other, &one).1);
        prop_assert_eq!(links(&there, Side::BOTH), links(&back, [Side::Right, Side::Left]));
        prop_assert_eq!(level(&there, [0, 1]), level(&back, [1, 0]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_article_against_itself_is_all_the_same(text in article()) {
        let (story, alignment) = aligned(&text, &text);
        prop_assert!(alignment.links.iter().all(|link| link.grade == Grade::Same));
        prop_assert_eq!(alignment.links.len(), story.articles[ArticleId::new(0)].sentences.len());
    }

    #[test]
    fn every_passage_is_linked_or_alone_and_every_paragraph_in_one_row(left in article(), right in article()) {
        let (story, alignment) = aligned(&left, &right);
        for (at, side) in Side::BOTH.into_iter().enumerate() {
            let article = &story.articles[ArticleId::new(at)];
            let linked: BTreeSet<_> = alignment.links.iter().flat_map(|link| link.on(side).to_vec()).collect();
            let alone: BTreeSet<_> = alignment.only(side).iter().map(|only| only.sentence).collect();
            for link in &alignment.links {
                let rival = if side == Side::Left { link.next_left } else { link.next_right };
                prop_assert!(rival.is_none_or(|near| !link.on(side).contains(&near.sentence)), "a rival of its own link");
            }
            prop_assert!(linked.is_disjoint(&alone));
            prop_assert_eq!(linked.len() + alone.len(), article.sentences.len());
            let placed: Vec<_> = alignment.rows.iter().flat_map(|row| row.cells[at].paragraphs.clone()).collect();
            prop_assert_eq!(placed, article.paragraph_ids().collect::<Vec<_>>());
        }
    }
}

#[test]
fn what_stands_between_two_links_is_not_linked_for_a_small_word() {
    let article = |middle: &str| {
        format!(
            "The council voted to close the harbour bridge on Monday.\n\nThe mayor promised a new ferry for all residents.\n\n\
             {middle}\n\nEngineers found cracks in two of the northern pillars.\n\nRepairs will cost four million euros, officials estimate."
        )
    };
    let (_, alignment) = aligned(
        &article("Zebras were seen grazing in the park at night."),
        &article("Farmers expect a poor harvest because of the drought."),
    );
    assert_eq!(picture(&alignment), "L1=R1 L2=R2 L4=R4 L5=R5");
    let (_, alignment) = aligned(&article("And he did so at once."), &article("And he did it at once."));
    assert_eq!(picture(&alignment), "L1=R1 L2=R2 L3~R3 L4=R4 L5=R5", "small words, but most of them");
}

#[test]
fn short_sentences_of_equal_words_are_the_same_where_they_crossed_others() {
    let (_, alignment) = aligned(
        "The council voted.\n\nBakers complained loudly about flour.",
        "Bakers complained loudly about flour.\n\nThe council voted.",
    );
    assert_eq!(picture(&alignment), "L1=R2↕ L2=R1");
    assert!(alignment.links.iter().all(|link| link.score == 1.0), "{:?}", alignment.links);
}

#[test]
fn the_order_of_the_inputs_changes_no_link() {
    let one = "Thu. Nov 21st, 2024\n\nThe mayor opened the bridge. Nobody complained about it then.\n\nThe ferry stopped.\n\nThe ferry stopped.";
    let two =
        "The ferry stopped.\n\nNobody complained about it then. The mayor opened the bridge.\n\nThu. Nov 21st, 2024";
    let (there, back) = (aligned(one, two).1, aligned(two, one).1);
    assert_eq!(links(&there, Side::BOTH), links(&back, [Side::Right, Side::Left]));
}

/// The links with their passages on these two sides.
fn links(alignment: &PairAlignment, [one, other]: [Side; 2]) -> BTreeSet<String> {
    let written =
        |link: &Link| format!("{:?} {:?} {:?} {} {}", link.on(one), link.on(other), link.grade, link.moved, link.score);
    alignment.links.iter().map(written).collect()
}

#[test]
fn what_a_headline_sums_up_has_not_moved_though_it_stands_below() {
    let met = "The council met on Monday to talk about schools and roads, as it does every month of the year.";
    let bridge = "The old Lindra bridge will stay closed until May for repairs, mayor Anna Weber told the council.";
    let left = format!("Lindra bridge closed until May for repairs, mayor tells council\n\n{met}");
    let story = intake::from_bytes([("left", left), ("right", format!("{met}\n\n{bridge}"))]);
    let alignment = align(&story, pair(0, 1), &Progress::default());
    assert_eq!(picture(&alignment), "L1~R2 L2=R1", "no arrow");
    let paragraphs = |row: &Row| row.cells.iter().map(|cell| cell.paragraphs.len()).collect::<Vec<_>>();
    assert_eq!(alignment.rows.iter().map(paragraphs).collect::<Vec<_>>(), [[1, 0], [1, 1], [0, 1]]);
}

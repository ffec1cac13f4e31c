//! Who is said to say it, and how, as pictures.

use insta::assert_snapshot;

use super::{findings, picture, table};
use crate::lexicon::Lexicon;

#[test]
fn a_reporting_verb_with_a_stance_answers_to_the_neutral_one() {
    assert_snapshot!(table(
        "The minister said that the harbour would open in June.",
        "The minister claimed that the harbour would open in June.",
    ), @r"
    claimed | said | words/en/attribution: claim | “claimed” keeps a distance from what is reported; A has “said” there.
    ");
}

#[test]
fn verbs_that_are_nouns_or_mean_something_else_are_left_alone() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The claims were filed on Monday. The firm maintains two ships and faces no charges. He claimed the prize. \
         The storm claimed five lives. She was admitted to hospital. Trade blasts were heard.",
    ), @r"
    L Prices rose.
    R The claims were filed on Monday.
    R The firm maintains two ships and faces no charges.
    R He claimed the prize.
    R The storm claimed five lives.
    R She was admitted to hospital.
    R Trade blasts were heard.
    ");
}

#[test]
fn words_of_a_source_are_not_the_writers() {
    assert_snapshot!(picture(
        "Prices rose.",
        "\u{201c}This brutal regime will slaughter its own people,\u{201d} the envoy said. The envoy spoke of a brutal regime.",
    ), @r"
    L Prices rose.
    R “This brutal regime will slaughter its own people,” the envoy said.
    R The envoy spoke of a brutal regime.
                           eeeeee llllll
    ");
}

#[test]
fn sources_without_a_name() {
    assert_snapshot!(picture(
        "Prices rose.",
        "According to several analysts the law will fail. It was reported that the mayor left. Some observers believe he will return. \
         Critics of the governor have noted the delay. The mayor is said to have wept.",
    ), @r"
    L Prices rose.
    R According to several analysts the law will fail.
      sssssssssssssssssssssssssssss
    R It was reported that the mayor left.
      sssssssssssssss
    R Some observers believe he will return.
      ssssssssssssssssssssss
    R Critics of the governor have noted the delay.
      ssssssssssssssssssssssssssssssssss
    R The mayor is said to have wept.
                ssssssssssssssssssss
    ");
}

#[test]
fn a_source_that_is_dropped() {
    assert_snapshot!(table(
        "The harbour will open to ships of every size in June, the minister said.",
        "The harbour will open to ships of every size in June.",
    ), @r"
    The harbour will open to ships of every size in June | , the minister said | pattern: source dropped | stated here without a source; A reports it as said: “, the minister said”.
    ");
}

#[test]
fn who_speaks_in_the_mass_and_how_are_two_cues() {
    assert_snapshot!(picture(
        "Prices rose.",
        "Shopkeepers said that prices rose. Some analysts claim that prices rose. Some analysts say that prices rose.",
    ), @r"
    L Prices rose.
    R Shopkeepers said that prices rose.
      ssssssssssssssss
    R Some analysts claim that prices rose.
      sssssssssssss aaaaaaaaaa
    R Some analysts say that prices rose.
      sssssssssssssssss
    ");
}

#[test]
fn quotation_marks_beside_a_plain_verb_of_saying_hold_its_speakers_words_unless_there_is_one_alone() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The minister Ada Brun said the plan was \u{201c}sound\u{201d}. Ada Brun said the plan was \u{201c}fully sound\u{201d}. Ada Brun insisted the plan was \u{201c}sound\u{201d}. \
         The office opened what it calls \u{201c}safe routes\u{201d}. The office lost its \u{201c}plan\u{201d} again.",
    ), @r"
    L Prices rose.
    R The minister Ada Brun said the plan was “sound”.
                                              hhhhhhh
    R Ada Brun said the plan was “fully sound”.
    R Ada Brun insisted the plan was “sound”.
               aaaaaaaa              hhhhhhh
    R The office opened what it calls “safe routes”.
                        hhhhhhhhhhhhh hhhhhhhhhhhhh
    R The office lost its “plan” again.
                          hhhhhh
    ");
}

#[test]
fn what_a_source_is_reported_to_say_is_told_from_the_writers_words() {
    let left = "The council closed the brutal regime's library on Monday, and the roof was mended.";
    let right =
        "The judge said the attack was cowardly. Ada Brun called the plan a disgrace. The cowardly attack failed.";
    let (_, found) = findings([left, right], &Lexicon::bundled());
    let reported = |words: &str| {
        found
            .iter()
            .filter(|cue| cue.why.contains(words))
            .map(|cue| cue.why.contains("reported to say"))
            .collect::<Vec<_>>()
    };
    assert_eq!(reported("cowardly"), [true, false]);
}

#[test]
fn a_verb_answers_to_none_of_another_speaker_and_to_no_twin() {
    assert_snapshot!(table(
        "The minister Ada Brun said that the harbour would open in June, and the clerk Karl Hof denied it.",
        "The minister Ada Brun claimed that the harbour would open in June, and the clerk Karl Hof denied it.",
    ), @r"
    claimed | said | words/en/attribution: claim | “claimed” keeps a distance from what is reported; A has “said” there.
    ");
}

#[test]
fn nouns_that_a_verb_governs_and_prepositions_of_a_day_are_no_verbs() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The firm expected demand to recover. The ship struck rocks. The hall heard applause, cheers and songs. \
         The miner came up to cheers. Ada Brun insisted on Monday that the dam was safe. The referee rejected 40 claims.",
    ), @r"
    L Prices rose.
    R The firm expected demand to recover.
    R The ship struck rocks.
    R The hall heard applause, cheers and songs.
    R The miner came up to cheers.
    R Ada Brun insisted on Monday that the dam was safe.
               aaaaaaaa
    R The referee rejected 40 claims.
    ");
}

#[test]
fn a_verb_whose_clause_begins_with_its_own_verb_is_heard() {
    assert_snapshot!(table(
        "The navy boarded a ship that was carrying oil to the island.",
        "The navy boarded a ship that the firm alleges was carrying oil to the island.",
    ), @r"
    The navy boarded a ship that was carrying oil to the island | the firm alleges | pattern: source dropped | stated here without a source; B reports it as said: “the firm alleges”.
    alleges | - | words/en/attribution: allege | “alleges” keeps a distance from what is reported; the linked passage of A has no reporting verb there. Plainer: “says”.
    ");
    assert_snapshot!(table(
        "The mayor said that three ships had been taken since May.",
        "The mayor noted that three ships had been taken since May.",
    ), @r"
    noted | said | words/en/attribution: note | “noted” presents what is reported as true or weighty; A has “said” there.
    ");
}

#[test]
fn a_clause_without_that_is_reported_where_its_verb_is_in_the_past() {
    assert_snapshot!(picture(
        "Police claimed the crowd threw stones.\n\nThe union claimed police fired first.\n\nThe bank claimed 28,000 people attended.\n\n\
         He claimed the title held by Anna Weber.",
        "Police said the crowd threw stones.\n\nThe union said police fired first.\n\nThe bank said 28,000 people attended.\n\n\
         He took the title held by Anna Weber.",
    ), @r"
    L Police claimed the crowd threw stones.
             aaaaaaa
    L The union claimed police fired first.
                aaaaaaa
    L The bank claimed 28,000 people attended.
               aaaaaaa
    L He claimed the title held by Anna Weber.
    R Police said the crowd threw stones.
    R The union said police fired first.
    R The bank said 28,000 people attended.
    R He took the title held by Anna Weber.
    ");
}

#[test]
fn who_speaks_behind_the_verb_is_described_by_the_writer() {
    let lexicon = Lexicon::bundled();
    let (_, found) = super::findings(
        [
            "\"Our hand remains stretched out,\" said the autocratic Mr. Karim.",
            "\"Our hand remains stretched out,\" Mr. Karim said.",
        ],
        &lexicon,
    );
    let one = &found[0];
    assert!(
        found.len() == 1 && one.strength == 2 && one.counterpart.is_none() && !one.why.contains("reported to say"),
        "{one:?}"
    );
}

#[test]
fn a_verb_answers_to_that_of_another_speaker_in_the_same_place() {
    let (_, found) = findings(
        [
            "The regime claimed that only 28,000 people attended the rally on the old square.\n\nThe ministry has its seat beside the harbour.\n\nThe next session of the council is in spring.",
            "Police said 28,000 people attended the rally on the old square.\n\nThe ministry has its seat beside the harbour.\n\nThe next session of the council is in spring.",
        ],
        &Lexicon::bundled(),
    );
    let verb = found.iter().find(|one| one.kind == crate::compare::FindingKind::Attribution).unwrap();
    assert!(verb.why.ends_with("B has “said” there."), "{}", verb.why);
    assert!(found.iter().all(|one| one.kind == verb.kind || one.counterpart.is_none()), "{found:?}");
}

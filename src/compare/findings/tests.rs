#![allow(clippy::unwrap_used)]

use crate::compare::pictures::told;

/// The quotation findings of two texts.
fn quotations(left: &str, right: &str) -> String {
    told([left, right], ["2024-03-05", "2024-03-05"], "quotations")
}

const BRIDGE: &str =
    "The old bridge over the Varen will be closed for the whole of the summer, the town council decided.";

#[test]
fn a_quotation_that_loses_words_is_trimmed() {
    let left =
        format!("{BRIDGE}\n\n“We are sorry for the long wait, and we will pay for the buses,” mayor Anna Weber said.");
    let right = format!("{BRIDGE}\n\n“We are sorry for the long wait,” mayor Anna Weber said.");
    insta::assert_snapshot!(quotations(&left, &right), @r"
    quotations: trimmed | A: and we will pay for the buses | “We are sorry for the long wait,” | A quotes ‘and we will pay for the buses’; B has the quotation without these words.
    ");
}

#[test]
fn a_quotation_with_a_word_in_the_place_of_another_is_altered() {
    let left = format!("{BRIDGE}\n\n“Nobody will have to pay for the long wait,” mayor Anna Weber said.");
    let right = format!("{BRIDGE}\n\n“Nobody should have to pay for the long wait,” mayor Anna Weber said.");
    insta::assert_snapshot!(quotations(&left, &right), @r"
    quotations: altered | A: “Nobody will have to pay for the long wait,” | “Nobody should have to pay for the long wait,” | A quotes ‘will’, B ‘should’.
    ");
}

#[test]
fn typography_short_forms_and_articles_alter_no_quotation() {
    let left =
        format!("{BRIDGE}\n\n“It’s a long wait, and we are sorry for the trouble – all of it,” mayor Anna Weber said.");
    let right = format!(
        "{BRIDGE}\n\n\"It is a long wait and we are sorry for that trouble - all of it,\" mayor Anna Weber said."
    );
    insta::assert_snapshot!(quotations(&left, &right), @"");
}

#[test]
fn a_quotation_in_pieces_is_merged_and_words_without_marks_are_reported() {
    let left = format!(
        "{BRIDGE}\n\n“We are sorry for the long wait, and we will pay for the buses,” mayor Anna Weber said. “My shop is lost,” said Ali Serrano, a baker of the town."
    );
    let right = format!(
        "{BRIDGE}\n\nThe council was “sorry for the long wait” of so many people and in the end it “will pay for the buses”, mayor Anna Weber said. Ali Serrano, a baker of the town, said his shop was lost."
    );
    insta::assert_snapshot!(quotations(&left, &right), @r"
    quotations: trimmed | A: “We are sorry for the long wait, and we will pay for the buses,” | “sorry for the long wait” of so many people and in the end it “will pay for the buses” | A quotes ‘We are’, ‘and we’; B has the quotation without them.
    quotations: reported elsewhere | A: “My shop is lost,” | Ali Serrano, a baker of the town, said his shop was lost. | A quotes it; B tells it without quotation marks: ‘Ali Serrano, a baker of the town, said his shop was lost.’.
    ");
}

#[test]
fn a_quotation_is_given_to_another_speaker_only_by_name() {
    let left = format!("{BRIDGE}\n\n“It is a start, but no more than a start,” said analyst Priya Raman.");
    let right = format!("{BRIDGE}\n\n“It is a start, but no more than a start,” said analyst Mark Delacroix.");
    insta::assert_snapshot!(quotations(&left, &right), @r"
    quotations: another speaker | A: “It is a start, but no more than a start,” | “It is a start, but no more than a start,” | A gives the quotation to ‘Priya Raman’, B to ‘Mark Delacroix’.
    ");
    for other in [
        "“It is a start, but no more than a start,” she said.",
        "“It is a start, but no more than a start,” the analyst said.",
        "“It is a start, but no more than a start,” Raman said.",
        "“It is a start, but no more than a start,” said Priya Rahman.",
        "Raman, of Halden Bank, agreed. “It is a start, but no more than a start,” said Priya.",
    ] {
        let right = format!("{BRIDGE} Mark Delacroix met Priya Raman.\n\n{other}");
        assert_eq!(quotations(&left, &right), "", "{other}");
    }
}

#[test]
fn a_speaker_whom_one_article_alone_quotes_is_told_once() {
    let left = format!(
        "{BRIDGE}\n\nHanna Vogt, the governor, offered help. “We will open our doors to whoever needs a bed,” she said.\n\n“Nobody will be turned away from us,” Vogt said."
    );
    insta::assert_snapshot!(quotations(&left, BRIDGE), @r"
    quotations: speaker only here | A: “We will open our doors to whoever needs a bed,” | · | A alone quotes ‘Vogt’; B does not have the name.
    ");
}

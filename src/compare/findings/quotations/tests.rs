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
    quotations: altered | B: “Nobody should have to pay for the long wait,” | “Nobody will have to pay for the long wait,” | B quotes ‘should’, A ‘will’.
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
    quotations: another speaker | B: “It is a start, but no more than a start,” | “It is a start, but no more than a start,” | B gives the quotation to ‘Mark Delacroix’, A to ‘Priya Raman’.
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
    quotations: speaker only here | A: “We will open our doors to whoever needs a bed,” | · | A alone quotes ‘Hanna Vogt’; B does not have the name.
    ");
}

#[test]
fn a_quotation_in_full_is_no_finding_however_it_is_set() {
    let left =
        format!("{BRIDGE}\n\n“We are sorry for the long wait. We will pay for the buses,” mayor Anna Weber said.");
    for right in [
        "\"We are sorry for the long wait. We will pay for the buses,\" said mayor Anna Weber.",
        "„We are sorry for the long wait. We will pay for the buses“, mayor Anna Weber said.",
        "«We are sorry for the long wait. We will pay for the buses», mayor Anna Weber said.",
        "“We are sorry for the long wait,” mayor Anna Weber said. “We will pay for the buses.”",
        "“We are sorry for the long wait.\n\n“We will pay for the buses,” mayor Anna Weber said.",
    ] {
        assert_eq!(quotations(&left, &format!("{BRIDGE}\n\n{right}")), "", "{right}");
    }
}

#[test]
fn two_quotations_set_as_one_are_merged() {
    let left = format!(
        "{BRIDGE}\n\n“We are sorry for the long wait of the bakers,” mayor Anna Weber said on Monday in the hall. After the vote of the council she spoke once more. “We will pay for the buses to the market until it opens again,” she told the bakers."
    );
    let right = format!(
        "{BRIDGE}\n\n“We are sorry for the long wait of the bakers. We will pay for the buses to the market until it opens again,” mayor Anna Weber said on Monday in the hall."
    );
    insta::assert_snapshot!(quotations(&left, &right), @"quotations: merged | B: “We are sorry for the long wait of the bakers. We will pay for the buses to the market until it opens again,” | “We are sorry for the long wait of the bakers,” mayor Anna Weber said on Monday in the hall. After the vote of the council she spoke once more. “We will pay for the buses to the market until it opens again,” | B sets as one quotation what A gives in 2 pieces, with words of its own between.");
}

#[test]
fn a_few_words_taken_from_a_quotation_are_it_trimmed() {
    let left = format!(
        "{BRIDGE}\n\n“It is a start, but no more than a start, and we have far to go,” mayor Anna Weber said in the hall."
    );
    let right = format!(
        "{BRIDGE}\n\nMayor Anna Weber said in the hall it was no more than “a start” and that they had far to go."
    );
    insta::assert_snapshot!(quotations(&left, &right), @"quotations: trimmed | A: “It is a start, but no more than a start, and we have far to go,” | “a start” | A quotes ‘It is’, ‘but no more than a start, and we have far to go’; B has the quotation without them.");
}

#[test]
fn a_quotation_that_its_attribution_interrupts_is_quoted() {
    let left = format!("{BRIDGE}\n\n“Nobody will have to pay for the long wait of the bakers,” mayor Anna Weber said.");
    let right =
        format!("{BRIDGE}\n\n“Nobody,” mayor Anna Weber said, “will have to pay for the long wait of the bakers.”");
    assert_eq!(quotations(&left, &right), "");
}

#[test]
fn speakers_are_told_by_what_the_text_says() {
    let said = |left: &str, right: &str| {
        let quote = "“It is a start, but no more than a start,”";
        quotations(&format!("{BRIDGE}\n\n{quote} {left}"), &format!("{BRIDGE}\n\n{quote} {right}"))
    };
    insta::assert_snapshot!(said("said analyst Priya Raman.", "said an analyst."), @"quotations: speaker not named there | A: “It is a start, but no more than a start,” | “It is a start, but no more than a start,” | A gives the quotation to ‘Priya Raman’, B to ‘an analyst’.");
    insta::assert_snapshot!(said("the police said.", "the foreign ministry said."), @"quotations: another office | B: “It is a start, but no more than a start,” | “It is a start, but no more than a start,” | B gives the quotation to ‘the foreign ministry’, A to ‘the police’.");
    assert_eq!(said("the ministry said.", "a ministry spokesman said."), "");
    assert_eq!(said("said analyst Priya Raman.", "said an analyst. Priya Raman had waited for it."), "");
}

#[test]
fn words_that_another_is_said_to_have_said_are_given_to_no_one() {
    let left =
        format!("{BRIDGE}\n\n“It is a start, but no more than a start,” said treasurer Priya Raman of the vote.");
    let right = format!(
        "{BRIDGE}\n\nMark Delacroix welcomed the treasurer's remark that it was “a start, but no more than a start”."
    );
    assert!(!quotations(&left, &right).contains("speaker"), "{}", quotations(&left, &right));
}

#[test]
fn paragraphs_that_open_a_quotation_again_are_one() {
    let whole = format!(
        "{BRIDGE}\n\nAda Brun said: “They told me to go home. Then they shut the door in my face. Nobody ever wrote to me.”"
    );
    for apart in [
        "Ada Brun said: “They told me to go home.\n\n“Then they shut the door in my face.\n\n“Nobody ever wrote to me.”",
        "Ada Brun said: \"They told me to go home. \"Then they shut the door in my face. \"Nobody ever wrote to me.\"",
    ] {
        assert_eq!(quotations(&format!("{BRIDGE}\n\n{apart}"), &whole), "", "{apart}");
    }
}

#[test]
fn a_quotation_inside_a_quotation_is_altered_with_it() {
    let told = |word: &str| {
        format!("{BRIDGE}\n\n“They told me ‘go home and wait for the {word}’ and shut the door,” said Ada Brun.")
    };
    insta::assert_snapshot!(quotations(&told("letter"), &told("answer")), @"quotations: altered | B: “They told me ‘go home and wait for the answer’ and shut the door,” | “They told me ‘go home and wait for the letter’ and shut the door,” | B quotes ‘answer’, A ‘letter’.");
}

#[test]
fn what_is_left_out_begins_with_its_phrase() {
    let left = format!(
        "{BRIDGE}\n\n“The rate explains a little of this, and the maps explain the rest,” mayor Anna Weber said."
    );
    let right = format!("{BRIDGE}\n\n“The maps explain the rest,” mayor Anna Weber said.");
    insta::assert_snapshot!(quotations(&left, &right), @"quotations: trimmed | A: The rate explains a little of this, and | “The maps explain the rest,” | A quotes ‘The rate explains a little of this, and’; B has the quotation without these words.");
}

#[test]
fn words_quoted_twice_are_held_against_the_fuller_quotation() {
    let left = format!(
        "{BRIDGE}\n\nThe mayor spoke of “the long wait of the bakers” on Monday.\n\n“We are sorry for the long wait of the bakers in the old town,” mayor Anna Weber said on Monday."
    );
    let right = format!(
        "{BRIDGE}\n\n“We are sorry for the long wait of the bakers in the old town,” mayor Anna Weber said on Monday."
    );
    assert_eq!(quotations(&left, &right), "");
}

#[test]
fn speakers_are_held_against_each_other_piece_by_piece() {
    let left = format!(
        "{BRIDGE}\n\n“We will not close the school this year,” said Anna Keller. “The reserves of the town are full,” said Paul Steiner."
    );
    let right = format!(
        "{BRIDGE}\n\n“We will not close the school this year. The reserves of the town are full,” said Anna Keller."
    );
    let told = quotations(&left, &right);
    assert!(told.contains("B gives the quotation to ‘Anna Keller’, A to ‘Paul Steiner’."), "{told}");
}

#[test]
fn a_denial_that_is_left_out_is_told_first_and_a_marked_gap_last() {
    let told = |left: &str, right: &str| {
        let article = |quote: &str| format!("{BRIDGE}\n\n“{quote},” said Anna Keller.");
        quotations(&article(left), &article(right))
    };
    let denied = told("We will not close the school this year or next", "We will close the school this year or next");
    assert!(denied.contains("‘not’ stands in A alone"), "{denied}");
    let gap = told(
        "We will not, unless the ministry forces us, close the school this year or next",
        "We will not ... close the school this year or next",
    );
    assert!(gap.contains("B marks that words are left out"), "{gap}");
    for (left, right) in [("centralise", "centralize"), ("not close", "not close"), ("honour", "honor")] {
        let quote = |word: &str| format!("We will {word} the school this year or next");
        assert_eq!(told(&quote(left), &quote(right)), "");
    }
    assert_eq!(
        told("We will not close the school this year or next", "We won't close the school this year or next"),
        ""
    );
}

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

/// The findings about figures and days of two texts, the second dated a day after the first.
fn figures(left: &str, right: &str) -> String {
    told([left, right], ["2023-03-14", "2023-03-15"], "figures")
}

#[test]
fn another_value_is_told_with_what_it_counts() {
    insta::assert_snapshot!(figures(
        "The army will send 1,200 soldiers to the province in the north, the minister said.",
        "The army will send 1,500 soldiers to the province in the north, the minister said.",
    ), @"figures: other value | A: 1,200 | 1,500 | Another figure in the same place: A has ‘1,200 soldiers’, B ‘1,500 soldiers’.");
    insta::assert_snapshot!(figures(
        "The storm caused damage of $3.5 million in the province, the finance ministry said in a first estimate.",
        "The storm caused damage of $3.5bn in the province, the finance ministry said in a first estimate.",
    ), @"figures: other value | A: $3.5 million | $3.5bn | Another figure in the same place: A has ‘$3.5 million’, B ‘$3.5bn’.");
    insta::assert_snapshot!(figures(
        "Unemployment in the province has risen by 12 percent, the finance ministry said in a first estimate.",
        "Unemployment in the province has risen by 12 percentage points, the finance ministry said in a first estimate.",
    ), @"figures: percent or points | A: 12 percent | 12 percentage points | Percent is not percentage points: A has ‘12 percent’, B ‘12 percentage points’.");
}

#[test]
fn the_same_figure_more_or_less_exact_or_in_another_unit_is_no_other_value() {
    insta::assert_snapshot!(figures(
        "More than 100 people were injured when the storm swept across the coast with winds of 150 km an hour.",
        "When the storm swept across the coast with winds of 93 miles an hour, 112 people were injured.",
    ), @r"
    figures: other precision | A: 100 | 112 | The figure is more or less exact: A has ‘More than 100 people’, B ‘112 people’.
    figures: other unit | B: 93 miles | 150 km | The same measure in another unit: B has ‘93 miles’, A ‘150 km’.
    ");
}

#[test]
fn figures_and_days_that_mean_the_same_are_no_findings() {
    for (left, right) in [
        ("The dam lies 10 to 15 km from the city.", "The dam lies 10-15 km from the city."),
        ("The storm cost 3.5 million dollars in all.", "The storm cost $3.5m in all."),
        ("Fifteen people died in the storm on Monday.", "15 people died in the storm on March 13."),
        ("The minister visited the town on Tuesday.", "The minister visited the town yesterday."),
        ("The town was warned of the storm last week.", "The town was warned of the storm a week ago."),
        ("Shares in Orvia rose 4 percent in the morning.", "Shares in Orvia rose 4% in the morning."),
    ] {
        assert_eq!(figures(left, right), "", "{left} {right}");
    }
}

#[test]
fn another_day_is_told() {
    insta::assert_snapshot!(figures(
        "The storm hit the coastal province of Varen on Monday, officials said.",
        "The storm hit the coastal province of Varen on March 12, officials said.",
    ), @"figures: other day | A: Monday | March 12 | Another day in the same place: A has ‘Monday’, B ‘March 12’.");
}

#![allow(clippy::unwrap_used)]

use crate::compare::pictures::{told, told_under_headlines};

const BRIDGE: &str =
    "The old bridge over the Varen will be closed for the whole of the summer, the town council decided.";

/// The findings about figures and days of two texts, the second dated a day after the first.
fn figures(left: &str, right: &str) -> String {
    told([left, right], ["2023-03-14", "2023-03-15"], "figures")
}

#[test]
fn another_value_is_told_with_what_it_counts() {
    insta::assert_snapshot!(figures(
        "The army will send 1,200 soldiers to the province in the north, the minister said.",
        "The army will send 1,500 soldiers to the province in the north, the minister said.",
    ), @"figures: other value | A: 1,200 | 1,500 | Another figure for the same thing: A has ‘1,200 soldiers’, B ‘1,500 soldiers’.");
    insta::assert_snapshot!(figures(
        "The storm caused damage of $3.5 million in the province, the finance ministry said in a first estimate.",
        "The storm caused damage of $3.5bn in the province, the finance ministry said in a first estimate.",
    ), @"figures: other value | A: $3.5 million | $3.5bn | Another figure for the same thing: A has ‘$3.5 million’, B ‘$3.5bn’.");
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
    figures: other unit | B: 93 miles an hour | 150 km an hour | The same measure in another unit: B has ‘93 miles an hour’, A ‘150 km an hour’.
    ");
}

#[test]
fn figures_and_days_that_mean_the_same_are_no_findings() {
    for (left, right) in [
        ("The dam lies 10 to 15 km from the city.", "The dam lies 10-15 km from the city."),
        ("The storm cost 3.5 million dollars in all.", "The storm cost $3.5m in all."),
        ("Fifteen people died in the storm on Monday.", "15 people died in the storm on March 13."),
        ("The minister visited the town on Tuesday.", "The minister visited the town yesterday."),
        ("The minister will visit the town on Friday.", "The minister will visit the town on March 17."),
        ("The town was warned of the storm last week.", "The town was warned of the storm a week ago."),
        ("Shares in Orvia rose 4 percent in the morning.", "Shares in Orvia rose 4% in the morning."),
        ("Power came back to two thirds of the homes.", "Power did not come back to a third of the homes."),
        ("The strike costs the firm 100m euros a day.", "The strike has cost the firm 300m euros."),
        ("It allows a maximum of three years in prison.", "It allows at most three years in prison."),
        (
            "The blast in the market left 14 dead on Monday.",
            "Fourteen people died in the blast in the market on Monday.",
        ),
    ] {
        assert_eq!(figures(left, right), "", "{left} {right}");
    }
}

#[test]
fn another_toll_is_told_whatever_it_counts_by() {
    insta::assert_snapshot!(figures(
        "The blast in the market left 12 dead and 30 hurt, officials said.",
        "Fourteen people died and 30 were hurt in the blast in the market, officials said.",
    ), @"figures: other value | B: Fourteen | 12 | Another figure for the same thing: B has ‘Fourteen people’, A ‘12 dead’.");
}

#[test]
fn another_day_is_told() {
    insta::assert_snapshot!(figures(
        "The storm hit the coastal province of Varen on Monday, officials said.",
        "The storm hit the coastal province of Varen on March 12, officials said.",
    ), @"figures: other day | B: March 12 | Monday | Another day in the same place: B has ‘March 12’, A ‘Monday’.");
}

/// Ten passages on the bridge; `{}` stands for one more, on the wages of the guards.
const LONG: [&str; 10] = [
    "The old bridge over the Varen will be closed for the whole of the summer, the town council decided.",
    "Engineers found cracks in two of its nine stone arches when they looked at them in the spring.",
    "The stones are four hundred years old and were last set anew after the great flood.",
    "Ferries will take people across from the fish market to the mill until the work is done.",
    "Carts and cars have to go by the new road in the north, which takes half an hour more.",
    "Bakers on the far bank said that they lose many of their guests in these months.",
    "The town pays for the stones and the province for the wages of the masons.",
    "A wooden footbridge was thought of but found too dear by the treasurer.",
    "In the autumn the first carts shall cross the river on the bridge again.",
    "The feast of the river in August will be held on the meadow below the mill.",
];
const GUARDS: &str = "Guards of the harbour have not been paid their wages since the first days of March.";

fn with(passage: &str, at: usize) -> String {
    let mut all: Vec<&str> = LONG.to_vec();
    all.insert(at, passage);
    all.join("\n\n")
}

/// The findings of `rules` of two texts without dates.
fn of(left: &str, right: &str, rules: &str) -> String {
    told([left, right], ["", ""], rules)
}

#[test]
fn a_passage_much_higher_in_one_article_is_told_there() {
    insta::assert_snapshot!(of(&with(GUARDS, 1), &with(GUARDS, 9), "placement"), @"placement: higher here | A: Guards of the harbour have not been paid their wages since the first days of March. | Guards of the harbour have not been paid their wages since the first days of March. | It stands as sentence 2 of 11 (10 % down the text) here and as sentence 10 of 11 (90 % down the text) in the other article.");
    assert_eq!(of(&with(GUARDS, 4), &with(GUARDS, 6), "placement"), "");
}

#[test]
fn a_lede_is_held_against_the_place_that_the_other_gives_it() {
    insta::assert_snapshot!(of(&with(GUARDS, 0), &with(GUARDS, 8), "lede"), @"lede: further down there | A: Guards of the harbour have not been paid their wages since the first days of March. | Guards of the harbour have not been paid their wages since the first days of March. | This article opens with it; in the other it comes in paragraph 9 of 11, which opens with ‘The old bridge over the Varen will be closed for the whole of the summer, the town council decided.’.");
    insta::assert_snapshot!(of(&with(GUARDS, 0), &LONG.join("\n\n"), "lede"), @"lede: no counterpart found | A: Guards of the harbour have not been paid their wages since the first days of March. | · | This article opens with a passage for which no counterpart was found in the other, which opens with ‘The old bridge over the Varen will be closed for the whole of the summer, the town council decided.’.");
}

#[test]
fn headlines_are_held_against_one_another_and_against_their_text() {
    let left = format!("Bridge to close for the summer\n\n{BRIDGE}");
    let right = format!("Storm over closure by Brannock of bridge for 90 days\n\n{BRIDGE}");
    insta::assert_snapshot!(told_under_headlines([&left, &right], "headline: not"), @"headline: not in the text | B: Brannock | · | The headline says ‘Brannock’; neither article has it in its text.");
    // Other words are no more than other words.
    let right = format!("Outrage over bridge closure\n\n{BRIDGE}");
    assert_eq!(told_under_headlines([&left, &right], "headline: not"), "");
    assert_eq!(told_under_headlines([&left, &left], "headline"), "");
}

#[test]
fn another_name_in_the_same_place_is_told_apart_from_another_spelling() {
    let names = |left: &str, right: &str| of(left, right, "names");
    insta::assert_snapshot!(names(
        "The bridge will be closed for the whole summer, mayor Anna Brandl told the council of the town.",
        "The bridge will be closed for the whole summer, mayor Anna Brandt told the council of the town.",
    ), @"names: a letter apart | A: Brandl | Brandt | Two names a letter apart in the same place: ‘Brandl’ here, ‘Brandt’ in the other article.");
    insta::assert_snapshot!(names(
        "The bridge will be closed for the whole summer, mayor Mohammed Ghasemi told the council.",
        "The bridge will be closed for the whole summer, mayor Mohammed Qassemi told the council.",
    ), @"names: another spelling | A: Ghasemi | Qassemi | The same name in two spellings: ‘Ghasemi’ here, ‘Qassemi’ in the other article.");
    insta::assert_snapshot!(names(
        "The bridge will be closed for the whole summer, treasurer Anna Weber told the council of the town.",
        "The bridge will be closed for the whole summer, mayor Anna Weber told the council of the town.",
    ), @"names: another office | B: mayor Anna Weber | treasurer Anna Weber | The same name with another office: B has ‘mayor Anna Weber’, A ‘treasurer Anna Weber’.");
    // A title cut short.
    assert_eq!(
        names(
            "The bridge will be closed for the whole summer, Col Karl Weber told the council of the town.",
            "The bridge will be closed for the whole summer, Colonel Karl Weber told the council of the town.",
        ),
        ""
    );
    // Two persons of one last name, and one who holds two offices.
    assert!(
        !names(
            "The bridge will be closed for the whole summer, senator Karl Weber told the council of the town.",
            "The bridge will be closed for the whole summer, mayor Anna Weber told the council of the town.",
        )
        .contains("another office")
    );
    assert_eq!(
        names(
            "The bridge will be closed for the whole summer, spokesman Colonel Karl Weber told the council of the town.",
            "The bridge will be closed for the whole summer, spokesman Karl Weber told the council of the town.",
        ),
        ""
    );
}

#[test]
fn two_persons_of_one_last_name_have_each_their_office() {
    let text = |who: &str| format!("The bridge was opened on Monday. It was paid for by {who}, the council said.");
    for (one, other, differ) in [
        ("mayor Anna Weber", "senator Karl Weber", false),
        ("mayor Anna Weber", "senator Anna Weber", true),
        ("mayor Mohammed Weber", "senator Mohammad Weber", true),
    ] {
        let found = told([&text(one), &text(other)], ["2023-03-14"; 2], "names: another office");
        assert_eq!(!found.is_empty(), differ, "{one} {other}");
    }
}

/// The first rule that tells of names where one sentence has `one` and the other `other`; empty if none does.
fn rule_of_names(one: &str, other: &str) -> String {
    let said =
        |name: &str| format!("The bridge will be closed for the whole summer, {name} told the council of the town.");
    let found = of(&said(one), &said(other), "names");
    found.split(" | ").next().unwrap_or_default().to_owned()
}

#[test]
fn another_name_is_told_and_another_spelling_or_form_of_it_is_not() {
    for (one, other, rule) in [
        ("envoys of Austria", "envoys of Australia", "names: another name"),
        ("envoys of Slovenia", "envoys of Slovakia", "names: another name"),
        ("envoys of Niger", "envoys of Nigeria", "names: another name"),
        ("mayor Anna Johnson", "mayor Anna Johnston", "names: another name"),
        ("mayor Petersen", "mayor Peterson", "names: a letter apart"),
        ("envoy Karimi", "envoy Karami", "names: a letter apart"),
        ("the guard Maria", "the guard Mario", "names: a letter apart"),
        ("the guard Marin", "the guard Moran", "names: another name"),
        // A vowel may be all there is between two persons, unless a first name or an office is the same.
        ("the guard Hosseini", "the guard Husseini", "names: a letter apart"),
        ("Ahmad Hosseini", "Ahmad Husseini", "names: another spelling"),
        ("the guard Assad", "the guard Asad", "names: another spelling"),
        ("the guard Nasr", "the guard Naser", "names: another spelling"),
        ("the guard Tchaikovsky", "the guard Chaykovsky", "names: another spelling"),
        ("envoys of Israel", "the Israeli envoys", ""),
        ("the U.S. envoy", "the US envoy", ""),
    ] {
        assert_eq!(rule_of_names(one, other), rule, "{one} | {other}");
    }
    let met = |one: &str, other: &str| {
        format!("Mr. {one} met Mr. {other} on the quay at noon to speak of the closure of the bridge.")
    };
    let found = of(&met("Martin", "Marten"), &met("Marten", "Martin"), "names");
    assert_eq!(found.lines().count(), 2, "two persons, exchanged: {found}");
}

#[test]
fn opposite_directions_of_one_figure_are_told() {
    insta::assert_snapshot!(figures(
        "Shares in the shipping firm Orvia rose 4 percent in the morning.",
        "Shares in the shipping firm Orvia fell 4 percent in the morning.",
    ), @"figures: other direction | B: 4 percent | 4 percent | The same figure in opposite directions: B has ‘fell … 4 percent’, A ‘rose … 4 percent’.");
    insta::assert_snapshot!(figures(
        "The firm lost $3 million in the spring, the treasurer of the town said.",
        "The firm gained $3 million in the spring, the treasurer of the town said.",
    ), @"figures: other direction | A: $3 million | $3 million | The same figure in opposite directions: A has ‘lost … $3 million’, B ‘gained … $3 million’.");
    assert_eq!(
        figures(
            "Shares in the shipping firm Orvia rose 4 percent in the morning.",
            "Shares in the shipping firm Orvia climbed 4 percent in the morning.",
        ),
        ""
    );
}

#[test]
fn digits_in_a_name_count_nothing() {
    assert_eq!(
        figures(
            "The closure was first told by i24 News, whose reporter spoke to the council.",
            "The closure was first told by 124 News, whose reporter spoke to the council.",
        ),
        ""
    );
}

#[test]
fn ordinals_dozens_and_money_are_compared() {
    insta::assert_snapshot!(figures(
        "It was the third strike of the harbour guards this year, the council of the town said.",
        "It was the fourth strike of the harbour guards this year, the council of the town said.",
    ), @"figures: other value | B: fourth | third | Another figure in the same place: B has ‘fourth strike’, A ‘third strike’.");
    insta::assert_snapshot!(figures(
        "Dozens of people were hurt when the bridge over the Varen gave way, officials said.",
        "As many as 48 people were hurt when the bridge over the Varen gave way, officials said.",
    ), @"figures: other precision | A: Dozens | 48 | The figure is more or less exact: A has ‘Dozens of people’, B ‘As many as 48 people’.");
    insta::assert_snapshot!(figures(
        "The new bridge will cost between €10 million and €15 million, the treasurer said.",
        "The new bridge will cost between €10 million and €25 million, the treasurer said.",
    ), @"figures: other value | A: €10 million and €15 million | €10 million and €25 million | Another figure for the same thing: A has ‘€10 million and €15 million’, B ‘€10 million and €25 million’.");
}

#[test]
fn one_name_in_two_spellings_is_found_in_passages_that_are_not_linked() {
    let left = format!("{BRIDGE}\n\nSpeaker Bahram Ghasemi has seen nothing of the kind in all his years.");
    let right = format!("{BRIDGE}\n\nBakers on the far bank hope that Bahram Ghassemi will buy their bread.");
    insta::assert_snapshot!(of(&left, &right, "names"), @"names: another spelling | A: Ghasemi | Ghassemi | The same name in two spellings: ‘Ghasemi’ here, ‘Ghassemi’ in the other article.");
    let right = format!("{BRIDGE}\n\nBakers on the far bank hope that Boris Gusame will buy their bread.");
    assert_eq!(of(&left, &right, "names"), "");
}

#[test]
fn a_figure_in_words_is_not_said_to_be_no_figure() {
    let tell = |people: &str| format!("{BRIDGE}\n\nIn the old town {people} people were missing after the flood.");
    let found = told([&tell("about a dozen"), &tell("15")], ["2024-03-05", "2024-03-05"], "figures: only here");
    assert_eq!(found, "");
}

/// What is said of two headlines over one text.
fn headlines(left: &str, right: &str) -> String {
    let under = |headline: &str| {
        format!(
            "{headline}\n\nCoffee cures cancer in mice, a study of the university of Orvia suggests, and Weber said that mayor Brandl drank 12 cups.\n\n“We drink it black,” said Anna Weber of the university."
        )
    };
    let told = told_under_headlines([&under(left), &under(right)], "headline: other");
    told.lines().filter_map(|line| Some(format!("{}\n", line.rsplit_once(" | ")?.1))).collect()
}

#[test]
fn headlines_say_what_they_differ_in() {
    insta::assert_snapshot!(headlines("Coffee cures cancer", "Coffee may cure cancer, study suggests"), @"The headlines differ: in how sure they are (‘may’ in B alone); in the source they name (‘study suggests’ in B alone).");
    insta::assert_snapshot!(headlines("Coffee cures cancer: 12 cups a day", "Coffee cures cancer: 15 cups a day"), @"The headlines differ: in the figure (A ‘12’, B ‘15’).");
    insta::assert_snapshot!(headlines("Weber: coffee cures cancer", "Brandl drinks coffee against cancer"), @"The headlines differ: in the source they name (‘Weber’ in A alone); in the name they begin with (B ‘Brandl’, A ‘Weber’).");
    insta::assert_snapshot!(headlines("Coffee cures cancer", "Mice live longer"), @"The headlines differ: they have no telling word in common.");
    assert_eq!(headlines("Coffee cures cancer", "Coffee heals cancer"), "");
}

#[test]
fn a_label_in_the_same_place_is_told_mildly() {
    let names = |left: &str, right: &str| of(left, right, "names");
    insta::assert_snapshot!(names(
        "The Biden administration blocked the sale of the chips to the firm on Friday, and Biden said so.",
        "The Norden government blocked the sale of the chips to the firm on Friday, and Biden said so.",
    ), @"names: another label | A: Biden administration | Norden government | Another label in the same place: ‘Biden administration’ here, ‘Norden government’ in the other article.");
    insta::assert_snapshot!(names(
        "The bridge will be closed for the whole summer, said the mayor Rob Shaw on Tuesday.",
        "The bridge will be closed for the whole summer, said the mayor Rob Shawe on Tuesday.",
    ), @"names: another spelling | A: Shaw | Shawe | The same name in two spellings: ‘Shaw’ here, ‘Shawe’ in the other article.");
    assert_eq!(
        names(
            "The Norden planes hit the old bridge over the river Varen on Friday at noon, Norden said.",
            "The Norden planes struck the old bridge over the river Varen on Friday at noon, Norden said.",
        ),
        ""
    );
}

#[test]
fn what_is_told_of_a_quotation_or_of_a_lede_is_told_once() {
    let quoted = |guards: &str| {
        format!(
            "Anna Weber spoke in the town hall. “We have {guards} guards at the old bridge and they will stay there all night,” said Anna Weber."
        )
    };
    let found = told([&quoted("15"), &quoted("12")], ["2024-03-05", "2024-03-05"], "");
    let rules: Vec<&str> = found.lines().filter_map(|line| Some(line.split_once(" | ")?.0)).collect();
    assert_eq!(rules, ["quotations: altered"], "{found}");
    let found = of(&with(GUARDS, 0), &with(GUARDS, 8), "");
    let rules: Vec<&str> = found.lines().filter_map(|line| Some(line.split_once(" | ")?.0)).collect();
    assert_eq!(rules, ["lede: further down there"], "{found}");
}

#[test]
fn another_writing_of_a_name_or_a_word_is_no_other_name() {
    for (one, other, rule) in [
        ("those who organised it", "those who organized it", ""),
        ("the United States", "the U.S.", ""),
        ("the UN", "the United Nations", ""),
        ("Dr. Müller", "Dr Mueller", ""),
        ("Kiev", "Kyiv", "names: another writing"),
        ("Köln", "Cologne", "names: another writing"),
        ("Rohani", "Rouhani", "names: another spelling"),
        ("Usama", "Osama", "names: another spelling"),
        ("Gorbachev", "Gorbachov", "names: another spelling"),
        ("McDonald", "Macdonald", "names: another spelling"),
        ("Joan Smith", "John Smith", "names: a letter apart"),
    ] {
        assert_eq!(rule_of_names(one, other), rule, "{one} | {other}");
        assert_eq!(rule_of_names(other, one), rule, "{other} | {one}");
    }
}

use crate::compare::pictures::told;

/// The findings about figures of two texts of one day.
fn figures(left: &str, right: &str) -> String {
    told([left, right], ["2024-03-05", "2024-03-05"], "figures")
}

#[track_caller]
fn silent(pairs: &[(&str, &str)]) {
    for (left, right) in pairs {
        assert_eq!(figures(left, right), "", "{left} | {right}");
    }
}

/// What is said, without place and label.
fn rules(left: &str, right: &str) -> Vec<String> {
    figures(left, right).lines().filter_map(|line| Some(line.split_once(" | ")?.0.to_owned())).collect()
}

#[test]
fn one_value_in_two_spellings_is_no_finding() {
    silent(&[
        (
            "The new bridge will cost $1.5bn, the treasurer said.",
            "The new bridge will cost 1.5 billion dollars, the treasurer said.",
        ),
        (
            "The guards were paid 1,200 dollars a month until the spring.",
            "The guards were paid $1,200 a month until the spring.",
        ),
        (
            "The council meets at 3 p.m. in the great hall of the castle.",
            "The council meets at 15:00 in the great hall of the castle.",
        ),
        ("Two-thirds of the voters stayed at home in the town.", "2/3 of the voters stayed at home in the town."),
        (
            "Half of the voters stayed at home in the town in May.",
            "50 percent of the voters stayed at home in the town in May.",
        ),
        (
            "The law was passed by 52-48 after a night of debate.",
            "The law was passed by 52 to 48 after a night of debate.",
        ),
        (
            "The storm killed 15 people, 10 of them children, on the coast.",
            "The storm killed 15 people on the coast, including 10 children.",
        ),
        ("The team won 3-1 against the champions of the north.", "The champions of the north lost 1-3 to the team."),
    ]);
}

#[test]
fn other_signs_times_scores_shares_and_currencies_are_told() {
    for (left, right, rule) in [
        (
            "It was -3 degrees in the capital on Sunday morning.",
            "It was +3 degrees in the capital on Sunday morning.",
            "other sign",
        ),
        (
            "The council meets at 3 p.m. in the great hall of the castle.",
            "The council meets at 5 p.m. in the great hall of the castle.",
            "other time",
        ),
        (
            "The law was passed by 52-48 after a night of debate.",
            "The law was passed by 51-49 after a night of debate.",
            "other score",
        ),
        (
            "Two-thirds of the voters stayed at home in the town.",
            "Three-quarters of the voters stayed at home in the town.",
            "other value",
        ),
        (
            "Two-thirds of the voters stayed at home in the town.",
            "67 percent of the voters stayed at home in the town.",
            "other precision",
        ),
        (
            "The minister promised £50 million for the old walls.",
            "The minister promised 50 million euros for the old walls.",
            "other currency",
        ),
        (
            "The champion weighs 200 pounds and will fight again.",
            "The champion weighs 91 kg and will fight again.",
            "other unit",
        ),
        (
            "The wall is 3 metres high and runs around the old port.",
            "The wall is 3 feet high and runs around the old port.",
            "other value",
        ),
        (
            "The temperature reached 30 degrees Celsius in the shade.",
            "The temperature reached 86F in the shade.",
            "other unit",
        ),
        (
            "The firm has 1.2 million customers in the province.",
            "The firm has 1,234,000 customers in the province.",
            "other precision",
        ),
        (
            "Sixty people were hurt when the bridge gave way.",
            "Seventy people were hurt when the bridge gave way.",
            "other value",
        ),
    ] {
        assert_eq!(rules(left, right), [format!("figures: {rule}")], "{left} | {right}");
    }
}

#[test]
fn two_values_that_changed_places_are_one_finding() {
    insta::assert_snapshot!(figures(
        "The storm killed 15 men and 20 women on the coast, the governor of the province said.",
        "The storm killed 20 men and 15 women on the coast, the governor of the province said.",
    ), @"figures: changed places | A: 15 | 20 | Two figures have changed places: A has ‘15 men’ and ‘20 women’, B ‘20 men’ and ‘15 women’.");
    insta::assert_snapshot!(figures(
        "The rate rose from 10 per cent to 15 per cent in one year, the bank said in its report.",
        "The rate rose from 15 per cent to 10 per cent in one year, the bank said in its report.",
    ), @"figures: changed places | A: 10 per cent | 15 per cent | Two figures have changed places: A has ‘10 per cent’ and ‘15 per cent’, B ‘15 per cent’ and ‘10 per cent’.");
}

#[test]
fn some_of_them_are_not_all_of_them() {
    let left = "The shells killed 19 people on the market and left 60 wounded, a surgeon of the hospital said.";
    let right =
        "The shells killed 19 people on the market, and four of the wounded died, a surgeon of the hospital said.";
    assert_eq!(rules(left, right), ["figures: only here"]);
}

#[test]
fn what_a_partial_link_does_not_share_is_held_by_what_it_counts() {
    let left = "The earthquake destroyed the market of Orvia on Friday and killed 34 people, while rescuers from the capital searched the ruins of the old school all night with dogs.";
    let told = |rest: &str| {
        let right = format!(
            "The earthquake destroyed the market of Orvia on Friday, said the mayor, whose own house fell down; {rest}, and the hospital had no beds left for anyone."
        );
        figures(left, &right)
    };
    insta::assert_snapshot!(told("it killed 43 people"), @"figures: other value | A: 34 | 43 | Another figure for the same thing: A has ‘34 people’, B ‘43 people’.");
    assert_eq!(told("it left 43 people homeless"), "");
}

#[test]
fn a_figure_that_agrees_elsewhere_does_not_differ() {
    silent(&[(
        "By Sunday night officials had counted 23 dead in the flooded plain. The river rose by 2 metres in the night.",
        "At least 23 people died in the flooded plain, bringing the number of dead to 23. The river rose by 2 metres in the night.",
    )]);
}

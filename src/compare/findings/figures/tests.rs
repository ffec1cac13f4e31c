mod beside;

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

#[test]
fn figures_differ_only_where_the_same_happened_to_what_they_count() {
    silent(&[
        (
            "The crash on the mountain road killed three people and police closed the pass.",
            "The crash on the mountain road injured 14 people and police closed the pass.",
        ),
        (
            "Three people were killed when the bus fell into the river, rescuers said.",
            "Rescuers were looking for 40 people who were missing after the bus fell into the river.",
        ),
        (
            "The quake killed more than 700 people in the valley of Orvia on Sunday.",
            "The quake struck the valley of Orvia, home to 28 million people, on Sunday.",
        ),
        (
            "The plan foresees that the army leaves the town of Orvia on March 29.",
            "The plan gives the army of the town of Orvia until March 21 to leave.",
        ),
        (
            "The bank raised its rate by 0.25 percent, the treasurer of the town said on Friday.",
            "The bank raised its rate by another 0.75 percent, the treasurer of the town said on Friday.",
        ),
    ]);
    assert_eq!(
        rules(
            "The toll of the earthquake rose to 758 dead on Tuesday, the health ministry said.",
            "The toll of the earthquake rose to 1,130 dead on Tuesday, the health ministry said.",
        ),
        ["figures: other value"]
    );
}

#[test]
fn bounds_that_do_not_meet_are_another_value() {
    for (left, right, rule) in [
        (
            "Eleven trains were cancelled on the line after the storm, the operator said.",
            "More than a dozen trains were cancelled on the line after the storm, the operator said.",
            "other value",
        ),
        (
            "Thirteen trains were cancelled on the line after the storm, the operator said.",
            "More than a dozen trains were cancelled on the line after the storm, the operator said.",
            "other precision",
        ),
        (
            "Some 27% of the pupils stayed away from school in the first week, the ministry said.",
            "Almost a third of the pupils stayed away from school in the first week, the ministry said.",
            "other precision",
        ),
    ] {
        assert_eq!(rules(left, right), [format!("figures: {rule}")], "{left} | {right}");
    }
}

#[test]
fn what_agrees_with_one_passage_does_not_differ_from_the_next() {
    assert_eq!(
        figures(
            "The company forecast revenue of between $4.1 billion and $4.3 billion for the year. It had previously forecast revenue of $4.8 billion.",
            "The company cut its forecast of revenue to as little as $4.1 billion for the year, down from nearly $5 billion.",
        )
        .lines()
        .filter(|line| line.starts_with("figures: other value"))
        .count(),
        0
    );
}

#[test]
fn the_same_figure_of_another_noun_is_told() {
    insta::assert_snapshot!(figures(
        "Fifteen persons were on board the military plane when it was shot down on Monday.",
        "Fifteen servicemen were on board the military plane when it was shot down on Monday.",
    ), @"figures: other noun | A: persons | servicemen | The same figure, another word for what it counts: A has ‘Fifteen persons’, B ‘Fifteen servicemen’.");
    silent(&[
        (
            "About 300 protesters marched to the town hall on Saturday against the new tax.",
            "About 300 demonstrators marched to the town hall on Saturday against the new tax.",
        ),
        (
            "The mine wounded 12 soldiers on the road to the border, the army said.",
            "The mine wounded 12 young soldiers on the road to the border, the army said.",
        ),
    ]);
}

#[test]
fn one_measure_in_two_forms_is_one_value() {
    silent(&[
        (
            "The ferry was carrying 4 200 passengers when it hit the rocks off the cape.",
            "The ferry was carrying 4,200 passengers when it hit the rocks off the cape.",
        ),
        (
            "A magnitude-7.8 quake struck the coast at dawn and was felt in the capital.",
            "A 7.8 quake struck the coast at dawn and was felt in the capital.",
        ),
        (
            "The central bank cut its main rate by 0.25% on Thursday, its first move since spring.",
            "The central bank cut its main rate by a quarter point on Thursday, its first move since spring.",
        ),
        (
            "The shares vest over four years, according to the filing with the regulator.",
            "The shares vest over a period of four years, according to the filing with the regulator.",
        ),
    ]);
    for (left, right, rule) in [
        (
            "The number of cases doubled between May and June, the health agency said.",
            "The number of cases tripled between May and June, the health agency said.",
            "other value",
        ),
        (
            "Nobody was hurt in the blast at the paper mill outside of the town, police said.",
            "Three people were hurt in the blast at the paper mill outside of the town, police said.",
            "other value",
        ),
        (
            "The bill passed by 312 votes to 298 after a debate that lasted through the night.",
            "The bill passed by 312-289 after a debate that lasted through the night.",
            "other score",
        ),
        (
            "The painting was sold for $1.5 million at an auction in the city last night.",
            "The painting was sold for €1.4 million at an auction in the city last night.",
            "other currency",
        ),
        (
            "The quake of magnitude 7.9 struck the coast at dawn and was felt in the capital.",
            "A magnitude-7.8 quake struck the coast at dawn and was felt in the capital.",
            "other value",
        ),
        (
            "Last year the country exported 3 million tonnes of wheat through the port.",
            "In 2022 the country exported 3 million tonnes of wheat through the port.",
            "other day",
        ),
        (
            "The town was founded in the 1980s around the copper mine in the northern hills.",
            "The town was founded in 1991 around the copper mine in the northern hills.",
            "other day",
        ),
    ] {
        assert_eq!(rules(left, right), [format!("figures: {rule}")], "{left} | {right}");
    }
}

#[test]
fn one_figure_of_a_row_is_held_against_the_one_that_is_left() {
    assert_eq!(
        rules(
            "The suspects, aged 34 and 41, were arrested near the bridge on Monday night.",
            "The suspects, aged 41 and 43, were arrested near the bridge on Monday night."
        ),
        ["figures: other value"]
    );
    silent(&[
        (
            "Police arrested two brothers, aged 34 and 41, near the bridge on Monday.",
            "Police arrested two brothers, aged 41 and 34, near the bridge on Monday.",
        ),
        (
            "The suspects, aged 34 and 41, were arrested near the bridge on Monday night.",
            "One suspect, aged 41, was arrested near the bridge on Monday night.",
        ),
    ]);
}

#[test]
fn since_a_year_is_held_against_so_many_years() {
    assert_eq!(
        rules(
            "The company has run the copper mine since 2021, the mayor said.",
            "The company has run the copper mine for five years, the mayor said."
        ),
        ["figures: other length of time"]
    );
    silent(&[
        (
            "The company has run the copper mine since 2019, the mayor said.",
            "The company has run the copper mine for five years, the mayor said.",
        ),
        (
            "She has led the party since March 2022, her office said.",
            "She has led the party for two years, her office said.",
        ),
        (
            "She has led the party since 2021, her office said.",
            "She has led the party for more than two years, her office said.",
        ),
    ]);
}

#[test]
fn the_parts_of_a_sum_do_not_differ_from_it() {
    silent(&[
        (
            "The plane carried 150 passengers and 6 crew members to the island.",
            "The plane carried 156 people, including 6 crew members, to the island.",
        ),
        ("A 34-year-old man and a 41-year-old woman were arrested.", "A man, 35, and a woman, 41, were arrested."),
    ]);
}

#[test]
fn the_parts_of_one_whole_and_two_words_for_one_bound_are_no_findings() {
    silent(&[
        (
            "The law provides a maximum of three years in prison for the offence.",
            "The law provides at most three years in prison for the offence.",
        ),
        (
            "Power was restored to two thirds of the homes in the town on Monday.",
            "A third of the homes in the town were still without power on Monday.",
        ),
    ]);
}

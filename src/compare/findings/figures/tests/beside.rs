//! Figures with something beside them that says the same, or whose they are: another unit, an age.

use super::{rules, silent};

#[test]
fn a_measure_in_two_units_beside_one_another_is_one_figure() {
    silent(&[
        (
            "Temperatures reached 40C (104F) in the valley on Monday, the office said.",
            "Temperatures reached 104F (40C) in the valley on Monday, the office said.",
        ),
        (
            "The fire spread over 5 km (3 miles) along the coast and burned 200 hectares (494 acres) of forest.",
            "The fire spread over 3 miles along the coast and burned 500 acres of forest.",
        ),
        (
            "The owner paid £3m ($3.9m) for the old bridge in the harbour.",
            "The owner paid $3.9 million for the old bridge in the harbour.",
        ),
    ]);
    let rules = rules(
        "Temperatures reached 40C (104F) in the valley on Monday, the office said.",
        "Temperatures reached 42C (108F) in the valley on Monday, the office said.",
    );
    assert_eq!(rules, ["figures: other value"]);
}

#[test]
fn an_age_is_one_with_and_without_its_years() {
    for (left, right) in [
        (
            "A man, 35, was killed when a tree fell on his car near the river.",
            "A 34-year-old man was killed when a tree fell on his car near the river.",
        ),
        (
            "Anna Keller, 35, was hurt when a tree fell on her car near the river.",
            "Anna Keller, aged 36, was hurt when a tree fell on her car near the river.",
        ),
    ] {
        assert_eq!(rules(left, right), ["figures: other value"], "{left} | {right}");
    }
    silent(&[
        (
            "A man, 35, was killed when a tree fell on his car near the river.",
            "A 35-year-old man was killed when a tree fell on his car near the river.",
        ),
        (
            "Anna Keller (35) was hurt when a tree fell on her car near the river.",
            "Anna Keller, aged 35, was hurt when a tree fell on her car near the river.",
        ),
    ]);
}

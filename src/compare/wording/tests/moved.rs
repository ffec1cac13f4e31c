use super::picture;

#[test]
fn an_adverbial_set_in_front_has_moved() {
    insta::assert_snapshot!(picture(
        "On Monday, the mayor said that the bridge would be closed for good.",
        "The mayor said that the bridge would be closed for good on Monday.",
    ), @r"
    moved: On Monday -> on Monday
    punctuation: , -> ·
    ");
    // A capital that stands for itself is told.
    assert!(picture("The mayor left the hague on Monday.", "The mayor left The Hague on Monday.").contains("case: "));
}

#[test]
fn of_two_clauses_exchanged_the_shorter_has_moved() {
    insta::assert_snapshot!(picture(
        "The mayor left the town hall early, and the council voted to close the bridge over the river.",
        "The council voted to close the bridge over the river, and the mayor left the town hall early.",
    ), @r"
    moved: mayor left the town hall early -> mayor left the town hall early
    word: , and the -> ·
    word: · -> , and the
    ");
}

#[test]
fn words_that_are_elsewhere_for_another_reason_have_not_moved() {
    for (left, right) in [
        ("He met the king of the land and left.", "He met and left the queen of the sea."),
        ("The strike began in May and ended in June.", "The strike began in June and ended in May."),
    ] {
        assert!(!picture(left, right).contains("moved"), "{left} {right}");
    }
}

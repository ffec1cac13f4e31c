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

#[test]
fn what_moved_and_was_edited_is_told_as_moved_with_its_edits() {
    insta::assert_snapshot!(picture(
        "After three hours of talks in the old town hall, the council voted to close the bridge over the river for good.",
        "The council voted to close the bridge over the river for good after four hours of talks in the old library hall.",
    ), @"
    moved: After -> after
    number: three -> four
    moved: hours of talks in the old -> hours of talks in the old
    word: town -> library
    moved: hall -> hall
    punctuation: , -> ·
    ");
}

#[test]
fn a_long_clause_that_moved_among_other_words_is_told_as_moved() {
    insta::assert_snapshot!(picture(
        "The ferry to the islands will stop at midnight on Sunday, because the crew of the old ship has not been paid since the beginning of the summer, the owners said.",
        "Nobody could say when passengers left on the quay would be told that the crew of the old ship has not been paid, but the ferry to the islands will stop at midnight on Sunday.",
    ), @"
    moved: The ferry to the islands will stop at midnight on Sunday -> the ferry to the islands will stop at midnight on Sunday
    word: , because the -> Nobody could say when passengers left on the quay would be told that the
    word: since the beginning of the summer, the owners said -> , but
    ");
}

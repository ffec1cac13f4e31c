//! Sentences that moved and were split.

use super::{aligned, picture};

#[test]
fn a_sentence_that_moved_and_was_split_keeps_all_its_pieces() {
    let whole = "Three rivers have burst their banks, roads are closed in nine counties, and the army has been called in to help.";
    let pieces =
        "Three rivers have burst their banks. Roads are closed in nine counties. The army has been called in to help.";
    let rest = [
        "Housing Minister Paul Okoro resigned on Friday over a deal for land.",
        "In a letter to the prime minister he said he had done nothing wrong.",
        "The opposition demanded an inquiry by a judge of the high court.",
        "A spokesman for his wife declined to comment on the acres near Wexley.",
        "Police said they were considering a complaint.",
    ]
    .join("\n\n");
    let (split, merged) = (format!("{whole}\n\n{rest}"), format!("{rest}\n\n{pieces}"));
    assert_eq!(picture(&aligned(&split, &merged).1), "L1≈R6+7+8↕ L2=R1 L3=R2 L4=R3 L5=R4 L6=R5");
    assert_eq!(picture(&aligned(&merged, &split).1), "L1=R2 L2=R3 L3=R4 L4=R5 L5=R6 L6+7+8≈R1↕");
    // What holds only words that the first piece has told is no second piece.
    let again =
        format!("{rest}\n\nThree rivers have burst their banks.\n\nThe banks that the three rivers have burst.");
    let links = picture(&aligned(&split, &again).1);
    assert!(links.starts_with("L1≈R6↕ L2=R1"), "{links}");

    // Pieces of the middle of a sentence, too.
    let whole = "The company, which employs 400 people in Leeds, will close its plant in May because orders have fallen by half since last summer.";
    let pieces = "The company will close its plant in May. It employs 400 people in Leeds. Orders have fallen by half since last summer.";
    let (split, merged) = (format!("{whole}\n\n{rest}"), format!("{rest}\n\n{pieces}"));
    assert_eq!(picture(&aligned(&split, &merged).1), "L1≈R6+7+8↕ L2=R1 L3=R2 L4=R3 L5=R4 L6=R5");
}

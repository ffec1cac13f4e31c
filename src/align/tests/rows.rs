//! Which paragraphs share a row.

use super::{PairAlignment, Row, aligned};

/// The rows that hold both articles, as paragraphs of the one and of the other.
pub(super) fn level(alignment: &PairAlignment, sides: [usize; 2]) -> Vec<[Vec<usize>; 2]> {
    let shared = alignment.rows.iter().filter(|row| row.cells.iter().all(|cell| !cell.paragraphs.is_empty()));
    let cell = |row: &Row, side: usize| row.cells[side].paragraphs.iter().map(|id| id.index() + 1).collect();
    shared.map(|row| sides.map(|side| cell(row, side))).collect()
}

#[test]
fn a_row_holds_what_most_of_a_paragraph_is_level_with_and_not_what_comes_first() {
    let said = [
        "The harbour bridge was shut on Tuesday night.",
        "Inspectors found cracks in two of its northern pillars.",
        "Repairs may take five months and cost 2.4 million euros.",
        "A ferry will carry passengers across the river from Friday.",
    ];
    let new = "Schools in the valley begin their summer holidays a week early this year.";
    let one = format!("The council met at noon to hear of it.\n\n{}", said.join(" "));
    let other = format!("The council met at noon to hear of it.\n\n{}\n\n{new}\n\n{}", said[0], said[1..].join(" "));
    let rows = |one: &str, other: &str| level(&aligned(one, other).1, [0, 1]);
    assert_eq!(rows(&one, &other), [[vec![1], vec![1]], [vec![2], vec![4]]]);
    assert_eq!(rows(&other, &one), [[vec![1], vec![1]], [vec![4], vec![2]]]);
    // From the end to the beginning it is the same.
    let turned = |text: &str| text.rsplit("\n\n").collect::<Vec<_>>().join("\n\n");
    assert_eq!(rows(&turned(&one), &turned(&other)), [[vec![1], vec![1]], [vec![2], vec![4]]]);
}

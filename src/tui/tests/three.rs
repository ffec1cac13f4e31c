//! Three articles side by side: the order in which `n` walks, and what is said of passages that one of them lacks.

use super::Screen;
use crate::{intake, page::Glyphs};

/// Where the reader is, and what is said of it.
fn here(screen: &Screen) -> String {
    let picture = screen.picture();
    let lines: Vec<&str> = picture.lines().collect();
    let [.., about, status, _] = lines[..] else { return picture };
    let place = status.split(" · ").nth(2).unwrap_or_default().trim();
    format!("{place}: {}", about.split(" · ").next().unwrap_or_default().trim())
}

fn story() -> crate::story::Story {
    let a = "The harbour opens to ships of every size in June, the minister said on Monday in Aldford.\n\n\
        Prices of fish rose by a third over the winter, and many boats stayed in port for weeks. Fishermen from Varna met on Sunday evening. \
        They chose Anna Berg to speak for them at the council.\n\n\
        The old lighthouse will be painted white and red again before the summer begins.\n";
    let b = "The harbour opens to ships of all sizes in June, the minister said on Monday in Aldford.\n\n\
        Prices of fish rose by a fifth over the winter, and many boats stayed in port for weeks.\n\n\
        Fishermen of Varna met on Sunday night. They chose Anna Berg to speak for them at the council.\n\n\
        Nobody asked the owners of the warehouses what they think.\n\n\
        The old lighthouse will be painted white and red again before the summer begins.\n";
    let c = "The harbour opens to ships of any size in June, the minister said on Monday in Aldford.\n\n\
        Prices of fish rose by a quarter over the winter, and many boats stayed in port for weeks.\n\n\
        Fishermen in Varna met on Sunday evening. They chose Anna Berg to speak for them at the council.\n\n\
        Nobody asked the owners of the warehouses what they think.\n\n\
        The old lighthouse will be painted white and red again before the summer begins.\n";
    intake::from_bytes([("a.txt", a), ("b.txt", b), ("c.txt", c)])
}

#[test]
fn n_walks_from_row_to_row_and_says_who_else_has_a_passage() {
    let mut screen = Screen::new(story(), (160, 40), Glyphs::UNICODE).keys("t");
    let mut walked = Vec::new();
    for _ in 0..screen.state.reading.stops.len() {
        screen = screen.keys("n");
        walked.push(here(&screen));
    }
    insta::assert_snapshot!(walked.join("\n"), @"
    B ¶1/5: ~ reworded in A ¶1
    C ¶1/5: ~ reworded in A ¶1
    B ¶2/5: ~ reworded in A ¶2
    C ¶2/5: ~ reworded in A ¶2
    B ¶3/5: ~ reworded in A ¶2
    C ¶3/5: ~ reworded in A ¶2
    B ¶4/5: + no counterpart found in A; C ¶4 has it in the same words
    C ¶4/5: + no counterpart found in A; B ¶4 has it in the same words
    ");
}

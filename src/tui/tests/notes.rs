//! What was left coarser is said on the screen.

use super::Screen;
use crate::{intake, page::Glyphs};

#[test]
fn what_was_cut_and_left_coarser_is_counted_on_the_status_line_and_told_in_full_in_the_panel() {
    let endless = |word: &str| format!("The minister {word} {}", "and so it went on ".repeat(500));
    let story = intake::from_bytes([("a.txt", endless("said")), ("b.txt", endless("claimed"))]);
    let screen = Screen::new(story, (90, 30), Glyphs::UNICODE);
    let line = screen.picture().lines().rev().nth(1).unwrap_or_default().to_owned();
    assert!(line.contains("3 notes: enter"), "{line}");
    let picture = screen.keys("d G").picture();
    let told = picture.split("How these articles were read").nth(1).unwrap_or_default();
    assert!(told.contains("A: sentences of more than 4096 bytes are cut into pieces"), "{picture}");
    assert!(told.contains("A and B: ") && told.contains("were compared by their first 400"), "{picture}");
}

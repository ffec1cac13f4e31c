//! What was left coarser, and what belongs to the page, is said on the screen.

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

#[test]
fn what_belongs_to_the_page_is_said_of_its_article_once() {
    let told = "The minister said on Monday that 15 soldiers were killed in the attack near the border.\n";
    let dated =
        format!("Attack kills 15 near the border\n\nMarch 1, 2019 at 1:45 pm\n\n{told}\nSchools stayed closed.\n");
    let plain = format!("Attack kills 15 near the border\n\n{told}");
    let articles = [("a.txt", plain.clone()), ("b.txt", plain), ("c.txt", dated)];
    let said = |size, keys: &str| {
        let screen = Screen::new(intake::from_bytes(articles.clone()), size, Glyphs::UNICODE).keys(keys);
        screen.picture().lines().rev().nth(2).unwrap_or_default().to_owned()
    };
    insta::assert_snapshot!(said((180, 24), "t Z g l l }"), @" dateline of C: part of the page, not of the telling; not in A");
    insta::assert_snapshot!(said((180, 24), "t Z g l l } o"), @" part of the page, not of the telling: it has no counterpart in A");
    insta::assert_snapshot!(said((100, 24), "] Z g l }"), @" dateline of C: part of the page, not of the telling");
    insta::assert_snapshot!(said((50, 24), "] Z g l }"), @" dateline of C: part of the page");
}

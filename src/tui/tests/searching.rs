//! Walking from place to place of a search, and what is said where there is none.

use std::sync::Arc;

use super::{Screen, sample, small};
use crate::{page::Glyphs, tui::action::Action};

#[test]
fn behind_the_last_place_found_comes_the_first_again() {
    let screen = sample((80, 24)).keys("/ c o r r u p t i o n enter");
    assert!(screen.picture().contains("/corruption 1/2"), "{}", screen.picture());
    let screen = screen.keys("n n");
    assert!(screen.picture().contains("on from the first"), "{}", screen.picture());
    assert!(screen.picture().contains("/corruption 1/2"), "{}", screen.picture());
    let screen = screen.keys("N");
    assert!(screen.picture().contains("on from the last") && screen.picture().contains("/corruption 2/2"));
    // Who begins to search behind the last place is taken to the first.
    let screen = sample((80, 24)).keys("G / c o r r u p t i o n enter");
    assert!(screen.picture().contains("/corruption 1/2"), "{}", screen.picture());
}

#[test]
fn what_is_not_found_in_the_beginning_is_not_said_to_stand_nowhere() {
    let whole = Arc::new(small());
    let mut screen = Screen::new(whole.head(60), (160, 14), Glyphs::UNICODE);
    let _ = super::update(&mut screen.state, Action::Opened(Arc::clone(&whole)));
    let screen = screen.keys("esc j");
    assert!(screen.picture().contains("only the beginning; r compares the whole"), "{}", screen.picture());
    let screen = screen.keys("/ n o w h e r e enter");
    assert!(screen.picture().contains("is not found in the beginning"), "{}", screen.picture());
}

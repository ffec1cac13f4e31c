//! What is taken up again from an earlier reading.

use super::{
    super::{memory::Spot, update::resume},
    Screen, sample, small,
};
use crate::{
    page::Glyphs,
    story::{ArticleId, PairId},
    tui::action::Action,
};
use std::sync::Arc;

#[test]
fn what_was_chosen_is_remembered_and_taken_on() {
    let before = sample((240, 60)).keys("v m Z w F");
    let habits = before.state.habits();
    assert!(habits.stacked && habits.clean && habits.typography && habits.unfolded && habits.undocked);
    let mut after = sample((240, 60));
    after.state.take_on(habits);
    after.take(Action::Resize(239, 60));
    assert_eq!(after.state.habits(), habits);
    assert!(after.picture().contains("clean text") && after.state.areas().dock.is_none());
}

#[test]
fn a_place_beyond_the_part_that_is_shown_first_is_gone_to_when_the_whole_is_there() {
    let whole = Arc::new(small());
    let pair = PairId { left: ArticleId::new(0), right: ArticleId::new(1) };
    let spot = Spot { pair, article: ArticleId::new(0), offset: 140 };
    let begun = || {
        let mut screen = Screen::new(whole.head(60), (80, 14), Glyphs::UNICODE);
        screen.state.resume = Some(spot);
        let effects = super::update(&mut screen.state, Action::Opened(Arc::clone(&whole)));
        resume(&mut screen.state);
        assert_eq!(screen.state.resume, Some(spot), "it is still to come");
        (screen, effects)
    };
    let (mut screen, effects) = begun();
    screen.perform(effects);
    assert_eq!(screen.state.reading.anchor.map(|anchor| anchor.offset), Some(140));
    assert!(screen.picture().contains("where you left off"));
    // Who reads on meanwhile is not taken away.
    let (screen, effects) = begun();
    let mut screen = screen.keys("j");
    screen.perform(effects);
    assert_ne!(screen.state.reading.anchor.map(|anchor| anchor.offset), Some(140));
}

#![allow(clippy::unwrap_used)]
use std::sync::Arc;

use super::{super::lines::picture, *};
use crate::{
    comparison::{Comparison, Settings},
    intake,
    lexicon::Lexicon,
    page::{Compared, Kind},
    story::Side,
    tui::state::Reading,
};

/// The first two articles of the sample, compared and read.
fn sample() -> Reading {
    let story = intake::sample();
    let pair = story.pairs().next().unwrap();
    let whole = Comparison::new(Arc::new(story), &[pair], Settings::default(), &Lexicon::bundled());
    let compared = Compared::new(&whole.story, Arc::clone(&whole.pairs[0]));
    let mut reading = Reading::new(&whole.story, pair, crate::page::Marking::default(), (100, 30));
    reading.show(&whole.story, Some(&compared), None);
    reading
}

fn listed(reading: &Reading) -> Listed<'_> {
    let Reading { page, differences, chosen, counts, marking, .. } = reading;
    Listed { spread: &page.spread, differences, chosen, counts, kinds: marking.kinds }
}

#[test]
fn the_list_counts_each_kind_and_every_line_is_as_wide_as_the_panel() {
    let reading = sample();
    let listed = listed(&reading);
    let keymap = Keymap::bundled();
    for (width, look) in
        [(30, Look::Chosen), (44, Look::Here), (60, Look::Chosen), (100, Look::Plain), (160, Look::Chosen)]
    {
        let lines = List::new(listed, 0).lines(listed, &keymap, (width, 20), Glyphs::UNICODE, look);
        assert_eq!(lines.len(), 20);
        for line in &lines {
            assert_eq!(line.columns(), width, "{}", line.text());
        }
        let all = listed.differences.len();
        assert!(picture(&lines).contains(&format!("{all} in all")), "{}", picture(&lines));
    }
}

#[test]
fn every_kind_keeps_its_key_where_there_is_little_room() {
    let reading = sample();
    let listed = listed(&reading);
    let keymap = Keymap::bundled();
    let kinds = |size| picture(&kinds::lines(listed, &keymap, size, Glyphs::UNICODE));
    let all = kinds((60, 11));
    assert!(
        Kind::ALL.iter().all(|kind| {
            let there = reading.differences.iter().any(|shown| shown.kind == *kind);
            !there || all.contains(kind.name())
        }),
        "{all}"
    );
    let few = kinds((36, 8));
    assert!(few.lines().count() == 4 && few.ends_with(" ? shows the other keys\n"), "{few}");
}

#[test]
fn the_chosen_difference_stays_chosen_when_kinds_are_hidden() {
    let mut reading = sample();
    let mut list = List::default();
    list.apply(Command::Bottom, 1, listed(&reading), 10);
    let last = list.chosen(listed(&reading)).unwrap();
    let kinds = kinds::chosen(Kinds::default(), Command::ShowOnlyRight).unwrap();
    assert_eq!(kinds.said(), "not in the base");
    reading.show_kinds(kinds);
    list.follow(listed(&reading), last);
    let chosen = list.chosen(listed(&reading)).unwrap();
    assert!(chosen <= last);
    assert_eq!(reading.differences[chosen].kind, Kind::Only(Side::Right));
    assert_eq!(list.apply(Command::Accept, 1, listed(&reading), 10), Outcome::Difference(chosen));
    assert_eq!(kinds::chosen(kinds, Command::ShowAll), Some(Kinds::default()));
}

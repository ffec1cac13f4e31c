#![allow(clippy::unwrap_used, clippy::string_slice)]
mod emulator;

use proptest::prelude::*;
use ratatui::{layout::Rect, style::Style};

use self::emulator::{Emulator, Measure};
use super::*;

/// What is sent to show `after` where `before` is seen: each cell with its column.
fn sent(before: &str, after: &str) -> String {
    let mut clusters = Clusters::default();
    let [before, after] = [before, after].map(|text| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        buffer.set_string(0, 0, text, Style::new());
        clusters.cover(&mut buffer);
        buffer
    });
    before.diff(&after).into_iter().map(|(x, _, cell)| format!("{x}{} ", cell.symbol())).collect()
}

#[test]
fn what_a_cluster_may_be_drawn_over_is_sent_after_it() {
    assert_eq!(sent("", "👩‍👩‍👧‍👦"), "0👩‍👩‍👧‍👦 2  3  4  5  6  7  ");
    assert_eq!(sent("👩‍👩‍👧‍👦 and", "👩‍👩‍👧‍👦 and"), "2  3a 4n 5d 6  7  ");
    assert_eq!(sent("", "👍🏽京 |"), "0👍🏽 2京 5| ");
    assert_eq!(sent("", "🇮🇱"), "0🇮🇱 2  3  ");
}

#[test]
fn both_halves_of_a_wide_letter_that_is_gone_are_sent() {
    assert_eq!(sent("東京", "  x"), "0  1  2x 3  ");
    assert_eq!(sent("a東京", "東京"), "0東 2京 4  ");
}

#[test]
fn what_is_measured_alike_everywhere_is_sent_when_it_changes() {
    assert_eq!(sent("cafe\u{301} “東京” |", "cafe\u{301} “東京” |"), "");
}

#[test]
fn behind_a_cluster_of_uncertain_width_the_place_is_told_anew_and_what_stood_under_it_is_gone() {
    let mut before = Buffer::empty(Rect::new(0, 0, 20, 1));
    before.set_string(0, 0, "abcdefgh", Style::new());
    let mut after = Buffer::empty(Rect::new(0, 0, 20, 1));
    after.set_string(0, 0, "a❤️ and", Style::new());
    let mut sent = Vec::new();
    Placed::new(&mut sent).draw(before.diff(&after).into_iter()).unwrap();
    let sent = String::from_utf8(sent).unwrap();
    let colours = regex::Regex::new("\x1b\\[[0-9;]*m").unwrap();
    assert_eq!(colours.replace_all(&sent, ""), "\x1b[1;3H \x1b[1;2H❤️\x1b[1;4H and ");
}

/// What a terminal of 24 columns shows after each of `frames`, and what it would if the last were drawn on an empty screen.
fn shown(frames: &[String], measure: Measure) -> [String; 2] {
    let drawn = |frames: &[String]| {
        let mut terminal = Emulator::new(24, measure);
        let (mut clusters, mut before) = (Clusters::default(), Buffer::empty(Rect::new(0, 0, 24, 1)));
        for text in frames {
            let mut frame = Buffer::empty(before.area);
            frame.set_string(0, 0, text, Style::new());
            clusters.cover(&mut frame);
            let mut sent = Vec::new();
            Placed::new(&mut sent).draw(before.diff(&frame).into_iter()).unwrap();
            terminal.hear(&String::from_utf8(sent).unwrap());
            before = frame;
        }
        terminal.screen()
    };
    [drawn(frames), drawn(&frames[frames.len() - 1..])]
}

#[test]
fn no_letter_of_an_earlier_frame_stays_inside_a_word() {
    let frames = ["all that was here before", "प्रधानमंत्री ने कहा", "  प्रधानमंत्री ने कहा"].map(str::to_owned);
    for (measure, seen) in [
        (Measure::Letters, "  प्रधानमंत्री ने कहा  "),
        (Measure::Apart, "  प्रधानमंत्री ने कहा  "),
        (Measure::Clusters, "  प्रधानमंत्री ने कहा  "),
    ] {
        let [shown, fresh] = shown(&frames, measure);
        assert_eq!(shown, fresh, "{measure:?}");
        let words = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
        assert_eq!(words(&shown), words(seen), "{measure:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_frame_is_what_it_would_be_on_an_empty_screen(
        frames in prop::collection::vec("([a-z ]{1,3}|का|कि|क्ष|কো|கொ|กำ|ที่|မြ|한|e\u{301}|京都|❤️|👩‍👩‍👧|🇮🇱|👍🏽|🫨){0,12}", 1..5),
    ) {
        for measure in Measure::ALL {
            let [shown, fresh] = shown(&frames, measure);
            prop_assert_eq!(shown, fresh, "{:?}", measure);
        }
    }
}

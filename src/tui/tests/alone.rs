//! One article read alone.

use std::collections::BTreeSet;

use super::sample;
use crate::page::Kind;

#[test]
fn each_difference_is_listed_once_and_as_many_as_n_stops_at() {
    for keys in ["", "] ", "] ] ", "x "] {
        for alone in ["1", "2"] {
            let screen = sample((240, 40)).keys(&format!("{keys}{alone} …"));
            let reading = &screen.state.reading;
            let passages: Vec<_> = reading.differences.iter().filter(|shown| !shown.is_finding()).collect();
            let stops: BTreeSet<_> = passages.iter().map(|shown| shown.at).collect();
            assert_eq!(stops.len(), passages.len(), "{keys}{alone}: {}", screen.picture());
            assert_eq!(reading.stops.len(), passages.len(), "{keys}{alone}");
            // What the article itself tells is all there is: each of its passages that are marked as moved is told once.
            let moved = passages.iter().filter(|shown| shown.kind == Kind::Moved).count();
            assert_eq!(moved, reading.counts[Kind::Moved.place()]);
        }
    }
}

#[test]
fn a_passage_that_moved_stands_once_in_the_list_of_one_article() {
    let picture = sample((100, 60)).keys("1 … f").picture();
    let lines = picture.lines().filter(|line| line.contains("moved") && line.contains("A ¶9"));
    assert_eq!(lines.count(), 1, "{picture}");
}

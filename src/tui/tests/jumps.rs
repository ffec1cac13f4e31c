//! Jumps, and the way back.

use super::{Screen, sample};

/// Which articles are shown, and where the reader is in them.
fn place(screen: &Screen) -> String {
    let status = screen.picture();
    let status = status.lines().nth_back(1).unwrap_or_default().to_owned();
    let mut parts = status.split(" · ");
    let pair = parts.next().and_then(|pair| pair.split(',').next()).unwrap_or_default().trim().to_owned();
    format!("{pair}, {}", parts.nth(1).unwrap_or_default())
}

#[test]
fn back_brings_the_articles_and_the_place_that_a_jump_began_at() {
    let mut told = Vec::new();
    for (from, jump) in [
        ("n n", "o"),
        ("n n n", "/ v e l a y a t i enter n"),
        ("n n n", "s n n n l l l enter"),
        ("n n n", "S G enter"),
        ("n n n", "f G enter"),
        ("n n n 1 …", "o"),
        ("t n n n", "s l l l l n enter"),
        ("n n n", "1 5 G"),
    ] {
        let before = sample((240, 40)).keys(from);
        let (began, picture) = (place(&before), before.picture());
        let jumped = before.keys(jump);
        let there = place(&jumped);
        let back = jumped.keys("ctrl-o");
        let again = if back.state.message.is_none() && place(&back) == began { "back" } else { "NOT BACK" };
        assert_eq!(back.picture().lines().next(), picture.lines().next(), "{from} {jump}");
        let on = place(&back.keys("i"));
        let forward = if on == there { "forward" } else { "NOT FORWARD" };
        told.push(format!("{began} -> {jump} -> {there} {again} {forward}"));
    }
    insta::assert_snapshot!(told.join("\n"), @"
    A ⇄ B, A ¶3/18 -> o -> A ⇄ B, B ¶5/19 back forward
    A ⇄ B, A ¶5/18 -> / v e l a y a t i enter n -> A ⇄ E, E ¶10/11 back forward
    A ⇄ B, A ¶5/18 -> s n n n l l l enter -> A ⇄ D, D ¶11/16 back forward
    A ⇄ B, A ¶5/18 -> S G enter -> A ⇄ B, B ¶16/19 back forward
    A ⇄ B, A ¶5/18 -> f G enter -> A ⇄ B, B ¶17/19 back forward
    A alone of A ⇄ B, A ¶5/18 -> o -> B alone of A ⇄ B, B ¶3/19 back forward
    A ⇄ B, B ¶3/19 -> s l l l l n enter -> A ⇄ E, E ¶5/11 back forward
    A ⇄ B, A ¶5/18 -> 1 5 G -> A ⇄ B, A ¶15/18 back forward
    ");
}

#[test]
fn a_base_that_was_chosen_stays_the_base_of_every_pair_that_has_it() {
    let mut screen = sample((240, 40)).keys("[ b");
    let status = |screen: &Screen| screen.picture().lines().rev().nth(1).unwrap_or_default().trim().to_owned();
    assert!(status(&screen).starts_with("D ⇄ E, pair 10/10"), "nothing changed: {}", status(&screen));
    screen = screen.keys("] ] ] ] ] l b");
    let base = screen.state.reading.pair.left;
    for _ in 0..10 {
        screen = screen.keys("]");
        let pair = screen.state.reading.pair;
        assert_ne!(pair.right, base, "{}", status(&screen));
    }
}

/// What is said in the line below the text.
fn said(screen: &Screen) -> String {
    screen.picture().lines().nth_back(2).unwrap_or_default().trim().to_owned()
}

#[test]
fn the_key_that_jumps_to_the_counterpart_jumps_back_also_where_that_has_others() {
    let mut told = Vec::new();
    for from in ["n n", "4 G n", "1 0 G j j j", "6 G l"] {
        let screen = sample((120, 40)).keys(from);
        let began = place(&screen);
        let screen = screen.keys("o");
        let there = place(&screen);
        let screen = screen.keys("o");
        let back = place(&screen);
        told.push(format!("{began} -> {there} -> {back} -> {}", place(&screen.keys("o"))));
    }
    insta::assert_snapshot!(told.join("\n"), @"
    A ⇄ B, A ¶3/18 -> A ⇄ B, B ¶5/19 -> A ⇄ B, A ¶3/18 -> A ⇄ B, B ¶5/19
    A ⇄ B, A ¶5/18 -> A ⇄ B, B ¶3/19 -> A ⇄ B, A ¶5/18 -> A ⇄ B, B ¶3/19
    A ⇄ B, A ¶10/18 -> A ⇄ B, B ¶8/19 -> A ⇄ B, A ¶10/18 -> A ⇄ B, B ¶8/19
    A ⇄ B, B ¶4/19 -> A ⇄ B, A ¶6/18 -> A ⇄ B, B ¶4/19 -> A ⇄ B, A ¶6/18
    ");
}

#[test]
fn walking_to_another_pair_and_back_comes_to_the_same_place() {
    for (from, walk) in [("n l n n", "tab shift-tab"), ("1 0 G j j", &*"tab ".repeat(10)), ("n n n n", "tab tab [ [")] {
        let screen = sample((120, 40)).keys(from);
        let began = (screen.state.reading.pair, screen.state.reading.anchor);
        let screen = screen.keys(walk);
        assert_eq!((screen.state.reading.pair, screen.state.reading.anchor), began, "{from} {walk}");
    }
    // Who read on meanwhile is not taken back.
    let screen = sample((120, 40)).keys("n n n n tab j j j j j j");
    let there = screen.state.reading.anchor;
    assert_eq!(screen.keys("shift-tab tab").state.reading.anchor, there);
}

#[test]
fn what_a_key_did_to_the_articles_shown_is_said() {
    let mut told = Vec::new();
    for keys in ["x", "1 … x", "t", "t t", "t t t", "t t t t", "t tab", "n l", "n n n h h h h"] {
        told.push(format!("{keys:<14} {}", said(&sample((200, 40)).keys(keys))));
    }
    insta::assert_snapshot!(told.join("\n"), @"
    x              B is the base now, A the other
    1 … x          B is the base now, A the other; what is read stays
    t              C beside the two; t sets D there
    t t            D beside the two; t sets E there
    t t t          E beside the two; t takes it away
    t t t t        no third article beside the two
    t tab          two articles side by side again; t sets a third beside them
    n l            B has no paragraph in this row
    n n n h h h h  ≈ shares a part with B ¶3 · ◆ attribution “shrugged off” · ◆ hedge “reported Israeli-Russian…”
    ");
}

#[test]
fn the_cursor_stands_before_a_fold_whichever_column_it_was_in() {
    let mut screen = sample((120, 40)).keys("G");
    screen.take(super::Action::Resize(60, 20));
    screen.take(super::Action::Resize(120, 40));
    let picture = screen.picture();
    let fold = picture.lines().rfind(|line| line.contains('▌')).unwrap_or_default().to_owned();
    assert!(fold.starts_with('▌') && fold.contains('⋯'), "{picture}");
}

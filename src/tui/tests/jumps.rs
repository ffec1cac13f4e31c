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
    A ⇄ B, A ¶5/18 -> o -> A ⇄ B, B ¶3/19 back forward
    A ⇄ B, B ¶3/19 -> s l l l l n enter -> A ⇄ E, E ¶5/11 back forward
    A ⇄ B, A ¶5/18 -> 1 5 G -> A ⇄ B, A ¶15/18 back forward
    ");
}

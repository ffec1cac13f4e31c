//! The story as a table, and who speaks in it.

use super::{Screen, three};
use crate::page::Glyphs;

#[test]
fn the_story_is_a_table_of_passages_and_articles() {
    insta::assert_snapshot!(Screen::new(three(), (80, 14), Glyphs::UNICODE).keys("s").picture(), @"
     A (base) a.txt                         B b.txt
    ── The whole story ───────────────────────────────────────────────── 5 passages
     base A; numbers are of paragraphs                                A    B    C
                                                           left out       −2   −1
                                                              added       +0   +1
     C: Schools in the region stayed closed for the day.             ↓3         1
     C: Oil prices rose sharply afterwards.                                    +2
    >Five soldiers died in the attack near the border, the defence… > 1   =1   =3
     “We will find those who did this,” Minister Anna Berg said…      2   ~2−  −
     Schools in the region stayed closed for the day.                 3   −    ↑1
     = same  ~ reworded  ≈ part  ↑↓ moved  − left out  + added
     A ¶1 “Five soldiers died in the attack near the border, the defence ministry…
     A ⇄ B, pair 1/3 · base A · A ¶1/3 · difference 0/3 · ◆ 1 · hidden: 1 alike
     esc close  enter go there  n next  l article  / search  b base  y copy  ? keys
    ");
    let screen = Screen::new(three(), (80, 14), Glyphs::UNICODE).keys("s l l b");
    insta::assert_snapshot!(screen.picture(), @"
     C (base) c.txt                         A a.txt
    ── The whole story ───────────────────────────────────────────────── 5 passages
     base C; numbers are of paragraphs                                C    A    B
                                                           left out       −1   −2
                                                              added       +1   +1
     Schools in the region stayed closed for the day.                 1   ↓3   −
     Oil prices rose sharply afterwards.                             −2   −    −
    >Five soldiers died in the attack near the border, the defence… > 3   =1   =1
     A: “We will find those who did this,” Minister Anna Berg…            +2   +2
     A: Schools in the region stayed closed for the day.             ↑1    3
     = same  ~ reworded  ≈ part  ↑↓ moved  − left out  + added
     C is the base now
     C ⇄ A, pair 1/3 · base C · A ¶1/3 · difference 1/3 · ◆ 1 · hidden: 1 alike
     esc close  enter go there  n next  l article  / search  b base  y copy  ? keys
    ");
}

#[test]
fn a_cell_of_the_story_opens_its_pair_at_its_passage() {
    let screen = Screen::new(three(), (80, 14), Glyphs::UNICODE).keys("s g j j l l enter");
    let pair = screen.state.reading.pair;
    assert_eq!((pair.left.index(), pair.right.index()), (0, 2));
    assert!(screen.line().contains("= 3 Five soldiers"), "{}", screen.line());
}

#[test]
fn the_sources_say_who_speaks_where() {
    insta::assert_snapshot!(Screen::new(three(), (80, 20), Glyphs::UNICODE).keys("S").picture(), @"
     A (base) a.txt                         B b.txt
    ── Who speaks ────────────────────────────────────────────────────── 2 speakers
        first in  how early  quoted  in words  reported  verbs
    >Anna Berg
        A ¶2           38 %       1         7         0  said
        B ¶2           57 %       1         7         0  claimed
       not quoted or reported in C
     defence ministry (not named)
        A ¶1            0 %       0         0         1  said
        B ¶1            0 %       0         0         1  said
        C ¶3           50 %       0         0         1  said
     What became of the quotations, A ⇄ B
     in full
        A ¶2, Anna Berg: “We will find those who did this,”
        B ¶2, Anna Berg: “We will find those who did this,”


     A ¶2 “We will find those who did this,” Minister Anna Berg said.
     A ⇄ B, pair 1/3 · base A · A ¶1/3 · difference 0/3 · ◆ 1 · hidden: 1 alike
     esc close  enter go there  y copy  : commands                           ? keys
    ");
    let screen = Screen::new(three(), (80, 20), Glyphs::UNICODE).keys("S j j j j j j enter");
    assert!(screen.state.panel.is_none());
    assert_eq!(screen.state.reading.passage().map(|(article, _)| article.index()), Some(1));
}

#[test]
fn the_story_opens_where_the_reader_is_and_n_walks_what_the_chosen_article_leaves_out_or_adds() {
    let screen = Screen::new(three(), (80, 20), Glyphs::UNICODE).keys("G s");
    let chosen = |screen: &Screen| {
        let picture = screen.picture();
        picture.lines().find(|line| line.starts_with('>')).unwrap_or_default().to_owned()
    };
    assert!(chosen(&screen).contains("Schools in the region"), "{}", screen.picture());
    let screen = screen.keys("g l l n");
    assert!(chosen(&screen).contains("Oil prices"), "{}", screen.picture());
    let screen = screen.keys("n");
    assert!(chosen(&screen).contains("We will find those"), "{}", screen.picture());
}

#[test]
fn what_a_panel_shows_is_copied_with_its_source() {
    let copied = |keys: &str, last: &str| {
        let mut screen = Screen::new(three(), (80, 20), Glyphs::UNICODE).keys(keys);
        let effects = super::update(&mut screen.state, super::Action::Key(super::Key::parse(last).unwrap()));
        match effects.into_iter().next() {
            Some(super::Effect::Copy(text)) => text,
            other => format!("{other:?}"),
        }
    };
    insta::assert_snapshot!(copied("s g j j j", "y"), @"
    A (a.txt), ¶2:
    “We will find those who did this,” Minister Anna Berg said. The ministry opened an inquiry.
    ");
    insta::assert_snapshot!(copied("s g j j j", "Y"), @"
    A (a.txt), ¶2:
    “We will find those who did this,” Minister Anna Berg said. The ministry opened an inquiry.

    B (b.txt), ¶2:
    “We will find those who did this,” Minister Anna Berg claimed.
    ");
    insta::assert_snapshot!(copied("S", "y"), @"
    A (a.txt), ¶2:
    “We will find those who did this,” Minister Anna Berg said.

    B (b.txt), ¶2:
    “We will find those who did this,” Minister Anna Berg claimed.
    ");
    insta::assert_snapshot!(copied("S G", "y"), @"
    B (b.txt), ¶2:
    “We will find those who did this,” Minister Anna Berg claimed.
    ");
    insta::assert_snapshot!(copied("f", "Y"), @"
    A (a.txt), ¶2:
    “We will find those who did this,” Minister Anna Berg said.

    B (b.txt), ¶2:
    “We will find those who did this,” Minister Anna Berg claimed.
    ");
}

/// What the story says that each other article leaves out of the base and adds, and at how many rows `n` stops for it; beside what the list
/// of the two has as only in one of them.
#[test]
fn the_story_counts_what_the_lists_of_its_pairs_count() {
    use crate::{page::Kind, story::Side};
    let counts = |screen: &Screen| {
        let of = |side| screen.state.reading.counts[Kind::Only(side).place()];
        format!("−{} +{}", of(Side::Left), of(Side::Right))
    };
    let sums = |picture: &str| -> Vec<String> {
        let row = |what: &str| {
            let line = picture.lines().find(|line| line.contains(what)).unwrap_or_default();
            line.split(what).nth(1).unwrap_or_default().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
        };
        row("left out").into_iter().zip(row("  added")).map(|(less, more)| format!("{less} {more}")).collect()
    };
    for base in 0..5 {
        let below = "j ".repeat(base);
        let screen = super::sample((160, 60)).keys(&format!("p g {below}b esc"));
        let listed: Vec<String> = (0..4)
            .map(|pair| counts(&super::sample((160, 60)).keys(&format!("p g {below}b esc {}", "] ".repeat(pair)))))
            .collect();
        let told = sums(&screen.keys("s").picture());
        assert_eq!(told, listed, "base {base}");
    }
}

#[test]
fn a_row_of_the_story_says_what_an_article_lacks_of_it_and_has_beyond_it() {
    let a = "Five soldiers died in the attack near the border, the defence ministry said on Monday.\n\n\
        The ministry opened an inquiry. Schools in the region stayed closed. Nobody knows for how long.\n\n\
        The president will visit the wounded on Friday morning.\n";
    let b = "Five soldiers died in the attack near the border, the defence ministry said on Monday. Oil prices rose sharply.\n\n\
        Schools in the region stayed closed.\n";
    let story = crate::intake::from_bytes([("a.txt", a), ("b.txt", b)]);
    let screen = Screen::new(story, (80, 16), Glyphs::UNICODE).keys("s g");
    insta::assert_snapshot!(screen.picture(), @"
     A (base) a.txt                         B b.txt
    ── The whole story ───────────────────────────────────────────────── 3 passages
     base A; numbers are of paragraphs                                   A     B
                                                              left out        −3
                                                                 added        +1
    >Five soldiers died in the attack near the border, the defence…    > 1    =1+
     The ministry opened an inquiry. Schools in the region stayed…       2    =2−−
     The president will visit the wounded on Friday morning.            −3    −

     A ¶1    Five soldiers died in the attack near the border, the defence ministry
             said on Monday.

     = same  ~ reworded  ≈ part  ↑↓ moved  − left out  + added
     A ¶1 “Five soldiers died in the attack near the border, the defence ministry…
     A ⇄ B, pair 1/1 · base A · A ¶1/3 · difference 0/4 · 1 finding
     esc close  enter go there  n next  l article  / search  b base  y copy  ? keys
    ");
    let mut told = Vec::new();
    let mut screen = screen.keys("l");
    for _ in 0..4 {
        screen = screen.keys("n");
        let picture = screen.picture();
        let line = |start: &str| picture.lines().find(|line| line.starts_with(start)).unwrap_or_default().to_owned();
        told.push(format!("{}\n{}", line(">"), picture.lines().nth_back(2).unwrap_or_default()));
    }
    insta::assert_snapshot!(told.join("\n"), @"
    >The ministry opened an inquiry. Schools in the region stayed…       2   >=2−−
     B ¶2 “Schools in the region stayed closed.”
    >The president will visit the wounded on Friday morning.            −3   >−
     A ¶3 “The president will visit the wounded on Friday morning.”
    >The president will visit the wounded on Friday morning.            −3   >−
     nothing further down is left out or added by B
    >The president will visit the wounded on Friday morning.            −3   >−
     nothing further down is left out or added by B
    ");
}

#[test]
fn several_paragraphs_that_share_a_row_of_the_story_are_all_numbered() {
    let picture = super::sample((120, 40)).keys("s").picture();
    let row = picture.lines().find(|line| line.contains("Whilst Israel has admitted")).unwrap();
    assert!(row.split_whitespace().any(|cell| cell == "≈11-12"), "{picture}");
}

#[test]
fn the_two_articles_that_are_marked_stand_side_by_side() {
    for (keys, shown) in [
        ("p g space j j space enter", "A ⇄ C"),
        ("p g space j j enter", "A ⇄ C"),
        ("p g j space j space j space enter", "C ⇄ D"),
        ("p G space space g j enter", "A ⇄ B"),
    ] {
        let screen = super::sample((100, 24)).keys(keys);
        assert!(screen.picture().contains(shown), "{keys}: {}", screen.picture());
    }
    assert!(super::sample((100, 24)).keys("p g space G space").picture().contains(" A and E"));
}

//! Choosing kinds of differences, and articles that do not differ.

use super::{Screen, sample, small, three};
use crate::{
    intake,
    page::{Glyphs, Kind},
    story::Side,
};

#[test]
fn chosen_kinds_alone_are_marked_walked_and_drawn_until_all_are_shown_again() {
    let screen = Screen::new(small(), (80, 20), Glyphs::UNICODE).keys("f + f n");
    insta::assert_snapshot!(screen.picture(), @"
    A (base) a.txt                         B b.txt
      1 The minister said on Monday     │    1 The minister said on Monday      · ▐
        that 15 soldiers were killed in │      that 17 soldiers were killed in  · ▐
        the attack near the border.     │      the raid near the border.        · ▐
                                        │                                       · ▐
      2 Nobody claimed responsibility   =  = 2 Nobody claimed responsibility    · ▐
        for the attack. Schools in the  │      for the attack.                  · ▐
        region stayed closed.           │                                       · ▐
                                        │                                       · ▐
    ⋯   1 paragraph alike · “The president will visit the wounded on Friday…”   · ▐
                                        │                                       · ▐
                                        │ ▌+ 4 Oil prices rose sharply          + ▐
                                        │ │    afterwards.                      · ▐
                                        │



    + only in B: no counterpart found in A
    A ⇄ B 1/1 · base A · B ¶4 · diff 1/1 · only: not in the base · hidden: 1 alike
    n next  N back  0 every kind  enter why  f list  s story        ? keys  q quit
    ");
    let screen = screen.keys("0");
    assert!(screen.picture().contains("difference 3/3"), "{}", screen.picture());
    assert!(screen.picture().contains("every kind of difference is shown again"));
}

#[test]
fn n_walks_through_findings_when_their_kind_is_chosen() {
    let screen = sample((100, 30)).keys("f a f");
    let reading = &screen.state.reading;
    let chosen = reading.differences.iter().filter(|shown| reading.marking.kinds.admits(shown.kind)).count();
    assert!(chosen > 3 && reading.stops.len() <= chosen);
    assert_eq!(reading.stops, reading.findings);
    assert_eq!(reading.unchosen(), reading.differences.len() - chosen);
    let screen = screen.keys("n n esc");
    assert!(!screen.state.reading.marking.kinds.is_on());
}

#[test]
fn kinds_are_chosen_by_name_too() {
    let screen = sample((100, 30)).keys(": s h o w - m o v e d enter");
    assert_eq!(screen.state.reading.marking.kinds.said(), "moved");
}

#[test]
fn articles_that_do_not_differ_are_said_to_be_the_same() {
    let one = "The minister said “no” on Monday.\n\nNobody claimed responsibility for the attack.\n";
    let other = one.replace(['“', '”'], "\"");
    let about = |left: &str, right: &str, keys: &str| {
        let story = intake::from_bytes([("a.txt", left), ("b.txt", right)]);
        let screen = Screen::new(story, (80, 12), Glyphs::UNICODE).keys(keys);
        screen.picture().lines().nth(9).unwrap_or_default().trim().to_owned()
    };
    assert_eq!(about(one, one, ""), "= the articles are the same");
    assert_eq!(about(one, one, "n"), "the articles are the same");
    assert_eq!(about(one, &other, ""), "= only typography differs; w shows it");
    assert_eq!(about(one, &other, "w k"), "= only typography differs");
    // What is asked for is not left folded away.
    let story = intake::from_bytes([("a.txt", one), ("b.txt", &other)]);
    let screen = Screen::new(story, (80, 12), Glyphs::UNICODE).keys("w");
    assert!(
        screen.picture().contains("said “no” on") && screen.picture().contains("said \"no\" on"),
        "{}",
        screen.picture()
    );
    assert!(screen.keys("w").picture().contains("2 paragraphs alike"));
}

#[test]
fn with_three_articles_everything_that_differs_among_them_is_walked_and_listed() {
    let mut screen = Screen::new(three(), (160, 24), Glyphs::UNICODE).keys("t");
    let kinds: Vec<(usize, Kind)> =
        screen.state.reading.differences.iter().map(|shown| (shown.at.column, shown.kind)).collect();
    assert!(kinds.contains(&(2, Kind::Only(Side::Right))), "the oil prices are in C alone: {kinds:?}");
    assert!(kinds.contains(&(0, Kind::Moved)), "the schools, which stand higher in C, are told in the base: {kinds:?}");
    assert!(kinds.contains(&(1, Kind::Partial)) || kinds.contains(&(1, Kind::Reworded)), "{kinds:?}");
    let stops = screen.state.reading.stops.clone();
    screen = screen.keys("g");
    for stop in stops.iter().skip(usize::from(screen.state.reading.stop_number() > 0)) {
        screen = screen.keys("n");
        assert_eq!(screen.state.reading.anchor.map(|anchor| anchor.offset), Some(stop.offset));
    }
    insta::assert_snapshot!(screen.keys("f").picture(), @"
     A (base) a.txt                     B b.txt                            C c.txt
     ↓   ¶3, further down: “Schools  │                                  │ │↓ 1 A ¶3 Schools in the region   · ▐── Differences ──────────────────────────── 8 in all
         in the region stayed closed │                                  │ │    stayed closed for the day.   · ▐ - only in the base 3  + not in the base 1  m moved 1
         for the day.”               │                                  │                                   · ▐ ~ reworded 1  a attribution 1  c quotation 1
                                     │                                  │                                   · ▐ + not in base    C ¶2    Oil prices rose sharply…
                                     │                                  │  + 2 Oil prices rose sharply      + ▐ − not in C       A ¶2    “We will find those who…
                                     │                                  │      afterwards.                  · ▐ ◆ quotation      A ¶2    “We will find those who…
                                     │                                  │                                   · ▐ − only in base   A ¶2    The ministry opened an…
     ⋯   1 paragraph alike · “Five soldiers died in the attack near the border, the defence ministry…”      · ▐ ~ reworded       B ¶2    “We will find those who…
                                     │                                  │                                   · ▐ ◆ attribution    B ¶2    claimed ↔ A: said
     ~ 2 “We will find those who did ~A ~ 2 “We will find those who did │                                   ~◆▐>− not in B       A ¶3    Schools in the region…
         this,” Minister Anna Berg   │      this,” Minister Anna Berg   │                                   · ▐ ↑ moved          A ¶3    Schools in the region…
     −   said. − The ministry opened │      claimed.                    │                                   −◆▐
         an inquiry.                 │                                  │                                   · ▐
                                     │                                  │                                   · ▐
    ▌↑ 3 C ¶1 Schools in the region  │                                  │  ↑   ¶1, further up: “Schools in  ↑ ▐
    │    stayed closed for the day.  │                                  │      the region stayed closed     · ▐
                                     │                                  │      for the day.”                · ▐
                                     │                                  │


     − no counterpart found in B
     A ⇄ B, C, pair 1/3 · base A · A ¶3/3 · difference 5/5 · 2 findings · hidden: 1 alike
     enter go there  esc close  0 all  y copy  E export  : commands                                                                                          ? keys
    ");
}

#[test]
fn a_filter_is_said_with_the_way_out_of_it_in_every_width() {
    let mut told = Vec::new();
    for width in [60, 80, 120] {
        let picture = sample((width, 24)).keys("f m + esc").picture();
        let lines: Vec<&str> = picture.lines().skip(22).collect();
        told.push(lines.join("\n"));
    }
    insta::assert_snapshot!(told.join("\n"), @"
    base A: A ⇄ B · A ¶1 · 0/9 · only + ↓; 0: all · 37 hidden
    n next  d why  0 every kind  f list         ? keys  q quit
    A ⇄ B 1/10 · base A · A ¶1/18 · 0/9 · only: not in the base, moved · 37 hidden
    n next  N back  0 every kind  enter why  f list  s story        ? keys  q quit
    A ⇄ B, pair 1/10 · base A · A ¶1/18 · difference 0/9 · only: not in the base, moved (67 others) · 37 hidden
    n next  N back  0 every kind  enter why  f list  s story  / search  e export  p articles  z fold        ? keys  q quit
    ");
}

#[test]
fn typography_that_differs_is_marked_and_counted() {
    let screen = sample((120, 40)).keys("w");
    let against = &screen.state.reading.page.spread.comparisons()[0];
    let minor = against.compared.comparison.changes.iter().filter(|change| crate::page::is_minor(change.class)).count();
    assert_eq!(screen.state.minor(), minor);
    // Also where a sentence has several counterparts, as this one: each quotation mark of it, in both articles.
    let mut terminal = super::Terminal::new(super::TestBackend::new(120, 40)).unwrap();
    terminal.draw(|frame| super::view::draw(frame, &screen.keys("6 G").state)).unwrap();
    let buffer = terminal.backend().buffer();
    let marked = |x: u16, y: u16| buffer[(x, y)].modifier.contains(ratatui::style::Modifier::REVERSED);
    let mut signs = String::new();
    for y in 1..36 {
        signs.extend((0..116).filter(|x| marked(*x, y)).map(|x| buffer[(x, y)].symbol()));
    }
    insta::assert_snapshot!(signs, @r#"““Iran’s"Iran's”"primeministerLastlast“”"""#);
}

#[test]
fn whoever_chose_a_kind_of_findings_is_told_of_the_finding_first() {
    let screen = sample((120, 40)).keys("f c enter enter");
    let picture = screen.picture();
    let why = picture.lines().skip_while(|line| !line.contains(" Why ")).nth(1).unwrap_or_default();
    assert!(why.contains("◆ quotation: "), "{picture}");
}

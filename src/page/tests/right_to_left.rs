//! Pages of Hebrew and Arabic, as a terminal draws them that sets one cell after the other from left to right.
#![allow(clippy::unwrap_used)]

use super::{compared, picture};
use crate::{
    page::{Marking, Page, Piece, Role, Spread, wrap_in},
    story::Side,
    text::{bidi::Order, fold::fold, visible::stand_in, width::columns},
};
use proptest::prelude::*;
use std::sync::Arc;

const HEBREW: [&str; 2] = [
    "ראש הממשלה אמר ביום שני כי 15 חיילים נהרגו בהתקפה ליד הגבול (כך לפי Reuters).\n\nThe spokesman said “שלום” twice.\n",
    "ראש הממשלה אמר ביום שני כי 17 חיילים נהרגו בהתקפה ליד הגבול (כך לפי Reuters).\n\nThe spokesman said “שלום” once.\n",
];

fn page(order: Order, [left, right]: [&str; 2], width: usize) -> Page {
    let (story, compared) = compared(left, right);
    let marking = Marking { order, ..Marking::default() };
    Page::new(Arc::new(Spread::pair(story, &compared, Side::Left)), width, false, marking, &[])
}

#[test]
fn hebrew_is_read_from_the_right_of_its_column_and_numbers_and_names_from_the_left() {
    insta::assert_snapshot!(picture(&page(Order::Visual, HEBREW, 80)), @r#"
    ~ 1     15 יכ ינש םויב רמא הלשממה שאר ~  ~ 1     17 יכ ינש םויב רמא הלשממה שאר
    s###    ff........................... s  s###    ff...........................
        ךכ) לובגה דיל הפקתהב וגרהנ םילייח │      ךכ) לובגה דיל הפקתהב וגרהנ םילייח
        ................................. |      .................................
                            .(Reuters יפל │                          .(Reuters יפל
                            ............. |                          .............
                                          │
                                          |
    ~ 2 The spokesman said “םולש” twice.  ~  ~ 2 The spokesman said “םולש” once.
    s###..........................rrrrr.  s  s###..........................aaaa.
                                          │
                                          |
    "#);
}

#[test]
fn a_terminal_that_orders_letters_itself_gets_them_as_they_are_spoken() {
    insta::assert_snapshot!(picture(&page(Order::Logical, HEBREW, 80)), @r#"
    ~ 1 ראש הממשלה אמר ביום שני כי 15     ~  ~ 1 ראש הממשלה אמר ביום שני כי 17
    s###...........................ff     s  s###...........................ff
        חיילים נהרגו בהתקפה ליד הגבול (כך │      חיילים נהרגו בהתקפה ליד הגבול (כך
        ................................. |      .................................
        לפי Reuters).                     │      לפי Reuters).
        .............                     |      .............
                                          │
                                          |
    ~ 2 The spokesman said “שלום” twice.  ~  ~ 2 The spokesman said “שלום” once.
    s###..........................rrrrr.  s  s###..........................aaaa.
                                          │
                                          |
    "#);
}

#[test]
fn arabic_with_english_and_figures() {
    let arabic = [
        "قال الوزير إن 1,200 شخص وصلوا إلى Tehran يوم 12 مايو. لم يعلق أحد.\n",
        "قال الوزير إن 1,300 شخص وصلوا إلى Tehran يوم 12 مايو. لم يعلق أحد.\n",
    ];
    insta::assert_snapshot!(picture(&page(Order::Visual, arabic, 80)), @r#"
    ~ 1 ﻰﻟﺇ ﺍﻮﻠﺻﻭ ﺺﺨﺷ 1,200 ﻥﺇ ﺮﻳﺯﻮﻟﺍ ﻝﺎﻗ ~  ~ 1 ﻰﻟﺇ ﺍﻮﻠﺻﻭ ﺺﺨﺷ 1,300 ﻥﺇ ﺮﻳﺯﻮﻟﺍ ﻝﺎﻗ
    s###..............fffff.............. s  s###..............fffff..............
         .ﺪﺣﺃ ﻖﻠﻌﻳ ﻢﻟ .ﻮﻳﺎﻣ 12 ﻡﻮﻳ Tehran │       .ﺪﺣﺃ ﻖﻠﻌﻳ ﻢﻟ .ﻮﻳﺎﻣ 12 ﻡﻮﻳ Tehran
         ................................ |       ................................
                                          │
                                          |
    "#);
}

/// What a run says it shows is what it shows, in whichever order.
fn shows_its_source(text: &str, width: usize) {
    let piece = Piece { at: Some((crate::story::ArticleId::new(0), 0)), ..Piece::new(text, Role::Plain) };
    let [logical, visual] = [Order::Logical, Order::Visual].map(|order| wrap_in(order, &[piece], width).lines);
    assert_eq!(logical.len(), visual.len(), "the lines break alike");
    for (spoken, drawn) in logical.iter().zip(&visual) {
        let wide = |runs: &[crate::page::Run]| runs.iter().map(|run| usize::from(columns(&run.text).0)).sum::<usize>();
        assert_eq!(wide(spoken), wide(drawn), "{drawn:?} is not as wide as {spoken:?}");
        let ends = |runs: &[crate::page::Run]| {
            let sources = runs.iter().filter_map(|run| run.source);
            (sources.clone().map(|source| source.span.start).min(), sources.map(|source| source.span.end).max())
        };
        assert_eq!(ends(spoken), ends(drawn));
        for run in drawn {
            let of = run.source.unwrap().span.of(text);
            let letters = |text: &str| {
                let mut letters: Vec<char> =
                    fold(text).chars().filter(|c| c.is_alphanumeric() && stand_in(*c).is_none()).collect();
                letters.sort_unstable();
                letters
            };
            assert_eq!(letters(&run.text), letters(of));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_line_is_as_wide_in_any_order_and_its_runs_show_what_they_say(text in "[a-zא-ת٠-٩ا-ي0-9().,“” \u{5b0}-\u{5bc}\u{202e}\u{200f}北]{0,60}", width in 4_usize..30) {
        shows_its_source(&text, width);
    }
}

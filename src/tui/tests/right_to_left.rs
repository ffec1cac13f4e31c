//! Hebrew in the program's own lines: names, tables and lists keep their order, and each word its own.

use super::Screen;
use crate::{intake, page::Glyphs, story::Story};

/// Two tellings in Hebrew, with outlets and headlines.
fn hebrew() -> Story {
    let page = |outlet: &str, headline: &str, killed: u32| {
        format!(
            "<html><head><meta property='og:site_name' content='{outlet}'><meta property='article:published_time' \
             content='2026-05-12'></head><body><article><h1>{headline}</h1><p>ראש הממשלה אמר ביום שני כי {killed} חיילים נהרגו \
             בהתקפה ליד הגבול הצפוני של המדינה, כך לפי דובר הצבא.</p><p>“איש לא ידע דבר”, אמר השר משה כהן ביום שני בערב.</p>\
             <p>The ministry said on Monday that schools near the border will stay closed.</p></article></body></html>"
        )
    };
    let pages = [("a.html", page("הארץ", "מלחמה בצפון", 15)), ("b.html", page("מעריב", "בצפון: 17 הרוגים", 17))];
    intake::from_bytes(pages)
}

/// The lines of the picture of the window in which `keys` were pressed that hold one of `words`.
fn lines(keys: &str, words: &[&str]) -> String {
    let picture = Screen::new(hebrew(), (110, 26), Glyphs::UNICODE).keys(keys).picture();
    let found = picture.lines().filter(|line| words.iter().any(|word| line.contains(word)));
    found.map(|line| format!("{}\n", line.trim_end())).collect()
}

#[test]
fn an_outlet_stands_before_its_headline_and_a_figure_after_its_word() {
    insta::assert_snapshot!(lines("", &["(base)"]), @" A (base) ץראה: ןופצב המחלמ                            B בירעמ: םיגורה 17 :ןופצב");
    insta::assert_snapshot!(lines("p", &["headline", "html"]), @"
             headline                                                   outlet file   date          words shared
     A  base ןופצב המחלמ                                                ץראה   a.html 2026-05-12       45
    >B       םיגורה 17 :ןופצב                                           בירעמ  b.html 2026-05-12       46  100 %
     B: בירעמ · b.html · 2026-05-12 · םיגורה 17 :ןופצב
    ");
    insta::assert_snapshot!(lines("f", &["↔"]), @"
    >≈ partial          A ¶1    ןופצב המחלמ ↔ םיגורה 17 :ןופצב
     ◆ headline         B ¶1    םיגורה 17 :ןופצב ↔ ןופצב המחלמ
     ◆ figure, name     A ¶2    15 ↔ 17
    ");
    insta::assert_snapshot!(lines("s", &["2", "3"]), @"
    .אבצה רבוד יפל ךכ ,הנידמה לש ינופצה לובגה דיל הפקתהב וגרהנ םילייח 15 יכ ינש םויב רמא הלשממה שאר     2   ~2
    .ברעב ינש םויב ןהכ השמ רשה רמא ,”רבד עדי אל שיא“                                                    3   =3
    A ⇄ B, pair 1/1 · base A · A ¶1/4 · difference 1/2 · 2 findings · 2 notes: enter · hidden: 2 alike
    ");
    insta::assert_snapshot!(lines("S", &["¶"]), @"
       A ¶3, nobody named: ”רבד עדי אל שיא“
       B ¶3, nobody named: ”רבד עדי אל שיא“
    A ⇄ B, pair 1/1 · base A · A ¶1/4 · difference 1/2 · 2 findings · 2 notes: enter · hidden: 2 alike
    ");
    insta::assert_snapshot!(lines("n d", &["count most", "."]), @"
    │                                             .אבצה │ │                                             .אבצה  · ▐
     ⋯   2 paragraphs alike · .ברעב ינש םויב ןהכ השמ רשה רמא ,”רבד עדי אל שיא“                                 · ▐
      A ¶2       .אבצה רבוד יפל ךכ ,הנידמה לש ינופצה לובגה דיל הפקתהב וגרהנ םילייח 15 יכ ינש םויב רמא הלשממה שאר
      B ¶2       .אבצה רבוד יפל ךכ ,הנידמה לש ינופצה לובגה דיל הפקתהב וגרהנ םילייח 17 יכ ינש םויב רמא הלשממה שאר
      score .## (how surely they belong together, from 0 to 1): a run of 12 shared words
      words that tie them, the rarest count most: הלשממה .##, םילייח .##, הפקתהב .##, ינופצה .##, הנידמה .##,
      וגרהנ .##, לובגה .##, רבוד .##, אבצה .##, שאר .##, דיל .##, יפל .##
    ");
}

#[test]
fn a_search_is_told_with_its_hits_behind_it() {
    let screen = Screen::new(hebrew(), (110, 26), Glyphs::UNICODE).keys("/ ש נ י enter");
    insta::assert_snapshot!(screen.picture().lines().rev().nth(1).unwrap(), @" A ⇄ B, pair 1/1 · base A · A ¶2/4 · 2 findings · /ינש 1/4 (A 2, B 2) · 2 notes: enter · hidden: 2 alike");
}

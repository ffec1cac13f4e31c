#![allow(clippy::unwrap_used, clippy::string_slice)]

use proptest::prelude::*;

use super::*;
use crate::text::width::columns;

fn piece(text: &str) -> Piece<'_> {
    Piece { text, role: Role::Plain, cue: None, at: Some((ArticleId::new(0), 0)), foreign: false }
}

/// The lines, each between bars, so that blanks at a line's end would show.
fn lines(text: &str, width: usize) -> Vec<String> {
    let one = |runs: &Vec<Run>| format!("|{}|", runs.iter().map(|run| run.text.as_str()).collect::<String>());
    wrap(&[piece(text)], width).iter().map(one).collect()
}

#[test]
fn words_stay_whole_and_blanks_at_the_end_go() {
    assert_eq!(lines("Iran’s foreign ministry  insisted", 10), ["|Iran’s|", "|foreign|", "|ministry|", "|insisted|"]);
    assert_eq!(lines("one\n   two\tthree", 40), ["|one two    three|"]);
}

#[test]
fn punctuation_keeps_with_its_word() {
    assert_eq!(lines("He said “no”, twice – really.", 9), ["|He said|", "|“no”,|", "|twice –|", "|really.|"]);
    assert_eq!(lines("Quoi ? Rien !", 8), ["|Quoi ?|", "|Rien !|"]);
}

#[test]
fn long_words_are_broken_but_never_before_their_stop() {
    assert_eq!(lines("abcdefghij", 4), ["|abcd|", "|efgh|", "|ij|"]);
    assert_eq!(lines("abcdefgh.", 4), ["|abcd|", "|efg|", "|h.|"]);
    assert_eq!(lines("a well-known thing", 7), ["|a well-|", "|known|", "|thing|"]);
}

#[test]
fn soft_hyphens_show_only_where_a_line_ends() {
    assert_eq!(lines("Donau\u{ad}dampf\u{ad}schiff", 8), ["|Donau-|", "|dampf-|", "|schiff|"]);
    assert_eq!(lines("Donau\u{ad}dampf\u{ad}schiff", 20), ["|Donaudampfschiff|"]);
}

#[test]
fn a_word_broken_at_the_end_of_a_line_is_one_again() {
    assert_eq!(lines("a volun-\n tary recall", 20), ["|a volun-tary recall|"]);
    assert_eq!(lines("a volun-\n tary recall", 9), ["|a volun-|", "|tary|", "|recall|"]);
    assert_eq!(lines("Donau\u{ad}\ndampf -\nschiff", 20), ["|Donaudampf - schiff|"]);
}

#[test]
fn letters_of_the_world_are_not_cut() {
    assert_eq!(lines("外交部发言人说，双方。", 8), ["|外交部发|", "|言人说，|", "|双方。|"]);
    assert_eq!(lines("👩‍👩‍👧 e\u{301}te\u{301}", 4), ["|👩‍👩‍👧|", "|e\u{301}te\u{301}|"]);
    assert_eq!(lines("قال المتحدث", 7), ["|قال|", "|المتحدث|"]);
}

#[test]
fn nothing_that_a_terminal_obeys_comes_out() {
    assert_eq!(lines("a\u{1b}[31mb\u{202e}c", 40), ["|a␛[31mb⇄c|"]);
    assert_eq!(lines("\u{301}x", 40), ["|\u{25cc}\u{301}x|"]);
}

fn hostile() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        8 => "[a-z ]".prop_map(|s: String| s),
        2 => "[-.,!?“”’()–]".prop_map(|s: String| s),
        2 => prop::sample::select(vec!["外", "。", "👩‍👩‍👧", "e\u{301}", "\u{ad}", "\t", "\n", "\u{1b}", "क्षि", "ﷺ", "\u{200d}", "한"])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(letter, 0..60).prop_map(|letters| letters.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_line_is_wider_than_the_column(text in hostile(), width in NARROWEST..40) {
        for line in wrap(&[piece(&text)], width) {
            let used: usize = line.iter().map(Run::columns).sum();
            prop_assert!(used <= width, "{used} > {width}: {line:?}");
        }
    }

    #[test]
    fn every_letter_is_kept_in_order(text in hostile(), width in NARROWEST..40) {
        let mut at = 0;
        for run in wrap(&[piece(&text)], width).iter().flatten() {
            let span = run.source.unwrap().span;
            prop_assert!(text[at..span.start as usize].trim().is_empty(), "lost {:?}", &text[at..span.start as usize]);
            at = span.end as usize;
            prop_assert!(!run.text.chars().any(char::is_control));
        }
        prop_assert!(text[at..].trim().is_empty(), "lost {:?}", &text[at..]);
    }

    #[test]
    fn runs_are_as_wide_as_their_letters(text in hostile(), width in NARROWEST..40) {
        for line in wrap(&[piece(&text)], width) {
            let whole: String = line.iter().map(|run| run.text.as_str()).collect();
            let sum: usize = line.iter().map(Run::columns).sum();
            prop_assert_eq!(usize::from(columns(&whole).0), sum);
        }
    }
}

#[test]
fn thai_is_broken_where_a_syllable_is_sure_to_begin() {
    assert_eq!(lines("กล่าวเมื่อวันจันทร์แล้วๆ", 12), ["|กล่าว|", "|เมื่อวันจันทร์|", "|แล้วๆ|"]);
    assert_eq!(lines("ວັນຈັນເມືອງ", 6), ["|ວັນຈັນ|", "|ເມືອງ|"]);
}

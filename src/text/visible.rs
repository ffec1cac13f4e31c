//! The one place that makes strangers' text safe for a terminal: control characters, escape sequences, bidi overrides and
//! invisible characters become visible stand-ins. Exports that are not for a terminal keep the characters themselves.
//!
//! Every stand-in is one column wide, and none is itself replaced, so making a text visible twice changes nothing more.
//!
//! | characters | why | stand-in |
//! |---|---|---|
//! | C0 controls, DEL | a terminal obeys them: ESC begins colours, titles, the clipboard (OSC 52), device strings | `␀` … `␛` … `␡` |
//! | C1 controls U+0080–009F | CSI, OSC, DCS, APC in one character | `�` |
//! | bidi marks, embeddings, overrides, isolates U+061C, 200E–200F, 202A–202E, 2066–2069 | they show letters in another order than they are read ("Trojan Source", Boucher and Anderson 2021) | `⇄` |
//! | line and paragraph separator U+2028–2029 | some programs break lines there | `␤` |
//! | soft hyphen U+00AD | shown by some terminals and not by others, so columns slip | `·` |
//! | zero-width space, word joiner, invisible operators, U+FEFF inside a text, deprecated format characters U+206A–206F | they hide differences: two words that look alike are not | `·` |
//! | combining grapheme joiner, Hangul and Khmer fillers, Mongolian separators, Braille blank | letters by class, white or nothing to the eye | `�` |
//! | interlinear annotation, shorthand, musical and hieroglyphic format characters | hide or rearrange text | `�` |
//! | vowels and finals of Hangul (U+1160–11FF, D7B0–D7FB) with no letter to join | no column is theirs, so a screen leaves them out | `�` |
//! | tags U+E0000–E0FFF | an invisible copy of ASCII, used to smuggle text | `�` |
//! | variation selectors that select nothing: repeated, with no base, or behind a letter that has no variants | the same trick | `�` |
//! | noncharacters U+FFFE, FDD0 … | never letters | `�` |
//! | private use U+E000–F8FF, planes 15 and 16 | what they look like, and how wide they are, is each terminal's own affair | `�` |
//! | more than eight marks on one letter | they climb over the lines above and below | the first is shown as `�`, the others with it |
//!
//! U+200C and U+200D stay where they join letters of Arabic, Mongolian, Indic and kindred scripts or parts of an emoji, which are misspelt
//! without; elsewhere they are shown as `·`. U+FE0E and U+FE0F stay behind emoji and the signs that are also emoji, the other selectors behind
//! signs of mathematics, ideographs and letters of Asian scripts (StandardizedVariants.txt of Unicode 17).

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// A letter keeps at most this many marks; no orthography needs more.
const MOST_MARKS: usize = 8;

/// `text` with every character that a terminal could obey, or that a reader could not see, replaced by a stand-in.
/// Line breaks and tabs are replaced too; whoever lays text out treats them before.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) || !text.chars().any(is_suspect) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    let mut before = None;
    let mut marks = 0;
    while let Some(c) = chars.next() {
        let sign = stand_in(c).or_else(|| match c {
            '\u{200c}' | '\u{200d}' => {
                // The text may be a cluster that ends with its joiner.
                let joined = before.is_some_and(joins) && chars.peek().copied().is_none_or(joins);
                (!joined).then_some('·')
            }
            '\u{fe00}'..='\u{fe0f}' => (!before.is_some_and(|base| has_variant(base, c))).then_some('\u{fffd}'),
            _ if is_jamo_that_joins(c) => (!before.is_some_and(is_hangul)).then_some('\u{fffd}'),
            _ => None,
        });
        let shown = sign.unwrap_or(c);
        if is_combining_mark(shown) {
            marks += 1;
            match marks {
                0..=MOST_MARKS => out.push(shown),
                n if n == MOST_MARKS + 1 => out.push('\u{fffd}'),
                _ => {}
            }
        } else {
            marks = 0;
            out.push(shown);
        }
        before = Some(shown);
    }
    Cow::Owned(out)
}

/// The sign shown instead of `c`, or none where `c` may be shown as it is. Of what depends on the neighbours (joiners, variation
/// selectors, piled marks) only [`visible`] can judge; here it is let through, because no terminal obeys it.
#[must_use]
pub fn stand_in(c: char) -> Option<char> {
    Some(match c {
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c))?,
        ' '..='~' => return None,
        '\x7f' => '\u{2421}',
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '⇄',
        '\u{2028}' | '\u{2029}' => '\u{2424}',
        '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}' => '·',
        '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{ffa0}' => '\u{fffd}',
        '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' => {
            '\u{fffd}'
        }
        '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e0fff}' => '\u{fffd}',
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => '\u{fffd}',
        _ if u32::from(c) & 0xfffe == 0xfffe => '\u{fffd}',
        _ => return None,
    })
}

/// Whether `c` may have to be replaced, alone or for its neighbours.
fn is_suspect(c: char) -> bool {
    c > '~'
        && (matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
            || is_combining_mark(c)
            || is_jamo_that_joins(c))
        || stand_in(c).is_some()
}

/// Whether a joiner may stand beside `c`: letters and marks of scripts whose letters join or cluster, emoji.
fn joins(c: char) -> bool {
    let clusters = matches!(c,
        '\u{600}'..='\u{8ff}' // Arabic, Syriac, N'Ko, Mandaic
        | '\u{900}'..='\u{dff}' // India, Sinhala
        | '\u{f00}'..='\u{109f}' // Tibetan, Myanmar
        | '\u{1700}'..='\u{18af}' // Philippines, Khmer, Mongolian
        | '\u{1900}'..='\u{1cff}' // Limbu to Vedic signs
        | '\u{a800}'..='\u{abff}'
        | '\u{fb50}'..='\u{fdcf}'
        | '\u{fdf0}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{10a00}'..='\u{11fff}');
    clusters && (c.is_alphabetic() || is_combining_mark(c)) || is_emoji(c) || c == '\u{fe0f}'
}

/// Vowels and finals that are one syllable with what stands before them.
fn is_jamo_that_joins(c: char) -> bool {
    matches!(c, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}')
}

/// Whether a vowel or a final may join `c`: initials, syllables, vowels and finals.
fn is_hangul(c: char) -> bool {
    is_jamo_that_joins(c) || matches!(c, '\u{1100}'..='\u{115e}' | '\u{a960}'..='\u{a97c}' | '\u{ac00}'..='\u{d7a3}')
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
        && c != '⇄'
}

/// Whether the variation `selector` can select something behind `c`.
fn has_variant(c: char, selector: char) -> bool {
    match selector {
        // Text or picture: emoji, and the signs of keycaps and trade.
        '\u{fe0e}' | '\u{fe0f}' => {
            is_emoji(c)
                || matches!(
                    c,
                    '0'..='9' | '#' | '*' | '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | 'Ⓜ' | '〰' | '〽' | '㊗' | '㊙'
                )
                || matches!(c, '\u{25a0}'..='\u{25ff}')
        }
        // The slashed zero, punctuation set in a square, and what has variants of its shape.
        _ => {
            matches!(c, '0' | '‘'..='”')
                || matches!(c, '\u{1000}'..='\u{109f}' | '\u{2200}'..='\u{22ff}' | '\u{2a00}'..='\u{2aff}' | '\u{3000}'..='\u{30ff}')
                || matches!(c, '\u{3400}'..='\u{9fff}' | '\u{a840}'..='\u{a87f}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff9f}')
                || matches!(c, '\u{10ac0}'..='\u{10aff}' | '\u{20000}'..='\u{3ffff}' | '\u{13000}'..='\u{1342f}')
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthChar;

    use super::*;

    #[test]
    fn what_a_terminal_obeys_or_hides_is_shown() {
        for (text, shown) in [
            ("\x1b[31mred\x1b]52;c;cm0=\x07", "␛[31mred␛]52;c;cm0=␇"),
            ("\u{9b}31m\u{9d}0;title\u{9c}", "�31m�0;title�"),
            ("a\u{202e}b\u{202c}\u{2066}c\u{2069}\u{200f}", "a⇄b⇄⇄c⇄⇄"),
            ("pass\u{200b}word co\u{ad}op\u{feff}", "pass·word co·op·"),
            ("a\nb\tc\u{2028}d\0", "a␊b␉c␤d␀"),
            ("hi\u{e0041}\u{e0042}\u{fff9}", "hi���"),
            ("x\u{fe01}\u{fe02}\u{fe03}", "x���"),
            ("a\u{fe00}b\u{fe0f}c\u{fe0e}", "a�b�c�"),
            ("\u{e000}\u{f8ff}\u{f0000}\u{10fffd}", "����"),
            ("ש\u{200d}ל 日\u{200c}本", "ש·ל 日·本"),
            ("pass\u{200d}word\u{200c}", "pass·word·"),
            ("a\u{ffff}\u{3164}", "a��"),
            ("\u{13000}\u{13430}\u{1343f}", "\u{13000}��"),
            ("pass\u{1161}word", "pass�word"),
        ] {
            assert_eq!(visible(text), shown, "{text:?}");
        }
    }

    #[test]
    fn what_belongs_to_a_word_or_an_emoji_is_kept() {
        for text in [
            "naïve cafe\u{301}",
            "1\u{fe0f}\u{20e3} ❤\u{fe0e} 葛\u{fe00} ∩\u{fe00} ©\u{fe0f}",
            "👩‍👩‍👧 ❤️ 🏳️‍🌈 🇮🇱 👍🏽",
            "می\u{200c}خواهم",
            "क\u{94d}\u{200d}ष",
            "ที่นี่",
            "Ghasemi said “no” …",
            "יְרוּשָׁלַיִם",
            "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} 각\u{11a8}",
        ] {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn piled_marks_are_cut() {
        assert_eq!(visible(&format!("z{}o", "\u{301}".repeat(30))), format!("z{}\u{fffd}o", "\u{301}".repeat(8)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn visible_text_has_nothing_to_obey_and_stays(text in any::<String>()) {
            let shown = visible(&text).into_owned();
            prop_assert!(shown.chars().all(|c| !c.is_control() && stand_in(c).is_none()), "{shown:?}");
            prop_assert_eq!(visible(&shown).into_owned(), shown);
        }

        #[test]
        fn every_stand_in_is_one_column(c in any::<char>()) {
            if let Some(sign) = stand_in(c) {
                prop_assert_eq!(sign.width(), Some(1));
                prop_assert_eq!(stand_in(sign), None);
            }
        }
    }
}

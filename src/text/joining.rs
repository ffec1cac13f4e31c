//! Arabic letters joined to their neighbours, for terminals that draw one cell after the other: where the program sets right-to-left
//! letters in order ([`super::bidi::Order::Visual`]), no terminal knows any more which letters stand beside each other in their word.
//!
//! A letter is drawn by the presentation form of its place (Unicode's Arabic Presentation Forms A and B: alone, last, first, in the
//! middle), as Vim does (`arabicshape`) and GNU FriBidi (`FRIBIDI_FLAG_SHAPE_ARAB_PRES`); the joining types are those of Unicode's
//! ArabicShaping.txt. It is the joining of a typewriter: no ligatures, so that every letter keeps its cell and its marks. Letters without
//! such forms (some of Sindhi, Uighur and the languages of Africa) are drawn as they stand alone, and so are Syriac and N'Ko.

use std::borrow::Cow;

/// Letters with their first presentation form, and how many follow one another: alone and last, or also first and middle.
const FORMS: [(char, char, u8); 52] = [
    ('ء', '\u{fe80}', 1),
    ('آ', '\u{fe81}', 2),
    ('أ', '\u{fe83}', 2),
    ('ؤ', '\u{fe85}', 2),
    ('إ', '\u{fe87}', 2),
    ('ئ', '\u{fe89}', 4),
    ('ا', '\u{fe8d}', 2),
    ('ب', '\u{fe8f}', 4),
    ('ة', '\u{fe93}', 2),
    ('ت', '\u{fe95}', 4),
    ('ث', '\u{fe99}', 4),
    ('ج', '\u{fe9d}', 4),
    ('ح', '\u{fea1}', 4),
    ('خ', '\u{fea5}', 4),
    ('د', '\u{fea9}', 2),
    ('ذ', '\u{feab}', 2),
    ('ر', '\u{fead}', 2),
    ('ز', '\u{feaf}', 2),
    ('س', '\u{feb1}', 4),
    ('ش', '\u{feb5}', 4),
    ('ص', '\u{feb9}', 4),
    ('ض', '\u{febd}', 4),
    ('ط', '\u{fec1}', 4),
    ('ظ', '\u{fec5}', 4),
    ('ع', '\u{fec9}', 4),
    ('غ', '\u{fecd}', 4),
    ('ف', '\u{fed1}', 4),
    ('ق', '\u{fed5}', 4),
    ('ك', '\u{fed9}', 4),
    ('ل', '\u{fedd}', 4),
    ('م', '\u{fee1}', 4),
    ('ن', '\u{fee5}', 4),
    ('ه', '\u{fee9}', 4),
    ('و', '\u{feed}', 2),
    ('ى', '\u{feef}', 2),
    ('ي', '\u{fef1}', 4),
    ('\u{671}', '\u{fb50}', 2),
    ('\u{679}', '\u{fb66}', 4),
    ('\u{67e}', '\u{fb56}', 4),
    ('\u{686}', '\u{fb7a}', 4),
    ('\u{688}', '\u{fb88}', 2),
    ('\u{691}', '\u{fb8c}', 2),
    ('\u{698}', '\u{fb8a}', 2),
    ('\u{6a4}', '\u{fb6a}', 4),
    ('\u{6a9}', '\u{fb8e}', 4),
    ('\u{6af}', '\u{fb92}', 4),
    ('\u{6ba}', '\u{fb9e}', 2),
    ('\u{6be}', '\u{fbaa}', 4),
    ('\u{6c0}', '\u{fba4}', 2),
    ('\u{6c1}', '\u{fba6}', 4),
    ('\u{6cc}', '\u{fbfc}', 4),
    ('\u{6d2}', '\u{fbae}', 2),
];

/// Asks for the letters beside it to be joined.
const JOINER: char = '\u{200d}';
/// Asks for the letters beside it not to be joined.
const NON_JOINER: char = '\u{200c}';

/// To which of its neighbours a letter may be joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joining {
    /// To none.
    None,
    /// To the one before it, which stands at its right.
    Before,
    /// To both.
    Both,
}

/// The letter `cluster`, with its marks, as it is drawn between the letters `before` and `after` it in its word, in the order they are
/// spoken; none at the end of a line.
#[must_use]
pub fn joined<'a>(before: Option<&str>, cluster: &'a str, after: Option<&str>) -> Cow<'a, str> {
    let Some(letter) = cluster.chars().next().filter(|c| ('\u{620}'..='\u{6ff}').contains(c)) else {
        return Cow::Borrowed(cluster);
    };
    let Ok(found) = FORMS.binary_search_by_key(&letter, |(letter, ..)| *letter) else {
        return Cow::Borrowed(cluster);
    };
    let (_, first, count) = FORMS[found];
    let to_before = joining(cluster) != Joining::None && before.is_some_and(reaches_on);
    let to_after = joining(cluster) == Joining::Both
        && !cluster.ends_with(NON_JOINER)
        && (cluster.ends_with(JOINER) || after.is_some_and(|after| joining(after) != Joining::None));
    let place = u32::from(to_before) + 2 * u32::from(to_after);
    let form = char::from_u32(u32::from(first) + place).filter(|_| place < u32::from(count)).unwrap_or(letter);
    let marks = cluster.chars().skip(1).filter(|c| !matches!(*c, JOINER | NON_JOINER));
    Cow::Owned(std::iter::once(form).chain(marks).collect())
}

/// Whether a letter may be joined to the letter after it.
fn reaches_on(cluster: &str) -> bool {
    !cluster.ends_with(NON_JOINER) && (joining(cluster) == Joining::Both || cluster.ends_with(JOINER))
}

fn joining(cluster: &str) -> Joining {
    let Some(letter) = cluster.chars().next() else { return Joining::None };
    match letter {
        '\u{622}'..='\u{625}' | '\u{627}' | '\u{629}' | '\u{62f}'..='\u{632}' | '\u{648}' | '\u{649}' => {
            Joining::Before
        }
        '\u{671}'..='\u{673}' | '\u{675}'..='\u{677}' | '\u{688}'..='\u{699}' | '\u{6ba}' | '\u{6c0}' => {
            Joining::Before
        }
        '\u{6c3}'..='\u{6cb}' | '\u{6cd}' | '\u{6cf}' | '\u{6d2}' | '\u{6d3}' | '\u{6d5}' | '\u{6ee}' | '\u{6ef}' => {
            Joining::Before
        }
        '\u{620}' | '\u{626}'..='\u{64a}' | '\u{66e}' | '\u{66f}' | '\u{678}'..='\u{6d1}' | '\u{6fa}'..='\u{6fc}' => {
            Joining::Both
        }
        '\u{6ff}' | '\u{750}'..='\u{77f}' => Joining::Both,
        _ => Joining::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width::{columns, graphemes};

    /// The letters of `text` as they are drawn, in the order they are spoken.
    fn drawn(text: &str) -> String {
        let letters: Vec<&str> = graphemes(text).map(|(_, cluster, _)| cluster).collect();
        let at = |at: Option<usize>| letters.get(at?).copied();
        (0..letters.len()).map(|n| joined(at(n.checked_sub(1)), letters[n], at(Some(n + 1)))).collect()
    }

    #[test]
    fn letters_take_the_form_of_their_place() {
        // Alone, first, middle, last.
        assert_eq!(drawn("ب"), "\u{fe8f}");
        assert_eq!(drawn("ببب"), "\u{fe91}\u{fe92}\u{fe90}");
        // Nothing is joined behind alef, dal, waw.
        assert_eq!(drawn("دار"), "\u{fea9}\u{fe8d}\u{fead}");
        assert_eq!(drawn("وزير"), "\u{feed}\u{feaf}\u{fef3}\u{feae}");
    }

    #[test]
    fn marks_stay_and_joiners_are_obeyed() {
        assert_eq!(drawn("مُحَ"), "\u{fee3}\u{64f}\u{fea2}\u{64e}");
        // Persian: the non-joiner keeps "می" apart from "خواهم".
        assert_eq!(drawn("می\u{200c}خ"), "\u{fee3}\u{fbfd}\u{fea5}");
        assert_eq!(drawn("ه\u{200d}"), "\u{feeb}");
        assert_eq!(drawn("said 12 שלום"), "said 12 שלום");
    }

    #[test]
    fn the_table_is_in_order_and_no_form_changes_the_width() {
        assert!(FORMS.is_sorted_by_key(|(letter, ..)| *letter));
        for (letter, first, count) in FORMS {
            for place in 0..u32::from(count) {
                let form = char::from_u32(u32::from(first) + place).map(String::from).unwrap_or_default();
                assert_eq!(columns(&form), columns(&letter.to_string()), "{letter}");
            }
        }
    }
}

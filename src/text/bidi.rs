//! The order in which letters are drawn, where some are written from right to left (Unicode Standard Annex 9). May be asked for the
//! levels of a text and for the visual order of a line of it. The only user of `unicode-bidi`.
//!
//! Overrides, embeddings and isolates of an article do nothing here: they are made visible before ([`super::visible`]), so the order
//! follows from the letters alone and no stranger can rearrange a line. The program sets isolates of its own around words of an article in a
//! line of its own ([`isolated`]), so that what stands beside them stays where it is.

use std::{borrow::Cow, ops::Range};

use unicode_bidi::{Level, ParagraphBidiInfo};

use super::{joining::joined, visible::visible, width::graphemes};

/// Who sets a line of right-to-left letters in the order it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The terminal does: letters are sent in the order they are spoken.
    #[default]
    Logical,
    /// The program does, for terminals that draw what comes first at the left.
    Visual,
}

impl Order {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Visual, Self::Logical];

    /// Who sets the letters in order: `program` or `terminal`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Visual => "program",
            Self::Logical => "terminal",
        }
    }

    /// The order of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// The levels of a text: even where letters go from left to right, odd where from right to left.
#[derive(Debug)]
pub struct Levels {
    by_byte: Vec<u8>,
    /// Whether the text as a whole goes from right to left: its first letter does.
    pub from_right: bool,
}

/// Whether `text` has letters that are written from right to left.
#[must_use]
pub fn has_rtl(text: &str) -> bool {
    // Below U+0590 there are none; in UTF-8 their first byte is at least 0xd6.
    text.bytes().any(|byte| byte >= 0xd6) && text.chars().any(is_rtl)
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic and their extensions; the presentation forms; the old scripts of the
/// Near East, Adlam and their neighbours.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The levels of `text`, which holds no line breaks; none where all of it goes from left to right. The stretches `apart`, in order, go the
/// way of their own first letters, and what stands around them is set as if they were one sign.
#[must_use]
pub fn levels(text: &str, apart: &[Range<usize>]) -> Option<Levels> {
    if !has_rtl(text) {
        return None;
    }
    let mut marked = String::with_capacity(text.len() + apart.len() * 6);
    let mut at = 0;
    for Range { start, end } in apart {
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        marked.extend([part(at, *start), OPEN, part(*start, *end), CLOSE]);
        at = *end;
    }
    marked.push_str(text.get(at..).unwrap_or_default());
    let info = ParagraphBidiInfo::new(&marked, None);
    let is_own = |at: &usize| ![OPEN, CLOSE].contains(&marked.get(*at..*at + OPEN.len()).unwrap_or_default());
    let mut marks = (0..marked.len()).filter(|at| !is_own(at)).flat_map(|at| at..at + OPEN.len()).peekable();
    let by_byte = info.levels.iter().enumerate().filter(|(at, _)| marks.next_if_eq(at).is_none());
    let by_byte = by_byte.map(|(_, level)| level.number()).collect();
    Some(Levels { by_byte, from_right: info.paragraph_level.is_rtl() })
}

/// The marks around words whose order is their own: first strong isolate, and the end of an isolate.
const OPEN: &str = "\u{2068}";
const CLOSE: &str = "\u{2069}";

/// Words of a stranger, safe for a terminal, for a line of the program's own: set in their own order, and what stands before and after them
/// stays before and after them. The marks that say so take no column, and [`visual`] and [`unmarked`] take them out.
#[must_use]
pub fn isolated(text: &str) -> Cow<'_, str> {
    let text = visible(text);
    if has_rtl(&text) { Cow::Owned(format!("{OPEN}{text}{CLOSE}")) } else { text }
}

/// `text` without the marks of [`isolated`].
#[must_use]
pub fn unmarked(text: &str) -> Cow<'_, str> {
    if text.contains(is_mark) { Cow::Owned(text.replace(is_mark, "")) } else { Cow::Borrowed(text) }
}

/// `text` safe for a terminal, as [`visible`] makes it, but with the marks of [`isolated`].
#[must_use]
pub fn safe(text: &str) -> Cow<'_, str> {
    if !text.contains(is_mark) {
        return visible(text);
    }
    let mut out = String::with_capacity(text.len());
    for part in text.split_inclusive(is_mark) {
        let words = part.trim_end_matches(is_mark);
        out.push_str(&visible(words));
        out.push_str(part.strip_prefix(words).unwrap_or_default());
    }
    Cow::Owned(out)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{2068}' | '\u{2069}')
}

impl Levels {
    /// The level of the letter that begins at byte `at`.
    #[must_use]
    pub fn at(&self, at: usize) -> u8 {
        self.by_byte.get(at).copied().unwrap_or(u8::from(self.from_right))
    }
}

/// The places of a line's letters from left to right, given the level of each in the order they are spoken (rule L2).
#[must_use]
pub fn order(levels: &[u8]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let (Some(highest), Some(lowest)) =
        (levels.iter().max(), levels.iter().filter(|level| !level.is_multiple_of(2)).min())
    else {
        return order;
    };
    for level in (*lowest..=*highest).rev() {
        let mut at = 0;
        while at < levels.len() {
            let end = levels[at..].iter().position(|other| *other < level).map_or(levels.len(), |short| at + short);
            order[at..end].reverse();
            at = end + 1;
        }
    }
    order
}

/// `cluster` as it is drawn at `level`: where letters go from right to left, brackets and their like are mirrored (rule L4).
#[must_use]
pub fn drawn(cluster: &str, level: u8) -> &str {
    if level.is_multiple_of(2) {
        return cluster;
    }
    match cluster {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "{" => "}",
        "}" => "{",
        "<" => ">",
        ">" => "<",
        "«" => "»",
        "»" => "«",
        "‹" => "›",
        "›" => "‹",
        "≤" => "≥",
        "≥" => "≤",
        _ => cluster,
    }
}

/// One line of text of the program's own, with words of an article in it, in the order it is drawn from left to right: without the marks
/// of those that are [`isolated`].
#[must_use]
pub fn visual(text: &str) -> Cow<'_, str> {
    if !has_rtl(text) {
        return Cow::Borrowed(text);
    }
    let info = ParagraphBidiInfo::new(text, Some(Level::ltr()));
    let clusters: Vec<(&str, u8)> =
        graphemes(text).map(|(at, cluster, _)| (cluster, info.levels.get(at).map_or(0, Level::number))).collect();
    let levels: Vec<u8> = clusters.iter().map(|(_, level)| *level).collect();
    let beside = |at: Option<usize>| clusters.get(at?).map(|(cluster, _)| *cluster);
    let letter = |at: usize| {
        let (cluster, level) = clusters[at];
        joined(beside(at.checked_sub(1)), drawn(cluster, level), beside(at.checked_add(1)))
    };
    let mark = |at: &usize| clusters[*at].0.contains(is_mark);
    Cow::Owned(order(&levels).into_iter().filter(|at| !mark(at)).map(letter).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn letters_stand_where_they_are_read() {
        // Capitals would be easier to read; these are the letters themselves, from left to right as a terminal draws them.
        for (spoken, drawn) in [
            ("abc", "abc"),
            ("אבג", "גבא"),
            ("said אבג twice", "said גבא twice"),
            ("אב 12,300 גד", "דג 12,300 בא"),
            ("A ¶3 “אב” is 5", "A ¶3 “בא” is 5"),
            ("(אב) [גד]", "(בא) [דג]"),
            ("אב (גד) הו", "וה (דג) בא"),
            ("مرحبا", "\u{fe8e}\u{fe92}\u{fea3}\u{feae}\u{fee3}"),
        ] {
            assert_eq!(visual(spoken), drawn, "{spoken}");
        }
    }

    #[test]
    fn marks_stay_on_their_letters() {
        assert_eq!(visual("שָׁלוֹם"), "םוֹלשָׁ");
    }

    #[test]
    fn a_text_goes_the_way_of_its_first_letter() {
        assert!(levels("12 “אב” said", &[]).unwrap().from_right);
        assert!(!levels("said אב", &[]).unwrap().from_right);
        assert!(levels("said", &[]).is_none());
    }

    #[test]
    fn isolated_words_leave_what_stands_beside_them_in_its_place() {
        let line = |words: [&str; 3]| words.map(isolated).join(" · ") + " · 12";
        assert_eq!(visual(&line(["אב גד", "הו", "3"])), "דג בא · וה · 3 · 12");
        assert_eq!(visual("אב גד · הו · 3 · 12"), "12 · 3 · וה · דג בא", "without it they are one line of Hebrew");
        assert_eq!(line(["a", "b", "c"]), "a · b · c · 12", "and nothing is changed where there is none");
        assert_eq!(isolated("\u{2068}אב\u{202e}"), "\u{2068}⇄אב⇄\u{2069}", "a stranger's marks are shown");
        assert_eq!(super::super::width::columns(&isolated("אב")).0, 2);
        assert_eq!(safe("\x1b\u{2068}אב\x07\u{2069}"), "␛\u{2068}אב␇\u{2069}");
        assert_eq!(unmarked(&isolated("אב")), "אב");
        let apart = levels("x אב, 5", std::slice::from_ref(&(2..6))).unwrap();
        assert_eq!([0, 2, 4, 6, 8].map(|at| apart.at(at)), [0, 1, 1, 0, 0]);
        assert_eq!(levels("x אב, 5", &[]).unwrap().at(6), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn the_order_is_that_of_the_annex(levels in prop::collection::vec(0_u8..4, 0..24)) {
            let reference: Vec<Level> = levels.iter().map(|level| Level::new(*level).unwrap()).collect();
            prop_assert_eq!(order(&levels), ParagraphBidiInfo::reorder_visual(&reference));
        }

        #[test]
        fn nothing_is_lost(text in "[a-z א-ת٠-٩ا-ي0-9().,]{0,40}") {
            let sorted = |text: &str| { let mut all: Vec<char> = fold(text).chars().map(|c| match c { ')' => '(', c => c }).collect(); all.sort_unstable(); all };
            prop_assert_eq!(sorted(&visual(&text)), sorted(&text));
        }
    }
}

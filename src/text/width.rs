//! How wide text is on a terminal. The only user of `unicode-width`; text is cut at grapheme and column borders through here
//! alone.
//!
//! The measure is the one that the screen is drawn by: each extended grapheme cluster (Unicode Standard Annex 29) takes the columns of
//! its string width (Annex 11, with emoji sequences and variation selectors), so a family of five joined by U+200D takes two, a
//! letter with its accents one, and a text is as wide as its clusters together.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A number of terminal columns. Never a byte offset and never an index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Columns(pub u16);

/// How many columns `text` takes. Text wider than 65,535 columns counts as that. Control characters should have been made visible
/// before.
#[must_use]
pub fn columns(text: &str) -> Columns {
    if text.is_ascii() && !text.bytes().any(|b| b.is_ascii_control()) {
        return Columns(u16::try_from(text.len()).unwrap_or(u16::MAX));
    }
    if let Some(count) = text.chars().try_fold(0_usize, |count, c| stands_alone(c).then_some(count + 1)) {
        return Columns(u16::try_from(count).unwrap_or(u16::MAX));
    }
    graphemes(text).fold(Columns(0), |sum, (.., wide)| Columns(sum.0.saturating_add(wide.0)))
}

/// The extended grapheme clusters of `text`, each with its byte offset and its width.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str, Columns)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        // A letter of ASCII before another has no marks on it, and needs no tables: nearly all of the Western press is that.
        let plain = |byte: &u8| matches!(byte, b' '..=b'~');
        let cluster = match rest.as_bytes() {
            [first, next, ..] if plain(first) && plain(next) => rest.get(..1)?,
            _ => rest.graphemes(true).next()?,
        };
        let from = at;
        at += cluster.len();
        Some((from, cluster, Columns(cluster_columns(cluster))))
    })
}

/// `text` cut in two at the last cluster border that leaves at most `width` columns before it.
#[must_use]
pub fn cut(text: &str, width: Columns) -> (&str, &str) {
    // No letter takes more columns than it has bytes.
    if text.len() <= usize::from(width.0) {
        return (text, "");
    }
    let mut used = 0_u16;
    for (at, _, columns) in graphemes(text) {
        used = used.saturating_add(columns.0);
        if used > width.0 {
            return text.split_at_checked(at).unwrap_or((text, ""));
        }
    }
    (text, "")
}

/// The beginning of `text` that fits into `width` columns; where not all of it does, with `…` as the last column.
#[must_use]
pub fn shortened(text: &str, width: Columns) -> String {
    let (whole, rest) = cut(text, width);
    if rest.is_empty() {
        return whole.to_owned();
    }
    if width.0 == 0 {
        return String::new();
    }
    let (head, _) = cut(text, Columns(width.0 - 1));
    format!("{}…", head.trim_end())
}

/// Whether `c` is of the letters and signs of Western print, each a cluster of its own and one column wide: what nearly all
/// lines are made of, and need no tables for.
fn stands_alone(c: char) -> bool {
    // The last ones are the signs that the program itself draws.
    matches!(c, ' '..='~' | '\u{a1}'..='\u{a8}' | '\u{aa}'..='\u{ac}' | '\u{af}'..='\u{24f}' | '\u{2010}'..='\u{2026}'
        | '│' | '─' | '↑' | '↓' | '↔' | '⇄' | '−' | '≈' | '⋯' | '◆' | '▌' | '▐')
}

fn cluster_columns(cluster: &str) -> u16 {
    if cluster.len() == 1 {
        return 1;
    }
    // Terminals draw the half-width voicing marks in a column of their own, although they extend the letter before.
    let marks = cluster.chars().filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}')).count();
    u16::try_from(cluster.width() + marks).unwrap_or(u16::MAX)
}

/// The most columns that a terminal takes for the cluster: that of one that knows no clusters and draws each of its letters by itself.
/// A family joined by U+200D is two columns for every member there, and a vowel sign has a column of its own.
#[must_use]
pub fn columns_apart(cluster: &str) -> Columns {
    // A flag is two letters, and some terminals draw each of them as wide as the flag.
    let is_of_flag = |c: char| ('\u{1f1e6}'..='\u{1f1ff}').contains(&c);
    let width = |(at, c): (usize, char)| match c {
        _ if is_of_flag(c) => 2,
        _ if at > 0 && is_spacing(c) => 1,
        _ => c.width().unwrap_or_default(),
    };
    Columns(u16::try_from(cluster.char_indices().map(width).sum::<usize>()).unwrap_or(u16::MAX))
}

/// Whether terminals take the cluster for different numbers of columns. They do where a letter behind the first one is spaced (a vowel
/// sign of Devanagari, the second consonant of a conjunct, Thai SARA AM: none, one, or as many as the font needs), where a sequence is
/// drawn as one picture or as its parts, and where a picture is younger than the terminal.
#[must_use]
pub fn is_disputed(cluster: &str) -> bool {
    if cluster.len() < 3 {
        return false;
    }
    let mut letters = cluster.chars();
    let is_picture = letters.next().is_some_and(|first| ('\u{1f000}'..='\u{1faff}').contains(&first));
    let follows = |c: char| is_spacing(c) || c.width().unwrap_or_default() > 0;
    is_picture || letters.any(follows) || columns(cluster) != columns_apart(cluster)
}

/// Whether `c` is a mark that stands beside its letter and not over or under it (general category Mc), a stroke of a Hangul syllable
/// behind the first one, or of the same blocks as such marks: those of the scripts of India and of South-East Asia.
fn is_spacing(c: char) -> bool {
    match c {
        '\0'..'\u{900}' => false,
        '\u{e33}' | '\u{eb3}' => true,
        '\u{e00}'..='\u{eff}' => false,
        '\u{900}'..='\u{109f}' | '\u{1160}'..='\u{11ff}' | '\u{1700}'..='\u{1cff}' => {
            !('\u{1ab0}'..='\u{1aff}').contains(&c)
        }
        '\u{302e}' | '\u{302f}' | '\u{a800}'..='\u{abff}' | '\u{d7b0}'..='\u{d7ff}' | '\u{ff9e}' | '\u{ff9f}' => true,
        '\u{11000}'..='\u{11fff}' | '\u{16100}'..='\u{16fff}' | '\u{1d165}'..='\u{1d172}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;
    use ratatui::buffer::CellWidth;

    use super::*;

    #[test]
    fn what_is_counted_without_tables_is_as_wide_as_the_tables_say() {
        let plain: Vec<char> = ('\0'..='\u{3000}').filter(|c| stands_alone(*c)).collect();
        for pair in plain.windows(2) {
            let text: String = pair.iter().collect();
            assert_eq!(text.graphemes(true).map(cluster_columns).collect::<Vec<_>>(), [1, 1], "{text:?}");
        }
    }

    #[test]
    fn clusters_take_the_columns_they_are_drawn_in() {
        for (text, width) in [
            ("plain", 5),
            ("cafe\u{301}", 4),
            ("東京", 4),
            ("👩‍👩‍👧‍👦", 2),
            ("❤️", 2),
            ("❤", 1),
            ("🇮🇱🇮🇷", 4),
            ("👍🏽", 2),
            ("가", 2),
            ("ที่", 1),
            // Too wide by one with this version of the measure, but so it is drawn.
            ("ﾊﾞ", "ﾊﾞ".cell_width()),
            ("␛[0m", 4),
            ("", 0),
        ] {
            assert_eq!(columns(text), Columns(width), "{text}");
        }
    }

    #[test]
    fn letters_apart_take_the_columns_of_each() {
        for (cluster, width) in [("a", 1), ("e\u{301}", 1), ("京", 2), ("👩‍👩‍👧‍👦", 8), ("👍🏽", 4), ("❤️", 1), ("🇮🇱", 4)]
        {
            assert_eq!(columns_apart(cluster), Columns(width), "{cluster}");
        }
    }

    #[test]
    fn terminals_part_where_a_letter_behind_the_first_may_be_spaced() {
        for cluster in [
            "का",
            "कि",
            "क्ष",
            "কো",
            "கொ",
            "กำ",
            "ກຳ",
            "မြ",
            "ខ្មែ",
            "\u{1112}\u{1161}\u{11ab}",
            "ﾊﾞ",
            "❤️",
            "👩‍👩‍👧",
            "🇮🇱",
            "🫨",
        ] {
            assert!(is_disputed(cluster), "{cluster}");
        }
        for cluster in ["a", "e\u{301}", "ที่", "שָׁ", "京", "가", "क", "—", "→"] {
            assert!(!is_disputed(cluster), "{cluster}");
        }
    }

    #[test]
    fn every_spacing_mark_is_known() {
        let spacing = regex::Regex::new(r"^\p{Mc}$").unwrap();
        let unknown = |c: &char| spacing.is_match(c.encode_utf8(&mut [0; 4])) && !is_spacing(*c);
        assert_eq!(('\u{900}'..'\u{1e000}').filter(unknown).collect::<Vec<_>>(), []);
    }

    #[test]
    fn text_is_cut_between_clusters() {
        assert_eq!(cut("東京都", Columns(5)), ("東京", "都"));
        assert_eq!(cut("a👩‍👩‍👧b", Columns(2)), ("a", "👩‍👩‍👧b"));
        assert_eq!(cut("abc", Columns(3)), ("abc", ""));
        assert_eq!(shortened("Netanyahu met", Columns(10)), "Netanyahu…");
        assert_eq!(shortened("東京都", Columns(4)), "東…");
        assert_eq!(shortened("ab", Columns(2)), "ab");
        assert_eq!(shortened("ab", Columns(0)), "");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn the_screen_measures_alike(text in "\\PC{0,20}") {
            for (_, cluster, width) in graphemes(&text) {
                prop_assert_eq!(width.0, cluster.cell_width());
            }
        }

        #[test]
        fn what_is_read_without_tables_is_read_as_with_them(text in "([ -~]|\\PC|[\r\n\u{301}\u{1f1ee}]){0,20}") {
            let clusters: Vec<(usize, &str)> = graphemes(&text).map(|(at, cluster, _)| (at, cluster)).collect();
            prop_assert_eq!(clusters, text.grapheme_indices(true).collect::<Vec<_>>());
        }

        #[test]
        fn no_letter_takes_more_columns_than_bytes(text in "\\PC{0,20}") {
            prop_assert!(usize::from(columns(&text).0) <= text.len());
        }

        #[test]
        fn a_cut_fits_and_loses_nothing(text in "\\PC{0,20}", width in 0_u16..12) {
            let (head, rest) = cut(&text, Columns(width));
            prop_assert!(columns(head).0 <= width);
            prop_assert_eq!(format!("{head}{rest}"), text.clone());
            prop_assert!(columns(&shortened(&text, Columns(width))).0 <= width);
        }
    }
}

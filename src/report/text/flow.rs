//! Sets text into lines of a width. Writes into one buffer; makes no string for a word or a line.

use std::ops::Range;

use crate::text::{
    visible::stand_in,
    width::{columns, graphemes},
};

/// Adds `text` to `buffer` so that a terminal can do nothing but show it: white space becomes spaces, other control characters
/// their stand-ins.
pub fn push_visible(buffer: &mut String, text: &str) {
    let quiet = |byte: u8| (0x20..0x7f).contains(&byte);
    let mut rest = text;
    loop {
        // Letters of ASCII go over in runs.
        let run = rest.bytes().position(|byte| !quiet(byte)).unwrap_or(rest.len());
        buffer.push_str(rest.get(..run).unwrap_or_default());
        let mut chars = rest.get(run..).unwrap_or_default().chars();
        match chars.next() {
            Some('\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') => buffer.push(' '),
            Some(c) => buffer.push(stand_in(c).unwrap_or(c)),
            None => return,
        }
        rest = chars.as_str();
    }
}

/// Cuts `text` into lines of at most `width` columns, at spaces where there are any, else between letters; `lines` receives the
/// place of each line in `text`, without the spaces at the break. Letters are never lost; one wider than `width` stands alone.
pub fn wrap(text: &str, width: usize, lines: &mut Vec<Range<usize>>) {
    lines.clear();
    let width = width.max(1);
    let (mut start, mut end, mut used) = (0, 0, 0);
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        while bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        let from = at;
        let mut plain = true;
        while let Some(byte) = bytes.get(at).filter(|byte| **byte != b' ') {
            plain &= (b'!'..=b'~').contains(byte);
            at += 1;
        }
        let to = at;
        if from == to {
            break;
        }
        let bare = text.get(from..to).unwrap_or_default();
        let wide = if plain { to - from } else { usize::from(columns(bare).0) };
        let empty = start == end;
        let gap = if empty { 0 } else { from - end };
        if used + gap + wide <= width {
            if empty {
                start = from;
            }
            (end, used) = (to, used + gap + wide);
            continue;
        }
        if !empty && (wide <= width || used + gap + 8 > width) {
            lines.push(start..end);
            (start, end, used) = (from, from, 0);
        }
        if wide <= width {
            (start, end, used) = (from, to, wide);
            continue;
        }
        // A word wider than a line fills what is left of this one and goes on.
        if start == end {
            start = from;
        } else {
            used += gap;
        }
        for (offset, cluster, columns) in graphemes(bare) {
            let wide = usize::from(columns.0);
            if used > 0 && used + wide > width {
                lines.push(start..from + offset);
                (start, used) = (from + offset, 0);
            }
            used += wide;
            end = from + offset + cluster.len();
        }
    }
    if end > start {
        lines.push(start..end);
    }
}

/// Adds `text` to `out` in lines of at most `width` columns, the first after `first` and the others after `indent`. Both are
/// taken as they are, and are meant to be equally wide.
pub fn paragraph(out: &mut String, text: &str, first: &str, indent: &str, width: usize) {
    let mut lines = Vec::new();
    wrap(text, width.saturating_sub(usize::from(columns(indent).0)).max(8), &mut lines);
    if lines.is_empty() {
        lines.push(0..0);
    }
    for (number, line) in lines.into_iter().enumerate() {
        out.push_str(if number == 0 { first } else { indent });
        out.push_str(text.get(line).unwrap_or_default());
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
}

/// Adds spaces to `out` for `count` columns.
pub fn pad(out: &mut String, count: usize) {
    const SPACES: &str = "                                                                ";
    let mut left = count;
    while left > 0 {
        let some = SPACES.get(..left).unwrap_or(SPACES);
        out.push_str(some);
        left -= some.len();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::string_slice)]

    use super::*;
    use proptest::prelude::*;

    fn wrapped(text: &str, width: usize) -> String {
        let mut lines = Vec::new();
        wrap(text, width, &mut lines);
        lines.into_iter().map(|line| format!("{}|", &text[line])).collect()
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(wrapped("one two  three", 8), "one two|three|");
        assert_eq!(wrapped("one  two", 8), "one  two|");
        assert_eq!(wrapped("", 8), "");
        assert_eq!(wrapped("  ", 8), "");
    }

    #[test]
    fn a_word_wider_than_the_line_goes_on() {
        assert_eq!(wrapped("a incomprehensibility b", 8), "a|incompre|hensibil|ity b|");
        assert_eq!(
            wrapped("\u{4f0a}\u{6717}\u{5916}\u{4ea4}\u{90e8}", 5),
            "\u{4f0a}\u{6717}|\u{5916}\u{4ea4}|\u{90e8}|"
        );
        assert_eq!(wrapped("\u{4f0a}", 1), "\u{4f0a}|");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn wrapping_keeps_every_letter_and_the_width(text in "[a-c \u{4f0a}e\u{301}]{0,40}", width in 2usize..12) {
            let mut lines = Vec::new();
            wrap(&text, width, &mut lines);
            let kept: String = lines.iter().map(|line| text[line.clone()].replace(' ', "")).collect();
            prop_assert_eq!(kept, text.replace(' ', ""));
            for line in lines {
                prop_assert!(usize::from(columns(&text[line]).0) <= width);
            }
        }

        #[test]
        fn nothing_that_a_terminal_obeys_comes_through(text in any::<String>()) {
            let mut out = String::new();
            push_visible(&mut out, &text);
            prop_assert!(out.chars().all(|c| !c.is_control() && stand_in(c).is_none()));
        }
    }
}

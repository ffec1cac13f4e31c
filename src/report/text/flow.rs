//! Sets text into lines of a width. Writes into one buffer; makes no string for a word or a line.

use std::ops::Range;

use crate::text::{
    broken::goes_on,
    run::run,
    visible::stand_in,
    width::{columns, graphemes},
};

/// Adds `text` to `buffer` so that a terminal can do nothing but show it: white space becomes spaces, and none in a word that was broken at
/// the end of a line; other control characters become their stand-ins.
pub fn push_visible(buffer: &mut String, text: &str) {
    let mut rest = text;
    loop {
        // Letters of ASCII go over in runs.
        let run = quiet(rest.as_bytes());
        buffer.push_str(rest.get(..run).unwrap_or_default());
        let at = text.len() - rest.len() + run;
        let mut chars = rest.get(run..).unwrap_or_default().chars();
        match chars.next() {
            Some('\n' | '\r') => {
                if let Some(below) = below(text, at) {
                    rest = text.get(below..).unwrap_or_default();
                    continue;
                }
                buffer.push(' ');
            }
            Some('\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') => buffer.push(' '),
            Some(c) => buffer.push(stand_in(c).unwrap_or(c)),
            None => return,
        }
        rest = chars.as_str();
    }
}

/// Where the word goes on behind the line break at `at` that broke it, if one did.
fn below(text: &str, at: usize) -> Option<usize> {
    let (hyphen, _) = text.get(..at)?.char_indices().next_back()?;
    goes_on(text, hyphen)
}

/// How many printable bytes of ASCII `bytes` begins with.
fn quiet(bytes: &[u8]) -> usize {
    run(bytes, |byte| (b' '..=b'~').contains(&byte))
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
        if start == end
            && let Some((line, next)) = plain_line(bytes, at, width)
        {
            (start, end, at) = (next, next, next);
            lines.push(line);
            continue;
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
            (start, end, used, at) = (from, from, 0, from);
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

/// The line that begins at `from`, and where the next one does, if nothing but the last space that fits has to be found: all that might
/// stand in it is of ASCII, a column a byte, and the word after it is no wider than a line. Nearly all lines are such.
fn plain_line(bytes: &[u8], from: usize, width: usize) -> Option<(Range<usize>, usize)> {
    let Some(near) = bytes.get(from..=from + width) else {
        let rest = bytes.get(from..)?;
        let end = rest.iter().rposition(|byte| *byte != b' ')?;
        return (quiet(rest) == rest.len()).then_some((from..from + end + 1, bytes.len()));
    };
    if quiet(near) < near.len() {
        return None;
    }
    let is_space = |byte: &u8| *byte == b' ';
    let space = from + near.iter().rposition(is_space)?;
    let next = space + bytes.get(space..)?.iter().position(|byte| !is_space(byte)).unwrap_or(bytes.len() - space);
    let word = bytes.get(next..)?.iter().take(width + 1).take_while(|byte| !is_space(byte)).count();
    let end = bytes.get(from..space)?.iter().rposition(|byte| !is_space(byte))?;
    // No letter is wider than its bytes are many.
    (word <= width).then_some((from..from + end + 1, next))
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

    #[test]
    fn a_word_broken_at_the_end_of_a_line_is_one_again() {
        let mut out = String::new();
        push_visible(&mut out, "a volun-\n tary in-\r\njury -\nor not");
        assert_eq!(out, "a volun-tary in-jury - or not");
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
        fn as_many_words_stand_in_a_line_as_fit(text in "[a-c ]{0,80}", width in 8usize..20) {
            let mut lines: Vec<String> = Vec::new();
            for word in text.split(' ').filter(|word| !word.is_empty()) {
                match lines.last_mut() {
                    Some(line) if line.len() + 1 + word.len() <= width => *line += &format!(" {word}"),
                    _ => lines.push(word.to_owned()),
                }
            }
            prop_assume!(lines.iter().all(|line| line.len() <= width));
            let single = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(wrapped(&single, width), lines.iter().map(|line| format!("{line}|")).collect::<String>());
        }

        #[test]
        fn nothing_that_a_terminal_obeys_comes_through(text in any::<String>()) {
            let mut out = String::new();
            push_visible(&mut out, &text);
            prop_assert!(out.chars().all(|c| !c.is_control() && stand_in(c).is_none()));
        }
    }
}

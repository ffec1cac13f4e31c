//! Finds the next token. Texts are mostly ASCII, so a word is run through byte by byte and only other characters are decoded.

use unicode_segmentation::UnicodeSegmentation;

use super::TokenKind;
use crate::text::{
    broken,
    script::is_spaceless,
    span::{Span, boundary_before},
};

/// A token of a stretch, in bytes of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    pub kind: TokenKind,
    /// Whether it has visible ASCII characters only.
    pub ascii: bool,
}

impl Found {
    /// Where it stands in the text, in which the stretch begins at byte `base`.
    pub(super) fn span(&self, base: usize) -> Span {
        Span::new(base + self.start, base + self.end)
    }
}

/// The first token of `text` at or after byte `from`, if there is one.
pub(super) fn next(text: &str, from: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let mut start = from;
    let mut first = *bytes.get(start)?;
    while first == b' ' || first == b'\n' {
        start += 1;
        first = *bytes.get(start)?;
    }
    if first.is_ascii_alphabetic() {
        return Some(word(text, start, start + 1, TokenKind::Word));
    }
    if first.is_ascii_digit() {
        return Some(word(text, start, start + 1, TokenKind::Figure));
    }
    let mut c = char_at(text, start)?;
    while c.is_whitespace() {
        start += c.len_utf8();
        c = char_at(text, start)?;
    }
    let after = start + c.len_utf8();
    if (is_figure_sign(c)
        || (matches!(c, '-' | '+' | '\u{2212}') && is_loose(text, start))
        || c == '.' && is_loose(text, start))
        && bytes.get(after).is_some_and(u8::is_ascii_digit)
    {
        return Some(word(text, start, after + 1, TokenKind::Figure));
    }
    if is_spaceless(c) || !c.is_alphanumeric() {
        let kind = if is_spaceless(c) { TokenKind::Word } else { TokenKind::Sign };
        let end =
            if kind == TokenKind::Sign && c.is_ascii() { sign_end(bytes, start) } else { cluster_end(text, start) };
        return Some(Found { start, end, kind, ascii: end - start == 1 && c.is_ascii() });
    }
    let kind = if c.is_numeric() { TokenKind::Figure } else { TokenKind::Word };
    Some(word(text, start, after, kind))
}

/// The word or figure that begins at `start`, of which the bytes to `end` are known.
fn word(text: &str, start: usize, mut end: usize, kind: TokenKind) -> Found {
    let bytes = text.as_bytes();
    loop {
        let rest = bytes.get(end..).unwrap_or_default();
        end += rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        let Some(byte) = bytes.get(end) else { break };
        if byte.is_ascii() {
            match joined(text, start, end, kind) {
                Some(more) => end = more,
                None => break,
            }
            continue;
        }
        let Some(c) = char_at(text, end) else { break };
        let after = end + c.len_utf8();
        if is_spaceless(c) {
            break;
        }
        let measure = kind == TokenKind::Figure && matches!(c, '€' | '£' | '¢' | '°' | '‰' | '′' | '″');
        if c.is_alphanumeric() || is_mark(c) || joins(c, text, end, after, kind) || measure {
            end = after;
            continue;
        }
        match broken::goes_on(text, end).filter(|_| kind == TokenKind::Word) {
            Some(more) => end = more,
            None => break,
        }
    }
    if kind == TokenKind::Figure {
        end = unit(text, end);
    }
    let ascii = bytes.get(start..end).is_some_and(|word| word.is_ascii() && !word.contains(&b'\n'));
    Found { start, end, kind, ascii }
}

/// Where a word goes on to when the ASCII sign at `at` stands inside it.
fn joined(text: &str, start: usize, at: usize, kind: TokenKind) -> Option<usize> {
    let bytes = text.as_bytes();
    let sign = *bytes.get(at)?;
    let before = *bytes.get(at.checked_sub(1)?)?;
    // Most words end at a space; what follows is read only behind a sign that may join.
    let next = || char_at(text, at + 1);
    let letter = || next().is_some_and(|c| c.is_alphanumeric() && !is_spaceless(c));
    let digits = || before.is_ascii_digit() && next().is_some_and(|c| c.is_ascii_digit());
    let one = match sign {
        b'-' | b'@' | b'&' => letter(),
        b'\'' => letter() && kind == TokenKind::Word || digits(),
        b',' | b':' | b'/' => digits(),
        // "U.S", "e.g", "example.com", "3.5"; not "said.The".
        b'.' => {
            let next = next();
            digits()
                || next.is_some_and(|c| c.is_lowercase() && before.is_ascii_alphanumeric())
                || (next.is_some_and(char::is_uppercase) && is_initial(bytes, start, at) && !is_word(text, at + 1))
        }
        b'%' | b'$' => kind == TokenKind::Figure,
        b' ' => kind == TokenKind::Figure && before.is_ascii_digit() && parts_thousands(text, start, at),
        _ => false,
    };
    if one {
        return Some(at + 1);
    }
    if sign == b'-' && kind == TokenKind::Word {
        return broken::goes_on(text, at);
    }
    // Behind "http" or "https" everything up to white space is the address.
    if sign == b':' && bytes.get(at..at + 3) == Some(b"://") {
        let rest = text.get(at..)?;
        let length =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '”' | '»')).unwrap_or(rest.len());
        let address = rest.get(..length)?.trim_end_matches(['.', ',', ';', ')', '!', '?', '\'']);
        return (address.len() > 3).then(|| at + address.len());
    }
    None
}

/// Whether the blank at `at` parts the thousands of the figure that begins at `start`: "4 200 passengers". One to three digits before it, three
/// after it, then no more figures (which would be a row of them); not after a word with a capital, which may go with the first ("March 4 200").
fn parts_thousands(text: &str, start: usize, at: usize) -> bool {
    let bytes = text.as_bytes();
    let digits =
        |from: usize| bytes.get(from..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_digit()).count());
    let sign = text.get(start..).map_or(0, |rest| rest.find(|c: char| c.is_ascii_digit()).unwrap_or(0));
    let first = digits(start + sign);
    if !(1..=3).contains(&first) || bytes.get(start + sign) == Some(&b'0') {
        return false;
    }
    let mut end = start + sign + first;
    while bytes.get(end) == Some(&b' ') && digits(end + 1) > 0 {
        if digits(end + 1) != 3 {
            return false;
        }
        end += 4;
    }
    let stands_alone = !bytes.get(end).is_some_and(|b| {
        b.is_ascii_alphanumeric() || matches!(b, b',' | b'.' | b'-' | b'/' | b':') && digits(end + 1) > 0
    });
    let lead = text.get(..start).unwrap_or_default().trim_end_matches(' ');
    let before = lead.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    let opens = lead.len() == before.len();
    let capital = before.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    end > at && stands_alone && (opens || !capital)
}

/// Whether the letter before the stop at `at` is a single one: an initial.
fn is_initial(bytes: &[u8], start: usize, at: usize) -> bool {
    let single = at
        .checked_sub(2)
        .and_then(|before| bytes.get(before))
        .is_none_or(|b| !b.is_ascii_alphanumeric() && b.is_ascii());
    at == start + 1 || single
}

/// Whether a word of several letters begins at `at`, the first a capital: "J.Smith" is two tokens, "U.S" one.
fn is_word(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.chars().nth(1).is_some_and(char::is_lowercase))
}

/// Whether the character `c`, which is not ASCII and stands from `at` to `after`, joins what stands on both sides of it.
fn joins(c: char, text: &str, at: usize, after: usize, kind: TokenKind) -> bool {
    let next = char_at(text, after);
    let letter = next.is_some_and(|c| c.is_alphanumeric() && !is_spaceless(c));
    match c {
        // Apostrophes, hyphens, and what has no width.
        '\u{2019}' | '\u{2bc}' | '\u{2010}' | '\u{2011}' | '\u{ad}' | '\u{b7}' => letter,
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => letter,
        // An en dash between words is a hyphen, and between figures "to".
        '\u{2013}' | '\u{2212}' => letter,
        // Groups of three digits.
        '\u{a0}' | '\u{202f}' | '\u{2009}' => {
            let digit =
                at.checked_sub(1).and_then(|before| text.as_bytes().get(before)).is_some_and(u8::is_ascii_digit);
            let group = text.as_bytes().get(after..after + 3).is_some_and(|group| group.iter().all(u8::is_ascii_digit));
            kind == TokenKind::Figure
                && digit
                && group
                && !text.as_bytes().get(after + 3).is_some_and(u8::is_ascii_alphanumeric)
        }
        _ => false,
    }
}

/// Where a figure ends that stands before `at`: behind a unit sign that one space parts from it.
fn unit(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (Some(space @ (' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')), Some(sign @ ('%' | '‰' | '€' | '£')))
            if !chars.next().is_some_and(char::is_alphanumeric) =>
        {
            at + space.len_utf8() + sign.len_utf8()
        }
        _ => at,
    }
}

/// Where the ASCII sign at `start` ends: a run of full stops, hyphens, or two apostrophes is one sign.
fn sign_end(bytes: &[u8], start: usize) -> usize {
    let sign = bytes.get(start).copied().unwrap_or_default();
    // No run of more than eight is one sign; in a long one each sign would look to its end.
    let run = bytes.get(start..).map_or(1, |rest| rest.iter().take(9).take_while(|b| **b == sign).count());
    // What combines with the sign belongs to it; such a cluster begins with ASCII but is not.
    start
        + match (sign, run) {
            (b'.', 2..=8) | (b'-', 2..=3) | (b'\'' | b'`', 2) => run,
            _ => 1,
        }
}

fn cluster_end(text: &str, start: usize) -> usize {
    // A cluster may be endless in hostile text; what is looked at is not.
    let rest = text.get(start..).unwrap_or_default();
    let near = rest.get(..boundary_before(rest, 256)).unwrap_or(rest);
    start + near.graphemes(true).next().map_or(1, str::len).max(1)
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Whether nothing that the sign at `at` could hang on stands before it.
fn is_loose(text: &str, at: usize) -> bool {
    text.get(..at)
        .and_then(|lead| lead.chars().next_back())
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '‘'))
}

/// Whether `c` belongs to the figure behind it.
fn is_figure_sign(c: char) -> bool {
    matches!(c, '$' | '£' | '€' | '¥' | '₹' | '₽' | '₪' | '₩' | '₺' | '₴' | '¢' | '#')
}

/// Whether `c` belongs to the letter before it.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && (unicode_normalization::char::is_combining_mark(c) || matches!(c, '\u{fe00}'..='\u{fe0f}'))
}

//! Runs of stops: the stop itself and all that closes with it.

use super::neighbours::is_quote;

/// A run of stops with the quotation marks and brackets that close behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    /// Offset of the first sign of the run, in bytes.
    pub at: usize,
    /// Offset after the run and what closes with it, in bytes.
    pub end: usize,
    /// What the run is.
    pub kind: StopKind,
    /// Whether a quotation mark or bracket closes behind the run.
    pub closed: bool,
    /// Whether one of them is a quotation mark.
    pub quoted: bool,
    /// Whether white space stands before the run.
    pub detached: bool,
}

/// What a run of stops is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StopKind {
    /// One full stop, which may also mark an abbreviation.
    Dot,
    /// Several full stops, or `…`.
    Ellipsis,
    /// `!`, `?` and their like in other scripts that stand before white space.
    Mark,
    /// A stop of a script that needs no white space behind it: `。`, `।`.
    Full,
}

/// The bytes that begin a stop in UTF-8.
const BEGINS_STOP: [bool; 256] = {
    let mut begins = [false; 256];
    let firsts = [b'.', b'!', b'?', 0xcd, 0xd6, 0xd8, 0xdb, 0xe0, 0xe1, 0xe2, 0xe3, 0xef];
    let mut index = 0;
    while index < firsts.len() {
        begins[firsts[index] as usize] = true;
        index += 1;
    }
    begins
};

/// The next run of stops in `text` at or after byte `from`; `semicolons` are question marks, as in Greek.
pub(super) fn next_stop(text: &str, from: usize, semicolons: bool) -> Option<Stop> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        // All other bytes are passed by at once.
        at += bytes.get(at..)?.iter().position(|b| BEGINS_STOP[usize::from(*b)] || semicolons && *b == b';')?;
        let sign = text.get(at..)?.chars().next()?;
        let question = (semicolons && sign == ';').then_some(StopKind::Mark);
        if let Some(kind) = kind_of(sign).or(question) {
            return Some(run(text, at, sign.len_utf8(), kind));
        }
        at += sign.len_utf8();
    }
}

fn kind_of(sign: char) -> Option<StopKind> {
    match sign {
        '.' | '．' => Some(StopKind::Dot),
        '…' | '‥' => Some(StopKind::Ellipsis),
        // Greek and Arabic question marks, Urdu stop, Armenian stop, doubled marks.
        '!' | '?' | '\u{37e}' | '؟' | '۔' | '։' | '‼' | '⁇' | '⁈' | '⁉' | '‽' => Some(StopKind::Mark),
        // Ideographic (and half-width), Devanagari, Ethiopic, Burmese, Khmer.
        '。' | '｡' | '！' | '？' | '।' | '॥' | '።' | '፧' | '။' | '។' | '៕' => Some(StopKind::Full),
        _ => None,
    }
}

fn run(text: &str, at: usize, first: usize, kind: StopKind) -> Stop {
    let mut end = at + first;
    let mut kind = kind;
    let mut rest = text.get(end..).unwrap_or_default();
    while let Some(sign) = rest.chars().next() {
        if let Some(more) = kind_of(sign) {
            kind = match (kind, more) {
                (StopKind::Dot | StopKind::Ellipsis, StopKind::Dot | StopKind::Ellipsis) => StopKind::Ellipsis,
                (StopKind::Full, _) | (_, StopKind::Full) => StopKind::Full,
                _ => StopKind::Mark,
            };
            end += sign.len_utf8();
        } else if sign == ' ' && kind != StopKind::Mark && rest.starts_with(" .") && !rest.starts_with(" .N") {
            // ". . ." is one ellipsis; " .5" begins a figure.
            if rest.get(2..).and_then(|after| after.chars().next()).is_some_and(|c| c.is_alphanumeric()) {
                break;
            }
            kind = StopKind::Ellipsis;
            end += 2;
        } else {
            break;
        }
        rest = text.get(end..).unwrap_or_default();
    }
    let detached = text.get(..at).is_none_or(|lead| lead.ends_with(char::is_whitespace));
    let (end, closed, quoted) = closers(text, end);
    Stop { at, end, kind, closed, quoted, detached }
}

/// Where the closing signs behind byte `end` end; whether there are any, and whether one is a quotation mark.
fn closers(text: &str, mut end: usize) -> (usize, bool, bool) {
    let (mut closed, mut quoted) = (false, false);
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let mut chars = rest.chars();
        let Some(sign) = chars.next() else { break };
        let follows = chars.next();
        let before_word = follows.is_some_and(char::is_alphanumeric);
        let closes = match sign {
            ')' | ']' | '}' | '’' | '”' | '」' | '』' | '）' | '】' | '》' | '〉' | '›' => true,
            '»' => !before_word || closed,
            '"' | '\'' => true,
            '“' | '‘' | '«' | '*' | '_' => !before_word,
            _ => false,
        };
        if closes {
            closed = true;
            quoted |= is_quote(sign);
            end += sign.len_utf8();
        } else if let Some(mark) = footnote(rest) {
            end += mark;
        } else if let Some(length) = spaced_guillemet(rest) {
            (closed, quoted) = (true, true);
            end += length;
        } else {
            break;
        }
    }
    (end, closed, quoted)
}

/// The length of a footnote mark such as `[12]` at the beginning of `rest`.
fn footnote(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('[')?;
    let close = inside.bytes().take(5).position(|b| b == b']')?;
    inside.get(..close).filter(|mark| !mark.is_empty() && mark.bytes().all(|b| b.is_ascii_digit()))?;
    Some(close + 2)
}

/// The length of white space and `»` at the beginning of `rest`, as French sets it, if no word begins right behind it.
fn spaced_guillemet(rest: &str) -> Option<usize> {
    let sign = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let after = sign.strip_prefix('»')?;
    (sign.len() < rest.len() && !after.starts_with(char::is_alphanumeric)).then(|| rest.len() - after.len())
}

//! Bytes on their way to a terminal, held against what the program itself has to say there.
//!
//! The grammar is a list of what may be sent, not of what may not: the reading screen moves the cursor, colours, clears, switches screens,
//! pastes and the mouse, frames what it draws, asks for the background, and copies; all else is letters and line breaks.

/// What `stream` holds beside the program's own sequences and letters that a reader can see. Each once.
pub fn poison(stream: &[u8]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut tell = |what: String| {
        if !found.contains(&what) {
            found.push(what);
        }
    };
    let mut at = 0;
    while at < stream.len() {
        let rest = &stream[at..];
        if rest[0] == 0x1b {
            let length = own_sequence(rest);
            if length == 0 {
                tell(format!("{:?}", String::from_utf8_lossy(&rest[..rest.len().min(12)])));
            } else if let Some(text) = rest[..length].strip_prefix(COPY) {
                unseen(&copied(text)).filter(|c| *c != '\t').for_each(|c| tell(format!("{c:?} in the clipboard")));
            }
            at += length.max(1);
            continue;
        }
        let end = rest.iter().position(|byte| *byte == 0x1b).unwrap_or(rest.len());
        match std::str::from_utf8(&rest[..end]) {
            Ok(text) => unseen(text).for_each(|c| tell(format!("{c:?}"))),
            Err(error) => tell(error.to_string()),
        }
        at += end;
    }
    found
}

const COPY: &[u8] = b"\x1b]52;c;";

/// The length of the program's own sequence at the beginning of `stream`; 0 when it is none of its own.
fn own_sequence(stream: &[u8]) -> usize {
    const QUERY: &[u8] = b"\x1b]11;?\x1b\\";
    if stream.starts_with(QUERY) {
        return QUERY.len();
    }
    if let Some(text) = stream.strip_prefix(COPY) {
        let length = text.iter().take_while(|b| b.is_ascii_alphanumeric() || b"+/=".contains(b)).count();
        let ends = text[length..].starts_with(b"\x1b\\") && copied(&text[..length]) != "owned";
        return if ends { COPY.len() + length + 2 } else { 0 };
    }
    let Some(body) = stream.strip_prefix(b"\x1b[") else { return 0 };
    let Some(length) = body.iter().position(u8::is_ascii_alphabetic) else { return 0 };
    let (given, end) = (String::from_utf8_lossy(&body[..length]).into_owned(), body[length]);
    let numbers = |text: &str, signs: &str| text.chars().all(|c| c.is_ascii_digit() || signs.contains(c));
    let own = match end {
        b'H' => given.split(';').filter(|part| !part.is_empty() && numbers(part, "")).count() == 2,
        b'm' => numbers(&given, ";:"),
        b'J' => given == "2",
        b'h' | b'l' => ["8", "?25", "?1000", "?1002", "?1006", "?1049", "?2004", "?2026"].contains(&given.as_str()),
        _ => false,
    };
    if own { 2 + length + 1 } else { 0 }
}

/// What was encoded as `text` (base64), up to where it ends.
fn copied(text: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let six = |byte: &u8| LETTERS.iter().position(|letter| letter == byte);
    let mut bytes = Vec::new();
    for four in text.iter().map_while(six).collect::<Vec<_>>().chunks(4) {
        let all = four.iter().fold(0, |all, six| all << 6 | six) << (6 * (4 - four.len()));
        bytes.extend([16, 8, 0].iter().take(four.len() - 1).map(|shift| (all >> shift & 0xff) as u8));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The letters of `text` that a terminal obeys or a reader cannot see.
fn unseen(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| {
        matches!(*c,
            '\0'..='\x09' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\x7f'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
            | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
    })
}

#[test]
fn the_grammar_knows_its_own_from_what_an_article_would_send() {
    let own = "\x1b[?1049h\x1b[?2026h\x1b[1;1H\x1b[38;2;1;2;3;49mText “é” 北京\r\n\x1b[m\x1b]11;?\x1b\\\x1b]52;c;QSBiCg==\x1b\\\x1b[8l\x1b[2J";
    assert_eq!(poison(own.as_bytes()), Vec::<String>::new());
    for foreign in [
        "\x1b]0;title\x07",
        "\x1b]52;c;b3duZWQ=\x1b\\",
        "\x1b]52;c;?\x07",
        "\x1b[H",
        "\x1b[6n",
        "\x1b[?1003h",
        "\x1b[3J",
        "\x1bc",
        "\x1bPq\x1b\\",
        "\x1b_x\x1b\\",
        "\x1b(0",
        "\u{9b}2J",
        "a\x08b",
        "\x07",
        "a\u{200b}b",
        "\u{202e}",
        "\u{e0041}",
        "\u{13430}",
        "\x1b]52;c;GxsH\x1b\\",
    ] {
        assert_ne!(poison(foreign.as_bytes()), Vec::<String>::new(), "{foreign:?}");
    }
    assert_ne!(poison(b"\x9b2J"), Vec::<String>::new(), "CSI in one byte");
}

//! Bytes on their way to a terminal, searched for what an article must never bring there.

/// What `stream` holds of the marks that only poison has; a program's own sequences are none of these.
///
/// The program itself may move the cursor, colour, switch screens, set the mouse and ask for the background; it never names a
/// window, writes the clipboard unasked, draws graphics, or sends C1 controls, bells and invisible letters.
pub fn poison(stream: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for mark in [
        &b"\x1b]0;"[..],
        b"\x1b]52;",
        b"\x1b]8;",
        b"\x1bP+q",
        b"\x1bPq",
        b"\x1b_G",
        b"\x1b^",
        b"\x1bc",
        b"\x1b[6n",
        b"\x1b[21t",
        b"\x07",
        b"\0",
        b"\x7f",
        b"\x0b",
        b"\x0c",
        b"\x0e",
        b"\x0f",
    ] {
        if stream.windows(mark.len()).any(|w| w == mark) {
            found.push(format!("{:?}", String::from_utf8_lossy(mark)));
        }
    }
    let text = String::from_utf8_lossy(stream);
    for c in text.chars() {
        let bad = matches!(c,
            '\u{80}'..='\u{9f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' | '\u{180e}' | '\u{115f}' | '\u{3164}' | '\u{ffa0}');
        let name = format!("{c:?}");
        if bad && !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

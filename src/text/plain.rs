//! Typographers' signs in ASCII, for terminals and fonts that lack them: quotation marks, dashes, ellipses, bullets, arrows and the
//! stand-ins of [`super::visible`]. Every sign becomes one of the same width, so that nothing laid out moves. Letters, figures and
//! currencies stay what they are.

use std::borrow::Cow;

/// `text` with plain signs.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|c| sign(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| sign(c).unwrap_or(c)).collect())
}

/// The plain sign for `c`, one column wide as `c` is; none where `c` stays.
fn sign(c: char) -> Option<char> {
    Some(match c {
        '\0'..='~' => return None,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => ' ',
        '‘' | '’' | '‚' | '‛' | '′' | '‹' | '›' | 'ʼ' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' | '−' | '─' => '-',
        '│' => '|',
        '…' => '~',
        '•' | '◦' | '▪' | '●' | '◆' => '*',
        '·' => '.',
        '→' | '▸' | '►' => '>',
        '←' | '◂' | '◄' => '<',
        '↑' => '^',
        '↓' => 'v',
        '↔' | '⇄' => '=',
        '×' => 'x',
        '¶' => '#',
        '≈' => '%',
        '\u{2400}'..='\u{2426}' | '\u{fffd}' => '?',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width::columns;

    #[test]
    fn signs_are_plain_and_letters_stay() {
        assert_eq!(plain("“We’re ready” – he said…"), "\"We're ready\" - he said~");
        assert_eq!(plain("«Élysée» • 5 € ␛[0m 日本"), "\"Élysée\" * 5 € ?[0m 日本");
        assert!(matches!(plain("plain"), Cow::Borrowed(_)));
    }

    #[test]
    fn no_sign_changes_its_width() {
        for c in ('\u{80}'..='\u{ffff}').filter(|c| sign(*c).is_some()) {
            assert_eq!(columns(&c.to_string()), columns("x"), "{c:?}");
        }
    }
}

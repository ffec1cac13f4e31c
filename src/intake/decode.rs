//! Bytes to text. May be asked for the text in a file's bytes and how it was read; never refuses text for a few wrong bytes, and
//! says so when it had to guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How many bytes are looked at to see what a file holds.
const SAMPLE: usize = 64 * 1024;
/// How many bytes at the top of a page may declare its encoding.
const DECLARATION: usize = 4 * 1024;

/// The text in `bytes`, and what the reader should know about how it was read.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> (String, Vec<String>) {
    if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
        let (text, wrong) = encoding.decode_with_bom_removal(&bytes);
        let mut notes = Vec::new();
        if encoding != UTF_8 {
            notes.push(format!("decoded as {}", encoding.name()));
        }
        if wrong {
            notes.push(replaced(&text, encoding));
        }
        return (text.into_owned(), notes);
    }
    if let Some(encoding) = unmarked_utf16(&bytes) {
        let (text, wrong) = encoding.decode_without_bom_handling(&bytes);
        let mut notes = vec![format!("decoded as {}, guessed", encoding.name())];
        if wrong {
            notes.push(replaced(&text, encoding));
        }
        return (text.into_owned(), notes);
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, Vec::new()),
        Err(error) => error.into_bytes(),
    };
    if is_damaged_utf8(&bytes) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let note = replaced(&text, UTF_8);
        return (text, vec![note]);
    }
    if let Some(encoding) = declared(&bytes).filter(|encoding| *encoding != UTF_8) {
        let (text, wrong) = encoding.decode_without_bom_handling(&bytes);
        let mut notes = vec![format!("decoded as {}, as it declares", encoding.name())];
        if wrong {
            notes.push(replaced(&text, encoding));
        }
        return (text.into_owned(), notes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, wrong) = encoding.decode_without_bom_handling(&bytes);
    let mut notes = vec![format!("not UTF-8; decoded as {}, guessed", encoding.name())];
    if wrong {
        notes.push(replaced(&text, encoding));
    }
    (text.into_owned(), notes)
}

fn replaced(text: &str, encoding: &'static Encoding) -> String {
    let count = text.matches('\u{fffd}').count();
    let (places, stand) = if count == 1 { ("place is", "stands") } else { ("places are", "stand") };
    format!("{count} {places} not {} and {stand} as \u{fffd}", encoding.name())
}

/// Which form of UTF-16 `bytes` are in, if every other byte of Western text is NUL and no mark says so.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE.min(bytes.len()) & !1)?;
    let pairs = sample.len() / 2;
    let high = sample.iter().step_by(2).filter(|b| **b == 0).count();
    let low = sample.iter().skip(1).step_by(2).filter(|b| **b == 0).count();
    if pairs < 4 {
        None
    } else if low * 5 > pairs * 2 && high * 50 <= pairs {
        Some(UTF_16LE)
    } else if high * 5 > pairs * 2 && low * 50 <= pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether `bytes` are UTF-8 but for a few wrong ones: letters of several bytes far outnumber what is wrong, or only the last
/// letter is cut off.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut wrong, mut right, mut cut) = (0_usize, 0_usize, false);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        if !chunk.invalid().is_empty() {
            wrong += 1;
            cut = chunk.invalid().len() > 1;
        }
    }
    right >= wrong * 4 || (wrong == 1 && cut && String::from_utf8_lossy(bytes).ends_with('\u{fffd}'))
}

/// The encoding that a page declares in its first bytes: `<meta charset="…">` or `<?xml encoding="…"?>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARATION.min(bytes.len()))?.to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    if !head.contains('<') {
        return None;
    }
    ["charset=", "encoding="].iter().find_map(|key| {
        let value = head.get(head.find(key)? + key.len()..)?.trim_start_matches(['"', '\'', ' ']);
        let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')))?;
        Encoding::for_label(value.get(..end)?.as_bytes())
    })
}

/// What a file holds that is not text, if it does: the kinds that readers mistake for articles, and anything full of control
/// characters. A few of these are let through; they are shown as stand-ins.
pub(super) fn binary(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 16] = [
        (b"%PDF-", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive, such as a Word or EPUB document"),
        (b"\xd0\xcf\x11\xe0", "an old Office document"),
        (b"{\\rtf", "a rich-text document (RTF)"),
        (b"\x89PNG", "an image (PNG)"),
        (b"\xff\xd8\xff", "an image (JPEG)"),
        (b"GIF8", "an image (GIF)"),
        (b"RIFF", "an image or a sound (RIFF)"),
        (b"\x1f\x8b", "a compressed file (gzip)"),
        (b"BZh", "a compressed file (bzip2)"),
        (b"\xfd7zXZ", "a compressed file (xz)"),
        (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)"),
        (b"\x7fELF", "a program"),
        (b"MZ\x90", "a program"),
        (b"SQLite format 3", "a database (SQLite)"),
        (b"OggS", "a sound (Ogg)"),
    ];
    if let Some((_, what)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Some(what);
    }
    if Encoding::for_bom(bytes).is_some() || unmarked_utf16(bytes).is_some() {
        return None;
    }
    let sample = bytes.get(..SAMPLE.min(bytes.len())).unwrap_or(bytes);
    let is_control = |byte: &u8| u8::from(matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f));
    // By stretches whose count is a byte too: sixteen are counted at once then.
    let count = |stretch: &[u8]| usize::from(stretch.iter().map(is_control).sum::<u8>());
    let controls: usize = sample.chunks(usize::from(u8::MAX)).map(count).sum();
    if controls == 0 {
        return None;
    }
    let nuls = sample.iter().filter(|b| **b == 0).count();
    let utf8 = match std::str::from_utf8(sample) {
        Ok(_) => true,
        // The sample may end inside a letter.
        Err(error) => error.error_len().is_none(),
    };
    let limit = if utf8 { sample.len() * 3 / 10 } else { sample.len() / 50 };
    (controls > limit && (utf8 || nuls > 0 || controls * 20 > sample.len())).then_some(if nuls > 0 {
        "it holds NUL bytes"
    } else {
        "it is full of control characters"
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8]) -> (String, String) {
        let (text, notes) = decode(bytes.to_vec());
        (text, notes.join("; "))
    }

    #[test]
    fn marks_are_taken_and_only_the_first() {
        assert_eq!(read("\u{feff}añ\u{feff}b".as_bytes()), ("añ\u{feff}b".into(), String::new()));
        let utf16: Vec<u8> = "\u{feff}Añ🙂".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16), ("Añ🙂".into(), "decoded as UTF-16LE".into()));
        let utf16: Vec<u8> = "Plain words.".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&utf16), ("Plain words.".into(), "decoded as UTF-16BE, guessed".into()));
        let lone = [0xff, 0xfe, b'a', 0, 0, 0xd8, b'b', 0];
        assert_eq!(
            read(&lone),
            ("a\u{fffd}b".into(), "decoded as UTF-16LE; 1 place is not UTF-16LE and stands as \u{fffd}".into())
        );
    }

    #[test]
    fn what_is_not_utf8_is_declared_or_guessed_and_said() {
        assert_eq!(
            read(b"caf\xe9 du monde fran\xe7ais"),
            ("café du monde français".into(), "not UTF-8; decoded as windows-1252, guessed".into())
        );
        assert_eq!(
            read(b"<meta charset=\"iso-8859-2\"><p>\xb3"),
            ("<meta charset=\"iso-8859-2\"><p>ł".into(), "decoded as ISO-8859-2, as it declares".into())
        );
        assert_eq!(
            read(b"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xffx"),
            ("éééé\u{fffd}x".into(), "1 place is not UTF-8 and stands as \u{fffd}".into())
        );
        assert_eq!(read(b"cut \xe2\x80").0, "cut \u{fffd}");
        assert_eq!(read(b"one\r\ntwo\0"), ("one\r\ntwo\0".into(), String::new()));
    }

    #[test]
    fn binaries_are_told_from_odd_texts() {
        assert_eq!(binary(b"\x89PNG\r\n\x1a\n"), Some("an image (PNG)"));
        assert_eq!(binary(&[7, 0, 0, 0, 200, 1, 2, 3, 0, 0]), Some("it holds NUL bytes"));
        for text in
            [&b"a NUL \0 and an escape \x1b[31m in a text"[..], b"caf\xe9", b"", b"plain", b"h\0i\0 \0y\0o\0u\0"]
        {
            assert_eq!(binary(text), None, "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn any_bytes_decode(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = (decode(bytes.clone()), binary(&bytes));
        }

        #[test]
        fn utf8_is_kept_as_it_is(text in "\\PC{0,60}") {
            prop_assume!(!text.starts_with('\u{feff}') && !text.contains('\0'));
            prop_assert_eq!(decode(text.clone().into_bytes()), (text, Vec::new()));
        }
    }
}

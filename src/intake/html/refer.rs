//! Character references: `&amp;`, `&#8211;`.

/// The character that the reference at the beginning of `text` stands for, and the reference's length in bytes. What stands for no
/// character, such as half of a surrogate pair, is U+FFFD.
pub(super) fn resolve(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let number = name.strip_prefix('#').map(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    });
    let c = match number {
        Some(Ok(0)) => '\u{fffd}',
        Some(code) => char::from_u32(code.ok()?).unwrap_or('\u{fffd}'),
        None => match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u{a0}',
            "ndash" => '–',
            "mdash" => '—',
            "lsquo" => '‘',
            "rsquo" => '’',
            "ldquo" => '“',
            "rdquo" => '”',
            "hellip" => '…',
            _ => return None,
        },
    };
    Some((c, end + 1))
}

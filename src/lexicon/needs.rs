//! Which words an entry of a list cannot do without, and how every form of them begins. Asked by `beginnings` when a list is held
//! against a story, and by `build.rs`, which asks it once of all bundled entries; so it names nothing but `split`.

use super::split::words;

/// How many bytes of a word's beginning are looked at.
pub const MOST: usize = 8;
/// How many beginnings are told apart, as a power of two: a long text has some ten thousand of them.
pub const BITS: u32 = 17;

/// The words that a text must have for the entry `text` to stand in it, one item each; where one of several words will do (`a|b`),
/// these are apart by strokes.
pub fn needed(text: &str) -> impl Iterator<Item = &str> {
    words(text).filter(|piece| is_needed(piece))
}

/// Whether `piece` of an entry is one of these: what may be missing, and what any word of a set or any word at all may stand for, is not.
pub fn is_needed(piece: &str) -> bool {
    !matches!(piece.as_bytes(), [b'<' | b'(' | b'_' | b'.', ..])
}

/// The numbers of the beginnings that `piece`, an item of [`needed`], may stand in a text with.
pub fn beginnings(piece: &str) -> impl Iterator<Item = u32> {
    piece.as_bytes().split(|byte| *byte == b'|').flat_map(|word| {
        if let Some(stem) = word.strip_suffix(b"*") {
            return [Some(number(&stem[..stem.len().min(MOST)])), None].into_iter().flatten();
        }
        let word = word.strip_suffix(b"~").unwrap_or(word);
        // A compound may be one word of the text, or be cut at its hyphens.
        let first = word.iter().position(|byte| *byte == b'-').and_then(|hyphen| word.get(..hyphen));
        [Some(number(kept(word))), first.map(|word| number(kept(word)))].into_iter().flatten()
    })
}

/// The beginning that all forms of `word` have that the rules make, of up to [`MOST`] bytes. They bend no more than its end:
/// `lie`, `lying`; `size`, `sise`; `woman`, `women`; `deny`, `denied`; `argue`, `arguing`.
pub fn kept(word: &[u8]) -> &[u8] {
    let bent = match word {
        [.., b'i', b'e'] | [.., b'z', b'e'] | [.., b'm', b'a', b'n'] => 2,
        [.., b'y' | b'e'] => 1,
        _ => 0,
    };
    &word[..word.len().saturating_sub(bent).clamp(1, MOST).min(word.len())]
}

/// The number of the beginning without a letter, which every text has.
pub const NONE: u32 = 0;

/// What marks the last of some numbers of which one will do; no number has this bit.
pub const LAST: u32 = 1 << BITS;

/// The number of a beginning of up to [`MOST`] bytes, below two to the power of [`BITS`]. Two beginnings may have one number.
pub fn number(beginning: &[u8]) -> u32 {
    scattered(packed(beginning))
}

/// The number of a whole word: of its last bytes and an end behind them, as if that were a beginning.
pub fn whole(word: &[u8]) -> u32 {
    scattered(packed(&word[word.len().saturating_sub(MOST - 1)..]) << 8)
}

/// The numbers that a text has by its word `word`: those of all its beginnings, and of itself.
pub fn had(word: &[u8]) -> impl Iterator<Item = u32> {
    let beginnings = word.iter().take(MOST).scan(0, |beginning, byte| {
        *beginning = *beginning << 8 | u64::from(*byte);
        Some(scattered(*beginning))
    });
    beginnings.chain([whole(word)])
}

fn packed(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |packed, byte| packed << 8 | u64::from(*byte))
}

/// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
fn scattered(packed: u64) -> u32 {
    (packed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - BITS)) as u32
}

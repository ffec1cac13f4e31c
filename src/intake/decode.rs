//! Bytes to text.

/// The text in `bytes`, and what the reader should know about how it was read.
#[must_use]
pub fn decode(bytes: &[u8]) -> (String, Vec<String>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), Vec::new()),
        Err(_) => (String::from_utf8_lossy(bytes).into_owned(), vec!["not UTF-8".to_owned()]),
    }
}

//! Cuts the text of a list into its lines and entries, without saying what they mean. Asked by `parse`, and by `build.rs`, which finds
//! beforehand where the entries of the bundled lists stand; so it names nothing outside the standard library.

/// An entry or the name of a group, as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// What stands between the brackets of a group line; with the opening bracket and whatever follows it when there is no closing one.
    Group(Result<&'a str, &'a str>),
    /// An entry, without the comma behind it.
    Entry(&'a str),
}

/// The groups and entries of the list `text`, in order, each with its line counted from 1.
pub fn pieces(text: &str) -> impl Iterator<Item = (usize, Piece<'_>)> {
    lines(text).flat_map(|(line, content)| {
        let group = content.strip_prefix('[').map(|rest| Piece::Group(rest.strip_suffix(']').ok_or(content)));
        let entries = parts(if group.is_some() { "" } else { content }, b',');
        let entries = entries.map(str::trim_ascii).filter(|entry| !entry.is_empty()).map(Piece::Entry);
        group.into_iter().chain(entries).map(move |piece| (line, piece))
    })
}

/// The lines of `text` that say something, counted from 1, without remarks.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.split_once('#').map_or(line, |(content, _)| content).trim()))
        .filter(|(_, line)| !line.is_empty())
}

/// The groups of a list of plain words (`grammar.txt`, `irregular.txt`): the group's name and one line's words, without commas.
pub fn groups(text: &str) -> impl Iterator<Item = (usize, &str, &str)> {
    let mut name = "";
    lines(text).filter_map(move |(line, content)| {
        if let Some(inside) = content.strip_prefix('[') {
            name = inside.trim_end_matches(']').trim();
            return None;
        }
        Some((line, name, content))
    })
}

/// The words of `grammar.txt`, each with the name of the group that it stands in.
pub fn grammar(text: &str) -> impl Iterator<Item = (&str, &str)> {
    groups(text).flat_map(|(_, name, content)| {
        content.split([',', ' ']).filter(|word| !word.is_empty()).map(move |word| (name, word))
    })
}

/// What stands between each `sign` of `text`. The lists have some ten thousand entries of a few letters, for which a plain walk is
/// several times as fast as a search.
pub fn parts(text: &str, sign: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let (part, after) = cut(rest?, sign);
        rest = after;
        Some(part)
    })
}

/// The words of an entry, by white space; a plain walk like [`parts`].
pub fn words(entry: &str) -> impl Iterator<Item = &str> + Clone {
    let mut rest = entry;
    std::iter::from_fn(move || {
        let start = rest.bytes().position(|byte| !byte.is_ascii_whitespace())?;
        let word = rest.get(start..)?;
        let end = word.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(word.len());
        rest = word.get(end..)?;
        word.get(..end)
    })
}

/// `text` before and after the first `sign`; all of it where there is none.
pub fn cut(text: &str, sign: u8) -> (&str, Option<&str>) {
    match text.bytes().position(|byte| byte == sign) {
        Some(at) => (text.get(..at).unwrap_or_default(), text.get(at + 1..)),
        None => (text, None),
    }
}

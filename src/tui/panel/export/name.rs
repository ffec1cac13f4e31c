//! What a report's file is called: which format its ending chooses, and what is wrong with a name. Looks at no files.

/// The endings that choose a format, with the format's name for the reader; the first is taken where none is chosen.
pub(super) const FORMATS: [(&str, &str); 4] = [
    ("txt", "text, side by side"),
    ("html", "a page to print or send"),
    ("csv", "a table of every difference"),
    ("json", "everything, for other programs"),
];

/// Other endings that choose one of them, an index into [`FORMATS`].
const ALIASES: [(&str, usize); 3] = [("text", 0), ("md", 0), ("htm", 1)];

/// What stands behind the last dot of `path`'s name, in small letters; none where nothing does, or nothing before it.
pub(super) fn ending(path: &str) -> Option<String> {
    let name = path.trim().rsplit('/').next().unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.')?;
    (!stem.is_empty() && !ending.is_empty()).then(|| ending.to_lowercase())
}

/// The format that `ending` chooses, as an index into [`FORMATS`].
pub(super) fn format_of(ending: &str) -> Option<usize> {
    let alias = || ALIASES.iter().find(|(known, _)| *known == ending).map(|(_, format)| *format);
    FORMATS.iter().position(|(known, _)| *known == ending).or_else(alias)
}

/// `path` with an ending: that of the format `chosen` where it has none.
pub(super) fn whole(path: &str, chosen: usize) -> String {
    let path = path.trim();
    match (ending(path), FORMATS.get(chosen)) {
        (None, Some((ending, _))) => format!("{}.{ending}", path.trim_end_matches('.')),
        _ => path.to_owned(),
    }
}

/// Why no report can be written to `path`, if so.
pub(super) fn fault(path: &str) -> Option<String> {
    let path = path.trim();
    if path.is_empty() {
        return Some("a name for the file is missing: type one".to_owned());
    }
    if path.ends_with('/') {
        return Some("a name for the file is missing after the folder's: type one".to_owned());
    }
    let ending = ending(path).filter(|ending| format_of(ending).is_none())?;
    let known: Vec<&str> = FORMATS.iter().map(|(known, _)| *known).chain(ALIASES.map(|(known, _)| known)).collect();
    Some(format!("no report ends in .{ending}: {}", known.join(" ")))
}

//! The lists of `assets/abbreviations`, and how they are read. Shared with `build.rs`, which finds the common words of all languages
//! beforehand; so it names nothing outside the standard library.

/// The code and the lists of each language. English first: it is taken when nothing speaks for another one.
pub const LISTS: [(&str, &str); 26] = [
    ("en", include_str!("../../../assets/abbreviations/en.txt")),
    ("de", include_str!("../../../assets/abbreviations/de.txt")),
    ("fr", include_str!("../../../assets/abbreviations/fr.txt")),
    ("es", include_str!("../../../assets/abbreviations/es.txt")),
    ("it", include_str!("../../../assets/abbreviations/it.txt")),
    ("pt", include_str!("../../../assets/abbreviations/pt.txt")),
    ("nl", include_str!("../../../assets/abbreviations/nl.txt")),
    ("da", include_str!("../../../assets/abbreviations/da.txt")),
    ("no", include_str!("../../../assets/abbreviations/no.txt")),
    ("fi", include_str!("../../../assets/abbreviations/fi.txt")),
    ("cs", include_str!("../../../assets/abbreviations/cs.txt")),
    ("pl", include_str!("../../../assets/abbreviations/pl.txt")),
    ("hu", include_str!("../../../assets/abbreviations/hu.txt")),
    ("sv", include_str!("../../../assets/abbreviations/sv.txt")),
    ("ro", include_str!("../../../assets/abbreviations/ro.txt")),
    ("tr", include_str!("../../../assets/abbreviations/tr.txt")),
    ("sk", include_str!("../../../assets/abbreviations/sk.txt")),
    ("hr", include_str!("../../../assets/abbreviations/hr.txt")),
    ("ca", include_str!("../../../assets/abbreviations/ca.txt")),
    ("id", include_str!("../../../assets/abbreviations/id.txt")),
    ("ru", include_str!("../../../assets/abbreviations/ru.txt")),
    ("uk", include_str!("../../../assets/abbreviations/uk.txt")),
    ("el", include_str!("../../../assets/abbreviations/el.txt")),
    ("hi", include_str!("../../../assets/abbreviations/hi.txt")),
    ("bn", include_str!("../../../assets/abbreviations/bn.txt")),
    ("ar", include_str!("../../../assets/abbreviations/ar.txt")),
];

/// The words of `list`, each with the section that it stands in.
pub fn words(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    list.lines().filter(|line| !line.starts_with('#')).flat_map(move |line| {
        let name = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        section = name.unwrap_or(section);
        let section = section;
        let words = if name.is_some() { "" } else { line };
        words.split_ascii_whitespace().map(move |word| (section, word))
    })
}

//! Names spelt in more than one way: Ghasemi, Ghassemi, Qassemi. May be asked for the key that the spellings of one name share;
//! knows no list of names.

/// A folded name without the choices of transliteration: doubled letters made one, `gh`, `kh`, `q`, `g`, `c`, `k` one sound,
/// `w` and `v`, `z` and `s`, `ph` and `f` too, an `h` after another letter silent, and every run of vowels (`j` and `y`
/// among them) the same vowel; the article `al-` or `el-` and a possessive aside. In the spirit of Soundex (Russell 1918), bent to
/// names from Arabic, Persian, Hebrew and Cyrillic. Many words share a key: two names are alike only if much else says so.
#[must_use]
pub fn name_key(folded: &str) -> String {
    sounds(folded).collect()
}

/// The letters of the [`name_key`] of `folded`, for those who want to know no more than whether two are equal.
pub fn sounds(folded: &str) -> impl Iterator<Item = char> {
    const VOWEL: char = 'a';
    let name = base(folded);
    let name = name.strip_prefix("al-").or_else(|| name.strip_prefix("el-")).unwrap_or(name);
    let mut chars = name.chars().filter(|c| c.is_alphanumeric()).peekable();
    let mut last = None;
    std::iter::from_fn(move || {
        loop {
            let sound = match chars.next()? {
                'h' if last.is_none() => 'h',
                'h' => continue,
                'p' if chars.peek() == Some(&'h') => 'f',
                'q' | 'g' | 'c' | 'k' => 'k',
                'w' | 'v' => 'v',
                'z' | 's' => 's',
                'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' => VOWEL,
                other => other,
            };
            if last.replace(sound) != Some(sound) {
                return Some(sound);
            }
        }
    })
}

/// `folded` without an English possessive: `netanyahu` for `netanyahu's`.
#[must_use]
pub fn base(folded: &str) -> &str {
    folded.strip_suffix("'s").unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::name_key;

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for names in [
            &["ghasemi", "ghassemi", "qassemi"][..],
            &["binyamin", "benjamin"],
            &["gaddafi", "qadhafi", "kadhafi"],
            &["hezbollah", "hizbollah", "hizbullah"],
            &["assad", "al-assad", "asad's"],
        ] {
            assert!(names.windows(2).all(|pair| name_key(pair[0]) == name_key(pair[1])), "{names:?}");
        }
        assert_ne!(name_key("putin"), name_key("biden"));
        assert_ne!(name_key("iran"), name_key("iraq"));
    }
}

//! What a script asks for. May be asked of a letter alone; knows no language.

/// Whether `c` is a letter of a script that puts no spaces between words: Thai, Lao, Burmese, Khmer, kana (also of half width), Han.
#[must_use]
pub fn is_spaceless(c: char) -> bool {
    is_syllabic(c)
        || c >= '\u{3005}'
            && matches!(c,
                '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}')
}

/// Whether `c` is a letter of a script that puts no spaces between words and writes most words with several letters: all of these but Han.
#[must_use]
pub fn is_syllabic(c: char) -> bool {
    c >= '\u{e00}'
        && matches!(c,
            '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}' | '\u{e81}'..='\u{ebd}' | '\u{ec0}'..='\u{ecd}' | '\u{edc}'..='\u{edf}'
            | '\u{1000}'..='\u{103f}' | '\u{1050}'..='\u{108f}' | '\u{1780}'..='\u{17d3}'
            | '\u{3041}'..='\u{3096}' | '\u{3099}' | '\u{309a}' | '\u{309d}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kana_are_syllabic_in_either_width_and_ideographs_are_not() {
        let letters = |of: fn(char) -> bool| "aжعกລကខ々あアｱ北가".chars().filter(|c| of(*c)).collect::<String>();
        assert_eq!((letters(is_spaceless), letters(is_syllabic)), ("กລကខ々あアｱ北".into(), "กລကខあアｱ".into()));
    }
}

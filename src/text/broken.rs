//! Words broken at the end of a line, as copied print has them: `volun-` and below it `tarily`. May be asked where such a word goes on, and for
//! a text on one line. Whether the hyphen is the printer's or the writer's cannot be seen: it is shown, and no part of the folded word.

/// Where the word goes on in the next line whose hyphen stands at byte `hyphen` of `text`: a hyphen behind a letter, at the end of its
/// line, and below it a small letter. None for any other sign, and before an empty line.
#[must_use]
pub fn goes_on(text: &str, hyphen: usize) -> Option<usize> {
    let (before, rest) = (text.get(..hyphen)?, text.get(hyphen..)?);
    let below = rest.strip_prefix(['-', '\u{2010}', '\u{ad}'])?;
    let letters = below.trim_start_matches([' ', '\t', '\r']).strip_prefix('\n')?.trim_start_matches([' ', '\t']);
    let one_word = before.ends_with(char::is_alphabetic) && letters.starts_with(char::is_lowercase);
    one_word.then(|| text.len() - letters.len())
}

/// `text` with its broken words made whole, without the hyphens at which they broke; white space else stays.
#[must_use]
pub fn whole(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        at = goes_on(text, at).unwrap_or_else(|| {
            whole.push(c);
            at + c.len_utf8()
        });
    }
    whole
}

/// `text` on one line: white space of any kind is one blank, none stands at its ends, and a broken word is whole.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if !c.is_whitespace() {
            line.push(c);
        } else if !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
        at = goes_on(text, at).unwrap_or(at + c.len_utf8());
    }
    line.truncate(line.trim_end().len());
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_word_has_no_hyphen() {
        assert_eq!(whole("a volun-\n  tary re-\ncall - of\nself-made"), "a voluntary recall - of\nself-made");
    }

    #[test]
    fn a_broken_word_is_whole_and_keeps_its_hyphen() {
        for (broken, whole) in [
            ("a volun-\ntary recall", "a volun-tary recall"),
            ("one  in-\r\n\tjury. ", "one in-jury."),
            ("co\u{ad}\noperate", "co\u{ad}operate"),
            // A dash, a list, a paragraph's end, a name: none is a word that goes on.
            ("the plan -\nwhich failed", "the plan - which failed"),
            ("- one\n- two", "- one - two"),
            ("from 10-\nto 12", "from 10- to 12"),
            ("in-\n\nside", "in- side"),
            ("Anglo-\nAmerican", "Anglo- American"),
        ] {
            assert_eq!(one_line(broken), whole);
        }
    }
}

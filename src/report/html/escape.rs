//! The one place that makes strangers' text safe for a page.

use crate::text::{broken::goes_on, visible::stand_in};

/// Adds `text` to `out`: what HTML would take for markup is escaped, and what a reader could not see (controls, bidi overrides)
/// has a stand-in. No line break stays in a word that one broke.
pub fn escape(out: &mut String, text: &str) {
    let mut below = 0;
    for (at, c) in text.char_indices() {
        match c {
            _ if at < below => continue,
            '-' | '\u{2010}' | '\u{ad}' => below = goes_on(text, at).unwrap_or(0),
            _ => {}
        }
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' | '\r' => out.push(' '),
            _ => out.push(stand_in(c).unwrap_or(c)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_is_shown_and_not_obeyed() {
        let mut out = String::new();
        escape(&mut out, "<script>alert(\"1\")</script> & 'x' \u{202e}\u{1b}[2J");
        assert_eq!(out, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; ⇄\u{241b}[2J");
    }

    #[test]
    fn a_word_broken_at_the_end_of_a_line_is_one_again() {
        let mut out = String::new();
        escape(&mut out, "a volun-\n tary -\nrecall");
        assert_eq!(out, "a volun-tary - recall");
    }
}

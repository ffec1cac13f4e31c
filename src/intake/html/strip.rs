//! All the text of a page, found without building its tree: for pages too large to be worth a tree, and for those in which no article
//! is found. Linear in the length of the page, whatever is in it.

use super::{
    kind::{Kind, kind},
    refer::resolve,
    scan::{Piece, Scan},
};

/// The text of the page `html`, as [`super::bound::bounded`] writes it, a blank line between its blocks.
pub(super) fn strip(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 4);
    for piece in Scan::new(html) {
        match piece {
            Piece::Text(raw) => text(raw, &mut out),
            Piece::Start(name, _) | Piece::End(name) => {
                let inline = matches!(kind(name), Kind::Inline | Kind::Link);
                if !inline && !out.is_empty() && !out.ends_with("\n\n") {
                    out.truncate(out.trim_end().len());
                    out.push_str("\n\n");
                }
            }
            Piece::Raw(_) => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Adds `raw` to `out`, each run of white space one space and character references resolved.
pub(super) fn text(raw: &str, out: &mut String) {
    if raw.starts_with(char::is_whitespace) && !out.is_empty() && !out.ends_with(char::is_whitespace) {
        out.push(' ');
    }
    for (index, word) in raw.split_whitespace().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        let mut rest = word;
        while let Some(at) = rest.find('&') {
            let (before, reference) = rest.split_at_checked(at).unwrap_or((rest, ""));
            out.push_str(before);
            match resolve(reference) {
                Some((c, length)) => {
                    out.push(c);
                    rest = reference.get(length..).unwrap_or_default();
                }
                None => {
                    out.push('&');
                    rest = reference.get(1..).unwrap_or_default();
                }
            }
        }
        out.push_str(rest);
    }
    if raw.ends_with(char::is_whitespace) && !out.is_empty() && !out.ends_with(char::is_whitespace) {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::html::bound::bounded;

    #[test]
    fn text_is_found_without_a_tree() {
        let html = "<head><title>T</title></head><body><p>One <b>bold</b> &amp; <i>two</i>.<p>Three &#xD800;<script>if (a<b) {}</script><br>four &unknown; <!-- <p>no --> five";
        assert_eq!(strip(&bounded(html).html), "One bold & two.\n\nThree \u{fffd}\n\nfour &unknown; five");
    }
}

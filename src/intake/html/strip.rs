//! All the text of a page, found without building its tree: for pages too large or too deeply nested to be worth a tree, and for
//! those in which no article is found. Linear in the length of the page, whatever is in it.

use std::borrow::Cow;

/// Elements whose content is no text.
const SILENT: [&str; 6] = ["script", "style", "noscript", "template", "head", "svg"];
/// Elements that stand in a line.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "kbd", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "u",
];
/// Elements whose end may be left out, or that have none; they say nothing of depth.
const OPEN: [&str; 14] =
    ["p", "li", "br", "hr", "img", "input", "meta", "link", "td", "tr", "th", "option", "dt", "dd"];

/// How deeply elements are nested in `html`, as its tags have it.
pub(super) fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut silent: Option<&str> = None;
    for (name, closing, _) in tags(html) {
        if let Some(hushed) = silent {
            if closing && name.eq_ignore_ascii_case(hushed) {
                silent = None;
            }
            continue;
        }
        silent = SILENT.into_iter().find(|known| !closing && *known != "head" && name.eq_ignore_ascii_case(known));
        if silent.is_some() || name.is_empty() || OPEN.iter().any(|open| name.eq_ignore_ascii_case(open)) {
            continue;
        }
        depth = if closing { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

/// The text of `html`, a blank line between its blocks.
pub(super) fn strip(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 4);
    let mut at = 0;
    let mut silent: Option<&str> = None;
    for (name, closing, span) in tags(html) {
        if let Some(hushed) = silent {
            if closing && name.eq_ignore_ascii_case(hushed) {
                silent = None;
                at = span.1;
            }
            continue;
        }
        text(html.get(at..span.0).unwrap_or_default(), &mut out);
        at = span.1;
        if !closing {
            silent = SILENT.into_iter().find(|known| name.eq_ignore_ascii_case(known));
        }
        if !INLINE.iter().any(|known| name.eq_ignore_ascii_case(known)) && !out.is_empty() && !out.ends_with("\n\n") {
            out.truncate(out.trim_end().len());
            out.push_str("\n\n");
        }
    }
    if silent.is_none() {
        text(html.get(at..).unwrap_or_default(), &mut out);
    }
    out.truncate(out.trim_end().len());
    out
}

/// A tag longer than this many bytes holds a picture or other data.
const LONG_TAG: usize = 2_000;

/// `html` without what is no text and makes pages large: scripts (but for those that say what the page is, in JSON-LD), styles,
/// drawings, comments, and the attributes of long tags.
pub(super) fn slim(html: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(html.len() / 4);
    let (mut at, mut silent) = (0, None::<&str>);
    for (name, closing, (start, end)) in tags(html) {
        match silent {
            Some(hushed) if closing && name.eq_ignore_ascii_case(hushed) => silent = None,
            Some(_) => continue,
            None => {
                out.push_str(html.get(at..start).unwrap_or_default());
                let tag = html.get(start..end).unwrap_or_default();
                let hushes = |known: &&str| *known != "head" && name.eq_ignore_ascii_case(known);
                let known = SILENT.into_iter().find(hushes).filter(|_| !closing);
                let long = tag.len() > LONG_TAG;
                if known.is_some() && (long || !tag.contains("ld+json")) {
                    silent = known;
                } else if long && !name.is_empty() {
                    out.extend(["<", if closing { "/" } else { "" }, name, ">"]);
                } else if !tag.starts_with("<!--") {
                    out.push_str(tag);
                }
            }
        }
        at = end;
    }
    if silent.is_none() {
        out.push_str(html.get(at..).unwrap_or_default());
    }
    Cow::Owned(out)
}

/// The tags of `html`: name, whether it closes, and where the tag stands, in bytes. Comments and declarations have empty names.
fn tags(html: &str) -> impl Iterator<Item = (&str, bool, (usize, usize))> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + html.get(from..)?.find('<')?;
            let rest = html.get(start + 1..)?;
            if let Some(comment) = rest.strip_prefix("!--") {
                let end = comment.find("-->").map_or(html.len(), |end| start + 4 + end + 3);
                from = end;
                return Some(("", false, (start, end)));
            }
            let closing = rest.starts_with('/');
            let named = rest.strip_prefix(['/', '!', '?']).unwrap_or(rest);
            let length = named.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(named.len());
            if length == 0 {
                from = start + 1;
                continue;
            }
            // A tag that is cut off by the next one ends there: `a<b` in a script must not swallow its end.
            let end = rest
                .find(['>', '<'])
                .map_or(html.len(), |end| start + 1 + end + usize::from(rest.as_bytes().get(end) == Some(&b'>')));
            from = end;
            let name = named.get(..length).unwrap_or_default();
            return Some((if rest.starts_with(['!', '?']) { "" } else { name }, closing, (start, end)));
        }
    })
}

/// Adds `raw` to `out`, each run of white space one space and character references resolved.
fn text(raw: &str, out: &mut String) {
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

/// The character that the reference at the beginning of `text` stands for, and the reference's length in bytes. What stands for no
/// character, such as half of a surrogate pair, is U+FFFD.
fn resolve(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let number = name.strip_prefix('#').map(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    });
    let c = match number {
        Some(Ok(0)) => '\u{fffd}',
        Some(code) => char::from_u32(code.ok()?).unwrap_or('\u{fffd}'),
        None => match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u{a0}',
            "ndash" => '–',
            "mdash" => '—',
            "lsquo" => '‘',
            "rsquo" => '’',
            "ldquo" => '“',
            "rdquo" => '”',
            "hellip" => '…',
            _ => return None,
        },
    };
    Some((c, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_found_without_a_tree() {
        let html = "<head><title>T</title></head><body><p>One <b>bold</b> &amp; <i>two</i>.<p>Three &#xD800;<script>if (a<b) {}</script><br>four &unknown; <!-- <p>no --> five";
        assert_eq!(strip(html), "One bold & two.\n\nThree \u{fffd}\n\nfour &unknown;\n\nfive");
        assert_eq!(
            slim(
                "<head><title>T</title><style>p{}</style></head><script type='application/ld+json'>{}</script><p>One<!-- x --> two<svg><p>no</svg>."
            ),
            "<head><title>T</title></head><script type='application/ld+json'>{}</script><p>One two."
        );
        assert_eq!((depth("<div><div><p><p></div></div><br>"), depth("a < b")), (2, 0));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        #[test]
        fn anything_is_stripped(html in "([<>/&;#x a-z-]|<p>|<!--|&#xD8|\\PC){0,60}") {
            let _ = (strip(&html), depth(&html));
            proptest::prop_assert!(slim(&html).len() <= html.len());
        }
    }
}

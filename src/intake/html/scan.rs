//! A page as the pieces that a browser cuts it into: tags with their attributes, text, and what is neither. One pass over the bytes,
//! no look back but one, so that the work grows with the page whatever is in it.
//!
//! Where tags, comments and raw text begin and end is what the HTML standard says
//! (<https://html.spec.whatwg.org/multipage/parsing.html#tokenization>), with two differences that lose less of a broken page: a tag
//! whose quotation mark is never closed ends at the next `>` or `<`, and a script is over at the first `</script`.

/// Elements that hold nothing but text: their content ends at their own closing tag, whatever else is in it.
const RAW: [&str; 9] = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"];

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text, its references not yet resolved.
    Text(&'a str),
    /// The beginning of an element: its name as it is written, and its attributes.
    Start(&'a str, Attributes<'a>),
    /// The text of an element that holds nothing else, behind its beginning and before its end.
    Raw(&'a str),
    /// The end of an element.
    End(&'a str),
}

/// The attributes of a tag as they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attributes<'a>(pub &'a str);

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    /// The next name and value, both as they are written, without the quotation marks.
    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.0.trim_start_matches(|c: char| is_space(c) || c == '/');
        if rest.is_empty() {
            return None;
        }
        // An equals sign may be the first letter of a name.
        let ends = |(at, c): &(usize, char)| is_space(*c) || *c == '/' || *c == '=' && *at > 0;
        let length = rest.char_indices().find(ends).map_or(rest.len(), |(at, _)| at);
        let (name, behind) = rest.split_at_checked(length)?;
        let Some(value) = behind.trim_start_matches(is_space).strip_prefix('=') else {
            self.0 = behind;
            return Some((name, ""));
        };
        let value = value.trim_start_matches(is_space);
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, behind) = match quote {
            Some(quote) => {
                let inside = value.get(1..)?;
                inside.split_once(quote).unwrap_or((inside, ""))
            }
            None => value.split_at_checked(value.find(is_space).unwrap_or(value.len()))?,
        };
        self.0 = behind;
        Some((name, value))
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// The pieces of a page in reading order.
#[derive(Clone, Debug)]
pub(super) struct Scan<'a> {
    html: &'a str,
    /// Where the next piece begins.
    at: usize,
    /// The element whose raw text comes next.
    raw: Option<&'a str>,
    /// Whether a tag was found that never ends; from then on quotation marks are not minded.
    unquoted: bool,
    /// How many bytes were looked at.
    steps: usize,
}

impl<'a> Scan<'a> {
    /// Of the page `html`.
    pub(super) fn new(html: &'a str) -> Self {
        Self { html, at: 0, raw: None, unquoted: false, steps: 0 }
    }

    /// How many bytes were looked at so far: the measure of the work done.
    #[cfg(test)]
    pub(super) fn steps(&self) -> usize {
        self.steps
    }

    fn rest(&self, from: usize) -> &'a str {
        self.html.get(from..).unwrap_or_default()
    }

    /// Where the first of `ends` stands from `from` on, and behind it; the end of the page if there is none.
    fn until(&mut self, from: usize, end: &str) -> (usize, usize) {
        let found = self.rest(from).find(end).map(|at| (from + at, from + at + end.len()));
        let (start, behind) = found.unwrap_or((self.html.len(), self.html.len()));
        self.steps += behind.saturating_sub(from);
        (start, behind)
    }

    /// Where the raw text of the element `name` ends.
    fn raw_end(&mut self, name: &str) -> usize {
        let bytes = self.html.as_bytes();
        let mut at = self.at;
        while !name.eq_ignore_ascii_case("plaintext") {
            let (start, behind) = self.until(at, "</");
            let end = behind + name.len();
            let named = bytes.get(behind..end).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
            self.steps += name.len();
            if start == behind || named && bytes.get(end).is_none_or(|c| !c.is_ascii_alphanumeric()) {
                return start;
            }
            at = behind;
        }
        self.steps += self.html.len() - self.at;
        self.html.len()
    }

    /// Where the tag whose name ends at `from` ends, before its `>`, and behind it.
    fn tag_end(&mut self, from: usize) -> (usize, usize) {
        let mut quote = None;
        // A quotation mark opens a value only behind an equals sign.
        let mut before = b' ';
        if !self.unquoted {
            for (offset, byte) in self.rest(from).bytes().enumerate() {
                match quote {
                    Some(open) if byte == open => quote = None,
                    Some(_) => {}
                    None if byte == b'>' => {
                        self.steps += offset + 1;
                        return (from + offset, from + offset + 1);
                    }
                    None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
                    None => {}
                }
                if !byte.is_ascii_whitespace() || before != b'=' {
                    before = byte;
                }
            }
            self.steps += self.html.len() - from;
            self.unquoted = true;
        }
        let length = self.rest(from).find(['>', '<']).unwrap_or(self.html.len() - from);
        self.steps += length + 1;
        let end = from + length;
        (end, end + usize::from(self.html.as_bytes().get(end) == Some(&b'>')))
    }
}

impl<'a> Iterator for Scan<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(name) = self.raw.take() {
            let end = self.raw_end(name);
            let text = self.html.get(self.at..end).unwrap_or_default();
            self.at = end;
            return Some(Piece::Raw(text));
        }
        loop {
            let rest = self.rest(self.at);
            let first = rest.bytes().next()?;
            if first != b'<' {
                let length = rest.find('<').unwrap_or(rest.len());
                self.steps += length;
                self.at += length;
                return rest.get(..length).map(Piece::Text);
            }
            let (start, bytes) = (self.at, rest.as_bytes());
            self.steps += 1;
            match (bytes.get(1), bytes.get(2)) {
                (Some(b'!'), _) if rest.starts_with("<!--") => {
                    // `<!-->` and `<!--->` are whole comments.
                    let short = ["<!-->", "<!--->"].into_iter().find(|short| rest.starts_with(short));
                    self.at = short.map_or_else(|| self.until(start + 4, "-->").1, |short| start + short.len());
                }
                (Some(b'!' | b'?'), _) => self.at = self.until(start, ">").1,
                (Some(b'/'), Some(letter)) if !letter.is_ascii_alphabetic() => self.at = self.until(start, ">").1,
                (Some(b'/'), Some(_)) => {
                    let name = name(self.rest(start + 2));
                    self.at = self.tag_end(start + 2 + name.len()).1;
                    return Some(Piece::End(name));
                }
                (Some(letter), _) if letter.is_ascii_alphabetic() => {
                    let name = name(self.rest(start + 1));
                    let from = start + 1 + name.len();
                    let (end, behind) = self.tag_end(from);
                    self.at = behind;
                    self.raw = RAW.iter().any(|raw| name.eq_ignore_ascii_case(raw)).then_some(name);
                    return Some(Piece::Start(name, Attributes(self.html.get(from..end).unwrap_or_default())));
                }
                _ => {
                    self.at += 1;
                    return Some(Piece::Text("<"));
                }
            }
        }
    }
}

/// The name at the beginning of `text`.
fn name(text: &str) -> &str {
    let end = text.find(|c: char| is_space(c) || matches!(c, '/' | '>' | '<')).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each piece in brackets: `<` a beginning with its attributes, `/` an end, `=` raw text.
    fn picture(html: &str) -> String {
        let piece = |piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Raw(text) => format!("[={text}]"),
            Piece::End(name) => format!("[/{name}]"),
            Piece::Start(name, attributes) => {
                let pairs: String = attributes.map(|(name, value)| format!(" {name}:{value}")).collect();
                format!("[<{name}{pairs}]")
            }
        };
        Scan::new(html).map(piece).collect()
    }

    #[test]
    fn tags_end_where_their_quotes_do() {
        assert_eq!(picture("<div title=\"</div>\">a</div>"), "[<div title:</div>]a[/div]");
        assert_eq!(picture("<a href=x>b</a ><br/>"), "[<a href:x]b[/a][<br]");
        assert_eq!(picture("<a b='>' c = \">\" d=e\"f g>h"), "[<a b:> c:> d:e\"f g:]h");
        assert_eq!(picture("1 < 2 <3 </> <!a> <?b> </ c> d"), "1 < 2 <3     d");
        // A quotation mark that is never closed swallows nothing but its tag.
        assert_eq!(picture("<p>a <a href=\"b>c</a> d<i>e"), "[<p]a [<a href:b]c[/a] d[<i]e");
    }

    #[test]
    fn comments_and_raw_text_hold_no_tags() {
        assert_eq!(picture("a<!-- <p> --><!--><!--->b<![CDATA[c]]>d<!-- e"), "abd");
        assert_eq!(picture("<script>if (a</b/) '<p>'</script >c"), "[<script][=if (a</b/) '<p>'][/script]c");
        assert_eq!(
            picture("<TITLE>a<b></title><plaintext>c</plaintext>"),
            "[<TITLE][=a<b>][/title][<plaintext][=c</plaintext>]"
        );
        assert_eq!(picture("<style>a"), "[<style][=a]");
    }
}

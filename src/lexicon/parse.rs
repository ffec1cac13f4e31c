//! Reads the text of a list, line by line.
//!
//! ```text
//! # a remark
//! [doubt 2 verb]                     a group: sense, strength 0-3, class (verb, noun, adjective; else as it stands), flags (strict, clause, shift)
//! claim = say, profess               entries, by comma or one a line; after '=' what a neutral writer would put
//! according to (<quantity>) <speaker> = name the source
//! -claim                             takes the entry out (in a reader's own list)
//! ```
//! Inside an entry: `a|b` one of these words · `<set>` a word of a set of `grammar.txt` · `(x)` may be missing ·
//! `_` any word · `..` up to three words · `word~` this word is inflected instead of the usual one.

use super::entry::{Class, Group, ListKind, Sense};

/// An entry as it stands in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed<'a> {
    pub group: Group,
    pub text: &'a str,
    pub neutral: Option<&'a str>,
    /// A removal: `-text`.
    pub removal: bool,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, quoting the line's words.
    pub what: String,
}

impl Group {
    /// What holds in a list before its first group line.
    fn of(kind: ListKind) -> Self {
        let sense = match kind {
            ListKind::Attribution => Sense::Doubt,
            ListKind::Source => Sense::Vague,
            ListKind::Hedge => Sense::Distance,
            ListKind::Loaded => Sense::Partisan,
            ListKind::Naming => Sense::Label,
            ListKind::Evaluation => Sense::Blame,
            ListKind::Interpretation => Sense::Significance,
            ListKind::Background => Sense::History,
        };
        let class = if kind == ListKind::Attribution { Class::Verb } else { Class::Fixed };
        Self { sense, strength: 2, class, strict: false, clause: false, shift: false }
    }

    fn read(words: &str, kind: ListKind) -> Result<Self, String> {
        let mut group = Self { class: Class::Fixed, ..Self::of(kind) };
        for word in words.split_whitespace() {
            match word {
                "verb" => group.class = Class::Verb,
                "noun" => group.class = Class::Noun,
                "adjective" => group.class = Class::Adjective,
                "strict" => group.strict = true,
                "clause" => group.clause = true,
                "shift" => group.shift = true,
                "0" => group.strength = 0,
                "1" => group.strength = 1,
                "2" => group.strength = 2,
                "3" => group.strength = 3,
                other => match Sense::named(other) {
                    Some(sense) => group.sense = sense,
                    None => return Err(format!("'{other}' is no sense, class, flag or strength")),
                },
            }
        }
        Ok(group)
    }
}

/// The entries of the list `text` in order, with a problem for each line that cannot be read.
pub fn entries(kind: ListKind, text: &str) -> impl Iterator<Item = Result<Listed<'_>, Problem>> {
    let mut group = Group::of(kind);
    lines(text).flat_map(move |(line, content)| {
        let (mut wrong, mut listed) = (None, content);
        if let Some(rest) = content.strip_prefix('[') {
            listed = "";
            let read = rest.strip_suffix(']').ok_or_else(|| format!("the group '{content}' is not closed with ']'"));
            match read.and_then(|words| Group::read(words, kind)) {
                Ok(read) => group = read,
                Err(what) => wrong = Some(Err(Problem { line, what })),
            }
        }
        let group = group;
        let entries = parts(listed).map(str::trim_ascii).filter(|entry| !entry.is_empty());
        wrong.into_iter().chain(entries.map(move |content| entry(content, group, line)))
    })
}

/// What stands between the commas of `line`. The lists have some ten thousand entries of a few letters, for which a plain walk is
/// several times as fast as a search.
fn parts(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let (part, after) = cut(rest?, b',');
        rest = after;
        Some(part)
    })
}

/// `text` before and after the first `sign`; all of it where there is none.
fn cut(text: &str, sign: u8) -> (&str, Option<&str>) {
    match text.bytes().position(|byte| byte == sign) {
        Some(at) => (text.get(..at).unwrap_or_default(), text.get(at + 1..)),
        None => (text, None),
    }
}

fn entry(content: &str, group: Group, line: usize) -> Result<Listed<'_>, Problem> {
    let (removal, content) = content.strip_prefix('-').map_or((false, content), |rest| (true, rest.trim_ascii()));
    let (text, neutral) = cut(content, b'=');
    let (text, neutral) = (text.trim_ascii(), neutral.map(str::trim_ascii).filter(|neutral| !neutral.is_empty()));
    if text.is_empty() {
        return Err(Problem { line, what: format!("no word before '=' in '{content}'") });
    }
    Ok(Listed { group, text, neutral, removal })
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_list_is_read_in_order_and_problems_name_the_line() {
        let text = "# remark\n[doubt 2 verb strict]\nclaim = say, profess # why\n[bogus]\n-insist\n = x\n";
        let read: Vec<_> = entries(ListKind::Attribution, text).collect();
        let claim = read[0].clone().unwrap();
        assert_eq!((claim.text, claim.neutral, claim.group.strict), ("claim", Some("say"), true));
        assert_eq!(read[1].clone().unwrap().text, "profess");
        assert_eq!(read[2], Err(Problem { line: 4, what: "'bogus' is no sense, class, flag or strength".to_owned() }));
        let removal = read[3].clone().unwrap();
        assert!(removal.removal && removal.text == "insist");
        assert_eq!(read[4].clone().unwrap_err().line, 6);
    }
}

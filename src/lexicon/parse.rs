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
//! `_` any word · `..` up to three words · `word~` this word is inflected instead of the usual one · `word*` all words that begin so.

use super::{
    entry::{Class, Group, ListKind, Sense},
    split::{Piece, cut, pieces},
};
use crate::text::fold::fold;

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
    pub(super) fn of(kind: ListKind) -> Self {
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

    pub(super) fn read(words: &str, kind: ListKind) -> Result<Self, String> {
        let mut group = Self { class: Class::Fixed, ..Self::of(kind) };
        for word in words.split_whitespace() {
            match word {
                "strict" => group.strict = true,
                "clause" => group.clause = true,
                "shift" => group.shift = true,
                "0" => group.strength = 0,
                "1" => group.strength = 1,
                "2" => group.strength = 2,
                "3" => group.strength = 3,
                other => match (Sense::named(other), Class::named(other)) {
                    (Some(sense), _) => group.sense = sense,
                    (None, Some(class)) => group.class = class,
                    (None, None) => return Err(format!("'{other}' is no sense, class, flag or strength")),
                },
            }
        }
        Ok(group)
    }
}

/// The entries of the list `text` in order, with a problem for each line that cannot be read.
pub fn entries(kind: ListKind, text: &str) -> impl Iterator<Item = Result<Listed<'_>, Problem>> {
    let mut group = Group::of(kind);
    pieces(text).filter_map(move |(line, piece)| match piece {
        Piece::Entry(content) => Some(
            entry(content, group).ok_or_else(|| Problem { line, what: format!("no word before '=' in '{content}'") }),
        ),
        Piece::Group(words) => {
            let closed = words.map_err(|content| format!("the group '{content}' is not closed with ']'"));
            match closed.and_then(|words| Group::read(words, kind)) {
                Ok(read) => {
                    group = read;
                    None
                }
                Err(what) => Some(Err(Problem { line, what })),
            }
        }
    })
}

/// The entry that is written `content` in `group`; none when it has no word.
pub fn entry(content: &str, group: Group) -> Option<Listed<'_>> {
    let (removal, content) = content.strip_prefix('-').map_or((false, content), |rest| (true, rest.trim_ascii()));
    let (text, neutral) = cut(content, b'=');
    let (text, neutral) = (text.trim_ascii(), neutral.map(str::trim_ascii).filter(|neutral| !neutral.is_empty()));
    (!text.is_empty()).then_some(Listed { group, text, neutral, removal })
}

/// The list `text` with its entries folded as the words of articles are, for readers write `Regime` and `skandalös`. What stands after
/// '=' is for the reader and stays.
pub fn folded(text: &str) -> String {
    let entry = |entry: &str| match entry.split_once('=') {
        Some((words, neutral)) => format!("{}={neutral}", words_folded(words)),
        None => words_folded(entry),
    };
    let line = |line: &str| line.split(',').map(entry).collect::<Vec<_>>().join(",");
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn words_folded(words: &str) -> String {
    words.split(' ').map(fold).collect::<Vec<_>>().join(" ")
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

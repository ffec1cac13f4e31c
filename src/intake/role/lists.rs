//! The patterns of `assets/roles`: lines that belong to the page, introduce an author, credit a picture.

use std::ops::Range;

pub(in crate::intake) use super::kinds::LineKind;
use super::kinds::{WordKind, is_aside};
use crate::text::{
    bare::has_plain_ends,
    fold::fold,
    frozen::{Frozen, Joined},
};

// Made from `assets/roles` when the program is built: LISTS by language and MONTHS, each name with its number.
include!(concat!(env!("OUT_DIR"), "/roles.rs"));

/// How many bytes a name before "is a reporter" may take.
const NAME: usize = 60;

/// The lists of one language.
#[derive(Debug)]
pub(in crate::intake) struct Lists {
    code: &'static str,
    /// Whole lines without the signs at their ends, each with the number of its kind.
    exact: Frozen,
    /// Words, each with the bits of what it says.
    words: Frozen,
    /// The first words of the patterns that a line begins with, each with its number.
    first_words: Frozen,
    /// Where the patterns of each first word begin, and where those begin that a line has anywhere.
    first: &'static [u16],
    /// The patterns without their ellipsis, and the kind of each.
    patterns: Joined,
    kinds: &'static [LineKind],
}

/// What a line says by its wording, and by which part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) struct Match<'a> {
    pub kind: LineKind,
    /// The pattern that fits.
    pub pattern: &'static str,
    /// What stands before the pattern, and behind it; both empty when the pattern is the whole line.
    pub before: &'a str,
    pub after: &'a str,
}

/// The lists of all languages.
pub(in crate::intake) fn all() -> impl Iterator<Item = &'static Lists> {
    LISTS.iter()
}

/// The number of the month that `word`, folded, names or shortens in any language, 1 to 12.
pub(in crate::intake) fn month(word: &str) -> Option<i8> {
    MONTHS.get(word).and_then(|number| i8::try_from(number).ok())
}

/// The lists to hold a text of the language `code` against: its own and, because pages mix them, the English ones.
pub(in crate::intake) fn of(code: &str) -> impl Iterator<Item = &'static Lists> + Clone {
    LISTS.iter().filter(move |lists| lists.code == code || lists.code == "en")
}

impl Lists {
    /// Whether a line that begins with `word`, as [`normal`] gives it, may match a pattern of its beginning.
    pub(in crate::intake) fn may_begin(&self, word: &str) -> bool {
        self.says(bare(word), WordKind::First)
    }

    /// What `line`, as [`normal`] gives it, says by its wording.
    pub(in crate::intake) fn kind<'a>(&self, line: &'a str) -> Option<Match<'a>> {
        if let Some(kind) = self.exact.get(bare(line)).and_then(|number| LineKind::ALL.get(usize::from(number))) {
            return Some(Match { kind: *kind, pattern: "", before: "", after: "" });
        }
        // "Ann Smith is a reporter" names its subject at once; further in, the words are told of somebody else.
        let pairs = Pairs::of(line);
        let has = |(core, kind): (&'static str, LineKind)| {
            let at = if pairs.may_hold(core) { line.find(core)? } else { return None };
            let (before, rest) = line.split_at_checked(at)?;
            (kind != LineKind::Bio || at <= NAME).then(|| Match {
                kind,
                pattern: core,
                before,
                after: rest.get(core.len()..).unwrap_or_default(),
            })
        };
        let inside = self.first.last().map_or(0, |first| usize::from(*first))..self.kinds.len();
        if let Some(found) = self.patterns(inside).find_map(has) {
            return Some(found);
        }
        // "[Related: …]" and "(Reporting by …)" begin as they do without brackets; "© 2019" and "(c) 2019" are patterns.
        let bared = line.trim_start_matches(['[', '*', '•', '>', '|', '-', ' ']);
        let line = if bared.starts_with("(c)") { bared } else { bared.trim_start_matches('(') };
        let first = line.split(' ').next().unwrap_or_default();
        let begins = |(prefix, kind): (&'static str, LineKind)| {
            let after = line.strip_prefix(prefix)?;
            // "share on" is no prefix of "share only".
            let apart = !prefix.ends_with(char::is_alphanumeric) || !after.starts_with(char::is_alphanumeric);
            apart.then_some(Match { kind, pattern: prefix, before: "", after })
        };
        let number = usize::from(self.first_words.get(first)?);
        self.patterns(usize::from(self.first[number])..usize::from(self.first[number + 1])).find_map(begins)
    }

    fn patterns(&self, range: Range<usize>) -> impl Iterator<Item = (&'static str, LineKind)> {
        range.map(|number| (self.patterns.get(number), self.kinds[number]))
    }

    fn says(&self, word: &str, kind: WordKind) -> bool {
        self.words.get(word).is_some_and(|bits| bits & kind.bit() != 0)
    }

    /// Whether `word`, folded, says that somebody tells: a verb of saying, a person spoken of, a verb in the past.
    pub(in crate::intake) fn is_telling(&self, word: &str) -> bool {
        self.says(word, WordKind::Telling)
    }

    /// Whether `word`, folded, is what a page speaks of when it speaks of itself: newsletter, browser.
    pub(in crate::intake) fn is_site_word(&self, word: &str) -> bool {
        self.says(word, WordKind::Site)
    }

    /// Whether `word`, folded, is what an author is: editor, correspondent.
    pub(in crate::intake) fn is_office(&self, word: &str) -> bool {
        self.says(word, WordKind::Office)
    }

    /// Whether `word`, folded, stands beside the names of those who helped with a report.
    pub(in crate::intake) fn is_contributing(&self, word: &str) -> bool {
        self.says(word, WordKind::Contributing)
    }

    /// Whether `word`, folded, says what those did who helped with a report.
    pub(in crate::intake) fn is_reporting(&self, word: &str) -> bool {
        self.says(word, WordKind::Reporting)
    }

    /// Whether `word`, folded, begins an invitation to write to somebody.
    pub(in crate::intake) fn is_contact(&self, word: &str) -> bool {
        self.says(word, WordKind::Contact)
    }

    /// Whether `line`, as [`normal`] gives it, is a heading above what readers say.
    pub(in crate::intake) fn heads_comments(&self, line: &str) -> bool {
        self.says(bare(line), WordKind::Comments)
    }

    /// Whether `word`, folded, says before a colon who speaks or what follows.
    pub(in crate::intake) fn is_label(&self, word: &str) -> bool {
        self.says(word, WordKind::Label)
    }

    /// Whether `word`, folded, shows behind a colon that somebody speaks.
    pub(in crate::intake) fn is_speaking(&self, word: &str) -> bool {
        self.says(word, WordKind::Speaking)
    }

    /// Whether `word`, folded, is one that agencies end a report with.
    pub(in crate::intake) fn is_sign_off(&self, word: &str) -> bool {
        self.says(word, WordKind::SignOff)
    }

    /// Whether `word`, folded, makes a line of words that go with dates a date: ago.
    pub(in crate::intake) fn is_relative(&self, word: &str) -> bool {
        self.says(word, WordKind::Relative)
    }

    /// Whether `word`, folded, may stand beside the date in a date line.
    pub(in crate::intake) fn is_date_word(&self, word: &str) -> bool {
        self.says(word, WordKind::Date)
    }

    /// Whether `word`, folded, names an agency or stands in a picture's credit.
    pub(in crate::intake) fn is_agency(&self, word: &str) -> bool {
        self.says(word, WordKind::Agency)
    }
}

/// The pairs of neighbouring bytes of a line, by the last bits of both: most patterns have a pair that the line lacks, and need not be
/// searched for.
struct Pairs([u64; 16]);

impl Pairs {
    fn of(line: &str) -> Self {
        let mut pairs = Self([0; 16]);
        for (word, bit) in Self::places(line) {
            pairs.0[word] |= bit;
        }
        pairs
    }

    /// Whether the line may hold `text`.
    fn may_hold(&self, text: &str) -> bool {
        Self::places(text).all(|(word, bit)| self.0[word] & bit != 0)
    }

    fn places(text: &str) -> impl Iterator<Item = (usize, u64)> {
        let number = |pair: &[u8]| usize::from(pair[0] & 31) << 5 | usize::from(pair[1] & 31);
        text.as_bytes().windows(2).map(move |pair| (number(pair) >> 6, 1 << (number(pair) & 63)))
    }
}

/// `line` as patterns are compared: folded, each run of white space one space, each figure `#`.
pub(in crate::intake) fn normal(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for word in fold(line).split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        // The signs beside a figure stay: "(12)" is `(#)`.
        let figure = word.trim_matches(['(', ')', '[', ']', ',']);
        if figure.is_empty() || !figure.bytes().all(|b| b.is_ascii_digit()) {
            out.push_str(word);
            continue;
        }
        let at = word.find(figure).unwrap_or(0);
        out.extend([word.get(..at).unwrap_or_default(), "#", word.get(at + figure.len()..).unwrap_or_default()]);
    }
    out
}

/// `line` without the signs at its ends.
fn bare(line: &str) -> &str {
    if has_plain_ends(line) {
        return line;
    }
    line.trim_matches(is_aside)
}

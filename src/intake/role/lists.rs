//! The patterns of `assets/roles`: lines that belong to the page, introduce an author, credit a picture.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{
    bare::has_plain_ends,
    fold::{fold, fold_static},
};

/// What a line says by its wording alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) enum LineKind {
    /// Furniture of the page.
    Page,
    /// A heading after which the author is introduced.
    AuthorHeading,
    /// An introduction of the author; to be believed near the end only.
    Bio,
    /// A picture's credit or caption.
    Credit,
    /// The author's name.
    Byline,
}

/// How many bytes a name before "is a reporter" may take.
const NAME: usize = 60;

/// The lists of one language.
#[derive(Debug, Default)]
pub(in crate::intake) struct Lists {
    exact: FxHashMap<&'static str, LineKind>,
    /// By first word, the pattern without its ellipsis.
    prefixes: FxHashMap<&'static str, Vec<(&'static str, LineKind)>>,
    inside: Vec<(&'static str, LineKind)>,
    /// The first words of all patterns that say how a line begins, and the same without signs at their ends, made when a text is long
    /// enough for them to be asked for.
    first: Vec<&'static str>,
    first_words: OnceLock<FxHashSet<&'static str>>,
    date_words: FxHashSet<&'static str>,
    /// Words that make a line of date words a date: "ago".
    relative: FxHashSet<&'static str>,
    agencies: FxHashSet<&'static str>,
    /// Words of what is told, and words of a page that speaks of itself.
    telling: FxHashSet<&'static str>,
    site: FxHashSet<&'static str>,
    /// What authors are: editor, correspondent.
    offices: FxHashSet<&'static str>,
    /// Words beside the names of those who helped, and the verbs that say what they did.
    contributing: FxHashSet<&'static str>,
    reporting: FxHashSet<&'static str>,
    /// How an invitation to write begins.
    contact: FxHashSet<&'static str>,
    /// Headings above what readers say, as they are compared.
    comments: FxHashSet<&'static str>,
    /// Words that agencies end a report with.
    sign_off: FxHashSet<&'static str>,
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

/// The code and the text of each language's lists.
const LANGUAGES: [(&str, &str); 7] = [
    ("en", include_str!("../../../assets/roles/en.txt")),
    ("de", include_str!("../../../assets/roles/de.txt")),
    ("fr", include_str!("../../../assets/roles/fr.txt")),
    ("es", include_str!("../../../assets/roles/es.txt")),
    ("it", include_str!("../../../assets/roles/it.txt")),
    ("pt", include_str!("../../../assets/roles/pt.txt")),
    ("nl", include_str!("../../../assets/roles/nl.txt")),
];

/// The lists in the order of [`LANGUAGES`], each read when a text first asks for it.
static LISTS: [OnceLock<Lists>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];

fn read((lists, (code, text)): (&'static OnceLock<Lists>, &(&'static str, &'static str))) -> &'static Lists {
    lists.get_or_init(|| Lists::read(code, text))
}

/// The lists of all languages.
pub(in crate::intake) fn all() -> impl Iterator<Item = &'static Lists> {
    LISTS.iter().zip(&LANGUAGES).map(read)
}

/// The twelve months of each language in order, the names of each month apart by slashes. Read without the other lists, for every text
/// is asked for its date.
pub(in crate::intake) fn months() -> impl Iterator<Item = impl Iterator<Item = &'static str>> {
    LANGUAGES.iter().filter_map(|(_, text)| {
        let (_, section) = text.split_once("\n[months]\n")?;
        Some(section.split("\n[").next()?.split_whitespace())
    })
}

/// The lists to hold a text of the language `code` against: its own and, because pages mix them, the English ones.
pub(in crate::intake) fn of(code: &str) -> impl Iterator<Item = &'static Lists> + Clone {
    LISTS.iter().zip(&LANGUAGES).filter(move |(_, (known, _))| *known == code || *known == "en").map(read)
}

impl Lists {
    fn read(code: &'static str, list: &'static str) -> Self {
        let mut lists = Self::default();
        // As many as the longest list has, so that no table is laid out twice.
        lists.exact.reserve(list.len() / 64);
        lists.prefixes.reserve(list.len() / 64);
        let mut section = "";
        // A pattern may begin with `#`, the sign of a figure; a remark has a space behind it and stands above all sections.
        for line in list.lines().map(str::trim_ascii).filter(|line| !line.is_empty()) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = name;
                continue;
            }
            match section {
                "page" => lists.pattern(line, LineKind::Page),
                "author" => lists.pattern(line, LineKind::AuthorHeading),
                "bio" => lists.pattern(line, LineKind::Bio),
                "credit" => lists.pattern(line, LineKind::Credit),
                "byline" => lists.pattern(line, LineKind::Byline),
                "months" => {}
                "weekdays" => lists.date_words.extend(line.split([' ', '/']).map(fold_static)),
                "date" => lists.date_words.extend(line.split_whitespace().map(fold_static)),
                "relative" => lists.relative.extend(line.split_whitespace().map(fold_static)),
                "telling" => lists.telling.extend(line.split_whitespace().map(fold_static)),
                "site" => lists.site.extend(line.split_whitespace().map(fold_static)),
                "office" => lists.offices.extend(line.split_whitespace().map(fold_static)),
                "contributing" => lists.contributing.extend(line.split_whitespace().map(fold_static)),
                "reporting" => lists.reporting.extend(line.split_whitespace().map(fold_static)),
                "contact" => lists.contact.extend(line.split_whitespace().map(fold_static)),
                "comments" => {
                    lists.pattern(line, LineKind::Page);
                    lists.comments.insert(bare(fold_static(line)));
                }
                "sign-off" => lists.sign_off.extend(line.split_whitespace().map(fold_static)),
                "agency" => lists.agencies.extend(line.split_whitespace().map(fold_static)),
                _ => debug_assert!(section.is_empty(), "unknown section [{section}] in the list of '{code}'"),
            }
        }
        lists
    }

    fn pattern(&mut self, pattern: &'static str, kind: LineKind) {
        let whole = has_plain_ends(pattern);
        let core = fold_static(if whole { pattern } else { pattern.trim_matches(['…', '.', ' ']) });
        if !whole && pattern.starts_with(['…', '.']) {
            self.inside.push((core, kind));
            return;
        }
        let first = core.split_once(' ').map_or(core, |(first, _)| first);
        self.first.push(first);
        if !whole && pattern.ends_with(['…', '.']) {
            self.prefixes.entry(first).or_default().push((core, kind));
        } else {
            self.exact.insert(bare(core), kind);
        }
    }

    /// Whether a line that begins with `word`, as [`normal`] gives it, may match a pattern of its beginning.
    pub(in crate::intake) fn may_begin(&self, word: &str) -> bool {
        self.first_words.get_or_init(|| self.first.iter().copied().map(bare).collect()).contains(bare(word))
    }

    /// What `line`, as [`normal`] gives it, says by its wording.
    pub(in crate::intake) fn kind<'a>(&self, line: &'a str) -> Option<Match<'a>> {
        if let Some(kind) = self.exact.get(bare(line)) {
            return Some(Match { kind: *kind, pattern: "", before: "", after: "" });
        }
        // "Ann Smith is a reporter" names its subject at once; further in, the words are told of somebody else.
        let pairs = Pairs::of(line);
        let has = |(core, kind): &(&'static str, LineKind)| {
            let at = if pairs.may_hold(core) { line.find(core)? } else { return None };
            let (before, rest) = line.split_at_checked(at)?;
            (*kind != LineKind::Bio || at <= NAME).then(|| Match {
                kind: *kind,
                pattern: core,
                before,
                after: rest.get(core.len()..).unwrap_or_default(),
            })
        };
        if let Some(found) = self.inside.iter().find_map(has) {
            return Some(found);
        }
        // "[Related: …]" and "(Reporting by …)" begin as they do without brackets; "© 2019" and "(c) 2019" are patterns.
        let bared = line.trim_start_matches(['[', '*', '•', '>', '|', '-', ' ']);
        let line = if bared.starts_with("(c)") { bared } else { bared.trim_start_matches('(') };
        let first = line.split(' ').next().unwrap_or_default();
        let begins = |(prefix, kind): &(&'static str, LineKind)| {
            let after = line.strip_prefix(prefix)?;
            // "share on" is no prefix of "share only".
            let apart = !prefix.ends_with(char::is_alphanumeric) || !after.starts_with(char::is_alphanumeric);
            apart.then_some(Match { kind: *kind, pattern: prefix, before: "", after })
        };
        self.prefixes.get(first).into_iter().flatten().find_map(begins)
    }

    /// Whether `word`, folded, says that somebody tells: a verb of saying, a person spoken of, a verb in the past.
    pub(in crate::intake) fn is_telling(&self, word: &str) -> bool {
        self.telling.contains(word)
    }

    /// Whether `word`, folded, is what a page speaks of when it speaks of itself: newsletter, browser.
    pub(in crate::intake) fn is_site_word(&self, word: &str) -> bool {
        self.site.contains(word)
    }

    /// Whether `word`, folded, is what an author is: editor, correspondent.
    pub(in crate::intake) fn is_office(&self, word: &str) -> bool {
        self.offices.contains(word)
    }

    /// Whether `word`, folded, stands beside the names of those who helped with a report.
    pub(in crate::intake) fn is_contributing(&self, word: &str) -> bool {
        self.contributing.contains(word)
    }

    /// Whether `word`, folded, says what those did who helped with a report.
    pub(in crate::intake) fn is_reporting(&self, word: &str) -> bool {
        self.reporting.contains(word)
    }

    /// Whether `word`, folded, begins an invitation to write to somebody.
    pub(in crate::intake) fn is_contact(&self, word: &str) -> bool {
        self.contact.contains(word)
    }

    /// Whether `line`, as [`normal`] gives it, is a heading above what readers say.
    pub(in crate::intake) fn heads_comments(&self, line: &str) -> bool {
        self.comments.contains(bare(line))
    }

    /// Whether `word`, folded, is one that agencies end a report with.
    pub(in crate::intake) fn is_sign_off(&self, word: &str) -> bool {
        self.sign_off.contains(word)
    }

    /// Whether `word`, folded, makes a line of words that go with dates a date: ago.
    pub(in crate::intake) fn is_relative(&self, word: &str) -> bool {
        self.relative.contains(word)
    }

    /// Whether `word`, folded, may stand beside the date in a date line.
    pub(in crate::intake) fn is_date_word(&self, word: &str) -> bool {
        self.date_words.contains(word)
    }

    /// Whether `word`, folded, names an agency or stands in a picture's credit.
    pub(in crate::intake) fn is_agency(&self, word: &str) -> bool {
        self.agencies.contains(word)
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
    line.trim_matches(|c: char| !(c.is_alphanumeric() || c == '#' || c == '©'))
}

//! Breaks text into lines of a width, at words where it can, never inside a letter. Everything it returns is safe for a terminal.

mod visual;

use std::ops::Range;

use super::{
    line::{Run, Source},
    role::Role,
};
use crate::{
    compare::FindingKind,
    story::ArticleId,
    text::{
        bidi::{self, Order},
        broken,
        span::Span,
        visible::{stand_in, visible},
        width::graphemes,
    },
};

/// The narrowest column that text is wrapped to; below it letters of East Asia and broken words would not fit.
pub const NARROWEST: usize = 4;

/// A stretch of text that is one thing, not yet broken into lines.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    /// The text, as the article or the program has it.
    pub text: &'a str,
    /// What it is.
    pub role: Role,
    /// The cue that lies over it.
    pub cue: Option<FindingKind>,
    /// Where the text begins in an article, in bytes; none for what the program says.
    pub at: Option<(ArticleId, u32)>,
    /// Whether it is a stranger's words in a line of the program's own: set in an order of their own, whatever stands beside them.
    pub foreign: bool,
}

impl<'a> Piece<'a> {
    /// A piece of the program's own words.
    #[must_use]
    pub fn new(text: &'a str, role: Role) -> Self {
        Self { text, role, cue: None, at: None, foreign: false }
    }

    /// A stranger's words, shown in the midst of the program's own.
    #[must_use]
    pub fn foreign(text: &'a str, role: Role) -> Self {
        Self { foreign: true, ..Self::new(text, role) }
    }
}

/// A letter as it is drawn, or a blank.
struct Atom {
    /// Where its drawing stands in the shown text.
    start: usize,
    end: usize,
    columns: usize,
    piece: usize,
    /// Bytes of the piece it stands for.
    from: usize,
    to: usize,
    class: Class,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// White space: a line may end here, and the blank is not drawn at a line's end.
    Space,
    /// A soft hyphen: nothing, or a hyphen where the line ends.
    SoftHyphen,
    /// A hyphen, dash or slash inside a word: a line may end after it.
    Hyphen,
    /// A dash that may stand between two blanks.
    Dash,
    /// A letter of a script written without blanks: a line may end before and after it.
    Wide,
    /// A vowel of Thai or Lao that is written before its consonant, so that a syllable begins with it: a line may end before it.
    Lead,
    /// Punctuation that never begins a line.
    Closer,
    /// Punctuation that never ends a line.
    Opener,
    Letter,
}

/// The lines of `pieces` at most `width` columns wide (at least [`NARROWEST`] are taken). White space becomes one blank, a tab
/// four, and none stands in a word that was broken at the end of a line; soft hyphens show only where a line ends. Never empty.
///
/// Greedy breaking, as in Unicode's line-breaking algorithm (UAX 14) reduced to what news text needs: after blanks and hyphens,
/// between letters of scripts without blanks (of Thai and Lao, only where a syllable is sure to begin), never before closing punctuation or after opening one.
#[must_use]
pub fn wrap(pieces: &[Piece<'_>], width: usize) -> Vec<Vec<Run>> {
    wrap_in(Order::Logical, pieces, width).lines
}

/// Lines, and from which side they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wrapped {
    /// The lines, from top to bottom; the runs of each as they stand from left to right.
    pub lines: Vec<Vec<Run>>,
    /// Whether the lines begin at the right.
    pub from_right: bool,
}

/// As [`wrap`], with the letters of each line in the order that is asked for. The lines break where they do in any order.
#[must_use]
pub fn wrap_in(order: Order, pieces: &[Piece<'_>], width: usize) -> Wrapped {
    let width = width.max(NARROWEST);
    let (shown, atoms) = atoms(pieces, width);
    let levels = if order == Order::Visual { bidi::levels(&shown, &foreign(pieces, &atoms)) } else { None };
    let line = |atoms: &[Atom], hyphen: bool| match &levels {
        Some(levels) => visual::line(pieces, &shown, trimmed(atoms), hyphen, levels),
        None => line(pieces, &shown, trimmed(atoms), hyphen),
    };
    let (mut lines, mut start, mut columns, mut possible) = (Vec::new(), 0, 0, None);
    let mut index = 0;
    while index < atoms.len() {
        let atom = &atoms[index];
        if atom.class == Class::Space && index == start {
            start += 1;
            index += 1;
            continue;
        }
        let needed = if atom.class == Class::Space { 0 } else { atom.columns };
        if columns + needed > width {
            let end = possible.filter(|at| *at > start).unwrap_or_else(|| forced(&atoms, start, index));
            let hyphen = possible == Some(end) && atoms[end - 1].class == Class::SoftHyphen;
            lines.push(line(&atoms[start..end], hyphen));
            (start, index, columns, possible) = (end, end, 0, None);
            continue;
        }
        columns += atom.columns;
        index += 1;
        if may_end_after(&atoms, index - 1, columns, width) {
            possible = Some(index);
        }
    }
    if start < atoms.len() || lines.is_empty() {
        lines.push(line(&atoms[start..], false));
    }
    Wrapped { lines, from_right: levels.is_some_and(|levels| levels.from_right) }
}

/// Where the pieces that are set in an order of their own stand in the shown text.
fn foreign(pieces: &[Piece<'_>], atoms: &[Atom]) -> Vec<Range<usize>> {
    let groups = atoms.chunk_by(|a, b| a.piece == b.piece).filter(|group| pieces[group[0].piece].foreign);
    groups.filter_map(|group| Some(group.first()?.start..group.last()?.end)).collect()
}

/// Where to break a word that is longer than the column: before `index`, but not so that its closing punctuation stands alone.
fn forced(atoms: &[Atom], start: usize, index: usize) -> usize {
    if atoms[index].class == Class::Closer && index >= start + 2 { index - 1 } else { index.max(start + 1) }
}

fn may_end_after(atoms: &[Atom], index: usize, columns: usize, width: usize) -> bool {
    let Some(next) = atoms.get(index + 1) else { return true };
    let before = index.checked_sub(1).map(|at| atoms[at].class);
    match (atoms[index].class, next.class) {
        (_, Class::Space) | (Class::Opener, _) => false,
        (Class::Space, Class::Closer) => before == Some(Class::Space),
        (Class::Space, Class::Dash) => atoms.get(index + 2).is_none_or(|after| after.class != Class::Space),
        (Class::Space, _) => true,
        (_, Class::Closer) => false,
        (Class::SoftHyphen, _) => columns < width,
        (Class::Hyphen, Class::Letter | Class::Wide) => before == Some(Class::Letter),
        (Class::Dash, _) => before != Some(Class::Space),
        (Class::Wide, Class::Wide | Class::Letter | Class::Opener)
        | (Class::Letter | Class::Closer, Class::Wide)
        | (Class::Letter | Class::Wide | Class::Closer, Class::Lead) => true,
        _ => false,
    }
}

/// All letters of `pieces`, made safe, with the text they are drawn as.
fn atoms(pieces: &[Piece<'_>], width: usize) -> (String, Vec<Atom>) {
    let bytes = pieces.iter().map(|piece| piece.text.len()).sum();
    let (mut shown, mut atoms) = (String::with_capacity(bytes), Vec::<Atom>::with_capacity(bytes));
    for (piece, text) in pieces.iter().map(|piece| piece.text).enumerate() {
        // Where the word goes on that the end of a line broke.
        let mut below = 0;
        for (from, cluster, wide) in graphemes(text) {
            let (start, to) = (shown.len(), from + cluster.len());
            if from < below {
                if let Some(hyphen) = atoms.last_mut() {
                    hyphen.to = to;
                }
                continue;
            }
            if matches!(cluster, "-" | "\u{2010}" | "\u{ad}") {
                below = broken::goes_on(text, from).unwrap_or(0);
            }
            let new = |shown: &str, class, columns| Atom { start, end: shown.len(), columns, piece, from, to, class };
            if let [letter @ b'!'..=b'~'] = cluster.as_bytes() {
                shown.push(char::from(*letter));
                atoms.push(new(&shown, class(cluster), 1));
            } else if cluster == "\t" {
                shown.push_str("    ");
                atoms.push(new(&shown, Class::Space, 4));
            } else if is_blank(cluster) {
                match atoms.last_mut().filter(|last| last.class == Class::Space) {
                    // Several blanks, or the line breaks of hard-wrapped text, are one blank.
                    Some(last) if last.piece == piece => last.to = to,
                    Some(_) => {}
                    None => {
                        shown.push(' ');
                        atoms.push(new(&shown, Class::Space, 1));
                    }
                }
            } else if cluster == "\u{ad}" {
                atoms.push(new(&shown, Class::SoftHyphen, 0));
            } else if cluster == "\u{a0}" || cluster == "\u{202f}" {
                shown.push(' ');
                atoms.push(new(&shown, Class::Letter, 1));
            } else {
                let safe = visible(cluster);
                let columns = if safe == cluster { usize::from(wide.0) } else { drawn(&safe) };
                if columns > width.min(NARROWEST) {
                    // Stacked letters of some scripts count more columns than a narrow cell has: one by one.
                    atoms.extend(apart(cluster, &mut shown, piece, from));
                    continue;
                }
                if columns == 0 {
                    // A mark without a letter to stand on gets the sign that Unicode draws such marks with.
                    shown.push('\u{25cc}');
                }
                shown.push_str(&safe);
                atoms.push(new(&shown, class(cluster), columns.max(1)));
            }
        }
    }
    (shown, atoms)
}

fn is_blank(cluster: &str) -> bool {
    cluster.chars().all(|c| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{85}'))
}

/// The characters of a cluster, each drawn for itself.
fn apart(cluster: &str, shown: &mut String, piece: usize, from: usize) -> Vec<Atom> {
    let one = |(at, c): (usize, char)| {
        let start = shown.len();
        let sign = stand_in(c).unwrap_or(c);
        if drawn(sign.encode_utf8(&mut [0; 4])) == 0 {
            shown.push('\u{25cc}');
        }
        shown.push(sign);
        let columns = drawn(shown.get(start..).unwrap_or_default()).max(1);
        let from = from + at;
        Atom { start, end: shown.len(), columns, piece, from, to: from + c.len_utf8(), class: Class::Letter }
    };
    cluster.char_indices().map(one).collect()
}

fn drawn(text: &str) -> usize {
    usize::from(crate::text::width::columns(text).0)
}

fn class(cluster: &str) -> Class {
    let Some(first) = cluster.chars().next() else { return Class::Letter };
    match first {
        '-' | '\u{2010}' | '/' | '_' => Class::Hyphen,
        '\u{2012}'..='\u{2015}' => Class::Dash,
        '(' | '[' | '{' | '\u{201c}' | '\u{2018}' | '\u{ab}' | '\u{2039}' | '\u{bf}' | '\u{a1}' | '「' | '『'
        | '（' | '《' | '〈' | '【' | '〔' => Class::Opener,
        ')' | ']' | '}' | '\u{201d}' | '\u{2019}' | '\u{bb}' | '\u{203a}' | ',' | '.' | ';' | ':' | '!' | '?' | '%'
        | '\u{2026}' | '」' | '』' | '）' | '》' | '〉' | '】' | '〕' | '。' | '、' | '，' | '．' | '：' | '；'
        | '！' | '？' | 'ー' | '々' | '،' | '؛' | '؟' | '।' => Class::Closer,
        // Thai and Lao are written without blanks between words. Without a dictionary the only sure borders of syllables are those
        // before such a vowel; anywhere else a word would be cut in the middle of a syllable.
        '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}' => Class::Lead,
        '\u{e2f}' | '\u{e46}' | '\u{eaf}' | '\u{ec6}' => Class::Closer,
        // Other scripts written without blanks: Burmese, Khmer, kana, ideographs, and the planes of rare ideographs and emoji.
        '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}'
        | '\u{a000}'..='\u{a4cf}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9d}'
        | '\u{1f300}'..='\u{3ffff}' => Class::Wide,
        _ => Class::Letter,
    }
}

/// `atoms` without the blanks at their end.
fn trimmed(mut atoms: &[Atom]) -> &[Atom] {
    while let Some((last, rest)) = atoms.split_last() {
        if last.class != Class::Space {
            break;
        }
        atoms = rest;
    }
    atoms
}

/// One line of letters as runs, with a hyphen at its end where a soft one broke it.
fn line(pieces: &[Piece<'_>], shown: &str, atoms: &[Atom], hyphen: bool) -> Vec<Run> {
    let mut runs = Vec::<Run>::new();
    for group in atoms.chunk_by(|a, b| a.piece == b.piece) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let text = shown.get(first.start..last.end).unwrap_or_default().to_owned();
        runs.push(run(&pieces[first.piece], text, first.from, last.to));
    }
    if hyphen && let Some(run) = runs.last_mut() {
        run.text.push('-');
    }
    runs
}

/// What `piece` has from byte `from` to byte `to`, drawn as `text`.
fn run(piece: &Piece<'_>, text: String, from: usize, to: usize) -> Run {
    let source = piece.at.map(|(article, start)| {
        let start = start as usize;
        Source { article, span: Span::new(start + from, start + to) }
    });
    Run { text, role: piece.role, cue: piece.cue, source }
}

#[cfg(test)]
mod tests;

//! Where paragraphs begin and end. May be asked for the paragraphs of a plain text; knows nothing of what they are for, and never
//! loses a letter: they cover all but white space.
//!
//! A blank line always parts paragraphs. A single line break parts them too, unless the text is hard-wrapped: then lines
//! that are as full as they can be run on. Whether a text is hard-wrapped is seen from its lines alone: they end close to one
//! width, where the next word would not have fitted, and in the midst of sentences. The lines of a table, whose columns are set with tabs or
//! stand one below the other, never run on.

use crate::text::{
    language::Language,
    run::run,
    span::{Span, boundary_before},
};

/// Lines wider than this are not taken for hard-wrapped ones, in columns.
const WIDEST_WRAP: usize = 120;
/// Lines narrower than this are not taken for hard-wrapped ones, in columns.
const NARROWEST_WRAP: usize = 30;
/// How many columns a wrapped line may fall short of what would have fitted; sloppy editors and justified text need some.
const SLACK: usize = 3;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// What stands in it, without white space at its ends.
    span: Span,
    /// Columns before it.
    indent: usize,
    /// Columns it takes, the indent included.
    width: usize,
    /// Columns of its first word.
    first_word: usize,
    /// Whether a blank line, or the beginning of the text, stands before it.
    fresh: bool,
    /// Whether it begins like an item of a list.
    item: bool,
    /// Whether it ends as sentences end.
    ended: bool,
    /// Whether it begins with a small letter.
    small: bool,
    /// Whether tabs stand before its first word, and between two of its words.
    tabs: [bool; 2],
    /// The columns, as bits, where a word begins after a gap.
    stops: u128,
    /// Whether it is a line of a table.
    row: bool,
    /// Whether it ends inside a word, at a hyphen.
    hyphen: bool,
    /// Whether it ends in a picture's credit in brackets.
    credit: bool,
}

impl Line {
    /// Whether this line and the one after or before it are lines of one table.
    fn is_row_with(&self, other: &Self) -> bool {
        let [tabs, theirs] = [self, other].map(|line| line.tabs[0] || line.tabs[1]);
        self.stops & other.stops != 0 || tabs && theirs && (self.tabs[1] || other.tabs[1])
    }
}

/// The paragraphs of `text`, in order, without white space at their ends.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let everywhere = wrap_width(&lines);
    let mut found: Vec<Span> = Vec::new();
    for block in lines.chunk_by(|_, next| !next.fresh) {
        let wrap = everywhere.or_else(|| if block.len() >= 4 { wrap_width(block) } else { None });
        let margin = block.iter().map(|line| line.indent).min().unwrap_or(0);
        let mut current: Option<(Span, Line)> = None;
        for line in block {
            current = match current {
                Some((span, before)) if runs_on(&before, line, wrap, margin) => Some((span.join(line.span), *line)),
                other => {
                    found.extend(other.map(|(span, _)| span));
                    Some((line.span, *line))
                }
            };
        }
        found.extend(current.map(|(span, _)| span));
    }
    found
}

/// The paragraphs of a text with its headline apart, if it stands on the first line of hard-wrapped text without a blank line below
/// it: a line that does not end as sentences do, before one that begins as they do.
pub(super) fn with_headline_apart(text: &str, mut paragraphs: Vec<Span>, language: &Language) -> Vec<Span> {
    let Some(first) = paragraphs.first().copied() else { return paragraphs };
    let near = first.of(text);
    let near = near.get(..boundary_before(near, 4 * WIDEST_WRAP)).unwrap_or(near);
    let mut lines = near.lines();
    let (Some(title), Some(next), Some(_)) = (lines.next(), lines.next(), lines.next()) else { return paragraphs };
    let begins = next.split_whitespace().next().is_some_and(|word| language.begins_sentences(word));
    // "the president of the United" goes on, whatever comes.
    let last = title.split_whitespace().next_back().unwrap_or_default();
    let mut letters = last.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let open = language.begins_sentences(&capital) || last.ends_with([',', '-', '–', '—']);
    if begins && !open && !is_ended(title.trim()) && title.split_whitespace().count() >= 4 {
        let cut = first.start as usize + title.len();
        paragraphs[0] = Span::new(cut, first.end as usize).trim(text);
        paragraphs.insert(0, Span::new(first.start as usize, cut).trim(text));
    }
    paragraphs
}

/// Whether `line` goes on with the paragraph of the line `before` it.
fn runs_on(before: &Line, line: &Line, wrap: Option<usize>, margin: usize) -> bool {
    if line.item || line.row || before.row || before.credit {
        return false;
    }
    if before.hyphen && line.small {
        return true;
    }
    let interrupted = !before.ended && line.small && (wrap.is_some() || before.width >= NARROWEST_WRAP);
    let Some(width) = wrap else { return interrupted };
    let indented = line.indent >= margin + 2 && line.indent > before.indent && !before.item;
    !indented && (is_full(before, line, width) || interrupted)
}

/// Whether the first word of `next` would not have fitted into `line` at `width` columns.
fn is_full(line: &Line, next: &Line, width: usize) -> bool {
    line.width + 1 + next.first_word + SLACK > width
}

/// The width in columns at which `lines` are hard-wrapped, if they are.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let pairs = || {
        let together = |pair: &&[Line]| !pair[1].fresh && !pair[0].row && !pair[1].row;
        lines.windows(2).filter(together).map(|pair| (&pair[0], &pair[1]))
    };
    let mut widths = [0_usize; WIDEST_WRAP + 1];
    let (mut count, mut wide) = (0_usize, 0_usize);
    for (line, _) in pairs() {
        count += 1;
        match widths.get_mut(line.width) {
            Some(n) => *n += 1,
            None => wide += 1,
        }
    }
    if count == 0 || wide * 20 > count {
        return None;
    }
    // The width that all but 3 in 100 lines keep to.
    let mut beyond = wide;
    let mut width = WIDEST_WRAP;
    while width > NARROWEST_WRAP && (beyond + widths[width]) * 100 <= count * 3 {
        beyond += widths[width];
        width -= 1;
    }
    if width <= NARROWEST_WRAP {
        return None;
    }
    let full = pairs().filter(|(line, next)| is_full(line, next, width));
    let (filled, open) = full.fold((0, 0), |(filled, open), (line, _)| (filled + 1, open + usize::from(!line.ended)));
    (filled * 2 >= count && open * 2 >= filled && open > 0).then_some(width)
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut fresh = true;
    let mut from = 0;
    while from < text.len() {
        let (end, next) = line_end(text.as_bytes(), from);
        let whole = Span::new(from, end);
        let span = whole.trim(text);
        if span.is_empty() {
            fresh = true;
        } else {
            lines.push(line(text, whole, span, fresh));
            fresh = false;
        }
        from = next;
    }
    for at in 1..lines.len() {
        if !lines[at].fresh && lines[at].is_row_with(&lines[at - 1]) {
            (lines[at - 1].row, lines[at].row) = (true, true);
        }
    }
    lines
}

/// Where the line that begins at byte `from` ends, and where the next one begins.
fn line_end(bytes: &[u8], from: usize) -> (usize, usize) {
    let mut at = from;
    loop {
        // Most bytes are of neither kind.
        at += run(bytes.get(at..).unwrap_or_default(), |byte| (byte > b'\r') & (byte < 0xc2));
        let Some(byte) = bytes.get(at) else { return (at, at) };
        match byte {
            b'\n' | 0x0b | 0x0c => return (at, at + 1),
            b'\r' => return (at, at + 1 + usize::from(bytes.get(at + 1) == Some(&b'\n'))),
            // U+0085, U+2028 and U+2029.
            0xc2 if bytes.get(at + 1) == Some(&0x85) => return (at, at + 2),
            0xe2 if bytes.get(at + 1) == Some(&0x80) && matches!(bytes.get(at + 2), Some(0xa8 | 0xa9)) => {
                return (at, at + 3);
            }
            _ => at += 1,
        }
    }
}

fn line(text: &str, whole: Span, span: Span, fresh: bool) -> Line {
    let inside = span.of(text);
    let lead = Span { start: whole.start, end: span.start }.of(text);
    let indent = width(lead);
    // Very long lines need no exact width: they are not wrapped.
    let inside_width = if inside.len() > 4 * WIDEST_WRAP { inside.len() } else { width(inside) };
    let near = inside.get(..boundary_before(inside, 4 * WIDEST_WRAP)).unwrap_or(inside);
    let first_word = near.split_whitespace().next().map_or(0, first_width);
    Line {
        span,
        indent,
        width: indent + inside_width,
        first_word,
        fresh,
        item: is_item(inside),
        ended: is_ended(inside),
        small: inside.starts_with(char::is_lowercase),
        tabs: [lead.contains('\t'), inside.contains('\t')],
        stops: if near.contains(GAP) { stops(near, indent) } else { 0 },
        row: false,
        hyphen: inside.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic)),
        credit: is_credit(inside),
    }
}

/// Blanks between two words that are more than the one or two of set text, and of text that is spaced out to a width.
const GAP: &str = "   ";

/// The columns, as bits, where the words of `line` begin that stand after a gap; its own first one stands at `indent`.
fn stops(line: &str, indent: usize) -> u128 {
    let (mut at, mut blanks, mut stops) = (indent, 0, 0_u128);
    for c in line.chars() {
        if c != ' ' && blanks >= GAP.len() && at < 128 {
            stops |= 1 << at;
        }
        blanks = if c == ' ' { blanks + 1 } else { 0 };
        at += 1 + usize::from(is_wide(c));
    }
    stops
}

/// Columns of `text`: two for a letter of the wide scripts, up to the next eighth for a tab, one for any other. Good enough to see where lines
/// were wrapped.
fn width(text: &str) -> usize {
    let drawn = |at: usize, c: char| if c == '\t' { at / 8 * 8 + 8 } else { at + 1 + usize::from(is_wide(c)) };
    if text.is_ascii() && !text.contains('\t') { text.len() } else { text.chars().fold(0, drawn) }
}

/// Columns of the shortest piece of `word` that a line may begin with.
fn first_width(word: &str) -> usize {
    if word.chars().next().is_some_and(is_wide) { 2 } else { width(word) }
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3fffd}')
}

/// Whether `line` begins like an item of a list: `- `, `• `, `3. `, `b) `.
fn is_item(line: &str) -> bool {
    let Some(mark) = line.split_whitespace().next().filter(|mark| mark.len() < line.len() && mark.len() <= 5) else {
        return false;
    };
    let bullet =
        |c: char| matches!(c, '-' | '*' | '+' | '•' | '‣' | '▪' | '◦' | '●' | '■' | '·' | '–' | '—' | '→' | '►' | '✓');
    let mut chars = mark.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return bullet(only);
    }
    let Some(number) = mark.strip_suffix(['.', ')']) else { return false };
    let number = number.strip_prefix('(').unwrap_or(number);
    // A year ends a wrapped sentence more often than it begins an item.
    let digits = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    digits || (mark.ends_with(')') && number.len() == 1 && number.bytes().all(|b| b.is_ascii_alphabetic()))
}

/// Whether `line` ends as captions do that name who took the picture and for whom: `(AP Photo/Jane Doe)`.
fn is_credit(line: &str) -> bool {
    let Some(open) = line.strip_suffix([')', ']']).and_then(|line| line.rfind(['(', '['])) else { return false };
    let inside = line.get(open + 1..line.len() - 1).unwrap_or_default();
    let named = |name: &str| name.trim_start().starts_with(char::is_uppercase);
    inside.len() <= 80 && inside.split_once('/').is_some_and(|(name, outlet)| named(name) && named(outlet))
}

/// Whether `line` ends as sentences end: with a stop or a colon, and what closes behind it.
fn is_ended(line: &str) -> bool {
    let closes =
        |c: char| matches!(c, '"' | '\'' | ')' | ']' | '*' | '_' | '’' | '”' | '“' | '»' | '«' | '」' | '』' | '）');
    line.trim_end_matches(closes).ends_with(|c: char| {
        matches!(c, '.' | '!' | '?' | ':' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '॥' | '։' | '።' | '။' | '។')
    })
}

#[cfg(test)]
mod tests;

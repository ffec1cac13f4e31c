//! Where quotation marks open and close. Knows every style (“ ” „ “ « » » « ‹ › " ‘ ’ ‚ ‘ ' 「 」 『 』 `` ''), tells apostrophes apart,
//! and forgives a missing or a wrong mark as a reader would; decides nothing about who speaks.

mod dashes;
mod style;

use self::{
    dashes::spoken,
    style::{Style, is_closing, is_opening, opens, opens_single},
};
use crate::{
    story::{Article, ParagraphId, ParagraphRole},
    text::{run::run, span::Span},
};

/// A stretch between two quotation marks, the marks themselves included in `outer` and excluded from `inner`. Quotations inside
/// a quotation are part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    pub outer: Span,
    pub inner: Span,
    pub paragraph: ParagraphId,
    /// Whether it goes on in the next paragraph, which opens the quotation again.
    pub goes_on: bool,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    style: Style,
    /// Offset of the mark and of what follows it.
    at: usize,
    inside: usize,
}

/// The quotations of `article`, in reading order; none lies in another.
pub(super) fn quoted(article: &Article) -> Vec<Quoted> {
    let ids: Vec<ParagraphId> = article.paragraph_ids().collect();
    let mut found = Vec::new();
    let paragraph_text = |index: usize| ids.get(index).map(|id| article.paragraph(*id).span().of(&article.text));
    // Whether the paragraph before goes on in this one.
    let mut taken_up = false;
    for (index, id) in ids.iter().enumerate() {
        let paragraph = article.paragraph(*id);
        if paragraph.role == ParagraphRole::Boilerplate {
            taken_up = false;
            continue;
        }
        let next = paragraph_text(index + 1).unwrap_or_default();
        let next_single = opens_single(next);
        let mut scan = Scan::new(&article.text, paragraph.span());
        scan.goes_on = next_single.is_some();
        scan.taken_up = taken_up;
        scan.run();
        taken_up = false;
        if scan.closed.is_empty() && scan.open.is_empty() && dashes::are_used(article) {
            let spoken = spoken(&article.text, paragraph.span());
            found.extend(spoken.map(|(outer, inner)| Quoted { outer, inner, paragraph: *id, goes_on: false }));
            continue;
        }
        let double = scan.open.iter().find(|open| !open.style.is_inner());
        // Apostrophes look like these: only one that begins a sentence or follows a colon, and is taken up again.
        let single = || scan.open.iter().chain(&scan.maybe).find(|open| Some(open.style) == next_single);
        let left_open = double.or_else(single).copied();
        let end = paragraph.span().trim(&article.text).end as usize;
        if let Some(open) = left_open {
            let goes_on = if open.style.is_single() { next_single == Some(open.style) } else { opens(next) };
            // A mark that is never closed counts only where a reader would not doubt it: the next paragraph takes it up, or it
            // opens the paragraph, or in the last paragraph a sentence (as in texts that were cut off).
            let last = || next.is_empty() && scan.opens_speech(open);
            if goes_on || open.at == paragraph.start as usize || last() {
                scan.closed.retain(|closed| (closed.outer.start as usize) < open.at);
                let (outer, inner) = (Span::new(open.at, end), Span::new(open.inside, end).trim(&article.text));
                scan.closed.push(Closed { outer, inner, goes_on });
                taken_up = goes_on;
            }
        }
        push_outermost(&mut found, &scan.closed, *id);
    }
    found
}

fn push_outermost(found: &mut Vec<Quoted>, closed: &[Closed], paragraph: ParagraphId) {
    if closed.is_empty() {
        return;
    }
    let mut spans = closed.to_vec();
    spans.sort_by_key(|closed| (closed.outer.start, std::cmp::Reverse(closed.outer.end)));
    let mut covered = 0;
    for Closed { outer, inner, goes_on } in spans {
        if outer.start >= covered && !inner.is_empty() {
            covered = outer.end;
            found.push(Quoted { outer, inner, paragraph, goes_on });
        }
    }
}

/// A quotation of a paragraph, which may lie in another.
#[derive(Clone, Copy, Debug)]
struct Closed {
    outer: Span,
    inner: Span,
    goes_on: bool,
}

struct Scan<'a> {
    text: &'a str,
    within: Span,
    open: Vec<Open>,
    closed: Vec<Closed>,
    /// Whether the next paragraph opens with a single mark.
    goes_on: bool,
    /// Whether the paragraph before goes on in this one.
    taken_up: bool,
    /// A straight single mark that opens a statement and is not closed in this paragraph.
    maybe: Option<Open>,
}

/// How far ahead a straight single quotation mark looks for its partner, in bytes.
const LOOK_AHEAD: usize = 600;

impl<'a> Scan<'a> {
    fn new(text: &'a str, within: Span) -> Self {
        Self { text, within, open: Vec::new(), closed: Vec::new(), goes_on: false, taken_up: false, maybe: None }
    }

    fn run(&mut self) {
        let base = self.within.start as usize;
        let paragraph = self.within.of(self.text);
        let mut previous: Option<char> = None;
        let mut rest = paragraph;
        loop {
            // What is of ASCII and no mark is passed over in runs; asked sign by sign, so that a block is looked at as one.
            let no_mark = |byte: u8| byte.is_ascii() & (byte != b'"') & (byte != b'\'') & (byte != b'`');
            let run = run(rest.as_bytes(), no_mark);
            previous = run.checked_sub(1).map(|last| char::from(rest.as_bytes()[last])).or(previous);
            let mut chars = rest.get(run..).unwrap_or_default().chars();
            let at = base + paragraph.len() - chars.as_str().len();
            let Some(c) = chars.next() else { return };
            rest = chars.as_str();
            self.mark(c, at, previous, rest.chars().next());
            previous = Some(c);
        }
    }

    fn mark(&mut self, c: char, at: usize, previous: Option<char>, next: Option<char>) {
        let after_word = previous.is_some_and(|p| !p.is_whitespace() && !is_opening(p));
        let before_word = next.is_some_and(|n| !n.is_whitespace() && !is_closing(n));
        let looks_opening = before_word && !after_word;
        let end = at + c.len_utf8();
        match c {
            '\u{201c}' | '\u{201f}' if self.is_open(Style::Low) => self.close(Style::Low, at, end),
            // “… ‘… “… ” …’ …”: marks of one kind two deep.
            '\u{201c}' if self.is_open(Style::Curly) && self.open.last().is_some_and(|last| last.style.is_single()) => {
                self.push(Style::Curly, at, end);
            }
            '\u{201c}' | '\u{201f}' => {
                // Inside a quotation single marks stand; a second double one means that the one before was never closed.
                self.reopen(Style::Curly, at, end);
            }
            '\u{201d}' => {
                if let Some(style) =
                    [Style::Curly, Style::Low, Style::Straight].into_iter().find(|style| self.is_open(*style))
                {
                    self.close(style, at, end);
                } else if looks_opening {
                    self.push(Style::Curly, at, end);
                }
            }
            '\u{201e}' => self.push(Style::Low, at, end),
            '"' | '\u{ff02}' => self.straight(at, end, looks_opening, after_word, before_word, previous),
            '\u{ab}' | '\u{bb}' => self.angle(c, at, end, previous, next),
            '\u{2039}' | '\u{203a}' if self.is_open(Style::SingleAngle) => self.close(Style::SingleAngle, at, end),
            '\u{2039}' | '\u{203a}' => self.push(Style::SingleAngle, at, end),
            '\u{201a}' if before_word && !after_word => self.push(Style::SingleLow, at, end),
            '\u{2018}' | '\u{2019}' if self.is_open(Style::SingleLow) => {
                let in_word = previous.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
                if !in_word {
                    self.close(Style::SingleLow, at, end);
                }
            }
            '\u{2018}' if before_word && self.is_open(Style::Single) && self.opens_sentence(at) => {
                self.reopen(Style::Single, at, end);
            }
            '\u{2018}' if before_word => self.push(Style::Single, at, end),
            '`' if next == Some('`') => self.push(Style::Curly, at, end + 1),
            '\'' if next == Some('\'') && self.is_open(Style::Curly) => self.close(Style::Curly, at, end + 1),
            '\u{2019}' | '\'' => self.apostrophe(c, at, end, previous, next),
            '\u{300c}' => self.push(Style::Corner, at, end),
            '\u{300d}' => self.close(Style::Corner, at, end),
            '\u{300e}' => self.push(Style::WhiteCorner, at, end),
            '\u{300f}' => self.close(Style::WhiteCorner, at, end),
            _ => {}
        }
    }

    /// « opens and » closes, or the other way round, as the first one shows; in French papers one in another of the same, and » before each paragraph
    /// that goes on.
    fn angle(&mut self, c: char, at: usize, end: usize, previous: Option<char>, next: Option<char>) {
        let (outwards, inwards) = (Style::Angle, Style::AngleInwards);
        let closes = if c == '\u{bb}' { outwards } else { inwards };
        let opens = if c == '\u{bb}' { inwards } else { outwards };
        if self.is_open(closes) {
            self.close(closes, at, end);
        } else if c == '\u{bb}' && previous.is_none() && (self.taken_up || next.is_some_and(char::is_whitespace)) {
            self.push(outwards, at, end);
        } else if !self.is_open(opens) || self.closes_twice(end) {
            self.push(opens, at, end);
        } else {
            self.reopen(opens, at, end);
        }
    }

    /// Whether two angle marks stand further on in this paragraph that close, before another that opens.
    fn closes_twice(&self, from: usize) -> bool {
        let rest = self.text.get(from..self.within.end as usize).unwrap_or_default();
        let mut marks = rest.char_indices().take_while(|(at, _)| *at < LOOK_AHEAD).map(|(_, c)| c);
        let mut next = || marks.find(|c| matches!(c, '\u{ab}' | '\u{bb}'));
        next() == Some('\u{bb}') && next() == Some('\u{bb}')
    }

    fn straight(
        &mut self,
        at: usize,
        end: usize,
        opening: bool,
        after_word: bool,
        before_word: bool,
        previous: Option<char>,
    ) {
        if self.is_open(Style::Straight) {
            if opening {
                // The one before was never closed.
                self.reopen(Style::Straight, at, end);
            } else {
                self.close(Style::Straight, at, end);
            }
        } else if let Some(style) = [Style::Curly, Style::Low].into_iter().find(|style| self.is_open(*style))
            && after_word
            && !before_word
        {
            self.close(style, at, end);
        } else if opening || (before_word && !previous.is_some_and(char::is_alphanumeric)) {
            self.push(Style::Straight, at, end);
        }
    }

    fn apostrophe(&mut self, c: char, at: usize, end: usize, previous: Option<char>, next: Option<char>) {
        let in_word = previous.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
        if in_word {
            return;
        }
        let open = self.open.iter().rev().find(|open| open.style.is_single()).map(|open| open.style);
        if let Some(style) = open {
            let after_space = previous.is_none_or(char::is_whitespace);
            let possessive =
                matches!(previous, Some('s' | 'S')) && next == Some(' ') && (self.goes_on || self.closes_later(end));
            if !after_space && !possessive {
                self.close(style, at, end);
            }
        } else if c == '\''
            && previous.is_none_or(|p| p.is_whitespace() || is_opening(p))
            && next.is_some_and(char::is_alphabetic)
        {
            let open = Open { style: Style::SingleStraight, at, inside: end };
            let before = self.text.get(self.within.start as usize..at).unwrap_or_default().trim_end();
            if self.closes_later(end) {
                // "Rock 'n' roll".
                if self.text.get(end..end + 2) != Some("n'") {
                    self.push(open.style, at, end);
                }
            } else if self.goes_on && (before.is_empty() || before.ends_with([':', ','])) {
                self.maybe = Some(open);
            }
        }
    }

    /// Whether a closing single mark stands further on in this paragraph, before another opening one.
    fn closes_later(&self, from: usize) -> bool {
        let rest = self.text.get(from..self.within.end as usize).unwrap_or_default();
        let mut previous = ' ';
        let mut chars = rest.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if at > LOOK_AHEAD || c == '\u{2018}' {
                return false;
            }
            let next = chars.peek().map(|(_, next)| *next);
            if matches!(c, '\'' | '\u{2019}') && !next.is_some_and(char::is_alphanumeric) {
                // A plural's apostrophe is no close, unless a sign shows that a quotation ends.
                let plural = matches!(previous, 's' | 'S') && next == Some(' ');
                if !previous.is_whitespace() && !plural {
                    return true;
                }
            }
            if c == '\'' && previous.is_whitespace() && next.is_some_and(char::is_alphabetic) {
                return false;
            }
            previous = c;
        }
        false
    }

    fn is_open(&self, style: Style) -> bool {
        self.open.iter().any(|open| open.style == style)
    }

    fn push(&mut self, style: Style, at: usize, inside: usize) {
        // Nobody nests deeper; a page of opening marks must not cost more than a page of letters.
        if self.open.len() < 8 {
            self.open.push(Open { style, at, inside });
        }
    }

    /// Whether a sentence begins in the quotation, after one that ended or after "X said:".
    fn opens_speech(&self, open: Open) -> bool {
        let before = self.text.get(self.within.start as usize..open.at).unwrap_or_default().trim_end();
        let first = self.text.get(open.inside..).and_then(|inside| inside.chars().next());
        before.ends_with(['.', '!', '?', ':', ',', '\u{2026}']) && first.is_some_and(char::is_uppercase)
    }

    /// Whether what stands before `at` is the end of a sentence.
    fn opens_sentence(&self, at: usize) -> bool {
        let before = self.text.get(self.within.start as usize..at).unwrap_or_default();
        before.trim_end().ends_with(['.', '!', '?', '\u{2026}'])
    }

    /// Opens a quotation though the one before was not closed: it goes on here where both begin with a sentence, as each paragraph of a long quotation
    /// does, and was none otherwise.
    fn reopen(&mut self, style: Style, at: usize, inside: usize) {
        let before = |at: usize| self.text.get(self.within.start as usize..at).unwrap_or_default().trim_end();
        let open = self.open.iter().rev().find(|open| open.style == style).copied();
        if let Some(open) = open
            && self.opens_sentence(at)
            && (before(open.at).is_empty() || before(open.at).ends_with(['.', '!', '?', ':', ',', '\u{2026}']))
        {
            let outer = Span::new(open.at, at).trim(self.text);
            let inner = Span::new(open.inside, at).trim(self.text);
            self.closed.push(Closed { outer, inner, goes_on: true });
        }
        self.open.retain(|open| open.style != style);
        self.push(style, at, inside);
    }

    fn close(&mut self, style: Style, at: usize, end: usize) {
        if let Some(depth) = self.open.iter().rposition(|open| open.style == style) {
            let open = self.open[depth];
            self.open.truncate(depth);
            let inner = Span::new(open.inside, at).trim(self.text);
            self.closed.push(Closed { outer: Span::new(open.at, end), inner, goes_on: false });
        }
    }
}

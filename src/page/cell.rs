//! One article's part of a row: its paragraphs in marked lines with a gutter, not yet set beside the others.

mod sentence;

use super::{
    glyphs::Glyphs,
    kind::Kind,
    line::Run,
    marking::Marking,
    role::{Role, Sign},
    spread::{Against, Column, SpreadCell},
    wrap::{Piece, wrap_in},
};
use crate::{
    align::Pointer,
    story::{Article, ParagraphId, SentenceId, Story},
    text::{
        span::Span,
        width::{Columns, columns, cut},
    },
};

/// What a cell is laid out from.
#[derive(Clone, Copy)]
pub struct CellOf<'a> {
    pub story: &'a Story,
    pub column: &'a Column,
    pub article: &'a Article,
    pub marking: Marking,
    /// Hits of the search in this article, in order.
    pub hits: &'a [Span],
    pub current_hit: Option<Span>,
}

impl<'a> CellOf<'a> {
    /// The comparison that the sentence `id` is marked by; none where nothing is marked.
    fn against(&self, id: SentenceId) -> Option<&'a Against> {
        if self.marking.clean { None } else { self.column.speaking(id) }
    }

    /// The letter of the article that `against` holds this one against, before a paragraph's number: two numbers beside each other
    /// would not say whose each is.
    fn label(&self, against: &Against) -> String {
        format!("{}\u{a0}", self.story.articles[against.other()].label)
    }
}

/// The words of the passage `id` of `column`, marked as the page marks them, for whoever shows it elsewhere.
#[must_use]
pub fn passage<'a>(story: &'a Story, column: &'a Column, marking: Marking, id: SentenceId) -> Vec<Piece<'a>> {
    let article = &story.articles[column.article];
    let cell = CellOf { story, column, article, marking, hits: &[], current_hit: None };
    let mut pieces = Vec::new();
    sentence::pieces(&cell, id, &mut pieces);
    pieces
}

/// A line of a cell.
#[derive(Debug, Default)]
pub struct CellLine {
    /// The sign of the gutter.
    pub sign: Option<Sign>,
    /// The number of the gutter, counted from 1.
    pub number: Option<usize>,
    /// The text, at most as wide as the column.
    pub text: Vec<Run>,
    /// Whether the text stands at the column's right, where it begins.
    pub from_right: bool,
}

/// The lines of the paragraphs of `of`, those of its text `within` a stretch alone where one is given, and of the pointers to
/// partners that stand elsewhere where there is no paragraph.
pub fn lay(cell: &CellOf<'_>, of: &SpreadCell, within: Option<Span>, width: usize) -> Vec<CellLine> {
    let mut lines = Vec::new();
    for (index, id) in of.paragraphs.iter().enumerate() {
        let whole = cell.article.paragraph(*id).span();
        let part = within.map_or(whole, |within| whole.within(within));
        if within.is_some() && part.is_empty() {
            continue;
        }
        if index > 0 && part.start == whole.start {
            lines.push(CellLine::default());
        }
        paragraph(cell, *id, part, width, &mut lines);
    }
    if of.paragraphs.is_empty() && !cell.marking.clean {
        for (against, pointer) in &of.pointers {
            if let Some(against) = cell.column.against.get(*against) {
                stub(cell, against, pointer, width, &mut lines);
            }
        }
    }
    lines
}

/// The lines of the sentences of paragraph `id` that begin in `part` of it.
fn paragraph(cell: &CellOf<'_>, id: ParagraphId, part: Span, width: usize, lines: &mut Vec<CellLine>) {
    let paragraph = cell.article.paragraph(id);
    let before = |offset: u32| cell.article.sentences.partition_point(|sentence| sentence.start < offset);
    let signs: Vec<(SentenceId, Option<Sign>)> =
        (before(part.start)..before(part.end)).map(SentenceId::new).map(|id| (id, sentence::sign(cell, id))).collect();
    let whole = signs.first().map(|(_, sign)| *sign).filter(|first| signs.iter().all(|(_, sign)| sign == first));
    let notes: Vec<String> = signs.iter().map(|(id, _)| sentence::note(cell, *id, whole.is_some())).collect();
    let mut pieces = Vec::new();
    let mut at = part.start;
    for ((id, sign), note) in signs.iter().zip(&notes) {
        let span = cell.article.sentence(*id).span();
        blank(cell, Span { start: at, end: span.start.max(at) }, &mut pieces);
        if !note.is_empty() {
            pieces.push(Piece::new(note, sign.map_or(Role::Note, Role::Sign)));
        }
        sentence::pieces(cell, *id, &mut pieces);
        at = span.end;
    }
    blank(cell, Span { start: at, end: part.end.max(at) }, &mut pieces);
    let first = lines.len();
    let wrapped = wrap_in(cell.marking.order, &pieces, width);
    let from_right = wrapped.from_right;
    lines.extend(wrapped.lines.into_iter().map(|text| CellLine { from_right, text, ..CellLine::default() }));
    lines[first].number = (part.start == paragraph.start).then_some(id.index() + 1);
    if let Some(whole) = whole {
        lines[first].sign = whole;
        return;
    }
    // The sign of a sentence stands beside the line in which it begins; the first of several keeps the place.
    let mut at = first;
    for (id, sign) in signs {
        let start = cell.article.sentence(id).start;
        let holds =
            |line: &CellLine| line.text.iter().filter_map(|run| run.source).any(|source| source.span.end > start);
        // Sentences begin in reading order, so the lines before are not looked at again: a paragraph may be megabytes long.
        let Some(further) = lines[at..].iter().position(holds) else { break };
        at += further;
        let line = &mut lines[at];
        line.sign = line.sign.or(sign.filter(|sign| *sign != Sign::Same));
        // Where the passage begins the line, the gutter says it already.
        let said = |run: &&mut Run| run.source.is_none() && line.sign.map(Role::Sign) == Some(run.role);
        if let Some(run) = line.text.first_mut().filter(said) {
            match line.sign {
                Some(Sign::Only(_)) => {
                    line.text.remove(0);
                }
                Some(sign) => run.text = run.text.trim_start_matches(cell.marking.glyphs.sign(sign)).to_owned(),
                None => {}
            }
        }
    }
}

/// White space between sentences, which belongs to none.
fn blank<'a>(cell: &CellOf<'a>, span: Span, pieces: &mut Vec<Piece<'a>>) {
    if !span.is_empty() {
        let text = span.of(&cell.article.text);
        pieces.push(Piece {
            text,
            role: Role::Plain,
            cue: None,
            at: Some((cell.column.article, span.start)),
            foreign: false,
        });
    }
}

/// Says, in an empty cell, where the partner of a moved passage stands.
fn stub(cell: &CellOf<'_>, against: &Against, pointer: &Pointer, width: usize, lines: &mut Vec<CellLine>) {
    let (pair, marks) = (&against.compared.comparison, &against.compared.marks);
    let Some(link) = pair.alignment.links.get(pointer.link) else { return };
    let other = &cell.story.articles[against.other()];
    let down = link.on(against.side.other()).first().is_some_and(|id| {
        let row = marks.row(against.side.other(), other.sentence(*id).paragraph);
        marks.row(against.side, pointer.paragraph) > row
    });
    let sign = if down { Sign::MovedDown } else { Sign::MovedUp };
    // What a headline sums up has not moved, and its place is worth a note, but no sign.
    let (sign, wanted) = match link.moved {
        true => (Some(sign), cell.marking.kinds.admits(Kind::Moved)),
        false => (None, cell.marking.kinds.admits_grade(link.grade)),
    };
    if !wanted {
        return;
    }
    let glyphs = cell.marking.glyphs;
    let text = link.on(against.side).first().map_or("", |id| cell.article.sentence_text(*id));
    let beginning = beginning(text, 48, glyphs);
    let way = if down { "down" } else { "up" };
    let number = pointer.paragraph.index() + 1;
    let note = format!("{}{number}, further {way}: ", glyphs.paragraph());
    let wrapped = wrap_in(cell.marking.order, &noted(&note, &beginning, glyphs), width).lines;
    let first = lines.len();
    lines.extend(wrapped.into_iter().map(|text| CellLine { text, ..CellLine::default() }));
    lines[first].sign = sign;
}

/// A note of the program's own that ends with `words` of an article, in quotation marks.
pub(super) fn noted<'a>(note: &'a str, words: &'a str, glyphs: Glyphs) -> [Piece<'a>; 4] {
    let (open, close) = glyphs.quotes(words);
    let [note, open, close] = [note, open, close].map(|text| Piece::new(text, Role::Note));
    [note, open, Piece::foreign(words, Role::Note), close]
}

/// The first words of `text`, in at most `width` columns and a sign where it goes on.
#[must_use]
pub fn beginning(text: &str, width: usize, glyphs: Glyphs) -> String {
    let mut out = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let wide = usize::from(columns(word).0);
        let before = usize::from(!out.is_empty());
        if used + before + wide > width {
            if out.is_empty() {
                let most = Columns(u16::try_from(width).unwrap_or(u16::MAX));
                out.push_str(cut(word, most).0);
            }
            // A stop or a comma before the sign would say that something ends there.
            out.truncate(out.trim_end_matches(['.', ',', ';', ':']).len());
            out.push_str(glyphs.ellipsis());
            return out;
        }
        if before > 0 {
            out.push(' ');
        }
        out.push_str(word);
        used += before + wide;
    }
    out
}

//! One article's part of a row: its paragraphs in marked lines with a gutter, not yet set beside the others.

use super::{
    glyphs::Glyphs,
    line::Run,
    marks::{Marks, Standing, is_minor},
    role::{Role, Sign},
    wrap::{Piece, wrap},
};
use crate::{
    align::{Grade, Pointer},
    compare::{ChangeClass, FindingKind},
    comparison::PairComparison,
    story::{Article, ArticleId, ParagraphId, ParagraphRole, SentenceId, Side},
    text::span::Span,
};

/// How text is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marking {
    /// The text alone, no marks.
    pub clean: bool,
    /// Changes of punctuation, case and typography too.
    pub minor: bool,
    /// Word changes in brackets, `[-removed-]` and `{+added+}`, for text without colours.
    pub brackets: bool,
    /// Which signs.
    pub glyphs: Glyphs,
}

impl Default for Marking {
    fn default() -> Self {
        Self { clean: false, minor: false, brackets: false, glyphs: Glyphs::UNICODE }
    }
}

/// An article held against another, as a column shows it.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// The pair's comparison.
    pub pair: &'a PairComparison,
    /// Its marks.
    pub marks: &'a Marks,
    /// The article's side in the pair.
    pub side: Side,
    /// Where it stands on the page: left for the base.
    pub place: Side,
}

/// What a cell is laid out from.
#[derive(Clone, Copy)]
pub struct CellOf<'a> {
    pub id: ArticleId,
    pub article: &'a Article,
    /// None for an article that is not compared yet.
    pub against: Option<Against<'a>>,
    pub other: Option<&'a Article>,
    pub marking: Marking,
    /// Hits of the search in this article, in order.
    pub hits: &'a [Span],
    pub current_hit: Option<Span>,
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
}

/// The lines of `paragraphs`, and of the pointers to partners that stand elsewhere where there is no paragraph.
pub fn lay(cell: &CellOf<'_>, paragraphs: &[ParagraphId], pointers: &[Pointer], width: usize) -> Vec<CellLine> {
    let mut lines = Vec::new();
    for id in paragraphs {
        if !lines.is_empty() {
            lines.push(CellLine::default());
        }
        paragraph(cell, *id, width, &mut lines);
    }
    if paragraphs.is_empty() && !cell.marking.clean {
        for pointer in pointers {
            stub(cell, pointer, width, &mut lines);
        }
    }
    lines
}

fn paragraph(cell: &CellOf<'_>, id: ParagraphId, width: usize, lines: &mut Vec<CellLine>) {
    let paragraph = cell.article.paragraph(id);
    let signs: Vec<(SentenceId, Option<Sign>)> =
        paragraph.sentence_ids().map(|sentence| (sentence, sign(cell, sentence))).collect();
    let whole = signs.first().map(|(_, sign)| *sign).filter(|first| signs.iter().all(|(_, sign)| sign == first));
    let notes: Vec<String> = signs.iter().map(|(sentence, _)| note(cell, *sentence, whole.is_some())).collect();
    let mut pieces = Vec::new();
    let mut at = paragraph.start;
    for ((sentence, sign), note) in signs.iter().zip(&notes) {
        let span = cell.article.sentence(*sentence).span();
        blank(cell, Span { start: at, end: span.start.max(at) }, &mut pieces);
        if !note.is_empty() {
            pieces.push(Piece::new(note, sign.map_or(Role::Note, Role::Sign)));
        }
        self::sentence(cell, *sentence, whole.is_some(), &mut pieces);
        at = span.end;
    }
    blank(cell, Span { start: at, end: paragraph.end.max(at) }, &mut pieces);
    let first = lines.len();
    lines.extend(wrap(&pieces, width).into_iter().map(|text| CellLine { sign: None, number: None, text }));
    lines[first].number = Some(id.index() + 1);
    if let Some(whole) = whole {
        lines[first].sign = whole;
        return;
    }
    // The sign of a sentence stands beside the line in which it begins; the first of several keeps the place.
    let mut at = first;
    for (sentence, sign) in signs {
        let start = cell.article.sentence(sentence).start;
        let holds =
            |line: &CellLine| line.text.iter().filter_map(|run| run.source).any(|source| source.span.end > start);
        // Sentences begin in reading order, so the lines before are not looked at again: a paragraph may be megabytes long.
        let Some(further) = lines[at..].iter().position(holds) else { break };
        at += further;
        let line = &mut lines[at];
        line.sign = line.sign.or(sign.filter(|sign| *sign != Sign::Same));
        // Where the passage begins the line, the gutter says it already.
        let said = |run: &Run| run.source.is_none() && line.sign.map(Role::Sign) == Some(run.role);
        if matches!(line.sign, Some(Sign::Only(_))) && line.text.first().is_some_and(said) {
            line.text.remove(0);
        }
    }
}

/// White space between sentences, which belongs to none.
fn blank<'a>(cell: &CellOf<'a>, span: Span, pieces: &mut Vec<Piece<'a>>) {
    if !span.is_empty() {
        let text = span.of(&cell.article.text);
        pieces.push(Piece { text, role: Role::Plain, cue: None, at: Some((cell.id, span.start)) });
    }
}

fn sign(cell: &CellOf<'_>, id: SentenceId) -> Option<Sign> {
    let against = cell.against.filter(|_| !cell.marking.clean)?;
    match against.marks.standing(against.side, id) {
        Standing::Linked { grade: Grade::Same, .. } => Some(Sign::Same),
        Standing::Linked { grade: Grade::Reworded, .. } => Some(Sign::Reworded),
        Standing::Linked { grade: Grade::Partial, .. } => Some(Sign::Partial),
        Standing::Moved { down, .. } => Some(if down { Sign::MovedDown } else { Sign::MovedUp }),
        Standing::Only { .. } => Some(Sign::Only(against.place)),
        Standing::Boilerplate => None,
    }
}

/// What stands in the text before a passage: the partner's paragraph where it moved, the sign where only it has no
/// counterpart. Empty for most. Ends in a no-break space, so that it keeps with its passage.
fn note(cell: &CellOf<'_>, id: SentenceId, whole: bool) -> String {
    let Some(against) = cell.against.filter(|_| !cell.marking.clean) else { return String::new() };
    let glyphs = cell.marking.glyphs;
    match against.marks.standing(against.side, id) {
        Standing::Moved { down, paragraph, link }
            if against.pair.alignment.links[link].on(against.side).first() == Some(&id) =>
        {
            let arrow = glyphs.sign(if down { Sign::MovedDown } else { Sign::MovedUp });
            format!("{arrow}{}{}\u{a0}", glyphs.paragraph(), paragraph.index() + 1)
        }
        Standing::Only { .. } if !whole => format!("{}\u{a0}", glyphs.sign(Sign::Only(against.place))),
        _ => String::new(),
    }
}

/// The pieces of one sentence: its words by what they are, its cues, the hits of the search.
fn sentence<'a>(cell: &CellOf<'a>, id: SentenceId, whole: bool, pieces: &mut Vec<Piece<'a>>) {
    let span = cell.article.sentence(id).span();
    let plain = match cell.article.role_of(id) {
        ParagraphRole::Headline => Role::Headline,
        ParagraphRole::Boilerplate => Role::Boilerplate,
        _ => Role::Plain,
    };
    let against = cell.against.filter(|_| !cell.marking.clean);
    let ground = match against.map(|against| (against.place, against.marks.standing(against.side, id))) {
        Some((place, Standing::Only { .. })) if !whole => Role::Only(place),
        Some((_, Standing::Moved { .. })) => Role::Moved,
        _ => plain,
    };
    let mut words: Vec<(Span, Role)> = Vec::new();
    let mut cues: Vec<(Span, FindingKind)> = Vec::new();
    if let Some(against) = against {
        for (place, change) in against.marks.changes_in(against.pair, against.side, span) {
            if !cell.marking.minor && is_minor(change.class) {
                continue;
            }
            let role = match change.class {
                ChangeClass::Number => Role::Figure(against.place),
                class if is_minor(class) => Role::Minor,
                _ if against.place == Side::Left => Role::Removed,
                _ => Role::Added,
            };
            words.push((place, role));
        }
        cues.extend(
            against
                .marks
                .findings_in(against.pair, against.side, span)
                .filter(|(_, finding)| is_mark(finding.kind))
                .map(|(_, finding)| (Span::from(finding.span), finding.kind)),
        );
    }
    let hits: Vec<(Span, Role)> = cell
        .hits
        .iter()
        .skip(cell.hits.partition_point(|hit| hit.end <= span.start))
        .take_while(|hit| hit.start < span.end)
        .map(|hit| (*hit, if cell.current_hit == Some(*hit) { Role::CurrentHit } else { Role::Hit }))
        .collect();
    let mut borders: Vec<u32> = words
        .iter()
        .chain(&hits)
        .map(|(at, _)| *at)
        .chain(cues.iter().map(|(at, _)| *at))
        .flat_map(|at| [at.start, at.end])
        .collect();
    borders.extend([span.start, span.end]);
    borders.retain(|at| (span.start..=span.end).contains(at));
    borders.sort_unstable();
    borders.dedup();
    let mut open: Option<Role> = None;
    for pair in borders.windows(2) {
        let part = Span { start: pair[0], end: pair[1] };
        let text = part.of(&cell.article.text);
        // Neither words nor hits overlap their like, so their ends are in order.
        let over = |layer: &[(Span, Role)]| {
            let at = layer.get(layer.partition_point(|(at, _)| at.end <= part.start))?;
            at.0.meets(part).then_some(at.1)
        };
        let word = over(&words);
        let cue = cues.iter().find(|(at, _)| at.meets(part)).map(|(_, kind)| *kind);
        if cell.marking.brackets && open != word {
            close(open, pieces);
            pieces.extend(word.and_then(brackets).map(|(opening, _)| Piece::new(opening, Role::Note)));
            open = word;
        }
        let role = over(&hits).or(word).unwrap_or(ground);
        pieces.push(Piece { text, role, cue, at: Some((cell.id, part.start)) });
    }
    close(open.filter(|_| cell.marking.brackets), pieces);
}

fn close<'a>(open: Option<Role>, pieces: &mut Vec<Piece<'a>>) {
    pieces.extend(open.and_then(brackets).map(|(_, closing)| Piece::new(closing, Role::Note)));
}

/// The brackets around changed words in plain text, as wdiff and `git diff --word-diff` write them.
fn brackets(role: Role) -> Option<(&'static str, &'static str)> {
    match role {
        Role::Removed | Role::Figure(Side::Left) => Some(("[-", "-]")),
        Role::Added | Role::Figure(Side::Right) => Some(("{+", "+}")),
        _ => None,
    }
}

/// Whether findings of `kind` are marked in the text. The others are about a place as a whole and stand in the list.
fn is_mark(kind: FindingKind) -> bool {
    !matches!(kind, FindingKind::Placement | FindingKind::Headline | FindingKind::Quotation)
}

/// Says, in an empty cell, where the partner of a moved passage stands.
fn stub(cell: &CellOf<'_>, pointer: &Pointer, width: usize, lines: &mut Vec<CellLine>) {
    let Some(against) = cell.against else { return };
    let Some(link) = against.pair.alignment.links.get(pointer.link) else { return };
    let here = link.on(against.side.other()).first();
    let down = here.zip(cell.other).is_some_and(|(id, other)| {
        let row = against.marks.row(against.side.other(), other.sentence(*id).paragraph);
        against.marks.row(against.side, pointer.paragraph) > row
    });
    let sign = if down { Sign::MovedDown } else { Sign::MovedUp };
    let glyphs = cell.marking.glyphs;
    let (open, close) = glyphs.quotes();
    let text = link.on(against.side).first().map_or("", |id| cell.article.sentence_text(*id));
    let beginning = beginning(text, 48, glyphs);
    let way = if down { "down" } else { "up" };
    let number = pointer.paragraph.index() + 1;
    let note = format!("{}{number}, further {way}: {open}{beginning}{close}", glyphs.paragraph());
    let wrapped = wrap(&[Piece::new(&note, Role::Note)], width);
    let first = lines.len();
    lines.extend(wrapped.into_iter().map(|text| CellLine { sign: None, number: None, text }));
    lines[first].sign = Some(sign);
}

/// The first words of `text`, at most about `letters` of them, with a sign where it goes on.
#[must_use]
pub fn beginning(text: &str, letters: usize, glyphs: Glyphs) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        let longer = out.chars().count() + 1 + word.chars().count();
        if longer > letters {
            if out.is_empty() {
                out.extend(word.chars().take(letters));
            }
            out.push_str(glyphs.ellipsis());
            return out;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

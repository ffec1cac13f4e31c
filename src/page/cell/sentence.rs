//! One sentence of a cell: its sign, the note before it, its words by what they are.

use super::CellOf;
use crate::{
    compare::{ChangeClass, FindingKind},
    page::{
        kind::Kind,
        marks::{Standing, is_minor},
        page::grade_sign,
        role::{Role, Sign},
        spread::Against,
        wrap::Piece,
    },
    story::{ParagraphRole, SentenceId, Side},
    text::span::Span,
};

/// What the sentence is, as a sign; none where it is not marked.
pub fn sign(cell: &CellOf<'_>, id: SentenceId) -> Option<Sign> {
    let standing = cell.against(id)?.standing(id);
    let sign = match standing {
        Standing::Elsewhere { moved: true, down: true, .. } => Sign::MovedDown,
        Standing::Elsewhere { moved: true, down: false, .. } => Sign::MovedUp,
        Standing::Linked { grade, .. } | Standing::Elsewhere { grade, .. } => grade_sign(grade),
        Standing::Only { .. } => Sign::Only(cell.column.place),
        Standing::Furniture { .. } => return None,
    };
    is_marked(cell, standing).then_some(sign)
}

/// Whether a passage that is `standing` is marked.
fn is_marked(cell: &CellOf<'_>, standing: Standing) -> bool {
    cell.marking.kinds.admits_standing(standing, cell.column.place)
}

/// What stands in the text before a passage: the partner's paragraph where that is elsewhere, the sign where only it has no
/// counterpart; `whole` says that the gutter speaks for the whole paragraph. Empty for most. Ends in a no-break space, so that it
/// keeps with its passage.
pub fn note(cell: &CellOf<'_>, id: SentenceId, whole: bool) -> String {
    let Some(against) = cell.against(id) else { return String::new() };
    let glyphs = cell.marking.glyphs;
    let standing = against.standing(id);
    if !is_marked(cell, standing) {
        return String::new();
    }
    match standing {
        Standing::Elsewhere { down, moved, paragraph, link, .. } if begins(against, link, id) => {
            let arrow = glyphs.sign(if down { Sign::MovedDown } else { Sign::MovedUp });
            let arrow = if whole || !moved { "" } else { arrow };
            format!("{arrow}{}{}{}\u{a0}", cell.label(against), glyphs.paragraph(), paragraph.index() + 1)
        }
        Standing::Only { .. } if !whole => format!("{}\u{a0}", glyphs.sign(Sign::Only(cell.column.place))),
        _ => String::new(),
    }
}

/// Whether the link `link` begins with the sentence `id` of the article.
fn begins(against: &Against, link: usize, id: SentenceId) -> bool {
    let link = against.compared.comparison.alignment.links.get(link);
    link.and_then(|link| link.on(against.side).first()) == Some(&id)
}

/// The pieces of one sentence: its words by what they are, its cues, the hits of the search.
pub fn pieces<'a>(cell: &CellOf<'a>, id: SentenceId, pieces: &mut Vec<Piece<'a>>) {
    let span = cell.article.sentence(id).span();
    let ground = ground(cell, id);
    let words = cell.against(id).map(|against| words(cell, against, id, span)).unwrap_or_default();
    let cues = cell.against(id).map(|against| cues(cell, against, span)).unwrap_or_default();
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
        let word = over(&words, part);
        let cue = over(&cues, part);
        if cell.marking.brackets && open != word {
            close(open, pieces);
            pieces.extend(word.and_then(brackets).map(|(opening, _)| Piece::new(opening, Role::Note)));
            open = word;
        }
        let role = over(&hits, part).or(word).unwrap_or(ground);
        pieces.push(Piece { text, role, cue, at: Some((cell.column.article, part.start)), foreign: false });
    }
    close(open.filter(|_| cell.marking.brackets), pieces);
}

/// What lies over `part` in `layer`, whose spans are in order and apart.
fn over<T: Copy>(layer: &[(Span, T)], part: Span) -> Option<T> {
    let (at, what) = layer.get(layer.partition_point(|(at, _)| at.end <= part.start))?;
    at.meets(part).then_some(*what)
}

/// What the sentence's words are where nothing else is marked in them.
fn ground(cell: &CellOf<'_>, id: SentenceId) -> Role {
    let standing = cell.against(id).map(|against| against.standing(id)).filter(|standing| is_marked(cell, *standing));
    match (standing, cell.article.role_of(id)) {
        (Some(Standing::Only { .. }), _) => Role::Only(cell.column.place),
        (Some(Standing::Elsewhere { moved: true, .. }), _) => Role::Moved,
        (_, ParagraphRole::Headline) => Role::Headline,
        (Some(Standing::Furniture { .. }), _) | (_, ParagraphRole::Boilerplate) => Role::Boilerplate,
        _ => Role::Plain,
    }
}

/// Words that the counterpart lacks, in order and apart: those that were changed, and what it has nothing of.
fn words(cell: &CellOf<'_>, against: &Against, id: SentenceId, span: Span) -> Vec<(Span, Role)> {
    let place = cell.column.place;
    let (kinds, standing) = (cell.marking.kinds, against.standing(id));
    if matches!(standing, Standing::Furniture { .. }) {
        return Vec::new();
    }
    let changes = against.compared.marks.changes_in(&against.compared.comparison, against.side, span);
    let mut words: Vec<(Span, Role)> = changes
        .filter(|(_, change)| kinds.admits_change(change.class, standing, place))
        .filter(|(_, change)| cell.marking.minor || !is_minor(change.class))
        .map(|(at, change)| {
            let role = match change.class {
                _ if change.moved => Role::Moved,
                ChangeClass::Number => Role::Figure(place),
                class if is_minor(class) => Role::Minor,
                _ if place == Side::Left => Role::Removed,
                _ => Role::Added,
            };
            (at, role)
        })
        .collect();
    if is_marked(cell, standing) {
        let unshared = against.compared.marks.unshared_in(against.side, span).map(|at| (at, Role::Only(place)));
        words.extend(unshared);
        apart(&mut words);
    }
    words
}

/// The cues that lie over the sentence, in order and apart.
fn cues(cell: &CellOf<'_>, against: &Against, span: Span) -> Vec<(Span, FindingKind)> {
    let marks = &against.compared.marks;
    let found = marks.findings_in(&against.compared.comparison, against.side, span);
    let mut cues: Vec<(Span, FindingKind)> = found
        .filter(|(_, finding)| cell.marking.kinds.admits(Kind::Finding(finding.kind)))
        .flat_map(|(number, finding)| marks.emphasis(number, finding).map(|at| (at, finding.kind)))
        .collect();
    apart(&mut cues);
    cues
}

/// Sets `spans` in order and apart: of two that lie over one another, the one that begins first keeps the place.
fn apart<T: Ord>(spans: &mut Vec<(Span, T)>) {
    spans.sort();
    let mut reached = 0;
    spans.retain_mut(|(span, _)| {
        span.start = span.start.max(reached);
        reached = reached.max(span.end);
        span.start < span.end
    });
}

fn close<'a>(open: Option<Role>, pieces: &mut Vec<Piece<'a>>) {
    pieces.extend(open.and_then(brackets).map(|(_, closing)| Piece::new(closing, Role::Note)));
}

/// The brackets around changed words in plain text, as wdiff and `git diff --word-diff` write them.
fn brackets(role: Role) -> Option<(&'static str, &'static str)> {
    match role {
        Role::Removed | Role::Figure(Side::Left) => Some(("[-", "-]")),
        Role::Moved => Some(("[~", "~]")),
        Role::Added | Role::Figure(Side::Right) => Some(("{+", "+}")),
        _ => None,
    }
}

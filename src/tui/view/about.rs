//! The line about the passage under the cursor: what it is, how surely, and what was found in it.

mod listed;

use super::pen::Pen;
use crate::{
    align::{Grade, PairAlignment},
    compare::FindingKind,
    page::{Against, Block, Glyphs, Kind, Role, Run, Sign, Standing, beginning, furniture_name, grade_sign},
    story::{Article, ArticleId, ParagraphRole, SentenceId, Side},
    text::{broken::one_line, span::Span, visible::visible},
    tui::{
        command::Command,
        fit::{self, Statement},
        keymap::View,
        state::{Area, Message, Panel, State, hundredths},
    },
};

/// Draws the line; a message of what was done or went wrong takes its place.
pub fn draw(pen: &mut Pen<'_>, state: &State, area: Area) {
    let end = area.x + area.width;
    match &state.message {
        Some(Message::Done(text)) => return message(pen, state, area, text, Role::Done),
        Some(Message::Failed(text)) => return message(pen, state, area, text, Role::Error),
        None => pen.fill(area, Role::About),
    }
    let glyphs = state.look.glyphs;
    if state.areas().page.height == 0 || matches!(state.panel, Some(Panel::Picker(_))) {
        // The page is not seen, or not meant, and what is said is about the chosen line of what lies over it.
        let text = chosen(state).unwrap_or_default();
        let text = fit::cut(&text, usize::from(area.width.saturating_sub(2)), glyphs.ellipsis());
        pen.text(area.x + 1, area.y, end, &text, Role::About);
        return;
    }
    let dot = format!(" {} ", glyphs.dot());
    let (leads, statements): (Vec<_>, Vec<_>) = said(state).into_iter().unzip();
    // Room for the count of what is left out.
    let room = usize::from(area.width).saturating_sub(7);
    let words = fit::wordings(&statements, 3, room);
    let left_out = words.iter().filter(|words| words.is_empty()).count();
    let mut x = area.x + 1;
    for (Lead { sign, cue }, words) in leads.into_iter().zip(words).filter(|(_, words)| !words.is_empty()) {
        if x > area.x + 1 {
            x = pen.text(x, area.y, end, &dot, Role::About);
        }
        let words = fit::cut(words, usize::from(end.saturating_sub(x + 1)), glyphs.ellipsis());
        let drawn = sign.map_or("", |sign| glyphs.sign(sign));
        match (sign, words.strip_prefix(drawn)) {
            (Some(sign), Some(rest)) => {
                x = pen.texts(x, area.y, end, &[Run { cue, ..Run::new(drawn, Role::Sign(sign)) }]);
                x = pen.text(x, area.y, end, rest, Role::About);
            }
            _ => x = pen.text(x, area.y, end, &words, Role::About),
        }
    }
    if left_out > 0 {
        pen.text(x, area.y, end, &format!(" +{left_out}"), Role::About);
    }
}

/// A message that takes more than the line is not cut: it lies over the lines above until the next key.
fn message(pen: &mut Pen<'_>, state: &State, area: Area, text: &str, role: Role) {
    let width = usize::from(area.width.saturating_sub(2));
    let lines = fit::lines(&visible(text), width, usize::from(area.y.min(MOST)), state.look.glyphs.ellipsis());
    for (line, above) in lines.iter().rev().zip(0..) {
        pen.line(area.x, area.y - above, area.x + area.width, &format!(" {line}"), role);
    }
    if lines.is_empty() {
        pen.fill(area, role);
    }
}

/// The most lines of a message.
const MOST: u16 = 4;

/// What the chosen line of a panel is about: an article, or the place and the words of a passage.
fn chosen(state: &State) -> Option<String> {
    let anchor = match state.panel.as_ref()? {
        Panel::Picker(picker) => return picker.chosen(&state.story, state.look.glyphs),
        Panel::Story(table) => table.chosen(&state.story),
        Panel::Sources(sources) => sources.chosen(),
        _ => None,
    }?;
    let article = state.story.articles.get(anchor.article)?;
    let id = article.sentence_at(anchor.offset)?;
    let words = one_line(article.sentence_text(id));
    let glyphs = state.look.glyphs;
    let number = article.sentence(id).paragraph.index() + 1;
    Some(format!("{} {}{number} {}", article.label, glyphs.paragraph(), glyphs.quoted_apart(&words)))
}

/// The sign that a statement begins with; that of a finding in the colour of its kind, as in the text.
#[derive(Clone, Copy, Default)]
struct Lead {
    sign: Option<Sign>,
    cue: Option<FindingKind>,
}

impl From<Option<Sign>> for Lead {
    fn from(sign: Option<Sign>) -> Self {
        Self { sign, cue: None }
    }
}

impl From<FindingKind> for Lead {
    fn from(kind: FindingKind) -> Self {
        Self { sign: Some(Sign::Cue), cue: Some(kind) }
    }
}

/// What is said, each with the sign it begins with.
fn said(state: &State) -> Vec<(Lead, Statement)> {
    let (reading, glyphs) = (&state.reading, state.look.glyphs);
    if let Some(Panel::List(list)) = &state.panel
        && let Some((lead, wordings)) = listed::difference(state, list)
    {
        return vec![signed(glyphs, lead, 0, wordings)];
    }
    let Some((article, sentence)) = reading.passage() else { return Vec::new() };
    let Some(column) = state.column(article) else { return Vec::new() };
    let signed = |lead: Lead, weight, wordings| signed(glyphs, lead, weight, wordings);
    if let Some(alike) = state.alike() {
        return vec![signed(Some(Sign::Same).into(), 0, vec![alike])];
    }
    let mut said = Vec::new();
    if matches!(reading.page.blocks().get(reading.cursor.block), Some(Block::Fold(_))) {
        let keys = state.look.keymap.shown_keys(View::Read, Command::Fold);
        said.push(signed(Some(Sign::Folded).into(), u8::MAX, vec![format!("folded: {keys} opens it")]));
    }
    let own = &state.story.articles[article];
    let (furniture, told): (Vec<_>, Vec<_>) =
        column.against.iter().partition(|against| matches!(against.standing(sentence), Standing::Furniture { .. }));
    let standings = told.iter().map(|against| standing(state, against, article, column.place, sentence));
    said.extend(standings.map(|(sign, wordings)| signed(sign.into(), u8::MAX, wordings)));
    if !furniture.is_empty() {
        said.push(signed(Lead::default(), u8::MAX, of_the_page(state, &furniture, own, sentence)));
    }
    let kinds = reading.marking.kinds;
    let mut told: Vec<String> = Vec::new();
    for against in &column.against {
        let (marks, pair) = (&against.compared.marks, &against.compared.comparison);
        for (_, finding) in marks.findings_in(pair, against.side, own.sentence(sentence).span()) {
            let words = beginning(Span::from(finding.span).of(&own.text), 32, glyphs);
            let text = format!("{} {}", finding.name(), glyphs.quoted_apart(&words));
            if kinds.admits(Kind::Finding(finding.kind)) && !told.contains(&text) {
                // The later ones make room for the first.
                let weight = u8::MAX.saturating_sub(1).saturating_sub(u8::try_from(told.len()).unwrap_or(u8::MAX));
                said.push(signed(finding.kind.into(), weight, vec![text.clone(), String::new()]));
                told.push(text);
            }
        }
    }
    said
}

/// A statement of `wordings`, each with the sign it begins with.
fn signed(glyphs: Glyphs, lead: Lead, weight: u8, wordings: Vec<String>) -> (Lead, Statement) {
    let sign_of = |words: String| match lead.sign {
        Some(sign) if !words.is_empty() => format!("{} {words}", glyphs.sign(sign)),
        _ => words,
    };
    (lead, Statement::new(weight, wordings.into_iter().map(sign_of)))
}

/// What the sentence is, held against one other article: its sign, and the wordings of it, the fullest first.
fn standing(
    state: &State,
    against: &Against,
    article: ArticleId,
    shown: Side,
    sentence: SentenceId,
) -> (Option<Sign>, Vec<String>) {
    let (alignment, side) = (&against.compared.comparison.alignment, against.side);
    let (own, other) = (&state.story.articles[article], &state.story.articles[against.other()]);
    let place = |article: &Article, id: Option<&SentenceId>| match id {
        Some(id) => {
            format!(
                "{} {}{}",
                article.label,
                state.look.glyphs.paragraph(),
                article.sentence(*id).paragraph.index() + 1
            )
        }
        None => article.label.clone(),
    };
    let link = |alignment: &PairAlignment, index: usize| {
        let link = &alignment.links[index];
        place(other, link.on(side.other()).first())
    };
    match against.standing(sentence) {
        Standing::Linked { link: index, grade } => {
            let there = link(alignment, index);
            (Some(grade_sign(grade)), vec![format!("{} {there}", of_grade(grade))])
        }
        Standing::Elsewhere { link: index, down, moved, grade, .. } => {
            let there = link(alignment, index);
            let keys = state.look.keymap.shown_keys(View::Read, Command::Follow);
            // What a headline sums up stands elsewhere too, and has not moved.
            let (sign, stands) = match moved {
                true => (if down { Sign::MovedDown } else { Sign::MovedUp }, format!("moved: stands at {there}")),
                false => (grade_sign(grade), format!("{} {there}", of_grade(grade))),
            };
            (Some(sign), vec![format!("{stands}; {keys} goes there"), stands])
        }
        Standing::Only { unlinked } => {
            let sign = Sign::Only(shown);
            let nearest = unlinked.and_then(|index| alignment.only(side).get(index)?.nearest);
            let short = state.reading.unlinked((article, sentence), against.other());
            let full = nearest.map(|near| {
                let there = place(other, Some(&near.sentence));
                format!("{short}; the nearest is {there} (score {})", hundredths(near.score))
            });
            (Some(sign), full.into_iter().chain([short, format!("not in {}", other.label)]).collect())
        }
        Standing::Furniture { .. } => (None, of_the_page(state, &[against], own, sentence)),
    }
}

/// What a link of `grade` makes of a passage, before the place of the counterpart.
fn of_grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Same => "the same in",
        Grade::Reworded => "reworded in",
        Grade::Partial => "shares a part with",
    }
}

/// What is said of a sentence of `own` that belongs to the page and not to the telling, held `against` others, the fullest wording first:
/// whose it is, and where there are more than two articles, which of them go without.
fn of_the_page(state: &State, against: &[&Against], own: &Article, sentence: SentenceId) -> Vec<String> {
    let role = own.role_of(sentence);
    let short = format!("{} of {}: part of the page", furniture_name(role, 1), own.label);
    let full = format!("{short}, not of the telling");
    let lacking: Vec<&str> =
        against.iter().map(|against| state.story.articles[against.other()].label.as_str()).collect();
    let several = state.reading.page.spread.columns.len() > 2 && role != ParagraphRole::Boilerplate;
    let fullest = several.then(|| format!("{full}; not in {}", lacking.join(", ")));
    fullest.into_iter().chain([full, short, "part of the page".to_owned()]).collect()
}

//! A difference as a line: its sign and kind, its place, its words and those of the counterpart.

use super::Listed;
use crate::{
    page::{Glyphs, Kind, Line, Role, Run, Standing},
    story::{ArticleId, ParagraphId, Side},
    text::{
        bidi::isolated,
        span::Span,
        width::{Columns, cut},
    },
    tui::{
        panel::lines::{column, fitted, one_line},
        state::ShownDifference,
    },
};

/// Columns of a line's kind and place.
const KIND: usize = 17;
const SHORT_KIND: usize = 15;
const PLACE: usize = 8;

/// From these widths on, the kind is said in words, or in a shorter one.
const NAMED_FROM: usize = 60;
const SHORT_FROM: usize = 44;

/// More columns of an article than a line ever shows.
const MOST: Columns = Columns(1000);

/// How a line stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// It does not.
    Plain,
    /// It is chosen, and keys act on it.
    Chosen,
    /// The reader is there in the text.
    Here,
}

/// The line of `shown`: exactly `width` columns.
pub(super) fn row(listed: Listed<'_>, shown: &ShownDifference, look: Look, width: usize, glyphs: Glyphs) -> Line {
    let role = |own| if look == Look::Chosen { Role::Selected } else { own };
    let sign = shown.sign;
    let mark = match look {
        Look::Plain => " ",
        Look::Chosen => ">",
        Look::Here => glyphs.cursor(),
    };
    let name = match width {
        NAMED_FROM.. => column(&name(listed, shown), KIND, glyphs),
        SHORT_FROM.. => column(&name(listed, shown).replace(" the ", " "), SHORT_KIND, glyphs),
        _ => String::new(),
    };
    let text = if look == Look::Here { Role::Headline } else { Role::PanelText };
    let cue = match shown.kind {
        Kind::Finding(kind) if look != Look::Chosen => Some(kind),
        _ => None,
    };
    let runs = [
        Run::new(mark, role(Role::Cursor)),
        Run { cue, ..Run::new(format!("{} ", glyphs.sign(sign)), role(Role::Sign(sign))) },
        Run::new(name, role(Role::Hint)),
        Run::new(column(&place(listed, shown, glyphs), PLACE, glyphs), role(Role::Number)),
        Run::new(words(listed, shown, glyphs), role(text)),
    ];
    fitted(runs, width, role(Role::Blank), glyphs)
}

/// The kind; of several articles held against the base, the ones that lack a passage.
fn name(listed: Listed<'_>, shown: &ShownDifference) -> String {
    let all = listed.spread.comparisons();
    let base = listed.spread.columns.first().filter(|_| all.len() > 1 && shown.kind == Kind::Only(Side::Left));
    let Some((base, difference)) = base.zip(listed.difference(shown)) else { return shown.kind.name().to_owned() };
    let lacking = base.against.iter().filter(|a| matches!(a.standing(difference.sentence), Standing::Only { .. }));
    let lacking: Vec<&str> =
        lacking.map(|against| listed.spread.story.articles[against.other()].label.as_str()).collect();
    if lacking.len() == all.len() { shown.kind.name().to_owned() } else { format!("not in {}", lacking.join(", ")) }
}

/// `A ¶5`: the article and the paragraph where it is read.
fn place(listed: Listed<'_>, shown: &ShownDifference, glyphs: Glyphs) -> String {
    let article = listed.spread.article(shown.at.column);
    let number = article.paragraph_at(shown.at.offset).map_or(0, ParagraphId::index) + 1;
    format!("{} {}{number}", article.label, glyphs.paragraph())
}

/// The words where it is read, and the counterpart's.
fn words(listed: Listed<'_>, shown: &ShownDifference, glyphs: Glyphs) -> String {
    let articles = &listed.spread.story.articles;
    let several = listed.spread.comparisons().len() > 1;
    let text = |(number, (id, span)): (usize, (ArticleId, Span))| {
        let whose = if several && number > 0 { format!("{}: ", articles[id].label) } else { String::new() };
        // Passages without a counterpart may be megabytes long, and no more than a line of them is seen.
        let (begin, _) = cut(span.of(&articles[id].text), MOST);
        format!("{whose}{}", isolated(&one_line(begin)))
    };
    let arrow = if glyphs.is_ascii() { " <-> " } else { " ↔ " };
    listed.words(shown).into_iter().enumerate().map(text).collect::<Vec<_>>().join(arrow)
}

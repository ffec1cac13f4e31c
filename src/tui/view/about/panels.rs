//! What is said of the line that is chosen in a list, in the story or among the sources: what cannot be seen in that line.

use crate::{
    page::{Against, DifferenceKind, Sign},
    tui::{
        panel::{list::List, sources::Sources},
        state::{Panel, State},
    },
};

/// What is said of the chosen line of `panel`, with the sign it begins with, the fullest wording first; none where the passage under
/// the cursor is what the reader looks at.
pub(super) fn said(state: &State, panel: &Panel) -> Option<(Option<Sign>, Vec<String>)> {
    match panel {
        Panel::List(list) => difference(state, list),
        Panel::Story(table) => Some((None, table.said().into_iter().collect())),
        Panel::Sources(sources) => Some((None, passage(state, sources).into_iter().collect())),
        _ => None,
    }
}

/// Why the chosen difference is told.
fn difference(state: &State, list: &List) -> Option<(Option<Sign>, Vec<String>)> {
    let listed = state.listed()?;
    let shown = listed.differences.get(list.chosen(listed)?)?;
    let spread = &state.reading.page.spread;
    let Against { compared, .. } = spread.comparisons().get(shown.comparison)?;
    let difference = compared.marks.differences.get(shown.difference)?;
    if let DifferenceKind::Finding(number, _) = difference.kind {
        let finding = compared.comparison.findings.get(number)?;
        return Some((Some(Sign::Cue), vec![finding.why.clone()]));
    }
    let against = Against { compared: compared.clone(), side: difference.side };
    let article = compared.pair().on(difference.side);
    let column = spread.columns.get(spread.column_of(article)?)?;
    Some(super::standing(state, &against, article, column.place, difference.sentence))
}

/// The passage in which the chosen source speaks.
fn passage(state: &State, sources: &Sources) -> Option<String> {
    let at = sources.chosen()?;
    let article = state.story.articles.get(at.article)?;
    let sentence = article.sentences.partition_point(|sentence| sentence.start <= at.offset).checked_sub(1)?;
    let sentence = article.sentences.get(sentence)?;
    let number = sentence.paragraph.index() + 1;
    let words = sentence.span().of(&article.text).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(format!("{} {}{number}: {words}", article.label, state.look.glyphs.paragraph()))
}

//! What is said of the difference that is chosen in the list: what cannot be seen in its line.

use super::Lead;
use crate::{
    page::{Against, DifferenceKind},
    tui::{panel::list::List, state::State},
};

/// Why the difference chosen in `list` is told, with the sign it begins with, the fullest wording first.
pub(super) fn difference(state: &State, list: &List) -> Option<(Lead, Vec<String>)> {
    let listed = state.listed()?;
    let shown = listed.differences.get(list.chosen(listed)?)?;
    let spread = &state.reading.page.spread;
    let Against { compared, .. } = spread.comparisons().get(shown.comparison)?;
    let difference = compared.marks.differences.get(shown.difference)?;
    if let DifferenceKind::Finding(number, _) = difference.kind {
        let finding = compared.comparison.findings.get(number)?;
        return Some((finding.kind.into(), vec![finding.why_with_order()]));
    }
    let against = Against { compared: compared.clone(), side: difference.side };
    let article = compared.pair().on(difference.side);
    let column = spread.columns.get(spread.column_of(article)?)?;
    let (sign, wordings) = super::standing(state, &against, article, column.place, difference.sentence);
    Some((sign.into(), wordings))
}

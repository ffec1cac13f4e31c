//! Ranges and scores of two figures: "10 to 15 km", "52 to 48".

use super::{Figure, Reader, Value, Written, amount::Amount, meaning::Meaning};

impl Reader<'_> {
    /// "10 to 15 km", "between 10 and 15 million": not "rose from 10 to 15", which is a change. "52 to 48" is a score.
    pub(super) fn range(&self, figure: &Figure) -> Option<Figure> {
        let Value::Amount(first) = figure.value else { return None };
        if self.meaning(figure.end) == Some(Meaning::Votes) {
            return self.votes(figure, first.least);
        }
        let before = figure.start.checked_sub(1).and_then(|before| self.meaning(before));
        let joins = match self.meaning(figure.end) {
            Some(Meaning::To) => before != Some(Meaning::From),
            Some(Meaning::And) => before == Some(Meaning::Between),
            // "$10-$15".
            _ => self.form(figure.end) == "-" && self.glued(figure.end - 1) && self.glued(figure.end),
        };
        if !joins || first.is_range() {
            return None;
        }
        let next = self.single(figure.end + 1, figure.end + 1)?;
        let Value::Amount(second) = next.value else { return None };
        let bare = first.unit.is_empty() || first.unit == second.unit;
        let word = self.form(figure.end);
        if word == "to"
            && first.least > second.least
            && first.unit.is_empty()
            && second.unit.is_empty()
            && first.most < 1000.0
        {
            return Some(Figure { start: figure.start, end: next.end, value: Value::Score(first.least, second.least) });
        }
        // "150 to 200 million" has its scale and unit once.
        let raw = match self.meaning(figure.end + 1) {
            Some(Meaning::Number(number)) => Some(number),
            _ => match self.written(figure.end + 1) {
                Some(Written::Amount { least, suffix: "", .. }) => Some(least),
                _ => None,
            },
        };
        let once =
            raw.filter(|raw| figure.end == figure.start + 1 && first.least * 10.0 < second.least && first.least < *raw);
        let in_unit = if first.unit.is_empty() { second.factor } else { 1.0 };
        let least = once.map_or(first.least * in_unit, |raw| first.least * (second.least / raw));
        let near = word != "or" || second.least <= least.max(1.0) * 3.0;
        (bare && near && least < second.least && !second.is_range() && !first.signed && !second.signed).then(|| {
            let range = Amount { least, most: second.most, hold: first.hold, ..second };
            Figure { start: figure.start, end: next.end, value: Value::Amount(range) }
        })
    }

    /// "312 votes to 298", of which the first figure is `figure`.
    fn votes(&self, figure: &Figure, first: f64) -> Option<Figure> {
        let other_at = figure.end + 2;
        let to = self.meaning(figure.end + 1) == Some(Meaning::To);
        let before = figure.start.checked_sub(1).and_then(|before| self.meaning(before));
        let other = self.plain(other_at).filter(|_| to && before != Some(Meaning::From))?;
        (first > other).then(|| Figure { start: figure.start, end: other_at + 1, value: Value::Score(first, other) })
    }
}

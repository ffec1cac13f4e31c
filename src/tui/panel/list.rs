//! Every difference of the pair as a line: its sign and kind, its place, its words. Kinds are filtered with one key each.

use std::collections::BTreeSet;

use super::{
    Outcome, Place,
    lines::{column, filled, fitted, heading, one_line},
};
use crate::{
    compare::FindingKind,
    page::{Compared, Difference, DifferenceKind, Glyphs, Line, Role, Run, Sign},
    story::{ParagraphId, Side, Story},
    text::width::columns,
    tui::{
        command::Command,
        keymap::{Keymap, View},
    },
};

/// A kind of difference, as the reader filters by it. Sides are those of the screen: left is the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Only one side has it.
    Only(Side),
    /// It stands elsewhere on the other side.
    Moved,
    /// The other side says it in other words.
    Reworded,
    /// The other side has a part of it.
    Partial,
    /// A finding of this kind.
    Finding(FindingKind),
}

/// Each kind with the command that filters by it, in the order they are shown.
const KINDS: [(Command, Kind); 17] = [
    (Command::ShowOnlyLeft, Kind::Only(Side::Left)),
    (Command::ShowOnlyRight, Kind::Only(Side::Right)),
    (Command::ShowMoved, Kind::Moved),
    (Command::ShowReworded, Kind::Reworded),
    (Command::ShowPartial, Kind::Partial),
    (Command::ShowHeadline, Kind::Finding(FindingKind::Headline)),
    (Command::ShowAttribution, Kind::Finding(FindingKind::Attribution)),
    (Command::ShowSource, Kind::Finding(FindingKind::Source)),
    (Command::ShowHedge, Kind::Finding(FindingKind::Hedge)),
    (Command::ShowLoaded, Kind::Finding(FindingKind::Loaded)),
    (Command::ShowNaming, Kind::Finding(FindingKind::Naming)),
    (Command::ShowEvaluation, Kind::Finding(FindingKind::Evaluation)),
    (Command::ShowInterpretation, Kind::Finding(FindingKind::Interpretation)),
    (Command::ShowBackground, Kind::Finding(FindingKind::Background)),
    (Command::ShowQuotation, Kind::Finding(FindingKind::Quotation)),
    (Command::ShowFigure, Kind::Finding(FindingKind::Figure)),
    (Command::ShowPlacement, Kind::Finding(FindingKind::Placement)),
];

impl Kind {
    /// The kind of `difference`, where the article on side `base` of its pair is the base.
    #[must_use]
    pub fn of(difference: &Difference, base: Side) -> Self {
        match difference.kind {
            DifferenceKind::Only(side) => Self::Only(if side == base { Side::Left } else { Side::Right }),
            DifferenceKind::Moved(_) => Self::Moved,
            DifferenceKind::Reworded(_) => Self::Reworded,
            DifferenceKind::Partial(_) => Self::Partial,
            DifferenceKind::Finding(_, kind) => Self::Finding(kind),
        }
    }

    /// Its name for the reader.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Only(Side::Left) => "only in the base",
            Self::Only(Side::Right) => "not in the base",
            Self::Moved => "moved",
            Self::Reworded => "reworded",
            Self::Partial => "partial",
            Self::Finding(kind) => kind.name(),
        }
    }

    fn sign(self) -> Sign {
        match self {
            Self::Only(side) => Sign::Only(side),
            Self::Moved => Sign::MovedDown,
            Self::Reworded => Sign::Reworded,
            Self::Partial => Sign::Partial,
            Self::Finding(_) => Sign::Cue,
        }
    }
}

/// The kinds that the reader wants to see; none chosen means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter(BTreeSet<Kind>);

impl Filter {
    /// Whether `kind` is shown.
    #[must_use]
    pub fn admits(&self, kind: Kind) -> bool {
        self.0.is_empty() || self.0.contains(&kind)
    }

    /// Whether anything is hidden.
    #[must_use]
    pub fn is_on(&self) -> bool {
        !self.0.is_empty()
    }

    /// The kinds shown, as words: `moved, figure`; empty when all are.
    #[must_use]
    pub fn said(&self) -> String {
        self.0.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ")
    }

    /// Changes what is shown, if `command` is about that: a kind is added to those shown, or taken out again. Says whether it is.
    pub fn apply(&mut self, command: Command) -> bool {
        if command == Command::ShowAll {
            self.0.clear();
            return true;
        }
        let Some((_, kind)) = KINDS.iter().find(|(known, _)| *known == command) else { return false };
        if !self.0.remove(kind) {
            self.0.insert(*kind);
        }
        true
    }
}

/// The list of differences.
#[derive(Clone, Debug, Default)]
pub struct List {
    place: Place,
}

/// What the list shows: a compared pair of a story, and the side of it that is the base.
#[derive(Clone, Copy)]
pub struct Listed<'a> {
    /// The story.
    pub story: &'a Story,
    /// The pair.
    pub compared: &'a Compared,
    /// The side of the pair that is the base.
    pub base: Side,
}

impl Listed<'_> {
    /// The differences that `filter` admits, as indices into those of the pair.
    fn admitted(&self, filter: &Filter) -> Vec<usize> {
        let all = self.compared.marks.differences.iter().enumerate();
        all.filter(|(_, difference)| filter.admits(Kind::of(difference, self.base))).map(|(index, _)| index).collect()
    }

    fn count(&self, kind: Kind) -> usize {
        self.compared.marks.differences.iter().filter(|difference| Kind::of(difference, self.base) == kind).count()
    }
}

impl List {
    /// The list, with the difference `at` chosen (an index into those of the pair), or the first after it that is shown.
    #[must_use]
    pub fn new(listed: Listed<'_>, filter: &Filter, at: usize) -> Self {
        let chosen = listed.admitted(filter).iter().take_while(|index| **index < at).count();
        Self { place: Place { at: chosen, ..Place::default() } }
    }

    /// The difference that is chosen, as an index into those of the pair.
    #[must_use]
    pub fn chosen(&self, listed: Listed<'_>, filter: &Filter) -> Option<usize> {
        listed.admitted(filter).get(self.place.at).copied()
    }

    /// What `command` does to it, when it is shown in `height` lines of `width` columns.
    pub fn apply(
        &mut self,
        command: Command,
        count: usize,
        listed: Listed<'_>,
        filter: &mut Filter,
        rows: usize,
    ) -> Outcome {
        let before = self.chosen(listed, filter);
        match command {
            Command::Cancel => return Outcome::Close,
            Command::Accept => return before.map_or(Outcome::Stay, Outcome::Difference),
            _ if filter.apply(command) => *self = Self::new(listed, filter, before.unwrap_or(0)),
            _ => {}
        }
        let length = listed.admitted(filter).len();
        self.place.step(command, count, length, rows);
        self.place.fit(length, rows);
        Outcome::Stay
    }

    /// How many lines of differences fit a panel of `height` lines of `width` columns.
    #[must_use]
    pub fn rows(listed: Listed<'_>, filter: &Filter, keymap: &Keymap, width: usize, height: usize) -> usize {
        height.saturating_sub(1 + chips(listed, filter, keymap, width, Glyphs::UNICODE).len()).max(1)
    }

    /// Chooses the difference at `row` of its lines, as a click does. Says whether there is one.
    pub fn click(
        &mut self,
        row: usize,
        listed: Listed<'_>,
        filter: &Filter,
        keymap: &Keymap,
        (width, height): (usize, usize),
    ) -> bool {
        let above = 1 + chips(listed, filter, keymap, width, Glyphs::UNICODE).len();
        let length = listed.admitted(filter).len();
        let index = self.place.shown(length, height.saturating_sub(above)).start + row.saturating_sub(above);
        let there = row >= above && index < length;
        if there {
            self.place.at = index;
        }
        there
    }

    /// Its lines: exactly `height` of `width` columns.
    #[must_use]
    pub fn lines(
        &self,
        listed: Listed<'_>,
        filter: &Filter,
        keymap: &Keymap,
        (width, height): (usize, usize),
        glyphs: Glyphs,
    ) -> Vec<Line> {
        let admitted = listed.admitted(filter);
        let all = listed.compared.marks.differences.len();
        let said = match (admitted.len(), filter.is_on()) {
            (shown, true) => format!("{shown} of {all}"),
            (shown, false) => format!("{shown} in all"),
        };
        let mut lines = vec![heading("Differences", &said, width, glyphs)];
        lines.extend(chips(listed, filter, keymap, width, glyphs));
        let rows = height.saturating_sub(lines.len());
        if admitted.is_empty() {
            let why = if all == 0 { " Nothing differs." } else { " None of this kind here; 0 shows every kind." };
            lines.push(fitted([Run::new(why, Role::Note)], width, Role::Blank, glyphs));
        }
        for index in self.place.shown(admitted.len(), rows) {
            let found = admitted.get(index).and_then(|at| listed.compared.marks.differences.get(*at));
            let Some(difference) = found else { continue };
            lines.push(row(listed, difference, index == self.place.at, width, glyphs));
        }
        filled(lines, width, height)
    }
}

/// The kinds that occur, each with its key and how often: what is shown stands out.
fn chips(listed: Listed<'_>, filter: &Filter, keymap: &Keymap, width: usize, glyphs: Glyphs) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut runs = vec![Run::blank(1)];
    let mut used = 1;
    let offered =
        KINDS.iter().map(|(command, kind)| (*command, *kind, listed.count(*kind))).filter(|(_, _, count)| *count > 0);
    for (command, kind, count) in offered {
        let key = keymap.keys(View::List, command).first().map(ToString::to_string).unwrap_or_default();
        let name = format!(" {} {count}", kind.name());
        let wide = usize::from(columns(&key).0) + usize::from(columns(&name).0) + 2;
        if used + wide > width && used > 1 {
            lines.push(fitted(std::mem::replace(&mut runs, vec![Run::blank(1)]), width, Role::Blank, glyphs));
            used = 1;
        }
        let chosen = filter.is_on() && filter.admits(kind);
        let role = if chosen { Role::Selected } else { Role::Hint };
        runs.extend([
            Run::new(key, if chosen { Role::Selected } else { Role::Key }),
            Run::new(name, role),
            Run::blank(2),
        ]);
        used += wide;
    }
    if used > 1 {
        lines.push(fitted(runs, width, Role::Blank, glyphs));
    }
    lines
}

/// Columns of a line's kind and place.
const KIND: usize = 17;
const PLACE: usize = 8;

fn row(listed: Listed<'_>, difference: &Difference, chosen: bool, width: usize, glyphs: Glyphs) -> Line {
    let role = |own| if chosen { Role::Selected } else { own };
    let kind = Kind::of(difference, listed.base);
    let pair = listed.compared.pair();
    let article = |side| &listed.story.articles[pair.on(side)];
    let (own, other) = (article(difference.side), article(difference.side.other()));
    let paragraph =
        own.sentences.get(difference.sentence.index()).map_or(ParagraphId::new(0), |sentence| sentence.paragraph);
    let place = format!("{} {}{}", own.label, glyphs.paragraph(), paragraph.index() + 1);
    let words = one_line(difference.span.of(&own.text));
    let arrow = if glyphs.is_ascii() { " <-> " } else { " ↔ " };
    let counterpart = difference.counterpart.map(|span| one_line(span.of(&other.text)));
    let text = counterpart.map_or_else(|| words.clone(), |counterpart| format!("{words}{arrow}{counterpart}"));
    let name = if width < 60 { String::new() } else { column(kind.name(), KIND, glyphs) };
    let runs = [
        Run::new(if chosen { ">" } else { " " }, role(Role::Key)),
        Run::new(format!("{} ", glyphs.sign(kind.sign())), role(Role::Sign(kind.sign()))),
        Run::new(name, role(Role::Hint)),
        Run::new(column(&place, PLACE, glyphs), role(Role::Number)),
        Run::new(text, role(Role::PanelText)),
    ];
    fitted(runs, width, role(Role::Blank), glyphs)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Arc;

    use super::{super::lines::picture, *};
    use crate::{
        comparison::{Comparison, Settings},
        intake,
        lexicon::Lexicon,
    };

    fn sample() -> (Arc<Story>, Compared) {
        let story = intake::sample();
        let pair = story.pairs().next().unwrap();
        let whole = Comparison::new(Arc::new(story), &[pair], Settings::default(), &Lexicon::bundled());
        let compared = Compared::new(&whole.story, Arc::clone(&whole.pairs[0]));
        let story = whole.story;
        (story, compared)
    }

    #[test]
    fn the_list_counts_each_kind_and_every_line_is_as_wide_as_the_panel() {
        let (story, compared) = sample();
        let listed = Listed { story: &story, compared: &compared, base: Side::Left };
        let keymap = Keymap::bundled();
        for width in [30, 44, 60, 100, 160] {
            let filter = Filter::default();
            let lines = List::new(listed, &filter, 0).lines(listed, &filter, &keymap, (width, 20), Glyphs::UNICODE);
            assert_eq!(lines.len(), 20);
            for line in &lines {
                assert_eq!(line.columns(), width, "{}", line.text());
            }
            let all = compared.marks.differences.len();
            assert!(picture(&lines).contains(&format!("{all} in all")), "{}", picture(&lines));
        }
    }

    #[test]
    fn a_kind_s_key_shows_it_alone_and_the_chosen_difference_stays_chosen() {
        let (story, compared) = sample();
        let listed = Listed { story: &story, compared: &compared, base: Side::Left };
        let mut filter = Filter::default();
        let mut list = List::default();
        list.apply(Command::Bottom, 1, listed, &mut filter, 10);
        let last = list.chosen(listed, &filter).unwrap();
        list.apply(Command::ShowOnlyRight, 1, listed, &mut filter, 10);
        assert_eq!(filter.said(), "not in the base");
        assert!(
            listed
                .admitted(&filter)
                .iter()
                .all(|at| { Kind::of(&compared.marks.differences[*at], Side::Left) == Kind::Only(Side::Right) })
        );
        assert!(list.chosen(listed, &filter).unwrap() <= last);
        list.apply(Command::ShowAll, 1, listed, &mut filter, 10);
        assert!(!filter.is_on());
        assert_eq!(
            list.apply(Command::Accept, 1, listed, &mut filter, 10),
            Outcome::Difference(list.chosen(listed, &filter).unwrap())
        );
    }

    #[test]
    fn a_kind_s_side_is_that_of_the_screen() {
        let (_, compared) = sample();
        let only =
            compared.marks.differences.iter().find(|d| matches!(d.kind, DifferenceKind::Only(Side::Left))).unwrap();
        assert_eq!(Kind::of(only, Side::Left), Kind::Only(Side::Left));
        assert_eq!(Kind::of(only, Side::Right), Kind::Only(Side::Right));
    }
}

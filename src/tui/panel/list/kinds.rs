//! The kinds of differences that occur, each with its key and how often; and which key chooses which.

use std::ops::Range;

use super::Listed;
use crate::{
    compare::FindingKind,
    page::{Glyphs, Kind, Kinds, Line, Role, Run},
    story::Side,
    text::width::columns,
    tui::{
        command::Command,
        keymap::{Keymap, View},
        panel::lines::fitted,
    },
};

/// Each kind with the command that filters by it, in the order they are shown.
pub const KINDS: [(Command, Kind); 17] = [
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

/// What `kinds` become by `command`: with another kind shown, or without it, or all; none when the command is not about that.
#[must_use]
pub fn chosen(kinds: Kinds, command: Command) -> Option<Kinds> {
    if command == Command::ShowAll {
        return Some(Kinds::default());
    }
    KINDS.iter().find(|(known, _)| *known == command).map(|(_, kind)| kinds.toggled(*kind))
}

/// The kinds that occur, each with its key and how often: what is shown stands out. None are hidden without the key that shows all.
/// They leave some of a panel of `height` lines to the list.
pub(super) fn lines(listed: Listed<'_>, keymap: &Keymap, size: (usize, usize), glyphs: Glyphs) -> Vec<Line> {
    laid(listed, keymap, size, glyphs).0
}

/// The command of the kind that stands in column `x` of row `row` of a list of `size` columns and lines, if one does.
#[must_use]
pub fn at(listed: Listed<'_>, keymap: &Keymap, size: (usize, usize), (x, row): (usize, usize)) -> Option<Command> {
    let (_, chips) = laid(listed, keymap, size, Glyphs::UNICODE);
    // The heading stands above.
    chips.into_iter().find(|(line, columns, _)| line + 1 == row && columns.contains(&x)).map(|(.., command)| command)
}

/// Where a kind stands: the line, the columns, the command that chooses it.
type Chip = (usize, Range<usize>, Command);

/// The lines, and where each kind stands in them.
fn laid(
    listed: Listed<'_>,
    keymap: &Keymap,
    (width, height): (usize, usize),
    glyphs: Glyphs,
) -> (Vec<Line>, Vec<Chip>) {
    let mut chips: Vec<(Command, String, bool)> = Vec::new();
    for (command, kind) in KINDS {
        let chosen = listed.kinds.is_on() && listed.kinds.admits(kind);
        let count = listed.counts[kind.place()];
        if count > 0 || chosen {
            chips.push((command, format!("{} {count}", kind.name()), chosen));
        }
    }
    if listed.kinds.is_on() {
        chips.push((Command::ShowAll, "all".to_owned(), false));
    }
    let (mut lines, mut places) = (Vec::new(), Vec::new());
    let mut runs = Vec::new();
    let mut used = 0;
    for (command, name, chosen) in chips {
        let key = keymap.keys(View::List, command).first().map(ToString::to_string).unwrap_or_default();
        let wide = usize::from(columns(&key).0) + usize::from(columns(&name).0) + 1;
        if used > 0 && used + 2 + wide > width {
            lines.push(fitted(std::mem::take(&mut runs), width, Role::Blank, glyphs));
            used = 0;
        }
        let before = if used == 0 { 1 } else { 2 };
        let role = |own| if chosen { Role::Selected } else { own };
        let chip = [Run::blank(before), Run::new(key, role(Role::Key)), Run::new(format!(" {name}"), role(Role::Hint))];
        runs.extend(chip);
        places.push((lines.len(), used + before..used + before + wide, command));
        used += before + wide;
    }
    if used > 0 {
        lines.push(fitted(runs, width, Role::Blank, glyphs));
    }
    // Three lines at least are the list's.
    let most = height.saturating_sub(4);
    if lines.len() > most {
        lines.truncate(most.saturating_sub(1));
        let keys = keymap.keys(View::List, Command::Help);
        let key = keys.first().map(ToString::to_string).unwrap_or_default();
        let further = [Run::blank(1), Run::new(key, Role::Key), Run::new(" shows the other keys", Role::Hint)];
        places.retain(|(line, ..)| *line < lines.len());
        lines.push(fitted(further, width, Role::Blank, glyphs));
        lines.truncate(most);
    }
    (lines, places)
}

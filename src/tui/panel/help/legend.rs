//! What the signs and the colours of the reading view mean.

use crate::{
    page::{Glyphs, Kind, Line, Piece, Role, Run, Sign, wrap},
    story::Side,
    tui::panel::lines::fitted,
};

/// What the signs beside and in the text mean, and what colour the words of each kind of finding have; an empty line behind them.
pub(super) fn signs(width: usize, glyphs: Glyphs) -> Vec<Line> {
    const SIGNS: [(Sign, &str); 8] = [
        (Sign::Only(Side::Left), "only in the base"),
        (Sign::Only(Side::Right), "not in the base"),
        (Sign::Same, "the same"),
        (Sign::Reworded, "reworded"),
        (Sign::Partial, "shares a part"),
        (Sign::MovedDown, "moved: the counterpart is further down"),
        (Sign::MovedUp, "further up"),
        (Sign::Folded, "folded: alike, or furniture (of the page, as a dateline)"),
    ];
    let room = width.saturating_sub(4).max(8);
    let said = SIGNS.map(|(sign, means)| {
        let means = format!("{}{GAP}", means.replace(' ', "\u{a0}"));
        (format!("{}\u{a0}", glyphs.sign(sign)), means, Role::Sign(sign))
    });
    let said = said.iter().flat_map(|(sign, means, role)| [Piece::new(sign, *role), Piece::new(means, Role::Hint)]);
    let mut lines = wrap(&said.collect::<Vec<_>>(), room);
    lines.extend(findings(room, glyphs));
    let partial = glyphs.sign(Sign::Partial);
    let shared = format!(
        "{partial} In what shares a part, changed words are marked in the shared part; clauses that one alone holds look like what is only there."
    );
    lines.extend(wrap(&[Piece::new(&shared, Role::Hint)], room));
    let place = format!(
        "A place before a passage (B {}9) says where its counterpart stands, where that is not level with it.",
        glyphs.paragraph()
    );
    lines.extend(wrap(&[Piece::new(&place, Role::Hint)], room));
    let three = format!(
        "Of three articles side by side, a sign between two columns says how the row of the right one relates to the base: {partial}A, \
         it shares a part with A."
    );
    lines.extend(wrap(&[Piece::new(&three, Role::Hint)], room));
    lines.push(Vec::new());
    let beside = |runs: Vec<Run>| fitted([Run::blank(2)].into_iter().chain(runs), width, Role::Blank, glyphs);
    lines.into_iter().map(beside).collect()
}

/// Behind a thing of a legend: a line may be broken at its end alone.
const GAP: &str = "\u{a0}\u{a0} ";

/// The kinds of findings, each as its words are marked in the text.
fn findings(room: usize, glyphs: Glyphs) -> Vec<Vec<Run>> {
    let sign = format!("{}\u{a0}", glyphs.sign(Sign::Cue));
    let said = "a finding; its words are underlined (of long ones the first and the last, or what was cut), by kind: ";
    let said = [Piece::new(&sign, Role::Sign(Sign::Cue)), Piece::new(said, Role::Hint)];
    let kinds = Kind::ALL.map(|kind| match kind {
        Kind::Finding(cue) => Some((cue, kind.name().replace(' ', "\u{a0}"))),
        _ => None,
    });
    let kinds = kinds.iter().flatten();
    let kinds = kinds.flat_map(|(cue, name)| {
        [Piece { cue: Some(*cue), ..Piece::new(name, Role::Plain) }, Piece::new(GAP, Role::Hint)]
    });
    wrap(&said.into_iter().chain(kinds).collect::<Vec<_>>(), room)
}

//! The names of roles in theme files, each with the more general names it falls back on.

use crate::{
    compare::FindingKind,
    page::{Role, Sign},
    story::Side,
};

/// Every role, with its name and then the names it falls back on, the nearest first.
pub(super) fn roles() -> impl Iterator<Item = (Role, Vec<String>)> {
    let plain = [
        (Role::Plain, "plain"),
        (Role::Headline, "headline"),
        (Role::Removed, "removed"),
        (Role::Added, "added"),
        (Role::Minor, "minor"),
        (Role::Moved, "moved"),
        (Role::Boilerplate, "boilerplate"),
        (Role::Note, "note"),
        (Role::Number, "number"),
        (Role::Rule, "rule"),
        (Role::Blank, "blank"),
        (Role::Cursor, "cursor"),
        (Role::Hit, "hit"),
        (Role::CurrentHit, "current-hit"),
        (Role::Title, "title"),
        (Role::Status, "status"),
        (Role::About, "about"),
        (Role::Key, "key"),
        (Role::Hint, "hint"),
        (Role::Panel, "panel"),
        (Role::PanelText, "panel-text"),
        (Role::Selected, "selected"),
        (Role::Input, "input"),
        (Role::Done, "done"),
        (Role::Error, "error"),
        (Role::Viewport, "viewport"),
    ];
    let plain = plain.into_iter().map(|(role, name)| (role, vec![name.to_owned()]));
    let sided = Side::BOTH.into_iter().flat_map(|side| {
        let side_name = side_name(side);
        [
            (Role::Figure(side), vec![format!("figure-{side_name}"), "figure".to_owned()]),
            (Role::Only(side), vec![format!("only-{side_name}"), "only".to_owned()]),
        ]
    });
    let cues = FindingKind::ALL
        .into_iter()
        .map(|kind| (Role::Cue(kind), vec![format!("cue-{}", kind.name()), "cue".to_owned()]));
    let signs = SIGNS.into_iter().map(|sign| {
        let name = sign_name(sign);
        let general =
            name.rsplit_once('-').filter(|(general, _)| *general != "sign").map(|(general, _)| general.to_owned());
        (Role::Sign(sign), [Some(name.clone()), general, Some("sign".to_owned())].into_iter().flatten().collect())
    });
    plain.chain(sided).chain(cues).chain(signs)
}

/// A figure is a changed word first: what its own style leaves open, the word's style says.
pub(super) fn under(names: &[String]) -> Option<&'static str> {
    match names.first().map(String::as_str) {
        Some("figure-left") => Some("removed"),
        Some("figure-right") => Some("added"),
        _ => None,
    }
}

const SIGNS: [Sign; 9] = [
    Sign::Same,
    Sign::Reworded,
    Sign::Partial,
    Sign::Only(Side::Left),
    Sign::Only(Side::Right),
    Sign::MovedUp,
    Sign::MovedDown,
    Sign::Cue,
    Sign::Folded,
];

fn sign_name(sign: Sign) -> String {
    match sign {
        Sign::Same => "sign-same".to_owned(),
        Sign::Reworded => "sign-reworded".to_owned(),
        Sign::Partial => "sign-partial".to_owned(),
        Sign::Only(side) => format!("sign-only-{}", side_name(side)),
        Sign::MovedUp => "sign-moved-up".to_owned(),
        Sign::MovedDown => "sign-moved-down".to_owned(),
        Sign::Cue => "sign-cue".to_owned(),
        Sign::Folded => "sign-folded".to_owned(),
    }
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

//! Kinds of differences, as a reader tells them apart, and a choice among them.

use super::{difference::DifferenceKind, marks::Standing, role::Sign};
use crate::{
    align::Grade,
    compare::{ChangeClass, FindingKind},
    story::Side,
};

/// A kind of difference. Sides are those of the screen: left is the base.
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

impl Kind {
    /// All of them, in the order they are offered to a reader.
    pub const ALL: [Self; 17] = [
        Self::Only(Side::Left),
        Self::Only(Side::Right),
        Self::Moved,
        Self::Reworded,
        Self::Partial,
        Self::Finding(FindingKind::Headline),
        Self::Finding(FindingKind::Attribution),
        Self::Finding(FindingKind::Source),
        Self::Finding(FindingKind::Hedge),
        Self::Finding(FindingKind::Loaded),
        Self::Finding(FindingKind::Naming),
        Self::Finding(FindingKind::Evaluation),
        Self::Finding(FindingKind::Interpretation),
        Self::Finding(FindingKind::Background),
        Self::Finding(FindingKind::Quotation),
        Self::Finding(FindingKind::Figure),
        Self::Finding(FindingKind::Placement),
    ];

    /// The kind of `difference`, where the article on side `base` of its pair is the base.
    #[must_use]
    pub fn of(difference: DifferenceKind, base: Side) -> Self {
        match difference {
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
            Self::Finding(FindingKind::Figure) => "figure, name",
            Self::Finding(kind) => kind.name(),
        }
    }

    /// The sign it is marked with.
    #[must_use]
    pub fn sign(self) -> Sign {
        match self {
            Self::Only(side) => Sign::Only(side),
            Self::Moved => Sign::MovedDown,
            Self::Reworded => Sign::Reworded,
            Self::Partial => Sign::Partial,
            Self::Finding(_) => Sign::Cue,
        }
    }

    /// Where it stands in [`Kind::ALL`].
    #[must_use]
    pub fn place(self) -> usize {
        match self {
            Self::Only(Side::Left) => 0,
            Self::Only(Side::Right) => 1,
            Self::Moved => 2,
            Self::Reworded => 3,
            Self::Partial => 4,
            Self::Finding(kind) => {
                5 + match kind {
                    FindingKind::Headline => 0,
                    FindingKind::Attribution => 1,
                    FindingKind::Source => 2,
                    FindingKind::Hedge => 3,
                    FindingKind::Loaded => 4,
                    FindingKind::Naming => 5,
                    FindingKind::Evaluation => 6,
                    FindingKind::Interpretation => 7,
                    FindingKind::Background => 8,
                    FindingKind::Quotation => 9,
                    FindingKind::Figure => 10,
                    FindingKind::Placement => 11,
                }
            }
        }
    }

    fn bit(self) -> u32 {
        1 << self.place()
    }
}

/// The kinds that the reader wants to see; none chosen means all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u32);

impl Kinds {
    /// Whether `kind` is shown.
    #[must_use]
    pub fn admits(self, kind: Kind) -> bool {
        !self.is_on() || self.0 & kind.bit() != 0
    }

    /// Whether links of `grade` are marked: what is the same is no difference, and is marked whatever is chosen.
    #[must_use]
    pub fn admits_grade(self, grade: Grade) -> bool {
        match grade {
            Grade::Same => true,
            Grade::Reworded => self.admits(Kind::Reworded),
            Grade::Partial => self.admits(Kind::Partial),
        }
    }

    /// Whether a passage that is `standing`, in the article shown at `place`, is marked, and the words inside it.
    #[must_use]
    pub fn admits_standing(self, standing: Standing, place: Side) -> bool {
        match standing {
            Standing::Linked { grade, .. } => self.admits_grade(grade),
            Standing::Elsewhere { moved: true, .. } => self.admits(Kind::Moved),
            Standing::Elsewhere { grade, .. } => self.admits_grade(grade),
            Standing::Only { .. } => self.admits(Kind::Only(place)),
            Standing::Furniture { .. } => true,
        }
    }

    /// Whether a change of `class`, inside a passage that is `standing`, is marked: a changed figure is a difference of its own.
    #[must_use]
    pub fn admits_change(self, class: ChangeClass, standing: Standing, place: Side) -> bool {
        let figure = class == ChangeClass::Number && self.admits(Kind::Finding(FindingKind::Figure));
        figure || self.admits_standing(standing, place)
    }

    /// Whether anything is hidden.
    #[must_use]
    pub fn is_on(self) -> bool {
        self.0 != 0
    }

    /// The choice with `kind` added to those shown, or taken out again.
    #[must_use]
    pub fn toggled(self, kind: Kind) -> Self {
        Self(self.0 ^ kind.bit())
    }

    /// How many kinds are chosen.
    #[must_use]
    pub fn count(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The kinds shown, as words: `moved, figure`; empty when all are.
    #[must_use]
    pub fn said(self) -> String {
        let chosen = Kind::ALL.iter().filter(|kind| self.is_on() && self.admits(**kind));
        chosen.map(|kind| kind.name()).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_is_of_a_kind_that_can_be_chosen_alone() {
        for kind in Kind::ALL {
            let chosen = Kinds::default().toggled(kind);
            let admitted: Vec<Kind> = Kind::ALL.into_iter().filter(|other| chosen.admits(*other)).collect();
            assert_eq!(admitted, [kind]);
            assert_eq!(chosen.toggled(kind), Kinds::default());
        }
        for finding in FindingKind::ALL {
            assert!(Kind::ALL.contains(&Kind::Finding(finding)), "{finding:?}");
        }
    }

    #[test]
    fn none_chosen_shows_all_and_says_nothing() {
        assert!(Kind::ALL.into_iter().all(|kind| Kinds::default().admits(kind)));
        assert_eq!(Kinds::default().said(), "");
        let chosen = Kinds::default().toggled(Kind::Finding(FindingKind::Figure)).toggled(Kind::Moved);
        assert_eq!(chosen.said(), "moved, figure, name");
    }

    #[test]
    fn a_kind_s_side_is_that_of_the_screen() {
        assert_eq!(Kind::of(DifferenceKind::Only(Side::Left), Side::Left), Kind::Only(Side::Left));
        assert_eq!(Kind::of(DifferenceKind::Only(Side::Left), Side::Right), Kind::Only(Side::Right));
    }
}

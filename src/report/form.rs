//! What a report can look like.

use std::ops::RangeInclusive;

pub use crate::comparison::Section;
use crate::{
    compare::FindingKind,
    page::{Kind, Kinds},
    story::Side,
};

/// How a report is written.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// The format.
    pub format: Format,
    /// Columns of the text report.
    pub width: u16,
    /// How the text report is set.
    pub layout: Layout,
    /// Whether the text report's own signs are plain ASCII. The articles' words are never changed.
    pub ascii: bool,
    /// The parts wanted, in any order; all when empty.
    pub only: Vec<Section>,
    /// The kinds of differences that are marked and listed, left being the base; all unless some are chosen. JSON has all in any case.
    pub kinds: Kinds,
}

/// The formats of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// To be read and quoted by a person.
    #[default]
    Text,
    /// For other programs: everything, every pair.
    Json,
    /// A page to read and print.
    Html,
    /// Every difference as a row.
    Csv,
}

/// How a text report is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// The two articles side by side.
    #[default]
    Columns,
    /// One below the other, in one column without box drawing.
    Linear,
}

macro_rules! named {
    ($type:ident, $count:literal, $($variant:ident $name:literal),*) => {
        impl $type {
            /// All of them, in the order they are listed.
            pub const ALL: [Self; $count] = [$(Self::$variant),*];

            /// Its name for the reader.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The one called `name`, if there is one.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.name() == name)
            }
        }
    };
}

named!(Format, 4, Text "text", Json "json", Html "html", Csv "csv");
named!(Layout, 2, Columns "columns", Linear "linear");
named!(Section, 5, Rows "rows", OnlyHere "only-here", Findings "findings", Quotations "quotations", Sources "sources");

impl Format {
    /// The endings of files that choose a format.
    pub const ENDINGS: [(&str, Self); 7] = [
        ("txt", Self::Text),
        ("html", Self::Html),
        ("csv", Self::Csv),
        ("json", Self::Json),
        ("text", Self::Text),
        ("md", Self::Text),
        ("htm", Self::Html),
    ];

    /// The format of files that end in `ending` (without the dot), if it is one of ours.
    #[must_use]
    pub fn ending(ending: &str) -> Option<Self> {
        let known = Self::ENDINGS.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(ending));
        known.map(|(_, format)| format)
    }
}

impl Form {
    /// Columns of a text report where nobody says how many: two columns of some 45 letters, as newspapers have them.
    pub const WIDTH: u16 = 100;
    /// The widths that may be asked for, in columns.
    pub const WIDTHS: RangeInclusive<u16> = 40..=1000;

    /// The widths that may be asked for, in words.
    #[must_use]
    pub fn said_widths() -> String {
        format!("{} to {}", Self::WIDTHS.start(), Self::WIDTHS.end())
    }

    /// Whether `section` is wanted.
    #[must_use]
    pub fn wants(&self, section: Section) -> bool {
        let found = |kind| self.kinds.admits(Kind::Finding(kind));
        let of_kinds = match section {
            Section::Rows => true,
            Section::OnlyHere => Side::BOTH.iter().any(|side| self.kinds.admits(Kind::Only(*side))),
            Section::Findings => FindingKind::ALL.into_iter().any(found),
            Section::Quotations => found(FindingKind::Quotation),
            Section::Sources => found(FindingKind::Source),
        };
        of_kinds && (self.only.is_empty() || self.only.contains(&section))
    }
}

//! What a report can look like.

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
    /// The format of files that end in `ending` (without the dot), if it is one of ours.
    #[must_use]
    pub fn ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" | "md" => Some(Self::Text),
            "json" => Some(Self::Json),
            "html" | "htm" => Some(Self::Html),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

impl Form {
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

//! What the letters of a word alone tell of the patterns that may be found at it. Told once for each word of an article, because most
//! tokens are words that none is found at.

use super::productive;

/// What may be found at a word by its letters; none where no pattern goes by them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape(u16);

impl Shape {
    /// A comma.
    pub const COMMA: Self = Self(1);
    /// A hyphen that is a token of its own.
    pub const HYPHEN: Self = Self(1 << 1);
    /// A hyphen among its letters.
    pub const HYPHENED: Self = Self(1 << 2);
    /// `pro`, `anti-…`
    pub const SIDED: Self = Self(1 << 3);
    /// `without`
    pub const WITHOUT: Self = Self(1 << 4);
    /// `the`
    pub const THE: Self = Self(1 << 5);
    /// `like`
    pub const LIKE: Self = Self(1 << 6);
    /// `cynically`
    pub const MANNER: Self = Self(1 << 7);
    /// `murderous`
    pub const JUDGING: Self = Self(1 << 8);
    /// That it has been told; so that a table of shapes can be filled as words are met.
    const TOLD: Self = Self(1 << 9);

    /// The shape of the folded word `form`.
    #[must_use]
    pub fn of(form: &str) -> Self {
        let word = match form {
            "," => Self::COMMA,
            "-" => Self::HYPHEN,
            "pro" | "anti" => Self::SIDED,
            "without" => Self::WITHOUT,
            "the" => Self::THE,
            "like" => Self::LIKE,
            _ => Self::default(),
        };
        let traits = [
            (form.contains('-'), Self::HYPHENED),
            (form.starts_with("pro-") || form.starts_with("anti-"), Self::SIDED),
            (productive::is_of_manner(form), Self::MANNER),
            (productive::judges(form), Self::JUDGING),
        ];
        let bits = traits.into_iter().filter(|(on, _)| *on).fold(word.0 | Self::TOLD.0, |bits, (_, one)| bits | one.0);
        Self(bits)
    }

    /// Whether it has a trait of `other`.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it has been told.
    pub fn is_told(self) -> bool {
        self.has(Self::TOLD)
    }

    /// Whether some pattern goes by it.
    pub fn is_telling(self) -> bool {
        self.0 & !Self::TOLD.0 != 0
    }
}

//! What a word may say of a number. Shared with `build.rs`, which finds what the words of the lists say; so it names nothing outside the
//! standard library.

/// What a word, or a phrase of words, says of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// `five`.
    Number(f64),
    /// `fifth`.
    Ordinal(f64),
    /// `half`, `quarters`: so many make one.
    Fraction(f64),
    /// `million`.
    Scale(f64),
    /// `mille`: a scale, and a number by itself.
    Lone(f64),
    /// `dozen`.
    Dozen(f64),
    /// `la moitié`: so much of a whole.
    Part(f64),
    /// `doubled`: so many times as much.
    Times(f64),
    /// `quarter point`: so much of a percentage point.
    PointPart(f64),
    /// `dozens`: at least about so many.
    Vague(f64),
    /// `about`.
    About,
    /// `more than`.
    Above,
    /// `nearly`, `up to`.
    Below,
    /// `minus`.
    Minus,
    /// `plus`.
    Plus,
    /// `from`.
    From,
    /// `between`.
    Between,
    /// `to`.
    To,
    /// `and`.
    And,
    /// `of`.
    Of,
    /// `a`.
    Article,
    /// `in`, `out of`.
    In,
    /// `per`.
    Per,
    /// `percent`.
    Percent,
    /// `percentage points`, and how many of them one is.
    Points(f64),
    /// A unit.
    Unit(Measure),
    /// A currency's sign or code, which may stand before its figure.
    Sign(&'static str),
    /// From Monday, 1.
    Weekday(i8),
    /// From January, 1.
    Month(i8),
    /// So many days ahead.
    Day(i64),
    /// So many weeks ahead.
    Week(i64),
    /// So many months ahead.
    Months(i64),
    /// So many years ahead.
    Years(i64),
    /// `days ago`: so many days each.
    Ago(i64),
    /// `p.m.`: so many minutes into the day.
    HalfDay(u16),
    /// `noon`: the minute of the day.
    Minute(u16),
    /// `o'clock`.
    OClock,
    /// `votes`: what is counted on two sides.
    Votes,
    /// `killed`: what happened to those who are counted, by the classes that the English list names.
    Fate(u8),
    /// `until`: how a length of time or a day is meant, by the classes that the English list names.
    Frame(u8),
    /// `GMT`.
    Zone(&'static str),
}

/// A unit as a measure in the unit that stands for all of its kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// The name of that unit.
    pub name: &'static str,
    /// How many of it one is.
    pub factor: f64,
    /// What must be added, for scales that begin elsewhere.
    pub shift: f64,
    /// What the word may mean besides: "pounds" are money and weight.
    pub other: Option<(&'static str, f64)>,
}

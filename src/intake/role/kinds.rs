//! What the lists of `assets/roles` tell apart. Shared with `build.rs`, which takes the lists apart; so it names nothing outside the
//! standard library.

/// What a line says by its wording alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Furniture of the page.
    Page,
    /// A heading after which the author is introduced.
    AuthorHeading,
    /// An introduction of the author; to be believed near the end only.
    Bio,
    /// A picture's credit or caption.
    Credit,
    /// The author's name.
    Byline,
}

impl LineKind {
    /// All kinds, in the order of their numbers.
    pub const ALL: [Self; 5] = [Self::Page, Self::AuthorHeading, Self::Bio, Self::Credit, Self::Byline];
}

/// What a single word says. A word may say several things, each of which is one bit of its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// It is the first word of a pattern that says how a line begins.
    First,
    /// It may stand beside the date in a date line.
    Date,
    /// It makes a line of date words a date: ago.
    Relative,
    /// It names an agency or stands in a picture's credit.
    Agency,
    /// Somebody tells: a verb of saying, a person spoken of, a verb in the past.
    Telling,
    /// A page that speaks of itself has it: newsletter, browser.
    Site,
    /// It is what an author is: editor, correspondent.
    Office,
    /// It stands beside the names of those who helped with a report.
    Contributing,
    /// It says what those did who helped.
    Reporting,
    /// An invitation to write to somebody begins with it.
    Contact,
    /// Agencies end a report with it.
    SignOff,
    /// It is, as a whole line without the signs at its ends, a heading above what readers say.
    Comments,
    /// Before a colon it says who speaks or what follows, and names no place: police, analysis.
    Label,
    /// Behind a colon it shows that somebody speaks: I, we.
    Speaking,
}

impl WordKind {
    /// The bit that stands for the kind in a word's number.
    #[must_use]
    pub const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Whether `c` at an end of a line is set aside when lines are compared: a sign, but none that stands for a figure.
#[must_use]
pub fn is_aside(c: char) -> bool {
    !(c.is_alphanumeric() || c == '#' || c == '©')
}

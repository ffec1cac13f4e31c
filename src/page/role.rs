//! What a stretch of text is on a page; a theme turns roles into colours, last.

use crate::{compare::FindingKind, story::Side};

/// What a stretch of text is, on a page or on the screen around it.
///
/// `Side` in a role is the side of the *screen*: left is the base, right the article held against it, whichever of the two
/// was given first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The article's words, unchanged.
    Plain,
    /// The article's headline.
    Headline,
    /// Words that only the base has, inside a link.
    Removed,
    /// Words that only the other article has, inside a link.
    Added,
    /// A changed figure, inside a link: never noise.
    Figure(Side),
    /// A difference of punctuation, case or typography only, when those are shown.
    Minor,
    /// A passage without a counterpart, inside a paragraph that has one.
    Only(Side),
    /// A passage whose counterpart stands elsewhere.
    Moved,
    /// A cue of framing: the second layer, over any of the above.
    Cue(FindingKind),
    /// What belongs to the page and not to the telling: its furniture.
    Boilerplate,
    /// Words of the program among the article's: "moved, see ¶9", "2 paragraphs alike".
    Note,
    /// The paragraph's number in its own article.
    Number,
    /// A sign beside or inside the text that says what a passage is.
    Sign(Sign),
    /// Lines between columns and rows.
    Rule,
    /// Empty space.
    Blank,
    /// The place where the reader is.
    Cursor,
    /// A hit of the search.
    Hit,
    /// The hit of the search that the reader is at.
    CurrentHit,
    /// The line at the top: the articles' names.
    Title,
    /// The line that says where one is.
    Status,
    /// The line about the passage under the cursor.
    About,
    /// A key in the hint line or the help.
    Key,
    /// What a key does, in the hint line or the help.
    Hint,
    /// The frame and the heading of a panel.
    Panel,
    /// The text of a panel.
    PanelText,
    /// The chosen line of a list.
    Selected,
    /// A line that the reader types.
    Input,
    /// A message that something was done.
    Done,
    /// A message that something went wrong.
    Error,
    /// The part of the overview bar that the view shows.
    Viewport,
}

/// What a passage or a row is, as a sign that needs no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// The same in both.
    Same,
    /// Mostly the same content in other words.
    Reworded,
    /// A clause, a quotation or a fact is shared.
    Partial,
    /// No counterpart was found; the side of the screen that has it.
    Only(Side),
    /// The counterpart stands further up.
    MovedUp,
    /// The counterpart stands further down.
    MovedDown,
    /// A finding stands here.
    Cue,
    /// Something is folded away here.
    Folded,
}

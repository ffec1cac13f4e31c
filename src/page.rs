//! A comparison laid out at a width: text and roles, no colours, no terminal. May be asked for the lines of a row at a width;
//! never writes anywhere and cannot fail.
//!
//! [`Compared`] is a pair with the marks of its passages; a [`Spread`] sets articles side by side in rows; a [`Page`] is a
//! spread at a width, and makes the lines of a row when it is asked for them.

mod cell;
mod difference;
mod emphasis;
mod furniture;
mod glyphs;
mod kind;
mod layout;
mod line;
mod marking;
mod marks;
#[expect(clippy::module_inception, reason = "the page is what the room is named for")]
mod page;
mod role;
mod spread;
mod wrap;

pub use cell::{beginning, passage};
pub use difference::{Difference, DifferenceKind};
pub use emphasis::is_long;
pub use furniture::furniture_name;
pub use glyphs::Glyphs;
pub use kind::{Kind, Kinds};
pub use layout::{Arrangement, BETWEEN, Layout, MEASURE, STACK_BELOW};
pub use line::{Line, Run, Source};
pub use marking::Marking;
pub use marks::{Marks, Standing, is_minor, shown, side_at};
pub use page::{Block, Hits, Page, grade_sign};
pub use role::{Role, Sign};
pub use spread::{Against, Column, Compared, Group, RowKind, Spread, SpreadCell, SpreadRow};
pub use wrap::{NARROWEST, Piece, Wrapped, wrap, wrap_in};

#[cfg(test)]
mod tests;

//! A comparison laid out at a width: text and roles, no colours, no terminal. May be asked for the lines of a row at a width;
//! never writes anywhere and cannot fail.

mod line;
mod role;

pub use line::{Line, Run, Source};
pub use role::{Role, Sign};

//! A comparison laid out at a width: text and roles, no colours, no terminal. May be asked for the lines of a row at a width;
//! never writes anywhere and cannot fail.

mod role;

pub use role::Role;

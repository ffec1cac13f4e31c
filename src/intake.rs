//! Bytes to a [`Story`](crate::story::Story). The only room that reads articles. May be asked to open files, folders and standard
//! input; never compares anything.

mod decode;
mod open;
mod plain;

pub use open::{open, sample};

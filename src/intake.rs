//! Bytes to a [`Story`](crate::story::Story). The only room that reads articles. May be asked to open files, folders and standard
//! input; never compares anything.

mod date;
mod decode;
mod open;
mod paragraph;
mod plain;
mod role;

pub use decode::decode;
pub use open::{from_bytes, open, sample};
pub use plain::segment;

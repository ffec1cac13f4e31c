//! Bytes to a [`Story`](crate::story::Story). The only room that reads articles. May be asked to open files, folders and standard
//! input, and whether a file changed since; never compares anything.

mod date;
mod decode;
mod fingerprint;
mod html;
mod input;
mod open;
mod paragraph;
mod role;
mod segment;

pub use decode::decode;
pub use fingerprint::Fingerprint;
pub use input::MOST_ARTICLES;
pub use open::{from_bytes, open, open_watched, sample, sha256};
pub use role::Said;
pub use segment::segment;

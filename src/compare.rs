//! What the links mean: which words changed, and (findings) which quotations, figures, names and sources differ. May be asked
//! about two aligned articles; the only user of `similar`; cannot fail.

mod finding;
mod findings;
mod wording;

pub use finding::{Finding, FindingKind, FindingSpan};
pub use findings::findings;
pub use wording::{Change, ChangeClass, changes};

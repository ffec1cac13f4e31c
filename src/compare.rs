//! What the links mean: which words changed, and (findings) which quotations, figures, names and sources differ. May be asked
//! about two aligned articles; the only user of `similar`; cannot fail.

mod change;
mod finding;
mod findings;
mod groundwork;
mod names;
#[cfg(test)]
pub(crate) mod pictures;
mod quotations;
mod weights;
mod wording;

pub use change::{Change, ChangeClass, LinkWording};
pub use finding::{Finding, FindingKind, FindingSpan};
pub use findings::findings;
pub use groundwork::Groundwork;
pub use quotations::{Quotation, Quotations, Reported, Speaker, SpeakerKind};
pub use weights::Weights;
pub use wording::{changes, wordings};

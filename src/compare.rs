//! What the links mean: which words changed, and (findings) which quotations, figures, names and sources differ. May be asked
//! about two aligned articles; the only user of `similar`; cannot fail.

mod bag;
mod change;
mod finding;
mod findings;
mod groundwork;
mod names;
#[cfg(test)]
pub(crate) mod pictures;
mod quantity;
mod quotation_pairs;
mod quotations;
mod ranking;
mod sources;
mod weights;
mod wording;

pub use change::{Change, ChangeClass, LinkWording};
pub use finding::{Finding, FindingKind, FindingSpan, Order};
pub use findings::findings;
pub use groundwork::Groundwork;
pub use quantity::{Quantity, Value as QuantityValue, quantities};
pub use quotation_pairs::{Fate, QuotationPair, Speakers, quotation_pairs};
pub use quotations::{Quotation, Quotations, Reported, Speaker, SpeakerKind};
pub use ranking::rank;
pub use sources::{Source, SourceRow, sources};
pub use weights::Weights;
pub use wording::{changes, unshared, wordings};

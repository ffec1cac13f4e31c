//! Links between the passages of articles, and the rows that set their paragraphs side by side. May be asked which passages
//! of two articles convey the same content, how surely, and why. Reads no files, knows no news terms, cannot fail.

mod alignment;
mod blocks;
mod candidates;
mod chain;
mod evidence;
mod judge;
mod kindred;
mod levels;
mod moves;
mod names;
mod numbers;
mod order;
mod pairing;
mod passage;
mod rows;
mod rows_over;
mod same;
mod similarity;
mod splits;
mod stem;
mod terms;
#[cfg(test)]
mod tests;
mod verdict;
mod weight;

pub use alignment::{
    Cell, Evidence, Grade, Link, Nearest, PairAlignment, Pointer, Row, SharedWord, Shortfall, Unlinked,
};
pub use kindred::are_kin;
pub use pairing::align;
pub use rows::rows;
pub use rows_over::rows_over;
pub use weight::WordWeights;

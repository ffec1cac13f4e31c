//! parallax opens two or more tellings of one story, aligns them passage by passage, and shows what each
//! adds, drops, moves, rewords and frames.
//!
//! The house, ground floor first. A room imports only rooms on lower floors; `tests/house.rs` keeps the walls.
//!
//! | room | what it does |
//! |---|---|
//! | [`error`] | the one error of the edges: what failed, on which thing, and what to try |
//! | [`progress`] | how far long work is, and whether anybody still waits for it |
//! | `cores` | work on both cores where that pays |
//! | [`text`] | letters and words, no news: spans, widths, folding, tokens, sentences |
//! | [`story`] | plain data: articles, paragraphs, sentences, everything by [`story::ArticleId`] |
//! | [`intake`] | bytes to [`story::Story`]: decoding, extraction, segmentation, roles of paragraphs |
//! | [`lexicon`] | the word lists of `assets/words` and of the reader, as values |
//! | [`align`] | links between passages and rows of paragraphs; cannot fail |
//! | [`compare`] | what the links mean: word changes, quotations, figures, names, sources |
//! | [`framing`] | cues of framing |
//! | [`comparison`] | [`comparison::Comparison`], the one value in the middle |
//! | [`page`] | a comparison laid out at a width: text and roles, no colours, no terminal |
//! | [`report`] | a comparison or its pages as bytes: text, JSON, HTML, CSV |
//! | [`tui`] | the reading screen |
//! | [`cli`] | arguments, settings, and which of the above to do |
//!
//! ```text
//! files·stdin → intake → Story → align → compare+framing → Comparison ─┬→ report/{json,html,…}
//!                                                                      └→ page ─┬→ report/text
//! key → keymap → Action → update(&mut State) → State ─(read only)→ view → terminal ◄─┘
//! ```

pub mod align;
pub mod cli;
pub mod compare;
pub mod comparison;
mod cores;
pub mod error;
pub mod framing;
pub mod intake;
pub mod lexicon;
pub mod page;
pub mod progress;
pub mod report;
pub mod story;
pub mod text;
pub mod tui;

//! A comparison or its pages as bytes, one file for each format. Writes into what it is given; never prints, never opens a file.

mod counts;
mod csv;
mod facts;
mod form;
mod html;
mod json;
mod ledger;
mod level;
mod marks;
mod text;

use std::io;

pub use form::{Form, Format, Layout, Section};

use crate::comparison::Comparison;

/// Writes `comparison` to `out` as `form` asks. The same comparison and form give the same bytes.
///
/// # Errors
/// Whatever `out` says; the report itself cannot fail.
pub fn write(comparison: &Comparison, form: &Form, out: &mut dyn io::Write) -> io::Result<()> {
    match form.format {
        Format::Json => json::write(comparison, form, out),
        Format::Text => text::write(comparison, form, out),
        Format::Html => html::write(comparison, form, out),
        Format::Csv => csv::write(comparison, form, out),
    }
}

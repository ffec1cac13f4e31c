//! A comparison or its pages as bytes. Returns, never prints.

mod json;

pub use json::json;

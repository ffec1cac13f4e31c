//! A handful of flows in a real pseudo-terminal: what only a terminal can show. Everything else is tested lower down.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod faults;
mod flows;
mod guard;
mod hostile;
mod session;

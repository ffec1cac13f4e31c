//! Watches the articles' files behind the screen. May be asked to tell when one changes; never reads an article.

use std::{thread, time::Duration};

use super::Changed;

/// How often the files are looked at: soon enough for a reader, and nothing for a disk.
const EVERY: Duration = Duration::from_secs(1);

/// Starts a thread that hands what `changed` says to `tell`, until `tell` says that nobody listens any more.
pub fn watch(changed: Changed, tell: impl Fn(String) -> bool + Send + 'static) {
    thread::spawn(move || {
        loop {
            thread::sleep(EVERY);
            if let Some(what) = changed()
                && !tell(what)
            {
                return;
            }
        }
    });
}

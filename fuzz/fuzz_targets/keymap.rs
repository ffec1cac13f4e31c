//! Any text as a file of the reader's own keys is merged or refused in a sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::tui::{
    key::Key,
    keymap::{Keymap, View},
};

fuzz_target!(|text: &str| {
    let keymap = Keymap::bundled();
    match keymap.merged(std::path::Path::new("keys.toml"), text) {
        Ok(merged) => {
            for view in View::ALL {
                for (key, _, command) in merged.hints(view) {
                    assert_eq!(merged.command(view, key), Some(command), "a hint that lies");
                    assert_eq!(Key::parse(&key.to_string()), Some(key), "a key that cannot be written");
                }
            }
        }
        Err(refusal) => assert!(!refusal.to_string().is_empty()),
    }
});

//! The papers say what the program does: README's keys are those of the key table.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice, missing_docs)]

use std::fmt::Write as _;

use parallax::tui::keymap::{Keymap, View, listing};

const README: &str = include_str!("../README.md");

/// The keys as README shows them.
fn keys() -> String {
    let mut table = String::from("| keys | what they do |\n|---|---|\n");
    let all = listing(&Keymap::bundled());
    for (_, entries) in all.iter().filter(|(view, _)| matches!(view, View::Read | View::Everywhere)) {
        for entry in entries {
            let keys: Vec<String> = entry.keys.split(' ').map(|key| format!("`{}`", key.replace('|', "\\|"))).collect();
            let _ = writeln!(table, "| {} | {} |", keys.join(" "), entry.command.help());
        }
    }
    table
}

#[test]
fn readme_has_the_keys_of_the_key_table() {
    let keys = keys();
    if std::env::var_os("UPDATE_README").is_some() {
        let start = README.find("| keys | what they do |").unwrap();
        let end = start + README[start..].find("\n\n").unwrap() + 1;
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
        std::fs::write(path, format!("{}{keys}{}", &README[..start], &README[end..])).unwrap();
        return;
    }
    assert!(README.contains(&keys), "'UPDATE_README=1 cargo test --test papers' puts the keys in:\n\n{keys}");
}

/// `.ci/licences` writes the whole list; this needs no python and holds the packages that Cargo.toml names.
#[test]
fn third_party_lists_what_cargo_toml_asks_for() {
    let listed = include_str!("../THIRD-PARTY.md");
    let manifest: toml::Table = toml::from_str(include_str!("../Cargo.toml")).unwrap();
    for name in manifest["dependencies"].as_table().unwrap().keys() {
        assert!(listed.contains(&format!("\n| {name} | ")), "THIRD-PARTY.md lacks '{name}'; run .ci/licences");
    }
}

#[test]
fn readme_names_every_format_and_the_two_commands() {
    for word in
        ["cargo run --release", "cargo test", "`text`", "`html`", "`csv`", "`json`", "--pair", "--only", "--exit-code"]
    {
        assert!(README.contains(word), "README.md says nothing of {word}");
    }
}

#![allow(clippy::unwrap_used)]
use std::path::Path;

use super::*;

fn key(notation: &str) -> Key {
    Key::parse(notation).unwrap()
}

fn refused(text: &str) -> String {
    Keymap::bundled().merged(Path::new("keys.toml"), text).unwrap_err().to_string()
}

#[test]
fn the_bundled_table_is_read_whole() {
    let bindings = file::read(BUNDLED).unwrap();
    assert!(bindings.len() > 80);
    for command in Command::ALL {
        assert!(
            bindings.iter().any(|b| b.command == *command && !b.keys.is_empty()),
            "'{}' has no key",
            command.name()
        );
    }
}

#[test]
fn every_view_can_be_left_and_asked_for_its_keys() {
    let keymap = Keymap::bundled();
    for view in View::ALL {
        if view != View::Read && view != View::Everywhere {
            assert_eq!(keymap.command(view, key("esc")), Some(Command::Cancel), "{}", view.name());
        }
        if !view.is_typed() && view != View::Help {
            assert_eq!(keymap.command(view, key("?")), Some(Command::Help), "{}", view.name());
        }
    }
}

#[test]
fn the_conventions_of_vim_less_and_lazygit_hold_in_the_read_view() {
    let keymap = Keymap::bundled();
    let pressed = |notation: &str| keymap.command(View::Read, key(notation)).map(Command::name);
    let keys = [
        "j", "down", "ctrl-d", "space", "g", "G", "n", "N", "/", "]", "tab", "f", "d", "enter", "x", "b", "z", "Z",
        "q", ":",
    ];
    let commands = keys.map(|notation| pressed(notation).unwrap_or("nothing"));
    assert_eq!(
        commands.join(" "),
        "down down half-down page-down top bottom next previous search next-pair next-pair list detail detail swap make-base \
         fold fold-all quit palette"
    );
}

#[test]
fn a_view_s_own_key_goes_before_the_key_that_holds_everywhere() {
    let keymap = Keymap::bundled();
    assert_eq!(keymap.command(View::Read, key("q")), Some(Command::Quit));
    assert_eq!(keymap.command(View::Help, key("q")), Some(Command::Cancel));
    assert!(!keymap.keys(View::Help, Command::Quit).contains(&key("q")));
}

#[test]
fn letters_typed_into_a_line_are_not_actions() {
    let keymap = Keymap::bundled();
    for view in View::ALL.into_iter().filter(|view| view.is_typed()) {
        for letter in ('!'..='~').chain([' ']).filter(|letter| !letter.is_control()) {
            let notation = if letter == ' ' { "space".to_owned() } else { letter.to_string() };
            assert_eq!(keymap.command(view, key(&notation)), None, "{letter} in {}", view.name());
        }
    }
}

#[test]
fn a_reader_s_file_replaces_the_keys_it_names_and_leaves_the_others() {
    let keymap =
        Keymap::bundled().merged(Path::new("keys.toml"), "[read]\nnext = [\"ctrl-n\", \"f8\"]\nmouse = []\n").unwrap();
    assert_eq!(keymap.command(View::Read, key("f8")), Some(Command::Next));
    assert_eq!(keymap.command(View::Read, key("n")), None);
    assert_eq!(keymap.command(View::Read, key("M")), None);
    assert_eq!(keymap.command(View::Read, key("N")), Some(Command::Previous));
    assert_eq!(keymap.hints(View::Read).first().map(|(key, word, _)| format!("{key} {word}")).unwrap(), "ctrl-n next");
}

#[test]
fn doubles_and_unknown_names_are_refused_by_name_with_their_line() {
    insta::assert_snapshot!(refused("[read]\n\nexport = \"x\"\n"), @"'keys.toml', line 3: in [read] the key 'x' is given to both 'swap' and 'export'");
    insta::assert_snapshot!(refused("[read]\nnext = \"Q\"\nnext = \"W\"\n"), @"'keys.toml', line 3: 'next' stands there twice");
    insta::assert_snapshot!(refused("[read]\n[list]\n[read]\n"), @"'keys.toml', line 3: 'read' stands there twice");
    insta::assert_snapshot!(refused("[read]\nnext-par = \"x\"\n"), @"'keys.toml', line 2: there is no command 'next-par'; is 'next-pair' meant?");
    insta::assert_snapshot!(refused("[reed]\ndown = \"x\"\n"), @"'keys.toml', line 1: there is no view 'reed'; there are read, everywhere, detail, list, picker, help, story, sources, search, palette, export");
    insta::assert_snapshot!(refused("[read]\nfold = [\"z\", \"meta-z\"]\n"), @"'keys.toml', line 2: 'fold': there is no key 'meta-z'");
    insta::assert_snapshot!(refused("[search]\naccept = \"a\"\n"), @"'keys.toml', line 2: 'accept': the key 'a' is a letter, and in [search] letters are typed");
    insta::assert_snapshot!(refused("[everywhere]\nquit = \"n\"\n"), @"'keys.toml', line 2: in [read] no key is left for 'quit'");
    insta::assert_snapshot!(refused("[search]\ncancel = []\n"), @"'keys.toml', line 2: in [search] no key is left for 'cancel'");
    insta::assert_snapshot!(refused("[read]\nfold = 3\n"), @"'keys.toml', line 2: 'fold': a key should stand in quotation marks");
    insta::assert_snapshot!(refused("[read]\nfold = { key = \"z\" }\n"), @"'keys.toml', line 2: 'fold': 'key' is none of keys, hint, rank");
    insta::assert_snapshot!(refused("fold = \"z\"\n"), @"'keys.toml', line 1: there is no view 'fold'; there are read, everywhere, detail, list, picker, help, story, sources, search, palette, export");
    insta::assert_snapshot!(refused("[read\n"), @"'keys.toml', line 1: unclosed table, expected `]`");
}

#[test]
fn the_hint_line_shows_the_most_useful_keys_of_the_view_first() {
    let keymap = Keymap::bundled();
    let line = |view| {
        keymap.hints(view).iter().take(6).map(|(key, word, _)| format!("{key} {word}")).collect::<Vec<_>>().join(" · ")
    };
    insta::assert_snapshot!(line(View::Read), @"n next · N back · ? keys · enter why · f list · s story");
    insta::assert_snapshot!(line(View::List), @"enter go there · ? keys · esc close · 0 all · y copy · E export");
    insta::assert_snapshot!(line(View::Export), @"enter write · esc leave · f1 keys · tab format · ctrl-t shown or everything · up earlier names");
}

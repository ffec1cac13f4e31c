//! Hostile articles on a real terminal: every byte the program sends is searched for what must not be there.

use std::{fs, path::PathBuf};

use super::session::Session;

#[path = "../hostile/streams.rs"]
mod streams;
#[path = "../hostile/texts.rs"]
mod texts;

/// Two articles of poison under names of poison.
fn articles() -> (tempfile::TempDir, [String; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let names = texts::names();
    let path = |name: &str, told: &str| -> PathBuf {
        let path = folder.path().join(name);
        fs::write(&path, texts::article(told)).unwrap();
        path
    };
    let paths = [path(&names[0], "said"), path(&names[2], "claimed")].map(|path| path.to_str().unwrap().to_owned());
    (folder, paths)
}

fn assert_clean(session: &Session, what: &str) {
    let stream = session.bytes();
    assert_eq!(streams::poison(&stream), Vec::<String>::new(), "{what}");
}

#[test]
fn a_report_on_a_terminal_sends_nothing_of_an_article_raw() {
    let (_folder, [a, b]) = articles();
    for arguments in [
        vec!["--format", "text", &a, &b],
        vec!["--format", "text", "--layout", "linear", &a, &b],
        vec!["--format", "csv", &a, &b],
        vec!["--format", "html", &a, &b],
        vec!["--format", "json", &a, &b],
        vec!["no such file \x1b]0;owned\x07\u{9b}2J\u{202e}", &a],
        vec!["--format", "\x1b]0;owned\x07", &a, &b],
        vec!["--pair", "\x1b]0;owned\x07,\u{202e}", &a, &b],
    ] {
        let mut session = Session::start(env!("CARGO_BIN_EXE_parallax"), &arguments, (100, 40));
        session.end();
        assert_clean(&session, &format!("{arguments:?}"));
        assert!(!session.bytes().contains(&0x1b), "a report or a message has no sequences at all: {arguments:?}");
        assert!(!session.bytes().is_empty(), "{arguments:?} says something");
    }
}

/// Through the views that show an article's text, title or name; each is waited for by a word of its own.
#[test]
fn the_screen_sends_nothing_of_an_article_raw() {
    let (_folder, [a, b]) = articles();
    let mut session = Session::start(env!("CARGO_BIN_EXE_parallax"), &[&a, &b], (120, 40));
    session.wait_for("f list");
    for (keys, shown, leave) in [
        ("nnn", "difference", ""),
        ("d", "close", "\x1b"),
        ("f", "esc", "\x1b"),
        ("p", "esc", "\x1b"),
        ("/", "case and accents", "\x1b"),
        ("e", "Write a report", "\x1b"),
        ("m", "f list", "m"),
        ("1", "f list", "1"),
        ("G", "f list", "g"),
    ] {
        session.keys(keys);
        session.wait_for(shown);
        session.keys(leave);
        session.wait_for("f list");
    }
    session.resize((40, 20));
    session.keys("GnN");
    session.resize((90, 25));
    session.wait_for("f list");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.assert_restored();
    assert_clean(&session, "the screen");
}

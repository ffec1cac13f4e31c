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
        // With a format, so that the screen is not taken where reading the articles takes long.
        vec!["--format", "text", "--pair", "\x1b]0;owned\x07,\u{202e}", &a, &b],
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
    tour(&mut session);
    assert_clean(&session, "the screen");
}

/// Goes through every view of two articles and leaves.
fn tour(session: &mut Session) {
    session.wait_for("f list");
    // What is typed, what must come, and what must be gone before the next key: after Esc a key would else be taken with it.
    for (keys, shown, gone) in [
        ("nnn", "difference", ""),
        ("d", "── Why", ""),
        ("\x1b", "", "── Why"),
        ("f", "── Differences", ""),
        ("\x1b", "", "── Differences"),
        ("p", "── Articles", ""),
        ("\x1b", "", "── Articles"),
        ("/", "case and accents", ""),
        ("\x1b[200~\x1b[2J\u{9b}31m\u{200b}\x1b[201~", "not found", ""),
        ("\x1b", "", "not found"),
        ("s", "The whole story", ""),
        ("y", "to the clipboard", ""),
        ("\x1b", "", "The whole story"),
        ("S", "Who speaks", ""),
        ("\x1b", "", "Who speaks"),
        ("?", "Keys: reading", ""),
        ("\x1b", "", "Keys: reading"),
        (":\x1b[200~\x1b]0;owned\x07\u{202e}\x1b[201~", "no action is called so", ""),
        ("\x1b", "", "no action is called so"),
        ("e", "Write a report", ""),
        ("\x15\x1b[200~/no/\x1b]0;owned\x07\u{202e}.txt\x1b[201~\r", "cannot write", ""),
        ("\x1b", "", "Write a report"),
        ("y", "to the clipboard", ""),
        ("nY", "to the clipboard", ""),
        ("v", "f list", ""),
        ("v", "f list", ""),
        ("m", "f list", ""),
        ("m", "f list", ""),
        ("1", "f list", ""),
        ("1", "f list", ""),
        ("Gg", "f list", ""),
    ] {
        session.keys(keys);
        session.wait_for(shown);
        if !gone.is_empty() {
            session.wait_gone(gone);
        }
    }
    session.resize((40, 20));
    session.keys("GnN");
    session.resize((90, 25));
    session.wait_for("f list");
    session.quit();
}

/// Pages whose poison stands in their entities, attributes and names, and texts in other encodings.
#[test]
fn the_screen_sends_nothing_of_a_page_or_of_another_encoding_raw() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: Vec<u8>| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let [said, claimed] = ["said", "claimed"].map(|told| String::from_utf8(texts::article(told)).unwrap());
    let entities: String = said
        .chars()
        .map(|c| if c.is_alphanumeric() || c == ' ' { c.to_string() } else { format!("&#{};", u32::from(c)) })
        .collect();
    let page = format!(
        "<html><head><title>T&#27;]0;owned&#7;&#xD800;</title><meta name=author content='E&#27;[2J'><meta property='og:site_name' \
         content='P&#x202e;&#27;]0;owned&#7;'></head><body><article><h1>Head &#xDFFF;&#27;[H</h1><p>{entities}</p><p>&#xD800; &#0; &#x9b;31m \
         it went on.</p></article></body></html>"
    );
    let utf16 =
        [vec![0xff, 0xfe], claimed.encode_utf16().chain([0xd800, 0x61, 0xdc00]).flat_map(u16::to_le_bytes).collect()]
            .concat();
    let broken = [&b"\xff\xfe\xc0\xaf\xed\xa0\x80"[2..], claimed.as_bytes(), b"\xf4\x90\x80\x80 \xe2\x80"].concat();
    for (a, b) in [
        (write("a.html", page.clone().into_bytes()), write("b.txt", utf16)),
        (write("c.html", page.into_bytes()), write("d.txt", broken)),
    ] {
        let mut session = Session::start(env!("CARGO_BIN_EXE_parallax"), &[&a, &b], (120, 40));
        tour(&mut session);
        assert_clean(&session, &format!("{a} and {b}"));
    }
}

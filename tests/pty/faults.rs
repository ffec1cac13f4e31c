//! What goes wrong while somebody reads: files that change, windows too small, terminals that go away.

use std::{fs, path::Path};

use super::session::Session;

const PROGRAM: &str = env!("CARGO_BIN_EXE_parallax");
const SIZE: (u16, u16) = (100, 30);

/// Two articles whose every paragraph differs, the last of them as given.
fn articles(folder: &Path, last: &str) -> [String; 2] {
    ["one", "other"].map(|name| {
        let path = folder.join(format!("{name}.txt"));
        let body: String =
            (1..=40).map(|n| format!("Paragraph {n} of the {name} telling speaks of day {n}.\n\n")).collect();
        fs::write(&path, format!("{body}In the {name} {last}\n")).unwrap();
        path.to_str().unwrap().to_owned()
    })
}

fn start(paths: &[String], size: (u16, u16)) -> Session {
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    Session::start(PROGRAM, &paths, size)
}

#[test]
fn an_article_that_changes_on_disk_is_noticed_and_read_again_at_the_same_place() {
    let folder = tempfile::tempdir().unwrap();
    let paths = articles(folder.path(), "it ends well.");
    let mut session = start(&paths, SIZE);
    session.wait_for("Paragraph 1 of");
    session.keys("G");
    session.wait_for("In the one it ends well.");
    fs::write(&paths[1], fs::read_to_string(&paths[1]).unwrap().replace("it ends well.", "it ends anew.")).unwrap();
    session.wait_for("changed");
    session.keys("r");
    session.wait_for("In the other it ends anew.");
    assert!(session.screen().contains("In the one it ends well."), "the place is kept:\n{}", session.screen());
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.assert_restored();
}

#[test]
fn an_article_that_is_gone_is_said_and_what_was_read_stays() {
    let folder = tempfile::tempdir().unwrap();
    let paths = articles(folder.path(), "it ends well.");
    let mut session = start(&paths, SIZE);
    session.wait_for("Paragraph 1 of");
    fs::remove_file(&paths[1]).unwrap();
    session.wait_for("no longer there");
    session.keys("r");
    session.wait_for("there is no file");
    assert!(session.screen().contains("Paragraph 1 of"), "{}", session.screen());
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.assert_restored();
}

#[test]
fn signals_end_it_with_their_number_and_the_terminal_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let paths = articles(folder.path(), "it ends well.");
    for (name, status) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let mut session = start(&paths, SIZE);
        session.wait_for("Paragraph 1 of");
        session.signal(name);
        assert_eq!(session.end(), status, "{name}");
        session.assert_restored();
    }
}

#[test]
fn a_signal_while_it_still_works_ends_it_too() {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["one", "other"].map(|name| {
        let path = folder.path().join(name);
        let text: String = (0..6000)
            .map(|n| format!("On day {n} the {name} envoy spoke of {n} ships in port {}.\n\n", n % 97))
            .collect();
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    });
    let mut session = start(&paths, SIZE);
    session.wait_for_bytes("\x1b[?1049h");
    session.signal("TERM");
    assert_eq!(session.end(), 143);
    session.assert_restored();
}

#[test]
fn a_window_of_one_column_and_row_is_survived() {
    let folder = tempfile::tempdir().unwrap();
    let paths = articles(folder.path(), "it ends well.");
    let mut session = start(&paths, (1, 1));
    session.wait_for_bytes("\x1b[?1049h");
    session.keys("jjnG");
    session.resize(SIZE);
    session.keys("G");
    session.wait_for("In the one it ends well.");
    session.resize((1, 1));
    session.keys("knNzz");
    session.resize((2, 1));
    session.resize((1, 50));
    session.resize(SIZE);
    session.keys("G");
    session.wait_for("In the one it ends well.");
    session.signal("TERM");
    assert_eq!(session.end(), 143);
    session.assert_restored();
}

#[test]
fn an_export_that_cannot_be_written_is_said_and_the_old_file_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let paths = articles(folder.path(), "it ends well.");
    let gone = folder.path().join("gone");
    fs::create_dir(&gone).unwrap();
    let mut session = start(&paths, SIZE);
    session.wait_for("Paragraph 1 of");
    fs::remove_dir(&gone).unwrap();
    session.keys("e");
    session.wait_for("Write a report");
    session.keys(&format!("\x15{}\r", gone.join("report.txt").display()));
    session.wait_for("cannot write");
    session.keys("\x1b");
    session.wait_for("f list");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.assert_restored();
}

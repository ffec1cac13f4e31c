//! What goes wrong while somebody reads: files that change, windows too small, terminals that go away.

use std::{fs, path::Path};

use super::session::Session;

const PROGRAM: &str = env!("CARGO_BIN_EXE_parallax");
const SIZE: (u16, u16) = (100, 30);

/// A folder with two articles whose every paragraph differs, and their paths.
fn articles() -> (tempfile::TempDir, [String; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["one", "other"].map(|name| {
        let path = folder.path().join(format!("{name}.txt"));
        let body: String =
            (1..=40).map(|n| format!("Paragraph {n} of the {name} telling speaks of day {n}.\n\n")).collect();
        fs::write(&path, format!("{body}In the {name} it ends well.\n")).unwrap();
        path.to_str().unwrap().to_owned()
    });
    (folder, paths)
}

fn start(paths: &[String], size: (u16, u16)) -> Session {
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    Session::start(PROGRAM, &paths, size)
}

#[test]
fn an_article_that_changes_on_disk_is_noticed_and_read_again_at_the_same_place() {
    let (_folder, paths) = articles();
    let mut session = start(&paths, SIZE);
    session.wait_for("Paragraph 1 of");
    session.keys("G");
    session.wait_for("In the one it ends well.");
    fs::write(&paths[1], fs::read_to_string(&paths[1]).unwrap().replace("it ends well.", "it ends anew.")).unwrap();
    session.wait_for("changed");
    session.keys("r");
    session.wait_for("In the other it ends anew.");
    assert!(session.screen().contains("In the one it ends well."), "the place is kept:\n{}", session.screen());
    session.quit();
}

#[test]
fn an_article_that_is_gone_is_said_and_what_was_read_stays() {
    let (_folder, paths) = articles();
    let mut session = start(&paths, SIZE);
    session.wait_for("Paragraph 1 of");
    fs::remove_file(&paths[1]).unwrap();
    session.wait_for("no longer there");
    session.keys("r");
    session.wait_for("there is no file");
    assert!(session.screen().contains("Paragraph 1 of"), "{}", session.screen());
    session.quit();
}

#[test]
fn signals_end_it_with_their_number_and_the_terminal_as_it_was() {
    let (_folder, paths) = articles();
    for (name, status) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let mut session = start(&paths, SIZE);
        session.wait_for("Paragraph 1 of");
        session.signal(name);
        session.ends_with(status);
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
    session.ends_with(143);
}

#[test]
fn a_window_of_one_column_and_row_is_survived() {
    let (_folder, paths) = articles();
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
    session.ends_with(143);
}

#[test]
fn an_export_that_cannot_be_written_is_said_and_the_old_file_is_whole() {
    let (folder, paths) = articles();
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
    session.quit();
}

/// A line of shell in a terminal, where `$P` is parallax.
fn shell(folder: &Path, line: &str, environment: &[(&str, &str)]) -> Session {
    let line = format!("cd '{}'; {line}", folder.display());
    Session::start_with("sh", &["-c", &line], SIZE, &[&[("P", PROGRAM)], environment].concat())
}

/// A limit on the size of files stands in for a disk that is full half-way.
#[test]
fn a_disk_that_fills_up_while_the_reader_exports_leaves_the_old_report_whole() {
    let (folder, _) = articles();
    let old = folder.path().join("old.html");
    fs::write(&old, "what was written before").unwrap();
    let mut session = shell(folder.path(), r#"trap '' XFSZ; ulimit -f 2; exec "$P" one.txt other.txt"#, &[]);
    session.wait_for("Paragraph 1 of");
    session.keys("e");
    session.wait_for("Write a report");
    session.keys("\x15old.html\r");
    session.wait_for("Replace it?");
    session.keys("y");
    session.wait_for("cannot write");
    session.keys("\x1b");
    session.wait_for("f list");
    session.quit();
    assert_eq!(fs::read_to_string(&old).unwrap(), "what was written before");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "no part of the report is left");
}

#[test]
fn an_article_that_became_something_else_is_said_and_waiting_for_it_can_be_stopped() {
    let (_folder, paths) = articles();
    let mut session = start(&paths, SIZE);
    session.wait_for("Paragraph 1 of");
    let other = Path::new(&paths[1]);
    for (change, said) in [
        (&(|| fs::write(other, "").unwrap()) as &dyn Fn(), "is empty"),
        (&|| fs::write(other, b"\x89PNG\r\n\x1a\n\0\0\0").unwrap(), "is not text"),
        (&|| fs::remove_file(other).and_then(|()| fs::create_dir(other)).unwrap(), "is a folder"),
        (&|| fs::remove_dir(other).and_then(|()| std::os::unix::fs::symlink(other, other)).unwrap(), "symbolic links"),
    ] {
        change();
        session.keys("r");
        session.wait_for(said);
        assert!(session.screen().contains("Paragraph 1 of"), "{}", session.screen());
    }
    fs::remove_file(other).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(other).status().unwrap().success());
    session.keys("r");
    session.wait_for("reading the articles");
    session.keys("\x1b");
    session.wait_for("stopped");
    session.keys("q");
    assert_eq!(session.end(), 0, "a pipe that nobody writes into is not waited for");
    session.assert_restored();
}

#[test]
fn a_terminal_that_goes_away_ends_it() {
    let (_folder, paths) = articles();
    let arguments = [paths[0].as_str(), paths[1].as_str()];
    let status = Session::end_of_one_whose_terminal_goes(PROGRAM, &arguments, SIZE, b"\x1b[?2026l");
    assert_eq!(status, 129, "as a signal to hang up would have it");
    let line = format!("trap '' HUP; exec '{PROGRAM}' '{}' '{}'", paths[0], paths[1]);
    let status = Session::end_of_one_whose_terminal_goes("sh", &["-c", &line], SIZE, b"\x1b[?2026l");
    assert_eq!(status, 129, "also when the signal is ignored, as `nohup` does");
}

#[test]
fn keys_come_from_the_terminal_when_standard_input_is_closed() {
    let (folder, _) = articles();
    for streams in ["<&-", "</dev/null", "2>&-", "<&- 2>&-"] {
        let mut session = shell(folder.path(), &format!(r#"exec "$P" one.txt other.txt {streams}"#), &[]);
        session.wait_for("Paragraph 1 of");
        session.keys("q");
        assert_eq!(session.end(), 0, "{streams}");
        session.assert_restored();
    }
}

/// The report is printed where no screen can be drawn; a terminal that gives no keys is refused before it is taken.
#[test]
fn a_terminal_that_can_do_too_little_is_told_apart() {
    let (folder, _) = articles();
    let mut session = shell(folder.path(), r#"exec "$P" one.txt other.txt"#, &[("TERM", "dumb")]);
    assert_eq!(session.end(), 0);
    assert!(!session.bytes().contains(&0x1b), "a dumb terminal gets no sequences");
    assert!(String::from_utf8_lossy(&session.bytes()).contains("Legend"));
    if cfg!(target_os = "linux") {
        let line = r#"setsid -w "$P" one.txt other.txt </dev/null; echo "status $?""#;
        let mut session = shell(folder.path(), line, &[]);
        session.end();
        let said = String::from_utf8_lossy(&session.bytes()).into_owned();
        assert!(said.contains("the terminal cannot be used") && said.contains("status 2"), "{said}");
        session.assert_restored();
    }
}

#[test]
fn a_storm_of_sizes_is_survived_and_the_last_one_drawn() {
    let (_folder, paths) = articles();
    let mut session = start(&paths, SIZE);
    session.wait_for("Paragraph 1 of");
    for step in 0..120_u16 {
        session.resize((
            [1, 2, 19, 40, 60, 81, 120, 300][usize::from(step % 8)],
            [1, 2, 3, 5, 24, 50, 100][usize::from(step % 7)],
        ));
        session.keys(["j", "n", "G", "g", "f", "\x1b", "v", "F", "1"][usize::from(step % 9)]);
    }
    session.resize(SIZE);
    session.keys("\x1b");
    session.wait_for("f list");
    session.keys("g");
    session.wait_for("Paragraph 1 of");
    // What is seen may be of before the last keys, and a list that is still open takes `q` for its own.
    session.keys("\x03");
    session.ends_with(0);
}

#[test]
fn a_request_to_stand_aside_gives_the_terminal_back_until_it_goes_on() {
    let (_folder, paths) = articles();
    let mut session = start(&paths, SIZE);
    session.wait_for("Paragraph 1 of");
    session.signal("TSTP");
    session.wait_until_restored();
    session.go_on();
    session.wait_for("Paragraph 1 of");
    session.quit();
}

#[test]
fn ten_thousand_files_on_a_terminal_are_refused_before_it_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = shell(folder.path(), r#"exec "$P" $(seq 10000)"#, &[]);
    assert_eq!(session.end(), 2);
    assert!(session.screen().contains("10000 articles are given"), "{}", session.screen());
    assert!(!session.bytes().contains(&0x1b));
}

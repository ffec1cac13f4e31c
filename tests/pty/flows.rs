//! What a reader does from the first screen to the end, in a real terminal.

use std::fs;

use super::session::Session;

const PARALLAX: &str = env!("CARGO_BIN_EXE_parallax");
const SIZE: (u16, u16) = (100, 30);

/// The keys of the reading view are shown: it is ready.
const READY: &str = "n next";

fn sample() -> Session {
    let session = Session::start(PARALLAX, &[], SIZE);
    session.wait_for(READY);
    session
}

#[test]
fn the_sample_story_opens_and_quitting_leaves_the_terminal_as_it_was() {
    let mut session = sample();
    assert!(session.screen().contains("Netanyahu"));
    session.quit();
}

#[test]
fn the_window_may_become_too_small_and_large_again_while_the_reader_reads() {
    let mut session = sample();
    session.resize((26, 6));
    session.wait_for("Too small");
    session.resize((1, 1));
    session.resize((70, 20));
    session.wait_for(READY);
    session.keys("nnnq");
    session.ends_with(0);
}

#[test]
fn ctrl_z_and_fg_come_back_to_the_screen() {
    let mut session = sample();
    session.keys("\x1a");
    session.wait_until_restored();
    session.go_on();
    session.wait_for(READY);
    session.quit();
}

/// A screen that waits for its second article, which comes through a pipe; with the pipe.
fn waiting() -> (tempfile::TempDir, std::path::PathBuf, Session) {
    let folder = tempfile::tempdir().unwrap();
    let (file, pipe) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
    fs::write(&file, "The minister said on Monday that 15 soldiers were killed.\n").unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let session = Session::start(PARALLAX, &[file.to_str().unwrap(), pipe.to_str().unwrap()], SIZE);
    session.wait_for("reading the articles");
    (folder, pipe, session)
}

#[test]
fn articles_that_take_long_to_be_read_are_waited_for_on_the_screen() {
    let (_folder, pipe, mut session) = waiting();
    // What is typed meanwhile is not lost.
    session.keys("n");
    fs::write(pipe, "The minister said on Monday that 17 soldiers were killed.\n").unwrap();
    session.wait_for("difference 1/1");
    session.quit();
}

#[test]
fn who_does_not_want_to_wait_for_the_articles_leaves() {
    let (_folder, _pipe, mut session) = waiting();
    session.keys("\x1b");
    session.ends_with(0);
}

#[test]
fn a_signal_restores_the_terminal() {
    let mut session = sample();
    session.signal("TERM");
    session.ends_with(143);
}

#[test]
fn keys_come_from_the_terminal_while_standard_input_is_an_article() {
    let articles = ["000_71b19c95f5d42c47", "001_1e87d2073f878b74"].map(|name| format!("seeds/{name}.txt"));
    let line = format!("cat {} | '{PARALLAX}' - {}", articles[0], articles[1]);
    let mut session = Session::start("sh", &["-c", &line], SIZE);
    session.wait_for(READY);
    session.keys("?");
    session.wait_for("Keys: reading");
    session.keys("qq");
    session.ends_with(0);
}

#[test]
fn an_export_is_written_where_it_was_asked_for_and_replaces_nothing_without_a_yes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.html");
    let typed = path.to_str().unwrap();
    let mut session = sample();
    session.keys("e\x15");
    session.wait_gone("parallax-A-B.txt");
    session.keys(typed);
    session.wait_for("a page to print");
    session.keys("\r");
    session.wait_for("wrote");
    let first = fs::read_to_string(&path).unwrap();
    assert!(first.contains("<html"));

    fs::write(&path, "precious").unwrap();
    session.keys(&format!("e\x15{typed}\r"));
    session.wait_for("Replace it?");
    session.keys("n");
    session.wait_gone("Replace it?");
    assert_eq!(fs::read_to_string(&path).unwrap(), "precious");
    session.keys("\r");
    session.wait_for("Replace it?");
    session.keys("y");
    session.wait_for("wrote");
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn the_place_and_the_theme_are_remembered_in_the_state_folder_alone() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().to_str().unwrap();
    let environment = [("XDG_STATE_HOME", state)];
    let mut session = Session::start_with(PARALLAX, &[], SIZE, &environment);
    session.wait_for(READY);
    session.keys("]");
    session.wait_for("pair 2/10");
    session.wait_for("difference 0/");
    session.keys("nnnT");
    session.wait_for("theme light");
    session.keys("q");
    assert_eq!(session.end(), 0);
    let mut again = Session::start_with(PARALLAX, &[], SIZE, &environment);
    again.wait_for("C 002_5974579d15e24730");
    again.wait_for("where you left off");
    again.keys("T");
    again.wait_for("theme high-contrast");
    again.keys("q");
    assert_eq!(again.end(), 0);
}

#[test]
fn a_digit_that_is_a_key_begins_a_number_until_a_moment_has_passed() {
    let mut session = sample();
    session.keys("15G");
    session.wait_for("A ¶15/");
    assert!(!session.screen().contains("alone"), "{}", session.screen());
    session.keys("2");
    session.wait_for("B alone");
    // Nobody types: it is the key that it is, and what follows moves in the article that is read alone.
    session.wait_gone(" 2×");
    session.keys("3G");
    session.wait_for("B ¶3/");
    assert!(session.screen().contains("B alone"), "{}", session.screen());
    session.quit();
}

#[test]
fn a_memory_that_cannot_be_read_is_put_aside_and_said_once() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("parallax");
    fs::create_dir(&state).unwrap();
    fs::write(state.join("memory.toml"), "theme = [").unwrap();
    let environment = [("XDG_STATE_HOME", folder.path().to_str().unwrap())];
    let start = || Session::start_with(PARALLAX, &[], SIZE, &environment);
    let mut session = start();
    session.wait_for("memory.toml.bad");
    session.keys("/corruption\r");
    session.wait_for("/corruption 1/2");
    session.quit();
    assert_eq!(fs::read_to_string(state.join("memory.toml.bad")).unwrap(), "theme = [");
    let mut again = start();
    again.wait_for("where you left off");
    // What was searched for is remembered.
    again.keys("/\x1b[A");
    again.wait_for("/corruption");
    again.keys("\x1b");
    again.wait_for(READY);
    again.quit();
}

/// Two articles that begin in Hebrew, and who is asked to set them in order.
fn hebrew(options: &[&str]) -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["אמר", "טען"].map(|verb| {
        let path = folder.path().join(verb);
        fs::write(&path, format!("השר {verb} כי 15 איש נהרגו.\n\nThe rest is in English.\n")).unwrap();
        path.to_str().unwrap().to_owned()
    });
    let mut arguments = options.to_vec();
    arguments.extend(paths.iter().map(String::as_str));
    let session = Session::start(PARALLAX, &arguments, SIZE);
    session.wait_for(READY);
    (folder, session)
}

#[test]
fn hebrew_is_set_in_order_and_the_terminal_asked_to_leave_it_so() {
    let (_folder, mut session) = hebrew(&[]);
    assert!(session.screen().contains(".וגרהנ שיא 15 יכ רמא רשה"), "{}", session.screen());
    session.keys("/טען\r");
    session.wait_for("A 0, B 1");
    session.keys("\x1b");
    session.wait_gone("A 0, B 1");
    session.quit();
    let bytes = String::from_utf8_lossy(&session.bytes()).into_owned();
    let (asked, taken_back) = (bytes.find("\x1b[8l"), bytes.rfind("\x1b[8h"));
    assert!(asked.is_some() && asked < taken_back, "asked at {asked:?}, taken back at {taken_back:?}");
}

#[test]
fn a_terminal_that_sets_hebrew_in_order_itself_is_left_alone() {
    let (_folder, mut session) = hebrew(&["--bidi", "terminal"]);
    assert!(session.screen().contains("השר אמר כי 15 איש נהרגו."), "{}", session.screen());
    session.keys("q");
    assert_eq!(session.end(), 0);
    assert!(!String::from_utf8_lossy(&session.bytes()).contains("\x1b[8l"));
}

//! Faults around the program: a disk that fills up, a folder that goes, input that is closed, too much of everything. No panic, no
//! file lost, a sentence that says what happened.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
};

fn articles(folder: &Path) {
    for (name, verb) in [("a.txt", "said"), ("b.txt", "claimed")] {
        let text: String =
            (0..60).map(|n| format!("The minister {verb} on day {n} that {n} ships had left the port.\n\n")).collect();
        fs::write(folder.join(name), text).unwrap();
    }
}

/// Runs a line of shell in `folder`, where `$P` is parallax.
fn shell(folder: &Path, line: &str) -> Output {
    Command::new("sh")
        .args(["-c", line])
        .env("P", env!("CARGO_BIN_EXE_parallax"))
        .env("HOME", "/dev/null/nobody")
        .env("RUST_BACKTRACE", "0")
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// The exit status and standard error.
fn said(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A limit on the size of files stands in for a disk that is full half-way: writing fails in the middle of the report.
#[test]
fn a_disk_that_fills_up_leaves_the_old_report_whole_and_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    fs::write(folder.path().join("old.txt"), "what was written before\n").unwrap();
    for format in ["text", "json", "html", "csv"] {
        let line = format!("trap '' XFSZ; ulimit -f 2; exec \"$P\" a.txt b.txt --format {format} -o old.txt");
        let (status, message) = said(&shell(folder.path(), &line));
        assert_eq!(status, Some(2), "{format}: {message}");
        assert!(message.starts_with("parallax: cannot write 'old.txt': "), "{message}");
        assert_eq!(fs::read_to_string(folder.path().join("old.txt")).unwrap(), "what was written before\n");
        assert_eq!(names(folder.path()), ["a.txt", "b.txt", "old.txt"], "{format}");
    }
}

#[test]
fn a_folder_that_is_gone_is_said() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    let line = r#"mkdir gone; cd gone; rmdir ../gone; exec "$P" "$OLDPWD/a.txt" "$OLDPWD/b.txt" -o report.txt"#;
    let (status, message) = said(&shell(folder.path(), line));
    assert_eq!(status, Some(2), "{message}");
    assert!(message.starts_with("parallax: cannot write 'report.txt': "), "{message}");
}

#[test]
fn closed_standard_streams_are_no_trouble_or_said() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    let (status, message) = said(&shell(folder.path(), r#"exec "$P" a.txt b.txt -o report.txt <&-"#));
    assert_eq!((status, message.as_str()), (Some(0), ""), "input is not needed for files");
    let (status, message) = said(&shell(folder.path(), r#"exec "$P" - b.txt <&-"#));
    assert_eq!(status, Some(2), "{message}");
    assert!(message.starts_with("parallax: "), "{message}");
    assert!(!message.contains("panicked"), "{message}");
    let (status, message) = said(&shell(folder.path(), r#"exec "$P" a.txt missing.txt 2>&-"#));
    assert_eq!((status, message.as_str()), (Some(2), ""), "a message that nobody can read");
    let (status, message) = said(&shell(folder.path(), r#"exec "$P" a.txt b.txt >&-"#));
    assert!(!message.contains("panicked"), "{status:?} {message}");
}

#[test]
fn output_that_takes_nothing_is_said() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    for (line, thing) in [
        (r#"exec "$P" a.txt b.txt >/dev/full"#, "'standard output'"),
        (r#"exec "$P" a.txt b.txt --format json >/dev/full"#, "'standard output'"),
        (r#"exec "$P" --help >/dev/full"#, "'standard output'"),
        (r#"exec "$P" a.txt b.txt -o /dev/full"#, "'/dev/full'"),
    ] {
        let (status, message) = said(&shell(folder.path(), line));
        assert_eq!(status, Some(2), "{line}: {message}");
        assert!(message.starts_with(&format!("parallax: cannot write {thing}: no space left")), "{line}: {message}");
    }
}

/// Also when its name is no Unicode, when it has another name, and when it comes through standard input.
#[test]
fn an_article_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    let whole = fs::read(folder.path().join("a.txt")).unwrap();
    let odd = r#"odd=$(printf 'odd\377.txt'); cp a.txt "$odd" 2>/dev/null || exit 3;"#;
    for (line, article) in [
        (r#"exec "$P" a.txt b.txt -o ./a.txt"#.to_owned(), "a.txt"),
        (r#"ln -s a.txt link.txt; exec "$P" a.txt b.txt -o link.txt"#.to_owned(), "a.txt"),
        (r#"exec "$P" - b.txt -o a.txt <a.txt"#.to_owned(), "a.txt"),
        (format!(r#"{odd} exec "$P" "$odd" b.txt -o "$odd""#), ""),
        (format!(r#"{odd} mkdir in; mv b.txt "$odd" in; exec "$P" in -o "in/$odd""#), ""),
    ] {
        let (status, message) = said(&shell(folder.path(), &line));
        // Not every system has names that are no Unicode.
        if status == Some(3) {
            continue;
        }
        assert_eq!(status, Some(2), "{line}: {message}");
        assert!(message.contains("is one of the articles, and a report is not written over it"), "{line}: {message}");
        if !article.is_empty() {
            assert_eq!(fs::read(folder.path().join(article)).unwrap(), whole, "{line}");
        }
        let _ = fs::rename(folder.path().join("in/b.txt"), folder.path().join("b.txt"));
    }
    let odd = fs::read_dir(folder.path().join("in")).into_iter().flatten().flatten();
    odd.for_each(|file| assert_eq!(fs::read(file.path()).unwrap(), whole, "{file:?}"));
}

#[test]
fn what_is_no_article_is_said_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    for (given, sentence) in [
        ("/dev/null", "'/dev/null' is empty"),
        ("loop", "cannot read 'loop': "),
        ("white.txt", "'white.txt' holds no words"),
        ("mark.txt", "'mark.txt' holds no words"),
        (".", "'.' is a folder among the articles"),
        ("''", "the name of an article is empty"),
    ] {
        let made = r#"ln -sf loop loop; printf ' \n\t\r\n' >white.txt; printf '\357\273\277' >mark.txt;"#;
        let (status, message) =
            said(&shell(folder.path(), &format!(r#"{made} exec "$P" {given} b.txt -o report.txt"#)));
        assert_eq!(status, Some(2), "{given}: {message}");
        assert!(message.starts_with(&format!("parallax: {sentence}")), "{given}: {message}");
        assert!(!folder.path().join("report.txt").exists(), "{given}");
    }
    let line = r#"mkfifo pipe; cat a.txt >pipe & "$P" pipe b.txt -o report.txt"#;
    assert_eq!(said(&shell(folder.path(), line)), (Some(0), String::new()), "a pipe is read as a file is");
}

/// Whether whoever started the tests has asked that the signal `number` be ignored, as `nohup` does: the program then inherits that.
fn is_ignored(number: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    mask >> (number - 1) & 1 == 1
}

/// The signals come while the first article is waited for, from standard input that never ends.
#[test]
fn signals_while_it_works_end_it_and_leave_no_file() {
    use std::os::unix::process::ExitStatusExt as _;
    for (name, number) in [("TERM", 15), ("INT", 2), ("HUP", 1)] {
        if is_ignored(number) {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        articles(folder.path());
        let mut child = Command::new(env!("CARGO_BIN_EXE_parallax"))
            .args(["-", "b.txt", "-o", "report.txt"])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        assert!(Command::new("kill").args(["-s", name, &child.id().to_string()]).status().unwrap().success());
        assert_eq!(child.wait().unwrap().signal(), Some(number), "{name}");
        assert_eq!(names(folder.path()), ["a.txt", "b.txt"], "{name}");
    }
}

/// Asked to end while a report is on its way to the disk: as soon as its part is there. The old file stays, or the new one is whole.
#[test]
fn signals_while_a_report_is_written_leave_no_part_of_it() {
    use std::os::unix::process::ExitStatusExt as _;
    for (name, number) in [("TERM", 15), ("INT", 2), ("HUP", 1)] {
        if is_ignored(number) {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        for (file, verb) in [("a.txt", "said"), ("b.txt", "claimed")] {
            let text: String =
                (0..4000).map(|n| format!("The envoy {verb} on day {n} that {n} ships left.\n\n")).collect();
            fs::write(folder.path().join(file), text).unwrap();
        }
        fs::write(folder.path().join("report.json"), "old").unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_parallax"))
            .args(["a.txt", "b.txt", "-o", "report.json"])
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        while child.try_wait().unwrap().is_none() && !names(folder.path()).iter().any(|name| name.ends_with("-part")) {
            std::thread::yield_now();
        }
        let _ = Command::new("kill").args(["-s", name, &child.id().to_string()]).stderr(Stdio::null()).status();
        let output = child.wait_with_output().unwrap();
        let (status, said) = (output.status, String::from_utf8_lossy(&output.stderr).into_owned());
        assert!(status.success() || status.signal() == Some(number), "{name}: {status:?}");
        assert_eq!(names(folder.path()), ["a.txt", "b.txt", "report.json"], "{name}");
        let report = fs::read_to_string(folder.path().join("report.json")).unwrap();
        assert!(report == "old" || report.trim_end().ends_with('}'), "{name}: {} bytes", report.len());
        let sentence = format!("parallax: ended by SIG{name}: the report was not written\n");
        assert_eq!(said, if report == "old" { sentence.as_str() } else { "" }, "{name}");
    }
}

#[test]
fn what_a_killed_program_left_is_removed_by_the_next_report() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    for name in [".report.txt.a1B2c3.parallax-part", ".other.txt.a1B2c3.parallax-part"] {
        fs::write(folder.path().join(name), "a part").unwrap();
    }
    let (status, message) = said(&shell(folder.path(), r#"exec "$P" a.txt b.txt -o report.txt"#));
    assert_eq!((status, message.as_str()), (Some(0), ""));
    assert_eq!(names(folder.path()), [".other.txt.a1B2c3.parallax-part", "a.txt", "b.txt", "report.txt"]);
}

#[test]
fn ten_thousand_files_are_refused_or_opened_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let many = folder.path().join("many");
    fs::create_dir(&many).unwrap();
    for n in 0..10_000 {
        fs::write(many.join(format!("{n}.txt")), format!("The minister said on day {n} that the ships had left.\n"))
            .unwrap();
    }
    let (status, message) = said(&shell(folder.path(), r#"exec "$P" many -o report.txt"#));
    assert_eq!(status, Some(2), "{message}");
    assert!(message.starts_with("parallax: ") && message.contains("10000"), "{message}");
    assert!(message.lines().count() <= 2, "{message}");
    let (status, message) = said(&shell(folder.path(), r#"cd many; exec "$P" *.txt -o ../report.txt"#));
    assert_eq!(status, Some(2), "{message}");
    assert!(message.lines().count() <= 2, "{message}");
    assert_eq!(names(folder.path()), ["many"]);
}

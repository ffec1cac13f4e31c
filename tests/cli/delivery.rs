//! A report is written whole or not at all, and nothing else is touched.

use std::{fs, process::Stdio};

use insta::assert_snapshot;

use super::{command, folder, output, printed, said};

/// The names in a folder, to see that nothing is left behind.
fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_ending_chooses_the_format() {
    let here = folder();
    for (name, beginning) in [
        ("r.txt", "parallax "),
        ("r.json", "{\"parallax\""),
        ("r.html", "<!doctype html>"),
        ("r.csv", "left,right,"),
        ("r", "parallax "),
    ] {
        assert_eq!(said(here.path(), &["wire.txt", "paper.txt", "-o", name]), "[0]");
        let written = fs::read_to_string(here.path().join(name)).unwrap();
        assert!(written.starts_with(beginning) && written.ends_with('\n'), "{name}: {written}");
    }
    assert_eq!(said(here.path(), &["wire.txt", "paper.txt", "-o", "x.txt", "--format", "json"]), "[0]");
    assert!(fs::read_to_string(here.path().join("x.txt")).unwrap().starts_with('{'));
    assert!(printed(here.path(), &["wire.txt", "paper.txt", "-o", "-"]).starts_with("parallax "));
    assert_eq!(names(here.path()), ["paper.txt", "r", "r.csv", "r.html", "r.json", "r.txt", "wire.txt", "x.txt"]);
}

#[test]
fn an_ending_that_no_report_has_is_refused() {
    let here = folder();
    assert_snapshot!(said(here.path(), &["wire.txt", "paper.txt", "-o", "r.docx"]), @"
    parallax: no report ends in '.docx'
    hint: give a name in .txt .html .csv .json .text .md .htm, or choose with --format
    [2]
    ");
    assert_eq!(said(here.path(), &["wire.txt", "paper.txt", "-o", "r.docx", "--format", "text"]), "[0]");
    assert_eq!(names(here.path()), ["paper.txt", "r.docx", "wire.txt"]);
}

#[test]
fn where_nothing_can_be_written_one_sentence_says_so() {
    let here = folder();
    fs::create_dir(here.path().join("folder")).unwrap();
    assert_snapshot!(said(here.path(), &["wire.txt", "paper.txt", "-o", "nowhere/r.txt"]), @"
    parallax: cannot write 'nowhere/r.txt': no such file or directory
    hint: make the folder first, or choose another
    [2]
    ");
    assert_snapshot!(said(here.path(), &["wire.txt", "paper.txt", "-o", "folder"]), @"
    parallax: cannot write 'folder': is a directory
    hint: that is a folder; add a file name
    [2]
    ");
    assert_snapshot!(said(here.path(), &["wire.txt", "paper.txt", "-o", "wire.txt"]), @"
    parallax: 'wire.txt' is one of the articles, and a report is not written over it
    hint: give --output another name
    [2]
    ");
    assert_eq!(names(here.path()), ["folder", "paper.txt", "wire.txt"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_devices_are_written_to() {
    let here = folder();
    assert_snapshot!(said(here.path(), &["wire.txt", "paper.txt", "-o", "/dev/full"]), @"
    parallax: cannot write '/dev/full': no space left on device
    hint: it takes no more; choose a file
    [2]
    ");
    assert!(printed(here.path(), &["wire.txt", "paper.txt", "-o", "/dev/stdout"]).starts_with("parallax "));
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = command(here.path(), &["wire.txt", "paper.txt"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("parallax: cannot write 'standard output': "));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_are_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let here = folder();
    let real = here.path().join("real.txt");
    fs::write(&real, "old").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.txt", here.path().join("link.txt")).unwrap();
    symlink("later.txt", here.path().join("dangling.txt")).unwrap();
    for name in ["link.txt", "dangling.txt"] {
        assert_eq!(said(here.path(), &["wire.txt", "paper.txt", "-o", name]), "[0]");
        assert!(fs::symlink_metadata(here.path().join(name)).unwrap().is_symlink(), "{name}");
    }
    assert!(fs::read_to_string(&real).unwrap().starts_with("parallax "));
    assert!(fs::read_to_string(here.path().join("later.txt")).unwrap().starts_with("parallax "));
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_stays_whole() {
    use std::os::unix::fs::PermissionsExt as _;
    let here = folder();
    let old = here.path().join("old.txt");
    fs::write(&old, "old").unwrap();
    fs::set_permissions(&old, fs::Permissions::from_mode(0o444)).unwrap();
    assert_snapshot!(said(here.path(), &["wire.txt", "paper.txt", "-o", "old.txt"]), @"
    parallax: cannot write 'old.txt': permission denied
    hint: choose a folder that you may write to
    [2]
    ");
    assert_eq!(fs::read_to_string(&old).unwrap(), "old");
}

#[test]
fn a_reader_who_leaves_is_no_trouble() {
    let here = folder();
    let long = "The minister resigned on Monday.\n\n".repeat(3000);
    fs::write(here.path().join("long.txt"), long).unwrap();
    for format in ["text", "json", "html", "csv"] {
        let mut child = command(here.path(), &["long.txt", "wire.txt", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{format}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let here = folder();
    for format in ["text", "json", "html", "csv"] {
        let once = || output(here.path(), &["wire.txt", "paper.txt", "--format", format]).stdout;
        assert_eq!(once(), once(), "{format}");
    }
}

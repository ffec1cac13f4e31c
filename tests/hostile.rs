//! Hostile text: whatever an article holds, nothing of it reaches the terminal, nothing of it is lost, and nothing breaks.
#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice, missing_docs)]

#[path = "hostile/invariants.rs"]
mod invariants;
#[path = "hostile/mixtures.rs"]
mod mixtures;
#[path = "hostile/streams.rs"]
mod streams;
#[path = "hostile/texts.rs"]
mod texts;

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn any_bytes_decode(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        invariants::decodes(&bytes);
    }

    #[test]
    fn any_text_is_tiled_accounted_for_reported_and_laid_out(a in mixtures::poisoned(), b in mixtures::poisoned()) {
        invariants::holds(&[("a.txt", a.as_bytes()), ("b.txt", b.as_bytes())]);
    }

    #[test]
    fn any_bytes_as_a_page_are_opened(page in prop::collection::vec(any::<u8>(), 0..300), b in mixtures::poisoned()) {
        let page = [b"<html><body><p>", &page[..]].concat();
        invariants::holds(&[("a.html", &page), ("b.txt", b.as_bytes())]);
    }

    #[test]
    fn the_order_of_the_articles_changes_no_link(a in mixtures::poisoned(), b in mixtures::poisoned()) {
        invariants::order_is_free(a.as_bytes(), b.as_bytes());
    }

    #[test]
    fn any_text_agrees_with_itself(text in mixtures::poisoned()) {
        invariants::agrees_with_itself("a.txt", text.as_bytes());
    }

    #[test]
    fn any_text_is_taken_or_refused_as_a_file_of_ones_own(text in mixtures::own_file()) {
        invariants::own_files(&text);
    }

    #[test]
    fn any_text_wraps_at_any_width(text in mixtures::poisoned(), width in 0_usize..90) {
        invariants::wraps(&text, width);
    }
}

#[test]
fn bytes_that_are_no_text_are_opened_and_kept() {
    for (name, bytes) in mixtures::broken() {
        let result =
            std::panic::catch_unwind(|| invariants::holds(&[("a.txt", &bytes), ("b.txt", &texts::article("said"))]));
        assert!(result.is_ok(), "{name}");
    }
}

/// Pages that once broke the program or kept it busy for minutes: each piece again and again behind one sentence.
#[test]
fn pages_of_nothing_but_markup_are_opened_on_a_small_stack() {
    let open = || {
        for (name, page) in mixtures::pages() {
            let story = parallax::intake::from_bytes([("a.html", page.as_bytes())]);
            let article = &story.articles[parallax::story::ArticleId::new(0)];
            assert!(article.text.contains("The minister resigned on Monday."), "{name}: {:?}", article.notes);
            assert!(article.notes.iter().any(|note| note.contains("HTML page")), "{name}: {:?}", article.notes);
        }
    };
    // A thread of the standard library has four times as much.
    std::thread::Builder::new().stack_size(512 << 10).spawn(open).unwrap().join().unwrap();
}

fn parallax(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_parallax")).args(arguments).current_dir(folder).output().unwrap()
}

/// A report to a pipe is an export and keeps every letter, also the bad ones: the JSON does so to the byte.
#[test]
fn json_keeps_what_the_terminal_must_not_see() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), texts::article("said")).unwrap();
    fs::write(folder.path().join("b.txt"), texts::article("claimed")).unwrap();
    let out = parallax(folder.path(), &["a.txt", "b.txt", "--format", "json"]);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let json: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let text = json["articles"][0]["text"].as_str().unwrap();
    for poison in texts::POISON.iter().filter(|poison| !poison.contains('\r')) {
        assert!(text.contains(poison), "{poison:?} is not in the JSON");
    }
}

#[test]
fn names_of_files_are_safe_in_messages() {
    let folder = tempfile::tempdir().unwrap();
    for name in texts::names() {
        let missing = parallax(folder.path(), &["--", &name, "b.txt"]);
        assert_eq!(missing.status.code(), Some(2), "{name:?}");
        assert_eq!(streams::poison(&missing.stderr), Vec::<String>::new(), "a missing {name:?}");
        assert!(!missing.stderr.contains(&0x1b), "{name:?}");
        let said = String::from_utf8(missing.stderr).unwrap();
        assert!(said.lines().count() <= 2, "one sentence and a hint, whatever the name holds: {said:?}");
    }
    for name in texts::names() {
        let refused = parallax(folder.path(), &[&format!("--format={name}"), "a.txt", "b.txt"]);
        assert_eq!(refused.status.code(), Some(2), "{name:?}");
        assert_eq!(streams::poison(&refused.stderr), Vec::<String>::new(), "a format called {name:?}");
        assert!(!refused.stderr.contains(&0x1b), "{name:?}");
    }
}

//! The text report as a person reads it, and what the program says of itself.

use std::fs;

use insta::assert_snapshot;

use super::{folder, printed};

/// The rows of a report: what follows the counts.
fn rows<'a>(report: &'a str, first: &str) -> &'a str {
    &report[report.find(first).unwrap()..]
}

#[test]
fn side_by_side() {
    let here = folder();
    let report = printed(here.path(), &["wire.txt", "paper.txt", "--width", "80", "--only", "rows"]);
    assert_snapshot!(rows(&report, "\u{b6}1 "), @r#"
    ¶1 Minister resigns                    = ¶1 Minister resigns

    ¶2 The minister resigned on Monday     ~ ¶2 The minister resigned on Monday
       after [-12-] years in office, a          after {+15+} years in office, a
       spokesman [-said-].                      spokesman {+claimed+}.

    ¶3 "I have done what I could," she     -
       told reporters in the capital.

    ¶4 The opposition asked for elections. = ¶3 The opposition asked for elections.

                                           + ¶4 Markets fell by two percent.
    "#);
}

#[test]
fn one_below_the_other() {
    let here = folder();
    let report =
        printed(here.path(), &["wire.txt", "paper.txt", "--layout", "linear", "--width", "72", "--only", "rows"]);
    let boxes = |c: char| ('\u{2500}'..='\u{259f}').contains(&c) || c == '|';
    assert!(!report.contains(boxes), "{report}");
    assert_snapshot!(rows(&report, "Row 1"), @r#"
    Row 1: same
    A ¶1 (headline): Minister resigns
    B ¶1 (headline): Minister resigns

    Row 2: reworded
    A ¶2: The minister resigned on Monday after [-12-] years in office, a
    spokesman [-said-].
    B ¶2: The minister resigned on Monday after {+15+} years in office, a
    spokesman {+claimed+}.

    Row 3: only in A
    A ¶3: "I have done what I could," she told reporters in the capital.

    Row 4: same
    A ¶4: The opposition asked for elections.
    B ¶3: The opposition asked for elections.

    Row 5: only in B
    B ¶4: Markets fell by two percent.
    "#);
}

#[test]
fn no_line_is_wider_than_asked() {
    let here = folder();
    for width in [40, 59, 60, 61, 80, 100, 173] {
        for layout in ["columns", "linear"] {
            let report = printed(here.path(), &["--pair", "1,2", "--width", &width.to_string(), "--layout", layout]);
            for line in report.lines().filter(|line| !line.contains("sha256") && !line.contains("seeds/")) {
                let columns = line.chars().count();
                assert!(columns <= width, "{layout} {width}: {columns}: {line}");
            }
        }
    }
}

#[test]
fn nothing_of_an_article_is_left_out() {
    let here = folder();
    let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let report = printed(here.path(), &["--pair", "1,3", "--layout", "linear", "--width", "1000", "--only", "rows"]);
    let report = bare(&report.replace("[-", "").replace("-]", "").replace("{+", "").replace("+}", ""));
    for name in ["000_71b19c95f5d42c47.txt", "002_5974579d15e24730.txt"] {
        let article = fs::read_to_string(format!("{}/seeds/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        // A dateline may be cut off its paragraph, and a row of the other article may stand between.
        for part in article.lines().flat_map(|line| line.split(['.', '\u{2013}'])) {
            assert!(report.contains(&bare(part)), "{name}: {part}");
        }
    }
}

#[test]
fn control_characters_are_shown_and_not_obeyed() {
    let here = folder();
    fs::write(here.path().join("evil.txt"), "The minister \u{1b}]0;owned\u{7} resigned\u{9b}2J on \u{202e}yadnoM.\n")
        .unwrap();
    for format in ["text", "html"] {
        let report = printed(here.path(), &["wire.txt", "evil.txt", "--format", format]);
        let obeyed = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!report.contains(obeyed), "{format}: {report:?}");
        assert!(report.contains("\u{241b}]0;owned\u{2407}"), "{format}: {report}");
    }
    assert!(printed(here.path(), &["wire.txt", "evil.txt", "--format", "json"]).contains("\\u001b]0;owned\\u0007"));
}

#[test]
fn one_part_alone() {
    let here = folder();
    let report = printed(here.path(), &["wire.txt", "paper.txt", "--only", "only-here"]);
    assert!(report.contains("Only in A") && !report.contains("Legend") && !report.contains("Findings ("), "{report}");
    let report = printed(here.path(), &["wire.txt", "paper.txt", "--only", "findings"]);
    assert!(!report.contains("Only in A") && report.contains("Findings ("), "{report}");
    let report = printed(here.path(), &["wire.txt", "paper.txt", "--only", "findings", "--format", "html"]);
    assert!(!report.contains("Only in A") && report.contains("Findings ("), "{report}");
}

#[test]
fn one_part_alone_as_rows_and_as_json() {
    let here = folder();
    let records = |part: &str| {
        let table = printed(here.path(), &["wire.txt", "paper.txt", "--only", part, "--format", "csv"]);
        let mut records: Vec<String> =
            table.lines().skip(1).filter_map(|line| Some(line.split(',').nth(2)?.to_owned())).collect();
        records.sort();
        records.dedup();
        records.join(" ")
    };
    assert_eq!(records("findings"), "finding");
    assert_eq!(records("quotations"), "quotation");
    assert_eq!(records("sources"), "source");
    assert_eq!(records("findings,sources"), "finding source");
    let fields = |part: &str| {
        let json = printed(here.path(), &["wire.txt", "paper.txt", "--only", part, "--format", "json"]);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let names =
            |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
        format!("{} | {}", names(&json), names(&json["pairs"][0]))
    };
    assert_eq!(fields("findings"), "articles notes pairs parallax schema settings | findings left notes right");
    assert_eq!(
        fields("quotations,sources"),
        "articles notes pairs parallax quotations schema settings sources | left notes quotations right"
    );
}

#[test]
fn the_short_help() {
    let here = folder();
    assert_snapshot!(printed(here.path(), &["-h"]));
}

#[test]
fn the_long_help() {
    let here = folder();
    assert_snapshot!(printed(here.path(), &["--help"]));
}

#[test]
fn man_page_and_completions_come_from_the_one_table() {
    let here = folder();
    let man = printed(here.path(), &["--man"]);
    let help = printed(here.path(), &["--help"]);
    let options: Vec<&str> = help
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-'))
        .filter(|word| word.starts_with("--") && word.len() > 3)
        .collect();
    assert!(options.len() > 12);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let completions = printed(here.path(), &["--completions", shell]);
        for option in &options {
            let name = option.trim_start_matches('-');
            assert!(completions.contains(name), "{shell} misses {option}");
            assert!(man.replace('\\', "").contains(option), "the man page misses {option}");
        }
    }
    assert_eq!(printed(here.path(), &["--version"]), format!("parallax {}\n", env!("CARGO_PKG_VERSION")));
}

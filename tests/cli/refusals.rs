//! Every trouble gets one sentence that names the thing, and a hint; the status is 2.

use std::fs;

use insta::assert_snapshot;

use super::{folder, output, printed, said};

#[test]
fn an_unknown_option_has_a_neighbour() {
    let here = folder();
    assert_snapshot!(said(here.path(), &["wire.txt", "paper.txt", "--formt", "json"]), @"
    parallax: unknown option '--formt'
    hint: did you mean '--format'?
    [2]
    ");
    assert_snapshot!(said(here.path(), &["--frobnicate"]), @"
    parallax: unknown option '--frobnicate'
    hint: 'parallax --help' lists the options
    [2]
    ");
    assert_snapshot!(said(here.path(), &["-q"]), @"
    parallax: unknown option '-q'
    hint: 'parallax --help' lists the options
    [2]
    ");
}

#[test]
fn a_value_that_makes_no_sense_is_quoted() {
    let here = folder();
    assert_snapshot!(said(here.path(), &["--format", "jsn"]), @"
    parallax: --format cannot be 'jsn'
    hint: did you mean 'json'?
    [2]
    ");
    assert_snapshot!(said(here.path(), &["--format", "yaml"]), @"
    parallax: --format cannot be 'yaml'
    hint: it may be text, json, html, csv
    [2]
    ");
    assert_snapshot!(said(here.path(), &["--width", "3"]), @"
    parallax: --width cannot be '3'
    hint: it may be 40 to 1000
    [2]
    ");
    assert_snapshot!(said(here.path(), &["--width"]), @"
    parallax: --width needs a value
    hint: write it as --width <N>
    [2]
    ");
    assert_snapshot!(said(here.path(), &["--layout", "circle"]), @"
    parallax: --layout cannot be 'circle'
    hint: it may be columns, linear
    [2]
    ");
    assert_snapshot!(said(here.path(), &["--width", "80", "--width", "90"]), @"
    parallax: --width is given twice
    hint: give it once
    [2]
    ");
}

#[test]
fn an_unknown_pair_lists_the_articles() {
    let here = folder();
    assert_snapshot!(said(here.path(), &["wire.txt", "paper.txt", "--pair", "1,9"]), @"
    parallax: --pair '1,9': there is no article 9, only 1 to 2
    hint: the articles are 1 'wire.txt', 2 'paper.txt'
    [2]
    ");
    assert_snapshot!(said(here.path(), &["wire.txt", "paper.txt", "--pair", "r,paper"]), @"
    parallax: --pair 'r,paper': 'r' fits 2 articles
    hint: the articles are 1 'wire.txt', 2 'paper.txt'
    [2]
    ");
    assert_snapshot!(said(here.path(), &["wire.txt", "paper.txt", "--pair", "wire,wire"]), @"
    parallax: --pair 'wire,wire': both name the article 1 'wire.txt'
    hint: the articles are 1 'wire.txt', 2 'paper.txt'
    [2]
    ");
}

#[test]
fn one_file_twice_is_all_the_same() {
    let here = folder();
    let report = printed(here.path(), &["wire.txt", "wire.txt", "--exit-code"]);
    assert!(report.contains("only here   0 in A, 0 in B"), "{report}");
    assert_eq!(output(here.path(), &["wire.txt", "wire.txt", "--exit-code"]).status.code(), Some(0));
    assert_eq!(output(here.path(), &["wire.txt", "paper.txt", "--exit-code"]).status.code(), Some(1));
    assert_eq!(output(here.path(), &["wire.txt", "paper.txt"]).status.code(), Some(0));
}

#[test]
fn what_a_report_folds_away_is_no_difference_to_the_exit_status() {
    let here = folder();
    let told =
        "The council voted on Monday to close the harbour bridge.\n\nFerries to Poland sailed as usual on Tuesday.\n";
    fs::write(here.path().join("one.txt"), format!("March 5, 2024 at 1:45 pm\n\n{told}")).unwrap();
    fs::write(here.path().join("other.txt"), format!("6 March 2024 at 1:45 pm\n\n{told}")).unwrap();
    let report = output(here.path(), &["one.txt", "other.txt", "--exit-code"]);
    let text = String::from_utf8(report.stdout).unwrap();
    assert!(text.contains("only here   0 in A, 0 in B") && text.contains("furniture   1 in A, 1 in B"), "{text}");
    assert_eq!(report.status.code(), Some(0), "{text}");
}

#[test]
fn typography_alone_is_no_difference_to_the_exit_status() {
    let here = folder();
    let status = |one: &str, other: &str| {
        let rest = "\n\nFerries to Poland sailed as usual on Tuesday.\n";
        fs::write(here.path().join("one.txt"), format!("{one}{rest}")).unwrap();
        fs::write(here.path().join("other.txt"), format!("{other}{rest}")).unwrap();
        output(here.path(), &["one.txt", "other.txt", "--exit-code"]).status.code()
    };
    for (one, other) in [
        ("The firm hired 1,000 dockers.", "The firm hired 1000 dockers."),
        ("The cease-fire holds.", "The ceasefire holds."),
        ("The vice-president and the attorney-general met.", "The vice president and the attorney general met."),
        ("The ship left at 3 p.m. on Monday.", "The ship left at 3pm on Monday."),
        ("The port lost 5% of its trade in June.", "The port lost five per cent of its trade in June."),
        ("U.S. officials said so.", "US officials said so."),
    ] {
        assert_eq!(status(one, other), Some(0), "{one}");
    }
    assert_eq!(status("He died at 81.", "He died at 82."), Some(1));
    assert_eq!(status("Das Tor ist schon zu.", "Das Tor ist schön zu."), Some(1), "accents make another word");
}

#[test]
fn settings_of_the_readers_own_are_held_to_the_line() {
    let here = folder();
    let config = here.path().join(".config/parallax");
    fs::create_dir_all(config.join("words/en")).unwrap();
    fs::write(config.join("settings.toml"), "# mine\nwidht = 80\n").unwrap();
    let about = |text: String| text.replace(&here.path().display().to_string(), "~");
    assert_snapshot!(about(said(here.path(), &["wire.txt", "paper.txt"])), @"
    parallax: '~/.config/parallax/settings.toml', line 2: no setting is called 'widht'; did you mean 'width'?
    hint: correct the file, or move it away to go on without it
    [2]
    ");
    fs::write(config.join("settings.toml"), "width = 72\nlayout = 'linear'\n").unwrap();
    assert_snapshot!(about(printed(here.path(), &["--show-config", "--ascii", "--width", "90", "--theme", "dark"])), @"
    configuration  ~/.config/parallax
    state          ~/.local/state/parallax
    theme          dark     by --theme
    no-color       false    as nothing else is said
    ascii          true     by --ascii
    mouse          true     as nothing else is said
    width          90       by --width
    layout         linear   by settings.toml
    bidi           program  as nothing else is said
    ");
    assert!(printed(here.path(), &["wire.txt", "paper.txt"]).contains("\nRow 1: "));
    fs::write(config.join("words/en/nonsense.txt"), "word\n").unwrap();
    assert_snapshot!(about(said(here.path(), &["wire.txt", "paper.txt"])), @"
    parallax: word list 'en/nonsense': 'nonsense' is no list; the lists are attribution, source, hedge, loaded, naming, evaluation, interpretation, background
    hint: a list has one entry a line under groups such as '[partisan 2 noun]'; '-word' takes an entry out
    [2]
    ");
}

#[test]
fn a_hostile_file_name_cannot_reach_the_terminal() {
    let here = folder();
    let said = said(here.path(), &["wire.txt", "\u{1b}[2Jgone\u{202e}.txt"]);
    assert!(said.contains("'\u{241b}[2Jgone⇄.txt'") && !said.contains('\u{1b}'), "{said}");
}

#[test]
fn a_theme_that_is_not_there_is_refused_for_a_report_too() {
    let here = folder();
    insta::assert_snapshot!(said(here.path(), &["wire.txt", "paper.txt", "--format", "text", "--theme", "nonsense"]), @"
    parallax: there is no theme 'nonsense'
    hint: the themes are dark, light, high-contrast, sixteen, sixteen-dark, sixteen-light, none
    [2]
    ");
    insta::assert_snapshot!(said(here.path(), &["wire.txt", "paper.txt", "--width", "abc"]), @"
    parallax: --width cannot be 'abc'
    hint: give a number of columns, from 40 to 1000
    [2]
    ");
}

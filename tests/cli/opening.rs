//! Opening what the reader named: what is no article is refused by name, what can be read is read.

use std::fs;

use insta::assert_snapshot;

use super::{fed, folder, printed, said, told};

#[test]
fn a_missing_file_is_named_with_its_neighbour() {
    let here = folder();
    assert_snapshot!(said(here.path(), &["wire.txt", "papre.txt"]), @"
    parallax: there is no file 'papre.txt'
    hint: did you mean 'paper.txt'?
    [2]
    ");
    assert_snapshot!(said(here.path(), &["wire.txt", "elsewhere/x.html"]), @"
    parallax: there is no file 'elsewhere/x.html'
    hint: check the path; 'parallax' alone opens the sample story
    [2]
    ");
}

#[test]
fn what_holds_no_two_articles_is_refused() {
    let here = folder();
    fs::create_dir(here.path().join("one")).unwrap();
    fs::write(here.path().join("one/wire.txt"), "Text.\n").unwrap();
    assert_snapshot!(said(here.path(), &["one"]), @"
    parallax: the folder 'one' holds one article, and a story needs two
    hint: name a second article, as in 'parallax A B', or a folder that holds several
    [2]
    ");
    assert_snapshot!(said(here.path(), &["wire.txt"]), @"
    parallax: 'wire.txt' is one article, and a story needs two
    hint: name a second article, as in 'parallax A B', or a folder that holds several
    [2]
    ");
}

#[test]
fn what_is_no_text_is_refused() {
    let here = folder();
    fs::write(here.path().join("empty.txt"), "").unwrap();
    fs::write(here.path().join("blank.txt"), " \n\n").unwrap();
    fs::write(here.path().join("photo.txt"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0").unwrap();
    assert_snapshot!(said(here.path(), &["wire.txt", "empty.txt"]), @"
    parallax: 'empty.txt' is empty
    hint: give a file that holds the text of an article
    [2]
    ");
    assert_snapshot!(said(here.path(), &["wire.txt", "blank.txt"]), @"
    parallax: 'blank.txt' holds no words
    hint: give a file that holds the text of an article
    [2]
    ");
    assert_snapshot!(said(here.path(), &["wire.txt", "photo.txt"]), @"
    parallax: 'photo.txt' is not text: an image (PNG)
    hint: save the article as plain text or HTML first
    [2]
    ");
}

#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let here = folder();
    let secret = here.path().join("secret.txt");
    fs::write(&secret, "Secret.\n").unwrap();
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&secret).is_ok() {
        return; // Whoever runs this may read everything.
    }
    assert_snapshot!(said(here.path(), &["wire.txt", "secret.txt"]), @r"
    parallax: cannot read 'secret.txt': permission denied
    hint: ask for the right to read it, or copy it to where you may
    [2]
    ");
}

#[test]
fn wrong_utf_8_is_decoded_and_said() {
    let here = folder();
    fs::write(
        here.path().join("latin.txt"),
        b"Le ministre a d\xe9missionn\xe9 lundi, a dit le porte-parole \xe0 Paris.\n",
    )
    .unwrap();
    let report = printed(here.path(), &["wire.txt", "latin.txt"]);
    assert!(report.contains("Le ministre a démissionné lundi") && report.contains("note: "), "{report}");
}

#[test]
fn standard_input_is_read_once() {
    let here = folder();
    let output = fed(here.path(), &["wire.txt", "-", "--format", "json"], b"The minister resigned.\n");
    assert!(output.status.success(), "{}", told(&output));
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"path\":\"-\""));
    assert_snapshot!(told(&fed(here.path(), &["-", "-"], b"Text.\n")), @"
    parallax: '-' is given twice, and standard input can be read once
    hint: save one of the articles to a file
    [2]
    ");
    assert_snapshot!(told(&fed(here.path(), &["wire.txt", "-"], b"")), @"
    parallax: '-' is empty
    hint: give a file that holds the text of an article
    [2]
    ");
}

#[test]
fn reports_beside_the_articles_are_none_of_them() {
    let here = folder();
    for report in ["report.txt", "report.html", "report.json", "report.csv"] {
        assert_eq!(said(here.path(), &[".", "-o", report]), "[0]");
    }
    let text = printed(here.path(), &["."]);
    assert!(text.contains("\n  B  ") && !text.contains("\n  C  "), "{text}");
    for report in ["report.html", "report.txt"] {
        assert!(text.contains(&format!("left out './{report}': it is a report of this program")), "{text}");
    }
    assert!(text.contains("left out './report.json': its ending is not that of an article"), "{text}");
}

#![allow(clippy::unwrap_used)]
use std::fs;

use tempfile::TempDir;

use super::*;

const TOLD: &str = "The ferry sailed again on Monday, the harbour council told reporters in the town.\n";

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

/// What opening `names` in `folder` says, with the folder's own name left out.
fn said(folder: &TempDir, names: &[&str]) -> String {
    let paths: Vec<PathBuf> = names.iter().map(|name| folder.path().join(name)).collect();
    let error = open(&paths).unwrap_err();
    let hint = error.hint().map_or(String::new(), |hint| format!(" ({hint})"));
    format!("{error}{hint}")
        .replace(&format!("{}/", folder.path().display()), "")
        .replace(&folder.path().display().to_string(), "")
}

#[test]
fn what_cannot_be_opened_is_named_with_a_hint() {
    let folder = folder(&[
        ("story.txt", TOLD.as_bytes()),
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n\xc2\xa0\n"),
        ("photo.png", b"\x89PNG\r\n\x1a\n\0\0"),
        ("blob", &[0, 1, 2, 3, 250, 0, 0, 7]),
    ]);
    fs::create_dir(folder.path().join("more")).unwrap();
    assert_eq!(said(&folder, &["story.txt", "stroy.txt"]), "there is no file 'stroy.txt' (did you mean 'story.txt'?)");
    assert_eq!(
        said(&folder, &["story.txt", "empty.txt"]),
        "'empty.txt' is empty (give a file that holds the text of an article)"
    );
    assert_eq!(
        said(&folder, &["story.txt", "blank.txt"]),
        "'blank.txt' holds no words (give a file that holds the text of an article)"
    );
    assert_eq!(
        said(&folder, &["story.txt", "photo.png"]),
        "'photo.png' is not text: an image (PNG) (save the article as plain text or HTML first)"
    );
    assert_eq!(
        said(&folder, &["story.txt", "blob"]),
        "'blob' is not text: it holds NUL bytes (save the article as plain text or HTML first)"
    );
    assert!(
        said(&folder, &["story.txt", "more"])
            .starts_with("'more' is a folder among the articles (give the folder alone")
    );
    assert!(said(&folder, &["more"]).starts_with("the folder 'more' holds no article"));
    assert!(said(&folder, &["story.txt"]).starts_with("'story.txt' is one article, and a story needs two"));
    assert!(said(&folder, &["stroy.txt"]).starts_with("there is no file"));
    assert!(said(&folder, &["story.txt"; 101]).starts_with("101 articles are given, and 100 is the most"));
}

#[test]
fn a_folder_is_opened_by_name_and_says_what_it_left_out() {
    let folder = folder(&[
        ("b.txt", TOLD.as_bytes()),
        ("a", TOLD.as_bytes()),
        ("c.md", b"\x00\x01\x02\x00"),
        ("d.txt", b""),
        ("e.png", b"\x89PNG"),
        (".hidden", TOLD.as_bytes()),
    ]);
    let story = open(&[folder.path()]).unwrap();
    let names: Vec<String> =
        story.articles.iter().map(|(_, article)| article.path.rsplit('/').next().unwrap().to_owned()).collect();
    assert_eq!(names, ["a", "b.txt"]);
    assert_eq!(story.notes.len(), 3, "{:?}", story.notes);
}

#[test]
fn the_same_article_twice_is_opened_and_said() {
    let folder = folder(&[("a.txt", TOLD.as_bytes())]);
    let path = folder.path().join("a.txt");
    let story = open(&[&path, &path]).unwrap();
    let notes: Vec<_> = story.articles.iter().map(|(_, article)| article.notes.clone()).collect();
    assert_eq!(notes, [vec![], vec!["the same bytes as article A".to_owned()]]);
}

#[test]
fn many_cores_number_words_as_one_does() {
    let long = |n: usize| (0..2_500).map(|i| format!("word{} and so on.\n", (i * n) % 700)).collect::<String>();
    let texts: Vec<String> = (1..5).map(long).collect();
    let story = from_bytes(texts.iter().map(|text| ("x", text.as_bytes())));
    let mut vocabulary = Vocabulary::default();
    for (_, article) in story.articles.iter() {
        let mut alone = Article { text: article.text.clone(), ..Article::default() };
        segment(&mut alone, &Said::default(), &mut vocabulary, &Progress::default());
        assert_eq!(alone.tokens, article.tokens);
        assert_eq!(alone.sentences, article.sentences);
    }
    assert!(story.vocabulary.iter().eq(vocabulary.iter()));
}

#[test]
fn labels_go_on_after_z() {
    assert_eq!([0, 25, 26, 51, 52].map(label), ["A", "Z", "AA", "AZ", "BA"]);
}

#[test]
fn the_head_of_a_story_is_its_beginning() {
    let story =
        from_bytes([("a", "One here.\n\nTwo here. And more.\n\nThree."), ("b", "A long first one. With a second.")]);
    let head = story.head(20);
    assert!(head.vocabulary.len() < story.vocabulary.len(), "the head has the words of the head");
    let show = |story: &Story| -> Vec<(String, usize, usize, usize)> {
        let about = |(_, article): (_, &Article)| {
            (article.text.clone(), article.paragraphs.len(), article.sentences.len(), article.tokens.len())
        };
        story.articles.iter().map(about).collect()
    };
    assert_eq!(show(&head), [("One here.".into(), 1, 1, 3), ("A long first one.".into(), 1, 1, 5)]);
    assert_eq!(
        show(&story.head(1_000)),
        [
            ("One here.\n\nTwo here. And more.\n\nThree.".into(), 3, 4, 11),
            ("A long first one. With a second.".into(), 1, 2, 9)
        ]
    );
    assert_eq!(show(&story.head(0))[0], ("One here.".into(), 1, 1, 3));
}

#[test]
fn hostile_texts_are_opened_whole_with_a_plain_note() {
    let one_word = "x".repeat(100_000);
    let no_stop = "word ".repeat(20_000);
    let alike = "The same again. ".repeat(5_000);
    let odd = "\u{1b}]0;t\u{7}\u{202e}.\u{0}(\u{feff}\u{301} ".repeat(5_000);
    let texts = [one_word, no_stop, alike, odd];
    let story = from_bytes(texts.iter().map(|text| ("x", text.as_bytes())));
    for ((_, article), text) in story.articles.iter().zip(&texts) {
        assert_eq!(article.text, *text);
        let kept: usize = article.tokens.iter().map(|token| token.span.len()).sum();
        assert_eq!(kept, text.chars().filter(|c| !c.is_whitespace()).map(char::len_utf8).sum::<usize>());
        assert!(article.sentences.iter().all(|sentence| sentence.span().len() <= 4_096));
    }
    let notes: Vec<usize> = story.articles.iter().map(|(_, article)| article.notes.len()).collect();
    assert_eq!(notes[..3], [1, 1, 0]);
}

#[test]
fn tokens_are_found_one_after_the_other_as_one_by_one() {
    let story = from_bytes([("a.txt", "One here. “Two”, he said.\n\nThree.")]);
    let article = &story.articles[crate::story::ArticleId::new(0)];
    let offsets = || 0..u32::try_from(article.text.len()).unwrap_or(0) + 2;
    let searched: Vec<usize> = offsets().map(|offset| article.token_at(offset)).collect();
    assert_eq!(article.tokens_at(offsets()).collect::<Vec<_>>(), searched);
}

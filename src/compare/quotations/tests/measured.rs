//! Passages with their speakers (`tests/gold/speakers`), held against what is found in them: how many are right, wrong, left open.
#![allow(clippy::panic, clippy::print_stdout, reason = "figures of a test that prints them")]

use std::{fs, path::Path};

use super::*;

/// How often the answers were right, wrong, or left open though somebody speaks.
#[derive(Debug, Default, PartialEq, Eq)]
struct Score {
    right: usize,
    wrong: usize,
    open: usize,
}

/// What is found at `words`, which stand between marks or are reported, in the first article.
fn found(text: &str, mark: char, words: &str, quotations: &Quotations) -> Option<String> {
    let shown = |speaker: &Speaker| match (&speaker.name, speaker.kind) {
        (Some(name), _) => Some(name.clone()),
        (None, SpeakerKind::Pronoun) => None,
        (None, _) => Some(speaker.span.of(text).to_owned()),
    };
    if mark == '“' {
        let quotation = quotations.quoted.iter().find(|quotation| quotation.inner.of(text).starts_with(words));
        return quotation.and_then(|quotation| quotation.speaker.as_ref()).and_then(shown);
    }
    let at = text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    let span = Span::new(at, at + words.len());
    let around = quotations.reported.iter().filter(|reported| reported.span.covers(span));
    around.min_by_key(|reported| reported.span.len()).and_then(|reported| reported.speaker.as_ref()).and_then(shown)
}

/// Whether two names are one but for case, typography and an article.
fn alike(found: &str, expected: &str) -> bool {
    let bare = |name: &str| {
        let folded = crate::text::fold::fold(name);
        let articles = ["the ", "a ", "an ", "der ", "die ", "eine ", "une ", "des ", "una ", "uma ", "um ", "un "];
        let bare = articles.iter().find_map(|article| folded.strip_prefix(article)).map(str::to_owned);
        bare.unwrap_or(folded)
    };
    bare(found) == bare(expected)
}

/// Holds the passages of the file `name`, which are in `language`, against what is found in them.
fn measure(name: &str, language: &str) -> Score {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/speakers").join(name);
    let gold = fs::read_to_string(path).unwrap();
    let mut score = Score::default();
    let lines = gold.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut read = (String::new(), Quotations::default());
    for line in lines {
        let answer = line.strip_prefix(['“', '~']).and_then(|rest| rest.rsplit_once(" = "));
        let Some((words, expected)) = answer else {
            // So few words are in no language by themselves.
            let mut text = line.replace(" ¶ ", "\n\n");
            if language == "en" {
                text += "\n\nIt was one of the things that had to be done, and it was not the last of them at all.";
            }
            let mut story = story(&[&text]);
            story.articles[ArticleId::new(0)].language = Some(language.to_owned());
            let lexicon = Lexicon::bundled().over(&story);
            let quotations = Quotations::of(&story, ArticleId::new(0), &lexicon, &Weights::of(&story));
            read = (text, quotations);
            continue;
        };
        let (text, quotations) = &read;
        let mark = line.chars().next().unwrap();
        let found = found(text, mark, words, quotations);
        let fits = |one: &str| match &found {
            None => one == "-",
            Some(found) => alike(found, one),
        };
        if expected.split('|').any(fits) {
            score.right += 1;
        } else {
            let verdict = if found.is_none() { "open " } else { "WRONG" };
            if found.is_none() {
                score.open += 1
            } else {
                score.wrong += 1
            }
            println!("{verdict} {} | {mark}{words} = {expected}", found.unwrap_or_default());
            println!("      {}", text.replace("\n\n", " ¶ "));
        }
    }
    score
}

#[test]
fn speakers_are_found_as_readers_find_them() {
    // Right, wrong and left open at least and at most; `cargo test measured -- --nocapture` shows the misses.
    for (name, language, right, wrong) in [
        ("shapes.txt", "en", 181, 0),
        ("unseen.txt", "en", 59, 1),
        ("later.txt", "en", 35, 1),
        ("de.txt", "de", 16, 0),
        ("de-unseen.txt", "de", 17, 0),
        ("fr.txt", "fr", 14, 0),
        ("fr-unseen.txt", "fr", 17, 0),
        ("es.txt", "es", 16, 0),
        ("es-unseen.txt", "es", 16, 0),
        ("it.txt", "it", 11, 0),
        ("it-unseen.txt", "it", 8, 0),
        ("pt.txt", "pt", 11, 0),
        ("pt-unseen.txt", "pt", 9, 0),
    ] {
        let score = measure(name, language);
        println!("{name}: {score:?}");
        assert!(score.right >= right && score.wrong <= wrong, "{name}: {score:?}");
    }
}

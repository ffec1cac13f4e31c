//! What lists find in a text, as the entries found.
#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::{
    lexicon::{Lexicon, bundled::BUNDLED, split},
    story::PerArticle,
    text::{span::Span, token::tokens},
};

fn story(text: &str) -> Story {
    let mut vocabulary = Vocabulary::default();
    let article = Article {
        text: text.to_owned(),
        tokens: tokens(text, Span::new(0, text.len()), &mut vocabulary),
        ..Article::default()
    };
    Story { articles: PerArticle::from_iter([article]), vocabulary, ..Story::default() }
}

/// The reporting verbs of a text as `entry (sense)`.
fn verbs(lexicon: &Lexicon, text: &str) -> String {
    let story = story(text);
    let words = lexicon.over(&story);
    let id = ArticleId::new(0);
    let Some(words) = words.of(id) else { return "no lists".to_owned() };
    let tokens = &story.articles[id].tokens;
    let found = (0..tokens.len()).filter_map(|at| words.reporting(tokens, at));
    found.map(|(entry, _)| format!("{} ({})", entry.text, entry.group.sense.name())).collect::<Vec<_>>().join(", ")
}

#[test]
fn reporting_verbs_are_found_in_every_form_with_their_sense() {
    let text = "He said that she claimed it, and they were shrugging off what the minister had admitted.";
    assert_eq!(verbs(&Lexicon::bundled(), text), "say (neutral), claim (doubt), shrug off (guilt), admit (guilt)");
}

#[test]
fn the_readers_list_goes_before_and_takes_out() {
    let mut lexicon = Lexicon::bundled();
    lexicon.with_user("en", "attribution", "[heat 3 verb]\nsay, harrumph\n-claim").unwrap();
    assert_eq!(verbs(&lexicon, "He said it and she claimed it; they harrumphed."), "say (heat), harrumph (heat)");
}

#[test]
fn taking_out_a_verb_takes_out_its_family() {
    let text = "He insisted on it, and she insisted that it was so. They defended it.";
    assert!(verbs(&Lexicon::bundled(), text).contains("insist"));
    let mut lexicon = Lexicon::bundled();
    lexicon.with_user("en", "attribution", "-insist").unwrap();
    assert_eq!(verbs(&lexicon, text), "defend (guilt)");
}

#[test]
fn a_text_taken_for_a_language_whose_small_words_it_lacks_is_held_against_the_readers_lists() {
    let mut lexicon = Lexicon::bundled();
    lexicon.with_user("de", "attribution", "[doubt 2]\nbehauptete").unwrap();
    let mut story =
        story("Der Minister behauptete am Montag in Berlin, die Regierung habe das Gesetz noch nicht beschlossen.");
    let id = ArticleId::new(0);
    story.articles[id].language = Some("en".into());
    let held = lexicon.over(&story);
    assert_eq!(held.of(id).map(Words::language), Some("de"));
}

#[test]
fn the_plain_word_takes_the_form_of_the_one_it_stands_for() {
    let story = story("He claims, claimed and rejected it, claiming that gangs ruled.");
    let words = Lexicon::bundled().over(&story);
    let words = words.of(ArticleId::new(0)).unwrap();
    let tokens = &story.articles[ArticleId::new(0)].tokens;
    let plain = (0..tokens.len()).filter_map(|at| {
        let (_, found) = words.reporting(tokens, at)?;
        words.neutral(found.entry, found.form)
    });
    assert_eq!(plain.collect::<Vec<_>>(), ["says", "said", "said no to", "saying"]);
}

#[test]
fn the_small_classes_found_when_the_program_was_built_are_those_of_the_list() {
    let (_, _, grammar) = BUNDLED.iter().find(|(_, name, _)| *name == "grammar").unwrap();
    let listed: Vec<&str> = split::grammar(grammar).map(|(_, word)| word).collect();
    let story = story(&format!("{} debt-ridden ill-considered state-run zebra", listed.join(" ")));
    let mut own = Lexicon::default();
    own.with_user("en", "grammar", grammar).unwrap();
    let (bundled, own) = (Lexicon::bundled().over(&story), own.over(&story));
    let sets = |words: &StoryWords| -> Vec<SetBits> {
        story.vocabulary.iter().map(|(word, _)| words.languages[0].sets(word)).collect()
    };
    assert_eq!(sets(&bundled), sets(&own));
}

#[test]
fn the_entries_inflected_when_the_program_was_built_are_those_of_the_lists() {
    let listed = BUNDLED.iter().filter(|(_, name, _)| ListKind::named(name).is_some());
    let text: String = listed.map(|(.., text)| text.replace(['(', ')', '<', '>', '~', '|', ','], " ")).collect();
    let story = story(&format!("{text} claims denied worst-case men's grimly emphasised well known"));
    // Forms of the reader's own make all lists be read anew.
    let mut anew = Lexicon::bundled();
    anew.with_user("en", "irregular", "frobnicate frobnicated").unwrap();
    let found = |lexicon: &Lexicon| -> Vec<(usize, String, usize, Form)> {
        let words = lexicon.over(&story);
        let (words, tokens) = (&words.languages[0], &story.articles[ArticleId::new(0)].tokens);
        let at = |at| words.at(tokens, at).map(move |found| (at, found));
        let found = (0..tokens.len()).flat_map(at);
        found.map(|(at, found)| (at, words.entry(found.entry).text.to_string(), found.length, found.form)).collect()
    };
    let (built, anew) = (found(&Lexicon::bundled()), found(&anew));
    assert!(built.len() > 10_000);
    assert_eq!(built, anew);
}

#[test]
fn an_entry_is_found_over_whatever_may_stand_inside_it() {
    let mut lexicon = Lexicon::bundled();
    lexicon
        .with_user("en", "loaded", "grim (_) news, grim .. tidings, grim <article> end, grim, grim _ _ night")
        .unwrap();
    let text = "It was the grim old news and the grim news of the grim and very sad tidings; it is grim the end in a grim way.";
    let story = story(text);
    let words = lexicon.over(&story);
    let words = words.of(ArticleId::new(0)).unwrap();
    let tokens = &story.articles[ArticleId::new(0)].tokens;
    let own = |at| words.at(tokens, at).map(|found| words.entry(found.entry)).filter(|entry| entry.own);
    let found = (0..tokens.len()).map(|at| own(at).map(|entry| &*entry.text).collect::<Vec<_>>().join(", "));
    assert_eq!(
        found.filter(|here| !here.is_empty()).collect::<Vec<_>>(),
        ["grim (_) news, grim", "grim (_) news, grim", "grim .. tidings, grim", "grim <article> end, grim", "grim"]
    );
}

#[test]
fn a_text_in_a_language_without_lists_finds_nothing() {
    let german = "Der Minister sagte am Montag in Berlin, die Regierung habe das Gesetz noch nicht beschlossen.";
    assert_eq!(verbs(&Lexicon::bundled(), german), "no lists");
}

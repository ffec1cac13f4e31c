#![allow(clippy::unwrap_used)]

use super::*;
use crate::{compare::pictures::story, lexicon::Lexicon};

/// One line a quotation: what is quoted, who speaks (`he = Bahram Ghasemi` where it is resolved), with which verb; then what is
/// reported.
fn picture(text: &str) -> String {
    let story = story(&[text]);
    let words = Lexicon::bundled().over(&story);
    let weights = Weights::of(&story);
    let quotations = Quotations::of(&story, ArticleId::new(0), &words, &weights);
    let who = |speaker: &Option<Speaker>| {
        speaker.as_ref().map_or("?".to_owned(), |speaker| {
            let said = speaker.span.of(text);
            match &speaker.name {
                Some(name) if name != said => format!("{said} = {name}"),
                _ => said.to_owned(),
            }
        })
    };
    let mut out = String::new();
    for quotation in &quotations.quoted {
        let verb = quotation.verb.map_or("", |verb| verb.of(text));
        let scare = if quotation.scare { " (scare)" } else { "" };
        out += &format!("{} | {} | {verb}{scare}\n", quotation.inner.of(text), who(&quotation.speaker));
    }
    for reported in &quotations.reported {
        out += &format!(
            "reported: {} | {} | {}\n",
            reported.span.of(text),
            who(&reported.speaker),
            reported.verb.of(text)
        );
    }
    out
}

#[test]
fn a_quotation_split_by_its_attribution_is_one_utterance() {
    let text = "“Iran’s ties are strong,” ministry spokesman Bahram Ghasemi told reporters. “They will last.” It was the first time in a year that he had been asked about it.";
    assert_eq!(
        picture(text),
        "Iran’s ties are strong, | Bahram Ghasemi | told reporters\nThey will last. | Bahram Ghasemi | told reporters\n"
    );
    let story = story(&[text]);
    let words = Lexicon::bundled().over(&story);
    let quotations = Quotations::of(&story, ArticleId::new(0), &words, &Weights::of(&story));
    assert_eq!(quotations.quoted[0].utterance, quotations.quoted[1].utterance);
}

#[test]
fn a_quotation_over_paragraphs_keeps_its_speaker() {
    let text = "Anna Weber, the mayor, said: “We begin today.\n\n“We end in May.\n\n“Nobody will be moved.”\n\nThe council met.";
    assert_eq!(
        picture(text),
        "We begin today. | Anna Weber | said\nWe end in May. | Anna Weber | said\nNobody will be moved. | Anna Weber | said\n"
    );
}

#[test]
fn apostrophes_are_no_quotation_marks() {
    let text = "The leaders' talks weren't 'a mere stunt of the '90s', the boys' coach John O'Neil said.";
    assert_eq!(picture(text), "a mere stunt of the '90s | John O'Neil | said\n");
}

#[test]
fn each_paragraph_of_a_long_quotation_opens_it_again_with_single_marks_too() {
    for between in [" ", "\n\n"] {
        let told = ["Ada Brun said: ‘It’s time to go.", "‘We had good years.", "‘I’m off to the hills.’"].join(between);
        let found = picture(&told);
        assert!(["time to go", "good years", "off to the hills"].iter().all(|words| found.contains(words)), "{found}");
    }
}

#[test]
fn a_quotation_that_a_text_breaks_off_in_is_one() {
    assert_eq!(picture("It rained. Ada Brun said: “We go home. We are tired.").lines().count(), 1);
    assert_eq!(picture("The shelf is 5\" deep and “wide. It fell.").lines().count(), 0);
}

#[test]
fn every_style_of_marks_is_known() {
    for text in [
        "He called it „eine große Sache“ there.",
        "He called it «une grande affaire» there.",
        "He called it »eine große Sache« there.",
        "He called it ‘a very great thing’ there.",
        "He called it ``a very great thing'' there.",
        "彼は「とても大きなことだ」と述べた。",
    ] {
        assert_eq!(picture(text).lines().count(), 1, "{text}");
    }
}

#[test]
fn scare_quotes_are_told_from_short_statements() {
    assert_eq!(
        picture(
            "The minister said the ties were of a kind that one could in the end call “strong”. “No,” said Bob Hale."
        ),
        "strong | The minister | said (scare)\nNo, | Bob Hale | said\n\
         reported: the ties were of a kind that one could in the end call “strong”. | The minister | said\n"
    );
}

#[test]
fn pronouns_and_offices_stand_for_the_last_name_that_fits() {
    let text = "Foreign ministry spokesman Bahram Ghasemi spoke on Monday. “We stay,” the ministry spokesman told reporters. \
                Bahram Ghasemi said that Netanyahu’s comments were an example of warfare. Officials “have a habit they cannot quit,” he charged.";
    assert_eq!(
        picture(text).lines().take(2).collect::<Vec<_>>(),
        [
            "We stay, | the ministry spokesman = Bahram Ghasemi | told reporters",
            "have a habit they cannot quit, | he = Bahram Ghasemi | charged"
        ]
    );
}

#[test]
fn words_are_reported_without_marks_too() {
    assert_eq!(
        picture("According to Anna Weber, the bridge will open in May. She said that nobody would be moved."),
        "reported: According to Anna Weber, the bridge will open in May. | Anna Weber | According to\n\
         reported: that nobody would be moved. | She = Anna Weber | said\n"
    );
}

#[test]
fn a_quotation_inside_a_quotation_is_part_of_it() {
    for text in [
        "“They told me ‘go home and wait’ and shut the door,” said Ada Brun.",
        "\"They told me 'go home and wait' and shut the door,\" said Ada Brun.",
        "‘They told me “go home and wait” and shut the door,’ said Ada Brun.",
        "«They told me “go home and wait” and shut the door», said Ada Brun.",
    ] {
        let found = picture(text);
        assert_eq!(found.lines().count(), 1, "{text}: {found}");
        assert!(found.contains("go home and wait") && found.contains("| Ada Brun |"), "{text}: {found}");
    }
}

mod languages;
mod measured;
mod styles;

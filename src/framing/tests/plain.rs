//! Words that are listed for a sense which they have not here: what a careful copy editor would shrug at.

use super::findings;
use crate::{lexicon::Lexicon, text::span::Span};

/// What is a cue in `sentence`, told in one article alone beside news that both tell.
fn cues_in(sentence: &str) -> Vec<String> {
    let news = "The mayor of Strelsau spoke to the council on Monday.";
    let (story, found) = findings(
        ["", &format!(" {sentence}")].map(|more| format!("{news}{more}")).each_ref().map(String::as_str),
        &Lexicon::bundled(),
    );
    let text = |at: Span| at.of(&story.articles[crate::story::ArticleId::new(1)].text).to_owned();
    found.iter().map(|cue| text(cue.span.into())).collect()
}

/// Of each pair the first sentence has no cue, and the second has the one named.
fn plain_and_charged(pairs: &[(&str, &str, &str)]) {
    for (plain, charged, cue) in pairs {
        assert_eq!(cues_in(plain), Vec::<String>::new(), "{plain}");
        let found = cues_in(charged);
        assert!(found.iter().any(|words| words.contains(cue)), "{charged}: {found:?}");
    }
}

#[test]
fn a_listed_word_in_a_set_phrase_is_none() {
    plain_and_charged(&[
        ("The crew were told to abandon ship.", "The mayor will abandon the poor.", "abandon"),
        ("Two guests were critically wounded.", "Two guests spoke critically of it.", "critically"),
        ("A grand jury will hear the case.", "It was a grand plan.", "grand"),
        ("Trade fell in the financial crisis.", "The town is in a crisis.", "crisis"),
        ("The plant lay outside the inspection regime.", "The Ruritanian regime fell.", "regime"),
        ("The patient had chronic pain.", "The town has chronic debts.", "chronic"),
        ("The guests rushed to hospital.", "The council rushed to judge him.", "rushed to"),
        ("The race was abandoned at noon.", "The mayor abandoned his voters.", "abandoned"),
        ("The quake toppled an historic tower.", "It was an historic speech.", "historic"),
        ("The news came as no surprise.", "The news came as Reed was ousted.", "came as"),
        ("A deadly avalanche hit the town.", "He is in deadly earnest, a deadly bore.", "deadly"),
        ("The fire raced up the only staircase.", "The town had only one doctor.", "only"),
    ]);
}

#[test]
fn a_word_for_force_is_plain_with_a_thing_or_a_force_of_nature() {
    plain_and_charged(&[
        ("A guest grabbed his bag.", "The party grabbed power.", "grabbed power"),
        ("The storm battered the coast.", "The press battered him for weeks.", "battered"),
        ("Dogs searched the ruins of two collapsed houses.", "He stood before the ruin of his party.", "ruin"),
        ("A wave of applause met her.", "A wave of anger met her.", "wave of"),
        ("The nurses buckled Reed into his seat.", "The party buckled under pressure.", "buckled"),
    ]);
}

#[test]
fn a_bound_is_no_judgement() {
    plain_and_charged(&[
        ("The work may take as much as 48 hours.", "Nobody lied as much as they did.", "as much as"),
        ("Use fell, and the meals consumed by 13% of them shrank.", "He is consumed by hatred.", "consumed by"),
        ("It applies only if the council agrees.", "The council has paid only 12 of them.", "only"),
    ]);
}

#[test]
fn a_clause_that_says_which_one_is_no_background() {
    plain_and_charged(&[
        ("Guests who made it to land were fed.", "The mayor, who once owned it, spoke.", "who once"),
        (
            "Those whose jobs were lost met there.",
            "A court, whose judges were chosen by Reed, met.",
            "whose judges were",
        ),
    ]);
}

#[test]
fn what_somebody_is_or_feels_is_no_verdict() {
    plain_and_charged(&[
        ("Reed is worried.", "A worried mayor rang the bell.", "worried"),
        ("He is not angry with her.", "An angry mayor rang the bell.", "angry"),
    ]);
}

#[test]
fn one_fact_is_told_once() {
    assert_eq!(cues_in("The council failed to mend the bridge."), ["failed to mend the bridge"]);
    assert_eq!(
        cues_in("An aide spoke on condition of anonymity because he was not authorised to speak."),
        ["on condition of anonymity"]
    );
}

#[test]
fn a_verb_by_which_nobody_has_spoken_is_none() {
    plain_and_charged(&[
        ("She would challenge it in court.", "She challenged the mayor.", "challenged"),
        ("The accord covers over 130 brands.", "She brands him a liar.", "brands"),
        ("There is no loss to deplore.", "She deplored the loss.", "deplored"),
        ("He portrayed the writer in a film.", "She portrayed him as a liar.", "portrayed"),
        ("It is too early to speculate.", "He speculated that it would rain.", "speculated"),
    ]);
}

#[test]
fn a_piece_of_a_statement_is_no_scare_quote() {
    plain_and_charged(&[
        ("Reed spoke of the blow as “a scrape”.", "The town has a new “helper” now.", "helper"),
        ("It is they who are “paying the price”.", "They paid a “fair price” for it.", "fair price"),
    ]);
}

#[test]
fn records_offices_and_what_had_been_done_before_are_plain() {
    plain_and_charged(&[
        ("It was the largest defeat in history.", "It was the nastiest defeat in history.", "nastiest"),
        ("The roof was lost, officials said.", "The roof was lost, guests claimed.", "guests claimed"),
        ("The mayor had already left.", "The town is already struggling.", "already"),
        ("The capsule was demolished, with two walls.", "The report demolished the mayor.", "demolished"),
        ("The paper wrote of regime change.", "The paper wrote of the regime.", "regime"),
        ("The treason charges, which carry ten years, were read.", "The firm charges that the town lied.", "charges"),
        ("He offered little resistance.", "He offered little comfort.", "offered little"),
    ]);
}

#[test]
fn fixed_terms_of_trade_law_and_office_judge_nothing() {
    let (_, found) = findings(
        [
            "Gross domestic product rose. The office of homeland security said so. The pension scheme is open. They buried toxic waste.",
            "The figures came out.",
        ],
        &Lexicon::bundled(),
    );
    assert!(found.is_empty(), "{found:?}");
}

//! Quotation marks as papers set them: over paragraphs, nested, with apostrophes inside, dashes.

use super::*;

/// What is quoted.
fn quoted(text: &str, language: &str) -> Vec<String> {
    let mut story = story(&[text]);
    story.articles[ArticleId::new(0)].language = Some(language.to_owned());
    let words = Lexicon::bundled().over(&story);
    let quotations = Quotations::of(&story, ArticleId::new(0), &words, &Weights::of(&story));
    quotations.quoted.iter().map(|quotation| quotation.inner.of(text).to_owned()).collect()
}

#[test]
fn single_marks_open_every_paragraph_and_close_the_last() {
    for text in [
        "Anna Weber, the mayor, said: ‘We begin today.\n\n‘We end in May, and the neighbours’ wives know it’s so.\n\n‘Nobody will be moved.’\n\nThe council met.",
        "Anna Weber, the mayor, said: 'We begin today.\n\n'We end in May, and the neighbours' wives know it's so.\n\n'Nobody will be moved.'\n\nThe council met.",
    ] {
        let found = picture(text);
        assert_eq!(found.lines().filter(|line| line.ends_with("| Anna Weber | said")).count(), 3, "{found}");
    }
    // Apostrophes that open paragraphs are none.
    assert_eq!(quoted("’Tis the season for it.\n\n'Twas so in the '90s, the boys' coach said.", "en"), [""; 0]);
}

#[test]
fn marks_of_one_kind_may_stand_two_deep() {
    for (text, language, expected) in [
        (
            "“He said: ‘They called it “a mess” and left’,” said Anna Weber.",
            "en",
            "He said: ‘They called it “a mess” and left’,",
        ),
        (
            "« Il m’a dit : « Rentrez chez vous », et je suis partie », a dit Anna Weber.",
            "fr",
            "Il m’a dit : « Rentrez chez vous », et je suis partie",
        ),
        ("»Er sagte: ›Geh nach Hause‹«, sagte Anna Weber.", "de", "Er sagte: ›Geh nach Hause‹"),
        (
            "„Er sagte mir: ‚Geh nach Hause‘, und ich ging“, sagte Anna Weber.",
            "de",
            "Er sagte mir: ‚Geh nach Hause‘, und ich ging",
        ),
        ("彼女は「『家に帰れ』と言われた」と語った。", "ja", "『家に帰れ』と言われた"),
    ] {
        assert_eq!(quoted(text, language), [expected], "{text}");
    }
}

#[test]
fn german_marks_are_known_in_all_their_forms() {
    assert_eq!(quoted("Er nannte es ‚eine große Sache‘ und ging.", "de"), ["eine große Sache"]);
    assert_eq!(
        quoted("„Wir beginnen heute\", sagte Anna Weber. „Niemand muss umziehen.\" Der Rat tagte.", "de"),
        ["Wir beginnen heute", "Niemand muss umziehen."]
    );
    assert_eq!(
        quoted("»Wir beginnen heute«, sagte Anna Weber. »Niemand muss umziehen.« Der Rat tagte.", "de"),
        ["Wir beginnen heute", "Niemand muss umziehen."]
    );
}

#[test]
fn french_paragraphs_go_on_with_either_mark() {
    for mark in ["«", "»"] {
        let text = format!(
            "Anna Weber a dit : « Nous commençons.\n\n{mark} Nous finirons en mai.\n\n{mark} Personne ne part. »\n\nLe conseil s’est réuni."
        );
        assert_eq!(quoted(&text, "fr"), ["Nous commençons.", "Nous finirons en mai.", "Personne ne part."], "{text}");
    }
}

#[test]
fn a_dash_opens_speech_where_papers_do_so() {
    let text = "La alcaldesa entró.\n\n—Empezamos hoy —dijo Anna Weber—. Nadie tendrá que mudarse.\n\n—¿Quién paga? —preguntó Juan.\n\nEl consejo se reunió.";
    assert_eq!(quoted(text, "es"), ["Empezamos hoy", "Nadie tendrá que mudarse.", "¿Quién paga?"]);
    assert_eq!(quoted("— The council will vote on Monday.\n\n— The mayor will speak.", "en"), [""; 0]);
}

#[test]
fn letters_that_apostrophes_stand_for_are_not_quoted() {
    assert_eq!(quoted("'Tis the season, she said, for rock 'n' roll and fish 'n' chips.", "en"), [""; 0]);
}

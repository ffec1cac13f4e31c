//! Speakers in languages of which only small classes of words are known.

use proptest::prelude::*;

use super::*;

/// The quotations of `text`, which is in `language`.
fn read(text: &str, language: &str) -> Quotations {
    let mut story = story(&[text]);
    story.articles[ArticleId::new(0)].language = Some(language.to_owned());
    let words = Lexicon::bundled().over(&story);
    Quotations::of(&story, ArticleId::new(0), &words, &Weights::of(&story))
}

#[test]
fn what_is_reported_begins_with_its_clause() {
    for (text, language, reported) in [
        ("Die Ministerin sagte, dass niemand umziehen müsse.", "de", "dass niemand umziehen müsse."),
        ("Le ministère a indiqué que l’enquête se poursuivait.", "fr", "que l’enquête se poursuivait."),
        (
            "Selon la police, douze personnes ont été blessées.",
            "fr",
            "Selon la police, douze personnes ont été blessées.",
        ),
        ("El alcalde, Luis Herrera, pidió ayuda tras las lluvias que golpearon la comarca.", "es", ""),
        ("El ministro no dijo que la ley se votará en mayo.", "es", ""),
    ] {
        let found = read(text, language);
        assert_eq!(found.reported.iter().map(|one| one.span.of(text)).collect::<String>(), reported, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_order_of_small_words_can_be_read(words in prop::collection::vec(word(), 0..40), language in 0_usize..5) {
        let found = read(&words.join(" "), ["de", "fr", "es", "it", "pt"][language]);
        prop_assert!(found.reported.is_sorted_by_key(|one| one.sentence));
    }
}

fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "sagte",
        "hat",
        "gesagt",
        "die",
        "der",
        "Ministerin",
        "Weber",
        ",",
        ".",
        ":",
        "„Ja“,",
        "laut",
        "zufolge",
        "so",
        "wie",
        "und",
        "a",
        "déclaré",
        "dit-il",
        "a-t-elle",
        "l’Élysée",
        "d’Anna",
        "que",
        "selon",
        "pour",
        "« Oui »,",
        "dijo",
        "según",
        "el",
        "portavoz",
        "del",
        "Gobierno",
        "(",
        ")",
        "—",
        "—Sí",
        "\n\n",
        "secondo",
        "della",
        "teilte",
        "mit",
        "nach",
        "Angaben",
        "1",
        "no",
    ])
}

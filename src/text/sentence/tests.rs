#![allow(clippy::unwrap_used, clippy::string_slice)]

use super::*;

/// The text with `|` between its sentences.
fn cut(text: &str) -> String {
    let spans = sentences(text, Span::new(0, text.len()), Language::guess(text));
    spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" | ")
}

#[track_caller]
fn unbroken(text: &str) {
    assert_eq!(cut(text), text);
}

/// Checks that `picture`, without its bars, is cut at the bars.
#[track_caller]
fn broken(picture: &str) {
    assert_eq!(cut(&picture.replace(" | ", " ")), picture);
}

#[test]
fn abbreviations_and_initials_do_not_end_a_sentence() {
    unbroken("Mr. Smith met Gen. J. R. Jones and the U.S. President at No. 3, St. James St. on Jan. 5.");
    unbroken("The agreement with the U.S, established in 2015, was kept.");
    unbroken("They met at 1:45 p.m. on Monday, at 3 p.m. EST.");
    unbroken("It cost $3.5 million, i.e. 1.2 per cent. of the budget, e.g. Apple Inc. Chief Executive Tim Cook paid.");
    unbroken("See pp. 3 and Fig. 2 in vol. 7.");
    unbroken("Thu. Nov 21st, 2024");
    unbroken("In Marsh v. Bell, ST. LOUIS MAYOR QUITS over Rs. 500.");
}

#[test]
fn abbreviations_may_end_a_sentence() {
    broken("He left at 5 p.m. | Officials said so.");
    broken("They fled to the U.S. | The court agreed.");
    broken("He bought apples, pears, etc. | Then he left.");
    broken("Did he? | No. | He did not.");
    broken("It happened in 2015. | In 2016 it ended.");
    broken("It was I. | They knew.");
}

#[test]
fn quotations_span_sentences() {
    broken("Officials “have a habit, and that is lying. | (They are) creating a mood,” he said.");
    broken("“These links serve us.” | He left.");
    broken("He said: \"It is small. | These links serve.\" | Then he left.");
    unbroken("“Why now?” he asked.");
    unbroken("“Why now?” Prime Minister Smith asked them.");
    broken("“Why now?” | The minister had no answer.");
    broken("He called it “psychological” warfare. | “No,” she said.");
    assert_eq!(cut("“So be it.”The end."), "“So be it.” | The end.");
    broken("He agreed (with reluctance.) | She did not.");
}

#[test]
fn ellipses_and_marks() {
    broken("He waited... | Nothing came.");
    unbroken("He waited … and nothing came.");
    unbroken("He waited . . . and nothing came.");
    broken("What?! | Never!!! | Well.");
    unbroken("Yahoo! announced it.");
    broken("It was so.[12] | Then not.");
    assert_eq!(cut("It was said.The end came."), "It was said. | The end came.");
    unbroken("See example.com and System.Text.Json for more.");
}

#[test]
fn other_scripts_and_languages() {
    assert_eq!(cut("他走了。她说：“好！”然后呢？没有。"), "他走了。 | 她说：“好！” | 然后呢？ | 没有。");
    assert_eq!(cut("彼は「行く。」と言った。終わり。"), "彼は「行く。」と言った。 | 終わり。");
    broken("वह गया। | वह आया।");
    broken("هل ذهب؟ | نعم ذهب.");
    broken("وہ گیا۔ | وہ آیا۔");
    broken("¿Qué pasa? | ¡Nada! | Dijo el Sr. López en EE.UU. a las 3.");
    broken("Er kam am 3. Mai mit Dr. Müller z. B. nach Berlin. | Das war nicht gut.");
    broken("« C'est la fin. » | Il a dit que M. Dupont et Mme. Durand sont partis.");
}

#[test]
fn ordinals_are_written_with_a_stop() {
    for text in [
        "Das Treffen ist am 3. Oktober im 2. Stock in Berlin.",
        "Die Feier zum 60. Geburtstag von Papst Johannes XXIII. Roncalli ist nicht am 4. April.",
        "Mødet finder sted den 3. Oktober i København, og det er ikke nemt.",
        "Møtet er den 3. Oktober i Oslo, og det er ikke lett for seg selv etter det.",
        "Kokous on 3. Lokakuuta ja se ei ole tärkeä.",
        "Karel IV. Lucemburský je ten, který se narodil 14. května v Praze.",
        "Spotkanie jest 3. Maja w Warszawie i nie jest łatwe.",
        "A 3. Kerületben lakik, és az nem egy jó hely.",
        "Prof. Dr. h. c. Müller kam mit der z. B. Berliner Bahn.",
    ] {
        unbroken(text);
    }
    broken("Das war am 3. | Die anderen kamen am 4. | Er ging nicht.");
}

#[test]
fn the_number_of_an_item_stays_with_it() {
    unbroken("1. Open the file.");
    unbroken("iv. The last one");
}

#[test]
fn a_sentence_of_megabytes_is_cut_between_words() {
    let text = "word ".repeat(3_000);
    let spans = sentences(&text, Span::new(0, text.len()), Language::guess(&text));
    assert!(spans.len() >= 3 && spans.iter().all(|span| span.len() <= LONGEST && span.of(&text).ends_with("word")));
    let text = "é".repeat(5_000);
    let spans = sentences(&text, Span::new(0, text.len()), Language::guess(&text));
    assert_eq!(spans.iter().map(|span| span.of(&text)).collect::<String>(), text);
}

#[test]
fn what_is_put_in_shifts_the_cuts_beside_it_alone() {
    let letter = |n: u64| {
        char::from(
            b'a' + u8::try_from((n.wrapping_mul(n) ^ n >> 3).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40 & 15).unwrap(),
        )
    };
    let text: String = (1..100_000_u64).map(letter).collect();
    let more = format!("{}{}{}", &text[..20_000], "put in ".repeat(500), &text[20_000..]);
    let pieces = |text: &str| -> Vec<String> {
        let spans = sentences(text, Span::new(0, text.len()), Language::guess(text));
        spans.iter().map(|span| span.of(text).to_owned()).collect()
    };
    let (plain, longer) = (pieces(&text), pieces(&more));
    let kept = plain.iter().filter(|piece| longer.contains(piece)).count();
    assert!(kept + 4 >= plain.len(), "{kept} of {}", plain.len());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(128))]

    #[test]
    fn sentences_cover_all_but_white_space(text in "([a-zA-Z0-9. !?\"'“”()…。।\n-]|\\PC){0,120}") {
        let spans = sentences(&text, Span::new(0, text.len()), Language::guess(&text));
        let mut end = 0;
        for span in &spans {
            proptest::prop_assert!(span.start >= end && !span.is_empty());
            proptest::prop_assert!(text.get(end as usize..span.start as usize).is_some_and(|gap| gap.trim().is_empty()));
            end = span.end;
        }
        proptest::prop_assert!(text.get(end as usize..).is_some_and(|gap| gap.trim().is_empty()));
    }
}

#[test]
fn initials_and_titles_of_other_scripts_do_not_end_a_sentence() {
    unbroken("Премьер А. С. Иванов не ответил, что это так.");
    unbroken("А. С. Иванов не ответил, что это так.");
    unbroken("Ο κ. Παπαδόπουλος είπε ότι δεν ξέρει.");
    unbroken("डॉ. शर्मा ने कहा कि यह सही है।");
    unbroken("ए. के. शर्मा ने कहा कि यह सही है।");
    unbroken("قال د. أحمد إن الجسر مغلق في الصيف.");
    unbroken("The company, Yahoo! Inc., fell on Monday.");
    broken("To koszt 3 mln zł. | Koniec tego, że nie było.");
}

#[test]
fn a_greek_question_ends_with_its_mark() {
    broken("Θα παραιτηθεί ο υπουργός; | Κανείς δεν ξέρει ακόμη.");
    broken("Θα παραιτηθεί ο υπουργός\u{37e} | Κανείς δεν ξέρει ακόμη.");
    unbroken("He came; Nobody knew of it.");
}

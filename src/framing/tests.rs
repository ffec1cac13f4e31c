//! What the rules of framing find in pairs of sentences, drawn as pictures: each cue underlined with the first letter of its kind
//! (a attribution, s source, h hedge, l loaded, n naming, e evaluation, i interpretation, b background), L and R for the sides.
#![allow(clippy::unwrap_used, clippy::string_slice, reason = "tests")]

mod shapes;

use insta::assert_snapshot;

use super::cues;
use crate::{
    align::align,
    compare::{Finding, Groundwork, changes, pictures::story, wordings},
    lexicon::Lexicon,
    progress::Progress,
    story::{ArticleId, ParagraphRole, Side, Story},
    text::span::Span,
};

fn findings(texts: [&str; 2], lexicon: &Lexicon) -> (Story, Vec<Finding>) {
    let mut story = story(&texts);
    story.articles[ArticleId::new(0)].label = "A".to_owned();
    story.articles[ArticleId::new(1)].label = "B".to_owned();
    for at in [0, 1].map(ArticleId::new) {
        let article = &mut story.articles[at];
        // A first paragraph without a full stop is the headline.
        if article.paragraphs.len() > 1 && !article.paragraphs[0].span().of(&article.text).ends_with('.') {
            article.paragraphs[0].role = ParagraphRole::Headline;
        }
    }
    let groundwork = Groundwork::of(&story, lexicon);
    let pair = story.pairs().next().unwrap();
    let alignment = align(&story, pair, &Progress::default());
    let changes = changes(&wordings(&story, &alignment, &groundwork, &Progress::default()));
    let found = cues(&story, &alignment, &changes, &groundwork);
    (story, found)
}

/// Both texts a sentence a line, with the cues underlined.
fn picture(left: &str, right: &str) -> String {
    let (story, found) = findings([left, right], &Lexicon::bundled());
    let mut out = String::new();
    for (side, (_, article)) in Side::BOTH.into_iter().zip(story.articles.iter()) {
        for sentence in &article.sentences {
            let text = sentence.span().of(&article.text);
            let mut marks = vec![' '; text.chars().count()];
            for cue in found.iter().filter(|cue| cue.side == side) {
                let span = Span::from(cue.span);
                if sentence.span().covers(span) {
                    let from = text[..(span.start - sentence.start) as usize].chars().count();
                    let letter = cue.kind.name().chars().next().unwrap();
                    marks[from..from + span.of(&article.text).chars().count()].fill(letter);
                }
            }
            let marks: String = marks.into_iter().collect();
            let letter = if side == Side::Left { 'L' } else { 'R' };
            out.push_str(&format!("{letter} {text}\n"));
            if !marks.trim().is_empty() {
                out.push_str(&format!("  {}\n", marks.trim_end()));
            }
        }
    }
    out
}

/// The findings as `words | counterpart | rule | why`.
fn table(left: &str, right: &str) -> String {
    let (story, found) = findings([left, right], &Lexicon::bundled());
    let pair = story.pairs().next().unwrap();
    let text = |side| story.articles[pair.on(side)].text.as_str();
    let row = |cue: &Finding| {
        let theirs = cue.counterpart.map_or("-", |span| span.of(text(cue.side.other())));
        format!("{} | {theirs} | {} | {}\n", Span::from(cue.span).of(text(cue.side)), cue.rule, cue.why)
    };
    found.iter().map(row).collect()
}

#[test]
fn a_reporting_verb_with_a_stance_answers_to_the_neutral_one() {
    assert_snapshot!(table(
        "The minister said that the harbour would open in June.",
        "The minister claimed that the harbour would open in June.",
    ), @r"
    claimed | said | words/en/attribution: claim | “claimed” keeps a distance from what is reported; A has “said” there.
    ");
}

#[test]
fn what_both_say_alike_is_no_finding() {
    assert_snapshot!(picture(
        "The beleaguered mayor insisted that the ruthless cuts would stay.",
        "On Monday the beleaguered mayor insisted that the ruthless cuts would stay.",
    ), @r"
    L The beleaguered mayor insisted that the ruthless cuts would stay.
    R On Monday the beleaguered mayor insisted that the ruthless cuts would stay.
    ");
}

#[test]
fn verbs_that_are_nouns_or_mean_something_else_are_left_alone() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The claims were filed on Monday. The firm maintains two ships and faces no charges. He claimed the prize. \
         The storm claimed five lives. She was admitted to hospital. Trade blasts were heard.",
    ), @r"
    L Prices rose.
    R The claims were filed on Monday.
    R The firm maintains two ships and faces no charges.
    R He claimed the prize.
    R The storm claimed five lives.
    R She was admitted to hospital.
    R Trade blasts were heard.
    ");
}

#[test]
fn words_of_a_source_are_not_the_writers() {
    assert_snapshot!(picture(
        "Prices rose.",
        "\u{201c}This brutal regime will slaughter its own people,\u{201d} the envoy said. The envoy spoke of a brutal regime.",
    ), @r"
    L Prices rose.
    R “This brutal regime will slaughter its own people,” the envoy said.
    R The envoy spoke of a brutal regime.
                           eeeeee llllll
    ");
}

#[test]
fn scare_quotes_are_a_hedge_even_where_the_other_has_the_word_bare() {
    assert_snapshot!(table(
        "The guards serve as military advisers in the northern town.",
        "The guards serve as \u{2018}military advisers\u{2019} in the northern town.",
    ), @r"
    ‘military advisers’ | military advisers | pattern: scare quotes | ‘military advisers’ keeps a distance from what is told; A has “military advisers” there.
    ");
}

#[test]
fn labels_made_of_any_words() {
    assert_snapshot!(picture(
        "Prices rose.",
        "Ruritania, Strelsau\u{2019}s most loyal protector, sent troops. Rebel-held towns and pro-Ruritanian militias were hit. \
         The ministry, which has long been at odds with the court, denied reported contacts with them.",
    ), @r"
    L Prices rose.
    R Ruritania, Strelsau’s most loyal protector, sent troops.
                 nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn
    R Rebel-held towns and pro-Ruritanian militias were hit.
      nnnnnnnnnn           nnnnnnnnnnnnnnnnnnnnnnn
    R The ministry, which has long been at odds with the court, denied reported contacts with them.
                    bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb  aaaaaa
    ");
}

#[test]
fn sources_without_a_name() {
    assert_snapshot!(picture(
        "Prices rose.",
        "According to several analysts the law will fail. It was reported that the mayor left. Some observers believe he will return. \
         Critics of the governor have noted the delay. The mayor is said to have wept.",
    ), @r"
    L Prices rose.
    R According to several analysts the law will fail.
      sssssssssssssssssssssssssssss
    R It was reported that the mayor left.
      sssssssssssssss
    R Some observers believe he will return.
      ssssssssssssssssssssss
    R Critics of the governor have noted the delay.
      ssssssssssssssssssssssssssssssssss
    R The mayor is said to have wept.
                ssssssssssssssssssss
    ");
}

#[test]
fn a_source_that_is_dropped() {
    assert_snapshot!(table(
        "The harbour will open to ships of every size in June, the minister said.",
        "The harbour will open to ships of every size in June.",
    ), @r"
    The harbour will open to ships of every size in June | , the minister said | pattern: source dropped | stated here without a source; A reports it as said: “, the minister said”.
    ");
}

#[test]
fn a_source_is_dropped_whatever_names_it() {
    for (with, without) in [
        ("Reed stole the money from the safe, police said.", "Reed stole the money from the safe."),
        ("According to the union, 4,000 jobs will go by May.", "4,000 jobs will go by May."),
        (
            "The dam has been leaking since March, according to a letter seen by The Gazette.",
            "The dam has been leaking since March.",
        ),
    ] {
        let told = table(with, without);
        assert!(told.contains("pattern: source dropped"), "{with}: {told}");
    }
}

#[test]
fn clauses_of_motive_cause_and_significance() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The council closed the library in a bid to save money, raising questions about its plans for the park. \
         The vote was a blow to the mayor, marking a new low in her term.",
    ), @r"
    L Prices rose.
    R The council closed the library in a bid to save money, raising questions about its plans for the park.
                                     iiiiiiiiiiiiiiiiiiiiii  iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii
    R The vote was a blow to the mayor, marking a new low in her term.
                   iiiiiiiiiiiiiiiiiii  iiiiiiiiiiiiiiiiiiiiiiiiiiiii
    ");
}

#[test]
fn capitals_make_names_and_not_cues() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The Radical Party met in Grim Hall with Noble Energy and the Brave Institute.",
    ), @r"
    L Prices rose.
    R The Radical Party met in Grim Hall with Noble Energy and the Brave Institute.
    ");
}

#[test]
fn neighbouring_evaluations_are_one_cue() {
    assert_snapshot!(picture("Prices rose.", "It was a ruthless and bloody campaign, utterly disastrous for the town."), @r"
    L Prices rose.
    R It was a ruthless and bloody campaign, utterly disastrous for the town.
               eeeeeeeeeeeeeeeeeee           eeeeeeeeeeeeeeeeee
    ");
}

#[test]
fn certainty_counts_only_as_a_shift() {
    assert_snapshot!(picture(
        "The new tunnel will cut the journey between the two cities by an hour.",
        "The new tunnel may cut the journey between the two cities by an hour.",
    ), @r"
    L The new tunnel will cut the journey between the two cities by an hour.
    R The new tunnel may cut the journey between the two cities by an hour.
                     hhh
    ");
}

#[test]
fn another_language_has_no_cues_and_no_failure() {
    let german =
        "Der brutale Minister behauptete am Montag in Berlin, die Regierung habe das Gesetz noch nicht beschlossen.";
    let (_, found) = findings(
        [german, "The minister claimed that the harbour would open in June, it was said."],
        &Lexicon::bundled(),
    );
    assert!(found.iter().all(|cue| cue.side == Side::Right));
    assert!(!found.is_empty());
}

#[test]
fn the_readers_own_words_are_cues_and_say_so() {
    let mut lexicon = Lexicon::bundled();
    lexicon.with_user("en", "loaded", "[partisan 3 noun]\nharbour = port\n").unwrap();
    let texts = ["Prices rose in the town.", "The harbours of the town were closed on Monday."];
    let (_, found) = findings(texts, &lexicon);
    let rules: Vec<&str> = found.iter().map(|cue| cue.rule.as_str()).collect();
    assert_eq!(rules, ["own/en/loaded: harbour"]);
}

#[test]
fn swapping_the_articles_swaps_the_findings() {
    let texts = [
        "The premier insisted that talks were \u{201c}strong\u{201d}. The brutal regime fell.",
        "The premier said that talks were strong, it was reported. The government fell in a bid to end the war.",
    ];
    let (_, one) = findings(texts, &Lexicon::bundled());
    let (_, mut two) = findings([texts[1], texts[0]], &Lexicon::bundled());
    for cue in &mut two {
        cue.side = cue.side.other();
        cue.why = String::new();
    }
    let mut one: Vec<Finding> = one.into_iter().map(|cue| Finding { why: String::new(), ..cue }).collect();
    let place = |cue: &Finding| (cue.side == Side::Right, cue.span, cue.kind);
    one.sort_by_key(place);
    two.sort_by_key(place);
    assert_eq!(one, two);
}

#[test]
fn clauses_set_beside_the_news_are_told_from_the_plain_course_of_events() {
    assert_snapshot!(picture(
        "The council closed the library on Monday.",
        "The council closed the library on Monday, robbing readers of a warm room. \
         It did so at night, a habit that many know. \
         The mayor, many of whose friends were there, spoke, despite a petition of readers. \
         The library, paid for with gifts, stood there. \
         That would have been the end. \
         She did not say where the books went. \
         The council met on Monday, beginning at noon. The vote was held in June, followed by a meal.",
    ), @r"
    L The council closed the library on Monday.
    R The council closed the library on Monday, robbing readers of a warm room.
                                                iiiiiiiiiiiiiiiiiiiiiiiiiiiiii
    R It did so at night, a habit that many know.
                          iiiiiiiiiiiiiiiiiiiiii
    R The mayor, many of whose friends were there, spoke, despite a petition of readers.
                         bbbbbbbbbbbbbbbbbb               bbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    R The library, paid for with gifts, stood there.
                   bbbbbbbbbbbbbbbbbbb
    R That would have been the end.
      iiiiiiiiiiiiiiiiiiiiiiiiiiii
    R She did not say where the books went.
          bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    R The council met on Monday, beginning at noon.
    R The vote was held in June, followed by a meal.
    ");
}

#[test]
fn who_speaks_in_the_mass_and_how_are_two_cues() {
    assert_snapshot!(picture(
        "Prices rose.",
        "Shopkeepers said that prices rose. Some analysts claim that prices rose. Some analysts say that prices rose.",
    ), @r"
    L Prices rose.
    R Shopkeepers said that prices rose.
      ssssssssssssssss
    R Some analysts claim that prices rose.
      sssssssssssss aaaaaaaaaa
    R Some analysts say that prices rose.
      sssssssssssssssss
    ");
}

#[test]
fn quotation_marks_beside_a_plain_verb_of_saying_hold_its_speakers_words() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The minister Ada Brun said the plan was \u{201c}sound\u{201d}. Ada Brun insisted the plan was \u{201c}sound\u{201d}. \
         The office opened what it calls \u{201c}safe routes\u{201d}. The office lost its \u{201c}plan\u{201d} again.",
    ), @r"
    L Prices rose.
    R The minister Ada Brun said the plan was “sound”.
    R Ada Brun insisted the plan was “sound”.
               aaaaaaaa              hhhhhhh
    R The office opened what it calls “safe routes”.
                        hhhhhhhhhhhhh hhhhhhhhhhhhh
    R The office lost its “plan” again.
                          hhhhhh
    ");
}

#[test]
fn a_label_beside_a_name_names_and_alone_it_is_loaded() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The Ruritanian regime met. The regime met. They quietly left, with the cruelly small sum paid daily.",
    ), @r"
    L Prices rose.
    R The Ruritanian regime met.
          nnnnnnnnnnnnnnnnn
    R The regime met.
          llllll
    R They quietly left, with the cruelly small sum paid daily.
           eeeeeee                eeeeeee
    ");
}

#[test]
fn plain_uses_of_telling_words_are_left_alone() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The army admitted stunning the guards. It became apparent to them. The match, which began at noon, was held there. \
         Ada Brun, who has two children, came. The envoy, adding that the talks were \u{201c}behind us\u{201d}, left. \
         The port, established under the old law, stood. She saw a stunning view and the apparent harm.",
    ), @r"
    L Prices rose.
    R The army admitted stunning the guards.
                        llllllll
    R It became apparent to them.
    R The match, which began at noon, was held there.
    R Ada Brun, who has two children, came.
    R The envoy, adding that the talks were “behind us”, left.
    R The port, established under the old law, stood.
    R She saw a stunning view and the apparent harm.
                eeeeeeee          hhhhhhhhhhhh
    ");
}

#[test]
fn a_clause_in_words_that_judge_is_no_bare_background() {
    assert_snapshot!(picture(
        "The council closed the library on Monday.",
        "The council closed the library on Monday. The firm, which has sold two ships, left. The firm, which has been led by a ruthless clan, left. \
         The town waited, while the ruthless owners left. The town waited, while the owners left. \
         Two were hurt, guests claimed. It was the biggest fire in the town for years.",
    ), @r"
    L The council closed the library on Monday.
    R The council closed the library on Monday.
    R The firm, which has sold two ships, left.
    R The firm, which has been led by a ruthless clan, left.
                iiiiiiiiiiiiiiiiiiiiiiiieeeeeeeeiiiii
    R The town waited, while the ruthless owners left.
      iiiiiiiiiiiiiiiiiiiiiiiiiiieeeeeeeeiiiiiiiiiiii
    R The town waited, while the owners left.
    R Two were hurt, guests claimed.
                     ssssssssssssss
    R It was the biggest fire in the town for years.
      iiiiiiieeeeeeeeeeeiiiiiiiiiiiiiiiiiieeeeeeeee
    ");
}

#[test]
fn what_was_not_done_is_the_writers_remark_unless_somebody_says_so() {
    assert_snapshot!(picture(
        "The council closed the library on Monday.",
        "The council closed the library on Monday. It did not open the doors again. The mayor said that it did not open the doors. \
         The clause, a device used four times, was read out. Ada Brun, a baker of the town, was there.",
    ), @r"
    L The council closed the library on Monday.
    R The council closed the library on Monday.
    R It did not open the doors again.
         bbbbbbbbbbbbbbbbbbbbbbbbbbbb
    R The mayor said that it did not open the doors.
    R The clause, a device used four times, was read out.
    R Ada Brun, a baker of the town, was there.
    ");
}

#[test]
fn a_word_that_the_other_quotes_is_not_said_to_be_lacking_there() {
    let quoting = "\u{201c}This is a disaster and a betrayal of the people,\u{201d} the senator said.";
    let telling = "The senator said it was a disaster and a betrayal of the people.";
    let (_, found) = findings([quoting, telling], &Lexicon::bundled());
    let of_the_words = |finding: &&Finding| finding.why.contains("disaster") || finding.why.contains("betrayal");
    assert!(found.iter().filter(of_the_words).all(|finding| !finding.why.contains("goes without")), "{found:#?}");
}

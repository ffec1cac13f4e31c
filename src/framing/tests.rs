//! What the rules of framing find in pairs of sentences, drawn as pictures: each cue underlined with the first letter of its kind
//! (a attribution, s source, h hedge, l loaded, n naming, e evaluation, i interpretation, b background), L and R for the sides.
#![allow(clippy::unwrap_used, clippy::string_slice, reason = "tests")]

mod certainty;
mod clauses;
mod labels;
mod plain;
mod shapes;
mod verbs;

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
fn a_source_is_dropped_whatever_names_it() {
    for (with, without) in [
        ("Reed stole the money from the safe, police said.", "Reed stole the money from the safe."),
        (
            "According to the union, 4,000 of the jobs at the plant will go by the end of May.",
            "4,000 of the jobs at the plant will go by the end of May.",
        ),
        (
            "The dam above the old town of Varen has been leaking since March, according to a letter seen by The Gazette.",
            "The dam above the old town of Varen has been leaking since March.",
        ),
    ] {
        let told = table(with, without);
        assert!(told.contains("pattern: source dropped"), "{with}: {told}");
    }
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
fn a_word_that_the_other_quotes_is_not_said_to_be_lacking_there() {
    let quoting = "\u{201c}This is a disaster and a betrayal of the people,\u{201d} the senator said.";
    let telling = "The senator said it was a disaster and a betrayal of the people.";
    let (_, found) = findings([quoting, telling], &Lexicon::bundled());
    let of_the_words = |finding: &&Finding| finding.why.contains("disaster") || finding.why.contains("betrayal");
    assert!(found.iter().filter(of_the_words).all(|finding| !finding.why.contains("goes without")), "{found:#?}");
}

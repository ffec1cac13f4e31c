#![allow(clippy::unwrap_used)]
use super::*;
use crate::intake::paragraph::paragraphs;

/// One line a paragraph: the first letter of its role, then its beginning.
fn picture(text: &str) -> String {
    let found = roles(text, &paragraphs(text), &Said::default(), Language::guess(text));
    let line = |(span, role): &(Span, ParagraphRole)| {
        let mark = match role {
            ParagraphRole::Headline => 'H',
            ParagraphRole::Dateline => 'D',
            ParagraphRole::Caption => 'C',
            ParagraphRole::Body => ' ',
            ParagraphRole::Boilerplate => '-',
        };
        format!("{mark} {}", span.of(text).chars().take(44).collect::<String>())
    };
    found.paragraphs.iter().map(line).collect::<Vec<_>>().join("\n")
}

const TOLD: &str =
    "The harbour council told reporters on Monday that the ferry would sail again, and that the crew was safe.";

#[test]
fn the_sample_articles() {
    let sample = |name: &str| {
        let picture = picture(&std::fs::read_to_string(format!("seeds/{name}")).unwrap());
        picture.lines().map(|line| line.chars().next().unwrap()).collect::<String>().replace(' ', ".")
    };
    assert_eq!(sample("000_71b19c95f5d42c47.txt"), "DHCC............--");
    assert_eq!(sample("001_1e87d2073f878b74.txt"), "CC...............--");
    assert_eq!(sample("002_5974579d15e24730.txt"), "D.......");
    assert_eq!(sample("003_0b8842c66ca4ffe6.txt"), "-HDC.....-.....-");
    assert_eq!(sample("004_39bce321e0bbfa00.txt"), "D..........");
}

#[test]
fn a_slogan_is_no_headline_and_a_standfirst_is_told() {
    let text = format!(
        "Truth since 1890\n\nFerry to sail again, harbour council says\n\nCrew is safe after the storm\n\n\
         By Ann Smith and Bo Lee\n\nMarch 4, 2019\n\n{TOLD}"
    );
    assert_eq!(
        picture(&text),
        "\
- Truth since 1890
H Ferry to sail again, harbour council says
  Crew is safe after the storm
- By Ann Smith and Bo Lee
D March 4, 2019
  The harbour council told reporters on Monday"
    );
}

#[test]
fn page_furniture_is_marked_wherever_it_stands() {
    let text = format!(
        "{TOLD}\n\nRead more: Storm hits the coast\n\nShare this article\n\n{TOLD}\n\n12 comments\n\n\
         Ann Smith is a freelance writer.\n\n© 2019 The Harbour. All rights reserved."
    );
    assert_eq!(
        picture(&text),
        "  The harbour council told reporters on Monday
- Read more: Storm hits the coast
- Share this article
  The harbour council told reporters on Monday
- 12 comments
- Ann Smith is a freelance writer.
- © 2019 The Harbour. All rights reserved."
    );
}

#[test]
fn what_only_looks_like_furniture_is_told() {
    let text = "Read the letter again, she told him, and then he read it to the whole council in one breath.\n\nBy noon they had gone\n\nThe photo showed nothing.";
    assert!(picture(text).lines().all(|line| line.starts_with("  ")), "{}", picture(text));
    assert_eq!(picture("Leave a reply"), "  Leave a reply");
}

/// The picture of an article with `line` before its first, between its second and third, or behind its last paragraph.
fn with(line: &str, at: usize) -> String {
    let mut paragraphs = vec!["Ferry to sail again, harbour council says", TOLD, TOLD, TOLD, TOLD];
    paragraphs.insert(at, line);
    picture(&paragraphs.join("\n\n")).lines().nth(at).unwrap_or_default().chars().take(1).collect()
}

#[test]
fn news_that_begins_like_furniture_is_told() {
    for line in [
        "Copyright law was broken in 30 cases, the court found on Monday.",
        "Get the latest figures and you will see that I am right, she told reporters.",
        "The opinions expressed by the minister drew anger from the dockers' union.",
        "Become a member of NATO or face Moscow alone, he told parliament.",
        "Courtesy of the navy, the 14 sailors were flown home on Monday.",
        "Screenshot evidence shown in court proved that he had made the call.",
        "Picture by picture, the jury went through the evidence on Tuesday.",
        "Photos: The police showed pictures of the boat on Monday, and said that it was old.",
        "Source: a man who saw it all, the accused had written in his diary.",
        "Topics at the summit include trade, arms and the price of grain.",
    ] {
        assert_eq!(with(line, 2), " ", "{line}");
    }
    for line in [
        "Reporting by the Guardian showed that the minister had lied to the committee.",
        "Anna Lund is a reporter who was jailed in May for refusing to name her source.",
        "The dead man is the author of three books on the history of the port.",
        "She can be reached at the prison only by letter, her lawyer said.",
    ] {
        assert_eq!(with(line, 5), " ", "{line}");
    }
}

#[test]
fn a_place_and_a_day_are_no_headline_and_a_speaker_is_no_place() {
    assert_eq!(picture(&format!("KESH, Tarsan, Oct. 22\n\n{TOLD}")).lines().next(), Some("D KESH, Tarsan, Oct. 22"));
    for first in
        ["JOHNSON: I will go to the harbour and tell them.", "Police: 14 people are dead and the captain is held."]
    {
        assert_eq!(with(first, 1), " ", "{first}");
        assert!(picture(&format!("Ferry sinks\n\n{first}\n\n{TOLD}")).contains(first.get(..20).unwrap()), "{first}");
    }
    assert_eq!(with("Q: What happened on the ferry that night?", 1), " ");
}

#[test]
fn a_title_that_ends_in_a_quotation_is_a_headline_and_a_quoted_sentence_is_told() {
    let first = |line: &str| picture(&format!("{line}\n\n{TOLD}")).chars().next();
    assert_eq!(first("Minister on the ferry: ‘We are sorry’"), Some('H'));
    assert_eq!(first("“We are sorry for the loss.”"), Some(' '));
    assert_eq!(first("He said: “We are sorry for the loss.”"), Some(' '));
    assert_eq!(first("Will the ferry “sail again”?"), Some('H'));
}

#[test]
fn furniture_is_known_by_its_own_words() {
    for (mark, at, line) in [
        ("-", 1, "Jane Doe in London"),
        ("-", 1, "Jane Doe and John Roe in London"),
        ("D", 1, "Published 1 day ago"),
        ("-", 1, "Jane Doe, Political Editor"),
        ("-", 1, "By Jane Doe and John Roe in London and Ann Poe in Paris"),
        ("D", 1, "Updated 1405 GMT (2205 HKT) March 5, 2019"),
        ("-", 1, "This article is more than 10 years old"),
        ("C", 2, "(Jane Doe/The Washington Post)"),
        ("C", 2, "Credit...Jane Doe for The New York Times"),
        ("C", 2, "The ferry leaves the port on Sunday. Jane Doe / Getty Images"),
        ("C", 2, "The ferry leaves the port on Sunday. Photo: Jane Doe"),
        ("C", 2, "UPI/Jane Doe | License Photo"),
        ("-", 2, "ALSO READ | Storm closes three ports"),
        ("-", 2, "Sign up for our newsletter to get the news in your inbox."),
        ("-", 5, "Comments (23)"),
        ("-", 5, "With assistance from Jane Doe and John Roe."),
        ("-", 5, "AP writer John Smith contributed to this report."),
        ("-", 5, "Associated Press reporter Ann Ray contributed."),
        ("D", 2, "11:15 GMT"),
        ("-", 5, "Found a mistake? Highlight it with your mouse and press CTRL + Enter."),
        ("-", 5, "MNA/TT"),
        ("-", 5, "Written by Jane Doe"),
        ("-", 5, "Jane Doe is a reporter based in London. She covers the ports."),
    ] {
        assert_eq!(with(line, at), mark, "{line}");
    }
}

#[test]
fn a_caption_is_no_headline_and_hides_no_dateline() {
    let text = format!(
        "Ferry sails\n\nThe ferry leaves the harbour of the town after the storm on Sunday, March 4, 2019. (AP Photo/ N. S.)\n\n\
         MALMO, Sweden -- {TOLD}"
    );
    assert_eq!(
        picture(&text),
        "\
H Ferry sails
C The ferry leaves the harbour of the town aft
D MALMO, Sweden --
  The harbour council told reporters on Monday"
    );
}

#[test]
fn what_a_page_asks_of_browsers_is_not_what_is_told() {
    let text = format!(
        "Some features need a newer version of the program that you use.\n\nFerry to sail again, harbour council says\n\n{TOLD}"
    );
    assert!(
        picture(&text).starts_with("- Some features") && picture(&text).contains("\nH Ferry"),
        "{}",
        picture(&text)
    );
}

#[test]
fn dates_and_authors_below_a_summary_are_found() {
    let text = format!(
        "Ferry to sail again\n\nThe crew is safe after the storm that closed the port of the town.\n\nHarbour Staff\n\n\
         Thursday 01 September 2022 06:00\n\n{TOLD}"
    );
    assert_eq!(picture(&text).lines().filter_map(|line| line.chars().next()).collect::<String>(), "H -D ");
}

mod forms;

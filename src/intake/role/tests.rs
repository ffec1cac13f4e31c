#![allow(clippy::unwrap_used)]
use super::*;
use crate::intake::paragraph::paragraphs;

/// One line a paragraph: the first letter of its role, then its beginning.
fn picture(text: &str) -> String {
    let found = roles(text, &paragraphs(text), false, Language::guess(text));
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

//! Lines that many outlets set beside their reports, and sentences of reports that look like them.

use super::*;

/// The mark of `line` above the first paragraph of an article with a headline.
fn head(line: &str) -> String {
    let text = format!("Ferry to sail again, harbour council says\n\n{line}\n\n{TOLD}\n\n{TOLD}");
    picture(&text).lines().skip(1).take(line.lines().count()).filter_map(|line| line.chars().next()).collect()
}

/// The mark of `line` as the last of an article, and what is cut off it.
fn foot(line: &str) -> String {
    let text = format!("Ferry to sail again, harbour council says\n\n{TOLD}\n\n{TOLD}\n\n{TOLD}\n\n{line}");
    picture(&text).lines().skip(4).filter_map(|line| line.chars().next()).collect()
}

#[test]
fn what_outlets_set_above_a_report_is_furniture() {
    for (line, marks) in [
        ("BBC News, Paris", "-"),
        ("Jane Doe\nPolitical correspondent", "--"),
        ("Staff report", "-"),
        ("Jane Doe | The Daily Journal", "-"),
        ("Jane Doe | John Roe", "-"),
        ("jdoe@dailyjournal.com", "-"),
        ("Jane Doe\n\nMar 5, 2024 10:12 am IST", "-\nD"),
        ("Issued on: 05/03/2024 - 10:12", "D"),
        ("KYODO NEWS - Mar 5, 2024 - 10:12 | World, All", "D"),
        ("ANI | Updated: Mar 05, 2024 10:12 IST", "D"),
        ("Madrid - 05 mar 2024 - 10:12 CET", "D"),
        ("Posted by admin on March 5, 2024 | 12 Comments", "D"),
        ("Published\n5 March 2024", "-D"),
        ("Jane Doe reported from Paris, and John Roe from London.", "-"),
        ("Listen to this article · 6:12 min Learn more", "-"),
        ("Save articles to read later and create your own reading list.", "-"),
        ("NEWYou can now listen to Fox News articles!", "-"),
        ("Protesters in Paris on Tuesday.Credit...Dmitry Kostyukov for The New York Times", "C"),
        ("Paris\nCNN\n —", "D--"),
    ] {
        let marks: String = marks.chars().filter(|c| *c != '\n').collect();
        let found = head(line);
        assert_eq!(found.chars().take(marks.len()).collect::<String>(), marks, "{line}");
    }
}

#[test]
fn what_outlets_set_below_a_report_is_furniture() {
    for line in [
        "jd/jr/mb",
        "jd/rc (AFP, AP, dpa, Reuters)",
        "9376**1424",
        "==Kyodo",
        "John Roe in London contributed to this report.",
        "John Roe contributed reporting from London.",
        "Contact Jane Doe at 555-123-4567 or jdoe@dailyjournal.com. Follow her on Twitter @jdoe.",
        "A version of this article appears in print on March 6, 2024, Section A, Page 1 of the New York edition.",
        "Click the alert icon to follow topics:",
        "Follow us on Twitter @IrnaEnglish",
        "(Except for the headline, this story has not been edited by our staff and is published from a feed.)",
        "About the Author: Jane Doe writes on harbours.",
        "Le Monde avec AFP",
        "Her book on harbours, “Salt”, is out now. Follow her on Twitter @jdoe.",
        "More on the strike: https://example.org/strike and https://example.org/port",
        "Join our harbour forum to go on with the talk! If you have a correction, let us know at: desk@example.org.",
        "Tell us what you think...",
        "Image 1 of 4",
    ] {
        assert_eq!(foot(line), "-", "{line}");
    }
    assert_eq!(foot("Updated at 1:23 p.m."), "D");
    assert_eq!(foot(&format!("{TOLD} Enditem")), " -");
}

#[test]
fn sentences_that_look_like_furniture_are_told() {
    for line in [
        "Credit: that is what families want.",
        "Contact between the two sides ended in May, the ministry said.",
        "Follow the money, the opposition says.",
        "Reach an agreement by May 5, 2024 or leave, he told them.",
        "Call the number 555-123-4567 and nobody answers, she said of the hotline, which was shut last week without notice to the callers who still need it, many of them old and sick people in the towns of the north who have no other way of reaching a doctor at night.",
        "Jane Doe of London contributed 500 pounds to the fund.",
        "The minister reported from the front that all was well.",
        "Moscow reported losses in March and contributed no troops.",
        "Reuters reported that two men had been seen in the port.",
        "John Roe in London contributed to the fall of the bank.",
        "The list stands at https://example.org/list, and nobody has denied it.",
        "Told at 1:23 p.m. to leave, they stayed.",
        "Readers can now listen to the trial, which is held in public.",
        "It was the end.",
        "The items were sold. Ends met.",
        "A version of this law was passed by the council in 1931, she said.",
        "Save the articles for later, the judge told the jury.",
        "An icon to follow, the bishop called her.",
        "The AP and Reuters were told to leave the port.",
        "He and/or she must pay, the court ruled.",
        "BBC News, Paris, was not told of the vote, he said.",
        "Political correspondents were kept out of the port.",
        "The note said: 05/03/2024 - do not open.",
        "Published figures show that prices rose.",
        "The story was not edited by the censor, he said.",
    ] {
        assert_eq!((head(line).as_str(), foot(line).as_str()), (" ", " "), "{line}");
    }
}

#[test]
fn an_article_that_begins_with_a_caption_has_its_headline() {
    let caption = "Protesters march in Paris on Tuesday, March 5, 2024. (AP Photo/Michel Euler)";
    let text = format!("{caption}\n\nFerry to sail again, harbour council says\n\nPARIS (AP) — {TOLD}\n\n{TOLD}");
    assert_eq!(picture(&text).chars().filter(|c| matches!(c, 'C' | 'H' | 'D')).take(3).collect::<String>(), "CHD");
    let found = roles(&text, &paragraphs(&text), &Said::default(), Language::guess(&text));
    assert_eq!(found.title.as_deref(), Some("Ferry to sail again, harbour council says"));
}

#[test]
fn a_lone_date_or_name_is_no_passage() {
    assert_eq!(picture("March 5, 2024"), "D March 5, 2024");
    assert_eq!(picture("By Jane Doe"), "- By Jane Doe");
    assert_eq!(picture("By Tuesday it was over."), "  By Tuesday it was over.");
    assert_eq!(picture("PARIS (AP) — The council voted."), "D PARIS (AP) —\n  The council voted.");
}

#[test]
fn what_readers_say_below_an_article_is_furniture_where_the_page_says_when_they_said_it() {
    let article = |below: &str| {
        picture(&format!("Ferry to sail again, harbour council says\n\n{TOLD}\n\n{TOLD}\n\n{TOLD}\n\n{below}"))
    };
    let readers = "3 Comments\n\nAnn R. 2 hours ago\n\nI was on that ferry and nobody told us a thing.\n\nReply\n\nBo, March 5, 2024\n\n\
                   Same here. It took all night.\n\nReply";
    assert_eq!(article(readers).matches("\n- ").count(), 7, "{}", article(readers));
    // Analysts, in a report that gathers what they say.
    let analysts = format!("Comments:\n\nJane Doe, economist\n\n{TOLD}\n\nJohn Roe, economist\n\n{TOLD}");
    assert_eq!(article(&analysts).matches("\n- ").count(), 1, "{}", article(&analysts));
}

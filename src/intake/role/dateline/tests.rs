#![allow(clippy::string_slice)]
use super::*;

#[test]
fn date_lines_tell_nothing() {
    for line in [
        "Thu. Nov 21st, 2024",
        "March 1, 2019 at 1:45 pm",
        "Published 5 March 2019 | Updated 10:30 GMT",
        "2019-03-05",
        "Last updated on Monday, March 4, 2019",
        "5 hours ago",
        "Updated 1405 GMT (2205 HKT) March 5, 2019",
        "4:22 PM, Jan 14, 2012 | comments",
        "Issued on: 05/03/2024 - 10:12",
    ] {
        assert!(is_date_line(line, "en"), "{line}");
    }
    for line in ["In March 2019 he went", "March 1, 2019 was a cold day in Moscow", "at last", "12 million", ""] {
        assert!(!is_date_line(line, "en"), "{line}");
    }
}

#[test]
fn a_place_and_a_day_or_the_time_alone_tell_nothing() {
    for line in ["KESH, Tarsan, Oct. 22", "NEW YORK, March 5, 2024", "KATO, 4 October"] {
        assert!(is_place_and_day(line), "{line}");
    }
    for line in [
        "Kesh falls on Oct. 22",
        "KESH, 22 dead",
        "NATO, the alliance, met on Oct. 22",
        "KESH, Tarsan, Oct. 22 and after",
    ] {
        assert!(!is_place_and_day(line), "{line}");
    }
    assert!(["10:12", "10:12 a.m.", "11.15 GMT"].iter().all(|line| is_clock_line(line, "en")));
    assert!(["3:2", "12.50", "10:12 he left", "10:12 10:13"].iter().all(|line| !is_clock_line(line, "en")));
}

#[test]
fn who_speaks_and_what_follows_is_no_place() {
    let label = |prefix: &str, told: &str, other: &str| is_label(prefix, told, [other], "en");
    let told = "The ferry was old and had no licence.";
    assert!(label("Police:", told, told) && label("Analysis:", told, told));
    assert!(label("JOHNSON:", "I will go to the harbour.", told));
    assert!(label("JOHNSON:", told, "WEBER: Nobody has asked me about the ferry."));
    assert!(!label("MOSCOW:", told, told) && !label("New Delhi:", told, told));
    assert!(!label("Paris [France], March 5 (ANI):", told, told) && !label("Rome -", "I will go.", told));
}

#[test]
fn a_line_of_a_place_and_an_agency_tells_nothing() {
    assert!(is_place_line("KATHMANDU – Reuters") && is_place_line("NEW DELHI - AFP"));
    assert!(!is_place_line("KATHMANDU – Rescue goes on") && !is_place_line("Reuters – AFP"));
}

/// The paragraph with `‖` behind its dateline.
fn split(paragraph: &str) -> String {
    match glued(paragraph, "en") {
        Some(found) => format!("{}‖{}", &paragraph[..found.end], &paragraph[found.end..]),
        None => paragraph.to_owned(),
    }
}

#[test]
fn datelines_are_split_from_what_is_told() {
    for picture in [
        "date 2019-03-05 TEHRAN – ‖Iranian foreign ministry spokesman explained.",
        "date 2019-03-05 ‖Iran's foreign ministry insisted Monday.",
        "March 1, 2019 at 1:45 pm ‖Russian President Vladimir Putin wants it.",
        "MOSCOW, March 1 (Reuters) - ‖Russia said on Friday it would.",
        "TEHRAN, Iran (AP) — ‖Iran said on Friday it would not.",
        "KABUL—‖Officials said on Friday they would not.",
        "Washington (CNN) ‖Officials said on Friday they would.",
        "WEST PALM BEACH, Fla. — ‖The president said on Friday.",
        "MOSCOW, March 5. /TASS/. ‖The minister resigned on Friday.",
        "(CNN) — ‖The minister resigned on Friday.",
        "New Delhi: ‖The minister resigned on Friday.",
        "MOSCOW: ‖The minister resigned on Friday.",
        "Rome - ‖The minister resigned on Friday.",
        "Kabul, Afghanistan — ‖The minister resigned on Friday.",
        "Geneva, Switzerland, 5 March 2019 – ‖The minister resigned on Friday.",
        "Caracas, 5 mar (EFE).- ‖The minister resigned on Friday.",
        "Kyiv. March 5. Interfax - ‖The minister resigned on Friday.",
        "Brussels | ‖The minister resigned on Friday.",
        "By Jane Doe, London - ‖The minister resigned on Friday.",
        "Updated 3:15 p.m. ET, Tue March 5, 2019 ‖The minister resigned on Friday.",
        "KATO, 4 October. ‖The minister resigned on Friday.",
        "New Orvia, March 1, 2019. ‖The council met on Friday.",
        "WASHINGTON (AP) _ ‖The minister resigned on Friday.",
        "Paris (France) (AFP) - ‖The minister resigned on Friday.",
        "Paris [France], March 5 (ANI): ‖The minister resigned on Friday.",
        "New Delhi, Mar 5 (PTI) ‖The minister resigned on Friday.",
        "PARIS (AP) — ‖The council voted.",
        "(CNN) ‖The minister resigned on Friday.",
        "Nairobi (CNN)‖The minister resigned on Friday.",
        "RIO DE JANEIRO, 5 mar (Reuters) - ‖The minister resigned on Friday.",
        "Nairobi, Kenya | AFP | ‖The minister resigned on Friday.",
        "NEW YORK--(BUSINESS WIRE)--‖The company resigned on Friday.",
        "NEW YORK, March 5, 2024 /PRNewswire/ -- ‖The minister resigned on Friday.",
    ] {
        assert_eq!(split(&picture.replace('‖', "")), picture);
    }
    for told in [
        "The UN – which had been warned – did nothing at all.",
        "US officials said – on Friday – that they would not go.",
        "On March 1, 2019, Russia said that it would go.",
        "March 1, 2019 was a cold day in Moscow, he said.",
        "Paris, 4 October was a cold day for the council.",
        "On Monday, 4 October. It was the day of the vote.",
        "NATO (the alliance) said on Friday it would not go.",
        "2019-03-05",
        "Washington, March 5 (when it snowed) was not like this, he said.",
        "Paris (France) (and not Paris in Texas) is where they met.",
        "The Port - which is old - was closed on Monday, he said.",
        "Boris Johnson: \"I will go to the harbour and tell the men.\"",
        "London buses - and trains - were late on Monday, he said.",
        "Angela Merkel (CDU) said on Monday that she would not go.",
        "(NATO) Officials said on Friday they would not.",
        "Q: What was it like on the ferry that night?",
    ] {
        assert_eq!(split(told), told);
    }
}

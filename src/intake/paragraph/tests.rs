//! How texts are cut into paragraphs.
#![allow(clippy::unwrap_used, clippy::string_slice)]
use proptest::prelude::*;

use super::*;

/// The text with `¶` before each paragraph and its line breaks as `/`.
fn marked(text: &str) -> String {
    let found = paragraphs(text);
    found.iter().map(|span| format!("¶{}", span.of(text).replace("\r\n", "/").replace(['\n', '\r'], "/"))).collect()
}

#[test]
fn blank_lines_and_single_breaks_part_paragraphs() {
    assert_eq!(marked("One.\n\nTwo.\n \u{a0} \nThree."), "¶One.¶Two.¶Three.");
    assert_eq!(
        marked("Bahram Q\n© Pars Today\nThe minister said so.\n\nThen not.\r\nAt all."),
        "¶Bahram Q¶© Pars Today¶The minister said so.¶Then not.¶At all."
    );
    assert_eq!(marked(" \n\n "), "");
    assert_eq!(marked("He told his cabinet:\n\"We agreed.\""), "¶He told his cabinet:¶\"We agreed.\"");
    assert_eq!(marked("one\u{2028}two\u{c}three\rfour"), "¶one¶two¶three¶four");
}

#[test]
fn hard_wrapped_lines_run_on() {
    let text = "\
The quick brown fox jumps over the lazy dog and goes
on to the river, where it meets another fox that is
older. They talk.

Then they part at the old bridge, never to meet again
in this life. That is the end
of the story.
";
    assert_eq!(
        marked(text),
        "¶The quick brown fox jumps over the lazy dog and goes/on to the river, where it meets another fox that is/older. They talk.\
             ¶Then they part at the old bridge, never to meet again/in this life. That is the end/of the story."
    );
}

#[test]
fn a_hyphen_at_the_end_of_a_line_stands_inside_a_word() {
    assert_eq!(
        marked("Minister quits\n\nIt was a great dis-\nappointment to the harbour-\nmaster.\nHe had lost 3-\nall."),
        "¶Minister quits¶It was a great dis-/appointment to the harbour-/master.¶He had lost 3-¶all."
    );
}

#[test]
fn a_headline_on_the_first_wrapped_line_stands_apart() {
    let apart = |text: &str| with_headline_apart(text, paragraphs(text), Language::guess(text)).len();
    let told = "The minister of ports resigned on Monday\nafter a week of protests over the harbour\ndeal that she had \
                    signed in May, and the\nleader of the opposition called for new\nelections in the country before the \
                    end\nof the year.\n";
    assert_eq!(apart(&format!("Ports minister quits over harbour deal\n{told}")), 2);
    assert_eq!(apart(told), 1);
}

#[test]
fn a_credit_ends_its_paragraph() {
    let text = "Minister quits over deal\nThe ship leaves the port on Sunday after the strike (AP Photo/Jane Doe)\n\
                    Shipping companies said on Monday that the strike had cost them a lot of money.\n\
                    The minister of ports resigned on Monday after a week of protests over the deal.\n";
    assert!(marked(text).contains("(AP Photo/Jane Doe)¶Shipping"), "{}", marked(text));
}

#[test]
fn items_and_indents_begin_paragraphs_in_wrapped_text() {
    let text = "\
There are three things to say about the river in the
spring, and each of them is longer than one line would
be:
- the water is high and cold, and the banks are so soft
  that no horse will stand on them
- the boats are late
  The second paragraph is set in by two columns and so
it is one of its own although no blank line stands there
between.
";
    assert_eq!(marked(text).matches('¶').count(), 4, "{}", marked(text));
}

#[test]
fn the_lines_of_a_table_stay_apart_and_the_prose_around_it_runs_on() {
    let prose = "\
The quick brown fox jumps over the lazy dog and goes
on to the river, where it meets another fox that is
older. They talk about the harvest of the year before:
";
    let after = "\
Then they part at the old bridge, never to meet again
in this life. That is the end
of the story.
";
    for (table, rows) in [
        ("Country\t2018\t2019\nFrance\t1,204\t1,310\nthe rest of Europe\t12,000\t13,500\n", 3),
        ("\tCountry\t2018\n\tFrance\t1,204\n\tGermany, with a name that fills the line\t1\n", 3),
        (
            "Country     2018     2019 and all of the years after it\nFrance      1,204    1,310\nthe rest    12,000   13,500\n",
            3,
        ),
        ("Wheat\tthe grain that is grown in most of the countries\n\tof the north\nRye\tthe other one\n", 3),
    ] {
        let text = format!("{prose}{table}{after}");
        let found = marked(&text);
        let told = table.trim_end().lines().map(|line| format!("¶{}", line.trim())).collect::<String>();
        assert!(found.contains(&told), "{found}");
        assert_eq!(found.matches('¶').count(), rows + 2, "{found}");
    }
}

#[test]
fn a_tab_at_the_head_of_a_paragraph_begins_it_and_one_in_prose_does_not() {
    let text = "\
\tThe quick brown fox jumps over the lazy dog and so
goes on to the river, where it meets another fox that
is older\tthan it and knows the country well. They talk
for hours.
\tThen they part at the old bridge, never to meet each
other again in this life. That is   the end of the old
story, and of all that was told about it by the dogs.
";
    let found = marked(text);
    assert_eq!(found.matches('¶').count(), 2, "{found}");
}

#[test]
fn short_paragraphs_of_like_length_stay_apart() {
    let text = "The prime minister went to Moscow on Monday.\nThe president met him there in the evening.\nThey spoke about the war for three hours.\n";
    assert_eq!(marked(text).matches('¶').count(), 3);
    let verse = "Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame thy fearful symmetry?\n";
    assert_eq!(marked(verse).matches('¶').count(), 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn paragraphs_cover_all_but_white_space(text in "([a-z .\n\r\t\u{2028}\u{85}-]|   |\\PC){0,200}") {
        let mut end = 0;
        for span in paragraphs(&text) {
            prop_assert!(span.start as usize >= end && !span.is_empty());
            prop_assert!(text[end..span.start as usize].trim().is_empty());
            end = span.end as usize;
        }
        prop_assert!(text[end..].trim().is_empty());
    }
}

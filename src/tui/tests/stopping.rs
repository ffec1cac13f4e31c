//! Work behind the screen: what the reader is told of it, and what Esc leaves.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::Arc;

use super::{Screen, small};
use crate::{
    intake,
    page::Glyphs,
    progress::{Progress, Reached, Stage},
    story::Story,
    tui::{
        action::{Action, Effect},
        key::Key,
        search::Searchable,
        state::{Message, Walk},
        update::update,
    },
};

/// Presses keys; gives what is to be done outside, and does nothing of it.
fn press(screen: &mut Screen, keys: &str) -> Vec<Effect> {
    let effects = keys.split(' ').map(|key| update(&mut screen.state, Action::Key(Key::parse(key).unwrap())));
    effects.collect::<Vec<_>>().into_iter().flatten().collect()
}

fn said(screen: &Screen) -> &str {
    match &screen.state.message {
        Some(Message::Done(text) | Message::Failed(text)) => text,
        None => "",
    }
}

/// Three articles, the first two of them compared.
fn three() -> Screen {
    let text =
        |verb: &str| format!("The minister {verb} that 15 soldiers were killed.\n\nSchools stayed closed on Friday.\n");
    let story = intake::from_bytes([("a", text("said")), ("b", text("claimed")), ("c", text("admitted"))]);
    let mut screen = Screen::new(story, (160, 16), Glyphs::UNICODE);
    // A screen of the tests compares everything at once.
    let first = *screen.state.compared.keys().next().unwrap();
    screen.state.compared.retain(|pair, _| *pair == first);
    screen
}

fn again(screen: &Screen) -> Arc<Story> {
    Arc::new(Story::clone(&screen.state.story))
}

#[test]
fn a_search_that_takes_long_is_waited_for_and_may_be_stopped() {
    let mut screen = Screen::new(small(), (80, 12), Glyphs::UNICODE);
    assert!(
        matches!(press(&mut screen, "/")[..], [Effect::Search(..)]),
        "the texts are folded before anything is typed"
    );
    let asked = press(&mut screen, "r a i d enter");
    let Some(Effect::Search(story, query, spread)) = asked.last().cloned() else { panic!("{asked:?}") };
    assert!(!screen.picture().contains("searching"), "what is found in a moment is not worth a word");
    update(&mut screen.state, Action::Searched(Some(Reached { stage: Stage::Searching, percent: Some(30) })));
    assert!(screen.picture().contains(" searching: 30 %… esc stops"), "{}", screen.picture());
    let found = Searchable::new(&story).find(&query, &Progress::default());
    let walk = Walk::of(spread, &found);
    assert!(matches!(press(&mut screen, "esc")[..], [Effect::StopSearching]));
    update(&mut screen.state, Action::Found(Arc::clone(&story), query.clone(), found.clone(), walk.clone()));
    assert!(screen.state.searching.is_none(), "what was stopped is of no use");
    assert_eq!(said(&screen), "stopped: nothing is searched for");
    press(&mut screen, "/ r a i d enter");
    update(&mut screen.state, Action::Found(story, query, found, walk));
    assert!(screen.picture().contains("/raid 1/1"), "{}", screen.picture());
}

#[test]
fn the_line_says_what_is_done_and_how_far_it_is() {
    let mut screen = three();
    assert!(matches!(press(&mut screen, "]")[..], [Effect::Compare(..)]));
    assert_eq!(screen.state.awaited().unwrap(), "comparing");
    update(&mut screen.state, Action::Reached(Some(Reached { stage: Stage::Aligning, percent: Some(40) })));
    let picture = screen.picture();
    assert!(picture.contains(" comparing: aligning 40 %… esc stops · A ⇄ C"), "{picture}");
    update(&mut screen.state, Action::Reached(Some(Reached { stage: Stage::Findings, percent: None })));
    assert!(screen.picture().contains(" comparing: findings… esc stops"), "{}", screen.picture());
}

#[test]
fn a_pair_whose_comparison_was_stopped_is_compared_at_one_key() {
    let mut screen = three();
    press(&mut screen, "]");
    assert!(matches!(press(&mut screen, "esc")[..], [Effect::Stop]));
    assert_eq!(said(&screen), "stopped: these two are not compared; r compares them");
    assert_eq!(screen.state.awaited(), None);
    let effects = press(&mut screen, "r");
    assert!(matches!(effects[..], [Effect::Compare(..)]), "{effects:?}");
    screen.perform(effects);
    assert!(screen.state.shown().is_some());
    assert_eq!(screen.state.awaited(), None);
    assert!(matches!(press(&mut screen, "r")[..], [Effect::Reopen]), "and then r reads again");
}

#[test]
fn what_was_read_again_is_shown_when_it_is_compared_or_put_off() {
    let mut screen = Screen::new(small(), (100, 16), Glyphs::UNICODE);
    let before = screen.picture();
    assert!(matches!(press(&mut screen, "r")[..], [Effect::Reopen]));
    assert_eq!(screen.state.awaited().unwrap(), "reading the articles again");
    assert!(matches!(press(&mut screen, "esc")[..], [Effect::Stop]));
    assert_eq!(said(&screen), "stopped: this is what was read before; r reads the files again");
    press(&mut screen, "r");
    let story = again(&screen);
    let effects = update(&mut screen.state, Action::Opened(Arc::clone(&story)));
    assert!(matches!(effects[..], [Effect::Stop, Effect::Compare(..)]), "{effects:?}");
    assert_eq!(screen.state.awaited().unwrap(), "comparing the whole");
    assert!(matches!(press(&mut screen, "esc")[..], [Effect::Stop]));
    assert_eq!(said(&screen), "stopped: this is what was shown before; r goes on");
    assert_eq!(press(&mut screen, "esc").len(), 0, "nothing is left to stop");
    assert_eq!(screen.picture(), before);
    let effects = press(&mut screen, "r");
    assert!(matches!(&effects[..], [Effect::Stop, Effect::Compare(of, _)] if Arc::ptr_eq(of, &story)), "{effects:?}");
    screen.perform(effects);
    assert!(Arc::ptr_eq(&screen.state.story, &story));
    assert_eq!(screen.state.awaited(), None);
}

#[test]
fn what_cannot_be_read_again_is_said_and_nothing_is_waited_for() {
    let mut screen = Screen::new(small(), (100, 16), Glyphs::UNICODE);
    press(&mut screen, "r");
    update(&mut screen.state, Action::NotOpened("there is no file 'b.txt'".into()));
    assert_eq!((said(&screen), screen.state.awaited()), ("there is no file 'b.txt'", None));
}

#[test]
fn a_third_article_and_the_views_of_all_can_be_stopped_too() {
    let mut screen = three();
    assert!(matches!(press(&mut screen, "3")[..], [] | [Effect::Compare(..)]));
    press(&mut screen, "s");
    let waits = screen.state.awaited();
    assert!(
        waits.as_deref().is_some_and(|what| what.starts_with("comparing the others") || what.starts_with("counting")),
        "{waits:?}"
    );
    press(&mut screen, "esc");
    assert!(matches!(press(&mut screen, "esc")[..], [Effect::Stop]), "the first esc closes the view, the second stops");
    assert_eq!(said(&screen), "stopped: what was compared stays; r goes on");
}

#[test]
fn a_report_that_is_being_written_can_be_stopped() {
    let mut screen = Screen::new(small(), (100, 16), Glyphs::UNICODE);
    assert!(matches!(press(&mut screen, "e enter")[..], [Effect::Export(..)]));
    assert_eq!(screen.state.awaited().unwrap(), "writing the report");
    assert_eq!(press(&mut screen, "enter").len(), 0, "one at a time");
    assert!(matches!(press(&mut screen, "esc")[..], [Effect::StopWriting]));
    update(&mut screen.state, Action::NotWritten("stopped: no report was written".into()));
    assert_eq!((said(&screen), screen.state.awaited()), ("stopped: no report was written", None));
}

#[test]
fn what_is_shown_is_what_a_report_is_of_though_fewer_articles_were_read_again() {
    let mut screen = three();
    let shown = Arc::clone(&screen.state.story);
    update(&mut screen.state, Action::Opened(Arc::new(small())));
    assert_eq!(said(&screen), "the articles are not as many as before; start again to see them");
    let effects = press(&mut screen, "e enter");
    assert!(matches!(&effects[..], [Effect::Export(_, story)] if Arc::ptr_eq(story, &shown)));
}

#[test]
fn a_change_on_disk_is_said_until_the_articles_are_read_again() {
    let mut screen = three();
    update(&mut screen.state, Action::ChangedOnDisk("d1.txt changed".to_owned()));
    press(&mut screen, "j k");
    assert_eq!(screen.state.work.changed.as_deref(), Some("d1.txt changed"));
    press(&mut screen, "r");
    let again = Arc::clone(&screen.state.story);
    screen.state.work.reading = true;
    update(&mut screen.state, Action::Opened(again));
    assert_eq!(screen.state.work.changed, None);
}

#[test]
fn what_is_counted_of_the_beginning_alone_says_so_until_the_whole_is_there() {
    let text = |verb: &str| {
        let told = |number| format!("The minister {verb} in report {number} that {} people left.\n\n", number * 7);
        format!("“We are late,” Minister Anna Berg {verb}.\n\n{}", (1..24).map(told).collect::<String>())
    };
    let whole = Arc::new(intake::from_bytes([("a", text("said")), ("b", text("claimed"))]));
    let headings = [("p", "Articles"), ("s", "The whole story"), ("S", "Who speaks"), ("f", "Differences")];
    let mut screens: Vec<Screen> = headings
        .iter()
        .map(|(keys, _)| {
            let mut screen = Screen::new(whole.head(500), (100, 30), Glyphs::UNICODE);
            update(&mut screen.state, Action::Opened(Arc::clone(&whole)));
            screen.keys(keys)
        })
        .collect();
    let told = |screens: &[Screen]| -> String {
        let line = |(screen, (_, name)): (&Screen, &(&str, &str))| {
            let picture = screen.picture();
            let line = picture.lines().find(|line| line.contains(&format!("── {name} "))).unwrap_or_default();
            format!("{name}: {}\n", line.rsplit("─").next().unwrap_or_default().trim())
        };
        screens.iter().zip(&headings).map(line).collect()
    };
    insta::assert_snapshot!(told(&screens), @"
    Articles: 2 articles; words and shares so far
    The whole story: 9 passages so far
    Who speaks: 2 speakers so far
    Differences: 20 so far
    ");
    for screen in &mut screens {
        let pair = screen.state.reading.pair;
        screen.perform(vec![Effect::Compare(Arc::clone(&whole), pair)]);
    }
    insta::assert_snapshot!(told(&screens), @"
    Articles: 2 articles
    The whole story: 24 passages
    Who speaks: 2 speakers
    Differences: 48 in all
    ");
}

#[test]
fn articles_that_are_read_again_keep_the_passage_and_what_changed_is_said() {
    let text = |extra: &str| format!("{extra}{}", super::small_left());
    let story = |a: &str| std::sync::Arc::new(crate::intake::from_bytes([("a.txt", a), ("b.txt", &text(""))]));
    let mut told = Vec::new();
    for changed in [
        text(""),
        text("Oil prices rose sharply on Monday, traders said.\n\n"),
        text("").replace("Nobody claimed responsibility for the attack. ", ""),
        text("").replace(" Schools in the region stayed closed.", ""),
    ] {
        let mut screen = Screen::new(
            crate::intake::from_bytes([("a.txt", &text("")), ("b.txt", &text(""))]),
            (80, 20),
            Glyphs::UNICODE,
        )
        .keys("Z");
        let closed = u32::try_from(text("").find("Schools").unwrap_or_default()).unwrap_or_default();
        let article = crate::story::ArticleId::new(0);
        screen.state.reading.go_to(crate::tui::state::Anchor { article, offset: closed });
        screen = screen.keys("r");
        screen.take(Action::Opened(story(&changed)));
        let (article, at) = screen.state.reading.passage().unwrap();
        let words = screen.state.story.articles[article].sentence_text(at).to_owned();
        told.push(format!("{:?}: at {words:?}", screen.state.message));
    }
    insta::assert_snapshot!(told.join("\n"), @r#"
    Some(Done("read again: nothing has changed")): at "Schools in the region stayed closed."
    Some(Done("read again: A has changed")): at "Schools in the region stayed closed."
    Some(Done("read again: A has changed")): at "Schools in the region stayed closed."
    Some(Done("read again: A has changed")): at "The president will visit the wounded on Friday morning."
    "#);
}

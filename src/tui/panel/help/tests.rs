//! The help as pictures.

use super::{super::lines::picture, *};

#[test]
fn a_narrow_help_wraps_beside_its_keys_and_scrolls() {
    let keymap = Keymap::bundled();
    let mut help = Help::new(View::Picker);
    insta::assert_snapshot!(picture(&help.lines(&keymap, 48, 12, Glyphs::UNICODE)), @"
    ── Keys: choice of articles ── lines 1–11 of 28
      enter    open the chosen article beside the
               base or the marked one, or the two
               that are marked
      space x  mark the chosen article, or not:
               two that are marked stand side by
               side
      b        make the chosen article the base

     Everywhere
      esc p q           close, cancel, end the
                        search
    ");
    help.apply(Command::Bottom, 1, &keymap, 48, 12);
    let end = picture(&help.lines(&keymap, 48, 12, Glyphs::UNICODE));
    assert!(end.lines().last().is_some_and(|line| !line.is_empty()), "{end}");
}

#[test]
fn every_view_says_in_its_own_words_what_its_keys_do() {
    let keymap = Keymap::bundled();
    let own = |view: View| {
        let lines = Help::new(view).lines(&keymap, 76, 60, Glyphs::UNICODE);
        let until = |line: &&str| !line.is_empty() && !line.starts_with(" Everywhere");
        picture(&lines).lines().take_while(until).map(|line| format!("{line}\n")).collect::<String>()
    };
    let views = [View::Picker, View::Story, View::Sources, View::Search, View::Palette, View::Export];
    insta::assert_snapshot!(views.map(own).concat(), @"
    ── Keys: choice of articles ────────────────────────────────────────────────
      enter    open the chosen article beside the base or the marked one, or
               the two that are marked
      space x  mark the chosen article, or not: two that are marked stand side
               by side
      b        make the chosen article the base
    ── Keys: the whole story ───────────────────────────────────────────────────
      enter    go to the passage in the chosen article
      n        to the next row of which the chosen article leaves something
               out, or to which it adds
      l right  choose the article on the right
      /        search in all articles
      b        make the chosen article the base
      y        copy the passage, with its source
      h left   choose the article on the left
      N        to the row before of which the chosen article leaves something
               out, or to which it adds
      e        write a report to a file
      Y        copy the row as every article has it, with their sources
    ── Keys: sources ───────────────────────────────────────────────────────────
      enter  go to the passage of the chosen line
      y      copy the passages of the chosen line, with their sources
      /      search in all articles
      e      write a report to a file
    ── Keys: typing a search ───────────────────────────────────────────────────
      enter        keep the search, and go to its first place
      esc ctrl-c   leave the search
      ctrl-r tab   search for a regular expression, or for plain words
      up ctrl-p    the search before, of those typed earlier
      f1           the keys of this view
      down ctrl-n  the search after that
      ctrl-z       back to the shell for a while (fg returns)
    ── Keys: finding an action ─────────────────────────────────────────────────
      enter             do the chosen action, or go to the paragraph
      esc ctrl-c        leave it
      f1                the keys of this view
      down ctrl-n tab   the next action
      up ctrl-p         the action before
      ctrl-z            back to the shell for a while (fg returns)
    ── Keys: writing a report ──────────────────────────────────────────────────
      enter        write the report
      esc ctrl-c   leave it
      f1           the keys of this view
      tab          the next format
      ctrl-t       write what is shown, or everything
      up ctrl-p    the name before, of those typed earlier
      shift-tab    the format before
      down ctrl-n  the name after that
      ctrl-z       back to the shell for a while (fg returns)
    ");
}

#[test]
fn every_action_of_the_reading_view_is_in_one_group() {
    let grouped: Vec<Command> = GROUPS.iter().flat_map(|(_, commands)| commands.iter().copied()).collect();
    for entry in Keymap::bundled().entries(View::Read) {
        let times = grouped.iter().filter(|command| **command == entry.command).count();
        assert_eq!(times, 1, "{}", entry.command.name());
    }
}

#[test]
fn a_wide_help_stands_in_two_columns() {
    insta::assert_snapshot!(picture(&Help::new(View::Export).lines(&Keymap::bundled(), 110, 7, Glyphs::UNICODE)), @"
    ── Keys: writing a report ────────────────────────────────────────────────────────────────────────────────────
      enter        write the report                          up ctrl-p    the name before, of those typed
      esc ctrl-c   leave it                                               earlier
      f1           the keys of this view                     shift-tab    the format before
      tab          the next format                           down ctrl-n  the name after that
      ctrl-t       write what is shown, or everything        ctrl-z       back to the shell for a while (fg
                                                                          returns)
    ");
}

#[test]
fn every_line_is_as_wide_as_the_panel() {
    for view in View::ALL {
        for width in [20, 47, 60, 99, 100, 160] {
            for line in Help::new(view).lines(&Keymap::bundled(), width, 60, Glyphs::ASCII) {
                assert_eq!(line.columns(), width, "{}", line.text());
            }
        }
    }
}

//! The words of the help and the man page.

use std::fmt::Write as _;

use clap::Command;

use crate::tui::keymap::{Keymap, listing};

pub const ABOUT: &str = "Reads two or more tellings of one story side by side";

pub const LONG_ABOUT: &str = "\
Opens two or more articles on one story, aligns them passage by passage, and \
shows what each adds, drops, moves, rewords and frames.

On a terminal it opens the reading screen; with an option that only a report has (--format, --output, --width, --layout, --only, \
--exit-code), or when its output goes elsewhere, it writes a report. It \
works offline, and shows evidence, never a verdict.";

pub const USAGE: &str = "\
parallax [OPTIONS]                      the bundled sample story
       parallax [OPTIONS] ARTICLE ARTICLE...   two or more articles
       parallax [OPTIONS] FOLDER               every article in a folder";

pub const AFTER: &str = "\
Examples:
  parallax wire.txt ours.txt                   read the two side by side
  parallax wire.txt ours.txt -o redline.html   a page to print
  parallax wire.txt ours.txt | less            the text report";

pub const AFTER_LONG: &str = "\
Examples:
  parallax                                     the bundled sample story
  parallax wire.txt ours.txt                   read the two side by side
  parallax outlets/ --pair reuters,tass        a folder of articles, these two first
  curl -s URL | parallax wire.txt -            one article from standard input
  parallax wire.txt ours.txt -o redline.html   a page to print
  parallax outlets/ --format json              every pair, for other programs
  parallax A B --only findings --format text   the findings alone
  parallax A B | less                          the text report

Words:
  story     one event, told by two or more articles
  article   one telling: headline, byline, date, paragraphs
  base      the article the others are held against; '-' stands only there, '+' only in another
  passage   a sentence, the unit that is compared
  link      passages of two articles that convey the same content: same, reworded or partial
  row       the linked passages or paragraphs of all articles, set side by side
  change    a word-level difference inside a link
  finding   one thing worth telling the reader, with its place, its counterpart and its why

Exit status:
  0  done
  1  with --exit-code: the articles differ in more than typography
  2  trouble; one sentence on standard error says what, and a hint says what to try

Files:
  $XDG_CONFIG_HOME/parallax/settings.toml      settings (~/.config/parallax without XDG_CONFIG_HOME)
  $XDG_CONFIG_HOME/parallax/keymap.toml        your own keys
  $XDG_CONFIG_HOME/parallax/themes/NAME.toml   your own colours
  $XDG_CONFIG_HOME/parallax/words/en/LIST.txt  your own word lists, and removals
  $XDG_STATE_HOME/parallax/                    the last position (~/.local/state/parallax)";

/// The man page of `command`, in roff, with the keys of the screen from the key table.
pub fn man(command: Command) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory cannot fail.
    let _ = clap_mangen::Man::new(command).render(&mut bytes);
    let mut keys = String::from(
        ".SH KEYS\nA number typed before a key repeats it. 1 and 2 are keys of their own, unless a number goes on from them within half a second.\n",
    );
    for (view, entries) in listing(&Keymap::bundled()).into_iter().filter(|(_, entries)| !entries.is_empty()) {
        let _ = writeln!(keys, ".SS {}", roff(view.heading()));
        for entry in entries {
            let _ = writeln!(keys, ".TP\n\\fB{}\\fR\n{}", roff(&entry.keys), roff(entry.does));
        }
    }
    bytes.extend_from_slice(keys.as_bytes());
    bytes
}

/// `text` as roff reads it: no letter of it is taken for a command.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    if escaped.starts_with(['.', '\'']) { format!("\\&{escaped}") } else { escaped }
}

//! A line that the reader types: what to search for, which command to do, where to write. Knows letters as the reader sees
//! them (grapheme clusters), not what the line is for.

use super::{action::Edit, key::Key};
use crate::text::{
    visible::visible,
    width::{columns, graphemes},
};

/// Letters beyond this many are not taken in.
const LONGEST: usize = 4_096;

/// A line that is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    text: String,
    /// A byte offset, at the border of a grapheme cluster.
    cursor: usize,
    /// Whether the text is a proposal that nobody has touched: what is typed takes its place, what is edited keeps it.
    proposed: bool,
}

impl Prompt {
    /// A line that begins with `text`, the cursor behind it.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text, proposed: false }
    }

    /// A line that proposes `text`: typing replaces it, the keys that edit work on it.
    #[must_use]
    pub fn proposing(text: impl Into<String>) -> Self {
        Self { proposed: true, ..Self::new(text) }
    }

    /// Whether the text is a proposal that typing would replace.
    #[must_use]
    pub fn is_proposal(&self) -> bool {
        self.proposed
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Puts `text` in at the cursor: a letter typed or a text pasted. Line breaks become blanks, other control characters are left
    /// out.
    pub fn insert(&mut self, text: &str) {
        if std::mem::take(&mut self.proposed) {
            self.delete(0, self.text.len());
        }
        for letter in text.chars() {
            let letter = if matches!(letter, '\n' | '\r' | '\t') { ' ' } else { letter };
            if !letter.is_control() && self.text.len() < LONGEST {
                self.text.insert(self.cursor, letter);
                self.cursor += letter.len_utf8();
            }
        }
        // A mark typed after a letter joins it; the cursor stays behind the cluster.
        let behind = self.borders().find(|border| *border >= self.cursor);
        self.cursor = behind.unwrap_or(self.text.len());
    }

    /// Edits the line.
    pub fn edit(&mut self, edit: Edit) {
        self.proposed = false;
        match edit {
            Edit::Left => self.cursor = self.before(),
            Edit::Right => self.cursor = self.after(),
            Edit::Start => self.cursor = 0,
            Edit::End => self.cursor = self.text.len(),
            Edit::Backspace => self.delete(self.before(), self.cursor),
            Edit::Delete => self.delete(self.cursor, self.after()),
            Edit::DeleteAll => self.delete(0, self.cursor),
            Edit::DeleteWord => {
                let typed = self.text.get(..self.cursor).unwrap_or_default().trim_end_matches(is_parting);
                let start = typed.rfind(is_parting).map_or(0, |at| {
                    at + typed.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
                });
                self.delete(start, self.cursor);
            }
        }
    }

    /// The part of the line that fits `width` columns and holds the cursor, safe for a terminal, and the column the cursor stands in.
    #[must_use]
    pub fn shown(&self, width: usize) -> (String, usize) {
        let safe = |text: &str| visible(text).into_owned();
        let before = safe(self.text.get(..self.cursor).unwrap_or_default());
        let after = safe(self.text.get(self.cursor..).unwrap_or_default());
        let room = width.saturating_sub(1);
        let mut excess = usize::from(columns(&before).0).saturating_sub(room);
        let mut shown = String::new();
        for (_, cluster, columns) in graphemes(&before) {
            let wide = usize::from(columns.0);
            if excess > 0 {
                excess = excess.saturating_sub(wide);
            } else {
                shown.push_str(cluster);
            }
        }
        let cursor = usize::from(columns(&shown).0);
        let mut taken = cursor;
        for (_, cluster, columns) in graphemes(&after) {
            taken += usize::from(columns.0);
            if taken > width {
                break;
            }
            shown.push_str(cluster);
        }
        (shown, cursor)
    }

    fn borders(&self) -> impl Iterator<Item = usize> {
        graphemes(&self.text).map(|(at, cluster, _)| at + cluster.len())
    }

    fn before(&self) -> usize {
        graphemes(&self.text).map(|(at, ..)| at).take_while(|at| *at < self.cursor).last().unwrap_or(0)
    }

    fn after(&self) -> usize {
        self.borders().find(|border| *border > self.cursor).unwrap_or(self.text.len())
    }

    fn delete(&mut self, start: usize, end: usize) {
        self.text.replace_range(start..end, "");
        self.cursor = start;
    }
}

/// What parts words, for deleting one: paths are typed here too.
fn is_parting(letter: char) -> bool {
    letter.is_whitespace() || letter == '/'
}

/// How `key` edits a line, if it does; the keys of the shell's own line.
#[must_use]
pub fn edit(key: Key) -> Option<Edit> {
    const KEYS: [(&str, Edit); 15] = [
        ("backspace", Edit::Backspace),
        ("ctrl-h", Edit::Backspace),
        ("delete", Edit::Delete),
        ("ctrl-d", Edit::Delete),
        ("ctrl-w", Edit::DeleteWord),
        ("alt-backspace", Edit::DeleteWord),
        ("ctrl-u", Edit::DeleteAll),
        ("left", Edit::Left),
        ("ctrl-b", Edit::Left),
        ("right", Edit::Right),
        ("ctrl-f", Edit::Right),
        ("home", Edit::Start),
        ("ctrl-a", Edit::Start),
        ("end", Edit::End),
        ("ctrl-e", Edit::End),
    ];
    KEYS.into_iter().find(|(notation, _)| Key::parse(notation) == Some(key)).map(|(_, edit)| edit)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types `keys`: letters, and edits in angle brackets.
    fn typed(keys: &str) -> String {
        let mut prompt = Prompt::default();
        let mut rest = keys;
        while let Some(letter) = rest.chars().next() {
            let named = [
                ("<bs>", Edit::Backspace),
                ("<del>", Edit::Delete),
                ("<word>", Edit::DeleteWord),
                ("<all>", Edit::DeleteAll),
                ("<left>", Edit::Left),
                ("<right>", Edit::Right),
                ("<home>", Edit::Start),
                ("<end>", Edit::End),
            ];
            if let Some((name, edit)) = named.into_iter().find(|(name, _)| rest.starts_with(name)) {
                prompt.edit(edit);
                rest = rest.strip_prefix(name).unwrap_or_default();
            } else {
                prompt.insert(&letter.to_string());
                rest = rest.strip_prefix(letter).unwrap_or_default();
            }
        }
        let (before, after) = prompt.text.split_at(prompt.cursor);
        format!("{before}|{after}")
    }

    #[test]
    fn a_line_is_edited_as_in_a_shell() {
        assert_eq!(typed("iran<left><left>_"), "ir_|an");
        assert_eq!(typed("iran<home>x<end>y"), "xirany|");
        assert_eq!(typed("one two  <word>"), "one |");
        assert_eq!(typed("folder/name.txt<word>"), "folder/|");
        assert_eq!(typed("one two<left><all>"), "|o");
        assert_eq!(typed("<bs><del><left><word>"), "|");
        assert_eq!(typed("ab<home><del><right><right>"), "b|");
    }

    #[test]
    fn typing_replaces_a_proposal_and_editing_keeps_it() {
        let mut prompt = Prompt::proposing("parallax-A-B.txt");
        prompt.insert("m");
        prompt.insert("y");
        assert_eq!(prompt.text(), "my");
        let mut prompt = Prompt::proposing("parallax-A-B.txt");
        prompt.edit(Edit::Start);
        prompt.insert("my-");
        assert_eq!(prompt.text(), "my-parallax-A-B.txt");
    }

    #[test]
    fn letters_are_what_the_reader_sees() {
        assert_eq!(typed("cafe\u{301}<bs>"), "caf|");
        assert_eq!(typed("a👩\u{200d}👧<left>"), "a|👩\u{200d}👧");
        assert_eq!(typed("日本<left>x"), "日x|本");
    }

    #[test]
    fn pasted_lines_become_one_and_hold_no_control_characters() {
        let mut prompt = Prompt::default();
        prompt.insert("two\r\nlines\x1b[31m\x07");
        assert_eq!(prompt.text(), "two  lines[31m");
    }

    #[test]
    fn the_part_around_the_cursor_is_shown() {
        let prompt = Prompt::new("0123456789");
        assert_eq!(prompt.shown(20), ("0123456789".to_owned(), 10));
        assert_eq!(prompt.shown(5), ("6789".to_owned(), 4));
        let mut prompt = Prompt::new("日本語テキスト");
        assert_eq!(prompt.shown(6), ("スト".to_owned(), 4));
        prompt.edit(Edit::Start);
        assert_eq!(prompt.shown(6), ("日本語".to_owned(), 0));
        assert_eq!(prompt.shown(0), (String::new(), 0));
    }
}

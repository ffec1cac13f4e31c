//! Where a report goes: the path, the format that its ending chooses, what is written, and a question before a file is replaced.

use super::{
    Outcome,
    lines::{filled, fitted, heading},
};
use crate::{
    page::{Glyphs, Kinds, Line, Role, Run},
    story::PairId,
    text::width::columns,
    tui::{ExportRequest, command::Command, prompt::Prompt},
};

/// The endings that choose a format, with the format's name for the reader; the first is taken for other endings.
const FORMATS: [(&str, &str); 4] = [
    ("txt", "text, side by side"),
    ("html", "a page to print or send"),
    ("csv", "a table of every difference"),
    ("json", "everything, for other programs"),
];

/// What is on the screen.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The pairs, base first.
    pub pairs: Vec<PairId>,
    /// The kinds of differences.
    pub kinds: Kinds,
}

/// How much is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// The articles shown, with the kinds of differences that are chosen.
    Shown,
    /// The articles shown, with every difference; where kinds are chosen.
    Whole,
    /// Every pair of articles, with every difference.
    Everything,
}

/// An export that is being asked for.
#[derive(Clone, Debug)]
pub struct ExportLine {
    /// The path as typed.
    pub prompt: Prompt,
    /// The format of a name without an ending, as an index into [`FORMATS`].
    chosen: usize,
    shown: Shown,
    what: What,
    /// Whether the file exists and may be replaced is being asked.
    asking: bool,
}

impl ExportLine {
    /// An export of what is `shown`, to a file named for the two articles of these `labels`.
    #[must_use]
    pub fn new(shown: Shown, labels: [&str; 2]) -> Self {
        let [left, right] = labels;
        let (ending, _) = FORMATS[0];
        Self {
            prompt: Prompt::proposing(format!("parallax-{left}-{right}.{ending}")),
            chosen: 0,
            shown,
            what: What::Shown,
            asking: false,
        }
    }

    /// Whether a key is an answer to the question, and not typed into the path.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.asking
    }

    /// The file is there already: asks whether it may be replaced.
    pub fn ask(&mut self) {
        self.asking = true;
    }

    /// The answer to the question; only a clear yes replaces the file.
    pub fn answer(&mut self, letter: char) -> Outcome {
        self.asking = false;
        if matches!(letter, 'y' | 'Y') { Outcome::Export(self.request(true)) } else { Outcome::Stay }
    }

    /// What `command` does to it.
    pub fn apply(&mut self, command: Command) -> Outcome {
        if self.asking {
            self.asking = false;
            return Outcome::Stay;
        }
        match command {
            Command::Cancel => Outcome::Close,
            Command::Accept if self.prompt.text().trim().is_empty() => Outcome::Stay,
            Command::Accept => Outcome::Export(self.request(false)),
            Command::Toggle => {
                self.what = match self.what {
                    What::Shown if self.shown.kinds.is_on() => What::Whole,
                    What::Shown | What::Whole => What::Everything,
                    What::Everything => What::Shown,
                };
                Outcome::Stay
            }
            Command::NextChoice => self.turn(1),
            Command::PreviousChoice => self.turn(FORMATS.len() - 1),
            _ => Outcome::Stay,
        }
    }

    fn request(&self, overwrite: bool) -> ExportRequest {
        let pairs = if self.what == What::Everything { Vec::new() } else { self.shown.pairs.clone() };
        let kinds = if self.what == What::Shown { self.shown.kinds } else { Kinds::default() };
        let mut path = self.prompt.text().trim().to_owned();
        if self.ending().is_none() && !path.ends_with('/') {
            let (ending, _) = FORMATS[self.chosen];
            path.push('.');
            path.push_str(ending);
        }
        ExportRequest { path, overwrite, pairs, kinds, width: 100 }
    }

    /// What is written, in at most `width` columns if that can be.
    fn said(&self, width: usize) -> String {
        let articles = if self.shown.pairs.len() > 1 { "the three articles shown" } else { "the two articles shown" };
        let (kinds, count) = (self.shown.kinds.said(), self.shown.kinds.count());
        let plural = if count == 1 { "kind" } else { "kinds" };
        let wordings = match self.what {
            What::Everything => vec!["every pair of articles".to_owned()],
            What::Shown if !self.shown.kinds.is_on() => vec![articles.to_owned()],
            What::Whole => vec![format!("{articles}, every kind of difference")],
            What::Shown if FORMATS[self.format()].0 == "json" => {
                vec![format!("{articles} (json holds every kind of difference)"), format!("{articles}, every kind")]
            }
            What::Shown => vec![format!("{articles}: {kinds}"), format!("{articles}, {count} {plural} chosen")],
        };
        let fits = |words: &&String| usize::from(columns(words).0) <= width;
        wordings.iter().find(fits).or(wordings.last()).cloned().unwrap_or_default()
    }

    /// What stands behind the last dot of the name, in small letters.
    fn ending(&self) -> Option<String> {
        let name = self.prompt.text().rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map(|(_, ending)| ending.trim().to_lowercase())
    }

    /// The format that the path's ending chooses, as an index into [`FORMATS`].
    fn format(&self) -> usize {
        let Some(ending) = self.ending() else { return self.chosen };
        let ending = if ending == "htm" { "html" } else { &ending };
        FORMATS.iter().position(|(known, _)| *known == ending).unwrap_or(0)
    }

    /// Gives the path the ending of the format `steps` further.
    fn turn(&mut self, steps: usize) -> Outcome {
        let path = self.prompt.text().trim();
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
        let stem = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or(name, |(stem, _)| stem);
        self.chosen = (self.format() + steps) % FORMATS.len();
        let (ending, _) = FORMATS[self.chosen];
        let slash = if path.contains('/') { "/" } else { "" };
        let path = format!("{folder}{slash}{stem}.{ending}");
        self.prompt = if self.prompt.is_proposal() { Prompt::proposing(path) } else { Prompt::new(path) };
        Outcome::Stay
    }

    /// Its lines: exactly `height` of `width` columns. The second is typed; the cursor stands in column [`ExportLine::cursor`].
    #[must_use]
    pub fn lines(&self, width: usize, height: usize, glyphs: Glyphs) -> Vec<Line> {
        let (_, format) = FORMATS[self.format()];
        let what = self.said(width.saturating_sub(8));
        let (typed, _) = self.prompt.shown(width.saturating_sub(8));
        let look = if self.prompt.is_proposal() { Role::Selected } else { Role::Input };
        let label = |name: &'static str| Run::new(format!(" {name:<7}"), Role::Hint);
        let mut lines = vec![
            heading("Write a report", "", width, glyphs),
            fitted([label("file"), Run::new(typed, look)], width, Role::Input, glyphs),
        ];
        if self.asking {
            for question in [" This file is there already. Replace it?", " y yes   any other key no"] {
                lines.push(fitted([Run::new(question, Role::Error)], width, Role::Blank, glyphs));
            }
        } else {
            lines.push(fitted([label("as"), Run::new(format, Role::PanelText)], width, Role::Blank, glyphs));
            lines.push(fitted([label("with"), Run::new(what, Role::PanelText)], width, Role::Blank, glyphs));
        }
        filled(lines, width, height)
    }

    /// The column of the cursor in the second line.
    #[must_use]
    pub fn cursor(&self, width: usize) -> usize {
        8 + self.prompt.shown(width.saturating_sub(8)).1
    }
}

#[cfg(test)]
mod tests {
    use super::{super::lines::picture, *};
    use crate::{page::Kind, story::ArticleId};

    fn shown() -> Shown {
        let pair = PairId { left: ArticleId::new(0), right: ArticleId::new(2) };
        Shown { pairs: vec![pair], kinds: Kinds::default() }
    }

    #[test]
    fn the_form_says_what_will_be_written() {
        let mut export = ExportLine::new(shown(), ["A", "C"]);
        insta::assert_snapshot!(picture(&export.lines(50, 4, Glyphs::UNICODE)), @"
        ── Write a report ────────────────────────────────
         file   parallax-A-C.txt
         as     text, side by side
         with   the two articles shown
        ");
        export.apply(Command::NextChoice);
        export.apply(Command::Toggle);
        insta::assert_snapshot!(picture(&export.lines(50, 4, Glyphs::UNICODE)), @"
        ── Write a report ────────────────────────────────
         file   parallax-A-C.html
         as     a page to print or send
         with   every pair of articles
        ");
    }

    #[test]
    fn the_kinds_chosen_are_written_and_no_others_until_everything_is_wanted() {
        let kinds = Kinds::default().toggled(Kind::Moved).toggled(Kind::Reworded);
        let mut export = ExportLine::new(Shown { kinds, ..shown() }, ["A", "C"]);
        let said = |export: &ExportLine, width| export.lines(width, 4, Glyphs::UNICODE)[3].text().trim_end().to_owned();
        let mut told = vec![said(&export, 60), said(&export, 46)];
        let mut written = Vec::new();
        for _ in 0..3 {
            let Outcome::Export(request) = export.apply(Command::Accept) else { unreachable!("enter asks for it") };
            written.push((request.pairs.len(), request.kinds == kinds));
            export.apply(Command::Toggle);
            told.push(said(&export, 60));
        }
        insta::assert_snapshot!(told.join("\n"), @r"
         with   the two articles shown: moved, reworded
         with   the two articles shown, 2 kinds chosen
         with   the two articles shown, every kind of difference
         with   every pair of articles
         with   the two articles shown: moved, reworded
        ");
        assert_eq!(written, [(1, true), (1, false), (0, false)]);
    }

    #[test]
    fn a_name_without_an_ending_gets_that_of_the_chosen_format() {
        let mut export = ExportLine::new(shown(), ["A", "C"]);
        export.apply(Command::NextChoice);
        export.prompt.insert("mine");
        let Outcome::Export(request) = export.apply(Command::Accept) else { unreachable!("enter asks for the export") };
        assert_eq!(request.path, "mine.html");
    }

    #[test]
    fn the_format_goes_round_and_keeps_folder_and_name() {
        let mut export = ExportLine::new(shown(), ["A", "C"]);
        export.prompt = Prompt::new("my.folder/report.v2");
        let mut names = Vec::new();
        for _ in 0..4 {
            export.apply(Command::NextChoice);
            names.push(export.prompt.text().to_owned());
        }
        assert_eq!(
            names,
            ["my.folder/report.html", "my.folder/report.csv", "my.folder/report.json", "my.folder/report.txt"]
        );
    }

    #[test]
    fn a_file_is_replaced_only_after_a_clear_yes() {
        let mut export = ExportLine::new(shown(), ["A", "C"]);
        let Outcome::Export(first) = export.apply(Command::Accept) else { unreachable!("enter asks for the export") };
        assert!(!first.overwrite && first.pairs == shown().pairs);
        export.ask();
        assert!(picture(&export.lines(70, 4, Glyphs::UNICODE)).contains("Replace it?"));
        assert_eq!(export.answer('n'), Outcome::Stay);
        export.ask();
        assert_eq!(export.apply(Command::Cancel), Outcome::Stay);
        assert!(!export.is_asking());
        export.ask();
        let Outcome::Export(second) = export.answer('y') else { unreachable!("yes replaces the file") };
        assert_eq!(second, ExportRequest { overwrite: true, ..first });
    }
}

//! Where a report goes: the path, the format that its ending chooses, what is written, and a question before a file is replaced.

mod name;

use self::name::FORMATS;
use super::{
    Outcome,
    lines::{filled, fitted, heading},
};
use crate::{
    page::{Glyphs, Kinds, Line, Role, Run},
    story::PairId,
    text::{visible::visible, width::columns},
    tui::{
        ExportRequest,
        command::Command,
        fit,
        history::{History, Walk},
        prompt::Prompt,
    },
};

/// What is on the screen.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The pairs, base first.
    pub pairs: Vec<PairId>,
    /// The kinds of differences.
    pub kinds: Kinds,
    /// Whether it is only the beginning of long articles; a report is of the whole all the same.
    pub beginning: bool,
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
    /// The letters of the articles shown, for the name that is proposed.
    stem: String,
    /// The format of a name without an ending, as an index into [`FORMATS`].
    chosen: usize,
    shown: Shown,
    what: What,
    /// Whether the file exists and may be replaced is being asked.
    asking: bool,
    /// Whether the reader wanted to write under a name that cannot be, and has not changed it since.
    refused: bool,
    /// Where among names typed before the reader is.
    at: Walk<String>,
}

impl ExportLine {
    /// An export of what is `shown`, to a file named for the two articles of these `labels`.
    #[must_use]
    pub fn new(shown: Shown, labels: [&str; 2]) -> Self {
        let (ending, _) = FORMATS[0];
        let stem = labels.join("-");
        Self {
            prompt: Prompt::proposing(format!("parallax-{stem}.{ending}")),
            stem,
            chosen: 0,
            shown,
            what: What::Shown,
            asking: false,
            refused: false,
            at: Walk::default(),
        }
    }

    /// The name was edited: what was wrong with it may be so no more.
    pub fn typed(&mut self) {
        self.refused = false;
    }

    /// Puts the name typed before the one that is shown into the line, when `older`, or the one after it.
    pub fn walk(&mut self, history: &History<String>, older: bool) {
        let now = self.prompt.text().to_owned();
        let path = if older { self.at.older(history, now) } else { self.at.newer(history) };
        if let Some(path) = path.filter(|_| !self.asking) {
            self.prompt = Prompt::new(path);
            self.typed();
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
            Command::Accept if name::fault(self.prompt.text()).is_some() => {
                self.refused = true;
                Outcome::Stay
            }
            Command::Accept => Outcome::Export(self.request(false)),
            Command::Toggle => {
                self.what = match self.what {
                    What::Shown if self.shown.kinds.is_on() => What::Whole,
                    What::Shown | What::Whole => What::Everything,
                    What::Everything => What::Shown,
                };
                if self.prompt.is_proposal() {
                    let (ending, _) = FORMATS[self.format()];
                    let stem = if self.what == What::Everything { "all" } else { &self.stem };
                    self.prompt = Prompt::proposing(format!("parallax-{stem}.{ending}"));
                }
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
        ExportRequest { path: name::whole(self.prompt.text(), self.chosen), overwrite, pairs, kinds }
    }

    /// What is written, in at most `width` columns if that can be.
    fn said(&self, width: usize) -> String {
        let articles = match (self.shown.pairs.len() > 1, self.shown.beginning) {
            (true, false) => "the three articles shown",
            (false, false) => "the two articles shown",
            (true, true) => "the whole of the three articles, not the beginning alone",
            (false, true) => "the whole of the two articles, not the beginning alone",
        };
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

    /// The format that the path's ending chooses, as an index into [`FORMATS`]; the chosen one where it chooses none.
    fn format(&self) -> usize {
        name::ending(self.prompt.text()).and_then(|ending| name::format_of(&ending)).unwrap_or(self.chosen)
    }

    /// Gives the path the ending of the format `steps` further.
    fn turn(&mut self, steps: usize) -> Outcome {
        let path = self.prompt.text().trim();
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
        let stem = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or(name, |(stem, _)| stem);
        self.chosen = (self.format() + steps) % FORMATS.len();
        if stem.is_empty() {
            return Outcome::Stay;
        }
        let (ending, _) = FORMATS[self.chosen];
        let slash = if path.contains('/') { "/" } else { "" };
        let path = format!("{folder}{slash}{stem}.{ending}");
        self.typed();
        self.prompt = if self.prompt.is_proposal() { Prompt::proposing(path) } else { Prompt::new(path) };
        Outcome::Stay
    }

    /// Its lines: exactly `height` of `width` columns. The second is typed; the cursor stands in column [`ExportLine::cursor`].
    #[must_use]
    pub fn lines(&self, width: usize, height: usize, glyphs: Glyphs) -> Vec<Line> {
        let (_, format) = FORMATS[self.format()];
        let named = |format: &str| match name::ending(self.prompt.text()) {
            Some(_) => format.to_owned(),
            None => format!("{format}: {}", visible(&name::whole(self.prompt.text(), self.chosen))),
        };
        // While a name is being typed its ending is not there yet, and nothing is wrong.
        let format = name::fault(self.prompt.text()).unwrap_or_else(|| named(format));
        let what = self.said(width.saturating_sub(8));
        let (typed, _) = self.prompt.shown(width.saturating_sub(8));
        let look = if self.prompt.is_proposal() { Role::Selected } else { Role::Input };
        let label = |name: &'static str| Run::new(format!(" {name:<7}"), Role::Hint);
        let mut lines = vec![
            heading("Write a report", "", width, glyphs),
            fitted([label("file"), Run::new(typed, look)], width, Role::Input, glyphs),
        ];
        let room = width.saturating_sub(9);
        if let Some(fault) = name::fault(self.prompt.text()).filter(|_| self.refused) {
            for line in fit::lines(&fault, room, 2, glyphs.ellipsis()) {
                lines.push(fitted([label(""), Run::new(line, Role::Error)], width, Role::Blank, glyphs));
            }
        } else if self.asking {
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
        Shown { pairs: vec![pair], kinds: Kinds::default(), beginning: false }
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
         file   parallax-all.html
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
    fn what_is_wrong_with_a_name_is_said_and_nothing_is_written() {
        let mut said = Vec::new();
        for name in ["", "reports/", "report.foo", "mine", "mine.", ".mine", "mine.MD", "a/b.c/mine"] {
            let mut export = ExportLine::new(shown(), ["A", "C"]);
            export.prompt = Prompt::new(name);
            let typed = export.lines(80, 4, Glyphs::UNICODE)[2].text().trim_end().to_owned();
            let outcome = match export.apply(Command::Accept) {
                Outcome::Export(request) => format!("writes {}", request.path),
                _ => {
                    let lines = export.lines(50, 4, Glyphs::UNICODE);
                    let said: String = lines[2..].iter().map(|line| line.text()).collect();
                    let role = lines[2].runs[1].role;
                    format!("{role:?}: {}", said.split_whitespace().collect::<Vec<_>>().join(" "))
                }
            };
            said.push(format!("{name:?}: {outcome}\n   {typed}"));
        }
        insta::assert_snapshot!(said.join("\n"), @r#"
        "": Error: a name for the file is missing: type one
            as     a name for the file is missing: type one
        "reports/": Error: a name for the file is missing after the folder's: type one
            as     a name for the file is missing after the folder's: type one
        "report.foo": Error: no report ends in .foo: txt html csv json text md htm
            as     no report ends in .foo: txt html csv json text md htm
        "mine": writes mine.txt
            as     text, side by side: mine.txt
        "mine.": writes mine.txt
            as     text, side by side: mine.txt
        ".mine": writes .mine.txt
            as     text, side by side: .mine.txt
        "mine.MD": writes mine.MD
            as     text, side by side
        "a/b.c/mine": writes a/b.c/mine.txt
            as     text, side by side: a/b.c/mine.txt
        "#);
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

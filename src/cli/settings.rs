//! The only reader of the environment and of the reader's configuration folder. What it finds is handed down as values.

use std::{
    env,
    ffi::OsString,
    fs, io,
    io::IsTerminal as _,
    ops::Range,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::{
    comparison::{self, OwnList},
    error::{Error, Result, nearest},
    intake::sha256,
    lexicon::Lexicon,
    report::{Form, Layout},
    text::bidi::Order,
};

/// The process's arguments, the program's name first.
pub fn arguments() -> Vec<OsString> {
    env::args_os().collect()
}

/// What the environment says.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// `NO_COLOR` is set to something (<https://no-color.org>).
    pub no_color: bool,
    /// The reader's own folder, for paths typed with `~/`.
    pub home: Option<PathBuf>,
    /// Columns of the terminal, where it exports them.
    pub columns: Option<u16>,
    /// The reader's configuration folder for parallax, whether it is there or not.
    pub config: Option<PathBuf>,
    /// The folder where parallax may remember things, whether it is there or not.
    pub state: Option<PathBuf>,
    /// `COLORTERM`: what the terminal says of its colours.
    pub colorterm: Option<String>,
    /// `COLORFGBG`: the colours of letters and background that the terminal began with.
    pub colorfgbg: Option<String>,
    /// `TERM`: what the terminal is.
    pub term: Option<String>,
    /// Whether standard output is a terminal that a screen can be drawn on: no dumb one, such as that of an editor's shell.
    pub screen: bool,
    /// Whether standard output is a terminal.
    pub terminal: bool,
}

impl Environment {
    /// The environment of this process. Folders follow the XDG Base Directory Specification 0.8: a relative path counts as unset.
    pub fn read() -> Self {
        let home = env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute());
        let folder = |name: &str, fallback: &str| {
            let named = env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
            let fallback = || home.as_ref().map(|home| home.join(fallback));
            named.or_else(fallback).map(|folder| folder.join("parallax"))
        };
        let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        let terminal = io::stdout().is_terminal();
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self {
            no_color: set("NO_COLOR"),
            columns: env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()),
            config: folder("XDG_CONFIG_HOME", ".config"),
            state: folder("XDG_STATE_HOME", ".local/state"),
            home,
            colorterm: env::var("COLORTERM").ok(),
            colorfgbg: env::var("COLORFGBG").ok(),
            term: env::var("TERM").ok(),
            screen: terminal && !dumb,
            terminal,
        }
    }
}

/// The reader's `settings.toml`. Options win over it; what `ascii`, `no-color` and `mouse` say there can be turned to plainer by an option, and not
/// back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Settings {
    /// Colours of the screen.
    pub theme: Option<String>,
    /// Signs of plain ASCII only.
    pub ascii: Option<bool>,
    /// Whether the mouse is used.
    pub mouse: Option<bool>,
    /// No colours.
    pub no_color: Option<bool>,
    /// Columns of the text report.
    pub width: Option<u16>,
    /// How the text report is set.
    pub layout: Option<String>,
    /// Who sets right-to-left letters in order.
    pub bidi: Option<String>,
}

/// The entries that `settings.toml` may have.
pub const ENTRIES: [&str; 7] = ["theme", "ascii", "mouse", "no-color", "width", "layout", "bidi"];

impl Settings {
    /// The reader's settings, from `settings.toml` in the folder `config`; all unset when there is none.
    ///
    /// # Errors
    /// When the file cannot be read or has an entry that makes no sense.
    pub fn read(config: Option<&Path>) -> Result<Self> {
        match config.map(|folder| own_file(&folder.join("settings.toml"))) {
            Some(Ok(Some((text, path)))) => Self::parse(&text, &path),
            Some(Err(error)) => Err(error),
            _ => Ok(Self::default()),
        }
    }

    /// How the text report is set, if the settings say.
    pub fn layout(&self) -> Option<Layout> {
        self.layout.as_deref().and_then(Layout::named)
    }

    /// Who sets right-to-left letters in order, if the settings say.
    pub fn order(&self) -> Option<Order> {
        self.bidi.as_deref().and_then(Order::named)
    }

    fn parse(text: &str, file: &str) -> Result<Self> {
        let settings: Self = toml::from_str(text).map_err(|error| {
            let message = error.message().trim().to_owned();
            let unknown = message.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
            let problem = match unknown {
                Some(entry) => match nearest(entry, ENTRIES) {
                    Some(near) => format!("no setting is called '{entry}'; did you mean '{near}'?"),
                    None => format!("no setting is called '{entry}'; there are {}", ENTRIES.join(", ")),
                },
                None => plain_fault(&message, wrong_entry(text, error.span())),
            };
            let before = error.span().map_or(0, |span| span.start);
            let line = text.bytes().take(before).filter(|byte| *byte == b'\n').count() + 1;
            Error::Settings { path: PathBuf::from(file), line, problem }
        })?;
        let wrong = |entry: &str, value: &str, hint: String| {
            let line = text.lines().position(|line| line.trim_start().starts_with(entry)).map_or(1, |line| line + 1);
            Error::Settings { path: PathBuf::from(file), line, problem: format!("{entry} cannot be '{value}'; {hint}") }
        };
        if let Some(layout) = &settings.layout
            && Layout::named(layout).is_none()
        {
            return Err(wrong("layout", layout, format!("it may be {}", Layout::ALL.map(Layout::name).join(", "))));
        }
        if let Some(bidi) = &settings.bidi
            && Order::named(bidi).is_none()
        {
            return Err(wrong("bidi", bidi, format!("it may be {}", Order::ALL.map(Order::name).join(", "))));
        }
        if let Some(width) = settings.width
            && !Form::WIDTHS.contains(&width)
        {
            return Err(wrong("width", &width.to_string(), format!("it may be {} columns", Form::said_widths())));
        }
        Ok(settings)
    }
}

/// The name of the entry that stands in the line of `text` at which `span` begins; empty where there is none.
fn wrong_entry(text: &str, span: Option<Range<usize>>) -> &str {
    let at = span.map_or(0, |span| span.start);
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    line.split('=').next().unwrap_or_default().trim()
}

/// What is wrong with the value of `entry`, for a reader who knows no names of types: `message` is the parser's.
fn plain_fault(message: &str, entry: &str) -> String {
    let wanted = match entry {
        "theme" => "the name of a theme in quotation marks, as in theme = \"dark\"".to_owned(),
        "ascii" | "mouse" | "no-color" => format!("true or false, as in {entry} = true"),
        "width" => format!("a number of columns, as in width = {}", Form::WIDTH),
        "layout" => format!("one of {} in quotation marks", Layout::ALL.map(Layout::name).join(", ")),
        "bidi" => format!("one of {} in quotation marks", Order::ALL.map(Order::name).join(", ")),
        _ => return format!("this is no line of settings ({message}); write one a line, as in theme = \"dark\""),
    };
    if message.starts_with("duplicate key") {
        return format!("{entry} is set twice; keep one of them");
    }
    format!("{entry} must be {wanted}")
}

/// The text of the reader's own file at `path`, with the path for messages; none when there is no such file.
///
/// # Errors
/// When there is one and it cannot be read.
pub fn own_file(path: &Path) -> Result<Option<(String, String)>> {
    let refused = |source| Error::Read { path: path.to_owned(), source };
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(source) => return Err(refused(source)),
    };
    // A pipe would be waited for until somebody writes into it.
    if !about.is_file() {
        let what = if about.is_dir() { "it is a folder" } else { "it is no file, but a pipe or a device" };
        return Err(refused(io::Error::other(what)));
    }
    match fs::read(path).map(String::from_utf8) {
        Ok(Ok(text)) => Ok(Some((text, path.display().to_string()))),
        Ok(Err(_)) => Err(refused(io::Error::new(io::ErrorKind::InvalidData, "it is not text in UTF-8"))),
        Err(source) => Err(refused(source)),
    }
}

/// The word lists that come with the program, with those of the reader's own (`words/<language>/<list>.txt`) added, by name.
///
/// # Errors
/// When a list cannot be read, or a line of it makes no sense.
pub fn lexicon(config: Option<&Path>) -> Result<Lexicon> {
    let mut lexicon = Lexicon::bundled();
    let Some(words) = config.map(|folder| folder.join("words")) else { return Ok(lexicon) };
    for language in entries(&words)? {
        for list in
            entries(&language)?.into_iter().filter(|list| list.extension().is_some_and(|ending| ending == "txt"))
        {
            let name = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if let Some((text, _)) = own_file(&list)? {
                lexicon.with_user(&name(&language), &name(&list), &text)?;
            }
        }
    }
    Ok(lexicon)
}

/// What a comparison with the word lists of `lexicon` hangs on, of one chosen pair or of all.
pub fn of_comparison(lexicon: &Lexicon, pair_chosen: bool) -> comparison::Settings {
    let own = lexicon.own().map(|(list, text)| OwnList { list, sha256: sha256(text.as_bytes()) });
    comparison::Settings { words: own.collect(), pair_chosen }
}

/// The reader's own themes (`themes/<name>.toml`), by name: the path and the text of each.
///
/// # Errors
/// When one cannot be read.
pub fn themes(config: Option<&Path>) -> Result<Vec<(String, String)>> {
    let Some(folder) = config.map(|folder| folder.join("themes")) else { return Ok(Vec::new()) };
    let files = entries(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let read = files.map(|path| Ok(own_file(&path)?.map(|(text, path)| (path, text))));
    read.filter_map(Result::transpose).collect()
}

/// What the folder holds, by name; nothing when there is no such folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let refused = |source| Error::Read { path: folder.to_owned(), source };
    match fs::read_dir(folder) {
        Ok(entries) => {
            let mut paths = entries.map(|entry| Ok(entry.map_err(refused)?.path())).collect::<Result<Vec<_>>>()?;
            paths.sort();
            Ok(paths)
        }
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(Vec::new()),
        Err(source) => Err(refused(source)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        match Settings::parse(text, "settings.toml") {
            Ok(settings) => format!("{settings:?}"),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn a_wrong_setting_is_named_with_its_line() {
        assert_eq!(
            said("ascii = true\nthene = 'dark'"),
            "'settings.toml', line 2: no setting is called 'thene'; did you mean 'theme'?"
        );
        assert_eq!(
            said("\nlayout = 'wide'"),
            "'settings.toml', line 2: layout cannot be 'wide'; it may be columns, linear"
        );
        assert_eq!(said("bidi = 'on'"), "'settings.toml', line 1: bidi cannot be 'on'; it may be program, terminal");
        assert_eq!(said("width = 3"), "'settings.toml', line 1: width cannot be '3'; it may be 40 to 1000 columns");
        assert_eq!(said("ascii = 'yes'"), "'settings.toml', line 1: ascii must be true or false, as in ascii = true");
        let columns = "width must be a number of columns, as in width = 100";
        for width in ["-1", "99999", "'wide'", "1e400", "99999999999999999999999", "1.5"] {
            assert_eq!(said(&format!("mouse = true\nwidth = {width}")), format!("'settings.toml', line 2: {columns}"));
        }
        assert_eq!(said("ascii = "), "'settings.toml', line 1: ascii must be true or false, as in ascii = true");
        assert_eq!(said("width = 80\nwidth = 90"), "'settings.toml', line 2: width is set twice; keep one of them");
        assert!(said("dark").starts_with("'settings.toml', line 1: this is no line of settings"), "{}", said("dark"));
    }

    #[test]
    fn what_is_no_file_is_not_waited_for() {
        let folder = std::env::temp_dir();
        assert!(own_file(&folder).is_err_and(|error| error.to_string().ends_with("it is a folder")));
        #[cfg(unix)]
        assert!(own_file(Path::new("/dev/zero")).is_err_and(|error| error.to_string().ends_with("a pipe or a device")));
        assert!(matches!(own_file(&folder.join("parallax-no-such-file")), Ok(None)));
    }
}

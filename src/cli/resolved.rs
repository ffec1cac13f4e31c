//! What is in force, and where each of it comes from: an option, the reader's settings, the environment, what was remembered, or nothing but
//! the program itself. Decided here once, for the screen, for reports and for `--show-config`.

use super::{
    args::Args,
    settings::{Environment, Settings},
};
use crate::{
    report::{Form, Layout},
    text::{bidi::Order, visible::visible},
};

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An option of this name.
    Option(&'static str),
    /// `settings.toml`.
    File,
    /// A variable of the environment.
    Environment(&'static str),
    /// The theme chosen by its key and remembered.
    Memory,
    /// Nobody chose.
    Default,
}

impl Origin {
    fn said(self) -> String {
        match self {
            Self::Option(name) => format!("by --{name}"),
            Self::File => "by settings.toml".to_owned(),
            Self::Environment(name) => format!("by {name}"),
            Self::Memory => "chosen on the screen and remembered".to_owned(),
            Self::Default => "as nothing else is said".to_owned(),
        }
    }
}

/// A value, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value<T> {
    /// What is in force.
    pub is: T,
    /// Who says so.
    pub by: Origin,
}

/// Everything that can be set.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The theme; none where the terminal is asked. Of a theme remembered the screen alone knows whether it is still there.
    pub theme: Value<Option<String>>,
    /// No colours.
    pub no_color: Value<bool>,
    /// Signs of plain ASCII only.
    pub ascii: Value<bool>,
    /// Whether the mouse is used.
    pub mouse: Value<bool>,
    /// Columns of the text report.
    pub width: Value<u16>,
    /// How the text report is set.
    pub layout: Value<Layout>,
    /// Who sets right-to-left letters in order.
    pub order: Value<Order>,
}

/// The first of `said` that somebody says, else `default`.
fn first<T>(said: impl IntoIterator<Item = (Option<T>, Origin)>, default: T) -> Value<T> {
    let chosen = said.into_iter().find_map(|(is, by)| Some(Value { is: is?, by }));
    chosen.unwrap_or(Value { is: default, by: Origin::Default })
}

impl Resolved {
    /// Options win over `settings`, these over `environment` and the `remembered` theme. The terminal's own width counts where the report goes
    /// `to_terminal`.
    pub fn of(
        args: &Args,
        settings: &Settings,
        environment: &Environment,
        remembered: Option<&str>,
        to_terminal: bool,
    ) -> Self {
        let set = |switch: bool, value: bool| switch.then_some(value);
        let columns = environment.columns.filter(|columns| to_terminal && Form::WIDTHS.contains(columns));
        let theme = |name: Option<&str>| name.map(|name| Some(name.to_owned()));
        Self {
            theme: first(
                [
                    (theme(args.theme.as_deref()), Origin::Option("theme")),
                    (theme(settings.theme.as_deref()), Origin::File),
                    (theme(remembered), Origin::Memory),
                ],
                None,
            ),
            no_color: first(
                [
                    (set(args.no_color, true), Origin::Option("no-color")),
                    (settings.no_color, Origin::File),
                    (set(environment.no_color, true), Origin::Environment("NO_COLOR")),
                ],
                false,
            ),
            ascii: first([(set(args.ascii, true), Origin::Option("ascii")), (settings.ascii, Origin::File)], false),
            mouse: first(
                [(set(args.no_mouse, false), Origin::Option("no-mouse")), (settings.mouse, Origin::File)],
                true,
            ),
            width: first(
                [
                    (args.width, Origin::Option("width")),
                    (settings.width, Origin::File),
                    (columns, Origin::Environment("the terminal (COLUMNS)")),
                ],
                Form::WIDTH,
            ),
            layout: first(
                [(args.layout, Origin::Option("layout")), (settings.layout(), Origin::File)],
                Layout::default(),
            ),
            order: first([(args.bidi, Origin::Option("bidi")), (settings.order(), Origin::File)], Order::Visual),
        }
    }

    /// What is in force and who says so, a line each, with the folders of `environment`.
    pub fn show(&self, environment: &Environment) -> String {
        let folder = |path: &Option<std::path::PathBuf>| {
            path.as_ref().map_or_else(|| "none".to_owned(), |path| path.display().to_string())
        };
        let switch = |value: &Value<bool>| (if value.is { "true" } else { "false" }.to_owned(), value.by);
        let theme = self.theme.is.as_deref().filter(|name| *name != "auto");
        let lines = [
            ("theme", (theme.unwrap_or("asked of the terminal").to_owned(), self.theme.by)),
            ("no-color", switch(&self.no_color)),
            ("ascii", switch(&self.ascii)),
            ("mouse", switch(&self.mouse)),
            ("width", (self.width.is.to_string(), self.width.by)),
            ("layout", (self.layout.is.name().to_owned(), self.layout.by)),
            ("bidi", (self.order.is.name().to_owned(), self.order.by)),
        ];
        let folders = [("configuration", &environment.config), ("state", &environment.state)];
        let folders = folders.iter().map(|(name, path)| format!("{name:<14} {}\n", visible(&folder(path))));
        let widest = lines.iter().map(|(_, (value, _))| value.chars().count()).max().unwrap_or_default();
        let lines =
            lines.iter().map(|(name, (value, by))| format!("{name:<14} {:<widest$}  {}\n", visible(value), by.said()));
        folders.chain(lines).collect()
    }
}

//! The one table of arguments. Help, man page and completions are made from it; nobody else names clap.

mod help;
mod refusal;

use std::{ffi::OsString, path::PathBuf};

use clap::{
    CommandFactory as _, FromArgMatches as _, Parser, ValueHint,
    builder::{PossibleValuesParser, TypedValueParser},
    value_parser,
};
use clap_complete::Shell;

use crate::{
    error::Result,
    report::{Form, Format, Layout, Section},
    text::bidi::Order,
};

/// What the arguments ask for.
pub enum Asked {
    /// Something about the program itself, for standard output: help, version, completions, man page.
    Print(Vec<u8>),
    /// To open articles.
    Run(Box<Args>),
}

/// Reads two or more tellings of one story side by side, and shows what each adds, drops, moves, rewords and frames.
#[derive(Debug, Parser)]
#[command(
    name = "parallax",
    version,
    about = help::ABOUT,
    long_about = help::LONG_ABOUT,
    after_help = help::AFTER,
    after_long_help = help::AFTER_LONG,
    override_usage = help::USAGE,
    disable_help_flag = true,
    disable_version_flag = true,
)]
pub struct Args {
    /// Articles of one story, or a folder of them
    ///
    /// Plain text or HTML files; a folder stands for every article in it; '-' reads one article from standard input. Without
    /// any, the bundled sample story is opened.
    #[arg(value_name = "ARTICLE", value_hint = ValueHint::AnyPath)]
    pub articles: Vec<PathBuf>,

    /// The two articles to hold against each other first
    ///
    /// Two numbers counted from 1 in the order given ('1,3'), or two labels ('A,C'), or two parts of file names that fit one
    /// article each ('reuters,tass'). A report then holds this pair alone.
    #[arg(long, value_name = "ONE,OTHER", help_heading = "Articles")]
    pub pair: Option<String>,

    /// Form of the report: text, json, html, csv
    ///
    /// Writes a report instead of opening the screen. Absent, the ending of --output decides, else text.
    #[arg(long, value_name = "FORMAT", help_heading = "Report", hide_possible_values = true,
          value_parser = PossibleValuesParser::new(Format::ALL.map(Format::name)).try_map(|name| Format::named(&name).ok_or("no such format")))]
    pub format: Option<Format>,

    /// Write the report to FILE, whole or not at all
    ///
    /// The ending decides the format: .txt, .json, .html, .csv. A file that stands there is replaced only when the new one is
    /// complete. '-' is standard output.
    #[arg(short, long, value_name = "FILE", help_heading = "Report", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Width of the text report in columns [default: the terminal's, else 100]
    #[arg(long, value_name = "N", help_heading = "Report", value_parser = value_parser!(u16).range(i64::from(*Form::WIDTHS.start())..=i64::from(*Form::WIDTHS.end())))]
    pub width: Option<u16>,

    /// Set the text report in columns, or linear
    ///
    /// 'columns' sets the two articles side by side; 'linear' sets one below the other in one column without box drawing, fit
    /// for a screen reader or an e-mail. A width below 60 is always linear. [default: columns]
    #[arg(long, value_name = "LAYOUT", help_heading = "Report", hide_possible_values = true,
          value_parser = PossibleValuesParser::new(Layout::ALL.map(Layout::name)).try_map(|name| Layout::named(&name).ok_or("no such layout")))]
    pub layout: Option<Layout>,

    /// Only these parts of the report: rows, only-here, findings, quotations, sources
    ///
    /// Several are joined by commas. The articles and the counts are always told.
    #[arg(long, value_name = "PART", help_heading = "Report", value_delimiter = ',', hide_possible_values = true,
          value_parser = PossibleValuesParser::new(Section::ALL.map(Section::name)).try_map(|name| Section::named(&name).ok_or("no such part")))]
    pub only: Vec<Section>,

    /// Exit with 1 when the articles differ in more than typography
    #[arg(long, help_heading = "Report")]
    pub exit_code: bool,

    /// Colours: auto, dark, light, high-contrast, sixteen[-dark|-light], none, or your own
    ///
    /// 'auto' asks the terminal for its background and takes dark or light, in as many colours as the terminal has; so it is without
    /// --theme unless another was chosen with T before. 'sixteen' are the terminal's own sixteen colours, by its background those of
    /// 'sixteen-dark' or 'sixteen-light'. A terminal that does not answer is believed what COLORFGBG says, or taken for dark.
    #[arg(long, value_name = "NAME", help_heading = "Screen")]
    pub theme: Option<String>,

    /// No colours; signs and attributes alone (also when NO_COLOR is set)
    #[arg(long, help_heading = "Screen")]
    pub no_color: bool,

    /// Signs of plain ASCII only, in the text report too
    #[arg(long, help_heading = "Screen")]
    pub ascii: bool,

    /// Leave the mouse to the terminal
    #[arg(long, help_heading = "Screen")]
    pub no_mouse: bool,

    /// Who sets right-to-left letters in order: program, terminal
    ///
    /// Most terminals draw letters from left to right in the order they are sent, so parallax sets Hebrew and Arabic in the order
    /// they are read, column by column. 'terminal' leaves it to one that does so by itself and cannot be asked not to (Konsole,
    /// mlterm, Terminal of macOS). [default: program]
    #[arg(long, value_name = "WHO", help_heading = "Screen", hide_possible_values = true,
          value_parser = PossibleValuesParser::new(Order::ALL.map(Order::name)).try_map(|name| Order::named(&name).ok_or("no such order")))]
    pub bidi: Option<Order>,

    /// Print the settings in force and where they come from
    #[arg(long, help_heading = "About parallax")]
    pub show_config: bool,

    /// Print completions for a shell: bash, elvish, fish, powershell, zsh
    #[arg(long, value_name = "SHELL", help_heading = "About parallax", hide_possible_values = true)]
    completions: Option<Shell>,

    /// Print the man page
    #[arg(long, help_heading = "About parallax")]
    man: bool,

    /// Print help (--help tells more than -h)
    #[arg(short, long, help_heading = "About parallax", action = clap::ArgAction::Help)]
    help: Option<bool>,

    /// Print the version
    #[arg(short = 'V', long, help_heading = "About parallax", action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// What `arguments` (the program's name first) ask for.
///
/// # Errors
/// When an argument is unknown or its value makes no sense.
pub fn parse(arguments: Vec<OsString>) -> Result<Asked> {
    let mut command = Args::command();
    let args = match command.try_get_matches_from_mut(arguments).and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => args,
        Err(error) if !error.use_stderr() => return Ok(Asked::Print(error.render().to_string().into_bytes())),
        Err(error) => return Err(refusal::refusal(&error)),
    };
    if let Some(shell) = args.completions {
        let mut bytes = Vec::new();
        clap_complete::generate(shell, &mut command, "parallax", &mut bytes);
        return Ok(Asked::Print(bytes));
    }
    if args.man {
        return Ok(Asked::Print(help::man(command)));
    }
    Ok(Asked::Run(Box::new(args)))
}

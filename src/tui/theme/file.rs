//! Reads a theme file: TOML, a line for each role.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use toml::de::DeTable;

use super::{SIXTEEN, SIXTEEN_DARK, named};
use crate::error::nearest;

/// A theme as its file says it, before it is fitted to a terminal.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub name: String,
    pub background: Ground,
    styles: BTreeMap<String, Style>,
}

/// The background that a theme is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    Dark,
    Light,
    Any,
}

/// What is wrong with a theme file.
#[derive(Debug)]
pub(super) struct Fault {
    /// Counted from 1.
    pub line: usize,
    pub problem: String,
}

impl Sheet {
    /// The style of the first of `names` that the theme knows.
    pub fn style(&self, names: &[String]) -> Style {
        let own = names.iter().find_map(|name| self.styles.get(name)).copied().unwrap_or_default();
        let under = named::under(names).and_then(|name| self.styles.get(name)).copied().unwrap_or_default();
        under.patch(own)
    }
}

/// Reads the theme file `text`; a base is looked for among `known`.
pub(super) fn read(name: &str, text: &str, known: &[Sheet]) -> Result<Sheet, Fault> {
    let line_of = |at: usize| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    let fault = |at: usize, problem: String| Fault { line: line_of(at), problem };
    let table = DeTable::parse(text)
        .map_err(|error| fault(error.span().map_or(0, |span| span.start), error.message().to_owned()))?;
    let entries = table.get_ref();
    let said = |key: &str| -> Result<Option<(&str, usize)>, Fault> {
        let Some(value) = entries.get(key) else { return Ok(None) };
        let at = value.span().start;
        value
            .get_ref()
            .as_str()
            .map(|text| Some((text, at)))
            .ok_or_else(|| fault(at, format!("'{key}' should stand in quotation marks")))
    };
    let mut sheet = Sheet { name: name.to_owned(), background: Ground::Any, styles: BTreeMap::new() };
    if let Some((base, at)) = said("base")? {
        let names = || known.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>().join(", ");
        let base = known
            .iter()
            .find(|sheet| sheet.name == base)
            // The two of sixteen colours were one and a half once, and files that build on it stay right.
            .or_else(|| known.iter().find(|sheet| base == SIXTEEN && sheet.name == SIXTEEN_DARK))
            .ok_or_else(|| fault(at, format!("there is no theme '{base}'; there are {}", names())))?;
        sheet.background = base.background;
        sheet.styles.clone_from(&base.styles);
    }
    if let Some((ground, at)) = said("background")? {
        sheet.background = match ground {
            "dark" => Ground::Dark,
            "light" => Ground::Light,
            "any" => Ground::Any,
            other => return Err(fault(at, format!("the background is dark, light or any, not '{other}'"))),
        };
    }
    let names: Vec<String> = named::roles().flat_map(|(_, names)| names).collect();
    for key in entries.keys() {
        let role = key.get_ref().as_ref();
        if role == "base" || role == "background" {
            continue;
        }
        if names.iter().all(|name| name != role) {
            let near = nearest(role, names.iter().map(String::as_str))
                .map_or_else(String::new, |near| format!("; is '{near}' meant?"));
            return Err(fault(key.span().start, format!("there is no role '{role}'{near}")));
        }
        if let Some((style, at)) = said(role)? {
            sheet
                .styles
                .insert(role.to_owned(), notation(style).map_err(|problem| fault(at, format!("'{role}': {problem}")))?);
        }
    }
    Ok(sheet)
}

/// The style that `text` describes, as in `#ffb266 on #000000 bold`.
fn notation(text: &str) -> Result<Style, String> {
    let mut style = Style::default();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        style = match word {
            "bold" => style.add_modifier(Modifier::BOLD),
            "dim" => style.add_modifier(Modifier::DIM),
            "italic" => style.add_modifier(Modifier::ITALIC),
            "underline" => style.add_modifier(Modifier::UNDERLINED),
            "reverse" => style.add_modifier(Modifier::REVERSED),
            "crossed" => style.add_modifier(Modifier::CROSSED_OUT),
            "on" => style.bg(colour(words.next().unwrap_or_default())?),
            _ => match word.strip_prefix("line=") {
                Some(line) => style.underline_color(colour(line)?),
                None => style.fg(colour(word)?),
            },
        };
    }
    Ok(style)
}

const COLOURS: [(&str, Color); 17] = [
    ("-", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

fn colour(word: &str) -> Result<Color, String> {
    let named = COLOURS.iter().find(|(name, _)| *name == word).map(|(_, colour)| *colour);
    let hex = || {
        let digits = word.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        u32::from_str_radix(digits, 16).ok().map(Color::from_u32)
    };
    named
        .or_else(hex)
        .or_else(|| word.parse().ok().map(Color::Indexed))
        .ok_or_else(|| format!("'{word}' is neither a colour nor an attribute"))
}

//! What a role looks like: the only place that knows colours. May be asked for the style of a role, and which theme suits a
//! terminal. Themes are data (`assets/themes`, and the reader's own files); nothing here draws.

mod file;
mod named;
mod rgb;

use std::{collections::BTreeMap, path::Path, sync::OnceLock};

use ratatui::style::{Color, Style};

use super::terminal::Background;
use crate::{
    compare::FindingKind,
    error::{Error, Result},
    page::{Role, Sign},
};

/// The themes that come with the program, by name, in the order that the reader walks through them.
const BUNDLED: [(&str, &str); 6] = [
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    ("high-contrast", include_str!("../../assets/themes/high-contrast.toml")),
    ("sixteen-dark", include_str!("../../assets/themes/sixteen-dark.toml")),
    ("sixteen-light", include_str!("../../assets/themes/sixteen-light.toml")),
    ("none", include_str!("../../assets/themes/none.toml")),
];

/// The name that stands for that of the two themes of sixteen colours which suits the terminal's background.
const SIXTEEN: &str = "sixteen";
const SIXTEEN_DARK: &str = "sixteen-dark";
const SIXTEEN_LIGHT: &str = "sixteen-light";

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Any colour.
    #[default]
    Full,
    /// The 256 of xterm; others are drawn as the nearest of them.
    Indexed,
    /// The sixteen that terminals let their users choose.
    Sixteen,
    /// None: bold, italic, underline and reverse alone (`NO_COLOR`, and terminals that say they are dumb).
    None,
}

impl Depth {
    /// What the environment variables `COLORTERM` and `TERM` promise.
    #[must_use]
    pub fn of(colorterm: Option<&str>, term: Option<&str>) -> Self {
        let term = term.unwrap_or_default();
        match colorterm {
            Some("truecolor" | "24bit") => Self::Full,
            _ if term.contains("direct")
                || ["kitty", "ghostty", "alacritty", "foot", "wezterm"].iter().any(|known| term.contains(known)) =>
            {
                Self::Full
            }
            _ if term.contains("256") => Self::Indexed,
            _ if term == "dumb" => Self::None,
            _ => Self::Sixteen,
        }
    }
}

/// What every role looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    name: String,
    styles: BTreeMap<Role, Style>,
}

impl Theme {
    /// The name it was asked for by.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How `role` looks.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(&role).copied().unwrap_or_default()
    }

    /// How `role` looks with a cue of framing over it: the second layer of emphasis. The sign of findings takes the colour of the kind.
    #[must_use]
    pub fn marked(&self, role: Role, cue: Option<FindingKind>) -> Style {
        let style = self.style(role);
        let Some(kind) = cue else { return style };
        let over = self.style(Role::Cue(kind));
        // A finding's own sign is in the colour of its words, and no word to be underlined.
        if role == Role::Sign(Sign::Cue) {
            return Style { fg: over.underline_color.or(style.fg), ..style };
        }
        // The line's colour goes to letters that have none of their own. It is never sent as a colour of the line (SGR 58): terminals
        // that do not know that sequence read its numbers as other attributes and colour what follows.
        Style {
            fg: style.fg.filter(|colour| *colour != Color::Reset).or(over.underline_color).or(style.fg),
            underline_color: None,
            ..style.patch(over)
        }
    }
}

/// The themes to choose from.
#[derive(Clone, Debug)]
pub struct Themes {
    /// By name: the reader's own first, as they go before bundled ones of the same name.
    themes: Vec<file::Sheet>,
}

impl Default for Themes {
    fn default() -> Self {
        Self::bundled()
    }
}

impl Themes {
    /// The themes that come with the program.
    #[must_use]
    pub fn bundled() -> Self {
        static SHEETS: OnceLock<Vec<file::Sheet>> = OnceLock::new();
        // A test holds every bundled theme to be right; one that were not would be left out.
        let read = || BUNDLED.iter().filter_map(|(name, text)| file::read(name, text, &[]).ok()).collect();
        Self { themes: SHEETS.get_or_init(read).clone() }
    }

    /// Adds a theme of the reader's: the TOML `text` of the file `path`, under the file's name without its ending.
    ///
    /// # Errors
    /// When `text` names a role, a colour, an attribute or a base that does not exist; the message names line and thing.
    pub fn add(&mut self, path: &Path, text: &str) -> Result<()> {
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let sheet = file::read(&name, text, &self.themes).map_err(|fault| Error::Settings {
            path: path.to_owned(),
            line: fault.line,
            problem: fault.problem,
        })?;
        self.themes.retain(|theme| theme.name != name);
        self.themes.insert(0, sheet);
        Ok(())
    }

    /// The names that [`Themes::get`] knows, in the order of [`Themes::after`].
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.themes.iter().map(|theme| theme.name.as_str()).collect();
        // A reader's own theme of that name is meant before the two.
        if !names.contains(&SIXTEEN) {
            let at = names.iter().position(|name| *name == SIXTEEN_DARK).unwrap_or(names.len());
            names.insert(at, SIXTEEN);
        }
        names
    }

    /// The sheet that `name` stands for on `background`.
    fn sheet(&self, name: &str, background: Option<Background>) -> Option<&file::Sheet> {
        let named = |name: &str| self.themes.iter().find(|theme| theme.name == name);
        let light = background.is_some_and(Background::is_light);
        let suited = || (name == SIXTEEN).then_some(if light { SIXTEEN_LIGHT } else { SIXTEEN_DARK });
        named(name).or_else(|| named(suited()?))
    }

    /// The theme `name` for a terminal of `depth` with `background`, if there is one; without an answer, a dark background is taken to be
    /// there.
    #[must_use]
    pub fn get(&self, name: &str, depth: Depth, background: Option<Background>) -> Option<Theme> {
        let sheet = self.sheet(name, background)?;
        let shown = |style: Style| match depth {
            Depth::Full => style,
            Depth::Indexed => rgb::indexed(style),
            Depth::Sixteen => rgb::sixteen(style),
            Depth::None => rgb::colourless(style),
        };
        let styles = named::roles().map(|(role, names)| (role, shown(sheet.style(&names)))).collect();
        Some(Theme { name: name.to_owned(), styles })
    }

    /// The theme that suits a terminal of `depth` with `background`; without an answer, a dark one is taken to be there.
    #[must_use]
    pub fn suited(&self, depth: Depth, background: Option<Background>) -> Theme {
        let light = background.is_some_and(Background::is_light);
        let name = match (depth, light) {
            (Depth::None, _) => "none",
            (Depth::Sixteen, _) => SIXTEEN,
            (_, true) => "light",
            (_, false) => "dark",
        };
        self.get(name, depth, background).unwrap_or(Theme { name: name.to_owned(), styles: BTreeMap::new() })
    }

    /// The name that comes after `name`, round and round, of those that can be read on `background`: a theme made for the other kind
    /// is left out, and where that is not known none is.
    #[must_use]
    pub fn after(&self, name: &str, background: Option<Background>) -> &str {
        let names = self.names();
        let suits = |name: &str| {
            let ground = self.sheet(name, background).map(|sheet| sheet.background);
            match background.map(Background::is_light) {
                Some(true) => ground != Some(file::Ground::Dark),
                Some(false) => ground != Some(file::Ground::Light),
                None => true,
            }
        };
        // The two of sixteen colours are walked through as one.
        let walked = |name: &&str| ![SIXTEEN_DARK, SIXTEEN_LIGHT].contains(name) && suits(name);
        let next = names.iter().position(|known| *known == name).map_or(0, |index| index + 1);
        let (before, after) = names.split_at(next.min(names.len()));
        after.iter().chain(before).copied().find(walked).unwrap_or("")
    }
}

#[cfg(test)]
mod tests;

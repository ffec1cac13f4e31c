//! How the screen looks and listens, from what it was started with.

use std::path::Path;

use crate::{
    error::{Error, Result},
    page::Glyphs,
    tui::{
        Options,
        keymap::Keymap,
        state::Look,
        terminal::Background,
        theme::{Depth, Themes},
    },
};

/// The bundled themes and the reader's `own`, each a path and a text.
fn themes(own: &[(String, String)]) -> Result<Themes> {
    let mut themes = Themes::bundled();
    for (path, text) in own {
        themes.add(Path::new(path), text)?;
    }
    Ok(themes)
}

fn unknown(name: &str, themes: &Themes) -> Error {
    Error::Usage {
        message: format!("there is no theme '{name}'"),
        hint: Some(format!("the themes are {}", themes.names().join(", "))),
    }
}

/// Whether there is a theme of that `name`, bundled or of the reader's `own` (a path and a text each), where one is named.
///
/// # Errors
/// When there is none.
pub fn check_theme(name: Option<&str>, own: &[(String, String)]) -> Result<()> {
    let Some(name) = name.filter(|name| *name != "auto") else { return Ok(()) };
    let themes = themes(own)?;
    themes.get(name, Depth::Full, None).map(|_| ()).ok_or_else(|| unknown(name, &themes))
}

/// The keys, signs, theme and colours that `options` ask for.
///
/// # Errors
/// When the reader's keymap or theme is wrong.
pub(super) fn look(options: &Options) -> Result<Look> {
    let keymap = match &options.keymap {
        Some((path, text)) => Keymap::bundled().merged(Path::new(path), text)?,
        None => Keymap::bundled(),
    };
    let glyphs = if options.ascii { Glyphs::ASCII } else { Glyphs::UNICODE };
    let depth =
        if options.no_color { Depth::None } else { Depth::of(options.colorterm.as_deref(), options.term.as_deref()) };
    let themes = themes(&options.themes)?;
    let background = options.colorfgbg.as_deref().and_then(Background::named);
    // A theme remembered and since taken away is no error: it was not asked for now.
    let remembered = options.memory.theme.as_deref().filter(|name| themes.names().contains(name));
    let named = options.theme.as_deref().or(remembered).filter(|name| *name != "auto" && !options.no_color);
    let theme = match named {
        None => themes.suited(depth, background),
        Some(name) => themes.get(name, depth, background).ok_or_else(|| unknown(name, &themes))?,
    };
    Ok(Look {
        keymap,
        glyphs,
        theme,
        themes,
        depth,
        background,
        follows_background: named.is_none(),
        mouse: options.mouse,
        order: options.order,
    })
}

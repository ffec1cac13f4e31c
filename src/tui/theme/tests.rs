#![allow(clippy::unwrap_used, clippy::panic)]
use std::path::Path;

use ratatui::style::{Color, Modifier};

use super::{file::Ground, *};
use crate::story::Side;

/// Grounds that dark and light terminals have: plain ones, and those of widespread schemes.
const DARK: [[u8; 3]; 5] = [[0, 0, 0], [30, 30, 30], [40, 44, 52], [0, 43, 54], [46, 52, 64]];
const LIGHT: [[u8; 3]; 4] = [[255, 255, 255], [250, 250, 250], [253, 246, 227], [238, 238, 238]];

/// Contrast of two colours by WCAG 2.2: 1 to 21.
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let luminance = |rgb: [u8; 3]| {
        let [r, g, b] = rgb.map(|level| {
            let level = f64::from(level) / 255.0;
            if level <= 0.04045 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// Every pair of text and ground of `theme` that falls short of `least`, with its contrast.
fn too_faint(theme: &str, depth: Depth, grounds: &[[u8; 3]], least: f64) -> Vec<String> {
    let own = if grounds.contains(&[0, 0, 0]) { [255; 3] } else { [0; 3] };
    let shown = |colour: Option<Color>, own| match colour {
        None | Some(Color::Reset) => own,
        Some(colour) => rgb::levels(colour).unwrap(),
    };
    let mut faint = Vec::new();
    for ground in grounds {
        let theme = Themes::bundled().get(theme, depth, Some(Background { rgb: *ground })).unwrap();
        // A cue never stands alone: it lies over another role.
        for role in named::roles().map(|(role, _)| role).filter(|role| !matches!(role, Role::Cue(_))) {
            for cue in FindingKind::ALL.map(Some).into_iter().chain([None]) {
                let style = theme.marked(role, cue);
                let (text, ground) = (shown(style.fg, own), shown(style.bg, *ground));
                let contrast = contrast(text, ground);
                if contrast < least {
                    faint.push(format!("{role:?} {text:?} on {ground:?}: {contrast:.2}"));
                }
            }
        }
    }
    faint.dedup();
    faint
}

#[test]
fn every_pair_of_text_and_ground_has_the_contrast_of_wcag_aa() {
    for depth in [Depth::Full, Depth::Indexed] {
        assert_eq!(too_faint("dark", depth, &DARK, 4.5), Vec::<String>::new(), "{depth:?}");
        assert_eq!(too_faint("light", depth, &LIGHT, 4.5), Vec::<String>::new(), "{depth:?}");
        assert_eq!(too_faint("high-contrast", depth, &[[0; 3], [255; 3]], 7.0), Vec::<String>::new(), "{depth:?}");
    }
    for depth in [Depth::Full, Depth::Indexed, Depth::Sixteen] {
        for (named, ground) in [("sixteen-dark", [0; 3]), ("sixteen-light", [255; 3])] {
            assert_eq!(too_faint(named, depth, &[ground], 4.5), Vec::<String>::new(), "{depth:?}");
            assert_eq!(too_faint("sixteen", depth, &[ground], 4.5), Vec::<String>::new(), "{depth:?}");
        }
    }
}

#[test]
fn cues_stand_out_from_the_ground_as_text_must() {
    for (theme, grounds) in [("dark", &DARK[..]), ("light", &LIGHT[..])] {
        let theme = Themes::bundled().get(theme, Depth::Full, None).unwrap();
        for kind in FindingKind::ALL {
            let marked = theme.marked(Role::Plain, Some(kind));
            assert_eq!(marked.underline_color, None, "{kind:?}");
            let line = rgb::levels(marked.fg.unwrap()).unwrap();
            for ground in grounds {
                assert!(contrast(line, *ground) >= 4.5, "{kind:?} on {ground:?}");
            }
        }
    }
}

#[test]
fn added_and_removed_are_never_told_apart_by_red_against_green() {
    // A red-green blind eye sees blue against yellow: the two must differ there, by lightness or by the blue they hold.
    for name in ["dark", "light", "high-contrast", "sixteen-dark", "sixteen-light"] {
        let theme = Themes::bundled().get(name, Depth::Full, None).unwrap();
        let blue = |role| i32::from(rgb::levels(theme.style(role).fg.unwrap()).unwrap()[2]);
        assert!(blue(Role::Added) - blue(Role::Removed) >= 100, "{name}");
    }
}

#[test]
fn without_colours_every_emphasis_is_an_attribute() {
    let theme = Themes::bundled().suited(Depth::None, None);
    for (role, _) in named::roles() {
        let style = theme.style(role);
        assert!(matches!(style.fg, None | Some(Color::Reset)) && style.bg.is_none(), "{role:?}");
    }
    let marked = [
        Role::Added,
        Role::Removed,
        Role::Figure(Side::Left),
        Role::Only(Side::Right),
        Role::Moved,
        Role::Hit,
        Role::CurrentHit,
        Role::Selected,
        Role::Headline,
        Role::Title,
    ];
    for role in marked {
        assert!(!theme.style(role).add_modifier.is_empty(), "{role:?}");
    }
    assert_ne!(theme.style(Role::Hit), theme.style(Role::CurrentHit));
    assert!(theme.marked(Role::Plain, Some(FindingKind::Loaded)).add_modifier.contains(Modifier::UNDERLINED));
}

#[test]
fn every_bundled_theme_is_read_whole_and_says_its_ground() {
    let themes = Themes::bundled();
    assert_eq!(themes.names(), ["dark", "light", "high-contrast", "sixteen", "sixteen-dark", "sixteen-light", "none"]);
    let grounds: Vec<Ground> = themes.themes.iter().map(|theme| theme.background).collect();
    assert_eq!(grounds, [Ground::Dark, Ground::Light, Ground::Any, Ground::Dark, Ground::Light, Ground::Any]);
}

#[test]
fn the_theme_suits_the_terminal() {
    let background = |level| Some(Background { rgb: [level; 3] });
    let name = |depth, background| Themes::bundled().suited(depth, background).name().to_owned();
    assert_eq!(name(Depth::Full, None), "dark");
    assert_eq!(name(Depth::Indexed, background(255)), "light");
    assert_eq!(name(Depth::Sixteen, background(250)), "sixteen");
    assert_eq!(name(Depth::None, background(255)), "none");
}

#[test]
fn the_sixteen_colours_are_those_that_can_be_read_on_the_terminal() {
    let themes = Themes::bundled();
    let removed = |name, background| themes.get(name, Depth::Sixteen, background).unwrap().style(Role::Removed).fg;
    let (dark, light) = (Background { rgb: [10; 3] }, Background { rgb: [250; 3] });
    assert_eq!(removed("sixteen", Some(dark)), Some(Color::LightYellow));
    assert_eq!(removed("sixteen", Some(light)), Some(Color::Red));
    assert_eq!(removed("sixteen", None), Some(Color::LightYellow));
    assert_eq!(removed("sixteen-dark", Some(light)), Some(Color::LightYellow));
    assert_eq!(removed("sixteen-light", Some(dark)), Some(Color::Red));
}

#[test]
fn the_reader_walks_through_the_themes_that_can_be_read() {
    let walk = |background| {
        let (themes, mut name, mut walked) = (Themes::bundled(), String::from("none"), Vec::new());
        while !walked.contains(&name) {
            walked.push(name.clone());
            name = themes.after(&name, background).to_owned();
        }
        walked.join(" ")
    };
    assert_eq!(walk(None), "none dark light high-contrast sixteen");
    assert_eq!(walk(Some(Background { rgb: [10; 3] })), "none dark high-contrast sixteen");
    assert_eq!(walk(Some(Background { rgb: [250; 3] })), "none light high-contrast sixteen");
    assert_eq!(Themes::bundled().after("sixteen-light", None), "none");
}

#[test]
fn an_own_theme_may_build_on_the_sixteen_colours() {
    let mut themes = Themes::bundled();
    themes.add(Path::new("mine.toml"), "base = \"sixteen\"\n").unwrap();
    themes.add(Path::new("sixteen.toml"), "base = \"light\"\n").unwrap();
    let removed = |name| themes.get(name, Depth::Full, None).unwrap().style(Role::Removed).fg;
    assert_eq!((removed("mine"), removed("sixteen")), (Some(Color::LightYellow), removed("light")));
}

#[test]
fn the_environment_says_how_many_colours_there_are() {
    assert_eq!(Depth::of(Some("truecolor"), Some("xterm-256color")), Depth::Full);
    assert_eq!(Depth::of(None, Some("xterm-256color")), Depth::Indexed);
    assert_eq!(Depth::of(Some(""), Some("xterm-kitty")), Depth::Full);
    assert_eq!(Depth::of(None, Some("linux")), Depth::Sixteen);
    assert_eq!(Depth::of(None, Some("dumb")), Depth::None);
    assert_eq!(Depth::of(None, None), Depth::Sixteen);
}

#[test]
fn a_reader_s_theme_changes_what_it_names_and_keeps_the_rest_of_its_base() {
    let mut themes = Themes::bundled();
    themes.add(Path::new("themes/mine.toml"), "base = \"light\"\nadded = \"#003300 underline\"\n").unwrap();
    let (mine, light) =
        (themes.get("mine", Depth::Full, None).unwrap(), themes.get("light", Depth::Full, None).unwrap());
    assert_eq!(mine.style(Role::Added).fg, Some(Color::Rgb(0, 0x33, 0)));
    assert_eq!(mine.style(Role::Removed), light.style(Role::Removed));
    assert_eq!(themes.names()[0], "mine");
    assert_eq!(themes.after("none", None), "mine");
    assert_eq!(themes.after("mine", None), "dark");
}

#[test]
fn what_a_theme_cannot_mean_is_refused_by_name_with_its_line() {
    let refused = |text: &str| Themes::bundled().add(Path::new("mine.toml"), text).unwrap_err().to_string();
    insta::assert_snapshot!(refused("base = \"darker\""), @"'mine.toml', line 1: there is no theme 'darker'; there are dark, light, high-contrast, sixteen-dark, sixteen-light, none");
    insta::assert_snapshot!(refused("\nremovd = \"bold\""), @"'mine.toml', line 2: there is no role 'removd'; is 'removed' meant?");
    insta::assert_snapshot!(refused("added = \"blu\""), @"'mine.toml', line 1: 'added': 'blu' is neither a colour nor an attribute");
    insta::assert_snapshot!(refused("added = \"#12345g\""), @"'mine.toml', line 1: 'added': '#12345g' is neither a colour nor an attribute");
    insta::assert_snapshot!(refused("added = 3"), @"'mine.toml', line 1: 'added' should stand in quotation marks");
}

//! Lines of a panel: text and roles, cut and filled to its width.

use crate::{
    page::{Glyphs, Line, Role, Run},
    text::{broken, visible::visible, width::columns},
    tui::fit,
};

/// A line of exactly `width` columns: `runs`, cut with a sign where they are too long, filled up in the role `fill`.
pub(super) fn fitted(runs: impl IntoIterator<Item = Run>, width: usize, fill: Role, glyphs: Glyphs) -> Line {
    let mut line = Line::default();
    let mut left = width;
    for run in runs {
        let wide = run.columns();
        if wide <= left {
            left -= wide;
            line.runs.push(run);
        } else {
            let text = cut(&run.text, left, glyphs);
            left -= usize::from(columns(&text).0).min(left);
            line.runs.push(Run { text, ..run });
            break;
        }
    }
    if left > 0 {
        line.runs.push(Run::new(" ".repeat(left), fill));
    }
    line
}

/// As much of `text` as fits `width` columns, with a sign where it goes on.
pub(super) fn cut(text: &str, width: usize, glyphs: Glyphs) -> String {
    fit::cut(text, width, glyphs.ellipsis())
}

/// `text` cut or filled to `width` columns.
pub(super) fn column(text: &str, width: usize, glyphs: Glyphs) -> String {
    let mut out = cut(text, width, glyphs);
    out.push_str(&" ".repeat(width.saturating_sub(usize::from(columns(&out).0))));
    out
}

/// A stranger's text in one line, safe for a terminal: white space of any kind is one blank.
pub(super) fn one_line(text: &str) -> String {
    // Soft hyphens show only where a line breaks, and this one does not.
    visible(&broken::one_line(&text.replace('\u{ad}', ""))).into_owned()
}

/// The heading of a panel: its name, a line, and what else is to be said there.
#[must_use]
pub fn heading(name: &str, more: &str, width: usize, glyphs: Glyphs) -> Line {
    let name = format!("{0}{0} {name} ", glyphs.horizontal());
    let more = if more.is_empty() { String::new() } else { format!(" {more} ") };
    let used = usize::from(columns(&name).0) + usize::from(columns(&more).0);
    let rule = glyphs.horizontal().repeat(width.saturating_sub(used));
    fitted(
        [Run::new(name, Role::Panel), Run::new(rule, Role::Rule), Run::new(more, Role::Hint)],
        width,
        Role::Rule,
        glyphs,
    )
}

/// `lines`, cut or filled to exactly `height` lines of `width` columns.
pub(super) fn filled(mut lines: Vec<Line>, width: usize, height: usize) -> Vec<Line> {
    lines.truncate(height);
    lines.resize_with(height, || Line { runs: vec![Run::blank(width)] });
    lines
}

/// The text of lines, for tests: one a line, without blanks at the end.
#[cfg(test)]
pub(super) fn picture(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text().trim_end().to_owned() + "\n").collect()
}

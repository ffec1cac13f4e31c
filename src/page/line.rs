//! The smallest parts of a page: runs of text, and lines made of them.

use super::role::Role;
use crate::{
    compare::FindingKind,
    story::ArticleId,
    text::{span::Span, width::columns},
};

/// A stretch of a line that is one thing. Its text is safe for a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What is drawn: every character visible, no line breaks, no tabs.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// The cue of framing that lies over it, if any: the second layer of emphasis.
    pub cue: Option<FindingKind>,
    /// The article's text it shows; none for what the program itself says.
    pub source: Option<Source>,
}

/// A place in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// The article.
    pub article: ArticleId,
    /// Where in its text, in bytes.
    pub span: Span,
}

/// A line of a page. Its runs, set one after the other, take exactly the page's width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The runs, from left to right.
    pub runs: Vec<Run>,
}

impl Run {
    /// A run of the program's own words.
    #[must_use]
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self { text: text.into(), role, cue: None, source: None }
    }

    /// `count` columns of empty space.
    #[must_use]
    pub fn blank(count: usize) -> Self {
        Self::new(" ".repeat(count), Role::Blank)
    }

    /// How many columns it takes.
    #[must_use]
    pub fn columns(&self) -> usize {
        usize::from(columns(&self.text).0)
    }
}

impl Line {
    /// How many columns it takes.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.runs.iter().map(Run::columns).sum()
    }

    /// Its text, without roles.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

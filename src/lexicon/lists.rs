//! The lists of all languages, and the reader's own on top of them.

use std::borrow::Cow;

use super::{
    bundled::BUNDLED,
    entry::ListKind,
    parse::{self, Problem},
    split,
    words::{StoryWords, WordSet, Words},
};
use crate::{
    error::{Error, Result},
    story::Story,
};

/// What a list's text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Cues or reporting verbs.
    Entries(ListKind),
    /// Sets of small words: `grammar`.
    Grammar,
    /// Forms that no rule gives: `irregular`.
    Irregular,
}

/// One list of one language.
#[derive(Clone, Debug)]
pub struct List {
    pub language: Cow<'static, str>,
    pub content: Content,
    pub text: Cow<'static, str>,
    /// Which of [`BUNDLED`] it is; none when it is the reader's.
    pub bundled: Option<usize>,
}

impl List {
    /// Whether it is the reader's.
    pub fn is_own(&self) -> bool {
        self.bundled.is_none()
    }
}

/// The word lists that a comparison is made with. Making one costs nothing; the lists are read when they are first held
/// against a story.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    lists: Vec<List>,
}

impl Content {
    fn name(self) -> &'static str {
        match self {
            Self::Grammar => "grammar",
            Self::Irregular => "irregular",
            Self::Entries(kind) => kind.name(),
        }
    }

    fn named(name: &str) -> Option<Self> {
        match name {
            "grammar" => Some(Self::Grammar),
            "irregular" => Some(Self::Irregular),
            other => ListKind::named(other).map(Self::Entries),
        }
    }
}

impl Lexicon {
    /// The lists that come with the program.
    #[must_use]
    pub fn bundled() -> Self {
        let list = |(index, (language, name, text)): (usize, &(&'static str, &str, &'static str))| {
            let (language, text) = (Cow::Borrowed(*language), Cow::Borrowed(*text));
            Some(List { language, content: Content::named(name)?, text, bundled: Some(index) })
        };
        Self { lists: BUNDLED.iter().enumerate().filter_map(list).collect() }
    }

    /// Adds a list of the reader's own to the `list` (`loaded`, `attribution`, …, `grammar`, `irregular`) of `language` (`en`). Its
    /// entries go before the bundled ones; `-word` takes a bundled entry out.
    ///
    /// # Errors
    /// When there is no such list, or a line cannot be read; the error names the line, and nothing is added.
    pub fn with_user(&mut self, language: &str, list: &str, text: &str) -> Result<()> {
        let name = format!("{language}/{list}");
        let refuse = |problem: Problem| Error::WordList { list: name.clone(), line: problem.line, what: problem.what };
        let content = Content::named(list).ok_or_else(|| {
            let known: Vec<&str> = ListKind::ALL.iter().map(|kind| kind.name()).collect();
            refuse(Problem { line: 0, what: format!("'{list}' is no list; the lists are {}", known.join(", ")) })
        })?;
        match content {
            Content::Entries(kind) => {
                parse::entries(kind, text)
                    .find_map(|entry| entry.err())
                    .map_or(Ok(()), |problem| Err(refuse(problem)))?;
            }
            Content::Grammar => {
                let wrong = split::groups(text).find(|(_, name, _)| WordSet::named(name).is_none());
                if let Some((line, name, _)) = wrong {
                    return Err(refuse(Problem { line, what: format!("'{name}' is no set of words") }));
                }
            }
            Content::Irregular => {}
        }
        let (language, text) = (Cow::Owned(language.to_owned()), Cow::Owned(parse::folded(text)));
        self.lists.push(List { language, content, text, bundled: None });
        Ok(())
    }

    /// The reader's own lists in the order they were added: the language and the list's name (`en/loaded`), and its text.
    pub fn own(&self) -> impl Iterator<Item = (String, &str)> {
        let own = self.lists.iter().filter(|list| list.is_own());
        own.map(|list| (format!("{}/{}", list.language, list.content.name()), &*list.text))
    }

    /// The lists as far as the words of `story` call for them, for each article in its language.
    #[must_use]
    pub fn over(&self, story: &Story) -> StoryWords {
        let mut languages: Vec<&str> = self.lists.iter().map(|list| &*list.language).collect();
        languages.sort_unstable();
        languages.dedup();
        let words =
            languages.into_iter().map(|language| Words::new(language, &self.of(language), &story.vocabulary)).collect();
        StoryWords::new(words, story)
    }

    fn of(&self, language: &str) -> Vec<&List> {
        self.lists.iter().filter(|list| list.language == language).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn every_bundled_list_can_be_read() {
        for (language, name, text) in BUNDLED {
            let mut lexicon = Lexicon::default();
            assert!(text.starts_with('#'), "{language}/{name} does not state its origin");
            lexicon.with_user(language, name, text).unwrap();
            if let Some(kind) = ListKind::named(name) {
                let unfolded = parse::entries(kind, text).flatten().find(|entry| fold(entry.text) != entry.text);
                assert_eq!(unfolded, None, "{language}/{name}: the words of a text are folded, so its entries must be");
            }
        }
    }

    #[test]
    fn a_list_that_cannot_be_read_is_refused_by_name_and_line() {
        let mut lexicon = Lexicon::bundled();
        let error = lexicon.with_user("en", "loaded", "regime\n[loud]\n").unwrap_err();
        assert_eq!(error.to_string(), "word list 'en/loaded', line 2: 'loud' is no sense, class, flag or strength");
        let error = lexicon.with_user("en", "lodaed", "regime").unwrap_err();
        assert!(
            error.to_string().starts_with("word list 'en/lodaed': 'lodaed' is no list; the lists are attribution, ")
        );
    }
}

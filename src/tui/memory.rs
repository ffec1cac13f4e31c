//! What the screen remembers from one reading to the next: the theme chosen, how the
//! reader reads, what was searched for, and where in which articles the reader was. A value
//! and its text; whoever starts the screen reads and writes it, never beside the articles.

use serde::{Deserialize, Serialize};

use super::{history::History, search::Query};
use crate::story::{ArticleId, PairId, Story};

/// Places remembered; the oldest is forgotten for a new one.
const MOST: usize = 200;

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Memory {
    /// The theme that the reader chose by its key, unless the terminal's background decides.
    pub theme: Option<String>,
    /// How the reader reads.
    pub habits: Habits,
    /// What was searched for, the last search last.
    pub searches: Vec<Query>,
    /// Where the reader was, the last story last.
    places: Vec<Place>,
}

/// How the reader reads, where it is not as usual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Habits {
    /// One article above the other even where there is room.
    pub stacked: bool,
    /// The text alone, no marks.
    pub clean: bool,
    /// Changes of punctuation, case and typography too.
    pub typography: bool,
    /// Nothing is folded away.
    pub unfolded: bool,
    /// The list of differences does not stand beside the text.
    pub undocked: bool,
}

impl Habits {
    /// Takes over what changed from `began` to `ended`.
    fn merge(&mut self, began: Self, ended: Self) {
        let Self { stacked, clean, typography, unfolded, undocked } = self;
        for (now, before, after) in [
            (stacked, began.stacked, ended.stacked),
            (clean, began.clean, ended.clean),
            (typography, began.typography, ended.typography),
            (unfolded, began.unfolded, ended.unfolded),
            (undocked, began.undocked, ended.undocked),
        ] {
            *now = if before == after { *now } else { after };
        }
    }
}

/// Where the reader was in a story.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
struct Place {
    /// The articles: the beginnings of their SHA-256, so that a file that changed is another.
    articles: String,
    base: usize,
    other: usize,
    article: usize,
    offset: u32,
}

/// Where the reader was in a story, found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The pair shown, base first.
    pub pair: PairId,
    /// The article of the cursor.
    pub article: ArticleId,
    /// Where in its text, in bytes.
    pub offset: u32,
}

impl Memory {
    /// The memory that `text` holds; none when it is not such a text. A memory is never worth an error.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut memory: Self = toml::from_str(text).ok()?;
        memory.forget();
        Some(memory)
    }

    /// The text that [`Memory::parse`] reads.
    #[must_use]
    pub fn text(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }

    /// Remembers `spot` in `story`.
    pub fn keep(&mut self, story: &Story, spot: Spot) {
        let articles = key(story);
        self.places.retain(|place| place.articles != articles);
        let Spot { pair, article, offset } = spot;
        self.places.push(Place {
            articles,
            base: pair.left.index(),
            other: pair.right.index(),
            article: article.index(),
            offset,
        });
        self.forget();
    }

    /// Where the reader was in `story`, if it is the very same.
    #[must_use]
    pub fn spot(&self, story: &Story) -> Option<Spot> {
        let articles = key(story);
        let place = self.places.iter().find(|place| place.articles == articles)?;
        let [base, other, article] = [place.base, place.other, place.article].map(ArticleId::new);
        let text = |id| story.articles.get(id).map(|article| article.text.as_str());
        let fits = text(base).is_some() && text(other).is_some() && base != other;
        let whole = text(article).is_some_and(|text| text.is_char_boundary(place.offset as usize));
        (fits && whole).then_some(Spot { pair: PairId { left: base, right: other }, article, offset: place.offset })
    }

    /// Takes over what changed from `began` to `ended`; what else it remembers, another window may have put there, and stays.
    pub fn merge(&mut self, began: &Self, ended: &Self) {
        if ended.theme != began.theme {
            self.theme.clone_from(&ended.theme);
        }
        self.habits.merge(began.habits, ended.habits);
        if ended.searches != began.searches {
            let both = self.searches.iter().chain(&ended.searches).cloned();
            self.searches = History::of(both).lines().to_vec();
        }
        for place in ended.places.iter().filter(|place| !began.places.contains(place)) {
            self.places.retain(|known| known.articles != place.articles);
            self.places.push(place.clone());
        }
        self.forget();
    }

    fn forget(&mut self) {
        let excess = self.places.len().saturating_sub(MOST);
        self.places.drain(..excess);
    }
}

/// The articles of `story`: 16 hexadecimal digits of each.
fn key(story: &Story) -> String {
    story
        .articles
        .iter()
        .map(|(_, article)| article.sha256.get(..16).unwrap_or(&article.sha256))
        .collect::<Vec<_>>()
        .join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Article;

    fn story(names: &[&str]) -> Story {
        let article =
            |name: &&str| Article { sha256: name.repeat(64), text: "Ein Gespräch.".into(), ..Article::default() };
        Story { articles: names.iter().map(article).collect(), ..Story::default() }
    }

    fn spot(base: usize, other: usize, offset: u32) -> Spot {
        Spot {
            pair: PairId { left: ArticleId::new(base), right: ArticleId::new(other) },
            article: ArticleId::new(base),
            offset,
        }
    }

    #[test]
    fn a_place_is_found_again_in_the_same_articles_only() {
        let mut memory = Memory::default();
        memory.keep(&story(&["a", "b"]), spot(1, 0, 4));
        memory.keep(&story(&["a", "b"]), spot(0, 1, 5));
        memory.theme = Some("light".into());
        memory.habits = Habits { clean: true, undocked: true, ..Habits::default() };
        memory.searches = vec![Query { text: "a “b”\\".into(), regex: true }];
        let memory = Memory::parse(&memory.text()).unwrap_or_default();
        assert_eq!(memory.searches, [Query { text: "a “b”\\".into(), regex: true }]);
        assert_eq!(memory.spot(&story(&["a", "b"])), Some(spot(0, 1, 5)));
        assert_eq!(memory.spot(&story(&["a", "c"])), None);
        assert_eq!(memory.spot(&story(&["b", "a"])), None);
        assert_eq!(memory.theme.as_deref(), Some("light"));
        assert_eq!(memory.habits, Habits { clean: true, undocked: true, ..Habits::default() });
    }

    #[test]
    fn it_stays_small_and_forgets_the_oldest_first() {
        let mut memory = Memory::default();
        for number in 0..300 {
            let name = format!("{number:03}");
            memory.keep(&story(&[&name, "x"]), spot(0, 1, 0));
        }
        assert_eq!(memory.places.len(), MOST);
        assert_eq!(memory.spot(&story(&["000", "x"])), None);
        assert!(memory.spot(&story(&["299", "x"])).is_some());
        assert!(memory.text().len() < 40_000);
    }

    #[test]
    fn what_makes_no_sense_is_forgotten() {
        assert_eq!(Memory::parse("not toml ["), None);
        assert_eq!(Memory::parse("theme = 3"), None);
        assert_eq!(Memory::parse(""), Some(Memory::default()));
        let mut memory = Memory::default();
        for wrong in [spot(0, 7, 0), spot(0, 0, 0), spot(0, 1, 999), spot(0, 1, 10)] {
            memory.keep(&story(&["a", "b"]), wrong);
            assert_eq!(memory.spot(&story(&["a", "b"])), None, "{wrong:?}");
        }
    }
}

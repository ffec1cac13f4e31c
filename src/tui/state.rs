//! Everything the screen knows. Changed by `update` alone, read by `view`.

mod areas;
mod before;
mod count;
mod detail;
mod given;
mod overview;
mod place;
mod reading;
mod searching;
mod work;

use std::{collections::BTreeMap, sync::Arc};

pub use areas::{Area, Areas, LOWEST, NARROWEST, dock_from};
pub use before::Before;
pub use count::Count;
pub use detail::{Detail, hundredths};
pub use place::{Anchor, Position, ShownDifference, Stood, Stop};
pub use reading::Reading;
pub use searching::{Searching, Walk};
pub use work::Work;

use super::{
    command::Command,
    history::Typed,
    keymap::{Keymap, View},
    memory::{Habits, Spot},
    panel::{
        export::ExportLine,
        help::Help,
        list::List,
        palette::Palette,
        picker::Picker,
        search::SearchLine,
        sources::{Sources, Speakers},
        table::Table,
    },
    terminal::Background,
    theme::{Depth, Theme, Themes},
};
use crate::{
    page::{Against, Column, Compared, Glyphs, Marking, RowKind},
    story::{ArticleId, PairId, SentenceId, Side, Story},
    text::bidi::Order,
};

/// Everything the screen knows.
#[derive(Debug)]
pub struct State {
    /// The articles.
    pub story: Arc<Story>,
    /// The pairs, in the order that the reader walks through them.
    pub pairs: Vec<PairId>,
    /// The base that the reader chose: it stands left in every pair that has it.
    pub base: ArticleId,
    /// The pairs compared so far, each under its [`PairId`] in the order of the articles.
    pub compared: BTreeMap<PairId, Compared>,
    /// The window: columns and rows.
    pub size: (u16, u16),
    /// What is read, and where.
    pub reading: Reading,
    /// The panel that lies over the reading view and takes the keys, if any.
    pub panel: Option<Panel>,
    /// Whether the list of differences is to stand beside the page where the window is wide enough.
    pub docking: bool,
    /// That list, which follows the reader through the text.
    pub list: List,
    /// Where the reader left off, while that part of the text is still to come.
    pub resume: Option<Spot>,
    /// The panels that a prompt or the help lies over, the last one uppermost: each is there again when what lies over it is closed.
    pub beneath: Vec<Panel>,
    /// What was typed into prompts before.
    pub typed: Typed,
    /// The search that is on.
    pub searching: Option<Searching>,
    /// Who speaks in the story, once somebody wanted to know.
    pub speakers: Option<Arc<Speakers>>,
    /// What was done or went wrong last.
    pub message: Option<Message>,
    /// A number that is being typed before a key.
    pub count: Count,
    /// What is being worked on behind the screen.
    pub work: Work,
    /// How the screen looks and listens.
    pub look: Look,
    /// Whether the mouse's left button went down on the overview.
    pub dragging: bool,
    /// Whether the reader wants to leave.
    pub quit: bool,
}

/// A panel over the reading view. Each has a file of its own in `panel/`, which makes its lines; the detail in `state/` and `view/`.
#[derive(Debug)]
pub enum Panel {
    /// Why a mark is here.
    Detail(Detail),
    /// The keys.
    Help(Help),
    /// Every action, by name.
    Palette(Palette),
    /// The choice of articles.
    Picker(Picker),
    /// Every difference as a line.
    List(List),
    /// The whole story as a table.
    Story(Box<Table>),
    /// Who speaks.
    Sources(Sources),
    /// A search is typed.
    Search(SearchLine),
    /// Where to write a report.
    Export(ExportLine),
}

/// What was done or went wrong last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Something was done.
    Done(String),
    /// Something went wrong.
    Failed(String),
}

/// How the screen looks and listens.
#[derive(Clone, Debug)]
pub struct Look {
    /// Which keys do what.
    pub keymap: Keymap,
    /// Which signs.
    pub glyphs: Glyphs,
    /// How roles look.
    pub theme: Theme,
    /// The themes to choose from.
    pub themes: Themes,
    /// How many colours the terminal shows.
    pub depth: Depth,
    /// The terminal's background, as far as it is known.
    pub background: Option<Background>,
    /// Whether the theme follows the terminal's background.
    pub follows_background: bool,
    /// Whether clicks and the wheel come to the program.
    pub mouse: bool,
    /// Who sets right-to-left letters in the order they are read.
    pub order: Order,
}

impl State {
    /// The state before anything happened: the first of `pairs` is shown as soon as it is compared.
    #[must_use]
    pub fn new(story: Arc<Story>, pairs: Vec<PairId>, look: Look, size: (u16, u16)) -> Self {
        let first = pairs
            .first()
            .copied()
            .unwrap_or(PairId { left: crate::story::ArticleId::new(0), right: crate::story::ArticleId::new(1) });
        let areas = Areas::of(size, None, 2, size.0 >= dock_from(2));
        let marking = Marking { glyphs: look.glyphs, order: look.order, ..Marking::default() };
        let reading = Reading::new(&story, first, marking, areas.page_size());
        Self {
            story,
            pairs,
            base: first.left,
            compared: BTreeMap::new(),
            size,
            reading,
            panel: None,
            docking: true,
            list: List::default(),
            resume: None,
            beneath: Vec::new(),
            typed: Typed::default(),
            searching: None,
            speakers: None,
            message: None,
            count: Count::default(),
            work: Work::default(),
            look,
            dragging: false,
            quit: false,
        }
    }

    /// What the reader is looking at, as far as keys are concerned.
    #[must_use]
    pub fn view(&self) -> View {
        match self.panel {
            None => View::Read,
            Some(Panel::Detail(_)) => View::Detail,
            Some(Panel::Help(_)) => View::Help,
            Some(Panel::Palette(_)) => View::Palette,
            Some(Panel::Picker(_)) => View::Picker,
            Some(Panel::List(_)) => View::List,
            Some(Panel::Story(_)) => View::Story,
            Some(Panel::Sources(_)) => View::Sources,
            Some(Panel::Search(_)) => View::Search,
            Some(Panel::Export(_)) => View::Export,
        }
    }

    /// Where everything stands in the window.
    #[must_use]
    pub fn areas(&self) -> Areas {
        Areas::of(self.size, self.panel.as_ref(), self.story.articles.len(), self.is_docked())
    }

    /// Whether the list of differences stands beside the page: where the reader wants it and the window is wide enough.
    #[must_use]
    pub fn is_docked(&self) -> bool {
        self.docking && self.size.0 >= dock_from(self.reading.page.spread.columns.len())
    }

    /// The comparison that is shown, if it is there.
    #[must_use]
    pub fn shown(&self) -> Option<&Compared> {
        self.compared.get(&in_order(self.reading.pair))
    }

    /// The column that shows `article`, if one does.
    #[must_use]
    pub fn column(&self, article: ArticleId) -> Option<&Column> {
        let spread = &self.reading.page.spread;
        spread.columns.get(spread.column_of(article)?)
    }

    /// The comparison that the sentence of `article` is marked by, if there is one.
    #[must_use]
    pub fn speaking(&self, article: ArticleId, sentence: SentenceId) -> Option<&Against> {
        self.column(article)?.speaking(sentence)
    }

    /// The comparison of the third article with the base, if one is asked for and the two are compared.
    #[must_use]
    pub fn beside(&self) -> Option<&Compared> {
        let right = self.reading.third?;
        self.compared.get(&in_order(PairId { left: self.reading.pair.left, right }))
    }

    /// How many differences are of punctuation, case and typography alone.
    #[must_use]
    pub fn minor(&self) -> usize {
        self.reading.page.spread.comparisons().iter().map(|against| against.compared.marks.minor).sum()
    }

    /// How the reader reads, to be remembered.
    #[must_use]
    pub fn habits(&self) -> Habits {
        let Reading { stacked, marking, fold, .. } = &self.reading;
        Habits {
            stacked: *stacked,
            clean: marking.clean,
            typography: marking.minor,
            unfolded: fold.is_empty(),
            undocked: !self.docking,
        }
    }

    /// Reads as the reader did before; to be called before anything is shown.
    pub fn take_on(&mut self, habits: Habits) {
        let Habits { stacked, clean, typography, unfolded, undocked } = habits;
        let reading = &mut self.reading;
        reading.stacked = stacked;
        (reading.marking.clean, reading.marking.minor) = (clean, typography);
        if unfolded {
            reading.fold.clear();
        }
        self.docking = !undocked;
        reading.relay();
    }

    /// What is said of articles that do not differ; none while they do, or are not compared.
    #[must_use]
    pub fn alike(&self) -> Option<String> {
        let Reading { page, differences, marking, .. } = &self.reading;
        if page.spread.comparisons().is_empty() || !differences.is_empty() {
            return None;
        }
        let keys = self.look.keymap.shown_keys(View::Read, Command::Minor);
        let furniture = page.spread.groups.iter().any(|group| group.kind == RowKind::Furniture);
        let first = page.spread.article(0);
        let equal = (1..page.spread.columns.len()).all(|index| page.spread.article(index).text == first.text);
        Some(match self.minor() {
            0 if furniture && !equal => "the articles are the same, the page's furniture aside".to_owned(),
            0 => "the articles are the same".to_owned(),
            _ if marking.minor => "only typography differs".to_owned(),
            _ => format!("only typography differs; {keys} shows it"),
        })
    }
}

/// `pair` with the article that was given first on the left: comparisons are kept so.
#[must_use]
pub fn in_order(pair: PairId) -> PairId {
    PairId { left: pair.left.min(pair.right), right: pair.left.max(pair.right) }
}

/// The side that the left article of `pair` has in the comparison of the two.
#[must_use]
pub fn base_of(pair: PairId) -> Side {
    if pair.left <= pair.right { Side::Left } else { Side::Right }
}

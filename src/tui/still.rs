//! The reading screen without a terminal: drawn into memory, so that a frame can be measured alone.

use std::sync::Arc;

use ratatui::{Terminal, backend::TestBackend};

use super::{
    action::{Action, Effect},
    key::Key,
    keymap::Keymap,
    state::{Look, State},
    theme::{Depth, Themes},
    update::{start, update},
    view,
    worker::Comparing,
};
use crate::{lexicon::Lexicon, page::Glyphs, progress::Progress, story::Story, text::bidi::Order};

/// A reading screen that nobody looks at. The first pair of its story has been compared.
pub struct Still {
    state: State,
    comparing: Comparing,
    terminal: Terminal<TestBackend>,
}

impl Still {
    /// The screen on which `story` is read, `size` columns and rows large; none when it cannot be set up.
    #[must_use]
    pub fn new(story: Arc<Story>, lexicon: Arc<Lexicon>, size: (u16, u16)) -> Option<Self> {
        let themes = Themes::bundled();
        let look = Look {
            keymap: Keymap::bundled(),
            glyphs: Glyphs::UNICODE,
            theme: themes.suited(Depth::None, None),
            themes,
            depth: Depth::None,
            background: None,
            follows_background: false,
            mouse: true,
            order: Order::Visual,
        };
        let pairs = story.pairs().collect();
        let mut state = State::new(story, pairs, look, size);
        let effects = start(&mut state);
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).ok()?;
        let mut still = Self { state, comparing: Comparing::new(lexicon), terminal };
        still.perform(effects);
        Some(still)
    }

    /// Presses the key called `name`, as the key table writes it, and draws the frame that follows. Gives whether there is such a
    /// key and the frame could be drawn.
    pub fn press(&mut self, name: &str) -> bool {
        let Some(key) = Key::parse(name) else { return false };
        let effects = update(&mut self.state, Action::Key(key));
        self.perform(effects);
        self.terminal.draw(|frame| view::draw(frame, &self.state)).is_ok()
    }

    /// Compares what the screen asks for, at once; whatever else it asks for is left undone.
    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Effect::Compare(story, pair) = effect
                && let Some(compared) = self.comparing.compare(&story, pair, &Progress::default())
            {
                let more = update(&mut self.state, Action::Compared(story, compared));
                self.perform(more);
            }
        }
    }
}

//! Copying what the reader points at.

use crate::tui::{
    action::Effect,
    clipboard,
    state::{Message, State},
};

/// Copies the passage under the cursor, or it and its counterpart with their sources.
pub fn passage(state: &mut State, both: bool) -> Vec<Effect> {
    let Some((article, sentence)) = state.reading.passage() else {
        state.message = Some(Message::Done("no passage here".to_owned()));
        return Vec::new();
    };
    let own = &state.story.articles[article];
    if !both {
        let text = clipboard::with_sources(&[(own, vec![sentence])]);
        return send(state, text);
    }
    let mut passages = vec![(own, vec![sentence])];
    if let Some(against) = state.speaking(article, sentence)
        && let Some(link) = against.link(sentence)
    {
        let other = &state.story.articles[against.other()];
        passages = vec![(own, link.on(against.side).to_vec()), (other, link.on(against.side.other()).to_vec())];
    }
    let text = clipboard::with_sources(&passages);
    send(state, text)
}

/// Sends `text` to the terminal's clipboard, unless it is more than terminals take.
pub fn send(state: &mut State, text: String) -> Vec<Effect> {
    if let Some(refusal) = clipboard::refusal(&text) {
        state.message = Some(Message::Failed(refusal));
        return Vec::new();
    }
    vec![Effect::Copy(text)]
}

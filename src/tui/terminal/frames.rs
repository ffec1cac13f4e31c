//! Sends a frame to the terminal in one piece.

use std::io::{self, Write};

use ratatui::crossterm::{
    queue,
    terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate},
};

/// Gathers what is written until it is flushed, and then writes it at once, between the marks that tell the terminal not to
/// show half a frame. What is never flushed is never written: a frame that a panic cut short does not reach the terminal.
pub(super) struct Frames<W: Write = io::Stdout> {
    to: W,
    gathered: Vec<u8>,
}

impl<W: Write> Frames<W> {
    pub(super) fn new(to: W) -> Self {
        Self { to, gathered: Vec::with_capacity(1 << 16) }
    }
}

impl<W: Write> Write for Frames<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.gathered.is_empty() {
            queue!(self.gathered, BeginSynchronizedUpdate)?;
        }
        self.gathered.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.gathered.is_empty() {
            queue!(self.gathered, EndSynchronizedUpdate)?;
            let written = self.to.write_all(&self.gathered).and_then(|()| self.to.flush());
            self.gathered.clear();
            written?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Write as _;

    use super::Frames;

    #[test]
    fn a_frame_is_written_once_and_between_the_marks_of_a_frame() {
        let mut sent = Vec::new();
        let mut frames = Frames::new(&mut sent);
        frames.write_all(b"one ").unwrap();
        frames.write_all(b"frame").unwrap();
        frames.flush().unwrap();
        frames.flush().unwrap();
        assert_eq!(String::from_utf8(sent).unwrap(), "\x1b[?2026hone frame\x1b[?2026l");
    }

    #[test]
    fn a_frame_cut_short_is_not_written() {
        let mut sent = Vec::new();
        let mut frames = Frames::new(&mut sent);
        frames.write_all(b"half a fra").unwrap();
        drop(frames);
        assert!(sent.is_empty());
    }
}

use crate::terminal;
use std::fmt::Display;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The minimum time between two updates for a person.
const WORD: Duration = Duration::from_millis(200);

/// A line on standard error that shows a person the progress, and is removed again. Without a terminal, nothing is
/// printed.
pub(crate) struct ProgressLine(Mutex<LineState>);

struct LineState {
    tells: bool,
    /// When the current line was printed.
    said: Option<Instant>,
}

impl ProgressLine {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(LineState { tells: terminal::error_is_terminal(), said: None }))
    }

    /// Turns the line off from now on.
    pub(crate) fn quiet(&self) {
        self.hush();
        self.line().tells = false;
    }

    /// Replaces the current line.
    pub(crate) fn tell(&self, words: impl Display) {
        let mut line = self.line();
        if line.tells {
            line.said = Some(Instant::now());
            let _ = terminal::redraw(&words.to_string());
        }
    }

    /// Replaces the current line, but not more often than a terminal can handle.
    pub(crate) fn tell_now_and_then(&self, words: impl Display) {
        let is_due = self.line().said.is_none_or(|said| said.elapsed() >= WORD);
        if is_due {
            self.tell(words);
        }
    }

    /// Removes the line before permanent output is printed in its place.
    pub(crate) fn hush(&self) {
        if self.line().said.take().is_some() {
            let _ = terminal::redraw("");
        }
    }

    fn line(&self) -> MutexGuard<'_, LineState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

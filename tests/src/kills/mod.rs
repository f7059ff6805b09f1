//! The real programs, which are killed at random moments of a push, an undo and a rotation, started again, and brought to
//! the end that an undisturbed run has.
//!
//! [`faults`](crate::faults) kills the terminal's program at each of its requests. Here the moment is any, also between
//! two steps of a write to a file, and the window is killed too.

mod moment;
mod server;
mod terminal;
mod window;

pub use moment::Moments;
pub use server::Server;
pub use terminal::terminal_kills;
pub use window::{Desktop, WindowKills, window_kills};

use std::fmt;

/// What came of all kills. Each list has one line for each kill after which something was wrong.
#[derive(Debug, Default)]
pub struct KillTally {
    /// How often a program was killed.
    pub kills: usize,
    /// How many of the kills came while the program was still at work.
    pub during: usize,
    /// How many of the kills left the server between its two states.
    pub between: usize,
    /// Something is missing at the end, or not as it should be.
    pub lost: Vec<String>,
    /// Something exists twice.
    pub twins: Vec<String>,
    /// The program couldn't go on.
    pub stuck: Vec<String>,
}

impl KillTally {
    /// Both tallies together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.kills += other.kills;
        self.during += other.during;
        self.between += other.between;
        self.lost.extend(other.lost);
        self.twins.extend(other.twins);
        self.stuck.extend(other.stuck);
        self
    }

    /// Whether nothing was wrong.
    pub fn is_clean(&self) -> bool {
        self.lost.is_empty() && self.twins.is_empty() && self.stuck.is_empty()
    }
}

/// The last line of the bench.
impl fmt::Display for KillTally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kills, lost, twins, stuck, .. } = self;
        write!(f, "kills kills={kills} lost={} twins={} stuck={}", lost.len(), twins.len(), stuck.len())
    }
}

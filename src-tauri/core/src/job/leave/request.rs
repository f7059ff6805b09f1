use crate::diagnosis::Symptom;
use std::time::Instant;

/// A request to close the window that waits for the person's answer.
#[derive(Debug)]
pub(in crate::job) struct LeaveRequest {
    /// The servers whose secrets are only in memory.
    pub(super) hosts: Vec<String>,
    /// Why the keyring didn't store what was to be stored.
    pub(super) refused: Option<Symptom>,
    /// How many views there were when the person was asked.
    pub(super) views: u32,
    /// When that was.
    pub(super) at: Instant,
}

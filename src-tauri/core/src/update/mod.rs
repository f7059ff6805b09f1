//! The notice of a newer version: one request a week to the project's feed of versions, if the person wants it.
//!
//! - Nothing is asked before the person turned it on, and nothing is sent but the request itself.
//! - The feed is signed. What isn't signed with the key that this build has is never shown.
//! - This room tells of a version and links to its page. It never downloads a program and never replaces this one.
//! - A build without a feed, such as the one of a distribution's repository, has no notice at all.

mod feed;
mod state;
#[cfg(test)]
mod tests;

pub use feed::{Feed, FeedError, Release};
pub use state::{UpdateState, is_due};

use crate::clock::Clock;
use crate::net::HttpClient;
use std::path::Path;

/// Asks the feed if a week has passed since the last time, and remembers the answer. Returns what is known then.
///
/// The time is stored before the request is sent, so that neither a failure nor a crash leads to a second one.
pub async fn check_if_due(feed: &Feed, client: &HttpClient, clock: &Clock, folder: &Path) -> UpdateState {
    let mut state = UpdateState::load(folder);
    if !is_due(state.asked, clock.now()) {
        return state;
    }
    state.asked = Some(clock.now());
    state.failed = false;
    // If it can't be stored, nothing would keep the program from asking at each start.
    if state.store(folder).is_err() {
        return state;
    }
    match feed.newest(client).await {
        Ok(release) => state.newest = Some(release),
        Err(error) => {
            tracing::warn!(%error, "the feed of versions");
            state.failed = true;
        }
    }
    // What isn't stored is known for this run.
    let _ = state.store(folder);
    state
}

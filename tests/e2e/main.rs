//! Journeys through the core against the practice servers, without a window: one module for each journey.
//!
//! Each ends with [`World::end`]: no unexpected request, and no canary in anything that was written.
//!
//! [`World::end`]: sourcerer_tests::world::World::end

mod access;
mod admin;
mod callback;
mod choices;
mod clock;
mod ends;
mod exports;
mod expressions;
mod faults;
mod fleet;
mod forecast;
mod link_repair;
mod live_scopes;
mod login;
mod mappings;
mod newest;
mod paste;
mod permissions;
mod recovery;
mod releases;
mod renewal;
mod reported;
mod resume;
mod rotation;
mod secrets;
mod silence;
mod source_check;
mod source_stage;
#[expect(
    clippy::assigning_clones,
    clippy::large_futures,
    clippy::similar_names,
    clippy::single_match_else,
    reason = "a test awaits one future at a time, and what it copies is short"
)]
mod states;
#[expect(
    clippy::assigning_clones,
    clippy::wildcard_enum_match_arm,
    reason = "what a test copies is short, and JSON values of all other kinds are handled alike"
)]
mod stored;
mod together;
mod whole;

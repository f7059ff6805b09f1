//! Journeys through the core against the practice servers, without a window: one module a journey.
//!
//! Every one ends with [`World::end`]: no request that nobody asked for, no canary in anything written.
//!
//! [`World::end`]: sourcerer_tests::world::World::end

mod admin;
mod callback;
mod choices;
mod ends;
mod exports;
mod expressions;
mod faults;
mod fleet;
mod forecast;
mod link_repair;
mod login;
mod mappings;
mod paste;
mod recovery;
mod releases;
mod renewal;
mod reported;
mod resume;
mod rotation;
mod silence;
mod source_check;
mod source_stage;
mod states;
mod stored;
mod together;
mod whole;

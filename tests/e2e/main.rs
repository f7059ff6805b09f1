//! Journeys through the core against the practice servers, without a window: one module a journey.
//!
//! Every one ends with [`World::end`]: no request that nobody asked for, no canary in anything written.
//!
//! [`World::end`]: sourcerer_tests::world::World::end

mod admin;
mod callback;
mod chosen;
mod embedded;
mod ends;
mod exports;
mod expressions;
mod fleet;
mod foretold;
mod login;
mod mapped;
mod mended;
mod pasted;
mod releases;
mod renewed;
mod repaired;
mod reported;
mod resume;
mod rotated;
mod silence;
mod support;
mod together;
mod whole;

//! Everything that can go wrong at every request of a push and an undo, and what becomes of the server.
//!
//! A case disturbs one request, looks at the server, then does the same again undisturbed, or undoes it. It keeps what
//! is promised when
//! - the server comes to the very state of a run that nothing disturbed (undone: to the state before), and a run that
//!   said that it was done had come there already;
//! - no object is there twice, before and after that second run;
//! - nothing of others is gone or different: their sources, their buttons, every field that wasn't pushed;
//! - no secret stands in a file.

mod case;
mod killed;
mod rig;
mod scenario;
mod state;
mod tally;

pub use case::{Case, CaseEnd, CaseResult, Courses, Then};
pub use killed::{Kill, kills, run_kill};
pub use rig::Nets;
pub use scenario::{SCENARIOS, Scenario, ScenarioAction, Wish};
pub use state::likeness;
pub use tally::{Tally, run_all};

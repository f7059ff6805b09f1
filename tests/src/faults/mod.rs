//! Every fault at every request of a push and an undo, and the resulting state of the server.
//!
//! A case disturbs one request, reads the state of the server, and then does the same again without a fault, or undoes
//! it. It keeps its promises when
//! - the server reaches exactly the state of an undisturbed run (after an undo: the state before), and a run that
//!   reported success has reached it already;
//! - no object exists twice, before and after that second run;
//! - nothing that belongs to others is missing or changed: their sources, their buttons, every field that wasn't
//!   pushed;
//! - no secret is in a file.

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

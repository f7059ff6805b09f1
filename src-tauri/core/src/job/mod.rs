//! The job: what each stage does, how far it is, and the one [`View`] that every page draws.
//!
//! Window and terminal call the same functions here, so there is one check, one test and one push. Nothing here locks
//! or prints, and nothing creates a clock, a browser or a keyring of its own: the [`Environment`] provides them.
//!
//! - A stage's status is computed from the [`Job`] and the newest results ([`stages`]); it is never stored.
//! - A result carries the inputs that it was made from. Once those inputs change, the result is outdated and is neither
//!   shown nor counted.
//! - A check or leg that failed is a result with its diagnosis; an `Err` means that the action itself couldn't be done.

pub mod cleanup;
pub mod dropped;
pub mod ended;
mod environment;
mod fault;
mod file_name;
mod footer;
pub mod job_list;
pub mod misplaced;
pub mod model;
pub mod navigation;
mod plain_field;
pub mod problem_report;
mod remedy;
mod run_history;
mod session;
mod setup_summary;
pub mod status;
mod store;
mod subject;
mod view;

pub mod access;
pub mod callback;
pub mod credentials;
pub mod export;
pub mod fleet;
pub mod forecast;
pub mod handover;
pub mod input;
pub mod leave;
pub mod links;
pub mod login;
pub mod machine;
pub mod names;
pub mod names_input;
pub mod push;
pub mod push_and_verify;
pub mod repair;
pub mod report;
pub mod rotation;
pub mod server;
pub mod settings;
pub mod signin;
pub mod source_check;
pub mod source_stage;
pub mod stages;
mod stages_now;
pub mod verify;
pub mod xapp;

pub use environment::{Environment, Mode, PracticeServers};
pub use export::ExportPage;
pub use fault::{PracticeChosen, PracticeFault, PracticeLayout, PracticePlace};
pub use fleet::{Fleet, FleetPage};
pub use footer::{Footer, FooterAction};
pub use model::{AccessPolicy, Job, Remedies, Remedy, SecretLocation, StoredSecret};
pub use plain_field::PlainField;
pub use remedy::{RemedyOffer, set as set_remedy};
pub use session::{Session, TokenAside};
pub use setup_summary::SetupSummary;
pub use source_check::{SourceCheck, SourceCheckPage};
pub use status::{StageState, StageView};
pub use store::{JobStore, JobSummary};
pub use subject::Subject;
pub use view::{JobView, PracticeBand, StartPage, View};

/// The name of this program's folder in the platform's data folder.
pub const FOLDER: &str = "sourcerer";

//! The job: what each stage does, how far it is, and the one [`View`] that every page draws.
//!
//! Window and terminal call the same functions here; there is one check, one test, one push. Nothing here locks,
//! prints, or knows a clock, a browser or a keyring of its own: that comes in through the [`Desk`].
//!
//! - A stage's state is computed from the [`Draft`] and the newest results ([`stages`]), never stored.
//! - A result carries the inputs that it was made from; once those change it is old, and is neither shown nor counted.
//! - A check or leg that failed is a result with its diagnosis; an `Err` means that the act itself couldn't be done.

mod bar;
mod desk;
mod draft;
mod fault;
mod home;
mod of;
mod remedy;
mod run_history;
mod session;
mod view;
mod who;

pub mod callback;
pub mod credentials;
pub mod embed;
pub mod export;
pub mod fleet;
pub mod forecast;
pub mod handover;
pub mod links;
pub mod login;
pub mod machine;
pub mod names;
pub mod push;
pub mod repair;
pub mod report;
pub mod rotation;
pub mod server;
pub mod signin;
pub mod stages;
pub mod support;
pub mod through;
pub mod verify;
pub mod xapp;

pub use bar::{Act, Bar};
pub use desk::{Desk, Practice, World};
pub use draft::{Draft, Kept, Place};
pub use export::ExportPage;
pub use fault::{PracticeChosen, PracticeFault, PracticeLayout, PracticePlace};
pub use fleet::{Fleet, FleetPage};
pub use home::{Home, JobCard, Jobs};
pub use of::Of;
pub use remedy::{Remedies, Remedy, RemedyOffer, set as set_remedy};
pub use session::Session;
pub use stages::{StageState, StageView};
pub use support::{Support, SupportPage};
pub use view::{JobView, PracticeBand, View};
pub use who::Who;

/// The name of this program's folder in the platform's data folder.
pub const FOLDER: &str = "sourcerer";

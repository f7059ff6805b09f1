//! What a job stores: one file for each stage, with the accessors that need nothing but the stored values.
//!
//! Nothing here reads a server, a vault or a clock, and nothing here knows the pages. What is stored must stay
//! readable: rename a field here and keep its stored name with `#[serde(rename)]`.

mod access;
mod access_policy;
mod credentials;
mod handover;
mod job;
pub(super) mod job_fields;
mod login;
mod names;
mod push;
mod remedy;
mod repair;
mod server;
mod signin;
mod source_stage;
mod stored_secret;
mod verify;
pub(super) mod version_vector;
mod xapp;

pub use access::{Access, MOST_ACCOUNTS};
pub use access_policy::AccessPolicy;
pub use credentials::{CredentialCheck, Credentials, PairVerdict, StoredClientSecret};
pub use handover::{Claim, ClaimedResult, Handover, Side};
pub use job::Job;
pub use login::{LoginLink, LoginResult};
pub use names::{Names, NamesInput};
pub use push::{CompletedPush, Push, PushInputs};
pub use remedy::{Remedies, Remedy};
pub use repair::{AgreedRepair, ExistingLink, LinkSnapshot, LostPerson, Repair, RepairBlocker};
pub use server::{Server, ServerCheckOutcome, ServerCheckRecord};
pub use signin::{SignIn, SignInResult};
pub use source_stage::{FlowSnapshot, SourceStage, TEN_MINUTES};
pub use stored_secret::{SecretLocation, StoredSecret};
pub use verify::{OutsideCheck, Verify};
pub(in crate::job) use xapp::CREDENTIALS;
pub use xapp::{CallbackListPaste, XApp};

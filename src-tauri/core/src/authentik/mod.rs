//! authentik's API and the pages that a visitor sees, with one method for each call and types that accept the answers
//! of every supported release.
//!
//! - Unknown fields of an answer are ignored, and optional ones may be missing, so that one set of types reads the
//!   answers of seven releases.
//! - A token is sent only to the server that [`Client::new`] was given, never to a visitor's page, and never after a
//!   redirect.
//! - What an answer means is read from its body: authentik answers 403 to a wrong token, to a missing one and to one
//!   without rights, and 405 with an empty body to an error inside [docs/evidence/authentik.md §4.1].
//! - The codes and states that a server keeps in its events are never read.
//!
//! Nothing here decides what should be written; `plan` does that.

mod access;
mod base_url;
mod calls;
mod client;
mod error;
#[cfg(test)]
pub(crate) mod fake;
#[cfg(test)]
mod fixtures;
mod foreign_server;
mod leg;
mod mapping;
mod object;
mod people;
mod public;
mod public_probe;
mod release;
mod role;
mod secret_form;
mod server_check;
#[cfg(test)]
mod server_check_tests;
mod shapes;
mod source_stage;
#[cfg(test)]
mod tests;
mod write_options;

pub use access::{AccessNames, ListedAccount, REFUSED, REFUSED_EVENT, WAITING, WAITS, WAITS_EVENT, is_handle, is_id};
pub use base_url::compare_base_url;
pub use calls::{DeleteOutcome, WriteBody};
pub use client::{Client, RetrySchedule};
pub use error::Error;
pub use leg::{ServerLeg, ServerLegResult, ServerLegVerdict};
pub use mapping::{ProductMapping, suffix_handle};
pub use object::{ApiObject, ObjectKind};
pub use people::{AuditEvent, AuditedModel, UserRecord, UserRecords};
pub use public::{AuthorizeRedirect, BrandLookup, LoginButton, LoginPage};
pub use public_probe::{PublicProbe, RateLimited};
pub use release::trusts_listed_proxies_only;
pub use role::{RoleSetup, handover};
pub use secret_form::SecretForm;
pub use server_check::{
    GrantedRights, KnownSource, KnownSources, LoginPageSources, RightState, ServerCheck, ServerSummary, TokenLife,
    XType, check_server,
};
pub use shapes::{
    Brand, BrandRow, EventRequest, EventSource, EventUser, Flow, FlowRow, IdentificationStage, Links, LoggedEvent,
    MappingTest, Matching, Me, PolicyTest, SecretRef, Source, SourceRow, SourceType, User, UserLink, WriteStage,
};
pub use source_stage::{SourceStage, StageBinding, StageSummary};
pub use write_options::{LinkCreation, WriteOptions};

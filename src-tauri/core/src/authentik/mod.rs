//! authentik's API and what a visitor sees of it: one method a call, tolerant types.
//!
//! - Unknown fields of an answer are left out of the way, missing optional ones are fine: seven releases answer alike.
//! - A token goes only where [`Client::new`] was pointed, never to a visitor's page and never behind a redirect.
//! - An answer's meaning is read from its body: authentik says 403 to a wrong token, to a missing one and to one
//!   without rights, and 405 with an empty body to a fault inside [docs/evidence/authentik.md §4.1].
//! - Codes and states that a server keeps in its events are never read.
//!
//! Nothing here decides what should be written: that is `plan`'s.

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
mod server_check;
#[cfg(test)]
mod server_check_tests;
mod shapes;
mod source_stage;
#[cfg(test)]
mod tests;

pub use calls::{DeleteOutcome, WriteBody};
pub use client::{Client, RetrySchedule};
pub use error::Error;
pub use leg::{LegObserver, ServerLeg, ServerLegResult, ServerLegVerdict};
pub use mapping::{ProductMapping, suffixed};
pub use object::{ApiObject, ObjectKind};
pub use people::{AuditEvent, AuditedModel, UserRecord, UserRecords};
pub use public::{AuthorizeRedirect, BrandLookup, LoginButton, LoginPage};
pub use public_probe::{PublicProbe, RateLimited};
pub use role::{RoleSetup, handover};
pub use server_check::{
    GrantedRights, KnownSource, KnownSources, LoginPageSources, RightState, ServerCheck, ServerSummary, TokenLife,
    XType, check_server,
};
pub use shapes::{
    Brand, BrandRow, EventRequest, EventSource, EventUser, Flow, FlowRow, IdentificationStage, Links, LoggedEvent,
    MappingTest, Matching, Me, Source, SourceRow, SourceType, User, UserLink, WriteStage,
};
pub use source_stage::{SourceStage, StageBinding, StageSummary};

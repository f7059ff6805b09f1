//! authentik's API and what a visitor sees of it: one method a call, tolerant types.
//!
//! - Unknown fields of an answer are left out of the way, missing optional ones are fine: seven releases answer alike.
//! - A token goes only where [`Client::new`] was pointed, never to a visitor's page and never behind a redirect.
//! - An answer's meaning is read from its body: authentik says 403 to a wrong token, to a missing one and to one
//!   without rights, and 405 with an empty body to a fault inside [docs/evidence/authentik.md §4.1].
//! - Codes and states that a server keeps in its events are never read.
//!
//! Nothing here decides what should be written: that is `plan`'s.

mod approach;
mod calls;
mod client;
mod embed;
mod error;
#[cfg(test)]
pub(crate) mod fake;
#[cfg(test)]
mod fixtures;
mod leg;
mod mapping;
mod object;
mod outside;
mod people;
mod reach;
#[cfg(test)]
mod reach_tests;
mod release;
mod role;
mod shapes;
mod stranger;
#[cfg(test)]
mod tests;

pub use approach::{Approach, Busy};
pub use calls::{Body, Deleted};
pub use client::{Client, Waits};
pub use embed::{Bound, BoundStage, SourceStage};
pub use error::Error;
pub use leg::{Leg, LegState, Told, Verdict};
pub use mapping::{Mapping, suffixed};
pub use object::{Kind, Object};
pub use outside::{Authorize, Front, LoginPage, Shown};
pub use people::{Change, History, People, Person};
pub use reach::{Allowed, Contact, Known, LoginStage, Reached, RightState, Sources, TokenLife, XType, reach};
pub use role::{Handover, handover};
pub use shapes::{
    Brand, BrandRow, Event, EventRequest, EventSource, EventUser, Flow, FlowRow, IdentificationStage, Links,
    MappingTest, Matching, Me, Source, SourceRow, SourceType, User, UserLink, WriteStage,
};

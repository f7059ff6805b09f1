//! The link repair, as it is stored.

use crate::authentik::LinkCreation;
use crate::diagnosis::Symptom;
use serde::{Deserialize, Serialize};

/// What was read and what the admin agreed to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Repair {
    /// The newest snapshot of the server.
    pub look: Option<LinkSnapshot>,
    /// Why the newest attempt to read the server failed.
    pub problem: Option<Symptom>,
    /// The table as it was pasted.
    pub table: String,
    /// The links to restore.
    pub agreed: Vec<AgreedRepair>,
}

impl Repair {
    /// Drops the snapshot, which is outdated once something was written.
    pub(in crate::job) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Drops the snapshot after a push, unless only the server's shell makes links: then the push made none, and the
    /// lines for the shell are still needed.
    pub(in crate::job) fn forget_restored(&mut self) {
        if self.look.as_ref().is_none_or(|look| look.creation != LinkCreation::Shell) {
            self.forget();
        }
    }
}

/// A person that the admin agreed to, with the number that was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgreedRepair {
    /// The user's number.
    pub user: i64,
    /// The number of the X account.
    pub id: String,
}

/// A snapshot of the people of a source, as a server showed them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LinkSnapshot {
    /// The server, without a slash at the end.
    pub base: String,
    /// The source's slug.
    pub slug: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// The people who lost their link.
    pub lost: Vec<LostPerson>,
    /// The existing links.
    pub held: Vec<ExistingLink>,
    /// Why no repair can be offered, if so.
    pub blind: Option<RepairBlocker>,
    /// Whether there are more users than were read.
    pub cut: bool,
    /// Whether neither events nor this machine's records contain numbers, so that only a table can provide them.
    pub silent: bool,
    /// How a link can be made on this server.
    #[serde(default)]
    pub creation: LinkCreation,
}

/// Why a repair can't be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RepairBlocker {
    /// The token may read its own user's link only, and an empty answer doesn't say so.
    OwnOnly,
    /// There are more links than were read.
    TooMany,
}

/// A person who signed in through the source and isn't linked to it any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LostPerson {
    /// The user's number.
    pub user: i64,
    /// The user's name.
    pub username: String,
    /// The person's name.
    pub name: String,
    /// Whether the user may sign in.
    pub active: bool,
    /// Whether the user may do everything.
    pub superuser: bool,
    /// The numbers in the server's own events, newest first, each with its moment (RFC 3339).
    pub told: Vec<(String, String)>,
    /// The numbers that this machine recorded when an undo deleted the source, newest first, likewise.
    #[serde(default)]
    pub kept: Vec<(String, String)>,
    /// Who removed the link to the present source, and when. That was intended, and isn't reverted here.
    pub taken_off: Option<(String, String)>,
}

/// An existing link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExistingLink {
    /// The number of the X account.
    pub id: String,
    /// The name of the linked user.
    pub username: String,
}

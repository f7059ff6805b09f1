//! The remedies: small property mappings, each for a problem that a forecast warns about.

use crate::authentik::ProductMapping;
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};

/// A problem that a property mapping can fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Remedy {
    /// authentik turns new users away from its own pages; the mapping makes them internal.
    Internal,
    /// A taken user name ends an enrollment; the mapping gives the new user another name.
    UserName,
}

/// Which remedies are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Remedies {
    /// New users become internal.
    pub internal: bool,
    /// A taken name gets the number of the X account.
    pub user_name: bool,
}

impl Remedy {
    pub(in crate::job) const ALL: [Self; 2] = [Self::Internal, Self::UserName];

    /// The mapping that implements the remedy.
    pub fn mapping(self) -> ProductMapping {
        match self {
            Self::Internal => ProductMapping::Internal,
            Self::UserName => ProductMapping::UserName,
        }
    }

    pub(in crate::job) fn title(self) -> Message {
        match self {
            Self::Internal => msg::remedy_internal(),
            Self::UserName => msg::remedy_user_name(),
        }
    }
}

impl Remedies {
    /// Whether this one is wanted.
    pub fn has(self, remedy: Remedy) -> bool {
        match remedy {
            Remedy::Internal => self.internal,
            Remedy::UserName => self.user_name,
        }
    }

    /// Turns one on or off.
    pub fn set(&mut self, remedy: Remedy, on: bool) {
        match remedy {
            Remedy::Internal => self.internal = on,
            Remedy::UserName => self.user_name = on,
        }
    }
}

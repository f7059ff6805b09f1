//! Who may sign in: the combinations of authentik's matching modes and flows that the product offers.

use crate::authentik::Matching;
use serde::{Deserialize, Serialize};

/// Who may sign in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum AccessPolicy {
    /// Everyone: a visitor without a link gets a new user (`identifier`).
    #[default]
    Anyone,
    /// Only people who are linked already (`identifier`, no enrollment flow).
    Linked,
    /// Everyone; a visitor whose handle is the name of a local user signs in as that user (`username_link`).
    UserName,
    /// Everyone except visitors whose handle is the name of a local user (`username_deny`).
    UserNameDeny,
    /// Everyone with an email address; a visitor who shares it with a local user signs in as that user (`email_link`).
    EmailLink,
    /// Everyone with an email address, except visitors who share it with a local user (`email_deny`).
    EmailDeny,
}

impl AccessPolicy {
    const ALL: [Self; 6] =
        [Self::Anyone, Self::Linked, Self::UserName, Self::UserNameDeny, Self::EmailLink, Self::EmailDeny];

    /// authentik's matching mode.
    pub fn matching(self) -> Matching {
        match self {
            Self::Anyone | Self::Linked => Matching::Identifier,
            Self::UserName => Matching::UsernameLink,
            Self::UserNameDeny => Matching::UsernameDeny,
            Self::EmailLink => Matching::EmailLink,
            Self::EmailDeny => Matching::EmailDeny,
        }
    }

    /// The policy that leads to this mode, with or without users for new people, if there is one.
    pub fn from_matching(matching: Matching, enrols: bool) -> Option<Self> {
        Self::ALL.into_iter().find(|who| who.matching() == matching && who.has_enrollment() == enrols)
    }

    /// Whether the source gets an enrollment flow.
    pub fn has_enrollment(self) -> bool {
        match self {
            Self::Anyone | Self::UserName | Self::UserNameDeny | Self::EmailLink | Self::EmailDeny => true,
            Self::Linked => false,
        }
    }

    /// Whether the policy matches by email address, so that nobody new can sign in without one.
    pub fn needs_email(self) -> bool {
        match self {
            Self::EmailLink | Self::EmailDeny => true,
            Self::Anyone | Self::Linked | Self::UserName | Self::UserNameDeny => false,
        }
    }

    /// Whether the policy matches by user name. A mapping that changes the name would then change which user is meant.
    pub fn matches_by_name(self) -> bool {
        match self {
            Self::UserName | Self::UserNameDeny => true,
            Self::Anyone | Self::Linked | Self::EmailLink | Self::EmailDeny => false,
        }
    }

    /// The policies to choose from. The two that match by email address are offered only where the source will have
    /// one, or where one of them is chosen already and waits for it.
    pub(in crate::job) fn offered(email: bool, chosen: Self) -> Vec<Self> {
        let fits = |who: &Self| email || chosen.needs_email() || !who.needs_email();
        Self::ALL.into_iter().filter(fits).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_matching_mode_can_be_chosen() {
        for matching in Matching::ALL {
            assert!(
                AccessPolicy::ALL.iter().any(|who| who.has_enrollment() && who.matching() == matching),
                "{matching:?}"
            );
        }
    }

    #[test]
    fn what_goes_by_address_is_offered_with_addresses_only() {
        let without = AccessPolicy::offered(false, AccessPolicy::Anyone);
        assert_eq!(
            without,
            [AccessPolicy::Anyone, AccessPolicy::Linked, AccessPolicy::UserName, AccessPolicy::UserNameDeny]
        );
        assert_eq!(AccessPolicy::offered(true, AccessPolicy::Anyone), AccessPolicy::ALL);
        assert_eq!(
            AccessPolicy::offered(false, AccessPolicy::EmailDeny),
            AccessPolicy::ALL,
            "what is chosen stays to be seen"
        );
    }
}

//! Who may sign in: what the product offers of authentik's matching modes and flows.

use crate::authentik::Matching;
use serde::{Deserialize, Serialize};

/// Who may sign in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum AccessPolicy {
    /// Everyone: whoever is new gets a user (`identifier`).
    #[default]
    Anyone,
    /// Who is linked already (`identifier`, no enrolment flow).
    Linked,
    /// Everyone, and who has a local user's name is that user (`username_link`).
    UserName,
    /// Everyone but who has a local user's name (`username_deny`).
    UserNameDeny,
    /// Everyone with an e-mail address, and who has a local user's is that user (`email_link`).
    EmailLink,
    /// Everyone with an e-mail address but who has a local user's (`email_deny`).
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

    /// The choice that leads to this mode, with or without users for new people, if there is one.
    pub fn of(matching: Matching, enrols: bool) -> Option<Self> {
        Self::ALL.into_iter().find(|who| who.matching() == matching && who.enrols() == enrols)
    }

    /// Whether the source gets an enrolment flow.
    pub fn enrols(self) -> bool {
        match self {
            Self::Anyone | Self::UserName | Self::UserNameDeny | Self::EmailLink | Self::EmailDeny => true,
            Self::Linked => false,
        }
    }

    /// Whether it goes by the e-mail address, so that without one nobody new gets in.
    pub fn needs_email(self) -> bool {
        match self {
            Self::EmailLink | Self::EmailDeny => true,
            Self::Anyone | Self::Linked | Self::UserName | Self::UserNameDeny => false,
        }
    }

    /// Whether it goes by the user name. Another name in its place would then change who is meant.
    pub fn goes_by_name(self) -> bool {
        match self {
            Self::UserName | Self::UserNameDeny => true,
            Self::Anyone | Self::Linked | Self::EmailLink | Self::EmailDeny => false,
        }
    }

    /// Those to choose from: the two that go by the e-mail address only where there will be one, or where one of them
    /// is chosen already and waits for it.
    pub(super) fn offered(email: bool, chosen: Self) -> Vec<Self> {
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
            assert!(AccessPolicy::ALL.iter().any(|who| who.enrols() && who.matching() == matching), "{matching:?}");
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

//! Who gets in, as it is stored: what the source's own flows ask, the listed X accounts, and the group of new users.
//! Whether new people get a user at all, and who recognizes whom, is in [`crate::job::AccessPolicy`].

use crate::authentik::ListedAccount;
use crate::plan::AccessGate;
use serde::{Deserialize, Serialize};

/// The most X accounts that a list can have. Each is a line of the policy, which authentik runs at every sign-in.
pub const MOST_ACCOUNTS: usize = 2000;

/// Who gets in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Access {
    /// What is asked before a visitor gets in.
    pub gate: AccessGate,
    /// The listed X accounts, each once.
    pub accounts: Vec<ListedAccount>,
    /// The name of the group that new users are put into.
    pub group: Option<String>,
    /// The list as it was typed, where it isn't just the accounts. It isn't stored: what is no account may be anything.
    #[serde(skip)]
    pub typed: Option<String>,
}

impl Access {
    /// Whether the source needs anything of its own for it.
    pub fn is_wanted(&self) -> bool {
        self.gate != AccessGate::Open || self.group.is_some()
    }

    /// Whether it can be used as it is: a list that is wanted names somebody, and nothing but accounts.
    pub fn is_usable(&self) -> bool {
        let is_empty = self.gate == AccessGate::Listed && self.accounts.is_empty();
        !is_empty
            && self.accounts.len() <= MOST_ACCOUNTS
            && self.accounts.iter().all(ListedAccount::is_usable)
            && self.group.as_ref().is_none_or(|group| !group.trim().is_empty())
    }
}

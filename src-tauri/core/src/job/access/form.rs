//! The form of "Who gets in?" on the page of the names.

use super::read_list;
use crate::authentik::ListedAccount;
use crate::i18n::{Message, msg};
use crate::job::AccessPolicy;
use crate::job::model::Names;
use crate::plan::AccessGate;
use serde::{Deserialize, Serialize};

/// The answers to "Who gets in?", the safest first. Each is a matching mode of the source and what its own flows ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum WhoGetsIn {
    /// Only users who are linked already. Nobody new gets a user.
    Linked,
    /// Only listed X accounts.
    Listed,
    /// Anyone, after an admin's approval; who is listed gets in at once.
    Approval,
    /// Anyone with an X account.
    Anyone,
}

impl WhoGetsIn {
    /// The answer that these names stand for.
    fn of(names: &Names) -> Self {
        match (names.typed.who, names.access.gate) {
            (AccessPolicy::Linked, _) => Self::Linked,
            (_, AccessGate::Listed) => Self::Listed,
            (_, AccessGate::Approval) => Self::Approval,
            (_, AccessGate::Open) => Self::Anyone,
        }
    }

    /// Sets what the answer means. How users are recognized stays as it is where it can.
    fn choose(self, names: &mut Names) {
        names.typed.decided = true;
        names.access.gate = match self {
            Self::Linked | Self::Anyone => AccessGate::Open,
            Self::Listed => AccessGate::Listed,
            Self::Approval => AccessGate::Approval,
        };
        match (self, names.typed.who) {
            (Self::Linked, _) => names.typed.who = AccessPolicy::Linked,
            (_, AccessPolicy::Linked) => names.typed.who = AccessPolicy::Anyone,
            _ => {}
        }
    }

    /// Whether the answer has a list.
    fn has_list(self) -> bool {
        matches!(self, Self::Listed | Self::Approval)
    }
}

/// What is entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AccessInput {
    /// The answer; none before one was chosen.
    pub choice: Option<WhoGetsIn>,
    /// The listed X accounts, one on each line.
    pub list: String,
    /// The group of new users; empty for none.
    pub group: String,
}

impl AccessInput {
    /// Takes what was entered. Lines that name no account stay on the page and aren't stored.
    pub(in crate::job) fn merge(self, names: &mut Names) {
        if let Some(choice) = self.choice {
            choice.choose(names);
        }
        names.access.accounts = read_list(&self.list).accounts;
        names.access.typed = (written(&names.access.accounts) != self.list).then_some(self.list);
        names.access.group = (!self.group.trim().is_empty()).then_some(self.group);
    }
}

/// The form, as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AccessForm {
    /// What was entered.
    #[serde(flatten)]
    pub typed: AccessInput,
    /// Whether the answer has a list.
    pub lists: bool,
    /// How many accounts the list has; none without any.
    pub counted: Option<Message>,
    /// The lines that name no account, or that the list is empty.
    pub refused: Vec<Message>,
    /// The risk of handles, if the list has some without an X account ID.
    pub risk: Option<Message>,
    /// What the answer writes to the server, and which permissions that takes.
    pub needs: Option<Message>,
}

/// The form for these names.
pub(in crate::job) fn form(names: &Names) -> AccessForm {
    let access = &names.access;
    let choice = names.typed.decided.then(|| WhoGetsIn::of(names));
    let lists = choice.is_some_and(WhoGetsIn::has_list);
    let list = access.typed.clone().unwrap_or_else(|| written(&access.accounts));
    let mut refused = if lists { read_list(&list).refused } else { Vec::new() };
    if choice == Some(WhoGetsIn::Listed) && access.accounts.is_empty() && refused.is_empty() {
        refused.push(msg::names_list_empty());
    }
    let count = access.accounts.len();
    AccessForm {
        counted: (lists && count > 0).then(|| msg::names_list_count(count)),
        risk: (lists && access.accounts.iter().any(|account| account.id.is_none())).then(msg::plan_note_access_handles),
        needs: names.desired_access().map(|_| msg::names_access_needs()),
        typed: AccessInput { choice, list, group: access.group.clone().unwrap_or_default() },
        lists,
        refused,
    }
}

/// The accounts as lines of a list.
fn written(accounts: &[ListedAccount]) -> String {
    let line = |account: &ListedAccount| match (&account.id, &account.handle) {
        (Some(id), Some(handle)) => format!("{id}  # {handle}"),
        (Some(id), None) => id.clone(),
        (None, handle) => format!("@{}", handle.as_deref().unwrap_or_default()),
    };
    accounts.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entered(choice: WhoGetsIn, list: &str) -> AccessInput {
        AccessInput { choice: Some(choice), list: list.to_owned(), group: String::new() }
    }

    #[test]
    fn each_answer_is_shown_as_it_was_chosen() {
        for choice in [WhoGetsIn::Linked, WhoGetsIn::Listed, WhoGetsIn::Approval, WhoGetsIn::Anyone] {
            let mut names = Names::default();
            entered(choice, "1583920471165304832").merge(&mut names);
            assert_eq!(form(&names).typed.choice, Some(choice));
        }
    }

    #[test]
    fn recognition_stays_until_nobody_new_gets_in() {
        let mut names = Names::default();
        names.typed.who = AccessPolicy::UserNameDeny;
        entered(WhoGetsIn::Listed, "1").merge(&mut names);
        assert_eq!(names.typed.who, AccessPolicy::UserNameDeny);
        entered(WhoGetsIn::Linked, "1").merge(&mut names);
        entered(WhoGetsIn::Approval, "1").merge(&mut names);
        assert_eq!(names.typed.who, AccessPolicy::Anyone);
    }

    #[test]
    fn what_was_typed_stays_and_only_accounts_are_stored() {
        let mut names = Names::default();
        let text = "1583920471165304832, ana\nAna Lindqvist\n@bo";
        entered(WhoGetsIn::Listed, text).merge(&mut names);
        let form = form(&names);
        assert_eq!(form.typed.list, text);
        assert_eq!((form.refused.len(), form.risk.is_some()), (1, true));
        let stored = serde_json::to_string(&names).unwrap_or_default();
        assert!(!stored.contains("Lindqvist") && stored.contains("1583920471165304832"), "{stored}");
    }

    #[test]
    fn an_empty_list_is_refused_where_only_it_lets_in() {
        let mut names = Names::default();
        entered(WhoGetsIn::Listed, "").merge(&mut names);
        assert_eq!(form(&names).refused, [msg::names_list_empty()]);
        entered(WhoGetsIn::Approval, "").merge(&mut names);
        assert_eq!(form(&names).refused, []);
    }
}

//! The actions that are disturbed. To add a scenario, add a row to [`SCENARIOS`]; to add another target state, add a
//! [`Wish`].

use sourcerer_core::address::Slug;
use sourcerer_core::authentik::{ListedAccount, Matching, ProductMapping};
use sourcerer_core::credentials::ClientId;
use sourcerer_core::plan::{AccessGate, Choices, Desired, DesiredAccess, DesiredSourceStage};

/// The slug of the source in all scenarios.
pub(super) const SLUG: &str = "x";

/// The X accounts that are listed.
pub(super) const LISTED: [&str; 2] = ["101", "102"];

/// The group of new users.
pub(super) const GROUP: &str = "From X";

/// The slug of the flow with which users sign in.
pub(super) const FLOW: &str = "default-authentication-flow";

/// An action of the product, and what happened before it.
#[derive(Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The scenario's name in tables.
    pub name: &'static str,
    /// The undisturbed actions before.
    pub before: &'static [ScenarioAction],
    /// The disturbed action.
    pub deed: ScenarioAction,
    /// Whether a push that stopped may be undone instead: only if no other push of this machine remains to undo.
    pub may_be_undone: bool,
}

/// One action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScenarioAction {
    /// A push with this target state.
    Push(Wish),
    /// An undo of the newest push.
    Undo,
    /// Another admin creates a source with the same slug and another app, without a button.
    Foreign,
    /// A person signs in with X, and has a link from then on.
    Link,
}

/// The target state of a push.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A source.
    First,
    /// The same source with another name, another scope and another secret.
    Other,
    /// The first source with email addresses: one more scope, and a mapping that is bound to the source.
    Email,
    /// The first source, embedded in the flow with which users sign in: a Source stage and its binding.
    Embedded,
    /// The first source for two listed X accounts only.
    Listed,
    /// The first source, in which new users wait for an approval and two listed X accounts don't, with a group.
    Approval,
}

/// All scenarios.
pub const SCENARIOS: &[Scenario] = &[
    Scenario { name: "push", before: &[], deed: ScenarioAction::Push(Wish::First), may_be_undone: true },
    Scenario {
        name: "update",
        before: &[ScenarioAction::Push(Wish::First), ScenarioAction::Link],
        deed: ScenarioAction::Push(Wish::Other),
        may_be_undone: false,
    },
    Scenario {
        name: "adopt",
        before: &[ScenarioAction::Foreign],
        deed: ScenarioAction::Push(Wish::First),
        may_be_undone: true,
    },
    Scenario { name: "push-email", before: &[], deed: ScenarioAction::Push(Wish::Email), may_be_undone: true },
    Scenario { name: "push-stage", before: &[], deed: ScenarioAction::Push(Wish::Embedded), may_be_undone: true },
    Scenario {
        name: "undo-push",
        before: &[ScenarioAction::Push(Wish::First)],
        deed: ScenarioAction::Undo,
        may_be_undone: false,
    },
    Scenario {
        name: "undo-update",
        before: &[ScenarioAction::Push(Wish::First), ScenarioAction::Link, ScenarioAction::Push(Wish::Other)],
        deed: ScenarioAction::Undo,
        may_be_undone: false,
    },
    Scenario {
        name: "undo-email",
        before: &[ScenarioAction::Push(Wish::Email)],
        deed: ScenarioAction::Undo,
        may_be_undone: false,
    },
    Scenario {
        name: "undo-stage",
        before: &[ScenarioAction::Push(Wish::Embedded)],
        deed: ScenarioAction::Undo,
        may_be_undone: false,
    },
    Scenario { name: "push-listed", before: &[], deed: ScenarioAction::Push(Wish::Listed), may_be_undone: true },
    Scenario {
        name: "lock",
        before: &[ScenarioAction::Push(Wish::First), ScenarioAction::Link],
        deed: ScenarioAction::Push(Wish::Listed),
        may_be_undone: false,
    },
    Scenario { name: "push-approval", before: &[], deed: ScenarioAction::Push(Wish::Approval), may_be_undone: true },
    Scenario {
        name: "relax",
        before: &[ScenarioAction::Push(Wish::Listed)],
        deed: ScenarioAction::Push(Wish::Approval),
        may_be_undone: false,
    },
    Scenario {
        name: "undo-listed",
        before: &[ScenarioAction::Push(Wish::Listed)],
        deed: ScenarioAction::Undo,
        may_be_undone: false,
    },
    Scenario {
        name: "undo-approval",
        before: &[ScenarioAction::Push(Wish::Listed), ScenarioAction::Push(Wish::Approval)],
        deed: ScenarioAction::Undo,
        may_be_undone: false,
    },
];

impl Scenario {
    /// Whether the source lets in everybody once the action is done.
    pub(super) fn ends_open(&self) -> bool {
        let is_open = |deed: &ScenarioAction| match deed {
            ScenarioAction::Push(wish) => Some(wish.access().is_none()),
            ScenarioAction::Undo | ScenarioAction::Foreign | ScenarioAction::Link => None,
        };
        match self.deed {
            ScenarioAction::Undo => self.before.iter().rev().filter_map(is_open).nth(1).unwrap_or_default(),
            deed @ (ScenarioAction::Push(_) | ScenarioAction::Foreign | ScenarioAction::Link) => {
                is_open(&deed).unwrap_or_default()
            }
        }
    }
}

impl Wish {
    /// The target state without the secret.
    pub(super) fn desired(self) -> Desired {
        let (name, scopes) = match self {
            Self::First | Self::Embedded | Self::Listed | Self::Approval => ("X", ""),
            Self::Other => ("X (Twitter)", "offline.access"),
            Self::Email => ("X", "users.email"),
        };
        Desired {
            name: name.to_owned(),
            slug: slug(),
            client_id: ClientId::from(CLIENT_ID),
            matching: Matching::Identifier,
            enrolment: true,
            additional_scopes: scopes.to_owned(),
            mappings: self.mappings(),
            enabled: true,
            choices: Choices::default(),
            embed: self.embed(),
            access: self.access(),
            links: Vec::new(),
        }
    }

    fn access(self) -> Option<DesiredAccess> {
        let accounts = LISTED.iter().filter_map(|id| ListedAccount::with_id(id)).collect();
        let (gate, group) = match self {
            Self::First | Self::Other | Self::Email | Self::Embedded => return None,
            Self::Listed => (AccessGate::Listed, None),
            Self::Approval => (AccessGate::Approval, Some(GROUP.to_owned())),
        };
        Some(DesiredAccess { gate, accounts, group, internal: false })
    }

    fn mappings(self) -> Vec<ProductMapping> {
        match self {
            Self::Email => vec![ProductMapping::Email],
            Self::First | Self::Other | Self::Embedded | Self::Listed | Self::Approval => Vec::new(),
        }
    }

    fn embed(self) -> Option<DesiredSourceStage> {
        let first = || DesiredSourceStage { flow: FLOW.to_owned(), after: None, minutes: 10 };
        match self {
            Self::Embedded => Some(first()),
            Self::First | Self::Other | Self::Email | Self::Listed | Self::Approval => None,
        }
    }

    /// The Client Secret. It is as long as X's, and occurs nowhere else.
    pub(super) fn secret(self) -> &'static str {
        match self {
            Self::First | Self::Email | Self::Embedded | Self::Listed | Self::Approval => {
                "c4n4ry-f1rst-0123456789abcdefghijklmnopqrstuvwxyz01"
            }
            Self::Other => "c4n4ry-0ther-0123456789abcdefghijklmnopqrstuvwxyz01",
        }
    }

    /// One wish for each secret.
    pub(super) const SECRETS: [Self; 2] = [Self::First, Self::Other];
}

/// Base64 of `TheAppOfThisJob00001:1:ci`, the form of X's Client IDs.
pub(super) const CLIENT_ID: &str = "VGhlQXBwT2ZUaGlzSm9iMDAwMDE6MTpjaQ";

pub(super) fn slug() -> Slug {
    Slug::parse(SLUG).expect("a slug")
}

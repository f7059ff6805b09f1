//! What is done while something goes wrong. A further scenario is a row of [`SCENARIOS`]; a further thing to wish for is
//! a [`Wish`].

use sourcerer_core::address::Slug;
use sourcerer_core::authentik::{Matching, ProductMapping};
use sourcerer_core::credentials::ClientId;
use sourcerer_core::plan::{Choices, Desired, DesiredSourceStage};

/// The slug of the source that all is about.
pub(super) const SLUG: &str = "x";

/// The flow that people sign in with, by its slug.
pub(super) const FLOW: &str = "default-authentication-flow";

/// Something the product does, and what was there before.
#[derive(Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Its name in tables.
    pub name: &'static str,
    /// What was done before, undisturbed.
    pub before: &'static [ScenarioAction],
    /// What is disturbed.
    pub deed: ScenarioAction,
    /// Whether a push that stopped may be undone instead: where nothing else of this machine's is left to undo.
    pub may_be_undone: bool,
}

/// One thing that is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScenarioAction {
    /// A push of this.
    Push(Wish),
    /// An undo of the newest push.
    Undo,
    /// Somebody else makes a source of the same slug and another app, and doesn't show it.
    Foreign,
    /// Somebody signs in with X, and is linked from then on.
    Link,
}

/// What a push is to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A source.
    First,
    /// The same with another name, another scope and another secret.
    Other,
    /// The first one with e-mail addresses: one more scope, and a mapping that the source is bound to.
    Email,
    /// The first one, embedded in the flow that people sign in with: a Source stage, and its place.
    Embedded,
}

/// All of them.
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
];

impl Wish {
    /// Everything but the secret.
    pub(super) fn desired(self) -> Desired {
        let (name, scopes) = match self {
            Self::First | Self::Embedded => ("X", ""),
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
            links: Vec::new(),
        }
    }

    fn mappings(self) -> Vec<ProductMapping> {
        match self {
            Self::Email => vec![ProductMapping::Email],
            Self::First | Self::Other | Self::Embedded => Vec::new(),
        }
    }

    fn embed(self) -> Option<DesiredSourceStage> {
        let first = || DesiredSourceStage { flow: FLOW.to_owned(), after: None, minutes: 10 };
        match self {
            Self::Embedded => Some(first()),
            Self::First | Self::Other | Self::Email => None,
        }
    }

    /// The Client Secret: as long as X's, and found nowhere else.
    pub(super) fn secret(self) -> &'static str {
        match self {
            Self::First | Self::Email | Self::Embedded => "c4n4ry-f1rst-0123456789abcdefghijklmnopqrstuvwxyz01",
            Self::Other => "c4n4ry-0ther-0123456789abcdefghijklmnopqrstuvwxyz01",
        }
    }

    /// One a secret.
    pub(super) const SECRETS: [Self; 2] = [Self::First, Self::Other];
}

/// As X writes one: base64 of `TheAppOfThisJob00001:1:ci`.
pub(super) const CLIENT_ID: &str = "VGhlQXBwT2ZUaGlzSm9iMDAwMDE6MTpjaQ";

pub(super) fn slug() -> Slug {
    Slug::read(SLUG).expect("a slug")
}

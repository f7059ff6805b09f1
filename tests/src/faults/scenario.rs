//! What is done while something goes wrong. A further scenario is a row of [`SCENARIOS`]; a further thing to wish for is
//! a [`Wish`].

use sourcerer_core::address::Slug;
use sourcerer_core::authentik::Matching;
use sourcerer_core::credentials::ClientId;
use sourcerer_core::plan::{Choices, Desired};

/// The slug of the source that all is about.
pub(super) const SLUG: &str = "x";

/// Something the product does, and what was there before.
#[derive(Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Its name in tables.
    pub name: &'static str,
    /// What was done before, undisturbed.
    pub before: &'static [Deed],
    /// What is disturbed.
    pub deed: Deed,
    /// Whether a push that stopped may be undone instead: where nothing else of this machine's is left to undo.
    pub may_be_undone: bool,
}

/// One thing that is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
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
}

/// All of them.
pub const SCENARIOS: &[Scenario] = &[
    Scenario { name: "push", before: &[], deed: Deed::Push(Wish::First), may_be_undone: true },
    Scenario {
        name: "update",
        before: &[Deed::Push(Wish::First), Deed::Link],
        deed: Deed::Push(Wish::Other),
        may_be_undone: false,
    },
    Scenario { name: "adopt", before: &[Deed::Foreign], deed: Deed::Push(Wish::First), may_be_undone: true },
    Scenario { name: "undo-push", before: &[Deed::Push(Wish::First)], deed: Deed::Undo, may_be_undone: false },
    Scenario {
        name: "undo-update",
        before: &[Deed::Push(Wish::First), Deed::Link, Deed::Push(Wish::Other)],
        deed: Deed::Undo,
        may_be_undone: false,
    },
];

impl Wish {
    /// Everything but the secret.
    pub(super) fn desired(self) -> Desired {
        let (name, scopes) = match self {
            Self::First => ("X", ""),
            Self::Other => ("X (Twitter)", "offline.access"),
        };
        Desired {
            name: name.to_owned(),
            slug: slug(),
            client_id: ClientId::from(CLIENT_ID),
            matching: Matching::Identifier,
            enrolment: true,
            additional_scopes: scopes.to_owned(),
            mappings: Vec::new(),
            enabled: true,
            choices: Choices::default(),

            embed: None,
            links: Vec::new(),
        }
    }

    /// The Client Secret: as long as X's, and found nowhere else.
    pub(super) fn secret(self) -> &'static str {
        match self {
            Self::First => "c4n4ry-f1rst-0123456789abcdefghijklmnopqrstuvwxyz01",
            Self::Other => "c4n4ry-0ther-0123456789abcdefghijklmnopqrstuvwxyz01",
        }
    }

    /// All of them.
    pub(super) const ALL: [Self; 2] = [Self::First, Self::Other];
}

/// As X writes one: base64 of `TheAppOfThisJob00001:1:ci`.
pub(super) const CLIENT_ID: &str = "VGhlQXBwT2ZUaGlzSm9iMDAwMDE6MTpjaQ";

pub(super) fn slug() -> Slug {
    Slug::read(SLUG).expect("a slug")
}

//! The product's own property mappings. Each is a few lines of Python that authentik runs at every sign-in through the
//! source.
//!
//! - None of them may ever raise an exception, because then every visitor gets a server error
//!   [docs/evidence/authentik.md §3.1].
//! - authentik runs a source's mappings in the order of their names, and each sees the result of the ones before it.
//! - The result is used to create a new user, and to find the user that the matching mode takes a visitor for. For a
//!   visitor who is known already, authentik discards the result, but runs the mapping all the same
//!   [docs/evidence/authentik.md §1.1, §3.1].
//! - Every release gets the same text, which uses only what all releases from 2024.12 on have.

use crate::address::Slug;
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};

/// How many characters a user's name may have at most.
const NAME: usize = 150;

/// One of the product's own property mappings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ProductMapping {
    /// Fetches the email address from X.
    Email,
    /// Makes new users internal.
    Internal,
    /// Gives a new user another name if the one from X is taken.
    UserName,
}

impl ProductMapping {
    /// All of them, in the order of their names.
    pub const ALL: [Self; 3] = [Self::Email, Self::Internal, Self::UserName];

    /// The mapping's name on the server, where names are unique. It contains the slug, so that each of two sources has
    /// its own mapping and one can be removed without the other. It also tells an admin who finds it what it is for.
    pub fn name(self, slug: &Slug) -> String {
        let does = match self {
            Self::Email => "e-mail from X",
            Self::Internal => "new users are internal",
            Self::UserName => "user name is taken",
        };
        format!("Sourcerer: {does} ({slug})")
    }

    /// The mapping's Python code.
    pub fn expression(self) -> &'static str {
        // authentik removes white space around a text before it stores it.
        match self {
            Self::Email => include_str!("email.py").trim_ascii(),
            Self::Internal => include_str!("internal.py").trim_ascii(),
            Self::UserName => include_str!("user_name.py").trim_ascii(),
        }
    }

    /// The mapping with this Python code.
    pub fn from_expression(expression: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mapping| mapping.expression() == expression.trim_ascii())
    }

    /// The mapping that has this name at the source with this slug.
    pub fn from_name(name: &str, slug: &Slug) -> Option<Self> {
        Self::ALL.into_iter().find(|mapping| mapping.name(slug) == name)
    }

    /// What the mapping is for.
    pub fn reason(self) -> Message {
        match self {
            Self::Email => msg::mapping_email(),
            Self::Internal => msg::mapping_internal(),
            Self::UserName => msg::mapping_user_name(),
        }
    }
}

/// The name that [`ProductMapping::UserName`] gives the owner of the X account with this number, if their handle is
/// taken.
pub fn suffix_handle(handle: &str, id: &str) -> String {
    let suffix = format!("-{id}");
    let room = NAME.saturating_sub(suffix.chars().count());
    handle.chars().take(room).chain(suffix.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_known_by_its_name_and_by_its_python() {
        let slug = Slug::parse("x").expect("a slug");
        let names = ProductMapping::ALL.map(|mapping| mapping.name(&slug));
        assert!(names.is_sorted(), "authentik runs them in this order: {names:?}");
        for mapping in ProductMapping::ALL {
            assert_eq!(ProductMapping::from_name(&mapping.name(&slug), &slug), Some(mapping));
            assert_eq!(ProductMapping::from_expression(&format!("{}\n", mapping.expression())), Some(mapping));
        }
        let other = Slug::parse("twitter").expect("a slug");
        assert_eq!(ProductMapping::from_name(&ProductMapping::Email.name(&other), &slug), None);
        assert_eq!(ProductMapping::from_expression("return None"), None);
    }

    #[test]
    fn a_suffixed_name_has_room() {
        assert_eq!(suffix_handle("ana", "2244994945"), "ana-2244994945");
        let long = suffix_handle(&"ä".repeat(200), "2244994945");
        assert_eq!((long.chars().count(), long.ends_with("ä-2244994945")), (150, true));
    }
}

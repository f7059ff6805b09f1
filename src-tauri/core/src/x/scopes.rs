use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// The scopes of a sign-in: a set, in the order in which authentik sends them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(as = "Vec<String>"))]
pub struct Scopes(BTreeSet<String>);

impl Scopes {
    /// The scopes that authentik asks for by itself. The profile needs both [D, docs/evidence/x.md §1.3].
    pub const BASE: [&str; 2] = ["tweet.read", "users.read"];

    /// What authentik asks for with these `additional_scopes`: they are added to the base or, after a `*`, replace it;
    /// the whole is sorted. (authentik 2025.12.4 splits at single spaces and sends an empty scope for a double one;
    /// that isn't imitated.)
    pub fn for_source(additional: &str) -> Self {
        match additional.strip_prefix('*') {
            Some(instead) => Self::parse(instead),
            None => Self::BASE.into_iter().chain(additional.split_whitespace()).map(str::to_owned).collect(),
        }
    }

    /// A list as in an answer of the token endpoint (RFC 6749 §3.3). X gives it in an order of its own
    /// [O, docs/evidence/x.md §1.4].
    pub fn parse(list: &str) -> Self {
        list.split_whitespace().map(str::to_owned).collect()
    }

    /// The scopes in sorted order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// These scopes and one more.
    #[must_use]
    pub fn with(mut self, scope: &str) -> Self {
        self.0.insert(scope.to_owned());
        self
    }

    /// The scopes that `granted` lacks.
    #[must_use]
    pub fn difference(&self, granted: &Self) -> Self {
        Self(self.0.difference(&granted.0).cloned().collect())
    }

    /// Whether there are no scopes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What was asked for and what was granted, compared as sets: X gives its list in an order of its own
/// [O, docs/evidence/x.md §1.4].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ScopeComparison {
    /// The scopes that were requested.
    pub asked: Scopes,
    /// The scopes that were granted.
    pub granted: Scopes,
    /// The scopes that were requested and not granted.
    pub missing: Scopes,
    /// The scopes that were granted and not requested.
    pub extra: Scopes,
}

impl ScopeComparison {
    /// Compares the two sets.
    pub fn new(asked: &Scopes, granted: &Scopes) -> Self {
        Self {
            missing: asked.difference(granted),
            extra: granted.difference(asked),
            asked: asked.clone(),
            granted: granted.clone(),
        }
    }
}

impl FromIterator<String> for Scopes {
    fn from_iter<I: IntoIterator<Item = String>>(scopes: I) -> Self {
        Self(scopes.into_iter().collect())
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, scope) in self.iter().enumerate() {
            let space = if n == 0 { "" } else { " " };
            write!(f, "{space}{scope}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_stand_as_authentik_sends_them() {
        for (additional, wanted) in [
            ("", "tweet.read users.read"),
            ("users.email", "tweet.read users.email users.read"),
            ("users.email  offline.access ", "offline.access tweet.read users.email users.read"),
            ("tweet.read", "tweet.read users.read"),
            ("*users.read", "users.read"),
            ("*", ""),
        ] {
            assert_eq!(Scopes::for_source(additional).to_string(), wanted, "{additional:?}");
        }
    }

    #[test]
    fn what_was_granted_is_compared_as_a_set() {
        let asked = Scopes::for_source("users.email");
        for (granted, missing, extra) in [
            ("users.read users.email tweet.read", "", ""),
            ("users.read like.read", "tweet.read users.email", "like.read"),
            ("", "tweet.read users.email users.read", ""),
        ] {
            let compared = ScopeComparison::new(&asked, &Scopes::parse(granted));
            assert_eq!((compared.missing.to_string().as_str(), compared.extra.to_string().as_str()), (missing, extra));
        }
    }
}

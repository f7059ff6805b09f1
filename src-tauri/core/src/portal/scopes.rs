//! The further scopes of a source, compared with X's own list.
//!
//! authentik always requests `tweet.read users.read`, appends the content of the source's `additional_scopes`, and
//! sends all of them sorted. It splits at single spaces, so two in a row make an empty scope, and a value that begins
//! with `*` replaces the two. [`AdditionalScopes`] is always in the one form that has no such surprise.

use super::dated::iso_date;
use super::guide::guide;
use super::layout::Layout;
use super::scope_group::ScopeNeeds;
use super::word::Word;
use crate::diagnosis::{Evidence, Severity};
use crate::i18n::{Message, msg};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeSet;
use std::fmt;
use time::Date;

/// What authentik asks for in any case; X's profile can't be read without both.
pub const ALWAYS: [&str; 2] = ["tweet.read", "users.read"];
/// The scope that makes X hand out a refresh token.
pub const OFFLINE: &str = "offline.access";
/// What the scopes of the Ads API begin with.
const ADS: &str = "ads.";
/// The scope of the email address.
pub const EMAIL: &str = "users.email";

/// One scope of X's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Scope {
    /// X's name for it.
    pub name: String,
    /// What the scope requires.
    pub needs: ScopeNeeds,
    /// How well it is known.
    pub evidence: Evidence,
    /// The day X's list was last read.
    #[serde(with = "iso_date")]
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub checked: Date,
}

/// Every scope that X is known to have, in the guide's order.
pub fn known_scopes() -> impl Iterator<Item = Scope> {
    guide().scopes.iter().flat_map(|group| {
        group.names.iter().map(|name| Scope {
            name: name.clone(),
            needs: group.needs,
            evidence: group.evidence,
            checked: group.checked,
        })
    })
}

/// Whether X is known to have a scope of this name.
pub fn is_known(name: &str) -> bool {
    names().any(|known| known == name)
}

pub(super) fn names() -> impl Iterator<Item = &'static str> {
    guide().scopes.iter().flat_map(|group| &group.names).map(String::as_str)
}

/// What a source asks for beyond [`ALWAYS`]: each once, in the order they were typed.
///
/// Kept and sent as one text; a stored one is checked again when it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
pub struct AdditionalScopes(Vec<String>);

impl AdditionalScopes {
    /// As authentik's `additional_scopes` wants them: one space between two, none around.
    pub fn to_authentik(&self) -> String {
        self.0.join(" ")
    }

    /// All that authentik then asks X for, in the order in which it sends them.
    pub fn requested_scopes(&self) -> Vec<&str> {
        let all: BTreeSet<_> = ALWAYS.into_iter().chain(self.iter()).collect();
        all.into_iter().collect()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this one is among them.
    pub fn contains(&self, name: &str) -> bool {
        self.iter().any(|scope| scope == name)
    }

    /// These and one more.
    #[must_use]
    pub fn with(mut self, name: &'static str) -> Self {
        if !self.contains(name) && !ALWAYS.contains(&name) {
            self.0.push(name.to_owned());
        }
        self
    }
}

impl fmt::Display for AdditionalScopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_authentik())
    }
}

impl Serialize for AdditionalScopes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AdditionalScopes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        check(&text).map(|checked| checked.scopes).map_err(D::Error::custom)
    }
}

/// A typed list that can be used, with remarks about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeCheck {
    /// The list.
    pub scopes: AdditionalScopes,
    /// The remarks to show next to the field, in the list's order.
    pub remarks: Vec<ScopeRemark>,
}

/// Something worth saying about a list that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScopeRemark {
    /// X isn't known to have this scope.
    Unknown {
        /// The scope as typed.
        scope: String,
        /// The one of X's that it resembles.
        near: Option<&'static str>,
    },
    /// `offline.access`: nothing here uses the refresh token.
    Offline,
    /// `users.email`: the app needs its switch.
    Email,
    /// A scope that is for something else than signing in [D, docs/evidence/x.md §1.3].
    NotNeeded {
        /// The scope.
        scope: String,
    },
    /// The list contains the scope twice.
    Repeated {
        /// The scope.
        scope: String,
    },
    /// authentik asks for it anyway.
    Always {
        /// The scope.
        scope: String,
    },
    /// The `*` at the start changed nothing and was left out.
    StarDropped,
}

impl ScopeRemark {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Unknown { .. } => Severity::Risk,
            Self::Offline
            | Self::Email
            | Self::NotNeeded { .. }
            | Self::Repeated { .. }
            | Self::Always { .. }
            | Self::StarDropped => Severity::Note,
        }
    }

    /// The text to show next to the field.
    pub fn message(&self, layout: Layout) -> Message {
        match self {
            Self::Unknown { scope, near: None } => {
                msg::portal_scopes_unknown(scope, guide().word(Word::SomethingWrong, layout))
            }
            Self::Unknown { scope, near: Some(near) } => msg::portal_scopes_near(*near, scope),
            Self::Offline => msg::portal_scopes_offline(),
            Self::Email => msg::portal_scopes_email(guide().field_label("request-email", layout)),
            Self::NotNeeded { scope } => msg::portal_scopes_not_needed(scope),
            Self::Repeated { scope } => msg::portal_scopes_repeated(scope),
            Self::Always { scope } => msg::portal_scopes_always(scope),
            Self::StarDropped => msg::portal_scopes_star_dropped(),
        }
    }
}

/// Why a typed list can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScopeProblem {
    /// The list begins with `*`, and lacks a scope without which nobody can sign in.
    #[error("the list replaces the scopes that authentik asks for, and lacks {missing}")]
    Star {
        /// The first that is missing.
        missing: &'static str,
    },
    /// No scope of X's can have such a name.
    #[error("{scope:?} can't be a scope")]
    NotAName {
        /// As typed.
        scope: String,
    },
}

impl ScopeProblem {
    /// The text to show next to the field.
    pub fn message(&self) -> Message {
        match self {
            Self::Star { missing } => msg::portal_scopes_star(*missing),
            Self::NotAName { scope } => msg::portal_scopes_not_a_name(scope),
        }
    }
}

/// Reads a typed list: names with any white space between them.
///
/// # Errors
/// A name that none of X's scopes can have, and a `*` that would take a scope away that a sign-in needs.
pub fn check(text: &str) -> Result<ScopeCheck, ScopeProblem> {
    let text = text.trim();
    let (star, list) = text.strip_prefix('*').map_or((false, text), |list| (true, list));
    let typed: Vec<_> = list.split_whitespace().collect();
    if let Some(odd) = typed.iter().find(|name| !is_name(name)) {
        return Err(ScopeProblem::NotAName { scope: (*odd).to_owned() });
    }

    let mut remarks = Vec::new();
    if star {
        if let Some(missing) = ALWAYS.into_iter().find(|needed| !typed.contains(needed)) {
            return Err(ScopeProblem::Star { missing });
        }
        remarks.push(ScopeRemark::StarDropped);
    }
    let mut scopes: Vec<String> = Vec::new();
    for name in typed {
        let scope = || name.to_owned();
        if ALWAYS.contains(&name) {
            // After a star they had to be typed.
            if !star {
                remarks.push(ScopeRemark::Always { scope: scope() });
            }
            continue;
        }
        if scopes.iter().any(|earlier| earlier == name) {
            remarks.push(ScopeRemark::Repeated { scope: scope() });
            continue;
        }
        match name {
            OFFLINE => remarks.push(ScopeRemark::Offline),
            EMAIL => remarks.push(ScopeRemark::Email),
            _ if is_known(name) && name.starts_with(ADS) => remarks.push(ScopeRemark::NotNeeded { scope: scope() }),
            _ if is_known(name) => {}
            _ => remarks.push(ScopeRemark::Unknown { scope: scope(), near: nearest(name) }),
        }
        scopes.push(scope());
    }
    Ok(ScopeCheck { scopes: AdditionalScopes(scopes), remarks })
}

/// RFC 6749 §3.3 allows more, but not a comma's worth of it has been seen at X; a list typed with commas is told so.
fn is_name(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// The scope that somebody may have meant: at most two typing errors away.
fn nearest(typed: &str) -> Option<&'static str> {
    let typed = typed.to_ascii_lowercase();
    let (distance, near) = names().map(|name| (strsim::levenshtein(&typed, name), name)).min()?;
    (distance <= 2).then_some(near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn checked(text: &str) -> (String, Vec<ScopeRemark>) {
        let ScopeCheck { scopes, remarks } = check(text).expect("a usable list");
        (scopes.to_authentik(), remarks)
    }

    #[test]
    fn any_white_space_parts_names_and_one_space_joins_them() {
        for (typed, joined) in [
            ("", ""),
            (" \t\n", ""),
            ("like.read", "like.read"),
            ("like.read  list.read\t\r\nspace.read ", "like.read list.read space.read"),
            ("like.read\u{a0}list.read", "like.read list.read"),
        ] {
            assert_eq!(checked(typed), (joined.to_owned(), vec![]), "{typed:?}");
        }
    }

    #[test]
    fn what_is_odd_is_said_and_what_is_too_much_is_dropped() {
        let scope = |name: &str| name.to_owned();
        for (typed, joined, remark) in [
            ("offline.access", "offline.access", ScopeRemark::Offline),
            ("users.email", "users.email", ScopeRemark::Email),
            ("users.read", "", ScopeRemark::Always { scope: scope("users.read") }),
            ("like.read like.read", "like.read", ScopeRemark::Repeated { scope: scope("like.read") }),
            ("ads.read", "ads.read", ScopeRemark::NotNeeded { scope: scope("ads.read") }),
            ("ads.write", "ads.write", ScopeRemark::NotNeeded { scope: scope("ads.write") }),
            ("ads.raed", "ads.raed", ScopeRemark::Unknown { scope: scope("ads.raed"), near: Some("ads.read") }),
            ("mail.send", "mail.send", ScopeRemark::Unknown { scope: scope("mail.send"), near: None }),
            ("user.emial", "user.emial", ScopeRemark::Unknown { scope: scope("user.emial"), near: None }),
            (
                "user.email",
                "user.email",
                ScopeRemark::Unknown { scope: scope("user.email"), near: Some("users.email") },
            ),
            ("Like.Read", "Like.Read", ScopeRemark::Unknown { scope: scope("Like.Read"), near: Some("like.read") }),
            ("*users.read tweet.read like.read", "like.read", ScopeRemark::StarDropped),
            ("* tweet.read users.read", "", ScopeRemark::StarDropped),
        ] {
            assert_eq!(checked(typed), (joined.to_owned(), vec![remark]), "{typed:?}");
        }
    }

    #[test]
    fn what_would_break_the_sign_in_is_refused() {
        for (typed, problem) in [
            ("*", ScopeProblem::Star { missing: "tweet.read" }),
            ("*users.email tweet.read", ScopeProblem::Star { missing: "users.read" }),
            ("like.read,list.read", ScopeProblem::NotAName { scope: "like.read,list.read".to_owned() }),
            ("like.read *", ScopeProblem::NotAName { scope: "*".to_owned() }),
            ("„like.read“", ScopeProblem::NotAName { scope: "„like.read“".to_owned() }),
        ] {
            assert_eq!(check(typed), Err(problem), "{typed:?}");
        }
    }

    #[test]
    fn all_are_asked_for_in_the_order_in_which_authentik_sends_them() {
        let scopes = check("users.email offline.access").expect("a usable list").scopes;
        assert_eq!(scopes.requested_scopes(), ["offline.access", "tweet.read", "users.email", "users.read"]);
        assert_eq!(AdditionalScopes::default().requested_scopes(), ALWAYS);
    }

    #[test]
    fn one_more_is_added_once() {
        let scopes = AdditionalScopes::default().with(EMAIL).with(EMAIL).with("users.read");
        assert_eq!(scopes.to_authentik(), EMAIL);
    }

    #[test]
    fn a_stored_list_is_checked_when_it_is_read() {
        let scopes: AdditionalScopes = serde_json::from_str("\" like.read  users.email\"").expect("a usable list");
        assert_eq!(serde_json::to_string(&scopes).expect("text"), "\"like.read users.email\"");
        assert!(serde_json::from_str::<AdditionalScopes>("\"*\"").is_err());
    }

    proptest! {
        #[test]
        fn what_is_joined_reads_as_itself(text in "[ *\\ta-zU.,éß]{0,40}") {
            if let Ok(ScopeCheck { scopes, .. }) = check(&text) {
                let again = check(&scopes.to_authentik()).expect("a list of ours").scopes;
                prop_assert_eq!(&again, &scopes);
                let requested = scopes.requested_scopes();
                prop_assert!(requested.is_sorted() && ALWAYS.iter().all(|name| requested.contains(name)));
            }
        }
    }
}

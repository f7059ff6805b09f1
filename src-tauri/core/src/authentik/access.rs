//! The objects of the product's own that decide who gets in through a source, by their names, and the Python in them
//! [docs/evidence/authentik.md §8.2, §9.2].
//!
//! - Every name contains the source's slug, so that each of two sources has its own objects, and an admin who finds one
//!   knows what it is for.
//! - Nothing of what somebody typed reaches the Python but digits, and handles of letters, digits and underscores.
//! - A policy that refuses leaves an event with the X account, because authentik leaves none
//!   [docs/evidence/authentik.md §15].

use crate::address::Slug;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// How many characters a flow's slug may have in every release [D, docs/evidence/authentik.md §4.5].
const LONGEST: usize = 50;
/// The longest end of a flow's slug.
const LONGEST_END: usize = "-authentication".len();
const BEGINNING: &str = "sourcerer-";

/// The event that a refused visitor leaves; authentik puts `custom_` before it.
pub const REFUSED_EVENT: &str = "sourcerer_refused";
/// The event that a new user leaves who has to wait.
pub const WAITS_EVENT: &str = "sourcerer_waits";
/// What a visitor reads who is refused.
pub const REFUSED: &str = "This X account may not sign in here.";
/// What a visitor reads who still waits.
pub const WAITS: &str = "This account waits for an administrator's approval.";
/// What the waiting page says.
pub const WAITING: &str = "Your account was made. An administrator has to approve it before you can sign in.";

/// An X account that a list names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ListedAccount {
    /// X's number for the account, which never changes; `None` if only the handle is known.
    #[serde(default)]
    pub id: Option<String>,
    /// The handle without `@`. With an id it is only a note: X lets its owner rename it, and somebody else take it over.
    #[serde(default)]
    pub handle: Option<String>,
}

impl ListedAccount {
    /// The account with this id.
    pub fn with_id(id: &str) -> Option<Self> {
        is_id(id).then(|| Self { id: Some(id.to_owned()), handle: None })
    }

    /// Whether the list can hold it: it has an id or a handle, and neither is anything else.
    pub fn is_usable(&self) -> bool {
        let id = self.id.as_deref().is_none_or(is_id);
        let handle = self.handle.as_deref().is_none_or(is_handle);
        id && handle && (self.id.is_some() || self.handle.is_some())
    }
}

/// Whether a text can be an X account ID.
pub fn is_id(text: &str) -> bool {
    !text.is_empty() && text.len() <= 20 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text can be a handle, without `@`.
pub fn is_handle(text: &str) -> bool {
    !text.is_empty() && text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The names of a source's own objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessNames {
    slug: String,
    base: String,
}

impl AccessNames {
    /// The names for the source with this slug. A long slug is cut, and told from others by a hash of the whole.
    pub fn new(slug: &Slug) -> Self {
        let slug = slug.as_str();
        let room = LONGEST - LONGEST_END - BEGINNING.len();
        let kept = if slug.len() <= room {
            slug.to_owned()
        } else {
            let hash = Sha256::digest(slug.as_bytes());
            let hash = hash.iter().take(3).fold(String::new(), |mut out, byte| {
                let _ = write!(out, "{byte:02x}");
                out
            });
            // A slug has only characters of one byte.
            format!("{}-{hash}", slug.get(..room - hash.len() - 1).unwrap_or_default())
        };
        Self { slug: slug.to_owned(), base: format!("{BEGINNING}{kept}") }
    }

    /// The slug of the enrollment flow.
    pub fn enrollment(&self) -> String {
        format!("{}-enrollment", self.base)
    }

    /// The slug of the authentication flow.
    pub fn authentication(&self) -> String {
        format!("{}-authentication", self.base)
    }

    /// The slug of the waiting page's flow, and the name of its stage.
    pub fn waiting(&self) -> String {
        format!("{}-waiting", self.base)
    }

    /// The name of the stage that creates users.
    pub fn write(&self) -> String {
        format!("{}-write", self.base)
    }

    /// The name of the policy that says which X accounts get in.
    pub fn allowed(&self) -> String {
        format!("{}-allowed", self.base)
    }

    /// The name of the policy that skips the login of users who wait.
    pub fn active(&self) -> String {
        format!("{}-active", self.base)
    }

    /// The name of the policy that tells users that they still wait.
    pub fn approved(&self) -> String {
        format!("{}-approved", self.base)
    }

    /// The name of the property mapping that makes listed users active at once.
    pub fn listed(&self) -> String {
        format!("Sourcerer: who is listed waits for nobody ({})", self.slug)
    }

    /// Whether a flow with this slug is one of them.
    pub fn has_flow(&self, slug: &str) -> bool {
        slug == self.enrollment() || slug == self.authentication()
    }

    /// The policy that lets in only these X accounts.
    pub fn allows(&self, accounts: &[ListedAccount]) -> String {
        format!(
            "# Written by Sourcerer: who gets in with X, at the first visit and at every later one.\n{}{}if \
             ak_is_sso_flow and number and ({LISTED}):\n    return True\n{}",
            lists(accounts),
            account("context.get(\"oauth_userinfo\")"),
            self.refuses(REFUSED)
        )
    }

    /// The policy that lets in every X account that has a number.
    pub fn allows_anyone(&self) -> String {
        format!(
            "# Written by Sourcerer: only visitors who come from X.\n{}if ak_is_sso_flow and number:\n    return True\n{}",
            account("context.get(\"oauth_userinfo\")"),
            self.refuses(REFUSED)
        )
    }

    /// Leaves an event, unless the server only tries the policy, and refuses.
    fn refuses(&self, words: &str) -> String {
        format!(
            "if number and not request.debug:\n    {}\nak_message(\"{words}\")\nreturn False",
            self.event(REFUSED_EVENT)
        )
    }

    fn event(&self, action: &str) -> String {
        format!("ak_create_event(\"{action}\", number=number, handle=handle, source=\"{}\")", self.slug)
    }

    /// The policy on the login stage's binding: users who wait aren't signed in, and see the waiting page, below this
    /// path of the server.
    pub fn skips_login(&self, below: &str) -> String {
        format!(
            "# Written by Sourcerer: a new user who isn't active yet waits, and isn't signed in.\nuser = \
             context.get(\"pending_user\")\nif user is not None and user.is_active:\n    return \
             True\ncontext[\"flow_plan\"].context[\"redirect\"] = \"{below}/if/flow/{}/\"\n{}{}\nreturn False",
            self.waiting(),
            account("context.get(\"oauth_userinfo\")"),
            self.event(WAITS_EVENT)
        )
    }

    /// The policy on the authentication flow that tells users that they still wait.
    pub fn explains(&self) -> String {
        format!(
            "# Written by Sourcerer: a user who isn't active yet learns why.\nuser = context.get(\"pending_user\")\nif user \
             is not None and user.is_active:\n    return True\nak_message(\"{WAITS}\")\nreturn False"
        )
    }

    /// The property mapping that makes listed users active at once. It never raises an exception.
    pub fn activates(&self, accounts: &[ListedAccount]) -> String {
        format!(
            "# Written by Sourcerer: who is listed is active at once, everybody else waits.\n{}{}return {{\"is_active\": \
             bool(number and ({LISTED}))}}",
            lists(accounts),
            account("info")
        )
    }
}

/// Whether the account is on the lists.
const LISTED: &str = "number in allowed or handle in handles";

/// Reads the account's number and handle from X's answer.
fn account(answer: &str) -> String {
    format!(
        "data = ({answer} or {{}}).get(\"data\") or {{}}\nnumber = str(data.get(\"id\") or \"\")\nhandle = \
         str(data.get(\"username\") or \"\").lower()\n"
    )
}

/// The two lists. Whatever isn't a number or a handle is left out, so that no text becomes Python.
fn lists(accounts: &[ListedAccount]) -> String {
    let usable = || accounts.iter().filter(|account| account.is_usable());
    let mut out = String::from("allowed = [\n");
    for account in usable() {
        let Some(id) = &account.id else { continue };
        let note = account.handle.as_ref().map(|handle| format!("  # {handle}")).unwrap_or_default();
        let _ = writeln!(out, "    \"{id}\",{note}");
    }
    out.push_str("]\nhandles = [\n");
    for account in usable().filter(|account| account.id.is_none()) {
        let _ = writeln!(out, "    \"{}\",", account.handle.as_deref().unwrap_or_default().to_lowercase());
    }
    out.push_str("]\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(id: Option<&str>, handle: Option<&str>) -> ListedAccount {
        ListedAccount { id: id.map(str::to_owned), handle: handle.map(str::to_owned) }
    }

    #[test]
    fn a_name_fits_every_release_and_two_long_slugs_stay_apart() {
        let long = |end: &str| Slug::parse(&format!("{}{end}", "a".repeat(40))).expect("a slug");
        let (one, other) = (AccessNames::new(&long("1")), AccessNames::new(&long("2")));
        assert_eq!(one.authentication().len(), LONGEST);
        assert_ne!(one.authentication(), other.authentication());
        let short = AccessNames::new(&Slug::parse("x").expect("a slug"));
        assert_eq!(short.enrollment(), "sourcerer-x-enrollment");
        assert!(short.has_flow("sourcerer-x-authentication") && !short.has_flow("sourcerer-y-authentication"));
    }

    #[test]
    fn only_numbers_and_handles_become_python() {
        for (one, usable) in [
            (account(Some("1583920471165304832"), Some("ana_lindqvist")), true),
            (account(None, Some("ana")), true),
            (account(None, None), false),
            (account(Some("12a"), None), false),
            (account(Some("1"), Some("a\"]\nreturn True")), false),
            (account(Some(""), None), false),
            (account(Some("123456789012345678901"), None), false),
        ] {
            assert_eq!(one.is_usable(), usable, "{one:?}");
            let python = AccessNames::new(&Slug::parse("x").expect("a slug")).allows(&[one]);
            assert!(!python.contains("a\"]"), "{python}");
        }
    }

    #[test]
    fn the_texts_read_well() {
        let names = AccessNames::new(&Slug::parse("x").expect("a slug"));
        let list = [account(Some("1583920471165304832"), Some("ana_lindqvist")), account(None, Some("Bo"))];
        let texts = [
            names.allows(&list),
            names.allows_anyone(),
            names.skips_login("/sso"),
            names.explains(),
            names.activates(&list),
        ];
        insta::assert_snapshot!(texts.join("\n\n---\n"));
    }
}

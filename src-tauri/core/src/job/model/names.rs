//! Stage 2, as it is stored: name, slug, who may sign in, further scopes.

use super::access::Access;
use super::remedy::{Remedies, Remedy};
use crate::address::{LinkError, Slug, TEST_PORT, parse_link};
use crate::authentik::ProductMapping;
use crate::i18n::{Message, msg};
use crate::job::AccessPolicy;
use crate::plan::DesiredAccess;
use crate::portal::scopes::{self, AdditionalScopes, ScopeProblem};
use serde::{Deserialize, Serialize};

/// What the fields of the page hold, as it was typed. The page sends it, the job stores it, and the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct NamesInput {
    /// The name on the button.
    pub name: String,
    /// The slug.
    pub slug: String,
    /// Who may sign in.
    pub who: AccessPolicy,
    /// Whether the person chose who may sign in. The window begins a job without that choice, because none of the
    /// policies suits everybody and each has consequences.
    pub decided: bool,
    /// Whether the product's mapping fetches the email address from X.
    pub email: bool,
    /// Further scopes.
    pub scopes: String,
    /// The link to the terms of service. X requires it of an app that requests email addresses.
    pub terms: String,
    /// The link to the privacy policy.
    pub privacy: String,
    /// The port of the test callback.
    pub port: u16,
}

impl Default for NamesInput {
    fn default() -> Self {
        Self {
            name: "X".to_owned(),
            slug: "twitter".to_owned(),
            who: AccessPolicy::default(),
            decided: true,
            email: false,
            scopes: String::new(),
            terms: String::new(),
            privacy: String::new(),
            port: TEST_PORT,
        }
    }
}

/// What was entered, and what was decided about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Names {
    /// What was typed.
    #[serde(flatten)]
    pub typed: NamesInput,
    /// Which remedies are wanted.
    pub remedies: Remedies,
    /// What is asked before somebody gets in, and where new users go.
    pub access: Access,
    /// Whether the admin has confirmed this page once.
    pub agreed: bool,
}

impl Names {
    /// The slug, if it is usable.
    pub fn slug(&self) -> Option<Slug> {
        Slug::parse(&self.typed.slug).ok()
    }

    /// The further scopes, including the one for the email address if that is wanted.
    ///
    /// # Errors
    /// When they can't be sent.
    pub fn additional_scopes(&self) -> Result<AdditionalScopes, ScopeProblem> {
        let typed = scopes::check(&self.typed.scopes)?.scopes;
        Ok(if self.typed.email { typed.with(scopes::EMAIL) } else { typed })
    }

    /// The product's property mappings that the source should have, in the order in which authentik runs them.
    pub fn mappings(&self) -> Vec<ProductMapping> {
        let remedy = |remedy: Remedy| self.remedies.has(remedy) && self.fits(remedy);
        let wanted = |mapping: &ProductMapping| match mapping {
            ProductMapping::Email => self.typed.email,
            ProductMapping::Internal => remedy(Remedy::Internal),
            ProductMapping::UserName => remedy(Remedy::UserName),
        };
        ProductMapping::ALL.into_iter().filter(wanted).collect()
    }

    /// Who gets in, if that needs anything of the source's own. Without users for new people there is nobody to ask about.
    pub fn desired_access(&self) -> Option<DesiredAccess> {
        let access = &self.access;
        (self.typed.who.has_enrollment() && access.is_wanted()).then(|| DesiredAccess {
            gate: access.gate,
            accounts: access.accounts.clone(),
            group: access.group.clone(),
            internal: self.remedies.internal,
        })
    }

    /// Whether a remedy makes sense for the source as planned. Without an enrollment flow there are no new users; and
    /// where the source matches by user name, another name would match the wrong user.
    pub(in crate::job) fn fits(&self, remedy: Remedy) -> bool {
        self.typed.who.has_enrollment()
            && match remedy {
                Remedy::Internal => true,
                Remedy::UserName => !self.typed.who.matches_by_name(),
            }
    }

    /// Why nobody new could sign in with this choice.
    pub(in crate::job) fn who_refused(&self) -> Option<Message> {
        if self.typed.who.has_enrollment() && !self.access.is_usable() {
            return Some(msg::names_list_unusable());
        }
        (self.typed.who.needs_email() && !self.typed.email).then(msg::names_who_needs_email)
    }

    pub(in crate::job) fn name_refused(&self) -> Option<Message> {
        self.typed.name.trim().is_empty().then(msg::names_name_empty)
    }

    /// Whether the live test asks X for the email address: for the mapping, or because of a scope that was typed.
    pub fn wants_email(&self) -> bool {
        self.additional_scopes().is_ok_and(|scopes| scopes.contains(scopes::EMAIL))
    }

    /// The link to the terms of service, if there is a usable one.
    pub fn terms(&self) -> Option<&str> {
        parse_link(&self.typed.terms).ok()
    }

    /// The link to the privacy policy, if there is a usable one.
    pub fn privacy(&self) -> Option<&str> {
        parse_link(&self.typed.privacy).ok()
    }

    /// Why a link can't be used. A missing link isn't an error here: the admin may go on without one, and X's form will
    /// ask for it.
    pub(in crate::job) fn link_refused(&self, typed: &str) -> Option<Message> {
        let error = parse_link(typed).err().filter(|error| *error != LinkError::Empty)?;
        self.wants_email().then(|| error.message())
    }

    pub(in crate::job) fn links_refused(&self) -> bool {
        [&self.typed.terms, &self.typed.privacy].iter().any(|typed| self.link_refused(typed).is_some())
    }

    pub(in crate::job) fn port_refused(&self) -> Option<Message> {
        (self.typed.port < 1024).then(msg::names_port_low)
    }

    /// Whether everything that was entered can be used.
    pub fn is_usable(&self) -> bool {
        self.typed.decided
            && self.slug().is_some()
            && self.additional_scopes().is_ok()
            && self.name_refused().is_none()
            && self.port_refused().is_none()
            && !self.links_refused()
            && self.who_refused().is_none()
    }
}

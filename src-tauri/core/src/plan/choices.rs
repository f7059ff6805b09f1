//! What an admin can choose about a plan, and the defaults for what was not chosen.

use super::{Actual, ChangeGroup, LoginPageState, access};
use crate::address::Slug;
use crate::authentik::{FlowRow, Source};
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The path for new users that authentik gives a source by default (default of `user_path_template`).
pub(super) const USER_PATH: &str = "goauthentik.io/sources/%(slug)s";

/// The names of `group_matching_mode` [API descriptions of seven releases].
pub(super) const GROUP_MATCHING: [&str; 3] = ["identifier", "name_link", "name_deny"];

/// The admin's choices. A choice that wasn't made keeps what the server has, or else authentik's own default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Choices {
    /// The slug of the authentication flow, for people who already have a user.
    pub authentication_flow: Option<String>,
    /// The slug of the enrollment flow, for new people.
    pub enrolment_flow: Option<String>,
    /// The path in the user directory where new users are put.
    pub user_path: Option<String>,
    /// `group_matching_mode`.
    pub group_matching: Option<String>,
    /// Whether the source is enabled; it is unless the admin says no.
    pub enabled: Option<bool>,
    /// The uuids of the identification stages that should show the button.
    pub login_pages: Option<BTreeSet<String>>,
    /// What to do about sources for X that already exist.
    pub existing: Option<ExistingSource>,
    /// The groups of changes that should not be written at all.
    pub without: BTreeSet<ChangeGroup>,
}

/// What to do about sources for X that already exist. It names a slug, so that the question is asked again after the
/// slug changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "kind", content = "slug")]
pub enum ExistingSource {
    /// Change the source with this slug.
    Change(String),
    /// Make another source with this slug in addition to the existing ones.
    Another(String),
}

/// One choice that was made on the review page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "kind", content = "value")]
pub enum PlanChoice {
    /// The slug of the authentication flow, for people who already have a user.
    AuthenticationFlow(String),
    /// The slug of the enrollment flow, for new people.
    EnrolmentFlow(String),
    /// The path in the user directory where new users are put.
    UserPath(String),
    /// `group_matching_mode`.
    GroupMatching(String),
    /// Whether the source is enabled.
    Enabled(bool),
    /// The uuids of the stages that should show the button.
    LoginPages(BTreeSet<String>),
    /// A group of changes, and whether it should be written.
    Group(ChangeGroup, bool),
}

impl Choices {
    /// Merges one choice into these.
    pub fn merge(&mut self, choice: PlanChoice) {
        match choice {
            PlanChoice::AuthenticationFlow(slug) => self.authentication_flow = Some(slug),
            PlanChoice::EnrolmentFlow(slug) => self.enrolment_flow = Some(slug),
            PlanChoice::UserPath(path) => self.user_path = Some(path.trim().to_owned()),
            PlanChoice::GroupMatching(mode) => self.group_matching = Some(mode),
            PlanChoice::Enabled(enabled) => self.enabled = Some(enabled),
            PlanChoice::LoginPages(stages) => self.login_pages = Some(stages),
            PlanChoice::Group(group, true) => drop(self.without.remove(&group)),
            PlanChoice::Group(group, false) => drop(self.without.insert(group)),
        }
    }

    /// Whether the admin agreed to change the source with this slug.
    pub fn changes(&self, slug: &str) -> bool {
        matches!(&self.existing, Some(ExistingSource::Change(chosen)) if chosen == slug)
    }

    /// Whether the admin agreed to make a source with this slug in addition to others.
    pub fn allows_another(&self, slug: &str) -> bool {
        matches!(&self.existing, Some(ExistingSource::Another(chosen)) if chosen == slug)
    }

    /// Why the path for new users can't be used, if it can't.
    pub fn path_refused(&self) -> Option<Message> {
        path_refused(self.user_path.as_deref()?)
    }

    /// Whether a group of changes should not be written.
    pub fn is_left_out(&self, group: ChangeGroup) -> bool {
        self.without.contains(&group)
    }

    /// Whether the button should be on any login page at all.
    pub(super) fn wants_button(&self) -> bool {
        let is_none_chosen = self.login_pages.as_ref().is_some_and(BTreeSet::is_empty);
        !self.is_left_out(ChangeGroup::LoginPage) && !is_none_chosen
    }

    /// The stages that should show the button: the ones that were chosen, or else the one of the login page of the host
    /// that was asked.
    pub(super) fn logins<'a>(&self, actual: &'a Actual) -> Vec<&'a LoginPageState> {
        if self.is_left_out(ChangeGroup::LoginPage) {
            return Vec::new();
        }
        let wanted = |login: &&LoginPageState| match &self.login_pages {
            Some(chosen) => chosen.contains(&login.page.stage.pk),
            None => login.asked,
        };
        actual.logins.iter().filter(wanted).collect()
    }
}

/// One of a source's two flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SourceUse {
    /// The authentication flow, for people who already have a user.
    Authentication,
    /// The enrollment flow, for new people.
    Enrolment,
}

impl SourceUse {
    /// authentik's default flow for this use.
    pub(super) fn default(self) -> &'static str {
        match self {
            Self::Authentication => super::actual::AUTHENTICATION,
            Self::Enrolment => super::ENROLMENT,
        }
    }

    /// The flow's designation in the API.
    pub(super) fn designation(self) -> &'static str {
        match self {
            Self::Authentication => "authentication",
            Self::Enrolment => "enrollment",
        }
    }

    fn chosen(self, choices: &Choices) -> Option<&str> {
        match self {
            Self::Authentication => choices.authentication_flow.as_deref(),
            Self::Enrolment => choices.enrolment_flow.as_deref(),
        }
    }

    /// The uuid of the flow that a source has for this use.
    pub(super) fn of(self, source: &Source) -> Option<&str> {
        match self {
            Self::Authentication => source.authentication_flow.as_deref(),
            Self::Enrolment => source.enrollment_flow.as_deref(),
        }
    }

    /// The flow to use: the one that was chosen, or else the one that the source has, or else authentik's own.
    ///
    /// # Errors
    /// The slug of the flow, if it doesn't exist.
    pub(super) fn flow<'a>(
        self,
        choices: &Choices,
        actual: &'a Actual,
        there: Option<&Source>,
    ) -> Result<&'a FlowRow, String> {
        let by_slug = |slug: &str| actual.flows.iter().find(|flow| flow.slug == slug);
        if let Some(slug) = self.chosen(choices) {
            return by_slug(slug).ok_or_else(|| slug.to_owned());
        }
        let kept = there.and_then(|source| self.of(source));
        let kept = kept.and_then(|pk| actual.flows.iter().find(|flow| flow.pk == pk));
        // A flow of its own follows from who gets in, and isn't kept for its own sake.
        let is_own = |flow: &&FlowRow| there.is_some_and(|source| is_own_flow(source, &flow.slug));
        let kept = kept.filter(|flow| !is_own(flow));
        kept.or_else(|| by_slug(self.default())).ok_or_else(|| self.default().to_owned())
    }
}

/// Whether a flow is one of this source's own.
pub(super) fn is_own_flow(source: &Source, flow: &str) -> bool {
    Slug::parse_existing(&source.slug).is_ok_and(|slug| access::is_own_flow(&slug, flow))
}

/// Why a path can't be used, by authentik's rules for paths and by what its template does with a percent sign.
/// authentik silently falls back to the default path if the template is faulty [D, docs/evidence/authentik.md §4.2].
pub(super) fn path_refused(path: &str) -> Option<Message> {
    if path.is_empty() {
        return Some(msg::choices_path_empty(USER_PATH));
    }
    if path.split('/').any(str::is_empty) {
        return Some(msg::choices_path_slashes());
    }
    let rest = path.replace("%(slug)s", "").replace("%%", "");
    rest.contains('%').then(msg::choices_path_percent)
}

/// The meaning of a `group_matching_mode` in words.
pub(super) fn group_matching(mode: &str) -> Message {
    match mode {
        "name_link" => msg::choices_group_name_link(),
        "name_deny" => msg::choices_group_name_deny(),
        _ => msg::choices_group_identifier(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_authentik_would_refuse_or_put_aside_is_refused_here() {
        for (path, refused) in [
            (USER_PATH, None),
            ("people/%(slug)s/x", None),
            ("100%%", None),
            ("", Some("choices-path-empty")),
            ("/people", Some("choices-path-slashes")),
            ("people/", Some("choices-path-slashes")),
            ("a//b", Some("choices-path-slashes")),
            ("a/%(name)s", Some("choices-path-percent")),
            ("50%", Some("choices-path-percent")),
        ] {
            assert_eq!(path_refused(path).map(|message| message.id).as_deref(), refused, "{path:?}");
        }
    }
}

//! What an admin can choose of a plan, and what is taken where nothing was chosen.

use super::{Actual, ChangeGroup, LoginPageState};
use crate::authentik::{FlowRow, Source};
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The path of new users that authentik gives a source unless told otherwise (default of `user_path_template`).
pub(super) const USER_PATH: &str = "goauthentik.io/sources/%(slug)s";

/// The names of `group_matching_mode` [API descriptions of seven releases].
pub(super) const GROUP_MATCHING: [&str; 3] = ["identifier", "name_link", "name_deny"];

/// What the admin chose; nothing where it is left to what is there, and to authentik's own defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Choices {
    /// The slug of the flow of people who are known.
    pub authentication_flow: Option<String>,
    /// The slug of the flow of new people.
    pub enrolment_flow: Option<String>,
    /// Where in the tree of users new ones are put.
    pub user_path: Option<String>,
    /// `group_matching_mode`.
    pub group_matching: Option<String>,
    /// Whether the source works at all; it does unless the admin says no.
    pub enabled: Option<bool>,
    /// The uuids of the identification stages that are to show the button.
    pub login_pages: Option<BTreeSet<String>>,
    /// What is to become of sources that are there.
    pub existing: Option<ExistingSource>,
    /// What isn't to be written at all.
    pub without: BTreeSet<ChangeGroup>,
}

/// What is to become of sources that are there. It names a slug, so that a later change of the slug asks anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "kind", content = "slug")]
pub enum ExistingSource {
    /// The one of this slug is changed.
    Change(String),
    /// Another one of this slug is made beside them.
    Another(String),
}

/// One thing chosen on the review page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "kind", content = "value")]
pub enum PlanChoice {
    /// The flow of people who are known, by its slug.
    AuthenticationFlow(String),
    /// The flow of new people, by its slug.
    EnrolmentFlow(String),
    /// Where new users are put.
    UserPath(String),
    /// `group_matching_mode`.
    GroupMatching(String),
    /// Whether the source works.
    Enabled(bool),
    /// The uuids of the stages that are to show the button.
    LoginPages(BTreeSet<String>),
    /// A part that is wanted, or isn't.
    Group(ChangeGroup, bool),
}

impl Choices {
    /// Takes one choice.
    pub fn take(&mut self, choice: PlanChoice) {
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

    /// Whether the admin agreed to change the source of this slug.
    pub fn changes(&self, slug: &str) -> bool {
        matches!(&self.existing, Some(ExistingSource::Change(chosen)) if chosen == slug)
    }

    /// Whether the admin agreed to make a source of this slug beside others.
    pub fn makes_another(&self, slug: &str) -> bool {
        matches!(&self.existing, Some(ExistingSource::Another(chosen)) if chosen == slug)
    }

    /// Why the path of new users can't be used, if it can't.
    pub fn path_refused(&self) -> Option<Message> {
        path_refused(self.user_path.as_deref()?)
    }

    /// Whether a part isn't to be written.
    pub fn leaves_out(&self, group: ChangeGroup) -> bool {
        self.without.contains(&group)
    }

    /// The stages that are to show the button: those chosen, else that of the login page that was asked.
    pub(super) fn logins<'a>(&self, actual: &'a Actual) -> Vec<&'a LoginPageState> {
        if self.leaves_out(ChangeGroup::LoginPage) {
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
    /// Of people who are known.
    Authentication,
    /// Of new people.
    Enrolment,
}

impl SourceUse {
    /// authentik's own flow for it.
    pub(super) fn default(self) -> &'static str {
        match self {
            Self::Authentication => super::actual::AUTHENTICATION,
            Self::Enrolment => super::ENROLMENT,
        }
    }

    /// Its name in the API.
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

    /// What a source has for it, by uuid.
    pub(super) fn of(self, source: &Source) -> Option<&str> {
        match self {
            Self::Authentication => source.authentication_flow.as_deref(),
            Self::Enrolment => source.enrollment_flow.as_deref(),
        }
    }

    /// The flow to be used: the one chosen, else the one that the source has, else authentik's own.
    ///
    /// # Errors
    /// The slug of the one that isn't there.
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
        kept.or_else(|| by_slug(self.default())).ok_or_else(|| self.default().to_owned())
    }
}

/// What authentik's users take for a path, and what its template makes of a percent sign: a faulty template falls back
/// to the default path without a word [D, docs/evidence/authentik.md §4.2].
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

//! The page of the settings.

use super::{Settings, UpdateChoice};
use crate::i18n::{Message, msg};
use crate::job::{Environment, Session};
use crate::update::{Release, UpdateState};
use crate::version;
use serde::Serialize;

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SettingsPage {
    /// What is set.
    pub set: Settings,
    /// Why the proxy's address isn't used.
    pub proxy_refused: Option<Message>,
    /// The data folder.
    pub folder: String,
    /// The program's version, with the commit if that is known.
    pub version: String,
    /// Whether a job has a secret that could be forgotten.
    pub has_secrets: bool,
    /// The notice of newer versions, in a build that has a feed of them.
    pub update: Option<UpdatePage>,
}

/// The notice of newer versions.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UpdatePage {
    /// Whether the person is still to be asked.
    pub asks: bool,
    /// The newer version, unless its notice was closed.
    pub newer: Option<Release>,
    /// What is known, in words.
    pub says: Message,
}

impl UpdatePage {
    /// What these settings and what is known lead to.
    pub fn new(settings: &Settings, state: &UpdateState) -> Self {
        let newer = state.newer_than(version::VERSION);
        let day = state.asked.map(|asked| asked.date().to_string());
        let says = match (settings.updates, newer, day) {
            (UpdateChoice::Unanswered | UpdateChoice::Never, ..) | (UpdateChoice::Weekly, _, None) => {
                msg::update_never_checked()
            }
            (UpdateChoice::Weekly, Some(release), Some(_)) => msg::update_newer(&release.version),
            (UpdateChoice::Weekly, None, Some(day)) if state.failed => msg::update_failed(day),
            (UpdateChoice::Weekly, None, Some(day)) => msg::update_newest(day),
        };
        let is_shown = |release: &&Release| {
            settings.updates == UpdateChoice::Weekly && state.dismissed.as_ref() != Some(&release.version)
        };
        Self { asks: settings.updates == UpdateChoice::Unanswered, newer: newer.filter(is_shown).cloned(), says }
    }
}

/// The page of this session.
pub fn page(environment: &Environment, session: &Session) -> SettingsPage {
    let set = environment.settings.clone();
    let open = session.job.iter().any(|job| job.server.token.is_some() || job.credentials.secret.is_some());
    SettingsPage {
        proxy_refused: set.proxy_error().map(super::ProxyError::message),
        version: version::LINE.to_owned(),
        folder: environment.folder.display().to_string(),
        update: session.update.as_ref().map(|state| UpdatePage::new(&set, state)),
        has_secrets: !environment.is_practice() && (open || session.jobs.iter().any(|card| card.has_secrets)),
        set,
    }
}

#[cfg(test)]
mod tests {
    use super::UpdateChoice::{Never, Unanswered, Weekly};
    use super::*;
    use time::macros::datetime;

    #[test]
    fn a_newer_version_is_shown_to_who_wants_that_until_it_is_closed() {
        let release = |version: &str| Release {
            version: version.to_owned(),
            day: "2026-12-01".to_owned(),
            notes: "Faster start.".to_owned(),
            page: "https://sourcerer.example/".parse().expect("a URL"),
        };
        let known = UpdateState {
            asked: Some(datetime!(2026-12-02 09:00 UTC)),
            newest: Some(release("9.8.7")),
            ..UpdateState::default()
        };
        let page = |updates, state: &UpdateState| {
            let page = UpdatePage::new(&Settings { updates, ..Settings::default() }, state);
            (page.asks, page.newer.map(|newer| newer.version), page.says.id)
        };
        let shown = |asks, newer: Option<&str>, says: &'static str| (asks, newer.map(str::to_owned), says.into());
        assert_eq!(page(Unanswered, &known), shown(true, None, "update-never-checked"));
        assert_eq!(page(Never, &known), shown(false, None, "update-never-checked"));
        assert_eq!(page(Weekly, &UpdateState::default()), shown(false, None, "update-never-checked"));
        assert_eq!(page(Weekly, &known), shown(false, Some("9.8.7"), "update-newer"));
        let closed = UpdateState { dismissed: Some("9.8.7".to_owned()), ..known.clone() };
        assert_eq!(page(Weekly, &closed), shown(false, None, "update-newer"));
        let next = UpdateState { newest: Some(release("9.9.0")), ..closed };
        assert_eq!(page(Weekly, &next), shown(false, Some("9.9.0"), "update-newer"));
        let current = UpdateState { newest: Some(release(version::VERSION)), ..known.clone() };
        assert_eq!(page(Weekly, &current), shown(false, None, "update-newest"));
        let failed = UpdateState { newest: None, failed: true, ..known };
        assert_eq!(page(Weekly, &failed), shown(false, None, "update-failed"));
    }
}

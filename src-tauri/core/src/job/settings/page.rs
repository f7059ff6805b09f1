//! The page of the settings.

use super::Settings;
use crate::i18n::Message;
use crate::job::{Environment, Session};
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
}

/// The page of this session.
pub fn page(environment: &Environment, session: &Session) -> SettingsPage {
    let set = environment.settings.clone();
    let open = session.job.iter().any(|job| job.server.token.is_some() || job.credentials.secret.is_some());
    SettingsPage {
        proxy_refused: set.proxy_error().map(super::ProxyError::message),
        version: version::LINE.to_owned(),
        folder: environment.folder.display().to_string(),
        has_secrets: !environment.is_practice() && (open || session.jobs.iter().any(|card| card.has_secrets)),
        set,
    }
}

//! Checks for newer versions as the settings say.

use super::{Settings, UpdateChoice};
use crate::diagnosis::Symptom;
use crate::job::Environment;
use crate::update::{self, Feed, UpdateState};

/// Stores whether newer versions are wanted, and returns the settings with that.
///
/// # Errors
/// As [`Settings::store`].
pub fn choose_updates(environment: &Environment, weekly: bool) -> Result<Settings, Symptom> {
    let updates = if weekly { UpdateChoice::Weekly } else { UpdateChoice::Never };
    let settings = Settings { updates, ..environment.settings.clone() };
    settings.store(&environment.folder)?;
    Ok(settings)
}

/// Asks the feed if the person wants that and a week has passed, and returns what is known then. `environment` is that of
/// real mode: practice has another folder.
pub async fn check_for_updates(environment: &Environment, feed: &Feed) -> UpdateState {
    let is_wanted = environment.settings.updates == UpdateChoice::Weekly;
    match environment.http_client(environment.settings.ca_file.as_deref()) {
        Ok(client) if is_wanted => update::check_if_due(feed, &client, &environment.clock, &environment.folder).await,
        // With a CA file that can't be read no request is sent. The pages that need it say so.
        Ok(_) | Err(_) => UpdateState::load(&environment.folder),
    }
}

//! The cleanup items: what was needed only for the setup, and should be removed afterward.

use super::Job;
use crate::i18n::{Message, msg};
use serde::Serialize;

/// A cleanup item: something to remove after the setup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CleanupItem {
    /// The item's id.
    pub id: String,
    /// What to do.
    pub words: Message,
    /// A value to copy and search for.
    pub value: Option<String>,
    /// Why it should be done, and what follows from it.
    pub why: Message,
    /// Whether it is done.
    pub done: bool,
}

/// The test callback, which isn't needed after the live test has passed.
pub(super) fn test_callback(job: &Job) -> CleanupItem {
    CleanupItem {
        id: TEST_CALLBACK.to_owned(),
        words: msg::verify_tidy_callback(),
        value: job.urls().map(|urls| urls.test_callback),
        why: msg::verify_tidy_callback_why(),
        done: job.verify.ticked.contains(TEST_CALLBACK),
    }
}

/// The cleanup items: what was needed only for the setup. The test callback is listed from the first live test on, even
/// if the outside checks weren't run. The token is needed until they were.
pub(super) fn tidy(job: &Job) -> Vec<CleanupItem> {
    const TOKEN: &str = "api-token";
    let checked = job.fresh_outside_check().is_some();
    let registered = job.signin.tested.is_some() || job.xapp.ticked.contains(TEST_CALLBACK);
    let callback = (checked || registered).then(|| test_callback(job));
    let token = checked.then(|| CleanupItem {
        id: TOKEN.to_owned(),
        words: msg::verify_tidy_token(),
        value: None,
        why: msg::verify_tidy_token_why(),
        done: job.verify.ticked.contains(TOKEN),
    });
    callback.into_iter().chain(token).collect()
}

/// The id of the test callback among the steps of X's form and among the cleanup items.
pub const TEST_CALLBACK: &str = "test-callback";

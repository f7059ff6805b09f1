//! What a set-up amounts to, in a few lines: before the push on the review, and at the end.

use super::{Job, cleanup};
use crate::i18n::{Message, msg};
use crate::plan;
use serde::Serialize;

/// What the set-up amounts to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SetupSummary {
    /// Where visitors find the button.
    pub button: Message,
    /// The callback that X sends visitors back to.
    pub callback: String,
    /// Who can sign in.
    pub who: Message,
    /// Where new users go; none where nobody new gets in.
    pub destination: Option<Message>,
    /// The test callback, while it is still to be removed at X.
    pub remove: Option<String>,
}

/// The summary of a job; none while its address or slug isn't usable.
pub(super) fn of(job: &Job) -> Option<SetupSummary> {
    let (urls, url) = job.urls().zip(job.server.url())?;
    let (names, left) = (&job.names, cleanup::test_callback(job));
    let destination =
        || if names.remedies.internal { msg::summary_goes_everywhere() } else { msg::summary_goes_to_applications() };
    let policy = names.typed.who;
    let has_enrollment = policy.has_enrollment();
    let who = if has_enrollment { plan::who_can_sign_in(policy.matching()) } else { msg::summary_only_linked() };
    Some(SetupSummary {
        button: msg::summary_button(url.host(), names.typed.name.as_str()),
        callback: urls.callback,
        who,
        destination: has_enrollment.then(destination),
        remove: left.value.filter(|_| !left.done),
    })
}

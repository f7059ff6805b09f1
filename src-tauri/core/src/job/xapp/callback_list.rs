//! The callbacks as X shows them after saving, pasted back by the admin.

use crate::i18n::{Message, msg};
use crate::job::Job;
use crate::job::model::CallbackListPaste;
use crate::portal::callbacks::{self, CallbackComparison};
use crate::portal::{self, ValueName};
use serde::Serialize;

/// Takes the list of callbacks that X shows after saving; an empty list removes the previous one.
pub fn paste(job: &mut Job, text: &str) {
    let wanted = job.urls().map(|urls| vec![urls.callback, urls.test_callback]);
    job.xapp.pasted = wanted
        .filter(|_| callbacks::is_list(text))
        .map(|wanted| CallbackListPaste { text: text.chars().take(callbacks::LONGEST).collect(), wanted });
}

/// How the wanted callbacks compare with the newest pasted list; none if none was pasted for the present callbacks.
pub fn compare_pasted(job: &Job) -> Option<CallbackComparison> {
    let urls = job.urls()?;
    let wanted =
        [(ValueName::Callback, urls.callback.as_str()), (ValueName::TestCallback, urls.test_callback.as_str())];
    let pasted = job.xapp.pasted.as_ref().filter(|pasted| pasted.wanted.iter().eq(wanted.map(|(_, url)| url)))?;
    Some(callbacks::compare(&wanted, &pasted.text, portal::guide().limits().callbacks.value))
}

/// Whether the newest pasted list contained the present callbacks, byte for byte; none if no list was pasted for them.
pub fn callbacks_confirmed(job: &Job) -> Option<bool> {
    compare_pasted(job).map(|compared| compared.has_all())
}

/// The list of callbacks that X shows after saving.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CallbackListPage {
    /// The pasted text, if it was pasted for the present callbacks.
    pub text: String,
    /// How the wanted callbacks compare with it.
    pub compared: Option<CallbackComparison>,
    /// Whether it contains all of them, byte for byte.
    pub confirmed: Option<bool>,
    /// The result in words, or that the list was pasted for other addresses.
    pub says: Option<Message>,
    /// Says that the list is longer than X allows.
    pub overfull: Option<Message>,
}

pub(super) fn page(job: &Job) -> CallbackListPage {
    let compared = compare_pasted(job);
    let pasted = job.xapp.pasted.as_ref();
    CallbackListPage {
        text: pasted.filter(|_| compared.is_some()).map(|pasted| pasted.text.clone()).unwrap_or_default(),
        confirmed: callbacks_confirmed(job),
        says: match &compared {
            Some(compared) => Some(compared.summary()),
            None => pasted.map(|_| msg::portal_callbacks_stale()),
        },
        overfull: compared.as_ref().and_then(CallbackComparison::too_long_message),
        compared,
    }
}

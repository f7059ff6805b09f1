//! The exports as the window shows them.

use super::actions::ExportBasis;
use crate::diagnosis::Diagnosis;
use crate::i18n::{Message, msg};
use crate::job::{Job, Session, push};
use crate::stage::Stage;
use serde::Serialize;

/// What the window shows of exports.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ExportPage {
    /// Whether the open page offers exports.
    pub offered: bool,
    /// Whether the basis of an export is known.
    pub ready: bool,
    /// Says that the server wasn't read for it.
    pub unread: Option<Message>,
    /// Why there is no export.
    pub why: Option<Diagnosis>,
}

/// The basis that was read before, if it is about what is entered now.
pub fn fresh_basis(job: &Job, session: &Session) -> Option<ExportBasis> {
    session.export.as_deref().cloned().filter(|looked| Some(&looked.inputs) == push::inputs(job).as_ref())
}

pub(in crate::job) fn page(job: &Job, session: &Session) -> ExportPage {
    let looked = fresh_basis(job, session);
    let unread = looked.as_ref().filter(|looked| !looked.aim.read);
    ExportPage {
        offered: matches!(job.page, Stage::Push | Stage::Verify) && push::inputs(job).is_some(),
        unread: unread.map(|_| msg::export_unread_window()),
        why: unread.and_then(|looked| looked.unread.as_ref()).map(Diagnosis::from),
        ready: looked.is_some(),
    }
}

//! The two remedies: small property mappings, each for a problem that a forecast warns about.

use super::model::Remedy;
use super::model::SignInResult;
use super::{Job, forecast};
use crate::authentik::suffix_handle;
use crate::i18n::{Message, msg};
use serde::Serialize;

/// A remedy as a page offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RemedyOffer {
    /// The remedy.
    pub remedy: Remedy,
    /// Whether it is wanted.
    pub on: bool,
    /// What it does.
    pub title: Message,
    /// Why it would help.
    pub why: Message,
}

/// The remedies that a page offers: those that the newest forecast calls for, and those that are wanted already.
pub(super) fn offers(job: &Job) -> Vec<RemedyOffer> {
    let tested = job.fresh_test();
    let offer = |remedy: Remedy| {
        let on = job.names.remedies.has(remedy);
        let wanted = job.names.fits(remedy) && (on || tested.is_some_and(|tested| helps(job, tested, remedy)));
        wanted.then(|| RemedyOffer { remedy, on, title: remedy.title(), why: why(remedy, tested) })
    };
    Remedy::ALL.into_iter().filter_map(offer).collect()
}

/// Whether the person of the live test would have a better outcome with it.
fn helps(job: &Job, tested: &SignInResult, remedy: Remedy) -> bool {
    let mut without = job.clone();
    without.names.remedies.set(remedy, false);
    forecast::for_test(&without, tested).is_some_and(|forecast| forecast.helped_by.contains(&remedy))
}

fn why(remedy: Remedy, tested: Option<&SignInResult>) -> Message {
    let profile = tested.and_then(|tested| tested.outcome.profile.as_ref());
    match (remedy, profile.and_then(|profile| Some((profile.username.as_deref()?, profile.id.as_str())))) {
        (Remedy::Internal, _) => msg::remedy_internal_why(),
        (Remedy::UserName, Some((handle, id))) => msg::remedy_user_name_why(handle, suffix_handle(handle, id)),
        (Remedy::UserName, None) => msg::remedy_user_name_usually(),
    }
}

/// Turns a remedy on or off.
pub fn set(job: &mut Job, remedy: Remedy, on: bool) {
    job.names.remedies.set(remedy, on);
}

//! The two remedies: small property mappings, each for a problem that a forecast warns about.

use super::Job;
use super::forecast;
use super::names::Names;
use super::signin::SignInResult;
use crate::authentik::{ProductMapping, suffixed};
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};

/// A problem that a property mapping can fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Remedy {
    /// authentik turns new users away from its own pages; the mapping makes them internal.
    Internal,
    /// A taken user name ends an enrollment; the mapping gives the new user another name.
    UserName,
}

/// Which remedies are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Remedies {
    /// New users become internal.
    pub internal: bool,
    /// A taken name gets the number of the X account.
    pub user_name: bool,
}

impl Remedy {
    pub(super) const ALL: [Self; 2] = [Self::Internal, Self::UserName];

    /// The mapping that implements the remedy.
    pub fn mapping(self) -> ProductMapping {
        match self {
            Self::Internal => ProductMapping::Internal,
            Self::UserName => ProductMapping::UserName,
        }
    }

    fn title(self) -> Message {
        match self {
            Self::Internal => msg::remedy_internal(),
            Self::UserName => msg::remedy_user_name(),
        }
    }
}

impl Remedies {
    /// Whether this one is wanted.
    pub fn has(self, remedy: Remedy) -> bool {
        match remedy {
            Remedy::Internal => self.internal,
            Remedy::UserName => self.user_name,
        }
    }

    /// Turns one on or off.
    pub fn set(&mut self, remedy: Remedy, on: bool) {
        match remedy {
            Remedy::Internal => self.internal = on,
            Remedy::UserName => self.user_name = on,
        }
    }
}

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

/// Whether a remedy makes sense for the source as planned. Without an enrollment flow there are no new users; and where
/// the source matches by user name, another name would match the wrong user.
pub(super) fn fits(names: &Names, remedy: Remedy) -> bool {
    names.who.enrols()
        && match remedy {
            Remedy::Internal => true,
            Remedy::UserName => !names.who.goes_by_name(),
        }
}

/// The remedies that a page offers: those that the newest forecast calls for, and those that are wanted already.
pub(super) fn offers(job: &Job) -> Vec<RemedyOffer> {
    let tested = job.signin.fresh(job);
    let offer = |remedy: Remedy| {
        let on = job.names.remedies.has(remedy);
        let wanted = fits(&job.names, remedy) && (on || tested.is_some_and(|tested| helps(job, tested, remedy)));
        wanted.then(|| RemedyOffer { remedy, on, title: remedy.title(), why: why(remedy, tested) })
    };
    Remedy::ALL.into_iter().filter_map(offer).collect()
}

/// Whether the person of the live test would have a better outcome with it.
fn helps(job: &Job, tested: &SignInResult, remedy: Remedy) -> bool {
    let mut without = job.clone();
    without.names.remedies.set(remedy, false);
    forecast::of(&without, tested).is_some_and(|forecast| forecast.helped_by.contains(&remedy))
}

fn why(remedy: Remedy, tested: Option<&SignInResult>) -> Message {
    let profile = tested.and_then(|tested| tested.outcome.profile.as_ref());
    match (remedy, profile.and_then(|profile| Some((profile.username.as_deref()?, profile.id.as_str())))) {
        (Remedy::Internal, _) => msg::remedy_internal_why(),
        (Remedy::UserName, Some((handle, id))) => msg::remedy_user_name_why(handle, suffixed(handle, id)),
        (Remedy::UserName, None) => msg::remedy_user_name_usually(),
    }
}

/// Turns a remedy on or off.
pub fn set(job: &mut Job, remedy: Remedy, on: bool) {
    job.names.remedies.set(remedy, on);
}

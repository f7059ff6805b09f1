//! The forecast: what authentik will do with a visitor who signed in at X, computed from the source's planned settings,
//! from what is known of the server, and from measurements.
//!
//! - [`rules`] is the measured table as a function: from complete facts to one outcome.
//! - [`inputs`] holds what is known and what isn't, and enumerates the possibilities that this leaves open.
//! - Where all open possibilities lead to the same outcome, the forecast is certain. Where they don't, the verdict says
//!   so, with what it depends on and why that isn't known. Something that couldn't be read never counts as absent.

mod inputs;
#[cfg(test)]
mod mapped_tests;
mod rules;
#[cfg(test)]
mod tests;
mod text;
mod verdict;

pub use inputs::{ForecastInputs, Lookup, UnavailableReason, read_inputs};
pub use rules::{
    Facts, ForecastOutcome, ForecastRefusal, Landing, Local, MappingEffect, MatchedBy, SourceSettings, Visitor, outcome,
};
pub use verdict::{Forecast, ForecastVerdict};

use super::model::SignInResult;
use super::{Environment, Job, Remedy, server};
use crate::authentik::ProductMapping;
use crate::i18n::msg;
use crate::plan::ChangeGroup;
use crate::stage::Stage;
use crate::x::Profile;
use inputs::ForecastUnknown;

/// The settings of the source after what is entered was pushed.
pub fn planned_settings(job: &Job) -> SourceSettings {
    let who = job.names.typed.who;
    let mappings = job.names.mappings();
    let has = |mapping: ProductMapping| {
        mappings.contains(&mapping) && !job.push.choices.is_left_out(ChangeGroup::from_mapping(mapping))
    };
    let mapped = MappingEffect {
        email: has(ProductMapping::Email),
        internal: has(ProductMapping::Internal),
        user_name: has(ProductMapping::UserName),
    };
    SourceSettings {
        matching: who.matching(),
        authenticates: true,
        enrols: who.has_enrollment(),
        enabled: true,
        mapped,
    }
}

/// What authentik would do with the person of this test, given what is entered now.
pub fn for_test(job: &Job, tested: &SignInResult) -> Option<Forecast> {
    let profile = tested.outcome.profile.as_ref()?;
    let base = job.server.url().map(|url| url.as_str().to_owned()).unwrap_or_default();
    let seen = tested.sight.as_ref().filter(|sight| sight.base == base && sight.slug == job.names.typed.slug);
    let unasked = || ForecastInputs::unavailable(&base, &job.names.typed.slug, UnavailableReason::Unasked);
    let sight = seen.cloned().unwrap_or_else(unasked);
    Some(compute(planned_settings(job), visitor(job, profile), &sight))
}

/// Reads what a forecast needs from the server. Reads only.
pub async fn read_inputs_of(environment: &Environment, job: &Job, profile: &Profile) -> Option<ForecastInputs> {
    let (base, slug) = (job.server.url()?.as_str().to_owned(), job.names.slug()?);
    Some(match server::client(environment, job, Stage::SignIn).await {
        Ok(client) => read_inputs(&client, &base, &slug, profile).await,
        Err(_) => ForecastInputs::unavailable(&base, slug.as_str(), UnavailableReason::NoToken),
    })
}

/// The visitor as authentik sees them: without a mapping it never asks X for the email address, even if the test got
/// one.
fn visitor<'v>(job: &Job, profile: &'v Profile) -> Visitor<'v> {
    let email = profile.confirmed_email.as_deref().filter(|_| job.names.typed.email);
    Visitor { id: profile.id.as_str(), username: profile.username.as_deref(), email }
}

/// Forecasts what authentik does with this visitor, within what is known.
pub fn compute(setting: SourceSettings, visitor: Visitor<'_>, sight: &ForecastInputs) -> Forecast {
    let outcomes: Vec<(u8, ForecastOutcome)> = sight
        .possible(setting, visitor)
        .into_iter()
        .map(|(flags, facts)| (flags, outcome(setting, visitor, &facts)))
        .collect();
    // The first possibility is the one in which nothing unknown exists.
    let Some((_, usual)) = outcomes.first() else { return text::nothing() };
    let unknown: Vec<(ForecastUnknown, UnavailableReason)> =
        sight.unknown().into_iter().filter(|(unknown, _)| matters(&outcomes, *unknown)).collect();
    let doubts = text::doubts(&unknown, visitor);
    let alike = outcomes.iter().all(|(_, other)| text::same_but_landing(usual, other));
    let sure_landing = outcomes.iter().all(|(_, other)| usual == other);
    let helped_by = helped_by(outcomes.iter().map(|(_, outcome)| outcome));
    if alike {
        return Forecast { helped_by, ..text::one(usual, sure_landing, setting, visitor, sight, doubts) };
    }
    let mut possible: Vec<&ForecastOutcome> = Vec::new();
    for (_, outcome) in &outcomes {
        if !possible.iter().any(|one| text::same_but_landing(one, outcome)) {
            possible.push(outcome);
        }
    }
    Forecast {
        verdict: ForecastVerdict::Unknown,
        words: msg::forecast_unknown(possible.len()),
        reason: None,
        notes: possible.into_iter().map(|outcome| text::sentence(outcome, visitor)).collect(),
        helped_by,
        doubts,
    }
}

/// The remedies for what may happen.
pub(super) fn helped_by<'o>(outcomes: impl Iterator<Item = &'o ForecastOutcome>) -> Vec<Remedy> {
    let mut found: Vec<Remedy> = outcomes
        .filter_map(|outcome| match outcome {
            ForecastOutcome::Enrols(landing)
            | ForecastOutcome::EnrolsAs(_, landing)
            | ForecastOutcome::AsksName(landing) => (*landing == Landing::Denied).then_some(Remedy::Internal),
            ForecastOutcome::NameTaken(_) => Some(Remedy::UserName),
            ForecastOutcome::SignsIn(..)
            | ForecastOutcome::TakesFor(..)
            | ForecastOutcome::TakesForAndFails(..)
            | ForecastOutcome::Refuses(_)
            | ForecastOutcome::LinksSignedIn(_) => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether two possibilities that differ only in this unknown lead to different outcomes.
fn matters(outcomes: &[(u8, ForecastOutcome)], unknown: ForecastUnknown) -> bool {
    outcomes
        .iter()
        .any(|(flags, one)| outcomes.iter().any(|(others, other)| flags ^ others == unknown.flag() && one != other))
}

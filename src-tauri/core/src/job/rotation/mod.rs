//! The Client Secret changed at X, brought to authentik: asked about, written alone, looked at, and the time measured in
//! which authentik had a secret that X no longer takes.
//!
//! - X ends the old secret at once, so sign-in is broken from Regenerate until the push: [`ready`] looks at all that the
//!   push needs before anybody presses it, and nothing but what must be stands in between. A test login comes after the
//!   push: before it, it would only make the time longer, and couldn't work.
//! - [`review_secret`] and [`apply`] are the two acts; [`Rotation`] is one walked through page by page, [`push`] does the
//!   second and replaces the old secret afterwards.
//! - The new secret is in memory until it is pushed. Only then it takes the old one's place where a job keeps that.

mod old_secret;
mod page;
mod readiness;
mod session;

pub use old_secret::{OldSecretCleanup, push};
pub(super) use page::page;
pub use page::{RotationDone, RotationPage, RotationStep};
pub use readiness::{Readiness, ready};
pub use session::{Rotation, begin};

use super::push::journals;
use super::server::client;
use super::verify::OutsideCheck;
use super::{Environment, Job, credentials, push_and_verify};
use crate::authentik::{RetrySchedule, Source};
use crate::credentials::{ClientCredentials, ClientSecret};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::i18n::{Message, msg};
use crate::plan::{self, Plan, PushProgress, PushProgressState, SecretState};
use crate::stage::Stage;
use crate::x::{CredentialProbe, CredentialVerdict};
use std::time::{Duration, Instant};

/// The new secret, as X and this machine know it.
#[derive(Clone, Debug)]
pub struct SecretReview {
    /// The job, with what the server has of the source.
    pub job: Job,
    /// The one write.
    pub plan: Plan,
    /// Whether it is the secret that was pushed last from here.
    pub held: SecretState,
    /// What X says of it.
    pub probe: CredentialProbe,
    secret: ClientSecret,
}

/// What stands where, once a rotation ended or stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerSecretState {
    /// X may have the new secret, authentik surely the old one.
    OldOnAuthentik,
    /// The write was sent, and nobody knows whether it arrived.
    Unclear,
}

/// Why a push of the new secret stopped, and what stands.
#[derive(Clone, Debug)]
pub struct RotationFailure {
    /// Why.
    pub symptom: Symptom,
    /// What stands.
    pub stands: ServerSecretState,
    /// How long it has been so at least.
    pub since: Duration,
}

/// A rotation that went through.
#[derive(Clone, Debug)]
pub struct RotationResult {
    /// From the change at X, as far as it is known, until authentik had confirmed the new secret.
    pub gap: Duration,
    /// What is seen from outside.
    pub checked: Result<OutsideCheck, Symptom>,
}

impl SecretReview {
    /// Why the secret isn't pushed, where X says no to it.
    pub fn refused(&self) -> Option<Symptom> {
        match self.probe.pairing {
            CredentialVerdict::Accepted | CredentialVerdict::CannotTell { .. } => None,
            CredentialVerdict::SecretRefused => Some(Symptom::XSecretRefused),
            CredentialVerdict::ClientIdUnknown => Some(Symptom::XClientIdUnknown),
        }
    }
}

impl RotationFailure {
    /// It in words.
    pub fn says(&self) -> Message {
        let (minutes, seconds) = parts(self.since);
        match self.stands {
            ServerSecretState::OldOnAuthentik => msg::rotation_stands_old(minutes, seconds),
            ServerSecretState::Unclear => msg::rotation_stands_unclear(minutes, seconds),
        }
    }
}

impl RotationResult {
    /// The gap in words; `exact` where the person told the moment of the change.
    pub fn says(&self, exact: bool) -> Message {
        let (minutes, seconds) = parts(self.gap);
        if exact { msg::rotation_gap(minutes, seconds) } else { msg::rotation_gap_at_least(minutes, seconds) }
    }
}

/// Whole minutes, and the seconds beyond them, to a tenth.
fn parts(time: Duration) -> (u32, String) {
    let tenths = time.as_millis().div_ceil(100);
    let minutes = u32::try_from(tenths / 600).unwrap_or(u32::MAX);
    (minutes, format!("{}.{}", tenths % 600 / 10, tenths % 10))
}

/// Reads the source, holds the new secret against the one pushed last, and asks X about it. Writes nothing.
///
/// # Errors
/// When there is no such source, or somebody who is needed doesn't answer.
pub async fn review_secret(
    environment: &Environment,
    job: &Job,
    secret: &ClientSecret,
) -> Result<SecretReview, Symptom> {
    let mut job = job.clone();
    let slug = job.names.slug().ok_or(Symptom::NoJobOpen)?;
    let client = client(environment, &job, Stage::Push).await?.with_waits(RetrySchedule::PATIENT);
    let renewal = Box::pin(plan::renew(&client, &slug, secret, &journals(environment), &environment.clock)).await;
    let renewal = renewal.map_err(|error| error.symptom())?;
    let renewal = renewal.ok_or_else(|| Symptom::SourceMissing { slug: slug.to_string() })?;
    fill(&mut job, &renewal.source);
    if let Some(symptom) = renewal.plan.refusal() {
        return Err(symptom);
    }
    let pair = ClientCredentials { id: renewal.source.consumer_key.as_str().into(), secret: secret.clone() };
    let probe = credentials::ask(environment, &pair).await?;
    Ok(SecretReview { job, plan: renewal.plan, held: renewal.held, probe, secret: pair.secret })
}

/// The job is about the source as it is.
fn fill(job: &mut Job, source: &Source) {
    job.names.name.clone_from(&source.name);
    job.names.scopes.clone_from(&source.additional_scopes);
    job.credentials.client_id = Some(source.consumer_key.clone());
}

/// Pushes the new secret, and looks from outside. `since` is when X changed it, as far as it is known.
///
/// # Errors
/// When the write failed: with what stands then.
pub async fn apply(
    environment: &Environment,
    looked: &SecretReview,
    since: Instant,
    told: &mut (dyn FnMut(PushProgress) + Send),
) -> Result<RotationResult, RotationFailure> {
    let (mut sent, mut confirmed) = (false, None);
    let mut told = |progress: PushProgress| {
        match progress.state {
            PushProgressState::Waiting | PushProgressState::Failed => {}
            PushProgressState::Writing => sent = true,
            // The server has said yes; that it is read back takes nobody's sign-in.
            PushProgressState::ReadingBack | PushProgressState::Written => {
                confirmed.get_or_insert_with(|| since.elapsed());
            }
        }
        told(progress);
    };
    let (job, plan) = (&looked.job, &looked.plan);
    let applied = Box::pin(push_and_verify::apply(environment, job, plan, Some(&looked.secret), &mut told)).await;
    match applied {
        Ok((_, checked)) => Ok(RotationResult { gap: confirmed.unwrap_or_else(|| since.elapsed()), checked }),
        Err(symptom) => {
            // The server's own no means that nothing was written.
            let refused = matches!(
                symptom,
                Symptom::RightsMissing { .. }
                    | Symptom::ApiTokenRefused { .. }
                    | Symptom::ApiTokenMissing { .. }
                    | Symptom::AuthentikRefuses { .. }
            );
            let stands = if sent && !refused { ServerSecretState::Unclear } else { ServerSecretState::OldOnAuthentik };
            Err(RotationFailure { symptom, stands, since: since.elapsed() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Localizer;

    #[test]
    fn what_stands_is_said_with_how_long_it_has_stood() {
        let say = |stands, since| {
            let stopped = RotationFailure { symptom: Symptom::XSecretRefused, stands, since };
            Localizer::english().say(&stopped.says())
        };
        let old = say(ServerSecretState::OldOnAuthentik, Duration::from_secs(130));
        assert!(old.contains("authentik still the old one") && old.contains("2 min 10.0 s"), "{old}");
        let unclear = say(ServerSecretState::Unclear, Duration::from_millis(4_210));
        assert!(unclear.contains("isn’t known") && unclear.contains("4.3 s"), "{unclear}");
        assert!(!unclear.contains("min"), "{unclear}");
    }

    #[test]
    fn a_gap_is_told_as_a_lower_bound_unless_the_change_was_seen() {
        let rotated = RotationResult { gap: Duration::from_secs(61), checked: Err(Symptom::NoJobOpen) };
        let say = |exact| Localizer::english().say(&rotated.says(exact));
        assert!(say(false).contains("at least 1 min 1.0 s"), "{}", say(false));
        assert!(!say(true).contains("at least"), "{}", say(true));
    }
}

//! The rotation: brings a Client Secret that was regenerated at X to authentik. It asks X about the secret, writes it
//! and nothing else, runs the outside checks, and measures how long authentik had a secret that X no longer accepts.
//!
//! - X invalidates the old secret at once, so sign-in is broken from Regenerate until the push. Therefore [`ready`]
//!   checks everything that the push needs before the person presses Regenerate, and only the necessary steps come in
//!   between. A test login comes after the push: before it, it couldn't work and would only prolong the outage.
//! - [`review_secret`] and [`apply`] are the two actions. [`Rotation`] guides a person through them page by page;
//!   [`push`] does the second and then replaces the old secret.
//! - The new secret is in memory until it is pushed. Only then does it replace the old one where a job stores that.

mod merge;
mod old_secret;
mod page;
mod readiness;
mod session;

pub use old_secret::{OldSecretCleanup, push};
pub(super) use page::page;
pub use page::{RotationDone, RotationPage, RotationStep};
pub use readiness::{Readiness, check_readiness};
pub use session::{Rotation, begin};

use super::model::OutsideCheck;
use super::server::client;
use super::{Environment, Job, credentials, push_and_verify};
use crate::authentik::{RetrySchedule, Source};
use crate::credentials::{ClientCredentials, ClientSecret};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::i18n::{Message, msg};
use crate::plan::{self, Plan, PushProgress, PushProgressState, SecretState};
use crate::progress::Observer;
use crate::stage::Stage;
use crate::x::{CredentialProbe, CredentialVerdict};
use std::time::{Duration, Instant};

/// The new secret, as reviewed with X, the server and the journal.
#[derive(Clone, Debug)]
pub struct SecretReview {
    /// The job, filled with the source's settings on the server.
    pub job: Job,
    /// The one write.
    pub plan: Plan,
    /// Whether it is the secret that was pushed last from this machine.
    pub held: SecretState,
    /// X's answer about it.
    pub probe: CredentialProbe,
    secret: ClientSecret,
}

/// Which secret the server has after a rotation ended or stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerSecretState {
    /// The server certainly has the old secret; X may have the new one.
    OldOnAuthentik,
    /// The write was sent, and it isn't known whether it arrived.
    Unclear,
}

/// Why a push of the new secret stopped, and which secret the server has.
#[derive(Clone, Debug)]
pub struct RotationFailure {
    /// The symptom.
    pub symptom: Symptom,
    /// Which secret the server has.
    pub stands: ServerSecretState,
    /// The least time for which sign-in has been broken.
    pub since: Duration,
}

/// A rotation that went through.
#[derive(Clone, Debug)]
pub struct RotationResult {
    /// The time from the change at X, if that is known, until authentik confirmed the new secret.
    pub gap: Duration,
    /// The result of the outside checks.
    pub checked: Result<OutsideCheck, Symptom>,
}

impl SecretReview {
    /// Why the secret isn't pushed, if X refuses it.
    pub fn refused(&self) -> Option<Symptom> {
        match self.probe.pairing {
            CredentialVerdict::Accepted | CredentialVerdict::CannotTell { .. } => None,
            CredentialVerdict::SecretRefused => Some(Symptom::XSecretRefused),
            CredentialVerdict::ClientIdUnknown => Some(Symptom::XClientIdUnknown),
        }
    }
}

impl RotationFailure {
    /// The state in words.
    pub fn says(&self) -> Message {
        let (minutes, seconds) = parts(self.since);
        match self.stands {
            ServerSecretState::OldOnAuthentik => msg::rotation_stands_old(minutes, seconds),
            ServerSecretState::Unclear => msg::rotation_stands_unclear(minutes, seconds),
        }
    }
}

impl RotationResult {
    /// The gap in words; `exact` if the person stated the moment of the change.
    pub fn says(&self, exact: bool) -> Message {
        let (minutes, seconds) = parts(self.gap);
        if exact { msg::rotation_gap(minutes, seconds) } else { msg::rotation_gap_at_least(minutes, seconds) }
    }
}

/// Whole minutes, and the remaining seconds to a tenth.
fn parts(time: Duration) -> (u32, String) {
    let tenths = time.as_millis().div_ceil(100);
    let minutes = u32::try_from(tenths / 600).unwrap_or(u32::MAX);
    (minutes, format!("{}.{}", tenths % 600 / 10, tenths % 10))
}

/// Reads the source, compares the new secret with the one that was pushed last, and asks X about it. Writes nothing.
///
/// # Errors
/// When the source doesn't exist, or when the server or X doesn't answer.
pub async fn review_secret(
    environment: &Environment,
    job: &Job,
    secret: &ClientSecret,
) -> Result<SecretReview, Symptom> {
    let mut job = job.clone();
    let slug = job.names.slug().ok_or(Symptom::NoJobOpen)?;
    let client = client(environment, &job, Stage::Push).await?.with_retries(RetrySchedule::PATIENT);
    let client = client.for_one_check();
    let renewal =
        Box::pin(plan::plan_rotation(&client, &slug, secret, &environment.journals(), &environment.clock)).await;
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

/// Fills the job with the source's present settings.
fn fill(job: &mut Job, source: &Source) {
    job.names.typed.name.clone_from(&source.name);
    job.names.typed.scopes.clone_from(&source.additional_scopes);
    job.credentials.client_id = Some(source.consumer_key.clone());
}

/// Pushes the new secret and runs the outside checks. `since` is when X changed it, as well as that is known.
///
/// # Errors
/// When the write failed; the error says which secret the server then has.
pub async fn apply(
    environment: &Environment,
    looked: &SecretReview,
    since: Instant,
    observer: Observer<'_, PushProgress>,
) -> Result<RotationResult, RotationFailure> {
    let (mut sent, mut confirmed) = (false, None);
    // A source that gets another Secret has it only after the last write.
    let last = looked.plan.last_change();
    let mut observer = |progress: PushProgress| {
        match progress.state {
            PushProgressState::Waiting | PushProgressState::Failed => {}
            PushProgressState::Writing => sent = true,
            // The server has confirmed the write. Sign-in works again while the value is read back.
            PushProgressState::ReadingBack | PushProgressState::Written if Some(&*progress.change) != last => {}
            PushProgressState::ReadingBack | PushProgressState::Written => {
                confirmed.get_or_insert_with(|| since.elapsed());
            }
        }
        observer(progress);
    };
    let (job, plan) = (&looked.job, &looked.plan);
    let applied = Box::pin(push_and_verify::apply(environment, job, plan, Some(&looked.secret), &mut observer)).await;
    match applied {
        Ok((_, checked)) => Ok(RotationResult { gap: confirmed.unwrap_or_else(|| since.elapsed()), checked }),
        Err(symptom) => {
            // If the server itself refused, nothing was written.
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
            Localizer::english().format(&stopped.says())
        };
        let old = say(ServerSecretState::OldOnAuthentik, Duration::from_secs(130));
        assert!(old.contains("authentik still has the old one") && old.contains("2 min 10.0 s"), "{old}");
        let unclear = say(ServerSecretState::Unclear, Duration::from_millis(4_210));
        assert!(unclear.contains("isn’t known") && unclear.contains("4.3 s"), "{unclear}");
        assert!(!unclear.contains("min"), "{unclear}");
    }

    #[test]
    fn a_gap_is_told_as_a_lower_bound_unless_the_change_was_seen() {
        let rotated = RotationResult { gap: Duration::from_secs(61), checked: Err(Symptom::NoJobOpen) };
        let say = |exact| Localizer::english().format(&rotated.says(exact));
        assert!(say(false).contains("at least 1 min 1.0 s"), "{}", say(false));
        assert!(!say(true).contains("at least"), "{}", say(true));
    }
}

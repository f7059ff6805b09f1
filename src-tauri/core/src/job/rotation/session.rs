//! The state of one rotation, from the readiness check until the new secret has replaced the old one. It belongs to a
//! source and not to a page, so a person who leaves in the middle finds it unchanged.

use super::{OldSecretCleanup, Readiness, RotationFailure, RotationResult, SecretReview};
use crate::authentik::ServerLegResult;
use crate::credentials::{ClientSecret, PasteField, PasteVerdict, Recognised, ending_of, recognise};
use crate::diagnosis::Symptom;
use crate::i18n::{Message, msg};
use crate::job::credentials::{Override, client_secret};
use crate::job::{Environment, Job, SourceCheck, Subject, push, source_check};
use crate::plan::{PlanState, PushProgress, SecretState};
use secrecy::{ExposeSecret as _, SecretString};
use std::time::Instant;

/// A rotation in progress.
#[derive(Clone, Debug)]
pub struct Rotation {
    run: u32,
    pub(super) of: Subject,
    /// The job that it was started from.
    pub(in crate::job) job_id: Option<String>,
    pub(super) job: Job,
    /// The secret that was available when it started.
    at_hand: Option<ClientSecret>,
    pub(super) checking: Option<Vec<ServerLegResult>>,
    pub(super) ready: Option<Readiness>,
    pub(super) changed: Option<SecretChangeTime>,
    /// What the newest paste was recognized as.
    pub(super) recognised: Option<Recognised>,
    /// The pasted value that wasn't accepted.
    pub(super) aside: Option<SecretString>,
    new: Option<ClientSecret>,
    /// Whether the new secret is in the keyring, because the window was about to be closed.
    is_stored: bool,
    pub(super) asking: bool,
    pub(super) looked: Option<Result<SecretReview, Symptom>>,
    pub(super) pushing: bool,
    pub(super) steps: Vec<PushProgress>,
    pub(super) stopped: Option<RotationFailure>,
    pub(super) done: Option<Box<(RotationResult, OldSecretCleanup)>>,
}

/// When X changed the secret, as well as that is known.
#[derive(Clone, Debug)]
pub(super) struct SecretChangeTime {
    at: Instant,
    /// The same moment for people (RFC 3339, UTC).
    pub(super) stamp: String,
    /// Whether the person stated the moment; otherwise it is when the new secret was pasted.
    pub(super) is_told: bool,
}

/// Prepares a rotation for the open job, or for the source check. In the latter case the rotation has a job of its own,
/// which stores the check's token in memory.
///
/// # Errors
/// When there is no job, address or slug aren't usable, or the token can't be stored.
pub async fn begin(
    environment: &Environment,
    of: Subject,
    open: Option<&Job>,
    support: &SourceCheck,
) -> Result<impl FnOnce(u32) -> Rotation + use<>, Symptom> {
    let (job, at_hand, job_id) = match of {
        Subject::Job => {
            let job = open.ok_or(Symptom::NoJobOpen)?.clone();
            // If the old secret can't be read, the rotation works without it: only the new one is needed.
            let at_hand = client_secret(environment, &job).await.ok();
            let id = job.id.clone();
            (job, at_hand, Some(id))
        }
        Subject::Support => (source_check::draft_beside(environment, support).await?, support.secret(), None),
    };
    Ok(move |run| Rotation {
        run,
        of,
        job_id,
        job,
        at_hand,
        checking: None,
        ready: None,
        changed: None,
        recognised: None,
        aside: None,
        new: None,
        is_stored: false,
        asking: false,
        looked: None,
        pushing: false,
        steps: Vec::new(),
        stopped: None,
        done: None,
    })
}

impl Rotation {
    /// The rotation's number in this run of the program.
    pub fn run(&self) -> u32 {
        self.run
    }

    /// Whether the new secret is being written.
    pub fn is_pushing(&self) -> bool {
        self.pushing
    }

    /// Whether X may have another secret than authentik, so that leaving now leaves sign-in broken.
    pub fn is_half_done(&self) -> bool {
        self.pushing || (self.done.is_none() && (self.changed.is_some() || self.new.is_some()))
    }

    /// The new secret, if it is only in this program's memory.
    pub(in crate::job) fn unstored_secret(&self) -> Option<ClientSecret> {
        self.new.clone().filter(|_| !self.is_stored && self.done.is_none())
    }

    /// Whether the new secret is in the keyring.
    pub(in crate::job) fn is_stored(&self) -> bool {
        self.is_stored
    }

    /// Records that the new secret is in the keyring.
    pub(in crate::job) fn mark_stored(&mut self) {
        self.is_stored = true;
    }

    /// The inputs of the readiness check.
    pub fn readiness_inputs(&self) -> (Job, Option<ClientSecret>) {
        (self.job.clone(), self.at_hand.clone())
    }

    /// Starts the readiness check. Returns whether it may run.
    pub fn begin_check(&mut self) -> bool {
        let may = self.checking.is_none() && !self.pushing && self.done.is_none();
        if may {
            self.checking = Some(Vec::new());
        }
        may
    }

    /// Shows the progress of the readiness check.
    pub fn follow_check(&mut self, legs: Vec<ServerLegResult>) {
        if self.checking.is_some() {
            self.checking = Some(legs);
        }
    }

    /// Takes the result of the readiness check.
    pub fn merge_readiness(&mut self, ready: Readiness) {
        self.checking = None;
        self.ready = Some(ready);
    }

    /// Records that the person pressed Regenerate. From now on sign-in is broken.
    pub fn mark_regenerated(&mut self, environment: &Environment) {
        if self.done.is_none() {
            self.changed =
                Some(SecretChangeTime { at: Instant::now(), stamp: environment.clock.stamp(), is_told: true });
        }
    }

    /// Takes a paste as the new secret, recognized offline. What looks wrong is set aside, unless the person insists.
    /// Returns whether X should be asked about it now.
    pub fn paste(&mut self, environment: &Environment, text: &SecretString, insist: Override) -> bool {
        if self.pushing || self.done.is_some() {
            return false;
        }
        let pasted = recognise(text.expose_secret(), PasteField::ClientSecret);
        let whole = pasted.pair().is_some();
        let recognised = pasted.recognised.clone();
        let is_taken = whole
            || (recognised.kind.is_one_value()
                && (recognised.verdict != PasteVerdict::Wrong || insist == Override::Yes));
        self.recognised = Some(recognised);
        if let Some(secret) = pasted.client_secret().filter(|_| is_taken) {
            self.take(environment, secret);
            return true;
        }
        self.aside = Some(text.clone()).filter(|text| !text.expose_secret().trim().is_empty());
        false
    }

    /// Accepts the value that was set aside, whatever it looks like.
    pub fn use_anyway(&mut self, environment: &Environment) -> bool {
        self.aside.take().is_some_and(|text| self.paste(environment, &text, Override::Yes))
    }

    /// Takes the available secret as the new one, if X accepts it and the server may not have it.
    pub fn use_available_secret(&mut self, environment: &Environment) -> bool {
        let secret = self.at_hand.clone().filter(|_| self.ready.as_ref().is_some_and(Readiness::has_new_secret));
        let Some(secret) = secret else { return false };
        self.recognised = Some(recognise(secret.expose_secret(), PasteField::ClientSecret).recognised);
        self.take(environment, secret);
        true
    }

    fn take(&mut self, environment: &Environment, secret: ClientSecret) {
        self.new = Some(secret);
        self.is_stored = false;
        (self.aside, self.looked, self.stopped) = (None, None, None);
        self.steps.clear();
        self.changed.get_or_insert_with(|| SecretChangeTime {
            at: Instant::now(),
            stamp: environment.clock.stamp(),
            is_told: false,
        });
    }

    /// Starts to ask X about the new secret, and returns the inputs of the request. Returns none if there is no secret,
    /// or while X is being asked or the secret is being written.
    pub fn begin_asking(&mut self) -> Option<(Job, ClientSecret)> {
        let new = self.new.clone().filter(|_| !self.asking && !self.pushing && self.done.is_none())?;
        self.asking = true;
        Some((self.job.clone(), new))
    }

    /// Takes the result of the review, unless another secret was pasted meanwhile.
    pub fn merge_review(&mut self, asked_with: &ClientSecret, outcome: Result<SecretReview, Symptom>) {
        self.asking = false;
        let is_same = |new: &ClientSecret| new.expose_secret() == asked_with.expose_secret();
        if self.new.as_ref().is_some_and(is_same) {
            // The review that has just been made replaces what was known.
            self.stopped.take_if(|_| outcome.is_ok());
            self.looked = Some(outcome);
        }
    }

    /// Starts the push of the plan that is shown. Returns the review, and since when sign-in is broken.
    pub fn begin_push(&mut self) -> Option<(SecretReview, Instant)> {
        let looked = self.pushable()?.clone();
        let since = self.changed.as_ref().map_or_else(Instant::now, |changed| changed.at);
        self.pushing = true;
        self.stopped = None;
        self.steps.clear();
        Some((looked, since))
    }

    /// Shows the progress of the push.
    pub fn record_progress(&mut self, step: PushProgress) {
        push::record_progress(&mut self.steps, step);
    }

    /// Records that the push stopped. The plan is used up; to go on, the same secret is reviewed again.
    pub(in crate::job) fn stopped(&mut self, stopped: RotationFailure) {
        (self.pushing, self.looked) = (false, None);
        self.stopped = Some(stopped);
    }

    /// Records that the push succeeded. Neither secret is needed any more.
    pub(in crate::job) fn rotated(&mut self, rotated: RotationResult, replaced: OldSecretCleanup) {
        self.pushing = false;
        (self.new, self.at_hand, self.aside) = (None, None, None);
        self.done = Some(Box::new((rotated, replaced)));
    }

    /// The review, if what it shows may be pushed.
    pub(super) fn pushable(&self) -> Option<&SecretReview> {
        let looked = self.looked.as_ref()?.as_ref().ok()?;
        let may = !self.pushing && !self.asking && self.done.is_none();
        (may && looked.refused().is_none() && looked.plan.shown.state == PlanState::Ready).then_some(looked)
    }

    /// The last characters of the new secret, to recognize it by; none while there is none.
    pub(super) fn ending(&self) -> Option<String> {
        self.new.as_ref().map(|secret| ending_of(secret.expose_secret()).to_owned())
    }

    /// Says that the new secret isn't a new one, if so.
    pub(super) fn same(&self) -> Option<Message> {
        let looked = self.looked.as_ref()?.as_ref().ok()?;
        (looked.held == SecretState::Same).then(|| match looked.refused() {
            Some(_) => msg::rotation_same_refused(),
            None => msg::rotation_same(),
        })
    }
}

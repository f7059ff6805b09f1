//! What the page of a rotation draws.

use super::{Readiness, Rotation, RotationResult};
use crate::authentik::GrantedRights;
use crate::checks::Finding;
use crate::credentials::Recognised;
use crate::diagnosis::{Diagnosis, Link, Symptom};
use crate::i18n::{Message, msg};
use crate::job::server::ServerLegView;
use crate::job::{Footer, FooterAction, Session, Subject};
use crate::plan::{PlanView, PushProgress};
use crate::portal::{self, Word};
use crate::x::CredentialVerdict;
use serde::Serialize;

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "what is known of one rotation, each by itself")]
pub struct RotationPage {
    /// Whether it was started from the open job or from the source check.
    pub of: Subject,
    /// The server's host.
    pub host: String,
    /// The source's slug.
    pub slug: String,
    /// The step that comes next.
    pub step: RotationStep,
    /// The progress of the readiness check; none while it isn't running.
    pub checking: Option<Vec<ServerLegView>>,
    /// The verdict of each server leg.
    pub legs: Vec<ServerLegView>,
    /// What else was found to be ready.
    pub ready: Vec<Message>,
    /// Whether the available secret is the one that the server lacks, so that nothing has to be regenerated.
    pub at_hand: bool,
    /// Where to press Regenerate.
    pub portal: Link,
    /// The way to the button, in X's words.
    pub place: Message,
    /// Since when X has another secret, as well as that is known (RFC 3339, UTC).
    pub since: Option<String>,
    /// Whether the person stated that moment.
    pub exact: bool,
    /// What was recognized in the newest paste.
    pub recognised: Option<Recognised>,
    /// Whether the paste was set aside and can be accepted anyway.
    pub aside: bool,
    /// The last characters of the new secret; none while there is none.
    pub ending: Option<String>,
    /// Whether X is being asked about it.
    pub asking: bool,
    /// X's answer about it, or that it isn't a new secret.
    pub says: Option<Message>,
    /// The one change, with before and after.
    pub plan: Option<PlanView>,
    /// Whether it is being written.
    pub pushing: bool,
    /// The progress of the write.
    pub steps: Vec<PushProgress>,
    /// What is wrong.
    pub problem: Option<Diagnosis>,
    /// Which secret the server has after a push that stopped.
    pub stands: Option<Message>,
    /// The result of the rotation.
    pub done: Option<RotationDone>,
    /// Whether sign-in stays broken if the person leaves now.
    pub half_done: bool,
    /// The footer of the page.
    pub bar: Footer,
}

/// The steps of a rotation, with one action each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum RotationStep {
    /// Check whether everything is ready.
    Ready,
    /// Press Regenerate at X.
    Regenerate,
    /// Paste the new secret; X is asked about it.
    Paste,
    /// Push it.
    Push,
    /// Nothing: it is done.
    Done,
}

/// The result of a rotation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RotationDone {
    /// How long sign-in was broken, as well as that is known.
    pub says: Message,
    /// The findings of the outside checks, worst first.
    pub findings: Vec<Finding>,
    /// Why the outside checks couldn't run.
    pub unseen: Option<Diagnosis>,
    /// What happened to the old secret.
    pub kept: Message,
    /// Why the old secret couldn't be replaced everywhere.
    pub kept_problem: Option<Diagnosis>,
    /// Whether a test login can be started from here, for the open job or for the source check.
    pub login: bool,
}

impl Rotation {
    fn step(&self) -> RotationStep {
        let given = self.changed.is_some() || self.ending().is_some();
        if self.done.is_some() {
            RotationStep::Done
        } else if self.pushing || self.pushable().is_some() {
            RotationStep::Push
        } else if given || self.aside.is_some() {
            RotationStep::Paste
        } else if self.checking.is_none() && self.ready.as_ref().is_some_and(Readiness::is_ready) {
            RotationStep::Regenerate
        } else {
            RotationStep::Ready
        }
    }

    fn problem(&self) -> Option<Symptom> {
        if let Some(stopped) = &self.stopped {
            return Some(stopped.symptom.clone());
        }
        match &self.looked {
            Some(Err(symptom)) => Some(symptom.clone()),
            // That it is the old secret is the more useful message.
            Some(Ok(looked)) => looked.refused().filter(|_| self.same().is_none()),
            None => {
                let ready = self.ready.as_ref().filter(|_| self.checking.is_none());
                ready.and_then(|ready| ready.problem.clone())
            }
        }
    }

    /// Says nothing about the previous secret while another paste is waiting to be accepted.
    fn says(&self) -> Option<Message> {
        if self.aside.is_some() {
            return None;
        }
        let looked = self.looked.as_ref()?.as_ref().ok()?;
        self.same().or_else(|| match &looked.probe.pairing {
            CredentialVerdict::Accepted => Some(msg::rotation_accepted()),
            CredentialVerdict::CannotTell { .. } => Some(msg::rotation_cannot_tell()),
            CredentialVerdict::SecretRefused | CredentialVerdict::ClientIdUnknown => None,
        })
    }

    fn bar(&self, step: RotationStep) -> Footer {
        match step {
            RotationStep::Ready => {
                let bar = Footer::go(FooterAction::PrepareRotation, msg::rotation_bar_check());
                match (&self.checking, &self.ready) {
                    (Some(_), _) => Footer { ready: false, ..bar }.because(msg::rotation_bar_checking()),
                    (None, Some(_)) => Footer { label: msg::footer_check_again(), ..bar },
                    (None, None) => bar,
                }
            }
            RotationStep::Regenerate => Footer::go(FooterAction::TellRegenerated, msg::rotation_bar_pressed())
                .because(msg::rotation_bar_not_before()),
            RotationStep::Paste if self.asking => {
                Footer::wait(FooterAction::AskNewSecret, msg::footer_ask_x(), msg::rotation_bar_asking())
            }
            RotationStep::Paste if self.ending().is_some() => Footer::go(
                FooterAction::AskNewSecret,
                if self.stopped.is_some() { msg::rotation_bar_go_on() } else { msg::rotation_bar_ask_again() },
            ),
            RotationStep::Paste => {
                Footer::wait(FooterAction::PushSecret, msg::rotation_bar_push(), msg::rotation_bar_needs_secret())
            }
            RotationStep::Push if self.pushing => {
                Footer::wait(FooterAction::PushSecret, msg::rotation_bar_push(), msg::footer_pushing())
            }
            RotationStep::Push => Footer::go(FooterAction::PushSecret, msg::rotation_bar_push()),
            RotationStep::Done => Footer::go(FooterAction::EndRotation, msg::shell_close()),
        }
    }
}

fn found(ready: &Readiness) -> Vec<Message> {
    let source = ready.source.as_ref().filter(|_| ready.is_ready());
    let user = ready.user.as_deref().unwrap_or_default();
    let right = ready.may_change.filter(|_| source.is_some()).map(|allowed| match allowed {
        GrantedRights::Allowed => msg::rotation_ready_right(user),
        GrantedRights::Unknown | GrantedRights::Refused => msg::rotation_ready_right_unknown(user),
    });
    let present = ready.present.as_ref().filter(|_| source.is_some()).map(|pairing| match pairing {
        CredentialVerdict::Accepted if ready.has_new_secret() => msg::rotation_ready_at_hand(),
        CredentialVerdict::Accepted => msg::rotation_ready_taken(),
        CredentialVerdict::SecretRefused => msg::rotation_ready_refused(),
        CredentialVerdict::ClientIdUnknown => msg::rotation_ready_unknown(),
        CredentialVerdict::CannotTell { .. } => msg::rotation_ready_cannot_tell(),
    });
    let source = source.map(|source| msg::rotation_ready_source(&source.consumer_key, &source.name));
    source.into_iter().chain(right).chain(present).collect()
}

fn done(rotation: &Rotation, session: &Session) -> Option<RotationDone> {
    let (rotated, replaced) = rotation.done.as_deref()?;
    let RotationResult { checked, .. } = rotated;
    let exact = rotation.changed.as_ref().is_some_and(|changed| changed.is_told);
    Some(RotationDone {
        says: rotated.says(exact),
        findings: checked.as_ref().map(|checked| checked.findings.clone()).unwrap_or_default(),
        unseen: checked.as_ref().err().map(Diagnosis::from),
        kept: if replaced.jobs == 0 { msg::rotation_kept_nowhere() } else { msg::rotation_kept(replaced.jobs) },
        kept_problem: replaced.problem.as_ref().map(Diagnosis::from),
        login: match rotation.of {
            Subject::Job => session.job.as_ref().is_some_and(|job| Some(&job.id) == rotation.job_id.as_ref()),
            Subject::Support => {
                let of = session.support.url().zip(session.support.slug());
                of.is_some() && of == rotation.job.server.url().zip(rotation.job.names.slug())
            }
        },
    })
}

pub(in crate::job) fn page(session: &Session) -> Option<Box<RotationPage>> {
    let rotation = session.rotation.as_deref()?;
    let step = rotation.step();
    let layout = rotation.job.xapp.layout;
    let word = |word| portal::guide().word(word, layout);
    let ready = rotation.ready.as_ref().filter(|_| rotation.checking.is_none());
    Some(Box::new(RotationPage {
        of: rotation.of,
        host: rotation.job.server.url().map(|url| url.host().to_owned()).unwrap_or_default(),
        slug: rotation.job.names.typed.slug.clone(),
        step,
        checking: rotation.checking.as_deref().map(ServerLegView::all),
        legs: ready.map(|ready| ServerLegView::all(&ready.legs)).unwrap_or_default(),
        ready: ready.map(found).unwrap_or_default(),
        at_hand: step == RotationStep::Regenerate && ready.is_some_and(Readiness::has_new_secret),
        portal: portal::guide().start(layout).link,
        place: msg::rotation_place(
            word(Word::KeysAndTokens),
            word(Word::Oauth2),
            word(Word::Regenerate),
            word(Word::ClientSecret),
        ),
        since: rotation.changed.as_ref().map(|changed| changed.stamp.clone()),
        exact: rotation.changed.as_ref().is_some_and(|changed| changed.is_told),
        recognised: rotation.recognised.clone(),
        aside: rotation.aside.is_some(),
        ending: rotation.ending(),
        asking: rotation.asking,
        says: rotation.says(),
        plan: shown(rotation),
        pushing: rotation.pushing,
        steps: rotation.steps.clone(),
        problem: rotation.problem().as_ref().map(Diagnosis::from),
        stands: rotation.stopped.as_ref().map(super::RotationFailure::says),
        done: done(rotation, session),
        half_done: rotation.is_half_done(),
        bar: rotation.bar(step),
    }))
}

/// The plan that can be pushed, or is being pushed.
fn shown(rotation: &Rotation) -> Option<PlanView> {
    let looked = rotation.looked.as_ref()?.as_ref().ok()?;
    (rotation.pushing || rotation.pushable().is_some()).then(|| looked.plan.shown.clone())
}

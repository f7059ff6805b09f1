use crate::diagnosis::{Diagnosis, Symptom};
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedSender;
use url::Url;

/// A part of the test, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SignInLeg {
    /// The listener is up, and the browser was sent to X.
    Browser,
    /// The person agrees at X.
    Consent,
    /// The browser comes back with a code and the right state.
    Callback,
    /// The code becomes a token.
    Exchange,
    /// X says who the token belongs to.
    Profile,
    /// The token ends.
    Revoke,
}

impl SignInLeg {
    /// All of them, in order.
    pub const ALL: [Self; 6] =
        [Self::Browser, Self::Consent, Self::Callback, Self::Exchange, Self::Profile, Self::Revoke];

    /// Its name, to be shown.
    pub fn title(self) -> Message {
        match self {
            Self::Browser => msg::signin_leg_browser(),
            Self::Consent => msg::signin_leg_consent(),
            Self::Callback => msg::signin_leg_callback(),
            Self::Exchange => msg::signin_leg_exchange(),
            Self::Profile => msg::signin_leg_profile(),
            Self::Revoke => msg::signin_leg_revoke(),
        }
    }
}

/// How a leg went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SignInLegVerdict {
    /// Not begun, or broken off by the end of the test.
    Pending,
    /// Under way.
    Running,
    /// As it should be.
    Passed,
    /// Done, with something to know.
    Warned,
    /// Failed, which ended the test.
    Failed,
}

impl SignInLegVerdict {
    /// It in a word, to be shown.
    pub fn word(self) -> Message {
        match self {
            Self::Pending => msg::signin_verdict_pending(),
            Self::Running => msg::signin_verdict_running(),
            Self::Passed => msg::signin_verdict_passed(),
            Self::Warned => msg::signin_verdict_warned(),
            Self::Failed => msg::signin_verdict_failed(),
        }
    }
}

/// One leg, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInLegResult {
    /// Which.
    pub leg: SignInLeg,
    /// How it went.
    pub verdict: SignInLegVerdict,
    /// How long it took, in milliseconds; none while it isn't over.
    pub millis: Option<u32>,
    /// What was seen.
    pub note: Option<Message>,
    /// What is wrong, or unclear while it runs.
    pub diagnosis: Option<Diagnosis>,
    /// Its exchange in this run's trace.
    pub exchange: Option<u32>,
}

/// The link to X's consent page. Holds the test's state, so it has no `Debug` of its text and isn't read back.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(as = "String"))]
pub struct ConsentLink(Url);

impl ConsentLink {
    /// The link, to be opened or copied by the person.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Debug for ConsentLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ConsentLink")
    }
}

/// That the test waits for the person, and for how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInWaiting {
    /// When it began, or was begun again (RFC 3339, UTC).
    pub since: String,
    /// When it ends (RFC 3339, UTC).
    pub until: String,
    /// How long that is, in seconds.
    pub seconds: u32,
    /// Whether nothing has come back for so long that the person is asked what they see.
    pub still_waiting: bool,
    /// What to do at X, by what the person said they see.
    pub advice: Option<Message>,
}

/// The test as it stands; each one replaces the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInProgress {
    /// All six legs, in order.
    pub legs: Vec<SignInLegResult>,
    /// The link to X's consent page, while the test waits for the person.
    pub link: Option<ConsentLink>,
    /// While the test waits for the person.
    pub waiting: Option<SignInWaiting>,
}

/// The report, and who watches it.
pub(super) struct LegBoard {
    report: SignInProgress,
    watcher: UnboundedSender<SignInProgress>,
}

impl LegBoard {
    pub(super) fn new(watcher: UnboundedSender<SignInProgress>) -> Self {
        let legs = SignInLeg::ALL.map(|leg| SignInLegResult {
            leg,
            verdict: SignInLegVerdict::Pending,
            millis: None,
            note: None,
            diagnosis: None,
            exchange: None,
        });
        Self { report: SignInProgress { legs: legs.into(), link: None, waiting: None }, watcher }
    }

    pub(super) fn begin(&mut self, leg: SignInLeg) {
        self.change(leg, |report| report.verdict = SignInLegVerdict::Running);
    }

    /// It is over, and well but for what `report` adds.
    pub(super) fn end(
        &mut self,
        leg: SignInLeg,
        took: Duration,
        exchange: Option<u32>,
        add: impl FnOnce(&mut SignInLegResult),
    ) {
        self.change(leg, |report| {
            report.verdict = SignInLegVerdict::Passed;
            report.millis = Some(elapsed_ms(took));
            report.exchange = exchange;
            report.diagnosis = None;
            add(report);
        });
    }

    /// It failed. What an earlier end of it says (the browser's, which failed in the end) stays.
    pub(super) fn fail(&mut self, leg: SignInLeg, took: Duration, exchange: Option<u32>, symptom: &Symptom) {
        self.change(leg, |report| {
            report.verdict = SignInLegVerdict::Failed;
            report.millis = report.millis.or(Some(elapsed_ms(took)));
            report.exchange = report.exchange.or(exchange);
            report.diagnosis = Some(symptom.into());
        });
    }

    /// Something is unclear while it runs, or no longer.
    pub(super) fn wonder(&mut self, leg: SignInLeg, symptom: Option<&Symptom>) {
        self.change(leg, |report| report.diagnosis = symptom.map(Diagnosis::from));
    }

    pub(super) fn note(&mut self, leg: SignInLeg, note: Message) {
        self.change(leg, |report| report.note = Some(note));
    }

    pub(super) fn wait(&mut self, link: &Url, waiting: SignInWaiting) {
        self.report.link = Some(ConsentLink(link.clone()));
        self.report.waiting = Some(waiting);
        self.tell();
    }

    /// Nothing has come back for a good while.
    pub(super) fn nudge(&mut self) {
        if let Some(waiting) = &mut self.report.waiting {
            waiting.still_waiting = true;
        }
        self.tell();
    }

    pub(super) fn wait_no_more(&mut self) {
        self.report.link = None;
        self.report.waiting = None;
    }

    /// The legs as they stay: none is under way any more.
    pub(super) fn close(mut self) -> Vec<SignInLegResult> {
        self.wait_no_more();
        for report in self.report.legs.iter_mut().filter(|report| report.verdict == SignInLegVerdict::Running) {
            report.verdict = SignInLegVerdict::Pending;
        }
        self.tell();
        self.report.legs
    }

    fn change(&mut self, leg: SignInLeg, change: impl FnOnce(&mut SignInLegResult)) {
        if let Some(report) = self.report.legs.iter_mut().find(|report| report.leg == leg) {
            change(report);
        }
        self.tell();
    }

    fn tell(&self) {
        // Nobody may be watching any more; the outcome says the same.
        let _ = self.watcher.send(self.report.clone());
    }
}

pub(super) fn elapsed_ms(took: Duration) -> u32 {
    u32::try_from(took.as_millis()).unwrap_or(u32::MAX)
}

use crate::diagnosis::{Diagnosis, Symptom};
use crate::i18n::{Message, msg};
use crate::x::Scopes;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedSender;
use url::Url;

/// A sign-in leg: one part of the live test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SignInLeg {
    /// The listener is running, and the browser was sent to X.
    Browser,
    /// The person agrees at X.
    Consent,
    /// The browser returns with a code and the right state.
    Callback,
    /// The code is exchanged for a token.
    Exchange,
    /// X says who the token belongs to.
    Profile,
    /// The token is revoked.
    Revoke,
}

impl SignInLeg {
    /// All of them, in order.
    pub const ALL: [Self; 6] =
        [Self::Browser, Self::Consent, Self::Callback, Self::Exchange, Self::Profile, Self::Revoke];

    /// The leg's name for people.
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

/// The verdict of a sign-in leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SignInLegVerdict {
    /// Not started, or interrupted by the end of the test.
    Pending,
    /// In progress.
    Running,
    /// Passed as expected.
    Passed,
    /// Passed, with something to know.
    Warned,
    /// Failed, which ended the test.
    Failed,
}

impl SignInLegVerdict {
    /// The verdict in one word, for people.
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

/// One sign-in leg with its verdict so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInLegResult {
    /// The leg.
    pub leg: SignInLeg,
    /// Its verdict.
    pub verdict: SignInLegVerdict,
    /// How long it took, in milliseconds; none until it has ended.
    pub millis: Option<u32>,
    /// What was observed.
    pub note: Option<Message>,
    /// What is wrong, or what is unclear while the leg is running.
    pub diagnosis: Option<Diagnosis>,
    /// The number of its exchange in this run's request log.
    pub exchange: Option<u32>,
}

/// The link to X's consent page. It contains the test's state, so `Debug` doesn't show its text, and it can't be
/// deserialized.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(as = "String"))]
pub struct ConsentLink(Url);

impl ConsentLink {
    /// The link, for the person to open or to copy.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The scopes that it requests.
    pub fn scopes(&self) -> Scopes {
        let scope = self.0.query_pairs().find(|(name, _)| name == "scope");
        scope.map_or_else(|| Scopes::parse(""), |(_, scopes)| Scopes::parse(&scopes))
    }
}

impl fmt::Debug for ConsentLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ConsentLink")
    }
}

/// Says that the test is waiting for the person, and for how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInWaiting {
    /// When the waiting started or was restarted (RFC 3339, UTC).
    pub since: String,
    /// When it ends (RFC 3339, UTC).
    pub until: String,
    /// The length of the wait, in seconds.
    pub seconds: u32,
    /// Whether the wait has been silent for so long that the person is asked what they see.
    pub still_waiting: bool,
    /// What to do at X, according to what the person reported seeing.
    pub advice: Option<Message>,
}

/// The progress of a live test. Each one replaces the previous one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInProgress {
    /// All six legs, in order.
    pub legs: Vec<SignInLegResult>,
    /// The link to X's consent page, while the test waits for the person.
    pub link: Option<ConsentLink>,
    /// Set while the test is waiting for the person.
    pub waiting: Option<SignInWaiting>,
}

/// The progress of the legs, and the channel that reports it.
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

    /// The leg has ended, successfully except for what `report` adds.
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

    /// The leg has failed. An earlier result of it stays, such as that of the browser, which can fail late.
    pub(super) fn fail(&mut self, leg: SignInLeg, took: Duration, exchange: Option<u32>, symptom: &Symptom) {
        self.change(leg, |report| {
            report.verdict = SignInLegVerdict::Failed;
            report.millis = report.millis.or(Some(elapsed_ms(took)));
            report.exchange = report.exchange.or(exchange);
            report.diagnosis = Some(symptom.into());
        });
    }

    /// Sets or clears what is unclear about a running leg.
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

    /// Reports that no callback has arrived for a long time.
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

    /// The final verdicts of the legs: none is in progress any more.
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
        // The receiver may be gone; the outcome contains the same information.
        let _ = self.watcher.send(self.report.clone());
    }
}

pub(super) fn elapsed_ms(took: Duration) -> u32 {
    u32::try_from(took.as_millis()).unwrap_or(u32::MAX)
}

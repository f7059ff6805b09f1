//! Stage 5: the live test.

use super::callback::{self, CallbackCare, PrivateWindow};
use super::credentials::client_secret;
use super::forecast::{self, Forecast, Sight};
use super::names;
use super::remedy::{self, RemedyOffer};
use super::stages::{self, StageState, Told};
use super::{Act, Bar, Desk, Draft, Session, xapp};
use crate::credentials::{Pair, identify};
use crate::diagnosis::{Diagnosed, Diagnosis, Severity, Symptom};
use crate::signin::{
    self, Checklist, Control, Ending, Inputs, Known, Leg, LegReport, Means, Outcome, Paste, PasteAnswer, Privately,
    Report, Request, Verdict,
};
use crate::stage::Stage;
use crate::words::said;
use crate::x::{Compared, Email, Pairing, Scopes};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tokio::sync::mpsc;

/// The newest test, and whether the admin goes on without one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SignIn {
    /// Whether the admin goes on without a passed test.
    pub skipped: bool,
    /// Whether the test is to open in a private window, where the browser can be asked for one.
    pub private: bool,
    /// The newest test.
    pub tested: Option<Tested>,
}

/// A test, with what authentik would make of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tested {
    /// What came of it.
    pub outcome: Outcome,
    /// When the secret that was used had been put away.
    pub secret_at: String,
    /// What the server showed of the person who signed in, for the forecast.
    #[serde(default)]
    pub sight: Option<Sight>,
    /// A port that was free when the registered one was found taken.
    #[serde(default)]
    pub other_port: Option<u16>,
}

fn inputs(desk_authorize: &str, draft: &Draft) -> Option<Inputs> {
    Some(Inputs {
        client_id: draft.credentials.client_id()?,
        port: draft.names.port,
        scopes: scopes(draft)?,
        email: email(draft),
        authorize: desk_authorize.to_owned(),
    })
}

fn scopes(draft: &Draft) -> Option<Scopes> {
    Some(Scopes::asked(&draft.names.additional().ok()?.joined()))
}

fn email(draft: &Draft) -> Email {
    if names::wants_email(draft) { Email::Wanted } else { Email::NotWanted }
}

impl SignIn {
    /// The newest test, if it was made with what is entered now.
    pub fn fresh(&self, draft: &Draft) -> Option<&Tested> {
        let tested = self.tested.as_ref()?;
        let now = inputs(&tested.outcome.inputs.authorize, draft)?;
        let secret_at = &draft.credentials.secret.as_ref()?.kept.at;
        (tested.outcome.inputs == now && tested.secret_at == *secret_at).then_some(tested)
    }
}

/// What a live test takes that is no part of a job: whoever has a pair can test it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The app.
    pub pair: Pair,
    /// The registered test callback's port.
    pub port: u16,
    /// What to ask for.
    pub scopes: Scopes,
    /// Whether to ask for the e-mail address.
    pub email: Email,
    /// How long the person may take at X.
    pub patience: Duration,
    /// Whether to open it in a private window.
    pub privately: bool,
}

/// Runs the live test of a pair.
///
/// # Errors
/// When X can't be asked for a reason that lies on this side.
pub async fn test(
    desk: &Desk,
    asked: Asked,
    control: mpsc::Receiver<Control>,
    progress: mpsc::UnboundedSender<Report>,
) -> Result<Outcome, Symptom> {
    let Asked { pair, port, scopes, email, patience, privately } = asked;
    let net = desk.net(None).map_err(|error| error.symptom())?.at(Stage::SignIn);
    let in_private = Privately(desk.opener.as_ref());
    let means = Means {
        net: &net,
        clock: &desk.clock,
        opener: if privately { &in_private } else { desk.opener.as_ref() },
        patience,
        nudge: signin::NUDGE,
        control,
        progress,
    };
    Ok(signin::run(Request { endpoints: desk.endpoints(), pair, port, scopes, email }, means).await)
}

/// Runs the live test of a job, and looks at what the server would make of whoever signed in.
///
/// # Errors
/// When the pair isn't complete, or can't be had.
pub async fn run(
    desk: &Desk,
    draft: &Draft,
    control: mpsc::Receiver<Control>,
    progress: mpsc::UnboundedSender<Report>,
) -> Result<Tested, Symptom> {
    let id = draft.credentials.client_id().ok_or(Symptom::SecretNeeded)?;
    let secret = client_secret(desk, draft).await?;
    let asked = Asked {
        pair: Pair { id, secret },
        port: draft.names.port,
        scopes: scopes(draft).ok_or(Symptom::NoJobOpen)?,
        email: email(draft),
        patience: desk.patience_or(signin::PATIENCE),
        privately: callback::private_window(desk, draft).wished,
    };
    let outcome = Box::pin(test(desk, asked, control, progress)).await?;
    let sight = match &outcome.profile {
        Some(profile) => Box::pin(forecast::see(desk, draft, profile)).await,
        None => None,
    };
    let secret_at = draft.credentials.secret.as_ref().map(|secret| secret.kept.at.clone()).unwrap_or_default();
    let other_port = callback::other_port(draft, outcome.symptom.as_ref()).await;
    Ok(Tested { outcome, secret_at, sight, other_port })
}

/// How X's address came before the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// This program gave it to the browser.
    ToBrowser,
    /// The person copied it.
    ByHand,
}

/// What ended a test of a pair. Of the causes of X's error page those that this test has ruled out are left out.
pub fn ended(outcome: &Outcome, handed: Handed) -> Option<Diagnosis> {
    let mut diagnosis = Diagnosis::from(outcome.symptom.as_ref()?);
    if may_be_error_page(outcome) {
        let checklist = Checklist::of(&Known {
            client_id: identify(outcome.inputs.client_id.as_str()).recognised.kind,
            pair_accepted: false,
            scopes: outcome.inputs.scopes.clone(),
            callbacks_confirmed: None,
            opened: handed == Handed::ToBrowser && opened(&outcome.legs),
        });
        let left: Vec<_> = checklist.suspects.iter().filter(|suspect| suspect.ruled_out.is_none()).collect();
        diagnosis.causes.retain(|cause| left.iter().any(|suspect| suspect.cause == cause.cause));
    }
    Some(diagnosis)
}

/// Whether X's error page may be what the person saw.
fn may_be_error_page(outcome: &Outcome) -> bool {
    matches!(outcome.symptom, Some(Symptom::AuthorizePageError | Symptom::CallbackSilent { .. }))
}

/// Whether the browser took the address.
fn opened(legs: &[LegReport]) -> bool {
    legs.iter().any(|report| report.leg == Leg::Browser && report.verdict == Verdict::Passed)
}

/// Merges a test into the draft. One that passed shows that the test callback is in X's form, whatever was ticked.
pub fn tested(draft: &mut Draft, tested: Tested) {
    if tested.outcome.ending == Ending::Passed {
        draft.verify.ticked.remove(callback::ITEM);
    }
    draft.signin.tested = Some(tested);
}

pub(super) fn told(draft: &Draft) -> Told {
    if !draft.credentials.is_complete() {
        return stages::after(Stage::Credentials);
    }
    let outcome = draft.signin.fresh(draft).map(|tested| &tested.outcome);
    if taken_port(outcome).is_some() {
        return stages::attention(said::stage_port_taken());
    }
    match outcome.map(|outcome| outcome.ending) {
        Some(Ending::Passed) => stages::done(),
        Some(Ending::Failed) => stages::attention(said::stage_test_failed()),
        Some(Ending::Stopped) | None if draft.signin.skipped => (StageState::InProgress, said::stage_skipped()),
        Some(Ending::Stopped) => stages::in_progress(),
        None => stages::not_started(),
    }
}

/// The port that the newest test found taken.
fn taken_port(outcome: Option<&Outcome>) -> Option<u16> {
    match outcome?.symptom {
        Some(Symptom::PortTaken { port, .. }) => Some(port),
        _ => None,
    }
}

/// Hands the running test what the person pasted in place of a callback.
pub async fn paste(running: Option<mpsc::Sender<Control>>, text: SecretString) -> PasteAnswer {
    let Some(running) = running else { return PasteAnswer::too_late() };
    let (paste, answered) = Paste::new(text);
    if running.send(Control::Paste(paste)).await.is_err() {
        return PasteAnswer::too_late();
    }
    answered.await.unwrap_or_else(|_| PasteAnswer::too_late())
}

/// What earlier checks have shown of what X's error page can come from.
fn known(draft: &Draft, legs: &[LegReport]) -> Known {
    let id = draft.credentials.client_id.as_deref().unwrap_or_default();
    let checked = draft.credentials.fresh();
    Known {
        client_id: identify(id).recognised.kind,
        pair_accepted: checked.is_some_and(|checked| checked.probe.pairing == Pairing::Accepted),
        scopes: scopes(draft).unwrap_or_else(|| Scopes::asked("")),
        callbacks_confirmed: xapp::callbacks_confirmed(draft),
        opened: opened(legs),
    }
}

/// The causes of X's error page, while it may be what the person sees and once it is what they saw.
fn checklist(draft: &Draft, session: &Session) -> Option<Checklist> {
    if let Some(running) = &session.running {
        let silent = running.waiting.as_ref().is_some_and(|waiting| waiting.still_waiting);
        return silent.then(|| Checklist::of(&known(draft, &running.legs)));
    }
    let outcome = &draft.signin.fresh(draft)?.outcome;
    may_be_error_page(outcome).then(|| Checklist::of(&known(draft, &outcome.legs)))
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInPage {
    /// The test that runs.
    pub running: Option<Report>,
    /// What came of the newest test.
    pub outcome: Option<Outcome>,
    /// What went wrong.
    pub problem: Option<Diagnosis>,
    /// What that can come from, where X shows one page for several mistakes.
    pub checklist: Option<Checklist>,
    /// What came of the newest paste into the running test.
    pub pasted: Option<PasteAnswer>,
    /// What was asked for and granted.
    pub scopes: Option<Compared>,
    /// What authentik would make of whoever signed in.
    pub forecast: Option<Forecast>,
    /// What would mend what is foretold.
    pub remedies: Vec<RemedyOffer>,
    /// How many legs passed.
    pub passed: usize,
    /// The test callback, to be compared with X's form.
    pub test_callback: Option<String>,
    /// What is to be done about it at X, before and after.
    pub callback: CallbackCare,
    /// Whether the test opens in a private window.
    pub private: PrivateWindow,
    /// Whether the pair is there to test with.
    pub can_start: bool,
    /// The bar below.
    pub bar: Bar,
}

pub(super) fn page(desk: &Desk, draft: &Draft, session: &Session) -> SignInPage {
    let tested = draft.signin.fresh(draft);
    let outcome = tested.map(|tested| tested.outcome.clone());
    let passed = outcome
        .iter()
        .flat_map(|outcome| &outcome.legs)
        .filter(|leg| matches!(leg.verdict, signin::Verdict::Passed | signin::Verdict::Warned));
    SignInPage {
        running: session.running.clone(),
        problem: outcome.as_ref().and_then(|outcome| outcome.symptom.as_ref()).map(Diagnosis::from),
        checklist: checklist(draft, session),
        pasted: session.pasted.clone(),
        scopes: outcome.as_ref().and_then(|outcome| {
            let granted = outcome.scopes_granted.as_ref()?;
            Some(Compared::of(&outcome.inputs.scopes, granted))
        }),
        forecast: tested.and_then(|tested| forecast::of(draft, tested)),
        remedies: remedy::offers(draft),
        passed: passed.count(),
        test_callback: names::urls(draft).map(|urls| urls.test_callback),
        callback: callback::care(draft),
        private: callback::private_window(desk, draft),
        can_start: draft.credentials.is_complete() && session.running.is_none(),
        bar: bar(draft, session),
        outcome,
    }
}

fn bar(draft: &Draft, session: &Session) -> Bar {
    let review = said::footer_continue_review();
    if session.running.is_some() {
        return Bar::wait(Act::Continue, review, said::footer_waiting_for_x());
    }
    if !draft.credentials.is_complete() {
        return Bar::wait(Act::StartTest, said::footer_start_test(), said::footer_needs_pair());
    }
    let outcome = draft.signin.fresh(draft).map(|tested| &tested.outcome);
    if let Some(port) = taken_port(outcome) {
        let reason = said::footer_port_taken(port.to_string());
        return Bar::go(Act::StartTest, said::footer_look_again())
            .or(Act::Continue, said::footer_go_on_anyway())
            .because(reason);
    }
    match outcome {
        Some(outcome) if outcome.ending == Ending::Passed => Bar::go(Act::Continue, review),
        Some(outcome) => {
            let breaks =
                outcome.symptom.as_ref().is_some_and(|symptom| Diagnosis::from(symptom).severity == Severity::Breaks);
            let bar = Bar::go(Act::StartTest, said::footer_test_again()).or(Act::Continue, said::footer_go_on_anyway());
            if breaks { bar.because(said::footer_push_without_test()) } else { bar }
        }
        None => Bar::go(Act::StartTest, said::footer_start_test()).or(Act::Continue, said::footer_skip_test()),
    }
}

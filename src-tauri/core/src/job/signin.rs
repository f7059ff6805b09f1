//! Stage 5: the live test.

use super::callback::{self, PrivateWindow, TestCallbackNotice};
use super::credentials::client_secret;
use super::forecast::{self, Forecast, ForecastInputs};
use super::names;
use super::remedy::{self, RemedyOffer};
use super::stages::{self, StageState, StageStatus};
use super::{Environment, Footer, FooterAction, Job, Session, xapp};
use crate::credentials::{ClientCredentials, identify};
use crate::diagnosis::{Diagnosed, Diagnosis, Severity, Symptom};
use crate::i18n::msg;
use crate::signin::{
    self, Checklist, EarlierResults, Paste, PasteAnswer, PrivateOpener, SignInCommand, SignInConfig, SignInContext,
    SignInEnding, SignInInputs, SignInLeg, SignInLegResult, SignInLegVerdict, SignInOutcome, SignInProgress,
};
use crate::stage::Stage;
use crate::x::{CredentialVerdict, Email, ScopeComparison, Scopes};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tokio::sync::mpsc;

/// The newest test, and whether the admin goes on without one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SignIn {
    /// Whether the admin goes on without a live test that passed.
    pub skipped: bool,
    /// Whether the test should open in a private window, if the browser can open one.
    pub private: bool,
    /// The newest test.
    pub tested: Option<SignInResult>,
}

/// A live test, with what the server showed about the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignInResult {
    /// The outcome of the test.
    pub outcome: SignInOutcome,
    /// When the secret that was used had been stored.
    pub secret_at: String,
    /// What the server showed about the person who signed in, for the forecast.
    #[serde(default)]
    pub sight: Option<ForecastInputs>,
    /// A port that was free when the registered one was found taken.
    #[serde(default)]
    pub other_port: Option<u16>,
}

fn inputs(desk_authorize: &str, job: &Job) -> Option<SignInInputs> {
    Some(SignInInputs {
        client_id: job.credentials.client_id()?,
        port: job.names.port,
        scopes: scopes(job)?,
        email: email(job),
        authorize: desk_authorize.to_owned(),
    })
}

fn scopes(job: &Job) -> Option<Scopes> {
    Some(Scopes::asked(&job.names.additional().ok()?.joined()))
}

fn email(job: &Job) -> Email {
    if names::wants_email(job) { Email::Wanted } else { Email::NotWanted }
}

impl SignIn {
    /// The newest test, if it was made with what is entered now.
    pub fn fresh(&self, job: &Job) -> Option<&SignInResult> {
        let tested = self.tested.as_ref()?;
        let now = inputs(&tested.outcome.inputs.authorize, job)?;
        let secret_at = &job.credentials.secret.as_ref()?.kept.at;
        (tested.outcome.inputs == now && tested.secret_at == *secret_at).then_some(tested)
    }
}

/// What a live test needs. This isn't part of a job, because client credentials can be tested without one.
#[derive(Clone, Debug)]
pub struct SignInRequest {
    /// The client credentials of the app.
    pub pair: ClientCredentials,
    /// The registered test callback's port.
    pub port: u16,
    /// The scopes to request.
    pub scopes: Scopes,
    /// Whether to request the e-mail address.
    pub email: Email,
    /// How long the person may take at X.
    pub patience: Duration,
    /// Whether to open the test in a private window.
    pub privately: bool,
}

/// Runs the live test of client credentials.
///
/// # Errors
/// When X can't be asked for a reason on this machine.
pub async fn test(
    environment: &Environment,
    asked: SignInRequest,
    control: mpsc::Receiver<SignInCommand>,
    progress: mpsc::UnboundedSender<SignInProgress>,
) -> Result<SignInOutcome, Symptom> {
    let SignInRequest { pair, port, scopes, email, patience, privately } = asked;
    let net = environment.net(None).map_err(|error| error.symptom())?.at(Stage::SignIn);
    let in_private = PrivateOpener(environment.opener.as_ref());
    let means = SignInContext {
        net: &net,
        clock: &environment.clock,
        opener: if privately { &in_private } else { environment.opener.as_ref() },
        patience,
        nudge: signin::PROMPT_AFTER.min(patience / 2),
        control,
        progress,
    };
    Ok(signin::run(SignInConfig { endpoints: environment.endpoints(), pair, port, scopes, email }, means).await)
}

/// Runs the live test of a job, and reads what the forecast for the person who signed in needs.
///
/// # Errors
/// When the credentials aren't complete, or can't be read.
pub async fn run(
    environment: &Environment,
    job: &Job,
    control: mpsc::Receiver<SignInCommand>,
    progress: mpsc::UnboundedSender<SignInProgress>,
) -> Result<SignInResult, Symptom> {
    let id = job.credentials.client_id().ok_or(Symptom::SecretNeeded)?;
    let secret = client_secret(environment, job).await?;
    let asked = SignInRequest {
        pair: ClientCredentials { id, secret },
        port: job.names.port,
        scopes: scopes(job).ok_or(Symptom::NoJobOpen)?,
        email: email(job),
        patience: environment.patience_or(signin::TIMEOUT),
        privately: callback::private_window(environment, job).wished,
    };
    let outcome = Box::pin(test(environment, asked, control, progress)).await?;
    let sight = match &outcome.profile {
        Some(profile) => Box::pin(forecast::see(environment, job, profile)).await,
        None => None,
    };
    let secret_at = job.credentials.secret.as_ref().map(|secret| secret.kept.at.clone()).unwrap_or_default();
    let other_port = callback::other_port(job, outcome.symptom.as_ref()).await;
    Ok(SignInResult { outcome, secret_at, sight, other_port })
}

/// How X's address got into the person's browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenedBy {
    /// The program opened the browser with it.
    ToBrowser,
    /// The person copied it.
    ByHand,
}

/// The diagnosis of a test of client credentials, if it failed. It leaves out those causes of X's error page that the
/// test has ruled out.
pub fn merge_result(outcome: &SignInOutcome, handed: OpenedBy) -> Option<Diagnosis> {
    let mut diagnosis = Diagnosis::from(outcome.symptom.as_ref()?);
    if may_be_error_page(outcome) {
        let checklist = Checklist::of(&EarlierResults {
            client_id: identify(outcome.inputs.client_id.as_str()).recognised.kind,
            pair_accepted: false,
            scopes: outcome.inputs.scopes.clone(),
            callbacks_confirmed: None,
            opened: handed == OpenedBy::ToBrowser && opened(&outcome.legs),
        });
        let left: Vec<_> = checklist.suspects.iter().filter(|suspect| suspect.ruled_out.is_none()).collect();
        diagnosis.causes.retain(|cause| left.iter().any(|suspect| suspect.cause == cause.cause));
    }
    Some(diagnosis)
}

/// Whether X's error page may be what the person saw.
fn may_be_error_page(outcome: &SignInOutcome) -> bool {
    matches!(outcome.symptom, Some(Symptom::AuthorizePageError | Symptom::CallbackSilent { .. }))
}

/// Whether the browser accepted the address.
fn opened(legs: &[SignInLegResult]) -> bool {
    legs.iter().any(|report| report.leg == SignInLeg::Browser && report.verdict == SignInLegVerdict::Passed)
}

/// Merges a test into the job. A test that passed proves that the test callback is in X's form, whatever was ticked.
pub fn tested(job: &mut Job, tested: SignInResult) {
    if tested.outcome.ending == SignInEnding::Passed {
        job.verify.ticked.remove(callback::ITEM);
    }
    job.signin.tested = Some(tested);
}

pub(super) fn status(job: &Job) -> StageStatus {
    if !job.credentials.is_complete() {
        return stages::after(Stage::Credentials);
    }
    let outcome = job.signin.fresh(job).map(|tested| &tested.outcome);
    if taken_port(outcome).is_some() {
        return stages::attention(msg::stage_port_taken());
    }
    match outcome.map(|outcome| outcome.ending) {
        Some(SignInEnding::Passed) => stages::done(),
        Some(SignInEnding::Failed) => stages::attention(msg::stage_test_failed()),
        Some(SignInEnding::Stopped) | None if job.signin.skipped => (StageState::InProgress, msg::stage_skipped()),
        Some(SignInEnding::Stopped) => stages::in_progress(),
        None => stages::not_started(),
    }
}

/// The port that the newest test found taken.
fn taken_port(outcome: Option<&SignInOutcome>) -> Option<u16> {
    match outcome?.symptom {
        Some(Symptom::PortTaken { port, .. }) => Some(port),
        _ => None,
    }
}

/// Passes to the running test what the person pasted in place of a callback.
pub async fn paste(running: Option<mpsc::Sender<SignInCommand>>, text: SecretString) -> PasteAnswer {
    let Some(running) = running else { return PasteAnswer::too_late() };
    let (paste, answered) = Paste::new(text);
    if running.send(SignInCommand::Paste(paste)).await.is_err() {
        return PasteAnswer::too_late();
    }
    answered.await.unwrap_or_else(|_| PasteAnswer::too_late())
}

/// What earlier checks have shown about the causes of X's error page.
fn known(job: &Job, legs: &[SignInLegResult]) -> EarlierResults {
    let id = job.credentials.client_id.as_deref().unwrap_or_default();
    let checked = job.credentials.fresh();
    EarlierResults {
        client_id: identify(id).recognised.kind,
        pair_accepted: checked.is_some_and(|checked| checked.probe.pairing == CredentialVerdict::Accepted),
        scopes: scopes(job).unwrap_or_else(|| Scopes::asked("")),
        callbacks_confirmed: xapp::callbacks_confirmed(job),
        opened: opened(legs),
    }
}

/// The possible causes of X's error page, while the person may be seeing it and after they have seen it.
fn checklist(job: &Job, session: &Session) -> Option<Checklist> {
    if let Some(running) = &session.running {
        let silent = running.waiting.as_ref().is_some_and(|waiting| waiting.still_waiting);
        return silent.then(|| Checklist::of(&known(job, &running.legs)));
    }
    let outcome = &job.signin.fresh(job)?.outcome;
    may_be_error_page(outcome).then(|| Checklist::of(&known(job, &outcome.legs)))
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInPage {
    /// The test that runs.
    pub running: Option<SignInProgress>,
    /// The outcome of the newest test.
    pub outcome: Option<SignInOutcome>,
    /// What went wrong.
    pub problem: Option<Diagnosis>,
    /// The possible causes, where X shows the same page for several mistakes.
    pub checklist: Option<Checklist>,
    /// The result of the newest paste into the running test.
    pub pasted: Option<PasteAnswer>,
    /// The scopes that were requested and granted.
    pub scopes: Option<ScopeComparison>,
    /// What authentik would do with the person who signed in.
    pub forecast: Option<Forecast>,
    /// The remedies for what the forecast warns about.
    pub remedies: Vec<RemedyOffer>,
    /// How many legs passed.
    pub passed: usize,
    /// The test callback, to compare with X's form.
    pub test_callback: Option<String>,
    /// What to do about it at X, before and after the test.
    pub callback: TestCallbackNotice,
    /// Whether the test opens in a private window.
    pub private: PrivateWindow,
    /// Whether the client credentials are available for a test.
    pub can_start: bool,
    /// The footer of the page.
    pub bar: Footer,
}

pub(super) fn page(environment: &Environment, job: &Job, session: &Session) -> SignInPage {
    let tested = job.signin.fresh(job);
    let outcome = tested.map(|tested| tested.outcome.clone());
    let passed = outcome
        .iter()
        .flat_map(|outcome| &outcome.legs)
        .filter(|leg| matches!(leg.verdict, signin::SignInLegVerdict::Passed | signin::SignInLegVerdict::Warned));
    SignInPage {
        running: session.running.clone(),
        problem: outcome.as_ref().and_then(|outcome| outcome.symptom.as_ref()).map(Diagnosis::from),
        checklist: checklist(job, session),
        pasted: session.pasted.clone(),
        scopes: outcome.as_ref().and_then(|outcome| {
            let granted = outcome.scopes_granted.as_ref()?;
            Some(ScopeComparison::of(&outcome.inputs.scopes, granted))
        }),
        forecast: tested.and_then(|tested| forecast::of(job, tested)),
        remedies: remedy::offers(job),
        passed: passed.count(),
        test_callback: names::urls(job).map(|urls| urls.test_callback),
        callback: callback::care(job),
        private: callback::private_window(environment, job),
        can_start: job.credentials.is_complete() && session.running.is_none(),
        bar: bar(job, session),
        outcome,
    }
}

fn bar(job: &Job, session: &Session) -> Footer {
    let review = msg::footer_continue_review();
    if session.running.is_some() {
        return Footer::wait(FooterAction::Continue, review, msg::footer_waiting_for_x());
    }
    if !job.credentials.is_complete() {
        return Footer::wait(FooterAction::StartTest, msg::footer_start_test(), msg::footer_needs_pair());
    }
    let outcome = job.signin.fresh(job).map(|tested| &tested.outcome);
    if let Some(port) = taken_port(outcome) {
        let reason = msg::footer_port_taken(port.to_string());
        return Footer::go(FooterAction::StartTest, msg::footer_look_again())
            .or(FooterAction::Continue, msg::footer_go_on_anyway())
            .because(reason);
    }
    match outcome {
        Some(outcome) if outcome.ending == SignInEnding::Passed => Footer::go(FooterAction::Continue, review),
        Some(outcome) => {
            let breaks =
                outcome.symptom.as_ref().is_some_and(|symptom| Diagnosis::from(symptom).severity == Severity::Breaks);
            let bar = Footer::go(FooterAction::StartTest, msg::footer_test_again())
                .or(FooterAction::Continue, msg::footer_go_on_anyway());
            if breaks { bar.because(msg::footer_push_without_test()) } else { bar }
        }
        None => Footer::go(FooterAction::StartTest, msg::footer_start_test())
            .or(FooterAction::Continue, msg::footer_skip_test()),
    }
}

//! What stage 4 does: runs the live test and merges its result into the job.

use crate::checks::{self, LiveAuthorize};
use crate::credentials::{ClientCredentials, identify};
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::i18n::msg;
use crate::job::cleanup::TEST_CALLBACK;
use crate::job::credentials::client_secret;
use crate::job::model::SignInResult;
use crate::job::server::client;
use crate::job::status::{self, StageState, StageStatus};
use crate::job::{Environment, Job, callback, forecast};
use crate::portal::scopes::EMAIL;
use crate::signin::{
    self, Checklist, EarlierResults, Paste, PasteAnswer, PrivateOpener, SignInCommand, SignInConfig, SignInContext,
    SignInEnding, SignInLeg, SignInLegResult, SignInLegVerdict, SignInOutcome, SignInProgress,
};
use crate::stage::Stage;
use crate::x::{Email, Endpoints, Scopes};
use secrecy::SecretString;
use std::time::Duration;
use tokio::sync::mpsc;
use url::Url;

/// What a live test needs. This isn't part of a job, because client credentials can be tested without one.
#[derive(Clone, Debug)]
pub struct SignInRequest {
    /// The client credentials of the app.
    pub pair: ClientCredentials,
    /// The registered test callback's port.
    pub port: u16,
    /// The scopes to request.
    pub scopes: Scopes,
    /// Whether to request the email address.
    pub email: Email,
    /// How long the person may take at X.
    pub patience: Duration,
    /// Whether to open the test in a private window.
    pub privately: bool,
    /// The page at X to open in place of the usual one: the one to which a server sends its visitors.
    pub page: Option<Url>,
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
    let SignInRequest { pair, port, scopes, email, patience, privately, page } = asked;
    let net = environment.http_client(None).map_err(|error| error.symptom())?.with_stage(Stage::SignIn);
    let real = environment.endpoints();
    let is_real = real == Endpoints::production();
    let endpoints = Endpoints { authorize: page.unwrap_or_else(|| real.authorize.clone()), ..real };
    let in_private = PrivateOpener(environment.opener.as_ref());
    let means = SignInContext {
        net: &net,
        clock: &environment.clock,
        opener: if privately { &in_private } else { environment.opener.as_ref() },
        patience,
        nudge: signin::PROMPT_AFTER.min(patience / 2),
        // Nobody's browser fetches ahead from a practice X.
        stay: if is_real { signin::STAY } else { Duration::ZERO },
        control,
        progress,
    };
    Ok(signin::run(SignInConfig { endpoints, pair, port, scopes, email }, means).await)
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
    let live = live(environment, job).await;
    let server_asks_email = live.as_ref().is_some_and(|live| live.asks_email);
    let scopes = job.requested_scopes().ok_or(Symptom::NoJobOpen)?;
    let asked = SignInRequest {
        pair: ClientCredentials { id, secret },
        port: job.names.typed.port,
        scopes: if server_asks_email { scopes.with(EMAIL) } else { scopes },
        email: job.email(),
        patience: environment.timeout_or(signin::TIMEOUT),
        privately: callback::private_window(environment, job).wished,
        page: live.as_ref().filter(|_| job.signin.by_server).map(|live| live.page.clone()),
    };
    let outcome = Box::pin(test(environment, asked, control, progress)).await?;
    let sight = match &outcome.profile {
        Some(profile) => Box::pin(forecast::read_inputs_of(environment, job, profile)).await,
        None => None,
    };
    let secret_at = job.credentials.secret.as_ref().map(|secret| secret.kept.at.clone()).unwrap_or_default();
    let other_port = callback::other_port(job, outcome.symptom.as_ref()).await;
    let server_page = live.map(|live| live.page.to_string());
    Ok(SignInResult { outcome, secret_at, sight, other_port, server_asks_email, server_page })
}

/// How the job's server sends visitors to X, as far as that can be read now.
pub async fn live(environment: &Environment, job: &Job) -> Option<LiveAuthorize> {
    let slug = job.names.slug()?;
    let client = client(environment, job, Stage::SignIn).await.ok()?;
    Box::pin(checks::read_live_authorize(&client, &slug, environment.x_host().as_deref())).await
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
    let diagnosis = Diagnosis::from(outcome.symptom.as_ref()?);
    if !may_be_error_page(outcome) && !is_error_of_x(outcome) {
        return Some(diagnosis);
    }
    let known = EarlierResults {
        client_id: identify(outcome.inputs.client_id.as_str()).recognised.kind,
        pair_accepted: false,
        scopes: outcome.inputs.scopes.clone(),
        callbacks_confirmed: None,
        opened: handed == OpenedBy::ToBrowser && opened(&outcome.legs),
    };
    Some(without_ruled_out(diagnosis, &known))
}

/// The diagnosis without the causes that earlier checks have ruled out.
pub(in crate::job) fn without_ruled_out(mut diagnosis: Diagnosis, known: &EarlierResults) -> Diagnosis {
    let checklist = Checklist::from_results(known);
    let ruled_out: Vec<_> = checklist.suspects.iter().filter(|suspect| suspect.ruled_out.is_some()).collect();
    diagnosis.causes.retain(|cause| ruled_out.iter().all(|suspect| suspect.cause != cause.cause));
    diagnosis
}

/// Whether X sent the browser back with an error of its own.
pub(in crate::job) fn is_error_of_x(outcome: &SignInOutcome) -> bool {
    matches!(outcome.symptom, Some(Symptom::CallbackRefused { .. }))
}

/// Whether X's error page may be what the person saw.
pub(in crate::job) fn may_be_error_page(outcome: &SignInOutcome) -> bool {
    matches!(outcome.symptom, Some(Symptom::AuthorizePageError | Symptom::CallbackSilent { .. }))
}

/// Whether the browser accepted the address.
pub(in crate::job) fn opened(legs: &[SignInLegResult]) -> bool {
    legs.iter().any(|report| report.leg == SignInLeg::Browser && report.verdict == SignInLegVerdict::Passed)
}

/// Merges a test into the job. A test that passed proves that the test callback is in X's form, whatever was ticked.
pub fn merge_test(job: &mut Job, tested: SignInResult) {
    if tested.outcome.ending == SignInEnding::Passed {
        job.verify.ticked.remove(TEST_CALLBACK);
    }
    job.signin.tested = Some(tested);
}

pub(in crate::job) fn status(job: &Job) -> StageStatus {
    if !job.credentials.is_complete() {
        return status::after(Stage::XApp);
    }
    let outcome = job.fresh_test().map(|tested| &tested.outcome);
    if taken_port(outcome).is_some() {
        return status::attention(msg::stage_port_taken());
    }
    match outcome.map(|outcome| outcome.ending) {
        Some(SignInEnding::Passed) => status::done(),
        Some(SignInEnding::Failed) => status::attention(msg::stage_test_failed()),
        Some(SignInEnding::Stopped) | None if job.signin.skipped => (StageState::InProgress, msg::stage_skipped()),
        Some(SignInEnding::Stopped) => status::in_progress(),
        None => status::not_started(),
    }
}

/// The port that the newest test found taken.
pub(in crate::job) fn taken_port(outcome: Option<&SignInOutcome>) -> Option<u16> {
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

//! The whole job against the practice servers, stage by stage, with a simulated person at the browser.

use crate::exit::Exit;
use crate::terminal::Terminal;
use crate::{check, show};
use secrecy::SecretString;
use sourcerer_core::clock::Clock;
use sourcerer_core::credentials::PasteField;
use sourcerer_core::diagnosis::{Diagnosis, Severity, Symptom};
use sourcerer_core::i18n::msg;
use sourcerer_core::job::credentials::{self, Override};
use sourcerer_core::job::login::{self, LoginRequest};
use sourcerer_core::job::settings::Settings;
use sourcerer_core::job::status::{self, StageState};
use sourcerer_core::job::{
    Environment, Job, Mode, SecretLocation, Session, forecast, navigation, push, server, signin, stages, verify, xapp,
};
use sourcerer_core::net::{Proxies, Trace, TransportPool};
use sourcerer_core::plan::PlanState;
use sourcerer_core::portal::scopes::EMAIL;
use sourcerer_core::signin::{SignInCommand, SignInEnding, SignInLegVerdict};
use sourcerer_core::stage::Stage;
use sourcerer_core::vault::{AbsentSecrets, InMemory};
use sourcerer_practice::browser::Browser;
use sourcerer_practice::{Practice, free_port};
use std::sync::Arc;
use std::time::Duration;
use time::OffsetDateTime;
use tokio::sync::mpsc;

/// A stage with a finding: the stage, the diagnosis, and the exchange that shows it.
struct WalkFinding {
    stage: Stage,
    diagnosis: Box<Diagnosis>,
    exchange: Option<u32>,
}

/// Runs all six stages. It succeeds only if the button is visible and the test login succeeds.
pub(crate) async fn run(practice: &Practice, patience: Option<Duration>, terminal: &mut Terminal) -> Exit {
    let folder = match tempfile::tempdir() {
        Ok(folder) => folder,
        Err(error) => {
            terminal.note(&msg::terminal_practice_failed(error.to_string()));
            return Exit::Usage;
        }
    };
    let browser = match Browser::of(practice) {
        Ok(browser) => browser,
        Err(error) => {
            terminal.note(&msg::terminal_practice_failed(error.to_string()));
            return Exit::Usage;
        }
    };
    let orders = browser.orders();
    let environment = Environment {
        vault: Arc::new(InMemory::default()),
        memory: Arc::new(InMemory::default()),
        absent: AbsentSecrets::default(),
        opener: Arc::new(browser),
        clock: Clock::new(OffsetDateTime::now_utc),
        proxies: Proxies::None,
        pool: TransportPool::default(),
        trace: Trace::default(),
        settings: Settings::default(),
        folder: folder.path().to_owned(),
        patience,
        world: Mode::Practice(Box::new(practice.world().clone())),
    };
    match Box::pin(stages(practice, &environment, orders, terminal)).await {
        Ok(()) => {
            terminal.say(&msg::terminal_walk_done());
            Exit::Fine
        }
        Err(WalkFinding { stage, diagnosis, exchange }) => {
            terminal.diagnose(&diagnosis);
            if let Some(exchange) = exchange.and_then(|id| environment.trace.exchange(id)) {
                terminal.exchange(&exchange);
            }
            // The last line is for scripts, and isn't translated.
            terminal.print(format_args!("diagnosis={} stage={}", diagnosis.id, stage.name()));
            Exit::Finding
        }
    }
}

async fn stages(
    practice: &Practice,
    environment: &Environment,
    orders: mpsc::Receiver<SignInCommand>,
    terminal: &mut Terminal,
) -> Result<(), WalkFinding> {
    let mut session = Session::with_job(Job::new(environment));
    Box::pin(server_stage(practice, environment, &mut session, terminal)).await?;
    names_stage(practice, &mut session, terminal)?;
    let pair = register(practice, &mut session, terminal)?;
    enter_credentials(environment, &mut session, &pair, terminal).await?;
    signin_stage(environment, &mut session, orders, terminal).await?;
    Box::pin(push_stage(environment, &mut session, terminal)).await?;
    verify_stage(environment, &mut session, terminal).await
}

fn found(stage: Stage) -> impl Fn(Symptom) -> WalkFinding {
    move |symptom| WalkFinding { stage, diagnosis: Box::new(Diagnosis::from(&symptom)), exchange: None }
}

fn heading(stage: Stage, terminal: &mut Terminal) {
    let name = terminal.book().format(&status::name(stage));
    let number = Stage::ALL.iter().position(|each| *each == stage).unwrap_or_default() + 1;
    terminal.print(format_args!("{number}/{} {name}", Stage::ALL.len()));
}

fn stored_job(session: &Session, stage: Stage) -> Result<Job, WalkFinding> {
    session.job.clone().ok_or_else(|| found(stage)(Symptom::NoJobOpen))
}

async fn server_stage(
    practice: &Practice,
    environment: &Environment,
    session: &mut Session,
    terminal: &mut Terminal,
) -> Result<(), WalkFinding> {
    heading(Stage::Server, terminal);
    let failed = found(Stage::Server);
    let job = stored_job(session, Stage::Server)?;
    let kept = server::store_token(environment, &job.server, practice.authentik.token(), SecretLocation::Memory).await;
    server::merge_token(session, Ok(kept.map_err(&failed)?));
    let checked = server::check(environment, &stored_job(session, Stage::Server)?, &mut |_| ()).await;
    session.edit_only(|job| job.server.checked = Some(checked));
    let job = stored_job(session, Stage::Server)?;
    if let Some(checked) = job.server.fresh_check() {
        terminal.legs(&checked.legs);
    }
    if let Some(symptom) = job.server.problem() {
        return Err(failed(symptom));
    }
    if let Some(reached) = job.server.summary() {
        terminal.say(&msg::terminal_walk_reached(reached.user.as_str(), reached.version.as_str()));
        if let Some(note) = reached.newer_release_note() {
            terminal.say(&Diagnosis::from(&note).title);
        }
    }
    Ok(())
}

fn names_stage(practice: &Practice, session: &mut Session, terminal: &mut Terminal) -> Result<(), WalkFinding> {
    heading(Stage::Names, terminal);
    let port = free_port().ok_or_else(|| found(Stage::Names)(Symptom::ListenerFailed { port: 0 }))?;
    let asks_for_email = practice.faults().iter().any(|fault| fault.needs_email());
    session.edit_only(|job| {
        job.names.typed.port = port;
        if asks_for_email {
            EMAIL.clone_into(&mut job.names.typed.scopes);
        }
        job.page = Stage::Names;
        navigation::agree_to_names(job);
    });
    let urls = stored_job(session, Stage::Names)?.urls();
    let urls = urls.ok_or_else(|| found(Stage::Names)(Symptom::NoJobOpen))?;
    terminal.say(&msg::terminal_walk_urls(urls.callback, urls.test_callback));
    Ok(())
}

/// The first part of stage 3: the form at X.
fn register(
    practice: &Practice,
    session: &mut Session,
    terminal: &mut Terminal,
) -> Result<sourcerer_practice::x::TokenAuthentication, WalkFinding> {
    heading(Stage::XApp, terminal);
    let job = stored_job(session, Stage::XApp)?;
    let urls = job.urls().ok_or_else(|| found(Stage::XApp)(Symptom::NoJobOpen))?;
    let pair = practice.register(vec![urls.callback, urls.test_callback], urls.website);
    session.edit_only(|job| {
        for _ in xapp::actions(job) {
            xapp::tick_open(job);
        }
    });
    terminal.say(&msg::terminal_walk_registered(xapp::actions(&job).len()));
    Ok(pair)
}

/// The second part of stage 3: the client credentials.
async fn enter_credentials(
    environment: &Environment,
    session: &mut Session,
    pair: &sourcerer_practice::x::TokenAuthentication,
    terminal: &mut Terminal,
) -> Result<(), WalkFinding> {
    let failed = found(Stage::XApp);
    let id = SecretString::from(pair.client_id.as_str());
    let secret = pair.client_secret.clone();
    for (field, text) in [(PasteField::ClientId, id), (PasteField::ClientSecret, secret)] {
        let job = stored_job(session, Stage::XApp)?;
        let entered =
            credentials::accept_paste(environment, &job, field, &text, SecretLocation::Memory, Override::Yes).await;
        credentials::merge_paste(session, entered);
    }
    if let Some(symptom) = session.keyring.take() {
        return Err(failed(symptom));
    }
    for recognised in [&session.id_recognised, &session.secret_recognised].into_iter().flatten() {
        terminal.say(&recognised.says);
    }
    let checked = credentials::check(environment, &stored_job(session, Stage::XApp)?).await.map_err(&failed)?;
    session.edit_only(|job| job.credentials.checked = Some(checked));
    let credentials = stored_job(session, Stage::XApp)?.credentials;
    if let Some(symptom) = credentials.problem() {
        let exchange = credentials.fresh_check().and_then(|checked| checked.probe.exchange);
        return Err(WalkFinding { exchange, ..failed(symptom) });
    }
    if stages::state(&stored_job(session, Stage::XApp)?, Stage::XApp) == StageState::Done {
        terminal.say(&msg::terminal_walk_accepted());
    }
    Ok(())
}

async fn signin_stage(
    environment: &Environment,
    session: &mut Session,
    orders: mpsc::Receiver<SignInCommand>,
    terminal: &mut Terminal,
) -> Result<(), WalkFinding> {
    heading(Stage::SignIn, terminal);
    let failed = found(Stage::SignIn);
    let (progress, mut reports) = mpsc::unbounded_channel();
    let job = stored_job(session, Stage::SignIn)?;
    let run = signin::run(environment, &job, orders, progress);
    let drain = async { while reports.recv().await.is_some() {} };
    let (tested, ()) = tokio::join!(run, drain);
    let tested = tested.map_err(&failed)?;
    for leg in &tested.outcome.legs {
        let title = terminal.book().format(&leg.leg.title());
        let word = terminal.book().format(&leg.verdict.word());
        let millis = leg.millis.map(|millis| format!(", {millis} ms")).unwrap_or_default();
        terminal.print(format_args!("  {title}: {word}{millis}"));
    }
    let outcome = &tested.outcome;
    if outcome.ending != SignInEnding::Passed {
        let ended = outcome.legs.iter().find(|leg| leg.verdict == SignInLegVerdict::Failed);
        let exchange = ended.and_then(|leg| leg.exchange);
        let symptom = outcome.symptom.clone().unwrap_or(Symptom::ConsentDeclined);
        return Err(WalkFinding { exchange, ..failed(symptom) });
    }
    if let Some(foretold) = forecast::for_test(&job, &tested) {
        terminal.say(&foretold.words);
    }
    session.edit_only(|job| job.signin.tested = Some(tested));
    Ok(())
}

async fn push_stage(
    environment: &Environment,
    session: &mut Session,
    terminal: &mut Terminal,
) -> Result<(), WalkFinding> {
    heading(Stage::Push, terminal);
    let failed = found(Stage::Push);
    let job = stored_job(session, Stage::Push)?;
    let reviewed = push::review(environment, &job).await;
    let plan = reviewed.plan().cloned().map_err(|symptom| failed(symptom.clone()))?;
    push::merge_review(environment, session, reviewed);
    show::plan(&plan.shown, terminal);
    if let Some(symptom) = plan.refusal() {
        return Err(failed(symptom));
    }
    if plan.shown.state == PlanState::Ready {
        let outcome = push::apply(environment, &job, &plan, None, &mut |step| show::step(&step, terminal)).await;
        if let Err(symptom) = &outcome {
            return Err(failed(symptom.clone()));
        }
        push::merge_push(environment, session, &job, outcome);
    }
    Ok(())
}

async fn verify_stage(
    environment: &Environment,
    session: &mut Session,
    terminal: &mut Terminal,
) -> Result<(), WalkFinding> {
    heading(Stage::Verify, terminal);
    let failed = found(Stage::Verify);
    let job = stored_job(session, Stage::Verify)?;
    let checked = verify::check(environment, &job).await.map_err(&failed)?;
    check::show(&checked.findings, terminal);
    let broken = checked.findings.iter().find(|finding| finding.severity == Severity::Breaks);
    if let Some(diagnosis) = broken.and_then(|finding| finding.diagnosis.clone()) {
        return Err(WalkFinding { stage: Stage::Verify, diagnosis: Box::new(diagnosis), exchange: None });
    }
    session.edit_only(|job| job.verify.checked = Some(checked));
    let asked = LoginRequest::for_job(environment, &job).await.map_err(&failed)?;
    // There is no person to report what they see, and nothing shows the progress.
    let ((_, control), (progress, _)) = (mpsc::channel(1), mpsc::unbounded_channel());
    let login = Box::pin(login::run(environment, &asked, login::LoginOpening::Browser, control, progress))
        .await
        .map_err(&failed)?;
    match (login.symptom, login.seen) {
        (None, Some(seen)) => {
            terminal.say(&msg::terminal_walk_login(seen.user.as_str()));
            Ok(())
        }
        (symptom, _) => Err(failed(symptom.unwrap_or(Symptom::LoginUnseen { seconds: 0, pair: String::new() }))),
    }
}

use crate::desktop::announce;
use crate::state::{AppState, CommandResult};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::ended::Ended;
use sourcerer_core::job::login::{self, LoginCommand, LoginOpening, LoginRequest};
use sourcerer_core::job::model::LoginResult;
use sourcerer_core::job::{Job, Subject};
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};
use tokio::sync::mpsc;

#[tauri::command]
pub(crate) async fn login_start(
    app: State<'_, AppState>,
    window: WebviewWindow,
    of: Subject,
    opening: LoginOpening,
    progress: Channel<u32>,
) -> CommandResult {
    let environment = app.environment();
    let (asked, job) = asked(&app, of).await?;
    let (control, orders) = mpsc::channel(4);
    let (watcher, mut reports) = mpsc::unbounded_channel();
    let run = app.begin_login(control, |session| session.begin_login(&environment, of, &asked));
    let test = login::run(&environment, &asked, opening, orders, watcher);
    let watch = async {
        while let Some(report) = reports.recv().await {
            app.session().follow_login(run, report);
            // If the page is gone, it reads the report from the view when it comes back.
            let _ = progress.send(0);
        }
    };
    let (outcome, ()) = Box::pin(async { tokio::join!(test, watch) }).await;
    app.session().end_login(run);
    announce(&app, &window, Ended::TestAsVisitor);
    let login = outcome?;
    if !login.is_complete() {
        return Ok(app.view());
    }
    keep(&app, job.as_ref(), login)
}

#[tauri::command]
pub(crate) fn login_control(app: State<'_, AppState>, control: LoginCommand) -> CommandResult {
    app.control_login(control);
    Ok(app.view())
}

#[tauri::command]
pub(crate) async fn login_unlink(app: State<'_, AppState>, of: Subject) -> CommandResult {
    let environment = app.environment();
    let (asked, job) = asked(&app, of).await?;
    let login = match &job {
        Some(job) => job.verify.login.clone(),
        None => app.session().support.login.clone(),
    };
    let mut login = login.ok_or_else(|| Symptom::NothingToUndo { others: String::new() })?;
    let link = login.link.as_ref().ok_or_else(|| Symptom::NothingToUndo { others: String::new() })?;
    let outcome = login::unlink(&environment, &asked, link).await;
    login.link = Some(outcome?);
    keep(&app, job.as_ref(), *login)
}

/// The parameters of the test login, and the job that it belongs to.
async fn asked(app: &AppState, of: Subject) -> Result<(LoginRequest, Option<Job>), crate::state::Failure> {
    match of {
        Subject::Job => {
            let job = app.stored_job()?;
            let asked = LoginRequest::for_job(&app.environment(), &job).await;
            Ok((asked?, Some(job)))
        }
        Subject::Support => {
            let asked = LoginRequest::for_source_check(&app.session().support);
            Ok((asked?, None))
        }
    }
}

fn keep(app: &AppState, job: Option<&Job>, login: LoginResult) -> CommandResult {
    let login = Box::new(login);
    let Some(job) = job else {
        app.session().support.login = Some(login);
        return Ok(app.view());
    };
    Ok(app.merge(job, |session| session.edit_only(|job| job.verify.login = Some(login))))
}

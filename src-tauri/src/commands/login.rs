use crate::state::{AppState, CommandResult};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::login::{self, LoginCommand, LoginProgress, LoginRequest, LoginResult};
use sourcerer_core::job::{Job, Subject};
use tauri::State;
use tauri::ipc::Channel;
use tokio::sync::mpsc;

#[tauri::command]
pub(crate) async fn login_start(
    app: State<'_, AppState>,
    of: Subject,
    private: bool,
    progress: Channel<LoginProgress>,
) -> CommandResult {
    let desk = app.desk();
    let (asked, draft) = asked(&app, of).await?;
    let (control, orders) = mpsc::channel(4);
    let (watcher, mut reports) = mpsc::unbounded_channel();
    let run = app.begin_login(control, |session| session.begin_login(&desk, of, &asked));
    let test = login::run(&desk, &asked, private, orders, watcher);
    let watch = async {
        while let Some(report) = reports.recv().await {
            app.session().follow_login(run, report.clone());
            // A page that is gone reads the report from the view when it comes back.
            let _ = progress.send(report);
        }
    };
    let (outcome, ()) = Box::pin(async { tokio::join!(test, watch) }).await;
    app.session().end_login(run);
    let login = outcome?;
    if !login.is_told() {
        return Ok(app.view());
    }
    keep(&app, draft.as_ref(), login)
}

#[tauri::command]
pub(crate) fn login_control(app: State<'_, AppState>, control: LoginCommand) -> CommandResult {
    app.control_login(control);
    Ok(app.view())
}

#[tauri::command]
pub(crate) async fn login_unlink(app: State<'_, AppState>, of: Subject) -> CommandResult {
    let desk = app.desk();
    let (asked, draft) = asked(&app, of).await?;
    let login = match &draft {
        Some(draft) => draft.verify.login.clone(),
        None => app.session().support.login.clone(),
    };
    let mut login = login.ok_or(Symptom::NothingToUndo)?;
    let link = login.link.as_ref().ok_or(Symptom::NothingToUndo)?;
    let outcome = login::unlink(&desk, &asked, link).await;
    login.link = Some(outcome?);
    keep(&app, draft.as_ref(), *login)
}

/// What the test login is made with, and the job that it belongs to.
async fn asked(app: &AppState, of: Subject) -> Result<(LoginRequest, Option<Job>), crate::state::Failure> {
    match of {
        Subject::Job => {
            let draft = app.draft()?;
            let asked = LoginRequest::of_job(&app.desk(), &draft).await;
            Ok((asked?, Some(draft)))
        }
        Subject::Support => {
            let asked = LoginRequest::of_support(&app.session().support);
            Ok((asked?, None))
        }
    }
}

fn keep(app: &AppState, draft: Option<&Job>, login: LoginResult) -> CommandResult {
    let login = Box::new(login);
    let Some(draft) = draft else {
        app.session().support.login = Some(login);
        return Ok(app.view());
    };
    Ok(app.merge(draft, |session| session.edit_only(|draft| draft.verify.login = Some(login))))
}

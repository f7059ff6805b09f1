use crate::desktop::announce;
use crate::state::{AppState, CommandResult};
use secrecy::SecretString;
use sourcerer_core::job::ended::Ended;
use sourcerer_core::job::{callback, signin};
use sourcerer_core::signin::SignInCommand;
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};
use tokio::sync::mpsc;

#[tauri::command]
pub(crate) async fn signin_start(
    app: State<'_, AppState>,
    window: WebviewWindow,
    progress: Channel<u32>,
) -> CommandResult {
    let (environment, job) = (app.environment(), app.stored_job()?);
    if !app.session().begin_test() {
        return Ok(app.view());
    }
    let (control, orders) = mpsc::channel(4);
    let (watcher, mut reports) = mpsc::unbounded_channel();
    app.begin_test(control);
    let test = signin::run(&environment, &job, orders, watcher);
    let watch = async {
        while let Some(report) = reports.recv().await {
            app.session().follow_test(&job, report);
            // If the page is gone, it reads the report from the view when it comes back.
            let _ = progress.send(0);
        }
    };
    let (outcome, ()) = tokio::join!(test, watch);
    app.end_test();
    app.session().end_test();
    announce(&app, &window, Ended::TestSignIn);
    let tested = outcome?;
    Ok(app.merge(&job, |session| session.edit_only(|job| signin::merge_test(job, tested))))
}

#[tauri::command]
pub(crate) fn signin_private(app: State<'_, AppState>, private: bool) -> CommandResult {
    Ok(app.edit(|job| job.signin.private = private))
}

#[tauri::command]
pub(crate) fn signin_by_server(app: State<'_, AppState>, by_server: bool) -> CommandResult {
    Ok(app.edit(|job| job.signin.by_server = by_server))
}

#[tauri::command]
pub(crate) async fn signin_other_port(app: State<'_, AppState>) -> CommandResult {
    let job = app.stored_job()?;
    let port = callback::find_port(&job).await?;
    Ok(app.merge(&job, |session| session.edit_only(|job| callback::take_port(job, port))))
}

#[tauri::command]
pub(crate) async fn signin_paste(app: State<'_, AppState>, text: SecretString) -> CommandResult {
    let answer = signin::paste(app.test(), text).await;
    app.session().merge_paste(answer);
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn signin_control(app: State<'_, AppState>, control: SignInCommand) -> CommandResult {
    app.control(control);
    Ok(app.view())
}

use crate::marks;
use crate::state::{AppState, CommandResult};
use sourcerer_core::diagnosis::{Diagnosed, Link, Symptom};
use sourcerer_core::job::{Job, JobStore, View, links};
use sourcerer_core::net::Exchange;
use sourcerer_core::signin::SignInCommand;
use sourcerer_core::stage::Stage;
use tauri::State;

#[tauri::command]
pub(crate) fn app_view(app: State<'_, AppState>) -> View {
    app.view()
}

#[tauri::command]
pub(crate) fn app_trace(app: State<'_, AppState>) -> Vec<Exchange> {
    app.desk().trace.all()
}

#[tauri::command]
pub(crate) fn app_mark(label: &str) -> bool {
    marks::mark(label)
}

#[tauri::command]
pub(crate) fn link_open(app: State<'_, AppState>, link: Link) -> CommandResult {
    let desk = app.desk();
    let url = links::url(&desk, app.session().draft.as_ref(), link);
    desk.opener.open(&url).map_err(|_| Symptom::BrowserNotOpened)?;
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn notice_dismiss(app: State<'_, AppState>) -> View {
    app.session().notice = None;
    app.view()
}

#[tauri::command]
pub(crate) fn job_new(app: State<'_, AppState>) -> CommandResult {
    let desk = app.desk();
    let draft = Job::new(&desk);
    app.control(SignInCommand::Stop);
    let mut session = app.session();
    session.open(draft);
    session.save(&desk);
    Ok(View::of(&desk, &session))
}

#[tauri::command]
pub(crate) fn job_open(app: State<'_, AppState>, id: &str) -> CommandResult {
    let desk = app.desk();
    let found = JobStore::at(&desk).open(id).map_err(|error| error.symptom())?;
    let mut draft = found.ok_or(Symptom::NoJobOpen)?;
    draft.drop_lost(&desk);
    app.control(SignInCommand::Stop);
    let mut session = app.session();
    session.open(draft);
    Ok(View::of(&desk, &session))
}

#[tauri::command]
pub(crate) async fn job_forget(app: State<'_, AppState>, id: String) -> CommandResult {
    let desk = app.desk();
    JobStore::at(&desk).forget_with_secrets(&desk, &id).await?;
    let mut session = app.session();
    session.forgotten(&desk, &id);
    Ok(View::of(&desk, &session))
}

#[tauri::command]
pub(crate) fn job_close(app: State<'_, AppState>) -> View {
    let desk = app.desk();
    // A test of a job that is closed listens no longer.
    app.control(SignInCommand::Stop);
    let mut session = app.session();
    session.close(&desk);
    View::of(&desk, &session)
}

#[tauri::command]
pub(crate) fn page_open(app: State<'_, AppState>, stage: Stage) -> CommandResult {
    Ok(app.edit(|draft| draft.open(stage)))
}

#[tauri::command]
pub(crate) fn page_next(app: State<'_, AppState>) -> CommandResult {
    Ok(app.edit(Job::go_on))
}

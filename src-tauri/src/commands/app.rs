use crate::diagnostics::ProgramLog;
use crate::marks;
use crate::state::{AppState, CommandResult, Failure};
use sourcerer_core::diagnosis::{Diagnosed, Link, Symptom};
use sourcerer_core::job::dropped::{self, DroppedFile};
use sourcerer_core::job::job_list::JobLabel;
use sourcerer_core::job::problem_report::{self, ProgramFacts};
use sourcerer_core::job::{Job, JobStore, View, job_list, links, navigation};
use sourcerer_core::net::Exchange;
use sourcerer_core::signin::SignInCommand;
use sourcerer_core::stage::Stage;
use sourcerer_core::version;
use tauri::{State, WebviewWindow};

#[tauri::command]
pub(crate) fn app_view(app: State<'_, AppState>) -> View {
    app.view()
}

#[tauri::command]
pub(crate) fn app_trace(app: State<'_, AppState>) -> Vec<Exchange> {
    app.environment().trace.all()
}

#[tauri::command]
pub(crate) fn app_mark(label: &str) -> bool {
    marks::mark(label)
}

/// Draws the window at this zoom. Returns whether the webview can.
#[tauri::command]
pub(crate) fn app_zoom(window: WebviewWindow, percent: u32) -> bool {
    window.set_zoom(f64::from(percent.clamp(50, 300)) / 100.0).is_ok()
}

#[tauri::command]
pub(crate) fn link_open(app: State<'_, AppState>, link: Link) -> CommandResult {
    let environment = app.environment();
    let url = links::url(&environment, app.session().job.as_ref(), link);
    environment.opener.open(&url).map_err(|_| Symptom::BrowserNotOpened)?;
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn notice_dismiss(app: State<'_, AppState>) -> View {
    app.session().notice = None;
    app.view()
}

/// Takes a file that was dropped on the window. Returns what it is.
#[tauri::command]
pub(crate) fn file_drop(app: State<'_, AppState>, name: String, text: &str) -> Result<DroppedFile, Failure> {
    let environment = app.environment();
    Ok(dropped::take(&environment, &mut app.session(), name, text)?)
}

/// Makes the window narrow and keeps it above others, so that it has room next to the browser, or makes it as it was. Returns whether
/// the desktop let it.
#[tauri::command]
pub(crate) fn window_narrow(app: State<'_, AppState>, window: WebviewWindow, on: bool) -> bool {
    app.make_narrow(&window, on).is_ok()
}

#[tauri::command]
pub(crate) fn crash_dismiss(app: State<'_, AppState>) -> View {
    app.dismiss_crash();
    app.view()
}

#[tauri::command]
pub(crate) fn problem_report(app: State<'_, AppState>) -> String {
    let facts = ProgramFacts {
        version: version::LINE.to_owned(),
        web_view: tauri::webview_version().unwrap_or_default(),
        log: ProgramLog::newest(),
    };
    problem_report::text(&app.environment(), &app.session(), &facts)
}

#[tauri::command]
pub(crate) fn job_new(app: State<'_, AppState>) -> CommandResult {
    let environment = app.environment();
    let job = Job::undecided(&environment);
    app.control(SignInCommand::Stop);
    let mut session = app.session();
    session.open(&environment, job);
    session.save(&environment);
    Ok(View::new(&environment, &session))
}

#[tauri::command]
pub(crate) fn job_open(app: State<'_, AppState>, id: &str) -> CommandResult {
    let environment = app.environment();
    let found = JobStore::new(&environment).open(id).map_err(|error| error.symptom())?;
    let job = found.ok_or(Symptom::NoJobOpen)?;
    app.control(SignInCommand::Stop);
    let mut session = app.session();
    session.open(&environment, job);
    Ok(View::new(&environment, &session))
}

#[tauri::command]
pub(crate) async fn job_forget(app: State<'_, AppState>, id: String) -> CommandResult {
    let environment = app.environment();
    JobStore::new(&environment).forget_with_secrets(&environment, &id).await?;
    let mut session = app.session();
    session.remove_job(&environment, &id);
    Ok(View::new(&environment, &session))
}

#[tauri::command]
pub(crate) fn job_close(app: State<'_, AppState>) -> View {
    let environment = app.environment();
    // A live test of a job that is closed must stop listening.
    app.control(SignInCommand::Stop);
    let mut session = app.session();
    session.close(&environment);
    View::new(&environment, &session)
}

#[tauri::command]
pub(crate) async fn job_rename(app: State<'_, AppState>, id: String, label: String) -> CommandResult {
    let environment = app.environment();
    let job = job_list::find(&environment, &app.session(), &id)?;
    let label = JobLabel::parse(&environment, &job, &label).await?;
    job_list::rename(&environment, &mut app.session(), &id, label)?;
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn job_archive(app: State<'_, AppState>, id: &str, archived: bool) -> CommandResult {
    job_list::archive(&app.environment(), &mut app.session(), id, archived)?;
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn job_duplicate(app: State<'_, AppState>, id: &str) -> CommandResult {
    app.control(SignInCommand::Stop);
    job_list::duplicate(&app.environment(), &mut app.session(), id)?;
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn page_open(app: State<'_, AppState>, stage: Stage) -> CommandResult {
    Ok(app.edit(|job| navigation::open(job, stage)))
}

#[tauri::command]
pub(crate) fn page_next(app: State<'_, AppState>) -> CommandResult {
    Ok(app.edit(navigation::open_next_page))
}

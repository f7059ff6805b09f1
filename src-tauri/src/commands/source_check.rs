use crate::desktop;
use crate::state::{AppState, CommandResult};
use secrecy::SecretString;
use sourcerer_core::credentials::PasteField;
use sourcerer_core::job::source_check::{self, SourceCheckEvent};
use sourcerer_core::job::{SecretLocation, View};
use tauri::State;
use tauri::ipc::Channel;

#[tauri::command]
pub(crate) fn source_check_edit(app: State<'_, AppState>, address: String, slug: String, allow_http: bool) -> View {
    app.session().support.merge_input(address, slug, allow_http);
    app.view()
}

#[tauri::command]
pub(crate) async fn source_check_choose_ca(app: State<'_, AppState>) -> CommandResult {
    if let Some(path) = desktop::choose_ca_file().await {
        app.session().support.choose_ca(Some(path));
    }
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn source_check_clear_ca(app: State<'_, AppState>) -> View {
    app.session().support.choose_ca(None);
    app.view()
}

#[tauri::command]
pub(crate) async fn source_check_token(
    app: State<'_, AppState>,
    token: SecretString,
    place: SecretLocation,
) -> CommandResult {
    let asked = app.session().support.clone();
    let given = source_check::token(&app.environment(), &asked, &token, place).await;
    app.session().support.take_token(given);
    Ok(app.view())
}

#[tauri::command]
pub(crate) async fn source_check_stored_token(app: State<'_, AppState>) -> CommandResult {
    let asked = app.session().support.clone();
    let given = source_check::load_stored_token(&app.environment(), &asked).await;
    app.session().support.take_token(given);
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn source_check_forget_token(app: State<'_, AppState>) -> View {
    app.session().support.forget_token();
    app.view()
}

#[tauri::command]
pub(crate) fn source_check_credentials(app: State<'_, AppState>, field: PasteField, text: SecretString) -> View {
    let environment = app.environment();
    source_check::pair(&environment, &mut app.session().support, field, &text);
    app.view()
}

#[tauri::command]
pub(crate) fn source_check_forget_secret(app: State<'_, AppState>) -> View {
    app.session().support.forget_secret();
    app.view()
}

#[tauri::command]
pub(crate) async fn source_check_run(app: State<'_, AppState>, progress: Channel<u32>) -> CommandResult {
    let environment = app.environment();
    let asked = app.session().support.clone();
    if asked.wants_source() {
        let found = source_check::find_sources(&environment, &asked).await?;
        app.session().support.merge_sources(&asked, found);
    }
    let (run, asked) = {
        let mut session = app.session();
        let Some(run) = session.support.begin() else { return Ok(View::new(&environment, &session)) };
        (run, session.support.clone())
    };
    let mut tell = |heard: SourceCheckEvent| {
        let mut session = app.session();
        match heard {
            SourceCheckEvent::Legs(legs) => session.support.merge_legs(run, legs),
            SourceCheckEvent::Finding(finding) => session.support.merge_finding(run, *finding),
        }
        let seen = u32::try_from(session.support.coming.len()).unwrap_or(u32::MAX);
        drop(session);
        // If the page is gone, it reads everything from the view when it comes back.
        let _ = progress.send(seen);
    };
    let outcome = Box::pin(source_check::run(&environment, &asked, &mut tell)).await;
    app.session().support.merge_result(run, outcome.as_ref().ok().cloned());
    outcome?;
    Ok(app.view())
}

#[tauri::command]
pub(crate) async fn source_check_open_job(app: State<'_, AppState>) -> CommandResult {
    let (environment, asked) = (app.environment(), app.session().support.clone());
    let job = source_check::open_job(&environment, &asked).await?;
    let mut session = app.session();
    session.open(&environment, job);
    session.save(&environment);
    Ok(View::new(&environment, &session))
}

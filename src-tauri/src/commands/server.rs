use crate::desktop;
use crate::state::{AppState, CommandResult};
use secrecy::SecretString;
use sourcerer_core::authentik::ServerLegResult;
use sourcerer_core::diagnosis::{ForgottenSecret, Symptom};
use sourcerer_core::job::{PlainField, SecretLocation, misplaced, navigation, server};
use tauri::State;
use tauri::ipc::Channel;

#[tauri::command]
pub(crate) async fn server_edit(app: State<'_, AppState>, address: String, allow_http: bool) -> CommandResult {
    let job = app.stored_job()?;
    let misplaced = misplaced::find(&app.environment(), &job, &[(PlainField::Address, &address)]).await;
    Ok(app.merge(&job, |session| server::merge_input(session, address, allow_http, misplaced)))
}

#[tauri::command]
pub(crate) async fn server_choose_ca(app: State<'_, AppState>) -> CommandResult {
    match desktop::choose_ca_file().await {
        Some(path) => Ok(app.edit(|job| job.server.ca_file = Some(path))),
        None => Ok(app.view()),
    }
}

#[tauri::command]
pub(crate) fn server_clear_ca(app: State<'_, AppState>) -> CommandResult {
    Ok(app.edit(|job| job.server.ca_file = None))
}

#[tauri::command]
pub(crate) async fn server_store_token(
    app: State<'_, AppState>,
    token: SecretString,
    place: SecretLocation,
) -> CommandResult {
    let job = app.stored_job()?;
    let token = server::token_to_store(&app.session(), token);
    let outcome = server::store_token(&app.environment(), &job.server, &token, place).await;
    Ok(app.merge(&job, |session| server::merge_entered_token(session, token, outcome)))
}

#[tauri::command]
pub(crate) async fn server_practice_token(app: State<'_, AppState>) -> CommandResult {
    let token = app.practice_token().await.ok_or(Symptom::SecretForgotten { secret: ForgottenSecret::ApiToken })?;
    server_store_token(app, token, SecretLocation::Keyring).await
}

#[tauri::command]
pub(crate) async fn server_forget_token(app: State<'_, AppState>) -> CommandResult {
    let job = app.stored_job()?;
    if let Some(kept) = &job.server.token {
        server::forget_token(&app.environment(), kept).await?;
    }
    Ok(app.merge(&job, |session| session.edit_only(|job| job.server.token = None)))
}

#[tauri::command]
pub(crate) async fn server_check(app: State<'_, AppState>, progress: Channel<u32>) -> CommandResult {
    let job = app.stored_job()?;
    let mut tell = |legs: Vec<ServerLegResult>| {
        app.session().follow_check(&job, legs);
        // If the page is gone, it reads the legs from the view when it comes back.
        let _ = progress.send(0);
    };
    let checked = server::check(&app.environment(), &job, &mut tell).await;
    Ok(app.merge(&job, |session| {
        server::merge_check(session, checked);
        session.edit_only(navigation::go_on_after_check);
    }))
}

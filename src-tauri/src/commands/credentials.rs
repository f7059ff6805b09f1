use crate::state::{AppState, CommandResult};
use secrecy::SecretString;
use sourcerer_core::credentials::PasteField;
use sourcerer_core::job::SecretLocation;
use sourcerer_core::job::credentials::{self, Override};
use tauri::State;

#[tauri::command]
pub(crate) async fn credentials_enter(
    app: State<'_, AppState>,
    field: PasteField,
    text: SecretString,
    place: SecretLocation,
) -> CommandResult {
    let job = app.stored_job()?;
    let entered = credentials::accept_paste(&app.environment(), &job, field, &text, place, Override::No).await;
    Ok(app.merge(&job, |session| credentials::merge_paste(session, entered)))
}

#[tauri::command]
pub(crate) async fn credentials_use_anyway(
    app: State<'_, AppState>,
    field: PasteField,
    place: SecretLocation,
) -> CommandResult {
    let (job, aside) = (app.stored_job()?, app.session().aside.clone());
    let entered = credentials::accept_anyway(&app.environment(), &job, &aside, field, place).await;
    Ok(app.merge(&job, |session| entered.into_iter().for_each(|entered| credentials::merge_paste(session, entered))))
}

#[tauri::command]
pub(crate) async fn credentials_put_right(app: State<'_, AppState>, place: SecretLocation) -> CommandResult {
    let (job, aside) = (app.stored_job()?, app.session().aside.clone());
    let entered = credentials::swap_fields(&app.environment(), &job, &aside, place).await;
    Ok(app.merge(&job, |session| credentials::merge_paste(session, entered)))
}

#[tauri::command]
pub(crate) async fn credentials_forget_secret(app: State<'_, AppState>) -> CommandResult {
    let job = app.stored_job()?;
    if let Some(kept) = &job.credentials.secret {
        credentials::forget_secret(&app.environment(), kept).await?;
    }
    Ok(app.merge(&job, |session| session.edit_only(|job| job.credentials.secret = None)))
}

#[tauri::command]
pub(crate) async fn credentials_check(app: State<'_, AppState>) -> CommandResult {
    let job = app.stored_job()?;
    if !app.session().begin_asking() {
        return Ok(app.view());
    }
    let outcome = credentials::check(&app.environment(), &job).await;
    app.session().end_asking();
    let checked = outcome?;
    Ok(app.merge(&job, |session| session.edit_only(|job| job.credentials.checked = Some(checked))))
}

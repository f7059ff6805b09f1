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
    let draft = app.draft()?;
    let entered = credentials::accept_paste(&app.desk(), &draft, field, &text, place, Override::No).await;
    Ok(app.merge(&draft, |session| credentials::merge_paste(session, entered)))
}

#[tauri::command]
pub(crate) async fn credentials_use_anyway(
    app: State<'_, AppState>,
    field: PasteField,
    place: SecretLocation,
) -> CommandResult {
    let (draft, aside) = (app.draft()?, app.session().aside.clone());
    let entered = credentials::accept_anyway(&app.desk(), &draft, &aside, field, place).await;
    Ok(app.merge(&draft, |session| entered.into_iter().for_each(|entered| credentials::merge_paste(session, entered))))
}

#[tauri::command]
pub(crate) async fn credentials_put_right(app: State<'_, AppState>, place: SecretLocation) -> CommandResult {
    let (draft, aside) = (app.draft()?, app.session().aside.clone());
    let entered = credentials::swap_fields(&app.desk(), &draft, &aside, place).await;
    Ok(app.merge(&draft, |session| credentials::merge_paste(session, entered)))
}

#[tauri::command]
pub(crate) async fn credentials_forget_secret(app: State<'_, AppState>) -> CommandResult {
    let draft = app.draft()?;
    if let Some(kept) = &draft.credentials.secret {
        credentials::forget_secret(&app.desk(), kept).await?;
    }
    Ok(app.merge(&draft, |session| session.edit_only(|draft| draft.credentials.secret = None)))
}

#[tauri::command]
pub(crate) async fn credentials_check(app: State<'_, AppState>) -> CommandResult {
    let draft = app.draft()?;
    if !app.session().begin_asking() {
        return Ok(app.view());
    }
    let outcome = credentials::check(&app.desk(), &draft).await;
    app.session().end_asking();
    let checked = outcome?;
    Ok(app.merge(&draft, |session| session.edit_only(|draft| draft.credentials.checked = Some(checked))))
}

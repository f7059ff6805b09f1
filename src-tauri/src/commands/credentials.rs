use crate::state::{Answer, App};
use secrecy::SecretString;
use sourcerer_core::credentials::Field;
use sourcerer_core::job::Place;
use sourcerer_core::job::credentials::{self, Insist};
use tauri::State;

#[tauri::command]
pub(crate) async fn credentials_enter(
    app: State<'_, App>,
    field: Field,
    text: SecretString,
    place: Place,
    insist: Insist,
) -> Answer {
    let draft = app.draft()?;
    let entered = credentials::enter(&app.desk(), &draft, field, &text, place, insist).await;
    Ok(app.merge(&draft, |session| credentials::entered(session, entered)))
}

#[tauri::command]
pub(crate) async fn credentials_forget_secret(app: State<'_, App>) -> Answer {
    let draft = app.draft()?;
    if let Some(kept) = &draft.credentials.secret {
        credentials::forget_secret(&app.desk(), kept).await?;
    }
    Ok(app.merge(&draft, |session| session.edit_only(|draft| draft.credentials.secret = None)))
}

#[tauri::command]
pub(crate) async fn credentials_check(app: State<'_, App>) -> Answer {
    let draft = app.draft()?;
    let outcome = credentials::check(&app.desk(), &draft).await;
    let checked = outcome?;
    Ok(app.merge(&draft, |session| session.edit_only(|draft| draft.credentials.checked = Some(checked))))
}

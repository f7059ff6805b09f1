use crate::state::{Answer, App};
use secrecy::SecretString;
use sourcerer_core::credentials::Field;
use sourcerer_core::job::Place;
use sourcerer_core::job::credentials::{self, Insist};
use tauri::State;

#[tauri::command]
pub(crate) async fn credentials_enter(app: State<'_, App>, field: Field, text: SecretString, place: Place) -> Answer {
    let draft = app.draft()?;
    let entered = credentials::enter(&app.desk(), &draft, field, &text, place, Insist::No).await;
    Ok(app.merge(&draft, |session| credentials::entered(session, entered)))
}

#[tauri::command]
pub(crate) async fn credentials_use_anyway(app: State<'_, App>, field: Field, place: Place) -> Answer {
    let (draft, aside) = (app.draft()?, app.session().aside.clone());
    let entered = credentials::use_anyway(&app.desk(), &draft, &aside, field, place).await;
    Ok(app.merge(&draft, |session| entered.into_iter().for_each(|entered| credentials::entered(session, entered))))
}

#[tauri::command]
pub(crate) async fn credentials_put_right(app: State<'_, App>, place: Place) -> Answer {
    let (draft, aside) = (app.draft()?, app.session().aside.clone());
    let entered = credentials::put_right(&app.desk(), &draft, &aside, place).await;
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
    if !app.session().begin_asking() {
        return Ok(app.view());
    }
    let outcome = credentials::check(&app.desk(), &draft).await;
    app.session().end_asking();
    let checked = outcome?;
    Ok(app.merge(&draft, |session| session.edit_only(|draft| draft.credentials.checked = Some(checked))))
}

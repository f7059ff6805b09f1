use crate::state::{AppState, CommandResult};
use sourcerer_core::job::verify;
use tauri::State;

#[tauri::command]
pub(crate) async fn verify_run(app: State<'_, AppState>) -> CommandResult {
    let draft = app.draft()?;
    let outcome = verify::check(&app.desk(), &draft).await;
    let checked = outcome?;
    Ok(app.merge(&draft, |session| session.edit_only(|draft| draft.verify.checked = Some(checked))))
}

#[tauri::command]
pub(crate) fn verify_tick(app: State<'_, AppState>, item: String, done: bool) -> CommandResult {
    Ok(app.edit(|draft| {
        if done {
            draft.verify.ticked.insert(item);
        } else {
            draft.verify.ticked.remove(&item);
        }
    }))
}

use crate::state::{AppState, CommandResult};
use sourcerer_core::job::repair;
use tauri::State;

#[tauri::command]
pub(crate) async fn repair_look(app: State<'_, AppState>) -> CommandResult {
    let job = app.stored_job()?;
    let outcome = repair::read_links(&app.environment(), &job).await;
    Ok(app.merge(&job, |session| session.edit_only(|job| repair::merge_snapshot(job, outcome))))
}

#[tauri::command]
pub(crate) fn repair_table(app: State<'_, AppState>, table: String) -> CommandResult {
    Ok(app.edit(|job| repair::accept_table(job, &table)))
}

#[tauri::command]
pub(crate) fn repair_agree(app: State<'_, AppState>, user: u32, id: String, agreed: bool) -> CommandResult {
    Ok(app.edit(|job| repair::set_agreed(job, i64::from(user), &id, agreed)))
}

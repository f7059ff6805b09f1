use crate::state::{AppState, CommandResult};
use sourcerer_core::job::repair;
use tauri::State;

#[tauri::command]
pub(crate) async fn repair_look(app: State<'_, AppState>) -> CommandResult {
    let draft = app.draft()?;
    let outcome = repair::read_links(&app.desk(), &draft).await;
    Ok(app.merge(&draft, |session| session.edit_only(|draft| repair::merge_snapshot(draft, outcome))))
}

#[tauri::command]
pub(crate) fn repair_table(app: State<'_, AppState>, table: String) -> CommandResult {
    Ok(app.edit(|draft| repair::enter(draft, &table)))
}

#[tauri::command]
pub(crate) fn repair_agree(app: State<'_, AppState>, user: u32, id: String, agreed: bool) -> CommandResult {
    Ok(app.edit(|draft| repair::agree(draft, i64::from(user), &id, agreed)))
}

use crate::state::{AppState, CommandResult};
use sourcerer_core::job::source_stage::{self, SourceStageChoice};
use tauri::State;

#[tauri::command]
pub(crate) async fn embed_look(app: State<'_, AppState>) -> CommandResult {
    let draft = app.draft()?;
    let outcome = source_stage::read_flows(&app.desk(), &draft).await;
    Ok(app.merge(&draft, |session| session.edit_only(|draft| source_stage::merge_snapshot(draft, outcome))))
}

#[tauri::command]
pub(crate) fn embed_choose(app: State<'_, AppState>, chosen: SourceStageChoice) -> CommandResult {
    Ok(app.edit(|draft| source_stage::enter(draft, chosen)))
}

use crate::state::{AppState, CommandResult};
use sourcerer_core::job::source_stage::{self, SourceStageChoice};
use tauri::State;

#[tauri::command]
pub(crate) async fn embed_look(app: State<'_, AppState>) -> CommandResult {
    let job = app.stored_job()?;
    let outcome = source_stage::read_flows(&app.environment(), &job).await;
    Ok(app.merge(&job, |session| session.edit_only(|job| source_stage::merge_snapshot(job, outcome))))
}

#[tauri::command]
pub(crate) fn source_stage_choose(app: State<'_, AppState>, chosen: SourceStageChoice) -> CommandResult {
    Ok(app.edit(|job| source_stage::merge_choice(job, chosen)))
}

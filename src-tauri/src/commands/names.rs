use crate::state::{AppState, CommandResult};
use sourcerer_core::job::model::NamesInput;
use sourcerer_core::job::names;
use sourcerer_core::job::navigation;
use sourcerer_core::job::{self, Remedy};
use tauri::State;

#[tauri::command]
pub(crate) fn names_edit(app: State<'_, AppState>, entered: NamesInput) -> CommandResult {
    Ok(app.edit(|job| names::merge_input(&mut job.names, entered)))
}

#[tauri::command]
pub(crate) fn names_agree(app: State<'_, AppState>) -> CommandResult {
    Ok(app.edit(navigation::agree_to_names))
}

#[tauri::command]
pub(crate) fn remedy_set(app: State<'_, AppState>, remedy: Remedy, on: bool) -> CommandResult {
    Ok(app.edit(|job| job::set_remedy(job, remedy, on)))
}

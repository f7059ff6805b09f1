use crate::state::{AppState, CommandResult};
use sourcerer_core::job::access::AccessInput;
use sourcerer_core::job::model::NamesInput;
use sourcerer_core::job::names_input;
use sourcerer_core::job::navigation;
use sourcerer_core::job::{self, Remedy};
use tauri::State;

#[tauri::command]
pub(crate) async fn names_edit(
    app: State<'_, AppState>,
    entered: NamesInput,
    access: Option<AccessInput>,
) -> CommandResult {
    let job = app.stored_job()?;
    let misplaced = names_input::find_misplaced(&app.environment(), &job, &entered, access.as_ref()).await;
    Ok(app.merge(&job, |session| names_input::merge_input(session, entered, access, misplaced)))
}

#[tauri::command]
pub(crate) fn names_agree(app: State<'_, AppState>) -> CommandResult {
    let environment = app.environment();
    navigation::agree(&environment, &mut app.session());
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn remedy_set(app: State<'_, AppState>, remedy: Remedy, on: bool) -> CommandResult {
    Ok(app.edit(|job| job::set_remedy(job, remedy, on)))
}

use crate::state::{AppState, CommandResult};
use sourcerer_core::diagnosis::Symptom;
use tauri::State;

#[tauri::command]
pub(crate) async fn update_choose(app: State<'_, AppState>, weekly: bool) -> CommandResult {
    app.choose_updates(weekly)?;
    app.check_for_updates().await;
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn update_open(app: State<'_, AppState>) -> CommandResult {
    let page = app.session().update.as_ref().and_then(|state| Some(state.newest.as_ref()?.page.clone()));
    if let Some(page) = page {
        app.environment().opener.open(&page).map_err(|_| Symptom::BrowserNotOpened)?;
    }
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn update_close(app: State<'_, AppState>) -> CommandResult {
    app.close_update_notice();
    Ok(app.view())
}

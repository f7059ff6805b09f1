use crate::state::{AppState, CommandResult, Failure};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::xapp;
use sourcerer_core::portal::{Layout, Sighting};
use tauri::State;

#[tauri::command]
pub(crate) fn xapp_layout(app: State<'_, AppState>, layout: Layout) -> CommandResult {
    Ok(app.edit(|job| job.xapp.layout = layout))
}

#[tauri::command]
pub(crate) fn xapp_new_app(app: State<'_, AppState>, new_app: bool) -> CommandResult {
    Ok(app.edit(|job| job.xapp.new_app = new_app))
}

#[tauri::command]
pub(crate) fn xapp_show(app: State<'_, AppState>, action: String) -> CommandResult {
    Ok(app.edit(|job| job.xapp.open = Some(action)))
}

#[tauri::command]
pub(crate) fn xapp_tick(app: State<'_, AppState>, step: &str, done: bool) -> CommandResult {
    Ok(app.edit(|job| xapp::tick(job, step, done)))
}

#[tauri::command]
pub(crate) fn xapp_tick_open(app: State<'_, AppState>) -> CommandResult {
    Ok(app.edit(xapp::tick_open))
}

#[tauri::command]
pub(crate) fn xapp_all(app: State<'_, AppState>, all: bool) -> CommandResult {
    Ok(app.edit(|job| job.xapp.all = all))
}

#[tauri::command]
pub(crate) fn xapp_search(app: State<'_, AppState>, seen: &str) -> Result<Vec<Sighting>, Failure> {
    Ok(xapp::search(&app.stored_job()?, seen))
}

#[tauri::command]
pub(crate) fn xapp_paste(app: State<'_, AppState>, text: &str) -> CommandResult {
    Ok(app.edit(|job| xapp::paste(job, text)))
}

#[tauri::command]
pub(crate) fn xapp_people(app: State<'_, AppState>, people: u32) -> CommandResult {
    Ok(app.edit(|job| job.xapp.people = people))
}

#[tauri::command]
pub(crate) fn portal_open(app: State<'_, AppState>) -> CommandResult {
    let (environment, job) = (app.environment(), app.stored_job()?);
    let url = xapp::portal_url(&environment, &job);
    environment.opener.open(&url).map_err(|_| Symptom::BrowserNotOpened)?;
    Ok(app.view())
}

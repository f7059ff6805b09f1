use crate::desktop;
use crate::diagnostics;
use crate::state::{AppState, CommandResult};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::settings::{self, ProgramFolder, Settings};
use sourcerer_core::signin::InstalledBrowser;
use tauri::State;

#[tauri::command]
pub(crate) fn settings_change(app: State<'_, AppState>, settings: Settings) -> CommandResult {
    // A path comes only from the system's dialog, never from the page.
    let ca_file = app.environment().settings.ca_file;
    app.set(&Settings { ca_file, ..settings })
}

/// The browsers of this desktop, which are looked up only for the page that offers them.
#[tauri::command]
pub(crate) fn settings_browsers(app: State<'_, AppState>) -> Vec<InstalledBrowser> {
    app.environment().opener.installed()
}

#[tauri::command]
pub(crate) async fn settings_choose_ca(app: State<'_, AppState>) -> CommandResult {
    let Some(file) = desktop::choose_ca_file().await else { return Ok(app.view()) };
    settings::check_ca_file(&file)?;
    app.set(&Settings { ca_file: Some(file), ..app.environment().settings })
}

#[tauri::command]
pub(crate) fn settings_clear_ca(app: State<'_, AppState>) -> CommandResult {
    app.set(&Settings { ca_file: None, ..app.environment().settings })
}

#[tauri::command]
pub(crate) async fn settings_forget_secrets(app: State<'_, AppState>) -> CommandResult {
    let environment = app.environment();
    let open = app.session().job.clone();
    let forgotten = settings::forget_secrets(&environment, open).await?;
    forgotten.merge_into(&environment, &mut app.session());
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn settings_open_folder(app: State<'_, AppState>, folder: ProgramFolder) -> CommandResult {
    let path = match folder {
        ProgramFolder::Data => Some(app.environment().folder),
        ProgramFolder::Log => diagnostics::folder(),
    };
    let path = path.ok_or(Symptom::BrowserNotOpened)?;
    desktop::show_folder(&path)?;
    Ok(app.view())
}

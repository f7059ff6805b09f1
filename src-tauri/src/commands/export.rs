use crate::desktop;
use crate::state::{AppState, CommandResult, Failure};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::export::ExportFormat;
use sourcerer_core::job::{export, push};
use tauri::State;

#[tauri::command]
pub(crate) async fn export_look(app: State<'_, AppState>) -> CommandResult {
    let job = app.stored_job()?;
    let plan = push::plan(&job, &app.session()).cloned();
    let looked = export::read_basis(&app.environment(), &job, plan.as_ref()).await?;
    Ok(app.merge(&job, |session| session.export = Some(Box::new(looked))))
}

#[tauri::command]
pub(crate) async fn export_text(app: State<'_, AppState>, format: ExportFormat) -> Result<String, Failure> {
    let job = app.stored_job()?;
    let looked = export::fresh_basis(&job, &app.session()).ok_or(Symptom::NoJobOpen)?;
    Ok(export::text(&app.environment(), &job, &looked, format).await?)
}

#[tauri::command]
pub(crate) async fn export_save(app: State<'_, AppState>, format: ExportFormat) -> CommandResult {
    // An error in the export is reported before the dialog for the file opens.
    let text = export_text(app.clone(), format).await?;
    let name = export::file_name(&app.environment(), &app.stored_job()?, format);
    if let Some(path) = desktop::save_export(&name, format.ending()).await {
        export::save(&text, &path)?;
    }
    Ok(app.view())
}

use crate::state::{AppState, CommandResult};
use sourcerer_core::job::verify;
use tauri::State;

#[tauri::command]
pub(crate) async fn verify_run(app: State<'_, AppState>) -> CommandResult {
    let job = app.stored_job()?;
    let outcome = verify::check(&app.environment(), &job).await;
    let checked = outcome?;
    Ok(app.merge(&job, |session| session.edit_only(|job| job.verify.checked = Some(checked))))
}

#[tauri::command]
pub(crate) fn verify_tick(app: State<'_, AppState>, item: String, done: bool) -> CommandResult {
    Ok(app.edit(|job| {
        if done {
            job.verify.ticked.insert(item);
        } else {
            job.verify.ticked.remove(&item);
        }
    }))
}

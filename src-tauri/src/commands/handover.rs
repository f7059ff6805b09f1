use crate::desktop;
use crate::state::{AppState, CommandResult};
use sourcerer_core::job::View;
use sourcerer_core::job::handover::{self, HandoverField, HandoverPick};
use sourcerer_core::job::model::Side;
use sourcerer_core::signin::SignInCommand;
use tauri::State;
use tauri::ipc::Channel;

/// From now on this channel reports when a job file is opened from outside, so that the page requests the new view.
#[tauri::command]
pub(crate) fn handover_follow(app: State<'_, AppState>, progress: Channel<u32>) -> bool {
    app.follow(progress);
    true
}

#[tauri::command]
pub(crate) fn handover_side(app: State<'_, AppState>, side: Side) -> View {
    app.edit(|job| job.handover.side = side)
}

#[tauri::command]
pub(crate) async fn handover_save(app: State<'_, AppState>) -> CommandResult {
    let (environment, mut job) = (app.environment(), app.stored_job()?);
    // An error in the export is reported before the dialog for the file opens.
    let file = handover::export(&environment, &mut job).await?;
    let Some(path) = desktop::save_job(&file.suggested_name()).await else { return Ok(app.view()) };
    handover::write(&file, &path)?;
    Ok(app.merge(&job, |session| session.edit_only(|open| open.handover = job.handover.clone())))
}

#[tauri::command]
pub(crate) async fn handover_choose(app: State<'_, AppState>) -> CommandResult {
    if let Some(path) = desktop::choose_job().await {
        app.hand(&path);
    }
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn handover_pick(app: State<'_, AppState>, field: HandoverField, pick: HandoverPick) -> View {
    if let Some(opened) = app.session().handed.as_mut() {
        opened.pick(field, pick);
    }
    app.view()
}

#[tauri::command]
pub(crate) fn handover_address(app: State<'_, AppState>, agreed: bool) -> View {
    if let Some(opened) = app.session().handed.as_mut() {
        match opened.page().moves.filter(|_| agreed) {
            Some(address) => opened.agree_to_address(&address),
            None => opened.disagree_to_address(),
        }
    }
    app.view()
}

#[tauri::command]
pub(crate) fn handover_take(app: State<'_, AppState>) -> CommandResult {
    let environment = app.environment();
    // A live test of the job that was open must stop listening.
    app.control(SignInCommand::Stop);
    handover::take_file(&environment, &mut app.session())?;
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn handover_leave(app: State<'_, AppState>) -> View {
    app.session().handed = None;
    app.view()
}

use crate::desktop::announce;
use crate::state::{AppState, CommandResult};
use sourcerer_core::job::ended::Ended;
use sourcerer_core::job::{navigation, push};
use sourcerer_core::plan::{Confirmation, ExistingSource, PlanChoice, PushProgress};
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

#[tauri::command]
pub(crate) async fn push_review(app: State<'_, AppState>) -> CommandResult {
    let job = app.stored_job()?;
    let environment = app.environment();
    let reviewed = push::review(&environment, &job).await;
    Ok(app.merge(&job, |session| push::merge_review(&environment, session, reviewed)))
}

#[tauri::command]
pub(crate) async fn push_choose(app: State<'_, AppState>, choice: PlanChoice) -> CommandResult {
    app.edit(|job| push::choose(job, choice));
    push_review(app).await
}

#[tauri::command]
pub(crate) async fn push_decide(app: State<'_, AppState>, existing: ExistingSource) -> CommandResult {
    app.edit(|job| push::decide(job, existing));
    push_review(app).await
}

#[tauri::command]
pub(crate) async fn push_apply(
    app: State<'_, AppState>,
    window: WebviewWindow,
    progress: Channel<u32>,
) -> CommandResult {
    let job = app.stored_job()?;
    let environment = app.environment();
    let plan = app.session().begin_push(&environment)?;
    let outcome = push::apply(&environment, &job, &plan, None, &mut |step| tell(&app, &progress, step)).await;
    announce(&app, &window, Ended::Push);
    Ok(app.merge(&job, |session| {
        push::merge_push(&environment, session, &job, outcome);
        session.edit_only(navigation::go_on_after_push);
    }))
}

#[tauri::command]
pub(crate) async fn push_review_undo(app: State<'_, AppState>) -> CommandResult {
    let job = app.stored_job()?;
    let outcome = push::review_undo(&app.environment(), &job).await;
    let undo = outcome?;
    Ok(app.merge(&job, |session| session.undo = Some(undo)))
}

#[tauri::command]
pub(crate) async fn push_undo(
    app: State<'_, AppState>,
    window: WebviewWindow,
    consent: Confirmation,
    progress: Channel<u32>,
) -> CommandResult {
    let job = app.stored_job()?;
    let environment = app.environment();
    let undo = app.session().begin_undo(&environment)?;
    let outcome = push::undo(&environment, &job, &undo, consent, &mut |step| tell(&app, &progress, step)).await;
    announce(&app, &window, Ended::Undo);
    Ok(app.merge(&job, |session| push::merge_undo(&environment, session, outcome)))
}

fn tell(app: &AppState, progress: &Channel<u32>, step: PushProgress) {
    push::record_progress(&mut app.session().steps, step);
    // If the page is gone, it reads the steps from the view when it comes back.
    let _ = progress.send(0);
}

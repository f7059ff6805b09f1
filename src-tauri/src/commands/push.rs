use crate::state::{AppState, CommandResult};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::push;
use sourcerer_core::plan::{Confirmation, ExistingSource, PlanChoice, PushProgress};
use tauri::State;
use tauri::ipc::Channel;

#[tauri::command]
pub(crate) async fn push_review(app: State<'_, AppState>) -> CommandResult {
    let draft = app.draft()?;
    let desk = app.desk();
    let reviewed = push::review(&desk, &draft).await;
    Ok(app.merge(&draft, |session| push::merge_review(&desk, session, reviewed)))
}

#[tauri::command]
pub(crate) async fn push_choose(app: State<'_, AppState>, choice: PlanChoice) -> CommandResult {
    app.edit(|draft| push::choose(draft, choice));
    push_review(app).await
}

#[tauri::command]
pub(crate) async fn push_decide(app: State<'_, AppState>, existing: ExistingSource) -> CommandResult {
    app.edit(|draft| push::decide(draft, existing));
    push_review(app).await
}

#[tauri::command]
pub(crate) async fn push_apply(app: State<'_, AppState>, progress: Channel<Vec<PushProgress>>) -> CommandResult {
    let draft = app.draft()?;
    let desk = app.desk();
    let plan = app.session().begin_push(&desk).ok_or(Symptom::NothingToPush)?;
    let outcome = push::apply(&desk, &draft, &plan, None, &mut |step| tell(&app, &progress, step)).await;
    Ok(app.merge(&draft, |session| push::merge_push(&desk, session, &draft, outcome)))
}

#[tauri::command]
pub(crate) async fn push_review_undo(app: State<'_, AppState>) -> CommandResult {
    let draft = app.draft()?;
    let outcome = push::review_undo(&app.desk(), &draft).await;
    let undo = outcome?;
    Ok(app.merge(&draft, |session| session.undo = Some(undo)))
}

#[tauri::command]
pub(crate) async fn push_undo(
    app: State<'_, AppState>,
    consent: Confirmation,
    progress: Channel<Vec<PushProgress>>,
) -> CommandResult {
    let draft = app.draft()?;
    let desk = app.desk();
    let undo = app.session().begin_undo(&desk).ok_or(Symptom::NothingToUndo)?;
    let outcome = push::undo(&desk, &draft, &undo, consent, &mut |step| tell(&app, &progress, step)).await;
    Ok(app.merge(&draft, |session| push::merge_undo(&desk, session, outcome)))
}

fn tell(app: &AppState, progress: &Channel<Vec<PushProgress>>, step: PushProgress) {
    let mut session = app.session();
    push::note(&mut session.steps, step);
    // A page that is gone reads the steps from the view when it comes back.
    let _ = progress.send(session.steps.clone());
}

use crate::state::{Answer, App};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::push;
use sourcerer_core::plan::{Choice, Consent, Existing, Progress};
use tauri::State;
use tauri::ipc::Channel;

#[tauri::command]
pub(crate) async fn push_review(app: State<'_, App>) -> Answer {
    let draft = app.draft()?;
    let desk = app.desk();
    let reviewed = push::review(&desk, &draft).await;
    Ok(app.merge(&draft, |session| push::reviewed(&desk, session, reviewed)))
}

#[tauri::command]
pub(crate) async fn push_choose(app: State<'_, App>, choice: Choice) -> Answer {
    app.edit(|draft| push::choose(draft, choice));
    push_review(app).await
}

#[tauri::command]
pub(crate) async fn push_decide(app: State<'_, App>, existing: Existing) -> Answer {
    app.edit(|draft| push::decide(draft, existing));
    push_review(app).await
}

#[tauri::command]
pub(crate) async fn push_apply(app: State<'_, App>, progress: Channel<Vec<Progress>>) -> Answer {
    let draft = app.draft()?;
    let desk = app.desk();
    let plan = app.session().begin_push(&desk).ok_or(Symptom::NothingToPush)?;
    let outcome = push::apply(&desk, &draft, &plan, None, &mut |step| tell(&app, &progress, step)).await;
    Ok(app.merge(&draft, |session| push::applied(&desk, session, &draft, outcome)))
}

#[tauri::command]
pub(crate) async fn push_review_undo(app: State<'_, App>) -> Answer {
    let draft = app.draft()?;
    let outcome = push::review_undo(&app.desk(), &draft).await;
    let undo = outcome?;
    Ok(app.merge(&draft, |session| session.undo = Some(undo)))
}

#[tauri::command]
pub(crate) async fn push_undo(app: State<'_, App>, consent: Consent, progress: Channel<Vec<Progress>>) -> Answer {
    let draft = app.draft()?;
    let desk = app.desk();
    let undo = app.session().begin_undo(&desk).ok_or(Symptom::NothingToUndo)?;
    let outcome = push::undo(&desk, &draft, &undo, consent, &mut |step| tell(&app, &progress, step)).await;
    Ok(app.merge(&draft, |session| push::undone(&desk, session, outcome)))
}

fn tell(app: &App, progress: &Channel<Vec<Progress>>, step: Progress) {
    let mut session = app.session();
    push::note(&mut session.steps, step);
    // A page that is gone reads the steps from the view when it comes back.
    let _ = progress.send(session.steps.clone());
}

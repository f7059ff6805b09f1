use crate::desktop::announce;
use crate::state::{AppState, CommandResult, Failure};
use secrecy::SecretString;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::credentials::Override;
use sourcerer_core::job::ended::Ended;
use sourcerer_core::job::rotation::{self, Rotation};
use sourcerer_core::job::{Subject, View};
use sourcerer_core::plan::PushProgress;
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

#[tauri::command]
pub(crate) async fn rotation_start(app: State<'_, AppState>, of: Subject) -> CommandResult {
    let (job, support) = {
        let session = app.session();
        (session.job.clone(), session.support.clone())
    };
    let begun = rotation::begin(&app.environment(), of, job.as_ref(), &support).await?;
    app.session().begin_rotation(begun);
    Ok(app.view())
}

#[tauri::command]
pub(crate) async fn rotation_prepare(app: State<'_, AppState>, progress: Channel<u32>) -> CommandResult {
    let (run, may, (job, at_hand)) = within(&app, |run, one| (run, one.begin_check(), one.readiness_inputs()))?;
    if !may {
        return Ok(app.view());
    }
    let mut told = |legs| {
        if let Some(rotation) = app.session().rotation_mut(run) {
            rotation.follow_check(legs);
        }
        // If the page is gone, it reads the legs from the view when it comes back.
        let _ = progress.send(run);
    };
    let ready = Box::pin(rotation::check_readiness(&app.environment(), &job, at_hand.as_ref(), &mut told)).await;
    if let Some(rotation) = app.session().rotation_mut(run) {
        rotation.merge_readiness(ready);
    }
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn rotation_changed(app: State<'_, AppState>) -> CommandResult {
    let environment = app.environment();
    within(&app, |_, one| one.mark_regenerated(&environment))?;
    Ok(app.view())
}

#[tauri::command]
pub(crate) async fn rotation_paste(
    app: State<'_, AppState>,
    text: SecretString,
    progress: Channel<u32>,
) -> CommandResult {
    let environment = app.environment();
    within(&app, |_, one| one.paste(&environment, &text, Override::No))?;
    rotation_ask(app, progress).await
}

#[tauri::command]
pub(crate) async fn rotation_use_anyway(app: State<'_, AppState>, progress: Channel<u32>) -> CommandResult {
    let environment = app.environment();
    within(&app, |_, one| one.use_anyway(&environment))?;
    rotation_ask(app, progress).await
}

#[tauri::command]
pub(crate) async fn rotation_use_at_hand(app: State<'_, AppState>, progress: Channel<u32>) -> CommandResult {
    let environment = app.environment();
    within(&app, |_, one| one.use_available_secret(&environment))?;
    rotation_ask(app, progress).await
}

#[tauri::command]
pub(crate) async fn rotation_ask(app: State<'_, AppState>, progress: Channel<u32>) -> CommandResult {
    let (run, asked) = within(&app, |run, one| (run, one.begin_asking()))?;
    let Some((job, secret)) = asked else { return Ok(app.view()) };
    let _ = progress.send(run);
    let outcome = Box::pin(rotation::review_secret(&app.environment(), &job, &secret)).await;
    if let Some(rotation) = app.session().rotation_mut(run) {
        rotation.merge_review(&secret, outcome);
    }
    Ok(app.view())
}

#[tauri::command]
pub(crate) async fn rotation_push(
    app: State<'_, AppState>,
    window: WebviewWindow,
    progress: Channel<u32>,
) -> CommandResult {
    let environment = app.environment();
    let (run, begun) = within(&app, |run, one| (run, one.begin_push()))?;
    let (looked, since) = begun.ok_or(Symptom::NothingToPush)?;
    let mut told = |step: PushProgress| {
        if let Some(rotation) = app.session().rotation_mut(run) {
            rotation.record_progress(step);
        }
        let _ = progress.send(run);
    };
    let open = app.session().job.clone();
    let outcome = Box::pin(rotation::push(&environment, open.as_ref(), &looked, since, &mut told)).await;
    if outcome.is_ok() {
        announce(&app, &window, Ended::Rotation);
    }
    app.session().merge_rotation(&environment, run, &looked, outcome);
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn rotation_end(app: State<'_, AppState>) -> View {
    app.session().end_rotation();
    app.view()
}

/// Calls a function with the rotation that is under way.
fn within<T>(app: &AppState, act: impl FnOnce(u32, &mut Rotation) -> T) -> Result<T, Failure> {
    let mut session = app.session();
    let rotation = session.rotation.as_deref_mut().ok_or(Symptom::NoJobOpen)?;
    Ok(act(rotation.run(), rotation))
}

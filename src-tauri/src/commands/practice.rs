use crate::practice::RunningPractice;
use crate::state::{AppState, CommandResult};
use sourcerer_core::job::{PracticeChosen, PracticeLayout, PracticePlace, View};
use sourcerer_practice::authentik::layout::ServerLayout;
use sourcerer_practice::faults::by_place;
use tauri::State;

#[tauri::command]
pub(crate) fn practice_faults() -> Result<Vec<PracticePlace>, ()> {
    Ok(by_place())
}

#[tauri::command]
pub(crate) fn practice_layouts() -> Result<Vec<PracticeLayout>, ()> {
    Ok(ServerLayout::ALL.into_iter().map(ServerLayout::shown).collect())
}

#[tauri::command]
pub(crate) async fn practice_start(app: State<'_, AppState>, chosen: PracticeChosen) -> CommandResult {
    let servers = RunningPractice::start(&chosen).await?;
    app.practise(servers).await;
    super::job_new(app.clone())?;
    super::server_practice_token(app).await
}

#[tauri::command]
pub(crate) async fn practice_end(app: State<'_, AppState>) -> Result<View, ()> {
    app.stop_practising().await;
    Ok(app.view())
}

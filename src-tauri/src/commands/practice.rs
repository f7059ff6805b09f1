use crate::practice::Servers;
use crate::state::{Answer, App};
use sourcerer_core::job::{PracticeChosen, PracticeLayout, PracticePlace, View};
use sourcerer_practice::authentik::layout::Layout;
use sourcerer_practice::faults::by_place;
use tauri::State;

#[tauri::command]
pub(crate) fn practice_faults() -> Result<Vec<PracticePlace>, ()> {
    Ok(by_place())
}

#[tauri::command]
pub(crate) fn practice_layouts() -> Result<Vec<PracticeLayout>, ()> {
    Ok(Layout::ALL.into_iter().map(Layout::shown).collect())
}

#[tauri::command]
pub(crate) async fn practice_start(app: State<'_, App>, chosen: PracticeChosen) -> Answer {
    let servers = Servers::start(&chosen).await?;
    app.practise(servers).await;
    super::job_new(app)
}

#[tauri::command]
pub(crate) async fn practice_end(app: State<'_, App>) -> Result<View, ()> {
    app.stop_practising().await;
    Ok(app.view())
}

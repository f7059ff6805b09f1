use crate::state::{Answer, App};
use sourcerer_core::job::embed::{self, Chosen};
use tauri::State;

#[tauri::command]
pub(crate) async fn embed_look(app: State<'_, App>) -> Answer {
    let draft = app.draft()?;
    let outcome = embed::look(&app.desk(), &draft).await;
    Ok(app.merge(&draft, |session| session.edit_only(|draft| embed::looked(draft, outcome))))
}

#[tauri::command]
pub(crate) fn embed_choose(app: State<'_, App>, chosen: Chosen) -> Answer {
    Ok(app.edit(|draft| embed::enter(draft, chosen)))
}

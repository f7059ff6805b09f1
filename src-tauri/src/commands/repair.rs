use crate::state::{Answer, App};
use sourcerer_core::job::repair;
use tauri::State;

#[tauri::command]
pub(crate) async fn repair_look(app: State<'_, App>) -> Answer {
    let draft = app.draft()?;
    let outcome = repair::look(&app.desk(), &draft).await;
    Ok(app.merge(&draft, |session| session.edit_only(|draft| repair::looked(draft, outcome))))
}

#[tauri::command]
pub(crate) fn repair_table(app: State<'_, App>, table: String) -> Answer {
    Ok(app.edit(|draft| repair::enter(draft, &table)))
}

#[tauri::command]
pub(crate) fn repair_agree(app: State<'_, App>, user: u32, id: String, agreed: bool) -> Answer {
    Ok(app.edit(|draft| repair::agree(draft, i64::from(user), &id, agreed)))
}

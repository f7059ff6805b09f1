use crate::state::{Answer, App};
use sourcerer_core::job::names::{self, Entered};
use sourcerer_core::job::{self, Remedy};
use tauri::State;

#[tauri::command]
pub(crate) fn names_edit(app: State<'_, App>, entered: Entered) -> Answer {
    Ok(app.edit(|draft| names::enter(&mut draft.names, entered)))
}

#[tauri::command]
pub(crate) fn names_agree(app: State<'_, App>) -> Answer {
    Ok(app.edit(names::agree))
}

#[tauri::command]
pub(crate) fn remedy_set(app: State<'_, App>, remedy: Remedy, on: bool) -> Answer {
    Ok(app.edit(|draft| job::set_remedy(draft, remedy, on)))
}

use crate::state::{Answer, App, Failure};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::xapp;
use sourcerer_core::portal::{Layout, Sighting};
use tauri::State;

#[tauri::command]
pub(crate) fn xapp_layout(app: State<'_, App>, layout: Layout) -> Answer {
    Ok(app.edit(|draft| draft.xapp.layout = layout))
}

#[tauri::command]
pub(crate) fn xapp_new_app(app: State<'_, App>, new_app: bool) -> Answer {
    Ok(app.edit(|draft| draft.xapp.new_app = new_app))
}

#[tauri::command]
pub(crate) fn xapp_show(app: State<'_, App>, action: String) -> Answer {
    Ok(app.edit(|draft| draft.xapp.open = Some(action)))
}

#[tauri::command]
pub(crate) fn xapp_tick(app: State<'_, App>, step: &str, done: bool) -> Answer {
    Ok(app.edit(|draft| xapp::tick(draft, step, done)))
}

#[tauri::command]
pub(crate) fn xapp_tick_open(app: State<'_, App>) -> Answer {
    Ok(app.edit(xapp::tick_open))
}

#[tauri::command]
pub(crate) fn xapp_all(app: State<'_, App>, all: bool) -> Answer {
    Ok(app.edit(|draft| draft.xapp.all = all))
}

#[tauri::command]
pub(crate) fn xapp_search(app: State<'_, App>, seen: &str) -> Result<Vec<Sighting>, Failure> {
    Ok(xapp::search(&app.draft()?, seen))
}

#[tauri::command]
pub(crate) fn xapp_paste(app: State<'_, App>, text: &str) -> Answer {
    Ok(app.edit(|draft| xapp::paste(draft, text)))
}

#[tauri::command]
pub(crate) fn xapp_people(app: State<'_, App>, people: u32) -> Answer {
    Ok(app.edit(|draft| draft.xapp.people = people))
}

#[tauri::command]
pub(crate) fn portal_open(app: State<'_, App>) -> Answer {
    let (desk, draft) = (app.desk(), app.draft()?);
    let url = xapp::portal_url(&desk, &draft);
    desk.opener.open(&url).map_err(|_| Symptom::BrowserNotOpened)?;
    Ok(app.view())
}

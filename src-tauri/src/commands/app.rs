use crate::marks;
use crate::state::{Answer, App};
use sourcerer_core::diagnosis::{Diagnosed, Link, Symptom};
use sourcerer_core::job::{Draft, Jobs, View, links};
use sourcerer_core::net::Exchange;
use sourcerer_core::signin::Control;
use sourcerer_core::stage::Stage;
use tauri::State;

#[tauri::command]
pub(crate) fn app_view(app: State<'_, App>) -> View {
    app.view()
}

#[tauri::command]
pub(crate) fn app_trace(app: State<'_, App>) -> Vec<Exchange> {
    app.desk().trace.all()
}

#[tauri::command]
pub(crate) fn app_mark(label: &str) -> bool {
    marks::mark(label)
}

#[tauri::command]
pub(crate) fn link_open(app: State<'_, App>, link: Link) -> Answer {
    let desk = app.desk();
    let url = links::url(&desk, app.session().draft.as_ref(), link);
    desk.opener.open(&url).map_err(|_| Symptom::BrowserNotOpened)?;
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn notice_dismiss(app: State<'_, App>) -> View {
    app.session().notice = None;
    app.view()
}

#[tauri::command]
pub(crate) fn job_new(app: State<'_, App>) -> Answer {
    let desk = app.desk();
    let draft = Draft::new(&desk);
    app.control(Control::Stop);
    let mut session = app.session();
    session.open(draft);
    session.save(&desk);
    Ok(View::of(&desk, &session))
}

#[tauri::command]
pub(crate) fn job_open(app: State<'_, App>, id: &str) -> Answer {
    let desk = app.desk();
    let found = Jobs::at(&desk).open(id).map_err(|error| error.symptom())?;
    let mut draft = found.ok_or(Symptom::NoJobOpen)?;
    draft.drop_lost(&desk);
    app.control(Control::Stop);
    let mut session = app.session();
    session.open(draft);
    Ok(View::of(&desk, &session))
}

#[tauri::command]
pub(crate) async fn job_forget(app: State<'_, App>, id: String) -> Answer {
    let desk = app.desk();
    Jobs::at(&desk).forget_with_secrets(&desk, &id).await?;
    let mut session = app.session();
    session.forgotten(&desk, &id);
    Ok(View::of(&desk, &session))
}

#[tauri::command]
pub(crate) fn job_close(app: State<'_, App>) -> View {
    let desk = app.desk();
    // A test of a job that is closed listens no longer.
    app.control(Control::Stop);
    let mut session = app.session();
    session.close(&desk);
    View::of(&desk, &session)
}

#[tauri::command]
pub(crate) fn page_open(app: State<'_, App>, stage: Stage) -> Answer {
    Ok(app.edit(|draft| draft.open(stage)))
}

#[tauri::command]
pub(crate) fn page_next(app: State<'_, App>) -> Answer {
    Ok(app.edit(Draft::go_on))
}

use crate::desktop;
use crate::state::{AppState, CommandResult};
use sourcerer_core::address::HttpPolicy;
use sourcerer_core::fleet::{self, FleetLimits, FleetQuery, FleetRows, RowProgress};
use sourcerer_core::job::View;
use sourcerer_core::job::ended::Ended;
use sourcerer_core::job::fleet as many;
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

fn plain(allow_http: bool) -> HttpPolicy {
    if allow_http { HttpPolicy::PrivateConfirmed } else { HttpPolicy::LoopbackOnly }
}

#[tauri::command]
pub(crate) fn fleet_read(app: State<'_, AppState>, text: String, name: String, allow_http: bool) -> View {
    let list = fleet::parse(text.as_bytes(), plain(allow_http), None);
    app.session().fleet.load(list, Some(name).filter(|name| !name.is_empty()));
    app.view()
}

#[tauri::command]
pub(crate) async fn fleet_choose_file(app: State<'_, AppState>, allow_http: bool) -> CommandResult {
    if let Some(file) = desktop::choose_list().await {
        let list = many::read_file(&file, plain(allow_http))?;
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
        app.session().fleet.load(list, name);
    }
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn fleet_jobs(app: State<'_, AppState>) -> View {
    let list = many::list_jobs(&app.environment());
    app.session().fleet.load(list, None);
    app.view()
}

#[tauri::command]
pub(crate) fn fleet_clear(app: State<'_, AppState>) -> View {
    app.session().fleet.clear();
    app.view()
}

#[tauri::command]
pub(crate) async fn fleet_run(
    app: State<'_, AppState>,
    window: WebviewWindow,
    again: bool,
    progress: Channel<u32>,
) -> CommandResult {
    let environment = app.environment();
    let Some(work) = app.session().fleet.begin(again) else { return Ok(app.view()) };
    // The page sees that the run has begun before there is a result.
    let _ = progress.send(0);
    let mut tell = |row: RowProgress| {
        let mut session = app.session();
        if session.fleet.merge_verdict(work.run, row.row, row.result.verdict) {
            let done = session.fleet.table().counts().done;
            drop(session);
            // If the page is gone, it reads everything from the view when it comes back.
            let _ = progress.send(done);
        }
    };
    Box::pin(many::run(&environment, &work, FleetLimits::default(), &mut tell)).await;
    app.session().fleet.end_run(work.run);
    desktop::announce(&app, &window, Ended::List);
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn fleet_stop(app: State<'_, AppState>) -> View {
    app.session().fleet.stop();
    app.view()
}

#[tauri::command]
pub(crate) fn fleet_rows(app: State<'_, AppState>, query: FleetQuery) -> FleetRows {
    app.session().fleet.rows(&query)
}

#[tauri::command]
pub(crate) fn fleet_open(app: State<'_, AppState>, row: u32) -> View {
    let environment = app.environment();
    many::open(&environment, &mut app.session(), row);
    app.view()
}

#[tauri::command]
pub(crate) async fn fleet_save(app: State<'_, AppState>) -> CommandResult {
    if let Some(file) = desktop::save_table().await {
        let table = app.session().fleet.table().clone();
        many::save(&table, &file)?;
    }
    Ok(app.view())
}

use crate::desktop;
use crate::state::{Answer, App, Failure};
use sourcerer_core::job::{Of, View, report, support};
use sourcerer_core::net::Exchange;
use sourcerer_core::report::Format;
use tauri::State;

#[tauri::command]
pub(crate) async fn report_text(
    app: State<'_, App>,
    of: Of,
    format: Format,
    pseudonyms: bool,
) -> Result<String, Failure> {
    let desk = app.desk();
    let asked = report::ask(&desk, &app.session(), of);
    let text = report::text(&desk, asked, format, pseudonyms).await;
    Ok(text?)
}

#[tauri::command]
pub(crate) async fn report_save(app: State<'_, App>, of: Of, format: Format, pseudonyms: bool) -> Answer {
    // What keeps it from being written is said before anybody is asked where.
    let text = report_text(app.clone(), of, format, pseudonyms).await?;
    if let Some(path) = desktop::save_report(format.ending()).await {
        support::save(&text, &path)?;
    }
    Ok(app.view())
}

#[tauri::command]
pub(crate) async fn report_open(app: State<'_, App>) -> Answer {
    if let Some(path) = desktop::choose_report().await {
        let report = support::open(&path)?;
        app.session().support.opened = Some(Box::new(report));
    }
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn report_close(app: State<'_, App>) -> View {
    app.session().support.opened = None;
    app.view()
}

#[tauri::command]
pub(crate) fn report_exchanges(app: State<'_, App>) -> Vec<Exchange> {
    app.session().support.opened.as_ref().map(|report| report.exchanges.clone()).unwrap_or_default()
}

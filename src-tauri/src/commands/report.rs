use crate::desktop;
use crate::state::{AppState, CommandResult, Failure};
use sourcerer_core::job::{Subject, View, report, source_check};
use sourcerer_core::net::Exchange;
use sourcerer_core::report::ReportFormat;
use tauri::State;

#[tauri::command]
pub(crate) async fn report_text(
    app: State<'_, AppState>,
    of: Subject,
    format: ReportFormat,
    pseudonyms: bool,
) -> Result<String, Failure> {
    let environment = app.environment();
    let asked = report::ask(&environment, &app.session(), of);
    let text = report::text(&environment, asked, format, pseudonyms).await;
    Ok(text?)
}

#[tauri::command]
pub(crate) async fn report_save(
    app: State<'_, AppState>,
    of: Subject,
    format: ReportFormat,
    pseudonyms: bool,
) -> CommandResult {
    // An error in the report is reported before the dialog for the file opens.
    let text = report_text(app.clone(), of, format, pseudonyms).await?;
    let environment = app.environment();
    let asked = report::ask(&environment, &app.session(), of);
    let name = report::file_name(&environment, &asked, format, pseudonyms);
    if let Some(path) = desktop::save_report(&name, format.ending()).await {
        source_check::save(&text, &path)?;
    }
    Ok(app.view())
}

#[tauri::command]
pub(crate) async fn report_open(app: State<'_, AppState>) -> CommandResult {
    if let Some(path) = desktop::choose_report().await {
        let report = source_check::open(&path)?;
        app.session().support.opened = Some(Box::new(report));
    }
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn report_close(app: State<'_, AppState>) -> View {
    app.session().support.opened = None;
    app.view()
}

#[tauri::command]
pub(crate) fn report_exchanges(app: State<'_, AppState>) -> Vec<Exchange> {
    app.session().support.opened.as_ref().map(|report| report.exchanges.clone()).unwrap_or_default()
}

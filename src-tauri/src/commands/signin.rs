use crate::state::{Answer, App};
use sourcerer_core::job::signin;
use sourcerer_core::signin::{Control, Report};
use tauri::State;
use tauri::ipc::Channel;
use tokio::sync::mpsc;

#[tauri::command]
pub(crate) async fn signin_start(app: State<'_, App>, progress: Channel<Report>) -> Answer {
    let (desk, draft) = (app.desk(), app.draft()?);
    let (control, orders) = mpsc::channel(4);
    let (watcher, mut reports) = mpsc::unbounded_channel();
    app.begin_test(control);
    let test = signin::run(&desk, &draft, orders, watcher);
    let watch = async {
        while let Some(report) = reports.recv().await {
            app.session().running = Some(report.clone());
            // A page that is gone reads the report from the view when it comes back.
            let _ = progress.send(report);
        }
    };
    let (outcome, ()) = tokio::join!(test, watch);
    app.end_test();
    app.session().running = None;
    let tested = outcome?;
    Ok(app.merge(&draft, |session| session.edit_only(|draft| draft.signin.tested = Some(tested))))
}

#[tauri::command]
pub(crate) fn signin_control(app: State<'_, App>, control: Control) -> Answer {
    app.control(control);
    Ok(app.view())
}

use crate::desktop;
use crate::state::{Answer, App};
use sourcerer_core::authentik::LegState;
use sourcerer_core::job::server::LegView;
use sourcerer_core::job::{View, outside};
use tauri::State;
use tauri::ipc::Channel;

#[tauri::command]
pub(crate) fn outside_edit(app: State<'_, App>, address: String, slug: String, allow_http: bool) -> View {
    app.session().outside.enter(address, slug, allow_http);
    app.view()
}

#[tauri::command]
pub(crate) async fn outside_choose_ca(app: State<'_, App>) -> Answer {
    if let Some(path) = desktop::choose_ca_file().await {
        app.session().outside.choose_ca(Some(path));
    }
    Ok(app.view())
}

#[tauri::command]
pub(crate) fn outside_clear_ca(app: State<'_, App>) -> View {
    app.session().outside.choose_ca(None);
    app.view()
}

#[tauri::command]
pub(crate) async fn outside_run(app: State<'_, App>, progress: Channel<Vec<LegView>>) -> Answer {
    let asked = app.session().outside.clone();
    let mut tell = |legs: Vec<LegState>| {
        let shown = LegView::all(&legs);
        app.session().outside.follow(&asked, legs);
        // A page that is gone reads the legs from the view when it comes back.
        let _ = progress.send(shown);
    };
    let outcome = outside::run(&app.desk(), &asked, &mut tell).await;
    app.session().outside.checked(&asked, outcome.as_ref().ok().cloned());
    outcome?;
    Ok(app.view())
}

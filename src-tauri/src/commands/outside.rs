use crate::state::{Answer, App};
use sourcerer_core::job::{View, outside};
use tauri::State;

#[tauri::command]
pub(crate) fn outside_edit(app: State<'_, App>, address: String, slug: String, allow_http: bool) -> View {
    app.session().outside.enter(address, slug, allow_http);
    app.view()
}

#[tauri::command]
pub(crate) async fn outside_run(app: State<'_, App>) -> Answer {
    let asked = app.session().outside.clone();
    let found = outside::run(&app.desk(), &asked).await?;
    {
        let mut session = app.session();
        if session.outside.is_same(&asked) {
            session.outside.found = Some(found);
        }
    }
    Ok(app.view())
}

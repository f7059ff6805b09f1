use crate::state::{AppState, CommandResult};
use sourcerer_core::job::{View, leave};
use tauri::{State, WebviewWindow};

#[tauri::command]
pub(crate) fn leave_stay(app: State<'_, AppState>) -> View {
    leave::stay(&mut app.session());
    app.view()
}

#[tauri::command]
pub(crate) async fn leave_store_secret(app: State<'_, AppState>) -> CommandResult {
    let environment = app.environment();
    let storable = leave::storable(&environment, &app.session());
    if let Some((job, secret)) = storable {
        let stored = leave::store(&environment, &job, &secret).await;
        leave::merge_stored(&environment, &mut app.session(), &job, stored);
    }
    Ok(app.view())
}

/// Closes the window. Returns whether it could.
#[tauri::command]
pub(crate) fn leave_close(app: State<'_, AppState>, window: WebviewWindow) -> bool {
    app.agree_to_close();
    window.close().is_ok()
}

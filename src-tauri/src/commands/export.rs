use crate::desktop;
use crate::state::{Answer, App, Failure};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::export::Format;
use sourcerer_core::job::{export, push};
use tauri::State;

#[tauri::command]
pub(crate) async fn export_look(app: State<'_, App>) -> Answer {
    let draft = app.draft()?;
    let plan = push::plan(&draft, &app.session()).cloned();
    let looked = export::look(&app.desk(), &draft, plan.as_ref()).await?;
    Ok(app.merge(&draft, |session| session.export = Some(Box::new(looked))))
}

#[tauri::command]
pub(crate) async fn export_text(app: State<'_, App>, format: Format) -> Result<String, Failure> {
    let draft = app.draft()?;
    let looked = export::looked(&draft, &app.session()).ok_or(Symptom::NoJobOpen)?;
    Ok(export::text(&app.desk(), &draft, &looked, format).await?)
}

#[tauri::command]
pub(crate) async fn export_save(app: State<'_, App>, format: Format) -> Answer {
    // What keeps it from being written is said before anybody is asked where.
    let text = export_text(app.clone(), format).await?;
    if let Some(path) = desktop::save_export(&export::file_name(format), format.ending()).await {
        export::save(&text, &path)?;
    }
    Ok(app.view())
}

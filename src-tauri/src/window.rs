use crate::commands;
use crate::desktop::Browser;
use crate::state::App;
use sourcerer_core::clock::Clock;
use sourcerer_core::job::{self, Desk, World};
use sourcerer_core::net::{Proxies, Trace};
use sourcerer_core::vault::{InMemory, Keyring, Shut, Vault};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tauri::{Manager, WebviewUrl, WebviewWindowBuilder};

/// The page to begin with: Welcome, or practice at once (`--practice`), with the faults that `--fault NAME` names.
fn start_page(arguments: &[String]) -> String {
    if !arguments.iter().any(|argument| argument == "--practice") {
        return "index.html".to_owned();
    }
    let named = arguments.windows(2).filter(|pair| pair[0] == "--fault").map(|pair| pair[1].as_str());
    format!("index.html#practice={}", named.collect::<Vec<_>>().join(","))
}

/// How long practice waits for a person who doesn't come back, in seconds (`--patience SECONDS`); the real world has
/// its own patience.
fn patience(arguments: &[String]) -> Option<Duration> {
    let named = arguments.windows(2).find(|pair| pair[0] == "--patience")?;
    named[1].parse().ok().map(Duration::from_secs)
}

/// Runs the program until its window is closed.
#[expect(clippy::exit, reason = "Tauri's macro has it, for a second instance")]
pub(crate) fn run() {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::try_from_env("SOURCERER_LOG").unwrap_or_else(|_| "warn".into()))
        .with_writer(std::io::stderr)
        .init();
    let outcome = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Some(window) = app.get_webview_window("main") {
                let _ = window.unminimize();
                let _ = window.set_focus();
            }
        }))
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .invoke_handler(commands::handler())
        .setup(|app| {
            let folder = app.path().data_dir()?.join(job::FOLDER);
            let arguments: Vec<String> = std::env::args().skip(1).collect();
            app.manage(App::new(desk(folder), patience(&arguments)));
            WebviewWindowBuilder::new(app, "main", WebviewUrl::App(start_page(&arguments).into()))
                .title("Sourcerer")
                .inner_size(1100.0, 760.0)
                .min_inner_size(480.0, 420.0)
                .disable_drag_drop_handler()
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(error) = outcome {
        tracing::error!(%error, "the window could not be opened");
    }
}

/// The real world: this machine's keyring, browser, clock and folders.
fn desk(folder: PathBuf) -> Desk {
    Desk {
        vault: keyring(),
        memory: Arc::new(InMemory::default()),
        opener: Arc::new(Browser::default()),
        clock: Clock::new(time::OffsetDateTime::now_utc),
        proxies: Proxies::System,
        trace: Trace::default(),
        folder,
        patience: None,
        world: World::Real,
    }
}

fn keyring() -> Arc<dyn Vault> {
    match Keyring::open() {
        Ok(keyring) => Arc::new(keyring),
        Err(error) => Arc::new(Shut(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::{patience, start_page};
    use std::time::Duration;

    #[test]
    fn practice_is_as_patient_as_it_is_told() {
        let check = |line: &str, wanted: Option<u64>| {
            let arguments: Vec<_> = line.split_whitespace().map(str::to_owned).collect();
            assert_eq!(patience(&arguments), wanted.map(Duration::from_secs), "{line}");
        };
        check("--practice", None);
        check("--practice --patience", None);
        check("--practice --patience soon", None);
        check("--practice --patience 3", Some(3));
    }

    #[test]
    fn practice_begins_with_the_faults_that_are_named() {
        let check = |line: &str, page: &str| {
            let arguments: Vec<_> = line.split_whitespace().map(str::to_owned).collect();
            assert_eq!(start_page(&arguments), page);
        };
        check("", "index.html");
        check("--fault wrong-secret", "index.html");
        check("--practice", "index.html#practice=");
        check("--practice --fault wrong-secret --fault x-503", "index.html#practice=wrong-secret,x-503");
    }
}

use crate::arguments::WindowArgs;
use crate::commands;
use crate::desktop::Browser;
use crate::diagnostics::{CrashNote, ProgramLog};
use crate::page::PageChannel;
use crate::refusal;
use crate::state::AppState;
use sourcerer_core::clock::Clock;
use sourcerer_core::files::{make_private_folder, tighten};
use sourcerer_core::i18n::visible::VisibleWriter;
use sourcerer_core::job::settings::Settings;
use sourcerer_core::job::{self, Environment, Mode};
use sourcerer_core::net::{Proxies, Trace, TransportPool};
use sourcerer_core::vault::{AbsentSecrets, BoundedVault, InMemory, Keyring, VaultTimeouts};
use sourcerer_core::version;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tauri::{Manager, WebviewUrl, WebviewWindowBuilder, WindowEvent};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Layer as _, fmt};

/// Runs the program until its window is closed. It fails if no window can be opened.
#[expect(
    clippy::exit,
    reason = "Tauri's macro has it, for a second instance, and ends the program in any other way by a panic"
)]
pub(crate) fn run(arguments: &WindowArgs) -> ExitCode {
    let log = ProgramLog::default();
    let printed = std::env::var("SOURCERER_LOG").ok().and_then(|set| set.parse().ok());
    let printed = printed.unwrap_or_else(|| Targets::new().with_default(LevelFilter::WARN));
    let logged = Targets::new().with_default(LevelFilter::WARN).with_target("sourcerer", LevelFilter::INFO);
    tracing_subscriber::registry()
        .with(fmt::layer().with_ansi(false).with_writer(standard_error).with_filter(printed))
        .with(fmt::layer().with_ansi(false).with_writer(log.clone()).with_filter(logged))
        .init();
    let (page, patience, file) = (arguments.page(), arguments.patience, arguments.file.clone());
    let outcome = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, line, folder| {
            // The first word is the program's name. The second instance can't report wrong arguments.
            let file = WindowArgs::read(line.into_iter().skip(1)).ok().and_then(|arguments| arguments.file);
            if let (Some(file), Some(state)) = (file, app.try_state::<AppState>()) {
                state.hand_from_outside(&Path::new(&folder).join(file));
            }
            if let Some(window) = app.get_webview_window("main") {
                let _ = window.unminimize();
                let _ = window.set_focus();
            }
        }))
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .invoke_handler(commands::handler())
        .setup(move |app| {
            open(app, page, patience, file.as_deref(), log).unwrap_or_else(|error| {
                // Tauri would panic with this error, and nobody would read it.
                refusal::tell(&refusal::of(&error.to_string()));
                std::process::exit(1);
            });
            Ok(())
        })
        .build(tauri::generate_context!());
    match outcome {
        Ok(app) => {
            #[cfg(target_os = "macos")]
            app.run(follower());
            #[cfg(not(target_os = "macos"))]
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => {
            refusal::tell(&refusal::of(&error.to_string()));
            ExitCode::FAILURE
        }
    }
}

/// Opens the window, with the job file that was given.
fn open(
    app: &tauri::App,
    page: String,
    patience: Option<Duration>,
    file: Option<&Path>,
    log: ProgramLog,
) -> Result<(), Box<dyn Error>> {
    let folder = app.path().data_dir()?.join(job::FOLDER);
    // WebKit and the plugin that remembers the window's place would make theirs readable for everybody.
    let paths = app.path();
    for folder in [paths.app_config_dir(), paths.app_local_data_dir(), paths.app_cache_dir()] {
        let folder = folder?;
        make_private_folder(&folder)?;
        tighten(&folder);
    }
    let channel = Arc::new(PageChannel::default());
    let (settings, unread) = Settings::load(&folder);
    log.turn(settings.log);
    tracing::info!(version = version::LINE, target = version::TARGET, "started");
    let environment = environment(folder, Arc::clone(&channel), &settings);
    let state = AppState::new(environment, patience, channel, log);
    state.begin(unread, CrashNote::find());
    if let Some(file) = file {
        state.hand(file);
    }
    app.manage(state);
    tauri::async_runtime::spawn({
        let app = app.handle().clone();
        async move { app.state::<AppState>().check_for_updates().await }
    });
    WebviewWindowBuilder::new(app, "main", WebviewUrl::App(page.into()))
        .title("Sourcerer")
        // The page names itself, its server and an error; the desktop shows that in its list of windows.
        .on_document_title_changed(|window, title| {
            // A window that is closing has no title to set.
            let _ = window.set_title(&title);
        })
        .inner_size(1100.0, 760.0)
        .min_inner_size(480.0, 420.0)
        // The page reads what is dropped on it.
        .disable_drag_drop_handler()
        .on_navigation(is_own)
        .build()?
        .on_window_event({
            let app = app.handle().clone();
            move |event| {
                if let WindowEvent::CloseRequested { api, .. } = event
                    && !app.state::<AppState>().may_close()
                {
                    api.prevent_close();
                }
            }
        });
    Ok(())
}

/// Opens job files that macOS hands over. The first one may come before there is a session to hand it to.
#[cfg(target_os = "macos")]
fn follower() -> impl FnMut(&tauri::AppHandle, tauri::RunEvent) + 'static {
    let mut waiting = None;
    move |app, event| {
        if let tauri::RunEvent::Opened { urls } = event {
            waiting = crate::opened::first_file(&urls).or(waiting.take());
        }
        if let Some(state) = app.try_state::<AppState>()
            && let Some(file) = waiting.take()
        {
            state.hand_from_outside(&file);
        }
    }
}

/// Whether an address is one of the program's own pages, the only ones that the window shows. Tauri serves them under
/// `tauri://localhost`, and under `http://tauri.localhost` where the system's web view knows no schemes of its own.
fn is_own(url: &url::Url) -> bool {
    matches!(
        (url.scheme(), url.host_str(), url.port()),
        ("tauri", Some("localhost"), None) | ("http" | "https", Some("tauri.localhost"), None)
    )
}

/// Standard error, for the log alone: nothing that a server sent hides in its lines.
#[expect(clippy::disallowed_methods, reason = "nothing hides in what this writer lets through")]
fn standard_error() -> VisibleWriter<std::io::Stderr> {
    VisibleWriter(std::io::stderr())
}

/// The environment of real mode: this machine's keyring, browser, clock and folders.
fn environment(folder: PathBuf, page: Arc<PageChannel>, settings: &Settings) -> Environment {
    let environment = Environment {
        // The keyring may never answer, and the window waits for it no more than for anything else.
        vault: Arc::new(BoundedVault::new(Keyring::open, VaultTimeouts::default(), move |wait| {
            page.follow_keyring(wait);
        })),
        memory: Arc::new(InMemory::default()),
        absent: AbsentSecrets::default(),
        opener: Arc::new(Browser::new(settings.browser.clone())),
        clock: Clock::new(time::OffsetDateTime::now_utc),
        proxies: Proxies::System,
        pool: TransportPool::default(),
        trace: Trace::observed(|exchange| {
            let (method, url, status, millis) = (&exchange.method, &exchange.url, exchange.status, exchange.millis);
            tracing::info!(?exchange.kind, method, url, status, millis, "request");
        }),
        settings: Settings::default(),
        folder,
        patience: None,
        world: Mode::Real,
    };
    environment.with_settings(settings)
}

#[cfg(test)]
mod tests {
    use super::is_own;

    #[test]
    fn the_window_shows_the_programs_own_pages_and_nothing_else() {
        let own = |address: &str| is_own(&address.parse().expect("an address"));
        assert!(own("tauri://localhost/index.html") && own("http://tauri.localhost/?page=practice"));
        for other in [
            "https://x.com/",
            "http://localhost:1420/",
            "http://tauri.localhost.evil.example/",
            "https://evil.example/tauri.localhost",
            "tauri://evil.example/",
            "http://tauri.localhost:8080/",
            "file:///etc/passwd",
            "about:blank",
            "data:text/html,x",
            "javascript:alert(1)",
        ] {
            assert!(!own(other), "{other}");
        }
    }
}

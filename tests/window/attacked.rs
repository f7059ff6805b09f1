//! The window under attack: a keyring that never answers, a script that leads the page away, a folder that others read.

use crate::walk;
use anyhow::{Context as _, Result, ensure};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::json;
use sourcerer_tests::display::environment;
use sourcerer_tests::page::Key;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;
use std::os::unix::fs::PermissionsExt as _;

#[tokio::test]
async fn the_window_appears_although_the_keyring_never_answers() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Unlocked).await?;
    let daemon = session.processes().into_iter().find(|process| process.line.contains("gnome-keyring-daemon"));
    let daemon = Pid::from_raw(daemon.context("the keyring's process")?.pid).context("a process")?;
    kill_process(daemon, Signal::STOP)?;
    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;

    kill_process(daemon, Signal::CONT)?;

    // Once it is open, a command may wait for it as long as a person may need, and the window says so meanwhile.
    window.follow(walk::SET_UP).await?;
    window.arrive(walk::SERVER).await?;
    window.fill("authentik address", "https://authentik.company").await?;
    window.fill("API token", "a-token-of-nobody").await?;
    window.key(Key::Tab).await?;
    window.patient(walk::LONG).see("In the keyring").await?;
    kill_process(daemon, Signal::STOP)?;
    window.begin("server_forget_token", json!({})).await?;
    window.see("Waiting for the keyring").await?;
    kill_process(daemon, Signal::CONT)?;
    window.patient(walk::LONG).see_no_more("Waiting for the keyring").await?;
    window.close(&session).await
}

#[tokio::test]
async fn no_script_leads_the_page_away() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    for script in [
        "location.href = 'https://evil.example/'; return true",
        "location.replace('data:text/html,gone'); return true",
        "const meta = document.createElement('meta'); meta.httpEquiv = 'refresh'; \
         meta.content = '0; url=http://127.0.0.1:1/'; document.head.append(meta); return true",
    ] {
        window.ask(script, Vec::new()).await?;
        // A page that had gone would have another heading, or none.
        for _ in 0..5 {
            let there = window.ask("return location.href", Vec::new()).await?;
            ensure!(there.as_str().is_some_and(|there| there.starts_with("tauri://localhost")), "{there}");
        }
        window.arrive("What do you want to do?").await?;
    }
    window.close(&session).await
}

#[tokio::test]
async fn every_folder_that_the_window_makes_is_private() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    let mut seen = 0;
    for place in ["data", "config", "cache"] {
        for entry in std::fs::read_dir(session.folder().join(place))? {
            let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
            if path.is_dir() && name.to_string_lossy().to_lowercase().contains("sourcerer") {
                let mode = path.metadata()?.permissions().mode();
                ensure!(mode & 0o777 == 0o700, "{}: {:o}", path.display(), mode & 0o777);
                seen += 1;
            }
        }
    }
    ensure!(seen > 0, "the window makes no folder");
    window.close(&session).await
}

//! A job between two people: the owner of the server saves it, the holder of the X account opens it by the file's name,
//! does their part and saves it, and the first merges it. A hostile file is refused, and an open window accepts a file.

use crate::real::Server;
use crate::walk;
use anyhow::{Context as _, Result, ensure};
use sourcerer_tests::dialog;
use sourcerer_tests::display::{DisplayServer, environment};
use sourcerer_tests::page::Page;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;
use std::fs;
use std::path::{Path, PathBuf};

/// Hands the open job over: chooses the person's part, and saves the file.
async fn hand_over(window: &Page, side: &str, file: &Path) -> Result<()> {
    menu(window).await?;
    window.find("dialog", "Send this job to someone").await?;
    window.click("radio", side).await?;
    walk::fit_for_everyone(window).await?;
    window.press("Save file…").await?;
    dialog::save_file(file).await
}

/// Opens the menu of the job, and chooses the handover.
async fn menu(window: &Page) -> Result<()> {
    let script =
        "const menu = document.querySelector('[aria-haspopup=\"menu\"]'); menu.focus(); menu.click(); return true";
    window.ask(script, vec![]).await?;
    window.click("menuitem", "Send this job to someone…").await
}

async fn open(session: &Session, environment: &DisplayServer, file: &Path) -> Result<Window> {
    Window::open_with(session, environment, &[&file.display().to_string()]).await
}

/// The jobs that are saved in a session.
fn jobs(session: &Session) -> Result<Vec<PathBuf>> {
    let folder = session.data().join("sourcerer/jobs");
    let all: Vec<_> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    Ok(all.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect())
}

#[tokio::test]
async fn a_job_is_handed_over_and_comes_back_with_the_others_part() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let (ana, ben) = (Session::start(Keyring::Unlocked).await?, Session::start(Keyring::Unlocked).await?);
    let between = tempfile::tempdir()?;
    let (there, back) = (between.path().join("there.sourcerer"), between.path().join("back.sourcerer"));
    let server = Server::start().await?;
    let before = ana.processes();
    let pair = server.pair();

    // Ana has the server.
    let window = Window::open(&ana, &environment).await?;
    server.reach_credentials(&window).await?;
    hand_over(&window, "Server admin", &there).await?;
    window.see("For them to do").await?;
    window.close(&ana).await?;
    let text = fs::read_to_string(&there)?;
    ensure!(!text.contains("token"), "{text}");

    // Ben has the X account. He provides the Client ID, and pastes the secret only on his own machine.
    let window = open(&ben, &environment, &there).await?;
    window.find("dialog", "Open this job file?").await?;
    window.see("Server, Names").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Open as new job").await?;
    window.arrive(walk::X_APP).await?;
    window.see("Done by them").await?;
    let page = window.audited();
    walk::to_the_last_step(&page).await?;
    walk::paste(&page, &pair, "In the keyring").await?;
    hand_over(&window, "X account owner", &back).await?;
    window.close(&ben).await?;

    // An open window receives the file from a second start of the program.
    let window = Window::open(&ana, &environment).await?;
    window.arrive("What do you want to do?").await?;
    let status = ana.command(&environment.program)?.arg(&back).status().await?;
    ensure!(status.success(), "{status}");
    window.find("dialog", "Import this job file?").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Import").await?;
    window.arrive(walk::X_APP).await?;
    ensure!(window.value("Client ID").await? == pair.client_id);
    window.see("A job file never contains the Client Secret").await?;
    walk::fit_for_everyone(&window).await?;
    ensure!(jobs(&ana)?.len() == 1, "{:?}", jobs(&ana)?);
    window.close(&ana).await?;
    for file in [&there, &back] {
        // The copy is searched at the end together with everything else.
        fs::copy(file, ana.folder().join(file.file_name().context("a name")?))?;
    }
    server.end(&ana, &before, pair).await
}

#[tokio::test]
async fn a_hostile_file_is_refused_with_its_reason_and_a_file_can_be_left() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let file = session.folder().join("a.sourcerer");
    let good = include_str!("../../src-tauri/cli/tests/job/handover.sourcerer");
    fs::write(&file, good.replace("\"twitter\"", "\"x\\u202e\""))?;
    let window = open(&session, &environment, &file).await?;
    window.see("This job file can’t be opened").await?;
    window.see("⟨U+202E⟩").await?;
    walk::fit_for_everyone(&window).await?;
    window.see("No jobs yet").await?;

    fs::write(&file, good)?;
    session.command(&environment.program)?.arg(&file).status().await?;
    window.find("dialog", "Open this job file?").await?;
    window.press("Cancel").await?;
    window.see("No jobs yet").await?;
    window.close(&session).await
}

//! The real program, which is killed at a request.

use super::case::judge;
use super::rig::Rig;
use super::{CaseEnd, CaseResult, Courses, SCENARIOS, Scenario, ScenarioAction, Then};
use crate::proxy::{Act, Call, Lasts, Order};
use anyhow::{Context as _, Result, ensure};
use rustix::process::{Pid, Signal, kill_process};
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::Duration;
use tokio::io::AsyncWriteExt as _;
use tokio::process::{Child, Command};
use tokio::time::timeout;

/// A program that takes longer is considered to hang.
const END: Duration = Duration::from_secs(100);

/// One moment at which the program is killed.
#[derive(Clone, Copy, Debug)]
pub struct Kill {
    /// The scenario that is disturbed.
    pub scenario: &'static Scenario,
    /// The number of the request, counted from 1.
    pub at: usize,
    /// Whether the server has processed the request before the kill.
    pub after: bool,
    /// What is done after the kill.
    pub then: Then,
}

/// All moments, from the requests of undisturbed runs of this program.
///
/// # Errors
/// If the program can't be run, or fails although there is no fault.
pub async fn kills(program: &Path, courses: &Courses) -> Result<Vec<Kill>> {
    let mut kills = Vec::new();
    for scenario in SCENARIOS {
        let rig = Rig::prepared(scenario, courses.nets()).await?;
        let before = rig.proxy().passed().len();
        let status = ended(start(program, &rig, scenario.deed).await?).await?;
        let end = rig.state().await?.likeness();
        ensure!(end == courses.end(scenario), "{} from the terminal ({status}) comes to another end", scenario.name);
        for at in 1..=rig.proxy().passed().len() - before {
            for (after, then) in
                [false, true].into_iter().flat_map(|after| [(after, Then::Finish), (after, Then::Undo)])
            {
                if then == Then::Finish || scenario.may_be_undone {
                    kills.push(Kill { scenario, at, after, then });
                }
            }
        }
    }
    Ok(kills)
}

/// Kills the program at that moment, and then finishes or undoes.
///
/// # Errors
/// If the rig fails.
pub async fn run_kill(program: &Path, courses: &Courses, kill: Kill) -> Result<CaseResult> {
    let Kill { scenario, at, after, then } = kill;
    let rig = Rig::prepared(scenario, courses.nets()).await?;
    let before = rig.state().await?;
    let pid = Arc::new(AtomicI32::new(0));
    let whom = Arc::clone(&pid);
    let call: Call = Arc::new(move || {
        if let Some(pid) = Pid::from_raw(whom.load(Ordering::SeqCst)) {
            let _ = kill_process(pid, Signal::KILL);
        }
        false
    });
    let act = if after { Act::After(call) } else { Act::Before(call) };
    rig.proxy().order(Order { at, lasts: Lasts::On, act }).await;
    let child = start_as(program, &rig, scenario.deed, &pid).await?;
    let status = ended(child).await?;
    let fired = rig.proxy().has_fired();
    rig.proxy().heal().await;

    let end = courses.end(scenario).to_owned();
    let (outcome, mut short) = judge(&rig, scenario, (&before, &end), false, then).await?;
    if !fired || status.code().is_some() {
        short.push(format!("it wasn't killed: {status}"));
    }
    let (name, when) = if after { ("kill-after", "after") } else { ("kill-before", "before") };
    let undone = if then == Then::Undo { ", undone" } else { "" };
    Ok(CaseResult {
        case: format!("{} killed {when} {at}{undone}", scenario.name),
        scenario: scenario.name,
        fault: name,
        outcome: if short.is_empty() { outcome } else { CaseEnd::Short },
        short,
        stopped: None,
    })
}

async fn start(program: &Path, rig: &Rig, deed: ScenarioAction) -> Result<Child> {
    start_as(program, rig, deed, &AtomicI32::new(0)).await
}

/// Starts the program with its own home folder and without a keyring. Its process id is known before it receives its
/// secrets, and so before its first request.
async fn start_as(program: &Path, rig: &Rig, deed: ScenarioAction, pid: &AtomicI32) -> Result<Child> {
    let (arguments, input) = rig.told(deed)?;
    let folder = rig.folder();
    #[expect(clippy::disallowed_methods, reason = "the program that is killed")]
    let command = std::process::Command::new(program);
    let mut command = Command::from(command);
    command
        .args(arguments)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", folder.join("home"))
        .env("XDG_RUNTIME_DIR", folder.join("run"))
        .env("XDG_DATA_HOME", rig.data())
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", folder.join("no-bus").display()))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    let mut child = command.spawn().with_context(|| program.display().to_string())?;
    pid.store(i32::try_from(child.id().context("its number")?)?, Ordering::SeqCst);
    let mut stdin = child.stdin.take().context("a pipe")?;
    stdin.write_all(input.as_bytes()).await?;
    Ok(child)
}

async fn ended(mut child: Child) -> Result<ExitStatus> {
    timeout(END, child.wait()).await.context("it hangs")?.context("its end")
}

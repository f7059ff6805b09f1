//! The terminal's program.

use super::server::{SLUG, Server};
use super::{KillTally, Moments};
use anyhow::{Context as _, Result, ensure};
use rustix::process::{Pid, Signal, kill_process};
use secrecy::ExposeSecret as _;
use serde_json::json;
use std::path::Path;
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

/// A program that takes longer is considered to hang.
const END: Duration = Duration::from_secs(100);

/// A practice server, and a machine from which the program writes to it.
struct Machine<'p> {
    program: &'p Path,
    server: Server,
    folder: TempDir,
    client_id: String,
}

/// Kills the program `rounds` times in a push, an undo and a rotation each, and after each kill runs it again.
///
/// # Errors
/// If the practice servers or the program can't be started, or an undisturbed run fails.
pub async fn terminal_kills(program: &Path, rounds: usize, moments: &mut Moments) -> Result<KillTally> {
    let server = Server::start().await?;
    let pair = server.practice.register(Vec::new(), String::new());
    let (client_id, first) = (pair.client_id.clone(), pair.client_secret.expose_secret().to_owned());
    let folder = tempfile::Builder::new().prefix("sourcerer-kills-").tempdir()?;
    let mut machine = Machine { program, server, folder, client_id };
    let mut tally = KillTally::default();

    // Undisturbed runs show how long each takes, and to what end it comes.
    let push = machine.timed(&machine.push(), &first).await?;
    machine.server.after = machine.server.likeness().await?;
    let undo = machine.timed(&machine.words("undo"), "").await?;
    ensure!(machine.server.likeness().await? == machine.server.before, "an undo comes to another end");
    for round in 0..rounds {
        let (after, before) = (machine.server.after.clone(), machine.server.before.clone());
        let name = format!("terminal, push {round}");
        machine.killed(&name, &machine.push(), &first, moments.of(push), &mut tally).await?;
        machine.comes_to(&name, &machine.push(), &first, &after, &mut tally).await?;
        if !machine.server.has_secret(&first) {
            tally.lost.push(format!("{name}: the secret"));
        }
        let name = format!("terminal, undo {round}");
        machine.killed(&name, &machine.words("undo"), "", moments.of(undo), &mut tally).await?;
        machine.comes_to(&name, &machine.words("undo"), "", &before, &mut tally).await?;
    }

    machine.timed(&machine.push(), &first).await?;
    let mut old = machine.regenerate()?;
    let rotation = machine.timed(&machine.words("rotate"), &old).await?;
    for round in 0..rounds {
        let new = machine.regenerate()?;
        let name = format!("terminal, rotation {round}");
        machine.killed(&name, &machine.words("rotate"), &new, moments.of(rotation), &mut tally).await?;
        if !machine.server.has_secret(&new) && !machine.server.has_secret(&old) {
            tally.lost.push(format!("{name}: both secrets"));
        }
        let after = machine.server.after.clone();
        machine.comes_to(&name, &machine.words("rotate"), &new, &after, &mut tally).await?;
        if !machine.server.has_secret(&new) {
            tally.lost.push(format!("{name}: the new secret"));
        }
        old = new;
    }
    machine.server.practice.stop().await;
    Ok(tally)
}

impl Machine<'_> {
    /// Regenerates the Client Secret at X.
    fn regenerate(&self) -> Result<String> {
        let pair = self.server.practice.x.regenerate(&self.client_id).context("the app")?;
        Ok(pair.client_secret.expose_secret().to_owned())
    }

    fn words(&self, command: &str) -> Vec<String> {
        let words = [command, "--server", self.server.proxy.base(), "--slug", SLUG, "--yes"];
        words.map(str::to_owned).to_vec()
    }

    fn push(&self) -> Vec<String> {
        let more = ["--name", "X", "--client-id", &self.client_id].map(str::to_owned);
        self.words("push").into_iter().chain(more).collect()
    }

    async fn start(&self, words: &[String], secret: &str) -> Result<Child> {
        let folder = self.folder.path();
        let world = self.server.practice.world();
        let line = json!({
            "x": { "base": world.x, "portal": world.portal },
            "authentik": { "base": self.server.proxy.base(), "slug": SLUG, "ca_file": null },
            "faults": [],
        });
        let file = folder.join("practice.json");
        std::fs::write(&file, line.to_string())?;
        #[expect(clippy::disallowed_methods, reason = "the program that is killed")]
        let command = std::process::Command::new(self.program);
        let mut command = Command::from(command);
        command.args(words).arg("--practice").arg(file);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", folder.join("home"))
            .env("XDG_RUNTIME_DIR", folder.join("run"))
            .env("XDG_DATA_HOME", folder.join("data"))
            .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", folder.join("no-bus").display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        let mut child = command.spawn().with_context(|| self.program.display().to_string())?;
        let mut stdin = child.stdin.take().context("a pipe")?;
        let token = self.server.practice.authentik.token().expose_secret();
        // A program that doesn't read its input may end before it is written.
        let _ = stdin.write_all(format!("{token}\n{secret}\n").as_bytes()).await;
        Ok(child)
    }

    async fn run(&self, words: &[String], secret: &str) -> Result<Output> {
        let child = self.start(words, secret).await?;
        timeout(END, child.wait_with_output()).await.context("it hangs")?.context("its end")
    }

    /// How long an undisturbed run takes.
    async fn timed(&self, words: &[String], secret: &str) -> Result<Duration> {
        let began = Instant::now();
        let ran = self.run(words, secret).await?;
        ensure!(ran.status.success(), "{}: {}", words[0], text(&ran));
        Ok(began.elapsed())
    }

    async fn killed(
        &self,
        name: &str,
        words: &[String],
        secret: &str,
        moment: Duration,
        tally: &mut KillTally,
    ) -> Result<()> {
        let mut child = self.start(words, secret).await?;
        sleep(moment).await;
        if child.try_wait()?.is_none() {
            tally.during += 1;
            let pid = i32::try_from(child.id().context("its number")?)?;
            // It may end at this very moment.
            let _ = kill_process(Pid::from_raw(pid).context("a process")?, Signal::KILL);
        }
        timeout(END, child.wait()).await.context("it doesn't die")??;
        tally.kills += 1;
        self.server.settle(name, tally).await.map(drop)
    }

    /// Runs the command again, which has to bring the server to this state, whether or not it was there already.
    async fn comes_to(
        &self,
        name: &str,
        words: &[String],
        secret: &str,
        wanted: &str,
        tally: &mut KillTally,
    ) -> Result<()> {
        let ran = self.run(words, secret).await;
        let now = self.server.settle(name, tally).await?;
        match ran {
            Err(error) => tally.stuck.push(format!("{name}: {error:#}")),
            Ok(ran) if now != wanted && !ran.status.success() => {
                tally.stuck.push(format!("{name}: {} {}", ran.status, text(&ran)));
            }
            Ok(_) if now != wanted => tally.lost.push(format!("{name}: {now} in place of {wanted}")),
            Ok(_) => {}
        }
        Ok(())
    }
}

fn text(ran: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr))
}

//! A private desktop session with its own home folder, its own D-Bus, and its own keyring or none. It uses nothing of
//! the developer's session.
//!
//! Two sessions are independent of each other, so tests can run in parallel. Dropping a session ends every process that
//! was started in it, even if the test panicked.

use crate::patience::{START, until};
use crate::processes::{self, Process};
use anyhow::{Context as _, Result, bail, ensure};
use std::env;
use std::fs::{self, DirBuilder, File};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::process::{Child, ChildStdin, Command};
use tokio::time::timeout;

/// Whether the session has a keyring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyring {
    /// There is no keyring: no program provides one on the bus.
    Absent,
    /// There is a real gnome-keyring, empty and unlocked.
    Unlocked,
}

/// A running session.
#[derive(Debug)]
pub struct Session {
    folder: TempDir,
    variables: Vec<(&'static str, String)>,
    /// It is kept open: when it closes, the guard knows that the test has ended.
    guard: Option<ChildStdin>,
}

/// The environment variables that a session takes over from the machine.
const TAKEN_OVER: [&str; 4] = ["PATH", "DISPLAY", "XAUTHORITY", "RUST_BACKTRACE"];

/// The configuration of a bus that starts no services by itself, so that a session without a keyring really has none.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=RUN</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// Ends the session of a test that was killed, and so could end nothing itself. It waits until its input is closed.
const GUARD: &str = r#"
read -r nothing
for round in 1 2 3; do
  for process in /proc/[0-9]*; do
    pid=${process#/proc/}
    if [ "$pid" != $$ ] && grep -qsF -e "$1" "$process/environ" "$process/cmdline"; then kill -KILL "$pid"; fi
  done
done
rm -rf "$1"
"#;

impl Session {
    /// Starts a session.
    ///
    /// # Errors
    /// If `dbus-daemon` doesn't start, or `gnome-keyring-daemon` if it is wanted.
    pub async fn start(keyring: Keyring) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("sourcerer-session-").tempdir()?;
        let place = |name: &str| folder.path().join(name).display().to_string();
        let mut variables: Vec<_> = vec![
            ("HOME", place("home")),
            ("XDG_DATA_HOME", place("data")),
            ("XDG_CONFIG_HOME", place("config")),
            ("XDG_CACHE_HOME", place("cache")),
            ("XDG_STATE_HOME", place("state")),
            ("XDG_RUNTIME_DIR", place("run")),
            ("TMPDIR", place("tmp")),
        ];
        for (_, path) in &variables {
            DirBuilder::new().mode(0o700).create(path)?;
        }
        variables.extend([
            ("LANG", "C.UTF-8".to_owned()),
            ("GDK_BACKEND", "x11".to_owned()),
            // There is no accessibility bus: without this variable GTK would look for one and log warnings.
            ("NO_AT_BRIDGE", "1".to_owned()),
            // No test talks to the internet: what leaves this machine ends at a port on which nothing listens.
            ("HTTPS_PROXY", "http://127.0.0.1:9".to_owned()),
        ]);
        if !rustix::process::geteuid().is_root() {
            // Otherwise only root finds the program's processes, by the environment that they were started with.
            variables.push((sourcerer_core::vault::dumps::SWITCH, "1".to_owned()));
        }
        variables.extend(TAKEN_OVER.iter().filter_map(|name| Some((*name, env::var(name).ok()?))));

        // From here on the session has processes to end, whatever fails.
        let mut session = Self { folder, variables, guard: None };
        session.guard = Some(session.start_guard()?);
        let address = session.start_bus().await?;
        session.variables.push(("DBUS_SESSION_BUS_ADDRESS", address));
        if keyring == Keyring::Unlocked {
            session.start_keyring().await?;
        }
        Ok(session)
    }

    /// The session's folder: home, data, configuration, and the logs of the programs.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where programs keep their data (`XDG_DATA_HOME`).
    pub fn data(&self) -> PathBuf {
        self.folder().join("data")
    }

    /// Sets an environment variable for all programs that are started from now on.
    pub fn set(&mut self, name: &'static str, value: &str) {
        self.variables.push((name, value.to_owned()));
    }

    /// A command that runs in this session, and ends with it. Its output goes to the file `<name>.log` in the session's
    /// folder, unless the caller changes that.
    ///
    /// # Errors
    /// If that file can't be written.
    pub fn command(&self, program: impl AsRef<Path>) -> Result<Command> {
        let program = program.as_ref();
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        let path = self.folder().join(format!("{name}.log"));
        let log = File::options().create(true).append(true).open(&path).with_context(|| path.display().to_string())?;
        let mut command = Command::new(program);
        command
            .env_clear()
            .envs(self.variables.iter().map(|(name, value)| (*name, value)))
            .current_dir(self.folder().join("home"))
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            // A signal to the tests' process group, for instance Ctrl+C in the terminal, must not reach it.
            .process_group(0)
            .kill_on_drop(true);
        Ok(command)
    }

    /// Starts a program and lets it run: a program that keeps running, or one that starts such a program.
    ///
    /// # Errors
    /// If it doesn't start.
    pub fn launch(&self, program: &str, arguments: &[&str]) -> Result<()> {
        leave(self.command(program)?.args(arguments).spawn().with_context(|| program.to_owned())?);
        Ok(())
    }

    /// The output of a program so far, by the name of its binary.
    pub fn said(&self, name: &str) -> String {
        fs::read(self.folder().join(format!("{name}.log")))
            .map(|said| String::from_utf8_lossy(&said).into_owned())
            .unwrap_or_default()
    }

    /// All processes that run in this session now.
    pub fn processes(&self) -> Vec<Process> {
        processes::of(self.folder())
    }

    /// The processes of one program, by the program's path.
    pub fn running(&self, program: &Path) -> Vec<Process> {
        let program = program.display().to_string();
        let is_it = |process: &Process| process.line == program || process.line.starts_with(&format!("{program} "));
        self.processes().into_iter().filter(is_it).collect()
    }

    /// Waits until only the processes in `kept` run in this session.
    ///
    /// # Errors
    /// If another process keeps running.
    pub async fn runs_only(&self, kept: &[Process]) -> Result<()> {
        until(START, async || {
            let left: Vec<_> = self.processes().into_iter().filter(|process| !kept.contains(process)).collect();
            ensure!(left.is_empty(), "there still run {left:?}");
            Ok(())
        })
        .await
    }

    fn start_guard(&self) -> Result<ChildStdin> {
        let mut command = self.command("sh")?;
        command.args(["-c", GUARD, "guard"]).arg(self.folder()).stdin(Stdio::piped());
        // The guard outlives the folder in which its log would be.
        let mut guard = command.stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(false).spawn()?;
        let input = guard.stdin.take().context("the guard's input")?;
        leave(guard);
        Ok(input)
    }

    async fn start_bus(&mut self) -> Result<String> {
        let configuration = self.folder().join("bus.conf");
        fs::write(&configuration, BUS.replace("RUN", &self.folder().join("run").display().to_string()))?;
        let mut command = self.command("dbus-daemon")?;
        command.arg(format!("--config-file={}", configuration.display())).args(["--nofork", "--print-address=1"]);
        let mut bus = command.stdout(Stdio::piped()).spawn().context("dbus-daemon")?;
        let said = bus.stdout.take().context("dbus-daemon's output")?;
        let address =
            timeout(START, BufReader::new(said).lines().next_line()).await.context("dbus-daemon is silent")??;
        leave(bus);
        match address {
            Some(address) => Ok(address),
            None => bail!("dbus-daemon didn't start: {}", self.said("dbus-daemon")),
        }
    }

    async fn start_keyring(&self) -> Result<()> {
        let mut command = self.command("gnome-keyring-daemon")?;
        command.args(["--foreground", "--components=secrets", "--unlock"]).stdin(Stdio::piped());
        let mut keyring = command.spawn().context("gnome-keyring-daemon")?;
        // gnome-keyring-daemon creates the login keyring with the password from its input, which it reads to the end.
        let mut input = keyring.stdin.take().context("gnome-keyring-daemon's input")?;
        input.write_all(b"a throw-away password").await?;
        drop(input);
        leave(keyring);
        until(START, async || {
            let there = self.has_owner("org.freedesktop.secrets").await?;
            ensure!(there, "no keyring came up: {}", self.said("gnome-keyring-daemon"));
            Ok(())
        })
        .await
    }

    /// Whether a program on the bus owns the name `name`.
    async fn has_owner(&self, name: &str) -> Result<bool> {
        let mut command = self.command("dbus-send")?;
        command
            .args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"])
            .args(["org.freedesktop.DBus.GetNameOwner".to_owned(), format!("string:{name}")]);
        Ok(command.status().await.context("dbus-send")?.success())
    }
}

/// Lets a process run until the end of the session, which finds it by itself.
pub(crate) fn leave(mut process: Child) {
    tokio::spawn(async move { process.wait().await });
}

impl Drop for Session {
    fn drop(&mut self) {
        let left = processes::end(self.folder());
        // A second panic during the first one's unwinding would abort, and hide the first.
        if !std::thread::panicking() {
            assert!(left.is_empty(), "processes outlived their session: {left:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::display::skipped;

    fn has(program: &str) -> bool {
        let found = Path::new("/usr/bin").join(program).exists();
        if !found {
            skipped(&format!("no {program} here"));
        }
        found
    }

    fn has_dbus() -> bool {
        has("dbus-daemon") && has("dbus-send")
    }

    #[tokio::test]
    async fn a_session_has_its_own_bus_without_a_keyring_and_leaves_nothing() -> Result<()> {
        if !has_dbus() {
            return Ok(());
        }
        let (one, other) = (Session::start(Keyring::Absent).await?, Session::start(Keyring::Absent).await?);
        assert!(one.has_owner("org.freedesktop.DBus").await?);
        assert!(!one.has_owner("org.freedesktop.secrets").await?);
        assert_eq!(one.processes().len(), 2, "the bus and the guard: {:?}", one.processes());

        let folder = one.folder().to_owned();
        drop(one);
        assert_eq!(processes::of(&folder), []);
        assert!(!folder.exists());
        assert!(other.has_owner("org.freedesktop.DBus").await?);
        Ok(())
    }

    #[tokio::test]
    async fn a_wanted_keyring_is_there_from_the_start() -> Result<()> {
        if !has_dbus() || !has("gnome-keyring-daemon") {
            return Ok(());
        }
        let session = Session::start(Keyring::Unlocked).await?;
        assert!(session.has_owner("org.freedesktop.secrets").await?);
        assert!(session.data().join("keyrings/login.keyring").exists());
        Ok(())
    }

    #[tokio::test]
    async fn nothing_of_the_developer_s_reaches_a_program() -> Result<()> {
        if !has_dbus() {
            return Ok(());
        }
        let session = Session::start(Keyring::Absent).await?;
        assert!(session.command("env")?.status().await?.success());
        let said = session.said("env");
        let names: Vec<_> = said.lines().filter_map(|line| Some(line.split_once('=')?.0)).collect();
        let own: Vec<_> = session.variables.iter().map(|(name, _)| *name).collect();
        assert!(names.iter().all(|name| own.contains(name) || *name == "PWD"), "{names:?}");
        assert!(said.contains(&format!("HOME={}", session.folder().join("home").display())), "{said}");
        Ok(())
    }

    #[tokio::test]
    async fn a_test_that_is_killed_leaves_nothing_either() -> Result<()> {
        if !has_dbus() {
            return Ok(());
        }
        let mut session = Session::start(Keyring::Absent).await?;
        session.launch("sleep", &["600"])?;
        let folder = session.folder().to_owned();
        // A killed test has no other effect than that its end of the pipe is closed.
        session.guard.take();
        until(START, async || {
            ensure!(!folder.exists(), "the folder is still there");
            Ok(())
        })
        .await?;
        assert_eq!(processes::of(&folder), []);
        Ok(())
    }

    #[tokio::test]
    async fn a_panic_ends_the_session_too() -> Result<()> {
        if !has_dbus() {
            return Ok(());
        }
        let session = Session::start(Keyring::Absent).await?;
        let folder = session.folder().to_owned();
        let failed = tokio::spawn(async move {
            assert!(session.folder().as_os_str().is_empty(), "a test that fails");
        })
        .await;
        assert!(failed.is_err());
        assert_eq!(processes::of(&folder), []);
        Ok(())
    }
}

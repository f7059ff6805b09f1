//! A real keyring of our own: a private message bus with an unlocked gnome-keyring, whose store is thrown away.

use crate::run::Run;
use anyhow::{Context as _, Result, bail};
use std::fs::{self, DirBuilder};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long the keyring may take to appear on the bus; it takes a quarter of a second on an idle machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// A bus with a keyring on it. Both end, and the store goes, with this value.
pub(crate) struct Keyring {
    /// What goes into `DBUS_SESSION_BUS_ADDRESS`: nobody with this address alone can reach the user's own keyring.
    pub(crate) bus: String,
    running: Vec<Child>,
    home: PathBuf,
}

impl Keyring {
    pub(crate) fn open() -> Result<Self> {
        let home = std::env::temp_dir().join(format!("sourcerer-keyring-{}", std::process::id()));
        private_folder(&home)?;
        let mut keyring = Self { bus: String::new(), running: Vec::new(), home };
        keyring.start_bus()?;
        keyring.start_daemon()?;
        keyring.wait()?;
        Ok(keyring)
    }

    fn start_bus(&mut self) -> Result<()> {
        let mut bus = Run::new("dbus-daemon").args(&["--session", "--nofork", "--print-address=1"]).started()?;
        let said = bus.stdout.take().context("dbus-daemon's standard output")?;
        self.running.push(bus);
        BufReader::new(said).read_line(&mut self.bus).context("the bus's address")?;
        self.bus.truncate(self.bus.trim_end().len());
        if self.bus.is_empty() {
            bail!("dbus-daemon named no address");
        }
        Ok(())
    }

    fn start_daemon(&mut self) -> Result<()> {
        let mut run = Run::new("gnome-keyring-daemon")
            .args(&["--foreground", "--components=secrets", "--unlock"])
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("HOME", &self.home);
        for (name, below) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_RUNTIME_DIR", "run"),
        ] {
            let folder = self.home.join(below);
            private_folder(&folder)?;
            run = run.env(name, folder);
        }
        let mut daemon = run.started()?;
        let password = daemon.stdin.take();
        self.running.push(daemon);
        // It makes the login keyring with whatever password comes first, without its line's end.
        password.context("gnome-keyring's standard input")?.write_all(b"test-password").context("gnome-keyring")
    }

    fn wait(&self) -> Result<()> {
        let started = Instant::now();
        let asked = format!("--bus={}", self.bus);
        let question = [
            asked.as_str(),
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus.GetNameOwner",
            "string:org.freedesktop.secrets",
        ];
        while !Run::new("dbus-send").args(&question).passes() {
            if started.elapsed() > PATIENCE {
                bail!("gnome-keyring did not come up within {} s", PATIENCE.as_secs());
            }
            sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Keyring {
    fn drop(&mut self) {
        // Last started, first ended. What ended by itself can't be killed; there is nothing to do about it.
        for child in self.running.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
        let _ = fs::remove_dir_all(&self.home);
    }
}

/// gnome-keyring refuses a folder that others can read.
fn private_folder(path: &Path) -> Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).with_context(|| format!("can't make {}", path.display()))
}

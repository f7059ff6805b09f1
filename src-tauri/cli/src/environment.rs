//! The environment that this machine provides to the job, for a terminal.

use crate::terminal;
use directories::BaseDirs;
use secrecy::SecretString;
use sourcerer_core::clock::Clock;
use sourcerer_core::i18n::{Localizer, msg};
use sourcerer_core::job::settings::Settings;
use sourcerer_core::job::{Environment, Mode, SecretLocation};
use sourcerer_core::net::{Proxies, Trace, TransportPool};
use sourcerer_core::signin::NotOpened;
use sourcerer_core::storage;
use sourcerer_core::vault::{AbsentSecrets, BoundedVault, InMemory, Keyring, VaultTimeouts, VaultWait};
use std::path::PathBuf;
use std::sync::Arc;
use time::OffsetDateTime;

/// The environment of real mode: this machine's keyring, clock and folder, without a browser.
pub(crate) fn real() -> Environment {
    let folder = folder();
    storage::sweep(&folder);
    // Network settings hold for both programs. A file that can't be read is reported by the window, which writes it.
    let (settings, _) = Settings::load(&folder);
    let environment = Environment {
        vault: Arc::new(BoundedVault::new(Keyring::open, VaultTimeouts::default(), notify)),
        memory: Arc::new(InMemory::default()),
        absent: AbsentSecrets::default(),
        opener: Arc::new(|_: &url::Url| Err(NotOpened)),
        clock: clock(),
        proxies: Proxies::System,
        pool: TransportPool::default(),
        trace: Trace::default(),
        settings: Settings::default(),
        folder,
        patience: None,
        world: Mode::Real,
    };
    // Here a secret is stored where the command says.
    environment.with_settings(&Settings { secrets: SecretLocation::Keyring, ..settings })
}

/// Says that the keyring keeps the command waiting: the person may have to unlock it in a window that is out of sight.
fn notify(wait: VaultWait) {
    if wait == VaultWait::Begins {
        // Without standard error nobody can be told.
        let _ = terminal::remark(&Localizer::english().format(&msg::terminal_keyring_waits()));
    }
}

/// This machine's clock.
pub(crate) fn clock() -> Clock {
    Clock::new(OffsetDateTime::now_utc)
}

/// The platform's folder for this program's data, which the window uses too; the working directory if there is no home.
fn folder() -> PathBuf {
    BaseDirs::new().map(|folders| folders.data_dir().join(sourcerer_core::job::FOLDER)).unwrap_or_default()
}

/// The two secrets of a push, as far as standard input contains them.
pub(crate) struct StdinSecrets {
    pub(crate) token: Option<SecretString>,
    pub(crate) secret: Option<SecretString>,
}

impl StdinSecrets {
    /// Reads the lines of standard input, in this order: the API token, the Client Secret. An empty line means that
    /// there is none.
    pub(crate) fn of(lines: &str) -> Self {
        let mut lines = lines.lines().map(str::trim).map(|line| (!line.is_empty()).then(|| SecretString::from(line)));
        Self { token: lines.next().flatten(), secret: lines.next().flatten() }
    }
}

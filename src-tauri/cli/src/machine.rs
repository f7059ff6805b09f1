//! The X that a command uses: the real one, or the practice X of another terminal.

use crate::environment;
use crate::exit::Exit;
use crate::terminal::Terminal;
use serde::Deserialize;
use sourcerer_core::clock::Clock;
use sourcerer_core::files;
use sourcerer_core::i18n::msg;
use sourcerer_core::job::settings::Settings;
use sourcerer_core::job::{Environment, Mode, PracticeServers};
use sourcerer_core::net::{Proxies, Trace};
use sourcerer_core::vault::InMemory;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use url::{Host, Url};

/// The arguments that choose the X.
#[derive(clap::Args)]
pub(crate) struct Machine {
    #[arg(long, value_name = "FILE")]
    practice: Option<PathBuf>,
}

impl Machine {
    /// The environment of this machine in the chosen mode. If the file can't be used, it prints the reason.
    pub(crate) fn environment(&self, terminal: &Terminal) -> Result<Environment, Exit> {
        let Some(file) = &self.practice else { return Ok(environment::real()) };
        let servers = PracticeLine::read(file).map_err(|why| {
            let file = file.display().to_string();
            terminal.note(&match why {
                Unread::File(error) => msg::terminal_file_unreadable(file, error.to_string()),
                Unread::Foreign => msg::terminal_practice_foreign(file),
                Unread::Elsewhere(address) => msg::terminal_practice_elsewhere(address.to_string(), file),
            });
            Exit::Usage
        })?;
        terminal.remark(&msg::terminal_practice_at(servers.x.base.to_string()));
        let real = environment::real();
        // Practice starts from scratch with each start of its servers, and its journals are separate from the real
        // ones.
        let folder = real.folder.join("practice").join(servers.authentik.base.port().unwrap_or_default().to_string());
        Ok(Environment {
            vault: Arc::new(InMemory::default()),
            memory: Arc::new(InMemory::default()),
            proxies: Proxies::None,
            trace: Trace::default(),
            settings: Settings::default(),
            clock: Clock::new(time::OffsetDateTime::now_utc),
            folder,
            world: Mode::Practice(Box::new(servers.into())),
            ..real
        })
    }
}

/// The line that `practice` prints. Its credentials aren't used here: they are passed to a command like real ones.
#[derive(Deserialize)]
struct PracticeLine {
    x: PracticeX,
    authentik: PracticeAuthentik,
    faults: Vec<String>,
    #[serde(default)]
    layout: String,
    #[serde(default)]
    licensed: bool,
}

#[derive(Deserialize)]
struct PracticeX {
    base: Url,
    portal: Url,
}

#[derive(Deserialize)]
struct PracticeAuthentik {
    base: Url,
    slug: String,
    ca_file: Option<PathBuf>,
}

/// The limit of such a file in bytes.
const MOST_LINE: u64 = 64 * 1024;

/// Why a file doesn't describe practice servers.
enum Unread {
    File(std::io::Error),
    /// The content isn't such a line.
    Foreign,
    /// An address isn't on this machine, which practice never leaves.
    Elsewhere(Url),
}

impl PracticeLine {
    fn read(file: &Path) -> Result<Self, Unread> {
        let text = files::read_text(file, MOST_LINE).map_err(Unread::File)?;
        let servers: Self = serde_json::from_str(&text).map_err(|_| Unread::Foreign)?;
        for address in [&servers.x.base, &servers.x.portal, &servers.authentik.base] {
            if address.host() != Some(Host::Ipv4(Ipv4Addr::LOCALHOST)) {
                return Err(Unread::Elsewhere(address.clone()));
            }
        }
        Ok(servers)
    }
}

impl From<PracticeLine> for PracticeServers {
    fn from(servers: PracticeLine) -> Self {
        let PracticeLine { x, authentik, faults, layout, licensed } = servers;
        Self {
            x: x.base,
            portal: x.portal,
            authentik: authentik.base,
            ca_file: authentik.ca_file,
            slug: authentik.slug,
            faults,
            hidden: false,
            layout,
            licensed,
        }
    }
}

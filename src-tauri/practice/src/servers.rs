use crate::authentik::release::Release;
use crate::faults::Faults;
use crate::log::Log;
use crate::x::{AppSpec, AppType, TokenAuthentication, Unknowns};
use crate::{authentik, x};
use sourcerer_core::job;
use url::Url;

/// How to start both servers.
#[derive(Clone, Debug, Default)]
pub struct PracticeOptions {
    /// The faults that are turned on.
    pub faults: Faults,
    /// The settings of X's unknown behavior.
    pub unknowns: Unknowns,
    /// The practice X's port; `None` for a free one.
    pub x_port: Option<u16>,
    /// The practice authentik's port; `None` for a free one.
    pub authentik_port: Option<u16>,
    /// Whether the practice authentik serves https.
    pub tls: bool,
    /// The release that the practice authentik plays.
    pub release: Release,
    /// What its API token may do.
    pub role: authentik::Role,
    /// Whether it has an enterprise licence.
    pub licensed: bool,
    /// How the practice authentik is furnished.
    pub layout: authentik::layout::ServerLayout,
}

/// What can keep them from starting.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The practice X.
    #[error(transparent)]
    X(#[from] x::Error),
    /// The practice authentik.
    #[error(transparent)]
    Authentik(#[from] authentik::Error),
    /// An address of theirs that is none.
    #[error("a practice server has no address")]
    Address(#[from] url::ParseError),
}

/// Both practice servers, up; dropped, they stop.
#[derive(Debug)]
pub struct Practice {
    /// The practice X.
    pub x: x::XServer,
    /// The practice authentik.
    pub authentik: authentik::AuthentikServer,
    log: Log,
    faults: Faults,
    world: job::PracticeServers,
}

impl Practice {
    /// Starts both on loopback.
    ///
    /// # Errors
    /// When a port is taken, or TLS can't start.
    pub async fn start(options: PracticeOptions) -> Result<Self, Error> {
        let PracticeOptions { faults, unknowns, x_port, authentik_port, tls, release, role, licensed, layout } =
            options;
        let log = Log::default();
        let (own, known) = (faults.clone(), log.clone());
        let x = x::XOptions { port: x_port, faults: own, log: known, unknowns, ..x::XOptions::default() };
        let x = x::start(x).await?;
        let x_base = Url::parse(&x.base())?;
        let own = authentik::ServerOptions::new(x_base.clone());
        let (port, log_too) = (authentik_port, log.clone());
        let own = authentik::ServerOptions {
            port,
            faults: faults.clone(),
            tls,
            role,
            log: log_too,
            release,
            licensed,
            layout,
            ..own
        };
        let authentik = authentik::start(own).await?;
        let world = job::PracticeServers {
            portal: Url::parse(&x.portal())?,
            x: x_base,
            authentik: Url::parse(authentik.base())?,
            ca_file: authentik.ca_file().map(ToOwned::to_owned),
            slug: authentik.slug().to_owned(),
            faults: faults.iter().map(|fault| fault.name().to_owned()).collect(),
            licensed,
            layout: layout.name().to_owned(),
        };
        Ok(Self { x, authentik, log, faults, world })
    }

    /// Where they are, as the job wants to know it.
    pub fn world(&self) -> &job::PracticeServers {
        &self.world
    }

    /// The faults at work.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// What both were asked.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// Registers an app at the practice X, as if its portal had been filled in.
    pub fn register(&self, callbacks: Vec<String>, website: String) -> TokenAuthentication {
        let name = "Practice app".to_owned();
        self.x.register(AppSpec { name, kind: AppType::Web, callbacks, website, request_email: true })
    }

    /// Stops both.
    pub async fn stop(self) {
        self.authentik.stop().await;
        self.x.stop().await;
    }
}

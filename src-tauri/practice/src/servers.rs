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
    /// The port of the practice X; `None` for a free one.
    pub x_port: Option<u16>,
    /// The port of the practice authentik; `None` for a free one.
    pub authentik_port: Option<u16>,
    /// Whether the practice authentik uses https.
    pub tls: bool,
    /// The release that the practice authentik simulates.
    pub release: Release,
    /// What the API token of the practice authentik may do.
    pub role: authentik::Role,
    /// Whether the practice authentik has an enterprise license.
    pub licensed: bool,
    /// How the practice authentik is configured when it starts.
    pub layout: authentik::layout::ServerLayout,
}

/// Why the servers can't start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The practice X can't start.
    #[error(transparent)]
    X(#[from] x::Error),
    /// The practice authentik can't start.
    #[error(transparent)]
    Authentik(#[from] authentik::Error),
    /// An address of one of the servers isn't valid.
    #[error("a practice server has no address")]
    Address(#[from] url::ParseError),
}

/// Both practice servers while they run. They stop when this is dropped.
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
    /// Starts both servers on loopback.
    ///
    /// # Errors
    /// If a port is taken, or TLS can't start.
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
            hidden: false,
            licensed,
            layout: layout.name().to_owned(),
        };
        Ok(Self { x, authentik, log, faults, world })
    }

    /// The addresses of the servers in the form that the job needs.
    pub fn world(&self) -> &job::PracticeServers {
        &self.world
    }

    /// The faults that are turned on.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// The log of the requests that both servers received.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// Registers an app at the practice X, as if its portal's form had been filled in.
    pub fn register(&self, callbacks: Vec<String>, website: String) -> TokenAuthentication {
        let name = "Practice app".to_owned();
        self.x.register(AppSpec { name, kind: AppType::Web, callbacks, website, request_email: true })
    }

    /// Stops both servers.
    pub async fn stop(self) {
        self.authentik.stop().await;
        self.x.stop().await;
    }
}

//! The practice X: its consent page, its token and profile endpoints, and its developer portal.
//!
//! What is known of X is from public documents and reports. Each behavior has its tag where it is implemented
//! (documented D, observed O, reported R, from tests of third parties T, inferred I, unknown U) and the section of the
//! project's facts about X. Behavior that is unknown and matters can be switched: [`Unknowns`].
//!
//! - It binds 127.0.0.1 only, sends no requests, and stores nothing beyond its run.
//! - Pages need no JavaScript and use relative links only, so that they also work behind a proxy.
//! - Where X gives no reason, it gives none either: it doesn't say why "Something went wrong".
//! - X's words are from the guide, and the product's own from the message files.

mod app;
mod authorize;
mod faulty;
mod form;
mod ids;
mod page;
mod portal;
mod profile;
mod state;
#[cfg(test)]
mod tests;
mod token;
mod unknowns;
pub mod visitor;

pub use app::{AppEnvironment, AppSpec, AppType, TokenAuthentication};
pub use unknowns::{Cancel, FormRules, LongState, RevokeAnswer, Unknowns};

use crate::faults::Faults;
use crate::log::{self, Log, ServerKind};
use app::Settings;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use state::PracticeX;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use time::OffsetDateTime;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// The longest time for which an open connection delays the shutdown.
const LAST_ANSWERS: Duration = Duration::from_secs(2);

/// How to start the server.
#[derive(Clone, Debug, Default)]
pub struct XOptions {
    /// The port; `None` for a free one.
    pub port: Option<u16>,
    /// The faults that are turned on. Faults of authentik have no effect here.
    pub faults: Faults,
    /// The log of the requests it receives.
    pub log: Log,
    /// The clock that the server uses.
    pub clock: PracticeClock,
    /// The person who uses the browser.
    pub person: XAccount,
    /// The settings of X's unknown behavior.
    pub unknowns: Unknowns,
}

/// The current time, which tests can set.
#[derive(Clone)]
pub struct PracticeClock(Arc<dyn Fn() -> OffsetDateTime + Send + Sync>);

impl PracticeClock {
    /// A clock that uses this function.
    pub fn new(now: impl Fn() -> OffsetDateTime + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    pub(crate) fn now(&self) -> OffsetDateTime {
        (self.0)()
    }
}

impl Default for PracticeClock {
    /// The system's clock.
    fn default() -> Self {
        Self::new(OffsetDateTime::now_utc)
    }
}

impl fmt::Debug for PracticeClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

/// An invented person with an account at X.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XAccount {
    /// The numeric id at X, which never changes.
    pub id: String,
    /// The display name.
    pub name: String,
    /// The handle without `@`.
    pub username: String,
    /// The email address that X has confirmed, if there is one.
    pub confirmed_email: Option<String>,
    /// Whether the person is a tester, who can use apps outside of Production.
    pub tester: bool,
}

impl Default for XAccount {
    fn default() -> Self {
        Self {
            id: "1583920471165304832".to_owned(),
            name: "Ana Lindqvist".to_owned(),
            username: "ana_lindqvist".to_owned(),
            confirmed_email: Some("ana.lindqvist@example.com".to_owned()),
            tester: true,
        }
    }
}

/// Why the server can't start.
#[derive(Debug, thiserror::Error)]
#[error("the practice X can't listen on {address}")]
pub struct Error {
    /// The address on which it could not listen.
    pub address: SocketAddr,
    /// The system's error.
    pub source: std::io::Error,
}

/// A running practice X. It stops when it is dropped.
pub struct XServer {
    address: SocketAddr,
    x: PracticeX,
    ends: CancellationToken,
    serving: Option<JoinHandle<()>>,
}

/// Starts the server. It accepts requests as soon as this returns.
///
/// # Errors
/// If the port is taken, or the system provides no socket.
pub async fn start(options: XOptions) -> Result<XServer, Error> {
    let XOptions { port, faults, log, clock, person, unknowns } = options;
    let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, port.unwrap_or(0)));
    let failed = |source| Error { address: wanted, source };
    let listener = TcpListener::bind(wanted).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;

    let x = PracticeX::new(faults, person, clock, unknowns);
    let router = router(x.clone()).layer(from_fn_with_state((ServerKind::X, log), log::record));
    let ends = CancellationToken::new();
    let end = ends.clone().cancelled_owned();
    let serving = tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(end).await {
            tracing::error!(%error, "the practice X stopped");
        }
    });
    Ok(XServer { address, x, ends, serving: Some(serving) })
}

fn router(x: PracticeX) -> Router {
    Router::new()
        .route("/i/oauth2/authorize", get(authorize::show).post(authorize::decide))
        .route("/i/oauth2/style.css", get(page::style))
        .route(faulty::LOG_IN, get(authorize::log_in).post(authorize::logged_in))
        .route("/2/oauth2/token", post(token::token))
        .route("/2/oauth2/revoke", post(token::revoke))
        .route("/2/users/me", get(profile::me))
        .merge(portal::router())
        .with_state(x)
}

impl XServer {
    /// The server's address without a trailing slash. It replaces both `https://x.com` and `https://api.x.com`.
    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the developer portal.
    pub fn portal(&self) -> String {
        format!("{}/portal/", self.base())
    }

    /// Creates an app in the portal, with its form not filled in yet. Returns its numeric App ID.
    pub fn create_app(&self, name: &str) -> u32 {
        self.x.state().create(name.to_owned(), AppEnvironment::Production)
    }

    /// Registers an app with its form filled in.
    pub fn register(&self, app: AppSpec) -> TokenAuthentication {
        let AppSpec { name, kind, callbacks, website, request_email } = app;
        let link = |path| if request_email { format!("{website}/{path}") } else { String::new() };
        let settings = Settings {
            permissions: "read".to_owned(),
            request_email,
            kind,
            callbacks,
            organization_name: String::new(),
            organization_url: String::new(),
            terms: link("terms"),
            privacy: link("privacy"),
            website,
        };
        let mut state = self.x.state();
        let number = state.create(name, AppEnvironment::Production);
        state.save(number, settings);
        state.reveal(number).unwrap_or_default()
    }

    /// Regenerates the Client Secret of the app with this Client ID: the old secret is invalid at once. It is `None` if
    /// no app has this Client ID.
    pub fn regenerate(&self, client_id: &str) -> Option<TokenAuthentication> {
        let mut state = self.x.state();
        let number = state.app_of_client(client_id).map(|(app, _)| app.number)?;
        state.app_mut(number)?.regenerate();
        state.reveal(number)
    }

    /// Replaces the person who uses the browser.
    pub fn set_person(&self, person: XAccount) {
        self.x.state().person = person;
    }

    /// Replaces the faults. Those of a setup apply to the next app whose form is saved.
    pub fn set_faults(&self, faults: Faults) {
        self.x.state().set_faults(faults);
    }

    /// Stops the server: answers the pending requests, and closes the port.
    pub async fn stop(mut self) {
        self.ends.cancel();
        if let Some(serving) = self.serving.take() {
            let abort = serving.abort_handle();
            if tokio::time::timeout(LAST_ANSWERS, serving).await.is_err() {
                abort.abort();
            }
        }
    }
}

impl Drop for XServer {
    fn drop(&mut self) {
        self.ends.cancel();
    }
}

impl fmt::Debug for XServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("address", &self.address).finish_non_exhaustive()
    }
}

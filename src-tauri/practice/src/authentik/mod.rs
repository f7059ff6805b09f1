//! The practice authentik: answers as a real 2025.12.4 does, or as another of the releases in [`release`].
//!
//! Status codes, body shapes and error texts come from exchanges recorded with a real server, and so do the order of a
//! sign-in and the events that it leaves. Where a real server says nothing, this one says nothing too: most failures
//! leave no event, and no API tells what X answered.
//!
//! - It binds 127.0.0.1 only, and sends requests only to the practice X that it was given.
//! - Of flows it runs those of a source, the login page's first stage, Source stages, and signing out; there are no
//!   passwords.
//! - No Python is run: of property mappings it does what the product's own would do, see [`mapped_profile`].
//! - Everything is gone when it stops.

mod answer;
mod api;
mod blueprint;
mod clock;
mod events;
mod exchange;
mod executor;
mod fields;
mod flows;
pub mod layout;
mod list;
mod mapped_profile;
mod pages;
mod people;
mod random;
pub mod release;
mod request;
mod rights;
mod secret;
mod session;
mod settings;
mod signin;
mod source;
mod source_stage;
mod state;
#[cfg(test)]
mod tests;
mod verbatim;
mod web;

use crate::faults::{Fault, Faults};
use crate::log::Log;
use crate::tls::{self, Authority};
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use exchange::PracticeXAddress;
use layout::ServerLayout;
use people::UserRole;
use release::Release;
use secrecy::{ExposeSecret as _, SecretString};
use sourcerer_core::i18n::{Localizer, Message};
use state::{InitialState, ServerState};
use std::collections::BTreeMap;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use url::Url;

/// The slug that a rehearsal uses.
const SLUG: &str = "x";
/// The longest time for which an open connection delays the stop.
const LAST_ANSWERS: Duration = Duration::from_secs(2);

/// How to start it.
#[derive(Clone, Debug)]
pub struct ServerOptions {
    /// The port; `None` for a free one.
    pub port: Option<u16>,
    /// What goes wrong; faults of X are none of its business.
    pub faults: Faults,
    /// The practice X: authorize, token and profile.
    pub x_base: Url,
    /// Whether it serves https. The faults `proxy-loses-https` and `proxy-untrusted` do so in any case.
    pub tls: bool,
    /// The log of the requests it receives.
    pub log: Log,
    /// The slug of the rehearsal.
    pub slug: String,
    /// Whether the API token may do everything or has the least role that a set-up needs. The fault
    /// `token-without-rights` takes both away.
    pub role: Role,
    /// How long it waits for X.
    pub http_timeout: Duration,
    /// The release that it plays.
    pub release: Release,
    /// Whether it has an enterprise licence.
    pub licensed: bool,
    /// How it is furnished.
    pub layout: ServerLayout,
    /// What its worker has, for blueprints.
    pub worker: Worker,
}

/// What a blueprint can read when it is applied, in addition to its own text. It is passed in, because a practice
/// server reads neither the environment nor the files of the machine that it runs on.
#[derive(Clone, Debug, Default)]
pub struct Worker {
    /// Its environment.
    pub environment: BTreeMap<String, SecretString>,
    /// Its files, by their paths.
    pub files: BTreeMap<String, SecretString>,
}

impl ServerOptions {
    /// A server on a free port, without faults, over http.
    pub fn new(x_base: Url) -> Self {
        Self {
            port: None,
            faults: Faults::new(),
            x_base,
            tls: false,
            log: Log::default(),
            slug: SLUG.to_owned(),
            role: Role::Superuser,
            http_timeout: Duration::from_secs(30),
            release: Release::default(),
            licensed: false,
            layout: ServerLayout::default(),
            worker: Worker::default(),
        }
    }
}

/// What the API token may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Everything.
    #[default]
    Superuser,
    /// What a set-up needs, and nothing more.
    Least,
    /// These rights, by authentik's codenames with their apps.
    Rights(&'static [&'static str]),
}

impl Role {
    fn standing(self) -> UserRole {
        match self {
            Self::Superuser => UserRole::Superuser,
            Self::Least => UserRole::Role(rights::LEAST_ROLE),
            Self::Rights(rights) => UserRole::Role(rights),
        }
    }
}

/// What can keep it from starting.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The port is taken, or the system gives no socket.
    #[error("the practice authentik can't listen on {address}")]
    Bind {
        /// The address that it could not listen on.
        address: SocketAddr,
        /// What the system says.
        source: std::io::Error,
    },
    /// TLS can't start.
    #[error("the practice authentik can't serve https")]
    Tls(#[from] tls::Error),
    /// The HTTP client can't start.
    #[error("the practice authentik can't ask the practice X")]
    Client(#[from] reqwest::Error),
}

/// A running server; dropped, it stops.
#[derive(Debug)]
pub struct AuthentikServer {
    base: String,
    token: SecretString,
    limited_token: SecretString,
    slug: String,
    authority: Option<Authority>,
    app: RequestState,
    ends: CancellationToken,
    serving: Option<JoinHandle<()>>,
}

impl AuthentikServer {
    /// Its address, without a slash at the end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The API token for the job.
    pub fn token(&self) -> &SecretString {
        &self.token
    }

    /// A valid token of another user, who has no rights.
    pub fn limited_token(&self) -> &SecretString {
        &self.limited_token
    }

    /// The slug of the rehearsal.
    pub fn slug(&self) -> &str {
        &self.slug
    }

    /// Whether this is the Client Secret of the source of this slug: no API tells.
    pub fn has_secret(&self, slug: &str, secret: &SecretString) -> bool {
        let state = self.app.state();
        state.source(slug).is_some_and(|source| state.secret_of(source).expose_secret() == secret.expose_secret())
    }

    /// The CA's certificate, where https is served; the file is gone once the server is.
    pub fn ca_file(&self) -> Option<&Path> {
        self.authority.as_ref().map(Authority::ca_file)
    }

    /// Gives the token's user this role in place of the one before, as the server's owner does.
    pub fn give(&self, role: Role) {
        self.app.state().give(role.standing());
    }

    /// The token for the job has run out and is gone; the user made this one since.
    pub fn renew_token(&self) -> SecretString {
        let token = SecretString::from(random::letters(60));
        self.app.state().renew_token(token.clone());
        token
    }

    /// Stops it after it has answered the pending requests.
    pub async fn stop(mut self) {
        self.ends.cancel();
        if let Some(mut serving) = self.serving.take()
            && tokio::time::timeout(LAST_ANSWERS, &mut serving).await.is_err()
        {
            serving.abort();
        }
    }
}

impl Drop for AuthentikServer {
    fn drop(&mut self) {
        self.ends.cancel();
    }
}

/// Starts it.
///
/// # Errors
/// If the port is taken, or TLS or the HTTP client can't start.
pub async fn start(options: ServerOptions) -> Result<AuthentikServer, Error> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port.unwrap_or_default()));
    let bind = |source| Error::Bind { address, source };
    let tcp = TcpListener::bind(address).await.map_err(bind)?;
    let port = tcp.local_addr().map_err(bind)?.port();

    let loses_https =
        [Fault::ProxyLosesHttps, Fault::ProxyUntrusted].iter().any(|fault| options.faults.contains(fault));
    let authority = if options.tls || loses_https { Some(Authority::new()?) } else { None };
    let scheme = if authority.is_some() { "https" } else { "http" };
    let token = SecretString::from(random::letters(60));
    let limited_token = SecretString::from(random::letters(60));
    let has_rights = !options.faults.contains(&Fault::TokenWithoutRights);
    let standing = if has_rights { options.role.standing() } else { UserRole::Plain };
    let state = ServerState::new(InitialState {
        standing,
        token: token.clone(),
        limited: limited_token.clone(),
        taken: [(Fault::SlugTaken, "github"), (Fault::SourceOfAnotherApp, source::X_TYPE)]
            .into_iter()
            .find(|(fault, _)| options.faults.contains(fault))
            .map(|(_, kind)| (options.slug.as_str(), kind)),
        release: options.release,
        licensed: options.licensed,
        layout: options.layout,
    });
    let app = RequestState(Arc::new(Inner {
        state: Mutex::new(state),
        x: PracticeXAddress::new(options.x_base, options.http_timeout, options.release)?,
        release: options.release,
        worker: options.worker,
        faults: options.faults,
        log: options.log,
        scheme,
        book: Localizer::english(),
    }));

    let ends = CancellationToken::new();
    let router = router(app.clone());
    let ended = ends.clone().cancelled_owned();
    let serving = match &authority {
        None => tokio::spawn(async { drop(axum::serve(tcp, router).with_graceful_shutdown(ended).await) }),
        Some(authority) => {
            let listener = authority.listener(tcp).map_err(bind)?;
            tokio::spawn(async { drop(axum::serve(listener, router).with_graceful_shutdown(ended).await) })
        }
    };
    Ok(AuthentikServer {
        base: format!("{scheme}://127.0.0.1:{port}"),
        token,
        limited_token,
        slug: options.slug,
        authority,
        app,
        ends,
        serving: Some(serving),
    })
}

fn router(app: RequestState) -> Router {
    Router::new()
        .route("/-/health/live/", get(api::live))
        .route("/-/health/ready/", get(api::live))
        .merge(api::routes(app.release()).layer(from_fn_with_state(app.clone(), release::layer)))
        .merge(web::routes())
        .fallback(web::unknown)
        .method_not_allowed_fallback(web::unknown)
        .layer(from_fn_with_state(app.clone(), request::door))
        .with_state(app)
}

/// What every request shares.
#[derive(Clone)]
struct RequestState(Arc<Inner>);

impl fmt::Debug for RequestState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("release", &self.0.release).finish_non_exhaustive()
    }
}

struct Inner {
    state: Mutex<ServerState>,
    x: PracticeXAddress,
    release: Release,
    worker: Worker,
    faults: Faults,
    log: Log,
    scheme: &'static str,
    book: Localizer,
}

impl RequestState {
    /// The state, for as long as the guard lives; never over an `await`.
    fn state(&self) -> MutexGuard<'_, ServerState> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn x(&self) -> &PracticeXAddress {
        &self.0.x
    }

    fn release(&self) -> Release {
        self.0.release
    }

    fn worker(&self) -> &Worker {
        &self.0.worker
    }

    fn log(&self) -> &Log {
        &self.0.log
    }

    fn has(&self, fault: Fault) -> bool {
        self.0.faults.contains(&fault)
    }

    /// The scheme of the addresses it builds: what the proxy in front says, else its own. Under the fault the proxy
    /// takes https from outside, and says nothing of it inside; or what it says isn't believed.
    fn scheme(&self, forwarded: Option<&str>) -> &'static str {
        if self.has(Fault::ProxyLosesHttps) || self.has(Fault::ProxyUntrusted) {
            return "http";
        }
        match forwarded {
            Some("https") => "https",
            Some(_) => "http",
            None => self.0.scheme,
        }
    }

    /// A sentence of the product's own.
    fn say(&self, message: &Message) -> String {
        self.0.book.say(message)
    }
}

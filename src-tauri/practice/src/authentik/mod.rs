//! The practice authentik: it answers as a real 2025.12.4 does, or as another of the releases in [`release`].
//!
//! Status codes, body shapes and error texts are from exchanges recorded with a real server, and so are the order of a
//! sign-in and the events that it leaves. Where a real server gives no explanation, this one gives none either: most
//! failures leave no event, and no API returns X's answer.
//!
//! - It binds 127.0.0.1 only, and sends requests only to the practice X that it was given.
//! - The flows that it simulates are those of sources with the policies that are bound to them, the login page's first
//!   stage, Source stages, pages that deny, and signing out. There are no passwords.
//! - Of Python it runs the little that policies need, see [`python`]; of the product's own property mappings it does what
//!   they would do, see [`mapped_profile`].
//! - Its state is lost when it stops.

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
mod own_stages;
mod pages;
mod people;
mod planned;
mod policies;
mod python;
mod random;
pub mod release;
mod request;
mod rights;
mod secret;
mod session;
mod settings;
mod shell;
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

/// The slug of the source unless the options set another.
const SLUG: &str = "x";
/// The longest time for which an open connection delays the shutdown.
const LAST_ANSWERS: Duration = Duration::from_secs(2);

/// The faults with a proxy in front that takes https from outside, and of which authentik learns nothing.
const LOSE_HTTPS: [Fault; 3] = [Fault::ProxyLosesHttps, Fault::ProxyUntrusted, Fault::ProxyLosesBoth];

/// How to start the server.
#[derive(Clone, Debug)]
pub struct ServerOptions {
    /// The port; `None` for a free one.
    pub port: Option<u16>,
    /// The faults that are turned on. Faults of X have no effect here.
    pub faults: Faults,
    /// The address of the practice X, for authorization, token and profile.
    pub x_base: Url,
    /// Whether it serves https. The faults of a proxy that loses https do so in any case.
    pub tls: bool,
    /// The log of the requests it receives.
    pub log: Log,
    /// The slug of the source that the job creates.
    pub slug: String,
    /// Whether the API token has all rights, or the smallest role with which a setup works. With the fault
    /// `token-without-rights` it has neither.
    pub role: Role,
    /// The timeout for requests to X.
    pub http_timeout: Duration,
    /// The release that is simulated.
    pub release: Release,
    /// Whether the server has an enterprise license.
    pub licensed: bool,
    /// How the server is configured when it starts.
    pub layout: ServerLayout,
    /// What the server's worker can read when it applies a blueprint.
    pub worker: Worker,
}

/// What a blueprint can read when it is applied, in addition to its own text. It is passed in, because a practice
/// server reads neither the environment nor the files of the machine that it runs on.
#[derive(Clone, Debug, Default)]
pub struct Worker {
    /// The environment variables of the worker.
    pub environment: BTreeMap<String, SecretString>,
    /// The contents of the worker's files by their paths.
    pub files: BTreeMap<String, SecretString>,
}

impl ServerOptions {
    /// Options for a server on a free port, without faults, over http.
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
    /// All rights.
    #[default]
    Superuser,
    /// The rights that a setup needs, and no others.
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

/// Why the server can't start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The port is taken, or the system provides no socket.
    #[error("the practice authentik can't listen on {address}")]
    Bind {
        /// The address on which it could not listen.
        address: SocketAddr,
        /// The system's error.
        source: std::io::Error,
    },
    /// TLS can't start.
    #[error("the practice authentik can't serve https")]
    Tls(#[from] tls::Error),
    /// The HTTP client can't start.
    #[error("the practice authentik can't ask the practice X")]
    Client(#[from] reqwest::Error),
}

/// A running server. It stops when it is dropped.
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
    /// The server's address, without a trailing slash.
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

    /// The slug of the source that the job creates.
    pub fn slug(&self) -> &str {
        &self.slug
    }

    /// Whether this is the Client Secret of the source with this slug. No API of authentik returns it, so tests use
    /// this.
    pub fn has_secret(&self, slug: &str, secret: &SecretString) -> bool {
        let state = self.app.state();
        state.source(slug).is_some_and(|source| state.secret_of(source).expose_secret() == secret.expose_secret())
    }

    /// The file with the CA's certificate, if the server uses https. The file is deleted when the server stops.
    pub fn ca_file(&self) -> Option<&Path> {
        self.authority.as_ref().map(Authority::ca_file)
    }

    /// Replaces the role of the token's user, as the server's owner would.
    pub fn give(&self, role: Role) {
        self.app.state().give(role.standing());
    }

    /// Adds an LDAP source of another admin's.
    pub fn add_ldap_source(&self, name: &str, slug: &str) {
        let source = source::Source { name: name.to_owned(), slug: slug.to_owned(), ..source::Source::default() };
        self.app.state().ldap_sources.push(source);
    }

    /// Runs lines in the server's own shell (`ak shell`). Only the lines that make links are known
    /// [M, docs/evidence/authentik.md §12.2].
    ///
    /// # Errors
    /// The first line that isn't known, or that names nothing that is there.
    pub fn run_in_shell(&self, lines: &str) -> Result<(), String> {
        shell::run(&mut self.app.state(), lines)
    }

    /// Deletes the job's token, as if it had expired, and returns a new token of the same user.
    pub fn renew_token(&self) -> SecretString {
        let token = SecretString::from(random::letters(60));
        self.app.state().renew_token(token.clone());
        token
    }

    /// Stops the server after it has answered the pending requests.
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

/// Starts the server.
///
/// # Errors
/// If the port is taken, or if TLS or the HTTP client can't start.
pub async fn start(options: ServerOptions) -> Result<AuthentikServer, Error> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port.unwrap_or_default()));
    let bind = |source| Error::Bind { address, source };
    let tcp = TcpListener::bind(address).await.map_err(bind)?;
    let port = tcp.local_addr().map_err(bind)?.port();

    let loses_https = LOSE_HTTPS.iter().any(|fault| options.faults.contains(fault));
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

/// The state that all requests share.
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
    /// Locks the state. The guard must not be held across an `await`.
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
        if LOSE_HTTPS.iter().any(|fault| self.has(*fault)) {
            return "http";
        }
        match forwarded {
            Some("https") => "https",
            Some(_) => "http",
            None => self.0.scheme,
        }
    }

    /// Formats one of the product's own messages.
    fn say(&self, message: &Message) -> String {
        self.0.book.format(message)
    }
}

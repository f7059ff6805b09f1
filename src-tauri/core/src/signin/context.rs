use super::{Paste, SignInInputs, SignInProgress};
use crate::clock::Clock;
use crate::credentials::ClientCredentials;
use crate::diagnosis::Symptom;
use crate::net::HttpClient;
use crate::x::{Email, Endpoints, Scopes};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tokio::sync::mpsc;
use url::Url;

/// How long the person may take at X, unless the caller says otherwise.
pub const TIMEOUT: Duration = Duration::from_mins(4);

/// How long to wait without any callback before the person is asked what they see.
pub const PROMPT_AFTER: Duration = Duration::from_secs(20);

/// How long the listener stays after it has answered a callback. A browser may fetch the callback before the person
/// gets there; the person's own page then finds an answer and not "can't connect".
pub const STAY: Duration = Duration::from_secs(4);

/// What a live test is made with.
#[derive(Clone, Debug)]
pub struct SignInConfig {
    /// X, or a practice X.
    pub endpoints: Endpoints,
    /// The client credentials of the app.
    pub pair: ClientCredentials,
    /// The registered test callback's port; 0 takes a free one, which isn't registered at X.
    pub port: u16,
    /// The scopes to request.
    pub scopes: Scopes,
    /// Whether to request the email address.
    pub email: Email,
}

impl SignInConfig {
    /// The inputs that the outcome of this test records.
    pub fn inputs(&self) -> SignInInputs {
        SignInInputs {
            client_id: self.pair.id.clone(),
            port: self.port,
            scopes: self.scopes.clone(),
            email: self.email,
            authorize: self.endpoints.authorize.to_string(),
        }
    }
}

/// The browser wasn't opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser could not be opened")]
pub struct NotOpened;

/// The browser that opens addresses by default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DefaultBrowser {
    /// A browser, by the name that the desktop shows.
    Named(String),
    /// The system has a browser and doesn't tell its name.
    Unnamed,
    /// No browser is known.
    Unknown,
}

/// A browser on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InstalledBrowser {
    /// How the system names it.
    pub id: String,
    /// How people name it.
    pub name: String,
}

/// Opens an address in the person's browser. Returns immediately.
pub trait BrowserOpener: Send + Sync {
    /// Opens this address.
    ///
    /// # Errors
    /// When no browser accepted it.
    fn open(&self, url: &Url) -> Result<(), NotOpened>;

    /// The browser that would open an address, if the system can tell. Opens nothing.
    fn browser(&self) -> DefaultBrowser {
        DefaultBrowser::Unknown
    }

    /// The browsers that the person can choose from; empty where the system doesn't list them.
    fn installed(&self) -> Vec<InstalledBrowser> {
        Vec::new()
    }

    /// The name of the browser that can open a private window; none if that isn't known to work. Returns immediately,
    /// with the same answer each time.
    fn private(&self) -> Option<&str> {
        None
    }

    /// Opens this address in a private window: without the sessions, cookies and usually the extensions of the person's
    /// browser. Never falls back to an ordinary window.
    ///
    /// # Errors
    /// When no browser can open a private window, or it couldn't be started.
    fn open_private(&self, _: &Url) -> Result<(), NotOpened> {
        Err(NotOpened)
    }
}

/// Opens every address in a private window of the inner opener's browser.
pub struct PrivateOpener<'a>(pub &'a dyn BrowserOpener);

impl BrowserOpener for PrivateOpener<'_> {
    fn open(&self, url: &Url) -> Result<(), NotOpened> {
        self.0.open_private(url)
    }

    fn private(&self) -> Option<&str> {
        self.0.private()
    }

    fn open_private(&self, url: &Url) -> Result<(), NotOpened> {
        self.0.open_private(url)
    }
}

impl<F: Fn(&Url) -> Result<(), NotOpened> + Send + Sync> BrowserOpener for F {
    fn open(&self, url: &Url) -> Result<(), NotOpened> {
        self(url)
    }
}

/// What the person sees in the browser while no callback arrives [docs/evidence/x.md §1.6].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum BrowserScreen {
    /// "Something went wrong": X has refused.
    SomethingWrong,
    /// "Try signing in with a different account".
    OtherAccount,
    /// X's log-in page, over and over.
    LoginLoop,
    /// An empty page.
    Blank,
}

impl BrowserScreen {
    /// The symptom that this screen indicates.
    pub fn symptom(self) -> Symptom {
        match self {
            Self::SomethingWrong => Symptom::AuthorizePageError,
            Self::OtherAccount => Symptom::AuthorizeOtherAccount,
            Self::LoginLoop => Symptom::AuthorizeLoginLoop,
            Self::Blank => Symptom::AuthorizePageBlank,
        }
    }
}

/// What the person reports or asks for while the test is running.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SignInCommand {
    /// Stop the test. A token that was obtained is still revoked.
    Stop,
    /// The browser shows this screen instead of returning.
    Sees(BrowserScreen),
    /// The browser shows X's consent page. The test says what to press there, and the timeout starts again.
    SeesConsent,
    /// Keep waiting: the timeout starts again.
    KeepWaiting,
    /// The content of the address bar, if the browser can't reach the callback. It has a channel of its own, because it
    /// may contain a code.
    #[serde(skip)]
    Paste(Paste),
}

/// What a live test needs from its surroundings.
pub struct SignInContext<'a> {
    /// The client. Its exchanges are logged under the client's stage.
    pub net: &'a HttpClient,
    /// The time of day.
    pub clock: &'a Clock,
    /// The browser; [`PrivateOpener`] if the person wants a private window.
    pub opener: &'a dyn BrowserOpener,
    /// How long the person may take: [`TIMEOUT`].
    pub patience: Duration,
    /// How long to wait without any callback before the report says so: [`PROMPT_AFTER`].
    pub nudge: Duration,
    /// How long the listener stays after the callback was answered: [`STAY`].
    pub stay: Duration,
    /// The person's commands. If the sender was dropped, there are none.
    pub control: mpsc::Receiver<SignInCommand>,
    /// Receives every change of the progress.
    pub progress: mpsc::UnboundedSender<SignInProgress>,
}

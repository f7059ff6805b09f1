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

/// How long nothing may come back before the person is asked what they see.
pub const PROMPT_AFTER: Duration = Duration::from_secs(20);

/// What is tested.
#[derive(Clone, Debug)]
pub struct SignInConfig {
    /// X, or a practice X.
    pub endpoints: Endpoints,
    /// The app.
    pub pair: ClientCredentials,
    /// The registered test callback's port; 0 takes a free one, which no X has registered.
    pub port: u16,
    /// What to ask for.
    pub scopes: Scopes,
    /// Whether to ask for the e-mail address.
    pub email: Email,
}

impl SignInConfig {
    /// What an outcome of this request says that it was made with.
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

/// The browser that opens addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DefaultBrowser {
    /// This one, by the name that the desktop shows.
    Named(String),
    /// The system has one, and tells no name.
    Unnamed,
    /// None is known.
    Unknown,
}

/// Opens an address in the person's browser. Returns at once.
pub trait BrowserOpener: Send + Sync {
    /// Opens it.
    ///
    /// # Errors
    /// When no browser took it.
    fn open(&self, url: &Url) -> Result<(), NotOpened>;

    /// Which browser opens it, as far as the system tells. Opens nothing.
    fn browser(&self) -> DefaultBrowser {
        DefaultBrowser::Unknown
    }

    /// The name of the browser that can be asked for a private window; none where that isn't known to work. Answers at
    /// once, each time the same.
    fn private(&self) -> Option<&str> {
        None
    }

    /// Opens it in a private window: without the sessions, cookies and usually the extensions of the person's browser.
    /// Never falls back to a usual window.
    ///
    /// # Errors
    /// When no browser can be asked for one, or it couldn't be started.
    fn open_private(&self, _: &Url) -> Result<(), NotOpened> {
        Err(NotOpened)
    }
}

/// Opens every address in a private window of the other's browser.
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

/// What the person sees in the browser while nothing comes back [docs/evidence/x.md §1.6].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum BrowserScreen {
    /// "Something went wrong": X has refused.
    SomethingWrong,
    /// "Try signing in with a different account".
    OtherAccount,
    /// X's log-in page, again and again.
    LoginLoop,
    /// Nothing at all.
    Blank,
}

impl BrowserScreen {
    /// What it means for the test.
    pub fn symptom(self) -> Symptom {
        match self {
            Self::SomethingWrong => Symptom::AuthorizePageError,
            Self::OtherAccount => Symptom::AuthorizeOtherAccount,
            Self::LoginLoop => Symptom::AuthorizeLoginLoop,
            Self::Blank => Symptom::AuthorizePageBlank,
        }
    }
}

/// What the person says while the test runs.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SignInCommand {
    /// End it. A token that was got is revoked all the same.
    Stop,
    /// Where the browser stands, instead of coming back.
    Sees(BrowserScreen),
    /// X's consent page. Says what to press there, and goes on waiting for the whole patience again.
    SeesConsent,
    /// Go on waiting, for the whole patience again.
    KeepWaiting,
    /// What the address bar holds, where the browser can't come back. Comes by a way of its own: it may be a code.
    #[serde(skip)]
    Paste(Paste),
}

/// What a test needs of the world.
pub struct SignInContext<'a> {
    /// Its exchanges are traced under the stage it has.
    pub net: &'a HttpClient,
    /// The time of day.
    pub clock: &'a Clock,
    /// The browser; [`PrivateOpener`] where the person wishes a private window.
    pub opener: &'a dyn BrowserOpener,
    /// How long the person may take: [`TIMEOUT`].
    pub patience: Duration,
    /// How long nothing may come back before the report says so: [`PROMPT_AFTER`].
    pub nudge: Duration,
    /// The person's orders. A dropped sender means that there are none.
    pub control: mpsc::Receiver<SignInCommand>,
    /// Gets every change.
    pub progress: mpsc::UnboundedSender<SignInProgress>,
}

//! The simulated person's browser, which the job opens in the terminal's walkthrough and in the journeys.

use crate::Practice;
use crate::person::{BrowserSession, Error, VisitEnd};
use sourcerer_core::signin::{BrowserOpener, NotOpened, SignInCommand};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::mpsc;
use url::Url;

/// A browser with a simulated person. If the person can't continue at X, the browser reports to the live test what the
/// page shows, as a real person reports it in the window. Clones share the same browser.
#[derive(Clone, Debug)]
pub struct Browser {
    /// The same person with a private window, which has no cookies yet. Practice browsers don't report whether they
    /// have one.
    fresh: BrowserSession,
    person: Arc<tokio::sync::Mutex<BrowserSession>>,
    inside: Arc<Mutex<Inside>>,
}

#[derive(Debug, Default)]
struct Inside {
    /// The channel to the live test, if one runs.
    test: Option<mpsc::Sender<SignInCommand>>,
    seen: Option<VisitEnd>,
}

impl Browser {
    /// Creates a browser that trusts these servers.
    ///
    /// # Errors
    /// If the CA file of the servers can't be used.
    pub fn of(practice: &Practice) -> Result<Self, Error> {
        let world = practice.world();
        let fresh = BrowserSession::new(world.x.clone(), world.ca_file.as_deref())?;
        let person = Arc::new(tokio::sync::Mutex::new(fresh.clone()));
        Ok(Self { fresh, person, inside: Arc::default() })
    }

    /// Returns the receiver of the person's reports, for the live test that is about to start.
    pub fn orders(&self) -> mpsc::Receiver<SignInCommand> {
        let (test, orders) = mpsc::channel(4);
        self.inside().test = Some(test);
        orders
    }

    /// The last page of the newest visit. There is none before the first visit has ended.
    pub fn seen(&self) -> Option<VisitEnd> {
        self.inside().seen.clone()
    }

    /// Waits for the first visit to end, as long as a person would, and returns its last page; `None` if X didn't let the
    /// person continue.
    pub async fn arrived(&self) -> Option<VisitEnd> {
        for _ in 0..200 {
            if self.seen().is_some() {
                return self.at_rest().await;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        None
    }

    /// Waits for the end of the current visit and returns its last page: authentik logs a sign-in before its last page
    /// is shown.
    pub async fn at_rest(&self) -> Option<VisitEnd> {
        let _visit = self.person.lock().await;
        self.seen()
    }

    /// Opens an address and follows redirects and forms. Only one visit runs at a time, since visits share the cookies.
    async fn visit(&self, url: &Url, private: bool) {
        // The lock is held until the end, so that a waiting caller also sees the result of this visit.
        let mut person = self.person.lock().await;
        let visit = if private { self.fresh.clone().visit(url).await } else { person.visit(url).await };
        tracing::debug!(visit = ?visit.as_ref().map(|page| (page.url.path(), page.status)), "the visit is over");
        match visit {
            Ok(page) => self.inside().seen = Some(page),
            Err(Error::Sees(sight)) => {
                let test = self.inside().test.clone();
                if let Some(test) = test {
                    // A live test that has ended meanwhile doesn't need the report.
                    let _ = test.send(SignInCommand::Sees(sight)).await;
                }
            }
            // There is nothing to report: the live test notices these by itself.
            Err(Error::Http(_) | Error::CaFile(_) | Error::Consent(_) | Error::Lost) => {}
        }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl BrowserOpener for Browser {
    fn open(&self, url: &Url) -> Result<(), NotOpened> {
        let (browser, url) = (self.clone(), url.clone());
        tokio::spawn(async move { browser.visit(&url, false).await });
        Ok(())
    }

    fn open_private(&self, url: &Url) -> Result<(), NotOpened> {
        let (browser, url) = (self.clone(), url.clone());
        tokio::spawn(async move { browser.visit(&url, true).await });
        Ok(())
    }
}

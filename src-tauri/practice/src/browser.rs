//! The made-up person's browser as the job opens it: for the walk in the terminal and for journeys.

use crate::Practice;
use crate::person::{BrowserSession, Error, VisitEnd};
use sourcerer_core::signin::{BrowserOpener, NotOpened, SignInCommand};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::mpsc;
use url::Url;

/// A browser with a person in front of it. What the person runs into at X, they say to the live test, as a real one
/// says it to the window. Clones are the same browser.
#[derive(Clone, Debug)]
pub struct Browser {
    /// The same person with a private window, which has no cookies yet. Practice browsers don't say whether they offer
    /// one.
    fresh: BrowserSession,
    person: Arc<tokio::sync::Mutex<BrowserSession>>,
    inside: Arc<Mutex<Inside>>,
}

#[derive(Debug, Default)]
struct Inside {
    /// To the live test that runs, if one does.
    test: Option<mpsc::Sender<SignInCommand>>,
    seen: Option<VisitEnd>,
}

impl Browser {
    /// One that trusts these servers.
    ///
    /// # Errors
    /// When their CA file can't be used.
    pub fn of(practice: &Practice) -> Result<Self, Error> {
        let world = practice.world();
        let fresh = BrowserSession::new(world.x.clone(), world.ca_file.as_deref())?;
        let person = Arc::new(tokio::sync::Mutex::new(fresh.clone()));
        Ok(Self { fresh, person, inside: Arc::default() })
    }

    /// What the person says to the live test that is about to start.
    pub fn orders(&self) -> mpsc::Receiver<SignInCommand> {
        let (test, orders) = mpsc::channel(4);
        self.inside().test = Some(test);
        orders
    }

    /// The page at which the newest visit came to rest; none before the first.
    pub fn seen(&self) -> Option<VisitEnd> {
        self.inside().seen.clone()
    }

    /// The same, once the visit that goes on is over: authentik notes a sign-in before its last page is shown.
    pub async fn at_rest(&self) -> Option<VisitEnd> {
        let _visit = self.person.lock().await;
        self.seen()
    }

    /// Opens an address and goes where the pages lead. One visit at a time, since they share the cookies.
    async fn visit(&self, url: &Url, private: bool) {
        // Held until the end, so that a waiting caller also sees the result of the visit.
        let mut person = self.person.lock().await;
        let visit = if private { self.fresh.clone().visit(url).await } else { person.visit(url).await };
        tracing::debug!(visit = ?visit.as_ref().map(|page| (page.url.path(), page.status)), "the visit is over");
        match visit {
            Ok(page) => self.inside().seen = Some(page),
            Err(Error::Sees(sight)) => {
                let test = self.inside().test.clone();
                if let Some(test) = test {
                    // A test that has ended meanwhile has nothing more to hear.
                    let _ = test.send(SignInCommand::Sees(sight)).await;
                }
            }
            // The person can't say more than that it doesn't go on; the test notices by itself.
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

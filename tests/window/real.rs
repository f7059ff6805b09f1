//! A job that isn't practice: the window treats its server as real, but it is the practice authentik.

use crate::walk::{self, IssuedCredentials};
use anyhow::{Result, ensure};
use secrecy::{ExposeSecret as _, SecretString};
use sourcerer_practice::{Practice, PracticeOptions};
use sourcerer_tests::canary::Canary;
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::processes::Process;
use sourcerer_tests::requests::{FIRST_CONTACT, unasked};
use sourcerer_tests::session::Session;

/// The server, and the app at the practice X whose client credentials are pasted.
pub(crate) struct Server {
    practice: Practice,
}

impl Server {
    pub(crate) async fn start() -> Result<Self> {
        Ok(Self { practice: Practice::start(PracticeOptions::default()).await? })
    }

    pub(crate) fn token(&self) -> &SecretString {
        self.practice.authentik.token()
    }

    /// Random client credentials of the right form.
    pub(crate) fn pair(&self) -> IssuedCredentials {
        let pair = self.practice.register(Vec::new(), String::new());
        IssuedCredentials {
            client_id: pair.client_id.clone(),
            client_secret: pair.client_secret.expose_secret().into(),
        }
    }

    /// From Start to the last step of stage 3, with the address and the token typed.
    pub(crate) async fn reach_credentials(&self, window: &Page) -> Result<()> {
        window.arrive("What do you want to do?").await?;
        window.follow(walk::SET_UP).await?;
        window.arrive(walk::SERVER).await?;
        window.fill("authentik address", self.practice.authentik.base()).await?;
        window.fill("API token", self.token().expose_secret()).await?;
        window.key(Key::Tab).await?;
        window.see("In the keyring").await?;
        walk::check_server(window).await?;
        walk::names(window).await?;
        walk::open_the_last_step(window).await?;
        window.see("Client Secret").await
    }

    /// The two checks at the end of every journey: there was no unexpected request, and neither the token nor the
    /// Client Secret is in anything that this session has written: job, journals, logs, output, caches.
    pub(crate) async fn end(self, session: &Session, before: &[Process], pair: IssuedCredentials) -> Result<()> {
        // A process that still runs may still write.
        session.runs_only(before).await?;
        let mut faults = unasked(&self.practice.log().all(), FIRST_CONTACT);
        for secret in [self.token().clone(), pair.client_secret] {
            // The keyring's own file is below that folder too: it is encrypted, or the search finds the secret.
            let found = Canary::new(secret).below(session.folder())?;
            faults.extend(found.into_iter().map(|found| format!("a secret is in {found}")));
        }
        ensure!(faults.is_empty(), faults.join("\n"));
        Ok(())
    }
}

//! The beginning of the journeys that give the window a server: a practice authentik that the window treats as a real
//! one.

use crate::walk::{self, IssuedCredentials, LONG};
use anyhow::Result;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use sourcerer_practice::{Practice, PracticeOptions};
use sourcerer_tests::display::{DisplayServer, environment};
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::raw::Raw;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

/// The path of the links in authentik's API.
pub(crate) const LINKS: &str = "/api/v3/sources/user_connections/oauth/";

/// The servers, a desktop with a keyring, and the open window on Start.
pub(crate) struct Begun {
    pub(crate) environment: DisplayServer,
    pub(crate) practice: Practice,
    pub(crate) session: Session,
    pub(crate) window: Window,
}

impl Begun {
    /// Starts all of them. It is `None` if there is no display for a window.
    pub(crate) async fn with(options: PracticeOptions) -> Result<Option<Self>> {
        let Some(environment) = environment()? else { return Ok(None) };
        let practice = Practice::start(options).await?;
        let session = Session::start(Keyring::Unlocked).await?;
        let window = Window::open(&session, &environment).await?;
        Ok(Some(Self { environment, practice, session, window }))
    }

    /// A client for the server, as another admin's program.
    pub(crate) fn raw(&self) -> Raw {
        Raw::new(self.practice.authentik.base(), self.practice.authentik.token())
    }

    /// From Start into stage 1, with the server's address and its token entered.
    pub(crate) async fn enters_the_server(&self) -> Result<()> {
        enters_the_server(&self.window, self.practice.authentik.base(), self.practice.authentik.token()).await
    }

    /// From Start to stage 5 with a plan, with this address of the server.
    pub(crate) async fn comes_to_the_review(&self, base: &str) -> Result<()> {
        enters_the_server(&self.window, base, self.practice.authentik.token()).await?;
        walk::check_server(&self.window).await?;
        goes_on_to_the_review(&self.window, &self.practice).await
    }

    pub(crate) async fn ends(self) -> Result<()> {
        self.window.close(&self.session).await?;
        self.practice.stop().await;
        Ok(())
    }
}

async fn enters_the_server(window: &Page, base: &str, token: &SecretString) -> Result<()> {
    window.arrive("What do you want to do?").await?;
    window.follow(walk::SET_UP).await?;
    window.arrive(walk::SERVER).await?;
    window.fill("authentik address", base).await?;
    window.fill("API token", token.expose_secret()).await?;
    window.key(Key::Tab).await?;
    window.see("In the keyring").await
}

/// From stage 2 to stage 5, without the live test, which would use the real X.
pub(crate) async fn goes_on_to_the_review(window: &Page, practice: &Practice) -> Result<()> {
    walk::names(window).await?;
    let pair = practice.register(Vec::new(), String::new());
    let pair = IssuedCredentials {
        client_id: pair.client_id.clone(),
        client_secret: pair.client_secret.expose_secret().into(),
    };
    walk::open_the_last_step(window).await?;
    walk::paste(window, &pair, "In the keyring").await?;
    window.chord(Key::Alt, '5').await?;
    window.patient(LONG).see("Read at").await
}

/// The links: which user is linked to which source with which X account.
pub(crate) async fn links(raw: &Raw) -> Result<Vec<[Value; 4]>> {
    let all = raw.list(LINKS).await?;
    Ok(all.iter().map(|link| ["pk", "user", "source", "identifier"].map(|field| link[field].clone())).collect())
}

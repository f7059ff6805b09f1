//! A simulated person as the session's browser. Addresses that the window opens are recorded, and the person visits
//! them without a display. Starting a real browser takes seconds, so most journeys use this; those with a real one use
//! [`crate::browser`].

use crate::browser::open_links_with;
use crate::patience::{START, until};
use crate::session::Session;
use anyhow::{Context as _, Result, ensure};
use secrecy::SecretString;
use sourcerer_practice::person::{BrowserSession, Error, VisitEnd};
use sourcerer_practice::x::TokenAuthentication;
use std::fs;
use std::path::PathBuf;
use url::Url;

/// A simulated person who opens the links of one window.
#[derive(Debug)]
pub struct Visitor {
    notes: PathBuf,
    taken: usize,
    person: Option<BrowserSession>,
}

impl Visitor {
    /// Makes the visitor the default browser of this session.
    ///
    /// # Errors
    /// The same as for a real browser.
    pub async fn install(session: &Session) -> Result<Self> {
        let notes = session.folder().join("opened");
        fs::write(&notes, "")?;
        open_links_with(session, &format!("printf '%s\\n' \"$1\" >> '{}'", notes.display())).await?;
        Ok(Self { notes, taken: 0, person: None })
    }

    /// Waits for the next address that the window opens.
    ///
    /// # Errors
    /// If it opens none.
    pub async fn opened(&mut self) -> Result<Url> {
        let line = until(START, async || {
            let notes = fs::read_to_string(&self.notes)?;
            // A line is complete when it has its line break.
            let whole = notes.rsplit_once('\n').map_or("", |(whole, _)| whole);
            whole.lines().nth(self.taken).map(str::to_owned).context("nothing was opened")
        })
        .await?;
        self.taken += 1;
        Url::parse(&line).with_context(|| line)
    }

    /// Creates an app in the practice portal at this address, fills in its form, and stores its client credentials.
    ///
    /// # Errors
    /// If the portal refuses the form.
    pub async fn registers(&mut self, portal: &Url, callbacks: &[&str], website: &str) -> Result<TokenAuthentication> {
        let mut x = portal.clone();
        x.set_path("/");
        x.set_query(None);
        let mut person = BrowserSession::new(x, None)?;
        let create = [("layout", "console"), ("name", "Company login"), ("environment", "production")];
        let created = person.send(&portal.join("create")?, &create).await?;
        let number =
            created.url.query_pairs().find(|(name, _)| name == "app").context("the app's number")?.1.into_owned();

        let mut form = vec![
            ("layout", "console"),
            ("app", number.as_str()),
            ("app-permissions", "read"),
            ("type-of-app", "web"),
            ("website", website),
            ("do", "save"),
        ];
        form.extend(callbacks.iter().map(|callback| ("callback", *callback)));
        let saved = person.send(&portal.join("settings")?, &form).await?;
        ensure!(saved.status == 200, "the form isn't taken: {}", saved.html);
        let secret = value(&saved.html, "client-secret").context("the Client Secret")?;
        let client_id = value(&saved.html, "client-id").context("the Client ID")?;
        self.person = Some(person);
        Ok(TokenAuthentication { client_id, client_secret: SecretString::from(secret) })
    }

    /// Opens an address, follows the pages, and authorizes the app on the consent page. The inner error says what X
    /// shows instead.
    ///
    /// # Errors
    /// If no app was registered before.
    pub async fn visits(&mut self, address: &Url) -> Result<Result<VisitEnd, Error>> {
        let person = self.person.as_mut().context("somebody who knows where X is")?;
        Ok(person.visit(address).await)
    }
}

/// The value of the input with this id.
fn value(html: &str, id: &str) -> Option<String> {
    let rest = &html[html.find(&format!(" id=\"{id}\""))?..];
    Some(rest.split_once("value=\"")?.1.split('"').next()?.to_owned())
}

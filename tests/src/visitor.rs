//! A made-up person as the session's browser: what the window opens is written down, and the person goes there without a
//! screen. Many journeys in a row take seconds each this way; the ones with a real browser are in [`crate::browser`].

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

/// Somebody who opens the links of one window.
#[derive(Debug)]
pub struct Visitor {
    notes: PathBuf,
    taken: usize,
    person: Option<BrowserSession>,
}

impl Visitor {
    /// Becomes the browser of this session.
    ///
    /// # Errors
    /// As for a real one.
    pub async fn install(session: &Session) -> Result<Self> {
        let notes = session.folder().join("opened");
        fs::write(&notes, "")?;
        open_links_with(session, &format!("printf '%s\\n' \"$1\" >> '{}'", notes.display())).await?;
        Ok(Self { notes, taken: 0, person: None })
    }

    /// The next address that the window opened.
    ///
    /// # Errors
    /// If it opens none.
    pub async fn opened(&mut self) -> Result<Url> {
        let line = until(START, async || {
            let notes = fs::read_to_string(&self.notes)?;
            // A line is whole once it has its end.
            let whole = notes.rsplit_once('\n').map_or("", |(whole, _)| whole);
            whole.lines().nth(self.taken).map(str::to_owned).context("nothing was opened")
        })
        .await?;
        self.taken += 1;
        Url::parse(&line).with_context(|| line)
    }

    /// Makes an app in the practice portal that was opened there, fills in its form, and keeps what it hands out.
    ///
    /// # Errors
    /// If the portal doesn't take it.
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

    /// Goes to an address and where its pages lead, agreeing at the consent page; or says what stands there instead.
    ///
    /// # Errors
    /// If no app was registered before.
    pub async fn visits(&mut self, address: &Url) -> Result<Result<VisitEnd, Error>> {
        let person = self.person.as_mut().context("somebody who knows where X is")?;
        Ok(person.visit(address).await)
    }
}

/// What stands in the box of this id.
fn value(html: &str, id: &str) -> Option<String> {
    let rest = &html[html.find(&format!(" id=\"{id}\""))?..];
    Some(rest.split_once("value=\"")?.1.split('"').next()?.to_owned())
}

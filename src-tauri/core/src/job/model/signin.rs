//! Stage 4, as it is stored: the newest live test.

use crate::checks::VisitorEnd;
use crate::diagnosis::Symptom;
use crate::job::forecast::ForecastInputs;
use crate::signin::SignInOutcome;
use serde::{Deserialize, Serialize};
use url::Url;

/// The newest test, and whether the admin goes on without one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SignIn {
    /// Whether the admin goes on without a live test that passed.
    pub skipped: bool,
    /// Whether the test should open in a private window, if the browser can open one.
    pub private: bool,
    /// Whether the test should open the page at X to which the server sends visitors, if that is another one.
    pub by_server: bool,
    /// The newest test.
    pub tested: Option<SignInResult>,
}

/// A live test, with what the server showed about the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignInResult {
    /// The outcome of the test.
    pub outcome: SignInOutcome,
    /// When the secret that was used had been stored.
    pub secret_at: String,
    /// What the server showed about the person who signed in, for the forecast.
    #[serde(default)]
    pub sight: Option<ForecastInputs>,
    /// A port that was free when the registered one was found taken.
    #[serde(default)]
    pub other_port: Option<u16>,
    /// Whether the server asks X for the email address by itself, so that the test asked for it too.
    #[serde(default)]
    pub server_asks_email: bool,
    /// The page at X to which the server sends visitors, if that was read.
    #[serde(default)]
    pub server_page: Option<String>,
}

impl SignInResult {
    /// What the test shows of X's page at this host, which may have a port: a test that used another host shows nothing.
    pub fn visitor_end(&self, host: &str) -> VisitorEnd {
        if host_of(&self.outcome.inputs.authorize).as_deref() != Some(host) {
            return VisitorEnd::Unknown;
        }
        match &self.outcome.symptom {
            Some(
                Symptom::AuthorizePageError
                | Symptom::AuthorizeOtherAccount
                | Symptom::AuthorizeLoginLoop
                | Symptom::AuthorizePageBlank,
            ) => VisitorEnd::Failed,
            // X sent the browser back, whatever happened then.
            _ if self.outcome.code_age.is_some() => VisitorEnd::Passed,
            Some(_) | None => VisitorEnd::Unknown,
        }
    }

    /// The host of the page at X to which the server sends visitors, if the test used another one.
    pub fn other_host(&self) -> Option<String> {
        let host = host_of(self.server_page.as_deref()?)?;
        (host_of(&self.outcome.inputs.authorize).as_ref() != Some(&host)).then_some(host)
    }
}

/// The host of an address, with its port if that isn't the scheme's default.
fn host_of(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    Some(url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}

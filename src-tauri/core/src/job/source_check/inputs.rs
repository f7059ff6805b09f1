//! The inputs of a source check.

use super::result::{self, SourceCheckResult};
use crate::address::{self, HttpPolicy, ServerUrl, Slug, SourceLink};
use crate::authentik::ServerLegResult;
use crate::checks::{Finding, FoundSource};
use crate::credentials::{ClientCredentials, ClientId, ClientSecret, PasteField, PasteVerdict, Recognised, recognise};
use crate::diagnosis::{ForgottenSecret, Symptom};
use crate::job::model::LoginResult;
use crate::job::{Environment, SecretLocation, StoredSecret};
use crate::loopback::{self, Callback};
use crate::paste;
use crate::report::Report;
use crate::vault::Key;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value};
use std::path::PathBuf;

/// A secret that was entered, in this run's memory.
#[derive(Clone, Debug)]
pub struct SessionSecret {
    /// How to recognize it, and which server it is for.
    pub kept: StoredSecret,
    pub(in crate::job) secret: SecretString,
}

/// What was learned when an API token was entered for a source check.
#[derive(Debug, Default)]
pub struct TokenInput {
    /// The token, if there is one for the server that is entered.
    pub given: Option<SessionSecret>,
    /// Why the keyring didn't store it, or doesn't have it.
    pub keyring: Option<Symptom>,
}

/// The source check: its inputs and its result.
#[derive(Clone, Debug, Default)]
pub struct SourceCheck {
    /// The address as it was typed.
    pub address: String,
    /// The slug as it was typed, or as it was taken from the address.
    pub slug: String,
    /// Whether plain http to a private host was agreed to.
    pub allow_http: bool,
    /// A file with the certificates of a private CA.
    pub ca_file: Option<PathBuf>,
    /// The API token.
    pub(super) token: Option<SessionSecret>,
    /// The Client ID, if the value has the shape of one.
    pub(super) client_id: Option<String>,
    /// The Client Secret, if the value has the shape of one.
    pub(super) secret: Option<SessionSecret>,
    /// What the newest paste into either field was recognized as.
    pub(super) id_recognised: Option<Recognised>,
    pub(super) secret_recognised: Option<Recognised>,
    /// Why the keyring didn't store or return a token.
    pub(super) keyring: Option<Symptom>,
    /// The result of the newest run.
    pub found: Option<SourceCheckResult>,
    /// A report from somebody else, while it is open.
    pub opened: Option<Box<Report>>,
    /// The settings that a job file plans, if the source should be compared with them instead of with what this machine
    /// knows.
    pub(super) against: Option<Map<String, Value>>,
    /// The sources that the server's login page offers, if they were looked for because no slug was entered.
    pub(super) offered: Option<Vec<FoundSource>>,
    /// The newest test login through the source.
    pub login: Option<Box<LoginResult>>,
    /// The progress of the server check, while the source check is running.
    pub asking: Vec<ServerLegResult>,
    /// The findings so far, in the order of the checks, while the source check is running.
    pub coming: Vec<Finding>,
    /// The number of the run that is shown; none while none is running.
    running: Option<u32>,
    runs: u32,
}

/// What X reports in a callback of a source, as people copy it from an address bar: `access_denied` on a Cancel, or
/// another error [O, docs/evidence/x.md §1.6, §1.7]. Codes and states in it are passed over.
pub fn callback_error(pasted: &str) -> Option<String> {
    address::source_link(pasted).filter(|(link, _)| *link == SourceLink::Callback)?;
    let (_, query) = pasted.split_once('?')?;
    match loopback::parse(query.split('#').next().unwrap_or_default().trim()) {
        Callback::Refused { error, .. } => Some(error),
        Callback::Declined { .. } => Some("access_denied".to_owned()),
        Callback::Code { .. } | Callback::Nothing { .. } | Callback::Twice => None,
    }
}

impl SourceCheck {
    pub(super) fn plain(&self) -> HttpPolicy {
        if self.allow_http { HttpPolicy::PrivateConfirmed } else { HttpPolicy::LoopbackOnly }
    }

    /// The address, if it is usable.
    pub fn url(&self) -> Option<ServerUrl> {
        ServerUrl::parse(&self.address, self.plain()).ok().map(|read| read.url)
    }

    /// The slug, if it is usable.
    pub fn slug(&self) -> Option<Slug> {
        Slug::parse_existing(self.slug.trim()).ok()
    }

    /// The kind of source address that was pasted, if it is one.
    pub fn link(&self) -> Option<SourceLink> {
        address::source_link(&self.address).map(|(link, _)| link)
    }

    /// What X reports in the address, if it is a callback with an error: somebody was sent back there.
    pub fn callback_error(&self) -> Option<String> {
        callback_error(&self.address)
    }

    /// The token, if it is for the server that is entered now.
    pub fn token(&self) -> Option<&SessionSecret> {
        let url = self.url()?;
        self.token.as_ref().filter(|given| given.kept.server == url.as_str())
    }

    /// The Client ID.
    pub fn client_id(&self) -> Option<ClientId> {
        self.client_id.as_deref().map(ClientId::from)
    }

    /// The Client Secret.
    pub fn secret(&self) -> Option<ClientSecret> {
        self.secret.as_ref().map(|given| ClientSecret::from(given.secret.clone()))
    }

    /// The client credentials, if both parts were entered.
    pub(in crate::job) fn pair(&self) -> Option<ClientCredentials> {
        self.client_id().zip(self.secret()).map(|(id, secret)| ClientCredentials { id, secret })
    }

    /// What was recognized in the two fields of the client credentials.
    pub fn recognitions(&self) -> impl Iterator<Item = &Recognised> {
        [&self.id_recognised, &self.secret_recognised].into_iter().flatten()
    }

    /// Whether a check is running.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Takes new input. Results about other input are dropped. If the address contains a slug, that slug is used.
    pub fn merge_input(&mut self, address: String, slug: String, allow_http: bool) {
        let told = (address != self.address).then(|| address::source_link(&address)).flatten();
        let slug = told.map_or(slug, |(_, slug)| slug.to_string());
        if self.address != address || self.allow_http != allow_http {
            self.offered = None;
        }
        if (&self.address, &self.slug, self.allow_http) != (&address, &slug, allow_http) {
            self.put_away();
        }
        (self.address, self.slug, self.allow_http) = (address, slug, allow_http);
    }

    /// Takes a file with the certificates of a private CA, or none.
    pub fn choose_ca(&mut self, ca_file: Option<PathBuf>) {
        if self.ca_file != ca_file {
            self.offered = None;
            self.put_away();
        }
        self.ca_file = ca_file;
    }

    /// Takes a token that [`token`] or [`load_stored_token`] returned, and why the keyring wasn't used for it.
    pub fn take_token(&mut self, input: TokenInput) {
        let TokenInput { given, keyring } = input;
        self.keyring = keyring;
        if given.is_some() {
            self.token = given;
            self.put_away();
        }
    }

    /// Drops the token. One in the keyring stays there.
    pub fn forget_token(&mut self) {
        (self.token, self.keyring) = (None, None);
        self.put_away();
    }

    /// Forgets the Client Secret.
    pub fn forget_secret(&mut self) {
        (self.secret, self.secret_recognised) = (None, None);
        self.put_away();
    }

    /// Records that this source has a new secret. One that was entered is replaced by it, and results about the old one
    /// are dropped.
    pub(in crate::job) fn renew_secret(
        &mut self,
        environment: &Environment,
        url: &ServerUrl,
        slug: &Slug,
        secret: SecretString,
    ) {
        if self.url().as_ref() != Some(url) || self.slug().as_ref() != Some(slug) {
            return;
        }
        if self.secret.is_some() {
            self.secret = Some(given(environment, url, secret, SecretLocation::Memory));
            self.secret_recognised = None;
        }
        self.put_away();
    }

    /// Drops the results about other input, and ignores a check that is still running for it.
    fn put_away(&mut self) {
        (self.found, self.running) = (None, None);
        self.asking.clear();
        self.coming.clear();
    }

    /// Whether the source is still to be found by the server's login page: there is an address, and no slug.
    pub fn wants_source(&self) -> bool {
        self.url().is_some() && self.slug.trim().is_empty()
    }

    /// Takes the sources that the login page of this server offers. The only one is checked at once.
    pub fn merge_sources(&mut self, asked: &Self, found: Vec<FoundSource>) {
        if self.wants_source() && self.url() == asked.url() {
            if let [only] = found.as_slice() {
                self.slug.clone_from(&only.slug);
            }
            self.offered = Some(found);
        }
    }

    /// Starts a run, and returns its number; none while one is running already, or while there is no slug.
    pub fn begin(&mut self) -> Option<u32> {
        if self.is_running() || self.slug().is_none() {
            return None;
        }
        self.runs += 1;
        self.running = Some(self.runs);
        self.coming.clear();
        self.running
    }

    /// Shows the progress of the server check of the run with this number.
    pub fn merge_legs(&mut self, run: u32, legs: Vec<ServerLegResult>) {
        if self.running == Some(run) {
            self.asking = legs;
        }
    }

    /// Inserts a finding of the run with this number.
    pub fn merge_finding(&mut self, run: u32, finding: Finding) {
        if self.running == Some(run) {
            result::put(&mut self.coming, finding);
        }
    }

    /// Takes the result of the run with this number, which has ended.
    pub fn merge_result(&mut self, run: u32, found: Option<SourceCheckResult>) {
        if self.running == Some(run) {
            self.running = None;
            self.asking.clear();
            self.coming.clear();
            self.found = found.or_else(|| self.found.take());
        }
    }
}

/// Takes a pasted API token for the server that is entered: into memory, and into the keyring if the person wants that.
pub async fn token(
    environment: &Environment,
    support: &SourceCheck,
    text: &SecretString,
    place: SecretLocation,
) -> TokenInput {
    let Some(url) = support.url() else { return TokenInput::default() };
    let secret = SecretString::from(paste::strip(text.expose_secret()).text.into_owned());
    if secret.expose_secret().is_empty() {
        return TokenInput::default();
    }
    // If a job uses a token of this server from memory, it uses this one from now on.
    if let Ok(Some(_)) = environment.get(Key::api_token(&url), SecretLocation::Memory).await {
        let renewed = environment.put(Key::api_token(&url), secret.clone(), SecretLocation::Memory).await;
        if let Err(symptom) = renewed {
            return TokenInput { given: None, keyring: Some(symptom) };
        }
    }
    let wanted = environment.place(place);
    let refused = match wanted {
        SecretLocation::Memory => None,
        SecretLocation::Keyring => environment.put(Key::api_token(&url), secret.clone(), wanted).await.err(),
    };
    let place = if refused.is_some() { SecretLocation::Memory } else { wanted };
    TokenInput { given: Some(given(environment, &url, secret, place)), keyring: refused }
}

/// Reads the token that the keyring has for the server that is entered.
pub async fn load_stored_token(environment: &Environment, support: &SourceCheck) -> TokenInput {
    let Some(url) = support.url() else { return TokenInput::default() };
    match environment.get(Key::api_token(&url), SecretLocation::Keyring).await {
        Ok(Some(secret)) => {
            TokenInput { given: Some(given(environment, &url, secret, SecretLocation::Keyring)), keyring: None }
        }
        Ok(None) => {
            TokenInput { given: None, keyring: Some(Symptom::SecretForgotten { secret: ForgottenSecret::ApiToken }) }
        }
        Err(symptom) => TokenInput { given: None, keyring: Some(symptom) },
    }
}

fn given(environment: &Environment, url: &ServerUrl, secret: SecretString, place: SecretLocation) -> SessionSecret {
    let kept = StoredSecret::new(&environment.clock, &secret, place, url.as_str());
    SessionSecret { kept, secret }
}

/// Takes what was pasted into one of the two fields of the client credentials, recognized offline. Credentials pasted
/// together fill both fields. What looks wrong is reported and not used: it may be a secret in the wrong field.
pub fn pair(environment: &Environment, support: &mut SourceCheck, field: PasteField, text: &SecretString) {
    let pasted = recognise(text.expose_secret(), field);
    let whole = pasted.pair();
    match (&whole, field) {
        (Some(pair), _) => {
            take_id(support, pair.id.as_str());
            take_secret(environment, support, pair.secret.expose_secret());
        }
        (None, PasteField::ClientId) => take_id(support, text.expose_secret()),
        (None, PasteField::ClientSecret) => take_secret(environment, support, text.expose_secret()),
    }
    support.put_away();
}

fn take_id(support: &mut SourceCheck, text: &str) {
    let pasted = recognise(text, PasteField::ClientId);
    let is_taken = pasted.recognised.verdict != PasteVerdict::Wrong && pasted.recognised.kind.is_one_value();
    support.client_id = pasted.client_id().filter(|_| is_taken).map(|id| id.as_str().to_owned());
    support.id_recognised = (!text.trim().is_empty()).then_some(pasted.recognised);
}

fn take_secret(environment: &Environment, support: &mut SourceCheck, text: &str) {
    let pasted = recognise(text, PasteField::ClientSecret);
    let is_taken = pasted.recognised.verdict != PasteVerdict::Wrong && pasted.recognised.kind.is_one_value();
    if let Some(secret) = pasted.client_secret().filter(|_| is_taken) {
        let secret = secret.into_secret();
        let server = support.url().map(|url| url.as_str().to_owned()).unwrap_or_default();
        let kept = StoredSecret::new(&environment.clock, &secret, SecretLocation::Memory, &server);
        support.secret = Some(SessionSecret { kept, secret });
    }
    support.secret_recognised = (!text.trim().is_empty()).then_some(pasted.recognised);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::CheckOutcome;
    use crate::i18n::msg;

    fn finding(id: &str, outcome: CheckOutcome) -> Finding {
        let passed = crate::checks::inside::skip_other_brands();
        Finding { id: id.to_owned(), outcome, detail: Some(msg::checks_skipped_server()), ..passed }
    }

    #[test]
    fn an_address_of_a_source_fills_the_slug_until_another_is_typed() {
        let mut support = SourceCheck::default();
        support.merge_input("https://auth.company/source/oauth/callback/x-2/".to_owned(), "x".to_owned(), false);
        assert_eq!((support.slug.as_str(), support.link()), ("x-2", Some(SourceLink::Callback)));
        let address = support.address.clone();
        support.merge_input(address, "other".to_owned(), false);
        assert_eq!(support.slug, "other");
        assert_eq!(support.url().expect("an address").as_str(), "https://auth.company");
    }

    #[test]
    fn a_token_is_for_the_server_that_stood_there_when_it_was_given_and_for_no_other() {
        let mut support = SourceCheck::default();
        support.merge_input("https://auth.company".to_owned(), "x".to_owned(), false);
        let kept = StoredSecret {
            ending: String::new(),
            at: String::new(),
            place: SecretLocation::Memory,
            server: "https://auth.company".to_owned(),
        };
        let given = Some(SessionSecret { kept, secret: SecretString::from("canary-token") });
        support.take_token(TokenInput { given, keyring: None });
        assert!(support.token().is_some());
        for address in ["https://auth.company.evil", "https://auth.company:8443", "https://auth.company/sso", ""] {
            support.merge_input(address.to_owned(), "x".to_owned(), false);
            assert!(support.token().is_none(), "{address}");
        }
        support.merge_input("auth.company".to_owned(), "x".to_owned(), false);
        assert!(support.token().is_some());
        assert!(!format!("{support:?}").contains("canary"));
    }

    #[test]
    fn a_run_that_was_overtaken_is_heard_no_more() {
        let mut support = SourceCheck::default();
        assert_eq!(support.begin(), None, "there is nothing to check");
        support.merge_input("https://auth.company".to_owned(), "y".to_owned(), false);
        let first = support.begin().expect("a run");
        assert_eq!(support.begin(), None);
        support.merge_input("https://auth.company".to_owned(), "x".to_owned(), false);
        support.merge_finding(first, finding("server", CheckOutcome::Passed));
        assert!(support.coming.is_empty() && !support.is_running());
        let second = support.begin().expect("another");
        support.merge_finding(second, finding("server", CheckOutcome::Passed));
        assert_eq!(support.coming.len(), 1);
    }
}

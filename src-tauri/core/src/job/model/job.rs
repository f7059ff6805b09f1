//! The job: what was entered at each stage, and the newest result of each check.

use super::credentials::Credentials;
use super::handover::Handover;
use super::login::LoginResult;
use super::names::Names;
use super::push::Push;
use super::repair::Repair;
use super::server::Server;
use super::signin::{SignIn, SignInResult};
use super::source_stage::SourceStage;
use super::verify::{OutsideCheck, Verify};
use super::xapp::XApp;
use crate::address::Urls;
use crate::checks::VisitorEnd;
use crate::portal::scopes::EMAIL;
use crate::signin::SignInInputs;
use crate::stage::Stage;
use crate::storage::Versioned;
use crate::x::{Email, Scopes};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The open job: what was entered and the newest results. It is saved after each change and holds no secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Job {
    /// The id of the job, which names its file.
    pub id: String,
    /// When it was started (RFC 3339, UTC).
    pub made: String,
    /// When it was last changed (RFC 3339, UTC).
    pub touched: String,
    /// The name that the admin gave the job; empty if none.
    #[serde(default)]
    pub label: String,
    /// Whether the admin moved it below the list.
    #[serde(default)]
    pub archived: bool,
    /// The page that is open.
    pub page: Stage,
    /// Stage 1.
    pub server: Server,
    /// Stage 2.
    pub names: Names,
    /// Stage 3.
    pub xapp: XApp,
    /// The second part of stage 3.
    pub credentials: Credentials,
    /// Stage 4.
    pub signin: SignIn,
    /// Stage 5.
    pub push: Push,
    /// Stage 6.
    pub verify: Verify,
    /// The source stage, an optional part of stage 5.
    #[serde(default)]
    pub source_stage: SourceStage,
    /// The link repair, an optional part of stage 5.
    #[serde(default)]
    pub repair: Repair,
    /// What the job knows of its copies on other machines.
    #[serde(default)]
    pub handover: Handover,
}

impl Versioned for Job {
    const VERSION: u32 = 2;

    /// Version 1 had no choice of who gets in, and a program that knows only that version would push a source with the
    /// default flows. Its files are read as they are: what they don't have is the choice that they stood for.
    fn upgrade(version: u32, content: Value) -> Option<Value> {
        (version == 1).then_some(content)
    }
}

impl Job {
    /// Every URL that results from address, slug and port; `None` while one of them isn't usable.
    pub fn urls(&self) -> Option<Urls> {
        Some(Urls::new(&self.server.url()?, &self.names.slug()?, self.names.typed.port))
    }

    /// The job without the numbers of its exchanges, because in this run's request log those numbers belong to other
    /// exchanges.
    #[must_use]
    pub(in crate::job) fn without_exchanges(mut self) -> Self {
        if let Some(checked) = &mut self.credentials.checked {
            checked.probe.exchange = None;
        }
        for leg in self.signin.tested.iter_mut().flat_map(|tested| &mut tested.outcome.legs) {
            leg.exchange = None;
        }
        self
    }

    /// The scopes that a sign-in requests from X; `None` while the further scopes can't be sent.
    pub(in crate::job) fn requested_scopes(&self) -> Option<Scopes> {
        Some(Scopes::for_source(&self.names.additional_scopes().ok()?.to_authentik()))
    }

    /// Whether a sign-in asks X for the email address.
    pub(in crate::job) fn email(&self) -> Email {
        if self.names.wants_email() { Email::Wanted } else { Email::NotWanted }
    }

    /// The newest live test, if it was made with what is entered now.
    pub fn fresh_test(&self) -> Option<&SignInResult> {
        let tested = self.signin.tested.as_ref()?;
        let now = SignInInputs {
            client_id: self.credentials.client_id()?,
            port: self.names.typed.port,
            scopes: if tested.server_asks_email {
                self.requested_scopes()?.with(EMAIL)
            } else {
                self.requested_scopes()?
            },
            email: self.email(),
            authorize: tested.outcome.inputs.authorize.clone(),
        };
        let secret_at = &self.credentials.secret.as_ref()?.kept.at;
        (tested.outcome.inputs == now && tested.secret_at == *secret_at).then_some(tested)
    }

    /// What is known of visitors whom the server sends to X: from the newest test login, or from the newest live test if
    /// that went to the same host.
    pub(in crate::job) fn visitor_end(&self, host: &str) -> VisitorEnd {
        let login = self.fresh_login().map_or(VisitorEnd::Unknown, LoginResult::visitor_end);
        match (login, self.fresh_test()) {
            (VisitorEnd::Unknown, Some(tested)) => tested.visitor_end(host),
            (login, _) => login,
        }
    }

    /// The newest outside checks, if they are about what is entered now.
    pub fn fresh_outside_check(&self) -> Option<&OutsideCheck> {
        let callback = self.urls()?.callback;
        let is_fresh =
            |checked: &&OutsideCheck| checked.callback == callback && checked.client_id == self.credentials.client_id;
        self.verify.checked.as_ref().filter(is_fresh)
    }

    /// The newest test login, if it is about the source that is entered now.
    pub fn fresh_login(&self) -> Option<&LoginResult> {
        let callback = self.urls()?.callback;
        self.verify.login.as_deref().filter(|login| login.callback == callback)
    }
}

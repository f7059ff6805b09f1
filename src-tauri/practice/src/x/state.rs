//! What the practice X remembers. Everything is gone when it stops.

use super::app::{AppEnvironment, AppType, OAuth, RegisteredApp, SavedSettings, Settings, TokenAuthentication};
use super::ids::{self, TokenPurpose};
use super::{PracticeClock, Unknowns, XAccount};
use crate::faults::{Fault, Faults};
use sourcerer_core::portal::guide;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use time::{Duration, OffsetDateTime};

/// The practice X, shared by its requests.
#[derive(Clone)]
pub(crate) struct PracticeX(Arc<SharedState>);

struct SharedState {
    clock: PracticeClock,
    unknowns: Unknowns,
    state: Mutex<XState>,
}

impl PracticeX {
    pub(crate) fn new(faults: Faults, person: XAccount, clock: PracticeClock, unknowns: Unknowns) -> Self {
        let state = XState {
            faults,
            first_issued: false,
            happened: Faults::new(),
            person,
            apps: Vec::new(),
            codes: HashMap::new(),
            access: HashMap::new(),
            refresh: HashMap::new(),
        };
        Self(Arc::new(SharedState { clock, unknowns, state: Mutex::new(state) }))
    }

    pub(crate) fn now(&self) -> OffsetDateTime {
        self.0.clock.now()
    }

    pub(crate) fn unknowns(&self) -> Unknowns {
        self.0.unknowns
    }

    /// Never held across an await.
    pub(crate) fn state(&self) -> MutexGuard<'_, XState> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a person has agreed to.
#[derive(Clone)]
pub(crate) struct AppGrant {
    pub(crate) app: u32,
    /// In the order they were asked for.
    pub(crate) scopes: Vec<String>,
}

impl AppGrant {
    pub(crate) fn has(&self, scope: &str) -> bool {
        self.scopes.iter().any(|granted| granted == scope)
    }
}

/// A code that was handed out and not used yet.
pub(crate) struct AuthorizationCode {
    pub(crate) grant: AppGrant,
    pub(crate) redirect_uri: String,
    pub(crate) challenge: PkceChallenge,
    made: OffsetDateTime,
}

/// PKCE (RFC 7636).
#[derive(Clone)]
pub(crate) enum PkceChallenge {
    Plain(String),
    S256(String),
}

struct Access {
    grant: AppGrant,
    made: OffsetDateTime,
}

pub(crate) struct XState {
    pub(crate) faults: Faults,
    /// The faults of a first set-up happen once, so that they can be mended.
    first_issued: bool,
    /// The faults that strike later, and have: once, likewise.
    happened: Faults,
    pub(crate) person: XAccount,
    apps: Vec<RegisteredApp>,
    codes: HashMap<String, AuthorizationCode>,
    access: HashMap<String, Access>,
    refresh: HashMap<String, AppGrant>,
}

impl XState {
    pub(crate) fn set_faults(&mut self, faults: Faults) {
        self.faults = faults;
        self.first_issued = false;
        self.happened.clear();
    }

    pub(crate) fn has(&self, fault: Fault) -> bool {
        self.faults.contains(&fault)
    }

    /// Whether a fault strikes now: the first time that it could.
    fn strikes(&mut self, fault: Fault) -> bool {
        self.has(fault) && self.happened.insert(fault)
    }

    /// Somebody opens the consent page of this client: what happened since its credentials were checked.
    pub(crate) fn before_consent(&mut self, client_id: &str) {
        let Some(number) = self.app_of_client(client_id).map(|(app, _)| app.number) else { return };
        if self.strikes(Fault::AppDeletedLater)
            && let Some(app) = self.app_mut(number)
        {
            app.deleted = true;
        }
    }

    /// Somebody has agreed: what happened while they read.
    pub(crate) fn during_consent(&mut self, number: u32) {
        if self.strikes(Fault::SecretRegeneratedLater)
            && let Some(app) = self.app_mut(number)
        {
            app.regenerate();
        }
    }

    /// Whether the person may use apps outside of Production.
    pub(crate) fn is_tester(&self) -> bool {
        self.person.tester && !self.has(Fault::NotATester)
    }

    /// Apps as their owner sees them.
    pub(crate) fn apps(&self) -> impl Iterator<Item = &RegisteredApp> {
        self.apps.iter().filter(|app| !app.deleted)
    }

    pub(crate) fn app(&self, number: u32) -> Option<&RegisteredApp> {
        self.apps().find(|app| app.number == number)
    }

    pub(crate) fn app_mut(&mut self, number: u32) -> Option<&mut RegisteredApp> {
        self.apps.iter_mut().find(|app| app.number == number && !app.deleted)
    }

    pub(crate) fn app_of_client(&self, client_id: &str) -> Option<(&RegisteredApp, &OAuth)> {
        self.apps().find_map(|app| app.oauth.as_ref().filter(|own| own.client_id == client_id).map(|own| (app, own)))
    }

    pub(crate) fn app_of_bearer(&self, bearer: &str) -> Option<&RegisteredApp> {
        // As copied, or with its `%2F` read as URL encoding.
        self.apps().find(|app| app.bearer == bearer || app.bearer.replace("%2F", "/") == bearer)
    }

    /// Makes an app; its form is still to be filled in.
    pub(crate) fn create(&mut self, name: String, environment: AppEnvironment) -> u32 {
        let mut number = ids::app_number();
        while self.apps.iter().any(|app| app.number == number) {
            number = ids::app_number();
        }
        self.apps.push(RegisteredApp::new(number, name, environment));
        number
    }

    /// Saves an app's form.
    pub(crate) fn save(&mut self, number: u32, settings: Settings) -> Option<SavedSettings> {
        let faults = if self.first_issued { Faults::new() } else { self.faults.clone() };
        let app = self.app_mut(number)?;
        let saved = app.save(settings);
        if saved == SavedSettings::Issued {
            app.suffer(&faults);
            self.first_issued = true;
        }
        Some(saved)
    }

    /// What was handed out for an app, its secret for the only time.
    ///
    /// An app that is deleted as soon as it is made (a fault) is still shown once.
    pub(crate) fn reveal(&mut self, number: u32) -> Option<TokenAuthentication> {
        let app = self.apps.iter_mut().find(|app| app.number == number)?;
        app.oauth.as_mut().filter(|oauth| !app.deleted || oauth.unseen.is_some()).map(OAuth::reveal)
    }

    pub(crate) fn code(
        &mut self,
        grant: AppGrant,
        redirect_uri: String,
        challenge: PkceChallenge,
        now: OffsetDateTime,
    ) -> String {
        let late = self.has(Fault::CodeExpired);
        let made = if late { now - code_life() - Duration::SECOND } else { now };
        let code = ids::token(TokenPurpose::Code, made);
        // A code that somebody else was faster with is unknown by now.
        if !self.has(Fault::CodeUsedTwice) {
            self.codes.insert(code.clone(), AuthorizationCode { grant, redirect_uri, challenge, made });
        }
        code
    }

    /// The code, if it was handed out to this app and still lives.
    pub(crate) fn live_code(&self, code: &str, app: u32, now: OffsetDateTime) -> Option<&AuthorizationCode> {
        self.codes.get(code).filter(|found| found.grant.app == app && now - found.made <= code_life())
    }

    /// Makes a code useless.
    pub(crate) fn burn_code(&mut self, code: &str) {
        self.codes.remove(code);
    }

    pub(crate) fn access(&mut self, grant: AppGrant, now: OffsetDateTime) -> String {
        let token = ids::token(TokenPurpose::Access, now);
        self.access.insert(token.clone(), Access { grant, made: now });
        token
    }

    pub(crate) fn granted(&self, access: &str, now: OffsetDateTime) -> Option<&AppGrant> {
        let life = Duration::seconds(guide().limits().access_token_seconds.value.into());
        self.access.get(access).filter(|found| now - found.made < life).map(|found| &found.grant)
    }

    pub(crate) fn refresh(&mut self, grant: AppGrant, now: OffsetDateTime) -> String {
        let token = ids::token(TokenPurpose::Refresh, now);
        self.refresh.insert(token.clone(), grant);
        token
    }

    /// Uses up a refresh token of this app.
    pub(crate) fn take_refresh(&mut self, token: &str, app: u32) -> Option<AppGrant> {
        self.refresh.get(token).filter(|grant| grant.app == app)?;
        self.refresh.remove(token)
    }

    /// Revokes a token of this app.
    pub(crate) fn revoke(&mut self, token: &str, app: u32) {
        self.access.retain(|held, access| held != token || access.grant.app != app);
        self.refresh.retain(|held, grant| held != token || grant.app != app);
    }
}

fn code_life() -> Duration {
    Duration::seconds(guide().limits().code_seconds.value.into())
}

impl OAuth {
    pub(crate) fn is_confidential(&self) -> bool {
        self.settings.kind == AppType::Web
    }
}

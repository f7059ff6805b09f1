//! The state of the practice X, which is lost when it stops.

use super::app::{AppEnvironment, AppType, OAuth, RegisteredApp, SavedSettings, Settings, TokenAuthentication};
use super::ids::{self, TokenPurpose};
use super::{PracticeClock, Unknowns, XAccount};
use crate::faults::{Fault, Faults};
use sourcerer_core::portal::guide;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use time::{Duration, OffsetDateTime};

/// The practice X, which all requests share.
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

    /// Locks the state. The guard must not be held across an `await`.
    pub(crate) fn state(&self) -> MutexGuard<'_, XState> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a person has authorized.
#[derive(Clone)]
pub(crate) struct AppGrant {
    pub(crate) app: u32,
    /// The scopes in the order in which they were requested.
    pub(crate) scopes: Vec<String>,
}

impl AppGrant {
    pub(crate) fn has(&self, scope: &str) -> bool {
        self.scopes.iter().any(|granted| granted == scope)
    }
}

/// A code that was issued and not used yet.
pub(crate) struct AuthorizationCode {
    pub(crate) grant: AppGrant,
    pub(crate) redirect_uri: String,
    pub(crate) challenge: PkceChallenge,
    made: OffsetDateTime,
}

/// The PKCE challenge of a code, with its method (RFC 7636).
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
    /// Whether the faults of a first setup have happened. They happen once, so that they can be fixed.
    first_issued: bool,
    /// The later faults that have happened. These happen only once, too.
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

    /// Whether a fault happens now: it happens at the first opportunity.
    fn strikes(&mut self, fault: Fault) -> bool {
        self.has(fault) && self.happened.insert(fault)
    }

    /// Applies the faults that happen between the check of the credentials and the consent page.
    pub(crate) fn before_consent(&mut self, client_id: &str) {
        let Some(number) = self.app_of_client(client_id).map(|(app, _)| app.number) else { return };
        if self.strikes(Fault::AppDeletedLater)
            && let Some(app) = self.app_mut(number)
        {
            app.deleted = true;
        }
    }

    /// Applies the faults that happen while the person reads the consent page.
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

    /// The apps that their owner sees.
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
        // The token is accepted as it was copied, or with its `%2F` decoded.
        self.apps().find(|app| app.bearer == bearer || app.bearer.replace("%2F", "/") == bearer)
    }

    /// Creates an app, with its form not filled in yet.
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

    /// Returns the app's client credentials. The secret is returned only the first time.
    ///
    /// An app that is deleted right after its creation (a fault) is still shown once.
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
        // A code that somebody else has used already isn't stored.
        if !self.has(Fault::CodeUsedTwice) {
            self.codes.insert(code.clone(), AuthorizationCode { grant, redirect_uri, challenge, made });
        }
        code
    }

    /// Returns the code if it was issued to this app and hasn't expired.
    pub(crate) fn live_code(&self, code: &str, app: u32, now: OffsetDateTime) -> Option<&AuthorizationCode> {
        self.codes.get(code).filter(|found| found.grant.app == app && now - found.made <= code_life())
    }

    /// Makes a code invalid.
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

    /// Consumes a refresh token of this app.
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

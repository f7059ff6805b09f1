use super::age::{CodeAge, CodeDelivery};
use super::leg::LegBoard;
use super::{
    BrowserOpener, NotOpened, SignInCommand, SignInConfig, SignInContext, SignInEnding, SignInLeg, SignInLegVerdict,
    SignInOutcome,
};
use crate::clock::Clock;
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::i18n::{Message, msg};
use crate::loopback::{self, Listener};
use crate::net::{ExchangeKind, HttpClient};
use crate::portal::scopes::{ALWAYS, EMAIL};
use crate::stage::Stage;
use crate::x::{self, Attempt, Consent, Email, Endpoints, Grant, Profile, ProfileError, Scopes, Token};
use secrecy::SecretString;
use std::future::Future;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::Instant;

/// Tests one sign-in. It always ends by itself: the waiting has a timeout, and so have the client's requests.
pub async fn run(request: SignInConfig, means: SignInContext<'_>) -> SignInOutcome {
    let SignInContext { net, clock, opener, patience, nudge, stay, control, progress } = means;
    let board = LegBoard::new(progress);
    let at = clock.stamp();
    let mut test = SignInRun {
        request: &request,
        net,
        clock,
        opener,
        patience,
        nudge,
        stay,
        answered: None,
        control,
        board,
        found: SignInEvidence::default(),
    };
    let end = test.legs().await;
    let SignInRun { board, found, .. } = test;
    let (ending, symptom) = match end {
        Ok(()) => (SignInEnding::Passed, None),
        Err(RunEnd::Failed(symptom)) => (SignInEnding::Failed, Some(symptom)),
        Err(RunEnd::Stopped) => (SignInEnding::Stopped, None),
    };
    let mut notes = differences(&request);
    if ending == SignInEnding::Passed {
        // Two reports; whether the profile of another person comes at zero credits is unknown
        // [R, I, U, docs/evidence/x.md §2.1].
        notes.push(msg::signin_differs_owner());
    }
    SignInOutcome {
        ending,
        at,
        legs: board.close(),
        symptom,
        profile: found.profile,
        scopes_granted: found.granted,
        code_age: found.age,
        inputs: request.inputs(),
        notes,
    }
}

/// Why the test ends early.
pub(super) enum RunEnd {
    Failed(Symptom),
    Stopped,
}

/// What the outcome contains in addition to the legs.
#[derive(Default)]
struct SignInEvidence {
    granted: Option<Scopes>,
    age: Option<CodeAge>,
    profile: Option<Profile>,
}

pub(super) struct SignInRun<'a> {
    request: &'a SignInConfig,
    pub(super) net: &'a HttpClient,
    pub(super) clock: &'a Clock,
    opener: &'a dyn BrowserOpener,
    pub(super) patience: Duration,
    pub(super) nudge: Duration,
    stay: Duration,
    /// When the listener answered the callback that counted.
    pub(super) answered: Option<Instant>,
    pub(super) control: mpsc::Receiver<SignInCommand>,
    pub(super) board: LegBoard,
    found: SignInEvidence,
}

/// A code that was returned.
pub(super) struct ReturnedCode {
    pub(super) text: SecretString,
    pub(super) arrived: Instant,
    pub(super) way: CodeDelivery,
}

impl SignInRun<'_> {
    async fn legs(&mut self) -> Result<(), RunEnd> {
        let began = Instant::now();
        self.board.begin(SignInLeg::Browser);
        let mut listener = match Listener::bind(self.request.port).await {
            Ok(listener) => listener,
            Err(error) => return Err(self.fail(SignInLeg::Browser, began.elapsed(), None, error.symptom())),
        };
        let outcome = self.listening(began, &mut listener).await;
        self.stay(&mut listener).await;
        listener.close().await;
        outcome
    }

    /// Keeps the listener for the page that the person opens after the browser has fetched the callback by itself. Ends
    /// early when that page has come, or with a Stop.
    async fn stay(&mut self, listener: &mut Listener) {
        let Some(answered) = self.answered else { return };
        let end = tokio::time::sleep_until(answered + self.stay);
        tokio::pin!(end);
        loop {
            tokio::select! {
                () = &mut end => return,
                () = listener.already() => return,
                control = heard(&mut self.control) => if is_stop(control) { return },
            }
        }
    }

    async fn listening(&mut self, began: Instant, listener: &mut Listener) -> Result<(), RunEnd> {
        let redirect = loopback::address(listener.port());
        let SignInConfig { endpoints, pair, scopes, .. } = self.request;
        let consent = x::authorize(endpoints, &pair.id, &redirect, scopes);
        let opened = self.browser(began, &consent);
        let ReturnedCode { text: code, arrived, way } = self.consent(listener, &consent, opened).await?;
        let token = {
            let net = self.net;
            self.board.begin(SignInLeg::Exchange);
            let verifier = &consent.verifier;
            let grant = Grant { pair, code: &code, verifier, redirect: &redirect, age: way.known(arrived.elapsed()) };
            // A Stop doesn't interrupt this, because X may have issued a token already, which then has to be revoked.
            let (attempt, stopped) = self.through(listener, x::exchange(net, endpoints, grant)).await;
            self.found.age = Some(CodeAge::of(arrived.elapsed(), way));
            let token = self.exchanged(attempt)?;
            if stopped {
                self.revoke(listener, &token).await;
                return Err(RunEnd::Stopped);
            }
            token
        };
        let read = self.profile(listener, &token).await;
        self.revoke(listener, &token).await;
        read
    }

    fn browser(&mut self, began: Instant, consent: &Consent) -> Result<(), NotOpened> {
        let opened = self.opener.open(&consent.url);
        let trace = self.net.trace();
        let exchange = opened
            .is_ok()
            .then(|| trace.browser(Stage::SignIn, ExchangeKind::Opened, self.clock.stamp(), &consent.url, None));
        let page = &self.request.endpoints.authorize;
        let address = format!("{}{}", page.host_str().unwrap_or_default(), page.path());
        let note = msg::signin_note_browser(address, self.request.scopes.to_string());
        self.board.end(SignInLeg::Browser, began.elapsed(), exchange, |report| {
            report.note = Some(note);
            if opened.is_err() {
                report.verdict = SignInLegVerdict::Warned;
                report.diagnosis = Some(Diagnosis::from(&Symptom::BrowserNotOpened));
            }
        });
        opened
    }

    fn exchanged(&mut self, attempt: Attempt<Token, x::OauthError>) -> Result<Token, RunEnd> {
        let Attempt { outcome, exchange, took } = attempt;
        let token = match outcome {
            Ok(token) => token,
            Err(error) => return Err(self.fail(SignInLeg::Exchange, took, exchange, error.symptom())),
        };
        let granted = token.scopes.clone().unwrap_or_else(|| self.request.scopes.clone());
        let missing = self.request.scopes.difference(&granted);
        let note = match token.scopes {
            Some(_) => msg::signin_note_exchange(granted.to_string()),
            None => msg::signin_note_exchange_unsaid(granted.to_string()),
        };
        let was_near = self.found.age.as_ref().is_some_and(|age| age.near);
        self.board.end(SignInLeg::Exchange, took, exchange, |report| {
            report.note = Some(note);
            if was_near {
                report.verdict = SignInLegVerdict::Warned;
            }
            if !missing.is_empty() {
                report.verdict = SignInLegVerdict::Warned;
                let symptom = Symptom::XScopesNotGranted { missing: missing.to_string() };
                report.diagnosis = Some(Diagnosis::from(&symptom));
            }
        });
        self.found.granted = Some(granted);
        Ok(token)
    }

    async fn profile(&mut self, listener: &mut Listener, token: &Token) -> Result<(), RunEnd> {
        let SignInConfig { endpoints, email, .. } = self.request;
        self.board.begin(SignInLeg::Profile);
        let Attempt { outcome, exchange, took } = self.ask_profile(listener, endpoints, token, *email).await?;
        let profile = match outcome {
            Ok(profile) => profile,
            Err(ProfileError::Forbidden { said }) => {
                let symptom = self.forbidden(listener, token, said).await?;
                return Err(self.fail(SignInLeg::Profile, took, exchange, symptom));
            }
            Err(error) => return Err(self.fail(SignInLeg::Profile, took, exchange, error.symptom())),
        };
        let fields = fields(&profile);
        let without_email = *email == Email::Wanted && profile.confirmed_email.is_none();
        self.board.end(SignInLeg::Profile, took, exchange, |report| {
            if without_email {
                report.verdict = SignInLegVerdict::Warned;
                report.note = Some(msg::signin_note_profile_without_email(fields));
                report.diagnosis = Some(Diagnosis::from(&Symptom::XEmailMissing));
            } else {
                report.note = Some(msg::signin_note_profile(fields));
            }
        });
        self.found.profile = Some(profile);
        Ok(())
    }

    async fn ask_profile(
        &mut self,
        listener: &mut Listener,
        endpoints: &Endpoints,
        token: &Token,
        email: Email,
    ) -> Result<Attempt<Profile, ProfileError>, RunEnd> {
        let net = self.net;
        let asked = x::profile(net, endpoints, &token.access, email);
        tokio::pin!(asked);
        loop {
            tokio::select! {
                attempt = &mut asked => return Ok(attempt),
                never = listener.answer_until_dropped() => match never {},
                control = heard(&mut self.control) => if is_stop(control) { return Err(RunEnd::Stopped) },
            }
        }
    }

    /// What a "Forbidden" means, by what this test knows. A scope that was granted isn't missing; and if the email
    /// address was asked for, which X may answer so [R, docs/evidence/x.md §2], X is asked once more without it.
    async fn forbidden(&mut self, listener: &mut Listener, token: &Token, said: String) -> Result<Symptom, RunEnd> {
        let SignInConfig { endpoints, email, .. } = self.request;
        let granted = |scope: &str| self.found.granted.iter().flat_map(Scopes::iter).any(|granted| granted == scope);
        let missing: Vec<_> = ALWAYS.into_iter().filter(|scope| !granted(scope)).collect();
        if !missing.is_empty() {
            return Ok(Symptom::XScopeUngranted { missing: missing.join(", ") });
        }
        let said = if said.is_empty() { "Forbidden".to_owned() } else { said };
        if *email == Email::NotWanted {
            return Ok(Symptom::XProfileForbidden { said });
        }
        let granted = granted(EMAIL);
        self.board.note(SignInLeg::Profile, msg::signin_note_profile_again(said.as_str()));
        Ok(match self.ask_profile(listener, endpoints, token, Email::NotWanted).await?.outcome {
            Ok(_) => Symptom::XEmailRefused { granted },
            Err(ProfileError::Forbidden { .. }) => Symptom::XProfileForbidden { said },
            Err(error) => error.symptom(),
        })
    }

    /// Revokes every token that X issued. This never fails the test, which has proved its point by now.
    async fn revoke(&mut self, listener: &mut Listener, token: &Token) {
        let SignInConfig { endpoints, pair, .. } = self.request;
        let net = self.net;
        self.board.begin(SignInLeg::Revoke);
        let (mut took, mut exchange, mut fault) = (Duration::ZERO, None, None);
        // The refresh token first, because it is unknown whether X revokes it together with the access token
        // [U, docs/evidence/x.md §1.4].
        for token in token.refresh.iter().chain([&token.access]) {
            let (attempt, _) = self.through(listener, x::revoke(net, endpoints, pair, token)).await;
            took += attempt.took;
            if fault.is_none() {
                exchange = attempt.exchange;
                fault = attempt.outcome.err();
            }
        }
        self.board.end(SignInLeg::Revoke, took, exchange, |report| match &fault {
            None => report.note = Some(msg::signin_note_revoke()),
            Some(error) => {
                report.verdict = SignInLegVerdict::Warned;
                report.note = Some(msg::signin_note_not_revoked());
                report.diagnosis = Some(Diagnosis::from(&error.symptom()));
            }
        });
    }

    /// Runs this work to its end, while the listener keeps answering repeated callbacks. Also returns whether the
    /// person asked to stop meanwhile.
    async fn through<T>(&mut self, listener: &mut Listener, work: impl Future<Output = T>) -> (T, bool) {
        tokio::pin!(work);
        let mut stopped = false;
        loop {
            tokio::select! {
                done = &mut work => return (done, stopped),
                never = listener.answer_until_dropped() => match never {},
                control = heard(&mut self.control) => stopped |= is_stop(control),
            }
        }
    }

    pub(super) fn fail(&mut self, leg: SignInLeg, took: Duration, exchange: Option<u32>, symptom: Symptom) -> RunEnd {
        self.board.fail(leg, took, exchange, &symptom);
        RunEnd::Failed(symptom)
    }
}

pub(super) async fn heard(control: &mut mpsc::Receiver<SignInCommand>) -> SignInCommand {
    match control.recv().await {
        Some(control) => control,
        None => std::future::pending().await,
    }
}

/// Whether this command is a Stop. After the code has arrived, no other command matters.
fn is_stop(control: SignInCommand) -> bool {
    match control {
        SignInCommand::Stop => true,
        SignInCommand::Paste(paste) => {
            paste.too_late();
            false
        }
        SignInCommand::Sees(_) | SignInCommand::SeesConsent | SignInCommand::KeepWaiting => false,
    }
}

fn fields(profile: &Profile) -> String {
    let all = [
        ("id", true),
        ("name", profile.name.is_some()),
        ("username", profile.username.is_some()),
        ("confirmed_email", profile.confirmed_email.is_some()),
    ];
    let there: Vec<_> = all.into_iter().filter(|(_, there)| *there).map(|(name, _)| name).collect();
    there.join(", ")
}

/// Where this sign-in differs from authentik's own.
pub(super) fn differences(request: &SignInConfig) -> Vec<Message> {
    let mut notes = Vec::new();
    if request.endpoints.authorize.host_str() == Some("x.com") {
        notes.push(msg::signin_differs_host());
    }
    if request.email == Email::Wanted {
        notes.push(msg::signin_differs_email());
    }
    notes.push(msg::signin_differs_callback(loopback::address(request.port).to_string()));
    notes
}

use super::age::{CodeAge, Way};
use super::leg::Board;
use super::{Control, Ending, Leg, Means, NotOpened, Opener, Outcome, Request, Verdict};
use crate::clock::Clock;
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::loopback::{self, Listener};
use crate::net::{ExchangeKind, Net};
use crate::stage::Stage;
use crate::words::{Message, said};
use crate::x::{self, Attempt, Consent, Email, Grant, Profile, Scopes, Token};
use secrecy::SecretString;
use std::future::Future;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::Instant;

/// Tests one sign-in. Ends by itself: waiting has its patience, requests have the client's.
pub async fn run(request: Request, means: Means<'_>) -> Outcome {
    let Means { net, clock, opener, patience, nudge, control, progress } = means;
    let board = Board::new(progress);
    let at = clock.stamp();
    let mut test =
        Test { request: &request, net, clock, opener, patience, nudge, control, board, found: Found::default() };
    let end = test.legs().await;
    let Test { board, found, .. } = test;
    let (ending, symptom) = match end {
        Ok(()) => (Ending::Passed, None),
        Err(End::Failed(symptom)) => (Ending::Failed, Some(symptom)),
        Err(End::Stopped) => (Ending::Stopped, None),
    };
    Outcome {
        ending,
        at,
        legs: board.close(),
        symptom,
        profile: found.profile,
        scopes_granted: found.granted,
        code_age: found.age,
        inputs: request.inputs(),
        notes: differences(&request),
    }
}

/// Why the test goes no further.
pub(super) enum End {
    Failed(Symptom),
    Stopped,
}

/// What the outcome keeps beside the legs.
#[derive(Default)]
struct Found {
    granted: Option<Scopes>,
    age: Option<CodeAge>,
    profile: Option<Profile>,
}

pub(super) struct Test<'a> {
    request: &'a Request,
    pub(super) net: &'a Net,
    pub(super) clock: &'a Clock,
    opener: &'a dyn Opener,
    pub(super) patience: Duration,
    pub(super) nudge: Duration,
    pub(super) control: mpsc::Receiver<Control>,
    pub(super) board: Board,
    found: Found,
}

/// A code that came back.
pub(super) struct Code {
    pub(super) text: SecretString,
    pub(super) arrived: Instant,
    pub(super) way: Way,
}

impl Test<'_> {
    async fn legs(&mut self) -> Result<(), End> {
        let began = Instant::now();
        self.board.begin(Leg::Browser);
        let mut listener = match Listener::bind(self.request.port).await {
            Ok(listener) => listener,
            Err(error) => return Err(self.fail(Leg::Browser, began.elapsed(), None, error.symptom())),
        };
        let outcome = self.listening(began, &mut listener).await;
        listener.close().await;
        outcome
    }

    async fn listening(&mut self, began: Instant, listener: &mut Listener) -> Result<(), End> {
        let redirect = loopback::address(listener.port());
        let Request { endpoints, pair, scopes, .. } = self.request;
        let consent = x::authorize(endpoints, &pair.id, &redirect, scopes);
        let opened = self.browser(began, &consent);
        let Code { text: code, arrived, way } = self.consent(listener, &consent, opened).await?;
        let token = {
            let net = self.net;
            self.board.begin(Leg::Exchange);
            let verifier = &consent.verifier;
            let grant = Grant { pair, code: &code, verifier, redirect: &redirect, age: way.known(arrived.elapsed()) };
            // Not broken off by a Stop: X may have made a token already, which then has to be revoked.
            let (attempt, stopped) = self.through(listener, x::exchange(net, endpoints, grant)).await;
            self.found.age = Some(CodeAge::of(arrived.elapsed(), way));
            let token = self.exchanged(attempt)?;
            if stopped {
                self.revoke(listener, &token).await;
                return Err(End::Stopped);
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
        let note = said::signin_note_browser(address, self.request.scopes.to_string());
        self.board.end(Leg::Browser, began.elapsed(), exchange, |report| {
            report.note = Some(note);
            if opened.is_err() {
                report.verdict = Verdict::Warned;
                report.diagnosis = Some(Diagnosis::from(&Symptom::BrowserNotOpened));
            }
        });
        opened
    }

    fn exchanged(&mut self, attempt: Attempt<Token, x::OauthError>) -> Result<Token, End> {
        let Attempt { outcome, exchange, took } = attempt;
        let token = match outcome {
            Ok(token) => token,
            Err(error) => return Err(self.fail(Leg::Exchange, took, exchange, error.symptom())),
        };
        let granted = token.scopes.clone().unwrap_or_else(|| self.request.scopes.clone());
        let missing = self.request.scopes.without(&granted);
        let note = match token.scopes {
            Some(_) => said::signin_note_exchange(granted.to_string()),
            None => said::signin_note_exchange_unsaid(granted.to_string()),
        };
        let was_near = self.found.age.as_ref().is_some_and(|age| age.near);
        self.board.end(Leg::Exchange, took, exchange, |report| {
            report.note = Some(note);
            if was_near {
                report.verdict = Verdict::Warned;
            }
            if !missing.is_empty() {
                report.verdict = Verdict::Warned;
                let symptom = Symptom::XScopesNotGranted { missing: missing.to_string() };
                report.diagnosis = Some(Diagnosis::from(&symptom));
            }
        });
        self.found.granted = Some(granted);
        Ok(token)
    }

    async fn profile(&mut self, listener: &mut Listener, token: &Token) -> Result<(), End> {
        let Request { endpoints, email, .. } = self.request;
        let net = self.net;
        self.board.begin(Leg::Profile);
        let attempt = {
            let asked = x::profile(net, endpoints, &token.access, *email);
            tokio::pin!(asked);
            loop {
                tokio::select! {
                    attempt = &mut asked => break attempt,
                    never = listener.linger() => match never {},
                    control = heard(&mut self.control) => if is_stop(control) { return Err(End::Stopped) },
                }
            }
        };
        let Attempt { outcome, exchange, took } = attempt;
        let profile = match outcome {
            Ok(profile) => profile,
            Err(error) => return Err(self.fail(Leg::Profile, took, exchange, error.symptom())),
        };
        let fields = fields(&profile);
        let without_email = *email == Email::Wanted && profile.confirmed_email.is_none();
        self.board.end(Leg::Profile, took, exchange, |report| {
            if without_email {
                report.verdict = Verdict::Warned;
                report.note = Some(said::signin_note_profile_without_email(fields));
                report.diagnosis = Some(Diagnosis::from(&Symptom::XEmailMissing));
            } else {
                report.note = Some(said::signin_note_profile(fields));
            }
        });
        self.found.profile = Some(profile);
        Ok(())
    }

    /// Ends whatever X handed out. Never fails the test: what it proves is proven by now.
    async fn revoke(&mut self, listener: &mut Listener, token: &Token) {
        let Request { endpoints, pair, .. } = self.request;
        let net = self.net;
        self.board.begin(Leg::Revoke);
        let (mut took, mut exchange, mut fault) = (Duration::ZERO, None, None);
        // The refresh token first: whether X ends it together with the access token is unknown
        // [U, docs/evidence/x.md §1.4].
        for token in token.refresh.iter().chain([&token.access]) {
            let (attempt, _) = self.through(listener, x::revoke(net, endpoints, pair, token)).await;
            took += attempt.took;
            if fault.is_none() {
                exchange = attempt.exchange;
                fault = attempt.outcome.err();
            }
        }
        self.board.end(Leg::Revoke, took, exchange, |report| match &fault {
            None => report.note = Some(said::signin_note_revoke()),
            Some(error) => {
                report.verdict = Verdict::Warned;
                report.note = Some(said::signin_note_not_revoked());
                report.diagnosis = Some(Diagnosis::from(&error.symptom()));
            }
        });
    }

    /// Does this to its end, while the listener answers whoever comes once more; and whether Stop was said meanwhile.
    async fn through<T>(&mut self, listener: &mut Listener, work: impl Future<Output = T>) -> (T, bool) {
        tokio::pin!(work);
        let mut stopped = false;
        loop {
            tokio::select! {
                done = &mut work => return (done, stopped),
                never = listener.linger() => match never {},
                control = heard(&mut self.control) => stopped |= is_stop(control),
            }
        }
    }

    pub(super) fn fail(&mut self, leg: Leg, took: Duration, exchange: Option<u32>, symptom: Symptom) -> End {
        self.board.fail(leg, took, exchange, &symptom);
        End::Failed(symptom)
    }
}

pub(super) async fn heard(control: &mut mpsc::Receiver<Control>) -> Control {
    match control.recv().await {
        Some(control) => control,
        None => std::future::pending().await,
    }
}

/// What is said once the code is here: only a Stop still matters.
fn is_stop(control: Control) -> bool {
    match control {
        Control::Stop => true,
        Control::Paste(paste) => {
            paste.too_late();
            false
        }
        Control::Sees(_) | Control::SeesConsent | Control::KeepWaiting => false,
    }
}

pub(super) fn seconds(time: Duration) -> u32 {
    u32::try_from(time.as_secs()).unwrap_or(u32::MAX)
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
pub(super) fn differences(request: &Request) -> Vec<Message> {
    let mut notes = Vec::new();
    if request.endpoints.authorize.host_str() == Some("x.com") {
        notes.push(said::signin_differs_host());
    }
    if request.email == Email::Wanted {
        notes.push(said::signin_differs_email());
    }
    notes.push(said::signin_differs_callback(loopback::address(request.port).to_string()));
    notes
}

use super::leg::Board;
use super::{Control, Ending, Leg, Means, NotOpened, Opener, Outcome, Request, Verdict};
use crate::clock::{self, Clock};
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::loopback::{self, Arrival, Event, Listener};
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
    let Means { net, clock, opener, patience, control, progress } = means;
    let board = Board::new(progress);
    let at = clock.stamp();
    let mut test = Test { request: &request, net, clock, opener, patience, control, board, found: Found::default() };
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
        inputs: request.inputs(),
        notes: differences(&request),
    }
}

/// Why the test goes no further.
enum End {
    Failed(Symptom),
    Stopped,
}

/// What the outcome keeps beside the legs.
#[derive(Default)]
struct Found {
    granted: Option<Scopes>,
    profile: Option<Profile>,
}

struct Test<'a> {
    request: &'a Request,
    net: &'a Net,
    clock: &'a Clock,
    opener: &'a dyn Opener,
    patience: Duration,
    control: mpsc::Receiver<Control>,
    board: Board,
    found: Found,
}

/// A code that came back.
struct Code {
    code: SecretString,
    arrived: Instant,
}

/// How many callbacks of other sign-ins are traced: a page that sends many mustn't push the rest out.
const FOREIGN_TRACED: u32 = 5;

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
        let Code { code, arrived } = self.consent(listener, &consent, opened).await?;
        let token = {
            let net = self.net;
            self.board.begin(Leg::Exchange);
            let verifier = &consent.verifier;
            let grant = Grant { pair, code: &code, verifier, redirect: &redirect, age: arrived.elapsed() };
            // Not broken off by a Stop: X may have made a token already, which then has to be revoked.
            let (attempt, stopped) = self.through(listener, x::exchange(net, endpoints, grant)).await;
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

    /// Waits for the callback. Both legs end when it arrives: the person's part, and the way back.
    async fn consent(
        &mut self,
        listener: &mut Listener,
        consent: &Consent,
        opened: Result<(), NotOpened>,
    ) -> Result<Code, End> {
        let began = Instant::now();
        let mut deadline = began + self.patience;
        let mut unclear = false;
        let mut foreign = 0;
        let mut answer = None;
        self.board.begin(Leg::Consent);
        self.board.wait(&consent.url, self.until());
        let fault = loop {
            tokio::select! {
                // What came counts, even where the time is up.
                biased;
                Arrival { event, seen, status } = listener.next(&consent.state) => {
                    let arrived = Instant::now();
                    let exchange = (!matches!(event, Event::Foreign) || foreign < FOREIGN_TRACED).then(|| {
                        let at = self.clock.stamp();
                        let kind = ExchangeKind::Received;
                        self.net.trace().browser(Stage::SignIn, kind, at, seen.expose(), Some(status))
                    });
                    if !matches!(event, Event::Foreign) {
                        answer = exchange;
                    }
                    match event {
                        Event::Received { code } => {
                            self.board.wait_no_more();
                            self.board.end(Leg::Consent, arrived - began, None, |report| report.note = None);
                            self.board.end(Leg::Callback, arrived.elapsed(), exchange, |report| {
                                report.note = Some(said::signin_note_callback(seconds(x::CODE_LIFETIME)));
                            });
                            return Ok(Code { code, arrived });
                        }
                        Event::Declined => break Symptom::ConsentDeclined,
                        Event::Refused { error } => break Symptom::CallbackRefused { error },
                        Event::Unclear => {
                            unclear = true;
                            self.board.wonder(Leg::Consent, Some(&Symptom::ConsentUnclear));
                        }
                        Event::Foreign => {
                            foreign += 1;
                            self.board.note(Leg::Consent, said::signin_note_foreign());
                        }
                    }
                }
                control = heard(&mut self.control) => match control {
                    Control::Stop if unclear => break Symptom::ConsentUnclear,
                    Control::Stop => return Err(End::Stopped),
                    Control::Sees(sight) => break sight.symptom(),
                    Control::KeepWaiting => {
                        unclear = false;
                        deadline = Instant::now() + self.patience;
                        self.board.wonder(Leg::Consent, None);
                        self.board.wait(&consent.url, self.until());
                    }
                },
                () = tokio::time::sleep_until(deadline) => break silence(unclear, opened, began.elapsed()),
            }
        };
        self.board.wait_no_more();
        let leg = if fault == Symptom::BrowserNotOpened { Leg::Browser } else { Leg::Consent };
        Err(self.fail(leg, began.elapsed(), answer, fault))
    }

    fn exchanged(&mut self, attempt: Attempt<Token, x::OauthError>) -> Result<Token, End> {
        let Attempt { outcome, exchange, took } = attempt;
        let token = match outcome {
            Ok(token) => token,
            Err(error) => return Err(self.fail(Leg::Exchange, took, exchange, error.symptom())),
        };
        let granted = token.scopes.clone().unwrap_or_else(|| self.request.scopes.clone());
        let missing = self.request.scopes.without(&granted);
        let note = said::signin_note_exchange(granted.to_string());
        self.board.end(Leg::Exchange, took, exchange, |report| {
            report.note = Some(note);
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
                    control = heard(&mut self.control) => if control == Control::Stop { return Err(End::Stopped) },
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
        // The refresh token first: whether X ends it together with the access token is unknown [U §1.4].
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
                control = heard(&mut self.control) => stopped |= control == Control::Stop,
            }
        }
    }

    fn fail(&mut self, leg: Leg, took: Duration, exchange: Option<u32>, symptom: Symptom) -> End {
        self.board.fail(leg, took, exchange, &symptom);
        End::Failed(symptom)
    }

    fn until(&self) -> String {
        clock::stamp(self.clock.now() + self.patience)
    }
}

/// What it means that the time is up.
pub(super) fn silence(unclear: bool, opened: Result<(), NotOpened>, waited: Duration) -> Symptom {
    match (unclear, opened) {
        (true, _) => Symptom::ConsentUnclear,
        (false, Err(NotOpened)) => Symptom::BrowserNotOpened,
        (false, Ok(())) => Symptom::CallbackSilent { seconds: seconds(waited) },
    }
}

async fn heard(control: &mut mpsc::Receiver<Control>) -> Control {
    match control.recv().await {
        Some(control) => control,
        None => std::future::pending().await,
    }
}

fn seconds(time: Duration) -> u32 {
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
    notes.push(said::signin_differs_callback(loopback::address(request.port).to_string()));
    notes
}

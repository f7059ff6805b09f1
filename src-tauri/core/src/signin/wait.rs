use super::age::{CodeDelivery, seconds};
use super::run::{ReturnedCode, RunEnd, SignInRun, heard};
use super::{NotOpened, Paste, PasteAnswer, SignInCommand, SignInLeg, SignInWaiting};
use crate::clock;
use crate::diagnosis::Symptom;
use crate::i18n::{Message, msg};
use crate::loopback::address_paste::{self, PastedCallback};
use crate::loopback::{self, CallbackEvent, CallbackRequest, Listener, RequestedUrl};
use crate::net::ExchangeKind;
use crate::stage::Stage;
use crate::x::{self, Consent};
use std::time::Duration;
use tokio::time::Instant;

/// The state of the waiting for the person.
struct CallbackWait<'a> {
    consent: &'a Consent,
    port: u16,
    began: Instant,
    /// When the waiting times out.
    deadline: Instant,
    /// When the person is asked what they see; none after they were asked.
    nudge: Option<Instant>,
    /// What a refusal that may be from X means, if one arrived.
    unclear: Option<Symptom>,
    /// How many callbacks of other sign-ins arrived.
    foreign: u32,
    /// The exchange that ended the waiting.
    answer: Option<u32>,
}

/// What to do after an event.
enum WaitEvent {
    Wait,
    Go(ReturnedCode),
    Fail(Symptom),
    Stop,
}

/// How many callbacks of other sign-ins are logged: a page that sends many mustn't displace the other exchanges.
const FOREIGN_TRACED: u32 = 5;

/// How long a callback with the right state may still arrive after an error without one. X sends such an error when it
/// has given up [O, docs/evidence/x.md §1.6], so nothing else comes; a page of somebody else's that sent it gets no
/// more than the end of this test.
const GRACE: Duration = Duration::from_secs(3);

impl SignInRun<'_> {
    /// Waits for the callback. Two legs end when it arrives: the consent and the callback.
    pub(super) async fn consent(
        &mut self,
        listener: &mut Listener,
        consent: &Consent,
        opened: Result<(), NotOpened>,
    ) -> Result<ReturnedCode, RunEnd> {
        let began = Instant::now();
        let mut wait = CallbackWait {
            consent,
            port: listener.port(),
            began,
            deadline: began + self.patience,
            nudge: Some(began + self.nudge),
            unclear: None,
            foreign: 0,
            answer: None,
        };
        self.board.begin(SignInLeg::Consent);
        self.board.wait(&consent.url, self.waiting(None));
        let fault = loop {
            let next = tokio::select! {
                // An event that has arrived counts, even if the time is up.
                biased;
                arrival = listener.next(&consent.state) => self.arrived(&mut wait, arrival),
                control = heard(&mut self.control) => self.told(&mut wait, control),
                () = tokio::time::sleep_until(wait.deadline) => {
                    WaitEvent::Fail(silence(wait.unclear.take(), opened, began.elapsed()))
                }
                () = at(wait.nudge) => {
                    wait.nudge = None;
                    self.board.nudge();
                    WaitEvent::Wait
                }
            };
            match next {
                WaitEvent::Wait => {}
                WaitEvent::Go(code) => return Ok(code),
                WaitEvent::Stop => return Err(RunEnd::Stopped),
                WaitEvent::Fail(fault) => break fault,
            }
        };
        self.board.wait_no_more();
        let leg = if fault == Symptom::BrowserNotOpened { SignInLeg::Browser } else { SignInLeg::Consent };
        Err(self.fail(leg, began.elapsed(), wait.answer, fault))
    }

    fn arrived(
        &mut self,
        wait: &mut CallbackWait<'_>,
        CallbackRequest { event, seen, status }: CallbackRequest,
    ) -> WaitEvent {
        let is_foreign = matches!(event, CallbackEvent::Foreign);
        let exchange = (!is_foreign || wait.foreign < FOREIGN_TRACED).then(|| self.traced(&seen, Some(status)));
        if !is_foreign {
            wait.answer = exchange;
            self.answered = Some(Instant::now());
        }
        match event {
            CallbackEvent::Received { code } => {
                self.back(wait, msg::signin_note_callback(seconds(x::CODE_LIFETIME)));
                WaitEvent::Go(ReturnedCode { text: code, arrived: Instant::now(), way: CodeDelivery::Callback })
            }
            CallbackEvent::Declined => WaitEvent::Fail(Symptom::ConsentDeclined),
            CallbackEvent::Refused { error } => WaitEvent::Fail(Symptom::CallbackRefused { error }),
            CallbackEvent::RefusedWithoutState { error } => {
                let end = Instant::now() + GRACE;
                wait.deadline = wait.deadline.min(end);
                self.wonder(wait, Symptom::CallbackRefused { error })
            }
            // An error says more than `access_denied` or nothing does.
            CallbackEvent::Unclear if wait.unclear.is_some() => WaitEvent::Wait,
            CallbackEvent::Unclear => self.wonder(wait, Symptom::ConsentUnclear),
            CallbackEvent::Foreign => {
                // Reported once: a page that sends thousands mustn't flood the observer.
                if wait.foreign == 0 {
                    self.board.note(SignInLeg::Consent, msg::signin_note_foreign());
                }
                wait.foreign = wait.foreign.saturating_add(1);
                WaitEvent::Wait
            }
        }
    }

    fn told(&mut self, wait: &mut CallbackWait<'_>, control: SignInCommand) -> WaitEvent {
        match control {
            SignInCommand::Stop => wait.unclear.take().map_or(WaitEvent::Stop, WaitEvent::Fail),
            SignInCommand::Sees(sight) => WaitEvent::Fail(sight.symptom()),
            SignInCommand::SeesConsent => self.again(wait, Some(msg::signin_advice_consent())),
            SignInCommand::KeepWaiting => self.again(wait, None),
            SignInCommand::Paste(paste) => self.pasted(wait, paste),
        }
    }

    fn pasted(&mut self, wait: &mut CallbackWait<'_>, paste: Paste) -> WaitEvent {
        let Consent { state, url, .. } = wait.consent;
        let callback = loopback::address(wait.port);
        let pasted = address_paste::parse(&paste.text, state, &callback, url);
        let answer = PasteAnswer::of(&pasted.meaning, &callback);
        let exchange = pasted.seen.map(|seen| self.traced(&seen, None));
        if answer.taken {
            wait.answer = exchange;
        }
        paste.answer(answer);
        let (code, note) = match pasted.meaning {
            PastedCallback::Code(code) => (code, msg::signin_note_callback_pasted(seconds(x::CODE_LIFETIME))),
            PastedCallback::BareCode(code) => (code, msg::signin_note_callback_bare()),
            PastedCallback::Declined => return WaitEvent::Fail(Symptom::ConsentDeclined),
            PastedCallback::Refused { error } | PastedCallback::RefusedWithoutState { error } => {
                return WaitEvent::Fail(Symptom::CallbackRefused { error });
            }
            PastedCallback::Unclear => return self.wonder(wait, Symptom::ConsentUnclear),
            PastedCallback::Mistaken(_) => return WaitEvent::Wait,
        };
        self.back(wait, note);
        WaitEvent::Go(ReturnedCode { text: code, arrived: Instant::now(), way: CodeDelivery::Paste })
    }

    /// The code has arrived, which ends the legs of consent and callback.
    fn back(&mut self, wait: &CallbackWait<'_>, note: Message) {
        let arrived = Instant::now();
        self.board.wait_no_more();
        self.board.end(SignInLeg::Consent, arrived - wait.began, None, |report| report.note = None);
        self.board.end(SignInLeg::Callback, arrived.elapsed(), wait.answer, |report| report.note = Some(note));
    }

    /// A refusal arrived that may be from X, so the person decides.
    fn wonder(&mut self, wait: &mut CallbackWait<'_>, symptom: Symptom) -> WaitEvent {
        self.board.wonder(SignInLeg::Consent, Some(&symptom));
        wait.unclear = Some(symptom);
        WaitEvent::Wait
    }

    /// Restarts the waiting.
    fn again(&mut self, wait: &mut CallbackWait<'_>, advice: Option<Message>) -> WaitEvent {
        let now = Instant::now();
        wait.unclear = None;
        wait.deadline = now + self.patience;
        wait.nudge = Some(now + self.nudge);
        self.board.wait(&wait.consent.url, self.waiting(advice));
        self.board.wonder(SignInLeg::Consent, None);
        WaitEvent::Wait
    }

    fn traced(&self, seen: &RequestedUrl, status: Option<u16>) -> u32 {
        let at = self.clock.stamp();
        self.net.trace().browser(Stage::SignIn, ExchangeKind::Received, at, seen.full_url(), status)
    }

    fn waiting(&self, advice: Option<Message>) -> SignInWaiting {
        let now = self.clock.now();
        SignInWaiting {
            since: clock::stamp(now),
            until: clock::stamp(now + self.patience),
            seconds: seconds(self.patience),
            still_waiting: false,
            advice,
        }
    }
}

/// The symptom of a timeout.
pub(super) fn silence(unclear: Option<Symptom>, opened: Result<(), NotOpened>, waited: Duration) -> Symptom {
    match (unclear, opened) {
        (Some(symptom), _) => symptom,
        (None, Err(NotOpened)) => Symptom::BrowserNotOpened,
        (None, Ok(())) => Symptom::CallbackSilent { seconds: seconds(waited) },
    }
}

async fn at(moment: Option<Instant>) {
    match moment {
        Some(moment) => tokio::time::sleep_until(moment).await,
        None => std::future::pending().await,
    }
}

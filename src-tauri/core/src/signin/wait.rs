use super::age::Way;
use super::run::{Code, End, Test, heard, seconds};
use super::{Control, Leg, NotOpened, Paste, PasteAnswer, Waiting};
use crate::clock;
use crate::diagnosis::Symptom;
use crate::loopback::pasted::{self, Meaning};
use crate::loopback::{self, Arrival, Event, Listener, Seen};
use crate::net::ExchangeKind;
use crate::stage::Stage;
use crate::words::{Message, said};
use crate::x::{self, Consent};
use std::time::Duration;
use tokio::time::Instant;

/// The waiting for the person, as it stands.
struct Wait<'a> {
    consent: &'a Consent,
    port: u16,
    began: Instant,
    /// When it is given up.
    deadline: Instant,
    /// When the person is asked what they see; none once they were.
    nudge: Option<Instant>,
    /// Whether a refusal came that may be X's.
    unclear: bool,
    /// How many callbacks of other sign-ins came.
    foreign: u32,
    /// The exchange that the end is about.
    answer: Option<u32>,
}

/// What the waiting does next.
enum Next {
    Wait,
    Go(Code),
    Fail(Symptom),
    Stop,
}

/// How many callbacks of other sign-ins are traced: a page that sends many mustn't push the rest out.
const FOREIGN_TRACED: u32 = 5;

impl Test<'_> {
    /// Waits for the callback. Both legs end when it arrives: the person's part, and the way back.
    pub(super) async fn consent(
        &mut self,
        listener: &mut Listener,
        consent: &Consent,
        opened: Result<(), NotOpened>,
    ) -> Result<Code, End> {
        let began = Instant::now();
        let mut wait = Wait {
            consent,
            port: listener.port(),
            began,
            deadline: began + self.patience,
            nudge: Some(began + self.nudge),
            unclear: false,
            foreign: 0,
            answer: None,
        };
        self.board.begin(Leg::Consent);
        self.board.wait(&consent.url, self.waiting(None));
        let fault = loop {
            let next = tokio::select! {
                // What came counts, even where the time is up.
                biased;
                arrival = listener.next(&consent.state) => self.arrived(&mut wait, arrival),
                control = heard(&mut self.control) => self.told(&mut wait, control),
                () = tokio::time::sleep_until(wait.deadline) => {
                    Next::Fail(silence(wait.unclear, opened, began.elapsed()))
                }
                () = at(wait.nudge) => {
                    wait.nudge = None;
                    self.board.nudge();
                    Next::Wait
                }
            };
            match next {
                Next::Wait => {}
                Next::Go(code) => return Ok(code),
                Next::Stop => return Err(End::Stopped),
                Next::Fail(fault) => break fault,
            }
        };
        self.board.wait_no_more();
        let leg = if fault == Symptom::BrowserNotOpened { Leg::Browser } else { Leg::Consent };
        Err(self.fail(leg, began.elapsed(), wait.answer, fault))
    }

    fn arrived(&mut self, wait: &mut Wait<'_>, Arrival { event, seen, status }: Arrival) -> Next {
        let is_foreign = matches!(event, Event::Foreign);
        let exchange = (!is_foreign || wait.foreign < FOREIGN_TRACED).then(|| self.traced(&seen, Some(status)));
        if !is_foreign {
            wait.answer = exchange;
        }
        match event {
            Event::Received { code } => {
                self.back(wait, said::signin_note_callback(seconds(x::CODE_LIFETIME)));
                Next::Go(Code { text: code, arrived: Instant::now(), way: Way::Callback })
            }
            Event::Declined => Next::Fail(Symptom::ConsentDeclined),
            Event::Refused { error } => Next::Fail(Symptom::CallbackRefused { error }),
            Event::Unclear => self.wonder(wait),
            Event::Foreign => {
                // Said once: a page that sends thousands mustn't flood whoever watches.
                if wait.foreign == 0 {
                    self.board.note(Leg::Consent, said::signin_note_foreign());
                }
                wait.foreign = wait.foreign.saturating_add(1);
                Next::Wait
            }
        }
    }

    fn told(&mut self, wait: &mut Wait<'_>, control: Control) -> Next {
        match control {
            Control::Stop if wait.unclear => Next::Fail(Symptom::ConsentUnclear),
            Control::Stop => Next::Stop,
            Control::Sees(sight) => Next::Fail(sight.symptom()),
            Control::SeesConsent => self.again(wait, Some(said::signin_advice_consent())),
            Control::KeepWaiting => self.again(wait, None),
            Control::Paste(paste) => self.pasted(wait, paste),
        }
    }

    fn pasted(&mut self, wait: &mut Wait<'_>, paste: Paste) -> Next {
        let Consent { state, url, .. } = wait.consent;
        let callback = loopback::address(wait.port);
        let pasted = pasted::read(&paste.text, state, &callback, url);
        let answer = PasteAnswer::of(&pasted.meaning, &callback);
        let exchange = pasted.seen.map(|seen| self.traced(&seen, None));
        if answer.taken {
            wait.answer = exchange;
        }
        paste.answer(answer);
        let (code, note) = match pasted.meaning {
            Meaning::Code(code) => (code, said::signin_note_callback_pasted(seconds(x::CODE_LIFETIME))),
            Meaning::BareCode(code) => (code, said::signin_note_callback_bare()),
            Meaning::Declined => return Next::Fail(Symptom::ConsentDeclined),
            Meaning::Refused { error } => return Next::Fail(Symptom::CallbackRefused { error }),
            Meaning::Unclear => return self.wonder(wait),
            Meaning::Mistaken(_) => return Next::Wait,
        };
        self.back(wait, note);
        Next::Go(Code { text: code, arrived: Instant::now(), way: Way::Paste })
    }

    /// The code is here: the person's part is over, and so is the way back.
    fn back(&mut self, wait: &Wait<'_>, note: Message) {
        let arrived = Instant::now();
        self.board.wait_no_more();
        self.board.end(Leg::Consent, arrived - wait.began, None, |report| report.note = None);
        self.board.end(Leg::Callback, arrived.elapsed(), wait.answer, |report| report.note = Some(note));
    }

    /// A refusal came that may be X's: the person judges.
    fn wonder(&mut self, wait: &mut Wait<'_>) -> Next {
        wait.unclear = true;
        self.board.wonder(Leg::Consent, Some(&Symptom::ConsentUnclear));
        Next::Wait
    }

    /// Waits from the start.
    fn again(&mut self, wait: &mut Wait<'_>, advice: Option<Message>) -> Next {
        let now = Instant::now();
        wait.unclear = false;
        wait.deadline = now + self.patience;
        wait.nudge = Some(now + self.nudge);
        self.board.wait(&wait.consent.url, self.waiting(advice));
        self.board.wonder(Leg::Consent, None);
        Next::Wait
    }

    fn traced(&self, seen: &Seen, status: Option<u16>) -> u32 {
        let at = self.clock.stamp();
        self.net.trace().browser(Stage::SignIn, ExchangeKind::Received, at, seen.expose(), status)
    }

    fn waiting(&self, advice: Option<Message>) -> Waiting {
        let now = self.clock.now();
        Waiting {
            since: clock::stamp(now),
            until: clock::stamp(now + self.patience),
            seconds: seconds(self.patience),
            still_waiting: false,
            advice,
        }
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

async fn at(moment: Option<Instant>) {
    match moment {
        Some(moment) => tokio::time::sleep_until(moment).await,
        None => std::future::pending().await,
    }
}

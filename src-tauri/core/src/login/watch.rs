use super::baseline::EventBaseline;
use super::events::{LoginEvents, read_events_since};
use super::observation::LoginKind;
use super::visitor_page::VisitorPage;
use crate::authentik::{Client, Error, Source};
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use serde::{Deserialize, Serialize};
use std::future::Future;
use std::pin::pin;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::Instant;

/// How long the events are watched, unless the caller says otherwise.
pub const PATIENCE: Duration = Duration::from_mins(3);

/// How long to wait without any event before the person is asked what they see.
pub const NUDGE: Duration = Duration::from_secs(20);

/// The first pause between two requests for events. Each pause is one and a half times the previous one, up to
/// [`LONGEST`].
const SHORTEST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_secs(4);

/// authentik writes the link about 300 ms after the sign-in [docs/evidence/authentik.md §1.3]. After more than twice
/// that time, a second request distinguishes a link that was just made from an older one.
const SETTLE: Duration = Duration::from_millis(700);

/// What a watch needs.
pub struct Watch<'w> {
    /// The server with its token, the source, and the baseline of events; none if no token can read them.
    pub events: Option<(&'w Client, &'w Source, EventBaseline)>,
    /// Why the events can't be read although there is a token.
    pub blind: Option<Symptom>,
    /// How long to watch: [`PATIENCE`].
    pub patience: Duration,
    /// How long to wait without any event before the person is asked: [`NUDGE`].
    pub nudge: Duration,
    /// The person's commands. If the sender was dropped, there is nobody to ask.
    pub control: mpsc::Receiver<LoginCommand>,
    /// Receives every change of the progress.
    pub progress: mpsc::UnboundedSender<LoginProgress>,
}

/// What the person reports or asks for during the watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum LoginCommand {
    /// Stop the watch.
    Stop,
    /// Keep watching: the timeout starts again.
    KeepWaiting,
    /// The sign-in ended on this page.
    Shows(VisitorPage),
}

/// The progress of a watch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LoginProgress {
    /// Whether the events are being watched.
    pub watches: bool,
    /// Why they can't be read although there is a token.
    pub blind: Option<Diagnosis>,
    /// Whether the person is asked what they see now.
    pub asks: bool,
    /// What X's answer about the client credentials says while no event comes.
    pub likely: Option<Diagnosis>,
    /// The number of seconds without an event after which the watch ended. The person's answer is still awaited.
    pub silent: Option<u32>,
}

/// How a watch ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WatchEnd {
    /// The events showed what happened.
    Happened(LoginEvents),
    /// The person said which page they see; no event was recorded.
    Shown(VisitorPage),
    /// No event was recorded, and the person said nothing.
    Silent,
    /// The person stopped it.
    Stopped,
}

/// How a watch ended, and after how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WatchResult {
    /// How it ended.
    pub ended: WatchEnd,
    /// The time since the browser was opened, by this machine's clock alone.
    pub took: Duration,
}

/// Watches a login that was just opened, until an event is recorded, the person says what they see, or the time is up
/// and there is nobody to ask. It is canceled by dropping it. Reads only.
///
/// `asks_x` is run when there was no event for as long as [`Watch::nudge`]: it asks X about the client credentials at
/// hand, and returns what X's answer says about a login of which nothing else is known.
pub async fn watch(mut watch: Watch<'_>, asks_x: impl Future<Output = Option<Symptom>>) -> WatchResult {
    let mut asks_x = pin!(asks_x);
    let began = Instant::now();
    let mut looks = PollSchedule::from(began, watch.patience);
    let mut report = LoginProgress {
        watches: watch.events.is_some(),
        blind: watch.blind.as_ref().map(Diagnosis::from),
        asks: watch.events.is_none(),
        likely: None,
        silent: None,
    };
    let mut nudge = Some(began + watch.nudge);
    let (mut silent, mut listens) = (false, true);
    tell(&watch.progress, &report);
    let ended = loop {
        if !listens && !report.watches {
            break WatchEnd::Silent;
        }
        tokio::select! {
            biased;
            control = watch.control.recv(), if listens => match control {
                None => listens = false,
                Some(LoginCommand::Stop) => break WatchEnd::Stopped,
                Some(LoginCommand::KeepWaiting) => {
                    looks = PollSchedule::from(Instant::now(), watch.patience);
                    report.watches = watch.events.is_some() && watch.blind.is_none();
                    report.silent = None;
                    tell(&watch.progress, &report);
                }
                // If an event was recorded meanwhile, the server's own record counts.
                Some(LoginCommand::Shows(shown)) => break last_look(&watch, shown).await,
            },
            () = tokio::time::sleep_until(looks.next), if report.watches => {
                match poll(&watch).await {
                    Ok(found) if !found.is_empty() => break WatchEnd::Happened(settled(&watch, found).await),
                    // A token without the permission to read events won't get it during the watch.
                    Err(error @ (Error::RightsMissing { .. } | Error::TokenRefused { .. })) => {
                        watch.blind = Some(error.symptom());
                        report.blind = watch.blind.as_ref().map(Diagnosis::from);
                        (report.watches, report.asks) = (false, true);
                        tell(&watch.progress, &report);
                    }
                    // A server that couldn't be reached may be reachable in a moment.
                    Ok(_) | Err(_) => {}
                }
                if report.watches && looks.is_over() {
                    (report.watches, report.asks) = (false, true);
                    report.silent = Some(u32::try_from(watch.patience.as_secs()).unwrap_or(u32::MAX));
                    tell(&watch.progress, &report);
                }
                looks.go_on();
            }
            () = at(nudge), if nudge.is_some() => {
                nudge = None;
                (report.asks, silent) = (true, true);
                tell(&watch.progress, &report);
            }
            likely = &mut asks_x, if silent => {
                silent = false;
                report.likely = likely.as_ref().map(Diagnosis::from);
                tell(&watch.progress, &report);
            }
        }
    };
    WatchResult { ended, took: began.elapsed() }
}

/// When to request the events.
struct PollSchedule {
    next: Instant,
    pause: Duration,
    end: Instant,
}

impl PollSchedule {
    fn from(now: Instant, patience: Duration) -> Self {
        let pause = SHORTEST.min(patience);
        Self { next: now + pause, pause, end: now + patience }
    }

    fn is_over(&self) -> bool {
        Instant::now() >= self.end
    }

    /// The last request is made at the very end of the timeout.
    fn go_on(&mut self) {
        self.pause = (self.pause * 3 / 2).min(LONGEST);
        self.next = (Instant::now() + self.pause).min(self.end.max(Instant::now()));
    }
}

async fn poll(watch: &Watch<'_>) -> Result<LoginEvents, Error> {
    match &watch.events {
        Some((client, source, mark)) => read_events_since(client, source, mark).await,
        None => Ok(LoginEvents::default()),
    }
}

/// The events, read again after authentik had time to write the ones that belong together.
async fn settled(watch: &Watch<'_>, found: LoginEvents) -> LoginEvents {
    let is_whole = found.seen.last().is_some_and(|seen| seen.kind != LoginKind::SignedIn);
    if is_whole {
        return found;
    }
    tokio::time::sleep(SETTLE).await;
    poll(watch).await.ok().filter(|again| !again.is_empty()).unwrap_or(found)
}

/// The page that the person reads, unless the server recorded more than they can see.
async fn last_look(watch: &Watch<'_>, shown: VisitorPage) -> WatchEnd {
    if watch.blind.is_none()
        && let Ok(found) = poll(watch).await
        && !found.is_empty()
    {
        return WatchEnd::Happened(settled(watch, found).await);
    }
    WatchEnd::Shown(shown)
}

fn tell(progress: &mpsc::UnboundedSender<LoginProgress>, report: &LoginProgress) {
    // The receiver may be gone.
    let _ = progress.send(report.clone());
}

async fn at(when: Option<Instant>) {
    match when {
        Some(when) => tokio::time::sleep_until(when).await,
        None => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authentik::fake::Fake;
    use serde_json::json;
    use std::future::ready;

    const SOURCE: &str = "b649aae6-bf09-4f20-953f-d3eb4de73007";

    fn source() -> Source {
        Source { pk: SOURCE.to_owned(), slug: "x".to_owned(), ..Source::default() }
    }

    async fn watched(
        client: Option<&Client>,
        patience: Duration,
        says: &[LoginCommand],
    ) -> (WatchResult, Vec<LoginProgress>) {
        let source = source();
        let (says_to, control) = mpsc::channel(4);
        let (progress, mut heard) = mpsc::unbounded_channel();
        for one in says {
            says_to.try_send(*one).expect("room");
        }
        drop(says_to);
        let events = client.map(|client| (client, &source, EventBaseline::default()));
        let nudge = patience / 2;
        let asks_x = ready(Some(Symptom::XSecretRefused));
        let watched = watch(Watch { events, blind: None, patience, nudge, control, progress }, asks_x).await;
        let mut reports = Vec::new();
        while let Ok(report) = heard.try_recv() {
            reports.push(report);
        }
        (watched, reports)
    }

    #[tokio::test]
    async fn what_the_server_noted_goes_before_what_the_person_says() {
        let fake = Fake::start().await;
        let login = json!({ "source": { "pk": SOURCE.replace('-', "") } });
        fake.state().events = vec![json!({
            "pk": "1", "action": "login", "created": "1999-01-01T00:00:00Z",
            "user": { "pk": 4, "username": "ada" }, "context": login,
        })];
        let client = fake.client();
        let (told, _) =
            watched(Some(&client), Duration::from_secs(1), &[LoginCommand::Shows(VisitorPage::NoToken)]).await;
        let WatchEnd::Happened(found) = told.ended else { panic!("{told:?}") };
        assert_eq!(found.seen.last().map(|seen| (seen.user.as_str(), seen.pk)), Some(("ada", Some(4))));
    }

    #[tokio::test]
    async fn silence_ends_with_patience_and_the_person_was_asked_before() {
        let fake = Fake::start().await;
        let client = fake.client();
        let (told, reports) = watched(Some(&client), Duration::from_millis(300), &[]).await;
        assert_eq!(told.ended, WatchEnd::Silent);
        assert!(reports.iter().any(|report| report.asks && report.watches), "{reports:?}");
        let likely = reports.iter().find_map(|report| report.likely.as_ref()).expect("what X says");
        assert_eq!(likely.id, "x-secret-refused");
        assert!(reports.last().is_some_and(|report| report.silent == Some(0) && !report.watches), "{reports:?}");
    }

    #[tokio::test]
    async fn who_may_not_see_the_events_is_told_so_and_asked() {
        let fake = Fake::start().await;
        fake.state().refused = vec!["GET /api/v3/events/"];
        let client = fake.client();
        let (told, reports) = watched(Some(&client), Duration::from_secs(5), &[]).await;
        assert_eq!(told.ended, WatchEnd::Silent);
        assert!(told.took < Duration::from_secs(5));
        let blind = reports.iter().find_map(|report| report.blind.as_ref()).expect("a reason");
        assert_eq!(blind.id, "rights-missing");
    }

    #[tokio::test]
    async fn without_a_token_the_person_says_and_may_stop() {
        let (told, reports) =
            watched(None, Duration::from_secs(5), &[LoginCommand::Shows(VisitorPage::StateCheck)]).await;
        assert_eq!(told.ended, WatchEnd::Shown(VisitorPage::StateCheck));
        assert!(reports.first().is_some_and(|report| report.asks && !report.watches));
        let (told, _) = watched(None, Duration::from_secs(5), &[LoginCommand::KeepWaiting, LoginCommand::Stop]).await;
        assert_eq!(told.ended, WatchEnd::Stopped);
    }
}

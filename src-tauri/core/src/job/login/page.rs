use super::{LoginLink, LoginOpening, LoginRun};
use crate::diagnosis::Diagnosis;
use crate::i18n::Message;
use crate::job::model::LoginResult;
use crate::job::{Environment, Job, Mode, Session, SourceCheck, Subject};
use crate::login::{LoginObservation, LoginProgress, VisitorPage, VisitorPageHost};
use serde::Serialize;

/// The card of the test login on a page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LoginCard {
    /// The sign-in address that is opened; none where address or slug aren't usable.
    pub address: Option<String>,
    /// Whether there is a token to watch the events with.
    pub watches: bool,
    /// The browser that can open a private window.
    pub private: Option<String>,
    /// How the sign-in is best opened here.
    pub best: LoginOpening,
    /// The progress of the test login that is running.
    pub running: Option<LoginProgress>,
    /// When the browser was opened for the running or the newest test login (RFC 3339, UTC).
    pub opened: Option<String>,
    /// How long the newest one took, in milliseconds.
    pub millis: u32,
    /// Whether a visitor signed in.
    pub worked: bool,
    /// Who signed in, according to the server's events.
    pub seen: Option<LoginObservation>,
    /// How many others signed in meanwhile.
    pub others: usize,
    /// The page that the person read.
    pub shown: Option<Message>,
    /// Why nobody signed in.
    pub problem: Option<Diagnosis>,
    /// What to know about one that worked.
    pub note: Option<Diagnosis>,
    /// A link that it made to a user who existed before.
    pub link: Option<LoginLink>,
    /// The pages that the person may see, while they are asked.
    pub choices: Vec<VisitorPageGroup>,
}

/// Pages of the same kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VisitorPageGroup {
    /// The kind of page, in words.
    pub on: Message,
    /// The pages.
    pub pages: Vec<VisitorPageChoice>,
}

/// A page on which a visitor's sign-in can end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VisitorPageChoice {
    /// Identifies the page.
    pub shown: VisitorPage,
    /// The text on the page.
    pub words: Message,
}

impl VisitorPageGroup {
    /// Every page, grouped by kind.
    pub fn all() -> Vec<Self> {
        let mut groups: Vec<(VisitorPageHost, Self)> = Vec::new();
        for shown in VisitorPage::ALL {
            let page = VisitorPageChoice { shown, words: shown.words() };
            match groups.last_mut() {
                Some((on, group)) if *on == shown.host() => group.pages.push(page),
                _ => groups.push((shown.host(), Self { on: shown.host().words(), pages: vec![page] })),
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }
}

/// The card of a job.
pub(in crate::job) fn card(environment: &Environment, job: &Job, session: &Session) -> Box<LoginCard> {
    let urls = job.urls();
    let callback = urls.as_ref().map(|urls| urls.callback.clone());
    let address = urls.map(|urls| urls.login);
    let last = job.fresh_login();
    drawn(environment, address, job.server.token().is_some(), last, running(session, Subject::Job, callback.as_deref()))
}

/// The card of a source check.
pub(in crate::job) fn card_of_support(
    environment: &Environment,
    support: &SourceCheck,
    session: &Session,
) -> Box<LoginCard> {
    let urls = super::LoginRequest::for_source_check(support).ok().map(|asked| asked.urls());
    let callback = urls.as_ref().map(|urls| urls.callback.clone());
    let last = support.login.as_deref().filter(|login| Some(&login.callback) == callback.as_ref());
    let address = urls.map(|urls| urls.login);
    drawn(
        environment,
        address,
        support.token().is_some(),
        last,
        running(session, Subject::Support, callback.as_deref()),
    )
}

fn running<'s>(session: &'s Session, of: Subject, callback: Option<&str>) -> Option<&'s LoginRun> {
    session.login.as_deref().filter(|running| running.of == of && Some(running.callback.as_str()) == callback)
}

fn drawn(
    environment: &Environment,
    address: Option<String>,
    watches: bool,
    last: Option<&LoginResult>,
    running: Option<&LoginRun>,
) -> Box<LoginCard> {
    let last = last.filter(|_| running.is_none());
    let asks = running.is_some_and(|running| running.report.asks);
    Box::new(LoginCard {
        address,
        watches,
        private: environment.opener.private().map(str::to_owned),
        best: match (environment.opener.private(), &environment.world) {
            (Some(_), _) => LoginOpening::Private,
            // Nobody has a session at a practice server.
            (None, Mode::Practice(_)) => LoginOpening::Browser,
            (None, Mode::Real) => LoginOpening::ByHand,
        },
        running: running.map(|running| running.report.clone()),
        opened: running.map(|running| &running.opened).or(last.map(|login| &login.opened)).cloned(),
        millis: last.map_or(0, |login| login.millis),
        worked: last.is_some_and(LoginResult::has_succeeded),
        seen: last.and_then(|login| login.seen.clone()),
        others: last.map_or(0, |login| login.others),
        shown: last.and_then(|login| login.shown).map(VisitorPage::words),
        problem: last.and_then(|login| login.symptom.as_ref()).map(Diagnosis::from),
        note: last.and_then(|login| login.note.as_ref()).map(Diagnosis::from),
        link: last.and_then(|login| login.link.clone()),
        choices: if asks { VisitorPageGroup::all() } else { Vec::new() },
    })
}

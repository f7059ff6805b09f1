use super::{Link, Login, Running};
use crate::diagnosis::Diagnosis;
use crate::job::{Desk, Draft, Of, Session, Support, names};
use crate::login::{LoginSeen, Report, Shown, ShownOn};
use crate::words::Message;
use serde::Serialize;

/// The test login on a page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LoginCard {
    /// The sign-in address that is opened; none where address or slug aren't usable.
    pub address: Option<String>,
    /// Whether a token is at hand, to watch with.
    pub watches: bool,
    /// The browser that can be asked for a private window.
    pub private: Option<String>,
    /// How far the one is that runs.
    pub running: Option<Report>,
    /// When the one that runs, or the last one, was opened (RFC 3339, UTC).
    pub opened: Option<String>,
    /// How long the last one took, in milliseconds.
    pub millis: u32,
    /// Whether a visitor came in.
    pub worked: bool,
    /// Who came in, by the server's events.
    pub seen: Option<LoginSeen>,
    /// How many others came in meanwhile.
    pub others: usize,
    /// What the person read.
    pub shown: Option<Message>,
    /// Why nobody came in.
    pub problem: Option<Diagnosis>,
    /// What is to be known of one that worked.
    pub note: Option<Diagnosis>,
    /// A link that it made to a user who was there before.
    pub link: Option<Link>,
    /// What the person may see, while they are asked.
    pub choices: Vec<ShownGroup>,
}

/// Pages that stand in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ShownGroup {
    /// Where.
    pub on: Message,
    /// The pages.
    pub pages: Vec<ShownPage>,
}

/// A page on which a visitor's way can end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ShownPage {
    /// Names it.
    pub shown: Shown,
    /// What stands there.
    pub words: Message,
}

impl ShownGroup {
    /// Every page, by where it stands.
    pub fn all() -> Vec<Self> {
        let mut groups: Vec<(ShownOn, Self)> = Vec::new();
        for shown in Shown::ALL {
            let page = ShownPage { shown, words: shown.words() };
            match groups.last_mut() {
                Some((on, group)) if *on == shown.on() => group.pages.push(page),
                _ => groups.push((shown.on(), Self { on: shown.on().words(), pages: vec![page] })),
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }
}

/// The card of a job.
pub(in crate::job) fn card(desk: &Desk, draft: &Draft, session: &Session) -> Box<LoginCard> {
    let urls = names::urls(draft);
    let callback = urls.as_ref().map(|urls| urls.callback.clone());
    let address = urls.map(|urls| urls.login);
    let last = draft.verify.login(draft);
    drawn(desk, address, draft.server.token().is_some(), last, running(session, Of::Job, callback.as_deref()))
}

/// The card of a source that is checked.
pub(in crate::job) fn card_of_support(desk: &Desk, support: &Support, session: &Session) -> Box<LoginCard> {
    let urls = super::Asked::of_support(support).ok().map(|asked| asked.urls());
    let callback = urls.as_ref().map(|urls| urls.callback.clone());
    let last = support.login.as_deref().filter(|login| Some(&login.callback) == callback.as_ref());
    let address = urls.map(|urls| urls.login);
    drawn(desk, address, support.token().is_some(), last, running(session, Of::Support, callback.as_deref()))
}

fn running<'s>(session: &'s Session, of: Of, callback: Option<&str>) -> Option<&'s Running> {
    session.login.as_deref().filter(|running| running.of == of && Some(running.callback.as_str()) == callback)
}

fn drawn(
    desk: &Desk,
    address: Option<String>,
    watches: bool,
    last: Option<&Login>,
    running: Option<&Running>,
) -> Box<LoginCard> {
    let last = last.filter(|_| running.is_none());
    let asks = running.is_some_and(|running| running.report.asks);
    Box::new(LoginCard {
        address,
        watches,
        private: desk.opener.private().map(str::to_owned),
        running: running.map(|running| running.report.clone()),
        opened: running.map(|running| &running.opened).or(last.map(|login| &login.opened)).cloned(),
        millis: last.map_or(0, |login| login.millis),
        worked: last.is_some_and(Login::worked),
        seen: last.and_then(|login| login.seen.clone()),
        others: last.map_or(0, |login| login.others),
        shown: last.and_then(|login| login.shown).map(Shown::words),
        problem: last.and_then(|login| login.symptom.as_ref()).map(Diagnosis::from),
        note: last.and_then(|login| login.note.as_ref()).map(Diagnosis::from),
        link: last.and_then(|login| login.link.clone()),
        choices: if asks { ShownGroup::all() } else { Vec::new() },
    })
}

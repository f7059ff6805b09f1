use super::{Asked, Login, link};
use crate::authentik::{Client, Error, Source};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::job::{Desk, push};
use crate::login::{
    Control, Ended, Happened, Known, LoginKind, LoginSeen, Mark, NUDGE, PATIENCE, Report, Shown, Verdict, Watch,
    Watched, judge, watch,
};
use crate::plan::SecretState;
use crate::signin::{Opener as _, Privately};
use crate::stage::Stage;
use crate::x::{self, Pairing};
use std::collections::BTreeSet;
use tokio::sync::mpsc;
use url::Url;

/// What was there before the browser was opened.
#[derive(Default)]
struct Before {
    source: Option<Source>,
    mark: Option<Mark>,
    /// The numbers of the links that were there, where all of them can be seen.
    links: Option<BTreeSet<i64>>,
    blind: Option<Symptom>,
}

/// Opens the sign-in, in a private window where that is wished and can be had, and watches what comes of it. Nothing is
/// opened where the server tells beforehand that it can't work.
///
/// # Errors
/// When no browser could be started, or the server can't be asked at all.
pub async fn run(
    desk: &Desk,
    asked: &Asked,
    private: bool,
    control: mpsc::Receiver<Control>,
    progress: mpsc::UnboundedSender<Report>,
) -> Result<Login, Symptom> {
    let client = asked.client(desk)?;
    let urls = asked.urls();
    let over = |symptom| Login {
        opened: desk.clock.stamp(),
        callback: urls.callback.clone(),
        symptom: Some(symptom),
        ..Login::default()
    };
    let before = match before(&client, asked).await {
        Ok(before) => before,
        Err(symptom) => return Ok(over(symptom)),
    };
    let url = Url::parse(&urls.login).map_err(|_| Symptom::BrowserNotOpened)?;
    let privately = Privately(desk.opener.as_ref());
    let opened = if private && desk.opener.private().is_some() { privately.open(&url) } else { desk.opener.open(&url) };
    opened.map_err(|_| Symptom::BrowserNotOpened)?;
    let login = Login { opened: desk.clock.stamp(), callback: urls.callback.clone(), ..Login::default() };

    let patience = asked.patience.unwrap_or_else(|| desk.patience_or(PATIENCE));
    let events = before.source.as_ref().zip(before.mark.clone());
    let watched = watch(Watch {
        events: events.map(|(source, mark)| (&client, source, mark)),
        blind: before.blind.clone(),
        patience,
        nudge: NUDGE.min(patience / 2),
        control,
        progress,
    });
    let Watched { ended, took } = watched.await;
    let login = Login { millis: u32::try_from(took.as_millis()).unwrap_or(u32::MAX), ..login };
    let seconds = u32::try_from(patience.as_secs()).unwrap_or(u32::MAX);
    let login = match ended {
        Ended::Stopped => login,
        Ended::Silent => Login { symptom: Some(Symptom::LoginUnseen { seconds }), ..login },
        Ended::Happened(happened) => told_by_events(&client, login, happened).await,
        Ended::Shown(shown) => {
            let known = Box::pin(known(desk, asked, &before, shown, seconds)).await;
            let login = Login { shown: Some(shown), ..login };
            match judge(shown, &known) {
                Verdict::Worked(note) => Login { note, ..login },
                Verdict::Broke(symptom) => Login { symptom: Some(symptom), ..login },
            }
        }
    };
    Ok(with_link(&client, asked, &before, login).await)
}

/// What the token shows before. What it may not see is told and gone without; a source that can't be signed in through
/// is told instead of tried.
async fn before(client: &Client, asked: &Asked) -> Result<Before, Symptom> {
    let mut before = Before { blind: asked.blind.clone(), ..Before::default() };
    if !asked.has_token() {
        return Ok(before);
    }
    let slug = || asked.slug.as_str().to_owned();
    let (source, mark, links) = tokio::join!(client.source(&asked.slug), Mark::take(client), client.links(&asked.slug));
    match source {
        Ok(Some(source)) if !source.enabled => return Err(Symptom::SourceDisabled { slug: slug() }),
        Ok(Some(source)) => before.source = Some(source),
        Ok(None) => return Err(Symptom::SourceMissing { slug: slug() }),
        Err(error) => before.blind = Some(unseen(&error)?),
    }
    match mark {
        Ok(mark) => before.mark = Some(mark),
        Err(error) => before.blind = Some(unseen(&error)?),
    }
    before.links = links.ok().filter(|links| !links.cut).map(|links| links.seen.iter().map(|link| link.pk).collect());
    Ok(before)
}

/// What is only not to be seen; a server that can't be asked has nobody come in either.
fn unseen(error: &Error) -> Result<Symptom, Symptom> {
    if matches!(error, Error::RightsMissing { .. } | Error::TokenRefused { .. }) {
        Ok(error.symptom())
    } else {
        Err(error.symptom())
    }
}

async fn told_by_events(client: &Client, login: Login, happened: Happened) -> Login {
    let Happened { mut seen, fault } = happened;
    let Some(last) = seen.pop() else { return Login { symptom: fault, ..login } };
    let others = seen.iter().filter(|other| other.user != last.user).count();
    let login = Login { others, ..login };
    if last.kind == LoginKind::LinkedToSession {
        let symptom = Some(Symptom::LoginLinked { user: last.user.clone() });
        return Login { seen: Some(last), symptom, ..login };
    }
    let note = external(client, &last).await;
    Login { seen: Some(last), note, ..login }
}

/// Whoever is external sees "Permission denied" after a sign-in that worked [docs/evidence/authentik.md §1.1, §1.2].
async fn external(client: &Client, seen: &LoginSeen) -> Option<Symptom> {
    let user = client.user_named(&seen.user).await.ok().flatten()?;
    (user.kind == "external").then_some(Symptom::UserIsExternal { user: user.username })
}

/// What is known beside the page that the person reads. X is asked only where its word tells something.
async fn known(desk: &Desk, asked: &Asked, before: &Before, shown: Shown, seconds: u32) -> Known {
    let pair = asked.pair.as_ref().filter(|_| shown == Shown::NoToken);
    let pairing = match (pair, desk.net(None)) {
        (Some(pair), Ok(net)) => {
            Some(x::probe(&net.at(Stage::Verify), &desk.clock, &desk.endpoints(), pair).await.pairing)
        }
        (Some(_), Err(error)) => Some(Pairing::CannotTell { symptom: error.symptom() }),
        (None, _) => None,
    };
    let held = pair.zip(before.source.as_ref()).map(|(pair, source)| {
        push::journals(desk).secret_of(&asked.url, &asked.slug, &pair.secret, source).unwrap_or(SecretState::Absent)
    });
    let pushed = match held {
        Some(SecretState::Same) => Some(true),
        Some(SecretState::Different { .. }) => Some(false),
        Some(SecretState::Unknown { .. } | SecretState::Absent) | None => None,
    };
    Known {
        slug: asked.slug.as_str().to_owned(),
        source: before.source.clone(),
        missing: false,
        pairing,
        pushed,
        tested: asked.tested.clone(),
        handle: asked.handle.clone(),
        seconds,
    }
}

/// A link that this login made to somebody who was there before, where the token shows it.
async fn with_link(client: &Client, asked: &Asked, before: &Before, login: Login) -> Login {
    let by_events =
        login.seen.as_ref().is_some_and(|seen| matches!(seen.kind, LoginKind::Linked | LoginKind::LinkedToSession));
    let by_word = login.shown == Some(Shown::Linked);
    let (true, Some(links)) = (by_events || by_word, &before.links) else { return login };
    let link = link::made(client, &asked.slug, links, login.seen.as_ref()).await;
    Login { link, ..login }
}

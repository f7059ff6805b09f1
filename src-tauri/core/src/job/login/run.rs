use super::{LoginOpening, LoginRequest, link};
use crate::authentik::{Client, Error, Matching, Source};
use crate::credentials::ClientCredentials;
use crate::diagnosis::{Diagnosed, Symptom};
use crate::job::Environment;
use crate::job::model::LoginResult;
use crate::login::{
    EventBaseline, LoginCommand, LoginEvents, LoginEvidence, LoginKind, LoginObservation, LoginProgress, LoginVerdict,
    NUDGE, PATIENCE, VisitorPage, Watch, WatchEnd, WatchResult, judge, silence, watch,
};
use crate::plan::SecretState;
use crate::signin::{BrowserOpener as _, PrivateOpener};
use crate::stage::Stage;
use crate::x::{self, CredentialVerdict};
use std::collections::BTreeSet;
use tokio::sync::{OnceCell, mpsc};
use url::Url;

/// What the server had before the browser was opened.
#[derive(Default)]
struct LoginBaseline {
    source: Option<Source>,
    mark: Option<EventBaseline>,
    /// The numbers of the links that existed, if all of them can be read.
    links: Option<BTreeSet<i64>>,
    blind: Option<Symptom>,
}

/// Opens the sign-in as asked, and watches the result. Nothing is opened if the server shows beforehand that the login
/// can't work.
///
/// # Errors
/// When no browser could be started, or the server can't be asked at all.
pub async fn run(
    environment: &Environment,
    asked: &LoginRequest,
    opening: LoginOpening,
    control: mpsc::Receiver<LoginCommand>,
    progress: mpsc::UnboundedSender<LoginProgress>,
) -> Result<LoginResult, Symptom> {
    let client = asked.client(environment)?;
    let urls = asked.urls();
    let over = |symptom| LoginResult {
        opened: environment.clock.stamp(),
        callback: urls.callback.clone(),
        symptom: Some(symptom),
        ..LoginResult::default()
    };
    let before = match before(&client, asked).await {
        Ok(before) => before,
        Err(symptom) => return Ok(over(symptom)),
    };
    let url = Url::parse(&urls.login).map_err(|_| Symptom::BrowserNotOpened)?;
    let opened = match opening {
        LoginOpening::Private if environment.opener.private().is_some() => {
            PrivateOpener(environment.opener.as_ref()).open(&url)
        }
        LoginOpening::Private | LoginOpening::Browser => environment.opener.open(&url),
        LoginOpening::ByHand => Ok(()),
    };
    opened.map_err(|_| Symptom::BrowserNotOpened)?;
    let login =
        LoginResult { opened: environment.clock.stamp(), callback: urls.callback.clone(), ..LoginResult::default() };

    let pairing = OnceCell::new();
    let known = |shown: Option<VisitorPage>, seconds| known(environment, asked, &before, &pairing, shown, seconds);
    let patience = asked.patience.unwrap_or_else(|| environment.timeout_or(PATIENCE));
    let seconds = u32::try_from(patience.as_secs()).unwrap_or(u32::MAX);
    let events = before.source.as_ref().zip(before.mark.clone());
    let asks_x = async {
        let symptom = silence(&known(None, seconds).await);
        // Without an answer of X's there is nothing to show but what the person is asked about anyway.
        (!matches!(&symptom, Symptom::LoginUnseen { pair, .. } if pair.is_empty())).then_some(symptom)
    };
    let watch = watch(
        Watch {
            events: events.map(|(source, mark)| (&client, source, mark)),
            blind: before.blind.clone(),
            patience,
            nudge: NUDGE.min(patience / 2),
            control,
            progress,
        },
        asks_x,
    );
    let WatchResult { ended, took } = Box::pin(watch).await;
    let login = LoginResult { millis: u32::try_from(took.as_millis()).unwrap_or(u32::MAX), ..login };
    let login = match ended {
        WatchEnd::Stopped => login,
        WatchEnd::Silent => {
            let known = Box::pin(known(None, seconds)).await;
            LoginResult { symptom: Some(silence(&known)), ..login }
        }
        WatchEnd::Happened(happened) => told_by_events(&client, before.source.as_ref(), login, happened).await,
        WatchEnd::Shown(shown) => {
            let known = Box::pin(known(Some(shown), seconds)).await;
            let login = LoginResult { shown: Some(shown), ..login };
            match judge(shown, &known) {
                LoginVerdict::Worked(note) => LoginResult { note, ..login },
                LoginVerdict::Broke(symptom) => LoginResult { symptom: Some(symptom), ..login },
            }
        }
    };
    Ok(with_link(&client, asked, &before, login).await)
}

/// Reads what the token shows before the login. What it can't read is reported and left out; if the source can't sign
/// anybody in, that is reported instead of opening it.
async fn before(client: &Client, asked: &LoginRequest) -> Result<LoginBaseline, Symptom> {
    let mut before = LoginBaseline { blind: asked.blind.clone(), ..LoginBaseline::default() };
    if !asked.has_token() {
        return Ok(before);
    }
    let slug = || asked.slug.as_str().to_owned();
    let (source, mark, links) =
        tokio::join!(client.source(&asked.slug), EventBaseline::read(client), client.links(&asked.slug));
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

/// Turns an error that only hides something into a symptom. If the server can't be reached at all, nobody can sign in
/// either, so that stays an error.
fn unseen(error: &Error) -> Result<Symptom, Symptom> {
    if matches!(error, Error::RightsMissing { .. } | Error::TokenRefused { .. }) {
        Ok(error.symptom())
    } else {
        Err(error.symptom())
    }
}

async fn told_by_events(
    client: &Client,
    source: Option<&Source>,
    login: LoginResult,
    happened: LoginEvents,
) -> LoginResult {
    let LoginEvents { mut seen, fault } = happened;
    let Some(last) = seen.pop() else { return LoginResult { symptom: fault, ..login } };
    let others = seen.iter().filter(|other| other.user != last.user).count();
    let login = LoginResult { others, ..login };
    if last.kind == LoginKind::LinkedToSession {
        let symptom = Some(Symptom::LoginLinked { user: last.user.clone() });
        return LoginResult { seen: Some(last), symptom, ..login };
    }
    if was_refused(client, source, &last).await {
        let seen = Some(LoginObservation { kind: LoginKind::LinkedElsewhere, ..last });
        return LoginResult { seen, symptom: Some(Symptom::LoginLinkedElsewhere), ..login };
    }
    let note = external(client, &last).await;
    LoginResult { seen: Some(last), note, ..login }
}

/// Whether a sign-in without a new link wasn't made with an existing link either, so that the attempt to make one failed.
/// That happens only where the source matches people by name or address. Each sign-in with a link writes an event about
/// the link [docs/evidence/authentik.md §1.3].
async fn was_refused(client: &Client, source: Option<&Source>, seen: &LoginObservation) -> bool {
    let Some(source) = source.filter(|_| seen.kind == LoginKind::SignedIn) else { return false };
    let links = matches!(Matching::from_name(&source.matching), Some(Matching::UsernameLink | Matching::EmailLink));
    let (true, Some(user)) = (links, seen.pk) else { return false };
    let link = (user, source.pk.replace('-', ""));
    // Without an answer nothing is known against the sign-in.
    client.used_links().await.is_ok_and(|used| {
        !used.iter().any(|event| event.link().as_ref() == Some(&link) && event.is_not_before(&seen.at))
    })
}

/// An external user sees "Permission denied" after a sign-in that worked [docs/evidence/authentik.md §1.1, §1.2].
async fn external(client: &Client, seen: &LoginObservation) -> Option<Symptom> {
    let user = client.user_by_name(&seen.user).await.ok().flatten()?;
    (user.kind == "external").then_some(Symptom::UserIsExternal { user: user.username })
}

/// Collects the facts that help to judge the page that the person reads, or the silence if they say nothing. X is asked
/// only if its answer makes a difference, and only once.
async fn known(
    environment: &Environment,
    asked: &LoginRequest,
    before: &LoginBaseline,
    pairing: &OnceCell<CredentialVerdict>,
    shown: Option<VisitorPage>,
    seconds: u32,
) -> LoginEvidence {
    let matters = matches!(shown, None | Some(VisitorPage::NoToken | VisitorPage::Other));
    let pair = asked.pair.as_ref().filter(|_| matters);
    let pairing = match pair {
        Some(pair) => Some(pairing.get_or_init(|| ask_x(environment, pair)).await.clone()),
        None => None,
    };
    let held = pair.zip(before.source.as_ref()).map(|(pair, source)| {
        environment
            .journals()
            .compare_secret(&asked.url, &asked.slug, &pair.secret, source)
            .unwrap_or(SecretState::Absent)
    });
    let pushed = match held {
        Some(SecretState::Same) => Some(true),
        Some(SecretState::Different { .. }) => Some(false),
        Some(SecretState::Unknown { .. } | SecretState::Absent) | None => None,
    };
    LoginEvidence {
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

async fn ask_x(environment: &Environment, pair: &ClientCredentials) -> CredentialVerdict {
    match environment.http_client(None) {
        Ok(net) => {
            let net = net.with_stage(Stage::Verify);
            Box::pin(x::probe(&net, &environment.clock, &environment.endpoints(), pair)).await.pairing
        }
        Err(error) => CredentialVerdict::CannotTell { symptom: error.symptom() },
    }
}

/// Adds the link that this login made to a user who existed before, if the token can read it.
async fn with_link(client: &Client, asked: &LoginRequest, before: &LoginBaseline, login: LoginResult) -> LoginResult {
    let by_events =
        login.seen.as_ref().is_some_and(|seen| matches!(seen.kind, LoginKind::Linked | LoginKind::LinkedToSession));
    let by_word = login.shown == Some(VisitorPage::Linked);
    let (true, Some(links)) = (by_events || by_word, &before.links) else { return login };
    let link = link::made(client, &asked.slug, links, login.seen.as_ref()).await;
    LoginResult { link, ..login }
}

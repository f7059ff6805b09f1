//! Stage 7: the outside view, one sign-in as a visitor, and what is left to tidy up.

use super::server::client;
use super::stages::{self, StageState, Told};
use super::{Act, Bar, Desk, Draft, callback, names, push};
use crate::authentik;
use crate::checks::{self, Finding, LoginKind, LoginSeen, Outcome, Planned};
use crate::diagnosis::{Diagnosed, Diagnosis, Severity, Symptom};
use crate::stage::Stage;
use crate::words::{Message, said};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use url::Url;

/// How long a test login is watched for, unless the desk says otherwise.
const PATIENCE: Duration = Duration::from_mins(3);

/// How often the events are looked at meanwhile.
const PAUSE: Duration = Duration::from_millis(1500);

/// What was found, and what is ticked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Verify {
    /// The newest outside checks.
    pub checked: Option<Checked>,
    /// The newest test login.
    pub login: Option<Login>,
    /// What was tidied up.
    pub ticked: BTreeSet<String>,
}

/// The outside checks, with what they were made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Checked {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// The callback that was planned.
    pub callback: String,
    /// The Client ID that was planned.
    pub client_id: Option<String>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
}

/// A test login.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Login {
    /// When the browser was opened (RFC 3339, UTC).
    pub opened: String,
    /// The callback of the source that was tried.
    pub callback: String,
    /// The newest event before, by the server's clock; none if there was none or it can't be read.
    pub since: Option<String>,
    /// Who came in.
    pub seen: Option<LoginSeen>,
    /// Why nobody was seen coming in.
    pub symptom: Option<Symptom>,
}

impl Verify {
    /// The newest checks, if they are of what is entered now.
    pub fn fresh(&self, draft: &Draft) -> Option<&Checked> {
        let callback = names::urls(draft)?.callback;
        self.checked
            .as_ref()
            .filter(|checked| checked.callback == callback && checked.client_id == draft.credentials.client_id)
    }

    /// The newest test login, if it is of the source that is entered now.
    pub fn login(&self, draft: &Draft) -> Option<&Login> {
        let callback = names::urls(draft)?.callback;
        self.login.as_ref().filter(|login| login.callback == callback)
    }
}

fn count_breaking(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Breaks).count()
}

/// Runs the outside checks against what was planned.
///
/// # Errors
/// When address or slug aren't usable, or the token can't be had.
pub async fn check(desk: &Desk, draft: &Draft) -> Result<Checked, Symptom> {
    let (urls, slug) = names::urls(draft).zip(draft.names.slug()).ok_or(Symptom::NoJobOpen)?;
    let client = client(desk, draft, Stage::Verify).await?;
    let planned = Planned {
        slug,
        client_id: draft.credentials.client_id(),
        scopes: draft.names.additional().ok().map(|scopes| checks::scopes_with(&scopes.joined())),
        name: Some(draft.names.name.clone()),
        x_host: desk.x_host(),
        release: draft.server.reached().map(|reached| reached.version.clone()),
        urls: urls.clone(),
    };
    let mut findings = checks::outside(&client, &planned).await;
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    Ok(Checked {
        at: desk.clock.stamp(),
        callback: urls.callback,
        client_id: draft.credentials.client_id.clone(),
        findings,
    })
}

/// Opens a sign-in through authentik in the person's browser.
///
/// # Errors
/// When no browser could be started, or the token can't be had.
pub async fn open_login(desk: &Desk, draft: &Draft) -> Result<Login, Symptom> {
    let urls = names::urls(draft).ok_or(Symptom::NoJobOpen)?;
    let client = client(desk, draft, Stage::Verify).await?;
    let since = client.newest_event().await.ok().flatten();
    let url = Url::parse(&urls.login).map_err(|_| Symptom::BrowserNotOpened)?;
    desk.opener.open(&url).map_err(|_| Symptom::BrowserNotOpened)?;
    Ok(Login { opened: desk.clock.stamp(), callback: urls.callback, since, seen: None, symptom: None })
}

/// Watches the server's events until somebody comes in through the source, or patience ends.
pub async fn watch_login(desk: &Desk, draft: &Draft, login: Login) -> Login {
    match watch(desk, draft, &login).await {
        Ok(LoginSeen { kind: LoginKind::LinkedToSession, user, .. }) => {
            Login { seen: None, symptom: Some(Symptom::LoginLinked { user }), ..login }
        }
        Ok(seen) => Login { seen: Some(seen), symptom: None, ..login },
        Err(symptom) => Login { symptom: Some(symptom), ..login },
    }
}

async fn watch(desk: &Desk, draft: &Draft, login: &Login) -> Result<LoginSeen, Symptom> {
    let slug = draft.names.slug().ok_or(Symptom::NoJobOpen)?;
    let client = client(desk, draft, Stage::Verify).await?;
    let failed = |error: authentik::Error| error.symptom();
    let unknown = || Symptom::SourceUnknownOrDisabled { slug: slug.as_str().to_owned() };
    let source = client.source(&slug).await.map_err(failed)?.ok_or_else(unknown)?;
    let since = login.since.as_deref().and_then(|at| OffsetDateTime::parse(at, &Rfc3339).ok());
    let patience = desk.patience_or(PATIENCE);
    let began = Instant::now();
    let mut newest: Option<LoginSeen> = None;
    loop {
        let seen = checks::login_events(&client, &source.pk, since).await.map_err(failed)?.pop();
        // The link is written shortly after the login: a second look tells a new person from a known one.
        if seen.is_some() && (newest.is_some() || seen.as_ref().is_some_and(|seen| seen.kind != LoginKind::SignedIn)) {
            return seen.ok_or_else(unknown);
        }
        newest = seen;
        if began.elapsed() >= patience {
            let seconds = u32::try_from(patience.as_secs()).unwrap_or(u32::MAX);
            return newest.ok_or(Symptom::LoginUnseen { seconds });
        }
        tokio::time::sleep(PAUSE.min(patience)).await;
    }
}

pub(super) fn told(draft: &Draft) -> Told {
    let verify = &draft.verify;
    let Some(checked) = verify.fresh(draft) else {
        let pushed = push::is_done(draft);
        return if pushed { stages::not_started() } else { stages::after(Stage::Push) };
    };
    match count_breaking(&checked.findings) {
        0 if verify.login(draft).is_some_and(|login| login.seen.is_some()) => {
            (StageState::Done, said::stage_verified())
        }
        0 => stages::in_progress(),
        count => stages::attention(said::stage_problems(count)),
    }
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VerifyPage {
    /// When the checks were run (RFC 3339, UTC).
    pub at: Option<String>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// How many checks passed.
    pub passed: usize,
    /// How many ran.
    pub ran: usize,
    /// When a test login was opened (RFC 3339, UTC).
    pub login_opened: Option<String>,
    /// Who came in.
    pub login_seen: Option<LoginSeen>,
    /// Why nobody was seen coming in.
    pub login_problem: Option<Diagnosis>,
    /// What the person sees after a first sign-in that looks failed and isn't.
    pub login_note: Option<Diagnosis>,
    /// What is left to tidy up.
    pub tidy: Vec<Tidy>,
    /// The bar below.
    pub bar: Bar,
}

/// Something to tidy up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Tidy {
    /// Names it.
    pub id: String,
    /// What to do.
    pub words: Message,
    /// What to look for, to be copied.
    pub value: Option<String>,
    /// Why, and what follows.
    pub why: Message,
    /// Whether it is done.
    pub done: bool,
}

pub(super) fn page(draft: &Draft) -> VerifyPage {
    let verify = &draft.verify;
    let checked = verify.fresh(draft);
    let findings = checked.map(|checked| checked.findings.clone()).unwrap_or_default();
    let login = verify.login(draft);
    let seen = login.and_then(|login| login.seen.clone());
    let enrolled = seen.as_ref().filter(|seen| seen.kind == LoginKind::Enrolled);
    VerifyPage {
        at: checked.map(|checked| checked.at.clone()),
        passed: findings.iter().filter(|finding| finding.outcome == Outcome::Passed).count(),
        ran: findings.iter().filter(|finding| finding.outcome != Outcome::Skipped).count(),
        login_opened: login.map(|login| login.opened.clone()),
        login_problem: login.and_then(|login| login.symptom.as_ref()).map(Diagnosis::from),
        login_note: enrolled.map(|seen| Diagnosis::from(&Symptom::UserIsExternal { user: seen.user.clone() })),
        tidy: tidy(draft),
        bar: bar(draft, &findings, seen.is_some()),
        login_seen: seen,
        findings,
    }
}

/// The test callback, which has done its duty once the test has passed.
pub(super) fn test_callback(draft: &Draft) -> Tidy {
    Tidy {
        id: callback::ITEM.to_owned(),
        words: said::verify_tidy_callback(),
        value: names::urls(draft).map(|urls| urls.test_callback),
        why: said::verify_tidy_callback_why(),
        done: draft.verify.ticked.contains(callback::ITEM),
    }
}

/// What was needed only for setting up. The test callback is listed from the first test on, whether or not the outside
/// checks were run; the token is needed until they were.
fn tidy(draft: &Draft) -> Vec<Tidy> {
    const TOKEN: &str = "api-token";
    let checked = draft.verify.fresh(draft).is_some();
    let registered = draft.signin.tested.is_some() || draft.xapp.ticked.contains(callback::ITEM);
    let callback = (checked || registered).then(|| test_callback(draft));
    let token = checked.then(|| Tidy {
        id: TOKEN.to_owned(),
        words: said::verify_tidy_token(),
        value: None,
        why: said::verify_tidy_token_why(),
        done: draft.verify.ticked.contains(TOKEN),
    });
    callback.into_iter().chain(token).collect()
}

fn bar(draft: &Draft, findings: &[Finding], signed_in: bool) -> Bar {
    let check = said::bar_check_outside();
    if draft.verify.fresh(draft).is_none() {
        let bar = Bar::go(Act::CheckOutside, check);
        return if push::is_done(draft) { bar } else { bar.because(said::bar_needs_push()) };
    }
    match count_breaking(findings) {
        0 if signed_in => {
            let bar = Bar::go(Act::Close, said::bar_close()).or(Act::CheckOutside, said::bar_check_again());
            if test_callback(draft).done { bar } else { bar.because(said::bar_callback_left()) }
        }
        0 => Bar::go(Act::CheckOutside, said::bar_check_again()).because(said::bar_now_sign_in()),
        left => Bar::go(Act::CheckOutside, said::bar_check_again()).because(said::bar_problems_left(left)),
    }
}

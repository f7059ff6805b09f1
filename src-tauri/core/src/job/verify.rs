//! Stage 7: the outside checks, one test login as a visitor, and the cleanup.

use super::login::{self, LoginCard, LoginResult};
use super::server::client;
use super::stages::{self, StageState, StageStatus};
use super::{Environment, Footer, FooterAction, Job, Session, callback, names, push};
use crate::authentik::Source;
use crate::checks::{self, CheckOutcome, Expected, Finding, Observed, Prefetched};
use crate::diagnosis::{Severity, Symptom};
use crate::i18n::{Message, msg};
use crate::plan::Plan;
use crate::stage::Stage;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The newest results, and which cleanup items are done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Verify {
    /// The newest outside checks.
    pub checked: Option<OutsideCheck>,
    /// The newest test login.
    pub login: Option<Box<LoginResult>>,
    /// The cleanup items that are done.
    pub ticked: BTreeSet<String>,
}

/// The result of the outside checks, with the inputs that it was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OutsideCheck {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// The callback that was planned.
    pub callback: String,
    /// The Client ID that was planned.
    pub client_id: Option<String>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
}

impl Verify {
    /// The newest outside checks, if they are about what is entered now.
    pub fn fresh(&self, job: &Job) -> Option<&OutsideCheck> {
        let callback = names::urls(job)?.callback;
        self.checked
            .as_ref()
            .filter(|checked| checked.callback == callback && checked.client_id == job.credentials.client_id)
    }

    /// The newest test login, if it is about the source that is entered now.
    pub fn login(&self, job: &Job) -> Option<&LoginResult> {
        let callback = names::urls(job)?.callback;
        self.login.as_deref().filter(|login| login.callback == callback)
    }
}

fn count_breaking(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Breaks).count()
}

/// Runs the outside checks against the plan.
///
/// # Errors
/// When address or slug aren't usable, or the token can't be read.
pub async fn check(environment: &Environment, job: &Job) -> Result<OutsideCheck, Symptom> {
    Ok(observe(environment, job, Prefetched::default()).await?.judged(environment, job))
}

/// Runs the outside checks right after a comparison that found nothing to do. What the comparison read isn't requested
/// again.
///
/// # Errors
/// As [`check`].
pub async fn check_compared(environment: &Environment, job: &Job, plan: &Plan) -> Result<OutsideCheck, Symptom> {
    let at_hand = Prefetched { front: plan.front().cloned(), source: plan.source().is_some() };
    let known = plan.source().cloned();
    Ok(observe(environment, job, at_hand).await?.knowing(known).judged(environment, job))
}

/// What was observed from outside, and what was expected.
pub(super) struct OutsideView {
    planned: Expected,
    seen: Observed,
}

/// Observes the server from outside.
pub(super) async fn observe(environment: &Environment, job: &Job, at_hand: Prefetched) -> Result<OutsideView, Symptom> {
    let (urls, slug) = names::urls(job).zip(job.names.slug()).ok_or(Symptom::NoJobOpen)?;
    let client = client(environment, job, Stage::Verify).await?;
    let planned = Expected {
        slug,
        client_id: job.credentials.client_id(),
        scopes: job.names.additional().ok().map(|scopes| checks::scopes_with(&scopes.joined())),
        name: Some(job.names.name.clone()),
        x_host: environment.x_host(),
        release: job.server.reached().map(|reached| reached.version.clone()),
        urls,
    };
    let seen = Box::pin(checks::observe_prefetched(&client, &planned.slug, at_hand)).await;
    Ok(OutsideView { planned, seen })
}

impl OutsideView {
    /// Adds the source as the API returned it, if that is known already.
    pub(super) fn knowing(mut self, source: Option<Source>) -> Self {
        self.seen.source = self.seen.source.or(source);
        self
    }

    pub(super) fn judged(self, environment: &Environment, job: &Job) -> OutsideCheck {
        let mut findings = checks::judge(&self.planned, &self.seen);
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        OutsideCheck {
            at: environment.clock.stamp(),
            callback: self.planned.urls.callback,
            client_id: job.credentials.client_id.clone(),
            findings,
        }
    }
}

pub(super) fn status(job: &Job) -> StageStatus {
    let verify = &job.verify;
    let Some(checked) = verify.fresh(job) else {
        let pushed = push::is_done(job);
        return if pushed { stages::not_started() } else { stages::after(Stage::Push) };
    };
    match count_breaking(&checked.findings) {
        0 if verify.login(job).is_some_and(LoginResult::worked) => (StageState::Done, msg::stage_verified()),
        0 => stages::in_progress(),
        count => stages::attention(msg::stage_problems(count)),
    }
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VerifyPage {
    /// When the outside checks were run (RFC 3339, UTC).
    pub at: Option<String>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// How many checks passed.
    pub passed: usize,
    /// How many ran.
    pub ran: usize,
    /// Whether the plan was pushed, so that there is a source that people can sign in through.
    pub pushed: bool,
    /// The test login.
    pub login: Box<LoginCard>,
    /// The cleanup items.
    pub tidy: Vec<CleanupItem>,
    /// The footer of the page.
    pub bar: Footer,
}

/// A cleanup item: something to remove after the setup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CleanupItem {
    /// The item's id.
    pub id: String,
    /// What to do.
    pub words: Message,
    /// A value to copy and search for.
    pub value: Option<String>,
    /// Why it should be done, and what follows from it.
    pub why: Message,
    /// Whether it is done.
    pub done: bool,
}

pub(super) fn page(environment: &Environment, job: &Job, session: &Session) -> VerifyPage {
    let verify = &job.verify;
    let checked = verify.fresh(job);
    let findings = checked.map(|checked| checked.findings.clone()).unwrap_or_default();
    let login = login::card(environment, job, session);
    VerifyPage {
        at: checked.map(|checked| checked.at.clone()),
        passed: findings.iter().filter(|finding| finding.outcome == CheckOutcome::Passed).count(),
        ran: findings.iter().filter(|finding| finding.outcome != CheckOutcome::Skipped).count(),
        pushed: push::is_done(job),
        tidy: tidy(job),
        bar: bar(job, &findings, login.worked),
        login,
        findings,
    }
}

/// The test callback, which isn't needed after the live test has passed.
pub(super) fn test_callback(job: &Job) -> CleanupItem {
    CleanupItem {
        id: callback::ITEM.to_owned(),
        words: msg::verify_tidy_callback(),
        value: names::urls(job).map(|urls| urls.test_callback),
        why: msg::verify_tidy_callback_why(),
        done: job.verify.ticked.contains(callback::ITEM),
    }
}

/// The cleanup items: what was needed only for the setup. The test callback is listed from the first live test on, even
/// if the outside checks weren't run. The token is needed until they were.
fn tidy(job: &Job) -> Vec<CleanupItem> {
    const TOKEN: &str = "api-token";
    let checked = job.verify.fresh(job).is_some();
    let registered = job.signin.tested.is_some() || job.xapp.ticked.contains(callback::ITEM);
    let callback = (checked || registered).then(|| test_callback(job));
    let token = checked.then(|| CleanupItem {
        id: TOKEN.to_owned(),
        words: msg::verify_tidy_token(),
        value: None,
        why: msg::verify_tidy_token_why(),
        done: job.verify.ticked.contains(TOKEN),
    });
    callback.into_iter().chain(token).collect()
}

fn bar(job: &Job, findings: &[Finding], signed_in: bool) -> Footer {
    let check = msg::footer_check_outside();
    if job.verify.fresh(job).is_none() {
        let bar = Footer::go(FooterAction::CheckOutside, check);
        return if push::is_done(job) { bar } else { bar.because(msg::footer_needs_push()) };
    }
    match count_breaking(findings) {
        0 if signed_in => {
            let bar = Footer::go(FooterAction::Close, msg::footer_close())
                .or(FooterAction::CheckOutside, msg::footer_check_again());
            if test_callback(job).done { bar } else { bar.because(msg::footer_callback_left()) }
        }
        0 => Footer::go(FooterAction::CheckOutside, msg::footer_check_again()).because(msg::footer_now_sign_in()),
        left => {
            Footer::go(FooterAction::CheckOutside, msg::footer_check_again()).because(msg::footer_problems_left(left))
        }
    }
}

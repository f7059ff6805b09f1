//! What stage 6 does: looks at the server from outside, and tells how far the stage is.

use crate::authentik::Source;
use crate::checks::{self, Expected, Finding, Observed, Prefetched, VisitorEnd};
use crate::diagnosis::{Severity, Symptom};
use crate::i18n::msg;
use crate::job::model::{LoginResult, OutsideCheck};
use crate::job::server::client;
use crate::job::status::{self, StageState, StageStatus};
use crate::job::{Environment, Job, push};
use crate::plan::Plan;
use crate::stage::Stage;

pub(in crate::job) fn count_breaking(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Breaks).count()
}

/// Runs the outside checks against the plan.
///
/// # Errors
/// When address or slug aren't usable, or the token can't be read.
pub async fn check(environment: &Environment, job: &Job) -> Result<OutsideCheck, Symptom> {
    Ok(observe(environment, job, Prefetched::default()).await?.judge(environment, job))
}

/// Runs the outside checks right after a comparison that found nothing to do. What the comparison read isn't requested
/// again.
///
/// # Errors
/// As [`check`].
pub async fn check_compared(environment: &Environment, job: &Job, plan: &Plan) -> Result<OutsideCheck, Symptom> {
    let at_hand = Prefetched { front: plan.login_page().cloned(), source: plan.source().is_some() };
    let known = plan.source().cloned();
    Ok(observe(environment, job, at_hand).await?.with_source(known).judge(environment, job))
}

/// What was observed from outside, and what was expected.
pub(in crate::job) struct OutsideView {
    planned: Expected,
    seen: Observed,
}

/// Observes the server from outside.
pub(in crate::job) async fn observe(
    environment: &Environment,
    job: &Job,
    at_hand: Prefetched,
) -> Result<OutsideView, Symptom> {
    let (urls, slug) = job.urls().zip(job.names.slug()).ok_or(Symptom::NoJobOpen)?;
    let client = client(environment, job, Stage::Verify).await?.for_one_check();
    let planned = Expected {
        slug,
        client_id: job.credentials.client_id(),
        scopes: job.names.additional_scopes().ok().map(|scopes| checks::requested_scopes(&scopes.to_authentik())),
        name: Some(job.names.typed.name.clone()),
        x_host: environment.x_host(),
        disabled: job.push.choices.enabled == Some(false),
        release: job.server.summary().map(|reached| reached.version.clone()),
        // The page of the stage judges it anew with each test.
        visitor: VisitorEnd::Unknown,
        urls,
    };
    let seen = Box::pin(checks::observe_prefetched(&client, &planned.slug, at_hand)).await;
    Ok(OutsideView { planned, seen })
}

impl OutsideView {
    /// Adds the source as the API returned it, if that is known already.
    pub(in crate::job) fn with_source(mut self, source: Option<Source>) -> Self {
        self.seen.source = self.seen.source.or(source);
        self
    }

    pub(in crate::job) fn judge(self, environment: &Environment, job: &Job) -> OutsideCheck {
        let mut findings = checks::judge(&self.planned, &self.seen);
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        OutsideCheck {
            at: environment.clock.stamp(),
            callback: self.planned.urls.callback,
            client_id: job.credentials.client_id.clone(),
            legacy_host: findings.iter().find_map(|finding| match &finding.symptom {
                Some(Symptom::LegacyHost { host, .. }) => Some(host.clone()),
                Some(_) | None => None,
            }),
            findings,
        }
    }
}

/// The findings, with what the tests that were made since say about the host at X that the server uses.
pub(in crate::job) fn findings(job: &Job, checked: &OutsideCheck) -> Vec<Finding> {
    let mut findings = checked.findings.clone();
    if let Some(host) = &checked.legacy_host
        && let Some(finding) = findings.iter_mut().find(|finding| finding.id == "host")
    {
        let judged = checks::legacy_host(host, job.visitor_end(host));
        *finding = Finding { exchange: finding.exchange, ..judged };
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    }
    findings
}

pub(in crate::job) fn status(job: &Job) -> StageStatus {
    let Some(checked) = job.fresh_outside_check() else {
        let pushed = push::is_done(job);
        return if pushed { status::not_started() } else { status::after(Stage::Push) };
    };
    match count_breaking(&findings(job, checked)) {
        0 if job.fresh_login().is_some_and(LoginResult::has_succeeded) => (StageState::Done, msg::stage_verified()),
        0 => status::in_progress(),
        count => status::attention(msg::stage_problems(count)),
    }
}

//! A job as a report: the outside checks, the server check, the live test, the plan, and what was pushed from this
//! machine. The source check has [one of its own](super::support::report).

use super::file_name;
use super::handover::secrets;
use super::push;
use super::{Environment, Job, Session, SourceCheck, Subject, source_check};
use crate::address::ServerUrl;
use crate::checks;
use crate::diagnosis::{Diagnosed as _, Symptom};
use crate::i18n::Localizer;
use crate::net::Exchange;
use crate::report::{Report, ReportContext, ReportFormat, Secrets, TestSummary};
use url::Url;

/// The report of a job; none while its address or slug isn't usable.
pub fn for_job(environment: &Environment, job: &Job, session: &Session) -> Option<Report> {
    let (url, slug) = job.server.url().zip(job.names.slug())?;
    let checked = job.fresh_outside_check();
    let findings = checked.map(|checked| checked.findings.clone()).unwrap_or_default();
    let exchanges: Vec<_> = environment.trace.all().into_iter().filter(|one| is_of(environment, &url, one)).collect();
    let tested = job.signin.tested.as_ref().map(|tested| &tested.outcome);
    Some(Report {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        at: checked.map_or_else(|| environment.clock.stamp(), |checked| checked.at.clone()),
        host: url.host().to_owned(),
        address: url.to_string(),
        slug: slug.to_string(),
        token: job.server.token().is_some(),
        // Its parts were requested at different times.
        millis: 0,
        requests: u32::try_from(exchanges.len()).unwrap_or(u32::MAX),
        legs: job.server.fresh_check().map(|checked| checked.legs.clone()).unwrap_or_default(),
        unseen: checks::find_unseen(&findings),
        findings,
        exchanges,
        beside: ReportContext {
            release: job.server.summary().map(|reached| reached.version.clone()),
            test: tested.map(|outcome| TestSummary {
                at: outcome.at.clone(),
                ending: outcome.ending,
                legs: outcome.legs.clone(),
            }),
            plan: push::compared(job, session).cloned(),
            pushes: push::pushes_from_here(environment, &url, &slug),
        },
    })
}

/// Whether an exchange was with this job's server, or with X.
fn is_of(environment: &Environment, url: &ServerUrl, exchange: &Exchange) -> bool {
    let Ok(asked) = Url::parse(&exchange.url) else { return false };
    let endpoints = environment.endpoints();
    [url.url(), &endpoints.token, &endpoints.authorize].iter().any(|known| known.origin() == asked.origin())
}

/// A report to be written, with the secrets that it must not contain.
pub struct ReportRequest {
    whole: Option<Report>,
    job: Option<Job>,
    given: Secrets,
}

/// The report that the person asks for: that of the open job, or that of the source check.
pub fn ask(environment: &Environment, session: &Session, of: Subject) -> ReportRequest {
    match of {
        Subject::Job => {
            let job = session.job.clone();
            let whole = job.as_ref().and_then(|job| for_job(environment, job, session));
            ReportRequest { whole, job, given: source_check::secrets(&session.support) }
        }
        Subject::Support => for_source_check(environment, &session.support),
    }
}

/// The report of the source check.
pub fn for_source_check(environment: &Environment, support: &SourceCheck) -> ReportRequest {
    ReportRequest { whole: source_check::shown(environment, support), job: None, given: source_check::secrets(support) }
}

/// The file name to suggest for the report. One with other names doesn't hold the host's.
pub fn file_name(
    environment: &Environment,
    asked: &ReportRequest,
    format: ReportFormat,
    is_pseudonymous: bool,
) -> String {
    let host = asked.whole.as_ref().filter(|_| !is_pseudonymous).map(|whole| whole.host.as_str());
    file_name::suggested(environment.clock.now().date(), host, format.ending())
}

/// The report in this format. Empty if there is no report.
///
/// # Errors
/// [`Symptom::ReportSecret`].
pub async fn text(
    environment: &Environment,
    asked: ReportRequest,
    format: ReportFormat,
    is_pseudonymous: bool,
) -> Result<String, Symptom> {
    let ReportRequest { whole: Some(whole), job, given } = asked else { return Ok(String::new()) };
    let own = match &job {
        Some(job) => Secrets::new(secrets(environment, job).await),
        None => Secrets::default(),
    };
    let whole = if is_pseudonymous { whole.pseudonymous() } else { Ok(whole) };
    let written = whole.and_then(|whole| whole.write(format, &Localizer::english(), &given.merge(own)));
    written.map_err(|error| error.symptom())
}

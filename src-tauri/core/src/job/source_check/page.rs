use super::{OpenedReport, SourceCheck};
use crate::address::{self, ServerUrl, Slug, SourceLink};
use crate::checks::{Finding, FoundSource, Unseen};
use crate::credentials::Recognised;
use crate::diagnosis::Diagnosis;
use crate::i18n::{Message, msg};
use crate::job::login::{self, LoginCard};
use crate::job::server::{AddressPreview, ServerLegView};
use crate::job::{Environment, Session, StoredSecret};
use crate::report::Report;
use serde::Serialize;

/// The page of the source check.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "what the page can do, each by itself")]
pub struct SourceCheckPage {
    /// The address as it was typed.
    pub address: String,
    /// How it is understood.
    pub read: Option<AddressPreview>,
    /// A description of what was pasted, if it was an address of a source that contains the slug too.
    pub understood: Option<Message>,
    /// Why it can't be used.
    pub address_refused: Option<Message>,
    /// Whether it can be used once plain http is agreed to.
    pub asks_for_http: bool,
    /// Whether plain http was agreed to.
    pub allow_http: bool,
    /// The CA file's path.
    pub ca_file: Option<String>,
    /// The slug.
    pub slug: String,
    /// Why it can't be used.
    pub slug_refused: Option<Message>,
    /// The sources of X that the login page offers, if they were looked for.
    pub offered: Option<Vec<FoundSource>>,
    /// The stored API token, if there is one for this server.
    pub token: Option<StoredSecret>,
    /// Why the keyring didn't store or return it.
    pub keyring: Option<Diagnosis>,
    /// The Client ID that is used.
    pub client_id: Option<String>,
    /// What was recognized in its field.
    pub id_recognised: Option<Recognised>,
    /// The Client Secret that was entered, if there is one.
    pub secret: Option<StoredSecret>,
    /// What was recognized in its field.
    pub secret_recognised: Option<Recognised>,
    /// Whether the check can be run.
    pub ready: bool,
    /// What is missing for that.
    pub missing: Option<Message>,
    /// Whether one is running.
    pub running: bool,
    /// When it was run (RFC 3339, UTC).
    pub at: Option<String>,
    /// How long it took, in milliseconds.
    pub millis: u32,
    /// How many requests it made.
    pub requests: u32,
    /// The progress of the running server check; empty while none is running.
    pub asking: Vec<ServerLegView>,
    /// The verdict of each server leg.
    pub legs: Vec<ServerLegView>,
    /// The findings: worst first, or in the order of the checks while one is running.
    pub findings: Vec<Finding>,
    /// What couldn't be checked.
    pub unseen: Vec<Unseen>,
    /// Whether a live test of these credentials can be opened as a job.
    pub testable: bool,
    /// Whether a rotation can be started from here, which needs a token that has shown the source.
    pub rotatable: bool,
    /// The test login through authentik.
    pub login: Box<LoginCard>,
    /// Set while a report is open; the findings are then those of the report.
    pub opened: Option<OpenedReport>,
}

pub(in crate::job) fn page(environment: &Environment, session: &Session) -> SourceCheckPage {
    let support = &session.support;
    let read = ServerUrl::parse(&support.address, support.plain());
    let slug = Slug::parse_existing(support.slug.trim());
    let found = support.found.as_ref().filter(|_| !support.is_running());
    let understood = support.link().filter(|_| read.is_ok()).map(|link| match link {
        SourceLink::Callback => match support.callback_error() {
            Some(error) => msg::source_check_understood_error(error, support.slug.trim()),
            None => msg::source_check_understood_callback(support.slug.trim()),
        },
        SourceLink::Login => msg::source_check_understood_login(support.slug.trim()),
        SourceLink::Admin => msg::source_check_understood_admin(support.slug.trim()),
        SourceLink::Api => msg::source_check_understood_api(support.slug.trim()),
    });
    let page = SourceCheckPage {
        address: support.address.clone(),
        understood,
        login: login::card_of_support(environment, support, session),
        asks_for_http: matches!(read, Err(address::Error::PlainHttp { .. })),
        allow_http: support.allow_http,
        ca_file: support.ca_file.as_ref().map(|path| path.display().to_string()),
        slug: support.slug.clone(),
        offered: support.offered.clone(),
        token: support.token().map(|given| given.kept.clone()),
        keyring: support.keyring.as_ref().map(Diagnosis::from),
        client_id: support.client_id.clone(),
        id_recognised: support.id_recognised.clone(),
        secret: support.secret.as_ref().map(|given| given.kept.clone()),
        secret_recognised: support.secret_recognised.clone(),
        ready: read.is_ok() && (slug.is_ok() || (support.slug.trim().is_empty() && support.offered.is_none())),
        missing: missing(support, read.is_ok(), slug.is_ok()),
        rotatable: support.token().is_some() && found.is_some_and(|found| found.source.is_some()),
        testable: read.is_ok() && slug.is_ok() && support.pair().is_some(),
        address_refused: read
            .as_ref()
            .err()
            .filter(|_| !support.address.trim().is_empty())
            .map(address::Error::message),
        slug_refused: slug.err().filter(|_| !support.slug.trim().is_empty()).map(|error| error.message()),
        read: read.ok().map(AddressPreview::from),
        running: support.is_running(),
        at: found.map(|found| found.at.clone()),
        millis: found.map_or(0, |found| found.millis),
        requests: found.map_or(0, |found| found.requests),
        asking: ServerLegView::all(&support.asking),
        legs: found.map(|found| ServerLegView::all(&found.legs)).unwrap_or_default(),
        findings: found.map_or_else(|| support.coming.clone(), |found| found.findings.clone()),
        unseen: found.map(|found| found.unseen.clone()).unwrap_or_default(),
        opened: None,
    };
    match &support.opened {
        Some(report) => of_report(report, page),
        None => page,
    }
}

/// The same page with the findings of a report instead of this machine's.
fn of_report(report: &Report, page: SourceCheckPage) -> SourceCheckPage {
    SourceCheckPage {
        running: false,
        testable: false,
        rotatable: false,
        slug: report.slug.clone(),
        at: Some(report.at.clone()),
        millis: report.millis,
        requests: report.requests,
        asking: Vec::new(),
        legs: ServerLegView::all(&report.legs),
        findings: report.findings.clone(),
        unseen: report.unseen.clone(),
        opened: Some(report.into()),
        ..page
    }
}

/// What is missing for a check. What is refused says so at its field.
fn missing(support: &SourceCheck, has_address: bool, has_slug: bool) -> Option<Message> {
    match (has_address, has_slug) {
        (true, true) => None,
        (false, _) if support.address.trim().is_empty() => Some(msg::source_check_needs_address()),
        (true, false) if support.slug.trim().is_empty() => match support.offered.as_deref() {
            // The login page tells which sources there are.
            None => None,
            Some([]) => Some(msg::source_check_none_offered()),
            Some(_) => Some(msg::source_check_pick_source()),
        },
        _ => Some(msg::footer_mend_fields()),
    }
}

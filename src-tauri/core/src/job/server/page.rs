//! What the page of stage 1 draws.

use crate::address;
use crate::authentik::{self, RoleSetup, ServerLeg, ServerLegResult, ServerLegVerdict, ServerSummary};
use crate::diagnosis::Diagnosis;
use crate::i18n::{Message, msg};
use crate::job::plain_field::PlainField;
use crate::job::{Footer, FooterAction, Job, Session, StoredSecret};
use serde::Serialize;

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ServerPage {
    /// The address as it was typed.
    pub address: String,
    /// How it is understood.
    pub read: Option<AddressPreview>,
    /// Why it can't be used.
    pub refused: Option<Message>,
    /// Whether it can be used once plain http is agreed to.
    pub asks_for_http: bool,
    /// Whether plain http was agreed to.
    pub allow_http: bool,
    /// The CA file's path.
    pub ca_file: Option<String>,
    /// The stored token.
    pub token: Option<StoredSecret>,
    /// Whether an entered token waits for a place, because it couldn't be stored.
    pub token_waits: bool,
    /// Why the token wasn't stored.
    pub keyring: Option<Diagnosis>,
    /// When the result that is shown was found (RFC 3339, UTC).
    pub checked_at: Option<String>,
    /// The progress of the running check; empty while none is running.
    pub asking: Vec<ServerLegView>,
    /// The verdict of each leg of that check.
    pub legs: Vec<ServerLegView>,
    /// What the server answered.
    pub reached: Option<ServerSummary>,
    /// The smallest role that is sufficient, for the person who may create it; none for a superuser.
    pub handover: Option<RoleSetup>,
    /// Why the job can't go on.
    pub problem: Option<Diagnosis>,
    /// A remark about the server that doesn't prevent the job from going on.
    pub note: Option<Diagnosis>,
    /// The footer of the page.
    pub bar: Footer,
}

/// How an address is understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AddressPreview {
    /// The address that is used, without a trailing slash.
    pub base: String,
    /// `https` or `http`.
    pub scheme: String,
    /// The host.
    pub host: String,
    /// The host as people write it, where that differs from what is sent (RFC 5890).
    pub host_written: Option<String>,
    /// The port.
    pub port: u16,
    /// The path below which authentik is served; empty if none.
    pub path: String,
    /// Remarks on what was changed or left out.
    pub said: Vec<Message>,
}

impl From<address::ParsedAddress> for AddressPreview {
    fn from(read: address::ParsedAddress) -> Self {
        let url = read.url.url();
        Self {
            base: read.url.as_str().to_owned(),
            scheme: url.scheme().to_owned(),
            host: read.url.host().to_owned(),
            // If it was typed in this form, the page shows it already.
            host_written: read
                .url
                .display_host()
                .filter(|_| !read.said.iter().any(|said| said.id == "address-said-host")),
            port: read.url.port(),
            path: url.path().trim_end_matches('/').to_owned(),
            said: read.said,
        }
    }
}

/// One server leg, ready to be shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ServerLegView {
    /// The leg.
    pub leg: ServerLeg,
    /// Its verdict.
    pub verdict: ServerLegVerdict,
    /// How long it took, in milliseconds.
    pub millis: Option<u32>,
    /// What was found.
    pub says: Vec<Message>,
    /// What to know or to fix.
    pub diagnosis: Option<Diagnosis>,
}

impl ServerLegView {
    /// Legs, ready to be shown.
    pub fn all(legs: &[ServerLegResult]) -> Vec<Self> {
        legs.iter().map(Self::from).collect()
    }
}

impl From<&ServerLegResult> for ServerLegView {
    fn from(state: &ServerLegResult) -> Self {
        Self {
            leg: state.leg,
            verdict: state.verdict,
            millis: state.millis,
            says: state.says.clone(),
            diagnosis: state.symptom.as_ref().map(Diagnosis::from),
        }
    }
}

pub(in crate::job) fn page(job: &Job, session: &Session) -> ServerPage {
    let server = &job.server;
    let typed = !server.address.trim().is_empty();
    let read = server.parse_address();
    let asks_for_http = matches!(read, Err(address::Error::PlainHttp { .. }));
    let (read, refused) = match read {
        Ok(read) => (Some(AddressPreview::from(read)), None),
        Err(error) => (None, typed.then(|| error.message())),
    };
    ServerPage {
        address: server.address.clone(),
        refused: session.misplaced_in(PlainField::Address).or(refused),
        asks_for_http,
        allow_http: server.allow_http,
        ca_file: server.ca_file.as_ref().map(|path| path.display().to_string()),
        token: server.token().cloned(),
        token_waits: super::aside(session).is_some(),
        keyring: session.keyring.as_ref().map(Diagnosis::from),
        checked_at: server.fresh_check().map(|checked| checked.at.clone()),
        asking: ServerLegView::all(&session.checking),
        legs: server.fresh_check().iter().flat_map(|checked| &checked.legs).map(ServerLegView::from).collect(),
        reached: server.summary().cloned(),
        handover: handover(job),
        problem: server.problem().as_ref().map(Diagnosis::from),
        note: server.summary().and_then(ServerSummary::newer_release_note).as_ref().map(Diagnosis::from),
        bar: bar(job, read.is_some()),
        read,
    }
}

fn handover(job: &Job) -> Option<RoleSetup> {
    let server = &job.server;
    let access = job.names.desired_access().map(|access| access.rights()).unwrap_or_default();
    let reached = server.summary().filter(|reached| !reached.superuser)?;
    Some(authentik::handover(&server.url()?, &reached.user, reached.user_pk, reached.secrets, &access))
}

fn bar(job: &Job, readable: bool) -> Footer {
    let server = &job.server;
    // A check that leaves nothing to read goes on by itself.
    let label = if job.names.agreed { msg::footer_check_server() } else { msg::footer_check_and_continue() };
    let check = || (FooterAction::CheckServer, label.clone());
    match (readable, server.token(), server.fresh_check(), server.problem()) {
        (false, None, _, _) => Footer::wait(check().0, check().1, msg::footer_needs_address_and_token()),
        (false, Some(_), _, _) => Footer::wait(check().0, check().1, msg::footer_needs_address()),
        (true, None, _, _) => Footer::wait(check().0, check().1, msg::footer_needs_token()),
        (true, Some(_), Some(_), None) => Footer::go(FooterAction::Continue, msg::footer_continue_names()),
        (true, Some(_), Some(_), Some(_)) => Footer::go(FooterAction::CheckServer, msg::footer_check_again()),
        (true, Some(_), None, _) => Footer::go(check().0, check().1),
    }
}

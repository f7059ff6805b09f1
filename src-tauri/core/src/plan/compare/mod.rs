//! Compares the desired state with the actual one. Each submodule plans one group of changes, and the groups are joined
//! in the order in which they are written.

mod access;
pub(in crate::plan) mod links;
mod login;
pub(in crate::plan) mod mappings;
pub(in crate::plan) mod offline;
mod refusal;
mod rotation;
pub(in crate::plan) mod secret;
mod source;
mod stage;
mod summary;
pub(in crate::plan) mod target;

pub(super) use mappings::{bound_to, left_out_says, unbound};
pub(super) use refusal::PlanRefusal;
pub use rotation::{Renewal, plan_rotation};
pub(super) use summary::ChangeGroupSummary;

use super::change::{Change, ChangeAction, ChangeTarget, PlanState, PlanView};
use super::consequences::consequences;
use super::desired::Desired;
use super::error::both;
use super::links::shell_lines;
use super::local_history::LocalHistory;
use super::offer::{self, PlanOffer};
use super::step::{PlannedWrite, SOURCE};
use super::target_state::TargetState;
use super::{Actual, DesiredAccess, Error, Journals, permissions, related};
use crate::address::Slug;
use crate::authentik::{ApiObject, BrandLookup, Client, Error as AuthentikError, ObjectKind, Source, WriteOptions};
use crate::clock::Clock;
use crate::credentials::ClientSecret;
use crate::diagnosis::{Diagnosed, Diagnosis, Right, Symptom};
use crate::i18n::msg;
use std::time::{Duration, Instant};
use target::target_state;

/// How long the state that was read for a plan may be reused for display. A write always reads again.
const NEW: Duration = Duration::from_secs(3);

/// A plan: what is shown to the admin, and the writes that [`super::apply`] will make.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The plan as it is shown.
    pub shown: PlanView,
    /// The choices that the review page offers.
    pub offer: PlanOffer,
    /// The target state that the plan leads to.
    pub aim: Box<TargetState>,
    pub(super) slug: Slug,
    /// Who should get in, for the dry run after the push.
    pub(super) access: Option<DesiredAccess>,
    pub(super) steps: Vec<PlannedWrite>,
    pub(super) refusal: Option<PlanRefusal>,
    /// When the server was read; `None` if the plan was made without a server.
    read: Option<Instant>,
    front: Option<BrandLookup>,
    source: Option<Source>,
}

impl Plan {
    /// The login page of the asked host with the other brands, if they were read a moment ago.
    pub fn login_page(&self) -> Option<&BrandLookup> {
        self.front.as_ref().filter(|_| self.is_new())
    }

    /// The source as it was read, if that was a moment ago and the plan doesn't write it.
    pub fn source(&self) -> Option<&Source> {
        self.source.as_ref().filter(|_| self.is_new() && !self.writes_source())
    }

    /// Whether the plan writes the source, and therefore reads it back.
    pub fn writes_source(&self) -> bool {
        self.steps.iter().any(|step| step.id == SOURCE)
    }

    /// The same plan, or one that can't be pushed because rights are missing for it. A plan that can't be pushed in any
    /// case stays as it is, because it has no writes that could be allowed.
    async fn checked(mut self, client: &Client, desired: &Desired, actual: &Actual) -> Self {
        if self.refusal == Some(PlanRefusal::SlugTaken) {
            return self;
        }
        let mut rights = permissions::missing(client, &self.steps, actual).await;
        if actual.logins_hidden && desired.choices.wants_button() {
            rights.push(Right::ViewStage);
        }
        if rights.is_empty() {
            return self;
        }
        // The rest can be pushed without the parts that need these rights, unless that is the source itself.
        if rights.iter().all(|right| !matches!(right, Right::AddSource | Right::ChangeSource)) {
            self.shown.notes.push(msg::plan_note_rights());
        }
        let refusal = PlanRefusal::RightsMissing { user: client.whose().await, rights };
        self.shown.state = PlanState::Blocked;
        self.shown.summary = msg::plan_summary_blocked();
        self.shown.diagnosis = Some(Diagnosis::from(&refusal.error(&self.slug).symptom()));
        self.refusal = Some(refusal);
        self
    }

    fn is_new(&self) -> bool {
        self.read.is_some_and(|read| read.elapsed() < NEW)
    }

    /// The id of the change that is written last.
    pub fn last_change(&self) -> Option<&str> {
        self.steps.last().map(|step| step.id.as_str())
    }

    /// Why the plan can't be pushed as it is, if it can't.
    pub fn refusal(&self) -> Option<Symptom> {
        self.refusal.as_ref().map(|refusal| refusal.error(&self.slug).symptom())
    }
}

/// Reads the server and the journal, and compares. A superuser may write everything, so if the token's user was found to
/// be one, and still may create sources, the server isn't asked about each write.
///
/// # Errors
/// When the server can't be read far enough ([`super::read`]), or the journal can't.
pub async fn make_plan(
    client: &Client,
    desired: &Desired,
    secret: Option<&ClientSecret>,
    is_superuser: bool,
    journals: &Journals,
    clock: &Clock,
) -> Result<Plan, Error> {
    let said = journals.read(client.server(), &desired.slug)?;
    let mut journal = said.clone();
    let read = Instant::now();
    let (actual, beside, resolved) = tokio::join!(
        Box::pin(super::read_actual(client, &desired.slug, true)),
        Box::pin(related::read(client, desired)),
        Box::pin(journal.resolve(client)),
    );
    let (actual, beside) = both(actual, beside)?;
    let mut actual = Actual { beside, ..actual };
    resolved?;
    if actual.beside.mappings.is_none() {
        actual.beside.mappings = Box::pin(bound(client, desired, &actual)).await?;
    }
    if desired.access.is_some() {
        actual.beside.access = Some(Box::pin(super::access::read(client, desired, &actual)).await?);
    }
    let held = Box::pin(secret::read(client, desired.slug.as_str(), &mut actual, &journal, secret)).await?;
    let there = actual.sources.iter().find(|source| source.slug == desired.slug.as_str());
    let past = LocalHistory {
        ours: there.is_some_and(|source| journal.is_ours(source)),
        secret: held,
        earlier_secrets: journal.earlier_secrets(),
    };
    let plan = Plan { read: Some(read), ..compare(desired, &actual, &past, clock.stamp()) };
    let is_superuser = is_superuser && actual.source_options.as_ref().is_some_and(WriteOptions::may_create);
    let plan = if is_superuser { plan } else { Box::pin(plan.checked(client, desired, &actual)).await };
    // An interrupted push counts as finished once nothing is left to do, no matter who completed the work.
    if plan.shown.state == PlanState::AlreadyAsItShouldBe {
        journal.end();
    }
    journals.learn(client.server(), &desired.slug, &said, &journal)?;
    Ok(plan)
}

/// If the job wants no mapping, reads the mappings only if the source has any, so that the product's own can be told
/// from others. If the token may not see them, they all stay as they are.
async fn bound(client: &Client, desired: &Desired, actual: &Actual) -> Result<Option<Vec<ApiObject>>, Error> {
    let there = actual.sources.iter().find(|source| source.slug == desired.slug.as_str());
    if there.is_none_or(|source| source.user_property_mappings.is_empty()) {
        return Ok(None);
    }
    match client.objects(ObjectKind::Mapping).await {
        Err(AuthentikError::RightsMissing { .. }) => Ok(None),
        mappings => Ok(Some(mappings?)),
    }
}

/// Compares the desired state with the actual one. It is a pure function.
pub fn compare(desired: &Desired, actual: &Actual, past: &LocalHistory, compared_at: String) -> Plan {
    let there = actual.sources.iter().find(|source| source.slug == desired.slug.as_str());
    // The parts are in the order in which they are written. The button comes after the source, so that it never leads to
    // one that doesn't work yet.
    let source = source::part(desired, actual, past, there);
    let (whole, by_shell) = if source.refusal == Some(PlanRefusal::SlugTaken) {
        (source, Vec::new())
    } else {
        let mut whole = mappings::part(desired, actual, there);
        // The source gets its own flows once they are locked, and they let in more people once it has them.
        let access = access::part(desired, actual);
        whole.join(access.before);
        whole.join(source);
        whole.join(access.after);
        whole.join(stage::part(desired, actual, there));
        whole.join(login::part(desired, actual, there));
        // A link that fails must not leave the button out.
        let (links, by_shell) = links::part(desired, actual, there);
        whole.join(links);
        (whole, by_shell)
    };
    let ChangeGroupSummary { changes, steps, notes, refusal } = whole;
    // A source that gets a new Secret leaves the old one as it is; a value that can be read is kept for an undo.
    let is_new = |change: &Change| change.target == ChangeTarget::Secret && change.action == ChangeAction::Create;
    let comes_back = changes.iter().any(is_new) || actual.secrets.as_ref().is_some_and(|seen| seen.shows_value);
    let (state, summary) = match refusal {
        Some(PlanRefusal::Differs | PlanRefusal::Exists { .. }) => {
            (PlanState::NeedsConsent, msg::plan_summary_push(steps.len()))
        }
        Some(
            PlanRefusal::SlugTaken
            | PlanRefusal::SecretNeeded
            | PlanRefusal::FlowMissing { .. }
            | PlanRefusal::RightsMissing { .. },
        ) => (PlanState::Blocked, msg::plan_summary_blocked()),
        None if steps.is_empty() => (PlanState::AlreadyAsItShouldBe, msg::plan_summary_already()),
        None => (PlanState::Ready, msg::plan_summary_push(steps.len())),
    };
    let shown = PlanView {
        server: actual.server.clone(),
        slug: desired.slug.to_string(),
        compared_at,
        state,
        summary,
        diagnosis: refusal.as_ref().map(|refusal| Diagnosis::from(&refusal.error(&desired.slug).symptom())),
        changes,
        consequences: match refusal {
            Some(PlanRefusal::SlugTaken) => Vec::new(),
            _ => consequences(desired, there, past, comes_back),
        },
        notes,
        shell: (!by_shell.is_empty()).then(|| shell_lines(&desired.slug, by_shell)),
    };
    let asks = matches!(refusal, Some(PlanRefusal::SlugTaken | PlanRefusal::Differs | PlanRefusal::Exists { .. }));
    let offer = offer::offer(desired, actual, asks);
    Plan {
        shown,
        offer,
        aim: Box::new(target_state(desired, actual)),
        slug: desired.slug.clone(),
        access: desired.access.clone(),
        steps,
        refusal,
        read: None,
        front: actual.front.clone(),
        source: there.cloned(),
    }
}

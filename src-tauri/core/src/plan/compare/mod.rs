//! What is wanted against what is there: one part a group of changes, put together in the order of writing.

mod links;
mod login;
mod mappings;
mod rotation;
mod source;
mod stage;

pub(super) use self::mappings::{bound_to, left_out_says, unbound};
pub use rotation::{Renewal, renew};

use super::change::{Change, PlanState, PlanView};
use super::choices::Choices;
use super::consequences::consequences;
use super::offer::{self, PlanOffer};
use super::step::{PlannedWrite, SOURCE};
use super::target_state::{TargetState, target_state};
use super::{Actual, DesiredSourceStage, Error, Journals, LinkToRestore, related};
use crate::address::Slug;
use crate::authentik::{
    ApiObject, BrandLookup, Client, Error as AuthentikError, Matching, ObjectKind, ProductMapping, Source,
};
use crate::clock::Clock;
use crate::credentials::{ClientId, ClientSecret};
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::i18n::{Message, msg};
use std::time::{Duration, Instant};

/// What is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desired {
    /// What the button says.
    pub name: String,
    /// The source's name in URLs.
    pub slug: Slug,
    /// X's Client ID.
    pub client_id: ClientId,
    /// Whom the source takes a visitor for.
    pub matching: Matching,
    /// Whether new people get a user.
    pub enrolment: bool,
    /// Scopes beside authentik's own, as the source stores them.
    pub additional_scopes: String,
    /// The property mappings of ours that the source is to have.
    pub mappings: Vec<ProductMapping>,
    /// Whether the source works at all.
    pub enabled: bool,
    /// What the admin chose beside.
    pub choices: Choices,
    /// The flow that it is embedded in, if one.
    pub embed: Option<DesiredSourceStage>,
    /// Who is linked to it again, each agreed to.
    pub links: Vec<LinkToRestore>,
}

/// What this machine knows of the source from before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalHistory {
    /// Whether its journal made or changed the source of the slug.
    pub ours: bool,
    /// The Client Secret at hand, held against the one last pushed.
    pub secret: SecretState,
}

/// The Client Secret at hand, held against the fingerprint of the one last pushed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecretState {
    /// There is none at hand.
    Absent,
    /// It was pushed from here to this source, and nothing since.
    Same,
    /// Another one was pushed from here.
    Different {
        /// Its last characters, to be shown.
        ending: String,
    },
    /// Nothing was pushed from here, or nobody knows whether it arrived.
    Unknown {
        /// Its last characters, to be shown.
        ending: String,
    },
}

/// How long what was read for a plan stands for what is there, for whoever only tells of it. What is written is always
/// looked at anew.
const NEW: Duration = Duration::from_secs(3);

/// A plan: what is shown, and what [`super::apply`] will do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What is shown.
    pub shown: PlanView,
    /// What can be chosen of it.
    pub offer: PlanOffer,
    /// What it leads to.
    pub aim: Box<TargetState>,
    pub(super) slug: Slug,
    pub(super) steps: Vec<PlannedWrite>,
    pub(super) refusal: Option<PlanRefusal>,
    /// When it was read; none for one that was compared without a server.
    read: Option<Instant>,
    front: Option<BrandLookup>,
    source: Option<Source>,
}

impl Plan {
    /// The login page of the asked host and whose others there are, if they were read a moment ago.
    pub fn front(&self) -> Option<&BrandLookup> {
        self.front.as_ref().filter(|_| self.is_new())
    }

    /// The source as it was read, if that was a moment ago and the plan doesn't write it.
    pub fn source(&self) -> Option<&Source> {
        self.source.as_ref().filter(|_| self.is_new() && !self.writes_source())
    }

    /// Whether it writes the source, and so reads it back.
    pub fn writes_source(&self) -> bool {
        self.steps.iter().any(|step| step.id == SOURCE)
    }

    fn is_new(&self) -> bool {
        self.read.is_some_and(|read| read.elapsed() < NEW)
    }

    /// The change that is written last.
    pub fn last(&self) -> Option<&str> {
        self.steps.last().map(|step| step.id.as_str())
    }

    /// Why it can't be pushed as it is, if it can't.
    pub fn refusal(&self) -> Option<Symptom> {
        self.refusal.as_ref().map(|refusal| refusal.error(&self.slug).symptom())
    }
}

/// Why a plan can't be pushed as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PlanRefusal {
    SlugTaken,
    SecretNeeded,
    FlowMissing { slug: String },
    Differs,
    Exists { name: String, slug: String },
}

impl PlanRefusal {
    pub(super) fn error(&self, slug: &Slug) -> Error {
        match self {
            Self::SlugTaken => Error::SlugTaken { slug: slug.to_string() },
            Self::SecretNeeded => Error::SecretNeeded,
            Self::FlowMissing { slug } => AuthentikError::FlowMissing { slug: slug.clone() }.into(),
            Self::Differs => Error::SourceDiffers { slug: slug.to_string() },
            Self::Exists { name, slug } => Error::SourceExists { name: name.clone(), slug: slug.clone() },
        }
    }
}

/// Reads the server and the journal, and compares.
///
/// # Errors
/// When the server can't be read far enough ([`super::read`]), or the journal can't.
pub async fn make(
    client: &Client,
    desired: &Desired,
    secret: Option<&ClientSecret>,
    journals: &Journals,
    clock: &Clock,
) -> Result<Plan, Error> {
    let said = journals.read(client.server(), &desired.slug)?;
    let mut journal = said.clone();
    let read = Instant::now();
    let (actual, beside, resolved) = tokio::join!(
        Box::pin(super::read(client)),
        Box::pin(related::read(client, desired)),
        Box::pin(journal.resolve(client)),
    );
    let mut actual = Actual { beside: beside?, ..actual? };
    resolved?;
    if actual.beside.mappings.is_none() {
        actual.beside.mappings = Box::pin(bound(client, desired, &actual)).await?;
    }
    let there = actual.sources.iter().find(|source| source.slug == desired.slug.as_str());
    let past = LocalHistory {
        ours: there.is_some_and(|source| journal.is_ours(source)),
        secret: journal.held_against(secret, there),
    };
    let plan = Plan { read: Some(read), ..compare(desired, &actual, &past, clock.stamp()) };
    // Whoever ended it: a push that stopped is none any more once nothing is left to do.
    if plan.shown.state == PlanState::AlreadyAsItShouldBe {
        journal.end();
    }
    journals.learn((client.server(), &desired.slug), &said, &journal)?;
    Ok(plan)
}

/// Where no mapping is wanted: those that there are, if the source has any, so that ours among them can be told from
/// others. A token that may not see them leaves them all as they are.
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

/// What one group of changes comes to.
#[derive(Debug, Default)]
pub(super) struct ChangeGroupSummary {
    /// Each change, and what needs none.
    changes: Vec<Change>,
    /// The writes, in order.
    steps: Vec<PlannedWrite>,
    /// Worth knowing before.
    notes: Vec<Message>,
    /// Why nothing of the plan can be pushed as it is.
    refusal: Option<PlanRefusal>,
}

/// Compares. Pure.
pub fn compare(desired: &Desired, actual: &Actual, past: &LocalHistory, compared_at: String) -> Plan {
    let there = actual.sources.iter().find(|source| source.slug == desired.slug.as_str());
    // In the order of writing: the button last, so that none ever leads nowhere.
    let source = source::part(desired, actual, past, there);
    let whole = if source.refusal == Some(PlanRefusal::SlugTaken) {
        source
    } else {
        let mut whole = mappings::part(desired, actual, there);
        whole.join(source);
        whole.join(stage::part(desired, actual, there));
        whole.join(links::part(desired, actual, there));
        whole.join(login::part(desired, actual, there));
        whole
    };
    let ChangeGroupSummary { changes, steps, notes, refusal } = whole;
    let (state, summary) = match refusal {
        Some(PlanRefusal::Differs | PlanRefusal::Exists { .. }) => {
            (PlanState::NeedsConsent, msg::plan_summary_push(steps.len()))
        }
        Some(PlanRefusal::SlugTaken | PlanRefusal::SecretNeeded | PlanRefusal::FlowMissing { .. }) => {
            (PlanState::Blocked, msg::plan_summary_blocked())
        }
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
            _ => consequences(desired, there, &past.secret),
        },
        notes,
    };
    let asks = matches!(refusal, Some(PlanRefusal::SlugTaken | PlanRefusal::Differs | PlanRefusal::Exists { .. }));
    let offer = offer::offer(desired, actual, asks);
    let (front, source, slug) = (actual.front.clone(), there.cloned(), desired.slug.clone());
    Plan { shown, offer, aim: Box::new(target_state(desired, actual)), slug, steps, refusal, read: None, front, source }
}

impl ChangeGroupSummary {
    /// With what comes after it.
    fn join(&mut self, other: Self) {
        self.changes.extend(other.changes);
        self.steps.extend(other.steps);
        self.notes.extend(other.notes);
        self.refusal = self.refusal.take().or(other.refusal);
    }
}

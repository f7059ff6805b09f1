//! Plans the rotation of a Client Secret. The plan writes nothing else, even if other fields differ from what was
//! planned before.

use super::Plan;
use super::access::OwnFlows;
use super::refusal::PlanRefusal;
use super::secret::{self, SecretReference, secret_row};
use super::source::body;
use super::summary::ChangeGroupSummary;
use super::target::target_state;
use crate::address::Slug;
use crate::authentik::{Client, Matching, ObjectKind, Source};
use crate::clock::Clock;
use crate::credentials::ClientSecret;
use crate::diagnosis::{Diagnosed, Diagnosis};
use crate::i18n::msg;
use crate::plan::actual::RelatedObjects;
use crate::plan::change::{Change, ChangeAction, ChangeGroup, ChangeTarget, PlanState, PlanView, RequestPreview};
use crate::plan::choices::Choices;
use crate::plan::desired::Desired;
use crate::plan::fields::{Fields, SECRET_REF};
use crate::plan::local_history::{LocalHistory, SecretState};
use crate::plan::step::{ExistingObject, Operation, SOURCE};
use crate::plan::{Actual, Error, Journals, offer};
use std::time::Instant;

/// A rotation that is ready to be pushed.
#[derive(Clone, Debug)]
pub struct Renewal {
    /// The plan with the one write; without a write if the journal says that the source already has this secret.
    pub plan: Plan,
    /// The source as the server has it now.
    pub source: Source,
    /// How the secret compares with the one that was last pushed from this machine.
    pub held: SecretState,
}

/// Reads the server and the journal, and plans to write only the secret; `None` if no source has the slug. An admin who
/// names a source for a rotation has thereby agreed to change it, no matter who created it.
///
/// # Errors
/// As [`super::make`].
pub async fn plan_rotation(
    client: &Client,
    slug: &Slug,
    secret: &ClientSecret,
    journals: &Journals,
    clock: &Clock,
) -> Result<Option<Renewal>, Error> {
    let mut journal = journals.read(client.server(), slug)?;
    let read = Instant::now();
    let (actual, resolved) =
        tokio::join!(Box::pin(super::super::read_actual(client, slug, false)), Box::pin(journal.resolve(client)));
    let mut actual = Actual { beside: RelatedObjects::default(), ..actual? };
    resolved?;
    if !actual.sources.iter().any(|source| source.slug == slug.as_str()) {
        return Ok(None);
    }
    let held = Box::pin(secret::read(client, slug.as_str(), &mut actual, &journal, Some(secret))).await?;
    let Some(source) = actual.sources.iter().find(|source| source.slug == slug.as_str()).cloned() else {
        return Ok(None);
    };
    let past = LocalHistory { ours: true, secret: held, earlier_secrets: journal.earlier_secrets() };
    let plan = Plan { read: Some(read), ..plan(slug, &actual, &source, &past, clock.stamp()) };
    let held = past.secret;
    Ok(Some(Renewal { plan, source, held }))
}

fn plan(slug: &Slug, actual: &Actual, source: &Source, past: &LocalHistory, compared_at: String) -> Plan {
    let held = &past.secret;
    let refusal = (source.provider_type != actual.x_type).then_some(PlanRefusal::SlugTaken);
    let writes = refusal.is_none() && matches!(held, SecretState::Different { .. } | SecretState::Unknown { .. });
    let own = if writes { secret::part(slug.as_str(), actual, past, Some(source), false) } else { None };
    let mut whole = ChangeGroupSummary::default();
    match own {
        Some(own) => {
            whole.changes.push(own.change);
            whole.steps.extend(own.step);
            whole.notes = own.notes;
            if let Some(reference) = own.reference {
                refer(source, &reference, &mut whole);
            }
        }
        None => in_source(source, held, writes, &mut whole),
    }
    let ChangeGroupSummary { changes, steps, notes, .. } = whole;
    let (state, summary) = match (&refusal, writes) {
        (Some(_), _) => (PlanState::Blocked, msg::plan_summary_blocked()),
        (None, true) => (PlanState::Ready, msg::plan_summary_push(steps.len())),
        (None, false) => (PlanState::AlreadyAsItShouldBe, msg::plan_summary_already()),
    };
    let shown = PlanView {
        server: actual.server.clone(),
        slug: slug.to_string(),
        compared_at,
        state,
        summary,
        diagnosis: refusal.as_ref().map(|refusal| Diagnosis::from(&refusal.error(slug).symptom())),
        changes,
        consequences: Vec::new(),
        notes,
        shell: None,
    };
    let desired = as_it_is(slug, source);
    let (offer, aim) = (offer::offer(&desired, actual, false), Box::new(target_state(&desired, actual)));
    let front = actual.front.clone();
    Plan {
        shown,
        offer,
        aim,
        slug: slug.clone(),
        access: None,
        steps,
        refusal,
        read: None,
        front,
        source: Some(source.clone()),
    }
}

fn source_change(source: &Source, action: ChangeAction) -> Change {
    let title = match action {
        ChangeAction::Nothing => msg::plan_source_nothing(&source.name),
        ChangeAction::Create | ChangeAction::Change | ChangeAction::Remove | ChangeAction::LeaveOut => {
            msg::plan_source_change(&source.name)
        }
    };
    Change {
        id: SOURCE.to_owned(),
        group: ChangeGroup::Source,
        target: ChangeTarget::Source,
        action,
        title,
        why: None,
        fields: Vec::new(),
        data: None,
    }
}

/// The write of the secret into the source itself.
fn in_source(source: &Source, held: &SecretState, writes: bool, part: &mut ChangeGroupSummary) {
    let known = ExistingObject::from(source);
    let path = ObjectKind::Source.path(Some(&source.slug));
    let action = if writes { ChangeAction::Change } else { ChangeAction::Nothing };
    let change = Change {
        fields: secret_row(held, true).into_iter().collect(),
        data: writes
            .then(|| RequestPreview::new("PATCH", path, Some(&body(&known.also, None, None, held, &OwnFlows::none())))),
        ..source_change(source, action)
    };
    let deed =
        Operation::Change { known, before: Fields::new(), after: Fields::new(), secret: true, later: Vec::new() };
    part.add(SOURCE, change, writes.then_some(deed));
}

/// The write that has the source refer to a Secret.
fn refer(source: &Source, reference: &SecretReference, part: &mut ChangeGroupSummary) {
    let known = ExistingObject::from(source);
    let has = source.consumer_secret_ref.key();
    let (mut after, mut rows) = (Fields::new(), Vec::new());
    let later = reference.put(&mut after, &mut rows, has);
    let path = ObjectKind::Source.path(Some(&source.slug));
    let sent = body(&known.also, None, Some(reference), &SecretState::Absent, &OwnFlows::none());
    let change = Change {
        fields: rows,
        data: Some(RequestPreview::new("PATCH", path, Some(&sent))),
        ..source_change(source, ChangeAction::Change)
    };
    let before = Fields::from_iter([(SECRET_REF.to_owned(), has.into())]);
    part.add(SOURCE, change, Some(Operation::Change { known, before, after, secret: false, later }));
}

/// A desired state that keeps every field of the source as it is.
fn as_it_is(slug: &Slug, source: &Source) -> Desired {
    Desired {
        name: source.name.clone(),
        slug: slug.clone(),
        client_id: source.consumer_key.as_str().into(),
        matching: Matching::from_name(&source.matching).unwrap_or(Matching::Identifier),
        enrolment: source.enrollment_flow.is_some(),
        additional_scopes: source.additional_scopes.clone(),
        mappings: Vec::new(),
        enabled: source.enabled,
        choices: Choices::default(),
        embed: None,
        access: None,
        links: Vec::new(),
    }
}

//! Reads what the server still has of a push, and plans how to undo it.

use super::deeds::{deeds, expected_state};
use super::draw;
use super::refusal::UndoRefusal;
use crate::address::Slug;
use crate::authentik::{ApiObject, Client, FlowRow, IdentificationStage, Links, ObjectKind, Source};
use crate::credentials::ClientSecret;
use crate::i18n::{Message, msg};
use crate::plan::Error;
use crate::plan::actual::{IdentificationState, rows};
use crate::plan::button::{self, ButtonVisibility};
use crate::plan::change::Change;
use crate::plan::fields::{self, Fields};
use crate::plan::journal::{Journal, JournaledPush, RecordedOperation, is_the_one};
use crate::plan::step::{ExistingObject, LOGIN_PAGE};
use futures_util::future::join_all;
use serde_json::Value;

/// One write of an undo.
#[derive(Clone, Debug)]
pub(super) enum UndoStep {
    /// Removes the source from a login page.
    Hide { id: String, stage: Box<IdentificationStage>, source: String },
    /// Restores the old values of an object.
    Restore { id: String, known: ExistingObject, seen: Fields, fields: Fields },
    /// Puts back the value that a Secret had before the push, if it still has the one that was seen.
    GiveBack { id: String, known: ExistingObject, seen: ClientSecret, secret: ClientSecret },
    /// Deletes an object that the push created. For a source, `people` says how many people are linked to it.
    Delete { id: String, known: ExistingObject, seen: Fields, people: u32 },
}

impl UndoStep {
    /// The id of the change that this step carries out.
    pub(super) fn id(&self) -> &str {
        match self {
            Self::Hide { id, .. } | Self::Restore { id, .. } | Self::GiveBack { id, .. } | Self::Delete { id, .. } => {
                id
            }
        }
    }

    /// The kind of object that it is about; `None` for a login page's list.
    pub(super) fn kind(&self) -> Option<ObjectKind> {
        match self {
            Self::Hide { .. } => None,
            Self::Restore { known, .. } | Self::GiveBack { known, .. } | Self::Delete { known, .. } => Some(known.kind),
        }
    }

    pub(super) fn deletes(&self, kind: ObjectKind) -> bool {
        matches!(self, Self::Delete { known, .. } if known.kind == kind)
    }

    /// Whether it only disables a source that was created from this machine, without deleting it.
    pub(super) fn turns_off(&self) -> bool {
        matches!(self, Self::Restore { known, fields, .. } if known.kind == ObjectKind::Source && *fields == off())
    }
}

/// The plan of an undo.
#[derive(Debug, Default)]
pub(super) struct UndoInspection {
    pub(super) changes: Vec<Change>,
    pub(super) steps: Vec<UndoStep>,
    pub(super) notes: Vec<Message>,
    pub(super) refusal: Option<UndoRefusal>,
    pub(super) gentler: Option<(Change, UndoStep)>,
}

/// The current state of an object that the push wrote.
enum CurrentState {
    Object(Option<ApiObject>),
    Stage(Box<IdentificationState>),
}

/// Reads everything that the push wrote, in parallel, and plans an undo step for each part.
pub(super) async fn inspect(
    client: &Client,
    slug: &Slug,
    journal: &Journal,
    push: &JournaledPush,
    kept: Option<&ClientSecret>,
) -> Result<UndoInspection, Error> {
    let deeds = deeds(push);
    let found = join_all(deeds.iter().map(|deed| Box::pin(find(client, slug, deed)))).await;
    let others = others(client, slug, &deeds).await?;
    let mut look = UndoInspection::default();
    let mut pages = 0;
    for (deed, there) in deeds.iter().zip(found) {
        match (deed, there?) {
            (RecordedOperation::Shown { source, .. }, CurrentState::Stage(login)) => {
                pages += 1;
                let id = if pages == 1 { LOGIN_PAGE.to_owned() } else { format!("{LOGIN_PAGE}-{pages}") };
                let is_there = button::is_placed(&login.stage, source, ButtonVisibility::In);
                look.changes.push(draw::hidden(&id, &login, source, is_there));
                if is_there {
                    look.steps.push(UndoStep::Hide { id, stage: Box::new(login.stage), source: source.clone() });
                }
            }
            (
                RecordedOperation::Created { kind: ObjectKind::Secret, pk: Some(pk), .. },
                CurrentState::Object(Some(object)),
            ) if let Some(user) = others.iter().find(|other| other.consumer_secret_ref.key() == Some(pk)) => {
                look.changes.push(draw::in_use(&draw::id(&object), &object, &user.name));
            }
            // A group with members is given to users, maybe for more than this source.
            (RecordedOperation::Created { kind: ObjectKind::Group, .. }, CurrentState::Object(Some(object)))
                if object.fields.get("users").and_then(Value::as_array).is_some_and(|users| !users.is_empty()) =>
            {
                look.changes.push(draw::has_members(&draw::id(&object), &object));
            }
            (RecordedOperation::Changed { kind: ObjectKind::Secret, pk, .. }, CurrentState::Object(Some(object)))
                if *pk == object.pk =>
            {
                let kept = kept.filter(|kept| push.has_replaced(pk, kept));
                look.given_back(client, journal, &object, kept).await?;
            }
            (RecordedOperation::Created { kind, pk, fields }, CurrentState::Object(Some(object)))
                if pk.as_ref().map_or_else(|| is_the_one(fields, &object), |pk| *pk == object.pk) =>
            {
                let people =
                    if *kind == ObjectKind::Source { look.linked(client, slug, &object, &deeds).await? } else { 0 };
                let left = expected_state(journal, &object);
                if look.refusal.is_none() && !fields::differing(&object.fields, &left).is_empty() {
                    look.refusal = Some(UndoRefusal::Changed { name: object.name().to_owned() });
                }
                let id = draw::id(&object);
                look.changes.push(draw::deleted(&id, &object));
                let (known, seen) = (ExistingObject::from(&object), fields::watched(&object, fields));
                look.steps.push(UndoStep::Delete { id, known, seen, people });
            }
            (RecordedOperation::Changed { pk, before, after, secret, .. }, CurrentState::Object(Some(object)))
                if *pk == object.pk =>
            {
                look.restored(client, &object, before, after, *secret).await?;
            }
            (RecordedOperation::Created { kind: ObjectKind::Connection, fields, .. }, CurrentState::Object(None))
                if !shows_links(client, slug).await? =>
            {
                look.changes.push(draw::unseen(fields));
            }
            (
                RecordedOperation::Created { kind, .. } | RecordedOperation::Changed { kind, .. },
                CurrentState::Object(object),
            ) => {
                if object.is_some() && *kind == ObjectKind::Source {
                    look.notes.push(msg::plan_note_other_source());
                }
                look.changes.push(draw::gone(*kind, slug, look.changes.len()));
            }
            (
                RecordedOperation::Created { .. } | RecordedOperation::Changed { .. } | RecordedOperation::Shown { .. },
                CurrentState::Object(_) | CurrentState::Stage(_),
            ) => {}
        }
    }
    look.drop_what_goes_along();
    Ok(look)
}

/// The other sources, if the push created a Secret that one of them may use by now.
async fn others(client: &Client, slug: &Slug, deeds: &[RecordedOperation]) -> Result<Vec<Source>, Error> {
    let is_secret =
        |deed: &RecordedOperation| matches!(deed, RecordedOperation::Created { kind: ObjectKind::Secret, .. });
    if !deeds.iter().any(is_secret) {
        return Ok(Vec::new());
    }
    let mut all = client.sources().await?;
    all.retain(|source| source.slug != slug.as_str());
    Ok(all)
}

async fn find(client: &Client, slug: &Slug, deed: &RecordedOperation) -> Result<CurrentState, Error> {
    Ok(match deed {
        RecordedOperation::Created { kind: ObjectKind::Source, .. }
        | RecordedOperation::Changed { kind: ObjectKind::Source, .. } => {
            CurrentState::Object(client.object(ObjectKind::Source, slug.as_str()).await?)
        }
        // A flow is found by its slug, which the push gave it.
        RecordedOperation::Created { kind: ObjectKind::Flow, pk: Some(_), fields } => {
            let slug = fields.get("slug").and_then(Value::as_str).unwrap_or_default();
            CurrentState::Object(client.object(ObjectKind::Flow, slug).await?)
        }
        RecordedOperation::Created { kind, pk: Some(handle), .. } | RecordedOperation::Changed { kind, handle, .. } => {
            CurrentState::Object(client.object(*kind, handle).await?)
        }
        RecordedOperation::Created { kind, pk: None, fields } => {
            CurrentState::Object(client.find_conflicting(*kind, fields).await?)
        }
        RecordedOperation::Shown { stage, .. } => {
            let (stage, sources) = tokio::join!(client.stage(stage), client.sources());
            let stage = stage?;
            CurrentState::Stage(Box::new(IdentificationState {
                rows: rows(client, &sources?, std::slice::from_ref(&stage)).await,
                stage,
            }))
        }
    })
}

impl UndoInspection {
    /// Leaves out the bindings that are deleted together with a flow or a policy
    /// [docs/evidence/authentik.md §8.5]. So no flow ever has stages and no policy on the way.
    fn drop_what_goes_along(&mut self) {
        let deleted = |kinds: &[ObjectKind]| -> Vec<String> {
            let all = self.steps.iter().filter_map(|step| match step {
                UndoStep::Delete { known, .. } if kinds.contains(&known.kind) => Some(known.pk.clone()),
                UndoStep::Delete { .. }
                | UndoStep::Hide { .. }
                | UndoStep::Restore { .. }
                | UndoStep::GiveBack { .. } => None,
            });
            all.collect()
        };
        let flows = deleted(&[ObjectKind::Flow]);
        let mut gone: Vec<String> = flows.clone();
        let named = |fields: &Fields, name: &str, of: &[String]| {
            fields.get(name).and_then(Value::as_str).is_some_and(|pk| of.iter().any(|gone| gone == pk))
        };
        let mut ids = Vec::new();
        for step in &self.steps {
            if let UndoStep::Delete { id, known, seen, .. } = step
                && known.kind == ObjectKind::Binding
                && named(seen, "target", &flows)
            {
                gone.push(known.pk.clone());
                ids.push(id.clone());
            }
        }
        let policies = deleted(&[ObjectKind::Policy]);
        for step in &self.steps {
            if let UndoStep::Delete { id, known, seen, .. } = step
                && known.kind == ObjectKind::PolicyBinding
                && (named(seen, "target", &gone) || named(seen, "policy", &policies))
            {
                ids.push(id.clone());
            }
        }
        self.steps.retain(|step| !ids.iter().any(|id| id == step.id()));
        self.changes.retain(|change| !ids.contains(&change.id));
    }

    /// Counts the people who are linked to a source that would be deleted, except for those whom the push itself
    /// linked. Asks for consent if there are any, or if the token can't see them.
    async fn linked(
        &mut self,
        client: &Client,
        slug: &Slug,
        source: &ApiObject,
        deeds: &[RecordedOperation],
    ) -> Result<u32, Error> {
        let (links, me) = tokio::join!(client.links(slug), client.me());
        let (mut links, me) = (links?, me?);
        let shows_others = links.prove_all_visible(&me);
        let by_push = |user: i64| {
            deeds.iter().any(|deed| match deed {
                RecordedOperation::Created { kind: ObjectKind::Connection, fields, .. } => {
                    fields.get("user") == Some(&Value::from(user))
                }
                RecordedOperation::Created { .. }
                | RecordedOperation::Changed { .. }
                | RecordedOperation::Shown { .. } => false,
            })
        };
        let people = links.count();
        links.seen.retain(|link| !by_push(link.user));
        if links.count() > 0 {
            self.notes.extend(named(client, &links).await);
            self.notes.push(msg::plan_note_links_kept());
            self.refusal = Some(UndoRefusal::InUse { people: links.count() });
        } else if !shows_others {
            self.refusal = Some(UndoRefusal::Unseen);
        }
        if self.refusal.is_some() && source.fields.get("enabled") != Some(&Value::Bool(false)) {
            let id = draw::id(source);
            let (known, seen) = (ExistingObject::from(source), fields::watched(source, &off()));
            let change = draw::disabled(&id, source, &off());
            self.gentler = Some((change, UndoStep::Restore { id, known, seen, fields: off() }));
        }
        Ok(people)
    }

    /// Plans to put back the value that a Secret had before the push, if it was kept and the Secret still has the one that
    /// was pushed.
    async fn given_back(
        &mut self,
        client: &Client,
        journal: &Journal,
        object: &ApiObject,
        kept: Option<&ClientSecret>,
    ) -> Result<(), Error> {
        let now = match kept {
            Some(_) => client.secret_value(&object.pk).await?.map(ClientSecret::from),
            None => None,
        };
        let id = draw::id(object);
        match (kept, now) {
            (Some(kept), Some(now)) if kept.is_same(&now) => {}
            (Some(kept), Some(now)) if journal.has_other_secret(&now, &[&object.pk]) == Some(false) => {
                self.changes.push(draw::given_back(&id, object));
                let (known, secret) = (ExistingObject::from(object), kept.clone());
                self.steps.push(UndoStep::GiveBack { id, known, seen: now, secret });
                return Ok(());
            }
            (Some(_), Some(_)) => self.notes.push(msg::plan_note_kept("value")),
            (_, None) | (None, _) => self.notes.push(msg::plan_note_secret_stays()),
        }
        self.changes.push(draw::restored(&id, object, &Fields::new(), &[]));
        Ok(())
    }

    async fn restored(
        &mut self,
        client: &Client,
        object: &ApiObject,
        before: &Fields,
        after: &Fields,
        secret: bool,
    ) -> Result<(), Error> {
        let kept = |name: &str, value: &Value| {
            !fields::has(object, name, Some(value)) && !fields::has(object, name, before.get(name))
        };
        let kept_names = after.iter().filter(|(name, value)| kept(name, value)).map(|(name, _)| name);
        self.notes.extend(kept_names.map(msg::plan_note_kept));
        let back: Fields = (fields::differing(&object.fields, before).into_iter())
            .filter(|(name, _)| after.get(name).is_some_and(|value| !kept(name, value)))
            .collect();
        if secret {
            self.notes.push(msg::plan_note_secret_stays());
        }
        let flows = flows(client, &back).await?;
        let id = draw::id(object);
        self.changes.push(draw::restored(&id, object, &back, &flows));
        if !back.is_empty() {
            let (known, seen) = (ExistingObject::from(object), fields::watched(object, after));
            self.steps.push(UndoStep::Restore { id, known, seen, fields: back });
        }
        Ok(())
    }
}

/// Whether a link that isn't found has really been deleted. A token without the right to see links finds nobody's
/// [docs/evidence/authentik.md §4.3].
async fn shows_links(client: &Client, slug: &Slug) -> Result<bool, Error> {
    let (links, me) = tokio::join!(client.links(slug), client.me());
    Ok(links?.prove_all_visible(&me?))
}

fn off() -> Fields {
    Fields::from_iter([("enabled".to_owned(), Value::Bool(false))])
}

/// Reads the names of the flows, if a flow of the source changes.
async fn flows(client: &Client, back: &Fields) -> Result<Vec<FlowRow>, Error> {
    if !back.contains_key("authentication_flow") && !back.contains_key("enrollment_flow") {
        return Ok(Vec::new());
    }
    Ok(client.flows().await?)
}

/// How many people are named at most, so that the sentence stays readable.
const NAMED: usize = 5;

/// The names of the linked people, if the token may see them.
async fn named(client: &Client, linked: &Links) -> Vec<Message> {
    let users = join_all(linked.seen.iter().take(NAMED).map(|link| Box::pin(client.user(link.user)))).await;
    let names: Vec<_> = users.into_iter().filter_map(|user| user.ok().flatten().map(|user| user.username)).collect();
    if names.is_empty() {
        return vec![msg::plan_note_linked_unnamed()];
    }
    vec![msg::plan_note_linked(linked.seen.len().saturating_sub(names.len()), names.join(", "))]
}

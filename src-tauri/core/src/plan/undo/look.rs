//! What the server holds of what a push did, and what putting it back comes to.

use super::super::Error;
use super::super::actual::{LoginStage, rows};
use super::super::button::{self, Place};
use super::super::change::Change;
use super::super::fields::{self, Fields};
use super::super::journal::{Journal, Push, Wrote, is_the_one};
use super::super::step::{Known, LOGIN_PAGE};
use super::deeds::{as_left, deeds};
use super::{Refusal, draw};
use crate::address::Slug;
use crate::authentik::{Client, FlowRow, IdentificationStage, Kind, Links, Object};
use crate::words::{Message, said};
use futures_util::future::join_all;
use serde_json::Value;

/// One write of an undo.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Takes the source off a login page.
    Hide { id: String, stage: Box<IdentificationStage>, source: String },
    /// Gives an object its old values.
    Restore { id: String, known: Known, seen: Fields, fields: Fields },
    /// Deletes what was made; a source with so many people linked to it.
    Delete { id: String, known: Known, seen: Fields, people: u32 },
}

impl Step {
    /// The change that it makes true.
    pub(super) fn id(&self) -> &str {
        match self {
            Self::Hide { id, .. } | Self::Restore { id, .. } | Self::Delete { id, .. } => id,
        }
    }

    /// The object that it is about; none for a login page's list.
    pub(super) fn kind(&self) -> Option<Kind> {
        match self {
            Self::Hide { .. } => None,
            Self::Restore { known, .. } | Self::Delete { known, .. } => Some(known.kind),
        }
    }

    pub(super) fn deletes(&self, kind: Kind) -> bool {
        matches!(self, Self::Delete { known, .. } if known.kind == kind)
    }

    /// Whether it turns a source off that was made here, and leaves it there.
    pub(super) fn turns_off(&self) -> bool {
        matches!(self, Self::Restore { known, fields, .. } if known.kind == Kind::Source && *fields == off())
    }
}

/// What an undo comes to.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) changes: Vec<Change>,
    pub(super) steps: Vec<Step>,
    pub(super) notes: Vec<Message>,
    pub(super) refusal: Option<Refusal>,
    pub(super) gentler: Option<(Change, Step)>,
}

/// What is there now of what a push did.
enum There {
    Object(Option<Object>),
    Stage(Box<LoginStage>),
}

/// Looks at everything that the push touched, at once, and plans each part's way back.
pub(super) async fn look(client: &Client, slug: &Slug, journal: &Journal, push: &Push) -> Result<Look, Error> {
    let deeds = deeds(push);
    let found = join_all(deeds.iter().map(|deed| Box::pin(find(client, slug, deed)))).await;
    let mut look = Look::default();
    let mut pages = 0;
    for (deed, there) in deeds.iter().zip(found) {
        match (deed, there?) {
            (Wrote::Shown { source, .. }, There::Stage(login)) => {
                pages += 1;
                let id = if pages == 1 { LOGIN_PAGE.to_owned() } else { format!("{LOGIN_PAGE}-{pages}") };
                let is_there = button::is_placed(&login.stage, source, Place::In);
                look.changes.push(draw::hidden(&id, &login, source, is_there));
                if is_there {
                    look.steps.push(Step::Hide { id, stage: Box::new(login.stage), source: source.clone() });
                }
            }
            (Wrote::Created { kind, pk, fields }, There::Object(Some(object)))
                if pk.as_ref().map_or_else(|| is_the_one(fields, &object), |pk| *pk == object.pk) =>
            {
                let people = if *kind == Kind::Source { look.linked(client, slug, &object, &deeds).await? } else { 0 };
                let left = as_left(journal, &object);
                if look.refusal.is_none() && !fields::differing(&object.fields, &left).is_empty() {
                    look.refusal = Some(Refusal::Changed { name: object.name().to_owned() });
                }
                let id = draw::id(&object);
                look.changes.push(draw::deleted(&id, &object));
                let (known, seen) = (Known::from(&object), fields::watched(&object, fields));
                look.steps.push(Step::Delete { id, known, seen, people });
            }
            (Wrote::Changed { pk, before, after, secret, .. }, There::Object(Some(object))) if *pk == object.pk => {
                look.restored(client, &object, (before, after), *secret).await?;
            }
            (Wrote::Created { kind: Kind::Connection, fields, .. }, There::Object(None))
                if !shows_links(client, slug).await? =>
            {
                look.changes.push(draw::unseen(fields));
            }
            (Wrote::Created { kind, .. } | Wrote::Changed { kind, .. }, There::Object(object)) => {
                if object.is_some() && *kind == Kind::Source {
                    look.notes.push(said::plan_note_other_source());
                }
                look.changes.push(draw::gone(*kind, slug));
            }
            (
                Wrote::Created { .. } | Wrote::Changed { .. } | Wrote::Shown { .. },
                There::Object(_) | There::Stage(_),
            ) => {}
        }
    }
    Ok(look)
}

async fn find(client: &Client, slug: &Slug, deed: &Wrote) -> Result<There, Error> {
    Ok(match deed {
        Wrote::Created { kind: Kind::Source, .. } | Wrote::Changed { kind: Kind::Source, .. } => {
            There::Object(client.object(Kind::Source, slug.as_str()).await?)
        }
        Wrote::Created { kind, pk: Some(handle), .. } | Wrote::Changed { kind, handle, .. } => {
            There::Object(client.object(*kind, handle).await?)
        }
        Wrote::Created { kind, pk: None, fields } => There::Object(client.twin(*kind, fields).await?),
        Wrote::Shown { stage, .. } => {
            let (stage, sources) = tokio::join!(client.stage(stage), client.sources());
            let stage = stage?;
            There::Stage(Box::new(LoginStage {
                rows: rows(client, &sources?, std::slice::from_ref(&stage)).await,
                stage,
            }))
        }
    })
}

impl Look {
    /// How many people are linked to a source that would be deleted, beside those whom the push itself linked. Asks for
    /// consent where there are any, or none can be told.
    async fn linked(&mut self, client: &Client, slug: &Slug, source: &Object, deeds: &[Wrote]) -> Result<u32, Error> {
        let (links, me) = tokio::join!(client.links(slug), client.me());
        let (mut links, me) = (links?, me?);
        let shows_others = links.show_others(&me);
        let by_push = |user: i64| {
            deeds.iter().any(|deed| match deed {
                Wrote::Created { kind: Kind::Connection, fields, .. } => fields.get("user") == Some(&Value::from(user)),
                Wrote::Created { .. } | Wrote::Changed { .. } | Wrote::Shown { .. } => false,
            })
        };
        let people = links.count();
        links.seen.retain(|link| !by_push(link.user));
        if links.count() > 0 {
            self.notes.extend(named(client, &links).await);
            self.notes.push(said::plan_note_links_kept());
            self.refusal = Some(Refusal::InUse { people: links.count() });
        } else if !shows_others {
            self.refusal = Some(Refusal::Unseen);
        }
        if self.refusal.is_some() && source.fields.get("enabled") != Some(&Value::Bool(false)) {
            let id = draw::id(source);
            let (known, seen) = (Known::from(source), fields::watched(source, &off()));
            let change = draw::disabled(&id, source, &off());
            self.gentler = Some((change, Step::Restore { id, known, seen, fields: off() }));
        }
        Ok(people)
    }

    async fn restored(
        &mut self,
        client: &Client,
        object: &Object,
        (before, after): (&Fields, &Fields),
        secret: bool,
    ) -> Result<(), Error> {
        let kept = |name: &str, value: &Value| {
            !fields::has(object, name, Some(value)) && !fields::has(object, name, before.get(name))
        };
        let kept_names = after.iter().filter(|(name, value)| kept(name, value)).map(|(name, _)| name);
        self.notes.extend(kept_names.map(said::plan_note_kept));
        let back: Fields = (fields::differing(&object.fields, before).into_iter())
            .filter(|(name, _)| after.get(name).is_some_and(|value| !kept(name, value)))
            .collect();
        if secret {
            self.notes.push(said::plan_note_secret_stays());
        }
        let flows = flows(client, &back).await?;
        let id = draw::id(object);
        self.changes.push(draw::restored(&id, object, &back, &flows));
        if !back.is_empty() {
            let (known, seen) = (Known::from(object), fields::watched(object, after));
            self.steps.push(Step::Restore { id, known, seen, fields: back });
        }
        Ok(())
    }
}

/// Whether a link that isn't found is gone: a token without the right on links finds nobody's
/// [docs/evidence/authentik.md §4.3].
async fn shows_links(client: &Client, slug: &Slug) -> Result<bool, Error> {
    let (links, me) = tokio::join!(client.links(slug), client.me());
    Ok(links?.show_others(&me?))
}

fn off() -> Fields {
    Fields::from_iter([("enabled".to_owned(), Value::Bool(false))])
}

/// The flows by name, where one of a source's changes.
async fn flows(client: &Client, back: &Fields) -> Result<Vec<FlowRow>, Error> {
    if !back.contains_key("authentication_flow") && !back.contains_key("enrollment_flow") {
        return Ok(Vec::new());
    }
    Ok(client.flows().await?)
}

/// The most people who are named; a sentence holds no more.
const NAMED: usize = 5;

/// Who is linked, by name, as far as the token may see names.
async fn named(client: &Client, linked: &Links) -> Vec<Message> {
    let users = join_all(linked.seen.iter().take(NAMED).map(|link| Box::pin(client.user(link.user)))).await;
    let names: Vec<_> = users.into_iter().filter_map(|user| user.ok().flatten().map(|user| user.username)).collect();
    if names.is_empty() {
        return vec![said::plan_note_linked_unnamed()];
    }
    vec![said::plan_note_linked(linked.seen.len().saturating_sub(names.len()), names.join(", "))]
}

//! Plans the Secret that holds the Client Secret of a source, on a server that has such objects
//! [docs/evidence/authentik.md §7.3].
//!
//! - A source that has a Secret of its own keeps it, and the Secret gets the new value.
//! - If the source changes to another app at X, or shares its Secret with a source of another app, it gets a new Secret.
//!   Client ID and Client Secret then change in one write, and an undo goes back to the old Secret, whose value nobody
//!   touched. Only a token that may not add one changes the value instead.

use crate::authentik::{ApiObject, Client, Error as AuthentikError, ObjectKind, Source};
use crate::credentials::ClientSecret;
use crate::diagnosis::Right;
use crate::i18n::{Message, msg};
use crate::plan::change::{Change, ChangeAction, ChangeGroup, ChangeTarget, DisplayValue, FieldChange, RequestPreview};
use crate::plan::fields::{Fields, SECRET_REF};
use crate::plan::journal::Journal;
use crate::plan::local_history::{LocalHistory, SecretState};
use crate::plan::step::{DeferredKey, ExistingObject, Operation, PlannedWrite};
use crate::plan::target_state::TargetSecret;
use crate::plan::{Actual, Error, SecretsContext};
use serde_json::Value;

/// The id of the Secret's change.
pub(in crate::plan) const SECRET: &str = "client-secret";

/// The kind of Secret that holds one line of text.
const TEXT: &str = "text";

/// The name of a source's Secret. It contains the slug, so that it tells an admin what it is for; the others of that
/// name are for a source that has one already.
pub(in crate::plan) fn name(slug: &str, number: usize) -> String {
    match number {
        1 => format!("Sourcerer: Client Secret from X ({slug})"),
        _ => format!("Sourcerer: Client Secret from X ({slug}) {number}"),
    }
}

/// Completes what was read of a server with Secrets: whether the source has the secret of this session, by the value
/// itself where the token may see it, otherwise by the fingerprint of the last push; and the Secrets themselves, if one
/// has to be written. Nothing is asked of a server without Secrets.
///
/// # Errors
/// [`AuthentikError::RightsMissing`] if the Secret that has to be written can't be: before anything is.
pub(super) async fn read(
    client: &Client,
    slug: &str,
    actual: &mut Actual,
    journal: &Journal,
    secret: Option<&ClientSecret>,
) -> Result<SecretState, Error> {
    let there = actual.sources.iter().find(|source| source.slug == slug);
    let keys = there.map(Source::secret_keys).unwrap_or_default();
    let held = journal.held_against(secret, &keys);
    let Some(seen) = &mut actual.secrets else { return Ok(held) };
    let own = there.and_then(|source| source.consumer_secret_ref.key());
    let all = client.objects(ObjectKind::Secret);
    let Some(secret) = secret else {
        // Nothing is written to a Secret, so their names are only shown.
        seen.all = all.await.unwrap_or_default();
        return Ok(held);
    };
    let value = async {
        match own {
            Some(key) => client.secret_value(key).await,
            None => Ok(None),
        }
    };
    let (all, value) = tokio::join!(all, value);
    let value = value?.map(ClientSecret::from);
    seen.shows_value = value.is_some();
    let held = match value {
        Some(value) if value.is_same(secret) => SecretState::Same,
        Some(_) => SecretState::Different { ending: secret.ending().to_owned() },
        None => held,
    };
    if held == SecretState::Same && own.is_some() {
        seen.all = all.unwrap_or_default();
        return Ok(held);
    }
    seen.all = may_write(client, own, seen, all).await?;
    let spares: Vec<_> = seen.all.iter().filter(|it| it.name() == name(slug, 1)).map(|it| it.pk.as_str()).collect();
    Ok(if there.is_none() { journal.held_against(Some(secret), &spares) } else { held })
}

/// The Secrets, if the token may write the one that has to be written.
async fn may_write(
    client: &Client,
    own: Option<&str>,
    seen: &mut SecretsContext,
    all: Result<Vec<ApiObject>, AuthentikError>,
) -> Result<Vec<ApiObject>, Error> {
    let change = async {
        match own {
            Some(key) => client.write_options(ObjectKind::Secret, Some(key)).await,
            None => None,
        }
    };
    let (change, add) = tokio::join!(change, client.write_options(ObjectKind::Secret, None));
    seen.may_change = change.is_some_and(|options| options.may_change());
    seen.may_add = add.is_some_and(|options| options.may_create());
    let needed = match own {
        Some(_) if seen.may_change => None,
        _ if seen.may_add => None,
        Some(_) => Some(Right::ChangeSecret),
        None => Some(Right::AddSecret),
    };
    match (all, needed) {
        (Ok(all), None) => Ok(all),
        (Ok(_), Some(right)) => Err(client.rights_missing(&[right]).await.into()),
        (Err(AuthentikError::RightsMissing { mut rights, user }), needed) => {
            rights.extend(needed);
            Err(AuthentikError::RightsMissing { rights, user }.into())
        }
        (Err(error), _) => Err(error.into()),
    }
}

/// The Secret's part of a plan.
pub(super) struct SecretPart {
    pub(super) change: Change,
    pub(super) step: Option<PlannedWrite>,
    /// The Secret that the source should refer to, if it doesn't yet.
    pub(super) reference: Option<SecretReference>,
    pub(super) notes: Vec<Message>,
}

/// A Secret that a source should refer to.
pub(super) struct SecretReference {
    name: String,
    /// Its key; `None` if the plan creates it.
    key: Option<String>,
}

/// Plans the Secret of the source `there`, or of a new one. `switches` says whether the source changes to another app.
/// `None` if the server has no Secrets, or if the source keeps the one that it has, with its value.
pub(super) fn part(
    slug: &str,
    actual: &Actual,
    past: &LocalHistory,
    there: Option<&Source>,
    switches: bool,
) -> Option<SecretPart> {
    let seen = actual.secrets.as_ref()?;
    let replaces = matches!(past.secret, SecretState::Different { .. } | SecretState::Unknown { .. });
    if there.is_some() && !replaces {
        return None;
    }
    let own = there.and_then(|source| Some((source, source.consumer_secret_ref.key()?)));
    if let Some((source, key)) = own {
        let sharing = sharing(actual, source, key);
        let is_alone = sharing.iter().all(|other| other.consumer_key == source.consumer_key);
        if is_alone && (!switches && seen.may_change || !seen.may_add) {
            let notes = sharing.iter().map(|other| msg::plan_note_secret_shared(&other.name, &other.slug)).collect();
            let known = seen.all.iter().find(|secret| secret.pk == key);
            let title = known.map_or_else(|| short(key), |secret| secret.name().to_owned());
            let known = known.map_or_else(|| by_key(key, &title), ExistingObject::from);
            return Some(SecretPart { notes, ..changed(known, past, seen.shows_value) });
        }
    }
    let mut planned = match own_name(slug, actual, past, seen) {
        OwnSecret::Spare(secret) if !replaces => SecretPart {
            change: change(ChangeAction::Nothing, msg::plan_secret_nothing(secret.name())),
            step: None,
            reference: Some(SecretReference { name: secret.name().to_owned(), key: Some(secret.pk.clone()) }),
            notes: Vec::new(),
        },
        OwnSecret::Spare(secret) => {
            let reference = SecretReference { name: secret.name().to_owned(), key: Some(secret.pk.clone()) };
            SecretPart { reference: Some(reference), ..changed(ExistingObject::from(secret), past, false) }
        }
        OwnSecret::New(name) => created(name, past),
    };
    if let Some((_, key)) = own {
        let left =
            seen.all.iter().find(|secret| secret.pk == key).map_or_else(|| short(key), |it| it.name().to_owned());
        planned.notes.push(msg::plan_note_secret_left(left));
    }
    Some(planned)
}

/// The Secret that the source will have, for an export.
pub(in crate::plan) fn target(slug: &str, actual: &Actual, there: Option<&Source>) -> Option<TargetSecret> {
    let seen = actual.secrets.as_ref()?;
    let named = |key: &str| seen.all.iter().find(|secret| secret.pk == key).map(|secret| secret.name().to_owned());
    Some(match there.and_then(|source| source.consumer_secret_ref.key()) {
        Some(key) => TargetSecret { name: named(key), pk: Some(key.to_owned()) },
        None => TargetSecret { name: Some(name(slug, 1)), pk: None },
    })
}

/// The other sources that refer to a Secret.
fn sharing<'a>(actual: &'a Actual, source: &Source, key: &str) -> Vec<&'a Source> {
    let refers = |other: &&Source| other.pk != source.pk && other.consumer_secret_ref.key() == Some(key);
    actual.sources.iter().filter(refers).collect()
}

/// A Secret for a source that has none, or that leaves the one that it has.
enum OwnSecret<'a> {
    /// It exists, and no source refers to it: an earlier push stopped after it.
    Spare(&'a ApiObject),
    /// It has to be created with this name.
    New(String),
}

fn own_name<'a>(slug: &str, actual: &Actual, past: &LocalHistory, seen: &'a SecretsContext) -> OwnSecret<'a> {
    let is_free = |secret: &ApiObject| {
        let key = secret.pk.as_str();
        let refers = |source: &Source| source.consumer_secret_ref.key() == Some(key);
        !actual.sources.iter().any(refers) && !past.earlier_secrets.iter().any(|earlier| earlier == key)
    };
    let mut number = 1;
    loop {
        let name = name(slug, number);
        match seen.all.iter().find(|secret| secret.name() == name) {
            None => return OwnSecret::New(name),
            Some(secret) if is_free(secret) => return OwnSecret::Spare(secret),
            Some(_) => number += 1,
        }
    }
}

/// The row of a Client Secret that is written; `exists` says whether it replaces one.
pub(super) fn secret_row(secret: &SecretState, exists: bool) -> Option<FieldChange> {
    let will = match secret {
        SecretState::Absent | SecretState::Same => return None,
        SecretState::Different { .. } | SecretState::Unknown { .. } if exists => msg::plan_value_secret_replaced(),
        SecretState::Different { ending } | SecretState::Unknown { ending } if ending.is_empty() => {
            msg::plan_value_secret_given()
        }
        SecretState::Different { ending } | SecretState::Unknown { ending } => msg::plan_value_secret_ending(ending),
    };
    let (label, will) = (msg::plan_field_secret(), DisplayValue::Words(will));
    Some(FieldChange { name: "consumer_secret".to_owned(), label, now: None, will, secret: true })
}

fn change(action: ChangeAction, title: Message) -> Change {
    Change {
        id: SECRET.to_owned(),
        group: ChangeGroup::Source,
        target: ChangeTarget::Secret,
        action,
        title,
        why: Some(msg::plan_why_secret()),
        fields: Vec::new(),
        data: None,
    }
}

/// The row of the value, which no plan shows.
fn value_row(past: &LocalHistory, exists: bool, comes_back: bool) -> Option<FieldChange> {
    let row = secret_row(&past.secret, exists)?;
    let will = if comes_back { DisplayValue::Words(msg::plan_value_secret_comes_back()) } else { row.will };
    Some(FieldChange { name: "value".to_owned(), label: msg::plan_field_secret_value(), will, ..row })
}

fn body(mut fields: Fields, past: &LocalHistory) -> Value {
    if let SecretState::Different { ending } | SecretState::Unknown { ending } = &past.secret {
        fields.insert("value".to_owned(), format!("‹…{ending}›").into());
    }
    Value::Object(fields)
}

fn created(name: String, past: &LocalHistory) -> SecretPart {
    let fields = Fields::from_iter([("name".to_owned(), name.as_str().into()), ("type".to_owned(), TEXT.into())]);
    let row = FieldChange {
        name: "name".to_owned(),
        label: msg::plan_field_name(),
        now: None,
        will: DisplayValue::Text(name.clone()),
        secret: false,
    };
    let path = ObjectKind::Secret.path(None);
    let change = Change {
        fields: std::iter::once(row).chain(value_row(past, false, false)).collect(),
        data: Some(RequestPreview::new("POST", path, Some(&body(fields.clone(), past)))),
        ..change(ChangeAction::Create, msg::plan_secret_create(&name))
    };
    let deed = Operation::Create { kind: ObjectKind::Secret, fields, secret: true, later: Vec::new() };
    SecretPart {
        change,
        step: Some(PlannedWrite { id: SECRET.to_owned(), deed }),
        reference: Some(SecretReference { name, key: None }),
        notes: Vec::new(),
    }
}

fn changed(known: ExistingObject, past: &LocalHistory, comes_back: bool) -> SecretPart {
    let path = ObjectKind::Secret.path(Some(&known.handle));
    let change = Change {
        fields: value_row(past, true, comes_back).into_iter().collect(),
        data: Some(RequestPreview::new("PATCH", path, Some(&body(Fields::new(), past)))),
        ..change(ChangeAction::Change, msg::plan_secret_change(&known.name))
    };
    let deed =
        Operation::Change { known, before: Fields::new(), after: Fields::new(), secret: true, later: Vec::new() };
    SecretPart { change, step: Some(PlannedWrite { id: SECRET.to_owned(), deed }), reference: None, notes: Vec::new() }
}

impl SecretReference {
    /// Adds the reference to the fields of a source, and its row. Returns what is known only after the Secret is
    /// created.
    pub(super) fn put(&self, fields: &mut Fields, rows: &mut Vec<FieldChange>, now: Option<&str>) -> Vec<DeferredKey> {
        rows.push(FieldChange {
            name: SECRET_REF.to_owned(),
            label: msg::plan_field_secret_ref(),
            now: now.map(|key| DisplayValue::Text(short(key))),
            will: DisplayValue::Text(self.name.clone()),
            secret: false,
        });
        match &self.key {
            Some(key) => {
                fields.insert(SECRET_REF.to_owned(), key.as_str().into());
                Vec::new()
            }
            None => vec![DeferredKey { field: SECRET_REF, of: SECRET.to_owned(), list: false }],
        }
    }

    /// Adds the reference to the request preview.
    pub(super) fn show(&self, body: &mut Fields) {
        let key = self.key.clone().unwrap_or_else(|| format!("‹{}›", self.name));
        body.insert(SECRET_REF.to_owned(), key.into());
    }
}

fn by_key(key: &str, name: &str) -> ExistingObject {
    ExistingObject {
        kind: ObjectKind::Secret,
        pk: key.to_owned(),
        handle: key.to_owned(),
        name: name.to_owned(),
        also: Fields::new(),
    }
}

fn short(key: &str) -> String {
    format!("{}…", key.get(..8).unwrap_or(key))
}

//! Blueprints, to the extent that this program's own need them: entries that should exist, and the tags `!Env`,
//! `!File`, `!Find` and `!KeyOf`. How authentik reads them was measured on a real 2025.12.4; each rule is documented
//! where it is implemented.
//!
//! - Entries are written by the same code that the API calls, so a blueprint is refused for the same reasons as a
//!   request.
//! - A blueprint is applied as a whole or not at all.
//! - A real server logs a refused entry, including its secret in clear text. This one has no such log.

mod read;

use super::RequestState;
use super::answer::ApiRefusal;
use super::api::{bindings, mappings, secrets, source_stages, sources, stages};
use super::events::Writer;
use super::fields::RequiredFields;
use super::release::Behaviour;
use super::state::ServerState;
use super::verbatim;
use axum::body::Bytes;
use read::{BlueprintEntry, Resolved};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A blueprint that the server keeps.
#[derive(Clone, Debug)]
pub(crate) struct Blueprint {
    pub pk: String,
    pub name: String,
    pub content: String,
    pub enabled: bool,
    pub status: BlueprintStatus,
}

/// The result of the last application of a blueprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlueprintStatus {
    Unknown,
    Successful,
    Error,
}

impl Blueprint {
    /// The API's view of the blueprint. It includes the text, so secrets in the text stay readable.
    pub(crate) fn view(&self) -> Value {
        let status = match self.status {
            BlueprintStatus::Unknown => "unknown",
            BlueprintStatus::Successful => "successful",
            BlueprintStatus::Error => "error",
        };
        json!({
            "pk": self.pk,
            "name": self.name,
            "path": "",
            "context": {},
            "last_applied": super::clock::now(),
            "last_applied_hash": "",
            "status": status,
            "enabled": self.enabled,
            "managed_models": [],
            "metadata": {},
            "content": self.content,
        })
    }
}

type BlueprintFields = Map<String, Value>;

/// Applies the file. If that fails, the error is the reason in authentik's words.
pub(crate) fn apply(app: &RequestState, state: &mut ServerState, by: &Writer, content: &str) -> Result<(), String> {
    let entries = read::read(content)?;
    // Maps the id of each entry that has one to the key of its object.
    let mut known: BTreeMap<&str, String> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let written = write(app, state, by, entry, &known);
        let pk = written.map_err(|said| {
            // If a later entry refers to an entry that was refused, the error is about the refused entry.
            let wanted = entry.id.as_deref().filter(|id| entries[at + 1..].iter().any(|later| later.names(id)));
            wanted.map_or(said, verbatim::no_such_entry)
        })?;
        if let Some(id) = &entry.id {
            known.insert(id, pk);
        }
    }
    Ok(())
}

/// Writes one entry, and returns the key of its object.
fn write(
    app: &RequestState,
    state: &mut ServerState,
    by: &Writer,
    entry: &BlueprintEntry,
    known: &BTreeMap<&str, String>,
) -> Result<String, String> {
    let resolve = |fields: &BlueprintFields, state: &ServerState| -> Result<BlueprintFields, String> {
        let from = Resolved { state, worker: app.worker(), known };
        fields.iter().map(|(name, value)| Ok((name.clone(), from.value(value)?))).collect()
    };
    let (identifiers, attrs) = (resolve(&entry.identifiers, state)?, resolve(&entry.attrs, state)?);
    let text = |name: &str| identifiers.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let whole: Bytes = Value::Object(identifiers.clone().into_iter().chain(attrs.clone()).collect()).to_string().into();
    let part: Bytes = Value::Object(attrs.clone()).to_string().into();
    let said = |refusal| refused(&refusal);
    match entry.model.as_str() {
        "authentik_sources_oauth.oauthsource" => {
            // This is checked before anything else, even in releases whose API doesn't require the field.
            if !attrs.contains_key("provider_type") {
                return Err("KeyError: 'provider_type'".to_owned());
            }
            let slug = text("slug");
            let there = state.source(&slug).is_some();
            if there {
                sources::alter(app, state, by, &slug, &part, RequiredFields::Part)
            } else {
                sources::make(app, state, by, &whole)
            }
            .map(|source| source.pk)
            .map_err(said)
        }
        "authentik_sources_oauth.oauthsourcepropertymapping" => {
            let name = text("name");
            let there = state.mappings.iter().find(|mapping| mapping.name == name).map(|mapping| mapping.pk.clone());
            match there {
                Some(pk) => mappings::alter(state, by, &pk, &part, RequiredFields::Part),
                None => mappings::make(state, by, &whole),
            }
            .map(|mapping| mapping.pk)
            .map_err(said)
        }
        // As drafted, like the model's name [I, docs/evidence/authentik.md §7.3].
        "authentik_crypto.secret" if app.release().has(Behaviour::SecretObjects) => {
            let name = text("name");
            let there = state.secrets.iter().find(|secret| secret.name == name).map(|secret| secret.pk.clone());
            match there {
                Some(pk) => secrets::alter(state, by, &pk, &part, RequiredFields::Part),
                None => secrets::make(state, by, &whole),
            }
            .map(|secret| secret.pk)
            .map_err(said)
        }
        "authentik_stages_source.sourcestage" => {
            let name = text("name");
            let there = state.source_stages.iter().find(|stage| stage.name == name).map(|stage| stage.pk.clone());
            match there {
                Some(pk) => source_stages::alter(state, by, &pk, &part, RequiredFields::Part),
                None => source_stages::make(state, by, &whole),
            }
            .map(|stage| stage.pk)
            .map_err(said)
        }
        "authentik_flows.flowstagebinding" => bind(state, by, &text("target"), &text("stage"), &whole).map_err(said),
        "authentik_stages_identification.identificationstage" => {
            let name = text("name");
            let pk = state.identifications.iter().find(|stage| stage.name == name).map(|stage| stage.pk.clone());
            // A real server creates a stage that isn't bound to any flow; nothing here would show it.
            let pk = pk.ok_or_else(|| verbatim::no_match("IdentificationStage"))?;
            stages::alter(app, state, by, &pk, &part, RequiredFields::Part).map(|stage| stage.pk).map_err(said)
        }
        _ => Err(verbatim::NO_SUCH_MODEL.to_owned()),
    }
}

/// Binds a stage. If it is bound there already, only its order can change.
fn bind(
    state: &mut ServerState,
    by: &Writer,
    flow: &str,
    bound_stage: &str,
    whole: &Bytes,
) -> Result<String, ApiRefusal> {
    let wanted = serde_json::from_slice::<Value>(whole).unwrap_or_default()["order"].clone();
    let flow = state.flows.iter_mut().find(|known| known.pk == flow);
    let there = flow.and_then(|flow| {
        let bound = flow.bindings().into_iter().find(|bound| bound["stage"] == bound_stage)?;
        let pk = bound["pk"].as_str()?.to_owned();
        if bound["order"] == wanted {
            return Some(pk);
        }
        flow.unbind(&pk);
        None
    });
    match there {
        Some(pk) => Ok(pk),
        None => bindings::make(state, by, whole).map(|(_, bound)| bound.pk),
    }
}

/// Returns the error text of the serializer.
fn refused(refusal: &ApiRefusal) -> String {
    match refusal {
        ApiRefusal::Fields(fields) => Value::Object(fields.clone()).to_string(),
        ApiRefusal::NoMatch(model) => verbatim::no_match(model),
        ApiRefusal::NotProvided
        | ApiRefusal::TokenInvalid
        | ApiRefusal::NotAllowed
        | ApiRefusal::InvalidPage
        | ApiRefusal::NotJson
        | ApiRefusal::Fault => verbatim::SERVER_ERROR.to_owned(),
    }
}

//! What a source's property mappings do to a profile.
//!
//! Python code isn't run here. The product's three mappings are recognized by their text and simulated. A mapping that
//! only raises an exception is simulated too, and one that says whether a new user is active. For every other mapping,
//! the log says that it wasn't run.

use super::RequestState;
use super::people::UserType;
use super::python::{self, Effects, PyValue};
use super::session::MappedProfile;
use super::source::{Mapping, Source};
use secrecy::SecretString;
use serde_json::{Value, json};
use sourcerer_core::authentik::{self, suffix_handle};
use std::collections::BTreeMap;

/// A mapping raised an exception, which a real server shows to the visitor.
#[derive(Debug)]
pub(crate) struct MappingError {
    pub mapping: Mapping,
    /// The type of the Python exception, and its message.
    pub kind: String,
    pub words: String,
}

/// Runs the mappings of a source in the order of their names. Each one receives the results of those before it.
pub(crate) async fn apply(
    app: &RequestState,
    source: &Source,
    authorization: &SecretString,
    profile: &mut MappedProfile,
) -> Result<(), MappingError> {
    let mut mappings: Vec<Mapping> = {
        let state = app.state();
        let bound = |mapping: &&Mapping| source.user_property_mappings.contains(&mapping.pk);
        state.mappings.iter().filter(bound).cloned().collect()
    };
    mappings.sort_by(|one, other| one.name.cmp(&other.name));
    for mapping in mappings {
        match known(&mapping)? {
            Some(authentik::ProductMapping::Email) => {
                // A mapping that returns nothing removes nothing.
                if let Some(email) = app.x().confirmed_email(authorization, &profile.identifier).await {
                    profile.email = Some(email);
                }
            }
            Some(authentik::ProductMapping::Internal) => profile.user_type = UserType::Internal,
            Some(authentik::ProductMapping::UserName) => {
                let taken = |name: &&String| app.state().user_named(name).is_some();
                if let Some(other) =
                    profile.username.as_ref().filter(taken).map(|name| suffix_handle(name, &profile.identifier))
                {
                    profile.username = Some(other);
                }
            }
            None => {
                // Of other mappings, only whether a new user is active is simulated
                // [M, docs/evidence/authentik.md §9.2].
                let info = BTreeMap::from([("info".to_owned(), PyValue::from(&profile.userinfo))]);
                if let Ok(PyValue::Dict(result)) = python::run(&mapping.expression, info, &mut Effects::default())
                    && let Some(PyValue::Flag(active)) = result.get("is_active")
                {
                    profile.active = Some(*active);
                } else {
                    app.log().not_run(&mapping.name);
                }
            }
        }
    }
    Ok(())
}

/// The result of testing a mapping without a visitor, so that it has neither a token nor a profile.
pub(crate) fn test(mapping: &Mapping) -> Result<Value, MappingError> {
    Ok(match known(mapping)? {
        Some(authentik::ProductMapping::Internal) => json!({ "type": "internal" }),
        Some(authentik::ProductMapping::Email | authentik::ProductMapping::UserName) | None => Value::Null,
    })
}

fn known(mapping: &Mapping) -> Result<Option<authentik::ProductMapping>, MappingError> {
    if let Some(known) = authentik::ProductMapping::from_expression(&mapping.expression) {
        return Ok(Some(known));
    }
    if let Some((kind, words)) = raised(&mapping.expression) {
        return Err(MappingError { mapping: mapping.clone(), kind, words });
    }
    Ok(None)
}

/// Parses an expression that is only `raise KeyError("data")` or the like. Returns the exception's type and its
/// message.
fn raised(expression: &str) -> Option<(String, String)> {
    let (kind, words) = expression.trim().strip_prefix("raise ")?.strip_suffix(')')?.split_once('(')?;
    let plain = kind.bytes().all(|letter| letter.is_ascii_alphanumeric()) && !words.contains(['\n', '(', ')']);
    plain.then(|| (kind.to_owned(), words.trim_matches(['"', '\'']).to_owned()))
}

//! The writes of a plan, as data, so that each can be sent, resolved if it is unclear whether it arrived, and undone.

use super::fields::Fields;
use crate::authentik::{ApiObject, IdentificationStage, ObjectKind, Source};
use serde_json::Value;

/// The id of the change of the source, and that of the login page.
pub(super) const SOURCE: &str = "source";
pub(super) const LOGIN_PAGE: &str = "login-page";

/// One write of a plan.
#[derive(Clone, Debug)]
pub(super) struct PlannedWrite {
    /// The id of the change that it carries out, as [`super::Change::id`] names it.
    pub(super) id: String,
    /// The operation on the object.
    pub(super) deed: Operation,
}

/// What a write does to its object.
#[derive(Clone, Debug)]
pub(super) enum Operation {
    /// Creates an object.
    Create {
        /// The kind of object.
        kind: ObjectKind,
        /// All fields except for the secret.
        fields: Fields,
        /// Whether the Client Secret is sent with the fields.
        secret: bool,
        /// Fields whose values are known only after earlier steps.
        later: Vec<DeferredKey>,
    },
    /// Changes fields of an existing object.
    Change {
        /// The object to change.
        known: ExistingObject,
        /// The values of the fields before the change.
        before: Fields,
        /// The values of the fields after the change.
        after: Fields,
        /// Whether the Client Secret is sent with the fields.
        secret: bool,
        /// Fields whose values are known only after earlier steps.
        later: Vec<DeferredKey>,
    },
    /// Adds the source to a login page.
    Show {
        /// The stage as it was when the plan was shown.
        stage: Box<IdentificationStage>,
        /// The source's uuid; `None` if this plan creates the source.
        source: Option<String>,
    },
}

/// A field whose value is the primary key of an object that an earlier step of the same plan creates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DeferredKey {
    /// The field.
    pub(super) field: &'static str,
    /// The id of the step that creates the object.
    pub(super) of: String,
    /// Whether the field is a list that the key is added to.
    pub(super) list: bool,
}

/// An object that existed when the plan was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ExistingObject {
    pub(super) kind: ObjectKind,
    pub(super) pk: String,
    /// What identifies it in API addresses.
    pub(super) handle: String,
    /// Its name for people.
    pub(super) name: String,
    /// Fields that must be sent with every change of it.
    pub(super) also: Fields,
}

/// A field that must be sent with every change of a source: without it, releases up to 2025.12 fail
/// [docs/evidence/authentik.md §4.2].
const PROVIDER_TYPE: &str = "provider_type";

impl From<&Source> for ExistingObject {
    fn from(source: &Source) -> Self {
        Self {
            kind: ObjectKind::Source,
            pk: source.pk.clone(),
            handle: source.slug.clone(),
            name: source.name.clone(),
            also: Fields::from_iter([(PROVIDER_TYPE.to_owned(), source.provider_type.as_str().into())]),
        }
    }
}

impl From<&ApiObject> for ExistingObject {
    fn from(object: &ApiObject) -> Self {
        let always: &[&str] = match object.kind {
            ObjectKind::Source => &[PROVIDER_TYPE],
            // Without them the server breaks [docs/evidence/authentik.md §8.2].
            ObjectKind::PolicyBinding => &["policy", "target"],
            ObjectKind::Mapping
            | ObjectKind::SourceStage
            | ObjectKind::Binding
            | ObjectKind::Connection
            | ObjectKind::Secret
            | ObjectKind::Policy
            | ObjectKind::Flow
            | ObjectKind::WriteStage
            | ObjectKind::DenyStage
            | ObjectKind::Group => &[],
        };
        let field = |name: &&str| object.fields.get(*name).map(|value| ((*name).to_owned(), value.clone()));
        Self {
            kind: object.kind,
            pk: object.pk.clone(),
            handle: object.handle.clone(),
            name: object.name().to_owned(),
            also: always.iter().filter_map(field).collect(),
        }
    }
}

/// Puts the keys of objects that earlier steps created into the fields; `None` if one of those steps created nothing.
pub(super) fn resolved(
    fields: &Fields,
    later: &[DeferredKey],
    made: impl Fn(&str) -> Option<String>,
) -> Option<Fields> {
    let mut fields = fields.clone();
    for DeferredKey { field, of, list } in later {
        let pk = Value::from(made(of)?);
        match fields.get_mut(*field) {
            Some(Value::Array(all)) if *list => all.push(pk),
            Some(_) | None => {
                let value = if *list { Value::Array(vec![pk]) } else { pk };
                fields.insert((*field).to_owned(), value);
            }
        }
    }
    Some(fields)
}

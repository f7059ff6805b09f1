//! The writes of a plan, as data: any of them can be sent, resolved where its fate is unclear, and taken back.

use super::fields::Fields;
use crate::authentik::{ApiObject, IdentificationStage, ObjectKind, Source};
use serde_json::Value;

/// The name of the source's own change, and of the login page's.
pub(super) const SOURCE: &str = "source";
pub(super) const LOGIN_PAGE: &str = "login-page";

/// One write.
#[derive(Clone, Debug)]
pub(super) struct PlannedWrite {
    /// The change that it makes true, as [`super::Change::id`] names it.
    pub(super) id: String,
    /// What it does.
    pub(super) deed: Operation,
}

/// What a write does.
#[derive(Clone, Debug)]
pub(super) enum Operation {
    /// Makes an object.
    Create {
        /// What it is.
        kind: ObjectKind,
        /// Everything but the secret.
        fields: Fields,
        /// Whether the Client Secret goes with it.
        secret: bool,
        /// What earlier steps will tell.
        later: Vec<DeferredKey>,
    },
    /// Changes fields of an object that is there.
    Change {
        /// Which.
        known: ExistingObject,
        /// What the fields were.
        before: Fields,
        /// What they become.
        after: Fields,
        /// Whether the Client Secret is written too.
        secret: bool,
        /// What earlier steps will tell.
        later: Vec<DeferredKey>,
    },
    /// Puts the source on a login page.
    Show {
        /// The stage as it was shown.
        stage: Box<IdentificationStage>,
        /// The source; none for the one that this plan makes.
        source: Option<String>,
    },
}

/// A field whose value is the primary key of what an earlier step of the same plan makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DeferredKey {
    /// The field.
    pub(super) field: &'static str,
    /// The step.
    pub(super) of: String,
    /// Whether the field is a list, which the key joins.
    pub(super) list: bool,
}

/// An object that was there when the plan was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ExistingObject {
    pub(super) kind: ObjectKind,
    pub(super) pk: String,
    /// What names it in addresses.
    pub(super) handle: String,
    /// What people call it.
    pub(super) name: String,
    /// What goes with every change of it.
    pub(super) also: Fields,
}

/// What goes with every change of a source: without it releases up to 2025.12 fail [docs/evidence/authentik.md §4.2].
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
        let always: &[&str] = if object.kind == ObjectKind::Source { &[PROVIDER_TYPE] } else { &[] };
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

/// Sets what earlier steps made into the fields; `None` where one of them made nothing.
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

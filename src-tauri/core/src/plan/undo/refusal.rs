//! Why an undo is refused.

use crate::address::Slug;
use crate::plan::Error;

/// A reason why an undo needs consent.
#[derive(Clone, Debug)]
pub(in crate::plan) enum UndoRefusal {
    InUse { people: u32 },
    Unseen,
    Changed { name: String },
}

impl UndoRefusal {
    pub(in crate::plan) fn error(&self, slug: &Slug) -> Error {
        match self {
            Self::InUse { people } => Error::SourceInUse { slug: slug.to_string(), people: *people },
            Self::Unseen => Error::LinksUnseen { slug: slug.to_string() },
            Self::Changed { name } => Error::ChangedSincePush { name: name.clone() },
        }
    }
}

//! Why a plan is refused.

use crate::address::Slug;
use crate::authentik::Error as AuthentikError;
use crate::diagnosis::Right;
use crate::plan::Error;

/// A reason why a plan can't be pushed as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::plan) enum PlanRefusal {
    SlugTaken,
    SecretNeeded,
    FlowMissing { slug: String },
    Differs,
    Exists { name: String, slug: String },
    RightsMissing { user: String, rights: Vec<Right> },
}

impl PlanRefusal {
    pub(in crate::plan) fn error(&self, slug: &Slug) -> Error {
        match self {
            Self::SlugTaken => Error::SlugTaken { slug: slug.to_string() },
            Self::SecretNeeded => Error::SecretNeeded,
            Self::FlowMissing { slug } => AuthentikError::FlowMissing { slug: slug.clone() }.into(),
            Self::Differs => Error::SourceDiffers { slug: slug.to_string() },
            Self::RightsMissing { user, rights } => {
                AuthentikError::RightsMissing { user: user.clone(), rights: rights.clone() }.into()
            }
            Self::Exists { name, slug } => Error::SourceExists { name: name.clone(), slug: slug.clone() },
        }
    }
}

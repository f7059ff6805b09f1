use crate::authentik;
use crate::diagnosis::{Diagnosed, Symptom};
use crate::storage;

/// Why a plan can't be made, pushed or undone.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A call to authentik failed.
    #[error(transparent)]
    Authentik(#[from] authentik::Error),
    /// The journal can't be read or written.
    #[error(transparent)]
    Journal(#[from] storage::Error),
    /// The slug belongs to a source of another type.
    #[error("the slug {slug:?} is taken")]
    SlugTaken {
        /// The slug.
        slug: String,
    },
    /// A source of this slug exists, wasn't made from here, and differs.
    #[error("a source {slug:?} exists and differs")]
    SourceDiffers {
        /// The slug.
        slug: String,
    },
    /// There are sources for X already, and the admin hasn't decided what to do about them.
    #[error("a source for X exists: {slug:?}")]
    SourceExists {
        /// Its name.
        name: String,
        /// Its slug.
        slug: String,
    },
    /// A source can't be created without its Client Secret.
    #[error("the client secret is needed")]
    SecretNeeded,
    /// The server has changed since the plan was shown.
    #[error("{what:?} was changed meanwhile")]
    ChangedMeanwhile {
        /// The name of what changed.
        what: String,
    },
    /// The server doesn't have what was written, although it accepted the write.
    #[error("{field} of {what:?} isn't what was written")]
    ReadBackDiffers {
        /// The name of what was written.
        what: String,
        /// The field, as the API names it.
        field: String,
    },
    /// The journal has no push that could be undone.
    #[error("there is nothing to undo")]
    NothingToUndo {
        /// The slugs of the sources of the same server whose push can be undone.
        others: Vec<String>,
    },
    /// People sign in through the source that an undo would delete.
    #[error("{people} people sign in through {slug:?}")]
    SourceInUse {
        /// The slug.
        slug: String,
        /// How many people, as far as the token may see.
        people: u32,
    },
    /// An undo would delete an object that was changed since it was pushed.
    #[error("{name} was changed since it was pushed")]
    ChangedSincePush {
        /// The object's name.
        name: String,
    },
    /// The token can't see whether people sign in through the source that an undo would delete.
    #[error("nobody can tell who signs in through {slug:?}")]
    LinksUnseen {
        /// The slug.
        slug: String,
    },
    /// Another run of this program has locked the journal, or the server's login pages.
    #[error("another run is writing {what:?}")]
    Elsewhere {
        /// The slug, or the server's host.
        what: String,
    },
}

impl Diagnosed for Error {
    fn symptom(&self) -> Symptom {
        match self {
            Self::Authentik(error) => error.symptom(),
            Self::Journal(error) => error.symptom(),
            Self::SlugTaken { slug } => Symptom::SlugTaken { slug: slug.clone() },
            Self::SourceDiffers { slug } => Symptom::SourceDiffers { slug: slug.clone() },
            Self::SourceExists { name, slug } => Symptom::SourceExists { name: name.clone(), slug: slug.clone() },
            Self::SecretNeeded => Symptom::SecretNeeded,
            Self::ChangedMeanwhile { what } => Symptom::ChangedMeanwhile { what: what.clone() },
            Self::ReadBackDiffers { what, field } => {
                Symptom::ReadBackDiffers { what: what.clone(), field: field.clone() }
            }
            Self::NothingToUndo { others } => Symptom::NothingToUndo { others: others.join(", ") },
            Self::ChangedSincePush { name } => Symptom::ChangedSincePush { name: name.clone() },
            Self::LinksUnseen { slug } => Symptom::LinksUnseen { slug: slug.clone() },
            Self::Elsewhere { what } => Symptom::PushElsewhere { what: what.clone() },
            Self::SourceInUse { slug, people } => Symptom::SourceInUse { slug: slug.clone(), people: *people },
        }
    }
}

/// Both results, or the first error. If rights are missing for both, the error names all of them.
pub(super) fn both<A, B>(one: Result<A, Error>, other: Result<B, Error>) -> Result<(A, B), Error> {
    match (one, other) {
        (
            Err(Error::Authentik(authentik::Error::RightsMissing { user, mut rights })),
            Err(Error::Authentik(authentik::Error::RightsMissing { rights: more, .. })),
        ) => {
            rights.extend(more.into_iter().filter(|right| !rights.contains(right)).collect::<Vec<_>>());
            Err(authentik::Error::RightsMissing { user, rights }.into())
        }
        (one, other) => Ok((one?, other?)),
    }
}

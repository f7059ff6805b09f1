use crate::authentik;
use crate::diagnosis::{Diagnosed, Symptom};
use crate::storage;

/// Why a plan can't be made, pushed or undone.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// authentik was asked and didn't do it.
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
    /// There are sources for X, and nothing was said of what is to become of them.
    #[error("a source for X exists: {slug:?}")]
    SourceExists {
        /// Its name.
        name: String,
        /// Its slug.
        slug: String,
    },
    /// A source can't be made without its secret.
    #[error("the client secret is needed")]
    SecretNeeded,
    /// The server isn't as it was shown.
    #[error("{what:?} was changed meanwhile")]
    ChangedMeanwhile {
        /// The name of what changed.
        what: String,
    },
    /// What was written isn't what is there afterwards.
    #[error("{field} of {what:?} isn't what was written")]
    ReadBackDiffers {
        /// The name of what was written.
        what: String,
        /// The field, as the API names it.
        field: String,
    },
    /// The journal holds nothing that isn't undone.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// People sign in through the source that an undo would delete.
    #[error("{people} people sign in through {slug:?}")]
    SourceInUse {
        /// The slug.
        slug: String,
        /// How many, as far as the token sees.
        people: u32,
    },
    /// The token doesn't show whether people sign in through the source that an undo would delete.
    #[error("nobody can tell who signs in through {slug:?}")]
    LinksUnseen {
        /// The slug.
        slug: String,
    },
    /// Another run of this program holds the journal, or the server's login page.
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
            Self::NothingToUndo => Symptom::NothingToUndo,
            Self::LinksUnseen { slug } => Symptom::LinksUnseen { slug: slug.clone() },
            Self::Elsewhere { what } => Symptom::PushElsewhere { what: what.clone() },
            Self::SourceInUse { slug, people } => Symptom::SourceInUse { slug: slug.clone(), people: *people },
        }
    }
}

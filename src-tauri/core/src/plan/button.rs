//! The login page's list, which every write replaces as a whole and nothing guards.

use super::Error;
use crate::authentik::{Client, IdentificationStage};

/// How often a list is written again that somebody else wrote over.
const TRIES: usize = 3;

/// Whether the source should be in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    In,
    Out,
}

/// Whether the source is where it should be.
pub(super) fn is_placed(stage: &IdentificationStage, source: &str, place: Place) -> bool {
    stage.sources.iter().any(|pk| pk == source) == (place == Place::In)
}

/// Puts a source into the list of `stage`, which was read just now, or takes it out; reads again, and writes again
/// where somebody else's write, made of an older list, undid it. What others added or removed stays as they left it.
///
/// # Errors
/// [`Error::ReadBackDiffers`] where others write over it again and again, and everything that a call can meet.
pub(super) async fn place(
    client: &Client,
    mut stage: IdentificationStage,
    source: &str,
    place: Place,
    mut reading: impl FnMut(),
) -> Result<(), Error> {
    for _ in 0..TRIES {
        if is_placed(&stage, source, place) {
            return Ok(());
        }
        let mut sources = stage.sources.clone();
        match place {
            Place::In => sources.push(source.to_owned()),
            Place::Out => sources.retain(|pk| pk != source),
        }
        client.show_sources(&stage, &sources).await?;
        reading();
        stage = client.stage(&stage.pk).await?;
    }
    if is_placed(&stage, source, place) {
        return Ok(());
    }
    Err(Error::ReadBackDiffers { what: stage.name, field: "sources".to_owned() })
}

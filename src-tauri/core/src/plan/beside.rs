//! What is read beside the source and its button, and only where it is wanted: property mappings, flows and licence for a
//! Source stage, the links that are there for those to be made again.

use super::{Desired, Embedding, Error, embedding};
use crate::authentik::{Client, Kind, Links, Object};

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// For a Source stage; none where none is wanted.
    pub embedding: Option<Embedding>,
    /// All property mappings of OAuth sources; none where the source neither is to have one of ours nor has any.
    pub mappings: Option<Vec<Object>>,
    /// Who is linked to the source; none where nobody is to be linked again.
    pub links: Option<Links>,
}

/// Reads what is wanted, all at once.
///
/// # Errors
/// When the token may not see it, or authentik doesn't answer.
pub(super) async fn read(client: &Client, desired: &Desired) -> Result<Beside, Error> {
    let flows = async {
        match desired.embed {
            Some(_) => embedding(client).await.map(Some),
            None => Ok(None),
        }
    };
    let links = async { if desired.links.is_empty() { Ok(None) } else { client.links(&desired.slug).await.map(Some) } };
    let mappings =
        async { if desired.mappings.is_empty() { Ok(None) } else { client.objects(Kind::Mapping).await.map(Some) } };
    let (flows, links, mappings) = tokio::join!(flows, links, mappings);
    Ok(Beside { embedding: flows?, mappings: mappings?, links: links? })
}

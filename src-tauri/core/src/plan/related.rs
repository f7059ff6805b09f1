//! What is read beside the source and its button, and only where it is wanted: property mappings, flows and licence for a
//! Source stage, the links that are there for those to be made again.

use super::{Desired, Error, SourceStageContext, embedding};
use crate::authentik::{ApiObject, Client, Links, ObjectKind};

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RelatedObjects {
    /// For a Source stage; none where none is wanted.
    pub embedding: Option<SourceStageContext>,
    /// All property mappings of OAuth sources; none where the source neither is to have one of ours nor has any.
    pub mappings: Option<Vec<ApiObject>>,
    /// Who is linked to the source; none where nobody is to be linked again.
    pub links: Option<Links>,
}

/// Reads what is wanted, all at once.
///
/// # Errors
/// When the token may not see it, or authentik doesn't answer.
pub(super) async fn read(client: &Client, desired: &Desired) -> Result<RelatedObjects, Error> {
    let flows = async {
        match desired.embed {
            Some(_) => embedding(client).await.map(Some),
            None => Ok(None),
        }
    };
    let links = async { if desired.links.is_empty() { Ok(None) } else { client.links(&desired.slug).await.map(Some) } };
    let mappings = async {
        if desired.mappings.is_empty() { Ok(None) } else { client.objects(ObjectKind::Mapping).await.map(Some) }
    };
    let (flows, links, mappings) = tokio::join!(flows, links, mappings);
    Ok(RelatedObjects { embedding: flows?, mappings: mappings?, links: links? })
}

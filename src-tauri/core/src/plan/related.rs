//! Objects that only some plans need, read only for those: property mappings, the flows and the license for a Source
//! stage, and the links of a source whose lost links should be made again.

use super::actual::RelatedObjects;
use super::{Desired, DesiredAccess, Error, embedding};
use crate::authentik::{Client, LinkCreation, ObjectKind};

/// Reads what the plan needs, with all requests in parallel.
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
    let links = async {
        if desired.links.is_empty() {
            return (Ok(None), LinkCreation::default());
        }
        let (links, options) =
            tokio::join!(client.links(&desired.slug), client.write_options(ObjectKind::Connection, None));
        (links.map(Some), LinkCreation::from_options(options.as_ref()))
    };
    let wants_listed = desired.access.as_ref().is_some_and(DesiredAccess::activates_listed);
    let mappings = async {
        if desired.mappings.is_empty() && !wants_listed {
            Ok(None)
        } else {
            client.objects(ObjectKind::Mapping).await.map(Some)
        }
    };
    let (flows, (links, link_creation), mappings) = tokio::join!(flows, links, mappings);
    Ok(RelatedObjects { embedding: flows?, mappings: mappings?, links: links?, link_creation, access: None })
}

//! One step of an undo.

use super::super::Error;
use super::super::button::{self, Place, Unplaced};
use super::super::journal::Journals;
use super::super::report::{Reporter, StepState};
use super::super::write::{Write, agrees, check_precondition, write};
use super::look::Step;
use crate::address::Slug;
use crate::authentik::{Client, Kind, UserLink};

/// The links that go with a source that people are linked to, and that the admin agreed to delete all the same; empty
/// for every other step.
pub(super) async fn links_going_with(client: &Client, slug: &Slug, step: &Step) -> Result<Vec<UserLink>, Error> {
    match step {
        Step::Delete { known, people, .. } if known.kind == Kind::Source && *people > 0 => {
            Ok(client.links(slug).await?.seen)
        }
        Step::Hide { .. } | Step::Restore { .. } | Step::Delete { .. } => Ok(Vec::new()),
    }
}

/// Takes it, and reads it back.
pub(super) async fn back(
    client: &Client,
    journals: &Journals,
    slug: &Slug,
    step: &Step,
    reporter: &mut Reporter<'_>,
) -> Result<(), Error> {
    match step {
        Step::Hide { stage, source, .. } => {
            let reading = || reporter.tell(StepState::ReadingBack, None);
            let placed = (source.as_str(), Place::Out);
            let outcome = button::place(client, journals, (&stage.pk, None), placed, reading).await;
            outcome.map_err(Unplaced::error)
        }
        Step::Restore { known, seen, fields, .. } => {
            check_precondition(client, known, &[seen]).await?;
            write(client, Write::Change { known, fields, secret: None }).await?;
            reporter.tell(StepState::ReadingBack, None);
            match client.object(known.kind, &known.handle).await? {
                Some(now) => agrees(fields, &now),
                None => Err(Error::ChangedMeanwhile { what: known.name.clone() }),
            }
        }
        Step::Delete { known, seen, people, .. } => {
            let linked = async {
                match known.kind {
                    Kind::Source => client.links(slug).await.map(|links| links.count()),
                    Kind::Mapping | Kind::SourceStage | Kind::Binding | Kind::Connection => Ok(0),
                }
            };
            let shown = [seen];
            let (same, linked) = tokio::join!(check_precondition(client, known, &shown), linked);
            same?;
            let linked = linked?;
            if linked > *people {
                return Err(Error::SourceInUse { slug: slug.to_string(), people: linked });
            }
            write(client, Write::Delete { known }).await?;
            reporter.tell(StepState::ReadingBack, None);
            match client.object(known.kind, &known.handle).await? {
                Some(now) if now.pk == known.pk => {
                    let field = if known.kind == Kind::Source { "slug" } else { "pk" };
                    Err(Error::ReadBackDiffers { what: known.name.clone(), field: field.to_owned() })
                }
                Some(_) | None => Ok(()),
            }
        }
    }
}

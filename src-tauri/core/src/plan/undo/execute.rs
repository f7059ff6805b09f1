//! Carries out one step of an undo.

use super::super::Error;
use super::super::button::{self, ButtonVisibility, PlacementFailure};
use super::super::fields::Fields;
use super::super::journal::Journals;
use super::super::report::{ProgressReporter, PushProgressState};
use super::super::write::{ApiWrite, check_precondition, verify_fields, write};
use super::inspect::UndoStep;
use crate::address::Slug;
use crate::authentik::{Client, ObjectKind, UserLink};
use crate::credentials::ClientSecret;

/// The links that will be deleted together with a source that people are linked to, if the admin agreed to delete it
/// anyway; empty for every other step.
pub(super) async fn links_going_with(client: &Client, slug: &Slug, step: &UndoStep) -> Result<Vec<UserLink>, Error> {
    match step {
        UndoStep::Delete { known, people, .. } if known.kind == ObjectKind::Source && *people > 0 => {
            Ok(client.links(slug).await?.seen)
        }
        UndoStep::Hide { .. } | UndoStep::Restore { .. } | UndoStep::GiveBack { .. } | UndoStep::Delete { .. } => {
            Ok(Vec::new())
        }
    }
}

/// Carries out the step and reads the result back.
pub(super) async fn back(
    client: &Client,
    journals: &Journals,
    slug: &Slug,
    step: &UndoStep,
    reporter: &mut ProgressReporter<'_>,
) -> Result<(), Error> {
    match step {
        UndoStep::Hide { stage, source, .. } => {
            let reading = || reporter.tell(PushProgressState::ReadingBack, None);
            let outcome =
                button::place(client, journals, &stage.pk, None, source, ButtonVisibility::Out, reading).await;
            outcome.map_err(PlacementFailure::error)
        }
        UndoStep::Restore { known, seen, fields, .. } => {
            check_precondition(client, known, &[seen]).await?;
            write(client, ApiWrite::Change { known, fields, secret: None }).await?;
            reporter.tell(PushProgressState::ReadingBack, None);
            match client.object(known.kind, &known.handle).await? {
                Some(now) => verify_fields(fields, &now),
                None => Err(Error::ChangedMeanwhile { what: known.name.clone() }),
            }
        }
        UndoStep::GiveBack { known, seen, secret, .. } => {
            check_precondition(client, known, &[]).await?;
            let now = client.secret_value(&known.pk).await?.map(ClientSecret::from);
            if now.is_none_or(|now| !now.is_same(seen)) {
                return Err(Error::ChangedMeanwhile { what: known.name.clone() });
            }
            let fields = Fields::new();
            write(client, ApiWrite::Change { known, fields: &fields, secret: Some(secret) }).await?;
            reporter.tell(PushProgressState::ReadingBack, None);
            let now = client.secret_value(&known.pk).await?.map(ClientSecret::from);
            match now {
                Some(now) if now.is_same(secret) => Ok(()),
                Some(_) | None => Err(Error::ReadBackDiffers { what: known.name.clone(), field: "value".to_owned() }),
            }
        }
        UndoStep::Delete { known, seen, people, .. } => {
            let linked = async {
                match known.kind {
                    ObjectKind::Source => client.links(slug).await.map(|links| links.count()),
                    ObjectKind::Mapping
                    | ObjectKind::SourceStage
                    | ObjectKind::Binding
                    | ObjectKind::Connection
                    | ObjectKind::Secret
                    | ObjectKind::Policy
                    | ObjectKind::PolicyBinding
                    | ObjectKind::Flow
                    | ObjectKind::WriteStage
                    | ObjectKind::DenyStage
                    | ObjectKind::Group => Ok(0),
                }
            };
            let shown = [seen];
            let (same, linked) = tokio::join!(check_precondition(client, known, &shown), linked);
            same?;
            let linked = linked?;
            if linked > *people {
                return Err(Error::SourceInUse { slug: slug.to_string(), people: linked });
            }
            write(client, ApiWrite::Delete { known }).await?;
            reporter.tell(PushProgressState::ReadingBack, None);
            match client.object(known.kind, &known.handle).await? {
                Some(now) if now.pk == known.pk => {
                    let has_slug = matches!(known.kind, ObjectKind::Source | ObjectKind::Flow);
                    let field = if has_slug { "slug" } else { "pk" };
                    Err(Error::ReadBackDiffers { what: known.name.clone(), field: field.to_owned() })
                }
                Some(_) | None => Ok(()),
            }
        }
    }
}

//! Finds out which rights a plan lacks before anything is written: `OPTIONS` tells what the token may create and change
//! [docs/evidence/authentik.md §4.6]. What the server doesn't tell is left to the write itself.

use super::Actual;
use super::step::{Operation, PlannedWrite};
use crate::authentik::{Client, ObjectKind, WriteOptions};
use crate::diagnosis::Right;
use futures_util::future::join_all;

/// Where a write is allowed or refused: a list of objects, one of them, or an identification stage.
#[derive(Clone, Debug, PartialEq, Eq)]
enum WritePath {
    List(ObjectKind),
    Object(ObjectKind, String),
    IdentificationStage(String),
}

impl WritePath {
    fn of(deed: &Operation) -> Self {
        match deed {
            Operation::Create { kind, .. } => Self::List(*kind),
            Operation::Change { known, .. } => Self::Object(known.kind, known.handle.clone()),
            Operation::Show { stage, .. } => Self::IdentificationStage(stage.pk.clone()),
        }
    }

    async fn options(&self, client: &Client, actual: &Actual) -> Option<WriteOptions> {
        match self {
            // These were read together with the sources.
            Self::List(ObjectKind::Source) => actual.source_options.clone(),
            Self::List(kind) => client.write_options(*kind, None).await,
            Self::Object(kind, handle) => client.write_options(*kind, Some(handle)).await,
            Self::IdentificationStage(pk) => client.stage_options(pk).await,
        }
    }

    /// The rights that are missing, if the server tells that the write isn't allowed.
    fn missing(&self, told: &WriteOptions) -> Vec<Right> {
        match self {
            Self::List(_) if told.may_create() => Vec::new(),
            Self::List(kind) => kind.rights_to_add().to_vec(),
            Self::Object(..) | Self::IdentificationStage(_) if told.may_change() => Vec::new(),
            Self::Object(kind, _) => kind.rights_to_change(),
            Self::IdentificationStage(_) => vec![Right::ChangeStage],
        }
    }
}

/// The rights that the token lacks for these writes, each once, in the order of the writes.
pub(super) async fn missing(client: &Client, steps: &[PlannedWrite], actual: &Actual) -> Vec<Right> {
    let mut paths: Vec<WritePath> = Vec::new();
    for step in steps {
        let path = WritePath::of(&step.deed);
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    let told = join_all(paths.iter().map(|path| Box::pin(path.options(client, actual)))).await;
    let mut rights = Vec::new();
    for (path, told) in paths.iter().zip(told) {
        for right in told.iter().flat_map(|told| path.missing(told)) {
            if !rights.contains(&right) {
                rights.push(right);
            }
        }
    }
    rights
}

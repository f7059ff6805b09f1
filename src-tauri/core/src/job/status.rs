//! How far a stage is, as the rail shows it.

use crate::i18n::{Message, msg};
use crate::stage::Stage;
use serde::Serialize;

/// How far a stage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum StageState {
    /// Nothing was entered yet.
    NotStarted,
    /// Something was entered, and nothing is proved.
    InProgress,
    /// Proved, or confirmed by the admin.
    Done,
    /// Something is wrong.
    NeedsAttention,
    /// Waiting for another stage.
    CannotStart,
}

/// A stage in the rail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StageView {
    /// The stage.
    pub stage: Stage,
    /// Its name.
    pub name: Message,
    /// How far it is.
    pub state: StageState,
    /// The state in words, or the finding, the count, or what the stage is waiting for.
    pub words: Message,
}

/// A state with its words.
pub(super) type StageStatus = (StageState, Message);

pub(super) fn not_started() -> StageStatus {
    (StageState::NotStarted, msg::stage_not_started())
}

pub(super) fn in_progress() -> StageStatus {
    (StageState::InProgress, msg::stage_in_progress())
}

pub(super) fn done() -> StageStatus {
    (StageState::Done, msg::stage_done())
}

pub(super) fn attention(words: Message) -> StageStatus {
    (StageState::NeedsAttention, words)
}

/// The status of a stage that waits for this one.
pub(super) fn after(stage: Stage) -> StageStatus {
    let words = match stage {
        Stage::Server => msg::stage_after_server(),
        Stage::Names => msg::stage_after_names(),
        Stage::XApp => msg::stage_after_xapp(),
        Stage::SignIn => msg::stage_after_signin(),
        Stage::Push | Stage::Verify => msg::stage_after_push(),
    };
    (StageState::CannotStart, words)
}

/// The name of a stage.
pub fn name(stage: Stage) -> Message {
    match stage {
        Stage::Server => msg::stage_server(),
        Stage::Names => msg::stage_names(),
        Stage::XApp => msg::stage_xapp(),
        Stage::SignIn => msg::stage_signin(),
        Stage::Push => msg::stage_push(),
        Stage::Verify => msg::stage_verify(),
    }
}

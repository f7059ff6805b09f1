//! The states of the seven stages, computed from the draft and the newest results.

use super::Draft;
use crate::stage::Stage;
use crate::words::{Message, said};
use serde::Serialize;

/// How far a stage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum StageState {
    /// Nothing entered yet.
    NotStarted,
    /// Something entered, nothing proved.
    InProgress,
    /// Proved, or agreed.
    Done,
    /// Something is wrong.
    NeedsAttention,
    /// Waits for another stage.
    CannotStart,
}

/// A stage in the rail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StageView {
    /// Which.
    pub stage: Stage,
    /// Its name.
    pub name: Message,
    /// How far it is.
    pub state: StageState,
    /// The same in words, or the finding, the count, or what it waits for.
    pub words: Message,
}

/// A state with its words.
pub(super) type Told = (StageState, Message);

pub(super) fn not_started() -> Told {
    (StageState::NotStarted, said::stage_not_started())
}

pub(super) fn in_progress() -> Told {
    (StageState::InProgress, said::stage_in_progress())
}

pub(super) fn done() -> Told {
    (StageState::Done, said::stage_done())
}

pub(super) fn attention(words: Message) -> Told {
    (StageState::NeedsAttention, words)
}

/// The state of a stage that waits for this one.
pub(super) fn after(stage: Stage) -> Told {
    let words = match stage {
        Stage::Server => said::stage_after_server(),
        Stage::Names => said::stage_after_names(),
        Stage::XApp => said::stage_after_xapp(),
        Stage::Credentials => said::stage_after_credentials(),
        Stage::SignIn => said::stage_after_signin(),
        Stage::Push | Stage::Verify => said::stage_after_push(),
    };
    (StageState::CannotStart, words)
}

/// The name of a stage.
pub fn name(stage: Stage) -> Message {
    match stage {
        Stage::Server => said::stage_server(),
        Stage::Names => said::stage_names(),
        Stage::XApp => said::stage_xapp(),
        Stage::Credentials => said::stage_credentials(),
        Stage::SignIn => said::stage_signin(),
        Stage::Push => said::stage_push(),
        Stage::Verify => said::stage_verify(),
    }
}

/// How far one stage is.
pub fn state(draft: &Draft, stage: Stage) -> StageState {
    told(draft, stage).0
}

/// All seven, in order.
pub fn all(draft: &Draft) -> Vec<StageView> {
    let view = |stage| {
        let (state, own) = told(draft, stage);
        let words = super::handover::told(draft, stage, state).unwrap_or(own);
        StageView { stage, name: name(stage), state, words }
    };
    Stage::ALL.into_iter().map(view).collect()
}

fn told(draft: &Draft, stage: Stage) -> Told {
    match stage {
        Stage::Server => super::server::told(draft),
        Stage::Names => super::names::told(draft),
        Stage::XApp => super::xapp::told(draft),
        Stage::Credentials => super::credentials::told(draft),
        Stage::SignIn => super::signin::told(draft),
        Stage::Push => super::push::told(draft),
        Stage::Verify => super::verify::told(draft),
    }
}

//! Stage 6: the plan, the push, and the undo.

pub use actions::{PlanReview, apply, choose, decide, inputs, is_done, note, review, review_undo, undo};
pub(super) use actions::{desired, pushes, renewed, status};
pub use merge::{merge_push, merge_review, merge_undo};
pub use page::{InterruptedPush, PushDone, PushPage, plan, writes};
pub(super) use page::{compared, page};

mod actions;
mod merge;
mod page;

//! Stage 5: the plan, the push, and the undo.

pub use actions::{PlanReview, apply, choose, decide, inputs, is_done, record_progress, review, review_undo, undo};
pub(super) use actions::{desired, keep_done_with, pushes_from_here, status};
pub use merge::{merge_push, merge_review, merge_undo};
pub use page::{InterruptedPush, PushDone, PushPage, count_writes, plan};
pub(super) use page::{compared, page};

mod actions;
mod merge;
mod page;

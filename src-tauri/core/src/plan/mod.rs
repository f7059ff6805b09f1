//! What is wanted against what is there: the changes in plain words and as data, pushed in order, and undone.
//!
//! - Nothing is written that wasn't shown first: [`apply`] takes the plan as shown and refuses where the server no
//!   longer is as it was shown.
//! - Running again after any failure converges: existing things are looked for first, so there is never a twin.
//! - What somebody else wrote is never lost: a patch carries only the fields that change, the login page's list is read
//!   just before and again after, and what was added by others is kept.
//! - A source is never deleted and made again: that would lock out everybody who is linked to it.
//! - The journal holds no secret, only a salted fingerprint of the one last pushed.

mod actual;
mod apply;
mod button;
mod change;
mod choices;
mod compare;
mod consequences;
mod drift;
mod error;
mod fields;
mod fingerprint;
mod history;
mod journal;
mod links;
mod mapping_test;
mod offer;
mod related;
mod report;
mod source_stage;
mod step;
mod target_state;
#[cfg(test)]
mod tests;
mod undo;
mod write;

pub use actual::{AUTHENTICATION, Actual, ENROLMENT, IdentificationState, LoginPageState, read};
pub use apply::{Confirmation, PushResult, apply};
pub use change::{
    Change, ChangeAction, ChangeGroup, ChangeTarget, DisplayValue, FieldChange, PlanState, PlanView, RequestPreview,
};
pub use choices::{Choices, ExistingSource, PlanChoice};
pub use compare::{Desired, LocalHistory, Plan, Renewal, SecretState, compare, make, renew};
pub use consequences::{Consequence, RiskLevel};
pub use drift::{Drift, drift};
pub use error::Error;
pub use history::{PushOutcome, PushRecord, WriteAction, WriteRecord};
pub use journal::{Interruption, Journal, Journals, LostLink};
pub use links::LinkToRestore;
pub use mapping_test::{MappingOutcome, MappingTestResult};
pub use offer::{
    PlanCandidate, PlanExisting, PlanGroupOffer, PlanLoginPage, PlanOffer, PlanOption, PlanOptions, PlanPath,
};
pub use related::RelatedObjects;
pub use report::{PushProgress, PushProgressState};
pub use source_stage::{DesiredSourceStage, NoPosition, SourceStageContext, embedding, is_licensed, place};
pub use target_state::{
    OtherSource, TargetLoginPage, TargetMapping, TargetSource, TargetSourceStage, TargetState, offline_target_state,
};
pub use undo::{Undo, make_undo, undo};

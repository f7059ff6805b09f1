//! Compares the state that a job wants with what the authentik server has, shows the changes in plain words and as
//! data, writes them in order, and can undo them.
//!
//! - Nothing is written that wasn't shown first: [`apply`] takes the plan as it was shown, and refuses if the server
//!   has changed since.
//! - A push that is run again after any failure converges: it looks for existing objects first, so it never makes a
//!   duplicate.
//! - What somebody else wrote is never lost: a patch carries only the fields that change, and the login page's list is
//!   read just before and again after it is written, so that sources that others added are kept.
//! - A source is never deleted and made again, because that would lock out everybody who is linked to it.
//! - The journal holds no secret, only a salted fingerprint of the one that was pushed last.

mod access;
mod access_test;
mod actual;
mod apply;
mod button;
mod change;
mod choices;
mod compare;
mod consequences;
mod desired;
mod drift;
mod error;
mod fields;
mod fingerprint;
mod history;
mod journal;
mod links;
mod local_history;
mod mapping_test;
mod offer;
mod permissions;
mod related;
mod replaced;
mod report;
mod secrets_context;
mod source_stage;
mod step;
mod target_state;
#[cfg(test)]
mod tests;
mod undo;
mod write;

pub use access::{AccessContext, AccessGate, DesiredAccess, FlowTemplate, TemplateStage};
pub use actual::{AUTHENTICATION, Actual, ENROLMENT, IdentificationState, LoginPageState, RelatedObjects, read_actual};
pub use apply::{Confirmation, PushResult, apply};
pub use change::{
    Change, ChangeAction, ChangeGroup, ChangeTarget, Consequence, DisplayValue, FieldChange, PlanState, PlanView,
    RequestPreview, RiskLevel,
};
pub use choices::{Choices, ExistingSource, PlanChoice};
pub use compare::offline::offline_target_state;
pub use compare::{Plan, Renewal, compare, make_plan, plan_rotation};
pub use desired::Desired;
pub use drift::{Drift, compare_secret, find_drift};
pub use error::Error;
pub use fields::who_can_sign_in;
pub use history::{PushOutcome, PushRecord, WriteAction, WriteRecord};
pub use journal::{Interruption, Journal, Journals, LostLink};
pub use links::{LinkToRestore, shell_lines};
pub use local_history::{LocalHistory, SecretState};
pub use mapping_test::{MappingOutcome, MappingTestResult};
pub use offer::{
    PlanCandidate, PlanExisting, PlanGroupOffer, PlanLoginPage, PlanOffer, PlanOption, PlanOptions, PlanPath,
};
pub use report::{PushProgress, PushProgressState};
pub use secrets_context::SecretsContext;
pub use source_stage::{DesiredSourceStage, NoPosition, SourceStageContext, embedding, find_position, is_licensed};
pub use target_state::{
    KeptSettings, OtherSource, TargetLoginPage, TargetMapping, TargetSecret, TargetSource, TargetSourceStage,
    TargetState,
};
pub use undo::{Undo, plan_undo, undo};

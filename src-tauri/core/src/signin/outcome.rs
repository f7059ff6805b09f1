use super::{CodeAge, SignInLegResult};
use crate::credentials::ClientId;
use crate::diagnosis::Symptom;
use crate::i18n::Message;
use crate::x::{Email, Profile, Scopes};
use serde::{Deserialize, Serialize};

/// How a test ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SignInEnding {
    /// A sign-in works; legs may carry warnings.
    Passed,
    /// A leg failed.
    Failed,
    /// The person stopped it, which says nothing about the app.
    Stopped,
}

/// What a test was made with, so that a later change of it makes the outcome old. The secret isn't among it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInInputs {
    /// The app.
    pub client_id: ClientId,
    /// The test callback's port.
    pub port: u16,
    /// What was asked for.
    pub scopes: Scopes,
    /// Whether the e-mail address was asked for.
    pub email: Email,
    /// Where consent was asked for: X, or a practice X.
    pub authorize: String,
}

/// A test's result, as the job keeps it. No secret, no state and no link is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInOutcome {
    /// How it ended.
    pub ending: SignInEnding,
    /// When it began (RFC 3339, UTC).
    pub at: String,
    /// All six legs, in order.
    pub legs: Vec<SignInLegResult>,
    /// What ended it; the same as the failed leg's diagnosis.
    #[cfg_attr(feature = "bindings", ts(skip))]
    pub symptom: Option<Symptom>,
    /// Who X says signed in.
    pub profile: Option<Profile>,
    /// What X granted.
    pub scopes_granted: Option<Scopes>,
    /// How old X's code was when X had it back; none if it never went there.
    #[serde(default)]
    pub code_age: Option<CodeAge>,
    /// What it was made with.
    pub inputs: SignInInputs,
    /// Where this sign-in differed from authentik's.
    pub notes: Vec<Message>,
}

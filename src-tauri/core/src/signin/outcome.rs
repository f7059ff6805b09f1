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
    /// The sign-in works; legs may have warnings.
    Passed,
    /// A leg failed.
    Failed,
    /// The person stopped it, which says nothing about the app.
    Stopped,
}

/// The inputs of a test, so that a later change of any of them makes the outcome outdated. The secret isn't part of
/// them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInInputs {
    /// The app's Client ID.
    pub client_id: ClientId,
    /// The test callback's port.
    pub port: u16,
    /// The scopes that were requested.
    pub scopes: Scopes,
    /// Whether the email address was requested.
    pub email: Email,
    /// The address of the consent page: that of X, or of a practice X.
    pub authorize: String,
}

/// The outcome of a test, as the job stores it. It contains no secret, no state and no link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignInOutcome {
    /// How the test ended.
    pub ending: SignInEnding,
    /// When it started (RFC 3339, UTC).
    pub at: String,
    /// All six legs, in order.
    pub legs: Vec<SignInLegResult>,
    /// The symptom that ended it; the same as in the failed leg's diagnosis.
    #[cfg_attr(feature = "bindings", ts(skip))]
    pub symptom: Option<Symptom>,
    /// The person who signed in, according to X.
    pub profile: Option<Profile>,
    /// The scopes that X granted.
    pub scopes_granted: Option<Scopes>,
    /// How old X's code was when X received it back; none if it was never sent there.
    #[serde(default)]
    pub code_age: Option<CodeAge>,
    /// The inputs of the test.
    pub inputs: SignInInputs,
    /// Where this sign-in differed from authentik's.
    pub notes: Vec<Message>,
}

//! What a forecast says.

use crate::i18n::Message;
use crate::job::Remedy;
use serde::Serialize;

/// What authentik would do with the visitor who signed in at X.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Forecast {
    /// The verdict.
    pub verdict: ForecastVerdict,
    /// The same in a sentence.
    pub words: Message,
    /// What makes it so.
    pub reason: Option<Message>,
    /// Further remarks; if there is no certain verdict, every possible outcome.
    pub notes: Vec<Message>,
    /// The remedies that would give the visitor a better outcome.
    #[serde(skip)]
    pub helped_by: Vec<Remedy>,
    /// What isn't known, and why; empty when the forecast is certain.
    pub doubts: Vec<Message>,
}

/// What authentik does with a visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ForecastVerdict {
    /// Signs in the user that the account is linked to.
    SignIn,
    /// Makes a new user.
    Enrol,
    /// Makes a new user, and shows “Permission denied” all the same.
    External,
    /// Asks for a user name first.
    Prompt,
    /// Signs in as an existing user.
    Link,
    /// Signs in as an existing user who is a superuser.
    Takeover,
    /// Ends the enrollment, and every further attempt, because the user name is taken.
    Stop,
    /// Turns the person away.
    Refuse,
    /// Can't be determined from here.
    Unknown,
}

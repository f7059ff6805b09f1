//! Stage 5, as it is stored: the newest live test.

use crate::job::forecast::ForecastInputs;
use crate::signin::SignInOutcome;
use serde::{Deserialize, Serialize};

/// The newest test, and whether the admin goes on without one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SignIn {
    /// Whether the admin goes on without a live test that passed.
    pub skipped: bool,
    /// Whether the test should open in a private window, if the browser can open one.
    pub private: bool,
    /// The newest test.
    pub tested: Option<SignInResult>,
}

/// A live test, with what the server showed about the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignInResult {
    /// The outcome of the test.
    pub outcome: SignInOutcome,
    /// When the secret that was used had been stored.
    pub secret_at: String,
    /// What the server showed about the person who signed in, for the forecast.
    #[serde(default)]
    pub sight: Option<ForecastInputs>,
    /// A port that was free when the registered one was found taken.
    #[serde(default)]
    pub other_port: Option<u16>,
}

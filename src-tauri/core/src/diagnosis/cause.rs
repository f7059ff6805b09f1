use super::Evidence;
use crate::words::Message;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A likely cause of a symptom that has several. Its words are `cause-<id>` with `.remedy` in the message files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    // "Something went wrong", facts/x.md §1.6
    /// The callback isn't registered, or differs in a byte.
    CallbackDiffers,
    /// The Client ID is empty, mistyped, or of an app that is gone.
    ClientIdWrong,
    /// The API Key stands where the Client ID belongs.
    ApiKeyAsClientId,
    /// "User authentication settings" was never saved.
    FormNotSaved,
    /// The app's environment is Development, and the account is no tester.
    NotATester,
    /// `users.email` is asked for while X's switch is off.
    EmailSwitchOff,
    /// A scope that X doesn't know.
    ScopeUnknown,
    /// Parameters of the address were lost on the way to the browser.
    ParametersLost,
    /// X has suspended the app.
    AppSuspended,
    /// "Type of App" isn't the confidential one.
    TypeOfApp,
    /// The developer account has no credits.
    NoCredits,
    /// X itself has an outage.
    XOutage,
}

impl Cause {
    /// Those of "Something went wrong", the likeliest first [§1.6, §6.2].
    pub const OF_CONSENT_PAGE: &[Self] = &[
        Self::CallbackDiffers,
        Self::ClientIdWrong,
        Self::ApiKeyAsClientId,
        Self::FormNotSaved,
        Self::NotATester,
        Self::EmailSwitchOff,
        Self::ScopeUnknown,
        Self::ParametersLost,
        Self::AppSuspended,
        Self::TypeOfApp,
        Self::NoCredits,
        Self::XOutage,
    ];

    /// Its stable id, and how well it is known.
    pub fn entry(self) -> (&'static str, Evidence) {
        match self {
            Self::CallbackDiffers => ("callback-differs", Evidence::Reported),
            Self::ClientIdWrong => ("client-id-wrong", Evidence::Documented),
            Self::ApiKeyAsClientId => ("api-key-as-client-id", Evidence::Reported),
            Self::FormNotSaved => ("form-not-saved", Evidence::Reported),
            Self::NotATester => ("not-a-tester", Evidence::Reported),
            Self::EmailSwitchOff => ("email-switch-off", Evidence::Reported),
            Self::ScopeUnknown => ("scope-unknown", Evidence::Reported),
            Self::ParametersLost => ("parameters-lost", Evidence::Reported),
            Self::AppSuspended => ("app-suspended", Evidence::Inferred),
            Self::TypeOfApp => ("type-of-app", Evidence::Reported),
            Self::NoCredits => ("no-credits", Evidence::Reported),
            Self::XOutage => ("x-outage", Evidence::Reported),
        }
    }
}

/// A likely cause, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LikelyCause {
    /// Which.
    pub cause: Cause,
    /// What it is.
    pub title: Message,
    /// What to do about it.
    pub remedy: Message,
    /// How well it is known that this leads to the symptom.
    pub evidence: Evidence,
}

impl From<Cause> for LikelyCause {
    fn from(cause: Cause) -> Self {
        let (id, evidence) = cause.entry();
        // That each of these is in the message files is the catalogue's own test.
        let part = |suffix: &str| Message { id: Cow::Owned(format!("cause-{id}{suffix}")), args: BTreeMap::new() };
        Self { cause, title: part(""), remedy: part(".remedy"), evidence }
    }
}

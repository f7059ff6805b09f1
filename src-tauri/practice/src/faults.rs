//! What can be made to go wrong, by name. Each fault carries how well X's or authentik's part in it is known.

use serde::{Deserialize, Serialize};
use sourcerer_core::diagnosis::Evidence;
use std::collections::BTreeSet;
use std::str::FromStr;

/// A set of faults.
pub type Faults = BTreeSet<Fault>;

/// Something that goes wrong at the practice X or the practice authentik.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The Client Secret handed out was regenerated since: X knows another one.
    WrongSecret,
    /// The app was deleted at X: its Client ID is unknown.
    UnknownClientId,
    /// The test callback isn't in the app's list.
    CallbackNotRegistered,
    /// Codes are older than 30 s when they are handed out.
    CodeExpired,
    /// The person's grant lacks `tweet.read`.
    TweetReadMissing,
    /// The app isn't in the Pay-per-use package.
    ClientNotEnrolled,
    /// The developer account has no credits.
    CreditsDepleted,
    /// X's profile endpoint answers 503.
    X503,
    /// The API token is of a user without rights.
    TokenWithoutRights,
    /// authentik stands behind a proxy that drops `X-Forwarded-Proto`.
    ProxyLosesHttps,
    /// Somebody else's source has the slug.
    SlugTaken,
    /// Somebody disables the source as soon as it is made.
    SourceDisabled,
}

impl Fault {
    /// Every fault, in the order of the job's stages.
    pub const ALL: &[Self] = &[
        Self::TokenWithoutRights,
        Self::SlugTaken,
        Self::WrongSecret,
        Self::UnknownClientId,
        Self::CallbackNotRegistered,
        Self::CodeExpired,
        Self::TweetReadMissing,
        Self::ClientNotEnrolled,
        Self::CreditsDepleted,
        Self::X503,
        Self::ProxyLosesHttps,
        Self::SourceDisabled,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::WrongSecret => "wrong-secret",
            Self::UnknownClientId => "unknown-client-id",
            Self::CallbackNotRegistered => "callback-not-registered",
            Self::CodeExpired => "code-expired",
            Self::TweetReadMissing => "tweet-read-missing",
            Self::ClientNotEnrolled => "client-not-enrolled",
            Self::CreditsDepleted => "credits-depleted",
            Self::X503 => "x-503",
            Self::TokenWithoutRights => "token-without-rights",
            Self::ProxyLosesHttps => "proxy-loses-https",
            Self::SlugTaken => "slug-taken",
            Self::SourceDisabled => "source-disabled",
        }
    }

    /// How well it is known that the real system behaves like this.
    pub fn evidence(self) -> Evidence {
        match self {
            Self::WrongSecret | Self::CodeExpired | Self::TweetReadMissing | Self::CreditsDepleted => {
                Evidence::Observed
            }
            Self::UnknownClientId | Self::CallbackNotRegistered => Evidence::Reported,
            Self::ClientNotEnrolled | Self::X503 => Evidence::Documented,
            Self::TokenWithoutRights | Self::ProxyLosesHttps | Self::SlugTaken | Self::SourceDisabled => {
                Evidence::Measured
            }
        }
    }
}

/// No fault has this name.
#[derive(Debug, thiserror::Error)]
#[error("no fault is called {0:?}")]
pub struct UnknownFault(String);

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|fault| fault.name() == name).ok_or_else(|| UnknownFault(name.to_owned()))
    }
}

use super::Evidence;
use crate::i18n::Message;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A likely cause of a symptom that has several. Its words are `cause-<id>` with `.remedy` in the message files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    // "Something went wrong" [docs/evidence/x.md §1.6]
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
    // The pair [docs/evidence/x.md §1.5, rows 5 and 6]
    /// A character of the Client ID is missing or wrong.
    ClientIdMistyped,
    /// A blank or line break came along with the Client ID.
    ClientIdBlank,
    /// The app is gone.
    AppDeleted,
    /// The secret was copied in part, or is another app's.
    SecretWrong,
    /// Somebody made a new secret since.
    SecretRegenerated,
    /// The API Key Secret stands where the Client Secret belongs.
    ApiKeySecretAsSecret,
    /// The type of app was changed between public and confidential since.
    AppTypeChanged,
    /// A line break came along with the secret.
    SecretLineBreak,
    /// Something on the way drops the `Authorization` header.
    HeaderDropped,
    // The code [docs/evidence/x.md §1.5, rows 7 to 9]
    /// It came after X's 30 seconds.
    CodeLate,
    /// It was exchanged once already.
    CodeUsed,
    /// The browser sent the callback twice.
    CallbackTwice,
    /// It belongs to a sign-in that was begun earlier.
    OtherSignIn,
    /// Something on the way alters requests.
    RequestAltered,
    // Tokens and scopes [docs/evidence/x.md §1.4, §2.2]
    /// A refresh token works once, and this one was used.
    TokenSpent,
    /// The access token is older than two hours.
    TokenOld,
    /// The person took the app's access back.
    AccessTakenBack,
    /// `tweet.read` wasn't asked for.
    TweetReadMissing,
    /// `users.read` wasn't asked for.
    UsersReadMissing,
    // Packages, credits and limits [docs/evidence/x.md §2.1, §2.2]
    /// The app isn't in the Pay-per-use package.
    NotPayPerUse,
    /// The app isn't in Production.
    NotProduction,
    /// The app belongs to no project, which is the older name of the same.
    AppStandalone,
    /// The balance is at or below zero.
    CreditsUsedUp,
    /// Nobody bought any.
    CreditsNeverBought,
    /// They belong to another developer account.
    CreditsElsewhere,
    /// The spending limit of this billing cycle is reached.
    SpendLimit,
    /// One person's profile was read too often in 15 minutes.
    ReadOften,
    /// The app is on a plan from before February 2026, with narrower limits.
    OldPlan,
    // The email address [docs/evidence/x.md §2]
    /// The account has no confirmed address.
    NoConfirmedEmail,
    /// `users.email` wasn't asked for.
    EmailScopeMissing,
    /// The person didn't agree to hand it out.
    EmailNotGiven,
    /// No property mapping of the source asks X for it.
    EmailMappingMissing,
    // The Client Secret of the session
    /// Another machine, or somebody by hand, wrote another one.
    SecretPushedElsewhere,
    // Between authentik and X [docs/evidence/authentik.md §2.1]
    /// authentik gets no answer from X.
    ServerCutOff,
    /// X's profile came too late for authentik.
    XSlow,
    /// The signed-in user has another X account here.
    UserLinkedElsewhere,
    // X's pages in the browser [docs/evidence/x.md §1.1]
    /// The page was opened on twitter.com, which doesn't share x.com's session.
    TwitterHost,
    /// The browser blocks X's cookies.
    CookiesBlocked,
    /// The browser holds a broken session of X's.
    SessionBroken,
    /// An extension of the browser stops the page's script.
    ExtensionBlocks,
    // The address that authentik sends visitors to [docs/evidence/authentik.md §7.1]
    /// The source isn't of the type that always sends a challenge.
    SourceOtherType,
    /// The release is older than those that were tried.
    ReleaseOld,
    /// A proxy cuts a long `Location`.
    LocationCut,
    // The proxy in front of authentik [docs/evidence/authentik.md §4.2, §7.2]
    /// The proxy isn't among those that authentik trusts, so what it says isn't taken.
    ProxyUntrusted,
    /// The proxy doesn't say that visitors come by https.
    ProxyDropsScheme,
    /// The proxy sends a host of its own in place of the one that visitors asked for.
    ProxySendsOwnHost,
    /// The list of trusted proxies has an entry that isn't a network in CIDR notation, which stops the server.
    ProxyListMalformed,
    /// authentik's server doesn't run.
    ServerStopped,
    /// The proxy looks for authentik at another host or port.
    ProxyAimsElsewhere,
    // The way to X
    /// This machine has no network.
    MachineOffline,
    /// A DNS filter hides X's names.
    NameFiltered,
    /// A firewall lets nothing through to X.
    Firewall,
    /// This network lets programs out through a proxy only.
    ProxyNeeded,
    /// A proxy opens encrypted traffic, or answers in X's place.
    InspectingProxy,
    /// The network wants a sign-in of its own first.
    NetworkSignIn,
    /// What stands in front of X turns this network away.
    XGateway,
    /// This machine's date or time is wrong.
    ClockWrong,
}

impl Cause {
    /// Those of "Something went wrong", the likeliest first [docs/evidence/x.md §1.6, §6.2].
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
        use Evidence::{Documented, Inferred, Observed, Reported};
        match self {
            Self::CallbackDiffers => ("callback-differs", Reported),
            Self::ClientIdWrong => ("client-id-wrong", Documented),
            Self::ApiKeyAsClientId => ("api-key-as-client-id", Reported),
            Self::FormNotSaved => ("form-not-saved", Reported),
            Self::NotATester => ("not-a-tester", Reported),
            Self::EmailSwitchOff => ("email-switch-off", Reported),
            Self::ScopeUnknown => ("scope-unknown", Reported),
            Self::ParametersLost => ("parameters-lost", Reported),
            Self::AppSuspended => ("app-suspended", Inferred),
            Self::TypeOfApp => ("type-of-app", Reported),
            Self::NoCredits => ("no-credits", Reported),
            Self::XOutage => ("x-outage", Reported),
            Self::ClientIdMistyped => ("client-id-mistyped", Reported),
            Self::ClientIdBlank => ("client-id-blank", Reported),
            Self::AppDeleted => ("app-deleted", Reported),
            Self::SecretWrong => ("secret-wrong", Observed),
            Self::SecretRegenerated => ("secret-regenerated", Reported),
            Self::ApiKeySecretAsSecret => ("api-key-secret-as-secret", Reported),
            Self::AppTypeChanged => ("app-type-changed", Reported),
            Self::SecretLineBreak => ("secret-line-break", Reported),
            Self::HeaderDropped => ("header-dropped", Inferred),
            Self::CodeLate => ("code-late", Documented),
            Self::CodeUsed => ("code-used", Observed),
            Self::CallbackTwice => ("callback-twice", Reported),
            Self::OtherSignIn => ("other-sign-in", Observed),
            Self::RequestAltered => ("request-altered", Inferred),
            Self::TokenSpent => ("token-spent", Observed),
            Self::TokenOld => ("token-old", Documented),
            Self::AccessTakenBack => ("access-taken-back", Inferred),
            Self::TweetReadMissing => ("tweet-read-missing", Documented),
            Self::UsersReadMissing => ("users-read-missing", Documented),
            Self::NotPayPerUse => ("not-pay-per-use", Documented),
            Self::NotProduction => ("not-production", Documented),
            Self::AppStandalone => ("app-standalone", Observed),
            Self::CreditsUsedUp => ("credits-used-up", Documented),
            Self::CreditsNeverBought => ("credits-never-bought", Documented),
            Self::CreditsElsewhere => ("credits-elsewhere", Inferred),
            Self::SpendLimit => ("spend-limit", Reported),
            Self::ReadOften => ("read-often", Documented),
            Self::OldPlan => ("old-plan", Documented),
            Self::NoConfirmedEmail => ("no-confirmed-email", Reported),
            Self::EmailScopeMissing => ("email-scope-missing", Documented),
            Self::EmailMappingMissing => ("email-mapping-missing", Observed),
            Self::SecretPushedElsewhere => ("secret-pushed-elsewhere", Inferred),
            Self::ServerCutOff => ("server-cut-off", Observed),
            Self::XSlow => ("x-slow", Observed),
            Self::UserLinkedElsewhere => ("user-linked-elsewhere", Observed),
            Self::EmailNotGiven => ("email-not-given", Reported),
            Self::TwitterHost => ("twitter-host", Reported),
            Self::CookiesBlocked => ("cookies-blocked", Inferred),
            Self::SessionBroken => ("session-broken", Inferred),
            Self::ExtensionBlocks => ("extension-blocks", Inferred),
            Self::SourceOtherType => ("source-other-type", Inferred),
            Self::ReleaseOld => ("release-old", Inferred),
            Self::LocationCut => ("location-cut", Inferred),
            Self::ProxyUntrusted => ("proxy-untrusted", Documented),
            Self::ProxyDropsScheme => ("proxy-drops-scheme", Observed),
            Self::ProxySendsOwnHost => ("proxy-sends-own-host", Observed),
            Self::ProxyListMalformed => ("proxy-list-malformed", Reported),
            Self::ServerStopped => ("server-stopped", Inferred),
            Self::ProxyAimsElsewhere => ("proxy-aims-elsewhere", Inferred),
            Self::MachineOffline => ("machine-offline", Inferred),
            Self::NameFiltered => ("name-filtered", Inferred),
            Self::Firewall => ("firewall", Inferred),
            Self::ProxyNeeded => ("proxy-needed", Inferred),
            Self::InspectingProxy => ("inspecting-proxy", Inferred),
            Self::NetworkSignIn => ("network-sign-in", Inferred),
            Self::XGateway => ("x-gateway", Inferred),
            Self::ClockWrong => ("clock-wrong", Inferred),
        }
    }
}

/// A likely cause as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LikelyCause {
    /// Which cause it is.
    pub cause: Cause,
    /// The cause in words.
    pub title: Message,
    /// What to do about it.
    pub remedy: Message,
    /// How well it is known that this cause leads to the symptom.
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

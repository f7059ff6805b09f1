//! What the catalogue rests on: the sections of the evidence pages that say why a diagnosis or a cause is known as well as
//! its entry says. What is read just now, and what a standard says, cites nothing.

use super::Cause;
use crate::evidence::{Citation, EvidencePage};

/// A section of the page about X.
const fn x(section: &'static str) -> Citation {
    EvidencePage::X.section(section)
}

/// A section of the page about authentik.
const fn authentik(section: &'static str) -> Citation {
    EvidencePage::Authentik.section(section)
}

/// By the id of the diagnosis.
const DIAGNOSES: &[(&str, &[Citation])] = &[
    ("x-grant-type-missing", &[x("1.5")]),
    ("x-grant-type-unknown", &[x("1.5")]),
    ("x-client-id-missing", &[x("1.5")]),
    ("x-code-verifier-missing", &[x("1.5")]),
    ("x-client-id-unknown", &[x("1.5"), x("5")]),
    ("x-secret-refused", &[x("1.5"), x("5")]),
    ("x-code-invalid", &[x("1.5")]),
    ("x-redirect-differs", &[x("1.5")]),
    ("x-verifier-differs", &[x("1.5")]),
    ("x-token-invalid", &[x("1.5")]),
    ("x-scopes-not-granted", &[x("1.4")]),
    ("x-token-refused", &[x("2.2")]),
    ("x-scope-missing", &[x("2.2")]),
    ("x-scope-ungranted", &[x("1.3"), x("2.2")]),
    ("x-profile-forbidden", &[x("1.3"), x("2.2")]),
    ("x-email-refused", &[x("2")]),
    ("x-client-not-enrolled", &[x("2.2")]),
    ("x-user-not-enrolled", &[x("2.2")]),
    ("x-app-only-token", &[x("2.2")]),
    ("x-credits-depleted", &[x("2.2")]),
    ("x-spend-cap-reached", &[x("2.2")]),
    ("x-rate-limited", &[x("2.2")]),
    ("x-usage-cap-reached", &[x("2.2")]),
    ("x-profile-without-id", &[x("2")]),
    ("x-unavailable", &[x("2.2")]),
    ("x-email-missing", &[x("2")]),
    ("authorize-page-error", &[x("1.6")]),
    ("authorize-other-account", &[x("1.6")]),
    ("authorize-login-loop", &[x("1.1")]),
    ("authorize-page-blank", &[x("1.1")]),
    ("consent-declined", &[x("1.7")]),
    ("consent-unclear", &[x("1.7")]),
    ("callback-silent", &[x("1.6")]),
    ("callback-refused", &[x("1.6")]),
    ("pkce-missing", &[x("1.2"), authentik("7.1")]),
    ("legacy-host", &[x("1.1")]),
    ("enrolment-flow-unfit", &[authentik("4.5")]),
    ("scopes-unknown", &[x("1.3"), x("1.6")]),
    ("authentik-starting", &[authentik("5")]),
    ("authentik-busy", &[authentik("7.2")]),
    ("base-url-differs", &[authentik("13")]),
    ("authentik-not-set-up", &[authentik("7.2")]),
    ("host-refused", &[authentik("4.2")]),
    ("nothing-behind-proxy", &[authentik("5")]),
    ("authentik-core-away", &[authentik("5")]),
    ("authentik-database-away", &[authentik("5")]),
    ("login-token-refused", &[authentik("2.1")]),
    ("login-secret-stale", &[authentik("2.1")]),
    ("login-pair-accepted", &[authentik("2.1")]),
    ("login-profile-refused", &[authentik("2.1"), x("2.2")]),
    ("login-state-lost", &[authentik("2.1")]),
    ("login-x-refused", &[authentik("2.1"), x("1.6")]),
    ("login-server-error", &[authentik("2.1")]),
    ("login-name-wanted", &[authentik("1.1")]),
    ("login-denied", &[authentik("2.2")]),
    ("login-signed-in-already", &[authentik("2.3")]),
    ("login-user-inactive", &[authentik("2.2")]),
    ("login-linked-elsewhere", &[authentik("2.2"), authentik("2.3")]),
];

/// By the cause.
const CAUSES: &[(Cause, &[Citation])] = &[
    (Cause::CallbackDiffers, &[x("1.6")]),
    (Cause::ClientIdWrong, &[x("1.6")]),
    (Cause::ApiKeyAsClientId, &[x("1.6")]),
    (Cause::FormNotSaved, &[x("1.6")]),
    (Cause::NotATester, &[x("1.6")]),
    (Cause::EmailSwitchOff, &[x("1.6")]),
    (Cause::ScopeUnknown, &[x("1.6")]),
    (Cause::ParametersLost, &[x("1.6")]),
    (Cause::AppSuspended, &[x("1.6")]),
    (Cause::TypeOfApp, &[x("1.6")]),
    (Cause::NoCredits, &[x("1.6")]),
    (Cause::XOutage, &[x("1.6")]),
    (Cause::ClientIdMistyped, &[x("1.5")]),
    (Cause::ClientIdBlank, &[x("1.5"), x("4")]),
    (Cause::AppDeleted, &[x("1.5")]),
    (Cause::SecretWrong, &[x("1.5")]),
    (Cause::SecretRegenerated, &[x("3.1"), x("6.2")]),
    (Cause::ApiKeySecretAsSecret, &[x("6.2")]),
    (Cause::AppTypeChanged, &[x("6.2")]),
    (Cause::SecretLineBreak, &[x("1.5"), x("4")]),
    (Cause::HeaderDropped, &[x("1.5")]),
    (Cause::CodeLate, &[x("1.4")]),
    (Cause::CodeUsed, &[x("1.5")]),
    (Cause::CallbackTwice, &[x("1.4")]),
    (Cause::OtherSignIn, &[x("1.5")]),
    (Cause::RequestAltered, &[x("1.5")]),
    (Cause::TokenSpent, &[x("1.4")]),
    (Cause::TokenOld, &[x("1.4")]),
    (Cause::AccessTakenBack, &[x("1.1")]),
    (Cause::TweetReadMissing, &[x("1.3")]),
    (Cause::UsersReadMissing, &[x("1.3")]),
    (Cause::NotPayPerUse, &[x("2.2")]),
    (Cause::NotProduction, &[x("2.2")]),
    (Cause::AppStandalone, &[x("2.2")]),
    (Cause::CreditsUsedUp, &[x("2.1")]),
    (Cause::CreditsNeverBought, &[x("2.1")]),
    (Cause::CreditsElsewhere, &[x("2.1")]),
    (Cause::SpendLimit, &[x("2.1"), x("2.2")]),
    (Cause::ReadOften, &[x("2.1")]),
    (Cause::OldPlan, &[x("2.1")]),
    (Cause::NoConfirmedEmail, &[x("2")]),
    (Cause::EmailScopeMissing, &[x("1.3"), x("2")]),
    (Cause::EmailNotGiven, &[x("2")]),
    (Cause::EmailMappingMissing, &[authentik("3.1")]),
    (Cause::ServerCutOff, &[authentik("2.1")]),
    (Cause::XSlow, &[authentik("2.1")]),
    (Cause::UserLinkedElsewhere, &[authentik("2.3")]),
    (Cause::SourceOtherType, &[authentik("7.1")]),
    (Cause::ReleaseOld, &[authentik("7.1")]),
    (Cause::ProxyUntrusted, &[authentik("7.2")]),
    (Cause::ProxyDropsScheme, &[authentik("4.2")]),
    (Cause::ProxySendsOwnHost, &[authentik("4.2")]),
    (Cause::ProxyListMalformed, &[authentik("7.2")]),
    (Cause::TwitterHost, &[x("1.1")]),
    (Cause::CookiesBlocked, &[x("1.1")]),
    (Cause::SessionBroken, &[x("1.1")]),
    (Cause::ExtensionBlocks, &[x("1.1")]),
];

/// The diagnoses that rest on sections of the evidence pages, by id.
pub fn cited_diagnoses() -> impl Iterator<Item = (&'static str, &'static [Citation])> {
    DIAGNOSES.iter().copied()
}

/// The causes that do.
pub fn cited_causes() -> impl Iterator<Item = (Cause, &'static [Citation])> {
    CAUSES.iter().copied()
}

/// What the diagnosis of this id rests on; nothing where that is read just now.
pub fn citations(id: &str) -> &'static [Citation] {
    DIAGNOSES.iter().find(|(cited, _)| *cited == id).map_or(&[], |(_, citations)| *citations)
}

impl Cause {
    /// What it rests on.
    pub fn citations(self) -> &'static [Citation] {
        CAUSES.iter().find(|(cited, _)| *cited == self).map_or(&[], |(_, citations)| *citations)
    }
}

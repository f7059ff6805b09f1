use super::{Cause, Peer, Symptom};

/// How old a code may be, in seconds, before its age is the likeliest cause: X lets it live 30
/// [D, docs/evidence/x.md §1.4], and of those some went by before it arrived here.
const CODE_IS_YOUNG: u32 = 25;

impl Symptom {
    /// What it can come from, the likeliest first [docs/evidence/x.md §1.5, §1.6, §2.2, §6.2]; nothing where there is
    /// one cause, which the entry's words tell, or none that anybody knows.
    #[expect(clippy::too_many_lines, reason = "one match, so that nothing is forgotten")]
    pub fn causes(&self) -> &'static [Cause] {
        use Cause as C;
        match self {
            Self::HostUnknown { peer: Peer::X, .. } => &[C::MachineOffline, C::NameFiltered],
            Self::ConnectionRefused { peer: Peer::X, .. } => &[C::Firewall, C::ProxyNeeded],
            Self::TlsUntrusted { peer: Peer::X, .. } | Self::AnswerTooLarge { peer: Peer::X, .. } => {
                &[C::InspectingProxy, C::NetworkSignIn]
            }
            Self::TlsOtherName { peer: Peer::X, .. } => &[C::NetworkSignIn, C::InspectingProxy],
            Self::TlsExpired { peer: Peer::X, .. } => &[C::ClockWrong, C::InspectingProxy],
            Self::TlsFailed { peer: Peer::X, .. } => &[C::Firewall, C::InspectingProxy],
            Self::TimedOut { peer: Peer::X, .. } => &[C::Firewall, C::ProxyNeeded, C::XOutage],

            Self::XClientIdUnknown => &[C::ApiKeyAsClientId, C::ClientIdMistyped, C::ClientIdBlank, C::AppDeleted],
            Self::XSecretRefused => &[
                C::SecretWrong,
                C::SecretRegenerated,
                C::ApiKeySecretAsSecret,
                C::AppTypeChanged,
                C::SecretLineBreak,
                C::HeaderDropped,
            ],
            Self::XCodeInvalid { age_seconds: Some(0..=CODE_IS_YOUNG) } => {
                &[C::CodeUsed, C::CallbackTwice, C::OtherSignIn]
            }
            Self::XCodeInvalid { .. } => &[C::CodeLate, C::CodeUsed, C::CallbackTwice],
            Self::XRedirectDiffers | Self::XVerifierDiffers => &[C::OtherSignIn, C::RequestAltered],
            Self::XTokenInvalid => &[C::TokenSpent, C::AccessTakenBack],
            Self::XTokenRefused => &[C::TokenOld, C::AccessTakenBack, C::HeaderDropped],
            Self::XScopeMissing => &[C::TweetReadMissing, C::UsersReadMissing],
            // Both scopes were granted [docs/evidence/x.md §2.2].
            Self::XProfileForbidden { .. } => {
                &[C::SpendLimit, C::NotPayPerUse, C::NotProduction, C::AppSuspended, C::XOutage]
            }
            Self::XEmailRefused { granted: true } => &[C::EmailSwitchOff, C::EmailNotGiven],
            Self::XClientNotEnrolled { .. } => &[C::NotPayPerUse, C::NotProduction, C::AppStandalone],
            Self::XCreditsDepleted => &[C::CreditsUsedUp, C::CreditsNeverBought, C::CreditsElsewhere],
            Self::XRateLimited { .. } => &[C::ReadOften, C::OldPlan],
            Self::XEmailMissing => &[C::NoConfirmedEmail, C::EmailSwitchOff, C::EmailScopeMissing, C::EmailNotGiven],
            Self::XUnavailable { .. } | Self::LoginProfileUnreadable | Self::LoginServerFault { .. } => {
                &[C::XOutage, C::InspectingProxy]
            }
            Self::XAnswerForeign { .. } => &[C::InspectingProxy, C::NetworkSignIn, C::XGateway, C::XOutage],

            // X would have refused the token, so what is left comes after it.
            Self::LoginUnseen { pair, .. } if pair == "accepted" => {
                &[C::CreditsUsedUp, C::NotPayPerUse, C::TweetReadMissing, C::ServerCutOff, C::XOutage]
            }
            Self::LoginTokenRefused => {
                &[C::SecretRegenerated, C::SecretWrong, C::ClientIdMistyped, C::ServerCutOff, C::CodeLate]
            }
            Self::LoginPairAccepted => &[C::SecretPushedElsewhere, C::ServerCutOff, C::CodeLate],
            Self::LoginProfileRefused => {
                &[C::CreditsUsedUp, C::NotPayPerUse, C::NotProduction, C::ReadOften, C::XOutage]
            }
            Self::LoginXRefused => &[C::FormNotSaved, C::TypeOfApp, C::ScopeUnknown, C::AppSuspended, C::XOutage],
            Self::LoginServerError => &[C::XSlow, C::InspectingProxy, C::UserLinkedElsewhere],

            // From 2026.8 on, what the proxy says counts only if the proxy is listed [docs/evidence/authentik.md §7.2].
            Self::CallbackLosesHttps { only_listed: true, .. } => &[C::ProxyUntrusted, C::ProxyDropsScheme],
            Self::CallbackLosesHttps { only_listed: false, .. } => &[C::ProxyDropsScheme, C::ProxyUntrusted],
            Self::CallbackOtherHost { only_listed: true, .. } => &[C::ProxyUntrusted, C::ProxySendsOwnHost],
            Self::CallbackOtherHost { only_listed: false, .. } => &[C::ProxySendsOwnHost, C::ProxyUntrusted],
            Self::NothingBehindProxy { .. } => &[C::ProxyListMalformed, C::ServerStopped, C::ProxyAimsElsewhere],
            Self::PkceMissing => &[C::SourceOtherType, C::LocationCut, C::ReleaseOld],
            Self::MatchingNeedsEmail { .. } => &[C::EmailMappingMissing, C::EmailScopeMissing],
            Self::SecretNotPushed => &[C::SecretRegenerated, C::SecretPushedElsewhere, C::SecretWrong],
            Self::SecretDrifted { .. } => &[C::SecretPushedElsewhere, C::SecretWrong],
            Self::SourceFaults { kind, .. } if kind == "callback" => &[C::XOutage, C::InspectingProxy],

            Self::AuthorizePageError | Self::CallbackSilent { .. } => Cause::OF_CONSENT_PAGE,
            Self::AuthorizeLoginLoop => &[C::TwitterHost, C::CookiesBlocked, C::SessionBroken],
            Self::AuthorizePageBlank => &[C::ExtensionBlocks, C::NameFiltered, C::XOutage],
            // By RFC 6749 §4.1.2.1: each of these has one meaning.
            Self::CallbackRefused { error } => match error.as_str() {
                "invalid_scope" => &[C::ScopeUnknown],
                "server_error" | "temporarily_unavailable" => &[C::XOutage],
                "unauthorized_client" => &[C::TypeOfApp, C::FormNotSaved, C::AppSuspended],
                _ => &[C::FormNotSaved, C::TypeOfApp, C::ScopeUnknown, C::AppSuspended, C::XOutage],
            },

            Self::HostUnknown { peer: Peer::Authentik, .. }
            | Self::ConnectionRefused { peer: Peer::Authentik, .. }
            | Self::TlsUntrusted { peer: Peer::Authentik, .. }
            | Self::TlsOtherName { peer: Peer::Authentik, .. }
            | Self::TlsExpired { peer: Peer::Authentik, .. }
            | Self::TlsFailed { peer: Peer::Authentik, .. }
            | Self::TimedOut { peer: Peer::Authentik, .. }
            | Self::AnswerTooLarge { peer: Peer::Authentik, .. }
            | Self::ConnectionLost { .. }
            | Self::CaFileUnreadable { .. }
            | Self::XGrantTypeMissing
            | Self::XGrantTypeUnknown
            | Self::XClientIdMissing
            | Self::XCodeVerifierMissing
            | Self::XScopesNotGranted { .. }
            | Self::XScopeUngranted { .. }
            | Self::XEmailRefused { granted: false }
            | Self::XUserNotEnrolled
            | Self::XAppOnlyToken
            | Self::XSpendCapReached
            | Self::XUsageCapReached
            | Self::XProfileWithoutId
            | Self::XAnswerUnknown { .. }
            | Self::AuthorizeOtherAccount
            | Self::ConsentDeclined
            | Self::ConsentUnclear
            | Self::PortTaken { .. }
            | Self::PortForbidden { .. }
            | Self::ListenerFailed { .. }
            | Self::BrowserNotOpened
            | Self::AuthentikNotThere { .. }
            | Self::AuthentikRedirects { .. }
            | Self::AuthentikStarting { .. }
            | Self::AuthentikBusy { .. }
            | Self::AuthentikNotSetUp { .. }
            | Self::HostRefused { .. }
            | Self::AuthentikUnavailable { .. }
            | Self::AuthentikWriteFault { .. }
            | Self::AuthentikRefuses { .. }
            | Self::AuthentikAnswerUnknown { .. }
            | Self::ApiTokenRefused { .. }
            | Self::ApiTokenMissing { .. }
            | Self::RightsMissing { .. }
            | Self::TypeMissing { .. }
            | Self::ReleaseNewer { .. }
            | Self::CertificateTooNew { .. }
            | Self::NoTlsThere { .. }
            | Self::TlsWanted { .. }
            | Self::ProxyAway { .. }
            | Self::ProxyRefuses { .. }
            | Self::RedirectsToHttps { .. }
            | Self::LoginInFront { .. }
            | Self::GuardInFront { .. }
            | Self::OtherProgram { .. }
            | Self::CoreAway { .. }
            | Self::DatabaseAway { .. }
            | Self::CertificateEndsSoon { .. }
            | Self::ClockDiffers { .. }
            | Self::BaseUrlDiffers { .. }
            | Self::TokenExpiresSoon { .. }
            | Self::FlowMissing { .. }
            | Self::LoginPageNotFound { .. }
            | Self::SlugTaken { .. }
            | Self::SourceDiffers { .. }
            | Self::SourceExists { .. }
            | Self::ChangedMeanwhile { .. }
            | Self::ReadBackDiffers { .. }
            | Self::SecretNeeded
            | Self::NothingToPush
            | Self::NothingToUndo { .. }
            | Self::SourceInUse { .. }
            | Self::ChangedSincePush { .. }
            | Self::LinksUnseen { .. }
            | Self::PushElsewhere { .. }
            | Self::CallbackDiffers { .. }
            | Self::CallbackOtherPort { .. }
            | Self::CallbackLosesPath { .. }
            | Self::ClientIdOfOtherKind { .. }
            | Self::ClientIdDiffers { .. }
            | Self::ScopesMissing { .. }
            | Self::ScopesDiffer { .. }
            | Self::PkceNotS256 { .. }
            | Self::SourceUnknownOrDisabled { .. }
            | Self::SourceDisabled { .. }
            | Self::SourceOfOtherType { .. }
            | Self::ButtonHidden { .. }
            | Self::ButtonNotOnBrands { .. }
            | Self::ButtonUnknown { .. }
            | Self::LegacyHost { .. }
            | Self::SourceMissing { .. }
            | Self::SignInFlowMissing { .. }
            | Self::EnrolmentFlowMissing { .. }
            | Self::SignInFlowUnfit { .. }
            | Self::EnrolmentFlowUnfit { .. }
            | Self::MatchingByUserName
            | Self::MatchingDeniesNames
            | Self::ScopesBroken { .. }
            | Self::ScopesUnknown { .. }
            | Self::SettingDrifted { .. }
            | Self::MappingChanged { .. }
            | Self::MappingUnbound { .. }
            | Self::SourceFaults { .. }
            | Self::PeopleLockedOut { .. }
            | Self::LoginLinked { .. }
            | Self::UserIsExternal { .. }
            | Self::UserNameTaken { .. }
            | Self::LoginMappingRaised { .. }
            | Self::LoginSecretStale
            | Self::LoginStateLost
            | Self::LoginNameWanted
            | Self::LoginDenied
            | Self::LoginSignedInAlready
            | Self::LoginUserInactive
            | Self::LoginLinkedElsewhere
            | Self::KeyringMissing
            | Self::KeyringLocked
            | Self::KeyringSilent
            | Self::KeyringFailed
            | Self::SecretForgotten { .. }
            | Self::SecretMisplaced
            | Self::InputTooLong
            | Self::FolderNotWritable { .. }
            | Self::FolderOpen { .. }
            | Self::RootsMissing
            | Self::BrowserUnknown
            | Self::ListUnreadable { .. }
            | Self::TableNotWritable { .. }
            | Self::DraftDamaged { .. }
            | Self::DraftTooNew { .. }
            | Self::JobFileRefused { .. }
            | Self::JobFileSecret
            | Self::JobFileNotWritable { .. }
            | Self::JobFileRandom
            | Self::ReportRefused { .. }
            | Self::ReportSecret
            | Self::ReportNotWritable { .. }
            | Self::ExportSecret
            | Self::ExportNotWritable { .. }
            | Self::LoginUnseen { .. }
            | Self::NoJobOpen
            | Self::PracticeFailed => &[],
        }
    }
}

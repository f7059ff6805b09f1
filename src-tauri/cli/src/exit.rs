use sourcerer_core::diagnosis::Symptom;
use std::process::ExitCode;

/// How a command ended. All commands use the same codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    /// Success, also with notes and warnings.
    Fine = 0,
    /// There is a finding that breaks sign-in, or a diagnosed failure.
    Finding = 1,
    /// The arguments or the input are wrong.
    Usage = 2,
    /// A server that is needed can't be reached.
    Unreachable = 3,
    /// The token is refused, or a right is missing.
    NotAllowed = 4,
    /// Somebody else has changed an object that the command was to change.
    Changed = 5,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl From<&Symptom> for Exit {
    #[expect(clippy::too_many_lines, reason = "one match, so that nothing is forgotten")]
    fn from(symptom: &Symptom) -> Self {
        use Symptom as S;
        match symptom {
            S::CaFileUnreadable { .. }
            | S::ListUnreadable { .. }
            | S::SecretNeeded
            | S::SecretMisplaced
            | S::InputTooLong
            | S::ReportRefused { .. }
            | S::ReportNotWritable { .. } => Self::Usage,

            S::HostUnknown { .. }
            | S::ConnectionRefused { .. }
            | S::TlsUntrusted { .. }
            | S::TlsOtherName { .. }
            | S::TlsExpired { .. }
            | S::TlsFailed { .. }
            | S::TimedOut { .. }
            | S::ConnectionLost { .. }
            | S::AuthentikStarting { .. }
            | S::AuthentikBusy { .. }
            | S::AuthentikUnavailable { .. }
            | S::CertificateTooNew { .. }
            | S::NoTlsThere { .. }
            | S::TlsWanted { .. }
            | S::ProxyAway { .. }
            | S::ProxyRefuses { .. }
            | S::NothingBehindProxy { .. }
            | S::CoreAway { .. }
            | S::DatabaseAway { .. } => Self::Unreachable,

            S::ApiTokenRefused { .. } | S::ApiTokenMissing { .. } | S::RightsMissing { .. } => Self::NotAllowed,

            S::SlugTaken { .. } | S::SourceDiffers { .. } | S::SourceExists { .. } | S::ChangedMeanwhile { .. } => {
                Self::Changed
            }

            S::AnswerTooLarge { .. }
            | S::XGrantTypeMissing
            | S::XGrantTypeUnknown
            | S::XClientIdMissing
            | S::XCodeVerifierMissing
            | S::XClientIdUnknown
            | S::XSecretRefused
            | S::XCodeInvalid { .. }
            | S::XRedirectDiffers
            | S::XVerifierDiffers
            | S::XTokenInvalid
            | S::XScopesNotGranted { .. }
            | S::XTokenRefused
            | S::XScopeMissing
            | S::XScopeUngranted { .. }
            | S::XProfileForbidden { .. }
            | S::XEmailRefused { .. }
            | S::XClientNotEnrolled { .. }
            | S::XUserNotEnrolled
            | S::XAppOnlyToken
            | S::XCreditsDepleted
            | S::XSpendCapReached
            | S::XRateLimited { .. }
            | S::XUsageCapReached
            | S::XProfileWithoutId
            | S::XEmailMissing
            | S::XUnavailable { .. }
            | S::XAnswerForeign { .. }
            | S::XAnswerUnknown { .. }
            | S::AuthorizePageError
            | S::AuthorizeOtherAccount
            | S::AuthorizeLoginLoop
            | S::AuthorizePageBlank
            | S::ConsentDeclined
            | S::ConsentUnclear
            | S::CallbackSilent { .. }
            | S::CallbackRefused { .. }
            | S::PortTaken { .. }
            | S::PortForbidden { .. }
            | S::ListenerFailed { .. }
            | S::BrowserNotOpened
            | S::AuthentikNotThere { .. }
            | S::AuthentikRedirects { .. }
            | S::AuthentikNotSetUp { .. }
            | S::HostRefused { .. }
            | S::AuthentikWriteFault { .. }
            | S::AuthentikRefuses { .. }
            | S::AuthentikAnswerUnknown { .. }
            | S::TypeMissing { .. }
            | S::ReleaseNewer { .. }
            | S::FlowMissing { .. }
            | S::LoginPageNotFound { .. }
            | S::RedirectsToHttps { .. }
            | S::LoginInFront { .. }
            | S::GuardInFront { .. }
            | S::OtherProgram { .. }
            | S::CertificateEndsSoon { .. }
            | S::ClockDiffers { .. }
            | S::BaseUrlDiffers { .. }
            | S::TokenExpiresSoon { .. }
            | S::ReadBackDiffers { .. }
            | S::NothingToPush
            | S::NothingToUndo { .. }
            | S::SourceInUse { .. }
            | S::ChangedSincePush { .. }
            | S::LinksUnseen { .. }
            | S::PushElsewhere { .. }
            | S::CallbackDiffers { .. }
            | S::CallbackLosesHttps { .. }
            | S::CallbackOtherHost { .. }
            | S::CallbackOtherPort { .. }
            | S::CallbackLosesPath { .. }
            | S::ClientIdOfOtherKind { .. }
            | S::ClientIdDiffers { .. }
            | S::ScopesMissing { .. }
            | S::ScopesDiffer { .. }
            | S::PkceNotS256 { .. }
            | S::PkceMissing
            | S::LoginLinked { .. }
            | S::SourceUnknownOrDisabled { .. }
            | S::SourceDisabled { .. }
            | S::SourceOfOtherType { .. }
            | S::ButtonHidden { .. }
            | S::ButtonNotOnBrands { .. }
            | S::ButtonUnknown { .. }
            | S::LegacyHost { .. }
            | S::SourceMissing { .. }
            | S::SignInFlowMissing { .. }
            | S::EnrolmentFlowMissing { .. }
            | S::SignInFlowUnfit { .. }
            | S::EnrolmentFlowUnfit { .. }
            | S::MatchingNeedsEmail { .. }
            | S::MatchingByUserName
            | S::MatchingDeniesNames
            | S::ScopesBroken { .. }
            | S::ScopesUnknown { .. }
            | S::SettingDrifted { .. }
            | S::SecretNotPushed
            | S::SecretDrifted { .. }
            | S::MappingChanged { .. }
            | S::MappingUnbound { .. }
            | S::SourceFaults { .. }
            | S::PeopleLockedOut { .. }
            | S::LoginUnseen { .. }
            | S::UserIsExternal { .. }
            | S::UserNameTaken { .. }
            | S::LoginMappingRaised { .. }
            | S::LoginProfileUnreadable
            | S::LoginServerFault { .. }
            | S::LoginTokenRefused
            | S::LoginSecretStale
            | S::LoginPairAccepted
            | S::LoginProfileRefused
            | S::LoginStateLost
            | S::LoginXRefused
            | S::LoginServerError
            | S::LoginNameWanted
            | S::LoginDenied
            | S::LoginSignedInAlready
            | S::LoginUserInactive
            | S::LoginLinkedElsewhere
            | S::KeyringMissing
            | S::KeyringLocked
            | S::KeyringSilent
            | S::KeyringFailed
            | S::SecretForgotten { .. }
            | S::FolderNotWritable { .. }
            | S::FolderOpen { .. }
            | S::RootsMissing
            | S::BrowserUnknown
            | S::TableNotWritable { .. }
            | S::DraftDamaged { .. }
            | S::DraftTooNew { .. }
            | S::JobFileRefused { .. }
            | S::JobFileSecret
            | S::JobFileNotWritable { .. }
            | S::JobFileRandom
            | S::ReportSecret
            | S::ExportSecret
            | S::ExportNotWritable { .. }
            | S::NoJobOpen
            | S::PracticeFailed => Self::Finding,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sourcerer_core::diagnosis::Peer;

    #[test]
    fn symptoms_end_with_the_documented_codes() {
        #[track_caller]
        fn check(symptom: &Symptom, code: u8) {
            assert_eq!(Exit::from(symptom) as u8, code, "{symptom:?}");
        }
        let host = || "authentik.company".to_owned();
        check(&Symptom::XSecretRefused, 1);
        check(&Symptom::SourceUnknownOrDisabled { slug: "x".to_owned() }, 1);
        check(&Symptom::NothingToUndo { others: String::new() }, 1);
        check(&Symptom::SecretNeeded, 2);
        check(&Symptom::HostUnknown { peer: Peer::Authentik, host: host() }, 3);
        check(&Symptom::TlsUntrusted { peer: Peer::X, host: host() }, 3);
        check(&Symptom::ApiTokenRefused { host: host() }, 4);
        check(&Symptom::RightsMissing { user: "ada".to_owned(), rights: Vec::new() }, 4);
        check(&Symptom::SourceDiffers { slug: "x".to_owned() }, 5);
        check(&Symptom::ChangedMeanwhile { what: "x".to_owned() }, 5);
    }
}

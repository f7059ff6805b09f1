use super::VisitorPage;
use crate::authentik::{Matching, Source};
use crate::diagnosis::Symptom;
use crate::x::CredentialVerdict;

/// The evidence in addition to the page that the visitor reads.
#[derive(Clone, Debug, Default)]
pub struct LoginEvidence {
    /// The source's slug.
    pub slug: String,
    /// The source's settings, if a token showed them.
    pub source: Option<Source>,
    /// Whether a token showed that the source doesn't exist.
    pub missing: bool,
    /// X's answer about the available client credentials; none if there are none.
    pub pairing: Option<CredentialVerdict>,
    /// Whether the available secret is the one that was pushed last from this machine; none if that isn't known.
    pub pushed: Option<bool>,
    /// The symptom of the newest live test with these credentials, if it failed.
    pub tested: Option<Symptom>,
    /// The handle at X, if a live test showed it; otherwise empty.
    pub handle: String,
    /// How long the events were watched, in seconds.
    pub seconds: u32,
}

/// The verdict on a test login.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoginVerdict {
    /// The sign-in worked. The symptom is set if it looks like a failure.
    Worked(Option<Symptom>),
    /// The sign-in failed for this reason.
    Broke(Symptom),
}

/// Derives one cause from the page that the visitor reads and from the other evidence.
pub fn judge(shown: VisitorPage, known: &LoginEvidence) -> LoginVerdict {
    let slug = || known.slug.clone();
    let user = || known.handle.clone();
    LoginVerdict::Broke(match shown {
        VisitorPage::SignedIn => return LoginVerdict::Worked(None),
        // The page looks like a refusal, but it is shown to a visitor who was signed in.
        VisitorPage::OnlyInternal => {
            return LoginVerdict::Worked(Some(Symptom::UserIsExternal { user: String::new() }));
        }
        // There may be a session, but whoever reads this page wasn't let in as far as they can see.
        VisitorPage::FlowError => Symptom::LoginLinkedElsewhere,
        VisitorPage::Linked => Symptom::LoginLinked { user: String::new() },
        VisitorPage::NoToken => no_token(known),
        VisitorPage::NoProfile => no_profile(known),
        VisitorPage::StateCheck => Symptom::LoginStateLost,
        VisitorPage::AccessDenied => Symptom::ConsentDeclined,
        VisitorPage::OtherFailure => Symptom::LoginXRefused,
        VisitorPage::NotWritten => Symptom::UserNameTaken { user: user() },
        VisitorPage::DeniedByMode => denied(known),
        VisitorPage::NotApplicable => Symptom::LoginSignedInAlready,
        VisitorPage::UnknownError => Symptom::LoginUserInactive,
        VisitorPage::AsksName => Symptom::LoginNameWanted,
        VisitorPage::NoEnrolment => Symptom::EnrolmentFlowMissing { slug: slug() },
        VisitorPage::NoFlow => Symptom::SignInFlowMissing { slug: slug() },
        VisitorPage::ServerError => Symptom::LoginServerError,
        VisitorPage::NotFound => match &known.source {
            Some(source) if !source.enabled => Symptom::SourceDisabled { slug: slug() },
            None if known.missing => Symptom::SourceMissing { slug: slug() },
            Some(_) | None => Symptom::SourceUnknownOrDisabled { slug: slug() },
        },
        VisitorPage::XSomethingWrong => Symptom::AuthorizePageError,
        VisitorPage::XOtherAccount => Symptom::AuthorizeOtherAccount,
        VisitorPage::XLoginLoop => Symptom::AuthorizeLoginLoop,
        VisitorPage::XBlank => Symptom::AuthorizePageBlank,
        VisitorPage::Other => silence(known),
    })
}

/// "Could not retrieve token": a wrong secret, a wrong ID and a late code give the same message there, and no event
/// [docs/evidence/authentik.md §2.1]. X's answer about the credentials distinguishes them.
fn no_token(known: &LoginEvidence) -> Symptom {
    match &known.pairing {
        Some(CredentialVerdict::SecretRefused) => Symptom::XSecretRefused,
        Some(CredentialVerdict::ClientIdUnknown) => Symptom::XClientIdUnknown,
        Some(CredentialVerdict::Accepted) => match known.pushed {
            // X accepts exactly the credentials that were pushed to the server from here.
            Some(true) => Symptom::LoginPairAccepted,
            Some(false) => Symptom::LoginSecretStale,
            None => Symptom::LoginTokenRefused,
        },
        // A problem at X affects the server too. A blocked connection from this machine says nothing about the
        // server's.
        Some(CredentialVerdict::CannotTell {
            symptom: symptom @ (Symptom::XUnavailable { .. } | Symptom::XRateLimited { .. }),
        }) => symptom.clone(),
        Some(CredentialVerdict::CannotTell { .. }) | None => Symptom::LoginTokenRefused,
    }
}

/// "Could not retrieve profile". X refuses a profile to the app, whichever client asks, so the live test's own answer
/// counts.
fn no_profile(known: &LoginEvidence) -> Symptom {
    of_profile(known).unwrap_or(Symptom::LoginProfileRefused)
}

/// What the newest live test showed about the profile, if it failed there.
fn of_profile(known: &LoginEvidence) -> Option<Symptom> {
    match &known.tested {
        Some(
            symptom @ (Symptom::XCreditsDepleted
            | Symptom::XClientNotEnrolled { .. }
            | Symptom::XUserNotEnrolled
            | Symptom::XSpendCapReached
            | Symptom::XUsageCapReached
            | Symptom::XRateLimited { .. }
            | Symptom::XScopeMissing
            | Symptom::XScopeUngranted { .. }
            | Symptom::XProfileForbidden { .. }
            | Symptom::XEmailRefused { .. }
            | Symptom::XAppOnlyToken
            | Symptom::XTokenRefused
            | Symptom::XUnavailable { .. }),
        ) => Some(symptom.clone()),
        _ => None,
    }
}

/// Nothing is known of the login but that authentik recorded no event, as for most failures
/// [docs/evidence/authentik.md §2.1]. What X refuses to the credentials at hand, it refuses to the server too, unless the
/// server is known to have others.
pub fn silence(known: &LoginEvidence) -> Symptom {
    let is_servers = known.pushed != Some(false);
    let (refused, pair) = match &known.pairing {
        Some(CredentialVerdict::SecretRefused) => (is_servers.then_some(Symptom::XSecretRefused), ""),
        Some(CredentialVerdict::ClientIdUnknown) => (is_servers.then_some(Symptom::XClientIdUnknown), ""),
        Some(CredentialVerdict::Accepted) => (None, "accepted"),
        Some(CredentialVerdict::CannotTell {
            symptom: symptom @ (Symptom::XUnavailable { .. } | Symptom::XRateLimited { .. }),
        }) => (Some(symptom.clone()), ""),
        Some(CredentialVerdict::CannotTell { .. }) | None => (None, ""),
    };
    let unseen = || Symptom::LoginUnseen { seconds: known.seconds, pair: pair.to_owned() };
    refused.or_else(|| of_profile(known)).unwrap_or_else(unseen)
}

/// "… has been denied": the mode that refuses, if a token showed it.
fn denied(known: &LoginEvidence) -> Symptom {
    let mode = known.source.as_ref().and_then(|source| Matching::from_name(&source.matching));
    match mode {
        Some(mode @ (Matching::EmailLink | Matching::EmailDeny)) => {
            Symptom::MatchingNeedsEmail { mode: mode.name().to_owned() }
        }
        Some(Matching::UsernameDeny) => Symptom::MatchingDeniesNames,
        Some(Matching::Identifier | Matching::UsernameLink) | None => Symptom::LoginDenied,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::Peer;

    fn told(shown: VisitorPage, known: &LoginEvidence) -> &'static str {
        match judge(shown, known) {
            LoginVerdict::Worked(None) => "worked",
            LoginVerdict::Worked(Some(symptom)) | LoginVerdict::Broke(symptom) => symptom.entry().id,
        }
    }

    #[test]
    fn the_one_message_for_three_mistakes_is_told_apart_by_xs_word_on_the_pair() {
        let away = Symptom::HostUnknown { peer: Peer::X, host: "api.x.com".to_owned() };
        for (pairing, pushed, wanted) in [
            (None, None, "login-token-refused"),
            (Some(CredentialVerdict::SecretRefused), Some(true), "x-secret-refused"),
            (Some(CredentialVerdict::ClientIdUnknown), None, "x-client-id-unknown"),
            (Some(CredentialVerdict::Accepted), None, "login-token-refused"),
            (Some(CredentialVerdict::Accepted), Some(false), "login-secret-stale"),
            (Some(CredentialVerdict::Accepted), Some(true), "login-pair-accepted"),
            (
                Some(CredentialVerdict::CannotTell { symptom: Symptom::XUnavailable { status: 503 } }),
                None,
                "x-unavailable",
            ),
            (Some(CredentialVerdict::CannotTell { symptom: away }), Some(true), "login-token-refused"),
        ] {
            let known = LoginEvidence { pairing: pairing.clone(), pushed, ..LoginEvidence::default() };
            assert_eq!(told(VisitorPage::NoToken, &known), wanted, "{pairing:?} {pushed:?}");
        }
    }

    #[test]
    fn settings_and_a_live_test_make_one_cause_of_a_message() {
        let of = |matching: &str, enabled| LoginEvidence {
            source: Some(Source { matching: matching.to_owned(), enabled, ..Source::default() }),
            ..LoginEvidence::default()
        };
        assert_eq!(told(VisitorPage::DeniedByMode, &of("email_link", true)), "matching-needs-email");
        assert_eq!(told(VisitorPage::DeniedByMode, &of("username_deny", true)), "matching-denies-names");
        assert_eq!(told(VisitorPage::DeniedByMode, &LoginEvidence::default()), "login-denied");
        assert_eq!(told(VisitorPage::NotFound, &of("identifier", false)), "source-disabled");
        assert_eq!(
            told(VisitorPage::NotFound, &LoginEvidence { missing: true, ..LoginEvidence::default() }),
            "source-missing"
        );
        assert_eq!(told(VisitorPage::NotFound, &LoginEvidence::default()), "source-unknown-or-disabled");
        assert_eq!(told(VisitorPage::NoProfile, &LoginEvidence::default()), "login-profile-refused");
        let tested = Some(Symptom::XCreditsDepleted);
        assert_eq!(
            told(VisitorPage::NoProfile, &LoginEvidence { tested, ..LoginEvidence::default() }),
            "x-credits-depleted"
        );
        let tested = Some(Symptom::PortForbidden { port: 80 });
        assert_eq!(
            told(VisitorPage::NoProfile, &LoginEvidence { tested, ..LoginEvidence::default() }),
            "login-profile-refused"
        );
    }

    #[test]
    fn of_silence_x_tells_what_it_can() {
        let of = |pairing, pushed, tested| LoginEvidence { pairing, pushed, tested, ..LoginEvidence::default() };
        let id = |known: &LoginEvidence| silence(known).entry().id;
        let refused = || Some(CredentialVerdict::SecretRefused);
        assert_eq!(id(&of(refused(), None, None)), "x-secret-refused");
        assert_eq!(id(&of(refused(), Some(true), None)), "x-secret-refused");
        // The server has another one, of which this answer says nothing.
        assert_eq!(id(&of(refused(), Some(false), None)), "login-unseen");
        assert_eq!(id(&of(Some(CredentialVerdict::ClientIdUnknown), None, None)), "x-client-id-unknown");
        let down = CredentialVerdict::CannotTell { symptom: Symptom::XUnavailable { status: 503 } };
        assert_eq!(id(&of(Some(down), None, None)), "x-unavailable");
        // That this machine doesn't reach X says nothing about the server's way.
        let away = Symptom::HostUnknown { peer: Peer::X, host: String::new() };
        let away = CredentialVerdict::CannotTell { symptom: away };
        assert_eq!(id(&of(Some(away), None, None)), "login-unseen");
        let accepted = || Some(CredentialVerdict::Accepted);
        assert_eq!(id(&of(accepted(), Some(true), Some(Symptom::XCreditsDepleted))), "x-credits-depleted");
        let told = silence(&of(accepted(), Some(true), None));
        assert_eq!(told, Symptom::LoginUnseen { seconds: 0, pair: "accepted".to_owned() });
    }

    #[test]
    fn a_page_that_looks_failed_and_isnt_is_a_success() {
        assert_eq!(judge(VisitorPage::SignedIn, &LoginEvidence::default()), LoginVerdict::Worked(None));
        let internal = judge(VisitorPage::OnlyInternal, &LoginEvidence::default());
        assert!(matches!(internal, LoginVerdict::Worked(Some(_))), "{internal:?}");
        let error = judge(VisitorPage::FlowError, &LoginEvidence::default());
        assert_eq!(
            error,
            LoginVerdict::Broke(Symptom::LoginLinkedElsewhere),
            "whoever sees an error isn't told of success"
        );
    }

    #[test]
    fn every_page_leads_to_one_cause() {
        for shown in VisitorPage::ALL {
            assert!(!told(shown, &LoginEvidence::default()).is_empty(), "{shown:?}");
        }
    }
}

use super::Shown;
use crate::authentik::{Matching, Source};
use crate::diagnosis::Symptom;
use crate::x::Pairing;

/// What is known beside the page that the visitor reads.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The source's slug.
    pub slug: String,
    /// Its settings, where a token showed them.
    pub source: Option<Source>,
    /// Whether a token showed that there is none.
    pub missing: bool,
    /// What X said of the pair at hand; none without one.
    pub pairing: Option<Pairing>,
    /// Whether the secret at hand is the one last pushed from here; none where nobody knows.
    pub pushed: Option<bool>,
    /// What the newest live test with this pair ended with, where it failed.
    pub tested: Option<Symptom>,
    /// The handle at X, where a live test showed it; else empty.
    pub handle: String,
    /// How long the events were watched, in seconds.
    pub seconds: u32,
}

/// What follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The sign-in worked, with something to know where it looks failed.
    Worked(Option<Symptom>),
    /// It didn't, and this is why.
    Broke(Symptom),
}

/// One cause, from what the visitor reads and what is known beside it.
pub fn judge(shown: Shown, known: &Known) -> Verdict {
    let slug = || known.slug.clone();
    let user = || known.handle.clone();
    Verdict::Broke(match shown {
        Shown::SignedIn => return Verdict::Worked(None),
        // The page looks like a refusal, and is shown to whoever was let in.
        Shown::OnlyInternal => return Verdict::Worked(Some(Symptom::UserIsExternal { user: String::new() })),
        Shown::FlowError => return Verdict::Worked(Some(Symptom::LoginLinkedElsewhere)),
        Shown::Linked => Symptom::LoginLinked { user: String::new() },
        Shown::NoToken => no_token(known),
        Shown::NoProfile => no_profile(known),
        Shown::StateCheck => Symptom::LoginStateLost,
        Shown::AccessDenied => Symptom::ConsentDeclined,
        Shown::OtherFailure => Symptom::LoginXRefused,
        Shown::NotWritten => Symptom::UserNameTaken { user: user() },
        Shown::DeniedByMode => denied(known),
        Shown::NotApplicable => Symptom::LoginSignedInAlready,
        Shown::UnknownError => Symptom::LoginUserInactive,
        Shown::AsksName => Symptom::LoginNameWanted,
        Shown::NoEnrolment => Symptom::EnrolmentFlowMissing { slug: slug() },
        Shown::NoFlow => Symptom::SignInFlowMissing { slug: slug() },
        Shown::ServerError => Symptom::LoginServerError,
        Shown::NotFound => match &known.source {
            Some(source) if !source.enabled => Symptom::SourceDisabled { slug: slug() },
            None if known.missing => Symptom::SourceMissing { slug: slug() },
            Some(_) | None => Symptom::SourceUnknownOrDisabled { slug: slug() },
        },
        Shown::XSomethingWrong => Symptom::AuthorizePageError,
        Shown::XOtherAccount => Symptom::AuthorizeOtherAccount,
        Shown::XLoginLoop => Symptom::AuthorizeLoginLoop,
        Shown::XBlank => Symptom::AuthorizePageBlank,
        Shown::Other => Symptom::LoginUnseen { seconds: known.seconds },
    })
}

/// "Could not retrieve token": wrong secret, wrong ID and a late code are one message there, and no event
/// [docs/evidence/authentik.md §2.1]. X's own word on the pair tells them apart.
fn no_token(known: &Known) -> Symptom {
    match &known.pairing {
        Some(Pairing::SecretRefused) => Symptom::XSecretRefused,
        Some(Pairing::ClientIdUnknown) => Symptom::XClientIdUnknown,
        Some(Pairing::Accepted) => match known.pushed {
            // The very pair that X takes is what the server was given from here.
            Some(true) => Symptom::LoginPairAccepted,
            Some(false) => Symptom::LoginSecretStale,
            None => Symptom::LoginTokenRefused,
        },
        // X's own trouble is the server's too; a way that is closed to this machine says nothing of the server's.
        Some(Pairing::CannotTell {
            symptom: symptom @ (Symptom::XUnavailable { .. } | Symptom::XRateLimited { .. }),
        }) => symptom.clone(),
        Some(Pairing::CannotTell { .. }) | None => Symptom::LoginTokenRefused,
    }
}

/// "Could not retrieve profile". X refuses a profile to an app as it refuses it to another client of the same app, so
/// that a live test's own answer counts.
fn no_profile(known: &Known) -> Symptom {
    match &known.tested {
        Some(
            symptom @ (Symptom::XCreditsDepleted
            | Symptom::XClientNotEnrolled { .. }
            | Symptom::XUserNotEnrolled
            | Symptom::XSpendCapReached
            | Symptom::XUsageCapReached
            | Symptom::XRateLimited { .. }
            | Symptom::XScopeMissing
            | Symptom::XAppOnlyToken
            | Symptom::XTokenRefused
            | Symptom::XUnavailable { .. }),
        ) => symptom.clone(),
        _ => Symptom::LoginProfileRefused,
    }
}

/// "… has been denied": which mode refuses, where a token showed it.
fn denied(known: &Known) -> Symptom {
    let mode = known.source.as_ref().and_then(|source| Matching::named(&source.matching));
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

    fn told(shown: Shown, known: &Known) -> &'static str {
        match judge(shown, known) {
            Verdict::Worked(None) => "worked",
            Verdict::Worked(Some(symptom)) | Verdict::Broke(symptom) => symptom.entry().id,
        }
    }

    #[test]
    fn the_one_message_for_three_mistakes_is_told_apart_by_xs_word_on_the_pair() {
        let away = Symptom::HostUnknown { peer: Peer::X, host: "api.x.com".to_owned() };
        for (pairing, pushed, wanted) in [
            (None, None, "login-token-refused"),
            (Some(Pairing::SecretRefused), Some(true), "x-secret-refused"),
            (Some(Pairing::ClientIdUnknown), None, "x-client-id-unknown"),
            (Some(Pairing::Accepted), None, "login-token-refused"),
            (Some(Pairing::Accepted), Some(false), "login-secret-stale"),
            (Some(Pairing::Accepted), Some(true), "login-pair-accepted"),
            (Some(Pairing::CannotTell { symptom: Symptom::XUnavailable { status: 503 } }), None, "x-unavailable"),
            (Some(Pairing::CannotTell { symptom: away }), Some(true), "login-token-refused"),
        ] {
            let known = Known { pairing: pairing.clone(), pushed, ..Known::default() };
            assert_eq!(told(Shown::NoToken, &known), wanted, "{pairing:?} {pushed:?}");
        }
    }

    #[test]
    fn settings_and_a_live_test_make_one_cause_of_a_message() {
        let of = |matching: &str, enabled| Known {
            source: Some(Source { matching: matching.to_owned(), enabled, ..Source::default() }),
            ..Known::default()
        };
        assert_eq!(told(Shown::DeniedByMode, &of("email_link", true)), "matching-needs-email");
        assert_eq!(told(Shown::DeniedByMode, &of("username_deny", true)), "matching-denies-names");
        assert_eq!(told(Shown::DeniedByMode, &Known::default()), "login-denied");
        assert_eq!(told(Shown::NotFound, &of("identifier", false)), "source-disabled");
        assert_eq!(told(Shown::NotFound, &Known { missing: true, ..Known::default() }), "source-missing");
        assert_eq!(told(Shown::NotFound, &Known::default()), "source-unknown-or-disabled");
        assert_eq!(told(Shown::NoProfile, &Known::default()), "login-profile-refused");
        let tested = Some(Symptom::XCreditsDepleted);
        assert_eq!(told(Shown::NoProfile, &Known { tested, ..Known::default() }), "x-credits-depleted");
        let tested = Some(Symptom::PortForbidden { port: 80 });
        assert_eq!(told(Shown::NoProfile, &Known { tested, ..Known::default() }), "login-profile-refused");
    }

    #[test]
    fn a_page_that_looks_failed_and_isnt_is_a_success() {
        assert_eq!(judge(Shown::SignedIn, &Known::default()), Verdict::Worked(None));
        for shown in [Shown::OnlyInternal, Shown::FlowError] {
            assert!(matches!(judge(shown, &Known::default()), Verdict::Worked(Some(_))), "{shown:?}");
        }
    }

    #[test]
    fn every_page_leads_to_one_cause() {
        for shown in Shown::ALL {
            assert!(!told(shown, &Known::default()).is_empty(), "{shown:?}");
        }
    }
}

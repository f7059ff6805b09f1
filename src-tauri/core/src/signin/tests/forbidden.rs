//! A profile that X refuses with 403, by what the test knows already.

use super::*;
use crate::diagnosis::Cause;
use crate::x::fake::{PROFILE, REVOKED};

/// What X grants and answers, whether the address is asked for, and what follows.
struct Forbidden {
    granted: &'static str,
    /// The targets of the profile that are refused, by their beginning.
    refused: &'static str,
    email: Email,
    wanted: Symptom,
    causes: &'static [Cause],
    profiles: usize,
}

#[tokio::test]
async fn a_forbidden_profile_never_names_a_cause_that_the_test_has_ruled_out() {
    use Email::{NotWanted, Wanted};

    const ME: &str = "/2/users/me";
    const WITH_EMAIL: &str = "/2/users/me?user.fields=confirmed_email";
    let missing = |missing: &str| Symptom::XScopeUngranted { missing: missing.to_owned() };
    let forbidden = || Symptom::XProfileForbidden { said: "Forbidden".to_owned() };
    let other =
        &[Cause::SpendLimit, Cause::NotPayPerUse, Cause::NotProduction, Cause::AppSuspended, Cause::XOutage][..];
    let row = |granted, refused, email, wanted, causes, profiles| Forbidden {
        granted,
        refused,
        email,
        wanted,
        causes,
        profiles,
    };
    for row in [
        row("users.read", ME, NotWanted, missing("tweet.read"), &[], 1),
        row("tweet.read", ME, Wanted, missing("users.read"), &[], 1),
        row("", ME, NotWanted, forbidden(), other, 1),
        row("tweet.read users.read", ME, NotWanted, forbidden(), other, 1),
        row("tweet.read users.read", ME, Wanted, forbidden(), other, 2),
        row("tweet.read users.read", WITH_EMAIL, Wanted, Symptom::XEmailRefused { granted: false }, &[], 2),
        row(
            "tweet.read users.read users.email",
            WITH_EMAIL,
            Wanted,
            Symptom::XEmailRefused { granted: true },
            &[Cause::EmailSwitchOff, Cause::EmailNotGiven],
            2,
        ),
    ] {
        let Forbidden { granted, refused, email, wanted, causes, profiles } = row;
        let scope = if granted.is_empty() { String::new() } else { format!(r#","scope":"{granted}""#) };
        let token = TOKEN.replace(r#","scope":"users.read tweet.read""#, &scope);
        let x = FakeX::answering(move |asked| match asked.target.as_str() {
            "/2/oauth2/token" => (200, token.clone()),
            "/2/oauth2/revoke" => (200, REVOKED.to_owned()),
            target if target.starts_with(refused) => {
                (403, r#"{"title":"Forbidden","type":"about:blank","status":403,"detail":"Forbidden"}"#.to_owned())
            }
            _ => (200, PROFILE.to_owned()),
        })
        .await;
        let ran = ran(SignInConfig { email, ..request(&x) }, &browser(AGREES), LONG, |_| None).await;
        assert_eq!(ran.outcome.symptom, Some(wanted), "{granted} {refused}");
        let diagnosis = ran.leg(SignInLeg::Profile).diagnosis.as_ref().expect("a diagnosis");
        let named: Vec<_> = diagnosis.causes.iter().map(|cause| cause.cause).collect();
        assert_eq!(named, causes, "{granted} {refused}");
        assert_eq!(x.targets().iter().filter(|target| target.starts_with(ME)).count(), profiles);
        let told = ran.leg(SignInLeg::Profile).note.as_ref().map(|note| note.id.as_ref());
        assert_eq!(told, (profiles == 2).then_some("signin-note-profile-again"));
        assert_eq!(ran.leg(SignInLeg::Revoke).verdict, SignInLegVerdict::Passed);
    }
}

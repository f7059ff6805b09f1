//! A secret that is typed into a field whose value is shown, sent and stored in the clear. It isn't taken: the field keeps
//! the value that it had, and the page says so beside it.

use super::plain_field::PlainField;
use super::{Environment, Job, SecretLocation};
use crate::credentials::{PasteField, recognise};
use crate::report::Secrets;
use secrecy::SecretString;

/// The length from which a text may be a secret: X's Client Secrets and authentik's tokens have 50 characters and more,
/// X's older secrets 40. Only for such a text is the keyring asked, which may keep a command waiting.
const LONG: usize = 40;

/// Which of these texts are a secret of the job or contain one, or look like one.
pub async fn find(environment: &Environment, job: &Job, typed: &[(PlainField, &str)]) -> Vec<PlainField> {
    let is_long = typed.iter().any(|(_, text)| text.len() >= LONG);
    let known = known_secrets(environment, job, None, is_long).await;
    let is_secret = |text: &str| known.stand_in(text) || text.split_whitespace().any(looks_secret);
    typed.iter().filter(|(_, text)| is_secret(text)).map(|(field, _)| *field).collect()
}

/// Whether a text has the shape of a secret. A word of a language never mixes small letters, capitals and digits for so
/// long.
fn looks_secret(text: &str) -> bool {
    let has = |is: fn(&u8) -> bool| text.as_bytes().iter().any(is);
    let is_mixed = has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase) && has(u8::is_ascii_digit);
    let is_one_run = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    is_mixed
        && ((is_one_run && text.len() >= LONG) || recognise(text, PasteField::ClientId).recognised.kind.is_secret())
}

/// The secrets that the job has stored in memory or, if the keyring is asked too, anywhere, and another one.
pub(in crate::job) async fn known_secrets(
    environment: &Environment,
    job: &Job,
    other: Option<&SecretString>,
    asks_keyring: bool,
) -> Secrets {
    let mut all: Vec<_> = other.cloned().into_iter().collect();
    let token = job.server.token.as_ref().map(|kept| (kept.api_token_key(), kept.place));
    let secret = job.credentials.secret.as_ref().map(|secret| (secret.key(), secret.kept.place));
    let is_asked = |place: SecretLocation| asks_keyring || place == SecretLocation::Memory;
    for (key, place) in [token, secret].into_iter().flatten().filter(|(_, place)| is_asked(*place)) {
        // If the keyring can't be read, the shape alone has to tell.
        all.extend(environment.get(key, place).await.ok().flatten());
    }
    Secrets::new(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{HttpPolicy, ServerUrl};
    use crate::job::StoredSecret;
    use crate::vault::Key;

    const TOKEN: &str = "an api token of a test";

    async fn job_with_token(environment: &Environment, place: SecretLocation) -> Job {
        let mut job = Job::new(environment);
        "https://auth.company".clone_into(&mut job.server.address);
        let url = ServerUrl::parse("auth.company", HttpPolicy::LoopbackOnly).expect("an address").url;
        let token = SecretString::from(TOKEN);
        environment.put(Key::api_token(&url), token.clone(), place).await.expect("memory");
        job.server.token = Some(StoredSecret::new(&environment.clock, &token, place, url.as_str()));
        job
    }

    #[tokio::test]
    async fn a_known_secret_is_found_in_any_field_wherever_it_is_stored() {
        let environment = Environment::for_tests();
        let job = job_with_token(&environment, SecretLocation::Memory).await;
        let typed = [(PlainField::Name, TOKEN), (PlainField::Slug, "x")];
        assert_eq!(find(&environment, &job, &typed).await, [PlainField::Name]);
        let long = format!("https://auth.company/?token={}", TOKEN.replace(' ', "%20"));
        let encoded = format!("https://auth.company/?token={}", TOKEN.replace(' ', "+"));
        let job = job_with_token(&environment, SecretLocation::Keyring).await;
        assert_eq!(find(&environment, &job, &[(PlainField::Address, &encoded)]).await, [PlainField::Address]);
        assert_eq!(
            find(&environment, &job, &[(PlainField::Terms, &long.replace("%20", " "))]).await,
            [PlainField::Terms]
        );
    }

    #[test]
    fn the_shape_alone_tells_secrets_from_names() {
        for secret in [
            "Zm9vYmFyYmF6cXV4LWZvb2Jhci1iYXotcXV4-0123456789AbC",
            "aB3defghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWX",
            "1234567890-AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcd",
        ] {
            assert!(looks_secret(secret), "{secret}");
        }
        for name in [
            "X",
            "Sign in with X",
            "sign-in-with-x-for-the-people-of-the-company-2026-b",
            "tweet.read users.read offline.access",
            "https://Company.example/Legal/2026/terms-of-service-for-everybody",
            "VGhlQXBwT2ZUaGlzSm9iMDAwMDE6MTpjaQ",
            "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk",
        ] {
            assert!(!name.split_whitespace().any(looks_secret), "{name}");
        }
    }
}

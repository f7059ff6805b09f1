use super::{Endpoints, Scopes};
use crate::credentials::ClientId;
use oauth2::basic::BasicClient;
use oauth2::{AuthUrl, CsrfToken, PkceCodeChallenge, RedirectUrl, Scope};
use secrecy::SecretString;
use std::fmt;
use url::Url;

/// One visit to the consent page: the address, and the values that are needed when the browser comes back.
pub struct Consent {
    /// The address to open. It contains the state, so it may be shown to the person, but must not be stored.
    pub url: Url,
    /// The state, which comes back with the callback.
    pub state: SecretString,
    /// The verifier, which is sent to the token endpoint with the code (RFC 7636 §4.5).
    pub verifier: SecretString,
}

impl fmt::Debug for Consent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Consent")
    }
}

/// The random bytes of the verifier. In base64url they are 128 characters, as many as authentik's, and the most that
/// RFC 7636 §4.1 allows.
const VERIFIER_BYTES: u32 = 96;

/// The random bytes of the state. They are 32 characters, as many as authentik's. X accepts up to 500
/// [D, docs/evidence/x.md §1.2].
const STATE_BYTES: u32 = 24;

/// Prepares a visit to the consent page: response type `code`, PKCE S256, a fresh state.
pub fn authorize(endpoints: &Endpoints, client: &ClientId, redirect: &Url, scopes: &Scopes) -> Consent {
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256_len(VERIFIER_BYTES);
    let client = BasicClient::new(oauth2::ClientId::new(client.to_string()))
        .set_auth_uri(AuthUrl::from_url(endpoints.authorize.clone()))
        .set_redirect_uri(RedirectUrl::from_url(redirect.clone()));
    let (mut url, state) = client
        .authorize_url(|| CsrfToken::new_random_len(STATE_BYTES))
        .add_scopes(scopes.iter().map(|scope| Scope::new(scope.to_owned())))
        .set_pkce_challenge(challenge)
        .url();
    // X documents %20 between scopes, and authentik sends it. A plus of a value's own is %2B by now.
    let query = url.query().map(|query| query.replace('+', "%20"));
    url.set_query(query.as_deref());
    Consent { url, state: state.into_secret().into(), verifier: verifier.into_secret().into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;
    use std::collections::BTreeMap;

    fn consent() -> Consent {
        let redirect = Url::parse("http://127.0.0.1:8723/callback").expect("an address");
        authorize(&Endpoints::production(), &"TEST+id".into(), &redirect, &Scopes::for_source("users.email"))
    }

    #[test]
    fn the_address_holds_what_authentik_sends() {
        let Consent { url, state, verifier } = consent();
        let query: BTreeMap<_, _> = url.query_pairs().into_owned().collect();
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&oauth2::PkceCodeVerifier::new(
            verifier.expose_secret().to_owned(),
        ));
        let wanted = [
            ("client_id", "TEST+id"),
            ("code_challenge", challenge.as_str()),
            ("code_challenge_method", "S256"),
            ("redirect_uri", "http://127.0.0.1:8723/callback"),
            ("response_type", "code"),
            ("scope", "tweet.read users.email users.read"),
            ("state", state.expose_secret()),
        ];
        let query: Vec<_> = query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(query, wanted);
        assert!(url.as_str().starts_with("https://x.com/i/oauth2/authorize?response_type=code&"));
        assert!(url.as_str().contains("scope=tweet.read%20users.email%20users.read"), "{url}");
        assert_eq!((verifier.expose_secret().len(), state.expose_secret().len()), (128, 32));
    }

    /// Where a real authentik sends a visitor (`tests/fixtures/authentik`), with its placeholders filled in.
    fn recorded() -> Url {
        let text = include_str!("../../../../tests/fixtures/authentik/2025.12.4/login-redirect.json");
        let recording: serde_json::Value = serde_json::from_str(text).expect("JSON");
        let location = recording["answer"]["headers"]["location"].as_str().expect("a redirect");
        let filled = location
            .replace("{x}", "https://twitter.com")
            .replace("{base%}", "https%3A%2F%2Fauthentik.example")
            .replacen("{*}", &"s".repeat(32), 1)
            .replacen("{*}", &"c".repeat(43), 1);
        Url::parse(&filled).expect("an address")
    }

    #[test]
    fn the_address_has_the_shape_of_a_real_authentiks() {
        let recorded = recorded();
        let redirect = Url::parse("http://127.0.0.1:8723/callback").expect("an address");
        let id = recorded.query_pairs().find(|(name, _)| name == "client_id").expect("an ID").1.into_owned();
        let own = authorize(&Endpoints::production(), &id.as_str().into(), &redirect, &Scopes::for_source("")).url;
        // What differs on purpose: the host, the callback, and what is random in both.
        let shape = |url: &Url| -> BTreeMap<String, String> {
            let shown = |name: &str, value: &str| match name {
                "redirect_uri" => String::new(),
                "state" | "code_challenge" => format!("{} characters", value.len()),
                _ => value.to_owned(),
            };
            url.query_pairs().map(|(name, value)| (name.clone().into_owned(), shown(&name, &value))).collect()
        };
        assert_eq!(shape(&own), shape(&recorded));
        assert_eq!((own.scheme(), own.path()), (recorded.scheme(), recorded.path()));
        assert_eq!((own.host_str(), recorded.host_str()), (Some("x.com"), Some("twitter.com")));
        let scope = |url: &Url| {
            url.query().and_then(|query| query.split('&').find(|part| part.starts_with("scope="))).map(str::to_owned)
        };
        assert_eq!(scope(&own), scope(&recorded), "the spaces are written alike");
    }

    #[test]
    fn each_visit_has_a_state_and_a_verifier_of_its_own() {
        let (one, other) = (consent(), consent());
        assert_ne!(one.state.expose_secret(), other.state.expose_secret());
        assert_ne!(one.verifier.expose_secret(), other.verifier.expose_secret());
        assert!(!format!("{one:?}").contains(one.state.expose_secret()));
    }
}

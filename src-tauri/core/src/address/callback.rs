use super::parse::parse;
use super::{Error, ServerUrl, Slug, SlugError};
use crate::i18n::{Message, msg};

/// A parsed callback of authentik, the inverse of [`Urls::callback`](super::Urls::callback).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallbackUrl {
    /// The server. It may be an http address, because it is only used for a comparison.
    pub base: ServerUrl,
    /// The source.
    pub slug: Slug,
}

/// Why a text isn't a callback of authentik.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallbackError {
    /// It doesn't begin with the address of a server.
    #[error("the callback has no server's address")]
    Address(#[source] Error),
    /// The path isn't the one of OAuth callbacks.
    #[error("the path is not the one of a callback")]
    Path,
    /// Only the slash at the end is missing.
    #[error("the slash at the end is missing")]
    Slash,
    /// The text in the slug's place isn't a valid slug.
    #[error("the callback holds no slug")]
    Slug(#[source] SlugError),
}

impl CallbackError {
    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Address(_) => msg::address_callback_address(),
            Self::Path => msg::address_callback_path(),
            Self::Slash => msg::address_callback_slash(),
            Self::Slug(_) => msg::address_callback_slug(),
        }
    }
}

impl CallbackUrl {
    /// Parses `<base>/source/oauth/callback/<slug>/`. It tolerates no deviation, because X compares callbacks byte by
    /// byte.
    ///
    /// # Errors
    /// What makes it another URL than the one authentik would derive.
    pub fn parse(text: &str) -> Result<Self, CallbackError> {
        const PATH: &str = "/source/oauth/callback/";
        let (base, slug) = text.rsplit_once(PATH).ok_or(CallbackError::Path)?;
        let (slug, rest) = slug.split_once('/').ok_or(CallbackError::Slash)?;
        if !rest.is_empty() {
            return Err(CallbackError::Path);
        }
        let slug = Slug::parse_existing(slug).map_err(CallbackError::Slug)?;
        let read = parse(base).map_err(CallbackError::Address)?;
        if read.url.as_str() != base {
            return Err(CallbackError::Path);
        }
        Ok(Self { base: read.url, slug })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{HttpPolicy, TEST_PORT, Urls};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_authentik_sends_is_a_callback() {
        #[track_caller]
        fn check(text: &str, parsed: Result<(&str, &str), &str>) {
            let found = CallbackUrl::parse(text).map(|found| (found.base.to_string(), found.slug.to_string()));
            let expected = parsed.map(|(base, slug)| (base.to_owned(), slug.to_owned()));
            assert_eq!(found.map_err(|error| error.message().id.into_owned()), expected.map_err(str::to_owned));
        }
        check("https://a.company/source/oauth/callback/twitter/", Ok(("https://a.company", "twitter")));
        check("http://a.company/source/oauth/callback/twitter/", Ok(("http://a.company", "twitter")));
        check("https://[::1]:9443/s/so/source/oauth/callback/X/", Ok(("https://[::1]:9443/s/so", "X")));
        check("https://a.company/source/source/oauth/callback/x/", Ok(("https://a.company/source", "x")));
        check("https://a.company/source/oauth/callback/twitter", Err("address-callback-slash"));
        check("https://a.company/source/oauth/callback//", Err("address-callback-slug"));
        check("https://a.company/source/oauth/callback/a b/", Err("address-callback-slug"));
        check("https://a.company/source/oauth/callback/x/?code=1", Err("address-callback-path"));
        check("https://a.company/source/oauth/login/x/", Err("address-callback-path"));
        check("https://A.company/source/oauth/callback/x/", Err("address-callback-path"));
        check("https://a.company:443/source/oauth/callback/x/", Err("address-callback-path"));
        check("https://a.company//source/oauth/callback/x/", Err("address-callback-path"));
        check("a.company/source/oauth/callback/x/", Err("address-callback-path"));
        check("https://u:p@a.company/source/oauth/callback/x/", Err("address-callback-address"));
        check("ftp://a.company/source/oauth/callback/x/", Err("address-callback-address"));
        check("/source/oauth/callback/x/", Err("address-callback-address"));
        check("", Err("address-callback-path"));
    }

    /// Addresses put together from what people paste, well-formed and not.
    fn address() -> impl Strategy<Value = String> {
        let scheme = prop::sample::select(vec!["", "https://", "http://", "HTTPS://", "https:/", "//", " https://"]);
        let host = prop_oneof![
            "[a-zA-Z0-9-]{1,12}(\\.[a-zA-Z0-9-]{1,8}){0,3}\\.{0,2}",
            "[a-zà-ÿ]{1,8}\\.(de|рф|中国)",
            "[0-9]{1,3}(\\.[0-9]{1,3}){0,3}",
            "\\[[0-9a-f:]{2,12}\\]",
            "[0-9a-f:]{2,12}",
        ];
        let port = prop_oneof![Just(String::new()), ":[0-9]{0,6}"];
        let path = prop_oneof![
            "(/[a-zA-Z0-9._~%äöü '^-]{0,8}){0,4}",
            "(/(if|admin|api|v3|source|oauth|flows|-|sso|callback)){0,6}/?",
        ];
        let rest = prop_oneof![Just(String::new()), "[?#][ -~]{0,12}", "[.,;/\"> ]{0,3}"];
        (scheme, host, port, path, rest).prop_map(|(a, b, c, d, e)| format!("{a}{b}{c}{d}{e}"))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn what_is_derived_parses_back_to_the_same_base_and_slug(pasted in address(), slug in "[a-zA-Z0-9_-]{1,50}") {
            if let Ok(read) = ServerUrl::parse(&pasted, HttpPolicy::PrivateConfirmed) {
                let slug = Slug::parse(&slug).expect("a slug");
                let urls = Urls::new(&read.url, &slug, TEST_PORT);
                prop_assert_eq!(CallbackUrl::parse(&urls.callback), Ok(CallbackUrl { base: read.url.clone(), slug }));
                prop_assert_eq!(parse(&urls.base).map(|again| again.url), Ok(read.url));
            }
        }

        #[test]
        fn no_input_makes_the_address_panic(pasted in any::<String>()) {
            if let Ok(read) = parse(&pasted) {
                prop_assert_eq!(parse(read.url.as_str()).map(|again| again.url), Ok(read.url));
            }
        }
    }

    #[test]
    fn half_of_what_the_strategy_makes_is_an_address() {
        use proptest::strategy::ValueTree;
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        let read = (0..400)
            .filter(|_| {
                let pasted = address().new_tree(&mut runner).expect("a value").current();
                ServerUrl::parse(&pasted, HttpPolicy::PrivateConfirmed).is_ok()
            })
            .count();
        assert!((100..390).contains(&read), "{read} of 400 are addresses");
    }
}

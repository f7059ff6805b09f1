//! The server's address, the slug, and a callback that is parsed.

use crate::text::{TargetResult, fuzz};
use proptest::prelude::*;
use sourcerer_core::address::{CallbackUrl, HttpPolicy, ServerUrl, Slug, TEST_PORT, Urls};

const SAMPLES: &[&str] = &[
    "https://authentik.example",
    "http://127.0.0.1:9000/if/admin/#/core/sources",
    "auth.a-company.example:9443/sso/if/flow/default-authentication-flow/?next=%2F",
    "https://[::1]:9443/s/so/source/oauth/callback/X/",
    "https://a.company/source/oauth/callback/twitter/",
    "http://user:secret@a.company/",
    "müller.example",
    "https://xn--mller-kva.example./",
    "localhost:9000",
    "192.168.0.17",
    "Sign in with X",
    "twitter",
];

const WORDS: &[&str] = &[
    "https://",
    "http://",
    "HTTPS:",
    "ftp://",
    "//",
    "/",
    "\\",
    ":",
    ":443",
    ":80",
    ":0",
    ":99999",
    "@",
    "?",
    "#",
    "[",
    "]",
    "[::1]",
    "::1",
    "0.0.0.0",
    "127.1",
    "0x7f.1",
    ".",
    "..",
    "/../",
    "%2e%2e",
    "%2F",
    "%00",
    "%",
    " ",
    "\n",
    "\t",
    "\u{200b}",
    "\u{ad}",
    "。",
    "ｅ",
    "ß",
    "İ",
    "xn--",
    "/if/admin/",
    "/api/v3/",
    "/-/",
    "/source/oauth/callback/",
    "application/o",
    "-",
    "_",
    "~",
    "\"",
    "<",
    ">",
    ",",
    ";",
    "’",
    "localhost",
];

#[test]
fn address() {
    fuzz("address", SAMPLES, WORDS, holds);
}

fn holds(text: &str) -> TargetResult {
    for plain in [HttpPolicy::LoopbackOnly, HttpPolicy::PrivateConfirmed] {
        let Ok(read) = ServerUrl::parse(text, plain) else { continue };
        let printed = read.url.to_string();
        prop_assert!(printed.starts_with("https://") || printed.starts_with("http://"), "{}", printed);
        prop_assert!(!printed.contains(['@', '?', '#', ' ', '\\']), "{}", printed);
        let again = ServerUrl::parse(&printed, plain);
        prop_assert_eq!(again.map(|again| again.url), Ok(read.url.clone()), "{}", printed);

        let slug = Slug::parse(text).unwrap_or_else(|_| Slug::parse("x").expect("a slug"));
        let urls = Urls::new(&read.url, &slug, TEST_PORT);
        prop_assert_eq!(CallbackUrl::parse(&urls.callback), Ok(CallbackUrl { base: read.url, slug }));
    }
    if let Ok(slug) = Slug::parse(text) {
        prop_assert_eq!(slug.as_str(), text.trim());
        prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug.clone()));
    }
    if let Ok(callback) = CallbackUrl::parse(text) {
        // X compares byte by byte, so the parser must not have accepted a deviation.
        prop_assert_eq!(Urls::new(&callback.base, &callback.slug, TEST_PORT).callback, text);
    }
    Ok(())
}

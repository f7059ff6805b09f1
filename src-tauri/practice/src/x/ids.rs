//! Random ids, keys and tokens in the formats of X.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use time::OffsetDateTime;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The purpose of a token, which is part of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenPurpose {
    Code,
    Access,
    Refresh,
}

impl TokenPurpose {
    fn mark(self) -> &'static str {
        match self {
            Self::Code => "ac",
            Self::Access => "at",
            Self::Refresh => "rt",
        }
    }
}

fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("an operating system with random numbers");
    bytes
}

/// Random text of `count` characters from `A-Za-z0-9-_`.
fn letters(count: usize) -> String {
    let mut text = String::with_capacity(count);
    while text.len() < count {
        for byte in bytes::<64>().into_iter().take(count - text.len()) {
            text.push(char::from(LETTERS[usize::from(byte & 63)]));
        }
    }
    text
}

/// Random text of `count` letters and digits.
fn plain(count: usize) -> String {
    let mut text = String::with_capacity(count);
    while text.len() < count {
        text.extend(letters(64).chars().filter(char::is_ascii_alphanumeric).take(count - text.len()));
    }
    text
}

/// A code or token has 91 characters [D, docs/evidence/x.md §1.4].
pub(crate) fn token(kind: TokenPurpose, now: OffsetDateTime) -> String {
    let milliseconds = now.unix_timestamp_nanos() / 1_000_000;
    URL_SAFE_NO_PAD.encode(format!("{}:{milliseconds:013}:1:1:{}:1", letters(45), kind.mark()))
}

/// A Client ID has 34 characters. Decoded, that of a confidential app ends with `:1:ci` [D, docs/evidence/x.md §4] and
/// that of a native app with `:1:na` [R, docs/evidence/x.md §4].
pub(crate) fn client_id(confidential: bool) -> String {
    URL_SAFE_NO_PAD.encode(format!("{}:1:{}", letters(20), if confidential { "ci" } else { "na" }))
}

/// A Client Secret has 50 characters [D, docs/evidence/x.md §4].
pub(crate) fn client_secret() -> String {
    letters(50)
}

/// A Consumer Key has 25 letters and digits [D, docs/evidence/x.md §4].
pub(crate) fn consumer_key() -> String {
    plain(25)
}

/// A Consumer Secret has 50 letters and digits [D, docs/evidence/x.md §4].
pub(crate) fn consumer_secret() -> String {
    plain(50)
}

/// An app's Bearer Token has 116 characters, the first 21 of which are `A` [D, docs/evidence/x.md §4].
pub(crate) fn bearer() -> String {
    format!("{}%2F{}", "A".repeat(21), plain(92))
}

/// A numeric App ID has eight digits [R, docs/evidence/x.md §3.4].
pub(crate) fn app_number() -> u32 {
    20_000_000 + u32::from_le_bytes(bytes()) % 70_000_000
}

/// Parses an HTTP Basic header into name and password.
pub(crate) fn basic(header: &str) -> Option<(String, String)> {
    let (scheme, coded) = header.split_once(' ')?;
    let text = String::from_utf8(STANDARD.decode(coded.trim()).ok()?).ok()?;
    let (name, password) = text.split_once(':')?;
    scheme.eq_ignore_ascii_case("basic").then(|| (name.to_owned(), password.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    #[test]
    fn tokens_have_the_inside_that_x_shows_in_its_documents() {
        for (kind, end) in [
            (TokenPurpose::Code, ":1:1:ac:1"),
            (TokenPurpose::Access, ":1:1:at:1"),
            (TokenPurpose::Refresh, ":1:1:rt:1"),
        ] {
            let token = token(kind, datetime!(2026-08-22 12:00:00.5 UTC));
            let inside = String::from_utf8(URL_SAFE_NO_PAD.decode(&token).expect("base64url")).expect("text");
            assert_eq!(token.len(), 91);
            assert_eq!(&inside[45..], format!(":1787400000500{end}"));
        }
    }

    #[test]
    fn ids_and_keys_have_the_shapes_of_real_ones() {
        for (confidential, end) in [(true, "6MTpjaQ"), (false, "6MTpuYQ")] {
            let id = client_id(confidential);
            assert_eq!((id.len(), &id[27..]), (34, end));
        }
        assert_eq!(client_secret().len(), 50);
        assert_eq!((consumer_key().len(), consumer_secret().len(), bearer().len()), (25, 50, 116));
        assert!(consumer_secret().bytes().all(|letter| letter.is_ascii_alphanumeric()));
        assert_ne!(client_secret(), client_secret());
        assert_eq!(app_number().to_string().len(), 8);
    }

    #[test]
    fn a_basic_header_is_read_and_anything_else_is_not() {
        let pair = ("id".to_owned(), "a:b".to_owned());
        for (header, read) in [
            ("Basic aWQ6YTpi", Some(pair.clone())),
            ("basic aWQ6YTpi", Some(pair)),
            ("Bearer aWQ6YTpi", None),
            ("Basic ~", None),
            ("Basic", None),
            ("Basic aWQ", None),
        ] {
            assert_eq!(basic(header), read, "{header}");
        }
    }
}

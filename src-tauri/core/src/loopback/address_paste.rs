//! Parses what a person pastes from the address bar if the browser can't reach the test callback: the address, its
//! query, or the code alone.

use super::callback::{self, Callback, RequestedUrl, same};
use crate::credentials::{PasteKind, identify};
use secrecy::{ExposeSecret, SecretString};
use std::fmt;
use url::Url;

/// What a person pasted from the address bar of a browser that couldn't reach the test callback.
#[derive(Debug)]
pub struct AddressPaste {
    /// What it means for the test.
    pub meaning: PastedCallback,
    /// The callback that it corresponds to, if it belongs to this test or may belong to it.
    pub seen: Option<RequestedUrl>,
}

/// What a paste means for the test.
pub enum PastedCallback {
    /// A code with this test's state, which is as good as a callback that arrived.
    Code(SecretString),
    /// A code without a state. The text doesn't show which sign-in it belongs to (RFC 6749 §10.12), but the exchange
    /// does: X demands the verifier that belongs to the code (RFC 7636 §4.6), and only this test has that verifier.
    BareCode(SecretString),
    /// A refusal by the person, with this test's state.
    Declined,
    /// Another error, with this test's state.
    Refused {
        /// Its code (RFC 6749 §4.1.2.1), short and printable.
        error: String,
    },
    /// The same without a state, as X has been seen to send it [O, docs/evidence/x.md §1.6]. Nothing shows which sign-in
    /// it belongs to, but no code can come of it either.
    RefusedWithoutState {
        /// Its code (RFC 6749 §4.1.2.1), short and printable.
        error: String,
    },
    /// `access_denied` without a state, or this test's state and nothing else: perhaps X's, after a Cancel
    /// [U, docs/evidence/x.md §1.7].
    Unclear,
    /// A text that this test can't use. The test continues to wait.
    Mistaken(PasteError),
}

impl fmt::Debug for PastedCallback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Code(_) => "Code",
            Self::BareCode(_) => "BareCode",
            Self::Declined => "Declined",
            Self::Refused { .. } => "Refused",
            Self::RefusedWithoutState { .. } => "RefusedWithoutState",
            Self::Unclear => "Unclear",
            Self::Mistaken(mistake) => return mistake.fmt(f),
        })
    }
}

/// Why a pasted text can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PasteError {
    /// It is empty or only white space.
    Empty,
    /// It is an address at X: the browser hasn't come back yet.
    StillAtX,
    /// It is an address, but not this test's callback.
    OtherAddress,
    /// It has the state of another sign-in.
    OtherState,
    /// It is the right address, but has no code.
    NoCode,
    /// A parameter occurs twice, which RFC 6749 §3.1 forbids.
    Twice,
    /// It is neither an address nor anything that could be a code.
    NotACode,
}

/// How many bytes of a pasted text are parsed at most: as many as the listener reads of a request.
const LONGEST: usize = 8 << 10;

/// The fewest characters that a code may have; X's have 91 [D, docs/evidence/x.md §1.4].
const SHORTEST_CODE: usize = 16;

/// Parses a whole address, the part after its `?`, or the code alone. Every text has a result.
///
/// `consent` is the page that the browser was sent to; an address there isn't an answer yet.
pub fn parse(text: &SecretString, state: &SecretString, callback: &Url, consent: &Url) -> AddressPaste {
    let text = cleaned(text.expose_secret());
    let mistaken = |mistake| AddressPaste { meaning: PastedCallback::Mistaken(mistake), seen: None };
    if text.is_empty() {
        return mistaken(PasteError::Empty);
    }
    if text.len() > LONGEST {
        return mistaken(PasteError::NotACode);
    }
    match taken_apart(&text, callback, consent) {
        Ok(query) => {
            let seen = RequestedUrl::new(callback.port_or_known_default().unwrap_or_default(), Some(&query));
            AddressPaste { meaning: judged(callback::parse(&query), state), seen: Some(seen) }
        }
        Err(mistake) => mistaken(mistake),
    }
}

/// Without what clings to a copied value: white space (an address holds none, wherever it was broken), quotes, brackets.
fn cleaned(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    text.trim_matches(['"', '\'', '<', '>', '`', '“', '”', '‘', '’']).to_owned()
}

/// The callback's query that the text contains or consists of.
fn taken_apart(text: &str, callback: &Url, consent: &Url) -> Result<String, PasteError> {
    if let Some(query) = bare_query(text) {
        return Ok(query.to_owned());
    }
    if text.contains(['/', ':']) {
        let url = address(text).ok_or(PasteError::NotACode)?;
        if is_callback(&url, callback) {
            return url.query().map(str::to_owned).ok_or(PasteError::NoCode);
        }
        return Err(if is_at_x(&url, consent) { PasteError::StillAtX } else { PasteError::OtherAddress });
    }
    let may_be = text.len() >= SHORTEST_CODE
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~'))
        // A Client ID or a secret that was pasted into the wrong field must not be sent as a code.
        && matches!(identify(text).recognised.kind, PasteKind::AuthorizationCode | PasteKind::Unknown);
    if may_be { Ok(format!("code={text}")) } else { Err(PasteError::NotACode) }
}

/// `?state=…&code=…`, with or without the question mark: a name stands before the first `=`.
fn bare_query(text: &str) -> Option<&str> {
    let query = text.trim_start_matches(['?', '&', '#']);
    let (name, _) = query.split_once('=')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_name.then_some(query)
}

/// An address, also one that lost its scheme: browsers hide it.
fn address(text: &str) -> Option<Url> {
    let whole = if text.contains("://") { Url::parse(text) } else { Url::parse(&format!("http://{text}")) };
    whole.ok().filter(Url::has_host)
}

/// Whether this is the callback, regardless of the query. It doesn't matter if a browser has changed http to https.
fn is_callback(url: &Url, callback: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
        && (url.host(), url.port(), url.path()) == (callback.host(), callback.port(), callback.path())
        && url.username().is_empty()
        && url.password().is_none()
}

fn is_at_x(url: &Url, consent: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let of_x = ["x.com", "twitter.com"]
        .iter()
        .any(|own| host == *own || host.strip_suffix(own).is_some_and(|before| before.ends_with('.')));
    of_x || (url.host(), url.port()) == (consent.host(), consent.port())
}

fn judged(callback: Callback, state: &SecretString) -> PastedCallback {
    let known = callback.state().map(|given| same(given, state));
    match (callback, known) {
        (Callback::Twice, _) => PastedCallback::Mistaken(PasteError::Twice),
        (_, Some(false)) => PastedCallback::Mistaken(PasteError::OtherState),
        (Callback::Code { code, .. }, Some(true)) => PastedCallback::Code(code),
        (Callback::Code { code, .. }, None) => PastedCallback::BareCode(code),
        (Callback::Declined { .. }, Some(true)) => PastedCallback::Declined,
        (Callback::Refused { error, .. }, Some(true)) => PastedCallback::Refused { error },
        (Callback::Nothing { .. }, None) => PastedCallback::Mistaken(PasteError::NoCode),
        (Callback::Refused { error, .. }, None) => PastedCallback::RefusedWithoutState { error },
        (Callback::Nothing { .. }, Some(true)) | (Callback::Declined { .. }, None) => PastedCallback::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use base64::prelude::BASE64_URL_SAFE_NO_PAD;
    use proptest::prelude::*;

    const STATE: &str = "right-state-right-state-right-st";
    const CODE: &str = "canary-code-19aa";

    fn pasted(text: &str) -> AddressPaste {
        let callback = crate::loopback::address(8723);
        let consent = Url::parse("https://x.com/i/oauth2/authorize").expect("an address");
        parse(&text.into(), &STATE.into(), &callback, &consent)
    }

    /// The paste in a few words: what it means, and the code.
    fn told(text: &str) -> String {
        match pasted(text).meaning {
            PastedCallback::Code(code) => format!("code {}", code.expose_secret()),
            PastedCallback::BareCode(code) => format!("bare {}", code.expose_secret()),
            PastedCallback::Refused { error } => format!("refused {error}"),
            PastedCallback::RefusedWithoutState { error } => format!("refused by somebody {error}"),
            meaning @ (PastedCallback::Declined | PastedCallback::Unclear | PastedCallback::Mistaken(_)) => {
                format!("{meaning:?}")
            }
        }
    }

    /// As long and as made as X's codes [D, docs/evidence/x.md §1.4].
    fn real_code() -> String {
        BASE64_URL_SAFE_NO_PAD.encode(format!("{}:1622160825825:1:1:ac:1", "k".repeat(45)))
    }

    #[test]
    fn a_paste_is_read_whatever_its_form() {
        let base = "http://127.0.0.1:8723/callback";
        let real = real_code();
        for (text, wanted) in [
            (format!("{base}?state={STATE}&code={CODE}"), format!("code {CODE}")),
            (format!("  \"{base}?state={STATE}&code={CODE}\"\r\n"), format!("code {CODE}")),
            (format!("{base}?state={STATE}\n  &code=canary-\ncode-19aa"), format!("code {CODE}")),
            (format!("127.0.0.1:8723/callback?state={STATE}&code={CODE}"), format!("code {CODE}")),
            (format!("https://127.0.0.1:8723/callback?state={STATE}&code={CODE}"), format!("code {CODE}")),
            (format!("{base}?state={STATE}&code={CODE}#_=_"), format!("code {CODE}")),
            (format!("?state={STATE}&code={CODE}"), format!("code {CODE}")),
            (format!("code={CODE}&state={STATE}"), format!("code {CODE}")),
            (format!("code={CODE}"), format!("bare {CODE}")),
            (format!("{base}?code={CODE}"), format!("bare {CODE}")),
            (CODE.to_owned(), format!("bare {CODE}")),
            (real.clone(), format!("bare {real}")),
            (format!("{base}?error=access_denied&state={STATE}"), "Declined".to_owned()),
            (format!("error=access_denied&state={STATE}"), "Declined".to_owned()),
            (format!("{base}?error=server_error&state={STATE}"), "refused server_error".to_owned()),
            (format!("{base}?error=invalid_request&state="), "refused by somebody invalid_request".to_owned()),
            ("error=invalid_request&state=".to_owned(), "refused by somebody invalid_request".to_owned()),
            (format!("{base}?error=server_error"), "refused by somebody server_error".to_owned()),
            (format!("{base}?error=access_denied&state="), "Unclear".to_owned()),
            (format!("{base}?error=access_denied"), "Unclear".to_owned()),
            (format!("{base}?denied=abc"), "Unclear".to_owned()),
            (format!("{base}?state={STATE}"), "Unclear".to_owned()),
        ] {
            assert_eq!(told(&text), wanted, "{text}");
        }
    }

    #[test]
    fn each_mistake_has_a_name() {
        let secret = "-RoKx3x58JA8Sm9JIt2fmAjq3q5GX-bqZ3vjJxSeGsdmGtXEbP";
        for (text, wanted) in [
            ("", PasteError::Empty),
            (" \n\t", PasteError::Empty),
            ("https://x.com/i/oauth2/authorize?response_type=code&state=abc", PasteError::StillAtX),
            ("x.com/i/flow/login", PasteError::StillAtX),
            ("https://api.twitter.com/", PasteError::StillAtX),
            ("https://notx.com/callback?code=c&state=s", PasteError::OtherAddress),
            ("https://authentik.company/source/oauth/callback/x/?state=a&code=b", PasteError::OtherAddress),
            ("http://127.0.0.1:8724/callback?state=a&code=b", PasteError::OtherAddress),
            ("http://127.0.0.1:8723/callback/?state=a&code=b", PasteError::OtherAddress),
            ("http://localhost:8723/callback?state=a&code=b", PasteError::OtherAddress),
            ("http://127.0.0.1:8723@evil.example/callback?state=a&code=b", PasteError::OtherAddress),
            ("http://me@127.0.0.1:8723/callback?state=a&code=b", PasteError::OtherAddress),
            ("about:blank", PasteError::NotACode),
            ("http://127.0.0.1:8723/callback?state=wrong&code=c", PasteError::OtherState),
            ("state=wrong&error=access_denied", PasteError::OtherState),
            ("http://127.0.0.1:8723/callback", PasteError::NoCode),
            ("http://127.0.0.1:8723/callback?utm=1", PasteError::NoCode),
            ("code=", PasteError::NoCode),
            ("code=a&code=b", PasteError::Twice),
            ("Something went wrong", PasteError::NotACode),
            ("short", PasteError::NotACode),
            ("M1M5R3BMVy13QmpScXkzTUt5OE46MTpjaQ", PasteError::NotACode),
            (secret, PasteError::NotACode),
        ] {
            let PastedCallback::Mistaken(mistake) = pasted(text).meaning else { panic!("{text}: {}", told(text)) };
            assert_eq!(mistake, wanted, "{text}");
        }
        assert!(matches!(pasted(&"a".repeat(LONGEST + 1)).meaning, PastedCallback::Mistaken(PasteError::NotACode)));
    }

    #[test]
    fn a_practice_xs_own_pages_are_no_answer() {
        let consent = Url::parse("http://127.0.0.1:4000/i/oauth2/authorize").expect("an address");
        let callback = crate::loopback::address(8723);
        let text = "http://127.0.0.1:4000/i/oauth2/authorize?state=abc".into();
        let AddressPaste { meaning, .. } = parse(&text, &STATE.into(), &callback, &consent);
        assert!(matches!(meaning, PastedCallback::Mistaken(PasteError::StillAtX)), "{meaning:?}");
    }

    #[test]
    fn nothing_pasted_is_printed() {
        for text in [CODE.to_owned(), format!("state={STATE}&code={CODE}")] {
            let read = pasted(&text);
            assert!(read.seen.is_some());
            let printed = format!("{read:?}");
            assert!(!printed.contains("canary") && !printed.contains(STATE), "{printed}");
        }
    }

    proptest! {
        #[test]
        fn no_text_passes_for_this_tests_by_chance(text in ".{0,300}") {
            prop_assert!(!matches!(pasted(&text).meaning, PastedCallback::Code(_)));
        }

        #[test]
        fn no_text_without_the_state_passes_for_this_tests(text in "(http://127.0.0.1:8723/callback)?[?]?(code|state|error)=[a-z&=?%]{0,40}") {
            let is_code = matches!(pasted(&text).meaning, PastedCallback::Code(_) | PastedCallback::Declined | PastedCallback::Refused { .. });
            prop_assert!(!is_code);
        }
    }
}

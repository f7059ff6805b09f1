use secrecy::{ExposeSecret, SecretString};
use std::fmt;
use subtle::ConstantTimeEq;
use url::{Url, form_urlencoded};

/// The parsed query of a callback (RFC 6749 §4.1.2).
#[derive(Debug)]
pub enum Callback {
    /// X returned a code.
    Code {
        /// The code.
        code: SecretString,
        /// The state that came with it.
        state: Option<SecretString>,
    },
    /// The person declined: `error=access_denied`, or `denied` of OAuth 1.0a [O, docs/evidence/x.md §1.7].
    Declined {
        /// The state that came with it.
        state: Option<SecretString>,
    },
    /// X returned another error.
    Refused {
        /// The error's code, shortened, in printable ASCII.
        error: String,
        /// The state that came with it.
        state: Option<SecretString>,
    },
    /// The query has neither a code nor an error.
    Nothing {
        /// The state that came with it.
        state: Option<SecretString>,
    },
    /// A parameter occurs twice, which RFC 6749 §3.1 forbids.
    Twice,
}

impl Callback {
    /// The state that came with it.
    pub fn state(&self) -> Option<&SecretString> {
        match self {
            Self::Code { state, .. }
            | Self::Declined { state }
            | Self::Refused { state, .. }
            | Self::Nothing { state } => state.as_ref(),
            Self::Twice => None,
        }
    }
}

/// The address that the browser requested. It contains a code, so its `Debug` output has only the path.
#[derive(Clone)]
pub struct RequestedUrl(Url);

impl RequestedUrl {
    pub(super) fn new(port: u16, query: Option<&str>) -> Self {
        let mut url = super::address(port);
        url.set_query(query);
        Self(url)
    }

    /// The whole address, for the request log, which redacts it.
    pub fn full_url(&self) -> &Url {
        &self.0
    }
}

impl fmt::Debug for RequestedUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seen({})", self.0.path())
    }
}

/// How many characters of an error's code are kept at most.
const LONGEST_ERROR: usize = 80;

/// Parses the query of a callback. Every text has a result.
pub fn parse(query: &str) -> Callback {
    let mut code = None;
    let mut state = None;
    let mut error = None;
    let mut denied = None;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let place = match name.as_ref() {
            "code" => &mut code,
            "state" => &mut state,
            "error" => &mut error,
            "denied" => &mut denied,
            _ => continue,
        };
        // An empty value is no value (RFC 6749 §3.1).
        if !value.is_empty() && place.replace(value.into_owned()).is_some() {
            return Callback::Twice;
        }
    }
    let state = state.map(SecretString::from);
    match (error, denied, code) {
        (Some(error), _, _) if error == "access_denied" => Callback::Declined { state },
        (Some(error), _, _) => Callback::Refused { error: printable(&error), state },
        (None, Some(_), _) => Callback::Declined { state },
        (None, None, Some(code)) => Callback::Code { code: code.into(), state },
        (None, None, None) => Callback::Nothing { state },
    }
}

/// Compares two secrets in a time that depends only on their lengths.
pub(super) fn same(one: &SecretString, other: &SecretString) -> bool {
    one.expose_secret().as_bytes().ct_eq(other.expose_secret().as_bytes()).into()
}

fn printable(error: &str) -> String {
    error.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').take(LONGEST_ERROR).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The callback in a few words: kind, what it carries, state.
    fn told(query: &str) -> String {
        let callback = parse(query);
        let state = callback.state().map_or("-", |state| state.expose_secret()).to_owned();
        let kind = match &callback {
            Callback::Code { code, .. } => format!("code {}", code.expose_secret()),
            Callback::Declined { .. } => "declined".to_owned(),
            Callback::Refused { error, .. } => format!("refused {error}"),
            Callback::Nothing { .. } => "nothing".to_owned(),
            Callback::Twice => "twice".to_owned(),
        };
        format!("{kind}, {state}")
    }

    #[test]
    fn an_error_is_read_before_a_code() {
        for (query, wanted) in [
            ("state=s&code=c", "code c, s"),
            ("code=c&state=s&extra=1", "code c, s"),
            ("code=c", "code c, -"),
            ("code=c&state=", "code c, -"),
            ("code=a%2Bb&state=s", "code a+b, s"),
            ("error=access_denied&state=s", "declined, s"),
            ("error=access_denied", "declined, -"),
            ("error=access_denied&error_description=No&state=s", "declined, s"),
            ("code=c&state=s&error=access_denied", "declined, s"),
            ("denied=token", "declined, -"),
            ("denied=token&code=c&state=s", "declined, s"),
            ("error=server_error&state=s", "refused server_error, s"),
            ("error=invalid_request&state=", "refused invalid_request, -"),
            ("state=&error=invalid_request", "refused invalid_request, -"),
            ("error=a%0D%0Ab%F0%9F%98%80", "refused ab, -"),
            ("", "nothing, -"),
            ("state=s", "nothing, s"),
            ("code=&state=s", "nothing, s"),
            ("code=a&code=b&state=s", "twice, -"),
            ("code=a&state=s&state=s", "twice, -"),
        ] {
            assert_eq!(told(query), wanted, "{query}");
        }
    }

    #[test]
    fn neither_code_nor_state_is_printed() {
        let seen = RequestedUrl::new(8723, Some("code=canary&state=canary"));
        assert!(seen.full_url().as_str().contains("canary"));
        assert!(!format!("{seen:?} {:?}", parse("code=canary&state=canary")).contains("canary"));
    }

    proptest! {
        #[test]
        fn whatever_the_code_it_comes_through(code in ".{1,200}", state in "[A-Za-z0-9_-]{32}") {
            let query = form_urlencoded::Serializer::new(String::new())
                .append_pair("state", &state).append_pair("code", &code).finish();
            prop_assert_eq!(told(&query), format!("code {code}, {state}"));
        }

        #[test]
        fn an_error_stays_short_and_printable(error in ".{1,400}") {
            let query = form_urlencoded::Serializer::new(String::new()).append_pair("error", &error).finish();
            if let Callback::Refused { error, .. } = parse(&query) {
                prop_assert!(error.len() <= LONGEST_ERROR && error.is_ascii());
            }
        }
    }
}

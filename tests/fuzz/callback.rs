//! The query of a callback.

use crate::text::{TargetResult, fuzz};
use proptest::prelude::*;
use secrecy::ExposeSecret as _;
use sourcerer_core::loopback::{self, Callback};

const SAMPLES: &[&str] = &[
    "state=right-state-right-state-right-st&code=TWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVw",
    "error=access_denied&state=right-state-right-state-right-st",
    "error=server_error&error_description=Try%20later&state=right-state",
    "denied=TWFkZVVw&state=right-state",
    "code=TWFkZVVwTWFkZVVw",
    "state=right-state",
];

const WORDS: &[&str] = &[
    "&",
    "=",
    "%",
    "+",
    ";",
    "?",
    "#",
    "code",
    "state",
    "error",
    "denied",
    "&code=",
    "&code=a",
    "&state=",
    "&state=b",
    "&error=",
    "&error=c",
    "&denied=d",
    "access_denied",
    "%00",
    "%0D%0A",
    "%26",
    "%3D",
    "%FF",
    "%c3%a4",
    "c%6fde=",
];

#[test]
fn callback() {
    fuzz("callback", SAMPLES, WORDS, holds);
}

fn holds(query: &str) -> TargetResult {
    let all = |wanted: &str| -> Vec<String> {
        let pairs = url::form_urlencoded::parse(query.as_bytes());
        let values = pairs.filter(|(name, value)| name == wanted && !value.is_empty());
        values.map(|(_, value)| value.into_owned()).collect()
    };
    let [code, state, error, denied] = ["code", "state", "error", "denied"].map(all);
    let callback = loopback::parse(query);

    let twice = [&code, &state, &error, &denied].iter().any(|values| values.len() > 1);
    prop_assert_eq!(matches!(callback, Callback::Twice), twice);
    if !twice {
        let read = callback.state().map(|state| state.expose_secret().to_owned());
        prop_assert_eq!(read.as_ref(), state.first());
    }
    let shown = format!("{callback:?}");
    // An error is shown, and its printable letters may spell anything.
    let spelt: String = error.iter().flat_map(|error| error.chars()).filter(char::is_ascii_graphic).collect();
    let open = |secret: &&String| secret.len() < 16 || spelt.contains(secret.as_str());
    for secret in code.iter().chain(&state).filter(|secret| !open(secret)) {
        prop_assert!(!shown.contains(secret.as_str()), "{} is shown: {}", secret, shown);
    }
    match callback {
        Callback::Twice => {}
        Callback::Code { code: read, .. } => {
            prop_assert_eq!(Some(read.expose_secret()), code.first().map(String::as_str));
            prop_assert!(error.is_empty() && denied.is_empty());
        }
        Callback::Declined { .. } => {
            prop_assert!(error == ["access_denied"] || (error.is_empty() && !denied.is_empty()));
        }
        Callback::Refused { error: read, .. } => {
            prop_assert!(!error.is_empty() && error != ["access_denied"]);
            prop_assert!(read.len() <= 80 && read.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' '));
        }
        Callback::Nothing { .. } => prop_assert!(code.is_empty() && error.is_empty() && denied.is_empty()),
    }
    Ok(())
}

//! Text that a person pasted into the fields for Client ID and Client Secret. All values here are invented.

use crate::text::{TargetResult, fuzz};
use proptest::prelude::*;
use secrecy::ExposeSecret as _;
use sourcerer_core::credentials::{
    ClientSecret, PasteField, PasteKind, PasteVerdict, PastedValue, identify, recognise,
};

const SAMPLES: &[&str] = &[
    "QUFiYkNDZGRFRWZmR0doaElJamo6MTpjaQ",
    "QUFiYkNDZGRFRWZmR0doaElJamo6MTpuYQ",
    "MadeUp-Secret_MadeUp-Secret_MadeUp-Secret_0123x7Qd",
    "MadeUpSecretMadeUpSecretMadeUpSecretMadeUpSecre123",
    "MadeUpApiKey0123456789abc",
    "MadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUp01234",
    "1234567-MadeUpMadeUpMadeUpMadeUpMadeUpMadeUp01234",
    "TWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwTWFkZVVwYWJjOjE3MDAwMDAwMDAwMDA6MToxOmF0OjE",
    "Client ID: QUFiYkNDZGRFRWZmR0doaElJamo6MTpjaQ\nClient Secret: MadeUp-Secret_MadeUp-Secret_MadeUp-Secret_0123x7Qd",
    "CLIENT_SECRET=\"MadeUp-Secret_MadeUp-Secret_MadeUp-Secret_0123x7Qd\"",
    "Authorization: Bearer AAAAAAAAAAAAAAAAAAAAAMadeUpMadeUp%2BMadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUp%3D",
    "12345678",
    "@authentik_co",
    "https://a.company/source/oauth/callback/x/",
    "••••••••••••x7Qd",
    "YOUR_CLIENT_ID",
];

const WORDS: &[&str] = &[
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{ad}",
    "\"",
    "'",
    "“",
    "”",
    "<",
    ">",
    ",",
    ";",
    ":",
    "=",
    "==",
    "-",
    "_",
    "%",
    "•",
    "***",
    "...",
    "Client ID: ",
    "Client Secret: ",
    "client_id=",
    "client_secret=",
    "Bearer ",
    "Basic ",
    "API Key: ",
    "https://",
    "@",
    "AAAAAAAAAAAAAAAAAAA",
    "OjE6Y2k",
    "\u{202e}",
    "\u{200d}",
];

#[test]
fn recognition() {
    fuzz("recognition", SAMPLES, WORDS, holds);
}

/// This fuzzer found it: with a joiner in the middle of a name the pair wasn't recognized, and the dots made it a
/// masked value; without the joiner it was a pair.
#[test]
fn a_pair_with_a_joiner_in_it_holds() {
    let text = "Client ID: QUFiYkNDZGRFRWZmR0doaElJamo6MTpjaQ\nClient Sec\u{200d}ret: \
                MadeUp-Secret_MadeUp-Secret_MadeUp-Secret_0123x7Qd...";
    assert_eq!(identify(text).recognised.kind, PasteKind::Pair);
    holds(text).expect("what holds of every text");
}

fn holds(pasted: &str) -> TargetResult {
    let read = identify(pasted);
    let value = |read: &PastedValue| read.client_id().map(|id| id.as_str().to_owned());

    let padded = identify(&format!(" \n{pasted}\r\n\t"));
    prop_assert_eq!(read.recognised.kind, padded.recognised.kind);
    prop_assert_eq!(value(&read), value(&padded));

    let shown = format!("{read:?}{}", serde_json::to_string(&read.recognised).unwrap_or_default());
    let secret = read.client_secret();
    let secret = secret.as_ref().map(|secret: &ClientSecret| secret.expose_secret()).unwrap_or_default();
    // A part of the ID after the secret's name isn't a secret.
    let is_of_id = read.pair().is_some_and(|pair| pair.id.as_str().contains(secret));
    if secret.len() >= 24 && secret.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !is_of_id {
        prop_assert!(!shown.contains(secret), "{} is shown: {}", secret, shown);
    }

    if let Some(pair) = read.pair() {
        prop_assert_eq!(read.recognised.kind, PasteKind::Pair);
        prop_assert!(!pair.id.as_str().is_empty() && !pair.secret.expose_secret().is_empty());
        prop_assert!(!pair.id.as_str().contains(char::is_whitespace));
    } else if let Some(found) = value(&read) {
        let again = identify(&found);
        prop_assert_eq!(read.recognised.kind, again.recognised.kind, "{:?}", found);
        prop_assert_eq!(Some(found), value(&again));
    } else {
        let without_value = [PasteKind::Empty, PasteKind::OldPair, PasteKind::Several];
        prop_assert!(without_value.contains(&read.recognised.kind), "{:?}", read.recognised.kind);
    }

    for field in [PasteField::ClientId, PasteField::ClientSecret] {
        let here = recognise(pasted, field);
        prop_assert_eq!(here.recognised.kind, read.recognised.kind);
        prop_assert_eq!(value(&here), value(&read));
        if here.recognised.verdict == PasteVerdict::Fits {
            let fitting: &[_] = match field {
                PasteField::ClientId => &[PasteKind::ClientIdConfidential, PasteKind::Pair],
                PasteField::ClientSecret => &[PasteKind::ClientSecret, PasteKind::AmbiguousSecret, PasteKind::Pair],
            };
            prop_assert!(fitting.contains(&here.recognised.kind), "{:?} fits {:?}", here.recognised.kind, field);
        }
    }
    Ok(())
}

//! The last check before anything leaves the program: whether it contains a secret.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use maud::html;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

/// Shorter ones occur by chance, and none of X's or authentik's is that short.
const SHORTEST: usize = 8;

/// Every secret that a run knows.
#[derive(Clone, Debug, Default)]
pub struct Secrets(Vec<SecretString>);

impl Secrets {
    /// Collects these secrets.
    pub fn new(all: impl IntoIterator<Item = SecretString>) -> Self {
        Self(all.into_iter().filter(|one| one.expose_secret().len() >= SHORTEST).collect())
    }

    /// Adds the secrets of another collection.
    #[must_use]
    pub fn merge(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// Whether a text contains one of them, either literally or in an encoding that programs use.
    pub fn occur_in(&self, text: &str) -> bool {
        self.0.iter().any(|secret| forms(secret.expose_secret()).iter().any(|form| text.contains(form.as_str())))
    }
}

/// Shorter ones may be part of an ordinary name; X's and authentik's own have 50 characters and more.
const CERTAIN: usize = 16;

impl Secrets {
    /// Whether a value that isn't secret is one of them, or contains one. It would be shown, sent and stored in the clear.
    pub fn stand_in(&self, value: &str) -> bool {
        let is_long = |secret: &SecretString| secret.expose_secret().len() >= CERTAIN;
        let long = Self(self.0.iter().filter(|secret| is_long(secret)).cloned().collect());
        self.0.iter().any(|secret| secret.expose_secret() == value.trim()) || long.occur_in(value)
    }

    /// The same for every text in a structure.
    pub fn stand_in_any(&self, value: &Value) -> bool {
        match value {
            Value::String(text) => self.stand_in(text),
            Value::Array(all) => all.iter().any(|one| self.stand_in_any(one)),
            Value::Object(fields) => fields.iter().any(|(name, one)| self.stand_in(name) || self.stand_in_any(one)),
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }
}

/// A secret as it may be written: as it is, in an address, in JSON, in HTML, in hexadecimal digits and in base64, also in
/// the middle of something longer, as HTTP's Basic scheme has it (RFC 7617).
fn forms(secret: &str) -> Vec<Zeroizing<String>> {
    let bytes = secret.as_bytes();
    let hex = |digit: fn(&u8) -> String| bytes.iter().map(digit).collect::<String>();
    let json = serde_json::Value::from(secret).to_string();
    let mut forms = vec![
        secret.to_owned(),
        url::form_urlencoded::byte_serialize(bytes).collect(),
        json.trim_matches('"').to_owned(),
        html! { (secret) }.into_string(),
        hex(|byte| format!("{byte:02x}")),
        hex(|byte| format!("{byte:02X}")),
    ];
    for before in 0..3 {
        let whole = Zeroizing::new([&vec![0; before], bytes].concat());
        // What shares a character with its neighbours is left out on both sides.
        let (from, to) = ((before * 8).div_ceil(6), whole.len() * 8 / 6);
        for encoded in [STANDARD_NO_PAD.encode(&*whole), URL_SAFE_NO_PAD.encode(&*whole)] {
            forms.extend(encoded.get(from..to).map(str::to_owned));
        }
    }
    forms.into_iter().map(Zeroizing::new).collect()
}

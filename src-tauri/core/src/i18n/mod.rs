//! The sentences that people read, as plain data: the key of a message and its arguments.
//!
//! The text is in `locales/<language>/*.ftl` ([Fluent](https://projectfluent.org)). The core refers to a message by its
//! function in [`msg`], so a missing key or argument doesn't compile. The code that shows a message formats it in a
//! language: the page with Fluent's own library, everything else with [`Localizer`].
//!
//! `**…**` marks words as X's or authentik's screen shows them, and `` `…` `` marks a value. Marks in arguments have no
//! effect, and what hides in an argument is shown ([`visible`]).

mod localizer;
pub mod markdown;
mod spans;
pub mod visible;

pub use localizer::Localizer;
pub use spans::{Mark, Span};

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

include!(concat!(env!("OUT_DIR"), "/msg.rs"));

/// A sentence to show: `id` is its key (`key` or `key.attribute`), and `args` are its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Message {
    /// The key in the message files.
    pub id: Cow<'static, str>,
    /// The arguments by name.
    #[serde(default)]
    pub args: BTreeMap<Cow<'static, str>, Arg>,
}

impl Message {
    fn new<const N: usize>(id: &'static str, args: [(&'static str, Arg); N]) -> Self {
        Self {
            id: Cow::Borrowed(id),
            args: args.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect(),
        }
    }

    /// The message with a key that comes from data (the guide to X's Developer Console); `None` if the message files
    /// don't have it.
    pub fn from_key(id: &str, args: impl IntoIterator<Item = (&'static str, Arg)>) -> Option<Self> {
        let (id, _) = KEYS.iter().find(|(key, _)| *key == id)?;
        let args = args.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
        Some(Self { id: Cow::Borrowed(id), args })
    }
}

/// The arguments whose numbers name something instead of counting it, so that their digits aren't grouped: port 41557,
/// but 10,000 sources. No pattern chooses by one of them.
pub const IDENTIFIERS: &[&str] = &["byte", "line", "number", "port", "row", "year"];

/// One argument of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Arg {
    /// A number, formatted and pluralised by the language.
    Number(#[cfg_attr(feature = "bindings", ts(type = "number"))] i64),
    /// Text that is shown as it is.
    Text(String),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<u16> for Arg {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::KEYS;

    #[test]
    fn every_page_has_three_to_five_whole_answers_to_why() {
        let has = |key: &str| KEYS.iter().any(|(kept, arguments)| *kept == key && arguments.is_empty());
        let mut found = 0;
        for page in ["start", "server", "names", "xapp", "credentials", "signin", "push", "verify"] {
            let items = (1..100).take_while(|n| has(&format!("why-{page}-{n}"))).count();
            assert!((3..=5).contains(&items), "{page}: {items}");
            for n in 1..=items {
                assert!(has(&format!("why-{page}-{n}-title")), "{page} {n}");
            }
            found += 2 * items;
        }
        assert_eq!(found, KEYS.iter().filter(|(key, _)| key.starts_with("why-")).count(), "one belongs to no page");
    }
}

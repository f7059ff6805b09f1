use crate::i18n::{Message, msg};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// The name of a source in authentik's URLs: letters of either case, digits, `-` and `_`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
pub struct Slug(String);

/// Why a text can't be a slug.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SlugError {
    /// It is empty.
    #[error("the slug is empty")]
    Empty,
    /// It has white space in the middle.
    #[error("there is white space inside the slug")]
    Blank,
    /// It has a character that authentik refuses.
    #[error("{character:?} can't stand in a slug")]
    Character {
        /// The first such character.
        character: char,
    },
    /// It has more than [`Slug::LONGEST`] characters.
    #[error("{length} characters are too many for a slug")]
    TooLong {
        /// How many characters it has.
        length: usize,
    },
}

impl SlugError {
    /// What is wrong and how to fix it, for display at the field.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => msg::address_slug_empty(),
            Self::Blank => msg::address_slug_blank(),
            Self::Character { character } => msg::address_slug_character(character.to_string()),
            Self::TooLong { length } => msg::address_slug_too_long(*length, Slug::LONGEST),
        }
    }
}

impl Slug {
    /// The longest slug that every release takes: 50 characters up to 2025.10, without a limit from 2025.12
    /// (`maxLength` in the releases' API descriptions).
    pub const LONGEST: usize = 50;

    /// Parses a slug for a new source, ignoring white space around it.
    ///
    /// # Errors
    /// What authentik would refuse, each with a message for the field.
    pub fn parse(typed: &str) -> Result<Self, SlugError> {
        let slug = Self::parse_existing(typed.trim())?;
        match slug.0.len() {
            length if length > Self::LONGEST => Err(SlugError::TooLong { length }),
            _ => Ok(slug),
        }
    }

    /// Parses the slug of an existing source, which may be longer.
    ///
    /// # Errors
    /// What no server can have: an empty text, or one with a character that isn't allowed.
    pub fn parse_existing(text: &str) -> Result<Self, SlugError> {
        if text.is_empty() {
            return Err(SlugError::Empty);
        }
        match text.chars().find(|c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))) {
            Some(c) if c.is_whitespace() => Err(SlugError::Blank),
            Some(character) => Err(SlugError::Character { character }),
            None => Ok(Self(text.to_owned())),
        }
    }

    /// The slug as it stands in URLs.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Slug {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse_existing(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Localizer;

    #[test]
    fn authentiks_rules_hold() {
        #[track_caller]
        fn check(typed: &str, read: Result<&str, SlugError>) {
            assert_eq!(Slug::parse(typed), read.map(|slug| Slug(slug.to_owned())));
        }
        check("twitter", Ok("twitter"));
        check("X", Ok("X"));
        check("-_-", Ok("-_-"));
        check("9", Ok("9"));
        check("  x\n", Ok("x"));
        check("", Err(SlugError::Empty));
        check(" \t", Err(SlugError::Empty));
        check("sign in", Err(SlugError::Blank));
        check("x/y", Err(SlugError::Character { character: '/' }));
        check("x.com", Err(SlugError::Character { character: '.' }));
        check("grün", Err(SlugError::Character { character: 'ü' }));
        check("x%20", Err(SlugError::Character { character: '%' }));
        check(&"a".repeat(50), Ok(&"a".repeat(50)));
        check(&"a".repeat(51), Err(SlugError::TooLong { length: 51 }));
    }

    #[test]
    fn a_longer_slug_of_a_newer_server_is_read() {
        assert!(Slug::parse_existing(&"a".repeat(60)).is_ok());
        assert_eq!(Slug::parse_existing(" x"), Err(SlugError::Blank));
    }

    #[test]
    fn errors_say_how_to_mend_them() {
        let said = |error: SlugError| Localizer::english().format(&error.message());
        let character = said(SlugError::Character { character: '/' });
        assert!(character.contains("not /"), "{character}");
        let long = said(SlugError::TooLong { length: 51 });
        assert!(long.contains("51 characters") && long.contains("authentik allows 50"), "{long}");
    }
}

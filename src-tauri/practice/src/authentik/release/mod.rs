//! Which of authentik's releases is simulated, and what it supports: this is in `table.toml`, which also has the
//! evidence.
//!
//! Answers are created in the form of the newest release. A layer in front of the API removes what the simulated
//! release doesn't have, in requests as well, because a real server ignores fields and parameters that it doesn't know.

mod layer;
mod shape;
mod table;

pub(super) use layer::layer;
pub use shape::Call;

use std::fmt;
use std::str::FromStr;
use table::TABLE;

/// One of the releases that can be simulated; the default is 2025.12.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Release(&'static table::ReleaseRow);

/// A difference between releases that isn't only an added or a removed field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Behaviour {
    /// The PKCE challenge is a hash. Before, it is the verifier itself.
    PkceS256,
    /// X receives the Client Secret only as HTTP Basic. Before, the body contains it too, with the Client ID.
    SecretInHeaderOnly,
    /// A source can be changed without its type in the request. Before, that causes an internal error.
    PatchWithoutType,
    /// The event of a new user contains that user. Before, it contains no user.
    NamesANewUser,
    /// The event of a mapping that raised an exception has the parts of the exception in fields. Before, they are one
    /// text.
    StructuredExceptions,
    /// A link can't be made through the API: its user is read-only, and the server breaks without one.
    LinksReadOnly,
    /// A write that fails has its own status and a page; before, an empty 405.
    TrueStatus,
    /// The source asks X for the email address by itself.
    AsksForEmail,
    /// A Client Secret is an object of its own, to which a source refers; drafted.
    SecretObjects,
}

impl Release {
    /// All of them, oldest first; the last is made up, newer than any that is known, and the one before it is drafted.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.release.iter().map(Self)
    }

    /// The release's name, such as `2025.12`.
    pub fn name(self) -> &'static str {
        &self.0.name.text
    }

    /// The version that the server reports, such as `2025.12.4`.
    pub fn version(self) -> &'static str {
        &self.0.plays
    }

    /// Whether the release is invented.
    pub fn is_made_up(self) -> bool {
        self.0.made_up
    }

    /// Whether it is played as it was drafted: nobody has seen such a release.
    pub fn is_drafted(self) -> bool {
        self.0.drafted
    }

    /// Year and month, as its pages name it.
    pub(super) fn family(self) -> &'static str {
        self.name().split('-').next().unwrap_or_default()
    }

    pub(super) fn has(self, behaviour: Behaviour) -> bool {
        let name = &self.0.name;
        TABLE
            .behaviour
            .get(&behaviour)
            .is_some_and(|row| row.since <= *name && row.until.as_ref().is_none_or(|until| name < until))
    }

    /// Whether a field accepts this choice in this release. Only for fields whose choices are in the table.
    pub(super) fn knows(self, field: &str, choice: &str) -> bool {
        TABLE.choices.get(field).is_none_or(|names| self.is_made_up() || names.of(self).any(|name| name == choice))
    }
}

impl Default for Release {
    fn default() -> Self {
        Self(TABLE.release.iter().find(|row| row.name.text == table::DEFAULT).unwrap_or(&TABLE.release[0]))
    }
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Release({})", self.name())
    }
}

/// No release with this name can be simulated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{wanted:?} is none of {}", Release::all().map(Release::name).collect::<Vec<_>>().join(", "))]
pub struct UnknownRelease {
    /// The requested name.
    pub wanted: String,
}

impl FromStr for Release {
    type Err = UnknownRelease;

    /// Finds a release by its name or by its version.
    fn from_str(text: &str) -> Result<Self, UnknownRelease> {
        Self::all()
            .find(|release| release.name() == text || release.version() == text)
            .ok_or_else(|| UnknownRelease { wanted: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_are_found_by_name_and_by_version_and_no_other_way() {
        let names: Vec<_> = Release::all().map(Release::name).collect();
        assert_eq!(
            names,
            [
                "2024.12",
                "2025.2",
                "2025.6",
                "2025.8",
                "2025.10",
                "2025.12",
                "2026.2",
                "2026.5",
                "2026.8",
                "2026.11-draft",
                "9999.1"
            ],
            "the order is that of time"
        );
        for release in Release::all() {
            assert_eq!(release.name().parse(), Ok(release));
            assert_eq!(release.version().parse(), Ok(release));
            assert!(release.version().starts_with(release.family()));
            assert_eq!(release.is_drafted(), release.name().ends_with("-draft"), "what is drafted says so");
            assert!(!(release.is_drafted() && release.is_made_up()), "{release}");
        }
        assert_eq!(Release::default().version(), "2025.12.4");
        let unknown = "2025.4".parse::<Release>().expect_err("it isn't played");
        assert_eq!(
            unknown.to_string(),
            r#""2025.4" is none of 2024.12, 2025.2, 2025.6, 2025.8, 2025.10, 2025.12, 2026.2, 2026.5, 2026.8, 2026.11-draft, 9999.1"#
        );
    }

    #[test]
    fn what_came_after_is_dated_and_what_is_drafted_is_in_one_release_only() {
        let played = ["2026.2", "2026.5", "2026.8", "2026.11-draft", "9999.1"];
        let played = played.map(|name| name.parse::<Release>().expect("a release"));
        for (behaviour, wanted) in [
            (Behaviour::LinksReadOnly, [false, true, true, true, true]),
            (Behaviour::TrueStatus, [false, false, true, true, true]),
            (Behaviour::AsksForEmail, [false, false, true, true, true]),
            (Behaviour::SecretObjects, [false, false, false, true, false]),
        ] {
            assert_eq!(played.map(|release| release.has(behaviour)), wanted, "{behaviour:?}");
        }
        let azure = played.map(|release| release.knows("provider_type", "azuread"));
        assert_eq!(azure, [true, true, false, false, true], "of the made-up one every choice is taken");
    }

    #[test]
    fn what_was_measured_on_three_releases_is_so() {
        let [oldest, middle, newest] =
            ["2024.12.5", "2025.12.4", "2026.2.2"].map(|version| version.parse::<Release>().expect("a release"));
        for (behaviour, measured) in [
            (Behaviour::PkceS256, [false, true, true]),
            (Behaviour::SecretInHeaderOnly, [false, true, true]),
            (Behaviour::PatchWithoutType, [false, false, true]),
            (Behaviour::NamesANewUser, [false, true, true]),
            (Behaviour::StructuredExceptions, [false, true, true]),
        ] {
            assert_eq!([oldest, middle, newest].map(|release| release.has(behaviour)), measured, "{behaviour:?}");
        }
        assert!(!oldest.knows("provider_type", "slack") && middle.knows("provider_type", "slack"));
        assert!(oldest.knows("provider_type", "twitter") && oldest.knows("any_other", "thing"));
    }
}

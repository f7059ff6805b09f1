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
}

impl Release {
    /// All releases, oldest first. The last one is invented and newer than any known release.
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

    pub(super) fn has(self, behaviour: Behaviour) -> bool {
        TABLE.behaviour.get(&behaviour).is_some_and(|row| row.since <= self.0.name)
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
            ["2024.12", "2025.2", "2025.6", "2025.8", "2025.10", "2025.12", "2026.2", "9999.1"],
            "the order is that of time"
        );
        for release in Release::all() {
            assert_eq!(release.name().parse(), Ok(release));
            assert_eq!(release.version().parse(), Ok(release));
            assert!(release.version().starts_with(release.name()));
        }
        assert_eq!(Release::default().version(), "2025.12.4");
        let unknown = "2025.4".parse::<Release>().expect_err("it isn't played");
        assert_eq!(
            unknown.to_string(),
            r#""2025.4" is none of 2024.12, 2025.2, 2025.6, 2025.8, 2025.10, 2025.12, 2026.2, 9999.1"#
        );
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

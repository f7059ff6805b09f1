//! The table's format; the head of the table explains each part.

use super::{Behaviour, Release};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The release that is simulated by default.
pub(super) const DEFAULT: &str = "2025.12";

/// `table.toml`, in the form that the build script converts it to.
pub(super) static TABLE: LazyLock<ReleaseTable> = LazyLock::new(|| {
    let json = include_str!(concat!(env!("OUT_DIR"), "/table.json"));
    serde_json::from_str(json).expect("it is built in, and a test reads it")
});

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReleaseTable {
    pub(super) release: Vec<ReleaseRow>,
    pub(super) behaviour: BTreeMap<Behaviour, Introduction>,
    pub(super) choices: BTreeMap<String, NamesByRelease>,
    pub(super) answer: BTreeMap<String, ObjectShape>,
    pub(super) write: BTreeMap<String, NamesByRelease>,
    pub(super) call: Vec<CallRow>,
}

/// The row of a release.
#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub(super) struct ReleaseRow {
    pub(super) name: ReleaseName,
    pub(super) plays: String,
    #[serde(default)]
    pub(super) made_up: bool,
    /// Whether it plays what was only drafted for it.
    #[serde(default)]
    pub(super) drafted: bool,
}

/// When a behavior came, and in a few cases when it is gone again.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Introduction {
    pub(super) since: ReleaseName,
    pub(super) until: Option<ReleaseName>,
    /// How that is known, for readers of the table.
    #[serde(rename = "known")]
    _known: String,
}

/// Names of fields, parameters or choices by release.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NamesByRelease {
    always: String,
    since: BTreeMap<ReleaseName, String>,
    until: BTreeMap<ReleaseName, String>,
    gone: BTreeMap<ReleaseName, String>,
    only: BTreeMap<ReleaseName, String>,
    without: BTreeMap<ReleaseName, String>,
}

impl NamesByRelease {
    /// The names that a release has, with their suffix signs.
    pub(super) fn of(&self, release: Release) -> impl Iterator<Item = &str> {
        let name = &release.0.name;
        let came = self.since.iter().filter(move |(since, _)| *since <= name).map(|(_, names)| names);
        let stays = self.until.iter().filter(move |(until, _)| name < *until).map(|(_, names)| names);
        let own = self.only.get(name);
        let lost = self.gone.iter().filter(move |(gone, _)| *gone <= name).map(|(_, names)| names);
        let lost: Vec<_> =
            lost.chain(self.without.get(name)).flat_map(|names| names.split_ascii_whitespace()).collect();
        let all = std::iter::once(&self.always).chain(came).chain(stays).chain(own);
        all.flat_map(|names| names.split_ascii_whitespace()).filter(move |name| !lost.contains(&bare(name)))
    }

    /// The names that any release has, without their suffix signs.
    pub(super) fn ever(&self) -> impl Iterator<Item = &str> {
        let all = std::iter::once(&self.always).chain(self.since.values()).chain(self.until.values());
        let all = all.chain(self.only.values());
        all.flat_map(|names| names.split_ascii_whitespace()).map(bare)
    }

    /// Whether another release has this name, but this one doesn't.
    pub(super) fn lacks(&self, release: Release, name: &str) -> bool {
        self.ever().any(|known| known == name) && !self.of(release).any(|known| bare(known) == name)
    }
}

/// A name without its suffix sign.
pub(super) fn bare(name: &str) -> &str {
    name.trim_end_matches(['?', '!'])
}

/// The fields of an object in an answer.
#[derive(Debug, Deserialize)]
pub(super) struct ObjectShape {
    #[serde(flatten)]
    pub(super) names: NamesByRelease,
    #[serde(default)]
    pub(super) old: BTreeMap<String, RemovedField>,
    #[serde(default)]
    pub(super) inside: BTreeMap<String, String>,
}

/// What a field contained before a release.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RemovedField {
    pub(super) before: ReleaseName,
    pub(super) from: Option<String>,
    #[serde(default)]
    pub(super) value: serde_json::Value,
}

/// The row of a call.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CallRow {
    pub(super) at: String,
    #[serde(default)]
    pub(super) answers: String,
    pub(super) takes: Option<String>,
    #[serde(default)]
    pub(super) asks: NamesByRelease,
    /// The only release that has it.
    pub(super) only: Option<ReleaseName>,
}

/// A release's name: year and month, ordered as they are; a word behind them says what is special about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct ReleaseName {
    year: u16,
    month: u16,
    pub(super) text: String,
}

impl TryFrom<String> for ReleaseName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let family = text.split('-').next().unwrap_or_default();
        let parts = family.split_once('.').and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
        let Some((year, month)) = parts else { return Err(format!("{text:?} is no release")) };
        Ok(Self { year, month, text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_together() {
        let known: Vec<_> = TABLE.release.iter().map(|row| &row.name).collect();
        assert!(known.is_sorted() && known.iter().any(|name| name.text == DEFAULT), "{known:?}");
        let names = TABLE.answer.values().map(|object| &object.names).chain(TABLE.write.values());
        let names = names.chain(TABLE.choices.values()).chain(TABLE.call.iter().map(|call| &call.asks));
        let of_names = |names: &'static NamesByRelease| {
            let all = [&names.since, &names.until, &names.gone, &names.only, &names.without];
            all.into_iter().flat_map(BTreeMap::keys)
        };
        let of_behaviours = TABLE.behaviour.values().flat_map(|row| std::iter::once(&row.since).chain(&row.until));
        let of_calls = TABLE.call.iter().filter_map(|call| call.only.as_ref());
        for release in names.flat_map(of_names).chain(of_behaviours).chain(of_calls) {
            assert!(known.contains(&release), "{release:?} is no release");
        }
        for (name, object) in &TABLE.answer {
            for inside in object.inside.values() {
                assert!(TABLE.answer.contains_key(inside), "{name} holds {inside}");
            }
            for field in object.old.keys().chain(object.inside.keys()) {
                assert!(object.names.ever().any(|known| known == field), "{name} has no {field}");
            }
        }
        for call in &TABLE.call {
            let object = call.answers.rsplit(' ').next().unwrap_or_default();
            assert!(object.is_empty() || TABLE.answer.contains_key(object), "{}", call.at);
            assert!(call.takes.as_ref().is_none_or(|takes| TABLE.write.contains_key(takes)), "{}", call.at);
        }
    }
}

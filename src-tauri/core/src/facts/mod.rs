//! The dated facts that the product rests on, from wherever they are kept: the evidence pages, the guide to X's form with
//! its prices and limits, and what the catalogue of diagnoses cites.
//!
//! The day that counts is always the oldest one. Nothing here knows what day it is: the caller says it.

mod ages;
#[cfg(test)]
mod tests;

pub use ages::{FactAges, GroupAge};

use crate::diagnosis;
use crate::evidence::{Citation, EvidencePage, Section, Tag};
use crate::i18n::{Message, msg};
use crate::portal::{self, DatedEntry, GuidePart};
use serde::Serialize;
use time::Date;

/// Where a fact belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum FactGroup {
    /// The evidence page about X.
    X,
    /// The evidence page about authentik.
    Authentik,
    /// The guide to X's form and screens.
    Guide,
    /// X's prices and limits.
    Limits,
    /// What the diagnoses rest on.
    Diagnoses,
    /// What the possible causes of a diagnosis rest on.
    Causes,
}

/// A fact with the days on which it was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedFact {
    /// Where it belongs.
    pub group: FactGroup,
    /// Its name there: the number of a section, the name of an entry of the guide, the id of a diagnosis or cause.
    pub name: String,
    /// What it says.
    pub text: String,
    /// How well it is known.
    pub tags: Vec<Tag>,
    /// Where it was read or measured, as far as that is kept with it.
    pub sources: Vec<String>,
    /// The first of the days on which it, or what it cites, was looked at.
    pub oldest: Date,
    /// The last of them.
    pub newest: Date,
}

impl FactGroup {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [Self::X, Self::Authentik, Self::Guide, Self::Limits, Self::Diagnoses, Self::Causes];

    /// Its name in the terminal.
    pub fn name(self) -> &'static str {
        match self {
            Self::X => "x",
            Self::Authentik => "authentik",
            Self::Guide => "guide",
            Self::Limits => "limits",
            Self::Diagnoses => "diagnoses",
            Self::Causes => "causes",
        }
    }

    /// It in words.
    pub fn title(self) -> Message {
        match self {
            Self::X => msg::facts_group_x(),
            Self::Authentik => msg::facts_group_authentik(),
            Self::Guide => msg::facts_group_guide(),
            Self::Limits => msg::facts_group_limits(),
            Self::Diagnoses => msg::facts_group_diagnoses(),
            Self::Causes => msg::facts_group_causes(),
        }
    }

    /// The file that its facts are kept in, in the repository.
    pub fn path(self) -> &'static str {
        match self {
            Self::X => EvidencePage::X.path(),
            Self::Authentik => EvidencePage::Authentik.path(),
            Self::Guide | Self::Limits => "src-tauri/core/src/portal/guide.toml",
            Self::Diagnoses | Self::Causes => "src-tauri/core/src/diagnosis/citations.rs",
        }
    }
}

/// All of them, group by group.
pub fn all() -> Vec<DatedFact> {
    let pages = EvidencePage::ALL
        .into_iter()
        .flat_map(|page| page.sections().iter().flat_map(move |section| of_section(page, section)));
    let entries = portal::guide().dated_entries().into_iter().map(DatedFact::from);
    let diagnoses =
        diagnosis::cited_diagnoses().filter_map(|(id, cited)| DatedFact::cited(FactGroup::Diagnoses, id, cited));
    let causes = diagnosis::cited_causes()
        .filter_map(|(cause, cited)| DatedFact::cited(FactGroup::Causes, cause.entry().0, cited));
    pages.chain(entries).chain(diagnoses).chain(causes).collect()
}

fn of_section(page: EvidencePage, section: &Section) -> impl Iterator<Item = DatedFact> {
    let group = match page {
        EvidencePage::X => FactGroup::X,
        EvidencePage::Authentik => FactGroup::Authentik,
    };
    section.facts.iter().map(move |fact| DatedFact {
        group,
        name: section.number.clone(),
        text: fact.text.clone(),
        tags: fact.tags.clone(),
        sources: vec![fact.source.clone()],
        oldest: fact.oldest,
        newest: fact.newest,
    })
}

impl From<DatedEntry> for DatedFact {
    fn from(entry: DatedEntry) -> Self {
        let DatedEntry { part, name, text, source, evidence, checked } = entry;
        let (group, name) = match part {
            GuidePart::Limit => (FactGroup::Limits, name),
            GuidePart::Layout
            | GuidePart::Word
            | GuidePart::Field
            | GuidePart::Step
            | GuidePart::Seen
            | GuidePart::Scope => (FactGroup::Guide, format!("{}.{name}", part.name())),
        };
        let sources = source.into_iter().collect();
        Self { group, name, text, tags: vec![evidence.tag()], sources, oldest: checked, newest: checked }
    }
}

impl DatedFact {
    /// What cites sections of the evidence pages; nothing where no fact stands in them.
    fn cited(group: FactGroup, name: &str, cited: &[Citation]) -> Option<Self> {
        let facts = || cited.iter().flat_map(|citation| citation.facts());
        let mut tags: Vec<_> = facts().flat_map(|fact| fact.tags.iter().copied()).collect();
        tags.sort_unstable();
        tags.dedup();
        let titles: Vec<_> = cited.iter().filter_map(|citation| Some(citation.section()?.title.as_str())).collect();
        Some(Self {
            group,
            name: name.to_owned(),
            text: titles.join("; "),
            tags,
            sources: cited.iter().map(|citation| citation.link()).collect(),
            oldest: facts().map(|fact| fact.oldest).min()?,
            newest: facts().map(|fact| fact.newest).max()?,
        })
    }
}

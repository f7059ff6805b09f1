//! The table of a list: its rows with their verdicts, of which a page gets one section at a time.

use super::entry::ListEntry;
use super::verdict::{CheckMark, RowVerdict};
use crate::diagnosis::Severity;
use crate::i18n::Message;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::sync::Arc;

/// A list with the verdict of each row, if there is one. Clones share the list.
#[derive(Clone, Debug, Default)]
pub struct FleetTable {
    entries: Arc<[ListEntry]>,
    verdicts: Vec<Option<RowVerdict>>,
    counts: FleetCounts,
}

/// How many rows there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FleetCounts {
    /// All.
    pub all: u32,
    /// Those with a verdict.
    pub done: u32,
    /// Those that are fine.
    pub fine: u32,
    /// Those with a note at worst.
    pub notes: u32,
    /// Those with a risk at worst.
    pub risks: u32,
    /// Those where sign-in breaks.
    pub breaks: u32,
}

/// Which rows are wanted, and in what order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FleetQuery {
    /// What address, slug, release or a diagnosis' id holds; empty for all.
    pub text: String,
    /// Which rows to include.
    pub show: FleetFilter,
    /// By what they are ordered; rows that are equal in it keep the list's order.
    pub order: FleetOrder,
    /// Whether the last comes first.
    pub descending: bool,
    /// The first wanted, counted from 0.
    pub from: u32,
    /// The one after the last wanted.
    pub to: u32,
}

/// Which kind of row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum FleetFilter {
    /// All rows.
    #[default]
    All,
    /// Sources at which sign-in is broken.
    Breaks,
    /// With a risk at worst.
    Risks,
    /// With a note at worst.
    Notes,
    /// Sources without a problem.
    Fine,
    /// Without a verdict yet.
    Open,
}

/// By what rows are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum FleetOrder {
    /// As the list has them.
    #[default]
    Line,
    /// By address.
    Server,
    /// By slug.
    Slug,
    /// By release.
    Release,
    /// By how the callback was found.
    Callback,
    /// By how the button was found.
    Button,
    /// By how the Client ID was found.
    ClientId,
    /// By how long they took.
    Millis,
    /// By severity; rows without a verdict come before all others.
    Verdict,
}

/// Some rows of the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FleetRows {
    /// How many the query finds.
    pub total: u32,
    /// Which of them comes first, counted from 0.
    pub from: u32,
    /// The requested rows.
    pub rows: Vec<FleetRow>,
}

/// A row, to be drawn.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FleetRow {
    /// The row's id.
    pub id: u32,
    /// The line of the list.
    pub line: u32,
    /// The server's address.
    pub server: String,
    /// The slug.
    pub slug: String,
    /// The release that the server tells.
    pub release: Option<String>,
    /// The verdict; none yet.
    pub severity: Option<Severity>,
    /// What the worst of it is called.
    pub title: Option<Message>,
    /// The ids of its diagnoses, worst first.
    pub diagnoses: Vec<String>,
    /// How the callback was found.
    pub callback: Option<CheckMark>,
    /// How the button was found.
    pub button: Option<CheckMark>,
    /// How the Client ID was found.
    pub client_id: Option<CheckMark>,
    /// How long it took, in milliseconds.
    pub millis: Option<u32>,
}

impl FleetCounts {
    fn count(&mut self, severity: Severity) {
        self.done += 1;
        match severity {
            Severity::Fine => self.fine += 1,
            Severity::Note => self.notes += 1,
            Severity::Risk => self.risks += 1,
            Severity::Breaks => self.breaks += 1,
        }
    }
}

impl FleetTable {
    /// The table of this list, without a verdict.
    pub fn new(entries: Vec<ListEntry>) -> Self {
        let all = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let verdicts = vec![None; entries.len()];
        Self { entries: entries.into(), verdicts, counts: FleetCounts { all, ..FleetCounts::default() } }
    }

    /// The list.
    pub fn entries(&self) -> Arc<[ListEntry]> {
        Arc::clone(&self.entries)
    }

    /// The verdict of each row of the list.
    pub fn verdicts(&self) -> &[Option<RowVerdict>] {
        &self.verdicts
    }

    /// How many rows there are of each kind.
    pub fn counts(&self) -> FleetCounts {
        self.counts
    }

    /// The rows without a verdict.
    pub fn open(&self) -> Vec<u32> {
        (0..).zip(&self.verdicts).filter(|(_, verdict)| verdict.is_none()).map(|(row, _)| row).collect()
    }

    /// The source of a row.
    pub fn entry(&self, row: u32) -> Option<&ListEntry> {
        self.entries.get(row as usize)
    }

    /// Takes a row's verdict.
    pub fn set_verdict(&mut self, row: u32, verdict: RowVerdict) {
        let Some(place) = self.verdicts.get_mut(row as usize) else { return };
        let severity = verdict.severity;
        if place.replace(verdict).is_none() {
            self.counts.count(severity);
        } else {
            self.counts = FleetCounts { all: self.counts.all, ..FleetCounts::default() };
            self.verdicts.iter().flatten().for_each(|verdict| self.counts.count(verdict.severity));
        }
    }

    /// Drops all verdicts.
    pub fn clear(&mut self) {
        self.verdicts.fill(None);
        self.counts = FleetCounts { all: self.counts.all, ..FleetCounts::default() };
    }

    /// The rows that a query wants.
    pub fn rows(&self, query: &FleetQuery) -> FleetRows {
        let wanted = query.text.trim().to_lowercase();
        let mut found: Vec<usize> =
            (0..self.entries.len()).filter(|at| self.is_shown(*at, query.show) && self.holds(*at, &wanted)).collect();
        if query.order != FleetOrder::Line {
            found.sort_by(|one, other| {
                let order = self.compare(*one, *other, query.order);
                if query.descending { order.reverse() } else { order }
            });
        } else if query.descending {
            found.reverse();
        }
        let (from, to) = (query.from as usize, query.to as usize);
        let rows = found.iter().skip(from).take(to.saturating_sub(from)).map(|at| self.row(*at)).collect();
        FleetRows { total: u32::try_from(found.len()).unwrap_or(u32::MAX), from: query.from, rows }
    }

    fn is_shown(&self, at: usize, show: FleetFilter) -> bool {
        let severity = self.verdicts[at].as_ref().map(|verdict| verdict.severity);
        match show {
            FleetFilter::All => true,
            FleetFilter::Open => severity.is_none(),
            FleetFilter::Fine => severity == Some(Severity::Fine),
            FleetFilter::Notes => severity == Some(Severity::Note),
            FleetFilter::Risks => severity == Some(Severity::Risk),
            FleetFilter::Breaks => severity == Some(Severity::Breaks),
        }
    }

    fn holds(&self, at: usize, wanted: &str) -> bool {
        let (entry, verdict) = (&self.entries[at], self.verdicts[at].as_ref());
        // Addresses and ids are in lower case already.
        wanted.is_empty()
            || entry.site.server.as_str().contains(wanted)
            || entry.slug.as_str().to_ascii_lowercase().contains(wanted)
            || verdict.is_some_and(|verdict| {
                verdict.diagnoses.iter().any(|id| id.contains(wanted))
                    || verdict.release.as_ref().is_some_and(|release| release.contains(wanted))
            })
    }

    fn compare(&self, one: usize, other: usize, order: FleetOrder) -> Ordering {
        let [a, b]: [SortKey<'_>; 2] = [one, other].map(|at| (&self.entries[at], self.verdicts[at].as_ref()));
        match order {
            FleetOrder::Line => one.cmp(&other),
            FleetOrder::Server => a.0.site.server.as_str().cmp(b.0.site.server.as_str()),
            FleetOrder::Slug => a.0.slug.cmp(&b.0.slug),
            FleetOrder::Release => by(a, b, |verdict| verdict.release.as_deref().map(release)),
            FleetOrder::Callback => by(a, b, |verdict| verdict.callback),
            FleetOrder::Button => by(a, b, |verdict| verdict.button),
            FleetOrder::ClientId => by(a, b, |verdict| verdict.client_id),
            FleetOrder::Millis => by(a, b, |verdict| verdict.millis),
            FleetOrder::Verdict => by(a, b, |verdict| verdict.severity),
        }
    }

    fn row(&self, at: usize) -> FleetRow {
        let (entry, verdict) = (&self.entries[at], self.verdicts[at].as_ref());
        FleetRow {
            id: u32::try_from(at).unwrap_or(u32::MAX),
            line: entry.line,
            server: entry.site.server.as_str().to_owned(),
            slug: entry.slug.to_string(),
            release: verdict.and_then(|verdict| verdict.release.as_deref().map(str::to_owned)),
            severity: verdict.map(|verdict| verdict.severity),
            title: verdict.and_then(|verdict| verdict.title.as_deref().cloned()),
            diagnoses: verdict
                .iter()
                .flat_map(|verdict| verdict.diagnoses.iter().copied().map(str::to_owned))
                .collect(),
            callback: verdict.map(|verdict| verdict.callback),
            button: verdict.map(|verdict| verdict.button),
            client_id: verdict.map(|verdict| verdict.client_id),
            millis: verdict.map(|verdict| verdict.millis),
        }
    }
}

/// A row, as it is compared.
type SortKey<'r> = (&'r ListEntry, Option<&'r RowVerdict>);

/// By something of the verdict; a row without one comes first.
fn by<'r, T: Ord>(a: SortKey<'r>, b: SortKey<'r>, key: fn(&'r RowVerdict) -> T) -> Ordering {
    a.1.map(key).cmp(&b.1.map(key))
}

/// A release's numbers, so that 2025.10 comes after 2025.8.
fn release(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

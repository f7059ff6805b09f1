//! Runs many cases at a time, and collects their results.

use super::{CaseEnd, CaseResult};
use anyhow::Result;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;
use tokio::task::JoinSet;

/// The results of many cases.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    came: Vec<CaseResult>,
}

/// Runs the cases, at most `at_once` at a time.
///
/// # Errors
/// If a rig fails.
pub async fn run_all<R>(runs: Vec<R>, at_once: usize) -> Result<Tally>
where
    R: Future<Output = Result<CaseResult>> + Send + 'static,
{
    let mut left = runs.into_iter();
    let mut running: JoinSet<_> = JoinSet::new();
    left.by_ref().take(at_once).for_each(|run| drop(running.spawn(run)));
    let mut tally = Tally::default();
    while let Some(came) = running.join_next().await {
        tally.came.push(came??);
        if let Some(run) = left.next() {
            running.spawn(run);
        }
    }
    Ok(tally)
}

impl Tally {
    /// Adds the results of another tally.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.came.extend(other.came);
        self
    }

    /// The number of cases.
    pub fn cases(&self) -> usize {
        self.came.len()
    }

    /// The number of cases with this result.
    pub fn count(&self, outcome: CaseEnd) -> usize {
        self.came.iter().filter(|came| came.outcome == outcome).count()
    }

    /// The promises that weren't kept, the most frequent first: how often, in which scenario, and the first case.
    pub fn shorts(&self) -> Vec<String> {
        let mut alike: BTreeMap<(&str, String), Vec<&CaseResult>> = BTreeMap::new();
        for came in self.came.iter().filter(|came| came.outcome == CaseEnd::Short) {
            alike.entry((came.scenario, came.short.join(" | "))).or_default().push(came);
        }
        let mut alike: Vec<_> = alike.into_iter().collect();
        alike.sort_by_key(|(_, cases)| Reverse(cases.len()));
        let line = |((scenario, short), mut cases): ((&str, String), Vec<&CaseResult>)| {
            cases.sort_by(|a, b| a.case.cmp(&b.case));
            let stopped = cases[0].stopped.as_deref().map(|stopped| format!(", stopped by “{stopped}”"));
            let (count, first) = (cases.len(), &cases[0].case);
            format!("{count}× {scenario}: {short} (such as {first}{})", stopped.unwrap_or_default())
        };
        alike.into_iter().map(line).collect()
    }

    /// The totals in one line.
    pub fn line(&self) -> String {
        let count = |outcome| self.count(outcome);
        format!(
            "faults cases={} untouched={} finished={} resumable={} short={}",
            self.cases(),
            count(CaseEnd::Untouched),
            count(CaseEnd::Finished),
            count(CaseEnd::Resumable),
            count(CaseEnd::Short),
        )
    }
}

/// A table with one line for each fault and one for each scenario.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = [CaseEnd::Untouched, CaseEnd::Finished, CaseEnd::Resumable, CaseEnd::Short];
        let heading = ["", "cases", "untouched", "finished", "resumable", "short"];
        let row = |f: &mut fmt::Formatter<'_>, cells: [&str; 6]| {
            let [name, rest @ ..] = cells;
            write!(f, "{name:<16}")?;
            rest.iter().try_for_each(|cell| write!(f, "{cell:>11}"))?;
            writeln!(f)
        };
        for by in [|came: &CaseResult| came.fault, |came: &CaseResult| came.scenario] {
            row(f, heading)?;
            let mut rows: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
            for came in &self.came {
                let counts = rows.entry(by(came)).or_default();
                for (count, outcome) in counts.iter_mut().zip(columns) {
                    *count += usize::from(came.outcome == outcome);
                }
            }
            for (name, counts) in rows {
                let all = counts.iter().sum::<usize>().to_string();
                let [untouched, finished, resumable, short] = counts.map(|count| count.to_string());
                row(f, [name, &all, &untouched, &finished, &resumable, &short])?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

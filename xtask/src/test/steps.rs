//! Steps, one after the other: each with a heading, and a table of all at the end.

use super::tally::Tally;
use crate::say;
use anyhow::Result;
use std::time::{Duration, Instant};

/// What a step came to.
pub(crate) struct StepResult {
    pub(crate) fine: bool,
    /// The tests it ran; a step without tests is one check itself.
    pub(crate) tests: Option<Tally>,
}

impl StepResult {
    pub(crate) fn check(fine: bool) -> Self {
        Self { fine, tests: None }
    }
}

struct Row {
    name: &'static str,
    outcome: StepOutcome,
    took: Duration,
}

enum StepOutcome {
    Fine(Tally),
    Failed(Tally),
    /// A step that it needs didn't end well.
    NotRun(&'static str),
}

/// Runs steps and remembers how they ended. A failed step stops only those that need it.
#[derive(Default)]
pub(crate) struct Steps {
    /// The only ones asked for; empty for all.
    only: Vec<String>,
    rows: Vec<Row>,
}

impl Steps {
    pub(crate) fn only(names: &[String]) -> Self {
        Self { only: names.to_owned(), rows: Vec::new() }
    }

    /// A step that others need, and that therefore can't be left out.
    pub(crate) fn prepare(&mut self, name: &'static str, needs: &[&str], step: impl FnOnce() -> Result<StepResult>) {
        self.run(name, needs, step);
    }

    /// A step that runs if it is asked for.
    pub(crate) fn step(&mut self, name: &'static str, needs: &[&str], step: impl FnOnce() -> Result<StepResult>) {
        if self.only.is_empty() || self.only.iter().any(|asked| asked == name) {
            self.run(name, needs, step);
        }
    }

    fn run(&mut self, name: &'static str, needs: &[&str], step: impl FnOnce() -> Result<StepResult>) {
        say::heading(name);
        let spoilt = |row: &&Row| needs.contains(&row.name) && !matches!(row.outcome, StepOutcome::Fine(_));
        let started = Instant::now();
        let outcome = if let Some(row) = self.rows.iter().find(spoilt) {
            say::line(&format!("Not run: it needs \"{}\".", row.name));
            StepOutcome::NotRun(row.name)
        } else {
            outcome(step())
        };
        self.rows.push(Row { name, outcome, took: started.elapsed() });
    }

    /// Shows the table and, as the last line, the sum. Whether all went well.
    pub(crate) fn summary(&self) -> bool {
        say::heading("summary");
        for line in self.table() {
            say::line(&line);
        }
        self.rows.iter().all(|row| matches!(row.outcome, StepOutcome::Fine(_)))
    }

    fn table(&self) -> Vec<String> {
        let width = self.rows.iter().map(|row| row.name.len()).max().unwrap_or_default();
        let mut lines: Vec<_> = self.rows.iter().map(|row| row.line(width)).collect();
        lines.push(String::new());
        lines.push(self.rows.iter().map(Row::tally).sum::<Tally>().to_string());
        lines
    }
}

fn outcome(done: Result<StepResult>) -> StepOutcome {
    let done = done.unwrap_or_else(|error| {
        // Among the output of the steps, not beside it.
        say::line(&format!("error: {error:#}"));
        StepResult::check(false)
    });
    let mut tally = done.tests.unwrap_or_default();
    if done.fine && done.tests.is_none() {
        tally.passed = 1;
    } else if !done.fine && tally.failed == 0 {
        // No test failed: it is the step itself that did, for instance by not compiling.
        tally.failed = 1;
    }
    if done.fine && tally.failed == 0 { StepOutcome::Fine(tally) } else { StepOutcome::Failed(tally) }
}

impl Row {
    fn tally(&self) -> Tally {
        match self.outcome {
            StepOutcome::Fine(tally) | StepOutcome::Failed(tally) => tally,
            StepOutcome::NotRun(_) => Tally::default(),
        }
    }

    fn line(&self, width: usize) -> String {
        let (name, seconds) = (self.name, self.took.as_secs_f32());
        let (word, rest) = match &self.outcome {
            StepOutcome::Fine(tally) => ("ok", tally.to_string()),
            StepOutcome::Failed(tally) => ("FAILED", tally.to_string()),
            StepOutcome::NotRun(needed) => ("not run", format!("needs \"{needed}\"")),
        };
        format!("{name:width$}  {word:7}  {seconds:7.1} s  {rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    fn table(steps: &Steps) -> Vec<String> {
        // Without the column of seconds, which no test may know.
        let (column, end) = (" s  ", |at: usize| at - 7);
        let cut =
            |line: String| line.find(column).map_or(line.clone(), |at| line[..end(at)].to_owned() + &line[at + 4..]);
        steps.table().into_iter().map(cut).collect()
    }

    #[test]
    fn a_failed_step_stops_only_what_needs_it() {
        let mut steps = Steps::default();
        let tests = |passed, failed, skipped| Some(Tally { passed, failed, skipped });
        steps.step("lint", &[], || bail!("two warnings"));
        steps.step("build", &[], || Ok(StepResult::check(true)));
        steps.step("tests", &["build"], || Ok(StepResult { fine: false, tests: tests(5, 2, 1) }));
        steps.step("window", &["build", "tests"], || unreachable!("its need failed"));
        steps.step("keyring", &["build"], || Ok(StepResult { fine: true, tests: tests(1, 0, 0) }));
        assert_eq!(
            table(&steps),
            [
                "lint     FAILED   0 passed, 1 failed, 0 skipped",
                "build    ok       1 passed, 0 failed, 0 skipped",
                "tests    FAILED   5 passed, 2 failed, 1 skipped",
                "window   not run  needs \"tests\"",
                "keyring  ok       1 passed, 0 failed, 0 skipped",
                "",
                "7 passed, 3 failed, 1 skipped",
            ]
        );
        assert!(!steps.summary());
    }

    #[test]
    fn only_what_is_asked_for_runs_after_what_it_needs() {
        let mut steps = Steps::only(&["tests".to_owned()]);
        steps.step("lint", &[], || unreachable!("nobody asked"));
        steps.prepare("build", &[], || Ok(StepResult::check(true)));
        steps.step("tests", &["build"], || Ok(StepResult::check(true)));
        assert_eq!(steps.rows.iter().map(|row| row.name).collect::<Vec<_>>(), ["build", "tests"]);
        assert!(steps.summary());
    }

    #[test]
    fn a_step_that_could_not_run_its_tests_has_failed() {
        let mut steps = Steps::default();
        steps.step("tests", &[], || Ok(StepResult { fine: false, tests: Some(Tally::default()) }));
        assert_eq!(table(&steps).last().unwrap(), "0 passed, 1 failed, 0 skipped");
    }
}

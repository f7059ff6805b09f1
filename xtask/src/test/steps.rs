//! Steps that run one after the other, each with a heading. At the end there is a table of all steps with the closing
//! lines of the test runners.

use crate::run::Output;
use crate::say;
use anyhow::Result;
use std::time::{Duration, Instant};

/// The result of a step.
pub(crate) struct StepResult {
    pub(crate) fine: bool,
    /// The last output of the step's test runner: how many tests passed, failed and were skipped.
    pub(crate) closing: Vec<String>,
}

impl StepResult {
    pub(crate) fn check(fine: bool) -> Self {
        Self { fine, closing: Vec::new() }
    }

    /// The result of a test runner whose closing lines begin with this text.
    pub(crate) fn tests(told: &Output, beginning: &str) -> Self {
        let lines = told.lines.iter().map(|line| line.trim()).filter(|line| line.starts_with(beginning));
        Self { fine: told.fine, closing: lines.map(str::to_owned).collect() }
    }

    /// Adds the tests that passed only because they were skipped: they print a line `skipped: …`.
    pub(crate) fn with_skipped<'a>(mut self, said: impl IntoIterator<Item = &'a str>) -> Self {
        let skipped = said.into_iter().filter(|line| line.trim_start().starts_with("skipped: ")).count();
        if skipped > 0 {
            self.closing.push(format!("{skipped} of them said that they were skipped"));
        }
        self
    }
}

struct Row {
    name: &'static str,
    outcome: StepOutcome,
    closing: Vec<String>,
    took: Duration,
}

#[derive(PartialEq)]
enum StepOutcome {
    Fine,
    Failed,
    /// A step that this one needs has failed or hasn't run.
    NotRun(&'static str),
}

/// Runs steps and stores their results. A failed step stops only those that need it.
#[derive(Default)]
pub(crate) struct Steps {
    /// The only steps that were requested; empty for all.
    only: Vec<String>,
    rows: Vec<Row>,
}

impl Steps {
    pub(crate) fn only(names: &[String]) -> Self {
        Self { only: names.to_owned(), rows: Vec::new() }
    }

    /// Runs a step that others need, and that therefore can't be left out.
    pub(crate) fn prepare(&mut self, name: &'static str, needs: &[&str], step: impl FnOnce() -> Result<StepResult>) {
        self.run(name, needs, step);
    }

    /// Runs a step if it is requested.
    pub(crate) fn step(&mut self, name: &'static str, needs: &[&str], step: impl FnOnce() -> Result<StepResult>) {
        if self.only.is_empty() || self.only.iter().any(|asked| asked == name) {
            self.run(name, needs, step);
        }
    }

    fn run(&mut self, name: &'static str, needs: &[&str], step: impl FnOnce() -> Result<StepResult>) {
        say::heading(name);
        let spoilt = |row: &&Row| needs.contains(&row.name) && row.outcome != StepOutcome::Fine;
        let started = Instant::now();
        let (outcome, closing) = if let Some(row) = self.rows.iter().find(spoilt) {
            say::line(&format!("Not run: it needs \"{}\".", row.name));
            (StepOutcome::NotRun(row.name), Vec::new())
        } else {
            let done = step().unwrap_or_else(|error| {
                // The error is printed on the same stream as the output of the steps, so that the order is right.
                say::line(&format!("error: {error:#}"));
                StepResult::check(false)
            });
            (if done.fine { StepOutcome::Fine } else { StepOutcome::Failed }, done.closing)
        };
        self.rows.push(Row { name, outcome, closing, took: started.elapsed() });
    }

    /// Prints the table, the counts of the test runners and, as the last line, how many steps succeeded. Returns
    /// whether all succeeded.
    pub(crate) fn summary(&self) -> bool {
        say::heading("summary");
        for line in self.table() {
            say::line(&line);
        }
        self.rows.iter().all(|row| row.outcome == StepOutcome::Fine)
    }

    fn table(&self) -> Vec<String> {
        let width = self.rows.iter().map(|row| row.name.len()).max().unwrap_or_default();
        let mut lines: Vec<_> = self.rows.iter().map(|row| row.line(width)).collect();
        lines.push(String::new());
        for row in &self.rows {
            lines.extend(row.closing.iter().map(|line| format!("{}: {line}", row.name)));
        }
        let count = |is: fn(&StepOutcome) -> bool| self.rows.iter().filter(|row| is(&row.outcome)).count();
        let fine = count(|outcome| matches!(outcome, StepOutcome::Fine));
        let failed = count(|outcome| matches!(outcome, StepOutcome::Failed));
        let not_run = count(|outcome| matches!(outcome, StepOutcome::NotRun(_)));
        lines.push(format!("{fine} steps ok, {failed} failed, {not_run} not run"));
        lines
    }
}

impl Row {
    fn line(&self, width: usize) -> String {
        let (name, seconds) = (self.name, self.took.as_secs_f32());
        let (word, rest) = match self.outcome {
            StepOutcome::Fine => ("ok", String::new()),
            StepOutcome::Failed => ("FAILED", String::new()),
            StepOutcome::NotRun(needed) => ("not run", format!("  needs \"{needed}\"")),
        };
        format!("{name:width$}  {word:7}  {seconds:7.1} s{rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    /// The table without the column of seconds, which vary.
    fn table(steps: &Steps) -> Vec<String> {
        let cut = |line: String| match line.find(" s") {
            Some(at) if line[..at].ends_with(|c: char| c.is_ascii_digit()) && line.contains('.') => {
                (line[..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').trim_end().to_owned()
                    + &line[at + 2..])
                    .trim_end()
                    .to_owned()
            }
            Some(_) | None => line,
        };
        steps.table().into_iter().map(cut).collect()
    }

    fn told(fine: bool, lines: &[&str]) -> Output {
        Output { fine, lines: lines.iter().map(|line| (*line).to_owned()).collect() }
    }

    #[test]
    fn a_failed_step_stops_only_what_needs_it() {
        let mut steps = Steps::default();
        steps.step("lint", &[], || bail!("two warnings"));
        steps.step("build", &[], || Ok(StepResult::check(true)));
        steps.step("tests", &["build"], || Ok(StepResult::check(false)));
        steps.step("window", &["build", "tests"], || unreachable!("its need failed"));
        steps.step("keyring", &["build"], || Ok(StepResult::check(true)));
        assert_eq!(
            table(&steps),
            [
                "lint     FAILED",
                "build    ok",
                "tests    FAILED",
                "window   not run  needs \"tests\"",
                "keyring  ok",
                "",
                "2 steps ok, 2 failed, 1 not run",
            ]
        );
        assert!(!steps.summary());
    }

    #[test]
    fn the_runners_counts_and_the_skipped_tests_stand_at_the_end() {
        let mut steps = Steps::default();
        let vitest = told(true, &[" Test Files  2 passed (2)", "      Tests  12 passed | 2 skipped (14)", ""]);
        steps.step("vitest", &[], || Ok(StepResult::tests(&vitest, "Tests  ")));
        let lines =
            ["test result: FAILED. 0 passed; 1 failed", "     Summary [   0.123s] 2 tests run: 1 passed, 1 failed"];
        let said = ["running 1 test", "skipped: no Chromium", "  skipped: no bus", "nothing skipped: here"];
        steps.step("tests", &[], || Ok(StepResult::tests(&told(false, &lines), "Summary [").with_skipped(said)));
        assert_eq!(
            table(&steps)[3..],
            [
                "vitest: Tests  12 passed | 2 skipped (14)",
                "tests: Summary [   0.123s] 2 tests run: 1 passed, 1 failed",
                "tests: 2 of them said that they were skipped",
                "1 steps ok, 1 failed, 0 not run",
            ]
        );
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
}

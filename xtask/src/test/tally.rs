//! How many tests passed, failed and were skipped, read from what the runners print.

use std::iter::Sum;
use std::ops::Add;

/// Tests counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Add::add)
    }
}

impl Tally {
    /// Moves tests that passed only because they said `skipped: …` to where they belong.
    pub(crate) fn with_skipped(self, said: usize) -> Self {
        let said = said.min(self.passed);
        Self { passed: self.passed - said, skipped: self.skipped + said, ..self }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// A runner of tests, each with a last line of its own. A failed test may print another runner's, so only the runner's
/// own counts.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Runner {
    Nextest,
    CargoTest,
    Vitest,
}

/// Everything that the runner's lines tell.
pub(crate) fn read(lines: &[String], runner: Runner) -> Tally {
    let line = match runner {
        Runner::Nextest => nextest,
        Runner::CargoTest => cargo_test,
        Runner::Vitest => vitest,
    };
    lines.iter().filter_map(|text| line(text)).sum()
}

/// How many tests said that they skip themselves: a line of their own that begins with `skipped: `.
pub(crate) fn said_skipped<'a>(lines: impl IntoIterator<Item = &'a str>) -> usize {
    lines.into_iter().filter(|line| line.trim_start().starts_with("skipped: ")).count()
}

/// `Summary [   1.2s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 40 skipped`.
///
/// What nextest calls skipped was only not asked for, and isn't counted.
fn nextest(line: &str) -> Option<Tally> {
    let (_, counts) = line.trim_start().strip_prefix("Summary [")?.split_once(" run: ")?;
    let mut tally = Tally::default();
    for (count, what) in counted(counts, ',') {
        match what {
            "passed" => tally.passed += count,
            "failed" | "timed out" | "exec failed" => tally.failed += count,
            _ => {}
        }
    }
    Some(tally)
}

/// `test result: FAILED. 5 passed; 1 failed; 2 ignored; 0 measured; 3 filtered out; finished in 0.01s`.
fn cargo_test(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut tally = Tally::default();
    for (count, what) in counted(counts, ';') {
        match what {
            "passed" => tally.passed += count,
            "failed" => tally.failed += count,
            "ignored" => tally.skipped += count,
            _ => {}
        }
    }
    Some(tally)
}

/// `Tests  1 failed | 12 passed | 2 skipped (15)`.
fn vitest(line: &str) -> Option<Tally> {
    let counts = line.trim_start().strip_prefix("Tests  ")?;
    let mut tally = Tally::default();
    for (count, what) in counted(counts, '|') {
        match what {
            "passed" => tally.passed += count,
            "failed" => tally.failed += count,
            "skipped" | "todo" => tally.skipped += count,
            _ => {}
        }
    }
    Some(tally)
}

/// Splits `12 passed (1 slow), 1 failed` into numbers and words, without what stands in brackets.
fn counted(text: &str, between: char) -> impl Iterator<Item = (usize, &str)> {
    // A comma in brackets cuts a part in two; no word that counts begins the second half.
    text.split(between).filter_map(|part| {
        let (count, what) = part.trim().split_once(' ')?;
        let what = what.split_once(" (").map_or(what, |(what, _)| what);
        Some((count.parse().ok()?, what))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use Runner::{CargoTest, Nextest, Vitest};

    fn check(runner: Runner, line: &str, passed: usize, failed: usize, skipped: usize) {
        assert_eq!(read(&[line.to_owned()], runner), Tally { passed, failed, skipped }, "{line:?}");
    }

    #[test]
    fn summaries_are_read() {
        check(Nextest, "     Summary [   0.123s] 12 tests run: 12 passed, 0 skipped", 12, 0, 0);
        check(Nextest, "     Summary [   0.004s] 1 test run: 1 passed, 7 skipped", 1, 0, 0);
        check(
            Nextest,
            "     Summary [  8.1s] 12 tests run: 9 passed (2 slow, 1 flaky), 1 failed, 2 timed out",
            9,
            3,
            0,
        );
        check(Nextest, "     Summary [   1.0s] 5/9 tests run: 4 passed, 1 exec failed, 0 skipped", 4, 1, 0);
        check(CargoTest, "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out", 5, 0, 1);
        check(CargoTest, "test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out", 5, 2, 0);
        check(Vitest, "      Tests  1 failed | 12 passed | 2 skipped | 1 todo (16)", 12, 1, 3);
        check(Vitest, "      Tests  12 passed (12)", 12, 0, 0);
    }

    #[test]
    fn other_lines_count_nothing() {
        check(Nextest, "    test result: FAILED. 0 passed; 1 failed; 0 ignored", 0, 0, 0);
        check(Nextest, "Summary of changes", 0, 0, 0);
        check(CargoTest, "test a ... ok", 0, 0, 0);
        check(CargoTest, "running 3 tests", 0, 0, 0);
        check(Vitest, " Test Files  2 passed (2)", 0, 0, 0);
        check(Vitest, "", 0, 0, 0);
    }

    #[test]
    fn a_test_that_says_it_is_skipped_has_not_passed() {
        let lines = ["running 1 test", "skipped: no Chromium", "  skipped: no keyring", "nothing skipped: here"];
        let tally = Tally { passed: 5, failed: 1, skipped: 0 }.with_skipped(said_skipped(lines));
        assert_eq!(tally, Tally { passed: 3, failed: 1, skipped: 2 });
    }

    #[test]
    fn the_last_line_adds_everything_up() {
        let sum: Tally =
            [Tally { passed: 3, failed: 0, skipped: 1 }, Tally { passed: 4, failed: 2, skipped: 0 }].into_iter().sum();
        assert_eq!(sum.to_string(), "7 passed, 2 failed, 1 skipped");
    }
}

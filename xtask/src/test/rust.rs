//! The Rust tests: with nextest if it is installed, otherwise with cargo's own runner.

use super::steps::StepResult;
use crate::run::Run;
use crate::{place, say};
use anyhow::{Context as _, Result, bail};
use std::fs;

/// The test binaries that need more than a bare machine. Each is a step of its own.
const APART: [&str; 2] = ["keyring", "window"];

/// Which tests to run.
#[derive(Clone, Copy)]
pub(crate) enum Which {
    /// All tests that a bare machine can run.
    Plain,
    /// One of the binaries that need more, one test at a time: they share a display, and on a machine that is busy with
    /// another window a window is too slow.
    Apart(&'static str),
}

/// Makes property tests use the same cases in each run, so that a failure is caused by a change. `cargo xtask fuzz` and
/// plain `cargo test` use new ones.
const SEED: (&str, &str) = ("PROPTEST_RNG_SEED", "8252");

/// The beginning of the closing line of each binary.
const CARGO_TEST: &str = "test result: ";

/// Runs the tests. `prepare` adds what their environment needs.
pub(crate) fn run(which: Which, prepare: impl FnOnce(Run) -> Result<Run>) -> Result<StepResult> {
    let prepare = |run: Run| prepare(run.env(SEED.0, SEED.1));
    if Run::cargo(&["nextest", "--version"]).passes() { nextest(which, prepare) } else { cargo_test(which, prepare) }
}

fn nextest(which: Which, prepare: impl FnOnce(Run) -> Result<Run>) -> Result<StepResult> {
    let arguments = ["nextest", "run", "--workspace", "--all-targets", "--locked", "--profile", "xtask"];
    let run = match which {
        Which::Plain => {
            let apart = APART.map(|name| format!("binary(={name})")).join(" | ");
            Run::cargo(&arguments).args(&["-E", &format!("not ({apart})")])
        }
        Which::Apart(name) => Run::cargo(&arguments).args(&["--test-threads", "1", "-E", &format!("binary(={name})")]),
    };
    // Tests that pass print nothing here, so the lines about skipped tests are read from the report.
    let report = place::built()?.with_file_name("nextest").join("xtask/junit.xml");
    let _ = fs::remove_file(&report);
    let told = prepare(run)?.told()?;
    let said = fs::read_to_string(&report).unwrap_or_default();
    for row in tables(said.lines().map(unwrapped)) {
        say::line(row);
    }
    Ok(StepResult::tests(&told, "Summary [").with_skipped(said.lines().map(unwrapped)))
}

/// The rows of tables that tests print for people: separate lines that begin with `table: `.
fn tables<'a>(lines: impl IntoIterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    lines.into_iter().filter_map(|line| line.trim_start().strip_prefix("table: "))
}

/// A line of the report, without the tag that may be in front of it.
fn unwrapped(line: &str) -> &str {
    line.trim_start().strip_prefix("<system-out>").unwrap_or(line)
}

fn cargo_test(which: Which, prepare: impl FnOnce(Run) -> Result<Run>) -> Result<StepResult> {
    let mut run = Run::cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
    let mut after = vec!["--", "--show-output"];
    let names = test_binaries()?;
    match which {
        Which::Plain => {
            run = run.args(&["--lib", "--bins"]);
            for name in names.iter().filter(|name| !APART.contains(&name.as_str())) {
                run = run.args(&["--test", name]);
            }
        }
        Which::Apart(name) => {
            run = run.args(&["--test", name]);
            after.push("--test-threads=1");
        }
    }
    let told = prepare(run.args(&after))?.told()?;
    Ok(StepResult::tests(&told, CARGO_TEST).with_skipped(told.lines.iter().map(String::as_str)))
}

/// Runs the examples in the documentation, which nextest doesn't run.
pub(crate) fn documentation() -> Result<StepResult> {
    let told = Run::cargo(&["test", "--workspace", "--locked", "--doc", "--no-fail-fast"]).told()?;
    Ok(StepResult::tests(&told, CARGO_TEST))
}

fn test_binaries() -> Result<Vec<String>> {
    let told = Run::cargo(&["metadata", "--no-deps", "--format-version", "1"]).answer();
    let names = test_targets(&told.context("cargo metadata failed")?);
    if names.is_empty() {
        bail!("cargo metadata named no test binary");
    }
    Ok(names)
}

/// The names of all targets of kind test. Two fields in a fixed format don't justify a JSON library, which would make
/// the build of xtask slower.
fn test_targets(metadata: &str) -> Vec<String> {
    let targets = metadata.split(r#""kind":["test"]"#).skip(1);
    let mut names: Vec<_> =
        targets.filter_map(|rest| Some(rest.split_once(r#""name":""#)?.1.split_once('"')?.0.to_owned())).collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn test_binaries_are_found_among_the_targets() {
        let metadata = r#"{"packages":[{"name":"t","targets":[
            {"kind":["lib"],"crate_types":["lib"],"name":"t","src_path":"/t/src/lib.rs"},
            {"kind":["test"],"crate_types":["bin"],"name":"window","src_path":"/t/window/main.rs"},
            {"kind":["custom-build"],"crate_types":["bin"],"name":"build-script-build"},
            {"kind":["test"],"crate_types":["bin"],"name":"e2e","src_path":"/t/e2e/main.rs"}]}]}"#;
        assert_eq!(test_targets(metadata), ["e2e", "window"]);
    }

    #[test]
    fn the_rows_of_a_table_are_seen_in_the_report() {
        let report =
            "<system-out>table: fault  seconds\nrunning 1 test\ntable: x-503  0.4\nno table: here\n</system-out>";
        let rows: Vec<_> = tables(report.lines().map(unwrapped)).collect();
        assert_eq!(rows, ["fault  seconds", "x-503  0.4"]);
    }

    #[test]
    fn a_skipped_test_is_seen_in_the_report() {
        let report = "<system-out>skipped: no Chromium\n\nrunning 1 test\nskipped: no bus\n</system-out>";
        let done = StepResult::check(true).with_skipped(report.lines().map(unwrapped));
        assert_eq!(done.closing, ["2 of them said that they were skipped"]);
    }
}

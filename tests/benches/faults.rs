//! Every fault at every request of a push, an update and an undo: `cargo xtask bench faults`.
//!
//! `SOURCERER_CLI` is the path of the terminal's program, which is killed at each of its requests.
#![expect(clippy::print_stdout, reason = "its table and its line are what it is for")]

use anyhow::{Context as _, Result};
use sourcerer_tests::faults::{CaseEnd, Courses, SCENARIOS, kills, run_all, run_kill};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

/// Most of a case is waiting. More cases at a time would delay each other.
const AT_ONCE: usize = 24;

/// Processes are started and killed. More of them at a time would only wait for each other.
const KILLED_AT_ONCE: usize = 6;

#[tokio::main]
async fn main() -> Result<ExitCode> {
    // Test runners start this program too, to list its tests: it has none.
    if !std::env::args().any(|word| word == "--bench") {
        return Ok(ExitCode::SUCCESS);
    }
    let program = std::env::var_os("SOURCERER_CLI").context("SOURCERER_CLI names the terminal's program")?;
    let program = PathBuf::from(program).canonicalize()?;
    let began = Instant::now();
    let courses = Arc::new(Courses::run().await?);
    for scenario in SCENARIOS {
        println!("{}: {} requests", scenario.name, courses.requests(scenario).len());
    }
    let runs = (courses.cases().into_iter())
        .map(|case| {
            let courses = Arc::clone(&courses);
            async move { courses.run_case(&case).await.with_context(|| case.to_string()) }
        })
        .collect();
    let tally = run_all(runs, AT_ONCE).await?;
    let runs = (kills(&program, &courses).await?.into_iter())
        .map(|kill| {
            let (program, courses) = (program.clone(), Arc::clone(&courses));
            async move { run_kill(&program, &courses, kill).await }
        })
        .collect();
    let tally = tally.and(run_all(runs, KILLED_AT_ONCE).await?);
    for short in tally.shorts() {
        println!("short: {short}");
    }
    println!("\n{tally}");
    println!("in {} s", began.elapsed().as_secs());
    println!("{}", tally.line());
    Ok(if tally.count(CaseEnd::Short) == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

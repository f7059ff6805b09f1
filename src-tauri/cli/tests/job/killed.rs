//! `push` and `undo` are killed, and run again.

use anyhow::Result;
use sourcerer_tests::faults::{Courses, kills, run_all, run_kill};
use std::path::PathBuf;
use std::sync::Arc;

/// Which part of all moments is tested: every seventh. The number is odd, so that both before and after occur.
const EVERY: usize = 7;

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_a_request_it_comes_to_the_same_end_when_it_is_run_again() -> Result<()> {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_sourcerer-cli"));
    let courses = Arc::new(Courses::run().await?);
    let kills = kills(&program, &courses).await?;
    let runs: Vec<_> = (kills.into_iter().step_by(EVERY))
        .map(|kill| {
            let (program, courses) = (program.clone(), Arc::clone(&courses));
            async move { run_kill(&program, &courses, kill).await }
        })
        .collect();
    assert!(runs.len() >= 20, "{}", runs.len());
    let tally = run_all(runs, 4).await?;
    assert_eq!(tally.shorts(), Vec::<String>::new(), "{}", tally.line());
    Ok(())
}

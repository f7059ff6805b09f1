//! A selection of `cargo xtask bench faults`: every fault, mostly at a write or right after one.

use anyhow::{Context as _, Result};
use sourcerer_tests::faults::{Courses, SCENARIOS, run_all};
use sourcerer_tests::proxy::Fault;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many cases are run.
const CASES: usize = 60;

#[tokio::test(flavor = "multi_thread")]
async fn whatever_goes_wrong_at_a_request_one_more_run_comes_to_the_same_end() -> Result<()> {
    let courses = Arc::new(Courses::run().await?);
    let cases = courses.some_cases(CASES);
    let faults: BTreeSet<_> = cases.iter().map(|case| case.fault).collect();
    let scenarios: BTreeSet<_> = cases.iter().map(|case| case.scenario.name).collect();
    assert_eq!((faults.len(), scenarios.len()), (Fault::ALL.len(), SCENARIOS.len()), "{faults:?} {scenarios:?}");
    let runs = (cases.into_iter())
        .map(|case| {
            let courses = Arc::clone(&courses);
            async move { courses.run_case(&case).await.with_context(|| case.to_string()) }
        })
        .collect();
    let tally = run_all(runs, 8).await?;
    assert_eq!(tally.shorts(), Vec::<String>::new(), "{}", tally.line());
    assert_eq!(tally.cases(), CASES);
    Ok(())
}

mod hostile;
mod merged;

use super::*;
use crate::job::{Environment, Job};

/// A job of a copy with this name.
fn sample_job(hand: &str) -> Job {
    let mut job = Job::new(&Environment::for_tests());
    "https://authentik.company".clone_into(&mut job.server.address);
    job.handover.job = "job".to_owned();
    job.handover.hand = hand.to_owned();
    job
}

/// The file that this job makes.
async fn handed(job: &mut Job) -> JobFile {
    let file = export(&Environment::for_tests(), job).await.expect("a file");
    parse(file.text().as_bytes()).expect("a file that can be read")
}

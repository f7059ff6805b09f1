mod hostile;
mod merged;

use super::*;
use crate::clock::Clock;
use crate::job::{Environment, Job, Mode};
use crate::net::{Proxies, Trace, TransportPool};
use crate::signin::NotOpened;
use crate::vault::{AbsentSecrets, InMemory};
use std::sync::Arc;
use time::macros::datetime;

/// A environment at which nothing is asked of anybody.
fn environment() -> Environment {
    Environment {
        vault: Arc::new(InMemory::default()),
        memory: Arc::new(InMemory::default()),
        absent: AbsentSecrets::default(),
        opener: Arc::new(|_: &url::Url| Err(NotOpened)),
        clock: Clock::new(|| datetime!(2026-05-04 10:20:30 UTC)),
        proxies: Proxies::None,
        pool: TransportPool::default(),
        trace: Trace::default(),
        folder: std::path::PathBuf::new(),
        patience: None,
        world: Mode::Real,
    }
}

/// A job of a copy with this name.
fn sample_job(hand: &str) -> Job {
    let mut job = Job::new(&environment());
    "https://authentik.company".clone_into(&mut job.server.address);
    job.handover.job = "job".to_owned();
    job.handover.hand = hand.to_owned();
    job
}

/// The file that this job makes.
async fn handed(job: &mut Job) -> JobFile {
    let file = export(&environment(), job).await.expect("a file");
    parse(file.text().as_bytes()).expect("a file that can be read")
}

mod hostile;
mod merged;

use super::*;
use crate::clock::Clock;
use crate::job::{Environment, Job, Mode};
use crate::net::{Proxies, Trace, TransportPool};
use crate::signin::NotOpened;
use crate::vault::InMemory;
use std::sync::Arc;
use time::macros::datetime;

/// A desk at which nothing is asked of anybody.
fn desk() -> Environment {
    Environment {
        vault: Arc::new(InMemory::default()),
        memory: Arc::new(InMemory::default()),
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
fn job(hand: &str) -> Job {
    let mut draft = Job::new(&desk());
    "https://authentik.company".clone_into(&mut draft.server.address);
    draft.handover.job = "job".to_owned();
    draft.handover.hand = hand.to_owned();
    draft
}

/// The file that this job makes.
async fn handed(draft: &mut Job) -> JobFile {
    let file = export(&desk(), draft).await.expect("a file");
    read(file.text().as_bytes()).expect("a file that can be read")
}

mod hostile;
mod merged;

use super::*;
use crate::clock::Clock;
use crate::job::{Desk, Draft, World};
use crate::net::{Pool, Proxies, Trace};
use crate::signin::NotOpened;
use crate::vault::InMemory;
use std::sync::Arc;
use time::macros::datetime;

/// A desk at which nothing is asked of anybody.
fn desk() -> Desk {
    Desk {
        vault: Arc::new(InMemory::default()),
        memory: Arc::new(InMemory::default()),
        opener: Arc::new(|_: &url::Url| Err(NotOpened)),
        clock: Clock::new(|| datetime!(2026-05-04 10:20:30 UTC)),
        proxies: Proxies::None,
        pool: Pool::default(),
        trace: Trace::default(),
        folder: std::path::PathBuf::new(),
        patience: None,
        world: World::Real,
    }
}

/// A job of a copy with this name.
fn job(hand: &str) -> Draft {
    let mut draft = Draft::new(&desk());
    "https://authentik.company".clone_into(&mut draft.server.address);
    draft.handover.job = "job".to_owned();
    draft.handover.hand = hand.to_owned();
    draft
}

/// The file that this job makes.
async fn handed(draft: &mut Draft) -> JobFile {
    let file = export(&desk(), draft).await.expect("a file");
    read(file.text().as_bytes()).expect("a file that can be read")
}

//! How many requests go to one host at one time, and when none may.

use crate::authentik::Error;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::Instant;

/// The longest that a server is obeyed that names a time to come back at.
const LONGEST: Duration = Duration::from_mins(5);

/// How long a server is left alone that names none.
const USUAL: Duration = Duration::from_secs(5);

/// How often in a row a server may ask for patience before it is taken at its word.
const PATIENT: u32 = 60;

/// The gate of one host.
#[derive(Debug)]
pub(super) struct HostLimiter {
    slots: Semaphore,
    state: Mutex<HostState>,
}

#[derive(Debug, Default)]
struct HostState {
    /// No request is sent before this time.
    until: Option<Instant>,
    /// How often it asked for patience since its last answer.
    asked: u32,
    /// It asked for more than there is.
    shut: bool,
    /// What it asked for the last time, and whether authentik's own throttle did.
    last: (Option<Duration>, bool),
}

impl HostLimiter {
    pub(super) fn new(slots: usize) -> Self {
        Self { slots: Semaphore::new(slots), state: Mutex::default() }
    }

    /// Waits until this host may be asked and `total` requests aren't exceeded.
    pub(super) async fn pass<'g>(&'g self, total: &'g Semaphore) -> Option<(SemaphorePermit<'g>, SemaphorePermit<'g>)> {
        loop {
            let own = self.slots.acquire().await.ok()?;
            if let Some(until) = self.closed_until() {
                drop(own);
                tokio::time::sleep_until(until).await;
                continue;
            }
            let all = total.acquire().await.ok()?;
            // It may have closed while the others were waited for.
            if self.closed_until().is_none() {
                return Some((own, all));
            }
        }
    }

    /// The host wants fewer requests, and tells when to come back. False: it asks for more patience than there is.
    /// `own` is whether authentik's own throttle asked.
    pub(super) fn close(&self, after: Option<Duration>, own: bool) -> bool {
        let mut state = self.state();
        state.asked += 1;
        state.last = (after, own);
        let wait = after.unwrap_or(USUAL);
        state.shut |= wait > LONGEST || state.asked > PATIENT;
        if state.shut {
            return false;
        }
        let until = Instant::now() + wait;
        state.until = Some(state.until.map_or(until, |known| known.max(until)));
        true
    }

    /// The host has answered.
    pub(super) fn answered(&self) {
        self.state().asked = 0;
    }

    /// The error for a host that has asked to be left alone, with what it asked for.
    pub(super) fn refusal(&self, host: String) -> Error {
        let (after, own) = self.state().last;
        Error::Busy { host, after, own }
    }

    /// Whether the host has asked to be left alone, so that no request is sent to it any more.
    pub(super) fn is_shut(&self) -> bool {
        self.state().shut
    }

    fn closed_until(&self) -> Option<Instant> {
        self.state().until.filter(|until| *until > Instant::now())
    }

    fn state(&self) -> std::sync::MutexGuard<'_, HostState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt as _;

    #[tokio::test]
    async fn a_closed_gate_opens_when_the_host_said_and_holds_no_slot_meanwhile() {
        let (gate, total) = (HostLimiter::new(1), Semaphore::new(1));
        let began = Instant::now();
        assert!(gate.close(Some(Duration::from_millis(60)), false));
        assert!(gate.close(Some(Duration::from_millis(20)), false), "the later of two times holds");
        let mut passes = Box::pin(gate.pass(&total));
        assert!((&mut passes).now_or_never().is_none());
        assert_eq!((gate.slots.available_permits(), total.available_permits()), (1, 1));
        assert!(passes.await.is_some());
        assert!(began.elapsed() >= Duration::from_millis(60));
    }

    #[test]
    fn a_host_that_asks_for_too_much_is_taken_at_its_word() {
        let gate = HostLimiter::new(1);
        assert!(!gate.close(Some(LONGEST * 2), false), "nobody waits that long");
        assert!(gate.is_shut());
        let gate = HostLimiter::new(1);
        for _ in 0..PATIENT {
            assert!(gate.close(Some(Duration::ZERO), false));
        }
        assert!(!gate.is_shut());
        assert!(!gate.close(Some(Duration::ZERO), false));
        assert!(gate.is_shut());
    }
}

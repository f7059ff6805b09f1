//! Bounds how many connections are open at once, and decides which one is closed for a new one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::task::AbortHandle;
use tokio::time::Instant;

/// The open connections. If there are too many, the newest slow one is closed: a caller that connects again and again
/// then displaces itself, and not a browser that was connected before.
///
/// A connection is slow if it hasn't sent a complete head within its grace period. Before that, it is never closed, and
/// new connections wait in the system's queue. A browser sends its request as soon as it is connected, so it gets
/// through no matter how many slow connections there are.
#[derive(Debug)]
pub(super) struct ConnectionLimiter {
    most: usize,
    grace: Duration,
    inside: Vec<OpenConnection>,
}

#[derive(Debug)]
struct OpenConnection {
    task: AbortHandle,
    asked: Arc<AtomicBool>,
    since: Instant,
}

/// Whether one more connection may be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// It may be accepted now.
    Now,
    /// It may be accepted at this time, when a grace period ends, or earlier if a connection closes.
    From(Instant),
    /// It has to wait until a connection closes, because each has sent its request and is being answered.
    Later,
}

impl ConnectionLimiter {
    pub(super) fn new(most: usize, grace: Duration) -> Self {
        Self { most, grace, inside: Vec::new() }
    }

    /// Whether one more connection may be accepted now.
    pub(super) fn room(&mut self, now: Instant) -> Admission {
        self.inside.retain(|one| !one.task.is_finished());
        if self.inside.len() < self.most {
            return Admission::Now;
        }
        match self.waiting().map(|one| one.since + self.grace).min() {
            Some(slow) if slow <= now => Admission::Now,
            Some(slow) => Admission::From(slow),
            None => Admission::Later,
        }
    }

    /// Adds a connection. If there are too many, the newest slow one is closed.
    pub(super) fn take(&mut self, task: AbortHandle, asked: Arc<AtomicBool>, now: Instant) {
        if self.inside.len() >= self.most {
            let slow = |one: &&OpenConnection| one.since + self.grace <= now;
            if let Some(newest) = self.waiting().filter(slow).max_by_key(|one| one.since).map(|one| one.task.clone()) {
                newest.abort();
                self.inside.retain(|one| one.task.id() != newest.id());
            }
        }
        self.inside.push(OpenConnection { task, asked, since: now });
    }

    /// The connections that haven't sent a complete head.
    fn waiting(&self) -> impl Iterator<Item = &OpenConnection> {
        self.inside.iter().filter(|one| !one.asked.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::pending;

    const GRACE: Duration = Duration::from_millis(100);

    /// A limiter for at most three connections, each with a number, and its own clock.
    struct Door {
        crowd: ConnectionLimiter,
        opened: Instant,
        came: Vec<(AbortHandle, Arc<AtomicBool>)>,
    }

    impl Door {
        fn new() -> Self {
            Self { crowd: ConnectionLimiter::new(3, GRACE), opened: Instant::now(), came: Vec::new() }
        }

        fn at(&self, millis: u64) -> Instant {
            self.opened + Duration::from_millis(millis)
        }

        fn comes(&mut self, millis: u64) {
            let task = tokio::spawn(pending::<()>()).abort_handle();
            let asked = Arc::new(AtomicBool::new(false));
            self.came.push((task.clone(), Arc::clone(&asked)));
            self.crowd.take(task, asked, self.at(millis));
        }

        fn asks(&self, number: usize) {
            self.came[number].1.store(true, Ordering::Relaxed);
        }

        /// The numbers of the connections that are still open.
        fn left(&self) -> Vec<usize> {
            let inside = |task: &AbortHandle| self.crowd.inside.iter().any(|one| one.task.id() == task.id());
            (0..self.came.len()).filter(|&number| inside(&self.came[number].0)).collect()
        }
    }

    #[tokio::test]
    async fn the_newest_slow_one_makes_room() {
        let mut door = Door::new();
        for millis in [0, 10, 20] {
            assert_eq!(door.crowd.room(door.at(millis)), Admission::Now);
            door.comes(millis);
        }
        door.comes(150);
        assert_eq!(door.left(), [0, 1, 3]);
        // The new connection is within its grace period, so the newer one of the others is closed.
        door.comes(160);
        assert_eq!(door.left(), [0, 3, 4]);
        tokio::task::yield_now().await;
        assert!(door.came[1].0.is_finished() && door.came[2].0.is_finished() && !door.came[0].0.is_finished());
    }

    #[tokio::test]
    async fn within_the_grace_newcomers_wait() {
        let mut door = Door::new();
        for millis in [0, 10, 20] {
            door.comes(millis);
        }
        assert_eq!(door.crowd.room(door.at(99)), Admission::From(door.at(100)));
        assert_eq!(door.crowd.room(door.at(100)), Admission::Now);
        // A connection that has sent its request is no longer closed.
        door.asks(0);
        assert_eq!(door.crowd.room(door.at(100)), Admission::From(door.at(110)));
    }

    #[tokio::test]
    async fn whoever_has_asked_is_answered_first() {
        let mut door = Door::new();
        for number in 0..3 {
            door.comes(0);
            door.asks(number);
        }
        assert_eq!(door.crowd.room(door.at(4000)), Admission::Later);
        door.came[1].0.abort();
        tokio::task::yield_now().await;
        assert_eq!(door.crowd.room(door.at(4000)), Admission::Now);
        assert_eq!(door.left(), [0, 2]);
    }
}

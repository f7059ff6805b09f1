//! The limits within which the listener serves its clients.

use std::time::Duration;

/// How much time a connection gets.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListenerLimits {
    /// For sending the request's head when others are waiting: see [`ConnectionLimiter`].
    pub(super) grace: Duration,
    /// For sending the request's head in any case.
    pub(super) head: Duration,
    /// From the connection to the last byte of the answer.
    pub(super) whole: Duration,
    /// For answers that are being sent when the listener closes.
    pub(super) farewell: Duration,
}

pub(super) const LIMITS: ListenerLimits = ListenerLimits {
    grace: Duration::from_millis(50),
    head: Duration::from_secs(4),
    whole: Duration::from_secs(5),
    farewell: Duration::from_secs(1),
};

/// How many connections may be open at once. A browser opens two or three.
pub(super) const MAX_CONNECTIONS: usize = 32;

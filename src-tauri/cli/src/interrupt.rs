//! Signals that end a command early: Ctrl+C and, on Unix, the signal with which another program ends it.

use std::io;

/// Receives interrupts from its creation on. From then on an interrupt doesn't end the program by itself.
#[cfg(unix)]
pub(crate) struct Interrupt {
    person: tokio::signal::unix::Signal,
    program: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Interrupt {
    pub(crate) fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { person: signal(SignalKind::interrupt())?, program: signal(SignalKind::terminate())? })
    }

    /// Waits for the next interrupt.
    pub(crate) async fn next(&mut self) {
        tokio::select! {
            _ = self.person.recv() => {}
            _ = self.program.recv() => {}
        }
    }
}

#[cfg(not(unix))]
pub(crate) struct Interrupt;

#[cfg(not(unix))]
impl Interrupt {
    #[expect(clippy::unnecessary_wraps, reason = "it can fail where signals are")]
    pub(crate) fn new() -> io::Result<Self> {
        Ok(Self)
    }

    /// Waits for the next interrupt.
    pub(crate) async fn next(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

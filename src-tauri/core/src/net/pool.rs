//! Connections that are reused by later actions of a job.

use super::client::{HttpClient, Transports};
use super::{CaFile, Error, IDLE, Proxies, Trace};
use crate::clock::Clock;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The HTTP clients that were made so far. Reading the system's roots and the TLS handshake take longer than most
/// requests, so both are reused. Clones share them.
#[derive(Clone, Default)]
pub struct TransportPool(Arc<Mutex<Vec<PooledTransport>>>);

/// One HTTP client, with the settings that it was made for.
struct PooledTransport {
    ca: Option<CaFile>,
    proxies: Proxies,
    patience: Duration,
    ways: Transports,
}

impl fmt::Debug for TransportPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool").field("made", &self.made().len()).finish()
    }
}

impl TransportPool {
    /// A client as [`HttpClient::new`] makes it. It reuses the connections of an earlier client with the same CA file,
    /// proxies and timeout.
    ///
    /// # Errors
    /// As [`HttpClient::new`].
    pub fn client(
        &self,
        ca: Option<&CaFile>,
        proxies: Proxies,
        patience: Duration,
        trace: Trace,
        clock: Clock,
    ) -> Result<HttpClient, Error> {
        let mut made = self.made();
        let fits =
            |made: &&PooledTransport| made.ca.as_ref() == ca && made.proxies == proxies && made.patience == patience;
        let ways = if let Some(made) = made.iter().find(fits) {
            made.ways.clone()
        } else {
            let ways = Transports::new(ca, patience, &proxies, IDLE)?;
            made.push(PooledTransport { ca: ca.cloned(), proxies: proxies.clone(), patience, ways: ways.clone() });
            ways
        };
        Ok(HttpClient::over(ways, ca.cloned(), proxies, patience, trace, clock))
    }

    /// Drops them all. The next client reads the roots and the system's proxies again.
    pub fn forget(&self) {
        self.made().clear();
    }

    fn made(&self) -> MutexGuard<'_, Vec<PooledTransport>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

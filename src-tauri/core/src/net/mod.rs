//! The only HTTP client; every request of the program goes through it.
//!
//! - It uses rustls with the platform's roots and the admin's CA file. No option turns the verification of certificates
//!   off.
//! - It follows no redirect. An answer with `Location` is returned as it is, so that no token reaches another host.
//! - Every request has a timeout, and every body a size limit.
//! - Every request and its response are recorded in the [`Trace`], and secrets are removed before that.
//! - Requests go through the proxy that the caller's [`Proxies`] name. Loopback is always reached directly.
//! - A [`ConnectionProbe`] only opens a connection and sends nothing over it: no request, and no token.

mod ca;
mod certificate;
mod client;
mod error;
mod pool;
mod probe;
mod proxies;
mod redact;
mod request;
mod roots;
mod trace;

pub use ca::CaFile;
pub use certificate::Certificate;
pub use client::{HttpClient, MAX_BODY, PATIENCE};
pub use error::Error;
pub use pool::TransportPool;
pub use probe::{ConnectionProbe, ProbeProgress, ProbeStep};
pub use proxies::Proxies;
pub use redact::text as redact_text;
pub use request::{Authorization, Body, Request, Response};
pub use roots::roots;
pub use trace::{Exchange, ExchangeKind, Trace};

use std::time::Duration;

/// How long an unused connection is kept open. Servers and the proxies in front of them keep one for longer.
pub(in crate::net) const IDLE: Duration = Duration::from_secs(30);

/// How long an unused connection is kept open when there are many peers.
pub(in crate::net) const IDLE_OF_MANY: Duration = Duration::from_secs(1);

#[cfg(test)]
mod tests;
#[cfg(test)]
mod way_tests;

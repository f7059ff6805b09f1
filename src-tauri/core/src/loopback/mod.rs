//! Where the browser comes back to: one small server on 127.0.0.1, for as long as one test runs.
//!
//! - It listens on the registered port and on no other: X compares the whole callback, port included
//!   [docs/evidence/x.md §7].
//! - It answers `GET /callback` under its own `Host`; anything else gets a short refusal and the test goes on.
//! - A callback whose state is another's is refused and the test goes on; states are compared in constant time.
//! - `error` and `denied` are read before `code`. How X says that a person pressed Cancel is unknown
//!   [U, docs/evidence/x.md §1.7].
//! - Header size, time and number of connections are bounded; nothing of a request is shown back.
//! - Where the browser can't come back, [`address_paste`] reads what its address bar holds, by the same rules.
//! - A taken port is named with the process that holds it, where the system tells; another one is offered, never taken.
//! - The socket belongs to the [`Listener`]: drop it, and nothing listens.

pub mod address_paste;
mod callback;
mod free;
mod limiter;
mod listener;
mod page;
mod port_owner;
mod serve;

pub use callback::{Callback, RequestedUrl, parse};
pub use free::free_near;
pub use listener::{CallbackEvent, CallbackRequest, Error, Listener};

use url::Url;

/// The path of the test callback. Registered at X with the port, without a slash at its end.
pub const PATH: &str = "/callback";

/// The test callback on this port, as it is registered at X: the same as [`Urls::test_callback`].
///
/// X documents `127.0.0.1` and not `localhost` for local callbacks [D, docs/evidence/x.md §3.3].
///
/// [`Urls::test_callback`]: crate::address::Urls::test_callback
///
/// # Panics
/// Never: any port makes an address.
pub fn address(port: u16) -> Url {
    Url::parse(&format!("http://127.0.0.1:{port}{PATH}")).expect("any port makes an address")
}

#[cfg(test)]
mod tests;

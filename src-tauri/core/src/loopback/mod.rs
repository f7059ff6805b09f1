//! The listener that the browser comes back to: a small server on 127.0.0.1 that runs as long as one test.
//!
//! - It listens only on the registered port, because X compares the whole callback, including the port
//!   [docs/evidence/x.md §7].
//! - It answers `GET /callback` with its own `Host`. Every other request gets a short refusal, and the test continues.
//! - A callback with the state of another sign-in is refused, and the test continues. States are compared in constant
//!   time.
//! - `error` and `denied` are read before `code`. It is unknown how X reports that a person pressed Cancel
//!   [U, docs/evidence/x.md §1.7].
//! - The size of the head, the time and the number of connections are bounded. Nothing from a request is shown on a
//!   page.
//! - If the browser can't come back, [`address_paste`] parses the content of its address bar by the same rules.
//! - If the port is taken, the error names the process that holds it, if the system reveals that. Another port is
//!   suggested, but never used without being asked for.
//! - The socket belongs to the [`Listener`]; when that is dropped, nothing listens anymore.

pub mod address_paste;
mod callback;
mod free;
mod limiter;
mod limits;
mod listener;
mod page;
mod port_owner;
mod serve;

pub use callback::{Callback, RequestedUrl, parse};
pub use free::find_free_port;
pub use listener::{CallbackEvent, CallbackRequest, Error, Listener};

use url::Url;

/// The path of the test callback. It is registered at X with the port, without a slash at the end.
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

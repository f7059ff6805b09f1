//! A practice X and a practice authentik on loopback, with selectable faults: for new users, tests and benchmarks.
//!
//! Their behavior follows what is known of the real servers, and each behavior has its evidence where it is
//! implemented. Where a real server gives no explanation, they give none either.
#![forbid(unsafe_code)]

pub use port::free_port;
pub use servers::{Error, Practice, PracticeOptions};

pub mod authentik;
pub mod browser;
pub mod faults;
pub mod log;
pub mod person;
mod port;
mod servers;
pub mod switches;
pub mod tls;
pub mod x;

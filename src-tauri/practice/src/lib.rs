//! A practice X and a practice authentik on loopback, with selectable faults: for newcomers, tests and benchmarks
//! alike.
//!
//! Their behavior follows what is known of the real servers, and each behavior carries its evidence where it is
//! implemented. Where a real server says nothing, they say nothing too.
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

//! A practice X and a practice authentik on loopback, with selectable faults: for newcomers, tests and benches alike.
//!
//! What they do rests on what is known of the real ones: every behaviour carries its evidence where it stands. What a
//! real server leaves silent, they leave silent too.
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

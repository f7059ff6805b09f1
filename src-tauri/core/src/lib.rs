//! All of Sourcerer that is true without a window.
//!
//! No Tauri, no terminal, no clock and no environment of its own: what the outside world provides comes in through
//! [`job`]. Rooms import only from the left:
//! `i18n clock files progress stage version` ← `evidence` ← `diagnosis paste` ← `address credentials` ← `portal net vault loopback storage`
//! ← `x authentik facts update` ← `signin plan checks login` ← `export fleet report` ← `job`. Those between two arrows don't know
//! each other.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod address;
pub mod authentik;
pub mod checks;
pub mod clock;
pub mod credentials;
pub mod diagnosis;
pub mod evidence;
pub mod export;
pub mod facts;
pub mod files;
pub mod fleet;
pub mod i18n;
pub mod job;
pub mod login;
pub mod loopback;
pub mod net;
mod paste;
pub mod plan;
pub mod portal;
pub mod progress;
pub mod report;
pub mod signin;
pub mod stage;
pub mod storage;
pub mod update;
pub mod vault;
pub mod version;
pub mod x;

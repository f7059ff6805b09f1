//! What the end-to-end tests share: a [`world`] of practice servers for a journey, and a private [`session`] in which
//! the real window and a real browser are controlled as a person would.
//!
//! Nothing of a test outlives it: a session ends every process that was started in it, however the test ended.
#![forbid(unsafe_code)]

pub mod browser;
pub mod canary;
pub mod dialog;
pub mod display;
mod driver;
pub mod faults;
pub mod kills;
pub mod page;
mod patience;
pub mod picture;
pub mod processes;
pub mod proxy;
pub mod raw;
pub mod requests;
pub mod session;
pub mod visitor;
pub mod window;
pub mod world;

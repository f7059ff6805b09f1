//! What the end-to-end tests share: a [`world`] of practice servers around a journey, and a private [`session`] in which
//! programs run as on a desktop of their own.
//!
//! Nothing of a test outlives it: a session ends every process that was started in it, however the test ended.
#![forbid(unsafe_code)]

pub mod canary;
pub mod desk;
mod patience;
pub mod processes;
pub mod requests;
pub mod session;
pub mod world;

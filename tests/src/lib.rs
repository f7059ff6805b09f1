//! What the end-to-end tests share: a [`world`] of practice servers around a journey.
#![forbid(unsafe_code)]

pub mod canary;
pub mod requests;
pub mod world;

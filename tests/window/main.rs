//! The real window, as a person uses it: one module a journey.
//!
//! They need a display, WebKitWebDriver and, some of them, a Chromium: `cargo xtask test` brings all of it. Elsewhere
//! they pass and say that they are skipped.

mod authority;
mod begins;
mod broken;
mod canary;
mod embedded;
mod existing;
mod exported;
mod fault;
mod faults;
mod fleet;
mod halfway;
mod handover;
mod harness;
mod keyboard;
mod login;
mod open;
mod practice;
mod real;
mod report;
mod resume;
mod rights;
mod rotation;
mod shots;
mod started;
mod support;
mod undone;
mod walk;

//! The real window, as a person uses it: one module a journey.
//!
//! They need a display, WebKitWebDriver and, some of them, a Chromium: `cargo xtask test` brings all of it. Elsewhere
//! they pass and say that they are skipped.

mod authority;
mod canary;
mod existing;
mod fault;
mod faults;
mod harness;
mod keyboard;
mod open;
mod practice;
mod real;
mod resume;
mod rights;
mod shots;
mod support;
mod walk;

//! The real window, as a person uses it: one module for each journey.
//!
//! The journeys need a display, WebKitWebDriver and, for some of them, a Chromium: `cargo xtask test` provides all of
//! it. Elsewhere they pass and report that they are skipped.

mod access;
mod attacked;
mod authority;
mod begins;
mod broken;
mod canary;
mod existing;
mod exports;
mod faults;
mod fleet;
mod handover;
mod harness;
mod interrupted;
mod job_list;
mod keyboard;
mod killed;
mod layout;
mod leaving;
mod login;
mod manners;
mod open;
mod practice;
mod real;
mod report;
mod resume;
mod rights;
mod rotation;
mod settings;
mod shots;
mod source_check;
mod source_stage;
mod started;
mod together;
mod undo;
mod update;
mod walk;

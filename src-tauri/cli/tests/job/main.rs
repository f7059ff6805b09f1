//! The binary against practice servers, as a script calls it: one module a command.
//!
//! Every journey ends with the world's checks: no request that nobody asked for, no secret in anything written or said.

mod broken;
mod check;
mod choose;
mod doctor;
mod export;
mod extras;
mod fleet;
mod handover;
mod json;
mod killed;
mod login;
mod plan;
mod practice;
mod progress;
mod push;
mod report;
mod rotate;
mod script;
mod signin;
mod undo;
mod walk;

//! The program against practice servers, called as by a script: one module for each command.
//!
//! Every journey ends with the world's checks: no unexpected request, and no secret in anything that was written or
//! printed.

mod access;
mod broken;
mod check;
mod choose;
mod doctor;
mod export;
mod extras;
mod fleet;
mod handover;
mod hostile;
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

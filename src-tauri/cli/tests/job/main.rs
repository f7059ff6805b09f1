//! The binary against practice servers, as a script calls it: one module a command.
//!
//! Every journey ends with the world's checks: no request that nobody asked for, no secret in anything written or said.

mod check;
mod choose;
mod killed;
mod practice;
mod push;
mod script;
mod undo;
mod walk;

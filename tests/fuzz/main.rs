//! Input that nobody meant: everything that is read from outside, fed with made-up text until the time is up.
//!
//! `cargo xtask fuzz [TARGET] [--seconds N]`; as a plain test a few thousand cases each. A target is a property of one
//! text, and its name is the test's. There is no coverage to steer by on the stable toolchain: what is made up starts
//! from samples and is changed by the words that the code looks for.

mod address;
mod callback;
mod errors;
mod recognition;
mod text;

//! Unexpected input: everything that reads outside input receives generated text until the time is up.
//!
//! `cargo xtask fuzz [TARGET] [--seconds N]`; as a plain test, each target gets 2000 cases. A target is a property of
//! one text, and its name is the test's name. The stable toolchain has no coverage guidance: the generated texts start
//! from samples, and are changed with the words that the code looks for.

mod address;
mod callback;
mod errors;
mod recognition;
mod text;

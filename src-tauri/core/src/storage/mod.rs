//! What is written down of a job: versioned JSON files in a folder of the platform's choosing, which the caller names.
//!
//! - A file is whole or it is the one before: writes go to a temporary file first.
//! - What can't be read is set aside and told, never overwritten, never a crash; what a newer Sourcerer wrote is left
//!   alone.
//! - No secret is ever in here: secrets have no `Serialize`, so the compiler refuses to write one.

mod folder;
mod lock;
mod name;
#[cfg(test)]
mod tests;

pub use folder::{Error, JsonStore, Versioned};
pub use lock::Lock;
pub use name::FileName;

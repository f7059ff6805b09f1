//! Versioned JSON files, in a folder that the caller names.
//!
//! - A file is always complete, either new or old, because writes go to a temporary file first.
//! - A file that can't be read is set aside and reported. It is never overwritten, and never causes a crash. A file
//!   that a newer Sourcerer wrote stays unchanged.
//! - No secret is ever stored here: secrets don't implement `Serialize`, so the compiler rejects it.

mod folder;
mod lock;
mod name;
#[cfg(test)]
mod tests;

pub use folder::{Error, JsonStore, Versioned, sweep};
pub use lock::Lock;
pub use name::FileName;

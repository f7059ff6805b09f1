//! The client credentials that X gives an app, and the other values that people paste in their place.
//!
//! - [`ClientId`] is public, [`ClientSecret`] is not: it doesn't implement `Serialize`, and its `Debug` output shows
//!   nothing.
//! - [`recognise`] judges offline what a pasted value is. It only warns and never blocks, because only X decides what
//!   is valid.
//! - The page receives only [`Recognised`], which contains nothing of what was pasted.

mod decode;
mod kind;
mod pair;
mod recognise;
#[cfg(test)]
mod tests;
mod values;

pub use kind::{PasteCertainty, PasteField, PasteKind};
pub use recognise::{PasteVerdict, PastedValue, Recognised, identify, recognise};
pub use values::{ClientCredentials, ClientId, ClientSecret, ending_of};

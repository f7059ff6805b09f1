//! The two values that X gives an app for sign-in, and what else people paste in their place.
//!
//! - [`ClientId`] is public, [`ClientSecret`] is not: it has no `Serialize` and its `Debug` shows nothing.
//! - [`recognise`] says what a pasted value is, offline. It warns and never stops anybody: X alone decides.
//! - What crosses to the page is [`Recognised`], which holds nothing of what was pasted.

mod kind;
mod pair;
mod recognise;
#[cfg(test)]
mod tests;
mod values;

pub use kind::{PasteCertainty, PasteField, PasteKind};
pub use recognise::{PasteVerdict, PastedValue, Recognised, identify, recognise};
pub use values::{ClientCredentials, ClientId, ClientSecret, ending_of};

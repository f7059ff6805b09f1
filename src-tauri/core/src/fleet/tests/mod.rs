mod list;
mod table;

use super::{List, read};
use crate::address::Plain;

/// What a list reads as, from text.
fn list(text: &str) -> List {
    read(text.as_bytes(), Plain::LoopbackOnly, None)
}

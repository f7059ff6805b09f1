mod list;
mod table;

use super::{SourceList, read};
use crate::address::HttpPolicy;

/// What a list reads as, from text.
fn list(text: &str) -> SourceList {
    read(text.as_bytes(), HttpPolicy::LoopbackOnly, None)
}

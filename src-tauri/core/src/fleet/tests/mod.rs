mod list;
mod table;

use super::{SourceList, parse};
use crate::address::HttpPolicy;

/// What a list reads as, from text.
fn list(text: &str) -> SourceList {
    parse(text.as_bytes(), HttpPolicy::LoopbackOnly, None)
}

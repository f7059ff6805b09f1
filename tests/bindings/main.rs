//! What is generated from Rust and committed: the page's view of commands, types and messages, and the window's
//! permissions.
//!
//! These tests hold the committed files against the types. With `SOURCERER_BINDINGS=write`, as `cargo xtask bindings`
//! sets it, they write them instead.

#[macro_use]
mod command;
mod committed;
mod module;
mod permissions;
mod print;
mod syntax;
mod types;

use anyhow::Result;

/// The one list, of which the permissions need the names alone.
mod names {
    macro_rules! commands {
        ($($name:ident ( $($argument:ident : $kind:ty),* ) -> $answer:ty),* $(,)?) => {
            pub(super) const NAMES: &[&str] = &[$(stringify!($name)),*];
        };
    }

    include!("../../src-tauri/src/commands/list.rs");
}

#[test]
fn the_window_may_call_what_is_listed_and_nothing_else() -> Result<()> {
    committed::hold("src-tauri/permissions/commands.toml", &permissions::file(names::NAMES))
}

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
use sourcerer_core::words::KEYS;
use types::Types;

/// The window's commands. A type that they name is brought in here by the name it has in the list.
mod window {
    use crate::types::Channel;
    use sourcerer_core::credentials::Field;
    use sourcerer_core::diagnosis::Link;
    use sourcerer_core::export::Format as ExportFormat;
    use sourcerer_core::fleet::{Query, Rows};
    use sourcerer_core::job::embed::Chosen;
    use sourcerer_core::job::handover::{FieldName, Pick, Side};
    use sourcerer_core::job::login::{Control as LoginControl, Report as LoginReport};
    use sourcerer_core::job::names::Entered;
    use sourcerer_core::job::server::LegView;
    use sourcerer_core::job::{Of, Place, PracticeChosen, PracticeLayout, PracticePlace, Remedy, View};
    use sourcerer_core::net::Exchange;
    use sourcerer_core::plan::{Choice, Consent, Existing, Progress};
    use sourcerer_core::portal::{Layout, Sighting};
    use sourcerer_core::report::Format;
    use sourcerer_core::signin::{Control, Report};
    use sourcerer_core::stage::Stage;

    include!("../../src-tauri/src/commands/list.rs");
}

#[test]
fn the_page_has_every_command_type_and_message() -> Result<()> {
    committed::hold("ui/src/lib/bindings.ts", &module::text(window::list, KEYS)?)
}

#[test]
fn the_window_may_call_what_is_listed_and_nothing_else() -> Result<()> {
    let names: Vec<_> = window::list(&mut Types::default()).iter().map(|command| command.name).collect();
    committed::hold("src-tauri/permissions/commands.toml", &permissions::file(&names))
}

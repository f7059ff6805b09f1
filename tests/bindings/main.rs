//! The files that are generated from Rust and committed: the page's view of commands, types and messages, and the
//! window's permissions.
//!
//! These tests compare the committed files with the types. With `SOURCERER_BINDINGS=write`, as `cargo xtask bindings`
//! sets it, they write the files instead.

#[macro_use]
mod command;
mod committed;
mod module;
mod permissions;
mod types;

use crate::types::Types;
use anyhow::Result;
use sourcerer_core::i18n::KEYS;

/// The window's commands. A type in the list is imported here by the name that it has in the list.
mod window {
    use crate::types::Channel;
    use sourcerer_core::credentials::PasteField;
    use sourcerer_core::diagnosis::Link;
    use sourcerer_core::export::ExportFormat;
    use sourcerer_core::fleet::{FleetQuery, FleetRows};
    use sourcerer_core::job::access::AccessInput;
    use sourcerer_core::job::dropped::DroppedFile;
    use sourcerer_core::job::handover::HandoverField;
    use sourcerer_core::job::handover::HandoverPick;
    use sourcerer_core::job::login::{LoginCommand, LoginOpening};
    use sourcerer_core::job::model::NamesInput;
    use sourcerer_core::job::model::Side;
    use sourcerer_core::job::settings::{ProgramFolder, Settings};
    use sourcerer_core::job::source_stage::SourceStageChoice;
    use sourcerer_core::job::{PracticeChosen, PracticeLayout, PracticePlace, Remedy, SecretLocation, Subject, View};
    use sourcerer_core::net::Exchange;
    use sourcerer_core::plan::{Confirmation, ExistingSource, PlanChoice};
    use sourcerer_core::portal::{Layout, Sighting};
    use sourcerer_core::report::ReportFormat;
    use sourcerer_core::signin::{InstalledBrowser, SignInCommand};
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

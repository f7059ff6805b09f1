//! The commands: each parses its arguments, calls the core, and returns the new view. Nothing is decided here.

#![expect(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "Tauri hands state over by value, and a command that can't fail answers as all others do"
)]

mod app;
mod credentials;
mod export;
mod fleet;
mod handover;
mod leave;
mod login;
mod names;
mod practice;
mod push;
mod repair;
mod report;
mod rotation;
mod server;
mod settings;
mod signin;
mod source_check;
mod source_stage;
mod update;
mod verify;
mod xapp;

use crate::state::Failure;
use sourcerer_core::job::input;

pub(crate) use app::*;
pub(crate) use credentials::*;
pub(crate) use export::*;
pub(crate) use fleet::*;
pub(crate) use handover::*;
pub(crate) use leave::*;
pub(crate) use login::*;
pub(crate) use names::*;
pub(crate) use practice::*;
pub(crate) use push::*;
pub(crate) use repair::*;
pub(crate) use report::*;
pub(crate) use rotation::*;
pub(crate) use server::*;
pub(crate) use settings::*;
pub(crate) use signin::*;
pub(crate) use source_check::*;
pub(crate) use source_stage::*;
pub(crate) use update::*;
pub(crate) use verify::*;
pub(crate) use xapp::*;

macro_rules! commands {
    ($($name:ident ( $($argument:ident : $kind:ty),* $(,)? ) -> $answer:ty),* $(,)?) => {
        fn listed() -> impl Fn(tauri::ipc::Invoke) -> bool {
            tauri::generate_handler![$($name),*]
        }

        /// The handler of all listed commands. Text that is too long is refused before a command sees it.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool {
            let handler = listed();
            move |invoke: tauri::ipc::Invoke| {
                if let tauri::ipc::InvokeBody::Json(arguments) = invoke.message.payload()
                    && let Err(symptom) = input::check(invoke.message.command(), arguments)
                {
                    invoke.resolver.reject(Failure::from(symptom));
                    return true;
                }
                handler(invoke)
            }
        }
    };
}

include!("list.rs");

//! A window with nothing in it: what Tauri and the system's web view cost by themselves, which `cargo xtask bench window`
//! compares the product's window with. It is built together with the product, with the same profile and features.
#![forbid(unsafe_code)]
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::io::Write as _;
use std::process::ExitCode;
use time::OffsetDateTime;

/// Prints the current time with this label, in the form of the product's own marks.
#[tauri::command(rename_all = "camelCase")]
#[expect(clippy::needless_pass_by_value, reason = "Tauri passes what it has read")]
fn mark(label: String) {
    let micros = OffsetDateTime::now_utc().unix_timestamp_nanos() / 1000;
    #[expect(clippy::disallowed_methods, reason = "only a bench reads it")]
    let mut out = std::io::stdout().lock();
    // If a line can't be written, the measurement notices that it is missing.
    let _ = writeln!(out, "MARK {label} {micros}").and_then(|()| out.flush());
}

#[expect(clippy::exit, reason = "Tauri's macro has it, for a page that doesn't load")]
fn main() -> ExitCode {
    mark("main".to_owned());
    match tauri::Builder::default().invoke_handler(tauri::generate_handler![mark]).run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

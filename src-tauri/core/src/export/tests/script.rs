//! The script as text; `tests/e2e/exports.rs` runs it.

use crate::export::document::ExportFormat;
use crate::export::tests::*;

#[test]
fn the_secrets_stand_on_no_command_line() {
    for (name, export) in jobs() {
        let text = write(&export, ExportFormat::Curl);
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            // jq reads both from the environment; a `$` would have the shell put them where everybody reads them.
            let named = line.contains("$X_CLIENT_SECRET") || line.contains("$AUTHENTIK_TOKEN");
            assert!(!named || line.contains("[ -n \"$X_CLIENT_SECRET\" ]"), "{name}: {line}");
            assert!(!line.contains(" -H ") && !line.contains("--header"), "{name}: {line}");
            assert!(!line.contains("--insecure") && !line.contains(" -k "), "{name}: {line}");
        }
        assert!(text.starts_with("#!/bin/sh\n"));
    }
}

#[test]
fn every_function_is_called_and_every_word_said() {
    let all: String = jobs().iter().map(|(_, export)| write(export, ExportFormat::Curl)).collect();
    let functions = include_str!("../script.sh").lines().filter_map(|line| line.strip_suffix("() {"));
    for name in functions.chain(["says_login"]) {
        let called = all.lines().filter(|line| !line.starts_with('#') && !line.starts_with(&format!("{name}() ")));
        assert!(called.clone().any(|line| line.contains(name)), "{name}");
    }
    for line in all.lines().filter_map(|line| line.split_once('=')).map(|(name, _)| name) {
        if line.starts_with("says_") {
            assert!(all.contains(&format!("${line}\"")), "{line}");
        }
    }
}

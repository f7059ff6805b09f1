//! The window's permissions: one for each command, in one set that the window's capability uses.

use std::fmt::Write as _;

/// The content of the file with the set.
pub(crate) fn file(commands: &[&str]) -> String {
    let mut text = String::from(HEAD);
    for name in commands {
        // Tauri's build script creates a permission for each command, with `-` for `_` in its name.
        let _ = writeln!(text, "    \"allow-{}\",", name.replace('_', "-"));
    }
    text + "]\n"
}

const HEAD: &str = r#"# Generated from src/commands/list.rs by `cargo xtask bindings`.

[[set]]
identifier = "commands"
description = "Every command of the window, and nothing else."
permissions = [
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_command_has_its_permission() {
        let file = file(&["app_view", "server_choose_ca"]);
        assert!(
            file.ends_with("permissions = [\n    \"allow-app-view\",\n    \"allow-server-choose-ca\",\n]\n"),
            "{file}"
        );
    }
}

//! `os-release`: identifies the system.

use std::fs;

/// The system's name for people, such as "Debian GNU/Linux 12 (bookworm)".
pub(crate) fn name() -> Option<String> {
    let text = ["/etc/os-release", "/usr/lib/os-release"].iter().find_map(|path| fs::read_to_string(path).ok())?;
    value(&text, "PRETTY_NAME")
}

/// The value of a line `KEY=value` or `KEY="value"`.
fn value(text: &str, key: &str) -> Option<String> {
    let line = text.lines().find_map(|line| line.trim().strip_prefix(key)?.strip_prefix('='))?;
    let bare = ['"', '\''].iter().find_map(|quote| line.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(line);
    (!bare.is_empty()).then(|| bare.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_with_quotes_and_without() {
        let text = "ID=debian\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID='12'\nHOME_URL=\n";
        let rows = [
            ("PRETTY_NAME", Some("Debian GNU/Linux 12 (bookworm)")),
            ("ID", Some("debian")),
            ("VERSION_ID", Some("12")),
            ("HOME_URL", None),
            ("NAME", None),
        ];
        for (key, expected) in rows {
            assert_eq!(value(text, key).as_deref(), expected, "{key}");
        }
    }
}

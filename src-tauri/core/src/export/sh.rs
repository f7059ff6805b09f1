//! Text in a shell script.

/// A word between single quotes: the shell reads nothing in it.
pub(super) fn quoted(text: &str) -> String {
    // A shell can't hold it, and would end a word there.
    let text = text.replace('\0', "");
    format!("'{}'", text.replace('\'', "'\\''"))
}

//! Text in a shell script.

use crate::i18n::visible;
use serde_json::Value;

/// A word on one line: the shell reads nothing in it. A word in which something hides is written as JSON, whose escapes
/// jq takes back, because POSIX's shell has none of its own.
pub(super) fn quoted(text: &str) -> String {
    // A shell can't hold it, and would end a word there.
    let text = text.replace('\0', "");
    if !text.contains(visible::is_hidden) {
        return single(&text);
    }
    // The shell takes line breaks off the end of an output.
    let word = text.trim_end_matches('\n');
    let breaks = &text[word.len()..];
    let breaks = if breaks.is_empty() { String::new() } else { single(breaks) };
    format!("\"$(jq -rn {})\"{breaks}", single(&json(&Value::from(word))))
}

/// Lines of this program's own as one word.
pub(super) fn quoted_lines(text: &str) -> String {
    single(text)
}

/// JSON on one line in which nothing hides.
pub(super) fn json(value: &Value) -> String {
    visible::json(&value.to_string()).into_owned()
}

/// Between single quotes the shell reads nothing.
fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

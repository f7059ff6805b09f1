//! Undoes base64 in a text: in the `data` of a Kubernetes Secret each value stands encoded once more.

use super::kind::{LENIENT, is_base64url, kind_of};
use super::{PasteCertainty, PasteKind};
use base64::Engine as _;

/// The shortest and the longest encoded value that is looked at: an API Key of 25 characters and a Client Secret of 50
/// with a line break at its end, and some room.
const LENGTHS: std::ops::RangeInclusive<usize> = 32..=80;

/// The text with every encoded value in place of its encoding; `None` if there is none.
///
/// A value counts only if what it decodes to has the length and the alphabet of one of X's, which no text has by chance.
/// X's own values never do: a Client ID decodes to a text with colons in it.
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut result = String::new();
    let mut rest = text;
    let mut is_changed = false;
    while let Some(at) = rest.bytes().position(is_base64url) {
        let (before, from) = rest.split_at(at);
        let (word, after) = from.split_at(from.bytes().position(|byte| !is_base64url(byte)).unwrap_or(from.len()));
        result.push_str(before);
        rest = after;
        match value(word) {
            Some(value) => {
                is_changed = true;
                result.push_str(&value);
                let padding = rest.bytes().take_while(|byte| *byte == b'=').count();
                rest = &rest[padding..];
            }
            None => result.push_str(word),
        }
    }
    result.push_str(rest);
    is_changed.then_some(result)
}

/// What one word encodes, if that is one of X's values.
fn value(word: &str) -> Option<String> {
    if !LENGTHS.contains(&word.len()) {
        return None;
    }
    let text = String::from_utf8(LENIENT.decode(word).ok()?).ok()?;
    // `echo` ends what it encodes with a line break, and some quote it first.
    let value = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
    let is_of_x = matches!(
        kind_of(value),
        (
            PasteKind::ClientIdConfidential
                | PasteKind::ClientIdNative
                | PasteKind::ClientIdOther
                | PasteKind::ClientSecret
                | PasteKind::AmbiguousSecret,
            _
        ) | (PasteKind::ApiKey, PasteCertainty::High)
    );
    is_of_x.then(|| value.to_owned())
}

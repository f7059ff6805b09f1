//! What a text of a job file may be, and how a text from one is shown.

use crate::portal::callbacks;
use std::fmt::Write as _;

/// The longest text of a field, in bytes.
const LONGEST: usize = 2048;

/// Whether a character changes how text reads without being visible: a control character, or one that changes the
/// writing direction.
fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Untrusted text, shortened and with every invisible character spelled out, so that it reads as it is written.
pub fn escape_untrusted(text: &str) -> String {
    let mut shown = String::new();
    for (at, c) in text.chars().enumerate() {
        if at == 200 {
            shown.push('…');
            break;
        }
        if hidden(c) {
            // Writing to a string can't fail.
            let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

pub(super) fn is_text(text: &str) -> bool {
    text.len() <= LONGEST && !text.contains(hidden)
}

pub(super) fn is_list(text: &str) -> bool {
    text.len() <= callbacks::LONGEST && !text.contains(|c| hidden(c) && !matches!(c, '\n' | '\r' | '\t'))
}

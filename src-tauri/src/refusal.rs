//! What a person is told if no window can be opened. Without it, the program would end as if nothing had happened: where
//! programs with a window have no standard error, nobody would learn why.

use sourcerer_core::i18n::{Localizer, Message, msg};
use std::io::Write as _;

/// The reason for not even trying: on Linux, GTK ends the program if there is no display.
pub(crate) fn without_display() -> Option<Message> {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let has_display = !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    (!has_display).then(msg::terminal_window_no_display)
}

/// The message for an error of the window's libraries.
pub(crate) fn of(error: &str) -> Message {
    on(std::env::consts::OS, error)
}

/// Windows is the only system on which the web view is a part that may be missing although the program is installed.
fn on(system: &str, error: &str) -> Message {
    match system {
        "windows" => msg::terminal_window_no_webview(error),
        _ => msg::terminal_window_not_opened(error),
    }
}

/// Tells the person: on standard error and, where nobody reads that, in a box of the system's own.
pub(crate) fn tell(message: &Message) {
    let words = Localizer::english().format(message);
    #[expect(clippy::disallowed_methods, reason = "nothing hides in a formatted message")]
    let _ = writeln!(std::io::stderr(), "{words}");
    #[cfg(not(target_os = "linux"))]
    rfd::MessageDialog::new().set_level(rfd::MessageLevel::Error).set_title("Sourcerer").set_description(words).show();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_told_and_on_windows_the_usual_cause() {
        let said = |system| Localizer::english().format(&on(system, "error 0x80070002"));
        for system in ["linux", "macos", "windows"] {
            assert!(said(system).contains("error 0x80070002"), "{system}");
        }
        assert!(said("windows").contains("WebView2") && !said("macos").contains("WebView2"));
    }
}

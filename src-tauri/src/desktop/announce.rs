//! Tells the person that something has ended while the window was behind another one.

use crate::state::AppState;
use sourcerer_core::i18n::Localizer;
use sourcerer_core::job::ended::Ended;
use tauri::{UserAttentionType, WebviewWindow};

/// Asks for attention if the window isn't in front: in the desktop's list of windows and, unless that is turned off, with
/// a notification. After a sign-in, which ends in the browser, the window comes forward where the desktop lets it.
pub(crate) fn announce(app: &AppState, window: &WebviewWindow, ended: Ended) {
    if window.is_focused().unwrap_or(true) {
        return;
    }
    // What the desktop refuses isn't needed: the result is in the window.
    let _ = window.request_user_attention(Some(UserAttentionType::Informational));
    if matches!(ended, Ended::TestSignIn | Ended::TestAsVisitor) {
        let _ = window.set_focus();
    }
    if app.environment().settings.notifications {
        let body = Localizer::english().format(&ended.message());
        // The desktop's service may be slow, or not there at all.
        tauri::async_runtime::spawn_blocking(move || {
            notify(&body);
        });
    }
}

/// Shows a notification through the desktop's own service (freedesktop.org, Desktop Notifications Specification 1.2).
#[cfg(target_os = "linux")]
fn notify(body: &str) {
    use gio::glib::{ToVariant as _, Variant, VariantDict};
    use gio::{BusType, Cancellable, DBusCallFlags};

    /// How long the service may take, in milliseconds.
    const PATIENCE: i32 = 5_000;
    const NAME: &str = "org.freedesktop.Notifications";
    const PATH: &str = "/org/freedesktop/Notifications";

    let none: Option<&Cancellable> = None;
    let Ok(bus) = gio::bus_get_sync(BusType::Session, none) else { return };
    let actions: [&str; 0] = [];
    let hints = VariantDict::new(None);
    hints.insert_value("desktop-entry", &"sourcerer".to_variant());
    // Application, what it replaces, icon, summary, body, actions, hints, and how long it is shown: as the desktop likes.
    let fields: [Variant; 8] = [
        "Sourcerer".to_variant(),
        0_u32.to_variant(),
        "sourcerer".to_variant(),
        "Sourcerer".to_variant(),
        body.to_variant(),
        actions.to_variant(),
        hints.end(),
        (-1_i32).to_variant(),
    ];
    let fields = Variant::tuple_from_iter(fields);
    // Without a service nobody is told; the result is in the window.
    let _ = bus.call_sync(Some(NAME), PATH, NAME, "Notify", Some(&fields), None, DBusCallFlags::NONE, PATIENCE, none);
}

#[cfg(not(target_os = "linux"))]
fn notify(body: &str) {
    let _ = notify_rust::Notification::new().appname("Sourcerer").summary("Sourcerer").body(body).show();
}

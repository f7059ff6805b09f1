//! The real keyring. It wants a private D-Bus session with an unlocked keyring in it, so that nobody's own entries are
//! touched: `cargo xtask test` makes one and sets `SOURCERER_KEYRING_TESTS=1`. Without it, this says "skipped".
#![expect(clippy::disallowed_methods, reason = "a test runs itself in another environment")]
#![cfg(target_os = "linux")]

use secrecy::{ExposeSecret as _, SecretString};
use sourcerer_core::address::{HttpPolicy, ServerUrl, Slug};
use sourcerer_core::vault::{Error, Key, Keyring, Vault};
use std::io::Write as _;
use std::process::Command;

const ASKED_FOR: &str = "SOURCERER_KEYRING_TESTS";

fn is_private_session() -> bool {
    let is_private = std::env::var(ASKED_FOR).is_ok_and(|value| value == "1");
    if !is_private {
        let _ = writeln!(std::io::stdout(), "skipped: {ASKED_FOR}=1 is not set");
    }
    is_private
}

fn server(address: &str) -> ServerUrl {
    ServerUrl::read(address, HttpPolicy::LoopbackOnly).expect("an address").url
}

fn read(vault: &dyn Vault, key: &Key) -> Option<String> {
    vault.get(key).expect("the keyring").map(|secret| secret.expose_secret().to_owned())
}

#[test]
fn secrets_come_back_from_the_keyring_until_they_are_deleted() {
    if !is_private_session() {
        return;
    }
    let keyring = Keyring::open_as("Sourcerer's test").expect("a keyring");
    let vault: &dyn Vault = &keyring;
    let (here, there) = (server("authentik.company"), server("authentik.company/sso"));
    let token = Key::api_token(&here);
    let other = Key::api_token(&there);
    let secret = Key::client_secret(&here, &Slug::read("twitter").expect("a slug"));

    assert_eq!(read(vault, &token), None);
    vault.put(&token, &SecretString::from("MadeUp token, ü and 🔑")).expect("the keyring");
    vault.put(&secret, &SecretString::from("MadeUp-Secret")).expect("the keyring");
    assert_eq!(read(vault, &token).as_deref(), Some("MadeUp token, ü and 🔑"));
    assert_eq!(read(vault, &secret).as_deref(), Some("MadeUp-Secret"));
    assert_eq!(read(vault, &other), None);

    vault.put(&token, &SecretString::from("another")).expect("the keyring");
    assert_eq!(read(vault, &token).as_deref(), Some("another"));

    assert!(vault.delete(&token).expect("the keyring"));
    assert!(!vault.delete(&token).expect("the keyring"));
    assert_eq!(read(vault, &token), None);
    assert_eq!(read(vault, &secret).as_deref(), Some("MadeUp-Secret"));
    assert!(vault.delete(&secret).expect("the keyring"));
}

/// The store is opened once for each process and its environment, so the machine without a bus is a process of its own.
#[test]
fn a_machine_without_a_keyring_is_told_as_such() {
    let output = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "inside_a_process_without_a_bus", "--ignored"])
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
        .output()
        .expect("this test again");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
#[ignore = "the test above runs it, in a process that can reach no bus"]
fn inside_a_process_without_a_bus() {
    let bus = std::env::var("DBUS_SESSION_BUS_ADDRESS").unwrap_or_default();
    assert!(bus.contains("/nonexistent/"), "this must not meet a real keyring");
    assert_eq!(Keyring::open().map(|_| ()), Err(Error::Missing));
}

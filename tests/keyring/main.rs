//! The real keyring, in the tests' own session, so that no user's entries are touched. It needs `dbus-daemon` and
//! `gnome-keyring-daemon`: `cargo xtask test` installs them and sets `SOURCERER_KEYRING_TESTS=1`. Without it, the test
//! prints "skipped".
//!
//! The store is opened once for each process and its environment, so each test that needs an environment runs this
//! binary again in it, for one of the ignored tests.
#![expect(clippy::disallowed_methods, reason = "a test runs itself in another environment")]
#![cfg(target_os = "linux")]

use anyhow::{Context as _, Result, ensure};
use rustix::process::{Pid, Signal, kill_process};
use secrecy::{ExposeSecret as _, SecretString};
use sourcerer_core::address::{HttpPolicy, ServerUrl, Slug};
use sourcerer_core::vault::{self, Error, Key, Vault};
use sourcerer_tests::display::skipped;
use sourcerer_tests::session::{Keyring, Session};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const ASKED_FOR: &str = "SOURCERER_KEYRING_TESTS";

fn is_wanted() -> bool {
    let is_wanted = std::env::var(ASKED_FOR).is_ok_and(|value| value == "1");
    if !is_wanted {
        skipped(&format!("{ASKED_FOR}=1 is not set"));
    }
    is_wanted
}

#[tokio::test]
async fn secrets_come_back_from_the_keyring_until_they_are_deleted() -> Result<()> {
    if !is_wanted() {
        return Ok(());
    }
    let session = Session::start(Keyring::Unlocked).await?;
    let mut inside = session.command(std::env::current_exe()?)?;
    let output = inside.args(["--exact", "inside_a_session_with_a_keyring", "--ignored"]).output().await?;
    let said = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success() && said.contains("1 passed"), "{said}");
    Ok(())
}

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

#[tokio::test]
async fn a_keyring_that_stops_answering_costs_seconds_and_comes_back() -> Result<()> {
    if !is_wanted() {
        return Ok(());
    }
    in_a_session_whose_keyring_is_known("inside_a_session_with_a_stopped_keyring").await
}

#[tokio::test]
async fn a_keyring_that_dies_in_the_middle_of_a_write_is_an_error_and_no_wait() -> Result<()> {
    if !is_wanted() {
        return Ok(());
    }
    in_a_session_whose_keyring_is_known("inside_a_session_with_a_dying_keyring").await
}

async fn in_a_session_whose_keyring_is_known(test: &str) -> Result<()> {
    let session = Session::start(Keyring::Unlocked).await?;
    let daemon = session.processes().into_iter().find(|process| process.line.contains("gnome-keyring-daemon"));
    let daemon = daemon.context("the keyring's process")?;
    let mut inside = session.command(std::env::current_exe()?)?;
    inside.env(STOPPED, daemon.pid.to_string());
    let output = inside.args(["--exact", test, "--ignored"]).output().await?;
    let said = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success() && said.contains("1 passed"), "{said}");
    Ok(())
}

/// The environment variable with the process id of the keyring that the test stops.
const STOPPED: &str = "SOURCERER_STOPPED_KEYRING";

#[test]
#[ignore = "another test runs it, in a session with a keyring of its own"]
fn inside_a_session_with_a_stopped_keyring() {
    let bus = std::env::var("DBUS_SESSION_BUS_ADDRESS").unwrap_or_default();
    assert!(bus.contains("/sourcerer-session-"), "this must not meet a real keyring: {bus}");
    let pid = std::env::var(STOPPED).expect("a process").parse().expect("a number");
    let signal = |signal| kill_process(Pid::from_raw(pid).expect("a process"), signal).expect("a signal");
    let told = Arc::new(AtomicUsize::new(0));
    let open = |told: &Arc<AtomicUsize>| {
        let told = Arc::clone(told);
        vault::BoundedVault::new(
            || vault::Keyring::open_as("Sourcerer's test"),
            vault::VaultTimeouts { answer: Duration::from_secs(7), ..vault::VaultTimeouts::default() },
            move |wait| {
                if wait == vault::VaultWait::Begins {
                    told.fetch_add(1, Ordering::SeqCst);
                }
            },
        )
    };
    let key = Key::api_token(&server("authentik.company"));

    // It never opens: five seconds, and somebody hears of it after two.
    signal(Signal::STOP);
    let began = Instant::now();
    let never = open(&told);
    assert!(began.elapsed() < Duration::from_secs(1), "nobody waits for it at the start");
    assert_eq!(never.get(&key).map(|_| ()), Err(Error::Silent));
    assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
    assert_eq!(told.load(Ordering::SeqCst), 1);

    // It is open, and stops in between: as long as a person may need, and for further calls as long as opening takes.
    signal(Signal::CONT);
    let vault = loop {
        let vault = open(&told);
        if vault.put(&key, &SecretString::from("MadeUp token")).is_ok() {
            break vault;
        }
        assert!(began.elapsed() < Duration::from_mins(1), "it doesn't come back");
    };
    signal(Signal::STOP);
    let began = Instant::now();
    assert_eq!(vault.get(&key).map(|_| ()), Err(Error::Silent));
    assert_eq!(vault.get(&key).map(|_| ()), Err(Error::Silent));
    assert!(began.elapsed() < Duration::from_secs(25), "{:?}", began.elapsed());
    signal(Signal::CONT);
    let began = Instant::now();
    loop {
        match vault.get(&key) {
            Ok(found) => break assert_eq!(found.expect("the token").expose_secret(), "MadeUp token"),
            Err(error) => assert!(began.elapsed() < Duration::from_mins(1), "{error}"),
        }
    }
}

#[test]
#[ignore = "another test runs it, in a session with a keyring of its own"]
fn inside_a_session_with_a_dying_keyring() {
    let bus = std::env::var("DBUS_SESSION_BUS_ADDRESS").unwrap_or_default();
    assert!(bus.contains("/sourcerer-session-"), "this must not meet a real keyring: {bus}");
    let pid = std::env::var(STOPPED).expect("a process").parse().expect("a number");
    let signal = |signal| kill_process(Pid::from_raw(pid).expect("a process"), signal).expect("a signal");
    let (waits, at_work) = std::sync::mpsc::channel();
    let vault = vault::BoundedVault::new(
        || vault::Keyring::open_as("Sourcerer's test"),
        vault::VaultTimeouts { answer: Duration::from_mins(1), ..vault::VaultTimeouts::default() },
        move |wait| waits.send(wait).expect("the test listens"),
    );
    let key = Key::api_token(&server("authentik.company"));
    vault.put(&key, &SecretString::from("MadeUp token")).expect("the keyring");
    while at_work.try_recv().is_ok() {}

    // A stopped keyring can't finish the write, and dies in the middle of it.
    signal(Signal::STOP);
    let written = std::thread::scope(|scope| {
        let write = scope.spawn(|| vault.put(&key, &SecretString::from("another")));
        assert_eq!(at_work.recv(), Ok(vault::VaultWait::Begins));
        signal(Signal::KILL);
        write.join().expect("no panic")
    });
    assert!(matches!(written, Err(error) if error != Error::Silent), "{written:?}");
    assert_eq!(at_work.recv(), Ok(vault::VaultWait::Ends));
    assert!(vault.get(&key).is_err(), "there is no keyring any more");
}

fn server(address: &str) -> ServerUrl {
    ServerUrl::parse(address, HttpPolicy::LoopbackOnly).expect("an address").url
}

fn read(vault: &dyn Vault, key: &Key) -> Option<String> {
    vault.get(key).expect("the keyring").map(|secret| secret.expose_secret().to_owned())
}

#[test]
#[ignore = "another test runs it, in a session with an empty keyring"]
fn inside_a_session_with_a_keyring() {
    let bus = std::env::var("DBUS_SESSION_BUS_ADDRESS").unwrap_or_default();
    assert!(bus.contains("/sourcerer-session-"), "this must not meet a real keyring: {bus}");
    let keyring = vault::Keyring::open_as("Sourcerer's test").expect("a keyring");
    let vault: &dyn Vault = &keyring;
    let (here, there) = (server("authentik.company"), server("authentik.company/sso"));
    let token = Key::api_token(&here);
    let other = Key::api_token(&there);
    let secret = Key::client_secret(&here, &Slug::parse("twitter").expect("a slug"));

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

#[test]
#[ignore = "another test runs it, in a process that can reach no bus"]
fn inside_a_process_without_a_bus() {
    let bus = std::env::var("DBUS_SESSION_BUS_ADDRESS").unwrap_or_default();
    assert!(bus.contains("/nonexistent/"), "this must not meet a real keyring");
    assert_eq!(vault::Keyring::open().map(|_| ()), Err(Error::Missing));
}

//! `doctor`: describes this machine for support.

use crate::script::{Ran, Script, run};
use anyhow::{Context as _, Result};
use serde_json::Value;
use sourcerer_practice::free_port;
use sourcerer_tests::requests::APPROACH;
use std::os::unix::fs::PermissionsExt as _;
use tokio::net::TcpListener;
use tokio::process::Command;

fn findings(ran: &Ran) -> Result<Vec<String>> {
    let answer: Value = serde_json::from_str(&ran.out).with_context(|| format!("{ran:?}"))?;
    let rows = answer["findings"].as_array().context("findings")?;
    let row = |row: &Value| {
        let text = |key: &str| row[key].as_str().unwrap_or("-").to_owned();
        format!("{}: {} {}", text("id"), text("severity"), text("diagnosis"))
    };
    Ok(rows.iter().map(row).collect())
}

async fn doctor(script: &mut Script, more: &[&str]) -> Result<Ran> {
    let port = free_port().context("a port")?.to_string();
    // Without an argument, the test callback's port is a free one that this sets.
    let port: &[&str] = if more.contains(&"--port") { &[] } else { &["--port", &port] };
    let mut program = bare(script);
    program.arg("doctor").args(port).args(more);
    let ran = run(program, "").await?;
    script.heard(&ran);
    Ok(ran)
}

/// The program on a machine without a browser.
fn bare(script: &Script) -> Command {
    let mut program = script.program();
    for folders in ["XDG_DATA_DIRS", "XDG_CONFIG_DIRS"] {
        program.env(folders, script.world.folder().join("nothing"));
    }
    program
}

#[tokio::test]
async fn a_bare_machine_is_told_what_it_lacks_and_can_be_worked_with() -> Result<()> {
    let mut script = Script::new().await?;
    let ran = doctor(&mut script, &["--json"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let found = findings(&ran)?;
    for wanted in ["keyring: risk keyring-missing", "browser: risk browser-unknown", "clock: note -"] {
        assert!(found.contains(&wanted.to_owned()), "{wanted}: {found:?}");
    }
    for wanted in ["version", "folder", "port", "proxy-x", "proxy-loopback"] {
        assert!(found.contains(&format!("{wanted}: fine -")), "{wanted}: {found:?}");
    }
    assert!(found.iter().any(|row| row.starts_with("roots: ")), "{found:?}");
    let ran = doctor(&mut script, &[]).await?;
    assert!(ran.out.contains("! This computer has no keyring\n") && ran.out.contains("✓ Sourcerer "), "{ran:?}");
    assert_eq!(ran.err, "", "nothing of the progress comes into a pipe");
    assert!(!script.world.data().join("sourcerer").exists(), "it leaves nothing behind");
    script.ends(&[])
}

#[tokio::test]
async fn a_taken_port_is_named_with_who_holds_it_and_is_exit_1() -> Result<()> {
    let mut script = Script::new().await?;
    let taken = TcpListener::bind(("127.0.0.1", 0)).await?;
    let port = taken.local_addr()?.port().to_string();
    let ran = doctor(&mut script, &["--port", &port]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains(&format!("✗ Port {port} is in use by another program")), "{ran:?}");
    // The port owner is this test, which the system reports to the same user.
    assert!(ran.out.contains(&format!("(process {})", std::process::id())), "{ran:?}");
    script.ends(&[])
}

#[tokio::test]
async fn a_server_that_is_named_is_looked_at_and_its_clock_compared() -> Result<()> {
    let mut script = Script::new().await?;
    let server = script.server.clone();
    let ran = doctor(&mut script, &["--server", &server, "--json"]).await?;
    let found = findings(&ran)?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(found.contains(&"server: fine -".to_owned()) && found.contains(&"clock: fine -".to_owned()), "{found:?}");
    let away = format!("http://127.0.0.1:{}", free_port().context("a port")?);
    let ran = doctor(&mut script, &["--server", &away, "--json"]).await?;
    let found = findings(&ran)?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(found.contains(&"server: breaks server-connection-refused".to_owned()), "{found:?}");
    assert!(found.contains(&"clock: note -".to_owned()), "{found:?}");
    let ran = doctor(&mut script, &["--server", "ftp://x"]).await?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    script.ends(&[APPROACH])
}

#[tokio::test]
async fn folder_proxy_and_browser_are_those_of_this_machine() -> Result<()> {
    let mut script = Script::new().await?;
    let data = script.world.data();
    let folder = data.join("sourcerer");
    std::fs::create_dir_all(&folder)?;
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755))?;
    let applications = data.join("applications");
    std::fs::create_dir_all(&applications)?;
    let entry = "[Desktop Entry]\nName=Firefox\nExec=/usr/bin/firefox %u\n";
    std::fs::write(applications.join("firefox.desktop"), entry)?;
    let list = "[Default Applications]\nx-scheme-handler/https=firefox.desktop\n";
    std::fs::write(applications.join("mimeapps.list"), list)?;
    let mut program = bare(&script);
    let port = free_port().context("a port")?.to_string();
    program.env("HTTPS_PROXY", "http://ada:c4n4ry-pw@proxy.company:3128").args(["doctor", "--port", &port]);
    let ran = run(program, "").await?;
    script.heard(&ran);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    // A folder of the program's own that others could read is closed at the start, and nobody is blamed for it.
    assert!(!ran.out.contains("Other users of this computer can read"), "{ran:?}");
    assert_eq!(std::fs::metadata(&folder)?.permissions().mode() & 0o777, 0o700);
    assert!(ran.out.contains("✓ Addresses open in Firefox\n"), "{ran:?}");
    assert!(ran.out.contains("✓ The browser can open private windows\n"), "{ran:?}");
    assert!(ran.out.contains("✓ api.x.com is reached through the proxy proxy.company:3128\n"), "{ran:?}");
    assert!(!ran.out.contains("c4n4ry-pw"), "{ran:?}");
    script.ends(&[])
}

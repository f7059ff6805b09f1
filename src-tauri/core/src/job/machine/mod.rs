//! The machine check: whether this machine has what a job needs, before anything goes wrong. It needs neither a job nor
//! a server.
//!
//! - Everything that is examined comes in through the [`Environment`]. X is never contacted, and a server only if one
//!   is named.
//! - The keyring is tested by storing an entry that is no secret and deleting it again: only that distinguishes an
//!   unlocked keyring from a locked one. The keyring may ask the person for a password, as it would for a real secret.
//! - The only other write is an empty file in the data folder, which is deleted at once.

use super::Environment;
use crate::address::ServerUrl;
use crate::authentik::{Client, ServerLeg, ServerLegResult, ServerLegVerdict};
use crate::checks::Finding;
use crate::diagnosis::{Diagnosed as _, Symptom};
use crate::i18n::msg;
use crate::loopback::{self, Listener};
use crate::net::{self, CaFile};
use crate::progress::Observer;
use crate::signin::DefaultBrowser;
use crate::vault::{self, Durability, Key};
use secrecy::ExposeSecret as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use url::Url;

/// How long the keyring may take, including its request for a password.
const KEYRING: Duration = Duration::from_secs(30);

/// What to check in addition to the machine itself.
#[derive(Clone, Debug)]
pub struct MachineCheckOptions {
    /// The test callback's port.
    pub port: u16,
    /// The server whose reachability and clock are checked.
    pub server: Option<ServerUrl>,
    /// A file with the certificates of a private CA.
    pub ca_file: Option<PathBuf>,
}

/// The result of the machine check.
#[derive(Clone, Debug)]
pub struct MachineReport {
    /// The finding of each check, in their order.
    pub findings: Vec<Finding>,
    /// The legs of the server check; empty if no server was named.
    pub legs: Vec<ServerLegResult>,
}

/// Checks everything; the observer hears each finding as it is ready.
pub async fn check_machine(
    environment: &Environment,
    asked: &MachineCheckOptions,
    observer: Observer<'_, Finding>,
) -> MachineReport {
    let mut findings = Vec::new();
    let mut add = |finding: Finding| {
        observer(finding.clone());
        findings.push(finding);
    };
    add(version());
    folder(&environment.folder).into_iter().for_each(&mut add);
    add(keyring(environment).await);
    browser(environment).into_iter().for_each(&mut add);
    add(port(asked.port).await);
    add(roots().await);
    let (ca, finding) = ca_file(asked.ca_file.as_deref());
    finding.into_iter().for_each(&mut add);
    proxies(environment, asked.server.as_ref()).into_iter().for_each(&mut add);
    let (legs, met) = server(environment, asked.server.as_ref().filter(|_| ca), asked.ca_file.as_deref()).await;
    met.into_iter().for_each(&mut add);
    MachineReport { findings, legs }
}

fn version() -> Finding {
    let detail = msg::machine_version_detail(std::env::consts::ARCH, std::env::consts::OS);
    Finding::passed("version", msg::machine_version(crate::version::LINE), detail)
}

/// Whether jobs can be saved, and who else can read them.
fn folder(path: &Path) -> Vec<Finding> {
    let shown = path.display().to_string();
    let is_there = path.is_dir();
    // A folder that doesn't exist yet is created on the first save, in the nearest folder above it that exists.
    let Some(nearest) = path.ancestors().find(|folder| folder.is_dir()) else {
        return vec![Finding::found("folder", Symptom::FolderNotWritable { path: shown })];
    };
    if tempfile::tempfile_in(nearest).is_err() {
        return vec![Finding::found("folder", Symptom::FolderNotWritable { path: shown })];
    }
    let detail =
        if is_there { msg::machine_folder_there(shown.as_str()) } else { msg::machine_folder_to_be(shown.as_str()) };
    let writable = Finding::passed("folder", msg::machine_folder(), detail);
    let rights = rights(path).filter(|_| is_there).map(|mode| match mode & 0o077 {
        0 => Finding::passed("folder-rights", msg::machine_rights(), msg::machine_rights_detail(octal(mode))),
        _ => Finding::found("folder-rights", Symptom::FolderOpen { path: shown, mode: octal(mode) }),
    });
    [writable].into_iter().chain(rights).collect()
}

fn octal(mode: u32) -> String {
    format!("{mode:03o}")
}

/// Whether others can read the folder; none if the system has no such permissions.
#[cfg(unix)]
fn rights(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).ok().map(|folder| folder.permissions().mode() & 0o777)
}

#[cfg(not(unix))]
fn rights(path: &Path) -> Option<u32> {
    // Windows protects a user's data folder with access control lists, which nothing here changes.
    fs::metadata(path).ok().and(None)
}

/// Stores an entry, reads it and deletes it.
async fn keyring(environment: &Environment) -> Finding {
    let tried = vault::ask(&environment.vault, |vault| {
        let key = Key::for_trial();
        vault.put(&key, &"trial".into())?;
        let read = vault.get(&key);
        vault.delete(&key)?;
        let is_whole = read?.is_some_and(|read| read.expose_secret() == "trial");
        Ok((is_whole, vault.keeps()))
    });
    let found = |symptom| Finding::found("keyring", symptom);
    match tokio::time::timeout(environment.timeout_or(KEYRING), tried).await {
        // Nobody answered the keyring's prompt.
        Err(_) => found(Symptom::KeyringLocked),
        Ok(Err(error)) => found(error.symptom()),
        Ok(Ok((false, _))) => found(Symptom::KeyringFailed),
        Ok(Ok((true, Durability::InKeyring))) => {
            Finding::passed("keyring", msg::machine_keyring(), msg::machine_keyring_detail())
        }
        Ok(Ok((true, Durability::ForThisRun))) => {
            Finding::passed("keyring", msg::machine_memory(), msg::machine_memory_detail())
        }
    }
}

/// Which browser opens X's page, and whether it can open a private window.
fn browser(environment: &Environment) -> Vec<Finding> {
    let named = match environment.opener.browser() {
        DefaultBrowser::Unknown => return vec![Finding::found("browser", Symptom::BrowserUnknown)],
        DefaultBrowser::Named(name) => msg::machine_browser(name),
        DefaultBrowser::Unnamed => msg::machine_browser_unnamed(),
    };
    let private = match environment.opener.private() {
        Some(_) => Finding::passed("private-window", msg::machine_private(), msg::machine_private_detail()),
        None => Finding::skipped("private-window", msg::machine_no_private(), msg::machine_no_private_detail()),
    };
    vec![Finding::passed("browser", named, msg::machine_browser_detail()), private]
}

/// Whether X's answer can reach the test callback's port.
async fn port(port: u16) -> Finding {
    match Listener::bind(port).await {
        Err(error) => Finding::found("port", error.symptom()),
        Ok(listener) => {
            listener.close().await;
            let callback = loopback::address(port).to_string();
            Finding::passed("port", msg::machine_port(port.to_string()), msg::machine_port_detail(callback))
        }
    }
}

async fn roots() -> Finding {
    let count = tokio::task::spawn_blocking(net::roots).await.ok().flatten();
    match count {
        Some(0) => Finding::found("roots", Symptom::RootsMissing),
        Some(count) => Finding::passed("roots", msg::machine_roots(count), msg::machine_roots_detail()),
        None => Finding::passed("roots", msg::machine_roots_of_system(), msg::machine_roots_detail()),
    }
}

/// What the CA file holds, if there is one, and whether it can be used for requests.
fn ca_file(path: Option<&Path>) -> (bool, Option<Finding>) {
    let Some(path) = path else { return (true, None) };
    match CaFile::load(path) {
        Err(error) => (false, Some(Finding::found("ca-file", error.symptom()))),
        Ok(file) => {
            let title = msg::machine_ca_file(file.count());
            (true, Some(Finding::passed("ca-file", title, msg::machine_ca_file_detail(path.display().to_string()))))
        }
    }
}

/// Through which proxy routes X, the server and this machine itself are reached.
fn proxies(environment: &Environment, server: Option<&ServerUrl>) -> Vec<Finding> {
    let way = |id: &str, url: &Url| {
        let host = url.host_str().unwrap_or_default();
        match environment.proxies.proxy_name(url) {
            Some(proxy) => Finding::passed(id, msg::machine_through(host, proxy), msg::machine_through_detail()),
            None => Finding::passed(id, msg::machine_directly(host), msg::machine_directly_detail()),
        }
    };
    let x = way("proxy-x", &environment.endpoints().token);
    let server = server.map(|server| way("proxy-server", server.url()));
    let own = Finding::passed("proxy-loopback", msg::machine_loopback(), msg::machine_loopback_detail());
    [x].into_iter().chain(server).chain([own]).collect()
}

/// Whether the server can be reached without a token, and how its clock differs from this machine's.
async fn server(
    environment: &Environment,
    server: Option<&ServerUrl>,
    ca_file: Option<&Path>,
) -> (Vec<ServerLegResult>, Vec<Finding>) {
    let uncompared = |why| Finding::skipped("clock", msg::machine_clock_unknown(), why);
    let Some(server) = server else { return (Vec::new(), vec![uncompared(msg::machine_clock_no_server())]) };
    let net = match environment.http_client(ca_file) {
        Ok(net) => net,
        Err(error) => return (Vec::new(), vec![Finding::found("server", error.symptom())]),
    };
    let client = Client::new(net, server, None);
    let (approach, _) = Box::pin(client.approach(&ServerLeg::OUTSIDE, &mut |_| (), async {})).await;
    let legs = approach.legs();
    let met = match approach.error() {
        Some(error) => Finding::found("server", error.symptom()),
        None => Finding::passed("server", msg::machine_server(server.host()), msg::machine_server_detail()),
    };
    let differs = approach.remarks().find(|symptom| matches!(symptom, Symptom::ClockDiffers { .. })).cloned();
    let is_heard = legs.iter().any(|leg| {
        leg.leg == ServerLeg::Http && matches!(leg.verdict, ServerLegVerdict::Passed | ServerLegVerdict::Noted)
    });
    let clock = match differs {
        Some(symptom) => Finding::found("clock", symptom),
        None if is_heard => Finding::passed(
            "clock",
            msg::machine_clock(server.host()),
            msg::machine_clock_detail(environment.clock.stamp()),
        ),
        None => uncompared(msg::machine_clock_no_answer()),
    };
    (legs, vec![met, clock])
}

#[cfg(test)]
mod tests;

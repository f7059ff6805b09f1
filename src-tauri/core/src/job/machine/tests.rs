use super::*;
use crate::diagnosis::Severity;
use crate::net::Proxies;
use crate::signin::{BrowserOpener, NotOpened};
use crate::vault::{Error, UnavailableVault, Vault};
use std::net::Ipv4Addr;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::net::TcpListener;

/// A desktop with a browser, or none.
struct Desktop(DefaultBrowser);

impl BrowserOpener for Desktop {
    fn open(&self, _: &Url) -> Result<(), NotOpened> {
        panic!("nothing is opened to see whether it could be")
    }

    fn browser(&self) -> DefaultBrowser {
        self.0.clone()
    }
}

fn environment(folder: &TempDir) -> Environment {
    Environment {
        opener: Arc::new(Desktop(DefaultBrowser::Named("Firefox".to_owned()))),
        folder: folder.path().join("sourcerer"),
        ..Environment::for_tests()
    }
}

async fn seen(environment: &Environment, asked: &MachineCheckOptions) -> Vec<Finding> {
    let mut heard = Vec::new();
    let seen = check_machine(environment, asked, &mut |finding| heard.push(finding.clone())).await;
    assert_eq!(heard, seen.findings, "each is heard as it comes");
    seen.findings
}

async fn free() -> u16 {
    let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    socket.local_addr().expect("its address").port()
}

async fn asked() -> MachineCheckOptions {
    MachineCheckOptions { port: free().await, server: None, ca_file: None }
}

fn diagnosis<'f>(findings: &'f [Finding], id: &str) -> Option<&'f str> {
    let finding = findings.iter().find(|finding| finding.id == id).unwrap_or_else(|| panic!("{id}"));
    finding.diagnosis.as_ref().map(|diagnosis| diagnosis.id.as_str())
}

#[tokio::test]
async fn a_machine_that_lacks_nothing_has_nothing_to_mend_and_is_left_as_it_was() {
    let folder = TempDir::new().expect("a folder");
    let environment = environment(&folder);
    let findings = seen(&environment, &asked().await).await;
    let ids: Vec<_> = findings.iter().map(|finding| finding.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "version",
            "folder",
            "keyring",
            "browser",
            "private-window",
            "port",
            "roots",
            "proxy-x",
            "proxy-loopback",
            "clock"
        ]
    );
    // How many roots a machine has is its own affair.
    let others = findings.iter().filter(|finding| finding.id != "roots");
    assert!(
        others.clone().all(|finding| finding.severity <= Severity::Note && finding.diagnosis.is_none()),
        "{findings:#?}"
    );
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
    assert_eq!(environment.vault.get(&Key::for_trial()).map(|left| left.is_some()), Ok(false));
}

#[tokio::test]
async fn each_keyring_that_cant_be_used_is_told_by_why() {
    let folder = TempDir::new().expect("a folder");
    for (error, wanted) in [(Error::Missing, "keyring-missing"), (Error::Locked, "keyring-locked")] {
        let vault: Arc<dyn Vault> = Arc::new(UnavailableVault(error));
        let findings = seen(&Environment { vault, ..environment(&folder) }, &asked().await).await;
        assert_eq!(diagnosis(&findings, "keyring"), Some(wanted));
    }
}

/// A keyring that asks its person, who is away for as long as the other end is held.
struct Asking(std::sync::Mutex<std::sync::mpsc::Receiver<()>>);

impl Vault for Asking {
    fn get(&self, _: &Key) -> Result<Option<secrecy::SecretString>, Error> {
        Err(Error::Locked)
    }

    fn put(&self, _: &Key, _: &secrecy::SecretString) -> Result<(), Error> {
        // The other end is dropped: the person is back, and turns the question away.
        let _ = self.0.lock().expect("nobody else").recv();
        Err(Error::Locked)
    }

    fn delete(&self, _: &Key) -> Result<bool, Error> {
        Err(Error::Locked)
    }

    fn keeps(&self) -> Durability {
        Durability::InKeyring
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keyring_whose_question_nobody_answers_isnt_waited_for_for_ever() {
    let folder = TempDir::new().expect("a folder");
    let (away, back) = std::sync::mpsc::channel();
    let vault: Arc<dyn Vault> = Arc::new(Asking(std::sync::Mutex::new(back)));
    let environment = Environment { vault, patience: Some(Duration::from_millis(50)), ..environment(&folder) };
    assert_eq!(super::keyring(&environment).await.diagnosis.map(|found| found.id).as_deref(), Some("keyring-locked"));
    drop(away);
}

#[tokio::test]
async fn a_taken_port_no_browser_and_a_ca_file_that_is_none_are_found() {
    let folder = TempDir::new().expect("a folder");
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let port = taken.local_addr().expect("its address").port();
    let ca_file = Some(folder.path().join("none.pem"));
    let server =
        ServerUrl::parse("http://127.0.0.1:9", crate::address::HttpPolicy::LoopbackOnly).ok().map(|read| read.url);
    let environment = Environment { opener: Arc::new(Desktop(DefaultBrowser::Unknown)), ..environment(&folder) };
    let findings = seen(&environment, &MachineCheckOptions { port, server, ca_file }).await;
    assert_eq!(diagnosis(&findings, "port"), Some("port-taken"));
    assert_eq!(diagnosis(&findings, "browser"), Some("browser-unknown"));
    assert_eq!(diagnosis(&findings, "ca-file"), Some("ca-file-unreadable"));
    // With a CA file that can't be read nobody is asked, so that no wrong cause is found.
    assert!(findings.iter().all(|finding| finding.id != "server"), "{findings:#?}");
}

#[tokio::test]
async fn a_proxy_is_named_for_what_goes_through_it_and_never_for_loopback() {
    let folder = TempDir::new().expect("a folder");
    let proxies = Proxies::Given {
        http: String::new(),
        https: "http://ada:pw@proxy.company:3128".to_owned(),
        no: "auth.company".to_owned(),
    };
    let environment = Environment { proxies, ..environment(&folder) };
    let book = crate::i18n::Localizer::english();
    let server =
        ServerUrl::parse("https://auth.company", crate::address::HttpPolicy::LoopbackOnly).expect("an address").url;
    let says = |finding: &Finding| format!("{}: {}", finding.id, book.format(&finding.title));
    let told: Vec<_> = super::proxies(&environment, Some(&server)).iter().map(says).collect();
    assert_eq!(
        told,
        [
            "proxy-x: api.x.com is reached through the proxy proxy.company:3128",
            "proxy-server: auth.company is reached directly",
            "proxy-loopback: Loopback connections are direct",
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_others_can_read_is_a_risk() {
    use std::os::unix::fs::PermissionsExt as _;
    let above = TempDir::new().expect("a folder");
    let path = above.path().join("sourcerer");
    fs::create_dir(&path).expect("a folder");
    for (mode, wanted) in [(0o700, None), (0o755, Some("folder-open")), (0o710, Some("folder-open"))] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("rights");
        let findings = super::folder(&path);
        assert_eq!(diagnosis(&findings, "folder-rights"), wanted, "{mode:o}");
        assert_eq!(diagnosis(&findings, "folder"), None);
    }
}

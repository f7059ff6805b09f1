//! What a person sets once for the whole program: the network, the browser, where secrets go, and what is logged. The
//! looks of the window (theme, motion, zoom) belong to the page, which stores them itself.
//!
//! The settings are one file in the data folder, without any secret. The window and the terminal both read it.

mod forget;
mod page;
mod updates;

pub use forget::{ForgottenSecrets, forget_secrets};
pub use page::{SettingsPage, UpdatePage, page};
pub use updates::{check_for_updates, choose_updates};

use super::SecretLocation;
use crate::address::TEST_PORT;
use crate::diagnosis::{Diagnosed, Symptom};
use crate::i18n::{Message, msg};
use crate::net::{CaFile, Proxies};
use crate::storage::{FileName, JsonStore, Versioned};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use url::Url;

/// The name of the file.
const FILE: &str = "settings";

/// What a person set for the whole program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Where a secret is stored unless the person chooses otherwise.
    pub secrets: SecretLocation,
    /// Which proxy requests go through.
    pub proxy: ProxyChoice,
    /// The address of the proxy, for [`ProxyChoice::Manual`]. It has no user name and no password.
    pub proxy_address: String,
    /// A file with the certificates of a private CA that every request trusts in addition to the platform's roots.
    pub ca_file: Option<PathBuf>,
    /// The browser that opens pages, as the system names it; none means the system's default.
    pub browser: Option<String>,
    /// The port of the test callback in new jobs.
    pub port: u16,
    /// Whether the system shows a notification when something ends while the window is behind others.
    pub notifications: bool,
    /// Whether the program keeps a log of what it did.
    pub log: bool,
    /// Whether the project's feed is asked for newer versions.
    pub updates: UpdateChoice,
}

/// Whether the project's feed is asked for newer versions. Without an answer it isn't.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum UpdateChoice {
    /// The person wasn't asked yet, or didn't answer.
    #[default]
    Unanswered,
    /// Once a week.
    Weekly,
    /// Never.
    Never,
}

/// Which proxy requests go through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ProxyChoice {
    /// The one that the system names.
    #[default]
    System,
    /// None.
    None,
    /// The one whose address was entered.
    Manual,
}

/// A folder of the program that a person can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ProgramFolder {
    /// The folder of the jobs and journals.
    Data,
    /// The folder of the log.
    Log,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            secrets: SecretLocation::Keyring,
            proxy: ProxyChoice::System,
            proxy_address: String::new(),
            ca_file: None,
            browser: None,
            port: TEST_PORT,
            notifications: true,
            log: true,
            updates: UpdateChoice::Unanswered,
        }
    }
}

impl Versioned for Settings {
    const VERSION: u32 = 1;
}

/// Why a proxy's address can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProxyError {
    /// It isn't the address of a proxy.
    #[error("not the address of a proxy")]
    NotAProxy,
    /// It has a user name or a password, which may not be stored in the clear.
    #[error("the address has a user name or a password")]
    HasPassword,
}

impl ProxyError {
    /// What to do about it, for the message beside the field.
    pub fn message(self) -> Message {
        match self {
            Self::NotAProxy => msg::settings_proxy_not_one(),
            Self::HasPassword => msg::settings_proxy_password(),
        }
    }
}

impl Settings {
    /// The settings in this data folder; the defaults if there are none. A file that can't be read is reported, and the
    /// program starts with the defaults.
    pub fn load(folder: &Path) -> (Self, Option<Symptom>) {
        let read = file_name().map_or(Ok(None), |name| JsonStore::<Self>::new(folder).read(&name));
        match read {
            Ok(found) => (found.unwrap_or_default(), None),
            Err(error) => (Self::default(), Some(error.symptom())),
        }
    }

    /// Stores the settings in this data folder.
    ///
    /// # Errors
    /// [`Symptom::SecretMisplaced`] if the proxy's address has a password, which would be stored in the clear, and when
    /// the folder can't be written.
    pub fn store(&self, folder: &Path) -> Result<(), Symptom> {
        if parse_proxy(&self.proxy_address) == Err(ProxyError::HasPassword) {
            return Err(Symptom::SecretMisplaced);
        }
        let stored = file_name().map_or(Ok(()), |name| JsonStore::new(folder).write(&name, self));
        stored.map_err(|error| error.symptom())
    }

    /// The proxies that these settings lead to. An address that can't be used counts as the system's choice, so that
    /// nothing is sent past a proxy that somebody wanted.
    pub fn proxies(&self) -> Proxies {
        match self.proxy {
            ProxyChoice::System => Proxies::System,
            ProxyChoice::None => Proxies::None,
            ProxyChoice::Manual => match parse_proxy(&self.proxy_address) {
                Ok(address) => {
                    Proxies::Given { http: address.to_string(), https: address.to_string(), no: String::new() }
                }
                Err(_) => Proxies::System,
            },
        }
    }

    /// Why the proxy's address can't be used, if it is wanted.
    pub fn proxy_error(&self) -> Option<ProxyError> {
        let is_wanted = self.proxy == ProxyChoice::Manual;
        parse_proxy(&self.proxy_address).err().filter(|_| is_wanted)
    }
}

/// Whether a file can be used as that of a CA.
///
/// # Errors
/// As [`CaFile::load`].
pub fn check_ca_file(file: &Path) -> Result<(), Symptom> {
    CaFile::load(file).map(|_| ()).map_err(|error| error.symptom())
}

/// Reads the address of a proxy; a bare `host:port` is one that is spoken to over http.
fn parse_proxy(typed: &str) -> Result<Url, ProxyError> {
    let typed = typed.trim();
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("http://{typed}") };
    let url = Url::parse(&whole).map_err(|_| ProxyError::NotAProxy)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(ProxyError::HasPassword);
    }
    let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    if matches!(url.scheme(), "http" | "https") && url.host_str().is_some() && is_bare {
        Ok(url)
    } else {
        Err(ProxyError::NotAProxy)
    }
}

fn file_name() -> Option<FileName> {
    FileName::parse(FILE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_stored() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(Settings::load(folder.path()), (Settings::default(), None));
        let settings = Settings {
            secrets: SecretLocation::Memory,
            proxy: ProxyChoice::Manual,
            proxy_address: "proxy.company.example:3128".to_owned(),
            port: 9000,
            log: false,
            updates: UpdateChoice::Weekly,
            ..Settings::default()
        };
        settings.store(folder.path()).expect("a folder");
        assert_eq!(Settings::load(folder.path()), (settings, None));
    }

    #[test]
    fn a_file_of_an_earlier_version_gets_the_defaults_of_what_it_lacks() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("settings.json"), r#"{"version":1,"content":{"log":false}}"#)
            .expect("a folder");
        let (settings, problem) = Settings::load(folder.path());
        assert_eq!((settings.updates, settings.log), (UpdateChoice::Unanswered, false));
        assert_eq!((settings, problem), (Settings { log: false, ..Settings::default() }, None));
    }

    #[test]
    fn a_damaged_file_is_reported_and_the_program_starts_with_the_defaults() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("settings.json"), "{").expect("a folder");
        let (settings, problem) = Settings::load(folder.path());
        assert_eq!(settings, Settings::default());
        assert!(matches!(problem, Some(Symptom::DraftDamaged { .. })), "{problem:?}");
    }

    #[test]
    fn a_proxy_is_used_as_entered_and_never_bypassed_by_a_mistake() {
        let manual = |address: &str| Settings {
            proxy: ProxyChoice::Manual,
            proxy_address: address.to_owned(),
            ..Settings::default()
        };
        let given = |address: &str| Proxies::Given { http: address.into(), https: address.into(), no: String::new() };
        for (typed, used) in [
            ("proxy.company.example:3128", Ok("http://proxy.company.example:3128/")),
            (" http://10.0.0.1:8080/ ", Ok("http://10.0.0.1:8080/")),
            ("https://proxy.company.example", Ok("https://proxy.company.example/")),
            ("", Err(ProxyError::NotAProxy)),
            ("socks5://10.0.0.1:1080", Err(ProxyError::NotAProxy)),
            ("http://proxy.company.example/pac", Err(ProxyError::NotAProxy)),
            ("http://me:secret@proxy.company.example", Err(ProxyError::HasPassword)),
            ("me@proxy.company.example:3128", Err(ProxyError::HasPassword)),
        ] {
            let settings = manual(typed);
            assert_eq!(settings.proxies(), used.map_or(Proxies::System, given), "{typed}");
            assert_eq!(settings.proxy_error(), used.err(), "{typed}");
        }
        assert_eq!(Settings { proxy: ProxyChoice::None, ..manual("10.0.0.1:1") }.proxies(), Proxies::None);
    }

    #[test]
    fn a_password_in_the_address_of_a_proxy_is_never_stored() {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = Settings { proxy_address: "http://me:secret@proxy.example".to_owned(), ..Settings::default() };
        assert_eq!(settings.store(folder.path()), Err(Symptom::SecretMisplaced));
        assert!(!folder.path().join("settings.json").exists());
    }
}

//! The person's own browser.

use sourcerer_core::signin::{BrowserOpener, DefaultBrowser, NotOpened};
use std::sync::OnceLock;
use url::Url;

/// Opens addresses in the system's default browser.
#[derive(Default)]
pub(crate) struct SystemBrowser {
    /// The browser, which is looked up when it is first needed.
    known: OnceLock<(DefaultBrowser, bool)>,
}

impl BrowserOpener for SystemBrowser {
    fn open(&self, url: &Url) -> Result<(), NotOpened> {
        open::that_detached(url.as_str()).map_err(|_| NotOpened)
    }

    fn browser(&self) -> DefaultBrowser {
        self.known().0.clone()
    }

    fn private(&self) -> Option<&str> {
        match self.known() {
            (DefaultBrowser::Named(name), true) => Some(name),
            (DefaultBrowser::Named(_) | DefaultBrowser::Unnamed | DefaultBrowser::Unknown, _) => None,
        }
    }
}

impl SystemBrowser {
    fn known(&self) -> &(DefaultBrowser, bool) {
        self.known.get_or_init(found)
    }
}

/// Determines the browser, and whether its switch for a private window is known.
#[cfg(target_os = "linux")]
fn found() -> (DefaultBrowser, bool) {
    match entries::Desktop::of_this_machine().browser() {
        Some(entry) => {
            let is_known = sourcerer_core::signin::private_line(&entry.line()).is_some();
            (DefaultBrowser::Named(entry.name), is_known)
        }
        None => (DefaultBrowser::Unknown, false),
    }
}

/// macOS and Windows always have a default browser, but its command line isn't known.
#[cfg(not(target_os = "linux"))]
fn found() -> (DefaultBrowser, bool) {
    (DefaultBrowser::Unnamed, false)
}

/// Reads the desktop's own files (freedesktop.org: MIME applications, desktop entries) without its libraries, which the
/// terminal doesn't link.
#[cfg(target_os = "linux")]
mod entries {
    use sourcerer_core::files;
    use std::env;
    use std::path::PathBuf;

    /// The limit of such a file in bytes.
    const MOST: u64 = 1 << 20;

    /// The MIME type of web addresses in these files.
    const SCHEME: &str = "x-scheme-handler/https";

    /// The folders of these files, the most important one first.
    pub(super) struct Desktop {
        lists: Vec<PathBuf>,
        applications: Vec<PathBuf>,
    }

    /// A program that a desktop entry describes.
    #[derive(Debug, PartialEq, Eq)]
    pub(super) struct Entry {
        pub(super) name: String,
        exec: String,
    }

    impl Entry {
        /// The words of the entry's command. Quotes aren't parsed, because no browser's entry needs it.
        pub(super) fn line(&self) -> Vec<String> {
            self.exec.split_whitespace().map(|word| word.trim_matches('"').to_owned()).collect()
        }
    }

    impl Desktop {
        pub(super) fn of_this_machine() -> Self {
            let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
            let folder = |name: &str, usual: &str| {
                env::var_os(name).filter(|set| !set.is_empty()).map_or_else(|| home.join(usual), PathBuf::from)
            };
            let folders = |name: &str, usual: &str| {
                let set = env::var_os(name).filter(|set| !set.is_empty()).unwrap_or_else(|| usual.into());
                env::split_paths(&set).collect::<Vec<_>>()
            };
            let config =
                [folder("XDG_CONFIG_HOME", ".config")].into_iter().chain(folders("XDG_CONFIG_DIRS", "/etc/xdg"));
            let data = [folder("XDG_DATA_HOME", ".local/share")];
            let data = data.into_iter().chain(folders("XDG_DATA_DIRS", "/usr/local/share:/usr/share"));
            let applications: Vec<_> = data.map(|folder| folder.join("applications")).collect();
            Self { lists: config.chain(applications.iter().cloned()).collect(), applications }
        }

        /// The program that opens web addresses.
        pub(super) fn browser(&self) -> Option<Entry> {
            let desktops = env::var("XDG_CURRENT_DESKTOP").unwrap_or_default().to_lowercase();
            let own = desktops.split(':').filter(|name| !name.is_empty()).map(|name| format!("{name}-mimeapps.list"));
            let names: Vec<_> = own.chain(["mimeapps.list".to_owned()]).collect();
            let lists = self.lists.iter().flat_map(|folder| names.iter().map(|name| folder.join(name)));
            let chosen = lists
                .filter_map(|list| of_section(&files::read_text(&list, MOST).ok()?, "Default Applications", SCHEME));
            // If the person has chosen no default browser, any installed one is used.
            let installed = self.applications.iter().filter_map(|folder| {
                of_section(&files::read_text(&folder.join("mimeinfo.cache"), MOST).ok()?, "MIME Cache", SCHEME)
            });
            let ids: Vec<_> = chosen.chain(installed).collect();
            ids.iter().flat_map(|ids| ids.split(';')).filter(|id| !id.is_empty()).find_map(|id| self.entry(id))
        }

        fn entry(&self, id: &str) -> Option<Entry> {
            self.applications.iter().find_map(|folder| {
                let text = files::read_text(&folder.join(id), MOST).ok()?;
                let value = |key| of_section(&text, "Desktop Entry", key);
                Some(Entry { name: value("Name")?, exec: value("Exec")? })
            })
        }
    }

    /// The value of a key in a section of such a file.
    fn of_section(text: &str, section: &str, key: &str) -> Option<String> {
        let mut inside = false;
        for line in text.lines().map(str::trim) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                inside = name == section;
            } else if inside
                && let Some((found, value)) = line.split_once('=')
                && found.trim() == key
            {
                return Some(value.trim().to_owned());
            }
        }
        None
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use sourcerer_core::signin::private_line;
        use tempfile::TempDir;

        fn desktop(folder: &TempDir) -> Desktop {
            let [config, applications] = ["config", "applications"].map(|name| folder.path().join(name));
            Desktop { lists: vec![config, applications.clone()], applications: vec![applications] }
        }

        fn write(folder: &TempDir, name: &str, text: &str) {
            let file = folder.path().join(name);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            std::fs::write(file, text).expect("written");
        }

        const FIREFOX: &str = "[Desktop Entry]\nName=Firefox\nExec=/usr/lib/firefox/firefox %u\nIcon=firefox\n\n[Desktop Action new]\nName=New window\nExec=other\n";

        #[test]
        fn the_one_that_was_chosen_comes_before_one_that_is_only_there() {
            let folder = TempDir::new().expect("a folder");
            assert_eq!(desktop(&folder).browser(), None);
            write(&folder, "applications/firefox.desktop", FIREFOX);
            write(&folder, "applications/web.desktop", "[Desktop Entry]\nName=Web\nExec=epiphany %U\n");
            write(&folder, "applications/mimeinfo.cache", "[MIME Cache]\nx-scheme-handler/https=web.desktop;\n");
            assert_eq!(desktop(&folder).browser().map(|entry| entry.name).as_deref(), Some("Web"));
            let list = "[Added Associations]\nx-scheme-handler/https=web.desktop;\n[Default Applications]\nx-scheme-handler/https=gone.desktop;firefox.desktop\n";
            write(&folder, "config/mimeapps.list", list);
            let found = desktop(&folder).browser().expect("a browser");
            assert_eq!(found.name, "Firefox");
            assert_eq!(
                private_line(&found.line()),
                Some(vec!["/usr/lib/firefox/firefox".to_owned(), "--private-window".to_owned()])
            );
        }
    }
}

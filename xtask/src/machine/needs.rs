//! What a chore needs of the machine, by Debian's and Ubuntu's names, and how to see that it is there.

use super::program;
use crate::run::Run;
use std::path::Path;

/// One package and the proof that it, or its equivalent, is there: what counts is the thing, not who installed it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Need {
    pub(crate) package: &'static str,
    proof: Proof,
}

#[derive(Clone, Copy, Debug)]
enum Proof {
    Program(&'static str),
    Library(&'static str),
    File(&'static str),
}

use Proof::{File, Library, Program};

const fn need(package: &'static str, proof: Proof) -> Need {
    Need { package, proof }
}

/// To build and open the window. WebKitGTK's package brings GTK's and everything below. No C compiler: without one,
/// Rust could not have linked this program.
pub(crate) const WINDOW: &[Need] =
    &[need("pkg-config", Program("pkg-config")), need("libwebkit2gtk-4.1-dev", Library("webkit2gtk-4.1"))];

/// To run the script of curl calls that a job can be exported as, and to look at how it is written.
pub(crate) const SCRIPT: &[Need] =
    &[need("curl", Program("curl")), need("jq", Program("jq")), need("shellcheck", Program("shellcheck"))];

/// To run the tests of the window and the keyring.
pub(crate) const TESTS: &[Need] = &[
    need("xvfb", Program("xvfb-run")),
    need("xauth", Program("xauth")),
    need("webkit2gtk-driver", Program("WebKitWebDriver")),
    need("dbus", Program("dbus-daemon")),
    need("dbus", Program("dbus-send")),
    need("dbus", Program("dbus-run-session")),
    // GTK asks it for a bus when a test forgot to make one.
    need("dbus-x11", Program("dbus-launch")),
    need("gnome-keyring", Program("gnome-keyring-daemon")),
    // How the window opens the browser.
    need("xdg-utils", Program("xdg-open")),
    // So that a picture of the window has letters where the page's own fonts lack one.
    need("fonts-dejavu-core", File("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")),
];

/// The browser at the consent page.
pub(crate) const CHROMIUM: &[Need] =
    &[need("chromium", Program("chromium")), need("chromium-driver", Program("chromedriver"))];

/// The tool that a run over many sources is held against.
pub(crate) const LOAD: &[Need] = &[need("wrk", Program("wrk"))];

impl Need {
    fn is_met(&self) -> bool {
        match self.proof {
            Program(name) => program(name).is_some(),
            Library(name) => Run::new("pkg-config").args(&["--exists", name]).passes(),
            File(path) => Path::new(path).exists(),
        }
    }
}

/// The packages whose proof is missing, each once.
pub(crate) fn missing(needs: &[Need]) -> Vec<&'static str> {
    let mut packages: Vec<_> = needs.iter().filter(|need| !need.is_met()).map(|need| need.package).collect();
    packages.dedup();
    packages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_package_is_named_once() {
        let absent = "/no/such/file";
        let needs = [need("a", File(absent)), need("b", File("/")), need("c", File(absent)), need("c", File(absent))];
        assert_eq!(missing(&needs), ["a", "c"]);
    }
}

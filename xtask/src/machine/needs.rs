//! What a chore needs on the machine, by the package names of Debian and Ubuntu, and how to check that it is there.

use super::program;
use crate::run::Run;
use std::path::Path;

/// One package, and the proof that it or an equivalent is there: only the program or file counts, and not who installed
/// it.
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

/// The packages for building and opening the window. WebKitGTK's package depends on GTK's and everything below. A C
/// compiler isn't in the list: without one, Rust could not have linked this program.
pub(crate) const WINDOW: &[Need] =
    &[need("pkg-config", Program("pkg-config")), need("libwebkit2gtk-4.1-dev", Library("webkit2gtk-4.1"))];

/// The packages for running and checking the exported script of curl calls.
pub(crate) const SCRIPT: &[Need] =
    &[need("curl", Program("curl")), need("jq", Program("jq")), need("shellcheck", Program("shellcheck"))];

/// The packages for the tests of the window and the keyring.
pub(crate) const TESTS: &[Need] = &[
    need("xvfb", Program("xvfb-run")),
    need("xauth", Program("xauth")),
    need("webkit2gtk-driver", Program("WebKitWebDriver")),
    need("dbus", Program("dbus-daemon")),
    need("dbus", Program("dbus-send")),
    need("dbus", Program("dbus-run-session")),
    // GTK uses it to get a bus if a test has none.
    need("dbus-x11", Program("dbus-launch")),
    need("gnome-keyring", Program("gnome-keyring-daemon")),
    // The window opens the browser with it.
    need("xdg-utils", Program("xdg-open")),
    // The font provides letters that the page's own fonts lack, for the screenshots.
    need("fonts-dejavu-core", File("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")),
];

/// The browser for the consent page.
pub(crate) const CHROMIUM: &[Need] =
    &[need("chromium", Program("chromium")), need("chromium-driver", Program("chromedriver"))];

/// The load tool with which the fleet check is compared.
pub(crate) const LOAD: &[Need] = &[need("wrk", Program("wrk"))];

/// The packages for making packages: the systems' own tools, and one that draws the icons.
pub(crate) const PACKAGING: &[Need] = &[
    need("dpkg-dev", Program("dpkg-shlibdeps")),
    need("binutils", Program("objdump")),
    need("rpm", Program("rpmbuild")),
    need("librsvg2-bin", Program("rsvg-convert")),
    need("appstream", Program("appstreamcli")),
    need("desktop-file-utils", Program("desktop-file-validate")),
];

/// The packages for trying packages on systems that have nothing else.
pub(crate) const TRIAL: &[Need] = &[
    need("debootstrap", Program("debootstrap")),
    need("rpm", Program("rpm")),
    need("rpmlint", Program("rpmlint")),
    need("lintian", Program("lintian")),
    need("minisign", Program("minisign")),
];

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

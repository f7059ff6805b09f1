//! The package tool of Debian and Ubuntu.

use crate::run::Run;
use anyhow::Result;
use std::fs;

/// How this user may install packages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rights {
    Root,
    /// `sudo` requires no password.
    Sudo,
    None,
}

pub(crate) fn rights() -> Rights {
    if Run::new("id").args(&["-u"]).answer().is_some_and(|id| id.trim() == "0") {
        Rights::Root
    } else if Run::new("sudo").args(&["-n", "true"]).passes() {
        Rights::Sudo
    } else {
        Rights::None
    }
}

/// Another apt may be running, as on a machine that has just started: apt waits for its lock instead of failing.
const WAIT: [&str; 2] = ["-o", "DPkg::Lock::Timeout=300"];

pub(crate) fn update(rights: Rights) -> Result<()> {
    apt_get(rights, &["update"], &[]).must()
}

pub(crate) fn install(rights: Rights, packages: &[&str]) -> Result<()> {
    apt_get(rights, &["install", "-y", "--no-install-recommends"], packages).must()
}

fn apt_get(rights: Rights, verb: &[&str], packages: &[&str]) -> Run {
    let (program, before): (_, &[&str]) = match rights {
        // sudo passes no variables on, so env sets them.
        Rights::Sudo => ("sudo", &["-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]),
        Rights::Root | Rights::None => ("apt-get", &[]),
    };
    Run::new(program).args(before).args(&WAIT).args(verb).args(packages).env("DEBIAN_FRONTEND", "noninteractive")
}

/// The command line for a person who may install packages with a password.
pub(crate) fn by_hand(packages: &[&str]) -> String {
    format!("sudo apt-get update && sudo apt-get install -y --no-install-recommends {}", packages.join(" "))
}

/// Whether apt has lists of packages: a new container has none.
pub(crate) fn knows_packages() -> bool {
    let lists = fs::read_dir("/var/lib/apt/lists").into_iter().flatten().flatten();
    lists.into_iter().any(|entry| entry.file_name().to_string_lossy().contains("_Packages"))
}

/// Whether apt can install each of the packages itself.
pub(crate) fn offers(packages: &[&str]) -> bool {
    let said = Run::new("apt-cache").args(&["policy"]).args(packages).env("LC_ALL", "C").answer().unwrap_or_default();
    packages.iter().all(|package| candidate(&said, package).is_some())
}

/// The version that apt would install, from `apt-cache policy`. It is `None` if the package is unknown, or if it only
/// installs a snap, as Ubuntu's Chromium does (version `2:1snap1-0ubuntu2`).
fn candidate<'a>(policy: &'a str, package: &str) -> Option<&'a str> {
    let block = policy.lines().skip_while(|line| line.strip_suffix(':') != Some(package)).skip(1);
    let mut block = block.take_while(|line| line.starts_with(' '));
    let version = block.find_map(|line| line.trim().strip_prefix("Candidate:"))?.trim();
    (version != "(none)" && !version.contains("snap")).then_some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "\
chromium:
  Installed: (none)
  Candidate: 156.0.1-1~deb12u1
  Version table:
     156.0.1-1~deb12u1 500
        500 mirror bookworm-security/main amd64 Packages
chromium-browser:
  Installed: (none)
  Candidate: 2:1snap1-0ubuntu2
  Version table:
     2:1snap1-0ubuntu2 500
chromium-driver:
  Installed: (none)
  Candidate: (none)
  Version table:
";

    #[test]
    fn a_package_that_is_a_snap_or_nothing_is_not_offered() {
        let rows = [
            ("chromium", Some("156.0.1-1~deb12u1")),
            ("chromium-browser", None),
            ("chromium-driver", None),
            ("chrom", None),
        ];
        for (package, version) in rows {
            assert_eq!(candidate(POLICY, package), version, "{package}");
        }
        assert_eq!(candidate("", "chromium"), None);
    }

    #[test]
    fn sudo_gets_the_variable_that_keeps_apt_from_asking() {
        assert_eq!(
            apt_get(Rights::Sudo, &["install", "-y"], &["xvfb"]).shown(),
            "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y xvfb"
        );
        assert_eq!(apt_get(Rights::Root, &["update"], &[]).shown(), "apt-get -o DPkg::Lock::Timeout=300 update");
    }
}

//! Installs what a chore needs and the machine lacks.

use super::apt::{self, Rights};
use super::needs::{self, Need};
use super::{program, release};
use crate::say;
use anyhow::{Result, bail};

/// Installs what is missing. If that requires a password, it prints the command line and fails. Packages that are only
/// `wanted` don't exist on all systems.
pub(crate) fn supply(required: &[&[Need]], wanted: &[Need]) -> Result<()> {
    let required = required.concat();
    let (missing, absent) = (needs::missing(&required), needs::missing(wanted));
    if missing.is_empty() && absent.is_empty() {
        say::line("Everything needed is there.");
        return Ok(());
    }
    if program("apt-get").is_none() {
        if missing.is_empty() {
            return Ok(());
        }
        let system = release::name().unwrap_or_else(|| "This system".to_owned());
        let missing = missing.join(" ");
        bail!("{system} has no apt-get. Missing, by Debian's names: {missing}. Install what this system calls them.");
    }

    say::line(&format!("Missing: {}", [&*missing, &*absent].concat().join(" ")));
    let rights = apt::rights();
    // A new container has no lists of packages, so apt doesn't know whether the wanted packages exist.
    let unsure = !missing.is_empty() || !apt::knows_packages();
    if unsure && rights != Rights::None {
        apt::update(rights)?;
    }
    let packages = if apt::offers(&absent) {
        [missing, absent].concat()
    } else {
        say::line(&format!("This system doesn't offer {}, or only as a snap: left out.", absent.join(", ")));
        missing
    };
    if packages.is_empty() {
        return Ok(());
    }
    if rights == Rights::None {
        let line = apt::by_hand(&packages);
        bail!("packages are missing, and installing them takes a password. Run this, then try again:\n\n    {line}\n");
    }
    if !unsure {
        apt::update(rights)?;
    }
    apt::install(rights, &packages)?;

    let still = needs::missing(&required);
    if !still.is_empty() {
        bail!("apt-get installed {}, and yet what they bring isn't found", still.join(", "));
    }
    Ok(())
}

//! The file with the licenses of everything that the programs contain.

use super::components::{self, Component, Registry};
use crate::place;
use crate::run::Run;
use anyhow::{Context as _, Result, bail};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

/// The file, which is part of the repository because the window's page contains it too, however it is built.
const FILE: &str = "packaging/licenses/third-party.txt";

const RULE: &str = "================================================================================";

/// Writes the file anew, from the crates of all systems and the page's packages.
pub(super) fn write() -> Result<()> {
    let text = current()?;
    fs::write(place::root().join(FILE), &text).context(FILE)
}

/// The file as it is in the repository.
///
/// # Errors
/// If it doesn't have what the programs contain.
pub(super) fn checked() -> Result<String> {
    let written = fs::read_to_string(place::root().join(FILE)).context(FILE)?;
    if written != current()? {
        bail!("{FILE} is stale: `cargo xtask licenses` writes it anew");
    }
    Ok(written)
}

fn current() -> Result<String> {
    // The crates of other systems, too, have to be on this machine.
    Run::cargo(&["fetch", "--locked"]).must()?;
    let mut all = components::crates_of_all_systems()?;
    all.extend(components::page()?);
    text(&all)
}

/// The text of the file: first the list of components with their licenses, then each text once, with the components
/// that ship it.
fn text(components: &[Component]) -> Result<String> {
    let mut out = String::from(
        "Sourcerer contains the following crates, npm packages and fonts. The list comes first, then the texts of their\n\
         licenses, each once. Where a license offers a choice, any of its alternatives applies.\n\n",
    );
    for component in components {
        let kind = match component.registry {
            Registry::Cargo => "crate",
            Registry::Npm => "npm",
        };
        writeln!(out, "{kind}  {} {}  {}", component.name, component.version, component.license)?;
    }
    // Copies that differ only in white space are one text.
    let mut texts: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for component in components {
        let own = if component.texts.is_empty() { standard(component)? } else { component.texts.clone() };
        for text in own {
            // The repository has no other line ends.
            let text = text.replace("\r\n", "\n").replace('\r', "");
            let same = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let (_, users) = texts.entry(same).or_insert_with(|| (text, Vec::new()));
            users.push(format!("{} {}", component.name, component.version));
        }
    }
    let mut texts: Vec<_> = texts.into_values().collect();
    // Texts that more components share come first.
    texts.sort_by(|(_, a), (_, b)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    for (text, mut users) in texts {
        users.dedup();
        write!(out, "\n{RULE}\n{}\n{RULE}\n\n{}\n", users.join(", "), text.trim_end())?;
    }
    Ok(out)
}

/// The text for a component that ships none: of the first license of its expression that this repository has.
fn standard(component: &Component) -> Result<Vec<String>> {
    let is_among = |id: &str| component.license.split([' ', '(', ')']).any(|word| word == id);
    // An MIT license without its own copyright line is only its terms, so Apache's comes first if there is a choice.
    for (id, file) in [
        ("Apache-2.0", "LICENSE-APACHE"),
        ("MIT", "packaging/licenses/MIT.txt"),
        ("MPL-2.0", "packaging/licenses/MPL-2.0.txt"),
        ("BSD-3-Clause", "packaging/licenses/BSD-3-Clause.txt"),
    ] {
        if is_among(id) {
            return Ok(vec![fs::read_to_string(place::root().join(file)).with_context(|| file.to_owned())?]);
        }
    }
    bail!("{} {} ships no license text, and none is here for {}", component.name, component.version, component.license)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn component(name: &str, license: &str, texts: &[&str]) -> Component {
        Component {
            registry: Registry::Cargo,
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: license.to_owned(),
            texts: texts.iter().map(|text| (*text).to_owned()).collect(),
            hash: None,
            build_only: false,
            uses: BTreeSet::new(),
        }
    }

    #[test]
    fn a_shared_text_appears_once_with_all_that_share_it() {
        let file = text(&[
            component("a", "MIT", &["Permission is\nhereby"]),
            component("b", "MIT", &["Permission  is hereby\n"]),
            component("c", "ISC", &["Something else"]),
        ])
        .unwrap();
        assert!(file.contains("\na 1.0.0, b 1.0.0\n"), "{file}");
        assert_eq!(file.matches("hereby").count(), 1, "{file}");
        assert!(file.contains("crate  c 1.0.0  ISC"), "{file}");
    }

    #[test]
    fn a_component_without_a_text_gets_the_standard_one_or_stops_the_build() {
        for license in ["MIT OR Apache-2.0", "MIT", "MPL-2.0", "BSD-3-Clause"] {
            assert!(text(&[component("a", license, &[])]).is_ok(), "{license}");
        }
        assert!(text(&[component("a", "Unlicense", &[])]).is_err());
    }
}

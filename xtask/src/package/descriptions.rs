//! The descriptions with which other catalogs of packages fetch a release, filled from the templates in `packaging/`.

use super::product::{self, Release};
use super::signature;
use crate::say;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::Path;

/// The templates, and the names that the catalogs give them.
pub(super) const TEMPLATES: &[(&str, &str)] = &[
    ("flatpak/io.sourcerer.Sourcerer.yml", "flatpak/io.sourcerer.Sourcerer.yml"),
    ("winget/Sourcerer.Sourcerer.yaml", "winget/Sourcerer.Sourcerer.yaml"),
    ("winget/Sourcerer.Sourcerer.installer.yaml", "winget/Sourcerer.Sourcerer.installer.yaml"),
    ("winget/Sourcerer.Sourcerer.locale.en-US.yaml", "winget/Sourcerer.Sourcerer.locale.en-US.yaml"),
    ("homebrew/sourcerer.rb", "homebrew/sourcerer.rb"),
    ("homebrew/sourcerer-cli.rb", "homebrew/sourcerer-cli.rb"),
    ("aur/PKGBUILD", "aur/PKGBUILD"),
];

/// The files of a release, as the workflow makes them, that the templates name, by the name of their checksum in a template.
pub(super) const ARTIFACTS: &[(&str, &str)] = &[
    ("SHA_DEB_AMD64", "sourcerer_@VERSION@_amd64.deb"),
    ("SHA_DEB_ARM64", "sourcerer_@VERSION@_arm64.deb"),
    ("SHA_CLI_LINUX_X64", "sourcerer-cli-@VERSION@-x86_64-unknown-linux-musl.tar.gz"),
    ("SHA_CLI_LINUX_ARM64", "sourcerer-cli-@VERSION@-aarch64-unknown-linux-musl.tar.gz"),
    ("SHA_DMG", "Sourcerer_@VERSION@_universal.dmg"),
    ("SHA_CLI_MACOS", "sourcerer-cli-@VERSION@-universal-apple-darwin.tar.gz"),
    ("SHA_MSI", "Sourcerer_@VERSION@_x64_en-US.msi"),
    ("SHA_SETUP", "Sourcerer_@VERSION@_x64-setup.exe"),
];

/// What stands for a checksum that isn't known because the file was made on another machine, or not yet.
pub(super) const UNKNOWN: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What stands for the product's page as long as nobody has named it. RFC 2606 §2 reserves the ending.
const NOWHERE: &str = "https://sourcerer.invalid";

/// Fills all templates, with the checksums of the list as far as it has them.
pub(super) fn fill(release: &Release, folder: &Path) -> Result<()> {
    let sums = fs::read_to_string(folder.join(signature::LIST)).unwrap_or_default();
    let values = values(release, &signature::parse(&sums))?;
    let missing = values.iter().filter(|(_, value)| value == UNKNOWN).count();
    for (template, name) in TEMPLATES {
        let file = folder.join("descriptions").join(name);
        fs::create_dir_all(file.parent().context("a folder")?)?;
        fs::write(&file, product::filled(template, &values)?).with_context(|| file.display().to_string())?;
    }
    say::line(&format!("{} descriptions are filled; {missing} checksums aren't known here.", TEMPLATES.len()));
    if release.home.is_none() {
        say::line(&format!("SOURCERER_HOME isn't set: they name {NOWHERE} as the page of the product."));
    }
    Ok(())
}

fn values(release: &Release, sums: &[(String, String)]) -> Result<Vec<(&'static str, String)>> {
    let mut values = release.values()?;
    let home = release.home.clone().unwrap_or_else(|| NOWHERE.to_owned());
    values.push(("DOWNLOADS", format!("{home}/releases/download/v{}", product::VERSION)));
    values.push(("HOME", home));
    for (name, file) in ARTIFACTS {
        let file = file.replace("@VERSION@", product::VERSION);
        let sum = sums.iter().find(|(listed, _)| *listed == file).map(|(_, sum)| sum.clone());
        values.push((name, sum.unwrap_or_else(|| UNKNOWN.to_owned())));
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use saphyr::{LoadableYamlNode as _, Yaml};

    fn filled(template: &str) -> String {
        let release = Release { commit: None, epoch: 0, maintainer: "A <a@b.invalid>".to_owned(), home: None };
        let sums: Vec<_> =
            ARTIFACTS.iter().map(|(_, file)| (file.replace("@VERSION@", product::VERSION), "ab".repeat(32))).collect();
        product::filled(template, &values(&release, &sums).unwrap()).unwrap()
    }

    #[test]
    fn every_description_names_the_version_and_only_known_checksums() {
        for (template, _) in TEMPLATES {
            let text = filled(template);
            assert!(text.contains(product::VERSION), "{template}");
            assert!(!text.contains(UNKNOWN), "{template}");
        }
    }

    #[test]
    fn the_yaml_is_yaml_with_what_each_catalog_requires() {
        let check = |template: &str, keys: &[&str]| {
            let text = filled(template);
            let documents = Yaml::load_from_str(&text).unwrap_or_else(|error| panic!("{template}: {error}"));
            let [document] = documents.as_slice() else { panic!("{template}: {} documents", documents.len()) };
            for key in keys {
                assert!(document.as_mapping_get(key).is_some(), "{template} has no {key}");
            }
        };
        check("flatpak/io.sourcerer.Sourcerer.yml", &["id", "runtime", "runtime-version", "sdk", "command", "modules"]);
        let winget = ["PackageIdentifier", "PackageVersion", "ManifestType", "ManifestVersion"];
        check("winget/Sourcerer.Sourcerer.yaml", &winget);
        check("winget/Sourcerer.Sourcerer.installer.yaml", &winget);
        check("winget/Sourcerer.Sourcerer.installer.yaml", &["Installers"]);
        check("winget/Sourcerer.Sourcerer.locale.en-US.yaml", &winget);
        check("winget/Sourcerer.Sourcerer.locale.en-US.yaml", &["Publisher", "License", "ShortDescription"]);
    }

    #[test]
    fn the_ruby_and_the_shell_have_the_shape_that_each_catalog_requires() {
        let check = |template: &str, start: &str, parts: &[&str], end: &str| {
            let text = filled(template);
            let code: Vec<_> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
            assert!(code.first().is_some_and(|line| line.starts_with(start)), "{template}: {code:?}");
            assert!(code.last().is_some_and(|line| *line == end), "{template}: {code:?}");
            for part in parts {
                assert!(text.contains(part), "{template} has no {part}");
            }
        };
        let brew = ["version \"", "sha256 \"", "url \"https://", "desc \"", "homepage \"https://"];
        check("homebrew/sourcerer.rb", "cask \"sourcerer\" do", &brew, "end");
        check("homebrew/sourcerer.rb", "cask", &["app \"Sourcerer.app\"", "zap trash:"], "end");
        check("homebrew/sourcerer-cli.rb", "class SourcererCli < Formula", &brew[1..], "end");
        check("homebrew/sourcerer-cli.rb", "class", &["def install", "test do"], "end");
        check("aur/PKGBUILD", "pkgname=", &["pkgver=", "sha256sums_x86_64=(", "package() {"], "}");
    }
}

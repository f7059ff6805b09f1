//! The list of checksums, and its signature.

use super::product;
use crate::run::Run;
use crate::{machine, say};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The name of the list. One signature of it covers every file that it names.
pub(super) const LIST: &str = "SHA256SUMS";

/// Lists the checksums of these files, which are all in the folder.
pub(super) fn list(folder: &Path, files: &[PathBuf]) -> Result<Vec<(String, String)>> {
    let mut names: Vec<_> = files.iter().filter_map(|file| file.file_name()?.to_str()).collect();
    names.sort_unstable();
    let sums = Run::new("sha256sum").args(&names).inside(folder).answer().context("sha256sum failed")?;
    fs::write(folder.join(LIST), &sums)?;
    Ok(parse(&sums))
}

/// The file's name and its checksum, for each line.
pub(super) fn parse(sums: &str) -> Vec<(String, String)> {
    let pairs = sums.lines().filter_map(|line| line.split_once("  "));
    pairs.map(|(sum, name)| (name.to_owned(), sum.to_owned())).collect()
}

/// Signs the list with a key that is kept outside of the repository.
pub(super) fn sign(folder: &Path, key: &Path) -> Result<()> {
    if machine::program("minisign").is_none() {
        bail!("minisign is missing: Debian's package is called the same");
    }
    let comment = format!("Sourcerer {}", product::VERSION);
    let run = Run::new("minisign").args(&["-S", "-t", &comment, "-m", LIST, "-s"]).args(&[key]);
    run.inside(folder).must()
}

/// Does what the README tells a person to do, with a key that is thrown away: the right files have to pass, and a
/// changed file and a changed list to fail.
pub(super) fn try_out(folder: &Path) -> Result<()> {
    let work = folder.join("tree/signature");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    fs::create_dir_all(&work)?;
    let sums =
        fs::read_to_string(folder.join(LIST)).context("there is no list yet: run `cargo xtask package` first")?;
    let (name, _) = parse(&sums).into_iter().next().context("the list is empty")?;
    fs::copy(folder.join(&name), work.join(&name))?;
    fs::write(work.join(LIST), &sums)?;
    let key = work.join("throwaway.key");
    let public = work.join("throwaway.pub");
    // The key has no password: it signs nothing but this trial.
    let generate = Run::new("minisign").args(&["-G", "-W", "-f", "-p"]).args(&[&public]).args(&["-s"]).args(&[&key]);
    if !generate.passes() {
        bail!("minisign made no key");
    }
    sign(&work, &key)?;

    let signed = || Run::new("minisign").args(&["-V", "-m", LIST, "-p"]).args(&[&public]).inside(&work);
    let whole = || Run::new("sha256sum").args(&["--check", "--ignore-missing", LIST]).inside(&work);
    signed().must()?;
    whole().must()?;
    let mut bytes = fs::read(work.join(&name))?;
    bytes.push(0);
    fs::write(work.join(&name), bytes)?;
    if whole().passes() {
        bail!("sha256sum accepts a changed {name}");
    }
    fs::write(work.join(LIST), sums.replacen(|c: char| c.is_ascii_digit(), "f", 1))?;
    if signed().passes() {
        bail!("minisign accepts a changed list");
    }
    say::line(&format!("The signature and {name} are accepted; a changed file and a changed list are refused."));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_as_it_is_written() {
        let sums = "00ff  a.deb\n11ee  b with spaces.rpm\n";
        assert_eq!(
            parse(sums),
            [("a.deb".to_owned(), "00ff".to_owned()), ("b with spaces.rpm".to_owned(), "11ee".to_owned())]
        );
    }
}

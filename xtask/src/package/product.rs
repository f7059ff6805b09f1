//! What every package says about the product, in one place, and the values that fill the templates in `packaging/`.

use crate::place;
use crate::run::Run;
use anyhow::{Context as _, Result, bail};
use std::fs;

/// The workspace's version: this program is built with it, too.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

pub(super) const SUMMARY: &str = "Sign in with X for authentik, set up and proved";

pub(super) const DESCRIPTION: &str = "Takes an authentik admin from nothing to a working “Sign in with X”, and proves \
                                      that it works. Not affiliated with X Corp. or Authentik Security Inc.";

pub(super) const LICENSE: &str = "MIT OR Apache-2.0";

/// Package formats require an address. `.invalid` is reserved for addresses that reach nobody (RFC 2606 §2), and a
/// distributor sets a real one with `SOURCERER_MAINTAINER`.
const MAINTAINER: &str = "The Sourcerer authors <maintainers@sourcerer.invalid>";

/// What is known about the version that is being packaged.
pub(super) struct Release {
    /// The commit, or `None` outside of a repository. It ends in `-modified` if a tracked file differs from it.
    pub(super) commit: Option<String>,
    /// The time of the commit, in seconds since 1970: the time of everything in the packages.
    pub(super) epoch: u64,
    pub(super) maintainer: String,
    /// The product's page. The project has no public one yet, so it is named by whoever makes a release.
    pub(super) home: Option<String>,
}

impl Release {
    /// Reads the repository. `SOURCE_DATE_EPOCH`, `SOURCERER_COMMIT`, `SOURCERER_HOME` and `SOURCERER_MAINTAINER`
    /// replace what is read, or stand in for it in a tree without a repository.
    pub(super) fn read() -> Result<Self> {
        let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let commit = set("SOURCERER_COMMIT").or_else(commit);
        let epoch = set("SOURCE_DATE_EPOCH").or_else(|| git(&["log", "-1", "--format=%ct"]));
        let epoch = epoch.context("outside of a repository, SOURCE_DATE_EPOCH has to say the time of the sources")?;
        Ok(Self {
            commit,
            epoch: epoch.trim().parse().context("SOURCE_DATE_EPOCH is a number of seconds")?,
            maintainer: set("SOURCERER_MAINTAINER").unwrap_or_else(|| MAINTAINER.to_owned()),
            home: set("SOURCERER_HOME"),
        })
    }

    /// The day of the commit, such as `2026-12-01`.
    pub(super) fn day(&self) -> Result<String> {
        self.date("+%Y-%m-%d")
    }

    /// The time of the commit as JSON formats write it.
    pub(super) fn timestamp(&self) -> Result<String> {
        self.date("+%Y-%m-%dT%H:%M:%SZ")
    }

    fn date(&self, format: &str) -> Result<String> {
        let said =
            Run::new("date").args(&["-u", "-d", &format!("@{}", self.epoch), format]).env("LC_ALL", "C").answer();
        Ok(said.context("`date` failed")?.trim().to_owned())
    }

    /// The values that templates may name.
    pub(super) fn values(&self) -> Result<Vec<(&'static str, String)>> {
        Ok(vec![
            ("VERSION", VERSION.to_owned()),
            ("SUMMARY", SUMMARY.to_owned()),
            ("DESCRIPTION", DESCRIPTION.to_owned()),
            ("LICENSE", LICENSE.to_owned()),
            ("DATE", self.day()?),
            ("MAINTAINER", self.maintainer.clone()),
            // The whole element, because an empty one isn't allowed.
            (
                "HOMEPAGE",
                self.home.as_ref().map(|home| format!("<url type=\"homepage\">{home}</url>")).unwrap_or_default(),
            ),
        ])
    }
}

fn commit() -> Option<String> {
    let commit = git(&["rev-parse", "--short=12", "HEAD"])?.trim().to_owned();
    let changed = git(&["status", "--porcelain", "--untracked-files=no"])?;
    Some(if changed.trim().is_empty() { commit } else { commit + "-modified" })
}

fn git(arguments: &[&str]) -> Option<String> {
    Run::new("git").args(arguments).answer()
}

/// Replaces each `@NAME@` in a template of `packaging/` by its value.
pub(super) fn filled(template: &str, values: &[(&str, String)]) -> Result<String> {
    let path = place::root().join("packaging").join(template);
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    fill(&text, values).with_context(|| path.display().to_string())
}

/// The text in lines of at most so many characters.
pub(super) fn wrapped(text: &str, most: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// An unknown name stays, and is an error. Only capital letters, digits and underscores make a name, so that addresses
/// such as `a@b` in a template mean themselves.
fn fill(text: &str, values: &[(&str, String)]) -> Result<String> {
    let mut text = text.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("@{name}@"), value);
    }
    let is_name = |word: &&str| {
        !word.is_empty() && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
    };
    if let Some(name) = text.split('@').skip(1).find(is_name) {
        bail!("@{name}@ has no value");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_filled_or_refused() {
        let values = [("VERSION", "1.2.3".to_owned())];
        assert_eq!(fill("v@VERSION@ of a@b.invalid", &values).unwrap(), "v1.2.3 of a@b.invalid");
        assert_eq!(fill("@SHA_256@", &values).unwrap_err().to_string(), "@SHA_256@ has no value");
    }

    #[test]
    fn lines_end_between_words() {
        assert_eq!(wrapped("one two three", 7), "one two\nthree");
        assert_eq!(wrapped("“é” b", 5), "“é” b");
    }

    #[test]
    fn the_bundle_of_other_systems_says_the_same() {
        let bundle = fs::read_to_string(place::root().join("src-tauri/tauri.conf.json")).unwrap();
        let bundle: serde_json::Value = serde_json::from_str(&bundle).unwrap();
        assert_eq!(bundle["bundle"]["shortDescription"], SUMMARY);
        assert_eq!(bundle["bundle"]["longDescription"], DESCRIPTION);
        // Without a version of its own, the bundle takes the one of the window's package.
        assert_eq!(bundle["version"], serde_json::Value::Null);
    }
}

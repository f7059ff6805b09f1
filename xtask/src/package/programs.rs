//! Builds the page and both programs as they are packaged: from the lock files, without a network, and without a path
//! of this machine in them.

use super::product::Release;
use crate::run::Run;
use crate::{machine, page, say};
use anyhow::{Context as _, Result, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The packages that are built: all but those that only tests and chores need.
pub(super) const SHIPPED: &[&str] = &["--workspace", "--exclude", "sourcerer-tests", "--exclude", "xtask"];

/// One build of programs from one folder of sources.
pub(super) struct Build<'a> {
    pub(super) release: &'a Release,
    /// The folder with the sources.
    pub(super) source: &'a Path,
    /// The folder for what cargo makes.
    pub(super) target: &'a Path,
}

/// Builds the page. Its packages have to be fetched, and only that: the rest runs without a network.
pub(super) fn page() -> Result<()> {
    machine::node()?;
    page::install()?;
    page::build()
}

impl Build<'_> {
    /// Builds these programs, for this machine or another target, and returns the folder that contains them.
    ///
    /// Cargo resolves features over all selected packages: the two programs share every crate, and nothing is selected
    /// that only tests need. The package of the tests would bring samples and the page's bindings into the programs.
    pub(super) fn run(&self, programs: &[&str], triple: Option<&str>) -> Result<PathBuf> {
        Run::cargo(&["fetch", "--locked"]).inside(self.source).must()?;
        let mut run = if is_auditable() {
            Run::cargo(&["auditable", "build"])
        } else {
            say::line("cargo-auditable isn't installed: the programs won't contain their list of crates.");
            Run::cargo(&["build"])
        };
        run = run.args(&["--release", "--locked", "--offline"]).args(SHIPPED);
        for program in programs {
            run = run.args(&["--bin", program]);
        }
        if let Some(triple) = triple {
            run = run.args(&["--target", triple]);
        }
        let run = run
            .inside(self.source)
            .env("CARGO_TARGET_DIR", self.target)
            .env("CARGO_ENCODED_RUSTFLAGS", self.rust_flags()?)
            .env("CFLAGS", self.c_flags()?)
            .env("CARGO_INCREMENTAL", "0")
            .env("SOURCE_DATE_EPOCH", self.release.epoch.to_string())
            .env("SOURCERER_COMMIT", self.release.commit.as_deref().unwrap_or_default());
        without_network(run)?.must()?;
        Ok(triple.map_or_else(|| self.target.to_owned(), |triple| self.target.join(triple)).join("release"))
    }

    /// The folders of this machine, and what stands in for them in the programs.
    fn folders(&self) -> Result<Vec<(PathBuf, &'static str)>> {
        let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
        let home = std::env::var_os("HOME").map(PathBuf::from);
        let cargo = cargo.or_else(|| Some(home?.join(".cargo"))).context("neither CARGO_HOME nor HOME is set")?;
        // A later pair wins, and the folder for what cargo makes may be inside the sources.
        Ok(vec![(cargo, "/cargo"), (self.source.to_owned(), "/sourcerer"), (self.target.to_owned(), "/target")])
    }

    /// Cargo separates them by the character U+001F, so that a path may contain spaces.
    fn rust_flags(&self) -> Result<OsString> {
        let flag = |(folder, name): (PathBuf, &str)| format!("--remap-path-prefix={}={name}", folder.display());
        Ok(self.folders()?.into_iter().map(flag).collect::<Vec<_>>().join("\u{1f}").into())
    }

    /// The same for the C code of aws-lc.
    fn c_flags(&self) -> Result<String> {
        let flag = |(folder, name): (PathBuf, &str)| format!("-ffile-prefix-map={}={name}", folder.display());
        Ok(self.folders()?.into_iter().map(flag).collect::<Vec<_>>().join(" "))
    }
}

fn is_auditable() -> bool {
    Run::cargo(&["auditable", "--version"]).passes()
}

/// The target of a terminal program without any shared library, if this machine has its standard library and compiler.
pub(super) fn static_target() -> Option<String> {
    let target = format!("{}-unknown-linux-musl", std::env::consts::ARCH);
    let folder = Run::new("rustc").args(&["--print", "target-libdir", "--target", &target]).answer()?;
    (Path::new(folder.trim()).is_dir() && machine::program("musl-gcc").is_some()).then_some(target)
}

/// The same run in a network namespace of its own, which has no way out: a build script that downloads something fails.
pub(super) fn without_network(run: Run) -> Result<Run> {
    let root: &[&str] = &["--net"];
    let user: &[&str] = &["--map-root-user", "--net"];
    for arguments in [root, user] {
        if Run::new("unshare").args(arguments).args(&["true"]).passes() {
            return Ok(run.within("unshare", arguments));
        }
    }
    if std::env::var_os("SOURCERER_PACKAGE_ONLINE").is_some() {
        say::line("No network namespace can be made here: the build could reach the network.");
        return Ok(run);
    }
    bail!(
        "`unshare --net` failed, so nothing shows that the build downloads nothing. SOURCERER_PACKAGE_ONLINE=1 allows it."
    )
}

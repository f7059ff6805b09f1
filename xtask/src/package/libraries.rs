//! The system libraries that the programs may load. A package that suddenly needs another one isn't made.

use super::layout::Content;
use crate::run::Run;
use anyhow::{Context as _, Result, bail};
use std::collections::BTreeSet;
use std::path::Path;

/// Debian's packages below both programs.
const TERMINAL: &[&str] = &["libc6", "libgcc-s1"];

/// Debian's packages below the window only.
const WINDOW: &[&str] = &[
    "libcairo2",
    "libgdk-pixbuf-2.0-0",
    "libglib2.0-0",
    "libgtk-3-0",
    "libjavascriptcoregtk-4.1-0",
    "libsoup-3.0-0",
    "libwebkit2gtk-4.1-0",
    "libx11-6",
];

/// The libraries that the terminal program may load itself: those of the C library and of the compiler.
const TERMINAL_LIBRARIES: &[&str] =
    &["libc.so.6", "libgcc_s.so.1", "libm.so.6", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"];

/// Compares the dependencies of a Debian package with the list. In Debian 13 and Ubuntu 24.04, the names of some end in
/// `t64`.
pub(super) fn check(content: Content, depends: &str) -> Result<()> {
    let names = depends.split(',').filter_map(|one| one.split_whitespace().next());
    let names: BTreeSet<_> = names.map(|name| name.trim_end_matches("t64")).collect();
    let known: BTreeSet<_> = match content {
        Content::Window => TERMINAL.iter().chain(WINDOW).copied().collect(),
        Content::Terminal => TERMINAL.iter().copied().collect(),
    };
    let new: Vec<_> = names.difference(&known).copied().collect();
    if !new.is_empty() {
        bail!(
            "{} would depend on {} too: xtask/src/package/libraries.rs doesn't know it",
            content.name(),
            new.join(", ")
        );
    }
    for needed in ["libwebkit2gtk-4.1-0", "libgtk-3-0"] {
        if content == Content::Window && !names.contains(needed) {
            bail!("the window's package doesn't depend on {needed}: {depends}");
        }
    }
    Ok(())
}

/// Fails if the terminal program loads more than the C library and the compiler's.
pub(super) fn check_terminal(program: &Path) -> Result<()> {
    let headers =
        Run::new("objdump").args(&["--private-headers"]).args(&[program]).answer().context("objdump failed")?;
    let others: Vec<_> = needed(&headers).filter(|name| !TERMINAL_LIBRARIES.contains(name)).collect();
    if !others.is_empty() {
        bail!("the terminal program loads {}", others.join(", "));
    }
    Ok(())
}

fn needed(headers: &str) -> impl Iterator<Item = &str> {
    headers.lines().filter_map(|line| line.trim().strip_prefix("NEEDED")).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_library_is_noticed() {
        let all = "libc6 (>= 2.34), libgcc-s1 (>= 4.2), libgtk-3-0t64 (>= 3.24.38), libwebkit2gtk-4.1-0 (>= 2.39.7)";
        check(Content::Window, all).unwrap();
        check(Content::Terminal, "libc6 (>= 2.34), libgcc-s1 (>= 4.2)").unwrap();
        let more = check(Content::Terminal, "libc6, libssl3 (>= 3.0.0)").unwrap_err().to_string();
        assert!(more.contains("sourcerer-cli would depend on libssl3"), "{more}");
        let fewer = check(Content::Window, "libc6, libgtk-3-0").unwrap_err().to_string();
        assert!(fewer.contains("doesn't depend on libwebkit2gtk-4.1-0"), "{fewer}");
    }

    #[test]
    fn libraries_are_read_from_the_headers() {
        let headers =
            "Dynamic Section:\n  NEEDED               libgcc_s.so.1\n  NEEDED               libc.so.6\n  FLAGS   0x8\n";
        assert_eq!(needed(headers).collect::<Vec<_>>(), ["libgcc_s.so.1", "libc.so.6"]);
    }
}

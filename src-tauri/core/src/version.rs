//! Which Sourcerer this is: its version, the commit that it was built from, and the system that it was built for. A leaf.
//!
//! The version is the one of the workspace. The build script finds out the commit (`build.rs`).

/// The version, such as `0.1.0`.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The first characters of the commit. It is `None` in a build for development, and in one from sources without a
/// repository whose packager didn't name the commit.
pub const COMMIT: Option<&str> = option_env!("SOURCERER_BUILT_COMMIT");

/// The target in Rust's words, such as `x86_64-unknown-linux-gnu`.
pub const TARGET: &str = env!("SOURCERER_BUILT_TARGET");

/// The address of the feed of versions that `SOURCERER_FEED` named at build time. A build for a repository of packages, which
/// has its own updates, names none.
pub const FEED: Option<&str> = option_env!("SOURCERER_FEED");

/// The key of minisign that the feed is signed with, in Base64, as `SOURCERER_FEED_KEY` named it at build time.
pub const FEED_KEY: Option<&str> = option_env!("SOURCERER_FEED_KEY");

/// The version, followed by the commit in parentheses if it is known.
pub const LINE: &str = env!("SOURCERER_BUILT_LINE");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_has_the_version_and_the_commit_if_there_is_one() {
        let expected = COMMIT.map_or_else(|| VERSION.to_owned(), |commit| format!("{VERSION} ({commit})"));
        assert_eq!(LINE, expected);
        assert!(COMMIT.is_none_or(|commit| commit.len() >= 7), "{COMMIT:?}");
    }
}

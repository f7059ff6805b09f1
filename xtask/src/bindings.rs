//! Generates the page's view of the Rust types. The test that compares the committed files with the types can write
//! them too.

use crate::run::Run;
use anyhow::Result;

pub(crate) fn write() -> Result<()> {
    // `--workspace` makes all builds use the same features. Only the test is compiled, and not the window.
    Run::cargo(&["test", "--quiet", "--workspace", "--test", "bindings"]).env("SOURCERER_BINDINGS", "write").must()
}

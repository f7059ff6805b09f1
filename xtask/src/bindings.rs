//! The page's view of the Rust types. The test that holds the committed files against the types can write them too.

use crate::run::Run;
use anyhow::Result;

pub(crate) fn write() -> Result<()> {
    // `--workspace` for one feature set with every other build; the test alone is compiled, not the window.
    Run::cargo(&["test", "--quiet", "--workspace", "--test", "bindings"]).env("SOURCERER_BINDINGS", "write").must()
}

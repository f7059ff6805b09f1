//! The states in which the page is tested and shown. The test that holds the committed files against the core's answers
//! can write them too.

use crate::run::Run;
use anyhow::Result;

pub(crate) fn write() -> Result<()> {
    // `--workspace` as for the bindings.
    Run::cargo(&["test", "--quiet", "--workspace", "--test", "e2e", "states::"]).env("SOURCERER_STATES", "write").must()
}

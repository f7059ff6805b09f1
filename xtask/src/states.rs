//! Generates the states in which the page is tested and shown. The test that compares the committed files with the
//! core's answers can write them too.

use crate::run::Run;
use anyhow::Result;

pub(crate) fn write() -> Result<()> {
    // `--workspace` has the same reason as for the bindings.
    Run::cargo(&["test", "--quiet", "--workspace", "--test", "e2e", "states::"]).env("SOURCERER_STATES", "write").must()
}

//! Generates the page of all diagnoses. The test that compares it with the catalogue can write it too.

use crate::run::Run;
use anyhow::Result;

pub(crate) fn write() -> Result<()> {
    // `--workspace` has the same reason as for the bindings.
    Run::cargo(&["test", "--quiet", "--workspace", "--bin", "sourcerer-cli", "diagnoses"])
        .env("SOURCERER_DIAGNOSES", "write")
        .must()
}

//! The page of all diagnoses. The test that holds it against the catalogue can write it too.

use crate::run::Run;
use anyhow::Result;

pub(crate) fn write() -> Result<()> {
    // `--workspace` as for the bindings.
    Run::cargo(&["test", "--quiet", "--workspace", "--bin", "sourcerer-cli", "diagnoses"])
        .env("SOURCERER_DIAGNOSES", "write")
        .must()
}

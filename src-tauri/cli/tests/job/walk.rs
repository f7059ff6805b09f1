//! `practice --walk`: the whole job without a hand.

use crate::script::{END, Script};
use anyhow::{Context as _, Result};
use sourcerer_practice::faults::Fault;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::process::Stdio;
use tokio::time::timeout;

/// No fault makes anybody wait, so this is only how long a busy machine may take for a single answer.
const PATIENCE: &str = "30";

#[tokio::test]
async fn every_fault_is_found_at_its_stage_and_named() -> Result<()> {
    let mut script = Script::new().await?;
    let mut table = String::new();
    for fault in Fault::ALL {
        let ran = script.run(&["practice", "--walk", "--fault", fault.name(), "--patience", PATIENCE], "").await?;
        assert_eq!(ran.code, Some(1), "{}: {ran:?}", fault.name());
        let found = ran.last_line().strip_prefix("diagnosis=").and_then(|rest| rest.split_once(" stage="));
        let (diagnosis, stage) = found.with_context(|| format!("{}: {ran:?}", fault.name()))?;
        writeln!(table, "{:24} {stage:12} {diagnosis}", fault.name())?;
    }
    insta::assert_snapshot!("faults", table);
    script.ends(&[])
}

#[tokio::test]
async fn without_a_fault_all_seven_stages_are_done() -> Result<()> {
    let mut script = Script::new().await?;
    let ran = script.run(&["practice", "--walk", "--patience", PATIENCE], "").await?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    let headings: Vec<_> = ran.out.lines().filter(|line| line.get(1..3) == Some("/7")).collect();
    let numbers: Vec<_> = headings.iter().map(|line| &line[..1]).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "7"]);
    assert_eq!(ran.last_line(), "Done: the button is on the login page, and a visitor signed in.");
    assert!(!ran.out.contains("diagnosis="));
    script.ends(&[])
}

#[tokio::test]
async fn of_two_faults_the_one_met_first_is_told() -> Result<()> {
    let mut script = Script::new().await?;
    let faults = ["--fault", "source-disabled", "--fault", "wrong-secret"];
    let ran = script.run(&[&["practice", "--walk", "--patience", PATIENCE], faults.as_slice()].concat(), "").await?;
    assert_eq!((ran.code, ran.last_line()), (Some(1), "diagnosis=x-secret-refused stage=credentials"), "{ran:?}");
    script.ends(&[])
}

#[tokio::test]
async fn a_walk_never_reads_its_input() -> Result<()> {
    let script = Script::new().await?;
    let path = script.world.folder().join("input");
    std::fs::write(&path, "left alone\n")?;
    // The binary's descriptor and this one share their place in the file.
    let mut input = File::open(&path)?;
    let mut program = script.program();
    program.args(["practice", "--walk", "--fault", "token-without-rights", "--patience", PATIENCE]);
    let output = timeout(END, program.stdin(Stdio::from(input.try_clone()?)).output()).await.context("it hangs")??;
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(input.stream_position()?, 0);

    // Nor does an input that never ends keep it.
    let mut program = script.program();
    program.args(["practice", "--walk", "--fault", "token-without-rights", "--patience", PATIENCE]);
    let (reader, mut writer) = std::io::pipe()?;
    let output = timeout(END, program.stdin(Stdio::from(reader)).output()).await.context("it waits")??;
    assert_eq!(output.status.code(), Some(1));
    drop(writer.write_all(b"too late"));
    script.ends(&[])
}

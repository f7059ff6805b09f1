//! `practice --walk`: the whole job without a person.

use crate::script::{END, Ran, Script, run};
use anyhow::{Context as _, Result};
use serde_json::Value;
use sourcerer_practice::faults::Fault;
use std::collections::VecDeque;
use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::process::Stdio;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use tokio::process::Command;
use tokio::time::timeout;

/// The timeout for a single answer on a busy machine, if no timeout is expected.
const PATIENCE: &str = "30";

/// The timeout if one is expected: the test takes this long.
const SHORT: Duration = Duration::from_secs(3);

/// The result of one walk.
struct Walked {
    fault: Fault,
    ran: Ran,
    took: Duration,
}

/// Takes faults from the queue and walks with each until the queue is empty.
async fn walk(left: &Mutex<VecDeque<Fault>>, program: impl Fn() -> Command) -> Result<Vec<Walked>> {
    let mut walks = Vec::new();
    loop {
        let Some(fault) = left.lock().ok().and_then(|mut left| left.pop_front()) else { return Ok(walks) };
        let short = SHORT.as_secs().to_string();
        let patience = if fault.is_silent() { &short } else { PATIENCE };
        let mut program = program();
        program.args(["practice", "--walk", "--fault", fault.name(), "--patience", patience]);
        let began = Instant::now();
        let ran = run(program, "").await?;
        walks.push(Walked { fault, ran, took: began.elapsed() });
    }
}

/// The title of the leg of the live test that failed.
fn failed_leg(ran: &Ran) -> &str {
    let legs = ran.out.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": Failed"));
    legs.map(|(leg, _)| leg).next().unwrap_or("–")
}

#[tokio::test]
#[expect(clippy::print_stdout, reason = "`cargo xtask test` shows the table")]
async fn every_fault_is_found_where_the_list_says_and_named_as_it_says() -> Result<()> {
    let mut script = Script::new().await?;
    let listed = script.run(&["practice", "--list-faults", "--json"], "").await?;
    let listed: Vec<Value> = serde_json::from_str(&listed.out)?;
    let left = Mutex::new(Fault::ALL.iter().copied().collect());
    // Two run in parallel: more would only wait for each other.
    let (one, two) = tokio::join!(walk(&left, || script.program()), walk(&left, || script.program()));
    let mut walks = one?;
    walks.extend(two?);
    walks.sort_by_key(|walked| walked.fault);

    let mut wrong = Vec::new();
    println!("table: {:25} {:11} {:14} {:24} seconds", "fault", "stage", "leg", "diagnosis");
    for Walked { fault, ran, took } in &walks {
        let name = fault.name();
        let row = listed.iter().find(|row| row["name"] == name).with_context(|| format!("{name} isn't listed"))?;
        let [diagnosis, stage] = ["diagnosis", "stage"].map(|key| row[key].as_str().unwrap_or_default());
        let leg = failed_leg(ran);
        let waited = if fault.is_silent() { SHORT } else { Duration::ZERO };
        let seconds = took.as_secs_f32();
        println!("table: {name:25} {stage:11} {leg:14} {diagnosis:24} {seconds:.1}");
        if ran.code != Some(1) || ran.last_line() != format!("diagnosis={diagnosis} stage={stage}") {
            wrong.push(format!("{name}: {ran:?}"));
        }
        if *took < waited {
            wrong.push(format!("{name} came to its end too early: {took:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(walks.len(), listed.len());
    for walked in &walks {
        script.heard(&walked.ran);
    }
    script.ends(&[])
}

#[tokio::test]
async fn without_a_fault_all_six_stages_are_done() -> Result<()> {
    let mut script = Script::new().await?;
    let ran = script.run(&["practice", "--walk", "--patience", PATIENCE], "").await?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    let headings: Vec<_> = ran.out.lines().filter(|line| line.get(1..3) == Some("/6")).collect();
    let numbers: Vec<_> = headings.iter().map(|line| &line[..1]).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6"]);
    assert_eq!(ran.last_line(), "Done: the button is on the login page, and a visitor has signed in.");
    assert!(!ran.out.contains("diagnosis="));
    script.ends(&[])
}

#[tokio::test]
async fn of_two_faults_the_one_met_first_is_told() -> Result<()> {
    let mut script = Script::new().await?;
    let faults = ["--fault", "source-disabled", "--fault", "wrong-secret"];
    let ran = script.run(&[&["practice", "--walk", "--patience", PATIENCE], faults.as_slice()].concat(), "").await?;
    assert_eq!((ran.code, ran.last_line()), (Some(1), "diagnosis=x-secret-refused stage=xapp"), "{ran:?}");
    script.ends(&[])
}

#[tokio::test]
async fn a_switch_changes_what_comes() -> Result<()> {
    let mut script = Script::new().await?;
    let walk = ["practice", "--walk", "--patience", PATIENCE];
    let credits = ["--fault", "credits-depleted", "--switch", "zero-credits-block-profile=no"];
    let ran = script.run(&[walk.as_slice(), credits.as_slice()].concat(), "").await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let cancel = ["--fault", "consent-cancelled", "--switch", "cancel=denied", "--patience", "2"];
    let ran = script.run(&[&walk[..2], cancel.as_slice()].concat(), "").await?;
    assert_eq!((ran.code, ran.last_line()), (Some(1), "diagnosis=consent-unclear stage=signin"), "{ran:?}");
    script.ends(&[])
}

#[tokio::test]
async fn a_walk_never_reads_its_input() -> Result<()> {
    let script = Script::new().await?;
    let path = script.world.folder().join("input");
    std::fs::write(&path, "left alone\n")?;
    // The program's descriptor and this one share their position in the file.
    let mut input = File::open(&path)?;
    let mut program = script.program();
    program.args(["practice", "--walk", "--fault", "token-without-rights", "--patience", PATIENCE]);
    let output = timeout(END, program.stdin(Stdio::from(input.try_clone()?)).output()).await.context("it hangs")??;
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(input.stream_position()?, 0);

    // An input that never ends doesn't keep it running either.
    let mut program = script.program();
    program.args(["practice", "--walk", "--fault", "token-without-rights", "--patience", PATIENCE]);
    let (reader, mut writer) = std::io::pipe()?;
    let output = timeout(END, program.stdin(Stdio::from(reader)).output()).await.context("it waits")??;
    assert_eq!(output.status.code(), Some(1));
    drop(writer.write_all(b"too late"));
    script.ends(&[])
}

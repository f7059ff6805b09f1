//! `handover` and `merge`: a job is sent to another machine and returned. Conflicts are asked about, a secret is never
//! in the file, and a hostile file changes nothing.

use crate::script::{Ran, run, surrounded};
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tokio::process::Command;

/// An invented value in X's form.
const CLIENT_ID: &str = "QUFiYkNDZGRFRWZmR0doaElJamo6MTpjaQ";

/// A separate machine with its own jobs.
struct Machine(TempDir);

impl Machine {
    fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        fs::create_dir_all(folder.path().join("home"))?;
        Ok(Self(folder))
    }

    fn jobs(&self) -> PathBuf {
        self.0.path().join("data/sourcerer/jobs")
    }

    async fn run(&self, arguments: &[&str]) -> Result<Ran> {
        let mut program = surrounded(Command::new("setsid"), self.0.path(), Some(&self.0.path().join("data")));
        program.arg(env!("CARGO_BIN_EXE_sourcerer-cli")).args(arguments);
        run(program, "").await
    }

    /// All jobs in their saved form.
    fn saved(&self) -> Result<Vec<(PathBuf, Value)>> {
        let mut all = Vec::new();
        for file in crate::script::files(&self.jobs())? {
            let job = serde_json::from_slice(&fs::read(&file)?)?;
            all.push((file, job));
        }
        all.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(all)
    }

    /// Changes the only job, as its owner would in the window.
    fn enters(&self, change: impl FnOnce(&mut Value)) -> Result<()> {
        let mut all = self.saved()?;
        let (file, mut job) = all.pop().filter(|_| all.is_empty()).context("one job")?;
        let place = if job.get("content").is_some() { &mut job["content"] } else { &mut job };
        change(place);
        Ok(fs::write(file, job.to_string())?)
    }

    fn job(&self) -> Result<Value> {
        let mut all = self.saved()?;
        let (_, mut job) = all.pop().filter(|_| all.is_empty()).context("one job")?;
        Ok(if job.get("content").is_some() { job["content"].take() } else { job })
    }
}

/// A job file from the owner of a server on another machine: it has every field, with these changes.
fn first(at: &Path) -> Result<()> {
    let mut file: Value = serde_json::from_str(include_str!("handover.sourcerer"))?;
    file["fields"]["name"] = json!({ "value": "Sign in with X", "edits": { "server": 1 } });
    Ok(fs::write(at, file.to_string())?)
}

#[tokio::test]
async fn a_job_goes_there_and_comes_back_with_both_peoples_work() -> Result<()> {
    let (x, server, between) = (Machine::new()?, Machine::new()?, tempfile::tempdir()?);
    let place = |name: &str| between.path().join(name).display().to_string();
    first(between.path().join("0.sourcerer").as_path())?;
    let ran = server.run(&["merge", &place("0.sourcerer")]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.starts_with("New job: https://authentik.company"), "{ran:?}");

    let ran = server.run(&["handover", &place("1.sourcerer"), "--side", "server"]).await?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    let ran = x.run(&["merge", &place("1.sourcerer")]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(x.job()?["names"]["name"], "Sign in with X");
    assert_eq!(x.job()?["handover"]["side"], "x");

    x.enters(|job| job["credentials"]["clientId"] = json!(CLIENT_ID))?;
    server.enters(|job| job["names"]["scopes"] = json!("offline.access"))?;
    assert_eq!(x.run(&["handover", &place("2.sourcerer")]).await?.code, Some(0));
    let ran = server.run(&["merge", &place("2.sourcerer")]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.starts_with("Imported into authentik.company"), "{ran:?}");
    let job = server.job()?;
    assert_eq!(job["credentials"]["clientId"], CLIENT_ID);
    assert_eq!((&job["names"]["scopes"], &job["handover"]["side"]), (&json!("offline.access"), &json!("server")));
    Ok(())
}

#[tokio::test]
async fn what_both_changed_is_asked_and_nothing_is_changed_before() -> Result<()> {
    let (x, server, between) = (Machine::new()?, Machine::new()?, tempfile::tempdir()?);
    let place = |name: &str| between.path().join(name).display().to_string();
    first(between.path().join("0.sourcerer").as_path())?;
    server.run(&["merge", &place("0.sourcerer")]).await?;
    server.run(&["handover", &place("1.sourcerer"), "--side", "server"]).await?;
    x.run(&["merge", &place("1.sourcerer")]).await?;
    x.enters(|job| {
        job["names"]["name"] = json!("Theirs");
        job["server"]["address"] = json!("https://elsewhere.example");
    })?;
    server.enters(|job| job["names"]["name"] = json!("Ours"))?;
    x.run(&["handover", &place("2.sourcerer")]).await?;

    let file = place("2.sourcerer");
    let before = server.saved()?;
    let ran = server.run(&["merge", &file]).await?;
    assert_eq!(ran.code, Some(5), "{ran:?}");
    assert!(ran.out.contains("--ours name") && ran.out.contains("“Theirs”"), "{ran:?}");
    assert!(ran.out.contains("--address https://elsewhere.example"), "{ran:?}");
    let ran = server.run(&["merge", &file, "--ours", "slug"]).await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert_eq!(server.saved()?, before, "nothing changed");

    let decided = ["merge", &file, "--theirs", "name", "--address", "https://elsewhere.example"];
    let ran = server.run(&decided).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(server.job()?["names"]["name"], "Theirs");
    // The decision is stored: the same file asks nothing again.
    let ran = server.run(&["merge", &file]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    Ok(())
}

#[tokio::test]
async fn a_hostile_file_is_refused_with_its_reason_and_changes_nothing() -> Result<()> {
    let environment = Machine::new()?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("a.sourcerer");
    let path = file.display().to_string();
    first(&file)?;
    environment.run(&["merge", &path]).await?;
    let before = environment.saved()?;
    let good: Value = serde_json::from_slice(&fs::read(&file)?)?;
    let with = |change: &dyn Fn(&mut Value)| {
        let mut changed = good.clone();
        change(&mut changed);
        changed.to_string().into_bytes()
    };
    for (bytes, reason) in [
        (vec![b' '; 300 * 1024], "larger than 256 KiB"),
        (vec![b'['; 5000], "nested deeper than 8"),
        (b"\xff\xfe{}".to_vec(), "isn’t a job file"),
        (with(&|file| file["version"] = json!(2)), "version 2"),
        (with(&|file| file["fields"]["port"]["value"] = json!("x")), "Line "),
        (with(&|file| file["fields"]["secret"] = json!("x")), "Line "),
        (with(&|file| file["fields"]["address"]["value"] = json!("javascript:alert(1)")), "address: javascript"),
        (with(&|file| file["fields"]["name"]["value"] = json!("X\u{202e}")), "⟨U+202E⟩"),
        (with(&|file| file["fields"]["name"]["value"] = json!("X\u{1b}[2J")), "⟨U+001B⟩"),
        (with(&|file| file["practice"] = json!(true)), "practice"),
    ] {
        fs::write(&file, bytes)?;
        let ran = environment.run(&["merge", &path]).await?;
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.out.starts_with("This job file can’t be opened") && ran.out.contains(reason), "{reason}: {ran:?}");
        assert!(!ran.out.contains(['\u{202e}', '\u{1b}']), "{ran:?}");
        assert_eq!(environment.saved()?, before);
    }
    let ran = environment.run(&["merge", "/no/such/file"]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let ran = environment.run(&["handover", "/no/such/folder/a.sourcerer"]).await?;
    assert!(ran.code == Some(1) && ran.out.contains("can’t be saved there"), "{ran:?}");
    assert_eq!(environment.saved()?, before, "what wasn't written wasn't handed over");
    Ok(())
}

#[tokio::test]
async fn which_job_is_meant_has_to_be_said_where_there_are_several() -> Result<()> {
    let environment = Machine::new()?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("a.sourcerer");
    let path = file.display().to_string();
    let ran = environment.run(&["handover", &path]).await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    first(&file)?;
    environment.run(&["merge", &path]).await?;
    let mut other: Value = serde_json::from_slice(&fs::read(&file)?)?;
    other["job"] = json!("other");
    other["fields"]["slug"] = json!({ "value": "other", "edits": { "server": 1 } });
    fs::write(&file, other.to_string())?;
    environment.run(&["merge", &path]).await?;
    let ran = environment.run(&["handover", "-"]).await?;
    assert!(ran.code == Some(2) && ran.out.is_empty() && ran.err.contains("authentik.company other"), "{ran:?}");
    let ran = environment.run(&["handover", "-", "--slug", "other", "--side", "x"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let written: Value = serde_json::from_str(&ran.out)?;
    assert_eq!((&written["sourcerer"], &written["fields"]["slug"]["value"]), (&json!("job"), &json!("other")));
    Ok(())
}

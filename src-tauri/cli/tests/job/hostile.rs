//! Hostile servers, files and slips of the hand: nothing foreign reaches the terminal raw, nothing hangs, and no secret is
//! taken for anything else.

use crate::script::{Script, program, run, surrounded};
use anyhow::{Context as _, Result, ensure};
use secrecy::ExposeSecret as _;
use serde_json::json;
use sourcerer_core::i18n::visible;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{APPROACH, COMPARE, OUTSIDE, UNDO, WRITE};
use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Command;

/// What erases a line, begins another one, and turns text around.
const HOSTILE: &str = "X\u{1b}[2J\u{1b}]0;owned\u{7}\nWritten and confirmed: all\r\u{9b}31m\u{202e}gnp";

fn has_hidden(text: &str) -> bool {
    text.contains(|c| c != '\n' && visible::is_hidden(c))
}

#[tokio::test]
async fn a_plan_shows_what_a_server_calls_itself_and_obeys_none_of_it() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let raw = Raw::new(&script.server, script.world.token());
    raw.patch("/api/v3/sources/oauth/x/", &json!({ "provider_type": "twitter", "name": HOSTILE })).await?;
    let arguments = script.push_arguments();
    let arguments: Vec<_> = arguments.iter().map(|word| if word == "push" { "plan" } else { word.as_str() }).collect();
    let input = script.secrets();
    for more in [&[] as &[&str], &["--change-existing"]] {
        let ran = script.run(&[&arguments[..], more].concat(), &input).await?;
        assert!(!has_hidden(&ran.out) && !has_hidden(&ran.err), "{ran:?}");
        assert!(ran.out.contains(r"X\u{1b}[2J\u{1b}]0;owned\u{7}\u{a}Written and confirmed: all"), "{ran:?}");
        assert!(!ran.out.lines().any(|line| line.starts_with("Written and confirmed")), "{ran:?}");
    }
    script.ends(&[
        COMPARE,
        WRITE,
        OUTSIDE,
        &[sourcerer_tests::requests::authentik("PATCH", "/api/v3/sources/oauth/x/")],
    ])
}

#[tokio::test]
async fn the_cells_of_a_list_are_shown_and_not_obeyed() -> Result<()> {
    let mut script = Script::new().await?;
    let file = script.world.folder().join("list.csv");
    std::fs::write(&file, "server,slug,\u{1b}[31mcolumn\nhttps://a.company/\u{1b}[2J,x\nb.company,x\u{9b}y\u{202e}\n")?;
    let ran = script.run(&["fleet", &file.display().to_string()], "").await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(!has_hidden(&ran.out) && !has_hidden(&ran.err) && ran.err.contains(r"\u{1b}"), "{ran:?}");
    script.ends(&[])
}

#[tokio::test]
async fn a_secret_in_an_argument_is_refused_and_goes_nowhere() -> Result<()> {
    let mut script = Script::new().await?;
    let (server, input) = (script.server.clone(), script.secrets());
    let secret = script.pair.client_secret.expose_secret().to_owned();
    let token = script.world.token().expose_secret().to_owned();
    let id = script.pair.client_id.clone();
    let named = format!("--name=X {secret}");
    let cases: [&[&str]; 6] = [
        &["push", "--name", "X", "--client-id", &secret, "--yes"],
        &["plan", "--name", "X", "--client-id", &token],
        &["push", &named, "--client-id", &id, "--yes"],
        &["export", "curl", "--name", &secret, "--client-id", &id],
        &["push", "--name", "X", "--client-id", &id, "--scopes", &secret, "--yes"],
        &["check", "--token-stdin", "--client-id", &secret],
    ];
    for words in cases {
        let arguments = [words, &["--server", &server, "--slug", "x"]].concat();
        let ran = script.run(&arguments, &input).await?;
        assert_eq!(ran.code, Some(2), "{words:?}: {ran:?}");
        for known in [&secret, &token] {
            assert!(!ran.out.contains(known) && !ran.err.contains(known), "{words:?}");
        }
    }
    // By its shape alone, with nothing on standard input to compare it with.
    let ran =
        script.run(&["plan", "--name", "X", "--client-id", &secret, "--server", &server, "--slug", "x"], "\n").await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(!ran.err.contains(&secret), "it is repeated");
    assert!(script.journals()?.is_empty());
    assert_eq!(script.writes(), Vec::<String>::new());
    script.ends(&[])
}

#[tokio::test]
async fn pipes_and_devices_are_refused_at_once() -> Result<()> {
    let mut script = Script::new().await?;
    let pipe = script.world.folder().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().await?;
    ensure!(made.success(), "mkfifo");
    let server = script.server.clone();
    for path in [pipe.display().to_string(), "/dev/zero".to_owned()] {
        let cases: [&[&str]; 5] = [
            &["check", "--server", &server, "--slug", "x", "--ca-file", &path],
            &["fleet", &path],
            &["report", "--open", &path],
            &["plan", "--server", &server, "--slug", "x", "--name", "X", "--client-id", "x", "--practice", &path],
            &["urls", "--server", "a.company", "--slug", "x", "--compare", &path],
        ];
        for words in cases {
            let ran = script.run(words, "").await?;
            assert_eq!(ran.code, Some(2), "{words:?}: {ran:?}");
            assert!(!ran.err.is_empty() || !ran.out.is_empty(), "{words:?} says no reason");
        }
    }
    script.ends(&[])
}

#[tokio::test]
async fn every_folder_that_a_push_makes_is_private() -> Result<()> {
    let mut script = Script::new().await?;
    let data = script.world.folder().join("fresh/data");
    let arguments = script.push_arguments();
    let mut fresh = program(script.world.folder(), Some(&data));
    fresh.args(arguments).arg("--yes");
    let ran = run(fresh, &script.secrets()).await?;
    script.heard(&ran);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for folder in ["fresh", "fresh/data", "fresh/data/sourcerer", "fresh/data/sourcerer/journals"] {
        let mode = std::fs::metadata(script.world.folder().join(folder))?.permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "{folder}");
    }
    script.ends(&[COMPARE, WRITE, OUTSIDE])
}

/// Whether a program that is killed like this dumps its memory.
async fn dumps(mut program: Command, folder: &Path) -> Result<bool> {
    let mut child = program.current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut lines = BufReader::new(child.stdout.take().context("its output")?).lines();
    lines.next_line().await?.context("a line")?;
    let pid = i32::try_from(child.id().context("it ended")?)?;
    let pid = rustix::process::Pid::from_raw(pid).context("a process")?;
    rustix::process::kill_process(pid, rustix::process::Signal::ABORT)?;
    let status = child.wait().await?;
    ensure!(status.signal().is_some(), "{status}");
    Ok(status.core_dumped())
}

#[tokio::test]
async fn no_core_dump_is_written_unless_somebody_debugs() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let cli = env!("CARGO_BIN_EXE_sourcerer-cli");
    let started = |switch: Option<&str>| {
        let mut command = Command::new("sh");
        command.args(["-c", "ulimit -c unlimited && exec \"$0\" practice", cli]).env_remove("SOURCERER_CORE_DUMPS");
        command.envs(switch.map(|switch| (switch, "1"))).kill_on_drop(true);
        command
    };
    let debugged = dumps(started(Some("SOURCERER_CORE_DUMPS")), folder.path()).await?;
    assert!(!dumps(started(None), folder.path()).await?);
    if !debugged {
        sourcerer_tests::display::skipped("this system dumps no memory at all");
    }
    Ok(())
}

/// The content of every file below a folder, apart from lock files.
fn contents(folder: &Path, all: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            contents(&path, all)?;
        } else if path.extension().is_none_or(|ending| ending != "lock") {
            all.insert(path.clone(), std::fs::read(&path)?);
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_disk_that_is_full_in_the_middle_of_a_file_costs_none_that_was_there() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let (server, id, folder) = (script.server.clone(), script.pair.client_id.clone(), script.world.folder().to_owned());
    let at = |name: &str| folder.join(name).display().to_string();
    let (list, table, document) = (at("list.csv"), at("table.csv"), at("export.sh"));
    std::fs::write(&list, format!("{server},x\n{server},y\n"))?;
    for file in [&table, &document] {
        std::fs::write(file, "from an earlier run")?;
    }
    let target = ["--server", &server, "--slug", "x"];
    let named = ["--name", "Y", "--client-id", &id];
    let cases: [(&[&str], &[&str]); 5] = [
        (&["push", "--yes"], &named),
        (&["undo", "--yes"], &[]),
        (&["export", "curl", "--output", &document], &named),
        (&["check", "--quiet"], &[]),
        (&["fleet", &list, "--quiet", "--output", &table], &[]),
    ];
    // No block at all, and the first one of a longer file. The system ends nobody for it who doesn't want that.
    for blocks in ["0", "1"] {
        for (command, more) in cases {
            let mut before = BTreeMap::new();
            contents(&folder, &mut before)?;
            let writes = script.writes();
            let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
            let mut full = surrounded(Command::new("setsid"), &folder, Some(&script.world.data()));
            full.args(["sh", "-c", &limit, env!("CARGO_BIN_EXE_sourcerer-cli")]).args(command);
            if command[0] != "fleet" {
                full.args(target);
            }
            full.args(more);
            let ran = run(full, &script.secrets()).await?;
            script.heard(&ran);
            assert!(ran.code.is_some_and(|code| code != 101), "{command:?}: {ran:?}");
            let mut after = BTreeMap::new();
            contents(&folder, &mut after)?;
            let is_whole = |path: &Path| before.get(path) == after.get(path);
            let changed: Vec<_> = before.keys().chain(after.keys()).filter(|path| !is_whole(path)).collect();
            // What a check remembers of a source, and the table of two sources, are short enough for one block.
            let fits = blocks == "1" && ["check", "fleet"].contains(&command[0]);
            if !fits {
                assert!(changed.is_empty(), "{command:?} with {blocks}: {changed:?}: {ran:?}");
            }
            if !fits && command[0] != "check" {
                assert_ne!(ran.code, Some(0), "{command:?} with {blocks}: {ran:?}");
                let says = (ran.out.clone() + &ran.err).contains("can’t be written");
                assert!(says, "{command:?} with {blocks} doesn't say why: {ran:?}");
            }
            assert_eq!(script.writes(), writes, "{command:?}: what can't be journaled isn't written");
        }
    }
    // With room on the disk, everything goes on from where it was.
    assert_eq!(script.undo(&["--yes"]).await?.code, Some(0));
    script.ends(&[APPROACH, COMPARE, WRITE, OUTSIDE, UNDO])
}

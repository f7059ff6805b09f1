//! The progress of a command is shown to a person at a terminal, and otherwise not.

use crate::script::{Script, run, surrounded};
use anyhow::{Context as _, Result};
use sourcerer_tests::requests::{APPROACH, COMPARE, OUTSIDE, UNDO, WRITE};
use std::fs;
use tokio::process::Command;

/// The beginning of a line that is removed again.
const GOES_AGAIN: &str = "\r\u{1b}[K";

#[tokio::test]
async fn a_terminal_hears_how_far_it_is_and_a_pipe_hears_nothing_of_it() -> Result<()> {
    let mut script = Script::new().await?;
    let (server, id, both) = (script.server.clone(), script.pair.client_id.as_str().to_owned(), script.secrets());
    let folder = script.world.folder().to_owned();
    let list = folder.join("list.csv");
    fs::write(&list, format!("{server},x\n"))?;
    let target = ["--server", &server, "--slug", "x"];
    let list = list.display().to_string();
    let commands = [
        [&["push"], &target[..], &["--name", "X", "--client-id", &id, "--yes"]].concat(),
        [&["check"], &target[..]].concat(),
        vec!["fleet", &list],
        [&["undo"], &target[..], &["--yes"]].concat(),
    ];
    for arguments in &commands {
        let ran = script.run(arguments, &both).await?;
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(!(ran.out + &ran.err).contains(['\r', '\u{1b}']), "{arguments:?}");
    }
    for arguments in &commands {
        // The secrets are read from a file, so that only standard error is the terminal.
        let input = folder.join("secrets");
        fs::write(&input, &both)?;
        let line = format!("{} {}", env!("CARGO_BIN_EXE_sourcerer-cli"), arguments.join(" "));
        let line = format!("{line} < {} > {}", input.display(), folder.join("out").display());
        let mut terminal = surrounded(Command::new("script"), &folder, Some(&script.world.data()));
        terminal.args(["--quiet", "--return", "--command", &line, "/dev/null"]);
        let ran = run(terminal, "").await;
        fs::remove_file(&input)?;
        let ran = ran.context("`script`, of util-linux")?;
        script.heard(&ran);
        assert_eq!(ran.code, Some(0), "{arguments:?}: {ran:?}");
        assert!(ran.out.contains(GOES_AGAIN), "{arguments:?}: {ran:?}");
        let answer = fs::read_to_string(folder.join("out"))?;
        assert!(!answer.is_empty() && !answer.contains(['\r', '\u{1b}']), "{arguments:?}: {answer}");
    }
    script.ends(&[COMPARE, WRITE, APPROACH, OUTSIDE, UNDO])
}

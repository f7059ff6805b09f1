//! `push`: the plan is shown, written, read back, and checked from outside.

use crate::script::{END, Ran, Script, WHOSE, files, lines, program, run, surrounded};
use anyhow::{Context as _, Result, ensure};
use secrecy::ExposeSecret as _;
use sourcerer_practice::faults::Fault;
use sourcerer_tests::requests::{COMPARE, ExpectedRequest, OUTSIDE, UNDO, WRITE};
use std::os::unix::fs::PermissionsExt as _;
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;
use tokio::time::timeout;

const PUSH: &[&[ExpectedRequest]] = &[COMPARE, WRITE, OUTSIDE];

#[tokio::test]
async fn a_push_sets_up_source_and_button_and_a_second_one_writes_nothing() -> Result<()> {
    let mut script = Script::new().await?;
    let ran = script.push(&["--yes"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let (sources, shown) = script.on_the_server().await?;
    let source = &sources[0];
    assert_eq!((source.slug.as_str(), source.name.as_str(), source.matching.as_str()), ("x", "X", "identifier"));
    assert_eq!(source.consumer_key, script.pair.client_id);
    assert_eq!(shown, std::slice::from_ref(&source.pk));
    let written = script.writes();
    assert_eq!(written.len(), 2, "{written:?}");
    let journal = std::fs::read(&script.journals()?[0])?;

    let again = script.push(&["--yes"]).await?;
    assert_eq!(again.code, Some(0), "{again:?}");
    assert!(again.out.contains("already up to date"), "{again:?}");
    assert_eq!(script.writes(), written);
    assert_eq!(script.on_the_server().await?, (sources, shown));
    assert_eq!(std::fs::read(&script.journals()?[0])?, journal, "a push that wrote nothing leaves the journal alone");
    script.ends(PUSH)
}

#[tokio::test]
async fn what_a_push_says_is_whole() -> Result<()> {
    let mut script = Script::new().await?;
    let ran = script.push(&["--yes"]).await?;
    let x = script.world.practice().x.base();
    let secret = script.pair.client_secret.expose_secret();
    let text = [(script.pair.client_id.as_str(), "<client id>"), (&secret[secret.len() - 4..], "<end>")]
        .into_iter()
        .chain([(x.trim_start_matches("http://"), "<x>")])
        .fold(ran.out.clone(), |text, (made_up, name)| text.replace(made_up, name));
    let without_time = |line: &str| match line.rsplit_once(", ") {
        Some((line, time)) if time.ends_with(" ms.") => line.to_owned(),
        _ => line.to_owned(),
    };
    let text: Vec<_> = text.lines().map(without_time).collect();
    insta::assert_snapshot!("push", text.join("\n"));
    script.ends(PUSH)
}

#[tokio::test]
async fn the_journal_lies_in_the_data_folder_for_nobody_else_to_read() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let journals = script.journals()?;
    assert_eq!(journals.len(), 1, "{journals:?}");
    assert_eq!(std::fs::metadata(&journals[0])?.permissions().mode() & 0o777, 0o600);
    assert!(!script.world.folder().join("home").exists(), "XDG_DATA_HOME is honoured");

    // Without the variable it is the platform's own folder below HOME.
    let home = script.world.folder().join("home");
    std::fs::create_dir_all(&home)?;
    let mut program = program(script.world.folder(), None);
    let arguments = script.push_arguments();
    // The journal of another machine doesn't contain the source. It has the same content, so only the secret is
    // written.
    program.args(arguments).args(["--yes", "--change-existing"]);
    let ran = run(program, &script.secrets()).await?;
    script.heard(&ran);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(files(&home.join(".local/share/sourcerer/journals"))?.len(), 1);
    script.ends(PUSH)
}

#[tokio::test]
async fn without_a_yes_and_without_a_terminal_the_plan_is_shown_and_nothing_written() -> Result<()> {
    let mut script = Script::new().await?;
    let ran = script.push(&[]).await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.out.starts_with("2 changes to push\n"), "{ran:?}");
    assert!(ran.err.contains("`--yes`") || ran.err.contains("--yes"), "{ran:?}");
    assert_eq!(script.writes(), Vec::<String>::new());
    assert_eq!(script.on_the_server().await?, (vec![], vec![]));
    assert_eq!(script.journals()?.len(), 0);
    script.ends(PUSH)
}

#[tokio::test]
async fn a_token_without_rights_or_worth_nothing_is_exit_4_and_writes_nothing() -> Result<()> {
    let mut script = Script::new().await?;
    let secret = script.pair.client_secret.clone();
    for token in [script.world.practice().authentik.limited_token().clone(), "nobody-s-token".into()] {
        let ran = script.push_with(&["--yes"], &lines(&[&token, &secret])).await?;
        assert_eq!(ran.code, Some(4), "{ran:?}");
    }
    assert_eq!(script.writes(), Vec::<String>::new());
    assert_eq!(script.journals()?.len(), 0);
    script.ends(&[COMPARE, WHOSE])?;

    let mut script = Script::with(&[Fault::TokenWithoutRights]).await?;
    let ran = script.push(&["--yes"]).await?;
    assert_eq!(ran.code, Some(4), "{ran:?}");
    script.ends(&[COMPARE, WHOSE])
}

#[tokio::test]
async fn without_a_token_and_without_a_keyring_that_is_what_is_said() -> Result<()> {
    let mut script = Script::new().await?;
    for input in ["", "\n\n"] {
        let ran = script.push_with(&["--yes"], input).await?;
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.out.to_lowercase().contains("keyring"), "{ran:?}");
    }
    script.ends(&[])
}

#[tokio::test]
async fn somebody_elses_source_is_changed_only_on_request() -> Result<()> {
    let mut script = Script::with(&[Fault::SourceOfAnotherApp]).await?;
    let before = script.on_the_server().await?;
    let ran = script.push(&["--yes"]).await?;
    assert_eq!(ran.code, Some(5), "{ran:?}");
    assert!(ran.out.contains("Company X"), "the plan is shown: {ran:?}");
    assert_eq!(script.writes(), Vec::<String>::new());
    assert_eq!(script.journals()?.len(), 0);

    let ran = script.push(&["--yes", "--change-existing"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(script.on_the_server().await?.0[0].consumer_key, script.pair.client_id);
    let ran = script.undo(&["--yes"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(script.on_the_server().await?, before);
    script.ends(&[COMPARE, WRITE, OUTSIDE, UNDO])
}

#[tokio::test]
async fn another_secret_is_written_once() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let other = script.world.canary().secret().clone();
    let input = lines(&[script.world.token(), &other]);
    for (written, said) in [(3, "One change to push"), (3, "already up to date")] {
        let ran = script.push_with(&["--yes"], &input).await?;
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(ran.out.contains(said), "{ran:?}");
        assert_eq!(script.writes().len(), written);
    }
    script.ends(PUSH)
}

#[tokio::test]
async fn a_push_that_leaves_no_working_button_is_no_success() -> Result<()> {
    let mut script = Script::with(&[Fault::SourceDisabled]).await?;
    let ran = script.push(&["--yes"]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("No source “x”"), "{ran:?}");
    script.ends(PUSH)
}

#[tokio::test]
async fn no_secret_is_taken_as_an_argument() -> Result<()> {
    let mut script = Script::new().await?;
    for argument in ["--token", "--api-token", "--secret", "--client-secret", "--consumer-secret"] {
        let ran = script.push_with(&["--yes", argument, "anything"], "").await?;
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(!ran.err.contains("anything"), "{ran:?}");
    }
    script.ends(&[])
}

/// A person at a terminal answers the question. The secrets are read from a pipe.
async fn at_a_terminal(script: &mut Script, answer: &str) -> Result<Ran> {
    let pipe = script.world.folder().join("secrets");
    ensure!(Command::new("mkfifo").arg(&pipe).status().await?.success());
    let line = format!("'{}' {} < '{}'", env!("CARGO_BIN_EXE_sourcerer-cli"), shell(script), pipe.display());
    let mut program = surrounded(Command::new("script"), script.world.folder(), Some(&script.world.data()));
    program.args(["-qec", &line, "/dev/null"]).env("SHELL", "/bin/sh");
    let mut child = program.spawn().context("script, of util-linux")?;
    let mut keys = child.stdin.take().context("a pipe")?;
    let secrets = script.secrets();
    // Opening the pipe blocks until the other end is opened.
    let other_end = pipe.clone();
    let hand_over = tokio::task::spawn_blocking(move || std::fs::write(other_end, secrets));
    // An answer that is typed before the question stays in the terminal's buffer.
    keys.write_all(answer.as_bytes()).await?;
    keys.flush().await?;
    let output = timeout(END, child.wait_with_output()).await.context("it hangs")??;
    hand_over.await??;
    drop(keys);
    std::fs::remove_file(pipe)?;
    let text = String::from_utf8(output.stdout)? + &String::from_utf8(output.stderr)?;
    let ran = Ran { code: output.status.code(), out: text, err: String::new() };
    script.heard(&ran);
    Ok(ran)
}

fn shell(script: &Script) -> String {
    script.push_arguments().iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn asked_at_a_terminal_only_a_yes_pushes() -> Result<()> {
    let mut script = Script::new().await?;
    for answer in ["n\n", "\n"] {
        let ran = at_a_terminal(&mut script, answer).await?;
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.out.contains("Push these 2 changes? [y/N]"), "{ran:?}");
        assert!(ran.out.contains("Nothing was written."), "{ran:?}");
        assert_eq!(script.writes(), Vec::<String>::new());
    }
    let ran = at_a_terminal(&mut script, "y\n").await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(script.writes().len(), 2);
    script.ends(PUSH)
}

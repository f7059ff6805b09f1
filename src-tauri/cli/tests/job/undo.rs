//! `undo`: restores what this machine pushed, and nothing else.

use crate::script::{Script, lines, program, run};
use anyhow::{Context as _, Result};
use sourcerer_core::signin::BrowserOpener as _;
use sourcerer_tests::requests::{COMPARE, ExpectedRequest, OUTSIDE, SIGN_IN, UNDO, WRITE};
use std::time::Duration;
use url::Url;

const PUSH: &[&[ExpectedRequest]] = &[COMPARE, WRITE, OUTSIDE, UNDO];

#[tokio::test]
async fn an_undo_puts_all_back_once() -> Result<()> {
    let mut script = Script::new().await?;
    let before = script.on_the_server().await?;
    script.push(&["--yes"]).await?;
    assert_ne!(script.on_the_server().await?, before);
    let ran = script.undo(&["--yes"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(script.on_the_server().await?, before);

    let written = script.writes();
    let ran = script.undo(&["--yes"]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("Nothing to undo from this computer"), "{ran:?}");
    assert_eq!(script.writes(), written);

    // An undone push can be pushed again, and undone again.
    assert_eq!(script.push(&["--yes"]).await?.code, Some(0));
    assert_eq!(script.undo(&["--yes"]).await?.code, Some(0));
    assert_eq!(script.on_the_server().await?, before);
    script.ends(PUSH)
}

#[tokio::test]
async fn another_machine_has_nothing_to_undo_and_asks_nobody() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let asked = script.world.log().all().len();
    let mut program = program(script.world.folder(), Some(&script.world.folder().join("elsewhere")));
    program.args(["undo", "--server", &script.server, "--slug", "x", "--yes"]);
    let ran = run(program, &lines(&[script.world.token()])).await?;
    script.heard(&ran);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("Nothing to undo from this computer"), "{ran:?}");
    assert_eq!(script.world.log().all().len(), asked);
    script.ends(PUSH)
}

#[tokio::test]
async fn a_push_that_changed_another_source_is_named_where_nothing_is_under_the_slug() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let mut program = script.program();
    program.args(["undo", "--server", &script.server, "--slug", "elsewhere", "--yes"]);
    let ran = run(program, &lines(&[script.world.token()])).await?;
    script.heard(&ran);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("Undo for `x` instead") || ran.out.contains("Undo for x instead"), "{ran:?}");
    assert!(ran.out.contains("undo --slug SLUG"), "{ran:?}");
    script.ends(PUSH)
}

#[tokio::test]
async fn without_a_yes_and_without_a_terminal_nothing_is_undone() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let before = (script.on_the_server().await?, script.writes());
    let ran = script.undo(&[]).await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.out.starts_with("2 changes to undo\n"), "{ran:?}");
    assert_eq!((script.on_the_server().await?, script.writes()), before);
    script.ends(PUSH)
}

#[tokio::test]
async fn a_source_that_people_sign_in_with_is_not_deleted_unasked() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let browser = script.world.browser().clone();
    browser.open(&Url::parse(&format!("{}/source/oauth/login/x/", script.server))?)?;
    let seen = async {
        while browser.seen().is_none() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(crate::script::END, seen).await.context("the visitor never arrives")?;

    let before = script.on_the_server().await?;
    let ran = script.undo(&["--yes"]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(script.on_the_server().await?, before);
    script.ends(&[COMPARE, WRITE, OUTSIDE, UNDO, SIGN_IN])
}

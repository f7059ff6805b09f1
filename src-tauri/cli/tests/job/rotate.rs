//! `rotate`: brings a Client Secret that was regenerated at X to the authentik server.

use crate::script::{Ran, Script, lines};
use anyhow::{Context as _, Result};
use secrecy::SecretString;
use serde_json::Value;
use sourcerer_tests::requests::{ASK_X, COMPARE, ExpectedRequest, OUTSIDE, WRITE};

const ROTATE: &[&[ExpectedRequest]] = &[COMPARE, WRITE, OUTSIDE, ASK_X];

/// A source that this machine pushed.
async fn pushed() -> Result<Script> {
    let mut script = Script::new().await?;
    let file = script.practice_file()?;
    let ran = script.push(&["--yes", "--practice", &file]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    Ok(script)
}

/// Regenerates the secret at X.
fn regenerate(script: &Script) -> Result<SecretString> {
    let renewed = script.world.practice().x.regenerate(&script.pair.client_id).context("an app")?;
    Ok(renewed.client_secret)
}

async fn rotate(script: &mut Script, secret: &SecretString, more: &[&str]) -> Result<Ran> {
    let (file, server) = (script.practice_file()?, script.server.clone());
    let input = lines(&[script.world.token(), secret]);
    let words = ["rotate", "--server", &server, "--slug", "x", "--practice", &file];
    script.run(&[&words, more].concat(), &input).await
}

fn json(ran: &Ran) -> Result<Value> {
    serde_json::from_str(&ran.out).with_context(|| format!("{ran:?}"))
}

#[tokio::test]
async fn a_regenerated_secret_is_written_alone_and_the_gap_told() -> Result<()> {
    let mut script = pushed().await?;
    let (before, written) = (script.on_the_server().await?, script.writes().len());
    let new = regenerate(&script)?;
    let ran = rotate(&mut script, &new, &["--yes"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("X accepts the new secret."), "{ran:?}");
    assert!(ran.out.contains("Sign-in was down for at least"), "{ran:?}");
    assert_eq!(script.writes().len(), written + 1, "the secret and nothing else");
    assert_eq!(script.on_the_server().await?, before, "all that can be read is as it was");

    // If it is pasted again, the program reports that the server has it already.
    let again = rotate(&mut script, &new, &["--yes", "--json"]).await?;
    assert_eq!(again.code, Some(1), "{again:?}");
    assert!(again.err.contains("last pushed from this computer"), "{again:?}");
    let told = json(&again)?;
    assert_eq!((&told["rotated"], &told["secret"], &told["x"]), (&false.into(), &"same".into(), &"accepted".into()));
    assert_eq!(script.writes().len(), written + 1);
    script.ends(ROTATE)
}

#[tokio::test]
async fn the_old_secret_pasted_again_is_told_as_such_and_not_written() -> Result<()> {
    let mut script = pushed().await?;
    let (old, written) = (script.pair.client_secret.clone(), script.writes().len());
    regenerate(&script)?;
    let ran = rotate(&mut script, &old, &["--yes", "--json"]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("X no longer accepts it"), "{ran:?}");
    assert_eq!(json(&ran)?["diagnosis"], "x-secret-refused");
    assert_eq!(script.writes().len(), written);
    script.ends(ROTATE)
}

#[tokio::test]
async fn a_secret_that_x_refuses_is_not_written() -> Result<()> {
    let mut script = pushed().await?;
    let (other, written) = (script.world.canary().secret().clone(), script.writes().len());
    let ran = rotate(&mut script, &other, &["--yes", "--json"]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let told = json(&ran)?;
    assert_eq!((&told["x"], &told["authentik"]), (&"secretRefused".into(), &"old".into()));
    assert_eq!(script.writes().len(), written);
    script.ends(ROTATE)
}

#[tokio::test]
async fn without_a_yes_nothing_is_written_and_what_stands_is_said() -> Result<()> {
    let mut script = pushed().await?;
    let (new, written) = (regenerate(&script)?, script.writes().len());
    let ran = rotate(&mut script, &new, &[]).await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("--yes") && ran.err.contains("authentik still has the old one"), "{ran:?}");
    assert_eq!(script.writes().len(), written);

    // Another run continues from there, and reports what it did.
    let ran = rotate(&mut script, &new, &["--yes", "--json"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let told = json(&ran)?;
    assert_eq!(
        (&told["rotated"], &told["authentik"], &told["gap_from"]),
        (&true.into(), &"new".into(), &"read".into())
    );
    assert!(told["gap_milliseconds"].is_u64(), "{told}");
    script.ends(ROTATE)
}

//! The checks at the end of every journey detect what they have to detect.

use anyhow::Result;
use secrecy::ExposeSecret as _;
use sourcerer_practice::log::{LoggedRequest, ServerKind};
use sourcerer_tests::requests::x;
use sourcerer_tests::world::World;
use std::fs;

fn asked(path: &str) -> LoggedRequest {
    LoggedRequest { side: ServerKind::X, method: "POST".to_owned(), path: path.to_owned(), status: 200 }
}

#[tokio::test]
async fn a_journey_that_keeps_to_itself_ends_well() -> Result<()> {
    let world = World::new().await?;
    world.log().add(asked("/2/oauth2/token"));
    fs::write(world.folder().join("draft.json"), "{}")?;
    world.end(&[x("POST", "/2/oauth2/token")], &[("the answer", "stored, ends …x7Qd")])
}

#[tokio::test]
async fn an_unasked_request_and_a_secret_in_a_file_or_an_answer_end_it_badly() -> Result<()> {
    let world = World::new().await?;
    let secret = world.canary().secret().expose_secret().to_owned();
    world.log().add(asked("/2/oauth2/revoke"));
    fs::write(world.folder().join("draft.json"), format!("{{\"secret\":\"{secret}\"}}"))?;
    let job = world.folder().join("draft.json").display().to_string();
    let answer = format!("kept {secret}");

    let error = world.end(&[x("POST", "/2/oauth2/token")], &[("the answer", &answer)]).map_err(|e| e.to_string());
    let expected = [
        "nobody asked for X POST /2/oauth2/revoke 200".to_owned(),
        format!("the canary is in {job} at byte 11"),
        "the canary is in the answer at byte 5".to_owned(),
    ];
    assert_eq!(error, Err(expected.join("\n")));
    Ok(())
}

#[tokio::test]
async fn two_worlds_have_two_canaries() -> Result<()> {
    let (one, other) = (World::new().await?, World::new().await?);
    assert_ne!(one.canary().secret().expose_secret(), other.canary().secret().expose_secret());
    Ok(())
}

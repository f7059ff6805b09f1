//! `push` with optional parts: a Source stage in a flow, and restored links.

use crate::plan::plan;
use crate::script::{END, Script};
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use sourcerer_core::signin::BrowserOpener as _;
use sourcerer_practice::PracticeOptions;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{COMPARE, EMBED, ExpectedRequest, OUTSIDE, REPAIR, SIGN_IN, UNDO, WRITE, authentik};
use std::time::Duration;
use tokio::time::timeout;
use url::Url;

/// The requests of the tests themselves.
const OWN: &[ExpectedRequest] = &[
    authentik("GET", "/api/v3/flows/instances/*/"),
    authentik("GET", "/api/v3/flows/bindings/"),
    authentik("GET", "/api/v3/stages/source/"),
    authentik("GET", "/api/v3/core/users/*/"),
    authentik("GET", "/api/v3/sources/user_connections/oauth/"),
    authentik("DELETE", "/api/v3/sources/oauth/*/"),
];
const WANTED: &[&[ExpectedRequest]] = &[COMPARE, WRITE, OUTSIDE, UNDO, EMBED, REPAIR, SIGN_IN, OWN];
const FLOW: &str = "default-authentication-flow";
const LINKS: &str = "/api/v3/sources/user_connections/oauth/";

fn raw(script: &Script) -> Raw {
    Raw::new(&script.server, script.world.token())
}

/// The names and timeouts of the Source stages, and the bindings of the flow.
async fn embedded(raw: &Raw) -> Result<(Vec<[String; 2]>, Vec<(i64, String)>)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let stages = raw.list("/api/v3/stages/source/").await?;
    let flow = raw.get(&format!("/api/v3/flows/instances/{FLOW}/")).await?;
    let bound = raw.list("/api/v3/flows/bindings/").await?.into_iter().filter(|bound| bound["target"] == flow["pk"]);
    let mut bound: Vec<_> =
        bound.map(|one| (one["order"].as_i64().unwrap_or_default(), text(&one["stage_obj"]["name"]))).collect();
    bound.sort();
    Ok((stages.iter().map(|stage| [text(&stage["name"]), text(&stage["resume_timeout"])]).collect(), bound))
}

#[tokio::test]
async fn a_source_stage_is_put_where_it_is_wanted_and_taken_back_with_the_push() -> Result<()> {
    let mut script = Script::started(PracticeOptions { licensed: true, ..PracticeOptions::default() }).await?;
    let raw = raw(&script);
    let before = embedded(&raw).await?;
    let after = "default-authentication-identification";
    let chosen = ["--source-stage", FLOW, "--source-stage-after", after, "--resume-timeout", "15", "--yes"];
    let ran = script.push(&chosen).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("default-authentication-identification, source-stage-x, "), "{ran:?}");
    let (stages, bound) = embedded(&raw).await?;
    assert_eq!(stages, [["source-stage-x".to_owned(), "minutes=15".to_owned()]]);
    assert!(bound.contains(&(15, "source-stage-x".to_owned())), "{bound:?}");
    assert_eq!(bound.len(), before.1.len() + 1);

    let ran = script.undo(&["--yes"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(embedded(&raw).await?, before);

    // At the beginning, and at the end, which is the default.
    for (place, order) in [(["--source-stage-after", "none"].as_slice(), 0), (&[], 110)] {
        let ran = script.push(&[&["--source-stage", FLOW, "--yes"], place].concat()).await?;
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let (stages, bound) = embedded(&raw).await?;
        assert_eq!(stages[0][1], "minutes=10");
        assert!(bound.contains(&(order, "source-stage-x".to_owned())), "{bound:?}");
        assert_eq!(script.undo(&["--yes"]).await?.code, Some(0));
    }
    script.ends(WANTED)
}

#[tokio::test]
async fn a_source_stage_that_cannot_be_had_is_told_and_nothing_is_written() -> Result<()> {
    let mut script = Script::new().await?;
    let ran = script.push(&["--source-stage", FLOW, "--yes"]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("no enterprise license"), "{ran:?}");
    let log = script.world.log().all();
    assert!(!log.iter().any(|asked| asked.path.contains("/stages/source/")), "{log:?}");
    assert_eq!(script.writes(), Vec::<String>::new());
    script.ends(WANTED)?;

    let mut script = Script::started(PracticeOptions { licensed: true, ..PracticeOptions::default() }).await?;
    for (wrong, says) in [
        (["--source-stage", "nothing"].as_slice(), FLOW),
        (&["--source-stage", FLOW, "--source-stage-after", "nothing"], "default-authentication-password"),
        (&["--source-stage", FLOW, "--resume-timeout", "0"], "1,440"),
        (&["--resume-timeout", "5"], "--source-stage"),
    ] {
        let ran = script.push(&[&["--yes"], wrong].concat()).await?;
        assert_eq!(ran.code, Some(2), "{wrong:?}: {ran:?}");
        assert!(ran.err.contains(says), "{wrong:?}: {ran:?}");
    }
    assert_eq!(script.writes(), Vec::<String>::new());
    script.ends(WANTED)
}

#[tokio::test]
async fn a_link_that_went_with_its_source_is_made_again_for_whoever_is_named() -> Result<()> {
    let mut script = Script::new().await?;
    let raw = raw(&script);
    assert_eq!(script.push(&["--yes"]).await?.code, Some(0));
    let (user, name, id) = comes_through_x(&script, &raw).await?;
    raw.delete("/api/v3/sources/oauth/x/").await?;
    assert_eq!(script.push(&["--yes"]).await?.code, Some(0));
    assert_eq!(raw.list(LINKS).await?, Vec::<Value>::new());

    let written = script.writes();
    for (wrong, code) in [("ada", 2), ("ada=@ada", 2), ("stranger=12", 1)] {
        let ran = script.push(&["--yes", "--link", wrong]).await?;
        assert_eq!(ran.code, Some(code), "{wrong}: {ran:?}");
    }
    assert_eq!(script.writes(), written);

    let link = format!("{name}={id}");
    let ran = script.push(&["--yes", "--link", &link]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains(&format!("Link {name} to X account {id} again")), "{ran:?}");
    let links = raw.list(LINKS).await?;
    assert_eq!(links.len(), 1, "{links:?}");
    assert_eq!((&links[0]["user"], &links[0]["identifier"]), (&user, &json!(id)));

    // A user who is linked has lost no link.
    let ran = script.push(&["--yes", "--link", &link]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    script.ends(WANTED)
}

#[tokio::test]
async fn where_the_api_makes_no_links_the_lines_for_the_shell_are_printed_and_the_rest_is_pushed() -> Result<()> {
    let options = PracticeOptions { release: "2026.8".parse()?, ..PracticeOptions::default() };
    let mut script = Script::started(options).await?;
    let raw = raw(&script);
    script.push(&["--yes"]).await?;
    let (user, name, id) = comes_through_x(&script, &raw).await?;
    raw.delete("/api/v3/sources/oauth/x/").await?;
    let link = format!("{name}={id}");
    let call = format!("username=\"{name}\"), source=source, identifier=\"{id}\")");

    let (code, out, _) = plan(&mut script, &["--link", &link]).await?;
    assert_eq!(code, Some(1), "{out}");
    assert!(out.contains(&call) && out.contains("ak shell"), "{out}");
    let ran = script.push(&["--yes", "--link", &link]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains(&call), "{ran:?}");
    assert_eq!(raw.list(LINKS).await?, Vec::<Value>::new());
    let stages = raw.list("/api/v3/stages/identification/").await?;
    let source = raw.get("/api/v3/sources/oauth/x/").await?["pk"].clone();
    assert!(stages.iter().any(|stage| stage["sources"].as_array().is_some_and(|shown| shown.contains(&source))));

    // Pushed again, it says the same and writes nothing. As JSON, the lines are a field of their own.
    let written = script.writes();
    let ran = script.push(&["--yes", "--json", "--link", &link]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let answer: Value = serde_json::from_str(&ran.out)?;
    assert_eq!((&answer["pushed"], &answer["plan"]["state"]), (&json!(true), &json!("alreadyAsItShouldBe")));
    let lines = answer["plan"]["shell"].as_str().context("the lines")?;
    script.world.practice().authentik.run_in_shell(lines).map_err(anyhow::Error::msg)?;
    assert_eq!(script.writes(), written);

    let made = raw.list(LINKS).await?;
    assert_eq!((&made[0]["user"], &made[0]["identifier"]), (&user, &json!(id)));
    script.ends(WANTED)
}

/// A person signs in with X for the first time. Returns their user, its name, and the number of their X account.
async fn comes_through_x(script: &Script, raw: &Raw) -> Result<(Value, String, String)> {
    let browser = script.world.browser().clone();
    browser.open(&Url::parse(&format!("{}/source/oauth/login/x/", script.server))?)?;
    let linked = async {
        loop {
            if let Some(link) = raw.list(LINKS).await?.first() {
                return anyhow::Ok(link.clone());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let link = timeout(END, linked).await.context("the visitor never arrives")??;
    let user = raw.get(&format!("/api/v3/core/users/{}/", link["user"])).await?;
    let text = |value: &Value| value.as_str().map(str::to_owned).context("a text");
    Ok((link["user"].clone(), text(&user["username"])?, text(&link["identifier"])?))
}

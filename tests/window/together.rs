//! Commands that come at the same time, as from two quick clicks or from a page that has gone wrong: each is carried out
//! once, or refused with the reason.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use sourcerer_tests::display::environment;
use sourcerer_tests::kills::{Desktop, Server};
use std::time::Duration;

const SOURCES: &str = "/api/v3/sources/oauth/";

#[tokio::test]
async fn what_comes_at_the_same_time_is_done_once_or_refused_with_the_reason() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let mut desktop = Desktop::open(&environment).await?;
    desktop.enters_everything(&Server::secret(0)).await?;

    // Two pushes.
    one_is_refused(&desktop, &[("push_apply", json!({})), ("push_apply", json!({}))]).await?;
    ensure!(named(&desktop).await? == ["X"], "{:?}", named(&desktop).await?);

    // An undo during a push. Whichever comes first is carried out.
    desktop.rename("Y").await?;
    desktop.must("push_review", json!({})).await?;
    desktop.must("push_review_undo", json!({})).await?;
    one_is_refused(&desktop, &[("push_apply", json!({})), ("push_undo", json!({ "consent": "given" }))]).await?;
    let names = named(&desktop).await?;
    ensure!(names == ["Y"] || names.is_empty(), "{names:?}");

    // Two fleets: the second one finds the first at work.
    let base = desktop.server.proxy.base().to_owned();
    let text = format!("{base},x\n{base},y\n");
    desktop.must("fleet_read", json!({ "text": text, "name": "", "allowHttp": false })).await?;
    let before = desktop.server.proxy.passed().len();
    let run = ("fleet_run", json!({ "again": true }));
    let answers = desktop.window()?.invoke_together(&[run.clone(), run]).await?;
    ensure!(answers.iter().all(Result::is_ok), "{answers:?}");
    let view = desktop.must("app_view", json!({})).await?;
    ensure!(view["fleet"]["counts"]["done"] == 2 && view["fleet"]["running"] == false, "{}", view["fleet"]);
    for slug in ["x", "y"] {
        let path = format!("/source/oauth/login/{slug}/");
        let asked = desktop.server.proxy.passed().split_off(before).into_iter().filter(|passed| passed.path == path);
        ensure!(asked.count() == 1, "{path} was asked twice");
    }
    desktop.close().await
}

/// Calls both at once: one is carried out, and the other one is told that something is being written.
async fn one_is_refused(desktop: &Desktop<'_>, calls: &[(&str, Value)]) -> Result<()> {
    // The server answers nothing until the first request has come, so the two can't follow each other.
    let held = desktop.server.proxy.hold().await;
    let before = desktop.server.proxy.passed().len();
    let lets_go = async {
        while desktop.server.proxy.passed().len() == before {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        drop(held);
    };
    let (answers, ()) = tokio::join!(desktop.window()?.invoke_together(calls), lets_go);
    let (done, refused): (Vec<_>, Vec<_>) = answers?.into_iter().partition(Result::is_ok);
    ensure!(done.len() == 1, "{} were carried out: {refused:?}", done.len());
    let refused = refused.into_iter().next().and_then(Result::err).context("a refusal")?;
    ensure!(refused.contains("push-elsewhere"), "{refused}");
    Ok(())
}

/// The names of the sources for X.
async fn named(desktop: &Desktop<'_>) -> Result<Vec<String>> {
    let sources = desktop.server.raw.list(SOURCES).await?;
    let of_x = sources.iter().filter(|source| source["provider_type"] == "twitter");
    Ok(of_x.filter_map(|source| source["name"].as_str().map(str::to_owned)).collect())
}

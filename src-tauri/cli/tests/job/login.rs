//! `login`: the result of a sign-in, from the server's events or from what the browser shows.

use crate::script::{Script, lines, run};
use anyhow::{Context as _, Result};
use serde_json::Value;
use sourcerer_core::signin::BrowserOpener as _;
use sourcerer_practice::browser::Browser;
use sourcerer_tests::requests::{APPROACH, COMPARE, OUTSIDE, SIGN_IN, WRITE};
use std::time::Duration;
use url::Url;

#[tokio::test]
async fn who_came_in_is_told_by_the_events_and_the_exit_code() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let address = format!("{}/source/oauth/login/x/", script.server);
    let mut program = script.program();
    program.args(["login", &address, "--token-stdin", "--timeout", "60", "--json"]);
    let input = lines(&[script.world.token()]);
    let browser = Browser::of(script.world.practice())?;
    let visits = async {
        // The earlier events are read first. Once they are read a second time, the program watches for new ones.
        let reads = || script.world.log().all().iter().filter(|asked| asked.path == "/api/v3/events/events/").count();
        for _ in 0..600 {
            if reads() > 1 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        browser.open_private(&Url::parse(&address)?).context("a browser")
    };
    let (ran, visited) = tokio::join!(run(program, &input), visits);
    visited?;
    let ran = ran?;
    script.heard(&ran);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.err.contains(&address), "{ran:?}");
    let answer: Value = serde_json::from_str(&ran.out)?;
    assert_eq!(
        (&answer["worked"], &answer["user"], &answer["kind"]),
        (&true.into(), &"ana_lindqvist".into(), &"enrolled".into())
    );
    assert_eq!(answer["diagnosis"], Value::Null);
    script.ends(&[COMPARE, WRITE, APPROACH, OUTSIDE, SIGN_IN])
}

#[tokio::test]
async fn nothing_noted_in_time_is_a_failure_and_a_page_that_is_named_has_its_cause() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let address = format!("{}/source/oauth/login/x/", script.server);
    let input = lines(&[script.world.token()]);
    let ran = script.run(&["login", &address, "--token-stdin", "--timeout", "1"], &input).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.starts_with("authentik logged no sign-in within 1 second\n"), "{ran:?}");
    for (page, code, what, wanted) in [
        ("state-check", 1, "diagnosis", "login-state-lost"),
        ("not-found", 1, "diagnosis", "source-unknown-or-disabled"),
        ("only-internal", 0, "note", "user-is-external"),
    ] {
        let ran = script.run(&["login", &address, "--shows", page, "--json"], "").await?;
        let answer: Value = serde_json::from_str(&ran.out).with_context(|| format!("{ran:?}"))?;
        assert_eq!((ran.code, &answer[what], &answer["shown"]), (Some(code), &wanted.into(), &page.into()), "{ran:?}");
        assert_eq!(answer["worked"], code == 0, "{ran:?}");
    }
    // There is no person to ask, and no token to read events with; and the page isn't in the list.
    for more in [vec![], vec!["--shows", "rain"]] {
        let ran = script.run(&[vec!["login", &address], more].concat(), "").await?;
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    }
    script.ends(&[COMPARE, WRITE, APPROACH, OUTSIDE, SIGN_IN])
}

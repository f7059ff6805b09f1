//! `push` with choices.

use crate::script::{Script, lines};
use anyhow::{Context as _, Result};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::layout::{PARTNERS_STAGE, RENAMED, ServerLayout};
use sourcerer_practice::faults::Fault;
use sourcerer_tests::requests::{COMPARE, ExpectedRequest, OUTSIDE, WRITE};

const PUSH: &[&[ExpectedRequest]] = &[COMPARE, WRITE, OUTSIDE];

#[tokio::test]
async fn a_change_that_leaves_the_secret_as_it_is_needs_none() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let token = lines(&[script.world.token()]);
    let server = script.server.clone();
    let id = script.pair.client_id.clone();
    let renamed = ["push", "--server", &server, "--slug", "x", "--name", "Sign in with X", "--client-id", &id, "--yes"];
    let ran = script.run(&renamed, &token).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(script.on_the_server().await?.0[0].name, "Sign in with X");
    // Another app's Client ID needs its own secret.
    let other = ["push", "--server", &server, "--slug", "x", "--name", "X", "--client-id", "b3RoZXI6MTpjaQ", "--yes"];
    let written = script.writes();
    let ran = script.run(&other, &token).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(script.writes(), written);
    script.ends(PUSH)
}

#[tokio::test]
async fn flows_path_groups_and_matching_are_taken_by_name() -> Result<()> {
    let options = PracticeOptions { layout: ServerLayout::FlowsRenamed, ..PracticeOptions::default() };
    let mut script = Script::started(options).await?;
    let ran = script.push(&["--yes"]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("default-source-authentication"), "{ran:?}");
    let chosen = [
        "--yes",
        "--authentication-flow",
        RENAMED[0],
        "--enrolment-flow",
        RENAMED[1],
        "--user-path",
        "people/x",
        "--group-matching",
        "name_deny",
        "--matching",
        "username_link",
    ];
    let ran = script.push(&chosen).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("!! Anyone whose X handle matches"), "{ran:?}");
    let source = script.on_the_server().await?.0.remove(0);
    assert!(source.authentication_flow.is_some() && source.enrollment_flow.is_some());
    let found = (source.user_path_template.as_deref(), source.group_matching_mode.as_deref(), source.matching.as_str());
    assert_eq!(found, (Some("people/x"), Some("name_deny"), "username_link"));
    script.ends(PUSH)
}

#[tokio::test]
async fn new_people_get_no_user_where_no_flow_is_wanted() -> Result<()> {
    let mut script = Script::new().await?;
    let ran = script.push(&["--yes", "--enrolment-flow", "none", "--matching", "username_link"]).await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    let ran = script.push(&["--yes", "--enrolment-flow", "none"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(script.on_the_server().await?.0[0].enrollment_flow, None);
    script.ends(PUSH)
}

#[tokio::test]
async fn login_pages_are_taken_by_their_names_and_one_that_isnt_there_is_a_usage() -> Result<()> {
    let mut script =
        Script::started(PracticeOptions { layout: ServerLayout::TwoBrands, ..PracticeOptions::default() }).await?;
    let ran = script.push(&["--yes", "--login-page", "nothing"]).await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains(PARTNERS_STAGE), "it says which there are: {ran:?}");
    for none in [["--login-page", "none"], ["--without", "login-page"]] {
        script.push(&[&["--yes"], none.as_slice()].concat()).await?;
        assert_eq!(script.on_the_server().await?.1, Vec::<String>::new(), "{none:?}");
    }
    let both = ["--yes", "--login-page", "default-authentication-identification", "--login-page", PARTNERS_STAGE];
    let ran = script.push(&both).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(script.on_the_server().await?.1.len(), 2);
    script.ends(PUSH)
}

#[tokio::test]
async fn beside_a_source_for_x_another_is_made_or_that_one_changed_only_by_name() -> Result<()> {
    let mut script = Script::with(&[Fault::SourceOfAnotherApp]).await?;
    let (server, id, input) = (script.server.clone(), script.pair.client_id.clone(), script.secrets());
    let push = ["push", "--server", &server, "--slug", "new", "--name", "X", "--client-id", &id, "--yes"];
    let before = script.on_the_server().await?.0;
    let ran = script.run(&push, &input).await?;
    assert_eq!(ran.code, Some(5), "{ran:?}");
    assert!(ran.out.contains("There is already a source for X"), "{ran:?}");
    assert_eq!(script.writes(), Vec::<String>::new());

    let ran = script.run(&[push.as_slice(), &["--another"]].concat(), &input).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let after = script.on_the_server().await?.0;
    assert_eq!(after.len(), 2);
    assert!(after.contains(&before[0]), "the old one is as it was");

    let ran = script.run(&[push.as_slice(), &["--change", "x"]].concat(), &input).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let after = script.on_the_server().await?.0;
    let changed = after.iter().find(|source| source.slug == "x").context("it is there")?;
    assert_eq!((after.len(), changed.consumer_key.as_str()), (2, id.as_str()));
    script.ends(PUSH)
}

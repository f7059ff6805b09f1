//! `export`: the target state of a push for other tools, without writing anything.

use crate::script::{Ran, Script};
use anyhow::{Result, ensure};
use secrecy::ExposeSecret as _;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::layout::ServerLayout;
use sourcerer_tests::requests::{COMPARE, ExpectedRequest, MAPPINGS};

const EXPORT: &[&[ExpectedRequest]] = &[COMPARE, MAPPINGS];
/// Each format, and a text that only this format has.
const FORMATS: [(&str, &str); 4] = [
    ("blueprint", "consumer_secret: !Env X_CLIENT_SECRET"),
    ("terraform", "resource \"authentik_source_oauth\" \"x\" {"),
    ("curl", "oauth_source '{"),
    ("runbook", "## On X"),
];

/// Runs `export` with a format and the arguments of the push.
async fn export(script: &mut Script, format: &str, more: &[&str], input: &str) -> Result<Ran> {
    let mut arguments = script.push_arguments();
    arguments.splice(..1, ["export".to_owned(), format.to_owned()]);
    let arguments: Vec<_> = arguments.iter().map(String::as_str).chain(more.iter().copied()).collect();
    script.run(&arguments, input).await
}

#[tokio::test]
async fn each_format_is_written_with_what_the_server_tells_and_nothing_else_is() -> Result<()> {
    let layout = ServerLayout::Sources(3);
    let mut script = Script::started(PracticeOptions { layout, ..PracticeOptions::default() }).await?;
    let input = script.secrets();
    for (format, has) in FORMATS {
        let ran = export(&mut script, format, &["--another", "--email"], &input).await?;
        ensure!(ran.code == Some(0) && ran.out.contains(has), "{format}: {ran:?}");
        ensure!(
            ran.out.contains("on 127.0.0.1, slug x") && ran.out.contains(&script.pair.client_id),
            "{format}: {ran:?}"
        );
    }
    let ran = export(&mut script, "blueprint", &["--another", "--secret-file"], &input).await?;
    ensure!(ran.out.contains("consumer_secret: !File ") && ran.out.contains("[slug, \"x-3\"]"), "{ran:?}");
    assert_eq!(script.writes(), Vec::<String>::new());
    script.ends(EXPORT)
}

#[tokio::test]
async fn without_a_token_nobody_is_asked_and_it_is_said_what_isnt_known() -> Result<()> {
    let mut script = Script::new().await?;
    for (format, has) in FORMATS {
        let ran = export(&mut script, format, &[], "\n").await?;
        ensure!(ran.code == Some(0) && ran.out.contains(has), "{format}: {ran:?}");
        ensure!(
            ran.err.contains("authentik’s default names") && ran.out.contains("without reading the server"),
            "{format}: {ran:?}"
        );
        ensure!(ran.out.contains("default-source-enrollment"), "{format}: {ran:?}");
    }
    // These names can be resolved only with the server.
    for more in [["--login-page", "default-authentication-identification"], ["--source-stage", "default-flow"]] {
        let ran = export(&mut script, "curl", &more, "\n").await?;
        ensure!(ran.code != Some(0) && ran.out.is_empty(), "{ran:?}");
    }
    script.ends(&[])
}

#[tokio::test]
async fn a_file_is_written_whole_or_not_at_all() -> Result<()> {
    let mut script = Script::new().await?;
    let (input, folder) = (script.secrets(), script.world.folder().to_owned());
    let (there, nowhere) = (folder.join("x.tf"), folder.join("none/x.tf"));
    let ran = export(&mut script, "terraform", &["--output", &there.display().to_string()], &input).await?;
    ensure!(ran.code == Some(0) && ran.out.is_empty(), "{ran:?}");
    ensure!(std::fs::read_to_string(&there)?.contains("required_providers"), "{ran:?}");
    let ran = export(&mut script, "terraform", &["--output", &nowhere.display().to_string()], &input).await?;
    ensure!(ran.code == Some(1) && !nowhere.exists(), "{ran:?}");
    let ran = export(&mut script, "terraform", &["--secret-file"], &input).await?;
    ensure!(ran.code == Some(2), "{ran:?}");
    script.ends(EXPORT)
}

#[tokio::test]
async fn a_secret_typed_in_place_of_a_path_goes_nowhere() -> Result<()> {
    let mut script = Script::new().await?;
    let input = script.secrets();
    // It is one word with its option, because a secret may begin like an option.
    let path = format!("--user-path={}", script.pair.client_secret.expose_secret());
    for (format, _) in FORMATS {
        let ran = export(&mut script, format, &[&path], &input).await?;
        ensure!(ran.code == Some(2) && ran.out.is_empty(), "{format}: {:?}", ran.code);
    }
    script.ends(EXPORT)
}

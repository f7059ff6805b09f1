//! The exports of a job, applied by the tools that they are for: each has the same result as the push.

use crate::admin::Admin;
use anyhow::{Context as _, Result, ensure};
use http::Method;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::json;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::export::{ExportFormat, SECRET, SECRET_FILE};
use sourcerer_core::job::source_stage::{self, SourceStageChoice};
use sourcerer_core::job::{self, Remedy, export, push};
use sourcerer_core::plan::{ExistingSource, PlanState};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::layout::ServerLayout;
use sourcerer_practice::authentik::release::Release;
use sourcerer_practice::authentik::{self, AuthentikServer, Worker};
use sourcerer_practice::x::TokenAuthentication;
use sourcerer_tests::display;
use sourcerer_tests::faults::likeness;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{
    ACCESS, ASK_X, COMPARE, EMBED, ExpectedRequest, FIRST_CONTACT, MAPPINGS, SECRETS, WRITE, authentik as asks,
};
use sourcerer_tests::world::World;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Output;
use tokio::process::Command;

/// What the test itself reads afterward, in addition to the product's requests.
const LIKENESS: &[ExpectedRequest] = &[
    asks("GET", "/api/v3/sources/user_connections/oauth/"),
    asks("GET", "/api/v3/stages/source/"),
    asks("GET", "/api/v3/flows/bindings/"),
];

/// What a job contains.
#[derive(Clone, Copy, Debug, Default)]
struct Job {
    layout: ServerLayout,
    /// Whether the job has email and both remedies.
    mapped: bool,
    /// Whether the job has a Source stage in the login flow.
    embedded: bool,
    release: Release,
}

impl Job {
    /// An admin who has compared, and the app's client credentials.
    async fn compared(self) -> Result<(Admin, TokenAuthentication)> {
        let options = PracticeOptions {
            layout: self.layout,
            licensed: self.embedded,
            release: self.release,
            ..PracticeOptions::default()
        };
        let mut admin = Admin::begins(World::started(options).await?);
        if self.mapped {
            admin.edit(|job| {
                job.names.typed.email = true;
                job::set_remedy(job, Remedy::Internal, true);
                job::set_remedy(job, Remedy::UserName, true);
            });
        }
        let pair = Box::pin(admin.comes_to_the_live_test()).await?;
        admin.goes_on();
        if self.embedded {
            let look = source_stage::read_flows(&admin.environment, &admin.stored_job()?).await;
            admin.merge(|session| session.edit_only(|job| source_stage::merge_snapshot(job, look)));
            let flow = "default-authentication-flow".to_owned();
            admin.edit(|job| {
                source_stage::merge_choice(job, SourceStageChoice { wanted: true, flow, after: None, minutes: 15 });
            });
        }
        admin.compares().await?;
        // There are sources of the layout as well.
        if admin.job()?.push.plan.context("a plan")?.state == PlanState::NeedsConsent {
            let slug = admin.stored_job()?.names.typed.slug;
            admin.edit(|job| push::decide(job, ExistingSource::Another(slug)));
            admin.compares().await?;
        }
        Ok((admin, pair))
    }

    /// Another server in the same state as the admin's, which has the secret where blueprints look for it.
    async fn twin(self, admin: &Admin, pair: &TokenAuthentication) -> Result<Twin> {
        let secret = |name: &str| BTreeMap::from([(name.to_owned(), pair.client_secret.clone())]);
        let options = authentik::ServerOptions {
            layout: self.layout,
            licensed: self.embedded,
            release: self.release,
            worker: Worker { environment: secret(SECRET), files: secret(SECRET_FILE) },
            ..authentik::ServerOptions::new(admin.world.practice().world().x.clone())
        };
        Ok(Twin(authentik::start(options).await?))
    }
}

struct Twin(AuthentikServer);

impl Twin {
    fn raw(&self) -> Raw {
        Raw::new(self.0.base(), self.0.token())
    }

    async fn likeness(&self) -> Result<String> {
        likeness(&self.raw(), self.0.base()).await
    }

    /// Stores and applies a blueprint, and returns its status.
    async fn applies(&self, content: &str) -> Result<String> {
        let raw = self.raw();
        let made = raw.post("/api/v3/managed/blueprints/", &json!({ "name": "export", "content": content })).await?;
        let path = format!("/api/v3/managed/blueprints/{}/", made["pk"].as_str().context("a key")?);
        raw.post(&format!("{path}apply/"), &json!({})).await?;
        let status = raw.get(&path).await?["status"].as_str().unwrap_or_default().to_owned();
        raw.delete(&path).await?;
        Ok(status)
    }
}

async fn text(admin: &Admin, format: ExportFormat) -> Result<String> {
    let job = admin.stored_job()?;
    let plan = push::plan(&job, &admin.session).context("a plan")?;
    let looked = export::basis_from_plan(&job, plan).map_err(crate::admin::said)?;
    export::text(&admin.environment, &job, &looked, format).await.map_err(crate::admin::said)
}

/// Whether the machine has the tools that the script needs.
fn has_tools() -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let has = |name: &str| std::env::split_paths(&path).any(|folder| folder.join(name).is_file());
    let all = has("curl") && has("jq");
    if !all {
        display::skipped("no curl and jq here");
    }
    all
}

/// Runs a script against a server. All command lines that it runs are written to `lines`.
async fn run(
    script: &str,
    twin: &AuthentikServer,
    secret: Option<&SecretString>,
    folder: &Path,
) -> Result<(Output, String)> {
    let (tools, lines, file) = (folder.join("tools"), folder.join("lines"), folder.join("apply.sh"));
    fs::create_dir_all(&tools)?;
    fs::write(&file, script)?;
    fs::write(&lines, "")?;
    let path = std::env::var("PATH")?;
    for name in ["curl", "jq"] {
        let real = std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file());
        let real = real.context("the tool")?;
        // The wrapper records its arguments, and then runs the real tool.
        let wrapper = format!("#!/bin/sh\nprintf '%s\\n' \"$@\" >>\"$LINES_FILE\"\nexec {} \"$@\"\n", real.display());
        fs::write(tools.join(name), wrapper)?;
        fs::set_permissions(tools.join(name), fs::Permissions::from_mode(0o700))?;
    }
    let mut sh = Command::new("sh");
    sh.arg(&file).env_clear();
    sh.env("PATH", format!("{}:{path}", tools.display())).env("LINES_FILE", &lines);
    sh.env("AUTHENTIK_URL", twin.base()).env("AUTHENTIK_TOKEN", twin.token().expose_secret());
    if let Some(secret) = secret {
        sh.env(SECRET, secret.expose_secret());
    }
    if let Some(ca) = twin.ca_file() {
        sh.env("AUTHENTIK_CA_FILE", ca);
    }
    let output = sh.output().await?;
    Ok((output, fs::read_to_string(&lines)?))
}

fn succeeded(output: &Output) -> Result<()> {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    ensure!(output.status.success(), "{out}\n{err}");
    Ok(())
}

fn ends(admin: Admin) -> Result<()> {
    admin.ends(&[FIRST_CONTACT, ASK_X, COMPARE, WRITE, MAPPINGS, EMBED, SECRETS, ACCESS, LIKENESS])
}

/// Applies a push, a blueprint and a script, each on its own server, and compares the results.
async fn check(job: Job) -> Result<()> {
    let (mut admin, pair) = Box::pin(job.compared()).await?;
    let blueprints = [text(&admin, ExportFormat::Blueprint).await?, text(&admin, ExportFormat::BlueprintFile).await?];
    let script = text(&admin, ExportFormat::Curl).await?;
    let secret = &pair.client_secret;
    for format in ExportFormat::ALL {
        let text = text(&admin, format).await?;
        for secret in [secret, admin.world.token()] {
            ensure!(!text.contains(secret.expose_secret()), "a secret in {format:?}");
        }
        ensure!(text.contains("PRACTICE"), "{format:?} isn't labelled");
    }
    admin.pushes().await?;
    let server = &admin.world.practice().authentik;
    let wanted = likeness(&Raw::new(server.base(), server.token()), server.base()).await?;
    let slug = admin.stored_job()?.names.typed.slug;

    for blueprint in blueprints {
        let twin = job.twin(&admin, &pair).await?;
        // A second application changes nothing.
        for _ in 0..2 {
            ensure!(twin.applies(&blueprint).await? == "successful", "{blueprint}");
            held(&wanted, &twin.likeness().await?)?;
        }
        ensure!(twin.0.has_secret(&slug, secret), "the secret didn't arrive");
    }

    if has_tools() {
        let twin = job.twin(&admin, &pair).await?;
        let folder = tempfile::tempdir()?;
        // The second run has no secret, and keeps the existing one.
        for given in [Some(secret), None] {
            let (output, lines) = run(&script, &twin.0, given, folder.path()).await?;
            succeeded(&output)?;
            held(&wanted, &twin.likeness().await?)?;
            ensure!(twin.0.has_secret(&slug, secret), "the secret didn't arrive, or was lost");
            for secret in [secret, twin.0.token()] {
                ensure!(!lines.contains(secret.expose_secret()), "a secret on a command line");
            }
        }
    }
    ends(admin)
}

fn held(wanted: &str, found: &str) -> Result<()> {
    let parts = |text: &str| text.split(',').map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
    let (lacks, has) = (parts(wanted), parts(found));
    let lacking: Vec<_> = lacks.difference(&has).collect();
    let having: Vec<_> = has.difference(&lacks).collect();
    ensure!(wanted == found, "lacks {lacking:#?}\nhas {having:#?}");
    Ok(())
}

#[tokio::test]
async fn each_leads_to_what_the_push_leads_to() -> Result<()> {
    Box::pin(check(Job::default())).await
}

#[tokio::test]
async fn with_mappings_and_other_sources_on_the_login_page_too() -> Result<()> {
    Box::pin(check(Job { layout: ServerLayout::Sources(3), mapped: true, ..Job::default() })).await
}

#[tokio::test]
async fn with_a_source_stage_too() -> Result<()> {
    Box::pin(check(Job { embedded: true, ..Job::default() })).await
}

#[tokio::test]
async fn where_client_secrets_are_objects_too() -> Result<()> {
    Box::pin(check(Job { release: "2026.11-draft".parse()?, ..Job::default() })).await
}

#[tokio::test]
async fn a_script_trusts_a_private_authority_and_nobody_else() -> Result<()> {
    if !has_tools() {
        return Ok(());
    }
    let (admin, pair) = Box::pin(Job::default().compared()).await?;
    let script = text(&admin, ExportFormat::Curl).await?;
    let x = admin.world.practice().world().x.clone();
    let server = authentik::start(authentik::ServerOptions { tls: true, ..authentik::ServerOptions::new(x) }).await?;
    let folder = tempfile::tempdir()?;
    let (output, _) = run(&script, &server, Some(&pair.client_secret), folder.path()).await?;
    succeeded(&output)?;
    let (refused, _) = run(&script.replace("AUTHENTIK_CA_FILE-", "NO_SUCH-"), &server, None, folder.path()).await?;
    ensure!(!refused.status.success(), "it asked a server that nobody vouches for");
    ends(admin)
}

#[tokio::test]
async fn a_script_that_cant_go_through_writes_nothing() -> Result<()> {
    if !has_tools() {
        return Ok(());
    }
    let (admin, pair) = Box::pin(Job::default().compared()).await?;
    let script = text(&admin, ExportFormat::Curl).await?;
    let folder = tempfile::tempdir()?;
    // A flow is missing, and there is no secret for a source that doesn't exist.
    let renamed = Job { layout: ServerLayout::FlowsRenamed, ..Job::default() };
    for (job, secret) in [(renamed, Some(&pair.client_secret)), (Job::default(), None)] {
        let twin = job.twin(&admin, &pair).await?;
        let before = twin.likeness().await?;
        let (output, _) = run(&script, &twin.0, secret, folder.path()).await?;
        ensure!(!output.status.success(), "{job:?}");
        held(&before, &twin.likeness().await?)?;
    }
    ends(admin)
}

#[tokio::test]
async fn a_blueprint_that_is_refused_changes_nothing() -> Result<()> {
    let (admin, pair) = Box::pin(Job::default().compared()).await?;
    let blueprint = text(&admin, ExportFormat::Blueprint).await?;
    let twin = Job::default().twin(&admin, &pair).await?;
    let before = twin.likeness().await?;
    let of = |from: &str, to: &str| blueprint.replace(from, to);
    for (broken, says) in [
        (of("version: 1", "version: 2"), "Invalid blueprint version"),
        (of("identificationstage\n", "nosuchthing\n"), "App or Model does not exist"),
        // The error of a later reference hides the reason for the refusal.
        (of(SECRET, "NOT_SET"), "KeyOf"),
        (of("provider_type: \"twitter\"", "provider_type: \"nosuchtype\""), "KeyOf"),
        (of("version: 1", "version: [1"), "ParserError"),
    ] {
        let body = json!({ "name": "broken", "content": broken });
        let (status, answer) = twin.raw().ask(Method::POST, "/api/v3/managed/blueprints/", Some(&body)).await?;
        let answer = String::from_utf8_lossy(&answer);
        ensure!(status == 400 && answer.contains(says), "{status} {answer}");
        ensure!(!answer.contains(pair.client_secret.expose_secret()), "the refusal tells the secret");
        held(&before, &twin.likeness().await?)?;
    }
    // A flow that isn't found becomes null without an error, as the head of the file warns.
    let lost = of("default-source-enrollment", "no-such-flow");
    ensure!(twin.applies(&lost).await? == "successful");
    let source = twin.raw().get("/api/v3/sources/oauth/x/").await?;
    ensure!(source["enrollment_flow"].is_null(), "{source}");
    ends(admin)
}

#[tokio::test]
async fn a_secret_in_a_name_keeps_every_format_from_being_given_out() -> Result<()> {
    let (mut admin, pair) = Box::pin(Job::default().compared()).await?;
    let secret = pair.client_secret.expose_secret().to_owned();
    // It never leaves the session: the files are searched for it afterward.
    let mut job = admin.stored_job()?;
    job.names.typed.name = format!("X {secret}");
    let looked = export::basis_offline(&admin.environment, &job, None).map_err(crate::admin::said)?;
    for format in ExportFormat::ALL {
        let refused = export::text(&admin.environment, &job, &looked, format).await;
        assert_eq!(refused, Err(Symptom::ExportSecret), "{format:?}");
    }
    admin.compares().await?;
    ends(admin)
}

#[tokio::test]
async fn what_no_plan_can_lead_to_isnt_written_either() -> Result<()> {
    let (admin, _) = Box::pin(Job { layout: ServerLayout::FlowsRenamed, ..Job::default() }.compared()).await?;
    let job = admin.stored_job()?;
    let plan = push::plan(&job, &admin.session).context("a plan")?;
    let refused = export::basis_from_plan(&job, plan);
    assert!(matches!(refused, Err(Symptom::FlowMissing { .. })), "{refused:?}");
    ends(admin)
}

#[tokio::test]
async fn the_script_is_written_as_shellcheck_would_have_it() -> Result<()> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    if !std::env::split_paths(&path).any(|folder| folder.join("shellcheck").is_file()) {
        display::skipped("no shellcheck here");
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    for job in [
        Job { layout: ServerLayout::Sources(3), mapped: true, ..Job::default() },
        Job { embedded: true, ..Job::default() },
    ] {
        let (admin, _) = Box::pin(job.compared()).await?;
        let file = folder.path().join("apply.sh");
        fs::write(&file, text(&admin, ExportFormat::Curl).await?)?;
        succeeded(&Command::new("shellcheck").arg("--shell=sh").arg(&file).output().await?)?;
        ends(admin)?;
    }
    Ok(())
}

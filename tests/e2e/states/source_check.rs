//! The source check: its input, its progress, and its findings.

use super::file::States;
use super::scene::Scene;
use crate::admin::said;
use anyhow::{Context as _, Result};
use secrecy::SecretString;
use serde_json::{Value, json};
use sourcerer_core::authentik::{ServerLeg, ServerLegResult, ServerLegVerdict};
use sourcerer_core::checks::Finding;
use sourcerer_core::credentials::PasteField;
use sourcerer_core::job::report;
use sourcerer_core::job::source_check::{self, SourceCheck, SourceCheckEvent, SourceCheckResult};
use sourcerer_core::job::{Mode, SecretLocation, Subject};
use sourcerer_core::report::ReportFormat;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::release::Release;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::x::TokenAuthentication;
use sourcerer_tests::raw::Raw;

/// The findings in the middle of a check. Each arrives on its own, and their order varies.
const COME: [&str; 5] = ["server", "token", "source", "button", "pair"];

pub(super) async fn states() -> Result<States> {
    let (outside, inside, others) = tokio::try_join!(Box::pin(outside()), Box::pin(inside()), Box::pin(others()))?;
    Ok(outside.and(inside).and(others))
}

/// The check with an address alone.
async fn outside() -> Result<States> {
    let mut scene = Scene::with_source(PracticeOptions { tls: true, ..PracticeOptions::default() }).await?;
    scene.admin.session.job = None;
    scene.take("empty")?;
    let address = scene.admin.world.practice().authentik.base().to_owned();
    scene.enters(&address, "x");
    scene.take("asked")?;
    let ca = scene.admin.world.practice().authentik.ca_file().map(ToOwned::to_owned);
    scene.admin.session.support.choose_ca(ca);
    scene.take("caFile")?;
    let (found, heard) = scene.runs().await?;
    let asks = |legs: &&Vec<ServerLegResult>| {
        let is = |leg, verdict| legs.iter().any(|state| state.leg == leg && state.verdict == verdict);
        is(ServerLeg::Tls, ServerLegVerdict::Passed) && is(ServerLeg::Http, ServerLegVerdict::Asking)
    };
    let legs: Vec<_> = heard
        .iter()
        .filter_map(|heard| match heard {
            SourceCheckEvent::Legs(legs) => Some(legs.clone()),
            SourceCheckEvent::Finding(_) => None,
        })
        .collect();
    let legs = legs.iter().find(asks).context("a leg")?.clone();
    let run = scene.admin.session.support.begin().context("a run")?;
    scene.admin.session.support.merge_legs(run, legs);
    scene.take("asking")?;
    scene.admin.session.support.merge_result(run, Some(found));
    scene.take("fine")?;
    scene.admin.session.support.choose_ca(None);
    scene.runs_and_takes("untrusted").await?;
    Ok(scene.states)
}

/// The check with a token and the client credentials, of a source whose settings somebody changed.
async fn inside() -> Result<States> {
    let mut scene = Scene::with_plan(PracticeOptions::default()).await?;
    scene.admin.pushes().await?;
    scene.visits("700000000000000001", "ada").await?;
    let pair = scene.pair().await?;
    let base = scene.admin.world.practice().authentik.base().to_owned();
    scene.admin.session.job = None;
    scene.enters(&format!("{base}/source/oauth/callback/x/"), "");
    let token = scene.admin.world.token().clone();
    let given =
        source_check::token(&scene.admin.environment, &scene.admin.session.support, &token, SecretLocation::Memory)
            .await;
    scene.admin.session.support.take_token(given);
    let id = SecretString::from(pair.client_id.as_str());
    let environment = scene.admin.environment.clone();
    for (field, text) in [(PasteField::ClientId, &id), (PasteField::ClientSecret, &pair.client_secret)] {
        source_check::pair(&environment, &mut scene.admin.session.support, field, text);
    }
    scene.take("given")?;
    scene.changes(&json!({ "user_matching_mode": "email_link", "enrollment_flow": null })).await?;
    let (found, heard) = scene.runs().await?;
    let findings: Vec<Finding> = heard
        .into_iter()
        .filter_map(|heard| match heard {
            SourceCheckEvent::Legs(_) => None,
            SourceCheckEvent::Finding(finding) => Some(*finding),
        })
        .collect();
    let run = scene.admin.session.support.begin().context("a run")?;
    for id in COME {
        let finding = findings.iter().rfind(|finding| finding.id == id).with_context(|| id.to_owned())?;
        scene.admin.session.support.merge_finding(run, finding.clone());
    }
    scene.take("coming")?;
    scene.admin.session.support.merge_result(run, Some(found));
    scene.take("token")?;
    Ok(scene.states)
}

/// The checks of other servers.
async fn others() -> Result<States> {
    let faults = [Fault::ProxyLosesHttps].into_iter().collect();
    let mut scene = Scene::with_source(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
    let base = scene.admin.world.practice().authentik.base().to_owned();
    let ca = scene.admin.world.practice().authentik.ca_file().map(ToOwned::to_owned);
    scene.enters(&base, "x");
    scene.admin.session.support.choose_ca(ca);
    let job = scene.admin.session.job.take();
    scene.runs_and_takes("found").await?;
    let asked = report::ask(&scene.admin.environment, &scene.admin.session, Subject::Support);
    let text = report::text(&scene.admin.environment, asked, ReportFormat::Markdown, false).await.map_err(said)?;
    let text = scene.random.normal_text(&text);
    scene.answer("report", text.into())?;
    // Another person's report of a job with a push and an undo.
    scene.admin.session.job = job;
    scene.admin.undoes().await.map_err(said)?;
    scene.admin.world.pass(60);
    scene.admin.compares().await?;
    scene.admin.pushes().await?;
    scene.checks_from_outside().await?;
    let asked = report::ask(&scene.admin.environment, &scene.admin.session, Subject::Job);
    let text = report::text(&scene.admin.environment, asked, ReportFormat::Json, false).await.map_err(said)?;
    let file = scene.admin.world.folder().join("report.json");
    std::fs::write(&file, text)?;
    let report = source_check::open(&file).map_err(said)?;
    scene.admin.session.job = None;
    scene.admin.session.support = SourceCheck::default();
    scene.admin.session.support.opened = Some(Box::new(report));
    scene.take("opened")?;

    let old = Release::all().find(|release| release.name() == "2024.12").context("a release")?;
    let mut older = Scene::with_source(PracticeOptions { release: old, ..PracticeOptions::default() }).await?;
    older.admin.session.job = None;
    let base = older.admin.world.practice().authentik.base().to_owned();
    older.enters(&base, "x");
    older.runs_and_takes("old").await?;
    Ok(scene.states.and(older.states))
}

impl Scene {
    fn enters(&mut self, address: &str, slug: &str) {
        self.admin.session.support.merge_input(address.to_owned(), slug.to_owned(), false);
    }

    async fn runs(&mut self) -> Result<(SourceCheckResult, Vec<SourceCheckEvent>)> {
        let mut all = Vec::new();
        self.is_practice();
        let (mut environment, asked) = (self.admin.environment.clone(), self.admin.session.support.clone());
        // Outside of practice no CA is known before it is chosen.
        if let Mode::Practice(servers) = &mut environment.world {
            servers.ca_file = None;
        }
        let found = Box::pin(source_check::run(&environment, &asked, &mut |heard| all.push(heard))).await;
        self.practises_no_more();
        Ok((found.map_err(said)?, all))
    }

    pub(super) async fn runs_and_takes(&mut self, name: &str) -> Result<()> {
        let (found, _) = self.runs().await?;
        let run = self.admin.session.support.begin().context("a run")?;
        self.admin.session.support.merge_result(run, Some(found));
        self.take(name)
    }

    /// Changes the source outside of the product.
    async fn changes(&self, fields: &Value) -> Result<()> {
        let mut body = json!({ "provider_type": "twitter" });
        body.as_object_mut().context("an object")?.extend(fields.as_object().cloned().unwrap_or_default());
        let raw = Raw::new(self.admin.world.practice().authentik.base(), self.admin.world.token());
        raw.patch("/api/v3/sources/oauth/x/", &body).await?;
        Ok(())
    }

    async fn pair(&self) -> Result<TokenAuthentication> {
        let job = self.admin.stored_job()?;
        let secret =
            sourcerer_core::job::credentials::client_secret(&self.admin.environment, &job).await.map_err(said)?;
        let client_id = job.credentials.client_id.context("a Client ID")?;
        Ok(TokenAuthentication { client_id, client_secret: secrecy::ExposeSecret::expose_secret(&secret).into() })
    }
}

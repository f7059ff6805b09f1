//! Each fault that can be practiced, with the functions that the window's commands call: the page of the stage that
//! detects the fault receives the diagnosis that the table of faults states. The terminal's walkthrough checks the same
//! table, and the window has a journey for each page that shows such a diagnosis (`tests/window/faults.rs`).

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result};
use serde_json::Value;
use sourcerer_core::diagnosis::{Cause, Diagnosis};
use sourcerer_core::portal::scopes::EMAIL;
use sourcerer_core::stage::Stage;
use sourcerer_practice::faults::{Fault, FaultPlace};
use sourcerer_tests::world::World;
use std::time::Duration;
use tokio::task::JoinSet;

/// How long the job waits for a fault that only a timeout detects.
const SILENCE: Duration = Duration::from_secs(10);

/// The stage whose page shows diagnoses, and their ids.
#[derive(Debug)]
struct ShownDiagnoses {
    stage: Stage,
    shown: Vec<String>,
}

#[tokio::test]
async fn each_of_the_credentials_reaches_the_page_that_the_list_names() -> Result<()> {
    each_of(FaultPlace::Credentials).await
}

#[tokio::test]
async fn each_of_the_consent_page_reaches_the_page_that_the_list_names() -> Result<()> {
    each_of(FaultPlace::Consent).await
}

#[tokio::test]
async fn each_of_the_exchange_reaches_the_page_that_the_list_names() -> Result<()> {
    each_of(FaultPlace::Exchange).await
}

#[tokio::test]
async fn each_of_the_profile_reaches_the_page_that_the_list_names() -> Result<()> {
    each_of(FaultPlace::Profile).await
}

#[tokio::test]
async fn each_of_authentik_reaches_the_page_that_the_list_names() -> Result<()> {
    each_of(FaultPlace::Authentik).await
}

#[tokio::test]
async fn an_error_of_x_names_no_cause_that_earlier_checks_have_ruled_out() -> Result<()> {
    let mut admin = Admin::begins(World::with(&[Fault::ErrorWithoutState]).await?);
    admin.comes_to_the_live_test().await?;
    admin.tests_the_sign_in().await.map_err(said)?;
    let problem = admin.job()?.signin.problem.context("a problem")?;
    // X took the pair, so the form was saved; and every scope is in X's list.
    let causes: Vec<_> = problem.causes.iter().map(|cause| cause.cause).collect();
    assert_eq!(causes, [Cause::TypeOfApp, Cause::AppSuspended, Cause::XOutage]);
    Ok(())
}

/// Checks all faults of one place. Those that wait for a timeout run at the same time as the others.
async fn each_of(place: FaultPlace) -> Result<()> {
    let mut journeys = JoinSet::new();
    for fault in Fault::ALL.iter().copied().filter(|fault| fault.row().place == place) {
        journeys.spawn(async move {
            let found = Box::pin(practice(fault)).await.with_context(|| fault.name())?;
            anyhow::Ok((fault, found))
        });
    }
    let mut wrong = Vec::new();
    while let Some(journey) = journeys.join_next().await {
        let (fault, found) = journey??;
        let row = fault.row();
        if found.stage != row.stage || !found.shown.iter().any(|id| id == row.diagnosis) {
            wrong.push(format!("{}: {found:?}", fault.name()));
        }
    }
    assert!(wrong.is_empty(), "not as the list says: {wrong:#?}");
    Ok(())
}

/// Does the job until a page shows a diagnosis. The simulated person accepts everything.
async fn practice(fault: Fault) -> Result<ShownDiagnoses> {
    let mut admin = Admin::begins(World::with(&[fault]).await?);
    admin.checks_the_server().await?;
    if let Some(problem) = admin.job()?.server.problem {
        return Ok(ShownDiagnoses::at(Stage::Server, problem));
    }
    admin.goes_on();
    if fault.needs_email() {
        admin.edit(|job| EMAIL.clone_into(&mut job.names.typed.scopes));
    }
    admin.agrees_to_the_names();
    let pair = admin.registers_the_app()?;
    admin.pastes(&pair).await?;
    admin.asks_x().await.map_err(said)?;
    if let Some(problem) = admin.job()?.credentials.problem {
        return Ok(ShownDiagnoses::at(Stage::XApp, problem));
    }
    admin.goes_on();
    // The timeout applies only from here on: the earlier actions are fast, unless the machine is busy.
    admin.environment.patience = fault.is_silent().then_some(SILENCE);
    admin.tests_the_sign_in().await.map_err(said)?;
    if let Some(problem) = admin.job()?.signin.problem {
        return Ok(ShownDiagnoses::at(Stage::SignIn, problem));
    }
    admin.goes_on();
    admin.compares().await?;
    let shown = diagnoses(&serde_json::to_value(&admin.job()?.push)?);
    if !shown.is_empty() {
        return Ok(ShownDiagnoses { stage: Stage::Push, shown });
    }
    admin.pushes().await?;
    admin.goes_on();
    admin.checks_from_outside().await.map_err(said)?;
    Ok(ShownDiagnoses { stage: Stage::Verify, shown: diagnoses(&serde_json::to_value(&admin.job()?.verify)?) })
}

impl ShownDiagnoses {
    fn at(stage: Stage, problem: Diagnosis) -> Self {
        Self { stage, shown: vec![problem.id] }
    }
}

/// The ids of all diagnoses in what the page receives: only a diagnosis has both an id and a remedy.
fn diagnoses(page: &Value) -> Vec<String> {
    match page {
        Value::Object(fields) => {
            let id = fields.get("remedy").and_then(|_| fields.get("id")?.as_str()).map(str::to_owned);
            id.into_iter().chain(fields.values().flat_map(diagnoses)).collect()
        }
        Value::Array(all) => all.iter().flat_map(diagnoses).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}

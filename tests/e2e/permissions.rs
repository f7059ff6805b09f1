//! What a push would fail at is found before anything is written: a permission that the token lacks, which the plan names
//! exactly, and a slug that a source of another kind has.

use crate::admin::Admin;
use anyhow::{Context as _, Result, ensure};
use sourcerer_core::diagnosis::{Right, Symptom};
use sourcerer_core::i18n::Arg;
use sourcerer_core::job::{self, Remedy, push};
use sourcerer_core::plan::{ChangeAction, ChangeGroup, PlanChoice, PlanState, PlanView};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::Role;
use sourcerer_practice::authentik::release::Release;
use sourcerer_tests::requests::{ASK_X, COMPARE, FIRST_CONTACT, LIVE_TEST, MAPPINGS, WRITE, writes};
use sourcerer_tests::world::World;

/// All that a push with a mapping needs.
const ALL: [Right; 9] = [
    Right::ViewSource,
    Right::AddSource,
    Right::ChangeSource,
    Right::ViewFlow,
    Right::ViewStage,
    Right::ChangeStage,
    Right::ViewMapping,
    Right::AddMapping,
    Right::ChangeMapping,
];

/// The role with all of these rights but some.
fn without(missing: &[Right]) -> Role {
    let rights: Vec<_> = ALL.iter().filter(|right| !missing.contains(right)).map(|right| right.codename()).collect();
    Role::Rights(rights.leak())
}

/// An admin on the page of the review, before the first comparison.
async fn comes_to_the_review(release: &str) -> Result<Admin> {
    let release: Release = release.parse()?;
    let mut admin = Admin::begins(World::started(PracticeOptions { release, ..PracticeOptions::default() }).await?);
    Box::pin(admin.comes_to_the_live_test()).await?;
    admin.goes_on();
    admin.edit(|job| job::set_remedy(job, Remedy::Internal, true));
    Ok(admin)
}

impl Admin {
    /// Compares with a token that lacks some rights. Returns the plan, if there is one, and the codenames that the
    /// diagnosis names.
    async fn compares_without(&mut self, missing: &[Right]) -> Result<(Option<PlanView>, String)> {
        self.is_given(missing).await?;
        self.compares().await?;
        let page = self.job()?.push;
        let shown = page.plan.as_ref().and_then(|plan| plan.diagnosis.clone()).or(page.problem);
        let diagnosis = shown.filter(|diagnosis| diagnosis.id == "rights-missing").context("a diagnosis")?;
        let named = diagnosis.why.args.get("rights").context("the rights")?;
        let Arg::Text(named) = named else { anyhow::bail!("{named:?}") };
        ensure!(
            diagnosis.why.args.get("user").is_some_and(|user| *user == Arg::from("practice-admin")),
            "{diagnosis:?}"
        );
        Ok((page.plan, named.clone()))
    }

    /// Server admin takes rights from the token's user, and the admin checks the server again.
    async fn is_given(&mut self, missing: &[Right]) -> Result<()> {
        self.world.practice().authentik.give(without(missing));
        self.checks_the_server_again().await
    }

    async fn leaves_out(&mut self, group: ChangeGroup, out: bool) -> Result<()> {
        self.edit(|job| push::choose(job, PlanChoice::Group(group, !out)));
        self.compares().await
    }

    fn plan(&self) -> Result<PlanView> {
        self.job()?.push.plan.context("a plan")
    }

    /// Nothing can be pushed, neither here nor by somebody who tries all the same, and nothing was written.
    async fn writes_nothing(&mut self) -> Result<()> {
        let before = writes(&self.world.log().all());
        let job = self.stored_job()?;
        let reviewed = push::review(&self.environment, &job).await;
        if let Ok(plan) = reviewed.plan() {
            let pushed = Box::pin(push::apply(&self.environment, &job, plan, None, &mut |_| ())).await;
            ensure!(matches!(pushed, Err(Symptom::RightsMissing { .. })), "{pushed:?}");
        }
        ensure!(writes(&self.world.log().all()) == before, "{:?}", self.world.log().all());
        Ok(())
    }
}

fn names(rights: &[Right]) -> String {
    rights.iter().map(|right| right.codename()).collect::<Vec<_>>().join(", ")
}

#[tokio::test]
async fn each_permission_that_a_push_lacks_is_named_before_anything_is_written() -> Result<()> {
    for release in ["2024.12", "2025.12", "2026.8"] {
        let mut admin = comes_to_the_review(release).await?;
        for missing in [
            [Right::AddSource].as_slice(),
            &[Right::ChangeStage],
            &[Right::ViewStage],
            &[Right::AddMapping],
            &[Right::ViewMapping],
            &[Right::ViewSource],
            &[Right::ViewFlow],
            &[Right::AddMapping, Right::AddSource, Right::ChangeStage],
            &[Right::ViewSource, Right::ViewFlow, Right::ViewMapping],
        ] {
            let (plan, named) = admin.compares_without(missing).await?;
            ensure!(named == names(missing), "{release}: {named} instead of {}", names(missing));
            ensure!(plan.is_none_or(|plan| plan.state == PlanState::Blocked), "{release}: {missing:?}");
            admin.writes_nothing().await?;
        }
        // What isn't needed isn't missed: there is no source and no mapping to change.
        admin.is_given(&[Right::ChangeSource, Right::ChangeMapping]).await?;
        admin.compares().await?;
        ensure!(admin.plan()?.state == PlanState::Ready, "{release}");
        admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, MAPPINGS])?;
    }
    Ok(())
}

#[tokio::test]
async fn the_parts_that_need_a_permission_can_be_left_out_and_the_rest_is_pushed() -> Result<()> {
    for (missing, group) in [
        (Right::ViewStage, ChangeGroup::LoginPage),
        (Right::ChangeStage, ChangeGroup::LoginPage),
        (Right::AddMapping, ChangeGroup::NewUsers),
    ] {
        let mut admin = comes_to_the_review("2026.8").await?;
        let (plan, _) = admin.compares_without(&[missing]).await?;
        let plan = plan.context("a plan")?;
        ensure!(plan.notes.iter().any(|note| note.id == "plan-note-rights"), "{missing:?}: {plan:#?}");
        let offer = admin.job()?.push.choices.context("what can be chosen")?;
        ensure!(offer.groups.iter().any(|one| one.group == group && !one.left_out), "{missing:?}: {offer:#?}");
        admin.leaves_out(group, true).await?;
        ensure!(admin.plan()?.state == PlanState::Ready, "{missing:?}: {:#?}", admin.plan()?);
        admin.pushes().await?;
        ensure!(admin.job()?.push.done.is_some(), "{missing:?}");
        admin.leaves_out(group, false).await?;
        ensure!(admin.plan()?.state == PlanState::Blocked, "{missing:?}");
        admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, MAPPINGS])?;
    }
    // Without the source there is nothing left to push.
    let mut admin = comes_to_the_review("2026.8").await?;
    let (plan, _) = admin.compares_without(&[Right::AddSource]).await?;
    ensure!(plan.is_some_and(|plan| plan.notes.iter().all(|note| note.id != "plan-note-rights")));
    Ok(())
}

#[tokio::test]
async fn a_change_needs_the_permissions_to_change_and_a_plan_without_writes_needs_none() -> Result<()> {
    let mut admin = comes_to_the_review("2026.8").await?;
    admin.compares().await?;
    admin.pushes().await?;
    // All is as it should be, so nothing has to be allowed.
    let writes_all =
        [Right::AddSource, Right::ChangeSource, Right::ChangeStage, Right::AddMapping, Right::ChangeMapping];
    admin.is_given(&writes_all).await?;
    admin.world.pass(60);
    admin.compares().await?;
    ensure!(admin.plan()?.state == PlanState::AlreadyAsItShouldBe, "{:#?}", admin.plan()?);

    admin.edit(|job| "Company X".clone_into(&mut job.names.typed.name));
    let (_, named) = admin.compares_without(&writes_all).await?;
    ensure!(named == Right::ChangeSource.codename(), "only what is written: {named}");
    admin.writes_nothing().await?;
    admin.is_given(&[Right::AddSource, Right::AddMapping, Right::ChangeStage]).await?;
    admin.compares().await?;
    ensure!(admin.plan()?.state == PlanState::Ready);
    admin.pushes().await?;
    ensure!(admin.job()?.push.done.is_some());
    admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, MAPPINGS])
}

#[tokio::test]
async fn a_slug_that_a_source_of_another_kind_has_is_found_in_the_plan() -> Result<()> {
    let mut admin = comes_to_the_review("2026.8").await?;
    let slug = admin.stored_job()?.names.typed.slug;
    admin.world.practice().authentik.add_ldap_source("Company directory", &slug);
    admin.compares().await?;
    let plan = admin.plan()?;
    ensure!(plan.state == PlanState::Blocked, "{plan:#?}");
    ensure!(plan.diagnosis.as_ref().is_some_and(|diagnosis| diagnosis.id == "slug-taken"), "{plan:#?}");
    ensure!(plan.changes.iter().all(|change| change.action == ChangeAction::LeaveOut), "{plan:#?}");
    let other = admin.job()?.push.choices.context("what can be chosen")?.existing.context("another slug")?;
    ensure!(other.another.slug == format!("{slug}-2"), "{other:#?}");
    ensure!(writes(&admin.world.log().all()).is_empty());

    // A token that may not see sources of every kind finds out with the first write, and nothing else is written.
    admin.edit(|job| job::set_remedy(job, Remedy::Internal, false));
    admin.is_given(&[]).await?;
    admin.compares().await?;
    ensure!(admin.plan()?.state == PlanState::Ready);
    admin.pushes().await?;
    let page = admin.job()?.push;
    ensure!(page.problem.as_ref().is_some_and(|problem| problem.id == "slug-taken"), "{page:#?}");
    let written = writes(&admin.world.log().all());
    ensure!(written == ["authentik POST /api/v3/sources/oauth/ 400"], "{written:?}");
    admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, MAPPINGS])
}

#[tokio::test]
async fn the_server_page_tells_what_the_token_may_write() -> Result<()> {
    use sourcerer_core::authentik::GrantedRights;
    let mut admin = comes_to_the_review("2026.8").await?;
    admin.compares().await?;
    admin.pushes().await?;
    for missing in [Right::AddSource, Right::ChangeSource, Right::ChangeStage, Right::AddMapping] {
        admin.world.practice().authentik.give(without(&[missing]));
        admin.checks_the_server_again().await?;
        let reached = admin.job()?.server.reached.context("a server")?;
        let refused = reached.rights.iter().filter(|state| state.allowed == GrantedRights::Refused);
        let refused: Vec<_> = refused.map(|state| state.right).collect();
        // The test's role may not see events and users either.
        ensure!(refused.contains(&missing), "{missing:?}: {refused:?}");
        let others = [Right::AddSource, Right::ChangeSource, Right::ChangeStage, Right::AddMapping];
        ensure!(others.iter().filter(|right| refused.contains(right)).count() == 1, "{missing:?}: {refused:?}");
        ensure!(admin.job()?.server.problem.is_none(), "the plan decides what is needed");
    }
    admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, MAPPINGS])
}

#[tokio::test]
async fn a_source_that_appears_after_the_comparison_stops_the_push_at_its_first_request() -> Result<()> {
    let mut admin = comes_to_the_review("2026.8").await?;
    admin.edit(|job| job::set_remedy(job, Remedy::Internal, false));
    admin.compares().await?;
    let client = admin.client().await?;
    let slug = admin.stored_job()?.names.typed.slug;
    let fields = serde_json::json!({
        "name": "Y", "slug": slug, "provider_type": "twitter", "consumer_key": "an-id", "consumer_secret": "x",
    });
    let fields = fields.as_object().cloned().unwrap_or_default();
    let body = sourcerer_core::authentik::WriteBody { fields, secret: None };
    client.create(sourcerer_core::authentik::ObjectKind::Source, body).await?;
    admin.pushes().await?;
    let page = admin.job()?.push;
    ensure!(page.problem.as_ref().is_some_and(|problem| problem.id == "changed-meanwhile"), "{page:#?}");
    let sources = client.sources().await?;
    ensure!(sources.len() == 1 && sources[0].name == "Y", "{sources:?}");
    let undo = push::review_undo(&admin.environment, &admin.stored_job()?).await;
    ensure!(
        undo.is_err_and(|symptom| matches!(symptom, Symptom::NothingToUndo { .. })),
        "nothing was recorded as written"
    );
    admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, MAPPINGS])
}

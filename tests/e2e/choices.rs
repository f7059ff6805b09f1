//! The choices on the review page, and the resulting state of the server.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use sourcerer_core::authentik::IdentificationStage;
use sourcerer_core::job::push;
use sourcerer_core::plan::{ChangeAction, ChangeGroup, ExistingSource, PlanChoice, PlanState};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::layout::{PARTNERS, PARTNERS_STAGE, RENAMED, ServerLayout};
use sourcerer_practice::faults::Fault;
use sourcerer_tests::requests::{ASK_X, COMPARE, FIRST_CONTACT, LIVE_TEST, OUTSIDE, SIGN_IN, UNDO, WRITE, writes};
use sourcerer_tests::world::World;
use std::collections::BTreeSet;

async fn comes_to_the_review(layout: ServerLayout) -> Result<Admin> {
    let mut admin = Admin::begins(World::started(PracticeOptions { layout, ..PracticeOptions::default() }).await?);
    Box::pin(admin.comes_to_the_live_test()).await?;
    admin.goes_on();
    Box::pin(admin.compares()).await?;
    Ok(admin)
}

impl Admin {
    async fn chooses(&mut self, choice: PlanChoice) -> Result<()> {
        self.edit(|job| push::choose(job, choice));
        self.compares().await
    }

    async fn decides(&mut self, existing: ExistingSource) -> Result<()> {
        self.edit(|job| push::decide(job, existing));
        self.compares().await
    }

    /// The identification stages, and the UUID of the job's source.
    async fn pages(&self) -> Result<(Vec<IdentificationStage>, String)> {
        let slug = self.stored_job()?.names.slug().context("a slug")?;
        let client = self.client().await?;
        Ok((client.stages().await?, client.source(&slug).await?.context("a source")?.pk))
    }
}

#[tokio::test]
async fn a_server_whose_flows_were_renamed_is_set_up_with_others_and_lets_people_in() -> Result<()> {
    let mut admin = comes_to_the_review(ServerLayout::FlowsRenamed).await?;
    let push = admin.job()?.push;
    let plan = push.plan.context("a plan")?;
    assert_eq!((plan.state, plan.diagnosis.context("a reason")?.id.as_str()), (PlanState::Blocked, "flow-missing"));
    let offer = push.choices.context("what can be chosen")?;
    let known = |options: Vec<_>, slug: &str| {
        options.into_iter().any(|one: sourcerer_core::plan::PlanOption| one.value == slug)
    };
    assert!(known(offer.authentication_flow.options, RENAMED[0]));
    assert!(known(offer.enrolment_flow.context("new people get a user")?.options, RENAMED[1]));

    admin.chooses(PlanChoice::AuthenticationFlow(RENAMED[0].to_owned())).await?;
    admin.chooses(PlanChoice::EnrolmentFlow(RENAMED[1].to_owned())).await?;
    assert_eq!(admin.job()?.push.plan.context("a plan")?.state, PlanState::Ready);
    admin.pushes().await?;
    admin.checks_from_outside().await.map_err(said)?;
    admin.signs_in().await.map_err(said)?;
    assert!(admin.job()?.verify.login.seen.is_some());
    admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, OUTSIDE, SIGN_IN])
}

#[tokio::test]
async fn with_two_brands_the_button_goes_where_it_is_wanted_and_an_undo_takes_it_off_everywhere() -> Result<()> {
    let mut admin = comes_to_the_review(ServerLayout::TwoBrands).await?;
    let pages = admin.job()?.push.choices.context("what can be chosen")?.login_pages;
    let picked: Vec<_> = pages.iter().map(|page| (page.name.as_str(), page.picked)).collect();
    assert_eq!(picked, [("default-authentication-identification", true), (PARTNERS_STAGE, false)]);
    assert!(pages[1].says.args.values().any(|value| format!("{value:?}").contains(PARTNERS)), "{:?}", pages[1].says);

    let all: BTreeSet<_> = pages.iter().map(|page| page.stage.clone()).collect();
    admin.chooses(PlanChoice::LoginPages(all)).await?;
    admin.pushes().await?;
    let (stages, source) = admin.pages().await?;
    assert!(stages.len() == 2 && stages.iter().all(|stage| stage.sources == [source.clone()]), "{stages:?}");
    admin.undoes().await.map_err(said)?;
    let stages = admin.client().await?.stages().await?;
    assert!(stages.iter().all(|stage| stage.sources.is_empty()), "{stages:?}");
    admin.ends(&[FIRST_CONTACT, ASK_X, COMPARE, WRITE, UNDO])
}

#[tokio::test]
async fn a_login_page_that_is_left_out_is_told_so_and_not_written() -> Result<()> {
    let mut admin = comes_to_the_review(ServerLayout::Fresh).await?;
    admin.chooses(PlanChoice::Group(ChangeGroup::LoginPage, false)).await?;
    let push = admin.job()?.push;
    let plan = push.plan.context("a plan")?;
    assert_eq!(
        plan.changes.iter().map(|change| change.action).collect::<Vec<_>>(),
        [ChangeAction::Create, ChangeAction::LeaveOut]
    );
    assert!(push.choices.context("what can be chosen")?.groups.iter().any(|group| group.left_out));
    admin.pushes().await?;
    assert_eq!(writes(&admin.world.log().all()), ["authentik POST /api/v3/sources/oauth/ 201"]);
    // The admin wants it after all.
    admin.chooses(PlanChoice::Group(ChangeGroup::LoginPage, true)).await?;
    admin.pushes().await?;
    let (stages, source) = admin.pages().await?;
    assert_eq!(stages[0].sources, [source]);
    admin.ends(&[FIRST_CONTACT, ASK_X, COMPARE, WRITE])
}

#[tokio::test]
async fn what_is_chosen_of_paths_groups_and_the_switch_arrives_and_survives_a_second_look() -> Result<()> {
    let mut admin = comes_to_the_review(ServerLayout::Fresh).await?;
    for choice in [
        PlanChoice::UserPath("people/x".to_owned()),
        PlanChoice::GroupMatching("name_deny".to_owned()),
        PlanChoice::Enabled(false),
    ] {
        admin.chooses(choice).await?;
    }
    admin.pushes().await?;
    let slug = admin.stored_job()?.names.slug().context("a slug")?;
    let source = admin.client().await?.source(&slug).await?.context("a source")?;
    let found = (source.user_path_template.as_deref(), source.group_matching_mode.as_deref(), source.enabled);
    assert_eq!(found, (Some("people/x"), Some("name_deny"), false));
    admin.compares().await?;
    assert_eq!(admin.job()?.push.plan.context("a plan")?.state, PlanState::AlreadyAsItShouldBe);
    admin.ends(&[FIRST_CONTACT, ASK_X, COMPARE, WRITE])
}

#[tokio::test]
async fn another_source_beside_one_that_is_there_leaves_that_one_as_it_was() -> Result<()> {
    let mut admin = Admin::begins(World::with(&[Fault::SourceOfAnotherApp]).await?);
    admin.comes_to_the_live_test().await?;
    admin.goes_on();
    admin.compares().await?;
    let before = admin.client().await?.sources().await?;
    let existing = admin.job()?.push.choices.context("choices")?.existing.context("something to decide")?;
    assert_eq!((existing.change.len(), existing.another.slug.as_str()), (1, "x-2"));

    admin.decides(ExistingSource::Another(existing.another.slug)).await?;
    assert_eq!(admin.stored_job()?.names.typed.slug, "x-2");
    let callback = admin.job()?.names.urls.context("the URLs")?.callback;
    ensure!(callback.ends_with("/source/oauth/callback/x-2/"), "{callback}");
    admin.pushes().await?;
    let after = admin.client().await?.sources().await?;
    assert_eq!(
        after.iter().filter(|source| source.slug != "x-2").collect::<Vec<_>>(),
        before.iter().collect::<Vec<_>>()
    );
    // The next comparison needs no consent, because the source is the job's own.
    admin.compares().await?;
    assert_eq!(admin.job()?.push.plan.context("a plan")?.state, PlanState::AlreadyAsItShouldBe);
    admin.undoes().await.map_err(said)?;
    assert_eq!(admin.client().await?.sources().await?, before);
    admin.ends(&[FIRST_CONTACT, ASK_X, COMPARE, WRITE, UNDO])
}

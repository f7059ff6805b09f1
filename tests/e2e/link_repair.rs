//! A source was deleted and created again: its users can't sign in until their links are restored. Each restored link
//! has a number from a known origin, which an admin has confirmed.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use secrecy::ExposeSecret as _;
use sourcerer_core::authentik::{ObjectKind, UserLink};
use sourcerer_core::job::push;
use sourcerer_core::job::repair::{self, EvidenceStatus, RepairPage, RepairPerson};
use sourcerer_core::plan::{ChangeAction, ChangeTarget, PlanState};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::release::Release;
use sourcerer_practice::person::{BrowserSession, VisitEnd};
use sourcerer_practice::x;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{ASK_X, COMPARE, FIRST_CONTACT, LIVE_TEST, OUTSIDE, REPAIR, SIGN_IN, UNDO, WRITE};
use sourcerer_tests::world::World;
use std::collections::BTreeSet;
use url::Url;

/// What a user without a link reads.
const STOPPED: &str = "Failed to update user. Please try again later.";

/// A user enrolled through X, and then the source was deleted and created again.
async fn made_again(licensed: bool) -> Result<Admin> {
    let mut admin = Admin::begins(World::started(PracticeOptions { licensed, ..PracticeOptions::default() }).await?);
    admin.comes_to_the_live_test().await?;
    admin.does_the_rest().await?;
    ensure!(!Box::pin(visits(&admin)).await?.html.contains(STOPPED), "the second sign-in works");
    let slug = admin.job()?.slug;
    admin.client().await?.delete(ObjectKind::Source, &slug).await?;
    admin.world.pass(60);
    admin.compares().await?;
    admin.pushes().await?;
    ensure!(admin.job()?.push.done.is_some(), "it is made again");
    ensure!(Box::pin(visits(&admin)).await?.html.contains(STOPPED), "and locks everybody out");
    Ok(admin)
}

/// A visitor presses the button in a new browser.
async fn visits(admin: &Admin) -> Result<VisitEnd> {
    let world = admin.world.practice().world().clone();
    let button =
        Url::parse(&format!("{}/source/oauth/login/{}/", admin.world.practice().authentik.base(), world.slug))?;
    Ok(BrowserSession::new(world.x, world.ca_file.as_deref())?.visit(&button).await?)
}

async fn looks(admin: &mut Admin) -> Result<RepairPage> {
    let outcome = repair::read_links(&admin.environment, &admin.stored_job()?).await;
    admin.merge(|session| session.edit_only(|job| repair::merge_snapshot(job, outcome)));
    Ok(admin.job()?.repair)
}

fn only(page: &RepairPage) -> Result<RepairPerson> {
    let [person] = page.people.as_slice() else { anyhow::bail!("{page:#?}") };
    Ok(person.clone())
}

fn ends(admin: Admin) -> Result<()> {
    let wanted = [FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, UNDO, OUTSIDE, SIGN_IN, REPAIR];
    admin.ends(&wanted)
}

async fn is_linked_again_and_can_be_taken_back(admin: &mut Admin, user: i64, id: &str) -> Result<()> {
    admin.world.pass(60);
    admin.compares().await?;
    let plan = admin.job()?.push.plan.context("a plan")?;
    let ids: Vec<_> = plan.changes.iter().filter(|change| change.data.is_some()).map(|change| &change.id).collect();
    ensure!(ids == [&format!("link-{user}")], "one line for one person: {plan:#?}");
    admin.pushes().await?;
    let push = admin.job()?.push;
    ensure!(push.problem.is_none() && push.done.is_some(), "{push:#?}");
    let page = Box::pin(visits(admin)).await?;
    ensure!(!page.html.contains(STOPPED), "{}", page.html);
    let slug = admin.stored_job()?.names.slug().context("a slug")?;
    let links = admin.client().await?.links(&slug).await?;
    ensure!(links.seen.iter().any(|link| link.user == user && link.identifier == id), "{links:?}");
    ensure!(looks(admin).await?.people.is_empty(), "nobody has lost anything any more");

    admin.world.pass(60);
    admin.undoes().await.map_err(said)?;
    let links = admin.client().await?.links(&slug).await?;
    ensure!(links.seen.is_empty(), "{links:?}");
    ensure!(Box::pin(visits(admin)).await?.html.contains(STOPPED), "as it was before");
    Ok(())
}

#[tokio::test]
async fn a_table_that_the_admin_enters_makes_the_sign_in_work_again() -> Result<()> {
    let mut admin = Box::pin(made_again(false)).await?;
    let page = looks(&mut admin).await?;
    let person = only(&page)?;
    ensure!(person.standing == EvidenceStatus::Unknown && person.id.is_none(), "{person:#?}");
    ensure!(page.notes.iter().any(|note| note.id == "repair-silent"), "{page:#?}");

    // The account of the live test has this handle, which proves nothing about the number.
    ensure!(person.says.iter().any(|says| says.id == "repair-hint-test"), "{person:#?}");
    let id = admin.stored_job()?.signin.tested.and_then(|tested| tested.outcome.profile).context("a profile")?.id;
    admin.edit(|job| repair::set_agreed(job, person.user, &id, true));
    ensure!(!only(&admin.job()?.repair)?.agreed, "what isn't shown can't be agreed to");

    admin.edit(|job| repair::accept_table(job, &format!("username,identifier\n{},{id}\nsomebody,12", person.username)));
    let page = admin.job()?.repair;
    ensure!(page.table_refused.len() == 2, "{page:#?}");
    ensure!(
        only(&page)?.standing == EvidenceStatus::Told && page.agreed == 0,
        "nothing is chosen by itself: {page:#?}"
    );
    admin.edit(|job| repair::set_agreed(job, person.user, &id, true));
    ensure!(admin.job()?.repair.agreed == 1);
    // Another number requires a new confirmation.
    admin.edit(|job| repair::accept_table(job, &format!("{},12", person.username)));
    ensure!(admin.job()?.repair.agreed == 0);
    admin.edit(|job| repair::accept_table(job, &format!("{},{id}", person.username)));

    Box::pin(is_linked_again_and_can_be_taken_back(&mut admin, person.user, &id)).await?;
    ends(admin)
}

#[tokio::test]
async fn the_events_of_a_licensed_server_tell_the_number() -> Result<()> {
    let mut admin = Box::pin(made_again(true)).await?;
    let person = only(&looks(&mut admin).await?)?;
    let id = person.id.clone().context("a number")?;
    ensure!(person.standing == EvidenceStatus::Told && !person.agreed, "{person:#?}");
    ensure!(person.says.iter().any(|says| says.id == "repair-told-event"), "{person:#?}");
    admin.edit(|job| repair::set_agreed(job, person.user, &id, true));
    Box::pin(is_linked_again_and_can_be_taken_back(&mut admin, person.user, &id)).await?;
    ends(admin)
}

#[tokio::test]
async fn whom_an_undo_from_here_locked_out_is_offered_their_own_number_again() -> Result<()> {
    let mut admin = Admin::begins(World::started(PracticeOptions::default()).await?);
    admin.comes_to_the_live_test().await?;
    admin.does_the_rest().await?;
    let other =
        x::XAccount { id: "700000000000000009".to_owned(), username: "other".to_owned(), ..x::XAccount::default() };
    admin.world.practice().x.set_person(other.clone());
    ensure!(!Box::pin(visits(&admin)).await?.html.contains(STOPPED), "a second person comes in");
    let slug = admin.stored_job()?.names.slug().context("a slug")?;
    let links = admin.client().await?.links(&slug).await?.seen;
    ensure!(links.len() == 2, "{links:?}");

    // The admin sees the user, and that the numbers are stored, and then deletes the source.
    let undo = push::review_undo(&admin.environment, &admin.stored_job()?).await.map_err(said)?;
    ensure!(undo.shown.notes.iter().any(|note| note.id == "plan-note-links-kept"), "{undo:#?}");
    admin.undoes().await.map_err(said)?;
    ensure!(admin.client().await?.source(&slug).await?.is_none(), "it is gone");
    admin.world.pass(60);
    admin.compares().await?;
    admin.pushes().await?;
    ensure!(Box::pin(visits(&admin)).await?.html.contains(STOPPED), "a source of the same slug doesn't know them");

    let page = looks(&mut admin).await?;
    ensure!(page.people.len() == 2 && !page.notes.iter().any(|note| note.id == "repair-silent"), "{page:#?}");
    for person in &page.people {
        let link = links.iter().find(|link| link.user == person.user).context("one of the two")?;
        ensure!(person.standing == EvidenceStatus::Told && person.id.as_ref() == Some(&link.identifier), "{person:#?}");
        ensure!(person.says.iter().any(|says| says.id == "repair-told-kept") && !person.agreed, "{person:#?}");
        admin.edit(|job| repair::set_agreed(job, link.user, &link.identifier, true));
    }
    admin.world.pass(60);
    admin.compares().await?;
    admin.pushes().await?;
    let again = admin.client().await?.links(&slug).await?.seen;
    let of = |all: &[UserLink]| all.iter().map(|link| (link.user, link.identifier.clone())).collect::<BTreeSet<_>>();
    ensure!(of(&again) == of(&links), "{again:?}");
    for person in [other, x::XAccount::default()] {
        admin.world.practice().x.set_person(person);
        ensure!(!Box::pin(visits(&admin)).await?.html.contains(STOPPED), "each comes in again");
    }
    ensure!(looks(&mut admin).await?.people.is_empty(), "nobody has lost anything any more");
    ends(admin)
}

#[tokio::test]
async fn an_account_that_somebody_got_meanwhile_is_left_out() -> Result<()> {
    let mut admin = Box::pin(made_again(true)).await?;
    let person = only(&looks(&mut admin).await?)?;
    let id = person.id.clone().context("a number")?;
    admin.edit(|job| repair::set_agreed(job, person.user, &id, true));
    // After the repair was read, the account is linked to another user.
    let client = admin.client().await?;
    let slug = admin.stored_job()?.names.slug().context("a slug")?;
    let source = client.source(&slug).await?.context("a source")?.pk;
    let other = client.user_by_name("practice-limited").await?.context("a user")?.pk;
    let fields = serde_json::json!({ "user": other, "source": source, "identifier": id });
    let fields = fields.as_object().cloned().unwrap_or_default();
    client.create(ObjectKind::Connection, sourcerer_core::authentik::WriteBody { fields, secret: None }).await?;
    admin.world.pass(60);
    admin.compares().await?;
    let plan = admin.job()?.push.plan.context("a plan")?;
    let change = plan.changes.iter().find(|change| change.id == format!("link-{}", person.user)).context("a line")?;
    ensure!(change.data.is_none(), "{change:#?}");
    ensure!(change.why.as_ref().is_some_and(|why| why.id == "plan-why-account-taken"), "{change:#?}");
    ends(admin)
}

/// The lines for the shell are the only way where the API takes no user for a link.
#[tokio::test]
async fn where_the_api_makes_no_links_the_rest_is_pushed_and_the_shell_makes_them() -> Result<()> {
    for release in ["2026.2", "2026.5", "2026.8"] {
        let by_shell = release != "2026.2";
        let release: Release = release.parse()?;
        let options = PracticeOptions { licensed: true, release, ..PracticeOptions::default() };
        let mut admin = Admin::begins(World::started(options).await?);
        admin.comes_to_the_live_test().await?;
        admin.does_the_rest().await?;
        let slug = admin.stored_job()?.names.slug().context("a slug")?;
        admin.client().await?.delete(ObjectKind::Source, slug.as_str()).await?;

        // The source isn't made again yet: one push brings it with its button and the link.
        let page = looks(&mut admin).await?;
        let person = only(&page)?;
        let id = person.id.clone().context("a number")?;
        ensure!(page.by_shell == by_shell && page.shell.is_none(), "{release}: {page:#?}");
        ensure!(page.notes.iter().any(|note| note.id == "repair-by-shell") == by_shell, "{release}: {page:#?}");
        admin.edit(|job| repair::set_agreed(job, person.user, &id, true));
        let lines = admin.job()?.repair.shell;
        ensure!(lines.is_some() == by_shell, "{release}: {lines:?}");

        admin.world.pass(60);
        admin.compares().await?;
        let plan = admin.job()?.push.plan.context("a plan")?;
        ensure!(plan.state == PlanState::Ready && plan.shell == lines, "{release}: {plan:#?}");
        let order: Vec<_> = plan.changes.iter().map(|change| change.target).collect();
        let wanted = [ChangeTarget::Source, ChangeTarget::LoginPage, ChangeTarget::Connection];
        ensure!(order == wanted, "{release}: a link comes after the button: {order:?}");
        let link = &plan.changes[2];
        let action = if by_shell { ChangeAction::LeaveOut } else { ChangeAction::Create };
        ensure!(link.action == action && link.data.is_none() == by_shell, "{release}: {link:#?}");
        let told: Vec<_> = link.title.args.values().map(|value| format!("{value:?}")).collect();
        ensure!(told.iter().any(|value| value.contains(&id)), "{release}: {told:?} lacks the number");

        admin.pushes().await?;
        let push = admin.job()?.push;
        ensure!(push.problem.is_none() && push.done.is_some(), "{release}: {push:#?}");
        let client = admin.client().await?;
        let source = client.source(&slug).await?.context("the source")?.pk;
        ensure!(client.stages().await?.iter().any(|stage| stage.sources.contains(&source)), "{release}: the button");

        // A second push isn't stuck, and still says who isn't linked.
        admin.world.pass(60);
        admin.compares().await?;
        let page = admin.job()?;
        let plan = page.push.plan.context("a plan")?;
        ensure!(plan.state == PlanState::AlreadyAsItShouldBe, "{release}: {plan:#?}");
        ensure!(plan.shell == lines && page.repair.shell == lines, "{release}: {:#?}", page.repair);
        ensure!(Box::pin(visits(&admin)).await?.html.contains(STOPPED) == by_shell, "{release}");

        if let Some(lines) = lines {
            admin.world.practice().authentik.run_in_shell(&lines).map_err(anyhow::Error::msg)?;
        }
        ensure!(!Box::pin(visits(&admin)).await?.html.contains(STOPPED), "{release}: the link works");
        ensure!(looks(&mut admin).await?.people.is_empty(), "{release}: nobody has lost anything any more");
        let made = client.links(&slug).await?.seen;
        ensure!(made.len() == 1 && made[0].identifier == id && made[0].user == person.user, "{release}: {made:?}");
        ends(admin)?;
    }
    Ok(())
}

/// Three sources of one name, as people make them while they try. Each has a visitor of its own.
#[tokio::test]
async fn whoever_is_linked_to_another_source_of_the_name_is_not_locked_out() -> Result<()> {
    let mut admin = Admin::begins(World::started(PracticeOptions::default()).await?);
    admin.comes_to_the_live_test().await?;
    admin.does_the_rest().await?;
    let slug = admin.stored_job()?.names.slug().context("a slug")?;
    let base = admin.world.practice().authentik.base().to_owned();
    let raw = Raw::new(&base, admin.world.token());
    let own = raw.get(&format!("/api/v3/sources/oauth/{slug}/")).await?;
    for number in 2..=3 {
        let mut source = own.clone();
        source["slug"] = format!("{slug}-{number}").into();
        // Users go to one path, so that only their attributes tell where they came from: by the name.
        source["user_path_template"] = "users".into();
        let callback = format!("{base}/source/oauth/callback/{slug}-{number}/");
        let app = admin.world.register(vec![callback], "https://example.com".to_owned());
        source["consumer_key"] = app.client_id.into();
        source["consumer_secret"] = app.client_secret.expose_secret().into();
        raw.post("/api/v3/sources/oauth/", &source).await?;
        let (id, username) = (format!("70000000000000000{number}"), format!("visitor{number}"));
        admin.world.practice().x.set_person(x::XAccount { id, username, ..x::XAccount::default() });
        let button = Url::parse(&format!("{base}/source/oauth/login/{slug}-{number}/"))?;
        let world = admin.world.practice().world().clone();
        Box::pin(BrowserSession::new(world.x, world.ca_file.as_deref())?.visit(&button)).await?;
    }
    ensure!(raw.list("/api/v3/sources/user_connections/oauth/").await?.len() == 3, "each has a link");
    let page = looks(&mut admin).await?;
    ensure!(page.people.is_empty(), "nobody is locked out: {page:#?}");

    // Whoever loses the link to one of them, and has none to another, is locked out.
    raw.delete(&format!("/api/v3/sources/oauth/{slug}-3/")).await?;
    let page = looks(&mut admin).await?;
    ensure!(only(&page)?.username == "visitor3", "{page:#?}");
    Ok(())
}

//! Who gets in: what each choice makes on the server, what a visitor gets of it, and how it is changed and undone.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use sourcerer_core::authentik::{AccessNames, ListedAccount, ObjectKind};
use sourcerer_core::i18n::Localizer;
use sourcerer_core::job::model::Access;
use sourcerer_core::job::{self, AccessPolicy, Remedy, push};
use sourcerer_core::plan::{AccessGate, ChangeAction, MappingOutcome, PlanState};
use sourcerer_practice::faults::{Fault, Faults};
use sourcerer_practice::person::{BrowserSession, VisitEnd};
use sourcerer_practice::x::XAccount;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{
    ACCESS, ASK_X, COMPARE, ExpectedRequest, FIRST_CONTACT, LIVE_TEST, MAPPINGS, OUTSIDE, SIGN_IN, UNDO, WRITE,
};
use sourcerer_tests::world::World;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use url::Url;

const ALL: &[&[ExpectedRequest]] =
    &[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, MAPPINGS, UNDO, OUTSIDE, SIGN_IN, ACCESS];

/// The two X accounts that the list of these journeys has, and two that it doesn't have.
const LISTED: [(&str, &str); 2] = [("101", "ada_listed"), ("102", "bea_listed")];
const OTHERS: [(&str, &str); 2] = [("901", "eve_other"), ("902", "fay_other")];

fn accounts() -> Vec<ListedAccount> {
    LISTED.iter().filter_map(|(id, _)| ListedAccount::with_id(id)).collect()
}

fn choice(gate: AccessGate, accounts: Vec<ListedAccount>) -> Access {
    Access { gate, accounts, ..Access::default() }
}

/// A job at its review, with internal users so that whoever gets in sees authentik's own page.
async fn begins() -> Result<Admin> {
    let mut admin = Admin::begins(World::new().await?);
    admin.edit(|job| job::set_remedy(job, Remedy::Internal, true));
    Box::pin(admin.comes_to_the_live_test()).await?;
    Ok(admin)
}

/// Chooses, and pushes. Nothing of the plan may be left out but what is said to be.
async fn pushes(admin: &mut Admin, who: AccessPolicy, access: Access) -> Result<()> {
    admin.edit(|job| {
        job.names.typed.who = who;
        job.names.access = access;
    });
    admin.world.pass(60);
    admin.compares().await?;
    let plan = admin.job()?.push.plan.context("a plan")?;
    ensure!(plan.state == PlanState::Ready, "{:?}: {:?}", plan.state, plan.diagnosis);
    admin.pushes().await?;
    let tests = admin.stored_job()?.push.done.context("a push")?.tests;
    ensure!(tests.iter().all(|test| test.outcome == MappingOutcome::Ran), "{tests:?}");
    Ok(())
}

fn browser(admin: &Admin) -> Result<BrowserSession> {
    let world = admin.world.practice().world();
    Ok(BrowserSession::new(world.x.clone(), world.ca_file.as_deref())?)
}

fn button(admin: &Admin) -> Result<Url> {
    let base = admin.world.practice().authentik.base();
    Ok(Url::parse(&format!("{base}/source/oauth/login/{}/", admin.stored_job()?.names.typed.slug))?)
}

/// Somebody presses the button in this browser.
async fn presses(admin: &Admin, browser: &mut BrowserSession, (id, handle): (&str, &str)) -> Result<VisitEnd> {
    let (id, username) = (id.to_owned(), handle.to_owned());
    admin.world.practice().x.set_person(XAccount { id, username, ..XAccount::default() });
    Ok(browser.visit(&button(admin)?).await?)
}

/// What a visit ended with, in one word or in authentik's own words.
fn ended(end: &VisitEnd) -> String {
    let text = end.html.replace("&#39;", "'").replace("&quot;", "\"");
    let known = [
        "This X account may not sign in here.",
        "This account waits for an administrator's approval.",
        "Your account was made. An administrator has to approve it before you can sign in.",
        "Source is not configured for enrollment.",
        "Flow does not apply to current user.",
        "too bad",
    ];
    let words = known.into_iter().find(|words| text.contains(words));
    match (words, end.url.path(), end.status) {
        (Some(words), ..) => words.to_owned(),
        (None, "/if/user/", 200) if !text.contains("Permission denied") => {
            if end.url.fragment().is_some() {
                "linked to the signed-in user".to_owned()
            } else {
                "in".to_owned()
            }
        }
        (None, path, status) => format!("{status} at {path}: {text}"),
    }
}

async fn visits(admin: &Admin, who: (&str, &str)) -> Result<String> {
    Ok(ended(&presses(admin, &mut browser(admin)?, who).await?))
}

fn raw(admin: &Admin) -> Raw {
    let authentik = &admin.world.practice().authentik;
    Raw::new(authentik.base(), authentik.token())
}

/// The events that policies left, as action, number and handle.
async fn knocks(admin: &Admin) -> Result<Vec<String>> {
    let events = raw(admin).list("/api/v3/events/events/").await?;
    let knock = |event: &Value| {
        let action = event["action"].as_str()?.strip_prefix("custom_")?.to_owned();
        let text = |name: &str| event["context"][name].as_str().unwrap_or_default().to_owned();
        Some(format!("{action} {} {}", text("number"), text("handle")))
    };
    // The newest comes first.
    Ok(events.iter().rev().filter_map(knock).collect())
}

#[tokio::test]
async fn what_a_visitor_gets_of_each_choice() -> Result<()> {
    let mut table = String::new();
    for (name, who, access) in [
        ("linked", AccessPolicy::Linked, Access::default()),
        ("listed", AccessPolicy::Anyone, choice(AccessGate::Listed, accounts())),
        ("approval", AccessPolicy::Anyone, choice(AccessGate::Approval, Vec::new())),
        ("approval and list", AccessPolicy::Anyone, choice(AccessGate::Approval, accounts())),
        ("anyone", AccessPolicy::Anyone, Access::default()),
    ] {
        let mut admin = begins().await?;
        // Two accounts are linked before the choice, one of them listed.
        pushes(&mut admin, AccessPolicy::Anyone, Access::default()).await?;
        ensure!(visits(&admin, LISTED[1]).await? == "in" && visits(&admin, OTHERS[1]).await? == "in");
        if name != "anyone" {
            pushes(&mut admin, who, access).await?;
        }
        let before = knocks(&admin).await?.len();
        writeln!(table, "{name}")?;
        for (case, account) in [
            ("listed, new", LISTED[0]),
            ("listed, again", LISTED[0]),
            ("unlisted, new", OTHERS[0]),
            ("unlisted, again", OTHERS[0]),
            ("listed, linked", LISTED[1]),
            ("unlisted, linked", OTHERS[1]),
        ] {
            writeln!(table, "  {case}: {}", visits(&admin, account).await?)?;
        }
        admin.world.practice().x.set_faults(Faults::from([Fault::ProfileWithoutId]));
        writeln!(table, "  without an id: {}", visits(&admin, ("903", "gil_other")).await?)?;
        admin.world.practice().x.set_faults(Faults::new());

        // Somebody who is signed in links another account, and comes back with it.
        let mut signed_in = browser(&admin)?;
        presses(&admin, &mut signed_in, LISTED[1]).await?;
        let links = raw(&admin).list("/api/v3/sources/user_connections/oauth/").await?;
        let link = links.iter().find(|link| link["identifier"] == LISTED[1].0).context("a link")?;
        raw(&admin).delete(&format!("/api/v3/sources/user_connections/oauth/{}/", link["pk"])).await?;
        let end = ended(&presses(&admin, &mut signed_in, ("904", "hal_other")).await?);
        writeln!(table, "  signed in, linking: {end}")?;
        writeln!(table, "  then again with it: {}", visits(&admin, ("904", "hal_other")).await?)?;

        let names = AccessNames::new(&admin.stored_job()?.names.slug().context("a slug")?);
        let policies = raw(&admin).list("/api/v3/policies/expression/").await?;
        if let Some(policy) = policies.iter().find(|policy| policy["name"] == names.allowed().as_str()) {
            let path = format!("/api/v3/policies/expression/{}/", policy["pk"].as_str().unwrap_or_default());
            raw(&admin).patch(&path, &json!({ "expression": "raise ValueError(\"too bad\")" })).await?;
            writeln!(table, "  policy raises, new: {}", visits(&admin, ("905", "ida_other")).await?)?;
            writeln!(table, "  policy raises, linked: {}", visits(&admin, OTHERS[1]).await?)?;
        }
        writeln!(table, "  knocks: {}", knocks(&admin).await?.split_off(before).join(", "))?;
        admin.ends(&[ALL, &[CONNECTIONS]].concat())?;
    }
    insta::assert_snapshot!("who_gets_in", table);
    Ok(())
}

/// What these journeys send themselves, as another admin does.
const CONNECTIONS: &[ExpectedRequest] = &[
    sourcerer_tests::requests::authentik("DELETE", "/api/v3/sources/user_connections/oauth/*/"),
    sourcerer_tests::requests::authentik("GET", "/api/v3/core/groups/"),
    sourcerer_tests::requests::authentik("PATCH", "/api/v3/core/users/*/"),
    sourcerer_tests::requests::authentik("DELETE", "/api/v3/policies/bindings/*/"),
];

/// The objects that matter to who gets in, by kind and name.
async fn objects(admin: &Admin) -> Result<BTreeMap<String, Vec<String>>> {
    let mut all = BTreeMap::new();
    for (kind, path) in [
        ("policies", "/api/v3/policies/expression/"),
        ("flows", "/api/v3/flows/instances/"),
        ("write stages", "/api/v3/stages/user_write/"),
        ("deny stages", "/api/v3/stages/deny/"),
        ("groups", "/api/v3/core/groups/"),
        ("mappings", "/api/v3/propertymappings/source/oauth/"),
        ("stage bindings", "/api/v3/flows/bindings/"),
        ("policy bindings", "/api/v3/policies/bindings/"),
    ] {
        let rows = raw(admin).list(path).await?;
        let name = |row: &Value| {
            let text = |name: &str| row[name].as_str().map(str::to_owned);
            text("slug").or_else(|| text("name")).unwrap_or_else(|| format!("{} {}", row["target"], row["order"]))
        };
        let mut names: Vec<_> = rows.iter().map(name).collect();
        names.sort();
        all.insert(kind.to_owned(), names);
    }
    Ok(all)
}

async fn flows_of_source(admin: &Admin) -> Result<[Option<String>; 2]> {
    let source = raw(admin).get("/api/v3/sources/oauth/x/").await?;
    let flows = raw(admin).list("/api/v3/flows/instances/").await?;
    let slug = |field: &str| {
        let flow = flows.iter().find(|flow| flow["pk"] == source[field])?;
        flow["slug"].as_str().map(str::to_owned)
    };
    Ok([slug("enrollment_flow"), slug("authentication_flow")])
}

#[tokio::test]
async fn the_plan_is_shown_whole_written_once_found_again_and_undone() -> Result<()> {
    let mut admin = begins().await?;
    let before = objects(&admin).await?;
    let access = Access {
        gate: AccessGate::Approval,
        accounts: accounts(),
        group: Some("From X".to_owned()),
        ..Access::default()
    };
    admin.edit(|job| job.names.access = access.clone());
    admin.compares().await?;
    let plan = admin.job()?.push.plan.context("a plan")?;
    let book = Localizer::english();
    let shown: Vec<_> = plan
        .changes
        .iter()
        .map(|change| format!("{} {:?}: {}", change.id, change.action, book.format(&change.title)))
        .collect();
    let told: Vec<_> =
        plan.consequences.iter().map(|one| &one.words).chain(&plan.notes).map(|one| book.format(one)).collect();
    insta::assert_snapshot!("plan_of_access", format!("{}\n\n{}", shown.join("\n"), told.join("\n")));
    pushes(&mut admin, AccessPolicy::Anyone, access.clone()).await?;
    let tests = admin.stored_job()?.push.done.context("a push")?.tests;
    ensure!(tests.len() == 2 + 2, "the server's own tests of two mappings, and two tries of the policy: {tests:?}");

    // A second comparison finds everything, and nothing twice.
    let written = objects(&admin).await?;
    admin.world.pass(60);
    admin.compares().await?;
    let again = admin.job()?.push.plan.context("a plan")?;
    let differing: Vec<_> = again.changes.iter().filter(|change| change.action != ChangeAction::Nothing).collect();
    ensure!(again.state == PlanState::AlreadyAsItShouldBe, "{differing:#?}");

    // What somebody changes is told, and repaired: a binding that is gone, and a mode that is changed back.
    let flow = "/api/v3/flows/instances/sourcerer-x-enrollment/";
    raw(&admin).patch(flow, &json!({ "policy_engine_mode": "any" })).await?;
    let enrollment = raw(&admin).get(flow).await?;
    let bound = raw(&admin).list("/api/v3/policies/bindings/").await?;
    let lock = bound.iter().find(|binding| binding["target"] == enrollment["pk"]).context("the lock")?;
    raw(&admin).delete(&format!("/api/v3/policies/bindings/{}/", lock["pk"].as_str().unwrap_or_default())).await?;
    admin.world.pass(60);
    admin.compares().await?;
    let repair = admin.job()?.push.plan.context("a plan")?;
    let differing: Vec<_> = repair
        .changes
        .iter()
        .filter(|change| change.action != ChangeAction::Nothing)
        .map(|change| change.id.as_str())
        .collect();
    ensure!(differing == ["access-enrollment", "access-enrollment-policy"], "{differing:?}");
    admin.pushes().await?;
    ensure!(objects(&admin).await? == written);

    // New users are in the group, and undoing leaves them, their links and their group.
    ensure!(visits(&admin, LISTED[0]).await? == "in");
    ensure!(visits(&admin, OTHERS[0]).await?.starts_with("Your account was made."));
    let group = raw(&admin).list("/api/v3/core/groups/").await?;
    let group = group.iter().find(|group| group["name"] == "From X").context("the group")?;
    ensure!(group["users"].as_array().is_some_and(|users| users.len() == 2), "{group}");
    for _ in 0..2 {
        admin.world.pass(60);
        admin.undoes().await.map_err(said)?;
    }
    let mut left = objects(&admin).await?;
    let groups = left.get_mut("groups").context("groups")?;
    groups.retain(|name| name != "From X");
    ensure!(left == before, "{left:#?}");
    admin.ends(&[ALL, &[CONNECTIONS]].concat())
}

#[tokio::test]
async fn a_list_is_changed_by_one_write_and_a_choice_by_another_one() -> Result<()> {
    let mut admin = begins().await?;
    pushes(&mut admin, AccessPolicy::Anyone, choice(AccessGate::Listed, accounts())).await?;
    ensure!(flows_of_source(&admin).await?[0].as_deref() == Some("sourcerer-x-enrollment"));
    ensure!(visits(&admin, OTHERS[0]).await? == "This X account may not sign in here.");
    let more: Vec<_> = accounts().into_iter().chain(ListedAccount::with_id(OTHERS[0].0)).collect();
    pushes(&mut admin, AccessPolicy::Anyone, choice(AccessGate::Listed, more)).await?;
    let steps: Vec<_> = admin.session.steps.iter().map(|step| step.change.clone()).collect();
    ensure!(steps == ["access-policy"], "{steps:?}");
    ensure!(visits(&admin, OTHERS[0]).await? == "in");

    // From the list to the approval, to both, back to the list, to everybody, and to linked users only.
    pushes(&mut admin, AccessPolicy::Anyone, choice(AccessGate::Approval, Vec::new())).await?;
    ensure!(visits(&admin, LISTED[0]).await?.starts_with("Your account was made."));
    ensure!(visits(&admin, LISTED[0]).await? == "This account waits for an administrator's approval.");
    let waits = raw(&admin).list("/api/v3/core/users/").await?;
    let user = waits.iter().find(|user| user["is_active"] == false).context("somebody who waits")?;
    raw(&admin).patch(&format!("/api/v3/core/users/{}/", user["pk"]), &json!({ "is_active": true })).await?;
    ensure!(visits(&admin, LISTED[0]).await? == "in");
    pushes(&mut admin, AccessPolicy::Anyone, choice(AccessGate::Approval, accounts())).await?;
    ensure!(visits(&admin, LISTED[1]).await? == "in");
    ensure!(visits(&admin, OTHERS[1]).await?.starts_with("Your account was made."));
    pushes(&mut admin, AccessPolicy::Anyone, choice(AccessGate::Listed, accounts())).await?;
    ensure!(visits(&admin, LISTED[1]).await? == "in");
    ensure!(visits(&admin, OTHERS[0]).await? == "This X account may not sign in here.");
    pushes(&mut admin, AccessPolicy::Anyone, Access::default()).await?;
    let default = ["default-source-enrollment", "default-source-authentication"].map(|slug| Some(slug.to_owned()));
    ensure!(flows_of_source(&admin).await? == default);
    ensure!(visits(&admin, OTHERS[0]).await? == "in");
    pushes(&mut admin, AccessPolicy::Linked, choice(AccessGate::Listed, accounts())).await?;
    ensure!(visits(&admin, ("999", "new_other")).await? == "Source is not configured for enrollment.");
    let token = admin.world.practice().authentik.token().expose_secret().to_owned();
    ensure!(!format!("{:?}", admin.stored_job()?.names.access).contains(&token));
    admin.ends(&[ALL, &[CONNECTIONS]].concat())
}

/// Another admin deleted several objects of one kind: the undo names each, and a page can tell them apart.
#[tokio::test]
async fn an_undo_tells_objects_that_are_gone_apart() -> Result<()> {
    let mut admin = begins().await?;
    pushes(&mut admin, AccessPolicy::Anyone, choice(AccessGate::Listed, accounts())).await?;
    for flow in ["sourcerer-x-enrollment", "sourcerer-x-authentication"] {
        raw(&admin).delete(&format!("/api/v3/flows/instances/{flow}/")).await?;
    }
    let undo = push::review_undo(&admin.environment, &admin.stored_job()?).await.map_err(said)?;
    let ids: Vec<_> = undo.shown.changes.iter().map(|change| change.id.as_str()).collect();
    let each: BTreeSet<_> = ids.iter().collect();
    ensure!(ids.iter().filter(|id| id.starts_with("gone-")).count() > 2 && each.len() == ids.len(), "{ids:?}");
    admin.ends(&[ALL, &[CONNECTIONS]].concat())
}

#[tokio::test]
async fn a_group_of_superusers_is_never_used() -> Result<()> {
    let mut admin = begins().await?;
    let access = Access { group: Some("authentik Admins".to_owned()), ..Access::default() };
    pushes(&mut admin, AccessPolicy::Anyone, access).await?;
    let plan = admin.session.job.as_ref().context("a job")?.push.done.as_ref().context("a push")?;
    ensure!(plan.written > 0);
    ensure!(visits(&admin, LISTED[0]).await? == "in");
    let user = admin.client().await?.user_by_name(LISTED[0].1).await?.context("the new user")?;
    let user = admin.client().await?.user(user.pk).await?.context("the user")?;
    ensure!(!user.is_superuser, "{user:?}");
    let stage = admin.client().await?.objects(ObjectKind::WriteStage).await?;
    let stage = stage.iter().find(|stage| stage.name() == "sourcerer-x-write").context("the own stage")?;
    ensure!(stage.fields["create_users_group"] == Value::Null);
    admin.ends(&[ALL, &[CONNECTIONS]].concat())
}

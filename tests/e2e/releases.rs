//! The whole job against every release of authentik that is simulated, and against one that doesn't exist yet. Each
//! call of the client is compared with what the release's own description says about requests and answers.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use secrecy::SecretString;
use serde_json::{Value, json};
use sourcerer_core::address::Slug;
use sourcerer_core::authentik::{ApiObject, AuditedModel, Client, DeleteOutcome, LinkCreation, ObjectKind, WriteBody};
use sourcerer_core::job::status::StageState;
use sourcerer_core::net::{Exchange, ExchangeKind};
use sourcerer_core::plan::ENROLMENT;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::release::{Call, Release};
use sourcerer_tests::requests::{
    ASK_X, COMPARE, ExpectedRequest, FIRST_CONTACT, LIVE_TEST, OUTSIDE, SECRETS, SIGN_IN, UNDO, WRITE,
};
use sourcerer_tests::world::World;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use url::Url;

const WHOLE: &[&[ExpectedRequest]] =
    &[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, SECRETS, UNDO, OUTSIDE, SIGN_IN];

/// Sent although some releases don't know it: they ignore it, and the client notices.
const IGNORED_BY_SOME: [&str; 2] = [
    "GET /events/events/: it knows no parameter actions",
    // From 2026.5 on, where the write fails. The product asks with `OPTIONS` before, and doesn't try; only the test does.
    "POST /sources/user_connections/oauth/: it takes no user",
];

/// Whether a link can be made there through the API.
fn links_are_written(release: Release) -> bool {
    let call = Call::at("POST", "/sources/user_connections/oauth/");
    let body = json!({ "user": 1, "source": "", "identifier": "" });
    call.is_some_and(|call| call.request_faults(release, &[], Some(&body)).is_empty())
}

async fn begins(release: Release) -> Result<Admin> {
    Ok(Admin::begins(World::started(PracticeOptions { release, ..PracticeOptions::default() }).await?))
}

/// The API calls among these exchanges. A request or an answer that doesn't belong to the release is a failure.
fn held(exchanges: &[Exchange], base: &str, release: Release) -> Result<BTreeSet<&'static str>> {
    let mut calls = BTreeSet::new();
    let mut wrong = Vec::new();
    // `OPTIONS` is no call of an API description.
    let calls_of_it = |exchange: &&Exchange| exchange.kind == ExchangeKind::Sent && exchange.method != "OPTIONS";
    for exchange in exchanges.iter().filter(calls_of_it) {
        let Some(path) = exchange.url.strip_prefix(base).and_then(|path| path.strip_prefix("/api/v3")) else {
            continue;
        };
        let path = path.split('?').next().unwrap_or_default();
        // Every call answers what may be written there, in the framework's own form.
        if exchange.method == "OPTIONS" {
            continue;
        }
        let Some(call) = Call::at(&exchange.method, path) else {
            wrong.push(format!("{} {path} is no call of this release", exchange.method));
            continue;
        };
        calls.insert(call.name());
        let url = Url::parse(&exchange.url)?;
        let parameters: Vec<_> = url.query_pairs().map(|(name, _)| name.into_owned()).collect();
        let parameters: Vec<_> = parameters.iter().map(String::as_str).collect();
        let body = exchange.request_body.as_deref().map(serde_json::from_str::<Value>).transpose()?;
        let mut faults = call.request_faults(release, &parameters, body.as_ref());
        if exchange.status.is_some_and(|status| (200..300).contains(&status))
            && let Some(answer) = &exchange.response_body
        {
            faults.extend(call.answer_faults(release, &serde_json::from_str(answer)?));
        }
        wrong.extend(faults.into_iter().map(|fault| format!("{}: {fault}", call.name())));
    }
    wrong.retain(|wrong| !IGNORED_BY_SOME.contains(&wrong.as_str()));
    ensure!(wrong.is_empty(), "{release}: {wrong:#?}");
    Ok(calls)
}

#[tokio::test]
async fn the_whole_job_is_done_on_every_release_and_undone() -> Result<()> {
    let mut table = String::new();
    for release in Release::all() {
        let mut admin = begins(release).await?;
        admin.comes_to_the_live_test().await?;
        admin.does_the_rest().await?;
        ensure!(admin.states()? == [StageState::Done; 6], "{release}: {:?}", admin.states()?);

        let job = admin.job()?;
        let reached = job.server.reached.context("a server")?;
        let kind = reached.x_type.context("a type")?.name;
        let seen = job.verify.login.seen.context("a visitor")?;
        let note = job.server.note.map_or_else(|| "-".to_owned(), |note| note.id);
        let written = job.push.done.context("a push")?.written;

        admin.world.pass(60);
        admin.compares().await?;
        let again = admin.job()?.push.plan.context("a plan")?.state;
        admin.world.pass(60);
        admin.undoes().await.map_err(said)?;
        let left = admin.client().await?.sources().await?.len();

        let base = admin.world.practice().authentik.base().to_owned();
        let calls = held(&admin.environment.trace.all(), &base, release)?;
        writeln!(
            table,
            "{release:7} {:9} type={kind:7} outside={}/{} written={written} again={again:?} visitor={}:{:?} left={left} \
             calls={} note={note}",
            reached.version,
            job.verify.passed,
            job.verify.ran,
            seen.user,
            seen.kind,
            calls.len(),
        )?;
        admin.ends(WHOLE)?;
    }
    insta::assert_snapshot!("releases", table);
    Ok(())
}

/// All methods of the client that send requests to authentik. Each is called once here.
const METHODS: &[&str] = &[
    "all_sources",
    "bindings",
    "brand",
    "brands",
    "change",
    "create",
    "delete",
    "events",
    "find_conflicting",
    "flow",
    "flows",
    "history",
    "licence",
    "links",
    "login_flow",
    "login_flow_of",
    "login_flows",
    "login_page",
    "login_redirect",
    "me",
    "newest_event",
    "object",
    "objects",
    "objects_of_target",
    "show_sources",
    "source",
    "source_mappings",
    "source_of_any_kind",
    "source_stages",
    "source_types",
    "sources",
    "stage",
    "stage_options",
    "stages",
    "test_mapping",
    "test_policy",
    "used_links",
    "user",
    "user_by_email",
    "user_by_name",
    "users",
    "version",
    "write_options",
    "write_stages",
    "x_type",
    "x_type_name",
];

#[test]
fn every_method_of_the_client_is_among_them() {
    let code = concat!(
        include_str!("../../src-tauri/core/src/authentik/calls.rs"),
        include_str!("../../src-tauri/core/src/authentik/source_stage.rs"),
        include_str!("../../src-tauri/core/src/authentik/people.rs"),
        include_str!("../../src-tauri/core/src/authentik/object.rs"),
        include_str!("../../src-tauri/core/src/authentik/public.rs"),
        include_str!("../../src-tauri/core/src/authentik/write_options.rs"),
    );
    let found = code.lines().filter_map(|line| line.trim().strip_prefix("pub async fn ")?.split('(').next());
    let found: BTreeSet<_> = found.map(|name| name.split('<').next().unwrap_or_default()).collect();
    assert_eq!(found, METHODS.iter().copied().collect(), "a new call is to be driven below");
}

#[tokio::test]
async fn every_call_is_answered_by_every_release_and_asks_what_it_knows() -> Result<()> {
    let mut all = BTreeSet::new();
    // A source of the drafted release takes no secret of its own: `secrets` drives its calls.
    for release in Release::all().filter(|release| !release.is_drafted()) {
        let mut admin = Admin::begins(
            World::started(PracticeOptions { release, licensed: true, ..PracticeOptions::default() }).await?,
        );
        admin.checks_the_server().await?;
        let client = admin.client().await?;
        drives(&client, release).await.with_context(|| format!("{release}"))?;
        let base = admin.world.practice().authentik.base().to_owned();
        all.insert(held(&admin.environment.trace.all(), &base, release)?.into_iter().collect::<Vec<_>>().join("\n"));
    }
    ensure!(all.len() == 1, "the calls are the same on every release: {all:#?}");
    insta::assert_snapshot!("calls", all.into_iter().next().unwrap_or_default());
    Ok(())
}

/// Creates, finds, changes and deletes a property mapping.
async fn of_mappings(client: &Client) -> Result<()> {
    let body = |fields: Value| WriteBody { fields: fields.as_object().cloned().unwrap_or_default(), secret: None };
    let made = body(json!({ "name": "of the contract test", "expression": "return {}" }));
    let mapping = client.create(ObjectKind::Mapping, made.clone()).await?;
    ensure!(client.find_conflicting(ObjectKind::Mapping, &made.fields).await?.as_ref() == Some(&mapping));
    let tested = client.test_mapping(&mapping.pk).await?;
    ensure!(tested.successful && tested.result == "null", "{tested:?}");
    ensure!(client.objects(ObjectKind::Mapping).await?.contains(&mapping));
    let changed =
        client.change(ObjectKind::Mapping, &mapping.handle, body(json!({ "expression": "return None" }))).await?;
    ensure!(client.object(ObjectKind::Mapping, &mapping.handle).await? == Some(changed));
    ensure!(client.delete(ObjectKind::Mapping, &mapping.handle).await? == DeleteOutcome::Now);
    ensure!(client.object(ObjectKind::Mapping, &mapping.handle).await?.is_none());
    Ok(())
}

/// What the choice of who gets in needs: each made, found, changed where a plan changes it, tried, and deleted.
async fn of_access(client: &Client, me: i64) -> Result<()> {
    let body = |fields: &Value| WriteBody { fields: fields.as_object().cloned().unwrap_or_default(), secret: None };
    let mut made: Vec<ApiObject> = Vec::new();
    for (kind, mut fields, later) in [
        (
            ObjectKind::Policy,
            json!({ "name": "a-policy", "expression": "return True" }),
            json!({ "expression": "return False" }),
        ),
        (ObjectKind::Group, json!({ "name": "a-group" }), Value::Null),
        (
            ObjectKind::WriteStage,
            json!({ "name": "a-write-stage", "user_type": "internal" }),
            json!({ "create_users_as_inactive": true }),
        ),
        (
            ObjectKind::DenyStage,
            json!({ "name": "a-deny-stage", "deny_message": "No." }),
            json!({ "deny_message": "Wait." }),
        ),
        (
            ObjectKind::Flow,
            json!({ "name": "a", "title": "a", "slug": "a-flow", "designation": "enrollment", "policy_engine_mode": "all" }),
            json!({ "title": "b" }),
        ),
        (ObjectKind::PolicyBinding, json!({ "order": 0, "failure_result": false }), json!({ "order": 0 })),
        (ObjectKind::Binding, json!({ "order": 10 }), json!({ "re_evaluate_policies": true })),
    ] {
        let key = |kind: ObjectKind, made: &[ApiObject]| {
            made.iter().find(|object| object.kind == kind).map(|object| object.pk.clone())
        };
        let mut later = later;
        if kind == ObjectKind::PolicyBinding {
            for fields in [&mut fields, &mut later] {
                fields["policy"] = json!(key(ObjectKind::Policy, &made));
                fields["target"] = json!(key(ObjectKind::Flow, &made));
            }
        } else if kind == ObjectKind::Binding {
            fields["target"] = json!(key(ObjectKind::Flow, &made));
            fields["stage"] = json!(key(ObjectKind::WriteStage, &made));
        }
        let sent = body(&fields);
        ensure!(client.find_conflicting(kind, &sent.fields).await?.is_none(), "{kind:?}");
        let object = client.create(kind, sent.clone()).await?;
        ensure!(
            client.find_conflicting(kind, &sent.fields).await?.is_some_and(|twin| twin.pk == object.pk),
            "{kind:?}"
        );
        if kind == ObjectKind::Policy {
            ensure!(client.objects(kind).await?.iter().any(|one| one.pk == object.pk));
        }
        if !later.is_null() {
            client.change(kind, &object.handle, body(&later)).await?;
        }
        made.push(object);
    }
    let flow = made.iter().find(|object| object.kind == ObjectKind::Flow).context("the flow")?;
    ensure!(client.objects_of_target(ObjectKind::Binding, &flow.pk).await?.len() == 1);
    let filter = flow.fields["policybindingmodel_ptr_id"].as_str().context("a key")?;
    ensure!(client.objects_of_target(ObjectKind::PolicyBinding, filter).await?.len() == 1);
    let policy = made.first().context("the policy")?;
    ensure!(!client.test_policy(&policy.pk, me, json!({ "is_sso": true })).await?.passing);
    for object in made.iter().rev() {
        ensure!(client.object(object.kind, &object.handle).await?.is_some(), "{:?}", object.kind);
        ensure!(client.delete(object.kind, &object.handle).await? == DeleteOutcome::Now);
        ensure!(client.object(object.kind, &object.handle).await?.is_none());
    }
    Ok(())
}

/// What a Source stage and a repair need: each made, found, and deleted.
async fn beside(client: &Client, source: &str, me: i64, release: Release) -> Result<()> {
    ensure!(client.users().await?.seen.iter().any(|person| person.pk == me));
    ensure!(client.bindings().await?.iter().any(|bound| bound.signs_in() && bound.order == 100));
    ensure!(client.source_stages().await?.is_empty());
    ensure!(client.history(AuditedModel::Source).await?.iter().any(|change| change.action == "model_created"));
    ensure!(client.history(AuditedModel::Link).await?.is_empty());

    let flow = client.flow("default-authentication-flow").await?.context("a flow")?.pk;
    let stage = json!({ "name": "a-source-stage", "source": source, "resume_timeout": "minutes=10" });
    let link = json!({ "user": me, "source": source, "identifier": "2244994945" });
    let mut made = Vec::new();
    for (kind, fields) in
        [(ObjectKind::SourceStage, stage), (ObjectKind::Binding, json!({})), (ObjectKind::Connection, link)]
    {
        let mut fields = fields.as_object().cloned().unwrap_or_default();
        if kind == ObjectKind::Binding {
            let stage = made.first().map(|stage: &ApiObject| stage.pk.clone());
            fields.extend([("target".to_owned(), json!(flow)), ("order".to_owned(), json!(15))]);
            fields.insert("stage".to_owned(), json!(stage));
        }
        ensure!(client.find_conflicting(kind, &fields).await?.is_none(), "{kind:?}");
        let created = client.create(kind, WriteBody { fields: fields.clone(), secret: None }).await;
        if kind == ObjectKind::Connection && !links_are_written(release) {
            ensure!(created.is_err() && client.object(kind, "1").await?.is_none(), "{release}: {created:?}");
            ensure!(client.delete(kind, "1").await? == DeleteOutcome::Before);
            continue;
        }
        let object = created?;
        ensure!(client.find_conflicting(kind, &fields).await?.is_some_and(|twin| twin.pk == object.pk), "{kind:?}");
        made.push(object);
    }
    let later = json!({ "resume_timeout": "minutes=20" }).as_object().cloned().unwrap_or_default();
    client.change(ObjectKind::SourceStage, &made[0].handle, WriteBody { fields: later, secret: None }).await?;
    ensure!(client.source_stages().await?.iter().any(|stage| stage.resume_timeout == "minutes=20"));
    let history = client.history(AuditedModel::Link).await?;
    let is_told = history.iter().any(|change| change.link().is_some_and(|(user, _)| user == me));
    ensure!(is_told == links_are_written(release), "{history:?}");
    for object in made.iter().rev() {
        ensure!(client.object(object.kind, &object.handle).await?.is_some());
        ensure!(client.delete(object.kind, &object.handle).await? == DeleteOutcome::Now);
        ensure!(client.object(object.kind, &object.handle).await?.is_none());
    }
    Ok(())
}

async fn drives(client: &Client, release: Release) -> Result<()> {
    let slug = Slug::parse("x").ok().context("a slug")?;
    ensure!(client.version().await? == release.version());
    let me = client.me().await?;
    ensure!(client.user_by_name(&me.username).await?.is_some_and(|user| user.pk == me.pk));
    let email = client.user_by_name("akadmin").await?.context("the first user")?.email;
    ensure!(client.user_by_email(&email).await?.is_some_and(|user| user.username == "akadmin"), "{email:?}");
    ensure!(client.user_by_email(&email.to_uppercase()).await?.is_none(), "{email:?}");
    ensure!(client.source_types().await?.len() > 10);
    let kind = client.x_type().await?.name;
    ensure!(client.user(me.pk).await?.is_some_and(|user| user.username == me.username));
    ensure!(client.user(-1).await?.is_none());
    client.licence().await?;
    let flow = client.flow("default-source-authentication").await?.context("a flow")?;
    ensure!(client.flow("nothing").await?.is_none());
    ensure!(client.login_flows().await?.iter().any(|one| one.pk == flow.pk));
    let listed = client.flows().await?;
    ensure!(listed.iter().any(|one| one.pk == flow.pk && one.designation == "authentication" && !one.name.is_empty()));
    let brand = client.brand().await?;
    ensure!(brand.flow_authentication == Some(client.login_flow().await?));
    ensure!(brand.flow_authentication == Some(client.login_flow_of(&brand).await?));
    let brands = client.brands().await?;
    ensure!(brands.iter().any(|one| one.domain == brand.matched_domain && one.default_application.is_none()));
    ensure!(
        brands
            .iter()
            .any(|one| one.default && listed.iter().any(|flow| Some(&flow.pk) == one.flow_authentication.as_ref()))
    );
    let enrolment = client.write_stages().await?;
    let mut of_sources = enrolment.iter().filter(|stage| stage.flow_set.iter().any(|flow| flow.slug == ENROLMENT));
    ensure!(of_sources.all(|stage| stage.makes_active_users() && stage.user_type == "external"), "{enrolment:?}");
    ensure!(client.source_mappings(&slug).await?.is_none());

    let fields = json!({
        "name": "X", "slug": "x", "provider_type": kind, "consumer_key": "an-id", "authentication_flow": flow.pk,
        "enabled": true, "user_matching_mode": "identifier", "additional_scopes": "users.email",
    });
    let body = |fields: Value| WriteBody { fields: fields.as_object().cloned().unwrap_or_default(), secret: None };
    let made = WriteBody { secret: Some(SecretString::from("a-secret")), ..body(fields) };
    ensure!(client.find_conflicting(ObjectKind::Source, &made.fields).await?.is_none());
    client.create(ObjectKind::Source, made.clone()).await?;
    ensure!(client.find_conflicting(ObjectKind::Source, &made.fields).await?.is_some_and(|twin| twin.handle == "x"));
    let source = client.source(&slug).await?.context("what was made")?;
    ensure!((source.enabled, source.provider_type.as_str()) == (true, kind.as_str()));
    ensure!(client.object(ObjectKind::Source, "x").await?.is_some_and(|object| object.pk == source.pk));
    ensure!(client.sources().await?.contains(&source));
    let all = client.all_sources().await?;
    let row = all.iter().find(|row| row.pk == source.pk).context("the source among all of them")?;
    ensure!(row.name == "X" && row.slug == source.slug && row.model == "authentik_sources_oauth.oauthsource");
    ensure!(client.source_of_any_kind(&slug).await?.as_ref() == Some(row));
    let options = client.write_options(ObjectKind::Source, None).await.context("the options of the list")?;
    ensure!(options.may_create() && !options.may_change() && options.takes("slug") && !options.takes("pk"));
    ensure!(client.x_type_name(Some(&options)).await? == kind && client.x_type_name(None).await? == kind);
    ensure!(client.write_options(ObjectKind::Source, Some("x")).await.is_some_and(|options| options.may_change()));
    let links = client.write_options(ObjectKind::Connection, None).await;
    let by_api = LinkCreation::from_options(links.as_ref()) == LinkCreation::Api;
    ensure!(by_api == links_are_written(release), "{release}: {links:?}");
    let named = body(json!({ "provider_type": kind, "name": "X too" }));
    ensure!(client.change(ObjectKind::Source, "x", named).await?.name() == "X too");

    let stage = client.stages().await?.into_iter().next().context("a stage")?;
    ensure!(client.stage_options(&stage.pk).await.is_some_and(|options| options.may_change()));
    let wanted = [source.pk.clone()];
    let shows = client.show_sources(&stage, &wanted).await?.sources;
    ensure!(shows == wanted);
    ensure!(client.stage(&stage.pk).await?.flow_set.first().is_some_and(|flow| !flow.slug.is_empty()));
    let page = client.login_page(&client.login_flow().await?).await?;
    ensure!(page.sources.iter().any(|shown| shown.name == "X too"));
    let way = client.login_redirect(&slug).await?.context("a way to X")?;
    ensure!(way.scopes.iter().any(|scope| scope == "users.email"));
    let links = client.links(&slug).await?;
    ensure!(links.seen.is_empty() && !links.cut);
    ensure!(client.source_mappings(&slug).await?.is_some_and(|mappings| mappings.is_empty()));

    beside(client, &source.pk, me.pk, release).await?;
    ensure!(client.newest_event().await?.is_some());
    ensure!(client.used_links().await?.is_empty());
    let events = client.events(&["model_created", "model_updated"]).await?;
    ensure!(events.len() >= 3 && events.windows(2).all(|pair| pair[0].created >= pair[1].created), "{events:#?}");
    of_mappings(client).await?;
    client.show_sources(&stage, &[]).await?;
    client.delete(ObjectKind::Source, "x").await?;
    ensure!(client.source(&slug).await?.is_none());
    // Its writes leave events, so it comes after everything that reads events.
    of_access(client, me.pk).await?;
    Ok(())
}

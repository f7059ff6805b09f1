//! The source check by a person who didn't create the source: with an address alone, with a token, with the client
//! credentials. Each fault of the server is found by its own check, and nothing is written.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use secrecy::SecretString;
use serde_json::{Value, json};
use sourcerer_core::checks::{CheckOutcome, Finding};
use sourcerer_core::credentials::PasteField;
use sourcerer_core::diagnosis::{Cause, Symptom};
use sourcerer_core::job::source_check::{self, SourceCheck, SourceCheckEvent, SourceCheckResult};
use sourcerer_core::job::status::StageState;
use sourcerer_core::job::{self, SecretLocation};
use sourcerer_core::stage::Stage;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::Role;
use sourcerer_practice::authentik::layout::ServerLayout;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::x::TokenAuthentication;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{
    APPROACH, ASK_X, COMPARE, ExpectedRequest, FIRST_CONTACT, LIVE_TEST, MAPPINGS, OUTSIDE, REPAIR, SIGN_IN, UNDO,
    WRITE, authentik,
};
use sourcerer_tests::world::World;
use std::collections::BTreeSet;

/// A setting that a test changes, as the server's owner would.
const SETTINGS: &[ExpectedRequest] = &[authentik("PATCH", "/api/v3/admin/settings/")];
const WANTED: &[&[ExpectedRequest]] =
    &[SETTINGS, FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, UNDO, OUTSIDE, SIGN_IN, REPAIR, APPROACH, MAPPINGS];

/// A source that works, and that a visitor has used.
async fn set_up(options: PracticeOptions) -> Result<(Admin, TokenAuthentication)> {
    let mut admin = Admin::begins(World::started(options).await?);
    let pair = admin.comes_to_the_live_test().await?;
    admin.does_the_rest().await?;
    Ok((admin, pair))
}

/// What a person enters who supports the source.
async fn entered(admin: &Admin, token: Option<&SecretString>, pair: Option<&TokenAuthentication>) -> SourceCheck {
    let mut support = SourceCheck::default();
    let base = admin.world.practice().authentik.base();
    let slug = admin.world.practice().authentik.slug();
    support.merge_input(format!("{base}/source/oauth/callback/{slug}/"), String::new(), false);
    if let Some(token) = token {
        support.take_token(source_check::token(&admin.environment, &support, token, SecretLocation::Memory).await);
    }
    if let Some(pair) = pair {
        let id = SecretString::from(pair.client_id.as_str());
        source_check::pair(&admin.environment, &mut support, PasteField::ClientId, &id);
        source_check::pair(&admin.environment, &mut support, PasteField::ClientSecret, &pair.client_secret);
    }
    support
}

async fn runs(admin: &Admin, support: &SourceCheck) -> Result<SourceCheckResult> {
    Box::pin(source_check::run(&admin.environment, support, &mut |_| ())).await.map_err(said)
}

fn raw(admin: &Admin) -> Raw {
    Raw::new(admin.world.practice().authentik.base(), admin.world.token())
}

/// Changes the source outside of the product.
async fn changes(admin: &Admin, fields: &Value) -> Result<()> {
    let slug = admin.world.practice().authentik.slug();
    let mut body = json!({ "provider_type": "twitter" });
    body.as_object_mut().context("an object")?.extend(fields.as_object().cloned().unwrap_or_default());
    raw(admin).patch(&format!("/api/v3/sources/oauth/{slug}/"), &body).await?;
    Ok(())
}

/// `check diagnosis` of all diagnoses, worst first.
fn diagnosed(found: &SourceCheckResult) -> Vec<String> {
    let told = |one: &Finding| Some(format!("{} {}", one.id, one.diagnosis.as_ref()?.id));
    found.findings.iter().filter_map(told).collect()
}

fn outcome(found: &SourceCheckResult, id: &str) -> Option<CheckOutcome> {
    found.findings.iter().find(|one| one.id == id).map(|one| one.outcome)
}

#[tokio::test]
async fn the_more_is_given_the_less_is_left_unseen_and_nothing_is_written() -> Result<()> {
    let (admin, pair) = Box::pin(set_up(PracticeOptions::default())).await?;
    let token = admin.world.token().clone();
    let before = sourcerer_tests::requests::writes(&admin.world.log().all());

    let outside = runs(&admin, &entered(&admin, None, None).await).await?;
    let inside = runs(&admin, &entered(&admin, Some(&token), None).await).await?;
    let mut heard = Vec::new();
    let support = entered(&admin, Some(&token), Some(&pair)).await;
    let all =
        Box::pin(source_check::run(&admin.environment, &support, &mut |one| heard.push(one))).await.map_err(said)?;

    let unseen = |found: &SourceCheckResult| found.unseen.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    let of_outside = ["other-brands", "matching", "user-names", "mappings", "sign-ins", "secret", "app", "callbacks"];
    ensure!(unseen(&outside) == of_outside, "{:?}", unseen(&outside));
    ensure!(unseen(&inside) == ["user-names", "secret", "app", "callbacks"], "{:?}", unseen(&inside));
    // Then it is known whether X accepts the client credentials. Which secret the server has is never known.
    let secret =
        |found: &SourceCheckResult| found.unseen.iter().find(|one| one.id == "secret").map(|one| one.what.id.clone());
    ensure!(secret(&all) != secret(&inside));

    for found in [&outside, &inside, &all] {
        let breaking: Vec<_> = diagnosed(found);
        ensure!(breaking.iter().all(|one| one.starts_with("host ")), "{breaking:?}");
        let severities: Vec<_> = found.findings.iter().map(|one| one.severity).collect();
        ensure!(severities.is_sorted_by(|a, b| a >= b), "worst first: {severities:?}");
    }
    for id in [
        "token",
        "source",
        "provider-type",
        "flow-known",
        "flow-new",
        "matching",
        "scopes-set",
        "drift",
        "mappings",
        "events",
        "users-linked",
        "locked-out",
        "pair",
        "secret-pushed",
    ] {
        ensure!(outcome(&all, id) == Some(CheckOutcome::Passed), "{id}: {:#?}", all.findings);
    }
    let came: BTreeSet<_> = heard
        .iter()
        .filter_map(|one| match one {
            SourceCheckEvent::Finding(finding) => Some(finding.id.clone()),
            SourceCheckEvent::Legs(_) => None,
        })
        .collect();
    ensure!(all.findings.iter().all(|one| came.contains(&one.id)), "each was heard as it came");
    ensure!(heard.iter().any(|one| matches!(one, SourceCheckEvent::Legs(_))));
    ensure!(all.requests > inside.requests && inside.requests > outside.requests);

    ensure!(sourcerer_tests::requests::writes(&admin.world.log().all()) == before, "a check writes nothing");
    // No code, no state and no name is in what is shown or stored.
    let shown = format!("{all:?}");
    let users = raw(&admin).list("/api/v3/core/users/").await?;
    let came = users.iter().find(|user| user["path"] == format!("goauthentik.io/sources/{}", support.slug));
    let came = came.and_then(|user| user["username"].as_str()).context("who came in")?;
    for text in [came, "code=", "state="] {
        ensure!(!shown.contains(text), "{text}: {shown}");
    }
    admin.ends(WANTED)
}

#[tokio::test]
async fn each_fault_of_the_settings_is_found_by_its_own_check() -> Result<()> {
    let (admin, _) = Box::pin(set_up(PracticeOptions::default())).await?;
    let token = admin.world.token().clone();
    let good = raw(&admin).get(&format!("/api/v3/sources/oauth/{}/", admin.world.practice().authentik.slug())).await?;
    for (fields, wanted) in [
        (
            json!({ "enrollment_flow": null }),
            vec!["flow-new enrolment-flow-missing", "drift-enrollment_flow setting-drifted"],
        ),
        (
            json!({ "authentication_flow": null }),
            vec!["flow-known sign-in-flow-missing", "drift-authentication_flow setting-drifted"],
        ),
        (
            json!({ "user_matching_mode": "email_deny" }),
            vec!["matching matching-needs-email", "drift-user_matching_mode setting-drifted"],
        ),
        (
            json!({ "user_matching_mode": "username_link" }),
            vec!["matching matching-by-user-name", "drift-user_matching_mode setting-drifted"],
        ),
        (
            json!({ "additional_scopes": "users.email\noffline.access" }),
            vec!["scopes-set scopes-broken", "drift-additional_scopes setting-drifted"],
        ),
        // An API Key in place of the Client ID: the login page shows no sign of it.
        (
            json!({ "consumer_key": "xvz1evFS4wEEPTGEFPHBog123" }),
            vec!["client-id client-id-of-other-kind", "drift-consumer_key setting-drifted"],
        ),
        (json!({ "enabled": false }), vec!["source source-disabled", "drift-enabled setting-drifted"]),
    ] {
        changes(&admin, &fields).await?;
        let run = runs(&admin, &entered(&admin, Some(&token), None).await).await?;
        let found = diagnosed(&run);
        let proved = run.findings.iter().filter(|one| one.id.starts_with("drift-")).all(|one| one.exchange.is_some());
        ensure!(proved, "each tells the exchange that it was read from: {:?}", run.findings);
        for one in &wanted {
            ensure!(found.iter().any(|found| found == one), "{fields}: {one} isn't among {found:?}");
        }
        let back: Value = fields
            .as_object()
            .context("an object")?
            .keys()
            .map(|name| (name.clone(), good[name].clone()))
            .collect::<serde_json::Map<_, _>>()
            .into();
        changes(&admin, &back).await?;
    }
    let found = runs(&admin, &entered(&admin, Some(&token), None).await).await?;
    ensure!(outcome(&found, "drift") == Some(CheckOutcome::Passed), "{:?}", diagnosed(&found));
    admin.ends(WANTED)
}

#[tokio::test]
async fn flows_that_dont_suit_a_source_are_found_by_their_stages() -> Result<()> {
    let (admin, _) = Box::pin(set_up(PracticeOptions::default())).await?;
    let token = admin.world.token().clone();
    let flows = raw(&admin).list("/api/v3/flows/instances/").await?;
    let pk = |slug: &str| flows.iter().find(|flow| flow["slug"] == slug).map(|flow| flow["pk"].clone());
    let pk = |slug: &str| pk(slug).with_context(|| slug.to_owned());
    let login = pk("default-authentication-flow")?;
    let (known, new) = (pk("default-source-authentication")?, pk("default-source-enrollment")?);
    for (known, new, wanted) in [
        (&known, &new, vec![]),
        (&login, &new, vec!["flow-known sign-in-flow-unfit"]),
        (&known, &login, vec!["flow-new enrolment-flow-unfit"]),
        (&new, &known, vec!["flow-known sign-in-flow-unfit", "flow-new enrolment-flow-unfit"]),
    ] {
        changes(&admin, &json!({ "authentication_flow": known, "enrollment_flow": new })).await?;
        let found = diagnosed(&runs(&admin, &entered(&admin, Some(&token), None).await).await?);
        let found: Vec<_> = found.iter().filter(|one| one.starts_with("flow-")).map(String::as_str).collect();
        ensure!(found == wanted, "{found:?} and not {wanted:?}");
    }
    admin.ends(WANTED)
}

#[tokio::test]
async fn a_base_url_is_compared_with_the_address_where_the_release_has_one() -> Result<()> {
    for (release, has) in [("2026.2", false), ("2026.8", true)] {
        let options = PracticeOptions { release: release.parse()?, ..PracticeOptions::default() };
        let mut admin = Admin::begins(World::started(options).await?);
        let token = admin.world.token().clone();
        let base = admin.world.practice().authentik.base().to_owned();
        for (set, differs) in [("", false), (base.as_str(), false), ("https://elsewhere.test", true)] {
            raw(&admin).patch("/api/v3/admin/settings/", &json!({ "base_url": set })).await?;
            let found = runs(&admin, &entered(&admin, Some(&token), None).await).await?;
            let wanted = has.then_some(if differs { CheckOutcome::Found } else { CheckOutcome::Passed });
            ensure!(outcome(&found, "base-url") == wanted, "{release} {set:?}: {:?}", diagnosed(&found));
            admin.checks_the_server().await?;
            let page = admin.job()?.server;
            let noted = page.legs.iter().filter_map(|leg| leg.diagnosis.as_ref());
            let noted = noted.filter(|diagnosis| diagnosis.id == "base-url-differs").count();
            ensure!(noted == usize::from(has && differs), "{release} {set:?}: {:?}", page.legs);
            ensure!(page.problem.is_none(), "it works all the same");
        }
        admin.ends(WANTED)?;
    }
    Ok(())
}

#[tokio::test]
async fn of_a_proxy_that_loses_https_the_list_of_proxies_comes_first_from_2026_8_on() -> Result<()> {
    for (release, fault, first) in [
        ("2026.2", Fault::ProxyLosesHttps, Cause::ProxyDropsScheme),
        ("2026.8", Fault::ProxyUntrusted, Cause::ProxyUntrusted),
        ("2026.2", Fault::ProxyLosesBoth, Cause::ProxySendsOwnHost),
        ("2026.8", Fault::ProxyLosesBoth, Cause::ProxyUntrusted),
    ] {
        let faults = [fault, Fault::SourceOfAnotherApp].into_iter().collect();
        let options = PracticeOptions { release: release.parse()?, faults, ..PracticeOptions::default() };
        let admin = Admin::begins(World::started(options).await?);
        let mut support = entered(&admin, None, None).await;
        support.choose_ca(Some(admin.world.practice().authentik.ca_file().context("a CA")?.to_owned()));
        let found = runs(&admin, &support).await?;
        let callback = found.findings.iter().find(|one| one.id == "callback").context("a callback")?;
        let diagnosis = callback.diagnosis.as_ref().context("a diagnosis")?;
        ensure!(diagnosis.causes.first().map(|cause| cause.cause) == Some(first), "{release} {fault:?}: {diagnosis:?}");
        let why = sourcerer_core::i18n::Localizer::english().format(&diagnosis.why);
        ensure!(why.contains("AUTHENTIK_LISTEN__TRUSTED_PROXY_CIDRS") == (release == "2026.8"), "{why}");
        let both = matches!(callback.symptom, Some(Symptom::CallbackOtherHost { loses_https: true, .. }));
        ensure!(both == (fault == Fault::ProxyLosesBoth), "{:?}", callback.symptom);
        admin.ends(WANTED)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_disabled_source_is_told_from_a_missing_one_only_with_a_token() -> Result<()> {
    let (admin, _) = Box::pin(set_up(PracticeOptions::default())).await?;
    let token = admin.world.token().clone();
    changes(&admin, &json!({ "enabled": false })).await?;
    let outside = diagnosed(&runs(&admin, &entered(&admin, None, None).await).await?);
    ensure!(outside.contains(&"source source-unknown-or-disabled".to_owned()), "{outside:?}");
    let inside = diagnosed(&runs(&admin, &entered(&admin, Some(&token), None).await).await?);
    ensure!(inside.contains(&"source source-disabled".to_owned()), "{inside:?}");

    let mut nobody = entered(&admin, Some(&token), None).await;
    nobody.merge_input(nobody.address.clone(), "nobody".to_owned(), false);
    let found = runs(&admin, &nobody).await?;
    ensure!(diagnosed(&found).contains(&"source source-missing".to_owned()), "{:?}", diagnosed(&found));
    ensure!(outcome(&found, "matching").is_none(), "of no source there is nothing to judge");
    admin.ends(WANTED)
}

#[tokio::test]
async fn what_the_token_may_not_see_names_the_right_and_a_refused_one_is_told_alone() -> Result<()> {
    const RIGHTS: &[&str] = &["authentik_flows.view_flow"];
    let world = World::started(PracticeOptions { role: Role::Rights(RIGHTS), ..PracticeOptions::default() }).await?;
    let admin = Admin::begins(world);
    let token = admin.world.token().clone();
    let found = runs(&admin, &entered(&admin, Some(&token), None).await).await?;
    for (id, right) in [
        ("matching", "view_oauthsource"),
        ("mappings", "view_oauthsourcepropertymapping"),
        ("events", "view_event"),
        ("users-linked", "view_useroauthsourceconnection"),
        ("locked-out", "view_user"),
    ] {
        let finding = found.findings.iter().find(|one| one.id == id).with_context(|| format!("{id}: {found:#?}"))?;
        let detail = sourcerer_core::i18n::Localizer::english().format(finding.detail.as_ref().context("a reason")?);
        ensure!(finding.outcome == CheckOutcome::Skipped && detail.contains(right), "{id}: {detail}");
    }
    let false_token = SecretString::from("not-a-token-of-this-server");
    let found = runs(&admin, &entered(&admin, Some(&false_token), None).await).await?;
    let told = diagnosed(&found);
    ensure!(told.contains(&"token api-token-refused".to_owned()), "{told:?}");
    ensure!(outcome(&found, "matching").is_none(), "{:?}", found.findings);
    admin.ends(WANTED)
}

#[tokio::test]
async fn a_wrong_secret_is_x_to_say_and_another_one_is_known_by_its_fingerprint() -> Result<()> {
    let (admin, pair) = Box::pin(set_up(PracticeOptions::default())).await?;
    let token = admin.world.token().clone();
    // The secret of another app: X refuses the client credentials, and it isn't the one that was pushed.
    let other = admin.world.register(Vec::new(), String::new());
    let wrong = TokenAuthentication { client_id: pair.client_id.clone(), client_secret: other.client_secret.clone() };
    let found = runs(&admin, &entered(&admin, Some(&token), Some(&wrong)).await).await?;
    let told = diagnosed(&found);
    ensure!(told.contains(&"pair x-secret-refused".to_owned()), "{told:?}");
    ensure!(told.contains(&"secret-pushed secret-not-pushed".to_owned()), "{told:?}");
    // Another app's Client ID isn't the one that the server sends to X.
    let found = runs(&admin, &entered(&admin, None, Some(&other)).await).await?;
    let told = diagnosed(&found);
    ensure!(told.contains(&"client-id client-id-differs".to_owned()), "{told:?}");
    admin.ends(WANTED)
}

#[tokio::test]
async fn a_dead_server_costs_its_own_time_and_x_is_asked_all_the_same() -> Result<()> {
    let admin = Admin::begins(World::new().await?);
    let pair = admin.world.register(Vec::new(), String::new());
    let mut support = entered(&admin, None, Some(&pair)).await;
    let port = sourcerer_practice::free_port().context("a port")?;
    support.merge_input(format!("http://127.0.0.1:{port}"), "x".to_owned(), false);
    let found = runs(&admin, &support).await?;
    let told = diagnosed(&found);
    ensure!(told == ["server server-connection-refused"], "{told:?}");
    ensure!(outcome(&found, "pair") == Some(CheckOutcome::Passed), "{:?}", found.findings);
    ensure!(found.unseen.is_empty(), "of a server that isn't reached everything is open");
    admin.ends(WANTED)
}

#[tokio::test]
async fn people_who_lost_their_link_are_counted_and_the_repair_is_pointed_to() -> Result<()> {
    let (admin, _) = Box::pin(set_up(PracticeOptions::default())).await?;
    let token = admin.world.token().clone();
    let links = raw(&admin).list("/api/v3/sources/user_connections/oauth/").await?;
    ensure!(links.len() == 1, "{links:?}");
    let slug = admin.world.practice().authentik.slug().to_owned();
    let mut again = raw(&admin).get(&format!("/api/v3/sources/oauth/{slug}/")).await?;
    raw(&admin).json(http::Method::DELETE, &format!("/api/v3/sources/oauth/{slug}/"), None).await?;
    again["consumer_secret"] = "another-secret-of-this-app".into();
    raw(&admin).post("/api/v3/sources/oauth/", &again).await?;
    let found = runs(&admin, &entered(&admin, Some(&token), None).await).await?;
    let told = diagnosed(&found);
    ensure!(told.contains(&"locked-out people-locked-out".to_owned()), "{told:?}");
    // The fingerprint and the recorded operations belong to the deleted source.
    ensure!(outcome(&found, "drift") == Some(CheckOutcome::Skipped), "{:?}", found.findings);
    admin.ends(WANTED)
}

#[tokio::test]
async fn a_check_goes_on_as_a_job_at_the_live_test_with_all_that_was_given() -> Result<()> {
    let (mut admin, pair) = Box::pin(set_up(PracticeOptions::default())).await?;
    let token = admin.world.token().clone();
    let mut support = entered(&admin, Some(&token), Some(&pair)).await;
    let run = support.begin().context("a run")?;
    let found = runs(&admin, &support).await?;
    support.merge_result(run, Some(found));
    admin.session.support = support.clone();
    let job = Box::pin(source_check::open_job(&admin.environment, &support)).await.map_err(said)?;
    admin.session.open(&admin.environment, job);
    let job = admin.job()?;
    ensure!(job.page == Stage::SignIn && job.slug == admin.world.practice().authentik.slug(), "{job:#?}");
    ensure!(job.credentials.client_id.as_deref() == Some(pair.client_id.as_str()));
    ensure!(admin.session.support.found.is_some(), "the check is as it was");
    // The port of the test has been in the app's list since before.
    admin.checks_the_server_again().await?;
    admin.asks_x().await.map_err(said)?;
    let states = admin.states()?;
    ensure!(states[0] == StageState::Done && states[2] == StageState::Done, "{states:?}");
    admin.ends(WANTED)
}

#[tokio::test]
async fn a_proxy_that_loses_https_is_found_behind_a_private_ca() -> Result<()> {
    let mut admin = Admin::begins(World::with(&[Fault::ProxyLosesHttps, Fault::SourceOfAnotherApp]).await?);
    // Outside of practice no CA is trusted that wasn't chosen.
    let practice = std::mem::replace(&mut admin.environment.world, job::Mode::Real);
    let ca = admin.world.practice().authentik.ca_file().context("a CA")?.to_owned();
    let mut support = entered(&admin, Some(&admin.world.token().clone()), None).await;
    let found = runs(&admin, &support).await?;
    ensure!(diagnosed(&found) == ["server server-tls-untrusted"], "{:?}", diagnosed(&found));
    admin.environment.world = practice;
    support.choose_ca(Some(ca));
    let found = runs(&admin, &support).await?;
    let told = diagnosed(&found);
    ensure!(told.contains(&"callback callback-loses-https".to_owned()), "{told:?}");
    // The API's value is shown next to what X receives.
    let rows = |one: &Finding| one.bytes.as_ref().map_or(0, |bytes| bytes.rows.len());
    let callback = found.findings.iter().find(|one| one.id == "callback").context("a callback")?;
    ensure!(rows(callback) == 3, "{callback:#?}");
    admin.ends(WANTED)
}

#[tokio::test]
async fn in_practice_the_practice_ca_is_trusted_without_being_chosen() -> Result<()> {
    let admin = Admin::begins(World::started(PracticeOptions { tls: true, ..PracticeOptions::default() }).await?);
    let support = entered(&admin, None, None).await;
    let found = runs(&admin, &support).await?;
    let untrusted = |finding: &&Finding| finding.diagnosis.as_ref().is_some_and(|one| one.id == "server-tls-untrusted");
    ensure!(!found.findings.iter().any(|finding| untrusted(&finding)), "{:?}", found.findings);
    Ok(())
}

/// A check of which only the server's address is known.
fn of_server(admin: &Admin) -> SourceCheck {
    let mut support = SourceCheck::default();
    support.merge_input(admin.world.practice().authentik.base().to_owned(), String::new(), false);
    support
}

#[tokio::test]
async fn the_only_source_of_a_server_is_found_by_its_login_page_and_checked() -> Result<()> {
    let (admin, _) = Box::pin(set_up(PracticeOptions::default())).await?;
    let mut support = of_server(&admin);
    ensure!(support.wants_source() && support.begin().is_none(), "nothing is known to check");
    let asked = support.clone();
    let found = source_check::find_sources(&admin.environment, &asked).await.map_err(said)?;
    support.merge_sources(&asked, found);
    ensure!(support.slug().is_some_and(|slug| slug.as_str() == admin.world.practice().authentik.slug()));
    let found = runs(&admin, &support).await?;
    ensure!(diagnosed(&found).is_empty(), "{:?}", diagnosed(&found));
    admin.ends(WANTED)
}

#[tokio::test]
async fn of_several_sources_none_is_guessed_and_other_input_drops_what_was_found() -> Result<()> {
    let layout = ServerLayout::Sources(3);
    let admin = Admin::begins(World::started(PracticeOptions { layout, ..PracticeOptions::default() }).await?);
    let mut support = of_server(&admin);
    let asked = support.clone();
    let found = source_check::find_sources(&admin.environment, &asked).await.map_err(said)?;
    let slugs: Vec<_> = found.iter().map(|source| source.slug.clone()).collect();
    ensure!(slugs == ["x-1", "x-2", "x-3"], "{slugs:?}");
    support.merge_sources(&asked, found.clone());
    ensure!(support.slug().is_none() && support.begin().is_none(), "a source was guessed");

    // What was found for an address isn't taken for another one.
    support.merge_input("https://authentik.company".to_owned(), String::new(), false);
    support.merge_sources(&asked, found[..1].to_vec());
    ensure!(support.slug().is_none() && support.wants_source());
    Ok(())
}

#[tokio::test]
async fn where_the_login_page_has_no_button_of_x_none_is_found() -> Result<()> {
    let admin = Admin::begins(World::started(PracticeOptions::default()).await?);
    let found = source_check::find_sources(&admin.environment, &of_server(&admin)).await.map_err(said)?;
    ensure!(found.is_empty(), "{found:?}");
    Ok(())
}

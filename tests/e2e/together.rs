//! Two instances push at once while a third party edits the login page: no source is lost.

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};
use sourcerer_core::address::{HttpPolicy, ServerUrl, Slug};
use sourcerer_core::authentik::{Client, Matching};
use sourcerer_core::clock::Clock;
use sourcerer_core::credentials::{ClientId, ClientSecret};
use sourcerer_core::net::{HttpClient, PATIENCE, Proxies, Trace};
use sourcerer_core::plan::{self, Choices, Confirmation, Desired, Error, ExistingSource, Journals};
use sourcerer_practice::{Practice, PracticeOptions};
use sourcerer_tests::proxy::{Passed, Proxy};
use sourcerer_tests::raw::Raw;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use time::OffsetDateTime;
use tokio::sync::RwLockWriteGuard;
use tokio::time::sleep;

const ROUNDS: usize = 20;

/// How often a round is repeated if the edit happens at a moment that no client can detect.
const AGAIN: usize = 6;

/// How often an instance compares and pushes again after it was told that the server changed meanwhile.
const TRIES: usize = 8;

/// A delay long enough for another client's request between an answer and its arrival.
const ON_THE_WAY: Duration = Duration::from_millis(12);

/// Requests that are sent in parallel arrive within this time.
const TOGETHER: Duration = Duration::from_millis(3);

/// The product sends its read this long before the write, so that the server answers the read first. On a machine under
/// load the two may arrive closer together, and then the server may answer them in the other order.
const IN_ORDER: Duration = Duration::from_millis(1);

/// The first requests of both only read what the plan needs.
const FIRST: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn two_machines_and_another_admin_at_once_lose_nobodys_source() -> Result<()> {
    rounds(["one", "other"]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_instances_of_one_machine_and_another_admin_at_once_lose_nobodys_source() -> Result<()> {
    rounds(["both", "both"]).await
}

/// Runs the rounds. Each has another moment for the third party's edit, and all losses are reported together.
async fn rounds(folders: [&str; 2]) -> Result<()> {
    let mut lost = Vec::new();
    for round in 0..ROUNDS {
        // A loss that no client can detect isn't the product's fault; a moment at which it happens every time would be.
        for again in (0..AGAIN).rev() {
            match one_round(round, folders).await {
                Ok(RoundResult::Well) => break,
                Ok(RoundResult::Nowhere(_)) if again > 0 => {}
                Ok(RoundResult::Nowhere(course)) => lost.push(format!("round {round}: {course}")),
                Err(error) => {
                    lost.push(format!("round {round}: {error:#}"));
                    break;
                }
            }
        }
    }
    assert_eq!(lost, Vec::<String>::new(), "{} of {ROUNDS} rounds", lost.len());
    Ok(())
}

/// The result of a round.
enum RoundResult {
    /// All sources are on the page.
    Well,
    /// The third party's source is missing: it was added after a writer's last read and before its write. authentik
    /// doesn't protect a list by a version, so no client can detect this.
    Nowhere(String),
}

async fn one_round(round: usize, folders: [&str; 2]) -> Result<RoundResult> {
    let practice = Practice::start(PracticeOptions::default()).await?;
    let proxy = Proxy::slow(practice.authentik.base(), ON_THE_WAY).await?;
    let raw = Raw::new(practice.authentik.base(), practice.authentik.token());
    let folder = TempDir::new()?;
    let before = source(&raw, "company").await?;
    let third = source(&raw, "third").await?;
    let page = login_page(&raw).await?;
    edit(&raw, &page, &[&before]).await?;

    let pushes = |slug: &'static str, journals: &str| {
        let journals = Journals::new(folder.path().join(journals));
        pushes(proxy.base().to_owned(), practice.authentik.token().clone(), slug, journals)
    };
    let third_party = async {
        while proxy.passed().len() < FIRST + round {
            sleep(Duration::from_millis(1)).await;
        }
        // The third party's own read and write are one step, so that it loses nothing by itself.
        let _nobody_else = quiet(&proxy).await;
        let moment = Instant::now();
        let page = login_page(&raw).await?;
        edit(&raw, &page, &[&third]).await?;
        anyhow::Ok(moment)
    };
    let later = async {
        sleep(ON_THE_WAY / 4 * u32::try_from(round)?).await;
        pushes("other", folders[1]).await
    };
    let (one, other, third_party) = tokio::join!(pushes("one", folders[0]), later, third_party);
    let moment = third_party?;
    let mut wrong = Vec::new();
    for (slug, pushed) in [("one", one), ("other", other)] {
        if let Err(error) = pushed {
            wrong.push(format!("{slug} isn't pushed: {error:#}"));
        }
    }
    let shown = shown(&login_page(&raw).await?);
    let sources = raw.list("/api/v3/sources/oauth/").await?;
    for slug in ["company", "third", "one", "other"] {
        let there: Vec<_> = sources.iter().filter(|source| source["slug"] == slug).collect();
        ensure!(there.len() <= 1, "{slug} is there {} times", there.len());
        if !there.first().is_some_and(|source| shown.iter().any(|pk| *pk == source["pk"])) {
            wrong.push(format!("{slug} isn't on the login page"));
        }
    }
    let passed = proxy.passed();
    match wrong.as_slice() {
        [] => Ok(RoundResult::Well),
        [only] if only.starts_with("third") && could_not_be_seen(&passed, moment) => {
            Ok(RoundResult::Nowhere(format!("{only} after {}", course(&passed, moment))))
        }
        _ => bail!("{} after {}", wrong.join(", "), course(&passed, moment)),
    }
}

/// Whether the next writer couldn't read the stage between the third party's edit and its write, or had sent the write
/// already. It can have seen the edit only in the read that it sends together with the write, if the server answered that
/// read first: reads of the other writer tell it nothing.
fn could_not_be_seen(passed: &[Passed], moment: Instant) -> bool {
    let mut of_stage = passed.iter().filter(|passed| passed.path.contains("/stages/identification/"));
    let written = of_stage.clone().find(|passed| passed.method == "PATCH" && passed.came >= moment);
    written.is_some_and(|written| {
        let own = of_stage.rfind(|passed| passed.method == "GET" && passed.came <= written.came);
        let is_before = |own: &Passed| own.came + IN_ORDER <= written.came && own.answered < written.answered;
        let looked = own.is_some_and(|own| own.came > moment && is_before(own));
        !looked || written.came - moment < ON_THE_WAY
    })
}

/// The requests about the stage in their order, with the milliseconds since the third party's edit: when they arrived,
/// and when they were answered.
fn course(passed: &[Passed], moment: Instant) -> String {
    let millis = |at: Instant| match at.checked_duration_since(moment) {
        Some(after) => format!("+{}", after.as_millis()),
        None => format!("-{}", (moment - at).as_millis()),
    };
    let of_stage = passed.iter().filter(|passed| passed.path.contains("/stages/identification/"));
    let asked = of_stage.map(|passed| {
        format!("{} {}…{}", passed.method, millis(passed.came), passed.answered.map(millis).unwrap_or_default())
    });
    asked.collect::<Vec<_>>().join(", ")
}

/// Keeps all others from the server. It waits if a write is under way, or a read that was sent together with one: what
/// is written then can't be detected, because authentik has no version of a list, and protects no write by one.
async fn quiet(proxy: &Proxy) -> RwLockWriteGuard<'_, ()> {
    loop {
        let guard = proxy.hold().await;
        let on_the_way = proxy.passed().into_iter().filter(|passed| passed.answered.is_none());
        if on_the_way.into_iter().all(|passed| passed.method == "GET" && passed.came.elapsed() > TOGETHER) {
            return guard;
        }
        drop(guard);
        sleep(Duration::from_millis(1)).await;
    }
}

/// Pushes, and compares again when the product reports that the server changed meanwhile.
async fn pushes(base: String, token: secrecy::SecretString, slug: &'static str, journals: Journals) -> Result<()> {
    let clock = Clock::new(OffsetDateTime::now_utc);
    let net = HttpClient::new(None, Proxies::None, PATIENCE, Trace::default(), clock.clone())?;
    let client = Client::new(net, &ServerUrl::parse(&base, HttpPolicy::LoopbackOnly)?.url, Some(token));
    let secret = ClientSecret::from("LKZErcbH78LtyhXt2B70F0HxkGn_GORtNPwaNg2T7xz2Y-9NgU");
    let desired = Desired {
        name: slug.to_owned(),
        slug: Slug::parse(slug)?,
        client_id: ClientId::from(format!("client-id-of-{slug}")),
        matching: Matching::Identifier,
        enrolment: true,
        additional_scopes: String::new(),
        mappings: Vec::new(),
        enabled: true,
        // Each knows of the other, and uses its own source.
        choices: Choices { existing: Some(ExistingSource::Another(slug.to_owned())), ..Choices::default() },

        embed: None,
        access: None,
        links: Vec::new(),
    };
    for _ in 0..TRIES {
        let plan = Box::pin(plan::make_plan(&client, &desired, Some(&secret), false, &journals, &clock)).await?;
        match Box::pin(plan::apply(&client, &plan, Some(&secret), Confirmation::Plain, &journals, &clock, &mut |_| {}))
            .await
        {
            Ok(_) => return Ok(()),
            Err(Error::ChangedMeanwhile { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    bail!("changed meanwhile, {TRIES} times")
}

async fn source(raw: &Raw, slug: &str) -> Result<Value> {
    let body = json!({
        "name": slug, "slug": slug, "provider_type": "github", "consumer_key": "key", "consumer_secret": "secret",
    });
    Ok(raw.post("/api/v3/sources/oauth/", &body).await?["pk"].clone())
}

async fn login_page(raw: &Raw) -> Result<Value> {
    raw.list("/api/v3/stages/identification/").await?.into_iter().next().context("an identification stage")
}

fn shown(page: &Value) -> Vec<Value> {
    page["sources"].as_array().cloned().unwrap_or_default()
}

/// Adds sources to those on the page.
async fn edit(raw: &Raw, page: &Value, more: &[&Value]) -> Result<()> {
    let sources: Vec<_> = shown(page).into_iter().chain(more.iter().map(|pk| (*pk).clone())).collect();
    let pk = page["pk"].as_str().context("a key")?;
    raw.patch(&format!("/api/v3/stages/identification/{pk}/"), &json!({ "sources": sources })).await.map(drop)
}

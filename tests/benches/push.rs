//! The cost of a push: `cargo xtask bench push`.
//!
//! The product's first push, from the comparison to the check from outside in one go, as in the terminal, is compared
//! with a plain client. The plain client makes only the same necessary reads, the writes, one read-back for each write,
//! and the check from outside. Every answer takes [`ON_THE_WAY`] longer than the practice server needs. The two take
//! turns.
#![expect(clippy::print_stdout, reason = "its lines are what it is for")]

use anyhow::{Context as _, Result, anyhow, ensure};
use http::Method;
use secrecy::SecretString;
use serde_json::{Value, json};
use sourcerer_core::credentials::PasteField;
use sourcerer_core::diagnosis::{Severity, Symptom};
use sourcerer_core::job::credentials::{self, Override};
use sourcerer_core::job::model::OutsideCheck;
use sourcerer_core::job::{Environment, Job, SecretLocation, Session, push, push_and_verify, server, verify};
use sourcerer_core::net::TransportPool;
use sourcerer_core::plan::PlanState;
use sourcerer_practice::x::TokenAuthentication;
use sourcerer_tests::proxy::{Passed, Proxy};
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::is_read;
use sourcerer_tests::world::World;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

const TIMES: usize = 24;

const ON_THE_WAY: Duration = Duration::from_millis(20);

const SLUG: &str = "x";

/// The flows for known users and for new ones.
const FLOWS: [&str; 2] = ["default-source-authentication", "default-source-enrollment"];

/// A request: its method and its path, with `{stage}` for the identification stage's key.
type Needed = (&'static str, &'static str);

/// The fewest requests of a first push. Those of a line are sent in parallel: each line needs the answers of the line
/// before.
const FEWEST: &[&[Needed]] = &[
    &[
        // The type of source for X, which is needed to create a source.
        ("GET", "/api/v3/sources/oauth/source_types/"),
        // The existing sources: an existing one is changed, and never created again.
        ("GET", "/api/v3/sources/oauth/?page_size=100"),
        // The UUIDs of the two flows that a source needs.
        ("GET", "/api/v3/flows/instances/?page_size=100"),
        // The stages that show buttons, with the lists that a write replaces as a whole.
        ("GET", "/api/v3/stages/identification/?page_size=100"),
        // Which of them is the login page.
        ("GET", "/api/v3/core/brands/current/"),
    ],
    &[("POST", "/api/v3/sources/oauth/")],
    &[
        // The read-back.
        ("GET", "/api/v3/sources/oauth/x/"),
        // The list right before it is written: another client may have changed it.
        ("GET", "/api/v3/stages/identification/{stage}/"),
    ],
    &[("PATCH", "/api/v3/stages/identification/{stage}/")],
    &[
        // The read-back.
        ("GET", "/api/v3/stages/identification/{stage}/"),
        // What a visitor gets: the button and its target.
        ("VISIT", "/api/v3/flows/executor/default-authentication-flow/?query="),
        ("VISIT", "/source/oauth/login/x/"),
    ],
];

/// The product's further requests, and their purposes.
const BESIDE: &[(Needed, &str)] = &[
    (("GET", "/api/v3/core/brands/"), "whose login pages there are, and that other brands' visitors are told of too"),
    (("GET", "/api/v3/sources/oauth/x/"), "before anything is written: whether all still is as it was shown"),
    (("GET", "/api/v3/stages/identification/{stage}/"), "the same of the login page"),
    (("GET", "/api/v3/stages/identification/{stage}/"), "beside the write: what it takes away of others is put back"),
];

#[tokio::main]
async fn main() -> Result<()> {
    // Test runners start this program too, to list its tests: it has none.
    if !std::env::args().any(|word| word == "--bench") {
        return Ok(());
    }
    let world = World::new().await?;
    let authentik = &world.practice().authentik;
    let proxy = Proxy::slow(authentik.base(), ON_THE_WAY).await?;
    let admin = Raw::new(authentik.base(), authentik.token());
    let pair = world.register(Vec::new(), "https://example.com".to_owned());
    let bench = Bench { world: &world, proxy: &proxy, admin, pair };

    // The first run of each has nothing in place, so it isn't counted.
    Box::pin(bench.product(0, Begins::Checked)).await?;
    bench.plain().await?;
    let (mut products, mut plains, mut colds) = (Vec::new(), Vec::new(), Vec::new());
    for number in 1..=TIMES {
        if number % 2 == 0 {
            products.push(Box::pin(bench.product(number, Begins::Checked)).await?);
            plains.push(bench.plain().await?);
        } else {
            plains.push(bench.plain().await?);
            products.push(Box::pin(bench.product(number, Begins::Checked)).await?);
        }
        let [cold, ..] = Box::pin(bench.product(TIMES + number, Begins::Cold)).await?;
        colds.push(cold);
    }
    let plain = Leg::of(plains);
    let [first, again, verified] = [0, 1, 2].map(|leg| Leg::of(products.iter().map(|legs| legs[leg].clone())));
    let cold = Leg::of(colds);
    let fewest: usize = FEWEST.iter().map(|line| line.len()).sum();
    ensure!(plain.requests == fewest, "the plain client made {} requests", plain.requests);
    ensure!(first.requests == fewest + BESIDE.len(), "{} requests are explained", fewest + BESIDE.len());
    let legs = [("first push", &first), ("from cold", &cold), ("repeated push", &again), ("verify", &verified)];
    for (name, leg) in legs.into_iter().chain([("plain", &plain)]) {
        let Leg { requests, writes, path, millis } = leg;
        println!("{name:<14} requests={requests:<3} writes={writes} critical_path={path:<2} median_ms={millis:.1}");
    }
    println!("beyond the fewest: {}", first.requests.saturating_sub(fewest));
    for ((method, path), why) in BESIDE {
        println!("  {method} {path}: {why}");
    }
    println!(
        "push requests={} fewest={fewest} ratio={:.2} repeated_writes={}",
        first.requests,
        first.millis / plain.millis,
        again.writes
    );
    Ok(())
}

/// What happened before a push.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Begins {
    /// The server was checked, as in every job that begins with the first stage: there is a connection.
    Checked,
    /// Nothing: the program was just started.
    Cold,
}

struct Bench<'b> {
    world: &'b World,
    proxy: &'b Proxy,
    /// A client that doesn't use the proxy.
    admin: Raw,
    pair: TokenAuthentication,
}

/// One part of a run: its requests and its duration.
#[derive(Clone, Debug)]
struct Part {
    passed: Vec<Passed>,
    took: Duration,
}

/// The same part of many runs.
#[derive(Debug)]
struct Leg {
    requests: usize,
    writes: usize,
    /// How many requests had to wait for each other, in the run with the fewest: on a busy machine other requests are
    /// late too.
    path: usize,
    /// The median duration.
    millis: f64,
}

impl Leg {
    /// The requests and writes are those of the run with the most.
    fn of(parts: impl IntoIterator<Item = Part>) -> Self {
        let mut leg = Self { requests: 0, writes: 0, path: usize::MAX, millis: 0.0 };
        let mut times = Vec::new();
        for part in parts {
            leg.requests = leg.requests.max(part.passed.len());
            leg.writes = leg.writes.max(part.passed.iter().filter(|passed| !is_read(&passed.method)).count());
            leg.path = leg.path.min(longest(&part.passed));
            times.push(part.took);
        }
        times.sort();
        let half = times.len() / 2;
        leg.millis = (times[(times.len() - 1) / 2] + times[half]).as_secs_f64() * 500.0;
        leg
    }
}

/// The longest chain of requests in which each was sent after the one before it was answered.
fn longest(passed: &[Passed]) -> usize {
    let mut ends: Vec<_> = passed.iter().filter_map(|passed| Some((passed.answered?, passed.came))).collect();
    ends.sort();
    let mut free = None;
    let mut next = |(answered, came): &(Instant, Instant)| {
        let follows = free.is_none_or(|free| *came >= free);
        if follows {
            free = Some(*answered);
        }
        follows
    };
    ends.iter().filter(|end| next(end)).count()
}

impl Bench<'_> {
    async fn part<T>(&self, work: impl Future<Output = Result<T>>) -> Result<Part> {
        let (since, began) = (self.proxy.passed().len(), Instant::now());
        work.await?;
        let took = began.elapsed();
        Ok(Part { passed: self.proxy.passed().split_off(since), took })
    }

    /// A first push, a second push, and the check from outside.
    async fn product(&self, number: usize, begins: Begins) -> Result<[Part; 3]> {
        let folder = self.world.folder().join(format!("run-{number}"));
        let environment = Environment { folder, pool: TransportPool::default(), ..self.world.environment() };
        let job = Box::pin(self.stored_job(&environment)).await?;
        if begins == Begins::Checked {
            let checked = Box::pin(server::check(&environment, &job, &mut |_| {})).await;
            ensure!(!checked.legs.is_empty(), "the server was checked");
        }
        let first = self
            .part(async {
                let reviewed = push::review(&environment, &job).await;
                let plan = reviewed.plan().map_err(said)?;
                ensure!(plan.shown.state == PlanState::Ready, "{:?}", plan.shown);
                let through = Box::pin(push_and_verify::apply(&environment, &job, plan, None, &mut |_| {})).await;
                let (_, checked) = through.map_err(|symptom| said(&symptom))?;
                checked.map_err(|symptom| said(&symptom)).and_then(|checked| all_well(&checked))
            })
            .await?;
        let again = self
            .part(async {
                let reviewed = push::review(&environment, &job).await;
                let plan = reviewed.plan().map_err(said)?;
                ensure!(plan.shown.state == PlanState::AlreadyAsItShouldBe, "{:?}", plan.shown);
                let checked = verify::check_compared(&environment, &job, plan).await;
                checked.map_err(|symptom| said(&symptom)).and_then(|checked| all_well(&checked))
            })
            .await?;
        let verified = self
            .part(async { all_well(&verify::check(&environment, &job).await.map_err(|symptom| said(&symptom))?) })
            .await?;
        self.tidy_up().await?;
        Ok([first, again, verified])
    }

    async fn stored_job(&self, environment: &Environment) -> Result<Job> {
        let mut job = Job::new(environment);
        self.proxy.base().clone_into(&mut job.server.address);
        SLUG.clone_into(&mut job.names.typed.slug);
        "X".clone_into(&mut job.names.typed.name);
        let mut session = Session::with_job(job);
        let token =
            server::store_token(environment, &open(&session)?.server, self.world.token(), SecretLocation::Memory).await;
        server::merge_token(&mut session, token);
        let id = SecretString::from(self.pair.client_id.as_str());
        for (field, text) in [(PasteField::ClientId, &id), (PasteField::ClientSecret, &self.pair.client_secret)] {
            let entered = credentials::accept_paste(
                environment,
                &open(&session)?,
                field,
                text,
                SecretLocation::Memory,
                Override::Yes,
            )
            .await;
            credentials::merge_paste(&mut session, entered);
        }
        open(&session)
    }

    /// The plain client, which has an open connection too.
    async fn plain(&self) -> Result<Part> {
        let raw = Raw::new(self.proxy.base(), self.world.token());
        raw.get("/api/v3/root/config/").await?;
        let part = self.part(self.fewest(&raw)).await?;
        self.tidy_up().await?;
        Ok(part)
    }

    async fn fewest(&self, raw: &Raw) -> Result<()> {
        let mut known = PlainClientState::default();
        for line in FEWEST {
            let mut asked = JoinSet::new();
            for (method, path) in *line {
                let (raw, path) = (raw.clone(), path.replace("{stage}", &known.stage));
                let body = self.body(method, &path, &known);
                asked.spawn(async move {
                    let answer = match *method {
                        "VISIT" => raw.outside().ask(Method::GET, &path, None).await,
                        method => raw.ask(Method::from_bytes(method.as_bytes())?, &path, body.as_ref()).await,
                    };
                    answer.map(|(status, answer)| (path, status, answer))
                });
            }
            while let Some(answer) = asked.join_next().await {
                let (path, status, answer) = answer??;
                ensure!((200..400).contains(&status), "{path}: {status} {}", String::from_utf8_lossy(&answer));
                known.learn(&path, &serde_json::from_slice(&answer).unwrap_or_default());
            }
        }
        ensure!(known.shown.contains(&known.source), "the button is there");
        Ok(())
    }

    fn body(&self, method: &str, path: &str, known: &PlainClientState) -> Option<Value> {
        use secrecy::ExposeSecret as _;
        match method {
            "POST" => Some(json!({
                "name": "X", "slug": SLUG, "provider_type": "twitter", "enabled": true,
                "consumer_key": self.pair.client_id, "consumer_secret": self.pair.client_secret.expose_secret(),
                "authentication_flow": known.flows.first(), "enrollment_flow": known.flows.last(),
                "user_matching_mode": "identifier", "additional_scopes": "",
            })),
            "PATCH" if path.contains("identification") => {
                let sources: Vec<_> = known.shown.iter().chain([&known.source]).collect();
                Some(json!({ "sources": sources }))
            }
            _ => None,
        }
    }

    /// Restores the state before the push.
    async fn tidy_up(&self) -> Result<()> {
        self.admin.json(Method::DELETE, &format!("/api/v3/sources/oauth/{SLUG}/"), None).await.map(drop)
    }
}

/// What the plain client has read so far.
#[derive(Debug, Default)]
struct PlainClientState {
    stage: String,
    shown: Vec<String>,
    source: String,
    flows: Vec<String>,
}

impl PlainClientState {
    fn learn(&mut self, path: &str, answer: &Value) {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let stage = if path.contains("/stages/identification/?") { &answer["results"][0] } else { answer };
        if path.contains("/stages/identification/") {
            self.stage = text(&stage["pk"]);
            self.shown = stage["sources"].as_array().into_iter().flatten().map(text).collect();
        } else if path.contains("/flows/instances/") {
            for slug in FLOWS {
                let all = answer["results"].as_array().into_iter().flatten();
                self.flows.extend(all.filter(|flow| flow["slug"] == slug).map(|flow| text(&flow["pk"])));
            }
        } else if path.ends_with("/sources/oauth/") {
            self.source = text(&answer["pk"]);
        }
    }
}

fn open(session: &Session) -> Result<Job> {
    session.job.clone().context("a job is open")
}

/// Fails if a check failed: a push whose button doesn't work isn't measured.
fn all_well(checked: &OutsideCheck) -> Result<()> {
    let broken: Vec<_> = checked.findings.iter().filter(|finding| finding.severity == Severity::Breaks).collect();
    ensure!(broken.is_empty(), "{broken:#?}");
    Ok(())
}

fn said(symptom: &Symptom) -> anyhow::Error {
    anyhow!("{symptom:?}")
}

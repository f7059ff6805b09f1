//! The fleet check against the practice authentik: each verdict is that of the check of a single source, a dead server
//! delays only its own rows, a stopped run continues where it was, and a server that asks for a delay gets it.

use anyhow::{Context as _, Result, ensure};
use sourcerer_core::address::HttpPolicy;
use sourcerer_core::checks::CheckOutcome;
use sourcerer_core::clock::Clock;
use sourcerer_core::diagnosis::Severity;
use sourcerer_core::fleet::RowProgress;
use sourcerer_core::fleet::{self, FleetLimits, FleetTable, RowVerdict};
use sourcerer_core::job::source_check::{self, SourceCheck};
use sourcerer_core::job::{Environment, Fleet};
use sourcerer_practice::authentik::layout::ServerLayout;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::{PracticeOptions, free_port};
use sourcerer_tests::proxy::{self, Act, Lasts, Order, Proxy};
use sourcerer_tests::requests::{APPROACH, OUTSIDE, unasked};
use sourcerer_tests::world::World;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use time::OffsetDateTime;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

const ONE_AT_A_TIME: FleetLimits = FleetLimits { total: 1, per_host: 1 };

async fn world(sources: u32, faults: &[Fault]) -> Result<World> {
    let faults = faults.iter().copied().collect();
    World::started(PracticeOptions { layout: ServerLayout::Sources(sources), faults, ..PracticeOptions::default() })
        .await
}

/// The world's environment, but with the system's clock, which the servers use too.
fn environment(world: &World) -> Environment {
    Environment { clock: Clock::new(OffsetDateTime::now_utc), ..world.environment() }
}

/// A list of this many sources of this server.
fn list(base: &str, sources: u32) -> String {
    (1..=sources).fold(String::new(), |mut list, number| {
        let _ = writeln!(list, "{base},x-{number}");
        list
    })
}

fn fleet(list: &str) -> Result<Fleet> {
    let list = fleet::parse(list.as_bytes(), HttpPolicy::LoopbackOnly, None);
    ensure!(list.remarks.is_empty(), "{:?}", list.remarks);
    let mut fleet = Fleet::default();
    fleet.load(list, None);
    Ok(fleet)
}

/// Runs the check on the open rows, and stops it after this many verdicts.
async fn runs(environment: &Environment, fleet: &mut Fleet, limits: FleetLimits, stops_after: usize) {
    let Some(work) = fleet.begin(false) else { return };
    let mut found = Vec::new();
    sourcerer_core::job::fleet::run(environment, &work, limits, &mut |RowProgress { row, result: checked }| {
        found.push((row, checked.verdict));
        if found.len() == stops_after {
            work.stop.cancel();
        }
    })
    .await;
    for (row, verdict) in found {
        fleet.merge_verdict(work.run, row, verdict);
    }
    fleet.end_run(work.run);
}

/// How often each path was requested.
fn asked(proxy: &Proxy) -> BTreeMap<String, usize> {
    proxy.passed().into_iter().fold(BTreeMap::new(), |mut all, passed| {
        *all.entry(passed.path).or_default() += 1;
        all
    })
}

fn verdict(table: &FleetTable, row: usize) -> Result<&RowVerdict> {
    table.verdicts()[row].as_ref().ok_or_else(|| anyhow::anyhow!("row {row} has no verdict"))
}

#[tokio::test]
async fn each_verdict_is_that_of_the_check_of_one_source() -> Result<()> {
    for faults in [&[][..], &[Fault::ProxyLosesHttps]] {
        let world = world(12, faults).await?;
        let environment = environment(&world);
        let base = world.practice().authentik.base();
        let ca = world.practice().authentik.ca_file();
        let ca = ca.map(|file| format!(",,{}", file.display())).unwrap_or_default();
        let text = list(base, 13).replace('\n', &format!("{ca}\n"));
        let mut fleet = fleet(&text)?;
        runs(&environment, &mut fleet, FleetLimits::default(), usize::MAX).await;
        // One source has a button, one has none, and one doesn't exist.
        for number in [1, 12, 13] {
            let mut support = SourceCheck::default();
            support.merge_input(base.to_owned(), format!("x-{number}"), false);
            support.choose_ca(world.practice().authentik.ca_file().map(ToOwned::to_owned));
            let found = Box::pin(source_check::run(&environment, &support, &mut |_| ()))
                .await
                .map_err(|symptom| anyhow::anyhow!("{symptom:?}"))?;
            let wrong = found.findings.iter().filter(|finding| finding.outcome == CheckOutcome::Found);
            let wrong = wrong.filter_map(|finding| Some(finding.symptom.as_ref()?.entry().id));
            let noted = found.legs.iter().filter_map(|leg| Some(leg.symptom.as_ref()?.entry().id));
            let mut wanted: Vec<_> = wrong.chain(noted).collect();
            let verdict = verdict(fleet.table(), number - 1)?;
            let mut ids = verdict.diagnoses.to_vec();
            wanted.sort_unstable();
            ids.sort_unstable();
            ensure!(ids == wanted, "{number}: {ids:?} isn't {wanted:?}");
            ensure!(verdict.release.is_some() && verdict.title.is_some() != ids.is_empty());
            let works = number == 1 && faults.is_empty();
            ensure!((verdict.severity == Severity::Fine) == works, "{number}: {verdict:?}");
        }
        ensure!(fleet.table().counts().done == 13);
        let wanted = [APPROACH, OUTSIDE].concat();
        let more = unasked(&world.log().all(), &wanted);
        ensure!(more.is_empty(), "{more:?}");
        world.end(&wanted, &[])?;
    }
    Ok(())
}

#[tokio::test]
async fn what_sources_of_a_server_share_is_asked_once() -> Result<()> {
    let world = world(20, &[]).await?;
    let proxy = Proxy::start(world.practice().authentik.base()).await?;
    let mut fleet = fleet(&list(proxy.base(), 20))?;
    runs(&environment(&world), &mut fleet, FleetLimits::default(), usize::MAX).await;
    let asked = asked(&proxy);
    ensure!(asked.values().all(|times| *times == 1), "{asked:?}");
    let own = asked.keys().filter(|path| path.starts_with("/source/oauth/login/")).count();
    ensure!(own == 20 && asked.len() <= 20 + 6, "{asked:?}");
    Ok(())
}

#[tokio::test]
async fn a_dead_server_is_tried_once_and_holds_nobody_up() -> Result<()> {
    let world = world(3, &[]).await?;
    // One server accepts connections and never answers; on the other port nothing listens.
    let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let silent_port = silent.local_addr()?.port();
    let tried = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&tried);
    let holding = tokio::spawn(async move {
        let mut all = Vec::new();
        while let Ok((stream, _)) = silent.accept().await {
            counted.fetch_add(1, Ordering::SeqCst);
            all.push(stream);
        }
    });
    let closed = free_port().context("a free port")?;
    let text = [
        list(&format!("http://127.0.0.1:{silent_port}"), 50),
        list(&format!("http://127.0.0.1:{closed}"), 50),
        list(world.practice().authentik.base(), 3),
    ];
    let mut fleet = fleet(&text.concat())?;
    let environment = Environment { patience: Some(Duration::from_millis(400)), ..environment(&world) };
    runs(&environment, &mut fleet, FleetLimits { total: 2, per_host: 1 }, usize::MAX).await;
    holding.abort();
    let table = fleet.table();
    for row in 0..100 {
        let wanted = if row < 50 { "server-timed-out" } else { "server-connection-refused" };
        let verdict = verdict(table, row)?;
        ensure!(*verdict.diagnoses == [wanted] && verdict.severity == Severity::Breaks, "{row}: {verdict:?}");
    }
    for row in 100..103 {
        ensure!(verdict(table, row)?.severity == Severity::Fine, "{:?}", verdict(table, row)?);
    }
    // The requests to find the server and those after it; not one for each row.
    let tried = tried.load(Ordering::SeqCst);
    ensure!((1..=6).contains(&tried), "{tried} connections");
    Ok(())
}

#[tokio::test]
async fn a_server_that_dies_on_the_way_costs_one_more_look() -> Result<()> {
    let world = world(30, &[]).await?;
    let proxy = Proxy::start(world.practice().authentik.base()).await?;
    proxy.order(Order { at: 12, lasts: Lasts::On, act: Act::Fault(proxy::Fault::Refused) }).await;
    let mut fleet = fleet(&list(proxy.base(), 30))?;
    runs(&environment(&world), &mut fleet, ONE_AT_A_TIME, usize::MAX).await;
    let counts = fleet.table().counts();
    ensure!(counts.done == 30 && counts.fine > 0 && counts.breaks > 10, "{counts:?}");
    for verdict in fleet.table().verdicts().iter().flatten().filter(|one| one.severity == Severity::Breaks) {
        ensure!(*verdict.diagnoses == ["server-connection-refused"], "{verdict:?}");
    }
    // No request arrived after the run was stopped, and each earlier one arrived only once.
    ensure!(asked(&proxy).values().all(|times| *times == 1), "{:?}", asked(&proxy));
    Ok(())
}

#[tokio::test]
async fn an_answer_that_is_lost_once_is_asked_for_again() -> Result<()> {
    let world = world(8, &[]).await?;
    let proxy = Proxy::start(world.practice().authentik.base()).await?;
    proxy.order(Order { at: 9, lasts: Lasts::Once, act: Act::Fault(proxy::Fault::ResetBefore) }).await;
    let mut fleet = fleet(&list(proxy.base(), 8))?;
    runs(&environment(&world), &mut fleet, ONE_AT_A_TIME, usize::MAX).await;
    ensure!(proxy.has_fired());
    let counts = fleet.table().counts();
    ensure!(counts.fine == 8, "{counts:?}");
    Ok(())
}

#[tokio::test]
async fn a_run_goes_on_where_it_was_stopped() -> Result<()> {
    let world = world(40, &[]).await?;
    let proxy = Proxy::start(world.practice().authentik.base()).await?;
    let environment = environment(&world);
    let mut fleet = fleet(&list(proxy.base(), 40))?;
    runs(&environment, &mut fleet, ONE_AT_A_TIME, 15).await;
    let counts = fleet.table().counts();
    ensure!(counts.done == 15, "{counts:?}");
    let before = asked(&proxy);
    let (done, open): (Vec<u32>, Vec<u32>) = (0..40).partition(|row| !fleet.table().open().contains(row));
    ensure!(open.len() == 25);
    runs(&environment, &mut fleet, FleetLimits::default(), usize::MAX).await;
    ensure!(fleet.table().open().is_empty());
    let after = asked(&proxy);
    for row in done {
        let path = format!("/source/oauth/login/x-{}/", row + 1);
        ensure!(before.get(&path) == Some(&1) && after.get(&path) == Some(&1), "{path} was asked for again");
    }
    // No row is open, so nothing starts.
    ensure!(fleet.begin(false).is_none() || fleet.table().open().is_empty());
    Ok(())
}

#[tokio::test]
async fn another_list_ends_the_run_and_hears_nothing_of_it() -> Result<()> {
    let mut fleet = fleet(&list("http://127.0.0.1:1", 3))?;
    let Some(work) = fleet.begin(false) else { anyhow::bail!("no run") };
    ensure!(fleet.begin(false).is_none(), "two runs at once");
    fleet.clear();
    ensure!(work.stop.is_cancelled());
    fleet.load(fleet::parse(b"http://127.0.0.1:1,x", HttpPolicy::LoopbackOnly, None), None);
    let world = world(0, &[]).await?;
    let mut found = Vec::new();
    let work = sourcerer_core::job::fleet::Work { stop: CancellationToken::new(), ..work };
    sourcerer_core::job::fleet::run(
        &environment(&world),
        &work,
        ONE_AT_A_TIME,
        &mut |RowProgress { row, result: one }| {
            found.push((row, one.verdict));
        },
    )
    .await;
    for (row, verdict) in found {
        ensure!(!fleet.merge_verdict(work.run, row, verdict));
    }
    ensure!(fleet.table().counts().done == 0);
    Ok(())
}

#[tokio::test]
async fn a_server_that_wants_patience_gets_it() -> Result<()> {
    let world = world(6, &[]).await?;
    for at in [2, 8] {
        let proxy = Proxy::start(world.practice().authentik.base()).await?;
        proxy.order(Order { at, lasts: Lasts::Once, act: Act::Fault(proxy::Fault::TooMany) }).await;
        let mut fleet = fleet(&list(proxy.base(), 6))?;
        runs(&environment(&world), &mut fleet, ONE_AT_A_TIME, usize::MAX).await;
        ensure!(fleet.table().counts().fine == 6, "{at}: {:?}", fleet.table().counts());
        let passed = proxy.passed();
        let Some(refused) = passed.get(at - 1).and_then(|one| one.answered) else { anyhow::bail!("no 429 at {at}") };
        // Requests that were sent in parallel before the answer arrived are allowed.
        let named = refused + Duration::from_millis(900);
        // A check of the server that is under way is completed.
        let rows = passed.iter().filter(|one| one.path.starts_with("/source/oauth/login/"));
        let early = rows.filter(|one| one.came > refused && one.came < named);
        ensure!(early.count() == 0, "{at}: asked before the time that the server named");
    }
    Ok(())
}

#[tokio::test]
async fn a_ca_file_that_cant_be_read_is_found_and_nobody_is_asked() -> Result<()> {
    let world = world(2, &[]).await?;
    let base = world.practice().authentik.base();
    let mut fleet = fleet(&format!("{base},x-1,,/no/such/ca.pem\n{base},x-2"))?;
    runs(&environment(&world), &mut fleet, FleetLimits::default(), usize::MAX).await;
    ensure!(*verdict(fleet.table(), 0)?.diagnoses == ["ca-file-unreadable"]);
    ensure!(verdict(fleet.table(), 1)?.severity == Severity::Fine);
    Ok(())
}

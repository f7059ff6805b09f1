//! The fleet: a list, a run of the check, and the table of the results.

use super::file::States;
use super::scene::Scene;
use super::server_way::OTHER;
use anyhow::{Context as _, Result};
use sourcerer_core::address::HttpPolicy;
use sourcerer_core::fleet::RowProgress;
use sourcerer_core::fleet::{self, FleetFilter, FleetLimits, FleetOrder, FleetQuery};
use sourcerer_core::job::fleet as job;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::layout::ServerLayout;
use sourcerer_practice::authentik::{self, ServerOptions as Authentik};
use sourcerer_practice::faults::Fault;
use std::fmt::Write as _;
use url::Url;

/// How many sources each of the two servers has.
const SOURCES: u32 = 30;
/// How many of the list's rows are done in the middle of a run.
const KNOWN: usize = 26;

pub(super) async fn states() -> Result<States> {
    let mut scene =
        Scene::begins(PracticeOptions { layout: ServerLayout::Sources(SOURCES), ..PracticeOptions::default() }).await?;
    scene.admin.session.job = None;
    scene.take("empty")?;
    scene.reads("https://sso.northwind.example\n\"https://id.kestrel.example,x\n", None);
    scene.take("bad")?;
    scene.reads(
        "Server,Slug,Owner\nhttps://sso.northwind.example,x,Kim\nhttps://id.kestrel.example,x,\"Li\n\
         https://auth.lumen.example,twitter,\nhttps://sso.northwind.example,x,Kim\n",
        Some("sources.csv"),
    );
    scene.take("ready")?;
    scene.takes_rows("readyRows", true)?;

    // The second server has a proxy that drops the scheme.
    let x = Url::parse(&scene.admin.world.practice().x.base())?;
    let faults = [Fault::ProxyLosesHttps].into_iter().collect();
    let other =
        authentik::start(Authentik { faults, layout: ServerLayout::Sources(SOURCES), ..Authentik::new(x) }).await?;
    scene.random.port(Url::parse(other.base())?.port().context("a port")?, OTHER);
    let ca = other.ca_file().context("a CA")?.display().to_string();
    scene.random.text(&ca, "/home/m.okafor/certificates/homelab-root-ca.pem");
    let base = scene.admin.world.practice().authentik.base().to_owned();
    let mut list = String::new();
    // The last ones have no button on their login page.
    for number in (1..=SOURCES).rev() {
        writeln!(list, "{},x-{number},,{ca}\n{base},x-{number}", other.base())?;
    }
    writeln!(list, "{base},gone")?;
    scene.reads(&list, Some("sources.csv"));
    scene.runs_over_the_list().await?;
    Ok(scene.states)
}

impl Scene {
    fn reads(&mut self, text: &str, name: Option<&str>) {
        let list = fleet::parse(text.as_bytes(), HttpPolicy::LoopbackOnly, None);
        self.admin.session.fleet.load(list, name.map(str::to_owned));
    }

    async fn runs_over_the_list(&mut self) -> Result<()> {
        self.is_practice();
        let environment = self.admin.environment.clone();
        self.practises_no_more();
        let fleet = &mut self.admin.session.fleet;
        let work = fleet.begin(false).context("a run")?;
        let mut all = Vec::new();
        Box::pin(job::run(&environment, &work, FleetLimits::default(), &mut |RowProgress { row, result: checked }| {
            all.push((row, checked.verdict));
        }))
        .await;
        // They arrive in a varying order; the page shows them in the list's order.
        all.sort_by_key(|(row, _)| *row);
        for (row, verdict) in &all[..KNOWN] {
            fleet.merge_verdict(work.run, *row, verdict.clone());
        }
        self.take("running")?;
        self.admin.session.fleet.stop();
        self.take("stopped")?;
        self.takes_rows("stoppedRows", true)?;
        let fleet = &mut self.admin.session.fleet;
        let work = fleet.begin(false).context("a run")?;
        for (row, verdict) in all {
            fleet.merge_verdict(work.run, row, verdict);
        }
        fleet.end_run(work.run);
        self.take("done")?;
        self.takes_rows("doneRows", true)?;
        self.takes_rows("doneRowsUp", false)
    }

    /// The rows that the page requests first, ordered by verdict.
    fn takes_rows(&mut self, name: &str, descending: bool) -> Result<()> {
        let query = FleetQuery {
            text: String::new(),
            show: FleetFilter::All,
            order: FleetOrder::Verdict,
            descending,
            from: 0,
            to: 2 * SOURCES + 1,
        };
        let rows = self.admin.session.fleet.rows(&query);
        self.answer(name, serde_json::to_value(rows)?)
    }
}

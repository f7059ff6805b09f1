//! A server with objects of others, the proxy in front of it, and the product as its client.

use super::scenario::{CLIENT_ID, FLOW, GROUP, LISTED, SLUG, Scenario, ScenarioAction, Wish, slug};
use super::state::State;
use crate::canary::Canary;
use crate::proxy::Proxy;
use crate::raw::Raw;
use anyhow::{Context as _, Result, bail, ensure};
use secrecy::SecretString;
use serde_json::{Value, json};
use sourcerer_core::address::{HttpPolicy, ServerUrl};
use sourcerer_core::authentik::Client;
use sourcerer_core::clock::Clock;
use sourcerer_core::credentials::ClientSecret;
use sourcerer_core::net::{HttpClient, Proxies, Trace};
use sourcerer_core::plan::{self, ChangeAction, Confirmation, Error, Journals};
use sourcerer_practice::{Practice, PracticeOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use time::OffsetDateTime;

/// The client's timeouts: for an answer that never comes, and for one that comes.
const PATIENCE: [Duration; 2] = [Duration::from_millis(300), Duration::from_secs(20)];

/// The product's HTTP clients. They are shared because creating one takes longer than using it.
#[derive(Clone, Debug)]
pub struct Nets {
    short: HttpClient,
    long: HttpClient,
}

impl Nets {
    /// Creates both clients.
    ///
    /// # Errors
    /// If the system's root certificates can't be read.
    pub fn new() -> Result<Self> {
        let net = |patience| HttpClient::new(None, Proxies::None, patience, Trace::default(), clock());
        Ok(Self { short: net(PATIENCE[0])?, long: net(PATIENCE[1])? })
    }
}

/// How long the product waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patience {
    Short,
    Long,
}

pub(super) struct Rig {
    practice: Practice,
    proxy: Proxy,
    raw: Raw,
    nets: Nets,
    folder: TempDir,
}

impl Rig {
    /// A server in the state that the scenario requires before the disturbed action.
    pub(super) async fn prepared(scenario: &Scenario, nets: &Nets) -> Result<Self> {
        // A license makes no difference to a scenario that embeds no source.
        let practice = Practice::start(PracticeOptions { licensed: true, ..PracticeOptions::default() }).await?;
        let proxy = Proxy::start(practice.authentik.base()).await?;
        let raw = Raw::new(practice.authentik.base(), practice.authentik.token());
        let folder = tempfile::Builder::new().prefix("sourcerer-faults-").tempdir()?;
        let rig = Self { practice, proxy, raw, nets: nets.clone(), folder };
        rig.others().await?;
        for deed in scenario.before {
            rig.does(*deed, Patience::Long).await.with_context(|| format!("{deed:?} of {}", scenario.name))?;
        }
        Ok(rig)
    }

    pub(super) fn practice(&self) -> &Practice {
        &self.practice
    }

    pub(super) fn proxy(&self) -> &Proxy {
        &self.proxy
    }

    pub(super) fn raw(&self) -> &Raw {
        &self.raw
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where programs of this rig keep their data (`XDG_DATA_HOME`).
    pub(super) fn data(&self) -> PathBuf {
        self.folder().join("data")
    }

    /// Creates sources, a mapping and links of other people. One of the sources is on the login page.
    async fn others(&self) -> Result<()> {
        let mapping = json!({ "name": "Company groups", "expression": "return {}" });
        let mapping = self.raw.post("/api/v3/propertymappings/source/oauth/", &mapping).await?;
        let source = |name: &str, slug: &str, kind: &str| {
            json!({
                "name": name, "slug": slug, "provider_type": kind, "consumer_key": format!("key-of-{slug}"),
                "consumer_secret": "somebody-elses", "user_property_mappings": [mapping["pk"]],
            })
        };
        let shown = self.raw.post("/api/v3/sources/oauth/", &source("Company", "company", "github")).await?;
        self.raw.post("/api/v3/sources/oauth/", &source("X of the shop", "shop", "twitter")).await?;
        let stage = self.stage().await?;
        let pk = stage["pk"].as_str().context("a key")?;
        let body = json!({ "sources": [shown["pk"]], "user_fields": ["username", "email"] });
        self.raw.patch(&format!("/api/v3/stages/identification/{pk}/"), &body).await?;
        self.link(shown["pk"].clone(), "100").await
    }

    async fn stage(&self) -> Result<Value> {
        let stages = self.raw.list("/api/v3/stages/identification/").await?;
        stages.into_iter().next().context("an identification stage")
    }

    async fn link(&self, source: Value, identifier: &str) -> Result<()> {
        let users = self.raw.list("/api/v3/core/users/").await?;
        let user = users.first().context("a user")?;
        let body = json!({ "user": user["pk"], "source": source, "identifier": identifier });
        self.raw.post("/api/v3/sources/user_connections/oauth/", &body).await.map(drop)
    }

    /// Runs the action through the proxy.
    pub(super) async fn does(&self, deed: ScenarioAction, patience: Patience) -> Result<()> {
        match deed {
            ScenarioAction::Push(wish) => self.pushes(wish, patience).await,
            ScenarioAction::Undo => Ok(self.undoes(patience).await?),
            ScenarioAction::Foreign => {
                let body = json!({
                    "name": "X", "slug": SLUG, "provider_type": "twitter", "consumer_key": "an-older-app",
                    "consumer_secret": "an-older-secret", "enabled": false,
                });
                self.raw.post("/api/v3/sources/oauth/", &body).await.map(drop)
            }
            ScenarioAction::Link => {
                let source = self.raw.get(&format!("/api/v3/sources/oauth/{SLUG}/")).await?;
                self.link(source["pk"].clone(), "200").await
            }
        }
    }

    /// Pushes. The simulated person accepts the plan only if it contains everything, and not if something is left out.
    async fn pushes(&self, wish: Wish, patience: Patience) -> Result<()> {
        let (client, journals, clock) = (self.client(patience), self.journals(), clock());
        let secret = ClientSecret::from(wish.secret());
        let plan = Box::pin(plan::make_plan(&client, &wish.desired(), Some(&secret), false, &journals, &clock)).await?;
        ensure!(
            plan.shown.changes.iter().all(|change| change.action != ChangeAction::LeaveOut),
            "something is left out"
        );
        Box::pin(plan::apply(&client, &plan, Some(&secret), Confirmation::Given, &journals, &clock, &mut |_| {}))
            .await?;
        Ok(())
    }

    async fn undoes(&self, patience: Patience) -> Result<(), Error> {
        let (client, journals, clock) = (self.client(patience), self.journals(), clock());
        let undo = Box::pin(plan::plan_undo(&client, &slug(), &journals, &clock)).await?;
        Box::pin(plan::undo(&client, &undo, Confirmation::Given, &journals, &clock, &mut |_| {})).await
    }

    fn client(&self, patience: Patience) -> Client {
        let net = match patience {
            Patience::Short => &self.nets.short,
            Patience::Long => &self.nets.long,
        };
        let server = ServerUrl::parse(self.proxy.base(), HttpPolicy::LoopbackOnly).expect("an address").url;
        Client::new(net.clone(), &server, Some(self.practice.authentik.token().clone()))
    }

    /// The journals, in the folder where the terminal stores them too.
    fn journals(&self) -> Journals {
        Journals::new(self.data().join(sourcerer_core::job::FOLDER).join("journals"))
    }

    pub(super) async fn state(&self) -> Result<State> {
        State::of(self).await
    }

    /// The files that contain a secret.
    pub(super) fn spilled(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        let secrets = Wish::SECRETS.map(|wish| SecretString::from(wish.secret()));
        for secret in secrets.into_iter().chain([self.practice.authentik.token().clone()]) {
            found.extend(Canary::new(secret).below(self.folder())?.iter().map(|at| format!("a secret in {at}")));
        }
        Ok(found)
    }

    /// The terminal's arguments and standard input for this action.
    pub(super) fn told(&self, deed: ScenarioAction) -> Result<(Vec<String>, String)> {
        use secrecy::ExposeSecret as _;
        let token = self.practice.authentik.token().expose_secret();
        let target = ["--server", self.proxy.base(), "--slug", SLUG, "--yes"];
        let words = |first: &str, more: &[&str]| -> Vec<String> {
            [first].iter().chain(&target).chain(more).map(|word| (*word).to_owned()).collect()
        };
        match deed {
            ScenarioAction::Push(wish) => {
                let desired = wish.desired();
                // `--email` adds its scope by itself.
                let scopes = if wish == Wish::Email { "" } else { desired.additional_scopes.as_str() };
                let name = desired.name.as_str();
                let list = self.folder().join("list.txt");
                std::fs::write(&list, LISTED.join("\n"))?;
                let list = list.to_string_lossy().into_owned();
                let agreed = ["--change-existing", "--another"];
                let more = ["--name", name, "--client-id", CLIENT_ID, "--scopes", scopes];
                let beside: &[&str] = match wish {
                    Wish::Email => &["--email"],
                    Wish::First | Wish::Other => &[],
                    Wish::Listed => &["--allow", &list],
                    Wish::Approval => &["--allow", &list, "--approve", "--group", GROUP],
                    Wish::Embedded => &["--source-stage", FLOW, "--source-stage-after", "none"],
                };
                let more = [more.as_slice(), &agreed, beside].concat();
                Ok((words("push", &more), format!("{token}\n{}\n", wish.secret())))
            }
            ScenarioAction::Undo => Ok((words("undo", &[]), format!("{token}\n"))),
            ScenarioAction::Foreign | ScenarioAction::Link => bail!("nothing that the terminal does"),
        }
    }
}

fn clock() -> Clock {
    Clock::new(OffsetDateTime::now_utc)
}

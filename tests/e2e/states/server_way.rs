//! The server check while it runs, when it succeeds, and when it stops at each leg.

use super::file::States;
use super::scene::Scene;
use anyhow::{Context as _, Result};
use sourcerer_core::authentik::{ServerLeg, ServerLegResult, ServerLegVerdict};
use sourcerer_core::clock::Clock;
use sourcerer_core::job::{SecretLocation, server};
use sourcerer_core::net::Proxies;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::Role;
use sourcerer_practice::authentik::release::Release;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

/// The replacement of the port of a second server.
pub(super) const OTHER: u16 = 40_125;

pub(super) async fn states() -> Result<States> {
    let well = Box::pin(well()).await?;
    let noted = Box::pin(noted()).await?;
    Ok(well.and(noted).and(Box::pin(ends()).await?))
}

async fn well() -> Result<States> {
    let mut scene = Scene::begins(PracticeOptions { tls: true, ..PracticeOptions::default() }).await?;
    scene.admin.checks_the_server().await?;
    let (job, mut all) = (scene.admin.stored_job()?, Vec::new());
    server::check(&scene.admin.environment, &job, &mut |legs| all.push(legs)).await;
    let is =
        |legs: &[ServerLegResult], leg, verdict| legs.iter().any(|state| state.leg == leg && state.verdict == verdict);
    let asking = all.iter().find(|legs| {
        is(legs, ServerLeg::Tls, ServerLegVerdict::Passed) && is(legs, ServerLeg::Http, ServerLegVerdict::Asking)
    });
    let entering = all.iter().find(|legs| is(legs, ServerLeg::Token, ServerLegVerdict::Asking));
    for (name, legs) in [("checking", asking), ("entering", entering)] {
        let legs = legs.with_context(|| format!("{name}: {all:#?}"))?.clone();
        scene.admin.session.follow_check(&job, legs);
        scene.take(name)?;
    }
    scene.admin.session.checking.clear();
    scene.take("ready")?;
    scene.admin.edit(|job| job.server.ca_file = None);
    scene.admin.checks_the_server_again().await?;
    scene.take("untrusted")?;
    Ok(scene.states)
}

async fn noted() -> Result<States> {
    let newest = Release::all().last().context("a release")?;
    let mut newer =
        Scene::with_server(PracticeOptions { release: newest, tls: true, ..PracticeOptions::default() }).await?;
    newer.take("newer")?;
    let old = Release::all().find(|release| release.name() == "2024.12").context("a release")?;
    let options = PracticeOptions { release: old, role: Role::Least, tls: true, ..PracticeOptions::default() };
    let mut notes = Scene::begins(options).await?;
    let clock = notes.admin.environment.clock.clone();
    notes.admin.environment.clock = Clock::new(move || clock.now() + Duration::from_secs(250));
    notes.admin.checks_the_server().await?;
    notes.take("notes")?;
    let mut rights = Scene::begins(PracticeOptions { tls: true, ..PracticeOptions::default() }).await?;
    let weak = rights.admin.world.practice().authentik.limited_token().clone();
    rights.admin.checks_the_server_with(&weak).await?;
    rights.take("rights")?;
    Ok(newer.states.and(notes.states).and(rights.states))
}

async fn ends() -> Result<States> {
    let mut scene = Scene::begins(PracticeOptions::default()).await?;
    let guard = answers(
        "HTTP/1.1 403 Forbidden\r\nServer: cloudflare\r\ncf-mitigated: challenge\r\nContent-Type: text/html\r\n\
         Content-Length: 33\r\nConnection: close\r\n\r\n<title>Just a moment...</title>\r\n",
    )
    .await?;
    scene.checks_another(guard, "guarded").await?;
    let silent = TcpListener::bind("127.0.0.1:0").await?;
    scene.admin.environment.patience = Some(Duration::from_secs(1));
    scene.checks_another(silent.local_addr()?.port(), "offline").await?;

    scene.begins_another();
    let proxy = answers(
        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n\
         Content-Length: 0\r\nConnection: close\r\n\r\n",
    )
    .await?;
    scene.random.port(proxy, 3128);
    let way = format!("http://127.0.0.1:{proxy}");
    scene.admin.environment.proxies = Proxies::Given { http: way.clone(), https: way, no: String::new() };
    scene.types("https://grüße.company", false);
    scene.keeps_a_token_in(SecretLocation::Keyring).await?;
    scene.admin.checks_the_server_again().await?;
    scene.take("proxy")?;
    Ok(scene.states)
}

/// Starts a server that gives the same answer to every request, and returns its port.
pub(super) async fn answers(answer: &'static str) -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let (mut head, mut byte) = (Vec::new(), [0]);
                while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).await.is_ok_and(|read| read > 0) {
                    head.extend_from_slice(&byte);
                }
                let _ = stream.write_all(answer.as_bytes()).await;
                let _ = stream.shutdown().await;
            });
        }
    });
    Ok(port)
}

impl Scene {
    async fn checks_another(&mut self, port: u16, name: &str) -> Result<()> {
        self.random.port(port, OTHER);
        self.begins_another();
        self.types(&format!("http://127.0.0.1:{port}"), false);
        self.keeps_a_token_in(SecretLocation::Keyring).await?;
        self.admin.checks_the_server_again().await?;
        self.take(name)
    }
}

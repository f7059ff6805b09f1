//! A live test that passed, and the forecast for each person.

use super::file::States;
use super::scene::Scene;
use anyhow::{Context as _, Result};
use sourcerer_core::i18n::msg;
use sourcerer_core::job::{AccessPolicy, Job, Remedy, set_remedy};
use sourcerer_core::signin::{BrowserOpener as _, CodeAge, NotOpened};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::Role;
use sourcerer_practice::x::XAccount;
use std::sync::Arc;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use url::Url;

/// A local user of the practice authentik who may open its pages.
const PLAIN: &str = "practice-limited";

pub(super) async fn states() -> Result<States> {
    let mut scene = Scene::with_pair(PracticeOptions::default()).await?;
    scene.tests_the_sign_in().await?;
    scene.take("success")?;
    scene.take_with("refused", |job| job.names.typed.who = AccessPolicy::Linked)?;
    scene.tests_as(PLAIN).await?;
    scene.take("nameTaken")?;
    scene.take_with("link", |job| job.names.typed.who = AccessPolicy::UserName)?;
    scene.tests_as("akadmin").await?;
    scene.take_with("takeover", |job| job.names.typed.who = AccessPolicy::UserName)?;
    scene.admin.edit(|job: &mut Job| {
        job.names.typed.email = true;
        job.names.typed.terms = "https://company.example/terms".to_owned();
        job.names.typed.privacy = "https://company.example/privacy".to_owned();
        set_remedy(job, Remedy::Internal, true);
        set_remedy(job, Remedy::UserName, true);
    });
    scene.tests_as(PLAIN).await?;
    scene.take("mended")?;
    let mut untold = Scene::with_pair(PracticeOptions { role: Role::Least, ..PracticeOptions::default() }).await?;
    untold.tests_as(PLAIN).await?;
    untold.take("untold")?;
    Ok(scene.states.and(untold.states).and(Box::pin(slow()).await?))
}

/// X grants other scopes than were requested, and its answer took most of a code's lifetime.
async fn slow() -> Result<States> {
    let mut scene = Scene::with_pair(PracticeOptions::default()).await?;
    let x = scene.admin.world.practice().world().x.clone();
    let address = format!("127.0.0.1:{}", x.port().context("a port")?);
    let between = TcpListener::bind("127.0.0.1:0").await?;
    let port = between.local_addr()?.port();
    scene.random.port(port, 40_124);
    tokio::spawn(async move {
        while let Ok((stream, _)) = between.accept().await {
            let address = address.clone();
            tokio::spawn(async move { serve(stream, &address).await });
        }
    });
    scene.is_practice();
    if let sourcerer_core::job::Mode::Practice(practice) = &mut scene.admin.environment.world {
        practice.x.set_port(Some(port)).ok().context("an address")?;
    }
    // The person opens X directly.
    let browser = scene.admin.world.browser().clone();
    scene.admin.environment.opener = Arc::new(move |url: &Url| {
        let mut url = url.clone();
        url.set_port(x.port()).map_err(|()| NotOpened)?;
        browser.open(&url)
    });
    let tested = scene.admin.tests_the_sign_in().await;
    scene.practises_no_more();
    tested.map_err(crate::admin::said)?;
    // The test doesn't wait for 24 seconds: the job looks like one that was stored after such a test.
    scene.take_with("slow", |job| {
        if let Some(tested) = &mut job.signin.tested {
            tested.outcome.code_age =
                Some(CodeAge { millis: 24_100, near: true, words: msg::signin_code_age_near(30_u32, "24.1") });
        }
    })?;
    Ok(scene.states)
}

/// Forwards one request to X, and its answer back. The scopes in a token answer are replaced.
async fn serve(mut stream: tokio::net::TcpStream, x: &str) -> Option<()> {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).await.ok()?;
        head.push(byte[0]);
    }
    let text = String::from_utf8(head).ok()?;
    let length = text.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut body).await.ok()?;
    let is_token = text.starts_with("POST /2/oauth2/token");
    let mut there = tokio::net::TcpStream::connect(x).await.ok()?;
    let (first, rest) = text.split_once("\r\n")?;
    there.write_all(format!("{first}\r\nConnection: close\r\n{rest}").as_bytes()).await.ok()?;
    there.write_all(&body).await.ok()?;
    let mut answer = Vec::new();
    there.read_to_end(&mut answer).await.ok()?;
    if is_token {
        // The replacement has the same length, so that the answer's length stays right.
        answer = String::from_utf8(answer).ok()?.replace("tweet.read", "space.read").into_bytes();
    }
    stream.write_all(&answer).await.ok()?;
    stream.shutdown().await.ok()
}

impl Scene {
    async fn tests_as(&mut self, username: &str) -> Result<()> {
        let person = XAccount { username: username.to_owned(), ..XAccount::default() };
        self.admin.world.practice().x.set_person(person);
        self.tests_the_sign_in().await
    }
}
